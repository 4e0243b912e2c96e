/* sql-apply.c: an edit carried over to the tables of a working copy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-plan.h"

#include "base/i18n.h"
#include "plan/plan-private.h"
#include "store/sql-cell.h"
#include "store/sql-schema.h"

typedef struct
{
  PlwSql *sql;
  const PlwPlan *after;
  int base_year;                   /* while the steps are written */
  GHashTable *added[PLW_N_TABLES]; /* identities inserted, their places still to be found; nullable */
} Applying;

/* A statement that must have met exactly one row. */
static bool
check_one (PlwSql *sql, const char *table, int64_t row, GError **error)
{
  return sqlite3_changes (sql->db) == 1 || plw_sql_fail_content (sql, table, row, "id", error);
}

static bool
write_year (Applying *applying,
            const PlwTableSpec *spec,
            PlwRowId row,
            size_t cell,
            PlwValue value,
            GError **error)
{
  int64_t year = applying->base_year + 1 + (int64_t) (cell - spec->n_columns);
  const char *table = plw_sql_years_table (spec->id)->name;
  g_autofree char *text =
      value.is_set ? g_strdup_printf (
          "INSERT OR REPLACE INTO \"%s\"(\"row\", \"year\", \"value\") VALUES (?, ?, ?)", table)
                   : g_strdup_printf ("DELETE FROM \"%s\" WHERE \"row\" = ? AND \"year\" = ?", table);

  if (value.is_set)
    return plw_sql_do (applying->sql, error, text, "nnn", row, year, value.number);
  return plw_sql_do (applying->sql, error, text, "nn", row, year);
}

static bool
write_set (Applying *applying, const PlwTableSpec *spec, const PlwStep *step, GError **error)
{
  if (step->column >= spec->n_columns)
    return write_year (applying, spec, step->row, step->column, step->to, error);

  g_autofree char *text = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?", spec->name,
                                           spec->columns[step->column].name);
  sqlite3_stmt *statement = plw_sql_prepare (applying->sql, text, error);

  if (statement == NULL)
    return false;
  plw_cell_bind (applying->sql, statement, 1, step->table, step->column, step->to);
  plw_sql_bind_number (applying->sql, statement, 2, step->row);
  return plw_sql_run (applying->sql, statement, error)
         && check_one (applying->sql, spec->name, step->row, error);
}

static void
note_added (Applying *applying, PlwTableId table, PlwRowId row)
{
  if (applying->added[table] == NULL)
    applying->added[table] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (applying->added[table], g_memdup2 (&row, sizeof row));
}

static bool
write_insert (Applying *applying, const PlwTableSpec *spec, const PlwStep *step, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (applying->sql, plw_sql_plan_table (spec->id)->insert, error);

  if (statement == NULL)
    return false;
  plw_sql_bind_number (applying->sql, statement, 1, step->row);
  plw_sql_bind_number (applying->sql, statement, 2, 0);
  for (size_t i = 0; i < MIN (spec->n_columns, step->n_cells); i++)
    plw_cell_bind (applying->sql, statement, (int) i + 3, step->table, i, step->cells[i]);
  if (!plw_sql_run (applying->sql, statement, error))
    return false;
  for (size_t i = spec->n_columns; i < step->n_cells; i++)
    if (step->cells[i].is_set && !write_year (applying, spec, step->row, i, step->cells[i], error))
      return false;
  note_added (applying, step->table, step->row);
  return true;
}

static bool
write_delete (Applying *applying, const PlwTableSpec *spec, const PlwStep *step, GError **error)
{
  g_autofree char *text = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", spec->name);

  if (applying->added[step->table] != NULL)
    g_hash_table_remove (applying->added[step->table], &step->row);
  return plw_sql_do (applying->sql, error, text, "n", step->row)
         && check_one (applying->sql, spec->name, step->row, error);
}

static bool
write_step (Applying *applying, const PlwStep *step, GError **error)
{
  const PlwTableSpec *spec = plw_schema_table (step->table);

  switch (step->kind)
    {
    case PLW_STEP_SET:
      return write_set (applying, spec, step, error);
    case PLW_STEP_INSERT:
      return write_insert (applying, spec, step, error);
    case PLW_STEP_DELETE:
    default:
      return write_delete (applying, spec, step, error);
    }
}

/* In two goes, because a year may move onto one that has not moved yet. */
static bool
move_years (PlwSql *sql, int64_t by, GError **error)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwSqlTable *years = plw_sql_years_table ((PlwTableId) t);

      if (years == NULL)
        continue;

      g_autofree char *there = g_strdup_printf ("UPDATE \"%s\" SET \"year\" = -(\"year\" + ?)", years->name);
      g_autofree char *back = g_strdup_printf ("UPDATE \"%s\" SET \"year\" = -\"year\"", years->name);
      if (!plw_sql_do (sql, error, there, "n", by) || !plw_sql_do (sql, error, back, ""))
        return false;
    }
  return true;
}

static bool
set_position (PlwSql *sql, const char *table, PlwRowId row, int64_t position, GError **error)
{
  g_autofree char *text = g_strdup_printf ("UPDATE \"%s\" SET \"position\" = ? WHERE \"id\" = ?", table);

  return plw_sql_do (sql, error, text, "nn", position, row) && check_one (sql, table, row, error);
}

static bool
get_position (PlwSql *sql, const char *table, PlwRowId row, int64_t *ret_position, GError **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT \"position\" FROM \"%s\" WHERE \"id\" = ?", table);
  sqlite3_stmt *statement = plw_sql_query (sql, error, text, "n", row);
  bool has_row = false;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return false;
  if (!has_row)
    return plw_sql_fail_content (sql, table, row, "id", error);
  *ret_position = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return true;
}

static bool
renumber (Applying *applying, PlwTableId table, GError **error)
{
  const char *name = plw_schema_table (table)->name;

  for (size_t r = 0; r < plw_plan_n_rows (applying->after, table); r++)
    if (!set_position (applying->sql, name, plw_plan_row_id (applying->after, table, r),
                       (int64_t) (r + 1) * PLW_SQL_GAP_WORK, error))
      return false;
  return true;
}

/* Spreads the new rows from @first on, @n in a row, between their neighbours. */
static bool
place_run (Applying *applying, PlwTableId table, size_t first, size_t n, bool *ret_has_room, GError **error)
{
  const char *name = plw_schema_table (table)->name;
  bool is_last = first + n == plw_plan_n_rows (applying->after, table);
  int64_t before = 0;
  int64_t behind = 0;

  if (first > 0
      && !get_position (applying->sql, name, plw_plan_row_id (applying->after, table, first - 1), &before,
                        error))
    return false;
  if (!is_last
      && !get_position (applying->sql, name, plw_plan_row_id (applying->after, table, first + n), &behind,
                        error))
    return false;

  int64_t step = is_last ? PLW_SQL_GAP_WORK : (behind - before) / (int64_t) (n + 1);
  *ret_has_room = step > 0 && before < INT64_MAX / 2;
  for (size_t i = 0; *ret_has_room && i < n; i++)
    if (!set_position (applying->sql, name, plw_plan_row_id (applying->after, table, first + i),
                       before + (int64_t) (i + 1) * step, error))
      return false;
  return true;
}

/* The added rows' indices in the plan as it now is, ascending. */
static GArray *
list_added (Applying *applying, PlwTableId table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (size_t));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, applying->added[table]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      size_t row;
      bool is_there = plw_plan_find_row (applying->after, table, *(PlwRowId *) id, &row);

      g_assert (is_there);
      g_array_append_val (rows, row);
    }
  return rows;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const size_t *row_a = a;
  const size_t *row_b = b;

  return (*row_a > *row_b) - (*row_a < *row_b);
}

static bool
place_added (Applying *applying, PlwTableId table, GError **error)
{
  g_autoptr (GArray) rows = list_added (applying, table);
  bool has_room = true;
  guint end;

  g_array_sort (rows, compare_rows);
  for (guint start = 0; start < rows->len && has_room; start = end)
    {
      size_t first = g_array_index (rows, size_t, start);

      for (end = start + 1; end < rows->len; end++)
        if (g_array_index (rows, size_t, end) != first + (end - start))
          break;
      if (!place_run (applying, table, first, end - start, &has_room, error))
        return false;
    }
  return has_room || renumber (applying, table, error);
}

static bool
apply_all (Applying *applying, const PlwEdit *edit, GError **error)
{
  int64_t by = plw_plan_base_year (applying->after) - applying->base_year;

  for (size_t i = 0; i < plw_edit_n_steps (edit); i++)
    if (!write_step (applying, plw_edit_step (edit, i), error))
      return false;
  if (by != 0 && !move_years (applying->sql, by, error))
    return false;
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    if (applying->added[t] != NULL && !place_added (applying, (PlwTableId) t, error))
      return false;
  return true;
}

bool
plw_sql_apply (PlwSql *sql, const PlwPlan *after, const PlwEdit *edit, int base_year, GError **error)
{
  Applying applying = { .sql = sql, .after = after, .base_year = base_year };
  bool is_done = apply_all (&applying, edit, error);

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    g_clear_pointer (&applying.added[t], g_hash_table_unref);
  return is_done;
}
