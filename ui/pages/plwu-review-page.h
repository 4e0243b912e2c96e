/* plwu-review-page.h: the board view among the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-page.h"

G_BEGIN_DECLS

#define PLWU_TYPE_REVIEW_PAGE (plwu_review_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuReviewPage, plwu_review_page, PLWU, REVIEW_PAGE, PlwuPage)

GtkWidget *plwu_review_page_new (PlwuDocument *document);

G_END_DECLS
