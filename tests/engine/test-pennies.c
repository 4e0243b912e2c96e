/* test-pennies.c: benefits of many small effects add up, and none is too large to add.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"

#include <placewright/prevention.h>

static PlwPlan *
make_plan (const char *intake)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", "1000000", NULL);
  by_hand_add (plan, "pots", "code", "budget", NULL);
  by_hand_add (plan, "programmes", "code", "a", "evidence", "1", NULL);
  by_hand_add (plan, "programme_years", "programme", "a", "measure", "intake", "2026/27", intake, NULL);
  return plan;
}

/* Five effects of 44.4p save £2.22, though each alone is 44p. */
static void
test_small_effects (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("1");
  static const char *const codes[] = { "e1", "e2", "e3", "e4", "e5" };

  for (size_t i = 0; i < G_N_ELEMENTS (codes); i++)
    by_hand_add (plan, "effects", "programme", "a", "code", codes[i], "line", "care", "unit_value", "1.48",
                 "success", "30", NULL);

  g_autoptr (PlwResult) result = by_hand_evaluate (plan);
  const PlwProgramme *programme = plw_result_programme (result, 0);

  g_assert_cmpint (programme->saved[1], ==, 222);
  g_assert_cmpint (programme->saved[1], ==, -plw_result_bridge (result, 0, PLW_BRIDGE_PREVENTION, 1));
  for (size_t e = 0; e < plw_result_n_effects (result); e++)
    for (size_t t = 0; t < plw_result_n_years (result); t++)
      {
        const PlwEffectYears *effect = plw_result_effect (result, e);

        g_assert_cmpint (effect->gross[t], ==, effect->saved[t] + effect->released[t] + effect->overlap[t]);
        g_assert_cmpint (effect->released[t], >=, 0);
        g_assert_cmpint (effect->overlap[t], >=, 0);
      }
}

/* £100 billion for each of nine billion people. */
static void
test_too_large (void)
{
  g_autoptr (PlwPlan) plan = make_plan ("9000000000");
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "100000000000",
               NULL);
  g_assert_null (plw_evaluate (plan, NULL, NULL, problems, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);

      if (problem->severity != PLW_SEVERITY_ERROR)
        continue;
      g_assert_cmpstr (problem->key, ==, "a/e");
      g_assert_cmpstr (problem->what, ==, "the effect could be worth more than £100 billion in a year");
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pennies/small-effects", test_small_effects);
  g_test_add_func ("/engine/pennies/too-large", test_too_large);
  return g_test_run ();
}
