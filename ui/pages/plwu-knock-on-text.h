/* plwu-knock-on-text.h: what shortfalls and savings cost elsewhere, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <placewright/sustain.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * PlwuKnockOnSums: a false economy over all years, in pence.
 */
typedef struct
{
  int64_t gross;
  int64_t cost;
  int64_t net;
} PlwuKnockOnSums;

PlwuKnockOnSums plwu_knock_on_sum (const PlwResult *result, const PlwFalseEconomy *economy);

/**
 * plwu_knock_on_list:
 * Returns: (transfer full) (element-type PlwFalseEconomy): worst first: by net
 */
GPtrArray *plwu_knock_on_list (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_knock_on_title:
 * Returns: (transfer full): “Shortfall: Highways”, “Saving: Fewer opening hours”
 */
char *plwu_knock_on_title (const PlwResult *result, const PlwFalseEconomy *economy) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_knock_on_sentence:
 * Returns: (transfer full): what it is, whom it costs how much and when, and what is left
 */
char *plwu_knock_on_sentence (const PlwResult *result,
                              const PlwFalseEconomy *economy) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_knock_on_finding:
 * Returns: (transfer full): how many cost more than they save
 */
char *plwu_knock_on_finding (const PlwResult *result, const GPtrArray *economies) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_knock_on_explain:
 * Returns: (transfer full): by line and by year
 */
PlwuExplanation *plwu_knock_on_explain (PlwuDocument *document,
                                        const PlwResult *result,
                                        const PlwFalseEconomy *economy) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_knock_on_to_text:
 * Returns: (transfer full): all of it as tab-separated text, by line that bears the cost
 */
char *plwu_knock_on_to_text (const PlwResult *result, const GPtrArray *economies) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
