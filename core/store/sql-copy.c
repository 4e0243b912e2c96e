/* sql-copy.c: one database built anew from another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-copy.h"

#include "base/i18n.h"
#include "store/digest.h"
#include "store/sql-schema.h"

#include <string.h>

static bool
copy_any (PlwSql *to, sqlite3_stmt *into, int index, sqlite3_stmt *row, int column)
{
  const char *text;
  int64_t number;

  if (plw_sql_column_number (row, column, &number))
    plw_sql_bind_number (to, into, index, number);
  else if (plw_sql_column_text (row, column, &text))
    plw_sql_bind_text (to, into, index, text);
  else
    return false;
  return true;
}

static bool
copy_value (PlwSql *to,
            sqlite3_stmt *into,
            int index,
            sqlite3_stmt *row,
            int column,
            const PlwSqlColumn *spec)
{
  int type = sqlite3_column_type (row, column);

  if (type == SQLITE_NULL)
    {
      plw_sql_bind_null (to, into, index);
      return spec->is_nullable;
    }
  switch (spec->kind)
    {
    case PLW_SQL_INTEGER:
      return type == SQLITE_INTEGER && copy_any (to, into, index, row, column);
    case PLW_SQL_TEXT:
      return type == SQLITE_TEXT && copy_any (to, into, index, row, column);
    case PLW_SQL_ANY:
      return copy_any (to, into, index, row, column);
    case PLW_SQL_BLOB:
    default:
      {
        const void *blob = sqlite3_column_blob (row, column);
        g_autoptr (GBytes) bytes = g_bytes_new (blob, (gsize) sqlite3_column_bytes (row, column));

        plw_sql_bind_bytes (to, into, index, bytes);
        return type == SQLITE_BLOB;
      }
    }
}

static bool
copy_row (PlwSql *to,
          sqlite3_stmt *into,
          const PlwSqlTable *table,
          sqlite3_stmt *row,
          int64_t position,
          GError **error)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PlwSqlColumn *column = &g_array_index (table->columns, PlwSqlColumn, i);

      if (table->has_position && i == 1)
        plw_sql_bind_number (to, into, 2, position);
      else if (!copy_value (to, into, (int) i + 1, row, (int) i, column))
        return plw_sql_fail_content (to, table->name, position, column->name, error);
    }
  return plw_sql_run (to, into, error);
}

static bool
copy_table (PlwSql *from, PlwSql *to, const PlwSqlTable *table, int64_t gap, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (from, table->select, error);
  sqlite3_stmt *into = statement != NULL ? plw_sql_prepare (to, table->insert, error) : NULL;
  bool has_row = false;

  if (into == NULL)
    return false;
  for (int64_t n = 1;; n++)
    {
      if (!plw_sql_next (from, statement, &has_row, error))
        return false;
      if (!has_row)
        return true;
      if (!copy_row (to, into, table, statement, n * gap, error))
        {
          sqlite3_reset (statement);
          return false;
        }
    }
}

bool
plw_sql_copy (PlwSql *from, PlwSql *to, int64_t gap, GError **error)
{
  const GPtrArray *tables = plw_sql_tables ();

  for (guint i = 0; i < tables->len; i++)
    {
      const PlwSqlTable *table = g_ptr_array_index (tables, i);

      if (!table->is_local && !copy_table (from, to, table, gap, error))
        return false;
    }
  return true;
}

char *
plw_sql_get_key (PlwSql *sql, const char *table, const char *key, GError **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT \"value\" FROM \"%s\" WHERE \"key\" = ?", table);
  sqlite3_stmt *statement = plw_sql_query (sql, error, text, "t", key);
  bool has_row = false;
  const char *value = NULL;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error) || !has_row)
    return NULL;
  if (!plw_sql_column_text (statement, 0, &value))
    plw_sql_fail_content (sql, table, 0, key, error);

  char *held = g_strdup (value);
  sqlite3_reset (statement);
  return held;
}

bool
plw_sql_set_key (PlwSql *sql, const char *table, const char *key, const char *value, GError **error)
{
  g_autofree char *text =
      value != NULL
          ? g_strdup_printf ("INSERT OR REPLACE INTO \"%s\"(\"key\", \"value\") VALUES (?, ?)", table)
          : g_strdup_printf ("DELETE FROM \"%s\" WHERE \"key\" = ?", table);

  return value != NULL ? plw_sql_do (sql, error, text, "tt", key, value)
                       : plw_sql_do (sql, error, text, "t", key);
}

GBytes *
plw_sql_seal (PlwSql *sql, GError **error)
{
  if (!plw_sql_set_key (sql, "meta", "program", PLW_VERSION, error)
      || !plw_sql_set_key (sql, "meta", "digest", NULL, error))
    return NULL;

  g_autofree char *digest = plw_digest (sql, error);
  if (digest == NULL || !plw_sql_set_key (sql, "meta", "digest", digest, error))
    return NULL;

  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_serialize (sql->db, "main", &size, 0);
  if (bytes == NULL)
    {
      plw_sql_fail (sql, SQLITE_NOMEM, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}
