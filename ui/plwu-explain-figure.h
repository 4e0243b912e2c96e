/* plwu-explain-figure.h: any figure of a result put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
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
 *   figure and, where it was entered, where; NULL where there is no such figure
 */
PlwuExplanation *plwu_explain_figure (PlwuDocument *document, PlwFigure figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
