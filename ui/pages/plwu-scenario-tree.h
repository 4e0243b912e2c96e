/* plwu-scenario-tree.h: the scenarios of a plan, children below their parents.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include <placewright/plan.h>

G_BEGIN_DECLS

#define PLWU_TYPE_SCENARIO_TREE (plwu_scenario_tree_get_type ())

/**
 * PlwuScenarioTree:
 *
 * Each scenario with a tick, its name, how many overrides it has and a note.
 * One is selected; any number may be ticked. Scenarios go by their codes, that
 * of the root too; a plan without any has one with the code "".
 *
 * Signals: "selected": another is; "ticked": others are ticked; "activated":
 * Enter or a double click on the one selected.
 */
G_DECLARE_FINAL_TYPE (PlwuScenarioTree, plwu_scenario_tree, PLWU, SCENARIO_TREE, AdwBin)

GtkWidget *plwu_scenario_tree_new (void);

/**
 * plwu_scenario_tree_set_plan:
 *
 * Shows the scenarios of @plan as they are now; what was ticked stays so. At
 * first the root and its first child are.
 */
void plwu_scenario_tree_set_plan (PlwuScenarioTree *self, const PlwPlan *plan);

/**
 * plwu_scenario_tree_set_note:
 * @note: the gap, in words
 * @is_bad: whether it is one
 */
void plwu_scenario_tree_set_note (PlwuScenarioTree *self,
                                  const char *code,
                                  const char *note,
                                  gboolean is_bad);

/**
 * plwu_scenario_tree_list:
 * @ticked_only: those that are ticked
 * Returns: (transfer full): codes, from the top
 */
GStrv plwu_scenario_tree_list (PlwuScenarioTree *self, gboolean ticked_only) G_GNUC_WARN_UNUSED_RESULT;
void plwu_scenario_tree_tick (PlwuScenarioTree *self, const char *code, gboolean is_ticked);

/**
 * plwu_scenario_tree_get_selected:
 * Returns: (transfer none) (nullable): a code
 */
const char *plwu_scenario_tree_get_selected (PlwuScenarioTree *self);
void plwu_scenario_tree_select (PlwuScenarioTree *self, const char *code);

G_END_DECLS
