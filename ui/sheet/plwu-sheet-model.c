/* plwu-sheet-model.c: what a sheet shows and changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-sheet-model.h"

#include <glib/gi18n.h>

enum
{
  CHANGED,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (PlwuSheetModel, plwu_sheet_model, G_TYPE_OBJECT)

static void
plwu_sheet_model_default_init (PlwuSheetModelInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", PLWU_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[RESET] =
      g_signal_new ("reset", PLWU_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
plwu_sheet_cell_clear (PlwuSheetCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->tooltip, g_free);
}

void
plwu_sheet_outcome_clear (PlwuSheetOutcome *outcome)
{
  g_clear_pointer (&outcome->detail, g_free);
  g_clear_pointer (&outcome->note, g_free);
}

gboolean
plwu_sheet_kind_can_change (PlwuSheetKind kind)
{
  return kind == PLWU_SHEET_EDITABLE || kind == PLWU_SHEET_INHERITED || kind == PLWU_SHEET_OVERRIDDEN;
}

static const char *
name_kind (PlwuSheetKind kind)
{
  switch (kind)
    {
    case PLWU_SHEET_LOCKED:
      return _ ("locked");
    case PLWU_SHEET_DERIVED:
      return _ ("computed");
    case PLWU_SHEET_INHERITED:
      return _ ("inherited");
    case PLWU_SHEET_OVERRIDDEN:
      return _ ("overridden");
    case PLWU_SHEET_HEADING:
      return _ ("heading");
    case PLWU_SHEET_TOTAL:
      return _ ("total");
    case PLWU_SHEET_EDITABLE:
      break;
    }

  return NULL;
}

guint
plwu_sheet_model_n_rows (PlwuSheetModel *self)
{
  return PLWU_SHEET_MODEL_GET_IFACE (self)->n_rows (self);
}

guint
plwu_sheet_model_n_columns (PlwuSheetModel *self)
{
  return PLWU_SHEET_MODEL_GET_IFACE (self)->n_columns (self);
}

guint
plwu_sheet_model_n_frozen (PlwuSheetModel *self)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->n_frozen == NULL ? 0 : MIN (iface->n_frozen (self), iface->n_columns (self));
}

char *
plwu_sheet_model_column_title (PlwuSheetModel *self, guint column)
{
  return PLWU_SHEET_MODEL_GET_IFACE (self)->column_title (self, column);
}

int
plwu_sheet_model_column_width_chars (PlwuSheetModel *self, guint column)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->column_width_chars == NULL ? 12 : iface->column_width_chars (self, column);
}

gboolean
plwu_sheet_model_column_is_numeric (PlwuSheetModel *self, guint column)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->column_is_numeric != NULL && iface->column_is_numeric (self, column);
}

void
plwu_sheet_model_cell (PlwuSheetModel *self, guint row, guint column, PlwuSheetCell *ret_cell)
{
  PlwuSheetCell cell = { 0 };

  PLWU_SHEET_MODEL_GET_IFACE (self)->cell (self, row, column, &cell);
  if (cell.text == NULL)
    cell.text = g_strdup ("");
  *ret_cell = cell;
}

char *
plwu_sheet_model_edit_text (PlwuSheetModel *self, guint row, guint column)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);
  char *text = iface->edit_text == NULL ? NULL : iface->edit_text (self, row, column);

  if (text == NULL)
    {
      g_auto (PlwuSheetCell) cell = { 0 };

      plwu_sheet_model_cell (self, row, column, &cell);
      text = g_steal_pointer (&cell.text);
    }

  return text;
}

gboolean
plwu_sheet_model_set_cells (PlwuSheetModel *self,
                            PlwuSheetGesture gesture,
                            guint first_row,
                            guint first_column,
                            guint n_rows,
                            guint n_columns,
                            const char *const *texts,
                            PlwuSheetOutcome *ret_outcome,
                            GError **error)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);
  PlwuSheetOutcome outcome = { 0 };

  g_return_val_if_fail (n_rows > 0 && n_columns > 0, FALSE);
  g_return_val_if_fail (first_column + n_columns <= iface->n_columns (self), FALSE);

  if (iface->set_cells == NULL)
    outcome.n_read_only = n_rows * n_columns;
  else if (!iface->set_cells (self, gesture, first_row, first_column, n_rows, n_columns, texts, &outcome,
                              error))
    {
      plwu_sheet_outcome_clear (&outcome);
      return FALSE;
    }

  *ret_outcome = outcome;
  return TRUE;
}

gboolean
plwu_sheet_model_has_total_row (PlwuSheetModel *self)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->has_total_row != NULL && iface->has_total_row (self);
}

PlwuSheetSort
plwu_sheet_model_column_sort (PlwuSheetModel *self, guint column)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->column_sort == NULL ? PLWU_SHEET_UNSORTED : iface->column_sort (self, column);
}

gboolean
plwu_sheet_model_can_spread (PlwuSheetModel *self,
                             guint row,
                             guint column,
                             PlwuSheetSpread way,
                             const char *text,
                             char **ret_why)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);
  g_autofree char *why = NULL;
  gboolean can_spread = iface->spread != NULL && iface->can_spread (self, row, column, way, text, &why);

  if (!can_spread && why == NULL)
    why = g_strdup (_ ("This is a total; change the figures that it adds up"));
  if (!can_spread && ret_why != NULL)
    *ret_why = g_steal_pointer (&why);
  return can_spread;
}

gboolean
plwu_sheet_model_spread (PlwuSheetModel *self,
                         guint row,
                         guint column,
                         PlwuSheetSpread way,
                         const char *text,
                         PlwuSheetOutcome *ret_outcome,
                         GError **error)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);
  PlwuSheetOutcome outcome = { 0 };

  g_return_val_if_fail (iface->spread != NULL, FALSE);

  if (!iface->spread (self, row, column, way, text, &outcome, error))
    {
      plwu_sheet_outcome_clear (&outcome);
      return FALSE;
    }

  *ret_outcome = outcome;
  return TRUE;
}

static char *
describe_cell (PlwuSheetModel *self, guint row, guint column)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (PlwuSheetCell) cell = { 0 };

  if (column > 0)
    {
      g_auto (PlwuSheetCell) first = { 0 };
      g_autofree char *title = plwu_sheet_model_column_title (self, column);

      plwu_sheet_model_cell (self, row, 0, &first);
      g_strv_builder_add_many (builder, first.text, title, NULL);
    }

  plwu_sheet_model_cell (self, row, column, &cell);
  g_strv_builder_add (builder, *cell.text == '\0' ? _ ("empty") : cell.text);
  if (name_kind (cell.kind) != NULL)
    g_strv_builder_add (builder, name_kind (cell.kind));
  if (cell.kind == PLWU_SHEET_OVERRIDDEN && cell.tooltip != NULL)
    g_strv_builder_add (builder, cell.tooltip);

  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}

char *
plwu_sheet_model_describe (PlwuSheetModel *self, guint row, guint column)
{
  PlwuSheetModelInterface *iface = PLWU_SHEET_MODEL_GET_IFACE (self);

  return iface->describe == NULL ? describe_cell (self, row, column) : iface->describe (self, row, column);
}

void
plwu_sheet_model_changed (PlwuSheetModel *self, guint first_row, guint n_rows)
{
  g_return_if_fail (PLWU_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[CHANGED], 0, first_row, n_rows);
}

void
plwu_sheet_model_reset (PlwuSheetModel *self)
{
  g_return_if_fail (PLWU_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[RESET], 0);
}
