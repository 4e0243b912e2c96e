/* test-warnings.c: what a result makes people look at, word for word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"

#include <string.h>

static PlwPlan *
make_plan (void)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", "name", "Care at home", NULL);
  by_hand_add (plan, "lines", "code", "parks", "name", "Parks", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "costs", "line", "parks", "element", "all", "base", "100", NULL);
  by_hand_add (plan, "pots", "code", "budget", NULL);
  by_hand_fill (plan, "pots", "budget", "900");
  return plan;
}

/* The one warning about @key, as it is shown; "" where there is none. */
static char *
find_warning (const PlwPlan *plan, const char *key)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);
  char *found = g_strdup ("");

  g_assert_nonnull (result);
  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);

      if (g_strcmp0 (problem->key, key) != 0)
        continue;
      g_assert_cmpstr (found, ==, "");
      g_free (found);
      found = plw_problem_to_text (problem);
    }
  return found;
}

static void
test_none (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();
  g_autofree char *care = find_warning (plan, "care");
  g_autofree char *budget = find_warning (plan, "budget");

  g_assert_cmpstr (care, ==, "");
  g_assert_cmpstr (budget, ==, "");
}

static void
test_cliff_edge (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();

  by_hand_add (plan, "pots", "code", "grant", "2026/27", "50", "2027/28", "50", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "line", "use_code", "care", NULL);

  g_autofree char *one = find_warning (plan, "grant");
  g_assert_cmpstr (
      one, ==,
      "pots row 3 (grant), column 2028/29: the pot's money ends with 2027/28, before the plan does; it "
      "then pays £50 for Care at home; say what follows it, or plan for what it holds up");
}

static void
test_cliff_edge_of_many (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();

  by_hand_add (plan, "pots", "code", "grant", "2026/27", "1100", NULL);

  g_autofree char *many = find_warning (plan, "grant");
  g_assert_nonnull (strstr (many, "the pot's money ends with 2026/27, before the plan does"));
  g_assert_nonnull (strstr (many, "for 2 uses, the most for Care at home"));
}

static void
test_cliff_edge_of_nothing (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();

  by_hand_add (plan, "projects", "code", "hall", NULL);
  by_hand_add (plan, "pots", "code", "grant", "kind", "capital", "2026/27", "50", NULL);

  g_autofree char *none = find_warning (plan, "grant");
  g_assert_cmpstr (
      none, ==,
      "pots row 3 (grant), column 2027/28: the pot's money ends with 2026/27, before the plan does; say "
      "what follows it, or plan for what it holds up");
}

static void
test_below_nothing (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();

  by_hand_add (plan, "changes", "code", "fees", "line", "parks", "kind", "income", "2028/29", "150", NULL);

  g_autofree char *parks = find_warning (plan, "parks");
  g_assert_cmpstr (
      parks, ==,
      "lines row 3 (parks), column 2028/29: income and savings exceed what the line costs, so its need "
      "is nought; check its changes, or show the surplus as a pot");
}

static void
test_structural_gap (void)
{
  g_autoptr (PlwPlan) plan = make_plan ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  by_hand_add (plan, "pots", "code", "savings", "opening", "120", "unspent", "keep", NULL);

  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);
  g_autofree char *text = plw_problems_to_text (problems);
  /* 1,100 are needed and 900 come in; of the 200 the balance pays 120. */
  g_assert_nonnull (strstr (text,
                            "plan, column 2026/27: £120 of one-off money pays for ongoing need; close the "
                            "structural gap, or say what follows the one-off money"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/warnings/none", test_none);
  g_test_add_func ("/engine/warnings/cliff-edge", test_cliff_edge);
  g_test_add_func ("/engine/warnings/cliff-edge-of-many", test_cliff_edge_of_many);
  g_test_add_func ("/engine/warnings/cliff-edge-of-nothing", test_cliff_edge_of_nothing);
  g_test_add_func ("/engine/warnings/below-nothing", test_below_nothing);
  g_test_add_func ("/engine/warnings/structural-gap", test_structural_gap);
  return g_test_run ();
}
