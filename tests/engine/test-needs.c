/* test-needs.c: needs that were a penny off once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/evaluate.h>

static size_t
add_row (PlwPlan *plan, PlwTableId table, const char *code)
{
  size_t row = plw_plan_append (plan, table, NULL, 0);

  plw_plan_set (plan, table, row, 0, plw_value_text (code));
  return row;
}

static void
add_setting (PlwPlan *plan, const char *key, const char *value)
{
  size_t row = add_row (plan, PLW_TABLE_PLAN, key);

  plw_plan_set (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, plw_value_text (value));
}

static PlwPlan *
make_plan (void)
{
  PlwPlan *plan = plw_plan_new ();

  add_setting (plan, "base_year", "2025/26");
  add_setting (plan, "years", "5");
  add_row (plan, PLW_TABLE_POTS, "pot");
  return plan;
}

static void
check_need (const PlwPlan *plan, PlwUseKind kind, size_t year, int64_t expected)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);
  bool is_there = false;

  g_assert_nonnull (result);
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    if (plw_result_use (result, i)->kind == kind && plw_result_use (result, i)->part == PLW_PART_REVENUE)
      {
        g_assert_cmpint (plw_result_use (result, i)->need[year], ==, expected);
        is_there = true;
      }
  g_assert_true (is_there);
}

/* 10,000.005 a year and 40% more for evidence of grade 6 make 14,000.007, not 14,000.00. */
static void
test_programme (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();
  size_t row = add_row (plan, PLW_TABLE_PROGRAMMES, "early-help");

  plw_plan_set (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_EVIDENCE, plw_value_number (6));
  row = add_row (plan, PLW_TABLE_PROGRAMME_YEARS, "early-help");
  plw_plan_set (plan, PLW_TABLE_PROGRAMME_YEARS, row, PLW_PROGRAMME_YEARS_MEASURE,
                plw_value_number (PLW_PROGRAMME_REVENUE));
  plw_plan_set (plan, PLW_TABLE_PROGRAMME_YEARS, row,
                plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, 2026),
                plw_value_number (INT64_C (10000005000000)));
  check_need (plan, PLW_USE_PROGRAMME, 0, 1400001);
}

/* Two debts of 10 pence at 4%: interest of 0.4 pence each is 0.8 pence of need, so a penny. */
static void
test_interest (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();
  size_t row = add_row (plan, PLW_TABLE_DRIVERS, "interest");

  add_setting (plan, "interest_driver", "interest");
  add_setting (plan, "opening_cfr", "0.10");
  plw_plan_set (plan, PLW_TABLE_DRIVERS, row, plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2026),
                plw_value_number (4 * PLW_DECIMAL_ONE));
  row = add_row (plan, PLW_TABLE_PROJECTS, "bridge");
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING, plw_value_number (1));
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_MRP, plw_value_number (PLW_MRP_NONE));
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, plw_plan_year_column (plan, PLW_TABLE_PROJECTS, 2026),
                plw_value_number (10));
  check_need (plan, PLW_USE_FINANCING, 1, 1);
}

/* Tuppence over four years: no year's provision is below nothing. */
static void
test_provision (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();
  size_t row;

  add_row (plan, PLW_TABLE_DRIVERS, "interest");
  add_setting (plan, "interest_driver", "interest");
  row = add_row (plan, PLW_TABLE_PROJECTS, "bridge");
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING, plw_value_number (1));
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ASSET_LIFE, plw_value_number (4));
  plw_plan_set (plan, PLW_TABLE_PROJECTS, row, plw_plan_year_column (plan, PLW_TABLE_PROJECTS, 2026),
                plw_value_number (2));
  /* Half a penny a year: 1, 0, 1, 0 and not 1, 1, 1, -1. */
  check_need (plan, PLW_USE_FINANCING, 1, 1);
  check_need (plan, PLW_USE_FINANCING, 2, 0);
  check_need (plan, PLW_USE_FINANCING, 3, 1);
  check_need (plan, PLW_USE_FINANCING, 4, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/needs/programme-cost-is-rounded-once", test_programme);
  g_test_add_func ("/engine/needs/interest-is-rounded-once", test_interest);
  g_test_add_func ("/engine/needs/provision-is-never-negative", test_provision);
  return g_test_run ();
}
