/* language.c: the reader's language, of both programs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "language.h"

#include <locale.h>

#include <glib.h>
#include <libintl.h>

/* A program that was built and not installed lies beside its translations: app/ next to po/. */
static char *
find_beside (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *app = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *build = app != NULL ? g_path_get_dirname (app) : NULL;
  g_autofree char *folder = build != NULL ? g_build_filename (build, "po", NULL) : NULL;

  return folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

void
plw_app_use_language (void)
{
  g_autofree char *beside = find_beside ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, beside != NULL ? beside : PLW_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
