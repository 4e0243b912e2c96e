/* plwu-sheet-cursor.c: cursor and selection of the sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-private.h"

#include <glib/gi18n.h>

gboolean
plwu_sheet_has_cells (PlwuSheet *self)
{
  return self->model != NULL && self->n_rows > 0 && self->n_columns > 0;
}

/* What is read out beside the cell when more than one is selected. */
static char *
describe_selection (PlwuSheet *self)
{
  PlwuSheetBlock block;

  if (!plwu_sheet_get_selection (self, &block) || (block.n_rows == 1 && block.n_columns == 1))
    return NULL;

  g_autofree char *lead = plwu_sheet_model_describe (self->model, self->lead.row, self->lead.column);

  /* Translators: rows by columns, and the cell at the far corner. */
  return g_strdup_printf (_ ("selected %u by %u, to %s"), block.n_rows, block.n_columns, lead);
}

gboolean
plwu_sheet_grab_cursor_focus (PlwuSheet *self)
{
  if (!plwu_sheet_has_cells (self))
    return FALSE;

  return gtk_widget_grab_focus (self->cursor_cells[self->front]);
}

/* The editor gives the focus back to the cell when it closes. */
static gboolean
has_cell_focus (PlwuSheet *self)
{
  return gtk_widget_is_focus (self->cursor_cells[self->front])
         || (!self->is_editing && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->editor);
}

/* Two cells show the cursor in turn, so that each move gives the focus to
 * another widget: only then do screen readers hear of it.
 */
void
plwu_sheet_show_cursor (PlwuSheet *self)
{
  if (!plwu_sheet_has_cells (self))
    return;

  gboolean had_focus = has_cell_focus (self);
  guint next = 1 - self->front;
  PlwuSheetCellWidget *cell = PLWU_SHEET_CELL_WIDGET (self->cursor_cells[next]);
  g_autofree char *extra = describe_selection (self);

  plwu_sheet_cell_widget_bind (cell, self->model, self->cursor.row, self->cursor.column, extra);
  gtk_widget_set_child_visible (GTK_WIDGET (cell), TRUE);
  self->front = next;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static guint
limit_row (PlwuSheet *self, guint row)
{
  return MIN (row, plwu_sheet_get_last_row (self));
}

void
plwu_sheet_move_cursor (PlwuSheet *self, guint row, guint column)
{
  if (!plwu_sheet_has_cells (self))
    return;

  self->cursor = (PlwuSheetPlace){ limit_row (self, row), MIN (column, self->n_columns - 1) };
  self->lead = self->cursor;
  plwu_sheet_scroll_to (self, self->cursor.row, self->cursor.column);
  plwu_sheet_show_cursor (self);
  plwu_sheet_emit_selection_changed (self);
}

void
plwu_sheet_move_lead (PlwuSheet *self, guint row, guint column)
{
  if (!plwu_sheet_has_cells (self))
    return;

  PlwuSheetPlace lead = { limit_row (self, row), MIN (column, self->n_columns - 1) };

  if (lead.row == self->lead.row && lead.column == self->lead.column)
    return;

  self->lead = lead;
  plwu_sheet_scroll_to (self, lead.row, lead.column);
  plwu_sheet_show_cursor (self);
  plwu_sheet_emit_selection_changed (self);
}

void
plwu_sheet_clamp_cursor (PlwuSheet *self)
{
  if (!plwu_sheet_has_cells (self))
    {
      self->cursor = self->lead = (PlwuSheetPlace){ 0, 0 };
      return;
    }

  self->cursor.row = limit_row (self, self->cursor.row);
  self->cursor.column = MIN (self->cursor.column, self->n_columns - 1);
  self->lead.row = limit_row (self, self->lead.row);
  self->lead.column = MIN (self->lead.column, self->n_columns - 1);
}

static gboolean
is_blank (PlwuSheet *self, guint row, guint column)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (self->model, row, column, &cell);

  return *cell.text == '\0';
}

/* Goes in one direction to where filled cells begin or end, as spreadsheets do. */
static void
find_edge (PlwuSheet *self, PlwuSheetPlace *place, int row_step, int column_step)
{
  guint *coordinate = row_step != 0 ? &place->row : &place->column;
  int step = row_step + column_step;
  guint last = row_step != 0 ? MAX (self->n_rows, 1) - 1 : self->n_columns - 1;
  guint end = step > 0 ? last : 0;

  if (self->has_total && place->row == self->n_rows && row_step != 0)
    {
      if (step < 0)
        place->row = self->n_rows - 1;
      return;
    }
  if (*coordinate == end)
    {
      if (row_step > 0)
        place->row = plwu_sheet_get_last_row (self);
      return;
    }

  gboolean starts_blank = is_blank (self, place->row, place->column);

  *coordinate += (guint) step;
  gboolean seeks_filled = starts_blank || is_blank (self, place->row, place->column);

  while (*coordinate != end)
    {
      if (seeks_filled && !is_blank (self, place->row, place->column))
        return;

      PlwuSheetPlace next = { place->row + (guint) row_step, place->column + (guint) column_step };

      if (!seeks_filled && is_blank (self, next.row, next.column))
        return;
      *place = next;
    }
}

/* Left and right arrows follow the screen, everything else the reading order. */
static int
get_column_step (PlwuSheet *self, PlwuSheetCommand command)
{
  gboolean goes_right = command == PLWU_SHEET_COMMAND_RIGHT || command == PLWU_SHEET_COMMAND_EDGE_RIGHT;

  return goes_right != plwu_sheet_is_rtl (self) ? 1 : -1;
}

static void
step_column (PlwuSheet *self, PlwuSheetPlace *place, int step)
{
  if (step > 0 && place->column + 1 < self->n_columns)
    place->column++;
  if (step < 0 && place->column > 0)
    place->column--;
}

static void
step_cell (PlwuSheet *self, PlwuSheetPlace *place, int step)
{
  if (step > 0 && place->column + 1 == self->n_columns && place->row < plwu_sheet_get_last_row (self))
    *place = (PlwuSheetPlace){ place->row + 1, 0 };
  else if (step < 0 && place->column == 0 && place->row > 0)
    *place = (PlwuSheetPlace){ place->row - 1, self->n_columns - 1 };
  else
    step_column (self, place, step);
}

static void
step_rows (PlwuSheet *self, PlwuSheetPlace *place, gboolean is_down, guint n)
{
  if (is_down)
    place->row = limit_row (self, place->row + n);
  else
    place->row -= MIN (place->row, n);
}

static void
find_target (PlwuSheet *self, PlwuSheetCommand command, PlwuSheetPlace *place)
{
  switch ((int) command)
    {
    case PLWU_SHEET_COMMAND_UP:
    case PLWU_SHEET_COMMAND_DOWN:
      step_rows (self, place, command == PLWU_SHEET_COMMAND_DOWN, 1);
      break;
    case PLWU_SHEET_COMMAND_PAGE_UP:
    case PLWU_SHEET_COMMAND_PAGE_DOWN:
      step_rows (self, place, command == PLWU_SHEET_COMMAND_PAGE_DOWN, plwu_sheet_get_page_rows (self));
      break;
    case PLWU_SHEET_COMMAND_LEFT:
    case PLWU_SHEET_COMMAND_RIGHT:
      step_column (self, place, get_column_step (self, command));
      break;
    case PLWU_SHEET_COMMAND_EDGE_UP:
    case PLWU_SHEET_COMMAND_EDGE_DOWN:
      find_edge (self, place, command == PLWU_SHEET_COMMAND_EDGE_DOWN ? 1 : -1, 0);
      break;
    case PLWU_SHEET_COMMAND_EDGE_LEFT:
    case PLWU_SHEET_COMMAND_EDGE_RIGHT:
      find_edge (self, place, 0, get_column_step (self, command));
      break;
    case PLWU_SHEET_COMMAND_ROW_START:
      place->column = 0;
      break;
    case PLWU_SHEET_COMMAND_ROW_END:
      place->column = self->n_columns - 1;
      break;
    case PLWU_SHEET_COMMAND_TABLE_START:
      *place = (PlwuSheetPlace){ 0, 0 };
      break;
    case PLWU_SHEET_COMMAND_TABLE_END:
      *place = (PlwuSheetPlace){ self->n_rows - 1, self->n_columns - 1 };
      break;
    case PLWU_SHEET_COMMAND_NEXT:
    case PLWU_SHEET_COMMAND_PREVIOUS:
      step_cell (self, place, command == PLWU_SHEET_COMMAND_NEXT ? 1 : -1);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
plwu_sheet_move_by_command (PlwuSheet *self, PlwuSheetCommand command, gboolean extends)
{
  if (!plwu_sheet_has_cells (self))
    return;

  PlwuSheetPlace place = extends ? self->lead : self->cursor;

  find_target (self, command, &place);
  if (extends)
    plwu_sheet_move_lead (self, place.row, place.column);
  else
    plwu_sheet_move_cursor (self, place.row, place.column);
}

gboolean
plwu_sheet_get_cursor (PlwuSheet *self, guint *ret_row, guint *ret_column)
{
  g_return_val_if_fail (PLWU_IS_SHEET (self), FALSE);

  if (!plwu_sheet_has_cells (self))
    return FALSE;

  if (ret_row != NULL)
    *ret_row = self->cursor.row;
  if (ret_column != NULL)
    *ret_column = self->cursor.column;

  return TRUE;
}

void
plwu_sheet_set_cursor (PlwuSheet *self, guint row, guint column)
{
  g_return_if_fail (PLWU_IS_SHEET (self));

  if (self->is_editing && !plwu_sheet_commit_edit (self, FALSE))
    return;

  plwu_sheet_move_cursor (self, row, column);
}

gboolean
plwu_sheet_get_selection (PlwuSheet *self, PlwuSheetBlock *ret_block)
{
  g_return_val_if_fail (PLWU_IS_SHEET (self), FALSE);

  if (!plwu_sheet_has_cells (self))
    return FALSE;

  guint top = MIN (self->cursor.row, self->lead.row);
  guint left = MIN (self->cursor.column, self->lead.column);

  *ret_block = (PlwuSheetBlock){
    .first_row = top,
    .first_column = left,
    .n_rows = MAX (self->cursor.row, self->lead.row) - top + 1,
    .n_columns = MAX (self->cursor.column, self->lead.column) - left + 1,
  };

  return TRUE;
}

void
plwu_sheet_select (PlwuSheet *self, const PlwuSheetBlock *block)
{
  g_return_if_fail (PLWU_IS_SHEET (self));
  g_return_if_fail (block != NULL && block->n_rows > 0 && block->n_columns > 0);

  if (!plwu_sheet_has_cells (self) || !plwu_sheet_commit_edit (self, FALSE))
    return;

  self->cursor = (PlwuSheetPlace){ block->first_row, block->first_column };
  self->lead =
      (PlwuSheetPlace){ block->first_row + block->n_rows - 1, block->first_column + block->n_columns - 1 };
  plwu_sheet_clamp_cursor (self);
  plwu_sheet_show_cursor (self);
  plwu_sheet_emit_selection_changed (self);
}
