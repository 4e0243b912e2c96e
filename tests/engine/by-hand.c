/* by-hand.c: small plans written down cell by cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"

#include <stdarg.h>

PlwPlan *
by_hand_new (void)
{
  PlwPlan *plan = plw_plan_new ();

  by_hand_add (plan, "plan", "key", "base_year", "value", "2025/26", NULL);
  by_hand_add (plan, "plan", "key", "years", "value", "5", NULL);
  return plan;
}

static PlwTableId
find_table (const char *name)
{
  PlwTableId table;

  g_assert_true (plw_schema_find_table (name, &table));
  return table;
}

static void
put_cell (PlwPlan *plan, PlwTableId table, size_t row, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  PlwValue value;
  size_t column;
  int year;

  if (plw_year_parse (name, &year))
    column = plw_plan_year_column (plan, table, year);
  else
    g_assert_true (plw_schema_find_column (table, name, &column));
  if (!plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, &error))
    g_error ("%s: %s", name, error->message);
  plw_plan_set (plan, table, row, column, value);
}

void
by_hand_add (PlwPlan *plan, const char *table, ...)
{
  PlwTableId id = find_table (table);
  size_t row = plw_plan_append (plan, id, NULL, 0);
  const char *name;
  va_list cells;

  va_start (cells, table);
  while ((name = va_arg (cells, const char *)) != NULL)
    put_cell (plan, id, row, name, va_arg (cells, const char *));
  va_end (cells);
}

void
by_hand_fill (PlwPlan *plan, const char *table, const char *key, const char *value)
{
  PlwTableId id = find_table (table);
  size_t row;

  g_assert_true (plw_plan_find_key (plan, id, key, &row));
  for (size_t year = 0; year < plw_plan_n_years (plan); year++)
    put_cell (plan, id, row, plw_year_name (plw_plan_base_year (plan) + 1 + (int) year), value);
}

PlwResult *
by_hand_evaluate (const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, NULL, NULL, problems, &error);

  if (result == NULL)
    {
      g_autofree char *text = plw_problems_to_text (problems);

      g_error ("%s: %s", error->message, text);
    }
  return result;
}

size_t
by_hand_use (const PlwResult *result, PlwUseKind kind, const char *code)
{
  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    if (plw_result_use (result, use)->kind == kind && g_str_equal (plw_result_use (result, use)->code, code))
      return use;
  g_error ("no use %s", code);
}
