/* plwu-capital-view.h: what pays for the capital programme and what borrowing leads to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-answers.h"
#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CAPITAL_VIEW (plwu_capital_view_get_type ())

G_DECLARE_FINAL_TYPE (PlwuCapitalView, plwu_capital_view, PLWU, CAPITAL_VIEW, AdwBin)

GtkWidget *plwu_capital_view_new (PlwuDocument *document);

/**
 * plwu_capital_view_get_answers:
 * Returns: (transfer none): the figures of borrowing
 */
PlwuAnswers *plwu_capital_view_get_answers (PlwuCapitalView *self);

G_END_DECLS
