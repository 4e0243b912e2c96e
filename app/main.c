/* main.c: placewright, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-application.h"

#include <locale.h>

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PLW_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("placewright");

  g_autoptr (PlwuApplication) application = plwu_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
