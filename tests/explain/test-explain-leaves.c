/* test-explain-leaves.c: figures reckoned from nothing but what was entered and what was paid.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../engine/random-plan.h"
#include "../exchange/folder-support.h"
#include "walk.h"

#include <math.h>

#define N_RANDOM_PLANS 60

/* Whole pence; odd ones that are shared out in a set may each lie elsewhere. */
static void
check_figure (const PlwResult *result, PlwFigure figure, int64_t expected, bool may_share)
{
  size_t n_shared = 0;
  long double found = walk_reckon (result, figure, &n_shared);
  long double tolerance = 1e-4L + (long double) n_shared;

  if (!may_share)
    g_assert_cmpuint (n_shared, ==, 0);
  if (fabsl (found - (long double) expected) > tolerance)
    g_test_message ("figure %d (%u, %u): %.6Lf, the result says %" G_GINT64_FORMAT, figure.kind, figure.a,
                    figure.year, found, expected);
  g_assert_true (fabsl (found - (long double) expected) <= tolerance);
}

static PlwResult *
evaluate (const PlwPlan *plan, const char *policy)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, NULL, policy, problems, &error);

  g_assert_no_error (error);
  return result;
}

static PlwPlan *
read_example (const char *name)
{
  g_autofree char *inside = g_build_filename ("app", "examples", name, NULL);
  g_autofree char *folder = source_path (inside);

  return read_folder (folder);
}

static void
check_uses (const PlwResult *result, bool may_share)
{
  for (size_t u = 0; u < plw_result_n_uses (result); u++)
    for (size_t t = 0; t < plw_result_n_years (result); t++)
      {
        PlwFigure need = { PLW_FIGURE_NEED, (uint32_t) u, 0, (uint32_t) t };
        PlwFigure shortfall = { PLW_FIGURE_SHORTFALL, (uint32_t) u, 0, (uint32_t) t };

        check_figure (result, need, plw_result_use (result, u)->need[t], may_share);
        check_figure (result, shortfall, plw_result_shortfall (result, u, t), may_share);
      }
}

static void
test_small (void)
{
  static const char *const policies[] = { "today", "placemaking" };
  g_autoptr (PlwPlan) plan = read_example ("small");

  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autoptr (PlwResult) result = evaluate (plan, policies[i]);

      check_uses (result, false);
      for (size_t k = 0; k < plw_result_n_pots (result); k++)
        for (size_t t = 0; t < plw_result_n_years (result); t++)
          check_figure (result, (PlwFigure){ PLW_FIGURE_POT, (uint32_t) k, PLW_POT_CLOSING, (uint32_t) t },
                        plw_result_pot (result, k)->closing[t], false);
    }
}

static void
check_programmes (const PlwResult *result)
{
  for (size_t p = 0; p < plw_result_n_programmes (result); p++)
    check_figure (result,
                  (PlwFigure){ PLW_FIGURE_PROGRAMME, (uint32_t) p, PLW_PROGRAMME_NPV, PLW_FIGURE_ALL_YEARS },
                  plw_result_programme (result, p)->appraisal.npv, true);
  check_figure (result,
                (PlwFigure){ PLW_FIGURE_PROGRAMME, PLW_FIGURE_PLAN, PLW_PROGRAMME_NPV, PLW_FIGURE_ALL_YEARS },
                plw_result_all_programmes (result)->appraisal.npv, true);
}

static void
test_programmes (void)
{
  g_autoptr (PlwPlan) plan = read_example ("lancashire");
  g_autoptr (PlwResult) result = evaluate (plan, NULL);

  g_assert_cmpuint (plw_result_n_programmes (result), >, 5);
  check_programmes (result);
}

/* In amounts that doubles tell apart, so that no figure is a matter of the last bit. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= N_RANDOM_PLANS; seed++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (seed, RANDOM_PLAN_MODEST);
      g_autoptr (PlwResult) result = evaluate (plan, NULL);

      check_uses (result, false);
      check_programmes (result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/leaves/small", test_small);
  g_test_add_func ("/explain/leaves/programmes", test_programmes);
  g_test_add_func ("/explain/leaves/random", test_random);
  return g_test_run ();
}
