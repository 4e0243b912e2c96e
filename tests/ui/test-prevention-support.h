/* test-prevention-support.h: pages of prevention opened on the county's plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pages/plwu-prevention-private.h"

/* Lancashire, worked out, as a document in memory. */
PlwuDocument *create_county (void);

/* A page in a window of its own, drawn. */
PlwuPage *open_page (GtkWidget *page);
void close_page (PlwuPage *page);

PlwuPreventionPage *open_prevention (PlwuDocument *document);
