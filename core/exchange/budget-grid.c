/* budget-grid.c: a published budget table as rows of figures by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

#include <string.h>

/* The minus sign of print. */
#define MINUS "\xe2\x88\x92"

bool
plw_budget_fail (GError **error, const PlwBudget *self, const char *why)
{
  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” is not a budget table: %s"), self->source->name,
               why);
  return false;
}

/* A third has more decimals than a figure here can hold. */
static bool
read_long (const char *text, int64_t *ret_value)
{
  char rounded[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || number > 1e9 || number < -1e9)
    return false;

  return plw_decimal_parse (g_ascii_formatd (rounded, sizeof (rounded), "%.6f", number), PLW_PARSE_STRICT,
                            ret_value, NULL);
}

static char *
get_plain (const PlwBudget *self, const PlwSheetCell *cell)
{
  if (cell->kind == PLW_XLSX_NUMBER)
    return plw_xlsx_plain_number (cell->text, 0);

  g_autoptr (GString) text = g_string_new (cell->text);

  g_string_replace (text, MINUS, "-", 0);
  g_string_replace (text, "£", "", 0);
  g_string_replace (text, "\xc2\xa0", " ", 0);
  if (self->source->has_decimal_comma)
    plw_import_use_decimal_point (text->str);
  return g_strdup (g_strstrip (text->str));
}

void
plw_budget_read_cell (const PlwBudget *self, const PlwSheetCell *cell, PlwBudgetCell *ret_cell)
{
  *ret_cell = (PlwBudgetCell){ .kind = PLW_CELL_EMPTY };
  if (cell == NULL || cell->text[0] == '\0'
      || (cell->kind == PLW_XLSX_TEXT && plw_budget_unit_of (cell->text) > 1))
    return;

  ret_cell->kind = PLW_CELL_UNKNOWN;
  if (plw_import_is_missing (cell->text) || (cell->kind != PLW_XLSX_TEXT && cell->kind != PLW_XLSX_NUMBER))
    return;

  g_autofree char *text = get_plain (self, cell);
  const char *point = strchr (text, '.');

  if (text[0] == '\0')
    ret_cell->kind = PLW_CELL_EMPTY;
  else if (plw_decimal_parse (text, PLW_PARSE_STRICT, &ret_cell->value, NULL))
    ret_cell->decimals = point != NULL ? (int) strspn (point + 1, "0123456789") : 0;
  else if (cell->kind == PLW_XLSX_NUMBER && read_long (text, &ret_cell->value))
    ret_cell->decimals = 6;
  else
    return;
  if (ret_cell->kind == PLW_CELL_UNKNOWN)
    ret_cell->kind = PLW_CELL_FIGURE;
}

char *
plw_budget_shorten (const char *name)
{
  size_t n = (size_t) g_utf8_strlen (name, -1);
  char *short_name =
      n <= PLW_BUDGET_NAME_MAX ? g_strdup (name) : g_utf8_substring (name, 0, PLW_BUDGET_NAME_MAX);

  return g_strstrip (short_name);
}

PlwBudgetRow *
plw_budget_add_row (PlwBudget *self, size_t number, const char *label)
{
  PlwBudgetRow *row = g_new0 (PlwBudgetRow, 1);

  row->number = number;
  row->label = plw_budget_shorten (label);
  row->sign = 1;
  row->rule = SIZE_MAX;
  row->cells = g_new0 (PlwBudgetCell, self->columns->len);
  for (size_t i = 0; i < self->columns->len; i++)
    row->cells[i].kind = PLW_CELL_EMPTY;
  g_ptr_array_add (self->rows, row);
  return row;
}

/* What is longer is a sentence. */
bool
plw_budget_is_year (const PlwSheetCell *cell, int *ret_year)
{
  return cell->kind == PLW_XLSX_TEXT && strlen (cell->text) < 40
         && plw_import_read_year (cell->text, ret_year);
}

bool
plw_budget_speaks_of_total (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strstr (lower, "total") != NULL;
}

/* The first column is for names: a year in it is part of a title. */
static size_t
count_years (const PlwImportRow *row)
{
  size_t n = 0;
  int year;

  for (size_t i = 1; i < row->n_cells; i++)
    n += plw_budget_is_year (&row->cells[i], &year);

  return n;
}

static bool
find_header (const PlwImport *source, size_t *ret_header)
{
  size_t best = 0;

  for (size_t i = 0; i < MIN (source->rows->len, 40); i++)
    {
      size_t n = count_years (plw_import_row (source, i));

      if (n > best)
        {
          best = n;
          *ret_header = i;
        }
    }

  return best > 0;
}

static bool
has_year (const PlwBudget *self, int year)
{
  for (size_t i = 0; i < self->columns->len; i++)
    if (plw_budget_column (self, i)->year == year)
      return true;

  return false;
}

static void
add_column (PlwBudget *self, size_t source, int year, const char *heading)
{
  const PlwBudgetColumn column = { source, year, g_strdup (heading) };

  g_array_append_val (self->columns, column);
}

/* The years first, then totals. A year that comes again is what the years add up to. */
static bool
read_columns (PlwBudget *self, const PlwImportRow *header, GError **error)
{
  int year;

  for (size_t i = 1; i < header->n_cells; i++)
    if (plw_import_read_year (header->cells[i].text, &year) && !has_year (self, year))
      add_column (self, i, year, header->cells[i].text);
  self->n_years = self->columns->len;
  for (size_t i = 1; i < self->n_years; i++)
    if (plw_budget_column (self, i)->year < plw_budget_column (self, i - 1)->year)
      return plw_budget_fail (error, self, _ ("its years are not in their order"));

  for (size_t i = plw_budget_column (self, 0)->source + 1; i < header->n_cells; i++)
    {
      const char *heading = header->cells[i].text;
      bool is_taken = false;

      for (size_t j = 0; j < self->columns->len; j++)
        is_taken |= plw_budget_column (self, j)->source == i;
      if (!is_taken && (plw_budget_speaks_of_total (heading) || plw_import_read_year (heading, &year)))
        add_column (self, i, 0, heading);
      else if (!is_taken && heading[0] != '\0')
        g_ptr_array_add (self->remarks, g_strdup_printf (self->lines != NULL ? _ ("row “%s” is left out")
                                                                             : _ ("column “%s” is left out"),
                                                         heading));
    }

  return self->columns->len <= PLW_BUDGET_COLUMNS_MAX
         || plw_budget_fail (error, self, _ ("it has too many columns"));
}

/* What cannot be read is said, and stays missing. */
static void
note_unreadable (PlwBudget *self, const PlwImportRow *from, size_t column, const char *label)
{
  const PlwSheetCell *cell = &from->cells[plw_budget_column (self, column)->source];
  g_autofree char *place = plw_budget_place (self, from->number, plw_budget_column (self, column)->source);

  if (!plw_import_is_missing (cell->text))
    g_ptr_array_add (self->remarks, g_strdup_printf (_ ("%s (%s): “%s” is not a figure and stays missing"),
                                                     place, label, cell->text));
}

/* What has no name is called by where it is in the file. */
static void
name_row (const PlwBudget *self, PlwBudgetRow *row)
{
  g_autofree char *letter = plw_import_letter (row->number - 1);

  g_free (row->label);
  row->label = self->lines != NULL ? g_strdup_printf (_ ("column %s"), letter)
                                   : g_strdup_printf (_ ("row %zu"), row->number);
}

static void
read_row (PlwBudget *self, const PlwImportRow *from, char **section)
{
  size_t first = plw_budget_column (self, 0)->source;
  size_t n_figures = 0;
  size_t n_other = 0;
  size_t label = SIZE_MAX;

  for (size_t i = 0; i < MIN (first, from->n_cells); i++)
    if (from->cells[i].text[0] != '\0')
      {
        if (label != SIZE_MAX)
          {
            g_free (*section);
            *section = plw_budget_shorten (from->cells[label].text);
          }
        label = i;
      }

  PlwBudgetRow *row =
      plw_budget_add_row (self, from->number, label != SIZE_MAX ? from->cells[label].text : "");

  if (row->label[0] == '\0')
    name_row (self, row);
  row->section = g_strdup (*section);
  for (size_t i = 0; i < self->columns->len; i++)
    {
      size_t column = plw_budget_column (self, i)->source;

      plw_budget_read_cell (self, column < from->n_cells ? &from->cells[column] : NULL, &row->cells[i]);
      n_figures += row->cells[i].kind == PLW_CELL_FIGURE;
      n_other += row->cells[i].kind == PLW_CELL_UNKNOWN;
    }
  for (size_t i = 0; i < self->columns->len && n_figures > 0; i++)
    if (row->cells[i].kind == PLW_CELL_UNKNOWN)
      note_unreadable (self, from, i, row->label);
  if (n_figures == 0 && (n_other == 0 || count_years (from) > 0))
    row->role = PLW_BUDGET_HEADING;
}

static void
read_rows (PlwBudget *self, size_t header)
{
  g_autofree char *section = NULL;

  for (size_t i = header + 1; i < self->source->rows->len; i++)
    read_row (self, plw_import_row (self->source, i), &section);
}

/* The unit as the heading has it, else the titles above it, else the remarks. */
static void
find_unit (PlwBudget *self, size_t header)
{
  g_auto (GStrv) remarks = g_strsplit (self->source->remarks->str, "\n", -1);
  int64_t unit = 0;

  for (size_t i = header + 2; i-- > 0 && unit == 0;)
    for (size_t j = 0;
         i < self->source->rows->len && j < plw_import_row (self->source, i)->n_cells && unit == 0; j++)
      unit = plw_budget_unit_of (plw_import_row (self->source, i)->cells[j].text);
  for (size_t i = 0; remarks[i] != NULL && unit == 0; i++)
    if (strstr (remarks[i], "unit") != NULL)
      unit = plw_budget_unit_of (remarks[i]);
  for (size_t i = 0; remarks[i] != NULL && unit == 0; i++)
    unit = plw_budget_unit_of (remarks[i]);

  self->is_unit_said = unit != 0 || self->options.unit != 0;
  self->unit = self->options.unit != 0 ? self->options.unit : unit != 0 ? unit : 1;
}

static void
find_titles (PlwBudget *self, size_t header)
{
  g_autoptr (GString) titles = g_string_new (self->source->remarks->str);

  g_string_append_printf (titles, " %s %s", self->source->name,
                          self->source->sheet != NULL ? self->source->sheet : "");
  for (size_t i = 0; i < header; i++)
    for (size_t j = 0; j < plw_import_row (self->source, i)->n_cells; j++)
      g_string_append_printf (titles, " %s", plw_import_row (self->source, i)->cells[j].text);

  g_autofree char *lower = g_utf8_strdown (titles->str, -1);

  self->is_capital = strstr (lower, "capital programme") != NULL
                     || strstr (lower, "capital_programme") != NULL
                     || strstr (lower, "capital scheme") != NULL;
  self->is_movement_title = strstr (lower, "movement") != NULL || strstr (lower, "annual change") != NULL
                            || strstr (lower, "budget pressures") != NULL
                            || strstr (lower, "savings proposals") != NULL
                            || strstr (lower, "growth and savings") != NULL;
}

bool
plw_budget_read_grid (PlwBudget *self, GError **error)
{
  size_t header = self->source->header;

  if (self->lines == NULL && count_years (plw_import_row (self->source, header)) == 0
      && plw_budget_read_list (self, error))
    ;
  else if (error != NULL && *error != NULL)
    return false;
  else if (self->lines == NULL && !find_header (self->source, &header))
    return plw_budget_fail (error, self, _ ("no column and no row has a financial year such as 2026/27"));
  else if (!read_columns (self, plw_import_row (self->source, header), error))
    return false;
  else
    read_rows (self, header);

  if (self->rows->len > PLW_BUDGET_ROWS_MAX)
    return plw_budget_fail (error, self, _ ("it has more than 400 rows"));

  find_unit (self, header);
  find_titles (self, header);
  return true;
}
