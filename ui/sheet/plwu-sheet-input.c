/* plwu-sheet-input.c: keys and pointer of the sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

/* Keys */

static void
leave_sheet (PlwuSheet *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && plwu_sheet_commit_edit (self, FALSE))
    gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static void
commit_and_move (PlwuSheet *self, PlwuSheetCommand command)
{
  guint entry_column = self->entry_column;

  if (!plwu_sheet_commit_edit (self, command == PLWU_SHEET_COMMAND_COMMIT_ALL))
    return;

  switch ((int) command)
    {
    case PLWU_SHEET_COMMAND_COMMIT_UP:
      plwu_sheet_move_by_command (self, PLWU_SHEET_COMMAND_UP, FALSE);
      break;
    case PLWU_SHEET_COMMAND_COMMIT_DOWN:
      /* After a run of Tabs, Enter begins the next row where the run began. */
      if (entry_column != PLWU_SHEET_NOWHERE)
        plwu_sheet_move_cursor (self, self->cursor.row + 1, entry_column);
      else
        plwu_sheet_move_by_command (self, PLWU_SHEET_COMMAND_DOWN, FALSE);
      break;
    case PLWU_SHEET_COMMAND_COMMIT_NEXT:
      if (entry_column == PLWU_SHEET_NOWHERE)
        entry_column = self->cursor.column;
      plwu_sheet_move_by_command (self, PLWU_SHEET_COMMAND_NEXT, FALSE);
      self->entry_column = entry_column;
      break;
    case PLWU_SHEET_COMMAND_COMMIT_PREVIOUS:
      plwu_sheet_move_by_command (self, PLWU_SHEET_COMMAND_PREVIOUS, FALSE);
      break;
    default:
      break;
    }
}

/* Enter moves down a table that is being filled; on one that only shows
 * results, and with Control, it asks about the figure.
 */
static void
press_enter (PlwuSheet *self, gboolean is_control)
{
  gboolean is_result = PLWU_SHEET_MODEL_GET_IFACE (self->model)->set_cells == NULL;

  if (is_result || is_control)
    plwu_sheet_emit_activated (self, self->cursor.row, self->cursor.column);
  else if (self->entry_column != PLWU_SHEET_NOWHERE)
    plwu_sheet_move_cursor (self, self->cursor.row + 1, self->entry_column);
  else
    plwu_sheet_move_by_command (self, PLWU_SHEET_COMMAND_DOWN, FALSE);
}

static void
select_line (PlwuSheet *self, PlwuSheetCommand command)
{
  PlwuSheetBlock block;

  if (!plwu_sheet_get_selection (self, &block))
    return;

  if (command != PLWU_SHEET_COMMAND_SELECT_COLUMN)
    {
      block.first_column = 0;
      block.n_columns = self->n_columns;
    }
  if (command != PLWU_SHEET_COMMAND_SELECT_ROW)
    {
      block.first_row = 0;
      block.n_rows = self->n_rows;
    }
  plwu_sheet_select (self, &block);
}

static void
show_menu_at_cursor (PlwuSheet *self)
{
  GdkRectangle area;

  plwu_sheet_scroll_to (self, self->cursor.row, self->cursor.column);
  plwu_sheet_get_cell_area (self, self->cursor.row, self->cursor.column, &area);
  plwu_sheet_popup_menu (self, &area);
}

static void
begin_replacing (PlwuSheet *self, guint keyval)
{
  char text[8] = { 0 };

  g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), text);
  plwu_sheet_begin_edit (self, text);
}

static void
run_block_command (PlwuSheet *self, PlwuSheetCommand command)
{
  switch ((int) command)
    {
    case PLWU_SHEET_COMMAND_CLEAR:
      plwu_sheet_clear (self);
      break;
    case PLWU_SHEET_COMMAND_CUT:
      plwu_sheet_cut (self);
      break;
    case PLWU_SHEET_COMMAND_COPY:
      plwu_sheet_copy (self);
      break;
    case PLWU_SHEET_COMMAND_PASTE:
      plwu_sheet_paste (self);
      break;
    case PLWU_SHEET_COMMAND_FILL_DOWN:
      plwu_sheet_fill (self, GTK_ORIENTATION_VERTICAL);
      break;
    case PLWU_SHEET_COMMAND_FILL_RIGHT:
      plwu_sheet_fill (self, GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      select_line (self, command);
    }
}

/* Returns whether the key is used up. */
static gboolean
run_command (PlwuSheet *self,
             PlwuSheetCommand command,
             gboolean extends,
             guint keyval,
             GdkModifierType modifiers)
{
  if (command <= PLWU_SHEET_COMMAND_PREVIOUS)
    plwu_sheet_move_by_command (self, command, extends);
  else if (command >= PLWU_SHEET_COMMAND_COMMIT_DOWN && command <= PLWU_SHEET_COMMAND_COMMIT_ALL)
    commit_and_move (self, command);
  else if (command >= PLWU_SHEET_COMMAND_SELECT_ALL && command <= PLWU_SHEET_COMMAND_FILL_RIGHT)
    run_block_command (self, command);
  else
    switch ((int) command)
      {
      case PLWU_SHEET_COMMAND_EDIT:
        plwu_sheet_begin_edit (self, NULL);
        break;
      case PLWU_SHEET_COMMAND_REPLACE:
        begin_replacing (self, keyval);
        break;
      case PLWU_SHEET_COMMAND_ACTIVATE:
        press_enter (self, (modifiers & GDK_CONTROL_MASK) != 0);
        break;
      case PLWU_SHEET_COMMAND_CANCEL:
        plwu_sheet_cancel_edit (self);
        break;
      case PLWU_SHEET_COMMAND_UNSELECT:
        /* With nothing selected, Escape may close what is around the sheet. */
        if (self->lead.row == self->cursor.row && self->lead.column == self->cursor.column)
          return GDK_EVENT_PROPAGATE;
        plwu_sheet_move_cursor (self, self->cursor.row, self->cursor.column);
        break;
      case PLWU_SHEET_COMMAND_LEAVE_FORWARD:
        leave_sheet (self, GTK_DIR_TAB_FORWARD);
        break;
      case PLWU_SHEET_COMMAND_LEAVE_BACKWARD:
        leave_sheet (self, GTK_DIR_TAB_BACKWARD);
        break;
      case PLWU_SHEET_COMMAND_MENU:
        show_menu_at_cursor (self);
        break;
      default:
        g_assert_not_reached ();
      }

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (PlwuSheet *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  gboolean extends;
  PlwuSheetCommand command;

  if (!plwu_sheet_has_cells (self) || plwu_sheet_is_asking (self)
      || (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return GDK_EVENT_PROPAGATE;

  command = plwu_sheet_keys_lookup (keyval, modifiers, self->is_editing, &extends);
  if (command == PLWU_SHEET_COMMAND_NONE)
    return GDK_EVENT_PROPAGATE;

  guint entry_column = self->entry_column;
  gboolean is_handled = run_command (self, command, extends, keyval, modifiers);

  /* Only typing and Tab carry on a run. */
  if (command == PLWU_SHEET_COMMAND_NEXT)
    self->entry_column = entry_column;
  else if (command != PLWU_SHEET_COMMAND_COMMIT_NEXT && command != PLWU_SHEET_COMMAND_REPLACE
           && command != PLWU_SHEET_COMMAND_EDIT)
    self->entry_column = PLWU_SHEET_NOWHERE;

  return is_handled;
}

/* Pointer */

static gboolean
is_on_editor (PlwuSheet *self, double x, double y)
{
  graphene_rect_t bounds;

  return self->is_editing && gtk_widget_compute_bounds (self->editor, GTK_WIDGET (self), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* Once selects the column; the second press is for whoever sorts the rows. */
static void
press_header (PlwuSheet *self, int n_press, double x)
{
  guint column;

  if (self->n_rows > 0 && plwu_sheet_find_column (self, x, &column))
    {
      plwu_sheet_select (self, &(PlwuSheetBlock){ 0, column, self->n_rows, 1 });
      if (n_press == 2)
        plwu_sheet_emit_header_activated (self, column);
    }
  plwu_sheet_grab_cursor_focus (self);
}

static void
press_twice (PlwuSheet *self)
{
  g_auto (PlwuSheetCell) cell = { 0 };
  g_autofree char *why = NULL;

  plwu_sheet_model_cell (self->model, self->cursor.row, self->cursor.column, &cell);
  if (plwu_sheet_kind_can_change (cell.kind)
      || (cell.kind == PLWU_SHEET_TOTAL
          && plwu_sheet_takes_total (self, self->cursor.row, self->cursor.column, NULL, &why)))
    plwu_sheet_begin_edit (self, NULL);
  else
    plwu_sheet_emit_activated (self, self->cursor.row, self->cursor.column);
}

static void
pressed_cb (PlwuSheet *self, int n_press, double x, double y, GtkGestureClick *click)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  PlwuSheetPlace place;

  self->is_dragging = FALSE;
  self->entry_column = PLWU_SHEET_NOWHERE;
  if (is_on_editor (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (!plwu_sheet_commit_edit (self, FALSE) || !plwu_sheet_find_place (self, x, y, &place))
    return;

  if (y < plwu_sheet_get_header_height (self))
    {
      press_header (self, n_press, x);
      return;
    }

  self->is_dragging = TRUE;
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    plwu_sheet_move_lead (self, place.row, place.column);
  else if (n_press == 1)
    plwu_sheet_move_cursor (self, place.row, place.column);
  plwu_sheet_grab_cursor_focus (self);

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    plwu_sheet_emit_activated (self, place.row, place.column);
  else if (n_press == 2)
    press_twice (self);
}

static void
drag_update_cb (PlwuSheet *self, double offset_x, double offset_y, GtkGestureDrag *drag)
{
  PlwuSheetPlace place;
  double x;
  double y;

  if (!self->is_dragging || self->is_editing || !gtk_gesture_drag_get_start_point (drag, &x, &y)
      || !plwu_sheet_find_place (self, x + offset_x, y + offset_y, &place))
    return;

  plwu_sheet_move_lead (self, place.row, place.column);
}

static void
menu_pressed_cb (PlwuSheet *self, int n_press, double x, double y)
{
  PlwuSheetBlock block;
  PlwuSheetPlace place;

  if (self->menu == NULL || !plwu_sheet_commit_edit (self, FALSE)
      || !plwu_sheet_find_place (self, x, y, &place) || !plwu_sheet_get_selection (self, &block))
    return;

  if (place.row < block.first_row || place.row - block.first_row >= block.n_rows
      || place.column < block.first_column || place.column - block.first_column >= block.n_columns)
    plwu_sheet_move_cursor (self, place.row, place.column);
  plwu_sheet_grab_cursor_focus (self);
  plwu_sheet_popup_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

void
plwu_sheet_popup_menu (PlwuSheet *self, const GdkRectangle *area)
{
  if (self->menu == NULL)
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static const char *
find_cell_tooltip (PlwuSheet *self, const PlwuSheetPlace *place)
{
  for (guint i = 0; i < self->pool->len; i++)
    {
      PlwuSheetFace *face = g_ptr_array_index (self->pool, i);

      if (face != NULL && plwu_sheet_face_get_row (face) == place->row
          && plwu_sheet_face_get_column (face) == place->column)
        return plwu_sheet_face_get_tooltip (face);
    }

  return NULL;
}

static gboolean
query_tooltip_cb (PlwuSheet *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  PlwuSheetPlace place = self->cursor;
  GdkRectangle area;

  if (!plwu_sheet_has_cells (self) || self->edges == NULL || is_on_editor (self, x, y))
    return FALSE;

  if (!is_keyboard && !plwu_sheet_find_place (self, x, y, &place))
    return FALSE;

  gboolean is_header = !is_keyboard && y < plwu_sheet_get_header_height (self);
  g_autofree char *title = is_header ? plwu_sheet_model_column_title (self->model, place.column) : NULL;
  const char *text = is_header ? title : find_cell_tooltip (self, &place);

  if (text == NULL || *text == '\0')
    return FALSE;

  plwu_sheet_get_cell_area (self, place.row, place.column, &area);
  if (is_header)
    {
      area.y = 0;
      area.height = plwu_sheet_get_header_height (self);
    }
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

void
plwu_sheet_init_input (PlwuSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
