/* check-discount-rates.c: the plan gives one first discount rate, not two.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference/check-reference.h"

#include "base/i18n.h"
#include "plan/check.h"

void
plw_check_discount_rates (const PlwPlan *plan, PlwProblems *problems)
{
  size_t setting;
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_PLAN, "discount_rate", &setting)
      || !plw_plan_get (plan, PLW_TABLE_PLAN, setting, PLW_PLAN_VALUE).is_set
      || !plw_plan_find_key (plan, PLW_TABLE_DISCOUNT_RATES, "1", &row))
    return;

  int64_t said = plw_plan_setting_number (plan, "discount_rate", 0);
  int64_t used = plw_plan_number (plan, PLW_TABLE_DISCOUNT_RATES, row, PLW_DISCOUNT_RATES_RATE);
  g_autofree char *said_text = plw_decimal_to_text (said);
  g_autofree char *used_text = plw_decimal_to_text (used);

  if (said != used)
    plw_check_add (
        plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_DISCOUNT_RATES, row, "rate",
        g_strdup_printf (_ ("the rate is %s%% and discount_rate in plan says %s%%, which is not used"),
                         used_text, said_text),
        g_strdup (_ ("keep one of the two")));
}
