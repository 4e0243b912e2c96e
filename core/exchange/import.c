/* import.c: a source that rows are to be taken from: its sheets, its headings, its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/import-private.h"

#include "base/i18n.h"
#include "exchange/plan-book.h"

#include <string.h>

/* How far down headings are looked for. */
#define HEADER_ROWS 20

/* How many rows say what a column holds. */
#define KIND_ROWS 1000

static void
free_row (void *data)
{
  PlwImportRow *row = data;

  for (size_t i = 0; i < row->n_cells; i++)
    plw_sheet_cell_clear (&row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

static void
clear_field (void *data)
{
  g_free (((PlwImportField *) data)->constant);
}

PlwImportRow *
plw_import_row (const PlwImport *self, size_t index)
{
  return g_ptr_array_index (self->rows, index);
}

void
plw_import_add_row (PlwImport *self, size_t number, PlwSheetCell *cells, size_t n_cells)
{
  PlwImportRow *row = g_new (PlwImportRow, 1);

  *row = (PlwImportRow){ number, n_cells, cells, PLW_IMPORT_FATE_NONE };
  g_ptr_array_add (self->rows, row);
}

static bool
take_row_cb (size_t number, const PlwSheetCell *cells, size_t n_cells, void *data)
{
  PlwImport *self = data;
  PlwSheetCell *copy = g_new (PlwSheetCell, n_cells);

  for (size_t i = 0; i < n_cells; i++)
    {
      copy[i] = cells[i];
      copy[i].text = g_strdup (cells[i].text);
    }
  plw_import_add_row (self, number, copy, n_cells);
  return self->rows->len <= PLW_IMPORT_ROWS_MAX;
}

static size_t
count_words (const PlwImportRow *row)
{
  size_t n = 0;

  for (size_t i = 0; i < row->n_cells; i++)
    n += row->cells[i].kind == PLW_XLSX_TEXT && row->cells[i].text[0] != '\0';

  return n;
}

static void
set_headings (PlwImport *self, size_t header)
{
  const PlwImportRow *row = plw_import_row (self, header);

  self->header = header;
  self->n_columns = 0;
  for (size_t i = header; i < self->rows->len; i++)
    self->n_columns = MAX (self->n_columns, plw_import_row (self, i)->n_cells);

  g_ptr_array_set_size (self->headings, 0);
  for (size_t i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->headings, g_strstrip (g_strdup (i < row->n_cells ? row->cells[i].text : "")));
}

/* Above a table stand its title and remarks, which have fewer words side by side than its headings. */
static void
guess_header (PlwImport *self)
{
  size_t best = 0;

  for (size_t i = 1; i < MIN (self->rows->len, HEADER_ROWS); i++)
    if (count_words (plw_import_row (self, i)) > count_words (plw_import_row (self, best)))
      best = i;

  set_headings (self, best);
}

static bool
fail (GError **error, const PlwImport *self, const char *why)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” cannot be read: %s"), self->name, why);
  return false;
}

static bool
finish_rows (PlwImport *self, GError **error)
{
  if (self->rows->len > PLW_IMPORT_ROWS_MAX)
    {
      g_autofree char *why = g_strdup_printf (_ ("it has more than %d rows"), PLW_IMPORT_ROWS_MAX);

      return fail (error, self, why);
    }
  if (self->rows->len == 0)
    return fail (error, self, _ ("there is nothing in it"));

  guess_header (self);
  return true;
}

static bool
read_sheet (PlwImport *self, size_t index, GError **error)
{
  g_ptr_array_set_size (self->rows, 0);
  g_free (self->sheet);
  self->sheet = g_strdup (plw_xlsx_sheet (self->book, index)->name);
  self->sheet_index = index;
  return plw_sheet_read_rows (self->book, index, take_row_cb, self, error);
}

/* The first sheet that people see and that has more than a title on it. */
static bool
read_first_sheet (PlwImport *self, GError **error)
{
  for (size_t i = 0; i < plw_xlsx_n_sheets (self->book); i++)
    if (plw_xlsx_sheet (self->book, i)->visibility == PLW_XLSX_VISIBLE)
      {
        if (!read_sheet (self, i, error))
          return false;
        if (self->rows->len > 1)
          break;
      }

  return finish_rows (self, error);
}

static bool
read_text_file (PlwImport *self, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *bytes = NULL;
  size_t size;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” is not a file"), path);
      return false;
    }
  if (!g_file_get_contents (path, &bytes, &size, &cause))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path, cause->message);
      return false;
    }

  return plw_import_decode (self, bytes, size, error) && plw_import_read_text (self, error)
         && finish_rows (self, error);
}

static PlwImport *
import_new (const char *name)
{
  PlwImport *self = g_new0 (PlwImport, 1);

  self->name = g_strdup (name);
  self->notes = g_string_new (NULL);
  self->remarks = g_string_new (NULL);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_array_new (FALSE, TRUE, sizeof (PlwImportField));
  g_array_set_clear_func (self->fields, clear_field);
  self->scale = 1;
  return self;
}

PlwImport *
plw_import_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (PlwImport) self = import_new (name);

  if (plw_plan_book_is (path))
    {
      self->book = plw_xlsx_open (path, error);
      if (self->book == NULL || !read_first_sheet (self, error))
        return NULL;
    }
  else if (!read_text_file (self, path, error))
    return NULL;

  self->n_notes = self->notes->len;
  return g_steal_pointer (&self);
}

PlwImport *
plw_import_open_text (const char *name, const char *text, GError **error)
{
  g_return_val_if_fail (name != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (PlwImport) self = import_new (name);

  if (!plw_import_decode (self, text, strlen (text), error) || !plw_import_read_text (self, error)
      || !finish_rows (self, error))
    return NULL;

  self->n_notes = self->notes->len;
  return g_steal_pointer (&self);
}

void
plw_import_free (PlwImport *self)
{
  if (self == NULL)
    return;

  plw_xlsx_free (self->book);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_string_free (self->notes, TRUE);
  g_string_free (self->remarks, TRUE);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->fields);
  plw_import_forget_names (self);
  g_free (self->sheet);
  g_free (self->name);
  g_free (self);
}

const char *
plw_import_notes (const PlwImport *self)
{
  return self->notes->str;
}

size_t
plw_import_n_sheets (const PlwImport *self)
{
  return self->book != NULL ? plw_xlsx_n_sheets (self->book) : 1;
}

const char *
plw_import_sheet_name (const PlwImport *self, size_t index)
{
  return self->book != NULL ? plw_xlsx_sheet (self->book, index)->name : self->name;
}

bool
plw_import_choose_sheet (PlwImport *self, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (size_t i = 0; self->book != NULL && i < plw_import_n_sheets (self); i++)
    {
      if (g_strcmp0 (plw_import_sheet_name (self, i), name) == 0)
        return read_sheet (self, i, error) && finish_rows (self, error);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", plw_import_sheet_name (self, i));
    }

  if (self->book == NULL)
    g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("“%s” is not a workbook and has no sheets"),
                 self->name);
  else
    g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("“%s” has no sheet “%s”; its sheets are %s"),
                 self->name, name, names->str);
  return false;
}

size_t
plw_import_sheet (const PlwImport *self)
{
  return self->sheet_index;
}

size_t
plw_import_header (const PlwImport *self)
{
  return plw_import_row (self, self->header)->number;
}

bool
plw_import_set_header (PlwImport *self, size_t row, GError **error)
{
  for (size_t i = 0; i < self->rows->len; i++)
    if (plw_import_row (self, i)->number == row)
      {
        set_headings (self, i);
        return true;
      }

  g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND,
               _ ("row %zu of “%s” is empty and cannot be the headings"), row, self->name);
  return false;
}

size_t
plw_import_n_lines (const PlwImport *self)
{
  return self->rows->len;
}

size_t
plw_import_n_line_columns (const PlwImport *self)
{
  size_t n = 0;

  for (size_t i = 0; i < self->rows->len; i++)
    n = MAX (n, plw_import_row (self, i)->n_cells);

  return n;
}

size_t
plw_import_line_number (const PlwImport *self, size_t line)
{
  g_return_val_if_fail (line < self->rows->len, 0);

  return plw_import_row (self, line)->number;
}

const char *
plw_import_line_cell (const PlwImport *self, size_t line, size_t column)
{
  g_return_val_if_fail (line < self->rows->len, "");

  const PlwImportRow *row = plw_import_row (self, line);

  return column < row->n_cells ? row->cells[column].text : "";
}

char *
plw_import_letter (size_t column)
{
  char *cell = plw_xlsx_cell_name (0, column);

  cell[strcspn (cell, "0123456789")] = '\0';
  return cell;
}

size_t
plw_import_n_columns (const PlwImport *self)
{
  return self->n_columns;
}

size_t
plw_import_n_rows (const PlwImport *self)
{
  return self->rows->len - self->header - 1;
}

size_t
plw_import_row_number (const PlwImport *self, size_t row)
{
  return plw_import_line_number (self, self->header + 1 + row);
}

PlwImportFate
plw_import_fate (const PlwImport *self, size_t row)
{
  g_return_val_if_fail (row < plw_import_n_rows (self), PLW_IMPORT_FATE_NONE);

  return plw_import_row (self, self->header + 1 + row)->fate;
}

const char *
plw_import_heading (const PlwImport *self, size_t column)
{
  g_return_val_if_fail (column < self->n_columns, "");

  return g_ptr_array_index (self->headings, column);
}

const char *
plw_import_cell (const PlwImport *self, size_t row, size_t column)
{
  g_return_val_if_fail (row < plw_import_n_rows (self), "");

  const PlwImportRow *found = plw_import_row (self, self->header + 1 + row);

  return column < found->n_cells ? found->cells[column].text : "";
}

static PlwImportKind
find_kind (const PlwSheetCell *cell)
{
  int64_t number;

  if (cell->text[0] == '\0' || plw_import_is_missing (cell->text))
    return PLW_IMPORT_EMPTY;
  if (cell->kind == PLW_XLSX_DATE)
    return PLW_IMPORT_DATE;

  return cell->kind == PLW_XLSX_NUMBER || plw_decimal_parse (cell->text, PLW_PARSE_ENTRY, &number, NULL)
             ? PLW_IMPORT_NUMBER
             : PLW_IMPORT_TEXT;
}

PlwImportKind
plw_import_kind (const PlwImport *self, size_t column)
{
  size_t counts[PLW_IMPORT_DATE + 1] = { 0 };
  PlwImportKind best = PLW_IMPORT_EMPTY;

  for (size_t i = self->header + 1; i < MIN (self->rows->len, self->header + 1 + KIND_ROWS); i++)
    if (column < plw_import_row (self, i)->n_cells)
      counts[find_kind (&plw_import_row (self, i)->cells[column])]++;
  for (PlwImportKind kind = PLW_IMPORT_TEXT; kind <= PLW_IMPORT_DATE; kind++)
    if (counts[kind] > (best == PLW_IMPORT_EMPTY ? 0 : counts[best]))
      best = kind;

  return best;
}
