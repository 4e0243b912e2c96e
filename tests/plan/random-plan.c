/* random-plan.c: plans for tests: made by chance, or row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

#include "plan/plan-private.h"

#include <stdarg.h>

static const char *const texts[] = {
  "plain", "with, comma", "with \"quotes\"", "two\nlines", "two\r\nlines", " leading", "trailing\t",
  "\"",    "=SUM(A1:A9)", "£5 née ü 漢",     "0012",       "2026/27",      "-",        "'",
  "a;b|c", ",",           "\xef\xbb\xbfx",   "\n",         "yes",
};

size_t
add_row (PlwPlan *plan, PlwTableId table, ...)
{
  size_t row = plw_plan_append (plan, table, NULL, 0);
  va_list arguments;
  const char *name;

  va_start (arguments, table);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      const char *text = va_arg (arguments, const char *);
      g_autoptr (GError) error = NULL;
      PlwValue value;
      size_t column;
      int year;

      if (!plw_schema_find_column (table, name, &column))
        {
          g_assert_true (plw_year_parse (name, &year));
          column = plw_plan_year_column (plan, table, year);
        }

      bool is_right = plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (is_right);
      plw_plan_set (plan, table, row, column, value);
    }
  va_end (arguments);

  return row;
}

static int64_t
random_number (const PlwForm *form)
{
  int64_t most = form->type == PLW_TYPE_MONEY     ? PLW_PENCE_MAX
                 : form->type == PLW_TYPE_INTEGER ? 1000
                                                  : PLW_DECIMAL_MAX;
  int64_t least = -most;

  if (form->least != 0 || form->most != 0)
    {
      least = MAX (least, form->least);
      most = form->most > form->least ? form->most : most;
    }

  uint64_t bits = ((uint64_t) (uint32_t) g_test_rand_int () << 32) | (uint32_t) g_test_rand_int ();
  uint64_t range = (uint64_t) most - (uint64_t) least + 1;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return least;
    case 1:
      return most;
    case 2:
      return CLAMP (0, least, most);
    default:
      return (int64_t) ((uint64_t) least + bits % range);
    }
}

static PlwValue
random_reference (PlwPlan *plan, PlwTableId table)
{
  size_t n_rows = plw_plan_n_rows (plan, table);
  size_t column;

  if (n_rows == 0 || !plw_schema_find_column (table, "code", &column))
    return PLW_VALUE_EMPTY;

  return plw_plan_get (plan, table, (size_t) g_test_rand_int_range (0, (int) n_rows), column);
}

PlwValue
random_value (PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  PlwForm form = plw_plan_column_form (plan, table, column);
  g_autofree char *code = NULL;

  switch (form.type)
    {
    case PLW_TYPE_TEXT:
      return plw_value_text (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    case PLW_TYPE_CODE:
      code = g_strdup_printf ("c-%d", g_test_rand_int_range (0, 1000));
      return plw_value_text (plw_plan_intern (plan, code));
    case PLW_TYPE_REF:
      return random_reference (plan, spec->columns[column].ref);
    case PLW_TYPE_CHOICE:
      return plw_value_number (g_test_rand_int_range (0, (int) g_strv_length ((char **) form.choices)));
    case PLW_TYPE_YESNO:
      return plw_value_number (g_test_rand_bit ());
    case PLW_TYPE_YEAR:
      return plw_value_number (g_test_rand_int_range (PLW_YEAR_MIN, PLW_YEAR_MAX + 1));
    case PLW_TYPE_UNSPENT:
      return plw_value_text (g_test_rand_bit () ? "keep:3" : "lapse");
    default:
      return plw_value_number (random_number (&form));
    }
}

static void
put (PlwPlan *plan, PlwTableId table, size_t row, size_t column, const char *text)
{
  PlwValue value = PLW_VALUE_EMPTY;

  g_assert_true (plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, NULL));
  plw_plan_set (plan, table, row, column, value);
}

static void
clear (PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  plw_plan_set (plan, table, row, column, PLW_VALUE_EMPTY);
}

static void
put_fence (PlwPlan *plan, size_t row)
{
  g_autofree char *line = plw_plan_row_key (plan, PLW_TABLE_LINES, 0);

  put (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND, "line");
  put (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE, line);
}

static void
put_override (PlwPlan *plan, size_t row)
{
  g_autofree char *key = plw_plan_row_key (plan, PLW_TABLE_COSTS, 0);

  put (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_TABLE, "costs");
  put (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_CODE, key);
  put (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_FIELD, "base");
  put (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_OP, "multiply");
  put (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_VALUE, "0.5");
  clear (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_YEAR);
}

/* Makes a row of chance keep what the rules ask beyond the schema. */
static void
keep_rules (PlwPlan *plan, PlwTableId table, size_t row)
{
  switch ((int) table)
    {
    case PLW_TABLE_DRIVERS:
      clear (plan, table, row, PLW_DRIVERS_LOW);
      break;
    case PLW_TABLE_CHANGES:
      clear (plan, table, row, PLW_CHANGES_DELIVERY_HIGH);
      break;
    case PLW_TABLE_POTS:
      put (plan, table, row, PLW_POTS_BASIS, "profile");
      break;
    case PLW_TABLE_RINGFENCES:
      put_fence (plan, row);
      break;
    case PLW_TABLE_PROJECTS:
      put (plan, table, row, PLW_PROJECTS_BORROWING, "no");
      break;
    case PLW_TABLE_EFFECTS:
      plw_plan_set (plan, table, row, PLW_EFFECTS_LINE, random_reference (plan, PLW_TABLE_LINES));
      clear (plan, table, row, PLW_EFFECTS_SUCCESS_LOW);
      clear (plan, table, row, PLW_EFFECTS_UNIT_COST);
      break;
    case PLW_TABLE_SCENARIOS:
      if (row == 0)
        clear (plan, table, row, PLW_SCENARIOS_PARENT);
      else
        plw_plan_set (plan, table, row, PLW_SCENARIOS_PARENT,
                      plw_plan_get (plan, table, row - 1, PLW_SCENARIOS_CODE));
      break;
    case PLW_TABLE_OVERRIDES:
      put_override (plan, row);
      break;
    case PLW_TABLE_CONTROL_TOTALS:
      put (plan, table, row, PLW_CONTROL_TOTALS_TABLE, "costs");
      put (plan, table, row, PLW_CONTROL_TOTALS_FIELD, "base");
      clear (plan, table, row, PLW_CONTROL_TOTALS_YEAR);
      break;
    case PLW_TABLE_DECISIONS:
      put (plan, table, row, PLW_DECISIONS_POLICY, "today");
      break;
    default:
      break;
    }
}

static void
add_random_row (PlwPlan *plan, PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  size_t row = plw_plan_append (plan, table, NULL, 0);

  for (size_t column = 0; column < plw_plan_n_columns (plan, table); column++)
    {
      bool is_required = column < spec->n_columns && (spec->columns[column].flags & PLW_COLUMN_REQUIRED);

      if (is_required || g_test_rand_int_range (0, 3) > 0)
        plw_plan_set (plan, table, row, column, random_value (plan, table, column));
    }
  keep_rules (plan, table, row);

  g_autofree char *key = plw_plan_row_key (plan, table, row);
  size_t first = row;

  if (key != NULL && plw_plan_find_key (plan, table, key, &first) && first != row)
    plw_plan_remove_row (plan, table, row);
}

/* A unit cost beside a value of its own needs no price index; the value is not
 * below nothing.
 */
static void
name_unit_costs (PlwPlan *plan)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    {
      PlwValue value = plw_plan_get (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_VALUE);

      if (!value.is_set)
        continue;
      plw_plan_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_VALUE,
                    plw_value_number (MAX (value.number, -value.number)));
      plw_plan_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_COST,
                    random_reference (plan, PLW_TABLE_UNIT_COSTS));
    }
}

PlwPlan *
random_plan (void)
{
  PlwPlan *plan = plw_plan_new ();
  g_autofree char *base_year = plw_year_to_text (g_test_rand_int_range (2000, 2100));
  g_autofree char *n_years =
      g_strdup_printf ("%d", g_test_rand_int_range (PLW_YEARS_LEAST, PLW_YEARS_MOST + 1));

  add_row (plan, PLW_TABLE_PLAN, "key", "title", "value",
           texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", base_year, NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", n_years, NULL);

  for (size_t i = PLW_TABLE_PLAN + 1; i < PLW_N_TABLES; i++)
    {
      int n_rows = g_test_rand_int_range (1, 8);

      /* Council tax pots need the two tables to agree; the broken folders do that. */
      for (int j = 0; j < n_rows && i != PLW_TABLE_COUNCIL_TAX; j++)
        add_random_row (plan, (PlwTableId) i);
    }
  name_unit_costs (plan);
  return plan;
}
