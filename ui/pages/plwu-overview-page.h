/* plwu-overview-page.h: need against money, and what rules cost, at a glance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_OVERVIEW_PAGE (plwu_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuOverviewPage, plwu_overview_page, PLWU, OVERVIEW_PAGE, PlwuPage)

GtkWidget *plwu_overview_page_new (PlwuDocument *document);

G_END_DECLS
