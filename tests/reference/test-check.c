/* test-check.c: what a plan is told in view of the shipped tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a folder can get wrong is in tests/exchange/broken.
 */
#include "random-plan.h"

#include <placewright/reference.h>

static PlwPlan *
make_plan (const char *kind, const char *band_d, const char *rate)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", "2025/26", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "council", "kind", kind, NULL);
  add_row (plan, PLW_TABLE_DRIVERS, "code", "rise", "2026/27", rate, "2027/28", "0", NULL);
  add_row (plan, PLW_TABLE_LINES, "code", "care", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "care", "element", "pay", "base", "100", NULL);
  add_row (plan, PLW_TABLE_POTS, "code", "tax", "partner", "council", "basis", "council-tax", NULL);
  add_row (plan, PLW_TABLE_COUNCIL_TAX, "pot", "tax", "tax_base", "1000", "band_d", band_d, "increase_driver",
           "rise", NULL);
  return plan;
}

static void
assert_problems (const PlwPlan *plan, const char *expected)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  bool is_good = plw_plan_check (plan, problems);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (is_good, ==, plw_problems_count (problems, PLW_SEVERITY_ERROR) == 0);
}

#define RISES(RATE, LIMIT)                                                                                   \
  "council_tax row 2 (tax), column increase_driver: Band D rises by " RATE                                   \
  "% in 2026/27, and a rise of " LIMIT " needs a referendum; lower the rate, or allow for the referendum\n"

static void
assert_rise (const char *kind, const char *band_d, const char *rate, const char *expected)
{
  g_autoptr (PlwPlan) plan = make_plan (kind, band_d, rate);

  assert_problems (plan, expected);
}

/* Reaching 5% is excessive, whatever Band D is. */
static void
test_social_care (void)
{
  assert_rise ("county", "1500", "4.99", "");
  assert_rise ("county", "1500", "5", RISES ("5", "5% or more"));
  assert_rise ("unitary", "10", "4.999999999", "");
  assert_rise ("unitary", "1500", "6.5", RISES ("6.5", "5% or more"));
}

/* The greater of 3% and £5: below a Band D of £166.66 it is the £5. */
static void
test_districts (void)
{
  assert_rise ("district", "200", "3", "");
  assert_rise ("district", "200", "3.01", RISES ("3.01", "more than 3% and £5"));
  assert_rise ("district", "100", "3.01", "");
  assert_rise ("district", "100", "5", "");
  assert_rise ("district", "100", "5.01", RISES ("5.01", "more than 3% and £5"));
}

static void
test_no_limit (void)
{
  assert_rise ("police", "200", "50", "");
  assert_rise ("fire", "200", "50", "");
}

/* A limit of the plan replaces the shipped one from its year on. */
static void
test_limit_of_plan (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("county", "1000", "4");

  assert_problems (plan, "");
  add_row (plan, PLW_TABLE_REFERENDUM_LIMITS, "kind", "county", "from_year", "2027/28", "percent", "2", NULL);
  assert_problems (plan, "");
  add_row (plan, PLW_TABLE_REFERENDUM_LIMITS, "kind", "county", "from_year", "2025/26", "percent", "3", NULL);
  assert_problems (plan, RISES ("4", "more than 3%"));
  add_row (plan, PLW_TABLE_REFERENDUM_LIMITS, "kind", "county", "from_year", "2026/27", "pounds", "40",
           "reached", "yes", NULL);
  assert_problems (plan, RISES ("4", "£40 or more"));
  plw_plan_set (plan, PLW_TABLE_REFERENDUM_LIMITS, 2, PLW_REFERENDUM_LIMITS_REACHED, plw_value_number (0));
  assert_problems (plan, "");
}

/* A rise on what it rose to before; £5 on £100 is £5.10 on £102. */
static void
test_later_year (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("district", "100", "2");

  plw_plan_set (plan, PLW_TABLE_DRIVERS, 0, plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2027),
                plw_value_number (5 * PLW_DECIMAL_ONE));
  assert_problems (
      plan, "council_tax row 2 (tax), column increase_driver: Band D rises by 5% in 2027/28, and a rise "
            "of more than 3% and £5 needs a referendum; lower the rate, or allow for the referendum\n");

  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_ENABLED, plw_value_number (0));
  assert_problems (plan, "");
}

static void
test_missing_index (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("county", "1000", "4");

  add_row (plan, PLW_TABLE_PROGRAMMES, "code", "early", "evidence", "1", NULL);
  add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "less", "line", "care", "unit_cost",
           "SS1.0", NULL);
  assert_problems (
      plan, "effects row 2 (early/less), column unit_cost: “SS1.0” is at prices of 2013/14, the plan at "
            "those of 2025/26, and the price index lacks 2025/26; add 2025/26 to price_index, on the "
            "same base as its other years, or write a unit_value\n");

  add_row (plan, PLW_TABLE_UNIT_COSTS, "code", "SS1.0", "value", "60000", "prices", "2024/25", NULL);
  assert_problems (
      plan, "effects row 2 (early/less), column unit_cost: “SS1.0” is at prices of 2024/25, the plan at "
            "those of 2025/26, and the price index lacks 2024/25 and 2025/26; add 2024/25 and 2025/26 "
            "to price_index, on the same base as its other years, or write a unit_value\n");

  plw_plan_set (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE, plw_value_number (6000000));
  assert_problems (plan, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/check/social-care", test_social_care);
  g_test_add_func ("/reference/check/districts", test_districts);
  g_test_add_func ("/reference/check/no-limit", test_no_limit);
  g_test_add_func ("/reference/check/limit-of-plan", test_limit_of_plan);
  g_test_add_func ("/reference/check/later-year", test_later_year);
  g_test_add_func ("/reference/check/missing-index", test_missing_index);

  return g_test_run ();
}
