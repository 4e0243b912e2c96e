/* fragmentation.h: what the rules on money cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The single pot is a question about policy, a counterfactual: it is not lawful
 * today. All money is whole pence; years are indexed as in a PlwResult.
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/* The families of rules, in the order in which the first rule that bars a pot
 * is named.
 */
typedef enum
{
  PLW_RULE_KIND,
  PLW_RULE_RINGFENCE,
  PLW_RULE_SHARE_CAP,
  PLW_RULE_LIMIT,
  PLW_RULE_YEAR_END,
  PLW_RULE_MINIMUM_BALANCE,
  PLW_N_RULES,
} PlwRule;

/**
 * plw_rule_name:
 * Returns: (transfer none): as result tables have it: `kind`, `ring-fence`,
 *   `share-cap`, `limit`, `year-end`, `minimum-balance`
 */
const char *plw_rule_name (PlwRule rule);

/**
 * PlwProgressFunc:
 * @done: from 0, which is said first, to 1, which is said last
 *
 * Called from the thread that asked.
 *
 * Returns: false to stop; at 1 it is too late
 */
typedef bool (*PlwProgressFunc) (double done, void *data);

typedef struct _PlwFragmentation PlwFragmentation;

/**
 * plw_study_fragmentation:
 * @progress: (nullable): called now and then
 *
 * Evaluates the plan once for every set of families of rules from which pooled
 * pots could be freed, and once for every single rule of every single pot, with
 * as many threads as there are processors. The study keeps the answers: asked again
 * it has them at once.
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_CANCELLED
 */
PlwFragmentation *plw_study_fragmentation (PlwStudy *study,
                                           PlwProgressFunc progress,
                                           void *data,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_fragmentation_free (PlwFragmentation *fragmentation);

/**
 * plw_fragmentation_cost:
 * @use: as in plw_result_use(); SIZE_MAX: all
 * @year: SIZE_MAX: all
 *
 * Returns: pence: shortfall under `today` less shortfall under `placemaking`
 */
int64_t plw_fragmentation_cost (const PlwFragmentation *fragmentation, size_t use, size_t year);

/**
 * plw_fragmentation_pooling_part:
 * @rule: %PLW_RULE_KIND or %PLW_RULE_RINGFENCE: the two that the single pot lifts
 *
 * Returns: pence: the rule's Shapley value; the two add up to plw_fragmentation_cost()
 */
int64_t plw_fragmentation_pooling_part (const PlwFragmentation *fragmentation,
                                        PlwRule rule,
                                        size_t use,
                                        size_t year);

/**
 * plw_fragmentation_all_rules:
 *
 * Returns: pence: shortfall under `today` less shortfall with pooled pots free from
 *   every rule
 */
int64_t plw_fragmentation_all_rules (const PlwFragmentation *fragmentation, size_t use, size_t year);

/**
 * plw_fragmentation_part:
 *
 * The average, over all orders in which the six families could be lifted from
 * pooled pots, of what lifting @rule takes off the shortfall (Shapley 1953), for
 * each use and year rounded so that the six add up (largest remainder).
 *
 * Returns: pence: the six add up to plw_fragmentation_all_rules()
 */
int64_t plw_fragmentation_part (const PlwFragmentation *fragmentation, PlwRule rule, size_t use, size_t year);

/**
 * PlwRung: lifting one rule from one pot, all else as today.
 * @pot: as in plw_result_pot()
 * @removed: pence of shortfall, all uses and years; below zero where freeing the pot
 *   makes it worse in the end (through knock-on effects)
 */
typedef struct
{
  size_t pot;
  PlwRule rule;
  int64_t removed;
} PlwRung;

/* The freedoms ladder: rungs that change anything, by what they remove, most first,
 * ties by the pot's code, then the rule.
 */
size_t plw_fragmentation_n_rungs (const PlwFragmentation *fragmentation);
const PlwRung *plw_fragmentation_rung (const PlwFragmentation *fragmentation, size_t rung);

/**
 * plw_fragmentation_to_text, plw_freedoms_to_text:
 * Returns: (transfer full): the tables `fragmentation` and `freedoms`
 */
char *plw_fragmentation_to_text (const PlwFragmentation *fragmentation,
                                 PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;
char *plw_freedoms_to_text (const PlwFragmentation *fragmentation,
                            PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwFragmentation, plw_fragmentation_free)

G_END_DECLS
