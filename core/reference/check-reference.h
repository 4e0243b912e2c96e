/* check-reference.h: what plw_plan_check() asks of a plan and the shipped tables together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/reference.h>

G_BEGIN_DECLS

/* Whether every unit cost is known and can be brought to the plan's prices. */
void plw_check_unit_costs (const PlwPlan *plan, PlwProblems *problems);

/* Of a plan without errors: whether council tax stays within the limits, */
void plw_check_referendums (const PlwPlan *plan, PlwProblems *problems);

/* and whether the plan gives two first discount rates. */
void plw_check_discount_rates (const PlwPlan *plan, PlwProblems *problems);

G_END_DECLS
