/* plwu-explain-figure.h: any figure of a result put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page has what is selected on it explained by handing over the figure: its
 * explain() returns plwu_explain_figure() of it, or plwu_explain_cell().
 */
#pragma once

#include <placewright/explain.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * plwu_explain_figure:
 * @figure: of the result of the policy shown
 *
 * Returns: (transfer full) (nullable): how it follows from its parts, each with its
 *   figure, why money does not reach it and, where it was entered, where and by
 *   whom; NULL where there is no such figure
 */
PlwuExplanation *plwu_explain_figure (PlwuDocument *document, PlwFigure figure) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_tree:
 * Returns: (transfer full): the figure's parts and theirs, as far down as people read
 */
char *plwu_explain_tree (PlwuDocument *document, PlwFigure figure) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_find_same:
 * @from, @to: results of one plan, perhaps of different scenarios or versions
 * @ret_figure: (out): what @figure of @from is called in @to
 *
 * Returns: FALSE where @to does not have it
 */
gboolean plwu_explain_find_same (const PlwResult *from,
                                 const PlwResult *to,
                                 PlwFigure figure,
                                 PlwFigure *ret_figure);

G_END_DECLS
