/* plwu-menu.h: menus of buttons.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plwu_menu_give:
 * @menu: (nullable): kept
 *
 * What gtk_menu_button_set_menu_model() does, but the popover with its dozens of
 * widgets is made when it is first opened: most never are.
 */
void plwu_menu_give (GtkMenuButton *button, GMenuModel *menu);

/* Makes the popover of @button, if it has none yet: for what has more to do when its menu is opened. */
void plwu_menu_make (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
