/* plwu-outcome-money.c: what is spent on the programmes and services that serve an outcome.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-outcome-money.h"

#include <string.h>

/* Whether an effect on the outcome names @code in @column. */
static gboolean
has_effect (const PlwPlan *plan, const char *outcome, size_t column, const char *code)
{
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); i++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_EFFECTS, i, PLW_EFFECTS_OUTCOME), outcome) == 0
        && strcmp (plw_plan_text (plan, PLW_TABLE_EFFECTS, i, column), code) == 0)
      return TRUE;
  return FALSE;
}

static GArray *
list_uses (const PlwResult *result, const char *outcome, PlwUseKind kind, size_t column)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (size_t));

  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      if (use->kind == kind && has_effect (plw_result_plan (result), outcome, column, use->code))
        g_array_append_val (uses, i);
    }
  return uses;
}

GArray *
plwu_outcome_list_programmes (const PlwResult *result, const char *outcome)
{
  g_return_val_if_fail (result != NULL && outcome != NULL, NULL);

  return list_uses (result, outcome, PLW_USE_PROGRAMME, PLW_EFFECTS_PROGRAMME);
}

GArray *
plwu_outcome_list_lines (const PlwResult *result, const char *outcome)
{
  g_return_val_if_fail (result != NULL && outcome != NULL, NULL);

  return list_uses (result, outcome, PLW_USE_LINE, PLW_EFFECTS_LINE);
}

gint64
plwu_outcome_sum_funded (const PlwResult *result, const GArray *uses, size_t year)
{
  g_return_val_if_fail (result != NULL && uses != NULL, 0);

  gint64 sum = 0;

  for (guint i = 0; i < uses->len; i++)
    sum += plw_result_use (result, g_array_index (uses, size_t, i))->funded[year];
  return sum;
}
