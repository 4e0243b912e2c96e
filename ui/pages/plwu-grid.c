/* plwu-grid.c: a table of the plan with what can be done to its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-grid.h"

#include "plwu-grid-view.h"
#include "findings/plwu-labels.h"
#include "plwu-menu.h"
#include "plwu-override.h"
#include "plwu-shipped.h"
#include "plwu-tooltip.h"

#include <glib/gi18n.h>
#include <string.h>

#define OWN_ROWS_HEIGHT 160
#define TOAST_CHARS_MOST 90

struct _PlwuGrid
{
  AdwBin parent_instance;

  /* Owned */
  PlwuTableModel *model;

  guint wanted_row; /* the cell to be shown once there is room for it */
  guint wanted_column;
  guint wanted_id; /* of a tick callback; 0: no cell is wanted */
  guint n_frames;  /* since it is */

  /* Template widgets */
  GtkBox *bar;
  GtkWidget *add_button;
  GtkSearchEntry *search_entry;
  GtkMenuButton *group_button;
  GtkLabel *count;
  GtkRevealer *report; /* what a toast has no room for */
  GtkLabel *report_label;
  GtkScrolledWindow *scroller;
  GMenuModel *cell_menu;

  /* Inside the scroller */
  PlwuSheet *sheet;

  /* Below it */
  PlwuShipped *shipped; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PlwuGrid, plwu_grid, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GROUP, /* the state of grid.group */
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint selection_signal;

static void
tell (PlwuGrid *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
tell_error (PlwuGrid *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

static gboolean
may_change_rows (PlwuGrid *self)
{
  g_autofree char *why = NULL;

  if (self->model == NULL)
    return FALSE;
  if (plwu_table_model_can_change_rows (self->model, &why))
    return TRUE;

  tell (self, why);
  return FALSE;
}

static void
add_row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuGrid *self = PLWU_GRID (widget);
  g_autoptr (GError) error = NULL;
  guint row = G_MAXUINT;
  guint column = 0;
  guint added;

  if (!may_change_rows (self) || !plwu_sheet_finish_editing (self->sheet))
    return;

  plwu_sheet_get_cursor (self->sheet, &row, &column);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (plwu_table_model_add_row (self->model, row, &added, &error))
    {
      plwu_sheet_set_cursor (self->sheet, added, 0);
      plwu_grid_focus (self);
    }
  else if (error != NULL)
    tell_error (self, error);
}

static void
remove_rows_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuGrid *self = PLWU_GRID (widget);
  g_autoptr (GError) error = NULL;
  PlwuSheetBlock block;

  if (!may_change_rows (self) || !plwu_sheet_get_selection (self->sheet, &block))
    return;
  if (!plwu_table_model_delete_rows (self->model, block.first_row, block.n_rows, &error))
    tell_error (self, error);
  else
    gtk_widget_activate_action (widget, "win.toast-undo", NULL);
}

static void
use_parent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PLWU_GRID (widget)->sheet), "sheet.clear", NULL);
}

static void
focus_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_grid_start_search (PLWU_GRID (widget));
}

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuGrid *self = PLWU_GRID (widget);
  const char *order = g_variant_get_string (parameter, NULL);

  if (self->model != NULL && plwu_sheet_finish_editing (self->sheet))
    plwu_grid_view_sort (self->model, self->sheet,
                         g_str_equal (order, "up")     ? PLWU_SHEET_SORT_UP
                         : g_str_equal (order, "down") ? PLWU_SHEET_SORT_DOWN
                                                       : PLWU_SHEET_UNSORTED);
}

static void
header_activated_cb (PlwuGrid *self, guint column)
{
  plwu_grid_view_sort_next (self->model, self->sheet, column);
}

static void
find_cell (PlwuGrid *self, int step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (*text == '\0' || self->model == NULL)
    plwu_grid_start_search (self);
  else if (plwu_grid_view_find (self->model, self->sheet, text, step))
    plwu_grid_focus (self);
  else
    tell (self, _ ("No cell of this table shows that text"));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  find_cell (PLWU_GRID (widget), g_str_equal (name, "grid.find-next") ? 1 : -1);
}

static void
find_next_cb (PlwuGrid *self)
{
  find_cell (self, 1);
}

static void
find_previous_cb (PlwuGrid *self)
{
  find_cell (self, -1);
}

static void
search_changed_cb (PlwuGrid *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->model != NULL)
    plwu_grid_view_search (self->model, self->sheet, text);
  if (self->shipped != NULL)
    plwu_shipped_set_search (self->shipped, text);
}

static void
stop_search_cb (PlwuGrid *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  plwu_grid_focus (self);
}

static void
hide_report_cb (PlwuGrid *self)
{
  gtk_revealer_set_reveal_child (self->report, FALSE);
}

/* What was not understood is to be read in full, and stays until it has been. */
static void
sheet_message_cb (PlwuGrid *self, const char *text)
{
  gboolean is_long = strchr (text, '\n') != NULL || g_utf8_strlen (text, -1) > TOAST_CHARS_MOST;

  gtk_revealer_set_reveal_child (self->report, is_long);
  if (is_long)
    {
      gtk_label_set_text (self->report_label, text);
      plwu_tooltip_set (GTK_WIDGET (self->report_label), text);
    }
  else
    tell (self, text);
}

static char *
count_rows (PlwuGrid *self)
{
  guint n_hidden;
  guint n_rows = plwu_table_model_get_n_plan_rows (self->model, &n_hidden);

  if (n_hidden > 0)
    return g_strdup_printf (_ ("%u of %u rows"), n_rows, n_rows + n_hidden);
  return g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
}

/* How many rows there are, and what is to know of what is selected. */
static void
update_count (PlwuGrid *self)
{
  PlwuDocument *document = plwu_table_model_get_document (self->model);
  gboolean is_scenario = !plwu_document_is_root (document)
                         && plwu_override_allows_table (plwu_table_model_get_table (self->model));
  g_autofree char *rows = count_rows (self);
  g_autofree char *selected = plwu_grid_view_describe (self->model, self->sheet);
  g_autofree char *hint = is_scenario ? g_strdup_printf (_ ("Figures typed here override %s in “%s”"),
                                                         plwu_document_get_parent_name (document),
                                                         plwu_document_get_scenario_name (document))
                                      : NULL;
  const char *more = selected != NULL ? selected : hint;
  g_autofree char *text = g_strjoin (". ", rows, more, NULL);

  gtk_label_set_text (self->count, text);
  plwu_tooltip_set (GTK_WIDGET (self->count), more);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grid.use-parent", is_scenario);
}

static void
sheet_selection_cb (PlwuGrid *self)
{
  if (self->model != NULL)
    update_count (self);
  g_signal_emit (self, selection_signal, 0);
}

static void
plwu_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlwuGrid *self = PLWU_GRID (object);

  switch (id)
    {
    case PROP_GROUP:
      g_value_set_string (value, plwu_grid_view_name_grouping (
                                     self->model != NULL ? plwu_table_model_get_grouping (self->model)
                                                         : PLWU_TABLE_UNGROUPED));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plwu_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuGrid *self = PLWU_GRID (object);
  PlwuTableGrouping grouping;

  switch (id)
    {
    case PROP_GROUP:
      if (self->model != NULL && plwu_grid_view_find_grouping (g_value_get_string (value), &grouping)
          && plwu_sheet_finish_editing (self->sheet))
        {
          plwu_grid_view_group (self->model, self->sheet, grouping);
          gtk_menu_button_set_label (self->group_button, plwu_grid_view_label_grouping (grouping));
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
forget_wanted (PlwuGrid *self)
{
  if (self->wanted_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wanted_id);
  self->wanted_id = 0;
}

static void
plwu_grid_dispose (GObject *object)
{
  PlwuGrid *self = PLWU_GRID (object);

  forget_wanted (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_GRID);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plwu_grid_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "grid.add-row", NULL, add_row_action);
  gtk_widget_class_install_action (widget_class, "grid.remove-rows", NULL, remove_rows_action);
  gtk_widget_class_install_action (widget_class, "grid.use-parent", NULL, use_parent_action);
  gtk_widget_class_install_action (widget_class, "grid.search", NULL, focus_search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "grid.add-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "grid.add-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "grid.remove-rows",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "grid.group", "group");
  gtk_widget_class_install_action (widget_class, "grid.sort", "s", sort_action);
  gtk_widget_class_install_action (widget_class, "grid.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "grid.find-previous", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "grid.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "grid.find-previous", NULL);
}

static void
plwu_grid_class_init (PlwuGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plwu_grid_dispose;
  object_class->get_property = plwu_grid_get_property;
  object_class->set_property = plwu_grid_set_property;

  properties[PROP_GROUP] =
      g_param_spec_string ("group", NULL, NULL, "none", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  selection_signal = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, bar);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, group_button);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, count);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, report);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, report_label);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuGrid, cell_menu);
  gtk_widget_class_bind_template_callback (widget_class, hide_report_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  install_actions (widget_class);
}

static void
plwu_grid_init (PlwuGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sheet = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_menu (self->sheet, self->cell_menu);
  g_signal_connect_object (self->sheet, "message", G_CALLBACK (sheet_message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "header-activated", G_CALLBACK (header_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection-changed", G_CALLBACK (sheet_selection_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheet));
}

GtkWidget *
plwu_grid_new (PlwuSheetModel *model)
{
  PlwuGrid *self = g_object_new (PLWU_TYPE_GRID, NULL);

  plwu_grid_set_model (self, model);
  g_object_unref (model);

  return GTK_WIDGET (self);
}

void
plwu_grid_set_model (PlwuGrid *self, PlwuSheetModel *model)
{
  g_return_if_fail (PLWU_IS_GRID (self));
  g_return_if_fail (PLWU_IS_TABLE_MODEL (model));
  g_return_if_fail (self->model == NULL);

  g_autoptr (GMenuModel) group_menu = plwu_grid_view_get_group_menu (PLWU_TABLE_MODEL (model));

  self->model = g_object_ref (PLWU_TABLE_MODEL (model));
  plwu_menu_give (self->group_button, group_menu);
  gtk_widget_set_visible (GTK_WIDGET (self->group_button), group_menu != NULL);
  plwu_sheet_set_model (self->sheet, model);
  plwu_sheet_set_label (self->sheet, plwu_label_table (plwu_table_model_get_table (self->model)));
  g_signal_connect_object (model, "changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "reset", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);
}

PlwuTableModel *
plwu_grid_get_model (PlwuGrid *self)
{
  g_return_val_if_fail (PLWU_IS_GRID (self), NULL);

  return self->model;
}

PlwuSheet *
plwu_grid_get_sheet (PlwuGrid *self)
{
  g_return_val_if_fail (PLWU_IS_GRID (self), NULL);

  return self->sheet;
}

void
plwu_grid_set_empty_text (PlwuGrid *self, const char *text)
{
  g_return_if_fail (PLWU_IS_GRID (self));

  plwu_sheet_set_empty_text (self->sheet, text);
}

void
plwu_grid_show_shipped (PlwuGrid *self)
{
  g_return_if_fail (PLWU_IS_GRID (self));
  g_return_if_fail (self->shipped == NULL);

  GtkWidget *shipped = plwu_shipped_new (plwu_table_model_get_table (self->model));
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->scroller)));

  /* The plan's own rows are few: most of the room is for what is shipped. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), FALSE);
  gtk_scrolled_window_set_min_content_height (self->scroller, OWN_ROWS_HEIGHT);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, shipped);
  gtk_widget_set_vexpand (shipped, TRUE);
  self->shipped = PLWU_SHIPPED (shipped);
}

void
plwu_grid_add_control (PlwuGrid *self, GtkWidget *control)
{
  g_return_if_fail (PLWU_IS_GRID (self));

  gtk_box_append (self->bar, control);
}

void
plwu_grid_add_import (PlwuGrid *self)
{
  g_return_if_fail (PLWU_IS_GRID (self) && self->model != NULL);

  GtkWidget *button = gtk_button_new_with_label (_ ("Import…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    plw_schema_table (plwu_table_model_get_table (self->model))->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-table");
  gtk_widget_set_tooltip_text (button, _ ("Take rows of a workbook or a .csv file into this table"));
  plwu_grid_add_control (self, button);
}

gboolean
plwu_grid_get_cursor (PlwuGrid *self, guint *ret_row, guint *ret_column)
{
  g_return_val_if_fail (PLWU_IS_GRID (self), FALSE);

  return plwu_sheet_get_cursor (self->sheet, ret_row, ret_column);
}

gboolean
plwu_grid_get_plan_row (PlwuGrid *self, size_t *ret_row)
{
  g_return_val_if_fail (PLWU_IS_GRID (self), FALSE);

  guint row;
  guint column;

  return plwu_sheet_get_cursor (self->sheet, &row, &column)
         && plwu_table_model_get_plan_row (self->model, row, ret_row);
}

static guint
find_column (PlwuGrid *self, const char *name)
{
  const PlwPlan *plan = plwu_document_get_shown (plwu_table_model_get_document (self->model));
  PlwTableId table = plwu_table_model_get_table (self->model);
  size_t plan_column;

  for (guint i = 0; i < plwu_sheet_model_n_columns (PLWU_SHEET_MODEL (self->model)); i++)
    if (plwu_table_model_get_plan_column (self->model, i, &plan_column)
        && g_strcmp0 (plw_plan_column_name (plan, table, plan_column), name) == 0)
      return i;
  return 0;
}

/* The first frame gives the table its size: only then can it scroll to the cell. Frames come
 * on the busiest machine; being idle may not.
 */
static gboolean
show_wanted_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlwuGrid *self = PLWU_GRID (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->wanted_id = 0;
  plwu_sheet_set_cursor (self->sheet, self->wanted_row, self->wanted_column);
  plwu_grid_focus (self);

  return G_SOURCE_REMOVE;
}

void
plwu_grid_show_cell (PlwuGrid *self, size_t plan_row, const char *column)
{
  g_return_if_fail (PLWU_IS_GRID (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  plwu_table_model_set_search (self->model, NULL);
  if (!plwu_table_model_find_plan_row (self->model, plan_row, &self->wanted_row))
    return;

  self->wanted_column = find_column (self, column);
  forget_wanted (self);
  self->n_frames = 0;
  self->wanted_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_wanted_cb, NULL, NULL);
}

gboolean
plwu_grid_finish_editing (PlwuGrid *self)
{
  g_return_val_if_fail (PLWU_IS_GRID (self), TRUE);

  return plwu_sheet_finish_editing (self->sheet);
}

void
plwu_grid_start_search (PlwuGrid *self)
{
  g_return_if_fail (PLWU_IS_GRID (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
plwu_grid_focus (PlwuGrid *self)
{
  g_return_if_fail (PLWU_IS_GRID (self));

  /* Where there is nothing yet, the first step is to add a row. */
  if (plwu_sheet_model_n_rows (PLWU_SHEET_MODEL (self->model)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  else
    gtk_widget_grab_focus (self->add_button);
}
