/* plwu-rules.h: the rules on money in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/fragmentation.h>

G_BEGIN_DECLS

/**
 * plwu_rule_title:
 * Returns: (transfer none): a kind of rule: “Ring-fences”
 */
const char *plwu_rule_title (PlwRule rule);

/**
 * plwu_rule_is_lifted_by_one_pot:
 * Returns: whether a single pot lifts it; the others bind under every policy
 */
gboolean plwu_rule_is_lifted_by_one_pot (PlwRule rule);

/**
 * plwu_rule_describe_freedom:
 * @pot_row: a row of the pots table
 *
 * Returns: (transfer full): what would be allowed: “Pay for more than roads”
 */
char *plwu_rule_describe_freedom (const PlwPlan *plan,
                                  size_t pot_row,
                                  PlwRule rule) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_rule_has_fence:
 * Returns: whether the pot has a ring-fence row
 */
gboolean plwu_rule_has_fence (const PlwPlan *plan, const char *pot);

/**
 * plwu_rule_name_fence:
 * Returns: (transfer full): what a row of the ringfences table names
 */
char *plwu_rule_name_fence (const PlwPlan *plan, size_t row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_rule_list_fences:
 * @most: how many are named at most; more end in “…”
 *
 * Returns: (transfer full) (nullable): what the pot's ring-fence names; NULL where it has none
 */
char *plwu_rule_list_fences (const PlwPlan *plan, const char *pot, guint most) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_rule_is_pooled:
 * Returns: whether @policy frees the pot from kind and ring-fence
 */
gboolean plwu_rule_is_pooled (const PlwPlan *plan, const char *policy, size_t pot_row);

/**
 * plwu_rule_names_use:
 * @fence_row: a row of the ringfences table
 */
gboolean plwu_rule_names_use (const PlwPlan *plan, size_t fence_row, const PlwUse *use);

/**
 * plwu_rule_label_group:
 * Returns: (transfer full): a service group as a picture has it: “Adult social care”
 */
char *plwu_rule_label_group (const char *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
