/* fuzz-budget.c: any text as a published budget table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every table is read as it says and, by its size, in one of the shapes and with its years across or down,
 * whether it has that or not.
 */
#include "../exchange/book-support.h"
#include "fuzz.h"

#include <placewright/budget.h>

#include <sys/mman.h>
#include <unistd.h>

static void
try_shape (const char *path,
           const PlwPlan *plan,
           PlwBudgetShape shape,
           PlwBudgetYears years,
           bool is_empty_nothing)
{
  const PlwBudgetOptions options = { .shape = shape,
                                     .years = years,
                                     .unit = 1000,
                                     .year = 2026,
                                     .is_empty_nothing = is_empty_nothing,
                                     .accepts = true };
  g_autoptr (PlwBudget) budget = plw_budget_read (path, &options, NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *ties = NULL;
  PlwImportCounts counts;

  if (budget == NULL)
    return;

  g_autofree char *text = plw_budget_to_text (budget);
  g_autoptr (PlwEdit) edit = plw_budget_run (budget, plan, problems, &counts, &ties, NULL);

  g_assert_nonnull (text);
  g_assert_true (edit == NULL || counts.n_inserted + counts.n_updated + counts.n_unchanged == counts.n_rows);
  if (edit != NULL)
    {
      g_autoptr (PlwPlan) copy = plw_plan_copy (plan);

      g_assert_true (plw_plan_apply (copy, edit, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static PlwPlan *plan;
  static int file = -1;

  if (file < 0)
    {
      plan = test_plan ("2025/26");
      file = memfd_create ("in", 0);
    }
  if (ftruncate (file, 0) != 0 || pwrite (file, data, size, 0) != (ssize_t) size)
    return 0;

  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  try_shape (path, plan, PLW_BUDGET_AUTO, PLW_BUDGET_YEARS_AUTO, false);
  try_shape (path, plan, (PlwBudgetShape) (1 + size % (PLW_BUDGET_N_SHAPES - 1)),
             size / 8 % 2 ? PLW_BUDGET_DOWN : PLW_BUDGET_ACROSS, true);
  return 0;
}
