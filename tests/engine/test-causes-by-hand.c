/* test-causes-by-hand.c: why a use has a shortfall, one small plan for each rule.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"
#include "causes-text.h"

/* Care needs @care a year, roads a hundred; the money is each test's. */
static PlwPlan *
new_plan (const char *care)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "lines", "code", "roads", "priority", "1", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", care, NULL);
  by_hand_add (plan, "costs", "line", "roads", "element", "all", "base", "100", NULL);
  return plan;
}

/* Takes @plan. */
static void
expect (PlwPlan *plan, PlwUseKind kind, const char *code, size_t year, const char *expected)
{
  g_autoptr (PlwPlan) held = plan;
  g_autoptr (PlwResult) result = by_hand_evaluate (held);
  g_autofree char *found = causes_text (result, by_hand_use (result, kind, code), year);

  g_assert_cmpstr (found, ==, expected);
}

/* Capital is left, revenue is short; the second pot is fenced, too, and so no rule alone is in the way. The
 * third may give care nothing, so that its kind is not all that keeps it away.
 */
static PlwPlan *
plan_of_kind (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "works", "kind", "capital", "unspent", "keep", NULL);
  by_hand_add (plan, "pots", "code", "bridges", "kind", "capital", NULL);
  by_hand_add (plan, "pots", "code", "match", "kind", "capital", NULL);
  by_hand_add (plan, "ringfences", "pot", "bridges", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "match", "use_kind", "line", "use_code", "care", "share_cap", "0",
               NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "works", "300");
  by_hand_fill (plan, "pots", "bridges", "50");
  by_hand_fill (plan, "pots", "match", "20");
  return plan;
}

static void
test_kind (void)
{
  expect (plan_of_kind (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred bridges kind too 5000\n"
          "barred match kind too 2000\n"
          "barred works kind only 30000\n");
  expect (plan_of_kind (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred bridges kind too 5000\n"
          "barred match kind too 2000\n"
          "barred works kind only 60000\n");
  expect (plan_of_kind (), PLW_USE_LINE, "roads", 1, "");
}

/* The grant pays roads and has 200 left; of the second only 40 a year may be spent, all on roads. */
static PlwPlan *
plan_of_ringfence (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "grant", NULL);
  by_hand_add (plan, "pots", "code", "bound", NULL);
  by_hand_add (plan, "limits", "pot", "bound", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "bound", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "grant", "60");
  by_hand_fill (plan, "pots", "bound", "55");
  by_hand_fill (plan, "limits", "bound", "45");
  return plan;
}

/* Both lapse, so the code decides: 45 from bound, which is its limit, and 55 from grant. */
static void
test_ringfence (void)
{
  expect (plan_of_ringfence (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred bound ring-fence too 1000\n"
          "barred grant ring-fence only 500\n");
  expect (plan_of_ringfence (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred bound ring-fence too 1000\n"
          "barred grant ring-fence only 500\n");
}

/* A quarter of 1000 may come from match, whose other 150 lapse; what lapsed before is behind the same cap. */
static PlwPlan *
plan_of_share_cap (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "match", NULL);
  by_hand_add (plan, "ringfences", "pot", "match", "use_kind", "line", "use_code", "care", "share_cap", "25",
               NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "match", "400");
  return plan;
}

static void
test_share_cap (void)
{
  expect (plan_of_share_cap (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred match share-cap only 15000\n");
  expect (plan_of_share_cap (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred match share-cap only 15000\n");
}

/* A hundred a year of 500: 400 are left, then 300. */
static PlwPlan *
plan_of_limit (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "500", "unspent", "keep", NULL);
  by_hand_add (plan, "limits", "pot", "reserve", NULL);
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "limits", "reserve", "100");
  return plan;
}

static void
test_limit (void)
{
  expect (plan_of_limit (), PLW_USE_LINE, "care", 0,
          "exhausted general\n"
          "barred reserve limit only 40000\n");
  expect (plan_of_limit (), PLW_USE_LINE, "care", 1,
          "exhausted general\n"
          "barred reserve limit only 30000\n");
  expect (plan_of_limit (), PLW_USE_LINE, "care", 4,
          "exhausted general\n"
          "exhausted reserve\n");
}

/* All of 900 comes in the first year, which needs 700 of it. */
static PlwPlan *
plan_of_year_end (void)
{
  PlwPlan *plan = new_plan ("600");

  by_hand_add (plan, "pots", "code", "grant", "2026/27", "900", NULL);
  return plan;
}

static void
test_year_end (void)
{
  expect (plan_of_year_end (), PLW_USE_LINE, "care", 0, "");
  expect (plan_of_year_end (), PLW_USE_LINE, "care", 1,
          "exhausted grant\n"
          "barred grant year-end only 20000\n");
  expect (plan_of_year_end (), PLW_USE_LINE, "roads", 4,
          "exhausted grant\n"
          "barred grant year-end only 20000\n");
}

/* The reserve keeps what it is freed from, so 200 could be spent in any year. What the grant holds back of
 * its first year's 90 would have lapsed with that year; of the two-year pot's, with the year after.
 */
static PlwPlan *
plan_of_minimum_balance (void)
{
  PlwPlan *plan = new_plan ("1000");

  by_hand_add (plan, "pots", "code", "grant", "minimum_balance", "50", NULL);
  by_hand_add (plan, "pots", "code", "late", "minimum_balance", "30", "unspent", "keep:1", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "500", "minimum_balance", "200", "unspent", "keep",
               NULL);
  by_hand_fill (plan, "pots", "grant", "90");
  by_hand_fill (plan, "pots", "late", "60");
  return plan;
}

static void
test_minimum_balance (void)
{
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 0,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance only 5000\n"
          "barred late minimum-balance only 3000\n"
          "barred reserve minimum-balance only 20000\n");
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 1,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance too 5000\n"
          "barred late minimum-balance only 3000\n"
          "barred reserve minimum-balance only 20000\n");
  expect (plan_of_minimum_balance (), PLW_USE_LINE, "care", 2,
          "exhausted grant\nexhausted late\nexhausted reserve\n"
          "barred grant minimum-balance too 5000\n"
          "barred late minimum-balance too 3000\n"
          "barred reserve minimum-balance only 20000\n");
}

/* A school of 1000, 250 of it from a capital pot, 400 of it borrowed. */
static PlwPlan *
plan_of_borrowing (void)
{
  PlwPlan *plan = new_plan ("0");

  by_hand_add (plan, "plan", "key", "borrowing_limit", "value", "400", NULL);
  by_hand_add (plan, "drivers", "code", "rate", NULL);
  by_hand_add (plan, "plan", "key", "interest_driver", "value", "rate", NULL);
  by_hand_add (plan, "projects", "code", "school", "borrowing", "yes", "asset_life", "20", "2026/27", "1000",
               NULL);
  by_hand_add (plan, "projects", "code", "hall", "2026/27", "10", NULL);
  by_hand_add (plan, "pots", "code", "works", "kind", "capital", "2026/27", "250", NULL);
  by_hand_add (plan, "ringfences", "pot", "works", "use_kind", "project", "use_code", "school", NULL);
  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_fill (plan, "pots", "general", "300");
  return plan;
}

static void
test_borrowing_limit (void)
{
  expect (plan_of_borrowing (), PLW_USE_PROJECT, "school", 0,
          "exhausted works\n"
          "barred general kind only 20000\n"
          "barred - borrowing-limit only 0\n");
  expect (plan_of_borrowing (), PLW_USE_PROJECT, "hall", 0, "barred general kind only 20000\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/causes-by-hand/kind", test_kind);
  g_test_add_func ("/engine/causes-by-hand/ring-fence", test_ringfence);
  g_test_add_func ("/engine/causes-by-hand/share-cap", test_share_cap);
  g_test_add_func ("/engine/causes-by-hand/limit", test_limit);
  g_test_add_func ("/engine/causes-by-hand/year-end", test_year_end);
  g_test_add_func ("/engine/causes-by-hand/minimum-balance", test_minimum_balance);
  g_test_add_func ("/engine/causes-by-hand/borrowing-limit", test_borrowing_limit);
  return g_test_run ();
}
