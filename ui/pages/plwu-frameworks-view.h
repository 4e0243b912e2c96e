/* plwu-frameworks-view.h: the plan's outcomes by national framework.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_frameworks_view_new:
 *
 * The twelve levelling-up missions with the outcomes of the plan that speak to each,
 * then the tags of the other frameworks that the plan uses.
 */
GtkWidget *plwu_frameworks_view_new (PlwuDocument *document);

G_END_DECLS
