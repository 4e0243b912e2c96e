/* digest.c: a SHA-256 over everything a plan file says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/digest.h"

#include "base/sha256.h"

#include <string.h>

static void
add_number (PlwSha256 *sum, int64_t number)
{
  guint64 held = GUINT64_TO_LE ((guint64) number);

  plw_sha256_add (sum, &held, sizeof held);
}

/* Lengths go before bytes so that no two contents spell the same. */
static void
add_bytes (PlwSha256 *sum, const void *bytes, int64_t length)
{
  add_number (sum, length);
  if (length > 0)
    plw_sha256_add (sum, bytes, (size_t) length);
}

static void
add_value (PlwSha256 *sum, sqlite3_stmt *statement, int column)
{
  int type = sqlite3_column_type (statement, column);

  add_number (sum, type);
  switch (type)
    {
    case SQLITE_INTEGER:
      add_number (sum, sqlite3_column_int64 (statement, column));
      break;
    case SQLITE_NULL:
      break;
    case SQLITE_TEXT:
      {
        const void *text = sqlite3_column_text (statement, column);

        add_bytes (sum, text, sqlite3_column_bytes (statement, column));
        break;
      }
    default:
      {
        const void *blob = sqlite3_column_blob (statement, column);

        add_bytes (sum, blob, sqlite3_column_bytes (statement, column));
        break;
      }
    }
}

/* `1`, `1, 2` ... : our keys are always the first columns. */
static char *
key_order (PlwSql *sql, const char *table, GError **error)
{
  g_autoptr (GString) order = g_string_new ("1");
  sqlite3_stmt *statement =
      plw_sql_query (sql, error, "SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0", "t", table);
  bool has_row = false;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return NULL;
  for (int i = 2; has_row && i <= sqlite3_column_int (statement, 0); i++)
    g_string_append_printf (order, ", %d", i);
  sqlite3_reset (statement);
  return g_strdup (order->str);
}

static bool
add_table (PlwSql *sql, PlwSha256 *sum, const char *table, GError **error)
{
  g_autofree char *order = key_order (sql, table, error);
  bool is_meta = strcmp (table, "meta") == 0;
  bool has_row = false;

  if (order == NULL)
    return false;

  g_autofree char *text = g_strdup_printf ("SELECT * FROM \"%s\"%s ORDER BY %s", table,
                                           is_meta ? " WHERE \"key\" <> 'digest'" : "", order);
  sqlite3_stmt *statement = plw_sql_prepare (sql, text, error);
  if (statement == NULL)
    return false;
  add_bytes (sum, table, (int64_t) strlen (table));
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return false;
      add_number (sum, has_row);
      if (!has_row)
        return true;
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        add_value (sum, statement, i);
    }
}

static GPtrArray *
list_tables (PlwSql *sql, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = plw_sql_prepare (
      sql, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'local' ORDER BY name", error);
  bool has_row = false;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&tables);
      g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
}

char *
plw_digest (PlwSql *sql, GError **error)
{
  g_autoptr (PlwSha256) sum = plw_sha256_new ();
  g_autoptr (GPtrArray) tables = list_tables (sql, error);

  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    if (!add_table (sql, sum, g_ptr_array_index (tables, i), error))
      return NULL;
  return plw_sha256_end (sum);
}
