/* test-resolve.c: what scenarios make of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"
#include "random-plan.h"

#include <string.h>

static PlwPlan *
small_plan (void)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "title", "value", "Small", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", "2025/26", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "opening_cfr", "value", "1000", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "county", NULL);
  add_row (plan, PLW_TABLE_DRIVERS, "code", "pay", "2026/27", "3", "2028/29", "2", NULL);
  add_row (plan, PLW_TABLE_LINES, "code", "roads", "priority", "2", NULL);
  add_row (plan, PLW_TABLE_COSTS, "line", "roads", "element", "pay", "base", "1000.01", NULL);
  add_row (plan, PLW_TABLE_POTS, "code", "grant", "2026/27", "500", "2027/28", "500", NULL);
  add_row (plan, PLW_TABLE_LIMITS, "pot", "grant", "2026/27", "100", NULL);
  add_row (plan, PLW_TABLE_PROGRAMMES, "code", "early", "evidence", "2", NULL);
  add_row (plan, PLW_TABLE_PROGRAMME_YEARS, "programme", "early", "measure", "intake", "2026/27", "10", NULL);
  add_row (plan, PLW_TABLE_EFFECTS, "programme", "early", "code", "less", "line", "roads", NULL);
  add_row (plan, PLW_TABLE_SCENARIOS, "code", "base", NULL);
  add_row (plan, PLW_TABLE_SCENARIOS, "code", "low", "parent", "base", NULL);
  add_row (plan, PLW_TABLE_SCENARIOS, "code", "lower", "parent", "low", NULL);
  return plan;
}

static void
add_override (PlwPlan *plan,
              const char *scenario,
              const char *table,
              const char *code,
              const char *field,
              const char *year,
              const char *op,
              const char *value)
{
  size_t row = add_row (plan, PLW_TABLE_OVERRIDES, "scenario", scenario, "table", table, "code", code,
                        "field", field, "op", op, NULL);

  plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_VALUE, plw_value_text (value));
  if (year[0] != '\0')
    {
      int parsed = 0;

      g_assert_true (plw_year_parse (year, &parsed));
      plw_plan_set (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_YEAR, plw_value_number (parsed));
    }
}

static PlwPlan *
resolve (const PlwPlan *plan, const char *scenario)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plw_plan_fingerprint (plan);
  PlwPlan *resolved = plw_plan_resolve (plan, scenario, problems, &error);
  g_autofree char *after = plw_plan_fingerprint (plan);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_cmpstr (found, ==, "");
  g_assert_no_error (error);
  g_assert_nonnull (resolved);
  g_assert_cmpstr (before, ==, after);
  return resolved;
}

/* The row's cells: for years, the effective figure of each, parted by blanks. */
static char *
print_cells (const PlwPlan *plan, PlwTableId table, const char *key, const char *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  size_t row = 0;
  size_t column;

  g_assert_true (plw_plan_find_key (plan, table, key, &row));
  if (plw_schema_find_column (table, field, &column))
    return plw_plan_cell_to_text (plan, table, row, column);

  for (column = plw_schema_table (table)->n_columns; column < plw_plan_n_columns (plan, table); column++)
    {
      bool is_none = plw_schema_table (table)->years_rule == PLW_YEARS_NO_LIMIT
                     && !plw_plan_get (plan, table, row, column).is_set;
      int64_t number = plw_plan_number (plan, table, row, column);
      g_autofree char *cell = is_none ? g_strdup ("none")
                              : plw_plan_column_type (plan, table, column) == PLW_TYPE_MONEY
                                  ? plw_pence_to_plain_text (number)
                                  : plw_decimal_to_text (number);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *table;
  const char *code;
  const char *field;
  const char *year;
  const char *op;
  const char *value;
  const char *result;
} overrides[] = {
  /* figures */
  { "costs", "roads/pay", "base", "", "set", "7", "7" },
  { "costs", "roads/pay", "base", "", "add", "-0.01", "1000" },
  { "costs", "roads/pay", "base", "", "multiply", "0.5", "500.01" }, /* 500.005, away from nought */
  { "costs", "roads/pay", "base", "", "multiply", "-0.5", "-500.01" },
  { "costs", "roads/pay", "base", "", "multiply", "1.000000001", "1000.01" },
  { "costs", "roads/pay", "base", "", "multiply", "0", "0" },
  { "lines", "roads", "priority", "", "add", "1", "3" },
  { "lines", "roads", "priority", "", "multiply", "1.25", "3" },     /* 2.5 */
  { "lines", "roads", "statutory_minimum", "", "add", "-20", "80" }, /* empty: 100 */
  { "effects", "early/less", "deadweight", "", "add", "12.5", "12.5" },
  { "effects", "early/less", "engaged", "", "multiply", "0.333333333", "33.3333333" },
  /* figures for years */
  { "drivers", "pay", "value", "", "add", "1", "4 4 3 3 3" },
  { "drivers", "pay", "value", "", "set", "5", "5 5 5 5 5" },
  { "drivers", "pay", "value", "", "multiply", "0.5", "1.5 1.5 1 1 1" },
  { "drivers", "pay", "value", "2026/27", "add", "1", "4 3 2 2 2" },
  { "drivers", "pay", "value", "2027/28", "add", "-5", "3 -2 2 2 2" },
  { "drivers", "pay", "value", "2028/29", "set", "9", "3 3 9 2 2" },
  { "drivers", "pay", "value", "2030/31", "multiply", "2", "3 3 2 2 4" },
  { "pots", "grant", "value", "", "multiply", "0.9", "450 450 0 0 0" },
  { "pots", "grant", "value", "2028/29", "add", "500", "500 500 500 0 0" },
  { "pots", "grant", "value", "2027/28", "set", "0", "500 0 0 0 0" },
  { "limits", "grant", "value", "", "add", "50", "150 none none none none" },
  { "limits", "grant", "value", "2026/27", "set", "", "none none none none none" },
  { "limits", "grant", "value", "2028/29", "set", "0", "100 none 0 none none" },
  { "programme_years", "early/intake", "value", "2027/28", "set", "12.5", "10 12.5 0 0 0" },
  /* the rest */
  { "pots", "grant", "enabled", "", "set", "no", "no" },
  { "pots", "grant", "certainty", "", "set", "bid", "bid" },
  { "pots", "grant", "unspent", "", "set", "keep:2", "keep:2" },
  { "lines", "roads", "partner", "", "set", "county", "county" },
  { "lines", "roads", "name", "", "set", "The roads", "The roads" },
  { "costs", "roads/pay", "price_driver", "", "set", "pay", "pay" },
  { "plan", "opening_cfr", "value", "", "set", "12.50", "12.50" },
  { "plan", "opening_cfr", "value", "", "multiply", "0.5", "500" },
  { "plan", "discount_rate", "value", "", "set", "5", "5" }, /* a setting the plan leaves out */
  { "plan", "discount_rate", "value", "", "add", "0.25", "3.75" },
};

static void
test_one_override (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (overrides); i++)
    {
      g_autoptr (PlwPlan) plan = small_plan ();
      PlwTableId table = PLW_N_TABLES;

      add_override (plan, "low", overrides[i].table, overrides[i].code, overrides[i].field, overrides[i].year,
                    overrides[i].op, overrides[i].value);

      g_autoptr (PlwPlan) resolved = resolve (plan, "low");

      g_assert_true (plw_schema_find_table (overrides[i].table, &table));

      g_autofree char *result = print_cells (resolved, table, overrides[i].code, overrides[i].field);

      g_assert_cmpstr (result, ==, overrides[i].result);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *table;
    const char *code;
    const char *field;
    const char *year;
    const char *op;
    const char *value;
    const char *sentence;
  } cases[] = {
    { "lines", "roads", "priority", "", "add", "4",
      "overrides row 2, column value: what comes of it for priority is outside the limits of the field; "
      "write a "
      "smaller change\n" },
    { "pots", "grant", "value", "", "add", "-1",
      "overrides row 2, column value: what comes of it for 2030/31 is outside the limits of the field; write "
      "a "
      "smaller change\n" },
    { "costs", "roads/pay", "base", "", "multiply", "9000000000",
      "overrides row 2, column value: what comes of it for base is outside the limits of the field; write a "
      "smaller change\n" },
    { "plan", "opening_cfr", "value", "", "multiply", "-1",
      "overrides row 2, column value: what comes of it for opening_cfr is outside the limits of the field; "
      "write "
      "a smaller change\n" },
    { "pots", "grant", "enabled", "", "multiply", "2",
      "overrides row 2, column op: “enabled” is not a figure; write set\n" },
    { "pots", "grants", "enabled", "", "set", "no",
      "overrides row 2, column code: “grants” is not in pots; write a code from pots or add the row "
      "there\n" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlwPlan) plan = small_plan ();
      g_autoptr (PlwProblems) problems = plw_problems_new ();
      g_autoptr (GError) error = NULL;

      add_override (plan, "low", cases[i].table, cases[i].code, cases[i].field, cases[i].year, cases[i].op,
                    cases[i].value);
      g_assert_null (plw_plan_resolve (plan, "low", problems, &error));
      g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);

      g_autofree char *found = plw_problems_to_text (problems);

      g_assert_cmpstr (found, ==, cases[i].sentence);
    }
}

/* Ancestors first, each in the order of the table; siblings not at all. */
static void
test_order (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();

  add_row (plan, PLW_TABLE_SCENARIOS, "code", "high", "parent", "base", NULL);
  add_override (plan, "lower", "costs", "roads/pay", "base", "", "multiply", "3");
  add_override (plan, "low", "costs", "roads/pay", "base", "", "add", "5");
  add_override (plan, "low", "costs", "roads/pay", "base", "", "multiply", "2");
  add_override (plan, "base", "costs", "roads/pay", "base", "", "set", "10");
  add_override (plan, "high", "costs", "roads/pay", "base", "", "set", "999");

  static const struct
  {
    const char *scenario;
    const char *result;
  } cases[] = { { NULL, "10" },  { "", "10" },      { "base", "10" },
                { "low", "30" }, { "lower", "90" }, { "high", "999" } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlwPlan) resolved = resolve (plan, cases[i].scenario);
      g_autofree char *result = print_cells (resolved, PLW_TABLE_COSTS, "roads/pay", "base");

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_rows_stay (void)
{
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();
      size_t last = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS) - 1;
      g_autoptr (PlwPlan) resolved =
          resolve (plan, plw_plan_text (plan, PLW_TABLE_SCENARIOS, last, PLW_SCENARIOS_CODE));
      g_autoptr (PlwProblems) problems = plw_problems_new ();

      for (size_t t = 0; t < PLW_N_TABLES; t++)
        g_assert_cmpuint (plw_plan_n_rows (plan, (PlwTableId) t), ==,
                          plw_plan_n_rows (resolved, (PlwTableId) t));
      g_assert_true (plw_plan_check (resolved, problems));
    }
}

static void
test_scenarios (void)
{
  g_autoptr (PlwPlan) plan = small_plan ();
  g_autoptr (PlwPlan) bare = plw_plan_new ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (plw_plan_root_scenario (plan), ==, "base");
  g_assert_cmpstr (plw_plan_root_scenario (bare), ==, "");

  g_autoptr (PlwPlan) same = resolve (bare, NULL);

  g_assert_true (plw_plan_equal (bare, same));

  g_assert_null (plw_plan_resolve (plan, "lowest", problems, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no scenario “lowest”");
  g_clear_error (&error);

  plw_plan_set (plan, PLW_TABLE_SCENARIOS, 1, PLW_SCENARIOS_PARENT, plw_value_text ("lower"));
  g_assert_null (plw_plan_resolve (plan, "lower", problems, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);

  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_cmpstr (
      found, ==,
      "scenarios row 3 (low), column parent: the scenarios lead back to themselves: low → lower → "
      "low; empty the parent of one of them\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/resolve/one-override", test_one_override);
  g_test_add_func ("/plan/resolve/refused", test_refused);
  g_test_add_func ("/plan/resolve/order", test_order);
  g_test_add_func ("/plan/resolve/rows-stay", test_rows_stay);
  g_test_add_func ("/plan/resolve/scenarios", test_scenarios);

  return g_test_run ();
}
