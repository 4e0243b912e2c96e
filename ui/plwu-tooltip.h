/* plwu-tooltip.h: tooltips that cost nothing until somebody points.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_tooltip_set:
 * @text: (nullable): what pointing at @widget shows
 *
 * As gtk_widget_set_tooltip_text(), for labels whose text follows the results and for what the first
 * frame shows: that function asks the display where the pointer is at every call and waits for the
 * answer. This one only keeps the text until somebody points. Not for buttons that have no other name: screen
 * readers do not see it.
 */
void plwu_tooltip_set (GtkWidget *widget, const char *text);

/* Returns: (transfer none) (nullable): what was set last */
const char *plwu_tooltip_get (GtkWidget *widget);

G_END_DECLS
