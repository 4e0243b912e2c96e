/* fuzz-import.c: any text as a table to be taken into a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <placewright/import.h>

#include <sys/mman.h>
#include <unistd.h>

static PlwPlan *
make_plan (void)
{
  static const char *const settings[][2] = { { "base_year", "2025/26" }, { "years", "5" } };
  PlwPlan *plan = plw_plan_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const PlwValue values[] = { plw_value_text (settings[i][0]), plw_value_text (settings[i][1]) };

      plw_plan_append (plan, PLW_TABLE_PLAN, values, G_N_ELEMENTS (values));
    }

  return plan;
}

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
      plan = make_plan ();
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
