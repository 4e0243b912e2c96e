/* xlsx-cells.c: the cells of one sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <stdint.h>
#include <string.h>

#define NUMBER_LENGTH_MAX 400

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DATE,
} CellType;

typedef struct
{
  const PlwXlsxContext *context;
  const PlwXlsxSheet *sheet;
  PlwXlsxCellFunc func;
  void *data;
  size_t n_cells;
  size_t row;
  size_t column; /* of the cell being read; SIZE_MAX before the first of a row */
  bool is_in_cell;

  /* Of the cell being read */
  CellType type;
  PlwXlsxLook look;
  GString *text;
  bool has_value;
  bool is_formula;
  bool is_in_value; /* inside v, or t of an inline text */
  size_t n_phonetic;
} Reader;

/* Reads digits up to @end and nothing else. */
static bool
read_count (const char *text, size_t most, size_t *ret_count)
{
  char *end;
  guint64 count = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (text[0]) || *end != '\0' || count < 1 || count > most)
    return false;

  *ret_count = (size_t) count;
  return true;
}

static bool
read_place (const char *text, size_t *ret_row, size_t *ret_column)
{
  size_t column = 0;
  const char *p = text;

  for (; *p >= 'A' && *p <= 'Z' && column <= PLW_XLSX_COLUMNS_MAX; p++)
    column = column * 26 + (size_t) (*p - 'A') + 1;
  if (column < 1 || column > PLW_XLSX_COLUMNS_MAX || !read_count (p, PLW_XLSX_ROWS_MAX, ret_row))
    return false;

  *ret_column = column - 1;
  return true;
}

static bool
refuse_place (Reader *self, GError **error)
{
  return plw_xlsx_refuse (error, self->context->package,
                          _ ("its sheet “%s” has a cell outside of what a spreadsheet has, or out of order"),
                          self->sheet->name);
}

static bool
refuse_cell (Reader *self, GError **error)
{
  g_autofree char *cell = plw_xlsx_cell_name (self->row, self->column);

  return plw_xlsx_refuse (error, self->context->package, _ ("cell %s of its sheet “%s” is damaged"), cell,
                          self->sheet->name);
}

static bool
start_row (Reader *self, const char **names, const char **values, GError **error)
{
  const char *said = plw_xlsx_attribute (names, values, "r");
  size_t row = self->row + 1;

  if ((said != NULL && !read_count (said, PLW_XLSX_ROWS_MAX, &row)) || row <= self->row
      || row > PLW_XLSX_ROWS_MAX)
    return refuse_place (self, error);

  self->row = row;
  self->column = SIZE_MAX;
  return true;
}

static CellType
find_type (const char *name)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = { { "s", TYPE_SHARED },  { "str", TYPE_TEXT }, { "inlineStr", TYPE_TEXT },
                { "b", TYPE_BOOLEAN }, { "e", TYPE_ERROR },  { "d", TYPE_DATE } };

  for (size_t i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].name, name) == 0)
      return types[i].type;

  return TYPE_NUMBER;
}

static bool
start_cell (Reader *self, const char **names, const char **values, GError **error)
{
  const char *said = plw_xlsx_attribute (names, values, "r");
  const char *style = plw_xlsx_attribute (names, values, "s");
  size_t row = self->row;
  size_t column = self->column + 1; /* SIZE_MAX + 1 is the first */
  guint64 index = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;

  if ((said != NULL && !read_place (said, &row, &column)) || row != self->row || row == 0
      || column >= PLW_XLSX_COLUMNS_MAX || (self->column != SIZE_MAX && column <= self->column))
    return refuse_place (self, error);
  if (++self->n_cells > PLW_XLSX_CELLS_MAX)
    return plw_xlsx_refuse (error, self->context->package, _ ("its sheet “%s” has more than %d cells"),
                            self->sheet->name, PLW_XLSX_CELLS_MAX);

  self->column = column;
  self->type = find_type (plw_xlsx_attribute (names, values, "t"));
  self->look = index < self->context->looks->len ? (PlwXlsxLook) self->context->looks->data[index]
                                                 : PLW_XLSX_LOOK_PLAIN;
  g_string_truncate (self->text, 0);
  self->has_value = self->is_formula = false;
  self->is_in_cell = true;
  return true;
}

static bool
start_cb (const char *name, const char **names, const char **values, void *data, GError **error)
{
  Reader *self = data;

  if (strcmp (name, "row") == 0)
    return start_row (self, names, values, error);
  if (strcmp (name, "c") == 0)
    return start_cell (self, names, values, error);
  if (!self->is_in_cell)
    return true;

  if (strcmp (name, "f") == 0)
    self->is_formula = true;
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;
  else if (strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && self->n_phonetic == 0))
    self->has_value = self->is_in_value = true;

  return true;
}

static bool
text_cb (const char *text, size_t size, void *data, GError **error)
{
  Reader *self = data;

  if (!self->is_in_value)
    return true;
  g_string_append_len (self->text, text, (gssize) size);
  if (self->text->len > PLW_XLSX_TEXT_MAX)
    return plw_xlsx_refuse (error, self->context->package, _ ("a text in it is longer than a cell can hold"));

  return true;
}

static bool
is_number (const char *p)
{
  size_t n = 0;

  p += *p == '-' || *p == '+';
  for (; g_ascii_isdigit (*p); p++)
    n++;
  if (*p == '.')
    for (p++; g_ascii_isdigit (*p); p++)
      n++;
  if (n == 0)
    return false;
  if (*p == 'e' || *p == 'E')
    {
      p += p[1] == '-' || p[1] == '+' ? 2 : 1;
      n = 0;
      for (; g_ascii_isdigit (*p); p++)
        n++;
    }

  return n > 0 && *p == '\0';
}

static bool
give (Reader *self, PlwXlsxKind kind, const char *text)
{
  const PlwXlsxCell cell = {
    .row = self->row,
    .column = self->column,
    .kind = kind,
    .is_formula = self->is_formula,
    .is_percent = kind == PLW_XLSX_NUMBER && self->look == PLW_XLSX_LOOK_PERCENT,
    .text = text,
  };

  return self->func (&cell, self->data);
}

static bool
give_number (Reader *self, GError **error)
{
  const char *text = g_strstrip (self->text->str);

  if (!is_number (text) || strlen (text) > NUMBER_LENGTH_MAX)
    return refuse_cell (self, error);
  if (self->look == PLW_XLSX_LOOK_DATE)
    {
      g_autofree char *date = plw_xlsx_date_to_text (text, self->context->is_1904);

      if (date != NULL)
        return give (self, PLW_XLSX_DATE, date);
    }

  return give (self, PLW_XLSX_NUMBER, text);
}

static bool
give_shared (Reader *self, GError **error)
{
  const char *text = g_strstrip (self->text->str);
  char *end;
  guint64 index = g_ascii_strtoull (text, &end, 10);
  const char *shared = g_ascii_isdigit (text[0]) && *end == '\0'
                           ? plw_xlsx_strings_get (self->context->strings, (size_t) index)
                           : NULL;

  if (shared == NULL)
    return refuse_cell (self, error);

  return shared[0] == '\0' || give (self, PLW_XLSX_TEXT, shared);
}

static bool
end_cell (Reader *self, GError **error)
{
  self->is_in_cell = false;
  if (!self->has_value)
    return !self->is_formula || give (self, PLW_XLSX_NOTHING, "");

  switch (self->type)
    {
    case TYPE_SHARED:
      return give_shared (self, error);
    case TYPE_TEXT:
      plw_xlsx_unescape (self->text, 0);
      return self->text->len == 0 || give (self, PLW_XLSX_TEXT, self->text->str);
    case TYPE_BOOLEAN:
      return give (self, PLW_XLSX_BOOLEAN, strcmp (self->text->str, "0") == 0 ? "FALSE" : "TRUE");
    case TYPE_ERROR:
      return give (self, PLW_XLSX_ERROR, self->text->str);
    case TYPE_DATE:
      return give (self, PLW_XLSX_DATE, self->text->str);
    case TYPE_NUMBER:
      break;
    }

  if (self->text->len == 0)
    return !self->is_formula || give (self, PLW_XLSX_NOTHING, "");
  return give_number (self, error);
}

static bool
end_cb (const char *name, void *data, GError **error)
{
  Reader *self = data;

  self->is_in_value = false;
  if (strcmp (name, "rPh") == 0 && self->n_phonetic > 0)
    self->n_phonetic--;

  return strcmp (name, "c") != 0 || end_cell (self, error);
}

bool
plw_xlsx_cells_read (const PlwXlsxContext *context,
                     const PlwXlsxSheet *sheet,
                     PlwXlsxCellFunc func,
                     void *data,
                     GError **error)
{
  static const PlwXlsxHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = {
    .context = context, .sheet = sheet, .func = func, .data = data, .column = SIZE_MAX, .text = text
  };

  return plw_xlsx_markup_read (context->package, sheet->part, &handler, &self, error);
}
