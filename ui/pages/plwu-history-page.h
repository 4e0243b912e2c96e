/* plwu-history-page.h: what was changed, by whom and when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_HISTORY_PAGE (plwu_history_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuHistoryPage, plwu_history_page, PLWU, HISTORY_PAGE, PlwuPage)

GtkWidget *plwu_history_page_new (PlwuDocument *document);

G_END_DECLS
