/* check-all.c: whether a plan keeps to the contract, with the shipped tables in view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference/check-reference.h"

#include "plan/check.h"

bool
plw_plan_check (const PlwPlan *plan, PlwProblems *problems)
{
  g_return_val_if_fail (plan != NULL, false);
  g_return_val_if_fail (problems != NULL, false);

  size_t n_before = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  plw_check_errors (plan, problems);
  plw_check_unit_costs (plan, problems);
  if (plw_problems_count (problems, PLW_SEVERITY_ERROR) > n_before)
    return false;

  /* Errors would be told again as what they lead to. */
  plw_check_warnings (plan, problems);
  plw_check_discount_rates (plan, problems);
  plw_check_referendums (plan, problems);
  return true;
}
