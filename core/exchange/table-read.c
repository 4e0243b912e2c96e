/* table-read.c: the tables of a plan from records, wherever those come from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/table-read.h"

#include "base/guard.h"
#include "base/i18n.h"
#include "plan/check.h"

#include <string.h>

/* A table with more than this many faults is not a plan's table with faults. */
#define PROBLEMS_MOST 1000

/* What stands under a heading that is no column of the plan, or under none. */
#define NO_COLUMN SIZE_MAX
#define NO_HEADING (SIZE_MAX - 1)

/* The whole row, or the whole table where there is no row either. */
#define NO_CELL SIZE_MAX

/* Returns: (transfer full) (nullable): what a sheet calls the place; NULL in a file */
static char *
name_place (const PlwTableReader *self, size_t row, size_t cell)
{
  if (self->sheet == NULL)
    return NULL;
  if (row == 0)
    return g_strdup_printf (_ ("sheet %s"), self->sheet);
  if (cell == NO_CELL)
    return g_strdup_printf (_ ("sheet %s, row %zu"), self->sheet, row);

  g_autofree char *name = plw_xlsx_cell_name (row, cell);

  return g_strdup_printf (_ ("sheet %s, cell %s"), self->sheet, name);
}

static void
add_problem (PlwTableReader *self,
             size_t row,
             size_t cell,
             const char *key,
             const char *column,
             char *what,
             char *remedy)
{
  self->n_problems++;

  if (self->n_problems <= PROBLEMS_MOST)
    {
      plw_problems_add (self->problems, PLW_SEVERITY_ERROR, self->spec->name, row, key, column, what, remedy);
      plw_problems_set_place (self->problems, name_place (self, row, cell));
    }
  else
    {
      g_free (what);
      g_free (remedy);
    }
}

static char *
list_columns (const PlwTableReader *self)
{
  g_autoptr (GString) text = g_string_new (_ ("the columns are "));

  for (size_t i = 0; i < self->spec->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", self->spec->columns[i].name);
  if (self->spec->years != PLW_TYPE_NONE)
    g_string_append (text, _ (" and the plan's years"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static size_t
find_year (PlwTableReader *self, size_t row, size_t cell, const char *name, int year)
{
  int first = plw_plan_base_year (self->plan) + 1;
  int last = first + (int) plw_plan_n_years (self->plan) - 1;

  if (self->spec->years == PLW_TYPE_NONE)
    add_problem (self, row, cell, NULL, name, g_strdup (_ ("this table has no years")), list_columns (self));
  else if (!self->has_years)
    return NO_COLUMN;
  else if (year < first || year > last)
    add_problem (
        self, row, cell, NULL, name, g_strdup_printf (_ ("%s is not a year of the plan"), name),
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
refuse_heading (PlwTableReader *self, size_t row, size_t cell, const char *name)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  if (is_parted_otherwise (name))
    add_problem (self, row, cell, NULL, NULL, g_strdup_printf (_ ("“%s” is not a column"), shown),
                 g_strdup (_ ("part the cells by commas")));
  else
    add_problem (self, row, cell, NULL, NULL, g_strdup_printf (_ ("“%s” is not a column"), shown),
                 list_columns (self));
}

static size_t
find_heading (PlwTableReader *self, size_t row, size_t cell, const char *name)
{
  size_t column;
  int year;

  if (name[0] == '\0')
    return NO_HEADING;
  if (plw_schema_find_column (self->spec->id, name, &column))
    return column;
  if (plw_year_parse (name, &year))
    return find_year (self, row, cell, name, year);

  refuse_heading (self, row, cell, name);
  return NO_COLUMN;
}

static bool
has_column (const PlwTableReader *self, size_t column)
{
  for (size_t i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, size_t, i) == column)
      return true;

  return false;
}

static void
read_header (PlwTableReader *self, size_t row, char *const *cells, size_t n_cells)
{
  self->has_header = true;

  for (size_t i = 0; i < n_cells; i++)
    {
      size_t column = find_heading (self, row, i, cells[i]);

      if (column < NO_HEADING && has_column (self, column))
        {
          add_problem (self, row, i, NULL, cells[i], g_strdup (_ ("the column is there twice")),
                       g_strdup (_ ("keep one of the two")));
          column = NO_COLUMN;
        }

      g_array_append_val (self->columns, column);
    }

  for (size_t i = 0; i < self->spec->n_columns && !(n_cells == 1 && is_parted_otherwise (cells[0])); i++)
    if ((self->spec->columns[i].flags & PLW_COLUMN_REQUIRED) && !has_column (self, i))
      add_problem (self, row, NO_CELL, NULL, self->spec->columns[i].name,
                   g_strdup (_ ("the column is missing")),
                   g_strdup (_ ("add it to the header and fill it in")));
}

/* The row's code as it stands in the file, for the sentences about it. */
static char *
find_key (const PlwTableReader *self, char *const *cells, size_t n_cells)
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
read_cell (PlwTableReader *self, size_t row, size_t cell, const char *key, const char *text, PlwValue *values)
{
  size_t column = g_array_index (self->columns, size_t, cell);
  const char *name = plw_plan_column_name (self->plan, self->spec->id, column);
  g_autoptr (GError) cause = NULL;
  g_autofree char *remedy = NULL;
  const char *end;

  if (text[0] == '\0') /* the value is empty as it is */
    return;
  if (plw_guard_is_there (text))
    text++;

  if (!g_utf8_validate (text, -1, &end))
    add_problem (self, row, cell, key, name,
                 g_strdup_printf (_ ("byte %zu of the cell (%02X) is not UTF-8"), (size_t) (end - text) + 1,
                                  (unsigned) (unsigned char) *end),
                 g_strdup (_ ("save the table as “CSV UTF-8”")));
  else if (!plw_plan_parse_cell (self->plan, self->spec->id, column, text, PLW_PARSE_STRICT, &values[column],
                                 &remedy, &cause))
    add_problem (self, row, cell, key, name, g_strdup (cause->message), g_steal_pointer (&remedy));
}

static bool
check_length (PlwTableReader *self, size_t row, const char *key, char *const *cells, size_t n_cells)
{
  size_t n_headings = self->columns->len;

  /* Spreadsheets pad with empty cells; a row that is short has lost a comma,
   * and its figures stand under the wrong headings. */
  while (n_cells > n_headings && cells[n_cells - 1][0] == '\0')
    n_cells--;

  if (n_cells == n_headings)
    return true;

  add_problem (self, row, NO_CELL, key, NULL,
               g_strdup_printf (_ ("the row has %zu cells and the header %zu"), n_cells, n_headings),
               g_strdup (n_cells > n_headings ? _ ("put cells with commas in quotes")
                                              : _ ("write a comma for every empty cell")));
  return false;
}

/* Appends the row; @cells are as many as there are headings, or empty beyond them. */
static void
append_row (PlwTableReader *self, size_t row, const PlwValue *values)
{
  plw_plan_append (self->plan, self->spec->id, values, plw_plan_n_columns (self->plan, self->spec->id));
  g_array_append_val (self->rows, row);
}

static void
refuse_stray (PlwTableReader *self, size_t row, size_t cell, const char *key)
{
  add_problem (self, row, cell, key, NULL,
               self->sheet != NULL ? g_strdup (_ ("the cell stands under no heading"))
                                   : g_strdup_printf (_ ("cell %zu stands under no heading"), cell + 1),
               g_strdup (_ ("name its column in the header")));
}

static void
read_row (PlwTableReader *self, size_t row, char *const *cells, size_t n_cells)
{
  g_autofree char *key = find_key (self, cells, n_cells);
  g_autofree PlwValue *values = g_new0 (PlwValue, plw_plan_n_columns (self->plan, self->spec->id));

  if (!check_length (self, row, key, cells, n_cells))
    return;

  for (size_t i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, size_t, i) < NO_HEADING)
      read_cell (self, row, i, key, cells[i], values);
    else if (g_array_index (self->columns, size_t, i) == NO_HEADING && cells[i][0] != '\0')
      refuse_stray (self, row, i, key);

  append_row (self, row, values);
}

void
plw_table_reader_take (PlwTableReader *self, size_t row, char *const *cells, size_t n_cells)
{
  if (self->has_header)
    read_row (self, row, cells, n_cells);
  else
    read_header (self, row, cells, n_cells);
}

static char **
list_texts (const PlwSheetCell *cells, size_t n_cells)
{
  char **texts = g_new0 (char *, n_cells + 1);

  for (size_t i = 0; i < n_cells; i++)
    texts[i] = cells[i].kind == PLW_XLSX_NUMBER ? plw_xlsx_plain_number (cells[i].text, 0)
                                                : g_strdup (cells[i].text);

  return texts;
}

static void
read_sheet_cell (PlwTableReader *self,
                 size_t row,
                 size_t cell,
                 const char *key,
                 const PlwSheetCell *found,
                 PlwValue *values)
{
  size_t column = g_array_index (self->columns, size_t, cell);
  PlwType type = plw_plan_column_type (self->plan, self->spec->id, column);
  char *what;
  char *remedy;
  g_autofree char *text = plw_sheet_cell_to_text (found, type, &what, &remedy);

  if (text != NULL)
    read_cell (self, row, cell, key, text, values);
  else
    add_problem (self, row, cell, key, plw_plan_column_name (self->plan, self->spec->id, column), what,
                 remedy);
}

/* Cells at the end of a row that were never filled in are not in the file. */
static void
read_sheet_row (PlwTableReader *self, size_t row, const PlwSheetCell *cells, size_t n_cells)
{
  g_auto (GStrv) texts = list_texts (cells, n_cells);
  g_autofree char *key = find_key (self, texts, n_cells);
  g_autofree PlwValue *values = g_new0 (PlwValue, plw_plan_n_columns (self->plan, self->spec->id));

  for (size_t i = 0; i < n_cells; i++)
    {
      size_t column = i < self->columns->len ? g_array_index (self->columns, size_t, i) : NO_HEADING;

      if (cells[i].kind == PLW_XLSX_TEXT && cells[i].text[0] == '\0')
        continue;
      if (column < NO_HEADING)
        read_sheet_cell (self, row, i, key, &cells[i], values);
      else if (column == NO_HEADING)
        refuse_stray (self, row, i, key);
    }

  append_row (self, row, values);
}

void
plw_table_reader_take_sheet (PlwTableReader *self, size_t row, const PlwSheetCell *cells, size_t n_cells)
{
  if (self->has_header)
    {
      read_sheet_row (self, row, cells, n_cells);
      return;
    }

  g_auto (GStrv) texts = list_texts (cells, n_cells);

  read_header (self, row, texts, n_cells);
}

PlwTableReader *
plw_table_reader_begin (PlwPlanReader *reader, PlwTableId table, const char *sheet)
{
  PlwTableReader *self = &reader->tables[table];

  self->is_there = true;
  self->sheet = g_strdup (sheet);
  self->has_years = plw_settings_have_years (self->plan);
  self->n_errors_before = plw_problems_size (self->problems);
  return self;
}

void
plw_table_reader_end (PlwTableReader *self)
{
  bool is_blank = !self->has_header && plw_problems_size (self->problems) == self->n_errors_before;

  if (self->n_problems > PROBLEMS_MOST)
    {
      plw_problems_add (
          self->problems, PLW_SEVERITY_ERROR, self->spec->name, 0, NULL, NULL,
          g_strdup_printf (_ ("%zu more problems are not listed"), self->n_problems - PROBLEMS_MOST), NULL);
      plw_problems_set_place (self->problems, name_place (self, 0, NO_CELL));
    }
  if (is_blank)
    add_problem (self, 0, NO_CELL, NULL, NULL,
                 g_strdup (self->sheet != NULL ? _ ("the sheet is empty") : _ ("the file is empty")),
                 g_strdup (_ ("its first row must be the header")));
}

char *
plw_table_reader_place (const PlwTableReader *self, size_t row, const char *column)
{
  size_t cell = NO_CELL;

  for (size_t i = 0; column != NULL && i < self->columns->len; i++)
    {
      size_t known = g_array_index (self->columns, size_t, i);

      if (known < NO_HEADING
          && strcmp (plw_plan_column_name (self->plan, self->spec->id, known), column) == 0)
        cell = i;
    }

  return name_place (self, row, cell);
}
