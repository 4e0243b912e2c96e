/* test-check.c: what plans made in memory are told.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a folder can get wrong is in tests/exchange/broken.
 */
#include "plan/plan-private.h"
#include "random-plan.h"

static PlwPlan *
small_plan (void)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "title", "value", "Small", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", "2025/26", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);
  add_row (plan, PLW_TABLE_LINES, "code", "roads", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "pay", "base", "100", NULL);
  add_row (plan, PLW_TABLE_POTS, "code", "reserve", "opening", "100", "unspent", "keep", NULL);
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

static void
test_good (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();

  assert_problems (plan, "");
}

static void
test_random_is_good (void)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();
      g_autoptr (PlwProblems) problems = plw_problems_new ();
      bool is_good = plw_plan_check (plan, problems);
      g_autofree char *found = plw_problems_to_text (problems);

      if (!is_good)
        g_test_message ("%s", found);
      g_assert_true (is_good);
    }
}

static void
test_empty_plan (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  assert_problems (plan, "plan: base_year is missing; add a row with the key base_year\n"
                         "plan: years is missing; add a row with the key years\n");
}

/* Values that no reading would let through. */
static void
test_values (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();

  plw_plan_set (plan, PLW_TABLE_LINES, 0, PLW_LINES_PRIORITY, plw_value_number (9));
  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_OPENING, plw_value_number (-1));
  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_UNSPENT, plw_value_text ("hoard"));

  assert_problems (
      plan, "lines row 2 (roads), column priority: “9” is too large; write a figure from 1 to 5\n"
            "pots row 2 (reserve), column opening: “-0.01” is too small; write a figure from 0 to "
            "100000000000\n"
            "pots row 2 (reserve), column unspent: “hoard” is not a rule for unspent money; write lapse, "
            "keep, keep:2 or to: and a pot's code\n");
}

/* A long chain is no loop; the loop at its end is told once. */
static void
test_long_chain (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  const int n_pots = 300;

  for (int i = 0; i < n_pots; i++)
    {
      g_autofree char *code = g_strdup_printf ("pot-%d", i);
      g_autofree char *rule = i + 1 < n_pots ? g_strdup_printf ("to:pot-%d", i + 1) : g_strdup ("keep");

      add_row (plan, PLW_TABLE_POTS, "code", code, "unspent", rule, NULL);
    }
  assert_problems (plan, "");

  plw_plan_set (plan, PLW_TABLE_POTS, (size_t) n_pots, PLW_POTS_UNSPENT, plw_value_text ("to:pot-298"));
  assert_problems (plan,
                   "pots row 301 (pot-298), column unspent: unspent money leads back to where it came from: "
                   "pot-298 → pot-299 → pot-298; write keep for one of the pots\n");
}

static void
test_warnings_come_after_errors (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();

  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_PROBABILITY, plw_value_number (50 * PLW_DECIMAL_ONE));
  assert_problems (plan,
                   "pots row 2 (reserve), column probability: the money is 50% likely and counted in full; "
                   "see a scenario without it\n");

  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_PARTNER, plw_value_text ("nobody"));
  assert_problems (plan,
                   "pots row 2 (reserve), column partner: “nobody” is not in partners; write a code from "
                   "partners or add the row there\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/check/good", test_good);
  g_test_add_func ("/plan/check/random-is-good", test_random_is_good);
  g_test_add_func ("/plan/check/empty-plan", test_empty_plan);
  g_test_add_func ("/plan/check/values", test_values);
  g_test_add_func ("/plan/check/long-chain", test_long_chain);
  g_test_add_func ("/plan/check/warnings-come-after-errors", test_warnings_come_after_errors);

  return g_test_run ();
}
