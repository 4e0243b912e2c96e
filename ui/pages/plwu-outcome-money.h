/* plwu-outcome-money.h: what is spent on the programmes and services that serve an outcome.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_outcome_list_programmes:
 * @outcome: a code
 * Returns: (transfer full) (element-type size_t): the uses of the programmes with an effect on
 *   the outcome, in the result's order
 */
GArray *plwu_outcome_list_programmes (const PlwResult *result, const char *outcome) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_outcome_list_lines:
 * Returns: (transfer full) (element-type size_t): the lines that those effects relieve
 */
GArray *plwu_outcome_list_lines (const PlwResult *result, const char *outcome) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_outcome_sum_funded:
 * @uses: (element-type size_t)
 * Returns: pence that reached them in @year
 */
gint64 plwu_outcome_sum_funded (const PlwResult *result, const GArray *uses, size_t year);

G_END_DECLS
