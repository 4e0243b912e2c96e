/* plwu-result-figures.c: what several pictures ask of a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-result-figures.h"

#include "plwu-labels.h"

#include <string.h>

char *
plwu_result_context (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  const PlwPlan *plan = plw_result_plan (result);

  return g_strdup_printf ("%s · %s", plwu_label_scenario (plan, plw_result_scenario (result)),
                          plwu_label_policy (plan, plw_result_policy (result)));
}

int *
plwu_result_list_years (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  size_t n_years = plw_result_n_years (result);
  int *years = g_new (int, n_years + 1);

  for (size_t i = 0; i < n_years; i++)
    years[i] = plw_result_year (result, i);
  return years;
}

gint64
plwu_result_sum_years (const PlwResult *result, PlwSum sum)
{
  g_return_val_if_fail (result != NULL, 0);

  gint64 total = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    total += plw_result_sum (result, sum, i);
  return total;
}

const PlwPotYears *
plwu_result_find_reserve (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  const char *code = plw_plan_setting (plw_result_plan (result), "general_reserve");

  for (size_t i = 0; *code != '\0' && i < plw_result_n_pots (result); i++)
    if (strcmp (plw_result_pot (result, i)->code, code) == 0)
      return plw_result_pot (result, i);
  return NULL;
}

gint64
plwu_result_reserve_minimum (const PlwResult *result)
{
  const PlwPotYears *reserve = plwu_result_find_reserve (result);

  if (reserve == NULL)
    return 0;
  return plw_plan_number (plw_result_plan (result), PLW_TABLE_POTS, reserve->row, PLW_POTS_MINIMUM_BALANCE);
}
