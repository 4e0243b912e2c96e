/* folder-read.c: a plan from a folder of CSV tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/exchange.h>

#include "base/i18n.h"
#include "exchange/folder-records.h"
#include "exchange/folder.h"
#include "exchange/table-read.h"

#include <string.h>

static void
read_record_cb (size_t row, char *const *cells, size_t n_cells, void *data)
{
  plw_table_reader_take (data, row, cells, n_cells);
}

static bool
read_table (PlwPlanReader *reader, const char *folder, const PlwTableSpec *spec, GError **error)
{
  g_autofree char *path = plw_folder_table_path (folder, spec);
  PlwTableReader *table = plw_table_reader_begin (reader, spec->id, NULL);

  if (!plw_records_read (path, spec->name, read_record_cb, table, reader->problems, error))
    return false;

  plw_table_reader_end (table);
  return true;
}

/* A misspelt table would silently be left out, so every CSV file must be one. */
static void
check_file (const char *name, PlwProblems *problems)
{
  g_autoptr (GString) known = g_string_new (_ ("the tables are "));
  g_autofree char *lower = g_ascii_strdown (name, -1);
  PlwTableId id;

  if (!g_str_has_suffix (lower, PLW_TABLE_SUFFIX) || plw_folder_find_file (name, &id))
    return;

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", plw_schema_table ((PlwTableId) i)->name);

  g_autofree char *shown = g_filename_display_name (name);

  plw_problems_add (problems, PLW_SEVERITY_ERROR, shown, 0, NULL, NULL,
                    g_strdup (_ ("this is not a table of a plan")),
                    plw_folder_find_file (lower, &id) ? g_strdup_printf (_ ("rename it to %s"), lower)
                                                      : g_string_free (g_steal_pointer (&known), FALSE));
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static bool
check_files (const char *path, PlwProblems *problems, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is not a folder"), path);
      return false;
    }

  folder = g_dir_open (path, 0, &cause);
  if (folder == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The folder could not be read: %s"), cause->message);
      return false;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (size_t i = 0; i < names->len; i++)
    check_file (g_ptr_array_index (names, i), problems);

  return true;
}

/* The `plan` table is the schema's first, so the years are known to the others. */
static bool
read_tables (PlwPlanReader *reader, const char *path, GError **error)
{
  G_STATIC_ASSERT (PLW_TABLE_PLAN == 0);

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      g_autofree char *file = plw_folder_table_path (path, spec);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        {
          if (!read_table (reader, path, spec, error))
            return false;
        }
      else if (spec->required)
        plw_problems_add (reader->problems, PLW_SEVERITY_ERROR, spec->name, 0, NULL, NULL,
                          g_strdup (_ ("the table is missing")),
                          g_strdup_printf (_ ("add a file %s" PLW_TABLE_SUFFIX), spec->name));
    }

  return true;
}

static PlwPlan *
read_folder (const char *path, bool is_import, PlwProblems *problems, GError **error)
{
  g_autoptr (PlwPlanReader) reader = plw_plan_reader_new (problems);

  if (!check_files (path, problems, error) || !read_tables (reader, path, error))
    return NULL;

  return plw_plan_reader_finish (reader, path, is_import, error);
}

PlwPlan *
plw_folder_read (const char *path, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_folder (path, false, problems, error);
}

PlwPlan *
plw_folder_import (const char *path, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_folder (path, true, problems, error);
}
