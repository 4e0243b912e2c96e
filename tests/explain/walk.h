/* walk.h: every figure of a result, followed down to what was entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>

G_BEGIN_DECLS

/**
 * walk_result:
 * @base: the plan before any scenario
 * @ret_n_figures: (out): how many different figures were looked at
 *
 * Explains every figure that result tables show, and every part of an
 * explanation: that it is there, has a title, says what the result says, follows
 * from its parts, that nothing follows from itself, and that every leaf names the
 * cell it was entered in.
 *
 * Returns: (transfer full) (nullable): what is wrong; NULL where all is well
 */
char *walk_result (const PlwPlan *base,
                   const PlwResult *result,
                   size_t *ret_n_figures) G_GNUC_WARN_UNUSED_RESULT;

/**
 * walk_reckon:
 * @ret_n_shared: (out): how many figures on the way are pennies shared out in a
 *   set, which the leaves alone give to within a penny each
 *
 * Returns: the figure reckoned from its leaves alone, whatever the figures between say
 */
long double walk_reckon (const PlwResult *result, PlwFigure figure, size_t *ret_n_shared);

G_END_DECLS
