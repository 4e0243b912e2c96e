/* plwu-drop-down.h: drop-down lists that say what they are when the keyboard comes to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_drop_down_watch:
 *
 * From now on every #GtkDropDown with a tooltip names the button inside it,
 * which takes the keyboard, by the tooltip and what is selected. Once, when the
 * program starts.
 */
void plwu_drop_down_watch (void);

G_END_DECLS
