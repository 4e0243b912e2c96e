/* plwu-no-theme.c: starts without GTK's own theme.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-no-theme.h"

#include "plwu-no-theme-resources.h"

#include <gio/gio.h>

#define THEME "/org/gtk/libgtk/theme/Default/gtk.css"

void
plwu_no_theme_use (void)
{
  static gsize is_used = 0;

  if (!g_once_init_enter (&is_used))
    return;
  /* What is registered last is found first. */
  if (g_getenv ("GTK_THEME") == NULL
      && g_resources_get_info (THEME, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    plwu_no_theme_register_resource ();
  g_once_init_leave (&is_used, 1);
}
