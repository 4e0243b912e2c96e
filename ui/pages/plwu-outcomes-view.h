/* plwu-outcomes-view.h: targets beside the money that serves them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-answers.h"
#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_OUTCOMES_VIEW (plwu_outcomes_view_get_type ())

/**
 * PlwuOutcomesView:
 *
 * Outcomes in the order of the plan; nothing is ranked and nothing is said of what
 * a pound achieves, as the plan does not know.
 */
G_DECLARE_FINAL_TYPE (PlwuOutcomesView, plwu_outcomes_view, PLWU, OUTCOMES_VIEW, AdwBin)

GtkWidget *plwu_outcomes_view_new (PlwuDocument *document);

/**
 * plwu_outcomes_view_get_answers:
 * Returns: (transfer none): the targets and the money
 */
PlwuAnswers *plwu_outcomes_view_get_answers (PlwuOutcomesView *self);

G_END_DECLS
