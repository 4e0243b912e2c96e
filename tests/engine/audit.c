/* audit.c: whether the accounts add up and the rules are kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"

char *
audit_needs (const Reference *reference)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefUse *use = &reference->uses[i];

        if (use->need[year] != use->text_need[year])
          return g_strdup_printf ("use %s (kind %d, part %d), year %" G_GSIZE_FORMAT
                                  ": need %" G_GINT64_FORMAT ", by the text %" G_GINT64_FORMAT,
                                  use->code, use->kind, use->part, year, use->need[year],
                                  use->text_need[year]);
        if (use->kind != PLW_USE_FINANCING && use->floor[year] != use->text_floor[year])
          return g_strdup_printf ("use %s, year %" G_GSIZE_FORMAT ": floor %" G_GINT64_FORMAT
                                  ", by the text %" G_GINT64_FORMAT,
                                  use->code, year, use->floor[year], use->text_floor[year]);
      }
  return NULL;
}

/* What lapses where the oldest money is used first and each year's lasts for some more. */
static int64_t
find_lapsed (const RefPot *pot, const PlwPotYears *account, size_t year)
{
  int64_t spent = 0;
  int64_t came = 0;
  int64_t lapsed = 0;

  if (pot->target != SIZE_MAX || pot->keep_years == REF_FOREVER || year < (size_t) pot->keep_years)
    return 0;
  for (size_t i = 0; i < year; i++)
    lapsed += account->lapsed[i];
  for (size_t i = 0; i <= year; i++)
    spent += account->spent[i];
  for (size_t i = 0; i <= year - (size_t) pot->keep_years; i++)
    came += pot->inflow[i] + account->moved_in[i];
  return MAX (0, came - spent - lapsed);
}

static int64_t
find_moved_in (const Reference *reference, size_t pot, size_t year)
{
  int64_t moved = 0;

  for (size_t other = 0; year > 0 && other < reference->n_pots; other++)
    if (reference->pots[other].target == pot)
      moved += plw_result_pot (reference->result, reference->pots[other].number)->moved_out[year - 1];
  return moved;
}

static int64_t
find_stranded (const Reference *reference, const RefPot *pot, size_t year)
{
  const PlwPotYears *account = plw_result_pot (reference->result, pot->number);

  for (size_t use = 0; use < reference->n_uses; use++)
    if (reference->uses[use].funded[year] < reference->uses[use].need[year])
      return account->lapsed[year] + account->moved_out[year] + account->closing[year];
  return 0;
}

#define CHECK(CONDITION)                                                                                     \
  if (!(CONDITION))                                                                                          \
  return g_strdup_printf ("pot %s, year %" G_GSIZE_FORMAT ": not true: " #CONDITION, pot->code, year)

static char *
audit_pot_year (const Reference *reference, size_t number, size_t year)
{
  const RefPot *pot = &reference->pots[number];
  const PlwPotYears *account = plw_result_pot (reference->result, pot->number);
  int64_t all = account->opening[year] + account->received[year] + account->moved_in[year];
  int64_t unspent = all - account->spent[year] - account->withheld[year];

  CHECK (account->opening[year] == (year == 0 ? pot->opening : account->closing[year - 1]));
  CHECK (account->received[year] == pot->received[year]);
  CHECK (account->moved_in[year] == find_moved_in (reference, number, year));
  CHECK (all
         == account->spent[year] + account->moved_out[year] + account->lapsed[year] + account->closing[year]);
  CHECK (account->withheld[year] == pot->withheld[year]);
  CHECK (account->closing[year] >= pot->withheld[year]);
  CHECK (account->spent[year] >= 0 && unspent >= 0);
  CHECK (pot->limit[year] == REF_NO_LIMIT || account->spent[year] <= pot->limit[year]);
  CHECK (account->moved_out[year] == (pot->target != SIZE_MAX ? unspent : 0));
  CHECK (account->lapsed[year] == find_lapsed (pot, account, year));
  CHECK (account->stranded[year] == find_stranded (reference, pot, year));
  return NULL;
}

#undef CHECK

char *
audit_pots (const Reference *reference)
{
  if (plw_result_n_pots (reference->result) != reference->n_pots)
    return g_strdup ("not all pots are in the result");
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        char *wrong = audit_pot_year (reference, pot, year);

        if (wrong != NULL)
          return wrong;
      }
  return NULL;
}

static size_t
find_pot (const Reference *reference, size_t number)
{
  for (size_t i = 0; i < reference->n_pots; i++)
    if (reference->pots[i].number == number)
      return i;
  g_assert_not_reached ();
}

static size_t
find_use (const Reference *reference, size_t number)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    if (reference->uses[i].number == number)
      return i;
  g_assert_not_reached ();
}

/* Takes each flow from what its pot spent and its use was paid. */
static char *
take_flows (const Reference *reference, int64_t *spent, int64_t *paid)
{
  const PlwFlow *last = NULL;

  for (size_t i = 0; i < plw_result_n_flows (reference->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (reference->result, i);
      size_t pot = find_pot (reference, flow->pot);
      size_t use = find_use (reference, flow->use);
      int64_t cap = reference_cap (reference, pot, use, flow->year);
      const char *wrong = NULL;

      if (flow->pence <= 0)
        wrong = "no money";
      else if (cap == REF_BARRED)
        wrong = "barred";
      else if (cap != REF_NO_LIMIT && flow->pence > cap)
        wrong = "above the share cap";
      else if (last != NULL
               && (last->year > flow->year
                   || (last->year == flow->year
                       && (last->pot > flow->pot || (last->pot == flow->pot && last->use >= flow->use)))))
        wrong = "out of order";
      if (wrong != NULL)
        return g_strdup_printf ("%" G_GINT64_FORMAT " from %s to %s (kind %d) in year %u: %s", flow->pence,
                                reference->pots[pot].code, reference->uses[use].code,
                                reference->uses[use].kind, flow->year, wrong);
      spent[pot * reference->n_years + flow->year] -= flow->pence;
      paid[use * reference->n_years + flow->year] -= flow->pence;
      last = flow;
    }
  return NULL;
}

char *
audit_flows (const Reference *reference)
{
  g_autofree int64_t *spent = g_new (int64_t, reference->n_pots * reference->n_years + 1);
  g_autofree int64_t *paid = g_new (int64_t, reference->n_uses * reference->n_years);
  char *wrong;

  for (size_t year = 0; year < reference->n_years; year++)
    {
      for (size_t pot = 0; pot < reference->n_pots; pot++)
        spent[pot * reference->n_years + year] =
            plw_result_pot (reference->result, reference->pots[pot].number)->spent[year];
      for (size_t use = 0; use < reference->n_uses; use++)
        paid[use * reference->n_years + year] = reference_paid (reference, use, year);
    }
  wrong = take_flows (reference, spent, paid);
  if (wrong != NULL)
    return wrong;
  for (size_t i = 0; i < reference->n_pots * reference->n_years; i++)
    if (spent[i] != 0)
      return g_strdup_printf ("the flows of pot %s do not add up to what it spent",
                              reference->pots[i / reference->n_years].code);
  for (size_t i = 0; i < reference->n_uses * reference->n_years; i++)
    {
      const RefUse *use = &reference->uses[i / reference->n_years];
      size_t year = i % reference->n_years;

      if (paid[i] != 0)
        return g_strdup_printf ("the flows to use %s do not add up to what it got", use->code);
      if (use->borrowed[year] < 0 || use->funded[year] < use->borrowed[year]
          || use->funded[year] > use->need[year])
        return g_strdup_printf ("use %s got more than it needs or less than nothing", use->code);
    }
  return NULL;
}

static char *
compare_sum (const Reference *reference, PlwSum sum, size_t year, int64_t expected)
{
  int64_t found = plw_result_sum (reference->result, sum, year);

  if (found == expected)
    return NULL;
  return g_strdup_printf ("summary, year %" G_GSIZE_FORMAT ": %s is %" G_GINT64_FORMAT
                          ", the parts make %" G_GINT64_FORMAT,
                          year, plw_sum_name (sum), found, expected);
}

static char *
audit_summary_year (const Reference *reference, size_t year)
{
  const char *reserve = plw_plan_setting (reference->plan, "general_reserve");
  int64_t sums[PLW_N_SUMS] = { 0 };
  static const PlwSum checked[] = {
    PLW_SUM_NEED,     PLW_SUM_FUNDED,   PLW_SUM_SHORTFALL, PLW_SUM_BORROWED,
    PLW_SUM_STRANDED, PLW_SUM_LAPSED,   PLW_SUM_KEPT,      PLW_SUM_GENERAL_RESERVE,
    PLW_SUM_MRP,      PLW_SUM_INTEREST, PLW_SUM_CFR
  };
  RefFinancing financing = reference_financing (reference, year);

  sums[PLW_SUM_MRP] = financing.mrp;
  sums[PLW_SUM_INTEREST] = reference_round (financing.interest);
  sums[PLW_SUM_CFR] = financing.cfr;

  for (size_t i = 0; i < reference->n_uses; i++)
    {
      const RefUse *use = &reference->uses[i];

      sums[PLW_SUM_NEED] += use->need[year];
      sums[PLW_SUM_FUNDED] += use->funded[year];
      sums[PLW_SUM_SHORTFALL] += use->need[year] - use->funded[year];
      sums[PLW_SUM_BORROWED] += use->borrowed[year];
    }
  for (size_t i = 0; i < reference->n_pots; i++)
    {
      const PlwPotYears *account = plw_result_pot (reference->result, reference->pots[i].number);

      sums[PLW_SUM_STRANDED] += account->stranded[year];
      sums[PLW_SUM_LAPSED] += account->lapsed[year];
      sums[PLW_SUM_KEPT] += account->closing[year];
      if (g_str_equal (reference->pots[i].code, reserve))
        sums[PLW_SUM_GENERAL_RESERVE] += account->closing[year];
    }
  for (size_t i = 0; i < G_N_ELEMENTS (checked); i++)
    {
      char *wrong = compare_sum (reference, checked[i], year, sums[checked[i]]);

      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}

char *
audit_summary (const Reference *reference)
{
  for (size_t year = 0; year < reference->n_years; year++)
    {
      char *wrong = audit_summary_year (reference, year);

      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}
