/* check-unit-costs.c: whether every unit cost is known and can be brought to the plan's prices.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference/check-reference.h"

#include "base/i18n.h"
#include "plan/check.h"

static bool
has_index (const PlwPlan *plan, int year)
{
  int64_t from;
  int64_t to;

  return plw_reference_price_ratio (plan, year, year, &from, &to);
}

/* The year, or both, that the price index lacks; NULL where it lacks none. */
static char *
list_missing (const PlwPlan *plan, int prices, int base_year)
{
  bool has_prices = has_index (plan, prices);
  bool has_base = has_index (plan, base_year);

  if (!has_prices && !has_base)
    return g_strdup_printf (_ ("%s and %s"), plw_year_name (prices), plw_year_name (base_year));
  if (!has_prices || !has_base)
    return g_strdup (plw_year_name (has_prices ? base_year : prices));
  return NULL;
}

static void
refuse_prices (const PlwPlan *plan, PlwProblems *problems, size_t effect, const char *code, int prices)
{
  int base_year = plw_plan_base_year (plan);
  g_autofree char *missing = list_missing (plan, prices, base_year);

  if (missing != NULL)
    plw_check_add (
        plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_EFFECTS, effect, "unit_cost",
        g_strdup_printf (_ ("“%s” is at prices of %s, the plan at those of %s, and the price index lacks %s"),
                         code, plw_year_name (prices), plw_year_name (base_year), missing),
        g_strdup_printf (
            _ ("add %s to price_index, on the same base as its other years, or write a unit_value"),
            missing));
  else
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_EFFECTS, effect, "unit_cost",
                   g_strdup_printf (_ ("“%s” at prices of %s is more than any figure may be"), code,
                                    plw_year_name (base_year)),
                   g_strdup (_ ("correct price_index or write a unit_value")));
}

static void
check_effect (const PlwPlan *plan, PlwProblems *problems, size_t effect)
{
  PlwValue code = plw_plan_get (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST);
  const PlwPlan *held;
  size_t row;
  int64_t pence;

  if (!code.is_set)
    return;
  if (!plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, code.text, &held, &row))
    {
      plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_EFFECTS, effect, "unit_cost",
                     g_strdup_printf (
                         _ ("“%s” is neither in unit_costs nor a unit cost of the program's own"), code.text),
                     g_strdup (_ ("write a code from unit_costs or add the row there")));
      return;
    }

  PlwValue value = plw_plan_get (held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE);
  PlwValue prices = plw_plan_get (held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_PRICES);

  /* Empty cells and a plan without years are told of where they stand. */
  if (value.is_set && prices.is_set && plw_plan_base_year (plan) > 0
      && !plw_reference_unit_value (plan, effect, &pence))
    refuse_prices (plan, problems, effect, code.text, (int) prices.number);
}

void
plw_check_unit_costs (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    check_effect (plan, problems, row);
}
