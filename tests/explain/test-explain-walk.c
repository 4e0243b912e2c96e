/* test-explain-walk.c: every figure has a reason that ends in what somebody entered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../engine/random-plan.h"
#include "../exchange/folder-support.h"
#include "explain/explain-private.h"
#include "walk.h"

#include <math.h>
#include <string.h>

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

        /* What a scenario changes is the same under either, and shows in two. */
        if ((i > 0 && row > 0) || row > 1)
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

typedef struct
{
  const PlwResult *result;
  const char *table;
  size_t n_rows;
} Rows;

/* A value of a table is the value of its figure; money to take off is printed the other way. */
static void
check_row (const char *const *cells, size_t n_cells, PlwFigure figure, const char *value, void *data)
{
  Rows *rows = data;
  g_autoptr (PlwReason) reason = plw_explain (rows->result, figure);

  rows->n_rows++;
  if (figure.kind == PLW_N_FIGURE_KINDS)
    {
      g_assert_cmpstr (rows->table, ==, "causes");
      g_assert_cmpstr (value, ==, "0.00");
      return;
    }
  if (reason == NULL)
    g_error ("%s: %s, %s, … has no reason", rows->table, cells[0], cells[1]);
  if (reason->unit == PLW_FIGURE_IN_PENCE)
    {
      g_autofree char *as_is = plw_pence_to_text (llround (reason->value));
      g_autofree char *other = plw_pence_to_text (-llround (reason->value));

      g_assert_true (strcmp (value, as_is) == 0
                     || (strcmp (rows->table, "bridge") == 0 && strcmp (value, other) == 0));
    }
  else if (reason->unit == PLW_FIGURE_IN_YEARS)
    g_assert_cmpstr (value, ==, reason->value > 0 ? plw_year_name ((int) reason->value) : NULL);
  else if (strcmp (value, "yes") == 0 || strcmp (value, "no") == 0)
    g_assert_cmpint (reason->value > 0, ==, value[0] == 'y');
  else
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (value, NULL), reason->value, 5.1e-7);
}

static size_t
check_tables (const PlwResult *result)
{
  Rows rows = { result, NULL, 0 };

  for (int table = 0; table < PLW_N_RESULT_TABLES; table++)
    {
      rows.table = plw_result_table_name ((PlwResultTable) table);
      g_assert_true (plw_explain_rows (result, rows.table, check_row, &rows));
    }
  for (const char *const *name = (const char *const[]){ "fragmentation", "freedoms", NULL }; *name != NULL;
       name++)
    {
      rows.table = *name;
      g_assert_true (plw_explain_rows (result, *name, check_row, &rows));
    }
  return rows.n_rows;
}

/* No row of any table is without its explanation. */
static void
test_rows (void)
{
  size_t n_rows = 0;

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (seed, RANDOM_PLAN_ANY);
      g_autoptr (PlwProblems) problems = plw_problems_new ();
      g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, policies[seed % 2], problems, NULL);

      n_rows += check_tables (result);
    }
  g_assert_cmpuint (n_rows, >, 20000);
}

static void
test_find (void)
{
  g_autofree char *folder = source_path ("app/examples/small");
  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);
  const char *const row[] = { "need", "2028/29", NULL };
  const char *const shorter[] = { "need", NULL };
  const char *const longer[] = { "need", "2028/29", "1", NULL };
  PlwFigure figure = { 0 };

  g_assert_true (plw_explain_find (result, "summary", row, &figure));
  g_assert_cmpint (figure.kind, ==, PLW_FIGURE_SUM);
  g_assert_cmpuint (figure.a, ==, PLW_SUM_NEED);
  g_assert_cmpuint (figure.year, ==, 2);
  g_assert_false (plw_explain_find (result, "summary", shorter, &figure));
  g_assert_false (plw_explain_find (result, "summary", longer, &figure));
  g_assert_false (plw_explain_find (result, "summery", row, &figure));
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
    { PLW_FIGURE_LEFT, 6, 0, 0 },
    { PLW_FIGURE_SUSTAIN, PLW_N_SUSTAIN_FIGURES, 0, 0 },
    { PLW_FIGURE_SUSTAIN, 0, 0, PLW_FIGURE_ALL_YEARS },
    { PLW_FIGURE_LASTING, 0, 2, 0 },
    { PLW_FIGURE_FORGONE, PLW_FIGURE_SAVINGS + 99, PLW_FORGONE_GROSS, 0 },
    { PLW_FIGURE_FORGONE, 0, PLW_FORGONE_WITHOUT, 0 },
    { PLW_FIGURE_FOLLOW_ON, 99, 0, 0 },
    { PLW_FIGURE_TRANSFER, PLW_FIGURE_PLAN, 99, PLW_FIGURE_ALL_YEARS },
    { PLW_FIGURE_TRANSFER, PLW_FIGURE_PLAN, 0, 0 },
    { PLW_FIGURE_FREED, PLW_FIGURE_PLAN, PLW_FIGURE_ALL_RULES + 1, 0 },
    { PLW_FIGURE_RULE, 0, PLW_FIGURE_POOLING + PLW_RULE_LIMIT, 0 },
    { PLW_FIGURE_RULE, 0, PLW_N_RULES, 0 },
    { PLW_FIGURE_SHAPLEY, PLW_FIGURE_PLAN, PLW_RULE_KIND, 0 },
    { PLW_FIGURE_RUNG, 0, PLW_N_RULES, PLW_FIGURE_ALL_YEARS },
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
  g_test_add_func ("/explain/rows", test_rows);
  g_test_add_func ("/explain/find", test_find);
  g_test_add_data_func ("/explain/walk/small", "small", test_example);
  g_test_add_func ("/explain/walk/random", test_random);
  g_test_add_data_func ("/explain/walk/lancashire", "lancashire", test_example);
  return g_test_run ();
}
