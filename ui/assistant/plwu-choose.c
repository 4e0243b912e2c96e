/* plwu-choose.c: a list to tick from and the table of what was ticked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-choose.h"

#include "plwu-focus.h"
#include "plwu-fold.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuChoose
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDraftTable *table;
  GPtrArray *checks; /* of GtkCheckButton, borrowed: one for each row of the list */
  char *sought;

  const char *note_field;
  guint first_column;
  gboolean is_ticking;

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkBox *buttons;
  GtkLabel *legend;
  GtkScrolledWindow *scroller;
  GtkRevealer *notes;
  GtkLabel *notes_heading;
  GtkLabel *notes_text;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (PlwuChoose, plwu_choose, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (PlwuChoose *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static const char *
name_usual (PlwuChoose *self, guint usual_row)
{
  const PlwuUsual *list = plwu_draft_table_get_list (self->table);

  return plwu_usual_text (list, usual_row, plwu_usual_has_field (list, "label") ? "label" : "name");
}

static void
show_ticks (PlwuChoose *self)
{
  self->is_ticking = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      gboolean is_chosen = plwu_draft_table_is_chosen (self->table, i);
      g_autofree char *label =
          g_strdup_printf ("%s, %s", name_usual (self, i), is_chosen ? _ ("ticked") : _ ("not ticked"));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (check)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  self->is_ticking = FALSE;
}

static void
show_about (PlwuChoose *self, const char *text)
{
  gtk_label_set_text (self->about, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->about), *text != '\0' ? text : NULL);
}

/* Leads the table's cursor to the row just ticked. */
static void
show_row (PlwuChoose *self, guint usual_row)
{
  guint row;

  if (plwu_draft_table_find_usual (self->table, usual_row, &row))
    plwu_sheet_set_cursor (self->sheet, row, self->first_column);
}

static void
toggled_cb (PlwuChoose *self, GtkCheckButton *check)
{
  guint usual_row;

  if (self->is_ticking || !g_ptr_array_find (self->checks, check, &usual_row))
    return;

  plwu_draft_table_choose (self->table, usual_row, gtk_check_button_get_active (check));
  show_row (self, usual_row);
}

static void
toggle (PlwuChoose *self, GtkListBoxRow *row)
{
  GtkCheckButton *check = g_ptr_array_index (self->checks, gtk_list_box_row_get_index (row));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
row_activated_cb (PlwuChoose *self, GtkListBoxRow *row)
{
  guint usual_row = (guint) gtk_list_box_row_get_index (row);

  if (!plwu_draft_table_is_chosen (self->table, usual_row))
    plwu_draft_table_choose (self->table, usual_row, TRUE);
  show_row (self, usual_row);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* Space ticks; Enter leads into the table, before the window takes it for Next. */
static gboolean
list_key_cb (PlwuChoose *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space)
    toggle (self, row);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    row_activated_cb (self, row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
row_selected_cb (PlwuChoose *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_about (self, plwu_usual_text (plwu_draft_table_get_list (self->table),
                                       (guint) gtk_list_box_row_get_index (row), self->note_field));
}

static gboolean
is_found (GtkListBoxRow *row, gpointer user_data)
{
  PlwuChoose *self = PLWU_CHOOSE (user_data);
  const PlwuUsual *list = plwu_draft_table_get_list (self->table);
  guint usual_row = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *text = g_strconcat (name_usual (self, usual_row), " ",
                                       plwu_usual_text (list, usual_row, self->note_field), NULL);
  g_autofree char *folded = plwu_fold (text);

  return self->sought == NULL || strstr (folded, self->sought) != NULL;
}

static void
search_changed_cb (PlwuChoose *self)
{
  g_free (self->sought);
  self->sought = plwu_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

/* The first row found. */
static void
search_activate_cb (PlwuChoose *self)
{
  search_changed_cb (self);
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (!is_found (row, self))
        continue;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return;
    }
}

static void
show_section (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  PlwuChoose *self = PLWU_CHOOSE (user_data);
  const PlwuUsual *list = plwu_draft_table_get_list (self->table);
  const char *section = plwu_usual_text (list, (guint) gtk_list_box_row_get_index (row), "section");
  const char *last =
      before != NULL ? plwu_usual_text (list, (guint) gtk_list_box_row_get_index (before), "section") : "";
  GtkWidget *label;

  if (strcmp (section, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

static void
fill_list (PlwuChoose *self)
{
  const PlwuUsual *list = plwu_draft_table_get_list (self->table);

  for (guint i = 0; i < plwu_usual_n_rows (list); i++)
    {
      const char *name = name_usual (self, i);
      GtkWidget *check = gtk_check_button_new_with_label (name);
      GtkWidget *label = gtk_widget_get_last_child (check);

      if (GTK_IS_LABEL (label))
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (check, name);
      gtk_widget_set_can_focus (check, FALSE);
      gtk_list_box_append (self->list, check);
      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
  if (plwu_usual_has_field (list, "section"))
    gtk_list_box_set_header_func (self->list, show_section, self, NULL);
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  plwu_focus_let_tab_leave (self->list);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static gboolean
get_selected (PlwuChoose *self, guint *ret_row)
{
  guint column;

  return plwu_sheet_get_cursor (self->sheet, ret_row, &column)
         && *ret_row < plwu_draft_table_n_chosen (self->table);
}

static void
repeat_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuChoose *self = PLWU_CHOOSE (widget);
  guint row;

  if (!get_selected (self, &row))
    {
      tell (self, _ ("Select a row of the table first."));
      return;
    }
  row = plwu_draft_table_repeat (self->table, row);
  show_ticks (self);
  plwu_sheet_set_cursor (self->sheet, row, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuChoose *self = PLWU_CHOOSE (widget);
  guint row;

  if (!get_selected (self, &row))
    {
      tell (self, _ ("Select a row of the table first."));
      return;
    }
  plwu_draft_table_remove (self->table, row);
  show_ticks (self);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_choose_focus (PLWU_CHOOSE (widget));
}

static void
hide_notes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (PLWU_CHOOSE (widget)->notes, FALSE);
}

static void
selection_cb (PlwuChoose *self)
{
  guint row;

  if (get_selected (self, &row))
    show_about (self, plwu_draft_table_usual_text (self->table, row, self->note_field));
}

static void
plwu_choose_dispose (GObject *object)
{
  PlwuChoose *self = PLWU_CHOOSE (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_CHOOSE);

  G_OBJECT_CLASS (plwu_choose_parent_class)->dispose (object);
}

static void
plwu_choose_finalize (GObject *object)
{
  PlwuChoose *self = PLWU_CHOOSE (object);

  g_ptr_array_unref (self->checks);
  g_clear_object (&self->table);
  g_free (self->sought);

  G_OBJECT_CLASS (plwu_choose_parent_class)->finalize (object);
}

static void
plwu_choose_class_init (PlwuChooseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_choose_dispose;
  object_class->finalize = plwu_choose_finalize;

  signals[MESSAGE] = g_signal_new ("message", PLWU_TYPE_CHOOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/assistant/plwu-choose.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, search);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, buttons);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, legend);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, notes);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, notes_heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, notes_text);
  gtk_widget_class_bind_template_child (widget_class, PlwuChoose, about);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "choose.repeat", NULL, repeat_action);
  gtk_widget_class_install_action (widget_class, "choose.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "choose.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "choose.hide-notes", NULL, hide_notes_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "choose.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "choose.repeat", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "choose.repeat", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "choose.remove", NULL);
}

static void
plwu_choose_init (PlwuChoose *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
}

GtkWidget *
plwu_choose_new (PlwuDraftTable *table, const char *label, const char *note_field, guint first_column)
{
  g_return_val_if_fail (PLWU_IS_DRAFT_TABLE (table), NULL);

  PlwuChoose *self = g_object_new (PLWU_TYPE_CHOOSE, NULL);

  self->table = g_object_ref (table);
  self->note_field = note_field;
  self->first_column = first_column;
  self->sheet = PLWU_SHEET (plwu_sheet_new (PLWU_SHEET_MODEL (table)));
  plwu_sheet_set_label (self->sheet, label);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
  fill_list (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "message", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "reset", G_CALLBACK (show_ticks), self, G_CONNECT_SWAPPED);
  show_ticks (self);

  return GTK_WIDGET (self);
}

void
plwu_choose_add_button (PlwuChoose *self, GtkWidget *button)
{
  g_return_if_fail (PLWU_IS_CHOOSE (self));

  gtk_box_prepend (self->buttons, button);
}

void
plwu_choose_show_notes (PlwuChoose *self, const char *heading, const GPtrArray *notes)
{
  g_return_if_fail (PLWU_IS_CHOOSE (self));

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (notes, i));
  gtk_label_set_text (self->notes_heading, heading != NULL ? heading : "");
  gtk_label_set_text (self->notes_text, text->str);
  gtk_revealer_set_reveal_child (self->notes, text->len > 0);
}

void
plwu_choose_refresh (PlwuChoose *self)
{
  g_return_if_fail (PLWU_IS_CHOOSE (self));

  plwu_sheet_model_reset (PLWU_SHEET_MODEL (self->table));
}

void
plwu_choose_focus (PlwuChoose *self)
{
  g_return_if_fail (PLWU_IS_CHOOSE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

PlwuSheet *
plwu_choose_get_sheet (PlwuChoose *self)
{
  g_return_val_if_fail (PLWU_IS_CHOOSE (self), NULL);

  return self->sheet;
}
