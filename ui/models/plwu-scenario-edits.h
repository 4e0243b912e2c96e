/* plwu-scenario-edits.h: scenarios added, copied and removed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/edit.h>

G_BEGIN_DECLS

/**
 * plwu_scenario_add:
 * @parent: a code; "": the root
 * @ret_code: (out) (transfer full): the new scenario's code
 *
 * Returns: (transfer full): an edit that adds a scenario without overrides; in a
 *   plan without scenarios, the base case with it
 */
PlwEdit *plwu_scenario_add (const PlwPlan *plan,
                            const char *parent,
                            char **ret_code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_scenario_duplicate:
 * @scenario: a code
 *
 * Returns: (transfer full): an edit that adds a scenario with the same parent
 *   and overrides; a copy of the root is a child of it
 */
PlwEdit *plwu_scenario_duplicate (const PlwPlan *plan,
                                  const char *scenario,
                                  char **ret_code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_scenario_delete:
 * @scenario: a code
 *
 * Its children get its overrides, before their own, and its parent, so that
 * their figures stay as they are.
 *
 * Returns: (transfer full) (nullable): NULL for the root of other scenarios
 */
PlwEdit *plwu_scenario_delete (const PlwPlan *plan, const char *scenario) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_scenario_count_overrides:
 * Returns: how many the scenario itself has
 */
guint plwu_scenario_count_overrides (const PlwPlan *plan, const char *scenario);

G_END_DECLS
