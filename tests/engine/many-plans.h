/* many-plans.h: the same question to many random plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "random-plan.h"
#include "reference.h"

G_BEGIN_DECLS

/**
 * ManyPlansFunc:
 * @reference: of @plan under one policy
 * Returns: (transfer full) (nullable): what is wrong; NULL where all is well
 */
typedef char *(*ManyPlansFunc) (const PlwPlan *plan, const Reference *reference, guint32 seed);

/**
 * many_plans_ask:
 * @n_plans: how many; the environment's PLACEWRIGHT_PLANS says otherwise, and
 *   PLACEWRIGHT_SEED where to begin
 *
 * Asks @func of every plan under every policy. A plan that fails is made as
 * small as it can be and still fail the same question and shown with its seed;
 * where the environment has PLACEWRIGHT_KEEP it is written to that folder.
 */
void many_plans_ask (ManyPlansFunc func, RandomPlanKind kind, guint n_plans);

/* Returns: (transfer full) (nullable): NULL where the plan breaks a rule */
PlwResult *many_plans_evaluate (const PlwPlan *plan, const char *policy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
