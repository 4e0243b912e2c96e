/* plwu-scenarios-page.h: the tree of scenarios, side by side, with all overrides.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SCENARIOS_PAGE (plwu_scenarios_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuScenariosPage, plwu_scenarios_page, PLWU, SCENARIOS_PAGE, PlwuPage)

GtkWidget *plwu_scenarios_page_new (PlwuDocument *document);

G_END_DECLS
