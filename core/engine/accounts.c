/* accounts.c: pots' accounts and the sums of a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/result-private.h"

#include <string.h>

/* Only the pot's own opening balance and yearly amounts fill the minimum; what
 * other pots move in is spendable at once, or withholding would depend on what
 * is spent.
 */
void
plw_pot_inflow (const PlwPot *pot, size_t n_years, bool is_free, int64_t *ret_inflow)
{
  int64_t minimum = is_free ? 0 : pot->minimum_balance;
  int64_t withheld = 0;

  for (size_t t = 0; t < n_years; t++)
    {
      int64_t arrived = pot->received[t] + (t == 0 ? pot->opening : 0);
      int64_t kept_back = MIN (arrived, minimum - withheld);

      withheld += kept_back;
      ret_inflow[t] = arrived - kept_back;
    }
}

/* One pot's spendable money by age; index 0 is this year's. */
typedef struct
{
  int64_t ages[PLW_YEARS_MOST + 1];
  int64_t withheld;
} Purse;

static void
spend_oldest (Purse *purse, int64_t pence)
{
  for (size_t age = PLW_YEARS_MOST + 1; age-- > 0 && pence > 0;)
    {
      int64_t part = MIN (pence, purse->ages[age]);

      purse->ages[age] -= part;
      pence -= part;
    }
  g_assert (pence == 0);
}

static int64_t
sum_of_ages (const Purse *purse)
{
  int64_t sum = 0;

  for (size_t age = 0; age <= PLW_YEARS_MOST; age++)
    sum += purse->ages[age];
  return sum;
}

/* What happens at the year's end to what was not spent. */
static void
end_year (Purse *purse, const PlwPot *model_pot, PlwPotYears *pot, size_t t)
{
  size_t first_lost = PLW_YEARS_MOST + 1; /* money of this age and older does not stay */
  int64_t leaving = 0;

  if (model_pot->unspent == PLW_UNSPENT_KEPT_YEARS)
    first_lost = MIN ((size_t) model_pot->keep_years, PLW_YEARS_MOST);
  else if (model_pot->unspent != PLW_UNSPENT_KEPT)
    first_lost = 0;
  for (size_t age = first_lost; age <= PLW_YEARS_MOST; age++)
    {
      leaving += purse->ages[age];
      purse->ages[age] = 0;
    }
  if (model_pot->unspent == PLW_UNSPENT_MOVES)
    pot->moved_out[t] = leaving;
  else
    pot->lapsed[t] = leaving;
  pot->closing[t] = purse->withheld + sum_of_ages (purse);
  pot->withheld[t] = purse->withheld;
  memmove (&purse->ages[1], &purse->ages[0], PLW_YEARS_MOST * sizeof purse->ages[0]);
  purse->ages[0] = 0;
}

static bool
year_has_shortfall (const PlwResult *result, size_t t)
{
  for (size_t u = 0; u < result->n_uses; u++)
    if (result->uses[u].need[t] > result->uses[u].funded[t])
      return true;
  return false;
}

void
plw_result_account (PlwResult *result, const PlwModel *model)
{
  g_autofree Purse *purses = g_new0 (Purse, MAX (model->n_pots, 1));
  g_autofree int64_t *inflows = g_new (int64_t, MAX (model->n_pots, 1) * model->n_years);

  for (size_t k = 0; k < model->n_pots; k++)
    plw_pot_inflow (&model->pots[k], model->n_years, false, &inflows[k * model->n_years]);
  for (size_t t = 0; t < model->n_years; t++)
    {
      bool has_shortfall = year_has_shortfall (result, t);

      for (size_t k = 0; k < model->n_pots; k++)
        {
          PlwPotYears *pot = &result->pots[k];
          int64_t inflow = inflows[k * model->n_years + t];

          pot->received[t] = model->pots[k].received[t];
          pot->opening[t] = t == 0 ? model->pots[k].opening : pot->closing[t - 1];
          purses[k].withheld += pot->received[t] + (t == 0 ? pot->opening[0] : 0) - inflow;
          purses[k].ages[0] += inflow + pot->moved_in[t];
          spend_oldest (&purses[k], pot->spent[t]);
          end_year (&purses[k], &model->pots[k], pot, t);
          if (has_shortfall)
            pot->stranded[t] = pot->closing[t] + pot->lapsed[t] + pot->moved_out[t];
          if (model->pots[k].unspent == PLW_UNSPENT_MOVES && t + 1 < model->n_years)
            result->pots[model->pots[k].target].moved_in[t + 1] += pot->moved_out[t];
        }
    }
}

static void
add (PlwResult *result, PlwSum sum, size_t t, int64_t pence)
{
  result->sums[(size_t) sum * result->n_years + t] += pence;
}

static void
sum_uses (PlwResult *result, size_t t)
{
  for (size_t u = 0; u < result->n_uses; u++)
    {
      const PlwUse *use = &result->uses[u];

      add (result, PLW_SUM_NEED, t, use->need[t]);
      add (result, PLW_SUM_FUNDED, t, use->funded[t]);
      add (result, PLW_SUM_SHORTFALL, t, use->need[t] - use->funded[t]);
      add (result, PLW_SUM_BORROWED, t, use->borrowed[t]);
      if (use->kind == PLW_USE_PROJECT)
        add (result, PLW_SUM_PROJECT_SPEND, t, use->need[t]);
      if (use->kind == PLW_USE_PROGRAMME)
        add (result, use->part == PLW_PART_REVENUE ? PLW_SUM_PROGRAMME_REVENUE : PLW_SUM_PROGRAMME_CAPITAL, t,
             use->need[t]);
      if (use->kind == PLW_USE_FINANCING)
        add (result, PLW_SUM_FINANCING, t, use->need[t] - (t > 0 ? use->need[t - 1] : 0));
    }
}

static void
sum_pots (PlwResult *result, const PlwModel *model, size_t t)
{
  const char *reserve = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      int64_t limit = model->pots[k].limit[t];
      int64_t held = pot->spent[t] + pot->moved_out[t] + pot->lapsed[t] + pot->closing[t] - pot->withheld[t];

      add (result, PLW_SUM_AVAILABLE, t, limit >= 0 ? MIN (limit, held) : held);
      add (result, PLW_SUM_STRANDED, t, pot->stranded[t]);
      add (result, PLW_SUM_LAPSED, t, pot->lapsed[t]);
      add (result, PLW_SUM_KEPT, t, pot->closing[t]);
      if (strcmp (pot->code, reserve) == 0)
        add (result, PLW_SUM_GENERAL_RESERVE, t, pot->closing[t]);
    }
}

static void
sum_movements (PlwResult *result, const PlwModel *model, size_t t)
{
  static const struct
  {
    PlwNeedPart part;
    PlwSum sum;
    int sign;
  } sums[] = {
    { PLW_NEED_PRICED, PLW_SUM_PRICE, 1 },           { PLW_NEED_DEMAND, PLW_SUM_DEMAND, 1 },
    { PLW_NEED_PRESSURES, PLW_SUM_PRESSURES, 1 },    { PLW_NEED_GROWTH, PLW_SUM_GROWTH, 1 },
    { PLW_NEED_SAVINGS, PLW_SUM_SAVINGS, -1 },       { PLW_NEED_INCOME, PLW_SUM_INCOME, -1 },
    { PLW_NEED_PREVENTION, PLW_SUM_PREVENTION, -1 }, { PLW_NEED_SPILLOVER, PLW_SUM_SPILLOVER, 1 },
  };

  for (size_t i = 0; i < model->n_lines; i++)
    for (size_t s = 0; s < G_N_ELEMENTS (sums); s++)
      add (result, sums[s].sum, t,
           sums[s].sign
               * result->movements[(i * result->n_years + t) * PLW_N_NEED_PARTS + (size_t) sums[s].part]);
}

void
plw_result_summarise (PlwResult *result, const PlwModel *model)
{
  for (size_t t = 0; t < result->n_years; t++)
    {
      sum_uses (result, t);
      sum_pots (result, model, t);
      sum_movements (result, model, t);
    }
}
