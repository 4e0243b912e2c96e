/* reference-appraisal.c: what programmes are worth, and to whom, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

/* What a pound of @year is worth: real terms, the first year not discounted. */
RefReal
reference_present (const Reference *reference, size_t year)
{
  RefReal rate = (RefReal) plw_plan_setting_number (reference->plan, "discount_rate", 0) / REF_WHOLE;
  const char *deflator = plw_plan_setting (reference->plan, "deflator");

  return 1 / (reference_power (1 + rate, (int64_t) year) * reference_index (reference, deflator, year));
}

static void
add_programme (const Reference *reference, RefAccount *account, size_t programme)
{
  const RefProgramme *it = &reference->programmes[programme];

  for (size_t year = 0; year < reference->n_years; year++)
    account->cost[year] +=
        reference->uses[it->revenue].funded[year] + reference->uses[it->capital].funded[year];
  for (size_t i = 0; i < reference->n_effects; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefEffect *effect = &reference->effects[i];

        if (effect->programme != programme)
          continue;
        account->saved[year] += effect->credited[year];
        account->released[year] += effect->gross[year] - effect->cash[year];
        account->overlap[year] += effect->cash[year] - effect->credited[year];
      }
}

/* @programme: n_programmes: all of them */
static void
make_account (const Reference *reference, RefAccount *account, size_t programme)
{
  account->cost = g_new0 (int64_t, reference->n_years);
  account->saved = g_new0 (RefReal, reference->n_years);
  account->released = g_new0 (RefReal, reference->n_years);
  account->overlap = g_new0 (RefReal, reference->n_years);
  for (size_t i = 0; i < reference->n_programmes; i++)
    if (i == programme || programme == reference->n_programmes)
      add_programme (reference, account, i);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      RefReal worth = reference_present (reference, year);

      account->pv_cost += worth * account->cost[year];
      account->pv_saved += worth * account->saved[year];
      account->pv_released += worth * account->released[year];
    }
}

/* What the general reserve holds above its minimum at the end of the year. */
static RefReal
find_reserve (const Reference *reference, size_t year)
{
  const char *code = plw_plan_setting (reference->plan, "general_reserve");

  for (size_t i = 0; i < reference->n_pots; i++)
    if (g_str_equal (reference->pots[i].code, code))
      {
        const PlwPotYears *account = plw_result_pot (reference->result, reference->pots[i].number);

        return account->closing[year]
               - reference_number (reference, PLW_TABLE_POTS, reference->pots[i].row,
                                   PLW_POTS_MINIMUM_BALANCE);
      }
  return 0;
}

RefValley
reference_valley (const Reference *reference, const RefAccount *account, RefReal allowance)
{
  RefValley valley = { .is_carried = true };
  bool is_last_in_it = false;
  RefReal spent = 0;
  RefReal saved = 0;

  for (size_t year = 0; year < reference->n_years; year++)
    {
      RefReal depth;

      spent += account->cost[year];
      saved += account->saved[year] + (account->saved[year] > 0 ? allowance : 0);
      depth = spent - saved;
      valley.depth = depth > valley.depth ? depth : valley.depth;
      if (depth > 0)
        {
          valley.years++;
          valley.is_carried = valley.is_carried && find_reserve (reference, year) >= depth;
        }
      else if (spent > 0 && valley.payback == 0)
        valley.payback = reference->first_year + (int) year;
      if (is_last_in_it && depth <= 0)
        valley.closes = reference->first_year + (int) year;
      is_last_in_it = depth > 0;
    }
  if (is_last_in_it)
    valley.closes = 0;
  return valley;
}

const RefPartner *
reference_position (const Reference *reference, size_t programme, size_t partner)
{
  return &reference->positions[programme * (reference->n_partners + 1) + partner];
}

static const char *
get_partner (const Reference *reference, size_t partner)
{
  if (partner == reference->n_partners)
    return "";
  return reference_text (reference, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_CODE);
}

/* From the pots of the partner to any part of the programme. */
static void
add_paid (const Reference *reference, RefPartner *position, size_t programme, const char *partner)
{
  for (size_t i = 0; i < plw_result_n_flows (reference->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (reference->result, i);
      const PlwUse *use = plw_result_use (reference->result, flow->use);
      const PlwPotYears *pot = plw_result_pot (reference->result, flow->pot);
      size_t row;

      if (use->kind != PLW_USE_PROGRAMME)
        continue;
      if (programme < reference->n_programmes
          && !g_str_equal (use->code, reference->programmes[programme].code))
        continue;
      g_assert_true (plw_plan_find_key (reference->plan, PLW_TABLE_POTS, pot->code, &row));
      if (g_str_equal (reference_text (reference, PLW_TABLE_POTS, row, PLW_POTS_PARTNER), partner))
        position->paid[flow->year] += flow->pence;
    }
}

static void
add_position (Reference *reference, size_t programme, size_t partner)
{
  RefPartner *position = &reference->positions[programme * (reference->n_partners + 1) + partner];
  const char *code = get_partner (reference, partner);

  position->benefit = g_new0 (RefReal, reference->n_years);
  position->paid = g_new0 (int64_t, reference->n_years);
  for (size_t i = 0; i < reference->n_effects; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefEffect *effect = &reference->effects[i];

        if ((programme == reference->n_programmes || programme == effect->programme)
            && g_str_equal (effect->gains, code))
          position->benefit[year] += effect->credited[year] + effect->gross[year] - effect->cash[year];
      }
  add_paid (reference, position, programme, code);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      position->pv_benefit += reference_present (reference, year) * position->benefit[year];
      position->pv_paid += reference_present (reference, year) * position->paid[year];
    }
}

void
reference_add_appraisals (Reference *reference)
{
  for (size_t i = 0; i < reference->n_programmes; i++)
    make_account (reference, &reference->programmes[i].account, i);
  make_account (reference, &reference->all, reference->n_programmes);
  reference->n_partners = plw_plan_n_rows (reference->plan, PLW_TABLE_PARTNERS);
  reference->positions = g_new0 (RefPartner, (reference->n_programmes + 1) * (reference->n_partners + 1));
  for (size_t programme = 0; programme <= reference->n_programmes; programme++)
    for (size_t partner = 0; partner <= reference->n_partners; partner++)
      add_position (reference, programme, partner);
}
