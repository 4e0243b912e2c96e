/* test-explain-walk.c: every figure has a reason that ends in what somebody entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../engine/random-plan.h"
#include "../exchange/folder-support.h"
#include "explain/explain-private.h"
#include "walk.h"

#define N_RANDOM_PLANS 150

static const char *const policies[] = { "today", "placemaking" };

static size_t
walk_plan (const PlwPlan *plan, const char *scenario, const char *policy, const char *name)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result = plw_evaluate (plan, scenario, policy, problems, &error);
  size_t n_figures = 0;

  g_assert_no_error (error);

  g_autofree char *wrong = walk_result (plan, result, &n_figures);

  if (wrong != NULL)
    {
      g_test_message ("%s, %s, %s: %s", name, scenario != NULL ? scenario : "root", policy, wrong);
      g_test_fail ();
    }
  return n_figures;
}

static void
test_kinds (void)
{
  for (int kind = 0; kind < PLW_N_FIGURE_KINDS; kind++)
    {
      const PlwFigureForm *form = plw_figure_form ((PlwFigureKind) kind);

      g_assert_nonnull (form);
      g_assert_nonnull (form->is_there);
      g_assert_nonnull (form->value);
      g_assert_nonnull (form->give_reason);
    }
  g_assert_null (plw_figure_form (PLW_N_FIGURE_KINDS));
}

static void
test_example (gconstpointer data)
{
  const char *name = data;
  g_autofree char *inside = g_build_filename ("app", "examples", name, NULL);
  g_autofree char *folder = source_path (inside);
  g_autoptr (PlwPlan) plan = read_folder (folder);

  size_t n_figures;

  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
      {
        const char *scenario = plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);

        /* What a scenario changes is the same under either. */
        if (i > 0 && row > 0)
          break;

        n_figures = walk_plan (plan, scenario, policies[i], name);

        g_test_message ("%s, %s, %s: %" G_GSIZE_FORMAT " figures", name, scenario, policies[i], n_figures);
        if (g_test_failed ())
          return;
        g_assert_cmpuint (n_figures, >, 500);
      }
}

static void
test_random (void)
{
  size_t n_figures = 0;

  for (guint32 seed = 1; seed <= N_RANDOM_PLANS && !g_test_failed (); seed++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (seed, seed % 2 ? RANDOM_PLAN_ANY : RANDOM_PLAN_MODEST);
      g_autofree char *name = g_strdup_printf ("plan %u", seed);

      for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
        n_figures += walk_plan (plan, NULL, policies[i], name);
    }
  g_test_message ("%" G_GSIZE_FORMAT " figures", n_figures);
}

/* What a result does not have is not explained. */
static void
test_absent (void)
{
  static const PlwFigure absent[] = {
    { PLW_FIGURE_NEED, 6, 0, 0 },
    { PLW_FIGURE_NEED, 0, 0, 5 },
    { PLW_FIGURE_NEED, 99, 0, 0 },
    { PLW_FIGURE_SUM, PLW_N_SUMS, 0, 0 },
    { PLW_FIGURE_POT, 0, PLW_N_POT_MEASURES, 0 },
    { PLW_FIGURE_POT, 6, 0, 0 },
    { PLW_FIGURE_BEFORE, 4, 0, 0 },
    { PLW_FIGURE_BRIDGE, PLW_FIGURE_PLAN, PLW_N_BRIDGE_PARTS, 0 },
    { PLW_FIGURE_PROGRAMME, 0, PLW_PROGRAMME_NPV, PLW_FIGURE_ALL_YEARS },
    { PLW_FIGURE_PROGRAMME, PLW_FIGURE_PLAN, PLW_PROGRAMME_NPV, 0 },
    { PLW_FIGURE_EFFECT, 0, 0, 0 },
    { PLW_FIGURE_GROWTH, 0, 0, 0 },
    { PLW_FIGURE_CELL, PLW_N_TABLES, 0, 0 },
    { PLW_FIGURE_CELL, PLW_TABLE_LINES, 4, 0 },
    { PLW_FIGURE_CELL, PLW_TABLE_LINES, 0, 99 },
    { PLW_FIGURE_SETTING, 99, 0, 0 },
    { PLW_FIGURE_PARAMETER, PLW_TABLE_LINES, 0, 0 },
    { PLW_FIGURE_LOAN, 4, 0, 0 },
    { PLW_FIGURE_TAX, 1, 0, 0 },
    { PLW_N_FIGURE_KINDS, 0, 0, 0 },
  };
  g_autofree char *folder = source_path ("app/examples/small");
  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autoptr (PlwReason) reason = plw_explain (result, absent[i]);
      g_autofree char *text = plw_explain_text (result, absent[i], 0);

      if (reason != NULL)
        g_test_message ("%" G_GSIZE_FORMAT ": %s", i, reason->title);
      g_assert_null (reason);
      g_assert_cmpstr (text, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/kinds", test_kinds);
  g_test_add_func ("/explain/absent", test_absent);
  g_test_add_data_func ("/explain/walk/small", "small", test_example);
  g_test_add_func ("/explain/walk/random", test_random);
  g_test_add_data_func ("/explain/walk/lancashire", "lancashire", test_example);
  return g_test_run ();
}
