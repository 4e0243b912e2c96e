/* plwu-shortfall-figures.h: where money does not reach, put into a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-heatmap.h"

G_BEGIN_DECLS

/**
 * PlwuShortfall:
 * @use: as plw_result_use() counts
 * @pence: what it lacks in all years together
 */
typedef struct
{
  size_t use;
  gint64 pence;
} PlwuShortfall;

/**
 * plwu_shortfall_show:
 * @drawing: its unit, scale and order are set apart from this, and before it
 * @short_only: whether uses that fall short in no year are left out
 * @ret_uses: (nullable) (element-type size_t): becomes the use of each row given
 */
void plwu_shortfall_show (PlwuHeatmap *drawing,
                          const PlwResult *result,
                          gboolean short_only,
                          GArray *ret_uses);

/**
 * plwu_shortfall_show_worst:
 * @most: so many uses, worst first; all others share a row, so that totals are those of the plan
 *
 * In a unit that suits the shortfall.
 */
void plwu_shortfall_show_worst (PlwuHeatmap *drawing, const PlwResult *result, guint most);

/**
 * plwu_shortfall_list:
 * Returns: (transfer full) (element-type PlwuShortfall): uses that fall short, worst first
 */
GArray *plwu_shortfall_list (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_shortfall_choose_unit:
 * Returns: the unit in which rows for all uses can be read
 */
PlwUnit plwu_shortfall_choose_unit (const PlwResult *result);

/**
 * plwu_shortfall_find_largest:
 * Returns: pence of one use in one year
 */
gint64 plwu_shortfall_find_largest (const PlwResult *result);

G_END_DECLS
