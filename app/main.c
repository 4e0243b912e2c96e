/* main.c: placewright, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "language.h"
#include "plwu-application.h"

int
main (int argc, char **argv)
{
  plw_app_use_language ();
  g_set_prgname ("placewright");

  g_autoptr (PlwuApplication) application = plwu_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
