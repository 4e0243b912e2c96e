/* many-plans.c: the same question to many random plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "many-plans.h"

#include <placewright/exchange.h>

#define MOST_FAILURES 3

static const char *const policies[] = { "today", "placemaking", RANDOM_PLAN_POLICY };

PlwResult *
many_plans_evaluate (const PlwPlan *plan, const char *policy)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  return plw_evaluate (plan, NULL, policy, problems, NULL);
}

static char *
ask (ManyPlansFunc func, const PlwPlan *plan, const char *policy, guint32 seed)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, policy, problems, &error);

  if (result == NULL)
    {
      g_autofree char *text = plw_problems_to_text (problems);

      return g_strdup_printf ("refused: %s\n%s", error->message, text);
    }

  g_autoptr (Reference) reference = reference_new (plan, policy, result);
  return func (plan, reference, seed);
}

/* Whether the question fails on a valid plan, not for being refused. */
static bool
does_still_fail (ManyPlansFunc func, const PlwPlan *plan, const char *policy, guint32 seed)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  g_autoptr (PlwResult) result = NULL;

  if (!plw_plan_check (plan, problems))
    return false;
  result = many_plans_evaluate (plan, policy);
  if (result == NULL)
    return false;

  g_autoptr (Reference) reference = reference_new (plan, policy, result);
  g_autofree char *wrong = func (plan, reference, seed);
  return wrong != NULL;
}

static void
replace_plan (PlwPlan **plan, PlwPlan *other)
{
  plw_plan_free (*plan);
  *plan = other;
}

/* Empties one cell after another, and takes one row after another away. */
static bool
shrink_row (ManyPlansFunc func,
            PlwPlan **plan,
            PlwTableId table,
            size_t row,
            const char *policy,
            guint32 seed)
{
  PlwPlan *less = random_plan_without (*plan, table, row);
  bool has_shrunk = false;

  if (does_still_fail (func, less, policy, seed))
    {
      replace_plan (plan, less);
      return true;
    }
  plw_plan_free (less);
  for (size_t column = 0; column < plw_plan_n_columns (*plan, table); column++)
    {
      if (!plw_plan_get (*plan, table, row, column).is_set)
        continue;
      less = plw_plan_copy (*plan);
      plw_plan_set (less, table, row, column, PLW_VALUE_EMPTY);
      if (does_still_fail (func, less, policy, seed))
        {
          replace_plan (plan, less);
          has_shrunk = true;
        }
      else
        plw_plan_free (less);
    }
  return has_shrunk;
}

static PlwPlan *
shrink (ManyPlansFunc func, const PlwPlan *plan, const char *policy, guint32 seed)
{
  PlwPlan *small = plw_plan_copy (plan);
  bool has_shrunk = true;

  while (has_shrunk)
    {
      has_shrunk = false;
      for (int table = 1; table < PLW_N_TABLES; table++)
        for (size_t row = plw_plan_n_rows (small, (PlwTableId) table); row-- > 0;)
          if (shrink_row (func, &small, (PlwTableId) table, row, policy, seed))
            has_shrunk = true;
    }
  return small;
}

static void
print_plan (const PlwPlan *plan)
{
  for (int table = 0; table < PLW_N_TABLES; table++)
    for (size_t row = 0; row < plw_plan_n_rows (plan, (PlwTableId) table); row++)
      {
        g_autoptr (GString) line = g_string_new (plw_schema_table ((PlwTableId) table)->name);

        for (size_t column = 0; column < plw_plan_n_columns (plan, (PlwTableId) table); column++)
          if (plw_plan_get (plan, (PlwTableId) table, row, column).is_set)
            {
              g_autofree char *text = plw_plan_cell_to_text (plan, (PlwTableId) table, row, column);

              g_string_append_printf (line, " %s=%s", plw_plan_column_name (plan, (PlwTableId) table, column),
                                      text);
            }
        g_test_message ("%s", line->str);
      }
}

static void
keep_plan (const PlwPlan *plan, guint32 seed)
{
  const char *folder = g_getenv ("PLACEWRIGHT_KEEP");
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;

  g_autofree char *name = g_strdup_printf ("plan-%u", seed);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (!plw_folder_write (plan, path, &error))
    g_test_message ("not kept: %s", error->message);
}

static void
report (ManyPlansFunc func, const PlwPlan *plan, const char *policy, guint32 seed)
{
  g_autoptr (PlwPlan) small = shrink (func, plan, policy, seed);
  g_autofree char *wrong = ask (func, plan, policy, seed);
  g_autofree char *small_wrong = ask (func, small, policy, seed);

  g_test_fail_printf ("plan %u, %s: %s", seed, policy, wrong);
  g_test_message ("made smaller: %s", small_wrong);
  print_plan (small);
  keep_plan (small, seed);
}

static guint
read_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

void
many_plans_ask (ManyPlansFunc func, RandomPlanKind kind, guint n_plans)
{
  guint32 first = read_number ("PLACEWRIGHT_SEED", 1);
  int n_failures = 0;

  n_plans = read_number ("PLACEWRIGHT_PLANS", n_plans);
  for (guint32 seed = first; seed - first < n_plans && n_failures < MOST_FAILURES; seed++)
    {
      g_autoptr (PlwPlan) plan = random_plan_new (seed, kind);

      for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
        {
          g_autofree char *wrong = ask (func, plan, policies[i], seed);

          if (wrong == NULL)
            continue;
          report (func, plan, policies[i], seed);
          n_failures++;
          break;
        }
    }
}
