/* sql.c: a SQLite connection that speaks GError.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql.h"

#include "base/i18n.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

bool
plw_sql_fail (PlwSql *sql, int code, GError **error)
{
  PlwError held = PLW_ERROR_FORMAT;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
      held = PLW_ERROR_IO;
      break;
    default:
      break;
    }
  g_set_error (error, PLW_ERROR, (gint) held, "%s: %s", sql->what,
               sql->db != NULL ? sqlite3_errmsg (sql->db) : sqlite3_errstr (code));
  return false;
}

bool
plw_sql_fail_content (PlwSql *sql, const char *table, int64_t row, const char *column, GError **error)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT,
               _ ("%s: table %s, entry %" PRId64 ", column %s holds what cannot be there"), sql->what, table,
               row, column);
  return false;
}

PlwSql *
plw_sql_open (const char *path, const char *what, GError **error)
{
  g_autoptr (PlwSql) sql = g_new0 (PlwSql, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  sql->what = g_strdup (what);
  sql->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  int code = sqlite3_open_v2 (path != NULL ? path : ":memory:", &sql->db, flags, NULL);
  if (code != SQLITE_OK)
    {
      plw_sql_fail (sql, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (sql->db, 2000);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return g_steal_pointer (&sql);
}

void
plw_sql_close (PlwSql *sql)
{
  if (sql == NULL)
    return;
  g_hash_table_unref (sql->statements);
  sqlite3_close_v2 (sql->db);
  g_free (sql->what);
  g_free (sql);
}

int
plw_sql_exec_code (PlwSql *sql, const char *text)
{
  return sqlite3_exec (sql->db, text, NULL, NULL, NULL);
}

bool
plw_sql_exec (PlwSql *sql, const char *text, GError **error)
{
  int code = plw_sql_exec_code (sql, text);

  return code == SQLITE_OK || plw_sql_fail (sql, code, error);
}

sqlite3_stmt *
plw_sql_prepare (PlwSql *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (sql->statements, text);

  sql->bind_result = SQLITE_OK;
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  int code = sqlite3_prepare_v3 (sql->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      plw_sql_fail (sql, code, error);
      return NULL;
    }
  g_hash_table_insert (sql->statements, g_strdup (text), statement);
  return statement;
}

static void
note_binding (PlwSql *sql, int code)
{
  if (sql->bind_result == SQLITE_OK)
    sql->bind_result = code;
}

void
plw_sql_bind_null (PlwSql *sql, sqlite3_stmt *statement, int index)
{
  note_binding (sql, sqlite3_bind_null (statement, index));
}

void
plw_sql_bind_number (PlwSql *sql, sqlite3_stmt *statement, int index, int64_t number)
{
  note_binding (sql, sqlite3_bind_int64 (statement, index, number));
}

void
plw_sql_bind_text (PlwSql *sql, sqlite3_stmt *statement, int index, const char *text)
{
  note_binding (sql, sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT));
}

void
plw_sql_bind_bytes (PlwSql *sql, sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  note_binding (sql, sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT));
}

bool
plw_sql_next (PlwSql *sql, sqlite3_stmt *statement, bool *ret_has_row, GError **error)
{
  if (sql->bind_result != SQLITE_OK)
    {
      int code = sql->bind_result;

      sql->bind_result = SQLITE_OK;
      return plw_sql_fail (sql, code, error);
    }

  int code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      *ret_has_row = true;
      return true;
    }
  if (code != SQLITE_DONE)
    {
      plw_sql_fail (sql, code, error);
      sqlite3_reset (statement);
      return false;
    }
  sqlite3_reset (statement);
  *ret_has_row = false;
  return true;
}

bool
plw_sql_run (PlwSql *sql, sqlite3_stmt *statement, GError **error)
{
  bool has_row = false;

  if (!plw_sql_next (sql, statement, &has_row, error))
    return false;
  if (has_row)
    sqlite3_reset (statement);
  return true;
}

static sqlite3_stmt *
prepare_and_bind (PlwSql *sql, GError **error, const char *text, const char *types, va_list values)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, text, error);

  if (statement == NULL)
    return NULL;
  for (int i = 0; types[i] != '\0'; i++)
    {
      const char *held;

      if (types[i] == 'n')
        plw_sql_bind_number (sql, statement, i + 1, va_arg (values, int64_t));
      else if ((held = va_arg (values, const char *)) != NULL)
        plw_sql_bind_text (sql, statement, i + 1, held);
    }
  return statement;
}

bool
plw_sql_do (PlwSql *sql, GError **error, const char *text, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = prepare_and_bind (sql, error, text, types, values);
  va_end (values);
  return statement != NULL && plw_sql_run (sql, statement, error);
}

sqlite3_stmt *
plw_sql_query (PlwSql *sql, GError **error, const char *text, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = prepare_and_bind (sql, error, text, types, values);
  va_end (values);
  return statement;
}

bool
plw_sql_number (PlwSql *sql, const char *text, int64_t *ret_number, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, text, error);
  bool has_row = false;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return false;
  if (!has_row)
    return plw_sql_fail (sql, SQLITE_CORRUPT, error);
  *ret_number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return true;
}

bool
plw_sql_text_is_sound (const char *text, size_t length)
{
  return length <= PLW_SQL_TEXT_MOST && strlen (text) == length
         && g_utf8_validate (text, (gssize) length, NULL);
}

bool
plw_sql_column_text (sqlite3_stmt *statement, int column, const char **ret_text)
{
  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return false;

  const char *text = (const char *) sqlite3_column_text (statement, column);
  if (text == NULL || !plw_sql_text_is_sound (text, (size_t) sqlite3_column_bytes (statement, column)))
    return false;
  *ret_text = text;
  return true;
}

bool
plw_sql_column_number (sqlite3_stmt *statement, int column, int64_t *ret_number)
{
  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER)
    return false;
  *ret_number = sqlite3_column_int64 (statement, column);
  return true;
}
