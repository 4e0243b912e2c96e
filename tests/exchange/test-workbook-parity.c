/* test-workbook-parity.c: a spreadsheet program finds what the engine found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbooks of the examples and of random plans are reckoned anew by LibreOffice,
 * all in one run, and every formula compared with what the engine stored there.
 * PLACEWRIGHT_WORKBOOKS says how many random plans; see workbook-long.sh.
 */
#include <placewright/exchange.h>

#include "../engine/random-plan.h"
#include "folder-support.h"

#include <stdlib.h>

#define PLANS 20
#define CHANGED_PLANS 3

/* Plans whose needs do not depend on what was funded have their assumptions changed. */
#define FIRST_CHANGED_SEED 7000

static void
write_book (const PlwPlan *plan, const char *policy, const char *folder, const char *name)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *beside = g_str_equal (policy, "placemaking") ? "today" : "placemaking";
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, policy, problems, &error);
  g_autoptr (PlwResult) other = plw_evaluate (plan, NULL, beside, problems, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  const PlwPaper paper = { .result = result, .other = other, .problems = problems };

  g_assert_true (plw_workbook_write (&paper, path, &error));
  g_assert_no_error (error);
}

static PlwPlan *
read_example (const char *name)
{
  g_autofree char *relative = g_build_filename ("app", "examples", name, NULL);
  g_autofree char *path = source_path (relative);

  return read_folder (path);
}

/* Writes the plan, and the plan with the first assumption's second year doubled and more. Returns: what
 * workbook-parity.py is to change. The sheet of assumptions has its first row after the headings, and
 * three columns before the years.
 */
static char *
write_changed (const PlwPlan *plan, const char *folder, const char *name)
{
  size_t column = plw_schema_table (PLW_TABLE_DRIVERS)->n_columns + 1;
  int64_t rate = plw_plan_number (plan, PLW_TABLE_DRIVERS, 0, column) + 4 * PLW_DECIMAL_ONE;
  g_autoptr (PlwPlan) changed = plw_plan_copy (plan);
  g_autofree char *book = g_strdup_printf ("%s.xlsx", name);
  g_autofree char *changed_book = g_strdup_printf ("%s-afterwards.xlsx", name);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* An empty year takes the year before it, in a plan; in a workbook it holds its rate. */
  for (size_t t = 0; t < plw_plan_n_years (plan); t++)
    plw_plan_set (changed, PLW_TABLE_DRIVERS, 0, column - 1 + t,
                  plw_value_number (plw_plan_number (plan, PLW_TABLE_DRIVERS, 0, column - 1 + t)));
  plw_plan_set (changed, PLW_TABLE_DRIVERS, 0, column, plw_value_number (rate));
  write_book (plan, "today", folder, book);
  write_book (changed, "today", folder, changed_book);
  return g_strdup_printf (
      "%s=%s:Assumptions!E6=%s", book, changed_book,
      g_ascii_dtostr (number, sizeof number, (double) rate / 100.0 / (double) PLW_DECIMAL_ONE));
}

static size_t
count_plans (void)
{
  const char *wanted = g_getenv ("PLACEWRIGHT_WORKBOOKS");

  return wanted != NULL ? (size_t) strtoul (wanted, NULL, 10) : PLANS;
}

static void
write_all (const char *folder, GPtrArray *arguments)
{
  static const char *const policies[] = { "today", "placemaking", RANDOM_PLAN_POLICY };
  g_autoptr (PlwPlan) small = read_example ("small");
  g_autoptr (PlwPlan) lancashire = read_example ("lancashire");

  g_ptr_array_add (arguments, write_changed (small, folder, "small"));
  write_book (small, "placemaking", folder, "small-one-pot.xlsx");
  write_book (lancashire, "today", folder, "lancashire.xlsx");
  for (guint32 i = 0; i < count_plans (); i++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (i + 1, RANDOM_PLAN_MODEST);
      g_autofree char *name = g_strdup_printf ("random-%u.xlsx", i + 1);

      write_book (plan, policies[i % G_N_ELEMENTS (policies)], folder, name);
    }
  for (guint32 i = 0; i < CHANGED_PLANS; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (FIRST_CHANGED_SEED + i, RANDOM_PLAN_FIXED_NEEDS);
      g_autofree char *name = g_strdup_printf ("fixed-%u", i + 1);

      g_ptr_array_add (arguments, write_changed (plan, folder, name));
    }
}

static bool
is_installed (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  return path != NULL;
}

static void
test_parity (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *script = source_path ("tests/exchange/workbook-parity.py");
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *out = NULL;
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!is_installed ("soffice") || !is_installed ("python3"))
    {
      g_test_skip ("LibreOffice or Python is not installed");
      return;
    }
  g_ptr_array_add (arguments, g_strdup ("python3"));
  g_ptr_array_add (arguments, g_strdup ("-B"));
  g_ptr_array_add (arguments, g_strdup (script));
  g_ptr_array_add (arguments, g_strdup (folder));
  write_all (folder, arguments);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                               &complaints, &status, &error));
  g_assert_no_error (error);
  g_test_message ("%s%s", out, complaints);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/parity", test_parity);
  return g_test_run ();
}
