/* plwu-result-figures.h: what several pictures ask of a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * plwu_result_context:
 * Returns: (transfer full): the result's scenario and policy: "Base case · Today"
 */
char *plwu_result_context (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_result_list_years:
 * Returns: (transfer full): 2026 for 2026/27, as many as the result has
 */
int *plwu_result_list_years (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_result_sum_years:
 * Returns: pence of all years together
 */
gint64 plwu_result_sum_years (const PlwResult *result, PlwSum sum);

/**
 * plwu_result_find_reserve:
 * Returns: (transfer none) (nullable): the general reserve, where the plan names one
 */
const PlwPotYears *plwu_result_find_reserve (const PlwResult *result);

/**
 * plwu_result_reserve_minimum:
 * Returns: pence that the general reserve must hold; 0 where the plan names none
 */
gint64 plwu_result_reserve_minimum (const PlwResult *result);

G_END_DECLS
