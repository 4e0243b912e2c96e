/* test-edit.c: edits can be taken back, whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"
#include "random-plan.h"

#include <placewright/edit.h>

#include <string.h>

/* Records one gesture of chance against @plan as it is. */
static PlwEdit *
random_step (PlwPlan *plan)
{
  PlwEdit *edit = plw_edit_new ("step");
  PlwTableId table = (PlwTableId) g_test_rand_int_range (PLW_TABLE_PLAN + 1, PLW_N_TABLES);
  size_t n_rows = plw_plan_n_rows (plan, table);
  size_t row = n_rows > 0 ? (size_t) g_test_rand_int_range (0, (int) n_rows) : 0;
  size_t column = (size_t) g_test_rand_int_range (0, (int) plw_plan_n_columns (plan, table));
  PlwValue cells[3];

  switch (n_rows > 0 ? g_test_rand_int_range (0, 4) : 0)
    {
    case 0:
      for (size_t i = 0; i < G_N_ELEMENTS (cells); i++)
        cells[i] = i < plw_plan_n_cells (table) ? random_value (plan, table, i) : PLW_VALUE_EMPTY;
      plw_edit_insert_row (edit, plan, table, row, cells,
                           MIN (G_N_ELEMENTS (cells), plw_plan_n_cells (table)));
      break;
    case 1:
      plw_edit_delete_row (edit, plan, table, row);
      break;
    default:
      plw_edit_set_cell (edit, plan, table, row, column,
                         g_test_rand_bit () ? random_value (plan, table, column) : PLW_VALUE_EMPTY);
      break;
    }

  return edit;
}

static void
apply (PlwPlan *plan, const PlwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  bool is_applied = plw_plan_apply (plan, edit, &error);

  g_assert_no_error (error);
  g_assert_true (is_applied);
}

/* Any edit followed by its inverse is nothing, and again the other way round. */
static void
test_inverse (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (PlwPlan) start = random_plan ();
      g_autoptr (PlwPlan) end = plw_plan_copy (start);
      g_autoptr (PlwEdit) whole = plw_edit_new ("whole");

      for (int j = 0; j < 40; j++)
        {
          g_autoptr (PlwEdit) step = random_step (end);

          apply (end, step);
          for (size_t k = 0; k < plw_edit_n_steps (step); k++)
            plw_edit_add_step (whole, plw_edit_step (step, k));
        }

      g_autoptr (PlwPlan) plan = plw_plan_copy (start);
      g_autoptr (PlwEdit) inverse = plw_edit_inverse (whole);
      g_autoptr (PlwEdit) twice = plw_edit_inverse (inverse);

      apply (plan, whole);
      g_assert_true (plw_plan_equal (plan, end));
      apply (plan, inverse);
      g_assert_true (plw_plan_equal (plan, start));
      apply (plan, twice);
      g_assert_true (plw_plan_equal (plan, end));
    }
}

/* Whatever happened on the way, one edit leads back, and it says no more than what differs. */
static void
test_between (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (PlwPlan) start = random_plan ();
      g_autoptr (PlwPlan) end = plw_plan_copy (start);
      g_autoptr (PlwPlan) plan = NULL;
      g_autoptr (PlwEdit) back = NULL;
      g_autoptr (PlwEdit) none = NULL;

      for (int j = 0; j < 40; j++)
        {
          g_autoptr (PlwEdit) step = random_step (end);

          apply (end, step);
        }

      back = plw_edit_between (end, start, "back");
      plan = plw_plan_copy (end);
      apply (plan, back);
      g_assert_true (plw_plan_equal (plan, start));
      none = plw_edit_between (plan, start, "nothing");
      g_assert_cmpuint (plw_edit_n_steps (none), ==, 0);
      g_assert_cmpstr (plw_edit_name (back), ==, "back");
    }
}

/* Rows in another order are put back in theirs. */
static void
test_between_orders (void)
{
  g_autoptr (PlwPlan) start = random_plan ();
  g_autoptr (PlwPlan) end = plw_plan_copy (start);
  g_autoptr (PlwEdit) back = NULL;
  size_t n_rows = plw_plan_n_rows (start, PLW_TABLE_LINES);

  for (size_t i = 0; i + 1 < n_rows; i++)
    {
      g_autoptr (PlwEdit) gone = plw_edit_new ("take the first");
      g_autoptr (PlwEdit) back_at_end = NULL;
      PlwStep step;

      plw_edit_delete_row (gone, end, PLW_TABLE_LINES, 0);
      step = *plw_edit_step (gone, 0);
      step.kind = PLW_STEP_INSERT;
      step.position = n_rows - 1 - i;
      back_at_end = plw_edit_new ("and put it elsewhere");
      plw_edit_add_step (back_at_end, &step);
      apply (end, gone);
      apply (end, back_at_end);
    }

  back = plw_edit_between (end, start, "back");
  apply (end, back);
  g_assert_true (plw_plan_equal (end, start));
}

static void
test_all_or_nothing (void)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();
      g_autoptr (PlwPlan) before = plw_plan_copy (plan);
      g_autoptr (PlwPlan) scratch = plw_plan_copy (plan);
      g_autoptr (PlwEdit) edit = plw_edit_new ("spoilt");
      g_autoptr (GError) error = NULL;

      for (int j = 0; j < 10; j++)
        {
          g_autoptr (PlwEdit) step = random_step (scratch);

          apply (scratch, step);
          for (size_t k = 0; k < plw_edit_n_steps (step); k++)
            plw_edit_add_step (edit, plw_edit_step (step, k));
        }

      PlwStep spoilt = {
        .kind = PLW_STEP_SET, .table = PLW_TABLE_LINES, .row = 1000000, .to = PLW_VALUE_EMPTY
      };

      plw_edit_add_step (edit, &spoilt);
      g_assert_false (plw_plan_apply (plan, edit, &error));
      g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
      g_assert_true (plw_plan_equal (plan, before));
    }
}

static void
test_changed_underneath (void)
{
  g_autoptr (PlwPlan) plan = random_plan ();
  g_autoptr (PlwEdit) edit = plw_edit_new ("rename");
  g_autoptr (GError) error = NULL;

  plw_edit_set_cell (edit, plan, PLW_TABLE_LINES, 0, PLW_LINES_NAME, plw_value_text ("one"));
  plw_plan_set (plan, PLW_TABLE_LINES, 0, PLW_LINES_NAME, plw_value_text ("two"));

  g_assert_false (plw_plan_apply (plan, edit, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_LINES, 0, PLW_LINES_NAME), ==, "two");
}

static void
test_same_value_is_no_edit (void)
{
  g_autoptr (PlwPlan) plan = random_plan ();
  g_autoptr (PlwEdit) edit = plw_edit_new ("nothing");

  plw_edit_set_cell (edit, plan, PLW_TABLE_LINES, 0, PLW_LINES_CODE,
                     plw_plan_get (plan, PLW_TABLE_LINES, 0, PLW_LINES_CODE));

  g_assert_cmpuint (plw_edit_n_steps (edit), ==, 0);
}

/* A new code goes everywhere: a plan without errors has none afterwards. */
static void
test_rename (void)
{
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();
      g_autoptr (PlwPlan) before = plw_plan_copy (plan);
      g_autoptr (PlwEdit) edit = plw_edit_new ("rename");
      g_autoptr (PlwProblems) problems = plw_problems_new ();

      for (size_t t = PLW_TABLE_PLAN + 1; t < PLW_N_TABLES; t++)
        {
          size_t column;

          if (!plw_schema_find_column ((PlwTableId) t, "code", &column) || t == PLW_TABLE_OVERRIDES)
            continue;

          g_autoptr (PlwEdit) one = plw_edit_new ("rename");

          plw_edit_rename_code (one, plan, (PlwTableId) t, 0, "renamed");
          apply (plan, one);
          for (size_t k = 0; k < plw_edit_n_steps (one); k++)
            plw_edit_add_step (edit, plw_edit_step (one, k));
          g_assert_cmpstr (plw_plan_text (plan, (PlwTableId) t, 0, column), ==, "renamed");
        }

      g_assert_true (plw_plan_check (before, problems));
      bool is_good = plw_plan_check (plan, problems);
      g_autofree char *found = plw_problems_to_text (problems);

      if (!is_good)
        g_test_message ("%s", found);
      g_assert_true (is_good);

      g_autoptr (PlwEdit) inverse = plw_edit_inverse (edit);

      apply (plan, inverse);
      g_assert_true (plw_plan_equal (plan, before));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/edit/inverse", test_inverse);
  g_test_add_func ("/plan/edit/between", test_between);
  g_test_add_func ("/plan/edit/between-orders", test_between_orders);
  g_test_add_func ("/plan/edit/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/plan/edit/changed-underneath", test_changed_underneath);
  g_test_add_func ("/plan/edit/same-value-is-no-edit", test_same_value_is_no_edit);
  g_test_add_func ("/plan/edit/rename", test_rename);

  return g_test_run ();
}
