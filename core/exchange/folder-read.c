/* folder-read.c: a plan from a folder of CSV tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/exchange.h>

#include "base/i18n.h"
#include "exchange/folder-records.h"
#include "exchange/folder.h"
#include "plan/check.h"

#include <errno.h>
#include <string.h>

/* A file with more than this many faults is not a plan's table with faults. */
#define PROBLEMS_MOST 1000

/* What stands under a heading that is no column of the plan, or under none. */
#define NO_COLUMN SIZE_MAX
#define NO_HEADING (SIZE_MAX - 1)

typedef struct
{
  /* Borrowed */
  PlwPlan *plan;
  const PlwTableSpec *spec;
  PlwProblems *problems;
  GArray *rows; /* of size_t: the record each row of the plan came from */

  /* Owned */
  GArray *columns; /* of size_t: the plan's column of each heading */
  size_t n_problems;
  bool has_header;
  bool has_years; /* false where the plan does not say which years it has */
} Table;

static void
add_problem (Table *self, size_t row, const char *key, const char *column, char *what, char *remedy)
{
  self->n_problems++;

  if (self->n_problems <= PROBLEMS_MOST)
    plw_problems_add (self->problems, PLW_SEVERITY_ERROR, self->spec->name, row, key, column, what, remedy);
  else
    {
      g_free (what);
      g_free (remedy);
    }
}

static char *
list_columns (const Table *self)
{
  g_autoptr (GString) text = g_string_new (_ ("the columns are "));

  for (size_t i = 0; i < self->spec->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", self->spec->columns[i].name);
  if (self->spec->years != PLW_TYPE_NONE)
    g_string_append (text, _ (" and the plan's years"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static size_t
find_year (Table *self, size_t row, const char *name, int year)
{
  int first = plw_plan_base_year (self->plan) + 1;
  int last = first + (int) plw_plan_n_years (self->plan) - 1;

  if (self->spec->years == PLW_TYPE_NONE)
    add_problem (self, row, NULL, name, g_strdup (_ ("this table has no years")), list_columns (self));
  else if (!self->has_years)
    return NO_COLUMN;
  else if (year < first || year > last)
    add_problem (
        self, row, NULL, name, g_strdup_printf (_ ("%s is not a year of the plan"), name),
        g_strdup_printf (_ ("the plan's years are %s to %s"), plw_year_name (first), plw_year_name (last)));
  else
    return plw_plan_year_column (self->plan, self->spec->id, year);

  return NO_COLUMN;
}

/* Spreadsheets in some countries part cells by semicolons. */
static bool
is_parted_otherwise (const char *name)
{
  return strpbrk (name, ";\t") != NULL;
}

static void
refuse_heading (Table *self, size_t row, const char *name)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  if (is_parted_otherwise (name))
    add_problem (self, row, NULL, NULL, g_strdup_printf (_ ("“%s” is not a column"), shown),
                 g_strdup (_ ("part the cells by commas")));
  else
    add_problem (self, row, NULL, NULL, g_strdup_printf (_ ("“%s” is not a column"), shown),
                 list_columns (self));
}

static size_t
find_heading (Table *self, size_t row, const char *name)
{
  size_t column;
  int year;

  if (name[0] == '\0')
    return NO_HEADING;
  if (plw_schema_find_column (self->spec->id, name, &column))
    return column;
  if (plw_year_parse (name, &year))
    return find_year (self, row, name, year);

  refuse_heading (self, row, name);
  return NO_COLUMN;
}

static bool
has_column (const Table *self, size_t column)
{
  for (size_t i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, size_t, i) == column)
      return true;

  return false;
}

static void
read_header (Table *self, size_t row, char *const *cells, size_t n_cells)
{
  self->has_header = true;

  for (size_t i = 0; i < n_cells; i++)
    {
      size_t column = find_heading (self, row, cells[i]);

      if (column < NO_HEADING && has_column (self, column))
        {
          add_problem (self, row, NULL, cells[i], g_strdup (_ ("the column is there twice")),
                       g_strdup (_ ("keep one of the two")));
          column = NO_COLUMN;
        }

      g_array_append_val (self->columns, column);
    }

  for (size_t i = 0; i < self->spec->n_columns && !(n_cells == 1 && is_parted_otherwise (cells[0])); i++)
    if ((self->spec->columns[i].flags & PLW_COLUMN_REQUIRED) && !has_column (self, i))
      add_problem (self, row, NULL, self->spec->columns[i].name, g_strdup (_ ("the column is missing")),
                   g_strdup (_ ("add it to the header and fill it in")));
}

/* The row's code as it stands in the file, for the sentences about it. */
static char *
find_key (const Table *self, char *const *cells, size_t n_cells)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (size_t i = 0; i < self->spec->n_columns; i++)
    for (size_t j = 0; j < MIN (n_cells, self->columns->len); j++)
      if ((self->spec->columns[i].flags & PLW_COLUMN_KEY) && g_array_index (self->columns, size_t, j) == i)
        {
          g_autofree char *part = g_utf8_make_valid (cells[j], -1);

          g_string_append_printf (key, "%s%s", key->len > 0 ? "/" : "", part);
        }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
read_cell (Table *self, size_t row, const char *key, const char *cell, size_t column, PlwValue *ret_value)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *remedy = NULL;
  const char *end;

  if (cell[0] == '\0') /* the value is empty as it is */
    return;

  if (!g_utf8_validate (cell, -1, &end))
    add_problem (self, row, key, plw_plan_column_name (self->plan, self->spec->id, column),
                 g_strdup_printf (_ ("byte %zu of the cell (%02X) is not UTF-8"), (size_t) (end - cell) + 1,
                                  (unsigned) (unsigned char) *end),
                 g_strdup (_ ("save the table as “CSV UTF-8”")));
  else if (!plw_plan_parse_cell (self->plan, self->spec->id, column, cell, PLW_PARSE_STRICT, ret_value,
                                 &remedy, &cause))
    add_problem (self, row, key, plw_plan_column_name (self->plan, self->spec->id, column),
                 g_strdup (cause->message), g_steal_pointer (&remedy));
}

static bool
check_length (Table *self, size_t row, const char *key, char *const *cells, size_t n_cells)
{
  size_t n_headings = self->columns->len;

  /* Spreadsheets pad with empty cells; a row that is short has lost a comma,
   * and its figures stand under the wrong headings. */
  while (n_cells > n_headings && cells[n_cells - 1][0] == '\0')
    n_cells--;

  if (n_cells == n_headings)
    return true;

  add_problem (self, row, key, NULL,
               g_strdup_printf (_ ("the row has %zu cells and the header %zu"), n_cells, n_headings),
               g_strdup (n_cells > n_headings ? _ ("put cells with commas in quotes")
                                              : _ ("write a comma for every empty cell")));
  return false;
}

static void
read_row (Table *self, size_t row, char *const *cells, size_t n_cells)
{
  g_autofree char *key = find_key (self, cells, n_cells);
  size_t n_values = plw_plan_n_columns (self->plan, self->spec->id);
  g_autofree PlwValue *values = g_new0 (PlwValue, n_values);

  if (!check_length (self, row, key, cells, n_cells))
    return;

  for (size_t i = 0; i < self->columns->len; i++)
    {
      size_t column = g_array_index (self->columns, size_t, i);

      if (column < NO_HEADING)
        read_cell (self, row, key, cells[i], column, &values[column]);
      else if (column == NO_HEADING && cells[i][0] != '\0')
        add_problem (self, row, key, NULL, g_strdup_printf (_ ("cell %zu stands under no heading"), i + 1),
                     g_strdup (_ ("name its column in the header")));
    }

  plw_plan_append (self->plan, self->spec->id, values, n_values);
  g_array_append_val (self->rows, row);
}

static void
read_record_cb (size_t row, char *const *cells, size_t n_cells, void *data)
{
  Table *self = data;

  if (self->has_header)
    read_row (self, row, cells, n_cells);
  else
    read_header (self, row, cells, n_cells);
}

static bool
read_table (PlwPlan *plan,
            const char *folder,
            const PlwTableSpec *spec,
            GArray *rows,
            PlwProblems *problems,
            GError **error)
{
  g_autofree char *path = plw_folder_table_path (folder, spec);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (size_t));
  Table self = {
    .plan = plan,
    .spec = spec,
    .problems = problems,
    .rows = rows,
    .columns = columns,
    .has_years = plw_settings_have_years (plan),
  };
  size_t n_before = plw_problems_size (problems);

  if (!plw_records_read (path, spec->name, read_record_cb, &self, problems, error))
    return false;

  if (self.n_problems > PROBLEMS_MOST)
    plw_problems_add (
        problems, PLW_SEVERITY_ERROR, spec->name, 0, NULL, NULL,
        g_strdup_printf (_ ("%zu more problems are not listed"), self.n_problems - PROBLEMS_MOST), NULL);
  if (!self.has_header && plw_problems_size (problems) == n_before)
    plw_problems_add (problems, PLW_SEVERITY_ERROR, spec->name, 0, NULL, NULL,
                      g_strdup (_ ("the file is empty")), g_strdup (_ ("its first row must be the header")));

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
read_tables (PlwPlan *plan, const char *path, GArray *const *rows, PlwProblems *problems, GError **error)
{
  G_STATIC_ASSERT (PLW_TABLE_PLAN == 0);

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);
      g_autofree char *file = plw_folder_table_path (path, spec);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        {
          if (!read_table (plan, path, spec, rows[i], problems, error))
            return false;
        }
      else if (spec->required)
        plw_problems_add (problems, PLW_SEVERITY_ERROR, spec->name, 0, NULL, NULL,
                          g_strdup (_ ("the table is missing")),
                          g_strdup_printf (_ ("add a file %s" PLW_TABLE_SUFFIX), spec->name));
    }

  return true;
}

/* Passes problems on with the rows numbered as in the files, which may have blank ones. */
static void
pass_on (const PlwProblems *found, GArray *const *rows, PlwProblems *problems)
{
  for (size_t i = 0; i < plw_problems_size (found); i++)
    {
      const PlwProblem *problem = plw_problems_get (found, i);
      size_t row = problem->row;
      PlwTableId id;

      if (row >= 2 && problem->table != NULL && plw_schema_find_table (problem->table, &id))
        row = g_array_index (rows[id], size_t, row - 2);

      plw_problems_add (problems, problem->severity, problem->table, row, problem->key, problem->column,
                        g_strdup (problem->what), g_strdup (problem->remedy));
    }
}

static bool
fail_plan (const char *path, const PlwProblems *problems, GError **error)
{
  size_t n = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN,
               ngettext ("The plan in “%s” has %zu error", "The plan in “%s” has %zu errors", n), path, n);
  return false;
}

static bool
read_plan (PlwPlan *plan, const char *path, GArray *const *rows, PlwProblems *problems, GError **error)
{
  g_autoptr (PlwProblems) found = plw_problems_new ();
  size_t n_before = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  if (!check_files (path, problems, error) || !read_tables (plan, path, rows, problems, error))
    return false;

  /* A full check would find missing what could not be read. */
  if (plw_problems_count (problems, PLW_SEVERITY_ERROR) == n_before)
    plw_plan_check (plan, found);
  else if (!plw_settings_have_years (plan) && plw_plan_n_rows (plan, PLW_TABLE_PLAN) > 0)
    plw_check_settings (plan, found);
  pass_on (found, rows, problems);

  if (plw_problems_count (problems, PLW_SEVERITY_ERROR) > n_before)
    return fail_plan (path, problems, error);

  return true;
}

/* “lancashire/costs.csv, row 14” for every row that does not say already where it was read. */
static void
note_rows (PlwPlan *plan, const char *path, GArray *const *rows)
{
  g_autofree char *folder = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (folder);

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) t);
      size_t column = plw_schema_imported_column (spec->id);

      for (size_t i = 0; column != SIZE_MAX && i < plw_plan_n_rows (plan, spec->id); i++)
        if (!plw_plan_get (plan, spec->id, i, column).is_set)
          {
            g_autofree char *place = g_strdup_printf ("%s/%s" PLW_TABLE_SUFFIX ", row %zu", shown, spec->name,
                                                      g_array_index (rows[t], size_t, i));

            plw_plan_set (plan, spec->id, i, column, plw_value_text (place));
          }
    }
}

static PlwPlan *
read_folder (const char *path, bool is_import, PlwProblems *problems, GError **error)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  GArray *rows[PLW_N_TABLES];

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    rows[i] = g_array_new (FALSE, FALSE, sizeof (size_t));

  bool is_good = read_plan (plan, path, rows, problems, error);

  if (is_good && is_import)
    note_rows (plan, path, rows);
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_array_unref (rows[i]);

  return is_good ? g_steal_pointer (&plan) : NULL;
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
