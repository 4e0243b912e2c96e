/* plwu-prevention-page.h: what prevention costs, what it brings and to whom.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_PREVENTION_PAGE (plwu_prevention_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuPreventionPage, plwu_prevention_page, PLWU, PREVENTION_PAGE, PlwuPage)

GtkWidget *plwu_prevention_page_new (PlwuDocument *document);

G_END_DECLS
