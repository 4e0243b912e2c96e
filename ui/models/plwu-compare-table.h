/* plwu-compare-table.h: results side by side, as tables that add up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * PlwuCompared: results of one plan; the first is what the others are held against.
 * @names: what each is called
 */
typedef struct
{
  guint n;
  const PlwResult *const *results;
  const char *const *names;
  PlwUnit unit;
} PlwuCompared;

/**
 * plwu_compare_years:
 * @differences_only: leave out figures that are the same in all
 *
 * Need, money, funding, shortfall and the general reserve by year.
 *
 * Returns: (transfer full) (element-type GStrv): rows of texts, titles first
 */
GPtrArray *plwu_compare_years (const PlwuCompared *compared,
                               gboolean differences_only) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_compare_find_sum:
 * @name: as plwu_compare_years() names a figure
 */
gboolean plwu_compare_find_sum (const char *name, PlwSum *ret_sum);

/**
 * plwu_compare_lines:
 * @year: SIZE_MAX: all years together
 * @differences_only: leave out uses whose need and shortfall are the same in
 *   all, in every year asked for
 *
 * Need and shortfall of every use, with a total.
 *
 * Returns: (transfer full) (element-type GStrv): rows of texts, titles first
 */
GPtrArray *plwu_compare_lines (const PlwuCompared *compared,
                               size_t year,
                               gboolean differences_only) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
