/* fuzz-import.c: any text as a table to be taken into a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../exchange/book-support.h"
#include "fuzz.h"

#include <placewright/import.h>

#include <sys/mman.h>
#include <unistd.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static PlwPlan *plan;
  static int file = -1;
  PlwImportCounts counts;
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  if (file < 0)
    {
      g_setenv ("XDG_STATE_HOME", "/dev/null", TRUE);
      plan = test_plan ("2025/26");
      file = memfd_create ("in", 0);
    }
  if (ftruncate (file, 0) != 0 || pwrite (file, data, size, 0) != (ssize_t) size)
    return 0;

  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (PlwImport) import = plw_import_open (path, NULL);

  if (import == NULL)
    return 0;
  plw_import_set_table (import, plan, PLW_TABLE_POTS);

  g_autoptr (PlwEdit) edit = plw_import_run (import, problems, &counts, NULL);
  g_autofree char *sums = plw_import_sums (import);
  g_autofree char *sentences = plw_problems_to_text (problems);

  g_assert_true (edit == NULL || counts.n_inserted + counts.n_updated + counts.n_unchanged == counts.n_rows);
  return sums == NULL || sentences == NULL;
}
