/* hostile.c: reading a plan file that may come from anybody.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/hostile.h"

#include "base/i18n.h"
#include "store/digest.h"
#include "store/migrate.h"
#include "store/sql-copy.h"
#include "store/sql-log.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"
#include "store/sql-version.h"

#include <placewright/plan.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define HEADER_SIZE 100

/* Many times what an honest file needs: ten seconds, and one more for each megabyte. */
#define DEADLINE_US (10 * G_USEC_PER_SEC)
#define BYTES_A_SECOND (1024 * 1024)
#define OPERATIONS_BETWEEN_LOOKS 10000

static bool
fail_damaged (GError **error)
{
  g_set_error_literal (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("the file is damaged"));
  return false;
}

static bool
fail_read (const char *path, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), name,
               g_strerror (saved_errno));
  return false;
}

static bool
read_all (int file, GByteArray *held)
{
  guint8 block[65536];
  ssize_t n;

  while ((n = read (file, block, sizeof block)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return false;
      g_byte_array_append (held, block, (guint) n);
      if (held->len > PLW_FILE_SIZE_MOST)
        return true;
    }
  return true;
}

GBytes *
plw_read_file (const char *path, GError **error)
{
  g_autoptr (GByteArray) held = NULL;
  /* Not to hang on a pipe that has a plan's name. */
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat status;

  if (file < 0)
    return fail_read (path, errno, error), NULL;

  bool is_read = fstat (file, &status) == 0;
  if (is_read && !S_ISREG (status.st_mode))
    {
      errno = S_ISDIR (status.st_mode) ? EISDIR : EINVAL;
      is_read = false;
    }
  if (is_read)
    {
      /* As large as it says it is, so that nothing is moved; it may still grow while it is read. */
      held = g_byte_array_sized_new ((guint) CLAMP (status.st_size, 0, PLW_FILE_SIZE_MOST));
      is_read = read_all (file, held);
    }

  int saved_errno = errno;
  close (file);
  if (!is_read)
    return fail_read (path, saved_errno, error), NULL;
  if (held->len > PLW_FILE_SIZE_MOST)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” is larger than any plan can be"), name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&held));
}

static uint32_t
get_big_32 (const uint8_t *bytes, size_t at)
{
  return (uint32_t) bytes[at] << 24 | (uint32_t) bytes[at + 1] << 16 | (uint32_t) bytes[at + 2] << 8
         | bytes[at + 3];
}

bool
plw_bytes_look_like_plan (GBytes *bytes)
{
  gsize size;
  const uint8_t *data = g_bytes_get_data (bytes, &size);

  return size >= HEADER_SIZE && memcmp (data, "SQLite format 3", 16) == 0
         && get_big_32 (data, 68) == PLW_SQL_APPLICATION_ID;
}

/* What SQLite itself would be lenient about: a file we wrote is exactly as long
 * as it says, is UTF-8 and needs no journal.
 */
static bool
check_header (GBytes *bytes, int *ret_version, GError **error)
{
  gsize size;
  const uint8_t *data = g_bytes_get_data (bytes, &size);

  if (!plw_bytes_look_like_plan (bytes))
    {
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("the file is not a Placewright plan"));
      return false;
    }

  uint32_t version = get_big_32 (data, 60);
  if (version > PLW_SQL_VERSION && version < 0x80000000)
    {
      g_set_error (
          error, PLW_ERROR, PLW_ERROR_NEWER,
          _ ("the plan was made by a newer version of Placewright (its format is %u, this version reads "
             "up to %d)"),
          version, PLW_SQL_VERSION);
      return false;
    }

  uint32_t page_size = (uint32_t) data[16] << 8 | data[17];
  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || get_big_32 (data, 28) == 0 || (uint64_t) page_size * get_big_32 (data, 28) != size
      || data[18] != 1 || data[19] != 1 || get_big_32 (data, 56) != SQLITE_UTF8)
    return fail_damaged (error);
  *ret_version = (int) version;
  return true;
}

static int
look_at_clock_cb (void *data)
{
  const int64_t *deadline = data;

  return g_get_monotonic_time () > *deadline;
}

static void
set_limits (sqlite3 *db)
{
  static const struct
  {
    int limit;
    int most;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 20 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].most);
}

static bool
set_policy (PlwSql *sql, GError **error)
{
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (sql->db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
  set_limits (sql->db);
  return plw_sql_exec (sql, "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY",
                       error);
}

/* @flags without RESIZEABLE: the bytes stay the caller's. */
static bool
deserialize (PlwSql *sql, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  int code = sqlite3_deserialize (sql->db, "main", (unsigned char *) data, (sqlite3_int64) size,
                                  (sqlite3_int64) size, SQLITE_DESERIALIZE_READONLY);

  return code == SQLITE_OK || plw_sql_fail (sql, code, error);
}

static bool
check_pages (PlwSql *sql, GError **error)
{
  sqlite3_stmt *statement = plw_sql_prepare (sql, "PRAGMA quick_check(1)", error);
  bool has_row = false;
  const char *text;

  if (statement == NULL || !plw_sql_next (sql, statement, &has_row, error))
    return false;

  bool is_ok = has_row && plw_sql_column_text (statement, 0, &text) && strcmp (text, "ok") == 0;
  sqlite3_reset (statement);
  return is_ok || fail_damaged (error);
}

static bool
check_digest (PlwSql *sql, GError **error)
{
  g_autofree char *said = plw_sql_get_key (sql, "meta", "digest", error);

  if (said == NULL)
    return (error != NULL && *error != NULL) ? false : fail_damaged (error);

  g_autofree char *found = plw_digest (sql, error);
  if (found == NULL)
    return false;
  return strcmp (said, found) == 0 || fail_damaged (error);
}

/* Reads everything there is once, so that nothing can fail later.
 *
 * @ret_plan: (out) (transfer full) (nullable): the plan that was read
 */
static bool
check_content (PlwSql *sql, PlwPlan **ret_plan, GError **error)
{
  g_autofree char *uuid = plw_sql_get_key (sql, "meta", "uuid", NULL);
  g_autoptr (PlwPlan) plan = plw_sql_read_plan (sql, error);
  g_autoptr (PlwHistory) history = plan != NULL ? plw_sql_read_history (sql, error) : NULL;
  g_autoptr (GPtrArray) log = history != NULL ? plw_sql_read_log (sql, 0, error) : NULL;
  g_autoptr (GPtrArray) versions = log != NULL ? plw_sql_read_versions (sql, error) : NULL;

  if (versions == NULL)
    return false;
  if (uuid == NULL || !g_uuid_string_is_valid (uuid))
    return plw_sql_fail_content (sql, "meta", 0, "uuid", error);
  for (guint i = 0; i < versions->len; i++)
    {
      const PlwVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (PlwPlan) held = plw_sql_read_version_plan (sql, version->id, error);

      if (held == NULL)
        return false;
    }
  if (ret_plan != NULL)
    *ret_plan = g_steal_pointer (&plan);
  return true;
}

/* A private, writable copy of a checked file, brought to this version. */
static PlwSql *
open_migrated (GBytes *bytes, int version, GError **error)
{
  g_autoptr (PlwSql) sql = plw_sql_open (NULL, _ ("the file of an older version cannot be read"), error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  unsigned char *copy = sql != NULL ? sqlite3_malloc64 (size) : NULL;

  if (copy == NULL)
    return NULL;
  memcpy (copy, data, size);

  int code = sqlite3_deserialize (sql->db, "main", copy, (sqlite3_int64) size, (sqlite3_int64) size,
                                  SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code != SQLITE_OK)
    return plw_sql_fail (sql, code, error), NULL;
  if (!plw_migrate (sql, plw_migrations (), version, false, error))
    return NULL;
  return g_steal_pointer (&sql);
}

static bool
check_as_received (PlwSql *sql, int version, GError **error)
{
  const PlwMigration *step = plw_migration_find (plw_migrations (), version);

  if (version != PLW_SQL_VERSION && step == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("the file has a format, %d, that no version had"),
                   version);
      return false;
    }
  return plw_sql_matches (sql, false, version != PLW_SQL_VERSION ? step->creates : NULL, error)
         && check_pages (sql, error) && check_digest (sql, error);
}

static bool
check_all (PlwSql *sql, int version, PlwPlan **ret_plan, GError **error)
{
  return check_as_received (sql, version, error)
         && (version != PLW_SQL_VERSION || check_content (sql, ret_plan, error));
}

PlwSql *
plw_hostile_open (GBytes *bytes, bool is_ours, PlwPlan **ret_plan, GError **error)
{
  int64_t allowance = DEADLINE_US + (int64_t) (g_bytes_get_size (bytes) / BYTES_A_SECOND) * G_USEC_PER_SEC;
  int64_t deadline = g_get_monotonic_time () + allowance;
  int version = 0;

  if (!check_header (bytes, &version, error))
    return NULL;

  g_autoptr (PlwSql) sql = plw_sql_open (NULL, _ ("the file is damaged"), error);
  if (sql == NULL || !set_policy (sql, error) || !deserialize (sql, bytes, error))
    return NULL;
  if (!is_ours)
    sqlite3_progress_handler (sql->db, OPERATIONS_BETWEEN_LOOKS, look_at_clock_cb, &deadline);

  bool is_right = check_all (sql, version, ret_plan, error);
  sqlite3_progress_handler (sql->db, 0, NULL, NULL);
  if (!is_right)
    return NULL;
  if (version == PLW_SQL_VERSION)
    return g_steal_pointer (&sql);

  g_autoptr (PlwSql) migrated = open_migrated (bytes, version, error);
  if (migrated == NULL || !check_content (migrated, ret_plan, error))
    return NULL;
  return g_steal_pointer (&migrated);
}
