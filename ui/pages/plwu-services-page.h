/* plwu-services-page.h: service lines, their cost elements and changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SERVICES_PAGE (plwu_services_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuServicesPage, plwu_services_page, PLWU, SERVICES_PAGE, PlwuPage)

GtkWidget *plwu_services_page_new (PlwuDocument *document);

G_END_DECLS
