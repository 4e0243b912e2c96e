/* plwu-bridge-figures.h: the bridges of a result put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-bridge.h"

G_BEGIN_DECLS

/**
 * plwu_bridge_show_years:
 * @uses: (nullable) (element-type gsize): the uses wanted; NULL: the whole plan
 * @first, @last: the years it leads through; it starts from the year before @first
 * @what: (nullable): what the uses are called, for the title
 */
void plwu_bridge_show_years (PlwuBridge *drawing,
                             const PlwResult *result,
                             const GArray *uses,
                             size_t first,
                             size_t last,
                             const char *what);

/**
 * plwu_bridge_show_difference:
 * @year: SIZE_MAX: all years together
 *
 * Why the whole plan needs more or less in @to than in @from.
 */
void plwu_bridge_show_difference (PlwuBridge *drawing,
                                  const PlwResult *from,
                                  const char *from_name,
                                  const PlwResult *to,
                                  const char *to_name,
                                  size_t year);

/**
 * plwu_bridge_name_part:
 * Returns: (transfer none): what people call the step
 */
const char *plwu_bridge_name_part (PlwBridgePart part);

G_END_DECLS
