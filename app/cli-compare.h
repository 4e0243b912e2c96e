/* cli-compare.h: the figures of a comparison and how they are printed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

/**
 * cli_compare_to_text:
 * @results: (element-type PlwResult): at least one; the others are measured
 *   against the first
 * Returns: (transfer full)
 */
char *cli_compare_to_text (const GPtrArray *results, PlwFormat format) G_GNUC_WARN_UNUSED_RESULT;
