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
#include <string.h>

#define PLANS 20
#define CHANGED_PLANS 3

/* Plans whose needs do not depend on what was funded have their assumptions changed. */
#define FIRST_CHANGED_SEED 7000

/* What a paper borrows. */
typedef struct
{
  PlwResult *result;
  PlwResult *other;
  PlwProblems *problems;
} Held;

static void
clear_held (Held *held)
{
  plw_result_free (held->result);
  plw_result_free (held->other);
  plw_problems_free (held->problems);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Held, clear_held)

static PlwPaper
evaluate (Held *held, const PlwPlan *plan, const char *policy)
{
  const char *beside = g_str_equal (policy, "placemaking") ? "today" : "placemaking";
  g_autoptr (GError) error = NULL;

  held->problems = plw_problems_new ();
  held->result = plw_evaluate (plan, NULL, policy, held->problems, &error);
  g_assert_no_error (error);
  held->other = plw_evaluate (plan, NULL, beside, held->problems, &error);
  g_assert_no_error (error);
  return (PlwPaper){
    .result = held->result, .other = held->other, .problems = held->problems, .when = 1790000000
  };
}

static void
write_book (const PlwPlan *plan, const char *policy, const char *folder, const char *name)
{
  g_auto (Held) held = { 0 };
  const PlwPaper paper = evaluate (&held, plan, policy);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);

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
  g_ptr_array_add (arguments, g_strdup ("small-one-pot.xlsx?Funded!E7=12345.67"));
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

/* What a spreadsheet program saved still matches its plan, until an input is changed there; that cell is
 * then named, and what follows from it is told apart.
 */
static void
check_saved (const char *folder)
{
  g_autoptr (PlwPlan) plan = read_example ("small");
  g_auto (Held) held = { 0 };
  const PlwPaper paper = evaluate (&held, plan, "today");
  g_autofree char *saved = g_build_filename (folder, "small.xlsx", NULL);
  g_autofree char *changed = g_build_filename (folder, "changed-small.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) same = plw_workbook_compare (saved, &paper, &error);
  g_autoptr (GPtrArray) other = NULL;
  size_t n_causes = 0;
  bool is_said = false;

  g_assert_no_error (error);
  for (guint i = 0; i < same->len; i++)
    {
      const PlwPaperDifference *difference = g_ptr_array_index (same, i);

      g_test_message ("%s!%s: %s, %s", difference->sheet, difference->cell, difference->paper,
                      difference->plan);
    }
  g_assert_cmpuint (same->len, ==, 0);
  other = plw_workbook_compare (changed, &paper, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < other->len; i++)
    {
      const PlwPaperDifference *difference = g_ptr_array_index (other, i);

      is_said = is_said || strstr (difference->paper, "No: an input was changed") != NULL;
      if (difference->is_consequence)
        continue;
      g_assert_cmpstr (difference->sheet, ==, "Assumptions");
      g_assert_cmpstr (difference->cell, ==, "E6");
      n_causes++;
    }
  g_assert_cmpuint (n_causes, ==, 1);
  g_assert_true (is_said);
  g_assert_cmpuint (other->len, >, 1);
}

static void
test_parity (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *kept = make_folder ();
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
  g_ptr_array_add (arguments, g_strdup (kept));
  write_all (folder, arguments);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                               &complaints, &status, &error));
  g_assert_no_error (error);
  g_test_message ("%s%s", out, complaints);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  check_saved (kept);
  remove_folder (folder);
  remove_folder (kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/parity", test_parity);
  return g_test_run ();
}
