/* plwu-explain-panel.h: the side panel that explains the selected figure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-explanation.h"

G_BEGIN_DECLS

#define PLWU_TYPE_EXPLAIN_PANEL (plwu_explain_panel_get_type ())

G_DECLARE_FINAL_TYPE (PlwuExplainPanel, plwu_explain_panel, PLWU, EXPLAIN_PANEL, AdwBin)

/**
 * plwu_explain_panel_show:
 * @explanation: (nullable): NULL: nothing is selected
 */
void plwu_explain_panel_show (PlwuExplainPanel *self, const PlwuExplanation *explanation);

G_END_DECLS
