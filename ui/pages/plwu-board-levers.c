/* plwu-board-levers.c: sliders for a few assumptions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-levers.h"

#include "plwu-picker.h"
#include "plwu-tooltip.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

/* Points are hundredths of a percentage point: 300 is three. */
#define POINTS_MOST 300
#define POINTS_STEP 25
/* Wide enough for what most sliders say, so that nothing moves beside them. */
#define TEXT_CHARS 14

#define POINT (PLW_DECIMAL_ONE / 100)

typedef struct
{
  GtkWidget *box;
  PlwuPicker *driver;
  GtkScale *scale;
  GtkLabel *text;
} Lever;

struct _PlwuBoardLevers
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *codes; /* of the drivers offered */
  GtkStringList *names;
  gboolean is_filling;

  /* Inside */
  Lever levers[PLWU_WHAT_IF_MOST];
};

G_DEFINE_FINAL_TYPE (PlwuBoardLevers, plwu_board_levers, ADW_TYPE_BIN)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
get_points (const Lever *lever)
{
  return (int) lround (gtk_range_get_value (GTK_RANGE (lever->scale)));
}

static const char *
get_driver (PlwuBoardLevers *self, const Lever *lever)
{
  guint selected = plwu_picker_get_selected (lever->driver);

  return gtk_widget_get_visible (lever->box) && selected < self->codes->len
             ? g_ptr_array_index (self->codes, selected)
             : NULL;
}

static char *
show_points (int points)
{
  g_autofree char *text = plw_decimal_to_text (ABS (points) * POINT);

  return g_strdup_printf (ABS (points) == 100 ? _ ("%s%s point a year") : _ ("%s%s points a year"),
                          points > 0 ? "+" : "-", text);
}

static void
show_lever (PlwuBoardLevers *self, Lever *lever)
{
  int points = get_points (lever);
  guint selected = plwu_picker_get_selected (lever->driver);
  const char *name =
      selected < self->codes->len ? gtk_string_list_get_string (self->names, selected) : _ ("Assumption");
  g_autofree char *text = points == 0 ? g_strdup (_ ("as planned")) : show_points (points);
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s"), name, text);

  gtk_label_set_text (lever->text, text);
  plwu_tooltip_set (GTK_WIDGET (lever->text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lever->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

static void
lever_cb (PlwuBoardLevers *self)
{
  if (self->is_filling)
    return;

  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    show_lever (self, &self->levers[i]);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
create_lever (PlwuBoardLevers *self, Lever *lever, GtkBox *row)
{
  GtkWidget *slide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *driver = plwu_picker_new (self->names);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *scale =
      gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, -POINTS_MOST, POINTS_MOST, POINTS_STEP);

  lever->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  lever->driver = PLWU_PICKER (driver);
  lever->scale = GTK_SCALE (scale);
  lever->text = GTK_LABEL (text);

  plwu_picker_set_what (lever->driver, _ ("Assumption to try"));
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_add_css_class (text, "heading");
  gtk_label_set_width_chars (lever->text, TEXT_CHARS);
  gtk_label_set_ellipsize (lever->text, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (lever->text, 1);
  gtk_box_append (GTK_BOX (slide), scale);
  gtk_box_append (GTK_BOX (slide), text);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  gtk_scale_set_draw_value (lever->scale, FALSE);
  gtk_scale_set_has_origin (lever->scale, FALSE);
  gtk_scale_add_mark (lever->scale, 0, GTK_POS_BOTTOM, NULL);
  gtk_range_set_increments (GTK_RANGE (scale), POINTS_STEP, 4 * POINTS_STEP);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);

  gtk_box_append (GTK_BOX (lever->box), driver);
  gtk_box_append (GTK_BOX (lever->box), slide);
  gtk_box_append (row, lever->box);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (lever_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (driver, "notify::selected", G_CALLBACK (lever_cb), self, G_CONNECT_SWAPPED);
}

static void
plwu_board_levers_dispose (GObject *object)
{
  PLWU_BOARD_LEVERS (object)->is_filling = TRUE;

  G_OBJECT_CLASS (plwu_board_levers_parent_class)->dispose (object);
}

static void
plwu_board_levers_finalize (GObject *object)
{
  PlwuBoardLevers *self = PLWU_BOARD_LEVERS (object);

  g_ptr_array_unref (self->codes);
  g_object_unref (self->names);

  G_OBJECT_CLASS (plwu_board_levers_parent_class)->finalize (object);
}

static void
plwu_board_levers_class_init (PlwuBoardLeversClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_board_levers_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_board_levers_finalize;

  signals[MOVED] =
      g_signal_new ("moved", PLWU_TYPE_BOARD_LEVERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plwu_board_levers_init (PlwuBoardLevers *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    create_lever (self, &self->levers[i], GTK_BOX (row));
  adw_bin_set_child (ADW_BIN (self), row);
}

/* Public functions */

GtkWidget *
plwu_board_levers_new (void)
{
  return g_object_new (PLWU_TYPE_BOARD_LEVERS, NULL);
}

static gboolean
is_listed (PlwuBoardLevers *self, const PlwPlan *plan)
{
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_DRIVERS);

  if (n_rows != self->codes->len)
    return FALSE;
  for (size_t i = 0; i < n_rows; i++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_DRIVERS, i, PLW_DRIVERS_CODE),
                g_ptr_array_index (self->codes, i))
            != 0
        || strcmp (plw_plan_name (plan, PLW_TABLE_DRIVERS, i),
                   gtk_string_list_get_string (self->names, (guint) i))
               != 0)
      return FALSE;
  return TRUE;
}

static guint
find_code (PlwuBoardLevers *self, const char *code)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (strcmp (g_ptr_array_index (self->codes, i), code) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
plwu_board_levers_set_plan (PlwuBoardLevers *self, const PlwPlan *plan)
{
  g_return_if_fail (PLWU_IS_BOARD_LEVERS (self));
  g_return_if_fail (plan != NULL);

  char *kept[PLWU_WHAT_IF_MOST] = { NULL };
  const char *chosen[PLWU_WHAT_IF_MOST];
  guint n_chosen = plwu_what_if_choose (plan, chosen);
  gboolean is_first = self->codes->len == 0;

  if (is_listed (self, plan))
    return;

  self->is_filling = TRUE;
  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    kept[i] = g_strdup (is_first ? (i < n_chosen ? chosen[i] : NULL) : get_driver (self, &self->levers[i]));
  g_ptr_array_set_size (self->codes, 0);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_DRIVERS); i++)
    {
      g_ptr_array_add (self->codes, g_strdup (plw_plan_text (plan, PLW_TABLE_DRIVERS, i, PLW_DRIVERS_CODE)));
      gtk_string_list_append (self->names, plw_plan_name (plan, PLW_TABLE_DRIVERS, i));
    }
  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    {
      Lever *lever = &self->levers[i];
      guint place = kept[i] != NULL ? find_code (self, kept[i]) : GTK_INVALID_LIST_POSITION;

      gtk_widget_set_visible (lever->box, place != GTK_INVALID_LIST_POSITION);
      if (place != GTK_INVALID_LIST_POSITION)
        plwu_picker_set_selected (lever->driver, place);
      else
        gtk_range_set_value (GTK_RANGE (lever->scale), 0);
      show_lever (self, lever);
      g_free (g_steal_pointer (&kept[i]));
    }
  self->is_filling = FALSE;
}

guint
plwu_board_levers_get_changes (PlwuBoardLevers *self, PlwuWhatIf ret_changes[PLWU_WHAT_IF_MOST])
{
  g_return_val_if_fail (PLWU_IS_BOARD_LEVERS (self), 0);

  guint n = 0;

  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    {
      const char *driver = get_driver (self, &self->levers[i]);
      int points = get_points (&self->levers[i]);

      if (driver != NULL && points != 0)
        ret_changes[n++] = (PlwuWhatIf){ driver, points * POINT };
    }
  return n;
}

char *
plwu_board_levers_describe (PlwuBoardLevers *self)
{
  g_return_val_if_fail (PLWU_IS_BOARD_LEVERS (self), NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    {
      const Lever *lever = &self->levers[i];
      int points = get_points (lever);

      if (get_driver (self, lever) == NULL || points == 0)
        continue;

      g_autofree char *shown = show_points (points);

      g_string_append_printf (
          text, "%s%s %s", text->len > 0 ? ", " : "",
          gtk_string_list_get_string (self->names, plwu_picker_get_selected (lever->driver)), shown);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

void
plwu_board_levers_move (PlwuBoardLevers *self, guint lever, int points)
{
  g_return_if_fail (PLWU_IS_BOARD_LEVERS (self));
  g_return_if_fail (lever < PLWU_WHAT_IF_MOST);

  gtk_range_set_value (GTK_RANGE (self->levers[lever].scale), points);
}

void
plwu_board_levers_reset (PlwuBoardLevers *self)
{
  g_return_if_fail (PLWU_IS_BOARD_LEVERS (self));

  for (guint i = 0; i < PLWU_WHAT_IF_MOST; i++)
    plwu_board_levers_move (self, i, 0);
}
