/* study.h: a scenario of a plan, made ready to be asked under many policies.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Resolving overrides, checking and laying out are done once; each question
 * after that costs only its own reckoning. A study does not change and may be
 * asked from several threads at once.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

typedef struct _PlwStudy PlwStudy;

/**
 * plw_study_new:
 * @plan: copied
 * @scenario: (nullable): a code; NULL or "": the root
 * @problems: gets errors and warnings that do not depend on a policy
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_PLAN (the problems
 *   say why) or %PLW_ERROR_NOT_FOUND
 */
PlwStudy *plw_study_new (const PlwPlan *plan, const char *scenario, PlwProblems *problems, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
PlwStudy *plw_study_ref (PlwStudy *study);
void plw_study_unref (PlwStudy *study);

/**
 * plw_study_plan:
 * Returns: (transfer none): the plan with the scenario's overrides applied
 */
const PlwPlan *plw_study_plan (const PlwStudy *study);
const char *plw_study_scenario (const PlwStudy *study);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwStudy, plw_study_unref)

G_END_DECLS
