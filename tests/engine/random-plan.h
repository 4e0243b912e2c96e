/* random-plan.h: random valid plans, each the same for the same seed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * RandomPlanKind:
 * @RANDOM_PLAN_ANY: everything the engine knows
 * @RANDOM_PLAN_FIXED_NEEDS: no need depends on what was funded: no spillovers, no borrowing and no
 *   programme that changes a line
 * @RANDOM_PLAN_MODEST: everything, in amounts that doubles can tell apart to well under a penny
 */
typedef enum
{
  RANDOM_PLAN_ANY,
  RANDOM_PLAN_FIXED_NEEDS,
  RANDOM_PLAN_MODEST,
} RandomPlanKind;

/* The policy of its own that every random plan defines. */
#define RANDOM_PLAN_POLICY "own"

/**
 * random_plan_new:
 *
 * 5 or 6 years, 3 to 8 lines, 3 to 8 pots, from pence to hundreds of millions,
 * with many ties and zeros, so that odd pennies and degenerate cases occur. Programmes with
 * effects of every kind, some of them on the same line and some beyond what it needs.
 *
 * Returns: (transfer full)
 */
PlwPlan *random_plan_new (guint32 seed, RandomPlanKind kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * random_plan_shuffle:
 * Returns: (transfer full): the same plan with the rows of every table in another order
 */
PlwPlan *random_plan_shuffle (const PlwPlan *plan, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * random_plan_without:
 * Returns: (transfer full): the plan without one row
 */
PlwPlan *random_plan_without (const PlwPlan *plan, PlwTableId table, size_t row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
