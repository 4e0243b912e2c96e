/* test-values.c: unit values, corrections and discount factors from a plan and the shipped tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

#include <placewright/reference.h>

#include <math.h>

static PlwPlan *
make_plan (const char *base_year)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", base_year, NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);
  add_row (plan, PLW_TABLE_LINES, "code", "care", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "care", "element", "pay", "base", "100", NULL);
  add_row (plan, PLW_TABLE_POTS, "code", "reserve", NULL);
  add_row (plan, PLW_TABLE_PROGRAMMES, "code", "early", "evidence", "4", NULL);
  return plan;
}

static size_t
add_effect (PlwPlan *plan, const char *column, const char *text)
{
  return add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "less", "line", "care", column, text,
                  NULL);
}

static int64_t
get_unit_value (const PlwPlan *plan, size_t effect)
{
  int64_t pence = -1;

  g_assert_true (plw_reference_unit_value (plan, effect, &pence));
  return pence;
}

/* The database's own example, with its own index. */
static void
test_uprated (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  size_t effect = add_effect (plan, "unit_cost", "SS1.0");

  add_row (plan, PLW_TABLE_PRICE_INDEX, "year", "2013/14", "value", "190.03343", NULL);
  add_row (plan, PLW_TABLE_PRICE_INDEX, "year", "2025/26", "value", "195.96970", NULL);
  g_assert_cmpint (get_unit_value (plan, effect), ==, 5267564);
}

static void
test_shipped_index (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2023/24");
  size_t effect = add_effect (plan, "unit_cost", "SS1.0");
  int64_t from = 0;
  int64_t to = 0;

  /* 73.4795 x 3/4 + 74.6524 / 4 and 96.2507 x 3/4 + 100 / 4 */
  g_assert_true (plw_reference_price_ratio (plan, 2013, 2023, &from, &to));
  g_assert_cmpint (from, ==, INT64_C (73772725000));
  g_assert_cmpint (to, ==, INT64_C (97188025000));
  g_assert_cmpint (get_unit_value (plan, effect), ==, 6729268);
}

static void
test_missing_years (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  size_t effect = add_effect (plan, "unit_cost", "SS1.0");
  int64_t from = 7;
  int64_t to = 8;
  int64_t pence = 9;

  g_assert_false (plw_reference_price_ratio (plan, 2013, 2025, &from, &to));
  g_assert_false (plw_reference_price_ratio (plan, 2025, 2013, &from, &to));
  g_assert_false (plw_reference_price_ratio (plan, 1989, 2013, &from, &to));
  g_assert_false (plw_reference_unit_value (plan, effect, &pence));
  g_assert_cmpint (from, ==, 7);
  g_assert_cmpint (to, ==, 8);
  g_assert_cmpint (pence, ==, 9);
}

static void
test_own_value_first (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  size_t own = add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "a", "line", "care",
                        "unit_value", "1200.50", "unit_cost", "SS1.0", NULL);
  size_t neither = add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "b", "line", "care", NULL);
  size_t unknown = add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "c", "line", "care",
                            "unit_cost", "SS999", NULL);
  int64_t pence;

  g_assert_cmpint (get_unit_value (plan, own), ==, 120050);
  g_assert_cmpint (get_unit_value (plan, neither), ==, 0);
  g_assert_false (plw_reference_unit_value (plan, unknown, &pence));
}

/* A row of the plan wins; prices of the base year need no index. */
static void
test_plan_row_wins (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  size_t effect = add_effect (plan, "unit_cost", "SS1.0");
  const PlwPlan *held = NULL;
  size_t row = 99;

  g_assert_true (plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, "SS1.0", &held, &row));
  g_assert_true (held == plw_reference ());

  add_row (plan, PLW_TABLE_UNIT_COSTS, "code", "SS1.0", "value", "60000", "prices", "2025/26", NULL);
  g_assert_true (plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, "SS1.0", &held, &row));
  g_assert_true (held == plan);
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpint (get_unit_value (plan, effect), ==, 6000000);

  g_assert_false (plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, "SS999", &held, &row));
  g_assert_cmpuint (row, ==, 0);
}

static void
test_rounds_half_away (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  size_t effect = add_effect (plan, "unit_cost", "x");

  add_row (plan, PLW_TABLE_PRICE_INDEX, "year", "2024/25", "value", "200", NULL);
  add_row (plan, PLW_TABLE_PRICE_INDEX, "year", "2025/26", "value", "101", NULL);
  add_row (plan, PLW_TABLE_UNIT_COSTS, "code", "x", "value", "0.50", "prices", "2024/25", NULL);
  g_assert_cmpint (get_unit_value (plan, effect), ==, 25);
  plw_plan_set (plan, PLW_TABLE_UNIT_COSTS, 0, PLW_UNIT_COSTS_VALUE, plw_value_number (100));
  g_assert_cmpint (get_unit_value (plan, effect), ==, 51);
}

/* To the last year there are figures for; to a later one once the plan gives it. */
static void
test_every_unit_cost_can_be_uprated (void)
{
  static const char *const base_years[] = { "2023/24", "2024/25" };
  const PlwPlan *reference = plw_reference ();

  for (size_t i = 0; i < G_N_ELEMENTS (base_years); i++)
    {
      g_autoptr (PlwPlan) plan = make_plan (base_years[i]);
      size_t effect = add_effect (plan, "unit_cost", "SS1.0");

      if (i == 1)
        add_row (plan, PLW_TABLE_PRICE_INDEX, "year", "2024/25", "value", "101", NULL);
      for (size_t row = 0; row < plw_plan_n_rows (reference, PLW_TABLE_UNIT_COSTS); row++)
        {
          g_autofree char *code = plw_plan_row_key (reference, PLW_TABLE_UNIT_COSTS, row);
          int64_t value = plw_plan_number (reference, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE);

          plw_plan_set (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST, plw_value_text (code));

          /* Prices have risen ever since. */
          if (value > 0)
            g_assert_cmpint (get_unit_value (plan, effect), >, value);
          else
            g_assert_cmpint (get_unit_value (plan, effect), ==, 0);
        }
    }
}

static void
assert_correction (const PlwPlan *plan, int64_t benefit, int64_t cost)
{
  int64_t found_benefit = -1;
  int64_t found_cost = -1;

  plw_reference_correction (plan, 0, &found_benefit, &found_cost);
  g_assert_cmpint (found_benefit, ==, benefit * PLW_DECIMAL_ONE);
  g_assert_cmpint (found_cost, ==, cost * PLW_DECIMAL_ONE);
}

static void
test_correction (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");

  assert_correction (plan, 15, 15);
  plw_plan_set (plan, PLW_TABLE_PROGRAMMES, 0, PLW_PROGRAMMES_EVIDENCE, PLW_VALUE_EMPTY);
  assert_correction (plan, 40, 40);
  plw_plan_set (plan, PLW_TABLE_PROGRAMMES, 0, PLW_PROGRAMMES_COST_CORRECTION, plw_value_number (0));
  assert_correction (plan, 40, 0);
  plw_plan_set (plan, PLW_TABLE_PROGRAMMES, 0, PLW_PROGRAMMES_BENEFIT_CORRECTION,
                plw_value_number (7 * PLW_DECIMAL_ONE));
  assert_correction (plan, 7, 0);
}

static void
test_plan_grade (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");

  add_row (plan, PLW_TABLE_EVIDENCE_GRADES, "grade", "4", "benefit_correction", "20", "cost_correction", "30",
           NULL);
  assert_correction (plan, 20, 30);
}

static void
assert_discount (const PlwPlan *plan, size_t year, double expected)
{
  g_assert_cmpfloat_with_epsilon (plw_reference_discount (plan, year), expected, 0.5e-7);
}

static void
test_green_book (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");

  g_assert_true (plw_reference_discount (plan, 0) == 1.0);
  assert_discount (plan, 1, 0.9661836);
  assert_discount (plan, 10, 0.7089188);
  assert_discount (plan, 30, 0.3562784);
  assert_discount (plan, 31, 0.3459014);
}

static void
test_discount_setting (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");
  double thirty = pow (1.05, -30);

  add_row (plan, PLW_TABLE_PLAN, "key", "discount_rate", "value", "5", NULL);
  assert_discount (plan, 1, 1 / 1.05);
  assert_discount (plan, 30, thirty);
  assert_discount (plan, 31, thirty / 1.03);
}

static void
test_discount_rows (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("2025/26");

  add_row (plan, PLW_TABLE_DISCOUNT_RATES, "from_year", "31", "rate", "2", NULL);
  add_row (plan, PLW_TABLE_DISCOUNT_RATES, "from_year", "3", "rate", "10", NULL);
  assert_discount (plan, 2, pow (1.035, -2));
  assert_discount (plan, 3, pow (1.035, -2) / 1.1);
  assert_discount (plan, 31, pow (1.035, -2) * pow (1.1, -28) / 1.02);

  add_row (plan, PLW_TABLE_DISCOUNT_RATES, "from_year", "1", "rate", "0", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "discount_rate", "value", "5", NULL);
  assert_discount (plan, 2, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/values/uprated", test_uprated);
  g_test_add_func ("/reference/values/shipped-index", test_shipped_index);
  g_test_add_func ("/reference/values/missing-years", test_missing_years);
  g_test_add_func ("/reference/values/own-value-first", test_own_value_first);
  g_test_add_func ("/reference/values/plan-row-wins", test_plan_row_wins);
  g_test_add_func ("/reference/values/rounds-half-away", test_rounds_half_away);
  g_test_add_func ("/reference/values/every-unit-cost", test_every_unit_cost_can_be_uprated);
  g_test_add_func ("/reference/values/correction", test_correction);
  g_test_add_func ("/reference/values/plan-grade", test_plan_grade);
  g_test_add_func ("/reference/values/green-book", test_green_book);
  g_test_add_func ("/reference/values/discount-setting", test_discount_setting);
  g_test_add_func ("/reference/values/discount-rows", test_discount_rows);

  return g_test_run ();
}
