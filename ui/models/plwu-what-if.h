/* plwu-what-if.h: a plan with a few assumptions moved, beside the plan itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

#define PLWU_WHAT_IF_MOST 3

/**
 * PlwuWhatIf: an assumption moved in every year of the plan.
 * @driver: a code of the table `drivers`
 * @points: by how much, in billionths of a percentage point; 0: as planned
 */
typedef struct
{
  const char *driver;
  gint64 points;
} PlwuWhatIf;

/**
 * plwu_what_if_apply:
 * @scenario: a code; "": the root
 * @ret_scenario: (out) (transfer full): the scenario in which they are moved
 *
 * Returns: (transfer full): a copy of @plan with one more scenario, a child of
 *   @scenario
 */
PlwPlan *plwu_what_if_apply (const PlwPlan *plan,
                             const char *scenario,
                             guint n_changes,
                             const PlwuWhatIf *changes,
                             char **ret_scenario) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_what_if_choose:
 * @ret_drivers: (out caller-allocates) (transfer none): codes: what the pay of
 *   most lines follows, the increase of most council tax, and what most demand
 *   follows, where there are such
 *
 * Returns: how many
 */
guint plwu_what_if_choose (const PlwPlan *plan, const char *ret_drivers[PLWU_WHAT_IF_MOST]);

G_END_DECLS
