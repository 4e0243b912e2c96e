/* reference-prevention.c: what prevention gives back, from the text of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference.h"

#include <placewright/reference.h>

/* Whole steps are floors: a sum of fractions that makes a whole step on paper may be a hair less here. */
#define HAIR ((RefReal) 1e-15)

/* Section 11: corrections by grade of evidence, in percent; the same for benefits and costs. */
static const int of_grade[] = { 0, 0, 5, 10, 15, 25, 40 };

RefReal
reference_correction (const Reference *reference, size_t programme_row, bool of_costs)
{
  const PlwTableId table = PLW_TABLE_PROGRAMMES;
  PlwValue own = plw_plan_get (reference->plan, table, programme_row,
                               of_costs ? PLW_PROGRAMMES_COST_CORRECTION : PLW_PROGRAMMES_BENEFIT_CORRECTION);
  int64_t grade = reference_number (reference, table, programme_row, PLW_PROGRAMMES_EVIDENCE);

  if (own.is_set)
    return (RefReal) own.number / REF_WHOLE;
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_EVIDENCE_GRADES); row++)
    if (reference_number (reference, PLW_TABLE_EVIDENCE_GRADES, row, PLW_EVIDENCE_GRADES_GRADE) == grade)
      return reference_share (reference, PLW_TABLE_EVIDENCE_GRADES, row,
                              of_costs ? PLW_EVIDENCE_GRADES_COST_CORRECTION
                                       : PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION);
  return (RefReal) of_grade[grade] / 100;
}

/* The plan's own row, else that which comes with the program. */
static RefReal
find_price_index (const Reference *reference, int64_t year)
{
  const PlwTableId table = PLW_TABLE_PRICE_INDEX;
  const PlwPlan *plans[] = { reference->plan, plw_reference () };

  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plans[i], table); row++)
      if (plw_plan_number (plans[i], table, row, PLW_PRICE_INDEX_YEAR) == year)
        return (RefReal) plw_plan_number (plans[i], table, row, PLW_PRICE_INDEX_VALUE);
  g_error ("no price index of %" G_GINT64_FORMAT, year);
}

/* Pence at prices of the base year. */
static RefReal
find_unit_value (const Reference *reference, size_t effect)
{
  PlwValue own = plw_plan_get (reference->plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_VALUE);
  const char *code = reference_text (reference, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST);
  int64_t base_year = plw_plan_base_year (reference->plan);
  RefReal value;
  int64_t prices;
  size_t row;

  if (own.is_set)
    return (RefReal) own.number;
  if (*code == '\0')
    return 0;
  g_assert_true (plw_plan_find_key (reference->plan, PLW_TABLE_UNIT_COSTS, code, &row));
  prices = reference_number (reference, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_PRICES);
  value = (RefReal) reference_number (reference, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE);
  if (prices == base_year)
    return value;
  return (RefReal) reference_round (value * find_price_index (reference, base_year)
                                    / find_price_index (reference, prices));
}

/* f(s) */
static RefReal
find_funded_share (const Reference *reference, const RefProgramme *programme, size_t year)
{
  const RefUse *revenue = &reference->uses[programme->revenue];
  const RefUse *capital = &reference->uses[programme->capital];
  int64_t need = revenue->need[year] + capital->need[year];

  return need == 0 ? 1 : (RefReal) (revenue->funded[year] + capital->funded[year]) / need;
}

static RefReal
find_intake (const Reference *reference, const RefProgramme *programme, size_t year)
{
  g_autofree char *key = g_strdup_printf ("%s/intake", programme->code);
  size_t row;

  if (!plw_plan_find_key (reference->plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    return 0;
  return (RefReal) reference_year_cell (reference, PLW_TABLE_PROGRAMME_YEARS, row, year) / PLW_DECIMAL_ONE;
}

/* g(a) */
static RefReal
find_growth (const Reference *reference, size_t effect, int64_t age)
{
  const PlwTableId table = PLW_TABLE_EFFECTS;
  int64_t lag = reference_number (reference, table, effect, PLW_EFFECTS_LAG);
  int64_t ramp = reference_number (reference, table, effect, PLW_EFFECTS_RAMP);
  PlwValue duration = plw_plan_get (reference->plan, table, effect, PLW_EFFECTS_DURATION);
  RefReal kept = 1 - reference_share (reference, table, effect, PLW_EFFECTS_DROP);

  if (age < lag || (duration.is_set && age >= lag + duration.number))
    return 0;
  if (age - lag + 1 < ramp)
    return (RefReal) (age - lag + 1) / ramp;
  return reference_power (kept, age - lag - ramp + 1);
}

/* E R P (1-W) U (1-O): what a person who is taken in gives back a year, at base-year prices. */
static RefReal
find_worth (const Reference *reference, const RefEffect *effect)
{
  const PlwTableId table = PLW_TABLE_EFFECTS;
  size_t programme_row = reference->programmes[effect->programme].row;

  return reference_share (reference, table, effect->row, PLW_EFFECTS_ENGAGED)
         * reference_share (reference, table, effect->row, PLW_EFFECTS_RETAINED)
         * reference_share (reference, table, effect->row, PLW_EFFECTS_SUCCESS)
         * (1 - reference_share (reference, table, effect->row, PLW_EFFECTS_DEADWEIGHT))
         * find_unit_value (reference, effect->row)
         * (1 - reference_correction (reference, programme_row, false));
}

static RefReal
find_cash (const Reference *reference, const RefEffect *effect, size_t year)
{
  const PlwTableId table = PLW_TABLE_EFFECTS;
  int64_t step = reference_number (reference, table, effect->row, PLW_EFFECTS_RELEASE_STEP);
  RefReal cash = effect->gross[year] * reference_share (reference, table, effect->row, PLW_EFFECTS_CASHABLE);

  if (step <= 0)
    return cash;
  return (RefReal) (int64_t) (cash / step + HAIR) * step;
}

void
reference_add_effects (Reference *reference, size_t year)
{
  for (size_t i = 0; i < reference->n_effects; i++)
    {
      RefEffect *effect = &reference->effects[i];
      const RefProgramme *programme = &reference->programmes[effect->programme];
      const char *price =
          reference_text (reference, PLW_TABLE_EFFECTS, effect->row, PLW_EFFECTS_PRICE_DRIVER);
      RefReal people = 0;

      for (size_t from = 0; from <= year; from++)
        people += find_funded_share (reference, programme, from) * find_intake (reference, programme, from)
                  * find_growth (reference, effect->row, (int64_t) (year - from));
      effect->gross[year] =
          people * find_worth (reference, effect) * reference_index (reference, price, year);
      effect->cash[year] = find_cash (reference, effect, year);
      if (effect->line == SIZE_MAX)
        effect->credited[year] = effect->cash[year];
    }
}

RefReal
reference_save (Reference *reference, size_t line, size_t year, RefReal before)
{
  RefReal left = 1;
  RefReal sum = 0;

  if (before <= 0)
    return 0;
  for (size_t i = 0; i < reference->n_effects; i++)
    if (reference->effects[i].line == line)
      {
        RefReal cash = reference->effects[i].cash[year];

        sum += cash;
        left *= cash < before ? 1 - cash / before : 0;
      }
  for (size_t i = 0; i < reference->n_effects && sum > 0; i++)
    if (reference->effects[i].line == line)
      reference->effects[i].credited[year] = before * (1 - left) * reference->effects[i].cash[year] / sum;
  return before * (1 - left);
}

static size_t
find_use (const Reference *reference, PlwUseKind kind, PlwPart part, const char *code)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    if (reference->uses[i].kind == kind && reference->uses[i].part == part
        && g_str_equal (reference->uses[i].code, code))
      return i;
  g_assert_not_reached ();
}

static void
add_effect (Reference *reference, size_t programme, size_t row)
{
  const char *line = reference_text (reference, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE);
  RefEffect *effect = &reference->effects[reference->n_effects++];

  *effect = (RefEffect){
    .row = row,
    .programme = programme,
    .line = SIZE_MAX,
    .gains = reference_text (reference, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER),
    .gross = g_new0 (RefReal, reference->n_years),
    .cash = g_new0 (RefReal, reference->n_years),
    .credited = g_new0 (RefReal, reference->n_years),
  };
  if (*line == '\0')
    return;
  effect->line = find_use (reference, PLW_USE_LINE, PLW_PART_REVENUE, line);
  if (reference->uses[effect->line].partner[0] != '\0')
    effect->gains = reference->uses[effect->line].partner;
}

static void
add_programme (Reference *reference, size_t row)
{
  const char *code = reference_text (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE);
  RefProgramme *programme = &reference->programmes[reference->n_programmes];

  *programme = (RefProgramme){
    .row = row,
    .code = code,
    .revenue = find_use (reference, PLW_USE_PROGRAMME, PLW_PART_REVENUE, code),
    .capital = find_use (reference, PLW_USE_PROGRAMME, PLW_PART_CAPITAL, code),
    .share = g_new0 (RefReal, reference->n_years),
  };
  for (size_t year = 0; year < reference->n_years; year++)
    programme->share[year] = find_funded_share (reference, programme, year);
  for (size_t i = 0; i < plw_plan_n_rows (reference->plan, PLW_TABLE_EFFECTS); i++)
    if (g_str_equal (reference_text (reference, PLW_TABLE_EFFECTS, i, PLW_EFFECTS_PROGRAMME), code))
      add_effect (reference, reference->n_programmes, i);
  reference->n_programmes++;
}

void
reference_add_programmes (Reference *reference)
{
  reference->programmes = g_new0 (RefProgramme, plw_plan_n_rows (reference->plan, PLW_TABLE_PROGRAMMES) + 1);
  reference->effects = g_new0 (RefEffect, plw_plan_n_rows (reference->plan, PLW_TABLE_EFFECTS) + 1);
  for (size_t row = 0; row < plw_plan_n_rows (reference->plan, PLW_TABLE_PROGRAMMES); row++)
    if (reference_number (reference, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_ENABLED) != 0)
      add_programme (reference, row);
}
