/* folder-write.c: a plan into a folder of CSV tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tables are written into a folder of their own first. A folder that is not
 * there yet is then put in place in one step; in one that is there each table
 * changes places with the one before, and if that fails half-way all go back.
 */
#include <placewright/exchange.h>

#include "base/guard.h"
#include "base/i18n.h"
#include "exchange/folder.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STAGE_PREFIX ".placewright-"

static bool
fail (GError **error, const char *path, int code)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be written: %s"), path, g_strerror (code));
  return false;
}

static bool
needs_quotes (const char *cell)
{
  size_t length = strlen (cell);

  return length > 0
         && (strpbrk (cell, ",\"\r\n") != NULL || strchr (" \t", cell[0]) != NULL
             || strchr (" \t", cell[length - 1]) != NULL);
}

static void
add_cell (GString *text, const char *cell)
{
  size_t size = strlen (cell);

  if (!needs_quotes (cell))
    {
      g_string_append (text, cell);
      return;
    }

  size_t room = 2 * size + 2;
  g_autofree char *quoted = g_malloc (room);

  g_string_append_len (text, quoted, (gssize) csv_write (quoted, room, cell, size));
}

/* What has a guard already gets another, so that reading takes away just ours. Cells of numbers never need
 * one. */
static void
add_guarded (GString *text, const char *cell)
{
  g_autofree char *guarded =
      plw_guard_is_needed (cell) || plw_guard_is_there (cell) ? g_strconcat ("'", cell, NULL) : NULL;

  add_cell (text, guarded != NULL ? guarded : cell);
}

static bool
is_used (const PlwPlan *plan, const PlwTableSpec *spec, size_t column)
{
  if (column >= spec->n_columns || !(spec->columns[column].flags & PLW_COLUMN_ORIGIN))
    return true;

  for (size_t row = 0; row < plw_plan_n_rows (plan, spec->id); row++)
    if (plw_plan_get (plan, spec->id, row, column).is_set)
      return true;

  return false;
}

static char *
print_table (const PlwPlan *plan, const PlwTableSpec *spec)
{
  size_t n_columns = plw_plan_n_columns (plan, spec->id);
  g_autofree size_t *columns = g_new (size_t, n_columns);
  g_autoptr (GString) text = g_string_new (NULL);
  size_t n_used = 0;

  for (size_t i = 0; i < n_columns; i++)
    if (is_used (plan, spec, i))
      columns[n_used++] = i;

  for (size_t i = 0; i < n_used; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                            plw_plan_column_name (plan, spec->id, columns[i]));
  g_string_append_c (text, '\n');

  for (size_t row = 0; row < plw_plan_n_rows (plan, spec->id); row++)
    {
      for (size_t i = 0; i < n_used; i++)
        {
          g_autofree char *cell = plw_plan_cell_to_text (plan, spec->id, row, columns[i]);

          if (i > 0)
            g_string_append_c (text, ',');
          add_guarded (text, cell);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static bool
is_written (const PlwPlan *plan, const PlwTableSpec *spec)
{
  return spec->required || plw_plan_n_rows (plan, spec->id) > 0;
}

static bool
write_tables (const PlwPlan *plan, const char *folder, GError **error)
{
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      g_autofree char *path = plw_folder_table_path (folder, spec);

      if (!is_written (plan, spec))
        continue;

      g_autofree char *text = print_table (plan, spec);

      if (!plw_file_replace (path, text, strlen (text), error))
        return false;
    }

  return true;
}

static char *
make_stage (const char *parent, GError **error)
{
  for (int attempts = 0; attempts < 100; attempts++)
    {
      g_autofree char *path = g_strdup_printf ("%s/" STAGE_PREFIX "%08x", parent, g_random_int ());

      if (g_mkdir (path, 0777) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }

  fail (error, parent, errno);
  return NULL;
}

/* Nothing can be done about what cannot be removed; it bears our name. */
static void
remove_stage (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      (void) g_unlink (file);
    }

  (void) g_rmdir (path);
}

static bool
sync_folder (const char *path, GError **error)
{
  int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool is_synced = folder >= 0 && fsync (folder) == 0;
  int code = errno;

  if (folder >= 0)
    close (folder);

  return is_synced || fail (error, path, code);
}

/* The tables that were there lie in the stage as `lines.csv~` until all is done. */
static char *
backup_path (const char *stage, const PlwTableSpec *spec)
{
  g_autofree char *path = plw_folder_table_path (stage, spec);

  return g_strconcat (path, "~", NULL);
}

/* Puts one table in place, or takes one away that the plan no longer has. */
static bool
swap_in (const char *folder, const char *stage, const PlwTableSpec *spec, GError **error)
{
  g_autofree char *path = plw_folder_table_path (folder, spec);
  g_autofree char *staged = plw_folder_table_path (stage, spec);
  g_autofree char *backup = backup_path (stage, spec);

  if (g_rename (path, backup) != 0 && errno != ENOENT)
    return fail (error, path, errno);
  if (g_rename (staged, path) != 0 && errno != ENOENT)
    return fail (error, path, errno);

  return true;
}

static void
swap_back (const char *folder, const char *stage, const PlwTableSpec *spec, bool was_staged)
{
  g_autofree char *path = plw_folder_table_path (folder, spec);
  g_autofree char *staged = plw_folder_table_path (stage, spec);
  g_autofree char *backup = backup_path (stage, spec);

  if (g_file_test (backup, G_FILE_TEST_EXISTS))
    (void) g_rename (backup, path);
  else if (was_staged && !g_file_test (staged, G_FILE_TEST_EXISTS))
    (void) g_unlink (path);
}

static bool
swap_tables (const PlwPlan *plan, const char *folder, const char *stage, GError **error)
{
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    if (!swap_in (folder, stage, plw_schema_table ((PlwTableId) i), error))
      {
        for (size_t j = i + 1; j-- > 0;)
          {
            const PlwTableSpec *spec = plw_schema_table ((PlwTableId) j);

            swap_back (folder, stage, spec, is_written (plan, spec));
          }
        return false;
      }

  return true;
}

/* Refuses a folder with anything in it that is not a plan's. */
static bool
check_folder (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &cause);
  const char *name;
  PlwTableId id;

  if (folder == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be written: %s"), path, cause->message);
      return false;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      bool is_table = plw_folder_find_file (name, &id) && g_file_test (file, G_FILE_TEST_IS_REGULAR);

      if (!is_table && !g_str_has_prefix (name, STAGE_PREFIX))
        {
          g_set_error (error, PLW_ERROR, PLW_ERROR_IO,
                       _ ("“%s” holds “%s”, which is not a table of a plan; choose an empty or a new folder"),
                       path, name);
          return false;
        }
    }

  return true;
}

static bool
write_over (const PlwPlan *plan, const char *path, GError **error)
{
  if (!check_folder (path, error))
    return false;

  g_autofree char *stage = make_stage (path, error);

  if (stage == NULL)
    return false;

  bool is_good = write_tables (plan, stage, error) && swap_tables (plan, path, stage, error);

  remove_stage (stage);
  return is_good && sync_folder (path, error);
}

static bool
write_new (const PlwPlan *plan, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *stage = make_stage (parent, error);

  if (stage == NULL)
    return false;

  bool is_good =
      write_tables (plan, stage, error) && (g_rename (stage, path) == 0 || fail (error, path, errno));

  if (!is_good)
    {
      remove_stage (stage);
      return false;
    }

  return sync_folder (parent, error);
}

bool
plw_folder_write (const PlwPlan *plan, const char *path, GError **error)
{
  g_return_val_if_fail (plan != NULL, false);
  g_return_val_if_fail (path != NULL, false);
  g_return_val_if_fail (error == NULL || *error == NULL, false);

  g_autofree char *target = g_canonicalize_filename (path, NULL);

  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    return write_over (plan, target, error);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is a file, not a folder"), path);
      return false;
    }

  return write_new (plan, target, error);
}
