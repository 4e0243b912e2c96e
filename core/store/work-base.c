/* work-base.c: the database of a working copy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/work-base.h"

#include "base/i18n.h"
#include "base/sha256.h"
#include "store/hostile.h"
#include "store/migrate.h"
#include "store/sql-copy.h"
#include "store/sql-schema.h"

#include <string.h>

/* The keys of the marks, and of the same marks while a save is under way. */
static const char *const mark_keys[] = { "path", "sha256", "seq", "version" };
static const char *const intent_keys[] = { "next_path", "next_sha256", "next_seq", "next_version" };

void
plw_marks_clear (PlwMarks *marks)
{
  g_clear_pointer (&marks->path, g_free);
  g_clear_pointer (&marks->sha256, g_free);
}

static bool
set_durable (PlwSql *sql, GError **error)
{
  return plw_sql_exec (sql,
                       "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; "
                       "PRAGMA temp_store = MEMORY",
                       error);
}

static PlwSql *
open_base (const char *path, GError **error)
{
  g_autoptr (PlwSql) sql = plw_sql_open (path, _ ("The working copy cannot be used"), error);

  return sql != NULL && set_durable (sql, error) ? g_steal_pointer (&sql) : NULL;
}

PlwSql *
plw_work_base_open (const char *path, GError **error)
{
  g_autoptr (PlwSql) sql = open_base (path, error);
  int64_t version;

  if (sql == NULL || !plw_sql_number (sql, "PRAGMA user_version", &version, error))
    return NULL;
  if (version > PLW_SQL_VERSION)
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_NEWER,
                           _ ("The working copy was made by a newer version of Placewright"));
      return NULL;
    }
  if (!plw_migrate (sql, plw_migrations (), (int) version, true, error)
      || !plw_sql_matches (sql, true, NULL, error))
    return NULL;
  return g_steal_pointer (&sql);
}

PlwSql *
plw_work_base_create (const char *path, GError **error)
{
  return open_base (path, error);
}

bool
plw_work_base_is_blank (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return true;

  g_autoptr (PlwSql) sql = open_base (path, NULL);
  int64_t n = 1;
  return sql != NULL && plw_sql_number (sql, "SELECT count(*) FROM sqlite_schema", &n, NULL) && n == 0;
}

bool
plw_work_base_read_ends (PlwSql *sql, int64_t *ret_seq, int64_t *ret_version, GError **error)
{
  return plw_sql_number (sql, "SELECT coalesce(max(\"seq\"), 0) FROM \"log\"", ret_seq, error)
         && plw_sql_number (sql, "SELECT coalesce(max(\"id\"), 0) FROM \"version\"", ret_version, error);
}

static bool
read_keys (PlwSql *sql, const char *const *keys, PlwMarks *ret_marks, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *seq = NULL;
  g_autofree char *version = NULL;
  g_auto (PlwMarks) marks = { 0 };

  marks.path = plw_sql_get_key (sql, "local", keys[0], &local);
  if (local == NULL)
    marks.sha256 = plw_sql_get_key (sql, "local", keys[1], &local);
  if (local == NULL)
    seq = plw_sql_get_key (sql, "local", keys[2], &local);
  if (local == NULL)
    version = plw_sql_get_key (sql, "local", keys[3], &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return false;
    }
  marks.seq = seq != NULL ? g_ascii_strtoll (seq, NULL, 10) : 0;
  marks.version = version != NULL ? g_ascii_strtoll (version, NULL, 10) : 0;
  *ret_marks = marks;
  marks = (PlwMarks){ 0 };
  return true;
}

static bool
write_keys (PlwSql *sql, const char *const *keys, const PlwMarks *marks, GError **error)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, marks->seq);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, marks->version);

  return plw_sql_set_key (sql, "local", keys[0], marks->path, error)
         && plw_sql_set_key (sql, "local", keys[1], marks->sha256, error)
         && plw_sql_set_key (sql, "local", keys[2], seq, error)
         && plw_sql_set_key (sql, "local", keys[3], version, error);
}

static bool
forget_intent (PlwSql *sql, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (intent_keys); i++)
    if (!plw_sql_set_key (sql, "local", intent_keys[i], NULL, error))
      return false;
  return true;
}

/* Whether the user's file is what the save under way was to make of it. */
static bool
has_happened (const PlwMarks *intent)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (intent->path == NULL || intent->sha256 == NULL)
    return false;
  bytes = plw_read_file (intent->path, NULL);
  sha256 = bytes != NULL ? plw_sha256_of_bytes (bytes) : NULL;
  return g_strcmp0 (sha256, intent->sha256) == 0;
}

bool
plw_work_base_read_marks (PlwSql *sql, PlwMarks *ret_marks, GError **error)
{
  g_auto (PlwMarks) marks = { 0 };
  g_auto (PlwMarks) intent = { 0 };

  if (!read_keys (sql, mark_keys, &marks, error) || !read_keys (sql, intent_keys, &intent, error))
    return false;

  PlwMarks *right = has_happened (&intent) ? &intent : &marks;
  *ret_marks = *right;
  *right = (PlwMarks){ 0 };
  return true;
}

static bool
finish (PlwSql *sql, bool is_right, GError **error)
{
  if (is_right && plw_sql_exec (sql, "COMMIT", error))
    return true;
  plw_sql_exec_code (sql, "ROLLBACK");
  return false;
}

bool
plw_work_base_write_marks (PlwSql *sql, const PlwMarks *marks, GError **error)
{
  return plw_sql_exec (sql, "BEGIN IMMEDIATE", error)
         && finish (sql, write_keys (sql, mark_keys, marks, error) && forget_intent (sql, error), error);
}

bool
plw_work_base_write_intent (PlwSql *sql, const PlwMarks *marks, GError **error)
{
  return plw_sql_exec (sql, "BEGIN IMMEDIATE", error)
         && finish (sql, write_keys (sql, intent_keys, marks, error), error);
}
