/* price.c: what a unit cost is at the prices of another year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/reference.h>

static bool
find_index (const PlwPlan *plan, int year, int64_t *ret_index)
{
  const PlwPlan *held;
  size_t row;

  if (!plw_reference_find (plan, PLW_TABLE_PRICE_INDEX, plw_year_name (year), &held, &row))
    return false;

  PlwValue value = plw_plan_get (held, PLW_TABLE_PRICE_INDEX, row, PLW_PRICE_INDEX_VALUE);

  /* The check tells of an empty cell and of one that is not above zero. */
  if (!value.is_set || value.number <= 0)
    return false;

  *ret_index = value.number;
  return true;
}

bool
plw_reference_price_ratio (const PlwPlan *plan, int from, int to, int64_t *ret_from, int64_t *ret_to)
{
  int64_t index_from;
  int64_t index_to;

  g_return_val_if_fail (plan != NULL, false);

  if (!find_index (plan, from, &index_from) || !find_index (plan, to, &index_to))
    return false;

  *ret_from = index_from;
  *ret_to = index_to;
  return true;
}

/* Prices of the wanted year need no index. */
static bool
uprate (const PlwPlan *plan, int64_t pence, int from, int to, int64_t *ret_pence)
{
  int64_t index_from = 1;
  int64_t index_to = 1;

  if (from != to && !plw_reference_price_ratio (plan, from, to, &index_from, &index_to))
    return false;

  __int128 product = (__int128) pence * index_to;
  __int128 most = (__int128) PLW_PENCE_MAX * index_from;

  if (product > most || product < -most)
    return false;

  *ret_pence = plw_divide_round (product, index_from);
  return true;
}

bool
plw_reference_unit_value (const PlwPlan *plan, size_t effect, int64_t *ret_pence)
{
  g_return_val_if_fail (plan != NULL, false);

  PlwValue own = plw_plan_get (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_VALUE);
  PlwValue code = plw_plan_get (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST);
  const PlwPlan *held;
  size_t row;

  if (own.is_set || !code.is_set)
    {
      *ret_pence = own.is_set ? own.number : 0;
      return true;
    }
  if (!plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, code.text, &held, &row))
    return false;

  PlwValue value = plw_plan_get (held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE);
  PlwValue prices = plw_plan_get (held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_PRICES);
  int base_year = plw_plan_base_year (plan);

  return value.is_set && prices.is_set && base_year > 0
         && uprate (plan, value.number, (int) prices.number, base_year, ret_pence);
}
