/* plwu-menu.c: menus of buttons.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-menu.h"

void
plwu_menu_make (GtkMenuButton *button, GMenuModel *menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  plwu_menu_make (button, G_MENU_MODEL (user_data));
}

void
plwu_menu_give (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_popover (button, NULL);
  if (menu != NULL)
    gtk_menu_button_set_create_popup_func (button, open_cb, g_object_ref (menu), g_object_unref);
  else
    gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}
