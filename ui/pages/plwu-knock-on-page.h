/* plwu-knock-on-page.h: what shortfalls and savings cost elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_KNOCK_ON_PAGE (plwu_knock_on_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuKnockOnPage, plwu_knock_on_page, PLWU, KNOCK_ON_PAGE, PlwuPage)

GtkWidget *plwu_knock_on_page_new (PlwuDocument *document);

G_END_DECLS
