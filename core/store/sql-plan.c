/* sql-plan.c: a whole plan from and to the tables of a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-plan.h"

#include "plan/plan-private.h"
#include "store/sql-cell.h"
#include "store/sql-schema.h"

static bool
read_row (PlwSql *sql,
          PlwPlan *plan,
          const PlwTableSpec *spec,
          sqlite3_stmt *statement,
          int64_t *last_position,
          GError **error)
{
  g_autofree PlwValue *values = g_new0 (PlwValue, spec->n_columns);
  int64_t id = 0;
  int64_t position = 0;

  if (!plw_sql_column_number (statement, 0, &id) || id <= 0 || id > PLW_ROW_ID_MOST)
    return plw_sql_fail_content (sql, spec->name, id, "id", error);
  if (!plw_sql_column_number (statement, 1, &position) || position <= *last_position)
    return plw_sql_fail_content (sql, spec->name, id, "position", error);
  for (size_t i = 0; i < spec->n_columns; i++)
    if (!plw_cell_read (statement, (int) i + 2, spec->id, i, &values[i]))
      return plw_sql_fail_content (sql, spec->name, id, spec->columns[i].name, error);
  if (!plw_plan_append_with_id (plan, spec->id, id, values, spec->n_columns))
    return plw_sql_fail_content (sql, spec->name, id, "id", error);
  *last_position = position;
  return true;
}

static bool
read_rows (PlwSql *sql, PlwPlan *plan, const PlwTableSpec *spec, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, plw_sql_plan_table (spec->id)->select, error);
  int64_t last_position = INT64_MIN;
  bool has_row = false;

  if (statement == NULL)
    return false;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return false;
      if (!has_row)
        return true;
      if (!read_row (sql, plan, spec, statement, &last_position, error))
        {
          sqlite3_reset (statement);
          return false;
        }
    }
}

static bool
read_year (PlwSql *sql, PlwPlan *plan, const PlwTableSpec *spec, sqlite3_stmt *statement, GError **error)
{
  int64_t id = 0;
  int64_t year = 0;
  PlwValue value;
  size_t row;

  if (!plw_sql_column_number (statement, 0, &id) || !plw_plan_find_row (plan, spec->id, id, &row))
    return plw_sql_fail_content (sql, plw_sql_years_table (spec->id)->name, id, "row", error);

  int first = plw_plan_base_year (plan) + 1;
  if (!plw_sql_column_number (statement, 1, &year) || year < first || year >= first + PLW_YEARS_MOST)
    return plw_sql_fail_content (sql, plw_sql_years_table (spec->id)->name, id, "year", error);

  size_t cell = spec->n_columns + (size_t) (year - first);
  if (!plw_cell_read (statement, 2, spec->id, cell, &value) || !value.is_set)
    return plw_sql_fail_content (sql, plw_sql_years_table (spec->id)->name, id, "value", error);
  plw_plan_set (plan, spec->id, row, cell, value);
  return true;
}

static bool
read_years (PlwSql *sql, PlwPlan *plan, const PlwTableSpec *spec, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, plw_sql_years_table (spec->id)->select, error);
  bool has_row = false;

  if (statement == NULL)
    return false;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return false;
      if (!has_row)
        return true;
      if (!read_year (sql, plan, spec, statement, error))
        {
          sqlite3_reset (statement);
          return false;
        }
    }
}

/* The log knows identities that no row has any more and none may have again. */
static bool
reserve_ids (PlwSql *sql, PlwPlan *plan, GError **error)
{
  sqlite3_stmt *statement =
      plw_sql_prepare (sql, "SELECT \"table\", max(\"row\") FROM \"log_step\" GROUP BY \"table\"", error);
  bool has_row = false;
  PlwTableId table;
  const char *name;
  int64_t id;

  if (statement == NULL)
    return false;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return false;
      if (!has_row)
        return true;
      if (!plw_sql_column_text (statement, 0, &name) || !plw_schema_find_table (name, &table)
          || !plw_sql_column_number (statement, 1, &id) || id <= 0 || id > PLW_ROW_ID_MOST)
        {
          sqlite3_reset (statement);
          return plw_sql_fail_content (sql, "log_step", 0, "row", error);
        }
      plw_plan_reserve_id (plan, table, id);
    }
}

PlwPlan *
plw_sql_read_plan (PlwSql *sql, GError **error)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  /* The plan table comes first: the years of the others hang on its base year. */
  G_STATIC_ASSERT (PLW_TABLE_PLAN == 0);
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) t);

      if (!read_rows (sql, plan, spec, error))
        return NULL;
      if (spec->years != PLW_TYPE_NONE && !read_years (sql, plan, spec, error))
        return NULL;
    }
  return reserve_ids (sql, plan, error) ? g_steal_pointer (&plan) : NULL;
}

static bool
write_row (PlwSql *sql,
           const PlwPlan *plan,
           const PlwTableSpec *spec,
           size_t row,
           int64_t gap,
           GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, plw_sql_plan_table (spec->id)->insert, error);
  PlwRowId id = plw_plan_row_id (plan, spec->id, row);

  if (statement == NULL)
    return false;
  plw_sql_bind_number (sql, statement, 1, id);
  plw_sql_bind_number (sql, statement, 2, (int64_t) (row + 1) * gap);
  for (size_t i = 0; i < spec->n_columns; i++)
    plw_cell_bind (sql, statement, (int) i + 3, spec->id, i, plw_plan_raw_cell (plan, spec->id, row, i));
  if (!plw_sql_run (sql, statement, error))
    return false;

  for (size_t i = spec->n_columns; i < plw_plan_n_cells (spec->id); i++)
    {
      PlwValue value = plw_plan_raw_cell (plan, spec->id, row, i);
      int64_t year = plw_plan_column_year (plan, spec->id, i);

      if (value.is_set
          && !plw_sql_do (sql, error, plw_sql_years_table (spec->id)->insert, "nnn", id, year, value.number))
        return false;
    }
  return true;
}

bool
plw_sql_write_plan (PlwSql *sql, const PlwPlan *plan, int64_t gap, GError **error)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    for (size_t r = 0; r < plw_plan_n_rows (plan, (PlwTableId) t); r++)
      if (!write_row (sql, plan, plw_schema_table ((PlwTableId) t), r, gap, error))
        return false;
  return true;
}
