/* plwu-explain.c: cells of tables put into words, and the context of all figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain.h"

#include <string.h>

#include <glib/gi18n.h>

char *
plwu_explain_context (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  return g_strdup_printf ("%s · %s", plwu_document_get_scenario_name (document),
                          plwu_document_get_policy_name (document));
}

gboolean
plwu_explain_find_use (const PlwResult *result,
                       PlwUseKind kind,
                       PlwPart part,
                       const char *code,
                       size_t *ret_use)
{
  g_return_val_if_fail (result != NULL, FALSE);

  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      if (use->kind == kind && use->part == part && strcmp (use->code, code) == 0)
        {
          *ret_use = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* What a pot receives in a year where that is worked out. */
static gboolean
find_received (PlwuDocument *document, size_t plan_row, size_t column, PlwFigure *ret_figure)
{
  const PlwPlan *plan = plwu_document_get_shown (document);
  const PlwResult *result = plwu_document_get_result (document, NULL);
  const char *code = plw_plan_text (plan, PLW_TABLE_POTS, plan_row, PLW_POTS_CODE);
  size_t first = plw_schema_table (PLW_TABLE_POTS)->n_columns;

  for (size_t i = 0; result != NULL && column >= first && i < plw_result_n_pots (result); i++)
    if (strcmp (plw_result_pot (result, i)->code, code) == 0)
      {
        *ret_figure =
            (PlwFigure){ PLW_FIGURE_POT, (uint32_t) i, PLW_POT_RECEIVED, (uint32_t) (column - first) };
        return TRUE;
      }
  return FALSE;
}

/* The value of a setting is known by what it sets. */
static gboolean
find_setting (const PlwPlan *plan, size_t plan_row, size_t column, PlwFigure *ret_figure)
{
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);
  const PlwSetting *setting =
      plw_schema_find_setting (plw_plan_text (plan, PLW_TABLE_PLAN, plan_row, PLW_PLAN_KEY));

  if (setting == NULL || column != PLW_PLAN_VALUE)
    return FALSE;
  *ret_figure = (PlwFigure){ PLW_FIGURE_SETTING, (uint32_t) (setting - settings), 0, PLW_FIGURE_ALL_YEARS };
  return TRUE;
}

static PlwFigure
find_figure (PlwuTableModel *model, size_t plan_row, size_t column, gboolean is_derived)
{
  PlwuDocument *document = plwu_table_model_get_document (model);
  PlwTableId table = plwu_table_model_get_table (model);
  PlwFigure figure = { PLW_FIGURE_CELL, (uint32_t) table, (uint32_t) plan_row, (uint32_t) column };

  if (table == PLW_TABLE_POTS && is_derived)
    (void) find_received (document, plan_row, column, &figure);
  if (table == PLW_TABLE_PLAN && plwu_document_get_result (document, NULL) != NULL)
    (void) find_setting (plwu_document_get_shown (document), plan_row, column, &figure);
  return figure;
}

/* A column that no table holds and no figure stands for. */
static PlwuExplanation *
explain_derived (PlwuTableModel *model, guint column, const PlwuSheetCell *cell)
{
  PlwuExplanation *text = plwu_explanation_new (
      plwu_sheet_model_column_title (PLWU_SHEET_MODEL (model), column),
      plwu_explain_context (plwu_table_model_get_document (model)), g_strdup (cell->text));

  plwu_explanation_add_text (text, g_strdup (_ ("Worked out from other figures; it cannot be typed.")));
  return text;
}

PlwuExplanation *
plwu_explain_cell (PlwuTableModel *model, guint row, guint column)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (model), NULL);

  size_t plan_row;
  size_t plan_column;
  g_auto (PlwuSheetCell) cell = { 0 };

  if (!plwu_table_model_get_plan_row (model, row, &plan_row)
      || column >= plwu_sheet_model_n_columns (PLWU_SHEET_MODEL (model)))
    return NULL;
  plwu_sheet_model_cell (PLWU_SHEET_MODEL (model), row, column, &cell);
  if (!plwu_table_model_get_plan_column (model, column, &plan_column))
    return explain_derived (model, column, &cell);

  return plwu_explain_figure (plwu_table_model_get_document (model),
                              find_figure (model, plan_row, plan_column, cell.kind == PLWU_SHEET_DERIVED));
}
