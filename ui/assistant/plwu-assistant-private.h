/* plwu-assistant-private.h: the pages of the assistant, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-choose.h"
#include "plwu-draft.h"

G_BEGIN_DECLS

/* plwu-assistant-place.c: a page asks for the place and keeps the draft up to date */
GtkWidget *plwu_assistant_place_new (PlwuDraft *draft);

/* plwu-assistant-paste.c: a button on the page of lines */
void plwu_assistant_add_paste (PlwuChoose *page, PlwuDraft *draft);

/* plwu-assistant-summary.c: what will be made; refreshed when it comes into view */
GtkWidget *plwu_assistant_summary_new (void);
void plwu_assistant_summary_show (GtkWidget *summary, PlwuDraft *draft, const PlwPlan *plan);

G_END_DECLS
