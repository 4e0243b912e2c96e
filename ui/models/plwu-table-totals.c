/* plwu-table-totals.c: totals and subtotals of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

/* What a row adds to the total: less than nothing where it lowers it. */
static gint64
get_effect (PlwuTableModel *self, guint row, const PlwuTableColumn *column)
{
  size_t plan_row;
  gint64 pence;

  if (!plwu_table_model_get_plan_row (self, row, &plan_row)
      || !plwu_table_cells_pence (self, plan_row, column, &pence))
    return 0;
  return pence * plwu_table_cells_sign (self, plan_row);
}

void
plwu_table_totals_find_rows (PlwuTableModelPrivate *priv, guint row, guint *ret_first, guint *ret_end)
{
  const PlwuTableGroup *group = plwu_table_view_find_group (priv, row);

  *ret_first = group != NULL ? group->head + 1 : 0;
  *ret_end = group != NULL ? group->head + 1 + group->n_rows : priv->rows->len;
}

gint64
plwu_table_totals_pence (PlwuTableModel *self, guint row, const PlwuTableColumn *column)
{
  gint64 total = 0;
  guint first;
  guint end;

  plwu_table_totals_find_rows (plwu_table_model_private (self), row, &first, &end);
  for (guint i = first; i < end; i++)
    total += get_effect (self, i, column);
  return total;
}

/* Moves steps by one, where that is the least untrue, until they add up to @wanted. */
static void
nudge (gint64 *steps, const gint64 *pence, guint n, PlwUnit unit, gint64 missing)
{
  int step = missing < 0 ? -1 : 1;

  for (; missing != 0; missing -= step)
    {
      guint best = 0;

      for (guint i = 1; i < n; i++)
        if (step * (pence[i] - steps[i] * plw_unit_pence (unit))
            > step * (pence[best] - steps[best] * plw_unit_pence (unit)))
          best = i;
      steps[best] += step;
    }
}

static void
round_groups (PlwuTableModelPrivate *priv, PlwuRounded *rounded)
{
  gint64 *pence = rounded->pence;
  guint n = priv->groups->len;
  g_autofree gint64 *sums = g_new0 (gint64, n);
  g_autofree gint64 *sum_steps = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      const PlwuTableGroup *group = &g_array_index (priv->groups, PlwuTableGroup, i);

      for (guint j = 1; j <= group->n_rows; j++)
        sums[i] += pence[group->head + j];
    }
  rounded->total = plw_pence_round_rows (sums, n, rounded->unit, sum_steps);

  for (guint i = 0; i < n; i++)
    {
      const PlwuTableGroup *group = &g_array_index (priv->groups, PlwuTableGroup, i);
      guint first = group->head + 1;
      gint64 sum = plw_pence_round_rows (pence + first, group->n_rows, rounded->unit, rounded->steps + first);

      pence[group->head] = sums[i];
      rounded->steps[group->head] = sum_steps[i];
      nudge (rounded->steps + first, pence + first, group->n_rows, rounded->unit, sum_steps[i] - sum);
    }
}

PlwuRounded *
plwu_table_totals_round (PlwuTableModel *self, const PlwuTableColumn *column)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  guint n_rows = priv->rows->len;
  PlwuRounded *rounded = g_new0 (PlwuRounded, 1);

  rounded->unit = plwu_document_get_unit (priv->document);
  rounded->steps = g_new0 (gint64, MAX (n_rows, 1));
  rounded->pence = g_new0 (gint64, MAX (n_rows, 1));
  for (guint i = 0; i < n_rows; i++)
    {
      rounded->pence[i] = get_effect (self, i, column);
      rounded->total_pence += rounded->pence[i];
    }

  if (priv->groups->len > 0)
    round_groups (priv, rounded);
  else
    rounded->total = plw_pence_round_rows (rounded->pence, n_rows, rounded->unit, rounded->steps);

  return rounded;
}

gboolean
plwu_table_model_sum_block (PlwuTableModel *self, const PlwuSheetBlock *block, gint64 *ret_sum, guint *ret_n)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  gint64 sum = 0;
  guint n = 0;

  for (guint j = block->first_column; j < block->first_column + block->n_columns; j++)
    for (guint i = block->first_row; i < block->first_row + block->n_rows; i++)
      {
        const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, j);
        size_t plan_row;
        gint64 pence;

        /* Totals would count their rows twice. */
        if (!plwu_table_model_get_plan_row (self, i, &plan_row) || !plwu_table_cells_scales (self, column)
            || !plwu_table_cells_pence (self, plan_row, column, &pence))
          continue;
        sum += pence * plwu_table_cells_sign (self, plan_row);
        n++;
      }

  *ret_sum = sum;
  *ret_n = n;
  return n > 0;
}
