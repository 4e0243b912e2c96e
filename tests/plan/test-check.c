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

/* Savings alone, those that are on, and only above the record. */
static void
test_savings_record (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  size_t saving = add_row (plan, PLW_TABLE_CHANGES, "code", "less", "line", "roads", "kind", "saving",
                           "2026/27", "100", NULL);

  add_row (plan, PLW_TABLE_CHANGES, "code", "more", "line", "roads", "kind", "growth", "2026/27", "100",
           NULL);
  add_row (plan, PLW_TABLE_CHANGES, "code", "empty", "line", "roads", "kind", "saving", NULL);
  assert_problems (plan, "");

  add_row (plan, PLW_TABLE_PLAN, "key", "savings_record", "value", "82.5", NULL);
  assert_problems (
      plan, "changes row 2 (less), column delivery: 100% of the saving is counted on, but only 82.5% of "
            "past savings were delivered; see a scenario with 82.5%\n");

  plw_plan_set (plan, PLW_TABLE_CHANGES, saving, PLW_CHANGES_DELIVERY,
                plw_value_number (INT64_C (82500000000)));
  assert_problems (plan, "");
  plw_plan_set (plan, PLW_TABLE_CHANGES, saving, PLW_CHANGES_DELIVERY, PLW_VALUE_EMPTY);
  plw_plan_set (plan, PLW_TABLE_CHANGES, saving, PLW_CHANGES_ENABLED, plw_value_number (0));
  assert_problems (plan, "");
}

/* Opening and receipts up to a year against what is planned up to it. */
static void
test_receipts (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  size_t pot = add_row (plan, PLW_TABLE_POTS, "code", "receipts", "kind", "capital", "opening", "300",
                        "unspent", "keep", "2026/27", "100", "2030/31", "200", NULL);
  size_t limit = add_row (plan, PLW_TABLE_LIMITS, "pot", "receipts", "2026/27", "250", "2028/29", "150",
                          "2029/30", "0", "2030/31", "200", NULL);

  assert_problems (plan, "");
  plw_plan_set (plan, PLW_TABLE_LIMITS, limit, plw_plan_year_column (plan, PLW_TABLE_LIMITS, 2028),
                plw_value_number (15001));
  assert_problems (plan,
                   "limits row 2 (receipts), column 2028/29: by 2028/29, 400.01 of the pot is planned to be "
                   "spent and only 400 has come in; lower the limits or add the receipts to pots\n");

  /* What else comes in is not known. */
  add_row (plan, PLW_TABLE_POTS, "code", "other", "kind", "capital", "unspent", "to:receipts", NULL);
  assert_problems (plan, "");
  plw_plan_remove_row (plan, PLW_TABLE_POTS, 2);

  /* A revenue reserve may be planned to run dry: the allocation says what it has. */
  plw_plan_set (plan, PLW_TABLE_POTS, pot, PLW_POTS_KIND, plw_value_number (PLW_POT_REVENUE));
  assert_problems (plan, "");
}

/* In pounds, percent, whole numbers and years; rows of other sources do not count. */
static void
test_control_totals (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  size_t total;

  add_row (plan, PLW_TABLE_SOURCES, "code", "book", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "a", "base", "1000000.25", "source", "book",
           NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "b", "base", "0.50", "source", "book", NULL);
  add_row (plan, PLW_TABLE_DRIVERS, "code", "pay", "source", "book", "2026/27", "2.5", NULL);
  total = add_row (plan, PLW_TABLE_CONTROL_TOTALS, "code", "all", "source", "book", "table", "costs", "field",
                   "base", "total", "1000000.75", NULL);
  assert_problems (plan, "");

  plw_plan_set (plan, PLW_TABLE_CONTROL_TOTALS, total, PLW_CONTROL_TOTALS_TOTAL,
                plw_value_number (INT64_C (1000001000000001)));
  assert_problems (
      plan, "control_totals row 2 (all), column total: costs base from “book” adds up to 1000000.75, but "
            "the source says 1000001.000000001: 0.250000001 is missing; correct the figures, or write a "
            "tolerance if the source rounds its own\n");
  plw_plan_set (plan, PLW_TABLE_CONTROL_TOTALS, total, PLW_CONTROL_TOTALS_TOLERANCE,
                plw_value_number (INT64_C (250000001)));
  assert_problems (plan, "");

  /* A year of a driver that carries 2.5% on. */
  add_row (plan, PLW_TABLE_CONTROL_TOTALS, "code", "rate", "source", "book", "table", "drivers", "field",
           "value", "year", "2028/29", "total", "2", NULL);
  assert_problems (
      plan, "control_totals row 3 (rate), column total: drivers 2028/29 from “book” adds up to 2.5, but "
            "the source says 2: 0.5 is too much; correct the figures, or write a tolerance if the source "
            "rounds its own\n");
}

/* Twenty billion pounds a cell are more than a total can say. */
static void
test_large_totals (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();

  add_row (plan, PLW_TABLE_SOURCES, "code", "book", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "a", "base", "-20000000000.01", "source",
           "book", NULL);
  add_row (plan, PLW_TABLE_CONTROL_TOTALS, "code", "all", "source", "book", "table", "costs", "field", "base",
           "total", "0", NULL);
  assert_problems (
      plan, "control_totals row 2 (all), column total: costs base from “book” adds up to "
            "-20000000000.01, but the source says 0: 20000000000.01 is missing; correct the figures, or "
            "write a tolerance if the source rounds its own\n");
}

static void
test_effect_of_other_partner (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  size_t effect;

  add_row (plan, PLW_TABLE_PARTNERS, "code", "county", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "nhs", NULL);
  add_row (plan, PLW_TABLE_PROGRAMMES, "code", "early", "evidence", "1", NULL);
  effect = add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "less", "line", "roads", "partner",
                    "nhs", NULL);
  assert_problems (plan, "");

  plw_plan_set (plan, PLW_TABLE_LINES, 0, PLW_LINES_PARTNER, plw_value_text ("county"));
  assert_problems (
      plan, "effects row 2 (early/less), column partner: the line is “county”'s, so the benefit falls to "
            "“county” and not to “nhs”; empty the partner, or the line if the benefit is not the line's\n");

  plw_plan_set (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_PARTNER, plw_value_text ("county"));
  assert_problems (plan, "");
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

  g_test_add_func ("/plan/check/savings-record", test_savings_record);
  g_test_add_func ("/plan/check/receipts", test_receipts);
  g_test_add_func ("/plan/check/control-totals", test_control_totals);
  g_test_add_func ("/plan/check/large-totals", test_large_totals);
  g_test_add_func ("/plan/check/effect-of-other-partner", test_effect_of_other_partner);

  return g_test_run ();
}
