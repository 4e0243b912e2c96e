/* plwu-sheet.c: the grid used for all tables: its class, model and public functions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

enum
{
  CELL_ACTIVATED,
  HEADER_ACTIVATED,
  EDIT_WANTED,
  SELECTION_CHANGED,
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuSheet,
                               plwu_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, plwu_sheet_init_scrollable))

void
plwu_sheet_emit_message (PlwuSheet *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

void
plwu_sheet_emit_activated (PlwuSheet *self, guint row, guint column)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, row, column);
}

void
plwu_sheet_emit_header_activated (PlwuSheet *self, guint column)
{
  g_signal_emit (self, signals[HEADER_ACTIVATED], 0, column);
}

gboolean
plwu_sheet_emit_edit_wanted (PlwuSheet *self, guint row, guint column, const char *text)
{
  gboolean is_handled = FALSE;

  g_signal_emit (self, signals[EDIT_WANTED], 0, row, column, text, &is_handled);
  return is_handled;
}

void
plwu_sheet_emit_selection_changed (PlwuSheet *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The model */

/* Where nothing in it takes the keyboard, a scrolled window does, and shows nothing of it. */
static void
pass_by_when_empty (PlwuSheet *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_SCROLLED_WINDOW (parent))
    gtk_widget_set_can_focus (parent, plwu_sheet_has_cells (self));
}

static void
model_reset_cb (PlwuSheet *self)
{
  PlwuSheetModel *model = self->model;

  self->n_rows = model == NULL ? 0 : plwu_sheet_model_n_rows (model);
  self->n_columns = model == NULL ? 0 : plwu_sheet_model_n_columns (model);
  self->n_frozen_wanted = model == NULL ? 0 : plwu_sheet_model_n_frozen (model);
  self->has_total = model != NULL && plwu_sheet_model_has_total_row (model);
  self->n_frozen = 0;
  plwu_sheet_clamp_cursor (self);
  pass_by_when_empty (self);

  if (self->is_editing
      && (!self->is_committing || self->edited.row > self->n_rows || self->edited.column >= self->n_columns))
    plwu_sheet_cancel_edit (self);

  plwu_sheet_drop_pool (self);
  plwu_sheet_measure_columns (self);
  plwu_sheet_show_cursor (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  plwu_sheet_emit_selection_changed (self);
}

static void
model_changed_cb (PlwuSheet *self, guint first_row, guint n_rows)
{
  plwu_sheet_unbind_rows (self, first_row, n_rows);
  if (self->cursor.row == self->n_rows
      || (self->cursor.row >= first_row && self->cursor.row - first_row < n_rows))
    {
      /* In place: the same cell with another figure is no move. */
      PlwuSheetCellWidget *cell = PLWU_SHEET_CELL_WIDGET (self->cursor_cells[self->front]);

      if (plwu_sheet_has_cells (self))
        plwu_sheet_cell_widget_bind (cell, self->model, self->cursor.row, self->cursor.column, NULL);
    }
}

void
plwu_sheet_set_model (PlwuSheet *self, PlwuSheetModel *model)
{
  g_return_if_fail (PLWU_IS_SHEET (self));
  g_return_if_fail (model == NULL || PLWU_IS_SHEET_MODEL (model));

  if (self->model == model)
    return;

  plwu_sheet_cancel_edit (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "reset", G_CALLBACK (model_reset_cb), self);
      g_signal_connect_swapped (model, "changed", G_CALLBACK (model_changed_cb), self);
    }

  self->cursor = self->lead = (PlwuSheetPlace){ 0, 0 };
  self->scroll_x = 0;
  if (self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL], 0);
  model_reset_cb (self);
}

PlwuSheetModel *
plwu_sheet_get_model (PlwuSheet *self)
{
  g_return_val_if_fail (PLWU_IS_SHEET (self), NULL);

  return self->model;
}

/* The widget */

static void
plwu_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  plwu_sheet_allocate (PLWU_SHEET (widget), width, height);
}

static void
plwu_sheet_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  PlwuSheet *self = PLWU_SHEET (widget);

  if (self->needs_measuring)
    plwu_sheet_measure_columns (self);

  int fixed = plwu_sheet_get_header_height (self) + plwu_sheet_get_total_height (self);

  gtk_widget_measure (self->empty_label, orientation, -1, minimum, natural, NULL, NULL);
  if (!plwu_sheet_has_cells (self))
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (self->edges[self->n_columns], 120);
      *natural = self->edges[self->n_columns];
    }
  else
    {
      *minimum = fixed + self->row_height;
      *natural = fixed + (int) MIN (self->n_rows, 10000) * self->row_height;
    }
}

static void
plwu_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlwuSheet *self = PLWU_SHEET (widget);

  plwu_sheet_draw (self, snapshot);
  if (!plwu_sheet_has_cells (self))
    gtk_widget_snapshot_child (widget, self->empty_label, snapshot);
}

/* Tab comes in to the cursor and goes on behind the sheet; inside, the sheet's own keys move. */
static gboolean
plwu_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return plwu_sheet_grab_cursor_focus (PLWU_SHEET (widget));
}

static gboolean
plwu_sheet_grab_focus (GtkWidget *widget)
{
  PlwuSheet *self = PLWU_SHEET (widget);

  return self->is_editing ? gtk_widget_grab_focus (self->editor) : plwu_sheet_grab_cursor_focus (self);
}

static void
plwu_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlwuSheet *self = PLWU_SHEET (widget);

  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->css_changed (widget, change);

  if (!plwu_sheet_measure_font (self))
    return;

  plwu_sheet_drop_pool (self);

  self->needs_measuring = TRUE;
  gtk_widget_queue_resize (widget);
}

static void
plwu_sheet_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->direction_changed (widget, previous);
  plwu_sheet_drop_pool (PLWU_SHEET (widget));
  gtk_widget_queue_allocate (widget);
}

static void
plwu_sheet_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->state_flags_changed (widget, previous);

  /* The cursor's frame shows whether the sheet has the focus. */
  gtk_widget_queue_draw (widget);
}

static void
plwu_sheet_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->root (widget);
  pass_by_when_empty (PLWU_SHEET (widget));
}

static void
plwu_sheet_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->realize (widget);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                           "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

static void
plwu_sheet_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                                        widget);
  GTK_WIDGET_CLASS (plwu_sheet_parent_class)->unrealize (widget);
}

static void
plwu_sheet_dispose (GObject *object)
{
  PlwuSheet *self = PLWU_SHEET (object);

  self->is_editing = FALSE;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->menu);
  plwu_scrolling_dispose (&self->scrolling, GTK_WIDGET (self));

  plwu_sheet_drop_pool (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->spread_popover, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->empty_label, gtk_widget_unparent);
  g_clear_pointer (&self->cursor_cells[0], gtk_widget_unparent);
  g_clear_pointer (&self->cursor_cells[1], gtk_widget_unparent);

  G_OBJECT_CLASS (plwu_sheet_parent_class)->dispose (object);
}

static void
plwu_sheet_finalize (GObject *object)
{
  PlwuSheet *self = PLWU_SHEET (object);

  g_ptr_array_unref (self->pool);
  g_ptr_array_unref (self->titles);
  g_free (self->edges);
  g_free (self->edited_text);

  G_OBJECT_CLASS (plwu_sheet_parent_class)->finalize (object);
}

static void
plwu_sheet_class_init (PlwuSheetClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = plwu_sheet_dispose;
  object_class->finalize = plwu_sheet_finalize;
  plwu_scrolling_override (object_class);

  widget_class->size_allocate = plwu_sheet_size_allocate;
  widget_class->measure = plwu_sheet_measure;
  widget_class->snapshot = plwu_sheet_snapshot;
  widget_class->focus = plwu_sheet_focus;
  widget_class->grab_focus = plwu_sheet_grab_focus;
  widget_class->css_changed = plwu_sheet_css_changed;
  widget_class->direction_changed = plwu_sheet_direction_changed;
  widget_class->state_flags_changed = plwu_sheet_state_flags_changed;
  widget_class->root = plwu_sheet_root;
  widget_class->realize = plwu_sheet_realize;
  widget_class->unrealize = plwu_sheet_unrealize;

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", PLWU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[HEADER_ACTIVATED] = g_signal_new ("header-activated", PLWU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[EDIT_WANTED] =
      g_signal_new ("edit-wanted", PLWU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                    NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", PLWU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", PLWU_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  plwu_sheet_install_block_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plwusheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
plwu_sheet_init (PlwuSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  plwu_sheet_install_css (gtk_widget_get_display (widget));
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Arrows move, F2 edits, F6 or Control and Tab leave the table"), -1);

  plwu_sheet_init_scrolling (self);
  self->pool = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_sheet_face_free);
  self->titles = g_ptr_array_new_with_free_func (g_object_unref);
  self->entry_column = PLWU_SHEET_NOWHERE;
  self->needs_measuring = TRUE;

  for (int i = 0; i < 2; i++)
    {
      self->cursor_cells[i] = plwu_sheet_cell_widget_new ();
      gtk_widget_set_parent (self->cursor_cells[i], widget);
      gtk_widget_set_child_visible (self->cursor_cells[i], FALSE);
    }

  self->empty_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty_label, "sheet-empty");
  gtk_widget_set_parent (self->empty_label, widget);

  plwu_sheet_init_editor (self);
  plwu_sheet_init_input (self);
}

/* Public functions */

GtkWidget *
plwu_sheet_new (PlwuSheetModel *model)
{
  GtkWidget *self = g_object_new (PLWU_TYPE_SHEET, NULL);

  plwu_sheet_set_model (PLWU_SHEET (self), model);

  return self;
}

void
plwu_sheet_set_label (PlwuSheet *self, const char *label)
{
  g_return_if_fail (PLWU_IS_SHEET (self));
  g_return_if_fail (label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
plwu_sheet_set_empty_text (PlwuSheet *self, const char *text)
{
  g_return_if_fail (PLWU_IS_SHEET (self));

  gtk_label_set_text (GTK_LABEL (self->empty_label), text != NULL ? text : "");
}

void
plwu_sheet_set_menu (PlwuSheet *self, GMenuModel *menu)
{
  g_return_if_fail (PLWU_IS_SHEET (self));
  g_return_if_fail (menu == NULL || G_IS_MENU_MODEL (menu));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_object (&self->menu, menu);
}
