/* plwu-explain-panel.h: the side panel that explains the selected figure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

#define PLWU_TYPE_EXPLAIN_PANEL (plwu_explain_panel_get_type ())

/**
 * PlwuExplainPanel:
 *
 * Every part of a figure leads to its own explanation; the actions explain.back
 * and explain.forward, Alt+Left and Alt+Right, return. explain.copy copies.
 */
G_DECLARE_FINAL_TYPE (PlwuExplainPanel, plwu_explain_panel, PLWU, EXPLAIN_PANEL, AdwBin)

/**
 * plwu_explain_panel_set_document:
 * @document: (nullable): whose figures are shown
 */
void plwu_explain_panel_set_document (PlwuExplainPanel *self, PlwuDocument *document);

/**
 * plwu_explain_panel_show:
 * @explanation: (nullable): of what is selected; NULL: nothing is
 *
 * Where it is of the figure that the way to the one shown began with, the latter
 * stays and is worked out anew.
 */
void plwu_explain_panel_show (PlwuExplainPanel *self, const PlwuExplanation *explanation);

/**
 * plwu_explain_panel_get_shown:
 * Returns: (transfer none) (nullable): what is shown
 */
const PlwuExplanation *plwu_explain_panel_get_shown (PlwuExplainPanel *self);

/**
 * plwu_explain_panel_follow:
 * @index: a link among the items shown
 */
void plwu_explain_panel_follow (PlwuExplainPanel *self, guint index);

G_END_DECLS
