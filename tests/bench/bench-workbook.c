/* bench-workbook.c: how long the committee workbook takes. Prints, never fails on time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <placewright/exchange.h>

#include <unistd.h>

typedef struct
{
  PlwPaper paper;
  char *path;
} Subject;

static void
write_paper (void *data)
{
  const Subject *subject = data;
  g_autoptr (GError) error = NULL;
  bool is_written = plw_workbook_write (&subject->paper, subject->path, &error);

  g_assert_no_error (error);
  g_assert_true (is_written);
}

static void
compare_paper (void *data)
{
  const Subject *subject = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = plw_workbook_compare (subject->path, &subject->paper, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
}

int
main (int argc, char **argv)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");
  g_autofree char *folder = g_build_filename (source != NULL ? source : ".", "app/examples/lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = plw_plan_load (folder, problems, NULL);
  g_autoptr (PlwResult) today = plw_evaluate (plan, NULL, "today", problems, NULL);
  g_autoptr (PlwResult) one_pot = plw_evaluate (plan, NULL, "placemaking", problems, NULL);
  g_autofree char *path = g_strdup_printf ("%s/placewright-bench-%d.xlsx", g_get_tmp_dir (), (int) getpid ());
  Subject subject = { { .result = today, .other = one_pot, .problems = problems, .when = 1790000000 }, path };

  g_assert_nonnull (today);
  g_assert_nonnull (one_pot);
  bench_run ("Lancashire's working workbook", 7, write_paper, &subject);
  bench_run ("held against its plan", 3, compare_paper, &subject);
  subject.paper.form = PLW_PAPER_PUBLICATION;
  bench_run ("Lancashire's publication workbook", 7, write_paper, &subject);
  unlink (path);
  return 0;
}
