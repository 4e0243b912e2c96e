/* check-loops.c: scenarios and `to:` rules must lead somewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

/* The row that a row leads to; false where it leads to none. */
typedef bool (*NextFunc) (const PlwPlan *plan, size_t row, size_t *ret_next);

static bool
find_parent (const PlwPlan *plan, size_t row, size_t *ret_next)
{
  PlwValue parent = plw_plan_get (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT);

  return parent.is_set && plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, parent.text, ret_next);
}

static bool
find_target (const PlwPlan *plan, size_t row, size_t *ret_next)
{
  const char *target = plw_unspent_target (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT));

  return target != NULL && plw_plan_find_key (plan, PLW_TABLE_POTS, target, ret_next);
}

/* A loop is told once: at the first of its rows. */
static bool
starts_loop (const PlwPlan *plan, size_t n_rows, size_t start, NextFunc find_next)
{
  size_t row = start;

  for (size_t i = 0; i < n_rows && find_next (plan, row, &row); i++)
    {
      if (row == start)
        return true;
      if (row < start)
        break;
    }

  return false;
}

static char *
describe_loop (const PlwPlan *plan, PlwTableId table, size_t start, NextFunc find_next)
{
  g_autoptr (GString) text = g_string_new (NULL);
  size_t row = start;

  do
    {
      g_autofree char *key = plw_plan_row_key (plan, table, row);

      g_string_append_printf (text, "%s → ", key);
    }
  while (find_next (plan, row, &row) && row != start);

  g_autofree char *key = plw_plan_row_key (plan, table, start);

  g_string_append (text, key);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_table (const PlwPlan *plan,
             PlwProblems *problems,
             PlwTableId table,
             const char *column,
             NextFunc find_next,
             const char *what,
             const char *remedy)
{
  size_t n_rows = plw_plan_n_rows (plan, table);

  for (size_t row = 0; row < n_rows; row++)
    if (starts_loop (plan, n_rows, row, find_next))
      {
        g_autofree char *loop = describe_loop (plan, table, row, find_next);

        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, table, row, column,
                       g_strdup_printf ("%s: %s", what, loop), g_strdup (remedy));
      }
}

/* The root is the base case, so there is one. Without any, there is a loop. */
static void
check_roots (const PlwPlan *plan, PlwProblems *problems)
{
  g_autofree char *root = NULL;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    {
      if (plw_plan_get (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT).is_set)
        continue;

      if (root == NULL)
        root = plw_plan_row_key (plan, PLW_TABLE_SCENARIOS, row);
      else
        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_SCENARIOS, row, "parent",
                       g_strdup_printf (_ ("the cell is empty although “%s” is the base case"), root),
                       g_strdup (_ ("name the scenario this one changes")));
    }
}

void
plw_check_loops (const PlwPlan *plan, PlwProblems *problems)
{
  check_roots (plan, problems);
  check_table (plan, problems, PLW_TABLE_SCENARIOS, "parent", find_parent,
               _ ("the scenarios lead back to themselves"), _ ("empty the parent of one of them"));
  check_table (plan, problems, PLW_TABLE_POTS, "unspent", find_target,
               _ ("unspent money leads back to where it came from"), _ ("write keep for one of the pots"));
}
