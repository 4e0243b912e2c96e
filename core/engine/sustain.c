/* sustain.c: whether a plan can go on: structural gap and prudential ratios.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/result-private.h"

#include <placewright/sustain.h>

const char *
plw_sustain_name (PlwSustainFigure figure)
{
  static const char *const names[PLW_N_SUSTAIN_FIGURES] = {
    "ongoing_need",   "one_off_need",   "ongoing_money", "one_off_money",
    "structural_gap", "financing_cost", "net_revenue",
  };

  g_return_val_if_fail ((unsigned) figure < PLW_N_SUSTAIN_FIGURES, "");

  return names[figure];
}

/* One-off pressures and growth less one-off savings and income, pence; by use. */
static int64_t *
find_one_offs (const PlwResult *result, size_t t)
{
  const PlwPlan *plan = result->plan;
  size_t column = plw_schema_table (PLW_TABLE_CHANGES)->n_columns + t;
  int64_t *one_offs = g_new0 (int64_t, result->n_uses);

  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); r++)
    {
      uint32_t line = plw_model_number (result->study->model, PLW_TABLE_LINES,
                                        plw_plan_text (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_LINE));
      int64_t kind = plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_KIND);
      bool raises = kind == PLW_CHANGE_PRESSURE || kind == PLW_CHANGE_GROWTH;
      int64_t entry = plw_plan_number (plan, PLW_TABLE_CHANGES, r, column);
      int64_t delivery =
          raises ? PLW_WHOLE : plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_DELIVERY);

      if (line == UINT32_MAX || !plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_ENABLED)
          || plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_BASIS) != PLW_CHANGE_ONE_OFF)
        continue;
      one_offs[line] += (raises ? 1 : -1) * plw_divide_round ((PlwWide) entry * delivery, PLW_WHOLE);
    }
  return one_offs;
}

static void
add_needs (const PlwResult *result, size_t t, int64_t *ret_ongoing, int64_t *ret_one_off)
{
  g_autofree int64_t *one_offs = find_one_offs (result, t);

  for (size_t u = 0; u < result->n_uses; u++)
    {
      const PlwUse *use = &result->uses[u];
      bool ends = use->kind == PLW_USE_PROGRAMME && use->need[result->n_years - 1] == 0;
      int64_t one_off = ends ? use->need[t] : MIN (use->need[t], one_offs[u]);

      if (use->part != PLW_PART_REVENUE)
        continue;
      *ret_ongoing += use->need[t] - one_off;
      *ret_one_off += one_off;
    }
}

static void
add_money (const PlwResult *result, size_t t, int64_t *ret_ongoing, int64_t *ret_one_off)
{
  g_autofree int64_t *spent = g_new0 (int64_t, result->n_pots + 1);

  for (size_t i = plw_result_find_flow (result, t, 0, 0); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      if (flow->year != t)
        break;
      if (result->uses[flow->use].part == PLW_PART_REVENUE)
        spent[flow->pot] += flow->pence;
    }
  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      bool is_revenue = pot->kind == PLW_POT_REVENUE;
      bool goes_on = is_revenue && pot->received[result->n_years - 1] > 0;

      if (goes_on)
        *ret_ongoing += pot->received[t];
      else if (is_revenue)
        *ret_one_off += pot->received[t];
      /* Beyond the year's own money: balances, and capital turned to revenue. */
      *ret_one_off += MAX (0, spent[k] - (is_revenue ? pot->received[t] : 0));
    }
}

/* No ring-fence, or only to partners. */
static bool
is_general (const PlwModel *model, const PlwPot *pot)
{
  for (size_t f = pot->first_fence; f < pot->first_fence + pot->n_fences; f++)
    if (model->fences[f].kind != PLW_FENCE_PARTNER)
      return false;
  return pot->kind == PLW_POT_REVENUE;
}

static int64_t
net_revenue (const PlwResult *result, size_t t)
{
  const PlwModel *model = result->study->model;
  int64_t sum = 0;

  for (size_t k = 0; k < model->n_pots; k++)
    if (is_general (model, &model->pots[k]))
      sum += model->pots[k].received[t];
  return sum;
}

int64_t
plw_result_sustain (const PlwResult *result, PlwSustainFigure figure, size_t year)
{
  int64_t need[2] = { 0 };
  int64_t money[2] = { 0 };

  g_return_val_if_fail (result != NULL && year < result->n_years, 0);
  g_return_val_if_fail ((unsigned) figure < PLW_N_SUSTAIN_FIGURES, 0);

  if (figure == PLW_SUSTAIN_NET_REVENUE)
    return net_revenue (result, year);
  if (figure == PLW_SUSTAIN_FINANCING_COST)
    return plw_result_sum (result, PLW_SUM_MRP, year) + plw_result_sum (result, PLW_SUM_INTEREST, year);
  add_needs (result, year, &need[0], &need[1]);
  add_money (result, year, &money[0], &money[1]);
  switch (figure)
    {
    case PLW_SUSTAIN_ONGOING_NEED:
      return need[0];
    case PLW_SUSTAIN_ONE_OFF_NEED:
      return need[1];
    case PLW_SUSTAIN_ONGOING_MONEY:
      return money[0];
    case PLW_SUSTAIN_ONE_OFF_MONEY:
      return money[1];
    default:
      return need[0] - money[0];
    }
}

double
plw_result_financing_ratio (const PlwResult *result, size_t year)
{
  int64_t revenue = plw_result_sustain (result, PLW_SUSTAIN_NET_REVENUE, year);

  return revenue > 0
             ? (double) plw_result_sustain (result, PLW_SUSTAIN_FINANCING_COST, year) / (double) revenue
             : 0;
}
