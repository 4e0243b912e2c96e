/* test-budget-shapes.c: random budgets, printed in every shape, are read back as what they were.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "book-support.h"
#include "budget-print.h"
#include "folder-support.h"

#include <string.h>

#define N_TABLES 25

static char *folder;

static PlwBudget *
read_text (const char *text, const PlwBudgetOptions *options)
{
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GError) error = NULL;

  put_file (folder, "table.csv", text);

  PlwBudget *budget = plw_budget_read (path, options, &error);

  g_assert_no_error (error);
  return budget;
}

/* Prints the table where a test is about to fail. */
static void
assert_or_show (bool is_right, const char *text, const PlwBudget *budget, const char *what)
{
  g_autofree char *reading = is_right ? NULL : plw_budget_to_text (budget);

  if (!is_right)
    g_test_message ("%s\n%s\n%s", what, text, reading);
  g_assert_true (is_right);
}

static void
assert_levels (const Print *print, const PlwBudget *budget, const char *text, int64_t tolerance)
{
  for (size_t i = 0; i < plw_budget_n_rows (budget); i++)
    {
      size_t row = print_find (print, plw_budget_row_name (budget, i));

      for (size_t j = 0; j < print->n_years && print->rows[row].has_levels; j++)
        {
          int64_t found = 0;
          bool is_right = plw_budget_level (budget, i, j, &found);
          int64_t expected = print->rows[row].levels[j] * print_step (print);

          is_right = is_right && ABS (found - expected) <= tolerance;
          assert_or_show (is_right, text, budget, print->rows[row].name);
        }
    }
}

/* The plan that becomes of it agrees with every total, whatever its base year is. */
static void
assert_imported (PlwBudget *budget, const char *text, const char *base_year)
{
  g_autoptr (PlwPlan) plan = test_plan (base_year);
  g_autoptr (PlwPlan) before = plw_plan_copy (plan);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *ties = NULL;
  g_autoptr (GError) error = NULL;
  PlwImportCounts counts;
  g_autoptr (PlwEdit) edit = plw_budget_run (budget, plan, problems, &counts, &ties, &error);
  g_autofree char *sentences = plw_problems_to_text (problems);

  assert_or_show (edit != NULL, text, budget, sentences);
  g_assert_no_error (error);
  assert_or_show (strstr (ties, "the plan agrees in") != NULL, text, budget, "no total was compared");
  g_assert_cmpuint (counts.n_inserted, ==, counts.n_rows);
  g_assert_true (plw_plan_apply (plan, edit, &error));

  g_autoptr (PlwEdit) inverse = plw_edit_inverse (edit);

  g_assert_true (plw_plan_apply (plan, inverse, &error));
  g_assert_true (plw_plan_equal (plan, before));
}

static void
check_text (const Print *print, const char *text, bool is_down, const char *base_year)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  g_autoptr (PlwBudget) budget = read_text (text, &options);
  g_autofree char *reading = plw_budget_to_text (budget);

  assert_or_show ((strstr (reading, "\nYears: down the rows") != NULL) == is_down, text, budget, "the years");
  assert_or_show (plw_budget_shape (budget) == print->shape, text, budget, "the shape");
  assert_or_show (plw_budget_confidence (budget) != PLW_BUDGET_UNDECIDED, text, budget, "the confidence");
  assert_or_show (plw_budget_signs (budget) == print->signs, text, budget, "the signs");
  assert_or_show (plw_budget_n_findings (budget) == 0, text, budget, "the findings");
  g_assert_cmpuint (plw_budget_n_years (budget), ==, print->n_years);
  assert_levels (print, budget, text, 0);
  assert_imported (budget, text, base_year);
}

/* Years across and years down are the same table. */
static void
check_table (GRand *random, PlwBudgetShape shape, PlwBudgetSigns signs, unsigned gaps)
{
  g_auto (Print) print = { .n_rows = 0 };

  print_make (&print, random, shape, signs, gaps);

  g_autofree char *text = print_to_text (&print, random);
  g_autofree char *turned = print_turn (text);
  const char *base_year = plw_year_name (g_rand_int_range (random, 2024, 2027));

  check_text (&print, text, false, base_year);
  check_text (&print, turned, true, base_year);
}

static void
test_shape (const void *data)
{
  PlwBudgetShape shape = (PlwBudgetShape) GPOINTER_TO_INT (data);
  static const PlwBudgetSigns signs[] = { PLW_BUDGET_SIGNED, PLW_BUDGET_UNSIGNED };

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    for (size_t i = 0; i < G_N_ELEMENTS (signs); i++)
      for (unsigned gaps = PRINT_GAP_EACH_YEAR; gaps <= (PRINT_GAP_EACH_YEAR | PRINT_GAP_CUMULATIVE); gaps++)
        {
          GRand *random = g_rand_new_with_seed (seed * 100 + (guint32) i * 10 + gaps);

          check_table (random, shape, signs[i], gaps);
          g_rand_free (random);
        }
}

/* Every figure rounded by itself, as printed tables are: nothing of that is a contradiction. */
static void
test_rounding (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  size_t n_rounded = 0;

  for (guint32 seed = 1; seed <= 4 * N_TABLES; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      g_auto (Print) print = { .n_rows = 0 };

      print_make (&print, random, PLW_BUDGET_LEVELS, seed % 2 ? PLW_BUDGET_SIGNED : PLW_BUDGET_UNSIGNED,
                  PRINT_GAP_EACH_YEAR | PRINT_GAP_CUMULATIVE);
      print.decimals = 1;
      for (size_t i = 0; i < print.n_rows; i++)
        for (size_t j = 0; j < print.n_years; j++)
          {
            print.rows[i].cells[j] = plw_divide_round (print.rows[i].cells[j], 100);
            print.rows[i].levels[j] = print.rows[i].cells[j];
          }

      g_autofree char *text = print_to_text (&print, random);
      g_autoptr (PlwBudget) budget = read_text (text, &options);

      assert_or_show (plw_budget_shape (budget) == PLW_BUDGET_LEVELS, text, budget, "the shape");
      assert_or_show (plw_budget_n_contradictions (budget) == 0, text, budget, "rounding");
      assert_levels (&print, budget, text, 0);
      assert_imported (budget, text, "2025/26");
      n_rounded += plw_budget_n_findings (budget);
      g_rand_free (random);
    }

  g_assert_cmpuint (n_rounded, >, N_TABLES);
}

static void
assert_wrong_cell (const Print *print, const char *text, size_t column)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  g_autoptr (PlwBudget) budget = read_text (text, &options);
  const PlwBudgetFinding *finding = NULL;

  assert_or_show (plw_budget_n_contradictions (budget) == 1, text, budget, "one contradiction");
  for (size_t i = 0; i < plw_budget_n_findings (budget) && finding == NULL; i++)
    if (!plw_budget_finding (budget, i)->is_rounding)
      finding = plw_budget_finding (budget, i);
  assert_or_show (finding->is_pinned && finding->row == 1 && finding->column == column, text, budget,
                  "the wrong cell");
  g_assert_cmpint (finding->printed, ==, INT64_C (777777) * 100000);
  g_assert_cmpint (finding->expected, ==, print->rows[1].cells[column] * print_step (print));
}

/* One figure of a row that is added up downwards and across is wrong: no other can be. */
static void
test_wrong_cell (void)
{
  for (guint32 seed = 1; seed <= 4 * N_TABLES; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      g_auto (Print) print = { .n_rows = 0 };

      print_make (&print, random, seed % 2 ? PLW_BUDGET_MOVEMENTS : PLW_BUDGET_MIXED,
                  seed % 4 < 2 ? PLW_BUDGET_SIGNED : PLW_BUDGET_UNSIGNED, PRINT_GAP_EACH_YEAR);
      print.has_total_column = true;

      size_t column = (size_t) g_rand_int_range (random, 0, (int) print.n_years);
      g_autofree char *right = print_to_text (&print, random);
      g_auto (GStrv) lines = g_strsplit (right, "\n", -1);
      size_t header = strstr (lines[0], "2025/26") != NULL ? 0 : 1;
      g_auto (GStrv) cells = g_strsplit (lines[header + 2], ",", -1);

      /* The second row of the table. */
      g_free (cells[1 + column]);
      cells[1 + column] = g_strdup ("777777");
      g_free (lines[header + 2]);
      lines[header + 2] = g_strjoinv (",", cells);

      g_autofree char *text = g_strjoinv ("\n", lines);
      g_autofree char *turned = print_turn (text);

      assert_wrong_cell (&print, text, column);
      assert_wrong_cell (&print, turned, column);
      g_rand_free (random);
    }
}

/* A total that both its rows and the gap speak against is the wrong one. */
static void
test_wrong_total (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      g_auto (Print) print = { .n_rows = 0 };

      print_make (&print, random, PLW_BUDGET_LEVELS, PLW_BUDGET_SIGNED, PRINT_GAP_CUMULATIVE);

      size_t total = print_find (&print, "Total expenditure");

      print.rows[total].cells[1] += 4321;

      g_autofree char *text = print_to_text (&print, random);
      g_autoptr (PlwBudget) budget = read_text (text, &options);

      assert_or_show (plw_budget_n_findings (budget) == 1, text, budget, "one finding");

      const PlwBudgetFinding *finding = plw_budget_finding (budget, 0);

      assert_or_show (finding->is_pinned && finding->row == total && finding->column == 1, text, budget,
                      "the wrong total");
      g_assert_cmpint (finding->printed - finding->expected, ==, 4321 * print_step (&print));
      g_rand_free (random);
    }
}

/* Without names only sums are left. What they do not decide is not guessed. */
static void
test_nameless (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  static const PlwBudgetShape shapes[] = { PLW_BUDGET_LEVELS, PLW_BUDGET_MOVEMENTS, PLW_BUDGET_BUILD_UP,
                                           PLW_BUDGET_GAP, PLW_BUDGET_MIXED };
  size_t n_decided = 0;

  for (guint32 seed = 1; seed <= 2 * N_TABLES; seed++)
    for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
      {
        GRand *random = g_rand_new_with_seed (seed);
        g_auto (Print) print = { .n_rows = 0 };

        print_make (&print, random, shapes[i], seed % 2 ? PLW_BUDGET_SIGNED : PLW_BUDGET_UNSIGNED,
                    PRINT_GAP_EACH_YEAR | PRINT_GAP_CUMULATIVE);
        print_anonymise (&print);

        g_autofree char *text = print_to_text (&print, random);
        g_autoptr (PlwBudget) budget = read_text (text, &options);
        bool is_decided = plw_budget_confidence (budget) != PLW_BUDGET_UNDECIDED;

        assert_or_show (!is_decided || plw_budget_shape (budget) == shapes[i], text, budget, "a wrong guess");
        n_decided += is_decided;
        g_rand_free (random);
      }

  /* A build-up with signs shows itself by its sums alone. */
  g_assert_cmpuint (n_decided, >=, N_TABLES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();

  g_test_add_data_func ("/exchange/budget/shapes/levels", GINT_TO_POINTER (PLW_BUDGET_LEVELS), test_shape);
  g_test_add_data_func ("/exchange/budget/shapes/movements", GINT_TO_POINTER (PLW_BUDGET_MOVEMENTS),
                        test_shape);
  g_test_add_data_func ("/exchange/budget/shapes/build-up", GINT_TO_POINTER (PLW_BUDGET_BUILD_UP),
                        test_shape);
  g_test_add_data_func ("/exchange/budget/shapes/gap", GINT_TO_POINTER (PLW_BUDGET_GAP), test_shape);
  g_test_add_data_func ("/exchange/budget/shapes/mixed", GINT_TO_POINTER (PLW_BUDGET_MIXED), test_shape);
  g_test_add_func ("/exchange/budget/rounding", test_rounding);
  g_test_add_func ("/exchange/budget/wrong-cell", test_wrong_cell);
  g_test_add_func ("/exchange/budget/wrong-total", test_wrong_total);
  g_test_add_func ("/exchange/budget/nameless", test_nameless);

  int status = g_test_run ();

  remove_folder (folder);
  g_free (folder);
  return status;
}
