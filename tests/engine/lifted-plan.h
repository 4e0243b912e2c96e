/* lifted-plan.h: a plan with one rule of one pot struck out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/fragmentation.h>

G_BEGIN_DECLS

/**
 * lifted_plan_for_use:
 * @use: of kind and ring-fence: only as far as they keep the pot from this use, and what is named as it is
 *
 * Returns: (transfer full)
 */
PlwPlan *lifted_plan_for_use (const PlwPlan *plan, PlwRule rule, size_t pot_row, const PlwUse *use)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * lifted_plan_for_all:
 *
 * Returns: (transfer full): ring-fences go with their share caps
 */
PlwPlan *lifted_plan_for_all (const PlwPlan *plan, PlwRule rule, size_t pot_row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
