/* test-cell.c: cells are read as they were written, and mean what the contract says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"
#include "random-plan.h"

#include <string.h>

static PlwPlan *
plan_with_years (void)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", "2025/26", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);
  return plan;
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();

      for (size_t t = 0; t < PLW_N_TABLES; t++)
        for (size_t row = 0; row < plw_plan_n_rows (plan, (PlwTableId) t); row++)
          for (size_t column = 0; column < plw_plan_n_columns (plan, (PlwTableId) t); column++)
            {
              PlwTableId table = (PlwTableId) t;
              PlwValue value = plw_plan_get (plan, table, row, column);
              g_autofree char *text = plw_plan_cell_to_text (plan, table, row, column);
              PlwValue again = plw_value_number (77);

              g_assert_true (
                  plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &again, NULL, NULL));
              g_assert_true (plw_value_equal (plw_plan_column_type (plan, table, column), value, again));
            }
    }
}

static void
test_empty (void)
{
  g_autoptr (PlwPlan) plan = plan_with_years ();

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    for (size_t column = 0; column < plw_plan_n_columns (plan, (PlwTableId) t); column++)
      {
        PlwValue value = plw_value_number (77);
        g_autoptr (GError) error = NULL;

        g_assert_true (
            plw_plan_parse_cell (plan, (PlwTableId) t, column, "", PLW_PARSE_STRICT, &value, NULL, &error));
        g_assert_no_error (error);
        g_assert_false (value.is_set);
      }
}

static void
test_refused (void)
{
  static const struct
  {
    PlwTableId table;
    const char *column;
    const char *text;
  } cases[] = {
    { PLW_TABLE_LINES, "code", "two words" },
    { PLW_TABLE_LINES, "code", "a/b" },
    { PLW_TABLE_LINES, "code", "é" },
    { PLW_TABLE_LINES, "code", "a12345678901234567890123456789012" },
    { PLW_TABLE_LINES, "partner", "two words" },
    { PLW_TABLE_LINES, "duty", "Statutory" },
    { PLW_TABLE_LINES, "priority", "0" },
    { PLW_TABLE_LINES, "priority", "6" },
    { PLW_TABLE_LINES, "statutory_minimum", "100.000000001" },
    { PLW_TABLE_LINES, "statutory_minimum", "-0.1" },
    { PLW_TABLE_POTS, "unspent", "keep:100" },
    { PLW_TABLE_POTS, "unspent", "keep:01" },
    { PLW_TABLE_POTS, "unspent", "keep:-1" },
    { PLW_TABLE_POTS, "unspent", "to:" },
    { PLW_TABLE_POTS, "unspent", "to:a b" },
    { PLW_TABLE_POTS, "unspent", "Lapse" },
    { PLW_TABLE_POTS, "opening", "-0.01" },
    { PLW_TABLE_POTS, "pooled", "Yes" },
    { PLW_TABLE_POTS, "pooled", "1" },
    { PLW_TABLE_PROJECTS, "operational", "2026" },
    { PLW_TABLE_EFFECTS, "lag", "0" },
    { PLW_TABLE_EFFECTS, "lag", "1.5" },
    { PLW_TABLE_LINES, "name", "not \xff UTF-8" },
  };
  g_autoptr (PlwPlan) plan = plan_with_years ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *remedy = NULL;
      PlwValue value = plw_value_number (77);
      size_t column;

      g_assert_true (plw_schema_find_column (cases[i].table, cases[i].column, &column));
      g_assert_false (plw_plan_parse_cell (plan, cases[i].table, column, cases[i].text, PLW_PARSE_STRICT,
                                           &value, &remedy, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (remedy);
      g_assert_cmpint (value.number, ==, 77);
    }
}

static void
test_years (void)
{
  g_autoptr (PlwPlan) plan = plan_with_years ();
  size_t driver = add_row (plan, PLW_TABLE_DRIVERS, "code", "pay", "2027/28", "3", "2029/30", "2", NULL);
  size_t pot = add_row (plan, PLW_TABLE_POTS, "code", "grant", "2027/28", "3", NULL);
  static const int64_t rates[] = { 0, 3, 3, 2, 2 };

  for (int i = 0; i < 5; i++)
    {
      size_t of_driver = plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2026 + i);
      size_t of_pot = plw_plan_year_column (plan, PLW_TABLE_POTS, 2026 + i);

      g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_DRIVERS, driver, of_driver), ==,
                       rates[i] * PLW_DECIMAL_ONE);
      g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, pot, of_pot), ==, i == 1 ? 300 : 0);
      g_assert_cmpstr (plw_plan_column_name (plan, PLW_TABLE_POTS, of_pot), ==, plw_year_name (2026 + i));
      g_assert_cmpint (plw_plan_column_year (plan, PLW_TABLE_POTS, of_pot), ==, 2026 + i);
    }
}

static void
test_fallbacks (void)
{
  g_autoptr (PlwPlan) plan = plan_with_years ();
  size_t line = add_row (plan, PLW_TABLE_LINES, "code", "roads", NULL);
  size_t cost = add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "pay", NULL);

  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_LINES, line, PLW_LINES_PRIORITY), ==, 3);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_LINES, line, PLW_LINES_DUTY), ==, PLW_DUTY_DISCRETIONARY);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_LINES, line, PLW_LINES_STATUTORY_MINIMUM), ==,
                   100 * PLW_DECIMAL_ONE);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_LINES, line, PLW_LINES_TIER), ==, -1);
  g_assert_cmpstr (plw_plan_name (plan, PLW_TABLE_LINES, line), ==, "roads");

  g_autofree char *key = plw_plan_row_key (plan, PLW_TABLE_COSTS, cost);
  size_t found = 77;

  g_assert_cmpstr (key, ==, "roads/pay");
  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_COSTS, "roads/pay", &found));
  g_assert_cmpuint (found, ==, cost);
  g_assert_false (plw_plan_find_key (plan, PLW_TABLE_COSTS, "roads", &found));
}

static void
test_copies_are_apart (void)
{
  g_autoptr (PlwPlan) plan = random_plan ();
  g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
  g_autofree char *before = plw_plan_fingerprint (plan);

  g_assert_true (plw_plan_equal (plan, copy));

  plw_plan_set (copy, PLW_TABLE_LINES, 0, PLW_LINES_NAME, plw_value_text ("Another name altogether"));

  g_autofree char *after = plw_plan_fingerprint (plan);
  g_autofree char *of_copy = plw_plan_fingerprint (copy);

  g_assert_false (plw_plan_equal (plan, copy));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (of_copy, !=, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/cell/round-trip", test_round_trip);
  g_test_add_func ("/plan/cell/empty", test_empty);
  g_test_add_func ("/plan/cell/refused", test_refused);
  g_test_add_func ("/plan/cell/years", test_years);
  g_test_add_func ("/plan/cell/fallbacks", test_fallbacks);
  g_test_add_func ("/plan/cell/copies-are-apart", test_copies_are_apart);

  return g_test_run ();
}
