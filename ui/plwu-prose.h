/* plwu-prose.h: sentences in a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_prose_new:
 * @css: (nullable): a class
 *
 * Returns: a label of text that begins at the edge, wraps, and is as wide as it may be before it does
 */
GtkWidget *plwu_prose_new (const char *text, const char *css) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
