/* plan-book-read.c: a plan from a workbook with a sheet for each table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/plan-book.h"

#include "base/i18n.h"
#include "exchange/table-read.h"

#include <stdio.h>
#include <string.h>

#define NO_SHEET SIZE_MAX

typedef struct
{
  PlwXlsx *book;
  PlwPlanReader *reader;
  PlwProblems *problems;
  size_t sheets[PLW_N_TABLES]; /* where each table is */
} BookReader;

static bool
find_table (const char *sheet, PlwTableId *ret_table)
{
  g_autofree char *lower = g_ascii_strdown (sheet, -1);

  return plw_schema_find_table (g_strstrip (lower), ret_table);
}

/* People keep sheets of their own beside the tables. */
static bool
is_left_alone (const char *sheet)
{
  return g_ascii_strcasecmp (sheet, PLW_GUIDE_SHEET) == 0
         || g_ascii_strncasecmp (sheet, PLW_NOTES_SHEET, strlen (PLW_NOTES_SHEET)) == 0;
}

static bool
note_cell_cb (const PlwXlsxCell *cell, void *data)
{
  *(bool *) data = true;
  return false;
}

static void
add_problem (BookReader *self, PlwSeverity severity, const char *sheet, char *what, char *remedy)
{
  plw_problems_add (self->problems, severity, sheet, 0, NULL, NULL, what, remedy);
  plw_problems_set_place (self->problems, g_strdup_printf (_ ("sheet %s"), sheet));
}

/* A misspelt table would silently be left out, so every sheet with anything on it must be one. */
static bool
check_stranger (BookReader *self, size_t index, GError **error)
{
  const char *name = plw_xlsx_sheet (self->book, index)->name;
  g_autoptr (GString) remedy = g_string_new (_ ("the tables are "));
  bool has_cells = false;

  if (is_left_alone (name))
    return true;
  if (!plw_xlsx_read_sheet (self->book, index, note_cell_cb, &has_cells, error))
    return false;
  if (!has_cells)
    return true;

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    g_string_append_printf (remedy, "%s%s", i > 0 ? ", " : "", plw_schema_table ((PlwTableId) i)->name);
  g_string_append_printf (remedy, _ ("; begin the names of sheets of your own with “%s”"), PLW_NOTES_SHEET);
  add_problem (self, PLW_SEVERITY_ERROR, name, g_strdup (_ ("this is not a table of a plan")),
               g_string_free (g_steal_pointer (&remedy), FALSE));
  return true;
}

static bool
find_sheets (BookReader *self, GError **error)
{
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    self->sheets[i] = NO_SHEET;

  for (size_t i = 0; i < plw_xlsx_n_sheets (self->book); i++)
    {
      const PlwXlsxSheet *sheet = plw_xlsx_sheet (self->book, i);
      PlwTableId table;

      if (!find_table (sheet->name, &table))
        {
          if (!check_stranger (self, i, error))
            return false;
          continue;
        }
      if (self->sheets[table] != NO_SHEET)
        add_problem (self, PLW_SEVERITY_ERROR, sheet->name, g_strdup (_ ("the table is there twice")),
                     g_strdup (_ ("keep one of the two sheets")));
      if (sheet->visibility != PLW_XLSX_VISIBLE)
        add_problem (self, PLW_SEVERITY_WARNING, sheet->name,
                     g_strdup (_ ("the sheet is hidden and was read")),
                     g_strdup (_ ("show it, or take it out of the workbook")));
      self->sheets[table] = i;
    }

  return true;
}

static bool
take_row_cb (size_t row, const PlwSheetCell *cells, size_t n_cells, void *data)
{
  plw_table_reader_take_sheet (data, row, cells, n_cells);
  return true;
}

/* A table that may be absent may also be a sheet nobody wrote on. */
static bool
read_sheet (BookReader *self, PlwTableId id, GError **error)
{
  size_t index = self->sheets[id];
  const PlwXlsxSheet *sheet = plw_xlsx_sheet (self->book, index);
  PlwTableReader *table = plw_table_reader_begin (self->reader, id, sheet->name);

  if (!plw_sheet_read_rows (self->book, index, take_row_cb, table, error))
    return false;
  if (table->has_header || plw_schema_table (id)->required)
    plw_table_reader_end (table);

  return true;
}

static bool
read_sheets (BookReader *self, GError **error)
{
  G_STATIC_ASSERT (PLW_TABLE_PLAN == 0); /* so the years are known to the others */

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) i);

      if (self->sheets[i] != NO_SHEET)
        {
          if (!read_sheet (self, spec->id, error))
            return false;
        }
      else if (spec->required)
        add_problem (self, PLW_SEVERITY_ERROR, spec->name, g_strdup (_ ("the table is missing")),
                     g_strdup_printf (_ ("add a sheet named %s"), spec->name));
    }

  return true;
}

PlwPlan *
plw_plan_book_read (const char *path, bool is_import, PlwProblems *problems, GError **error)
{
  g_autoptr (PlwXlsx) book = plw_xlsx_open (path, error);
  g_autoptr (PlwPlanReader) reader = plw_plan_reader_new (problems);
  BookReader self = { .book = book, .reader = reader, .problems = problems };

  if (book == NULL || !find_sheets (&self, error) || !read_sheets (&self, error))
    return NULL;

  return plw_plan_reader_finish (reader, path, is_import, error);
}

bool
plw_plan_book_is (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char bytes[4] = { 0 };

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return false;
  if (g_str_has_suffix (lower, ".xlsx"))
    return true;

  FILE *file = fopen (path, "rbe");
  bool is_zip = file != NULL && fread (bytes, sizeof bytes, 1, file) == 1 && memcmp (bytes, "PK\3\4", 4) == 0;

  if (file != NULL)
    fclose (file);
  return is_zip;
}
