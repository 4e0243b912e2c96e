/* plwu-sheet-spread.c: asks how a total that was typed is to be spread over its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <glib/gi18n.h>

static const char *const way_labels[PLWU_SHEET_N_SPREADS] = {
  [PLWU_SHEET_SPREAD_IN_PROPORTION] = N_ ("In _proportion to the figures"),
  [PLWU_SHEET_SPREAD_EQUALLY] = N_ ("_Equally"),
  [PLWU_SHEET_SPREAD_AS_LAST_YEAR] = N_ ("As in the _year before"),
};

gboolean
plwu_sheet_takes_total (PlwuSheet *self, guint row, guint column, const char *text, char **ret_why)
{
  char *first_why = NULL;

  /* What is wrong with the first way is told: it is what most people mean. */
  for (int i = 0; i < PLWU_SHEET_N_SPREADS; i++)
    {
      g_autofree char *why = NULL;

      if (plwu_sheet_model_can_spread (self->model, row, column, (PlwuSheetSpread) i, text, &why))
        {
          g_free (first_why);
          return TRUE;
        }
      if (first_why == NULL)
        first_why = g_steal_pointer (&why);
    }

  *ret_why = first_why;
  return FALSE;
}

static void
way_clicked_cb (PlwuSheet *self, GtkButton *button)
{
  PlwuSheetSpread way = (PlwuSheetSpread) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "way"));

  gtk_popover_popdown (GTK_POPOVER (self->spread_popover));
  plwu_sheet_commit_total (self, way);
}

/* Back to the text, unless a way was chosen. */
static void
closed_cb (PlwuSheet *self)
{
  if (self->is_editing)
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->editor));
}

/* Up and Down walk the ways, as in a menu. */
static gboolean
key_pressed_cb (PlwuSheet *self, guint keyval)
{
  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (self->spread_popover,
                          keyval == GDK_KEY_Up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static GtkWidget *
add_way (PlwuSheet *self, GtkBox *box, PlwuSheetSpread way, const char *text)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ (way_labels[way]));
  g_autofree char *why = NULL;
  gboolean is_possible =
      plwu_sheet_model_can_spread (self->model, self->edited.row, self->edited.column, way, text, &why);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, is_possible);
  gtk_widget_set_tooltip_text (button, why);
  g_object_set_data (G_OBJECT (button), "way", GINT_TO_POINTER ((int) way));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (way_clicked_cb), self);
  gtk_box_append (box, button);

  return is_possible ? button : NULL;
}

static GtkWidget *
create_popover (PlwuSheet *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (popover, keys);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));

  return popover;
}

void
plwu_sheet_ask_spread (PlwuSheet *self, const char *text)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *title = gtk_label_new (_ ("Spread the total over its rows"));
  GtkWidget *first = NULL;
  GdkRectangle area;

  if (self->spread_popover == NULL)
    self->spread_popover = create_popover (self);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_start (title, 10);
  gtk_widget_set_margin_end (title, 10);
  gtk_widget_set_margin_bottom (title, 4);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (box, title);
  for (int i = 0; i < PLWU_SHEET_N_SPREADS; i++)
    {
      GtkWidget *button = add_way (self, box, (PlwuSheetSpread) i, text);

      if (first == NULL)
        first = button;
    }

  plwu_sheet_get_cell_area (self, self->edited.row, self->edited.column, &area);
  gtk_popover_set_child (GTK_POPOVER (self->spread_popover), GTK_WIDGET (box));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->spread_popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->spread_popover));
  gtk_widget_grab_focus (first);
}

gboolean
plwu_sheet_is_asking (PlwuSheet *self)
{
  return self->spread_popover != NULL && gtk_widget_get_visible (self->spread_popover);
}
