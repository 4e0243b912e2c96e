/* plwu-shortfall-page.h: where money does not reach, by use and year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SHORTFALL_PAGE (plwu_shortfall_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuShortfallPage, plwu_shortfall_page, PLWU, SHORTFALL_PAGE, PlwuPage)

GtkWidget *plwu_shortfall_page_new (PlwuDocument *document);

G_END_DECLS
