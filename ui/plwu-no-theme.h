/* plwu-no-theme.h: starts without GTK's own theme.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_no_theme_use:
 *
 * To be called when a display has been opened, before anything else is told of it. GTK then reads its own
 * theme, a fifth of the work of starting, and libadwaita puts it away again for the one that is shown.
 * From here on the theme that GTK finds is empty; not where GTK_THEME names one, as libadwaita leaves
 * that in place.
 */
void plwu_no_theme_use (void);

G_END_DECLS
