/* plwu-checks-page.h: what is wrong or doubtful in the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CHECKS_PAGE (plwu_checks_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuChecksPage, plwu_checks_page, PLWU, CHECKS_PAGE, PlwuPage)

GtkWidget *plwu_checks_page_new (PlwuDocument *document);

G_END_DECLS
