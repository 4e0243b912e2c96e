/* test-import-guess.c: which table somebody's headings speak of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "folder-support.h"

#include <placewright/import.h>

/* The table is the one that the headings speak of; what was copied reads like a file. */
static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    PlwTableId table;
  } cases[] = {
    { "Code\tName\tFunder\tIf unspent\nx\ty\tz\tkeep\n", PLW_TABLE_POTS },
    { "Line,Element,\"Base, £ a year\"\nroads,pay,1\n", PLW_TABLE_COSTS },
    { "Code,Line,Kind,2027/28,2028/29\nx,roads,saving,1,1\n", PLW_TABLE_CHANGES },
    { "Dogs,Cats\n1,2\n", PLW_TABLE_CHANGES },
  };
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwPlan) plan = read_folder (base);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwImport) import = plw_import_open_text ("the clipboard", cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (plw_import_guess_table (import, plan), ==, cases[i].table);
    }
}

int
main (int argc, char **argv)
{
  /* What somebody's mappings were is no matter of the test. */
  g_autofree char *state = make_folder ();

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/guess", test_guess);

  int status = g_test_run ();

  remove_folder (state);
  return status;
}
