/* sustain.c: whether a plan can go on: structural gap and prudential ratios.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/sustain.h"

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

bool
plw_sustain_is_one_off (const PlwResult *result, size_t row, size_t *ret_use, int *ret_sign)
{
  const PlwPlan *plan = result->plan;

  if (plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) != PLW_CHANGE_ONE_OFF
      || !plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED))
    return false;

  uint32_t line = plw_model_number (result->study->model, PLW_TABLE_LINES,
                                    plw_plan_text (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE));
  int64_t kind = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND);

  *ret_use = line;
  *ret_sign = kind == PLW_CHANGE_PRESSURE || kind == PLW_CHANGE_GROWTH ? 1 : -1;
  return line != UINT32_MAX;
}

/* Pence × PLW_WHOLE, added up exactly; rounded once by who asks. */
static void
add_one_off (const PlwResult *result, size_t row, int sign, size_t t, PlwWide *ret_sum)
{
  const PlwPlan *plan = result->plan;
  size_t column = plw_schema_table (PLW_TABLE_CHANGES)->n_columns + t;
  int64_t delivery =
      sign > 0 ? PLW_WHOLE : plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);

  *ret_sum += sign * (PlwWide) plw_plan_number (plan, PLW_TABLE_CHANGES, row, column) * delivery;
}

int64_t
plw_sustain_one_offs (const PlwResult *result, size_t use, size_t year)
{
  PlwWide sum = 0;
  size_t its_use;
  int sign;

  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES); r++)
    if (plw_sustain_is_one_off (result, r, &its_use, &sign) && its_use == use)
      add_one_off (result, r, sign, year, &sum);
  return plw_divide_round (sum, PLW_WHOLE);
}

/* The same of all uses. */
static int64_t *
find_one_offs (const PlwResult *result, size_t t)
{
  g_autofree PlwWide *sums = g_new0 (PlwWide, result->n_uses);
  int64_t *one_offs = g_new0 (int64_t, result->n_uses);
  size_t use;
  int sign;

  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES); r++)
    if (plw_sustain_is_one_off (result, r, &use, &sign))
      add_one_off (result, r, sign, t, &sums[use]);
  for (size_t u = 0; u < result->n_uses; u++)
    one_offs[u] = plw_divide_round (sums[u], PLW_WHOLE);
  return one_offs;
}

bool
plw_sustain_ends (const PlwUse *use, size_t n_years)
{
  return use->kind == PLW_USE_PROGRAMME && use->need[n_years - 1] == 0;
}

int64_t
plw_sustain_one_off_need (const PlwResult *result, size_t use, size_t year, int64_t one_offs)
{
  const PlwUse *held = &result->uses[use];

  return plw_sustain_ends (held, result->n_years) ? held->need[year] : MIN (held->need[year], one_offs);
}

static void
add_needs (const PlwResult *result, size_t t, int64_t *ret_ongoing, int64_t *ret_one_off)
{
  g_autofree int64_t *one_offs = find_one_offs (result, t);

  for (size_t u = 0; u < result->n_uses; u++)
    {
      const PlwUse *use = &result->uses[u];
      int64_t one_off = plw_sustain_one_off_need (result, u, t, one_offs[u]);

      if (use->part != PLW_PART_REVENUE)
        continue;
      *ret_ongoing += use->need[t] - one_off;
      *ret_one_off += one_off;
    }
}

bool
plw_sustain_goes_on (const PlwPotYears *pot, size_t n_years)
{
  return pot->kind == PLW_POT_REVENUE && pot->received[n_years - 1] > 0;
}

int64_t
plw_sustain_beyond (const PlwPotYears *pot, int64_t spent_on_revenue, size_t year)
{
  return MAX (0, spent_on_revenue - (pot->kind == PLW_POT_REVENUE ? pot->received[year] : 0));
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

      if (plw_sustain_goes_on (pot, result->n_years))
        *ret_ongoing += pot->received[t];
      else if (pot->kind == PLW_POT_REVENUE)
        *ret_one_off += pot->received[t];
      /* Beyond the year's own money: balances, and capital turned to revenue. */
      *ret_one_off += plw_sustain_beyond (pot, spent[k], t);
    }
}

bool
plw_sustain_is_general (const PlwModel *model, size_t pot)
{
  const PlwPot *held = &model->pots[pot];

  for (size_t f = held->first_fence; f < held->first_fence + held->n_fences; f++)
    if (model->fences[f].kind != PLW_FENCE_PARTNER)
      return false;
  return held->kind == PLW_POT_REVENUE;
}

static int64_t
net_revenue (const PlwResult *result, size_t t)
{
  const PlwModel *model = result->study->model;
  int64_t sum = 0;

  for (size_t k = 0; k < model->n_pots; k++)
    if (plw_sustain_is_general (model, k))
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
