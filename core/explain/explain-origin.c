/* explain-origin.c: where an entered figure comes from, and which scenario changed it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"
#include "plan/trace.h"

#include <placewright/reference.h>

#include <string.h>

char *
plw_row_name (size_t row)
{
  return g_strdup_printf (_ ("row %zu"), row + 2);
}

/* The number of the column with this name; SIZE_MAX where the table has none. */
static size_t
find_column (PlwTableId table, const char *name)
{
  size_t column = SIZE_MAX;

  (void) plw_schema_find_column (table, name, &column);
  return column;
}

static char *
name_source (const PlwPlan *plan, PlwTableId table, size_t row)
{
  size_t column = find_column (table, "source");
  size_t found;

  if (column == SIZE_MAX)
    return g_strdup ("");

  const char *code = plw_plan_text (plan, table, row, column);
  return g_strdup (code[0] != '\0' && plw_plan_find_key (plan, PLW_TABLE_SOURCES, code, &found)
                       ? plw_plan_name (plan, PLW_TABLE_SOURCES, found)
                       : code);
}

/* What the row says in the column with this name; "" where the table has none. */
static char *
read_said (const PlwPlan *plan, PlwTableId table, size_t row, const char *name)
{
  size_t column = find_column (table, name);

  return g_strdup (column != SIZE_MAX ? plw_plan_text (plan, table, row, column) : "");
}

/* But for what was entered, which is not the same for all. */
static PlwOrigin *
describe_row (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  PlwOrigin *origin = g_new0 (PlwOrigin, 1);

  origin->table = plw_schema_table (table)->name;
  origin->key = plw_plan_row_key (plan, table, row);
  if (origin->key == NULL)
    origin->key = plw_row_name (row);
  origin->column = g_strdup (plw_plan_column_name (plan, table, column));
  origin->source = name_source (plan, table, row);
  origin->standing = read_said (plan, table, row, "standing");
  origin->imported = read_said (plan, table, row, "imported");
  origin->scenario = g_strdup ("");
  origin->override_reason = g_strdup ("");
  return origin;
}

/* In the base plan a year may carry on from one before it, though the scenario
 * has it written out.
 */
static size_t
find_entered (const PlwResult *result, PlwTableId table, size_t row, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (column < spec->n_columns || spec->years_rule != PLW_YEARS_CARRY)
    return column;
  for (size_t i = column + 1; i-- > spec->n_columns;)
    {
      g_autofree char *text = plw_trace_before (result->study->trace, result->plan, table, row, i);

      if (text[0] != '\0')
        return i;
    }
  return column;
}

static void
name_override (PlwOrigin *origin, const PlwPlan *plan, size_t override)
{
  const char *code = plw_plan_text (plan, PLW_TABLE_OVERRIDES, override, PLW_OVERRIDES_SCENARIO);
  size_t row;

  g_free (origin->scenario);
  g_free (origin->override_reason);
  origin->scenario = g_strdup (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, code, &row)
                                   ? plw_plan_name (plan, PLW_TABLE_SCENARIOS, row)
                                   : code);
  origin->override_reason =
      g_strdup (plw_plan_text (plan, PLW_TABLE_OVERRIDES, override, PLW_OVERRIDES_REASON));
}

PlwOrigin *
plw_origin_of_cell (const PlwResult *result, PlwTableId table, size_t row, size_t column)
{
  const GArray *trace = result->study->trace;
  size_t override = plw_trace_override (trace, table, row, column);
  size_t entered = override == SIZE_MAX ? find_entered (result, table, row, column) : column;
  PlwOrigin *origin = describe_row (result->plan, table, row, entered);

  origin->entered = plw_trace_before (trace, result->plan, table, row, entered);
  if (override != SIZE_MAX)
    name_override (origin, result->plan, override);
  return origin;
}

/* The row that counts is the first that says anything. */
static bool
find_setting (const PlwPlan *plan, const PlwSetting *setting, size_t *ret_row)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PLAN); row++)
    if (plw_plan_get (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE).is_set
        && strcmp (plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_KEY), setting->key) == 0)
      {
        *ret_row = row;
        return true;
      }
  return plw_plan_find_key (plan, PLW_TABLE_PLAN, setting->key, ret_row);
}

PlwOrigin *
plw_origin_of_setting (const PlwResult *result, const PlwSetting *setting)
{
  PlwOrigin *origin;
  size_t row;

  if (find_setting (result->plan, setting, &row))
    return plw_origin_of_cell (result, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE);

  origin = g_new0 (PlwOrigin, 1);
  *origin = (PlwOrigin){
    .table = plw_schema_table (PLW_TABLE_PLAN)->name,
    .key = g_strdup (setting->key),
    .column = g_strdup (plw_schema_table (PLW_TABLE_PLAN)->columns[PLW_PLAN_VALUE].name),
    .entered = g_strdup (""),
    .source = g_strdup (""),
    .standing = g_strdup (""),
    .imported = g_strdup (""),
    .scenario = g_strdup (""),
    .override_reason = g_strdup (""),
  };
  return origin;
}

PlwOrigin *
plw_origin_of_parameter (PlwTableId table, size_t row, size_t column)
{
  PlwOrigin *origin = describe_row (plw_reference (), table, row, column);

  origin->entered = plw_plan_cell_to_text (plw_reference (), table, row, column);
  return origin;
}

void
plw_origin_free (PlwOrigin *origin)
{
  if (origin == NULL)
    return;
  g_free (origin->key);
  g_free (origin->column);
  g_free (origin->entered);
  g_free (origin->source);
  g_free (origin->standing);
  g_free (origin->imported);
  g_free (origin->scenario);
  g_free (origin->override_reason);
  g_free (origin);
}
