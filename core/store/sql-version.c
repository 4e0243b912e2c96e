/* sql-version.c: the named versions in a plan file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sql-version.h"

#include "base/i18n.h"
#include "store/snapshot.h"

#include <inttypes.h>

bool
plw_sql_add_version (PlwSql *sql, const PlwVersion *version, const PlwPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = plw_snapshot_write (plan);

  if (g_bytes_get_size (bytes) > PLW_SNAPSHOT_SIZE_MOST)
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_RANGE,
                           _ ("The plan is too large to be kept as a version"));
      return false;
    }

  sqlite3_stmt *statement =
      plw_sql_query (sql, error,
                     "INSERT INTO \"version\"(\"id\", \"at\", \"who\", \"name\", \"note\", \"plan\") VALUES "
                     "(?, ?, ?, ?, ?, ?)",
                     "nnttt", version->id, version->when, version->who, version->name, version->note);

  if (statement == NULL)
    return false;
  plw_sql_bind_bytes (sql, statement, 6, bytes);
  return plw_sql_run (sql, statement, error);
}

/* Columns: id, at, who, name, note. */
static PlwVersion *
read_version (PlwSql *sql, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (PlwVersion) version = g_new0 (PlwVersion, 1);
  const char *who;
  const char *name;
  const char *note = NULL;

  if (!plw_sql_column_number (statement, 0, &version->id) || version->id <= 0
      || !plw_sql_column_number (statement, 1, &version->when) || !plw_sql_column_text (statement, 2, &who)
      || !plw_sql_column_text (statement, 3, &name)
      || (sqlite3_column_type (statement, 4) != SQLITE_NULL && !plw_sql_column_text (statement, 4, &note)))
    {
      plw_sql_fail_content (sql, "version", version->id, "name", error);
      return NULL;
    }
  version->who = g_strdup (who);
  version->name = g_strdup (name);
  version->note = g_strdup (note);
  return g_steal_pointer (&version);
}

static void
free_version (gpointer version)
{
  plw_version_free (version);
}

GPtrArray *
plw_sql_read_versions (PlwSql *sql, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (free_version);
  sqlite3_stmt *statement = plw_sql_prepare (
      sql, "SELECT \"id\", \"at\", \"who\", \"name\", \"note\" FROM \"version\" ORDER BY \"id\" DESC", error);
  bool has_row = false;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!plw_sql_next (sql, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&versions);

      PlwVersion *version = read_version (sql, statement, error);
      if (version == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (versions, version);
    }
}

PlwPlan *
plw_sql_read_version_plan (PlwSql *sql, int64_t id, GError **error)
{
  sqlite3_stmt *statement =
      plw_sql_query (sql, error, "SELECT \"plan\" FROM \"version\" WHERE \"id\" = ?", "n", id);
  bool has_row = false;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("The plan has no version %" PRId64), id);
      return NULL;
    }
  if (sqlite3_column_type (statement, 0) != SQLITE_BLOB)
    {
      sqlite3_reset (statement);
      plw_sql_fail_content (sql, "version", id, "plan", error);
      return NULL;
    }

  g_autoptr (GBytes) bytes =
      g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return plw_snapshot_read (bytes, error);
}
