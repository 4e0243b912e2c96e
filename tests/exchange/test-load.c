/* test-load.c: a plan from a folder or a file, whichever the path is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "folder-support.h"

#include <placewright/store.h>

#include <glib/gstdio.h>

static PlwPlan *
load (const char *path)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwPlan *plan = plw_plan_load (path, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static void
assert_not_loaded (const char *path, PlwError code)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plw_plan_load (path, problems, &error));
  g_assert_error (error, PLW_ERROR, (int) code);
  g_assert_cmpint (plw_problems_count (problems, PLW_SEVERITY_ERROR) > 0, ==, code == PLW_ERROR_PLAN);
}

static void
save (const PlwPlan *plan, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) store = plw_store_new_file (plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (plw_store_save (store, path, false, &error));
  g_assert_no_error (error);
}

static void
test_both (void)
{
  g_autofree char *small = source_path ("app/examples/small");
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.placewright", NULL);
  g_autoptr (PlwPlan) from_folder = load (small);

  save (from_folder, path);

  g_autofree char *before = print_folder (folder);
  g_autoptr (PlwPlan) from_file = load (path);
  g_autofree char *after = print_folder (folder);
  g_autofree char *of_folder = plw_plan_fingerprint (from_folder);
  g_autofree char *of_file = plw_plan_fingerprint (from_file);

  g_assert_cmpstr (of_folder, ==, of_file);
  g_assert_cmpstr (before, ==, after);
  remove_folder (folder);
}

/* A file may hold a plan that is still being typed; it is not one to calculate with. */
static void
test_plan_with_errors (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "empty.placewright", NULL);
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  save (plan, path);
  assert_not_loaded (path, PLW_ERROR_PLAN);
  remove_folder (folder);
}

static void
test_neither (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *text = g_build_filename (folder, "letter.placewright", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.placewright", NULL);

  put_file (folder, "letter.placewright", "Dear Sir or Madam");
  assert_not_loaded (text, PLW_ERROR_FORMAT);
  assert_not_loaded (missing, PLW_ERROR_IO);
  assert_not_loaded ("/dev/null", PLW_ERROR_IO);
  assert_not_loaded (folder, PLW_ERROR_PLAN);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = make_folder ();

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/load/both", test_both);
  g_test_add_func ("/exchange/load/plan-with-errors", test_plan_with_errors);
  g_test_add_func ("/exchange/load/neither", test_neither);

  int status = g_test_run ();

  remove_folder (state);
  return status;
}
