/* plwu-draft-sheet.c: rows chosen for a new plan as a sheet shows and changes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-draft-private.h"

#include <glib/gi18n.h>

static guint
sheet_n_rows (PlwuSheetModel *model)
{
  PlwuDraftTable *self = PLWU_DRAFT_TABLE (model);

  return self->chosen->len + (self->spec->own_hint != NULL);
}

static guint
sheet_n_columns (PlwuSheetModel *model)
{
  return PLWU_DRAFT_TABLE (model)->spec->n_columns;
}

static guint
sheet_n_frozen (PlwuSheetModel *model)
{
  return 1;
}

static char *
sheet_column_title (PlwuSheetModel *model, guint column)
{
  return g_strdup (_ (PLWU_DRAFT_TABLE (model)->spec->columns[column].title));
}

static int
sheet_column_width_chars (PlwuSheetModel *model, guint column)
{
  return PLWU_DRAFT_TABLE (model)->spec->columns[column].width_chars;
}

static gboolean
sheet_column_is_numeric (PlwuSheetModel *model, guint column)
{
  return PLWU_DRAFT_TABLE (model)->spec->columns[column].is_numeric;
}

static gboolean
is_own_row (PlwuDraftTable *self, guint row)
{
  return self->spec->own_hint != NULL && row == self->chosen->len;
}

static gboolean
is_total_row (PlwuDraftTable *self, guint row)
{
  return row >= sheet_n_rows (PLWU_SHEET_MODEL (self));
}

static gboolean
is_locked (PlwuDraftTable *self, guint row, guint column)
{
  if (is_total_row (self, row) || (is_own_row (self, row) && column != PLWU_DRAFT_NAME))
    return TRUE;
  return !is_own_row (self, row) && self->spec->is_locked != NULL
         && self->spec->is_locked (self, row, column);
}

static void
read_total (PlwuDraftTable *self, guint column, PlwuSheetCell *ret_cell)
{
  ret_cell->kind = PLWU_SHEET_TOTAL;
  if (column == PLWU_DRAFT_NAME)
    ret_cell->text = g_strdup (_ ("Total"));
  else if (self->spec->columns[column].is_total)
    ret_cell->text = plw_pence_show (plwu_draft_table_total (self, column), PLW_UNIT_POUNDS);
  else
    ret_cell->text = g_strdup ("");
}

static void
sheet_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  PlwuDraftTable *self = PLWU_DRAFT_TABLE (model);

  if (is_total_row (self, row))
    {
      read_total (self, column, ret_cell);
      return;
    }
  if (is_own_row (self, row))
    {
      ret_cell->kind = column == PLWU_DRAFT_NAME ? PLWU_SHEET_INHERITED : PLWU_SHEET_LOCKED;
      ret_cell->text = g_strdup (column == PLWU_DRAFT_NAME ? _ (self->spec->own_hint) : "");
      return;
    }

  gboolean is_assumed = plwu_draft_table_is_assumed (self, row, column);

  ret_cell->text = is_locked (self, row, column) ? g_strdup ("") : plwu_draft_table_show (self, row, column);
  ret_cell->kind = is_locked (self, row, column)             ? PLWU_SHEET_LOCKED
                   : is_assumed && column != PLWU_DRAFT_NAME ? PLWU_SHEET_INHERITED
                                                             : PLWU_SHEET_EDITABLE;
  ret_cell->is_negative = *ret_cell->text == '-';
  if (is_assumed && column != PLWU_DRAFT_NAME && !is_locked (self, row, column))
    ret_cell->tooltip = g_strdup (_ ("Assumed: what is usual. Type to change it"));
}

static char *
sheet_edit_text (PlwuSheetModel *model, guint row, guint column)
{
  PlwuDraftTable *self = PLWU_DRAFT_TABLE (model);

  if (row >= self->chosen->len || is_locked (self, row, column))
    return g_strdup ("");
  return plwu_draft_table_edit_text (self, row, column);
}

static char *
sheet_describe (PlwuSheetModel *model, guint row, guint column)
{
  PlwuDraftTable *self = PLWU_DRAFT_TABLE (model);
  g_auto (PlwuSheetCell) cell = { 0 };
  g_auto (PlwuSheetCell) first = { 0 };
  g_autofree char *title = sheet_column_title (model, column);

  sheet_cell (model, row, PLWU_DRAFT_NAME, &first);
  sheet_cell (model, row, column, &cell);
  return g_strdup_printf ("%s, %s, %s%s%s", first.text, title, *cell.text != '\0' ? cell.text : _ ("empty"),
                          cell.kind == PLWU_SHEET_INHERITED && !is_own_row (self, row) ? ", " : "",
                          cell.kind == PLWU_SHEET_INHERITED && !is_own_row (self, row) ? _ ("assumed") : "");
}

static gboolean
sheet_has_total_row (PlwuSheetModel *model)
{
  const PlwuDraftSpec *spec = PLWU_DRAFT_TABLE (model)->spec;

  for (guint i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].is_total)
      return TRUE;
  return FALSE;
}

static void
set_one (PlwuDraftTable *self, guint row, guint column, const char *text, PlwuSheetOutcome *outcome)
{
  char *why = NULL;

  if (text == NULL)
    return;
  if (is_locked (self, row, column))
    outcome->n_read_only += *text != '\0';
  else if (is_own_row (self, row))
    {
      g_autofree char *name = g_strstrip (g_strdup (text));

      if (*name != '\0' && g_utf8_strlen (name, -1) <= PLWU_DRAFT_NAME_MOST)
        {
          plwu_draft_table_add_own (self, NULL, name);
          outcome->n_changed++;
        }
      else
        outcome->n_not_understood += *name != '\0';
    }
  else if (plwu_draft_table_set (self, row, column, text, &why))
    outcome->n_changed++;
  else
    {
      outcome->n_not_understood++;
      if (outcome->detail == NULL)
        outcome->detail = g_steal_pointer (&why);
      g_free (why);
    }
}

static gboolean
sheet_set_cells (PlwuSheetModel *model,
                 PlwuSheetGesture gesture,
                 guint first_row,
                 guint first_column,
                 guint n_rows,
                 guint n_columns,
                 const char *const *texts,
                 PlwuSheetOutcome *ret_outcome,
                 GError **error)
{
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      set_one (PLWU_DRAFT_TABLE (model), first_row + i, first_column + j, texts[i * n_columns + j],
               ret_outcome);
  return TRUE;
}

void
plwu_draft_table_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = sheet_n_rows;
  iface->n_columns = sheet_n_columns;
  iface->n_frozen = sheet_n_frozen;
  iface->column_title = sheet_column_title;
  iface->column_width_chars = sheet_column_width_chars;
  iface->column_is_numeric = sheet_column_is_numeric;
  iface->cell = sheet_cell;
  iface->edit_text = sheet_edit_text;
  iface->describe = sheet_describe;
  iface->has_total_row = sheet_has_total_row;
  iface->set_cells = sheet_set_cells;
}
