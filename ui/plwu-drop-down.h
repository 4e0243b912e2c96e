/* plwu-drop-down.h: drop-down lists that say what they are and give way where room is short.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_drop_down_watch:
 *
 * From now on every #GtkDropDown with a tooltip names the button inside it,
 * which takes the keyboard, by the tooltip and what is selected, and shortens
 * what is selected where there is too little room. Once, when the program starts.
 */
void plwu_drop_down_watch (void);

G_END_DECLS
