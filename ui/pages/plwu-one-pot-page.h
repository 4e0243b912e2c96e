/* plwu-one-pot-page.h: what the rules on money cost, and what one pot would change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_ONE_POT_PAGE (plwu_one_pot_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuOnePotPage, plwu_one_pot_page, PLWU, ONE_POT_PAGE, PlwuPage)

GtkWidget *plwu_one_pot_page_new (PlwuDocument *document);

G_END_DECLS
