/* sql-log.c: the change log of a plan file. It only grows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-log.h"

#include "plan/plan-private.h"
#include "store/sql-cell.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"

#include <string.h>

static const char *const entry_kinds[] = { "edit", "undo", "redo" };
static const char *const step_kinds[] = { "set", "insert", "delete" };

static bool
find_kind (const char *const *kinds, const char *name, int *ret_kind)
{
  for (int i = 0; i < 3; i++)
    if (strcmp (kinds[i], name) == 0)
      {
        *ret_kind = i;
        return true;
      }
  return false;
}

static bool
append_cells (PlwSql *sql, int64_t seq, int64_t n, const PlwStep *step, GError **error)
{
  for (size_t i = 0; i < step->n_cells; i++)
    {
      if (!step->cells[i].is_set)
        continue;

      sqlite3_stmt *statement = plw_sql_query (
          sql, error, "INSERT INTO \"log_cell\"(\"seq\", \"n\", \"column\", \"value\") VALUES (?, ?, ?, ?)",
          "nnt", seq, n, plw_cell_name (step->table, i));
      if (statement == NULL)
        return false;
      plw_cell_bind (sql, statement, 4, step->table, i, step->cells[i]);
      if (!plw_sql_run (sql, statement, error))
        return false;
    }
  return true;
}

static bool
append_step (PlwSql *sql, int64_t seq, int64_t n, const PlwStep *step, GError **error)
{
  bool is_set = step->kind == PLW_STEP_SET;
  sqlite3_stmt *statement = plw_sql_query (
      sql, error,
      "INSERT INTO \"log_step\"(\"seq\", \"n\", \"kind\", \"table\", \"row\", \"column\", \"position\", "
      "\"from\", \"to\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "nnttnt", seq, n, step_kinds[step->kind], plw_schema_table (step->table)->name, step->row,
      is_set ? plw_cell_name (step->table, step->column) : NULL);

  if (statement == NULL)
    return false;
  if (is_set)
    {
      plw_cell_bind (sql, statement, 8, step->table, step->column, step->from);
      plw_cell_bind (sql, statement, 9, step->table, step->column, step->to);
    }
  else
    plw_sql_bind_number (sql, statement, 7, (int64_t) step->position);
  return plw_sql_run (sql, statement, error) && (is_set || append_cells (sql, seq, n, step, error));
}

bool
plw_sql_append_entry (PlwSql *sql, const PlwEntry *entry, GError **error)
{
  if (!plw_sql_do (
          sql, error,
          "INSERT INTO \"log\"(\"seq\", \"kind\", \"target\", \"at\", \"who\", \"name\", \"reason\") "
          "VALUES (?, ?, ?, ?, ?, ?, ?)",
          "ntnnttt", entry->seq, entry_kinds[entry->kind], entry->target, entry->when, entry->who,
          entry->name, entry->reason))
    return false;
  if (entry->kind != PLW_ENTRY_EDIT || entry->edit == NULL)
    return true;
  for (size_t i = 0; i < plw_edit_n_steps (entry->edit); i++)
    if (!append_step (sql, entry->seq, (int64_t) i, plw_edit_step (entry->edit, i), error))
      return false;
  return true;
}

static bool
note_row (PlwHistory *history, sqlite3_stmt *statement)
{
  const char *text;
  int kind;
  int64_t seq;
  int64_t target;

  if (!plw_sql_column_text (statement, 1, &text) || !find_kind (entry_kinds, text, &kind))
    return false;
  return plw_sql_column_number (statement, 0, &seq) && plw_sql_column_number (statement, 2, &target)
         && plw_sql_column_text (statement, 3, &text)
         && plw_history_note (history, seq, (PlwEntryKind) kind, target, text,
                              sqlite3_column_int (statement, 4) != 0);
}

PlwHistory *
plw_sql_read_history (PlwSql *sql, GError **error)
{
  g_autoptr (PlwHistory) history = plw_history_new ();
  sqlite3_stmt *statement =
      plw_sql_prepare (sql,
                       "SELECT \"seq\", \"kind\", \"target\", \"name\", "
                       "EXISTS (SELECT 1 FROM \"log_step\" WHERE \"log_step\".\"seq\" = \"log\".\"seq\") "
                       "FROM \"log\" ORDER BY \"seq\"",
                       error);
  bool has_row = false;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&history);
      if (!note_row (history, statement))
        {
          sqlite3_reset (statement);
          plw_sql_fail_content (sql, "log", history->last_seq + 1, "kind", error);
          return NULL;
        }
    }
}

/* The cells of a whole row; those not named are empty. */
static bool
read_cells (PlwSql *sql,
            int64_t seq,
            int64_t n,
            PlwTableId table,
            PlwEdit *edit,
            PlwStep *step,
            GError **error)
{
  g_autofree PlwValue *cells = g_new0 (PlwValue, plw_plan_n_cells (table));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = plw_sql_query (
      sql, error, "SELECT \"column\", \"value\" FROM \"log_cell\" WHERE \"seq\" = ? AND \"n\" = ?", "nn", seq,
      n);
  bool has_row = false;
  const char *name;
  size_t cell;

  if (statement == NULL)
    return false;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return false;
      if (!has_row)
        break;
      if (!plw_sql_column_text (statement, 0, &name) || !plw_cell_find (table, name, &cell)
          || !plw_cell_read (statement, 1, table, cell, &cells[cell]))
        {
          sqlite3_reset (statement);
          return plw_sql_fail_content (sql, "log_cell", seq, "value", error);
        }
      if (cells[cell].is_set && plw_type_is_text (plw_plan_column_type (NULL, table, cell)))
        {
          g_ptr_array_add (texts, g_strdup (cells[cell].text));
          cells[cell].text = g_ptr_array_index (texts, texts->len - 1);
        }
    }
  step->cells = cells;
  step->n_cells = plw_plan_n_cells (table);
  plw_edit_add_step (edit, step);
  return true;
}

/* Columns: n, kind, table, row, position, column, from, to. */
static bool
read_step (PlwSql *sql, sqlite3_stmt *statement, int64_t seq, PlwEdit *edit, GError **error)
{
  PlwStep step = { 0 };
  const char *text;
  int64_t n;
  int64_t position;
  int kind;

  if (!plw_sql_column_number (statement, 0, &n) || n != (int64_t) plw_edit_n_steps (edit))
    return plw_sql_fail_content (sql, "log_step", seq, "n", error);
  if (!plw_sql_column_text (statement, 1, &text) || !find_kind (step_kinds, text, &kind))
    return plw_sql_fail_content (sql, "log_step", seq, "kind", error);
  step.kind = (PlwStepKind) kind;
  if (!plw_sql_column_text (statement, 2, &text) || !plw_schema_find_table (text, &step.table))
    return plw_sql_fail_content (sql, "log_step", seq, "table", error);
  if (!plw_sql_column_number (statement, 3, &step.row) || step.row <= 0 || step.row > PLW_ROW_ID_MOST)
    return plw_sql_fail_content (sql, "log_step", seq, "row", error);
  if (step.kind != PLW_STEP_SET)
    {
      if (!plw_sql_column_number (statement, 4, &position) || position < 0 || position > PLW_ROW_ID_MOST)
        return plw_sql_fail_content (sql, "log_step", seq, "position", error);
      step.position = (size_t) position;
      return read_cells (sql, seq, n, step.table, edit, &step, error);
    }
  if (!plw_sql_column_text (statement, 5, &text) || !plw_cell_find (step.table, text, &step.column))
    return plw_sql_fail_content (sql, "log_step", seq, "column", error);
  if (!plw_cell_read (statement, 6, step.table, step.column, &step.from)
      || !plw_cell_read (statement, 7, step.table, step.column, &step.to))
    return plw_sql_fail_content (sql, "log_step", seq, "to", error);
  plw_edit_add_step (edit, &step);
  return true;
}

static PlwEdit *
read_steps (PlwSql *sql, int64_t seq, const char *name, const char *reason, GError **error)
{
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  sqlite3_stmt *statement =
      plw_sql_query (sql, error,
                     "SELECT \"n\", \"kind\", \"table\", \"row\", \"position\", \"column\", \"from\", \"to\" "
                     "FROM \"log_step\" WHERE \"seq\" = ? ORDER BY \"n\"",
                     "n", seq);
  bool has_row = false;

  plw_edit_set_reason (edit, reason);
  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&edit);
      if (!read_step (sql, statement, seq, edit, error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
    }
}

PlwEdit *
plw_sql_read_edit (PlwSql *sql, int64_t seq, GError **error)
{
  sqlite3_stmt *statement =
      plw_sql_query (sql, error, "SELECT \"name\", \"reason\" FROM \"log\" WHERE \"seq\" = ?", "n", seq);
  bool has_row = false;
  const char *text;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return NULL;
  if (!has_row || !plw_sql_column_text (statement, 0, &text))
    {
      sqlite3_reset (statement);
      plw_sql_fail_content (sql, "log", seq, "name", error);
      return NULL;
    }

  g_autofree char *name = g_strdup (text);
  g_autofree char *reason = plw_sql_column_text (statement, 1, &text) ? g_strdup (text) : NULL;
  sqlite3_reset (statement);
  return read_steps (sql, seq, name, reason, error);
}

/* Columns: seq, kind, target, at, who, name, reason. */
static PlwEntry *
read_entry (PlwSql *sql, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (PlwEntry) entry = g_new0 (PlwEntry, 1);
  const char *who;
  const char *name;
  const char *reason = NULL;
  const char *kind;
  int held;

  if (!plw_sql_column_number (statement, 0, &entry->seq) || !plw_sql_column_text (statement, 1, &kind)
      || !find_kind (entry_kinds, kind, &held) || !plw_sql_column_number (statement, 2, &entry->target)
      || !plw_sql_column_number (statement, 3, &entry->when) || !plw_sql_column_text (statement, 4, &who)
      || !plw_sql_column_text (statement, 5, &name)
      || (sqlite3_column_type (statement, 6) != SQLITE_NULL && !plw_sql_column_text (statement, 6, &reason)))
    {
      plw_sql_fail_content (sql, "log", entry->seq, "kind", error);
      return NULL;
    }
  entry->kind = (PlwEntryKind) held;
  entry->who = g_strdup (who);
  entry->name = g_strdup (name);
  entry->reason = g_strdup (reason);

  int64_t source = entry->kind == PLW_ENTRY_EDIT ? entry->seq : entry->target;
  g_autoptr (PlwEdit) edit = read_steps (sql, source, entry->name, entry->reason, error);
  if (edit == NULL)
    return NULL;
  entry->edit = entry->kind == PLW_ENTRY_UNDO ? plw_edit_inverse (edit) : g_steal_pointer (&edit);
  return g_steal_pointer (&entry);
}

static void
free_entry (gpointer entry)
{
  plw_entry_free (entry);
}

GPtrArray *
plw_sql_read_log (PlwSql *sql, size_t most, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  int64_t limit = most > 0 ? (int64_t) MIN (most, G_MAXINT32) : -1;
  sqlite3_stmt *statement = plw_sql_query (
      sql, error,
      "SELECT \"seq\", \"kind\", \"target\", \"at\", \"who\", \"name\", \"reason\" FROM \"log\" "
      "ORDER BY \"seq\" DESC LIMIT ?",
      "n", limit);
  bool has_row = false;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);

      PlwEntry *entry = read_entry (sql, statement, error);
      if (entry == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }
}
