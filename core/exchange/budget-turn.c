/* budget-turn.c: a budget table whose years stand down its rows, turned so that they stand across.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles and a row of units stay above the table. What is found later is named by where it is in the file.
 */
#include "exchange/budget-private.h"

#include "base/i18n.h"

#include <string.h>

/* Rows of figures and of headings. No table of years is as long. */
#define ROWS_MOST (2 * PLW_BUDGET_COLUMNS_MAX)

/* Where the years of a table may stand: at the beginning of its rows, or in a row of headings. */
typedef struct
{
  size_t first;  /* down: the first row of a year */
  size_t column; /* down: of the years */
  size_t n_years;
  size_t n_again;
  size_t n_plain; /* years with no word beside them */
  size_t n_other; /* what stands among them and is neither year nor total */
  bool is_late;   /* down: figures stand above the first year */
} Years;

/* A year and perhaps its unit, and no word such as “savings”. */
static bool
is_plain (const char *text)
{
  for (size_t i = 0; text[i] != '\0'; i++)
    if (g_ascii_isalpha (text[i]) && g_ascii_isalpha (text[i + 1]))
      return false;

  return true;
}

static size_t
find_text (const PlwImportRow *row, size_t from)
{
  size_t i = from;

  while (i < row->n_cells && row->cells[i].text[0] == '\0')
    i++;
  return i;
}

static bool
has_figure (const PlwBudget *self, const PlwImportRow *row, size_t from)
{
  for (size_t i = from; i < row->n_cells; i++)
    {
      PlwBudgetCell cell;

      plw_budget_read_cell (self, &row->cells[i], &cell);
      if (cell.kind == PLW_CELL_FIGURE || plw_import_is_missing (row->cells[i].text))
        return true;
    }

  return false;
}

/* Years that begin rows of figures. */
static Years
find_down (const PlwBudget *self)
{
  const GPtrArray *rows = self->source->rows;
  bool is_seen[PLW_YEAR_MAX + 1] = { false };
  Years found = { .n_years = 0 };
  int year;

  for (size_t i = 0; i < rows->len && found.n_other <= PLW_BUDGET_ROWS_MAX; i++)
    {
      const PlwImportRow *row = plw_import_row (self->source, i);
      size_t first = find_text (row, 0);

      if (!has_figure (self, row, first + 1))
        continue;

      const PlwSheetCell *cell = &row->cells[first];

      if (plw_budget_is_year (cell, &year) && (found.n_years == 0 || first == found.column))
        {
          if (found.n_years == 0)
            {
              found.first = i;
              found.column = first;
              found.is_late = found.n_other > 0;
            }
          found.n_again += is_seen[year];
          found.n_years += !is_seen[year];
          found.n_plain += !is_seen[year] && is_plain (cell->text);
          is_seen[year] = true;
        }
      else if (found.n_years == 0 || !plw_budget_speaks_of_total (cell->text))
        found.n_other++;
    }

  return found;
}

/* Years in a row of headings above the rows that begin with years. */
static Years
find_across (const PlwBudget *self, const Years *down)
{
  Years best = { .n_years = 0 };
  int year;

  for (size_t i = 0; i < down->first; i++)
    {
      const PlwImportRow *row = plw_import_row (self->source, i);
      Years found = { .n_years = 0 };

      for (size_t j = find_text (row, down->column + 1); j < row->n_cells; j = find_text (row, j + 1))
        if (plw_budget_is_year (&row->cells[j], &year))
          {
            found.n_years++;
            found.n_plain += is_plain (row->cells[j].text);
          }
        else
          found.n_other += !plw_budget_speaks_of_total (row->cells[j].text);
      if (found.n_years > best.n_years)
        best = found;
    }

  return best;
}

/* A year with words beside it, as “Savings of 2024/25”, may be the name of an item; and a table has more
 * years than other things where its years stand.
 */
static bool
find_direction (const PlwBudget *self, const Years *down, bool *ret_is_down, GError **error)
{
  *ret_is_down = self->options.years == PLW_BUDGET_DOWN;
  if (self->options.years != PLW_BUDGET_YEARS_AUTO)
    return !*ret_is_down || down->n_years > 0
           || plw_budget_fail (error, self, _ ("no row begins with a financial year such as 2026/27"));

  /* A year comes again where it stands for all of them, but no more than once. */
  if (down->is_late || down->n_years <= down->n_other || down->n_again > 1 || down->n_years <= down->n_again)
    return true;

  Years across = find_across (self, down);
  bool is_plain_down = down->n_plain == down->n_years;
  bool is_plain_across = across.n_plain == across.n_years;

  if (across.n_years == 0)
    *ret_is_down = true;
  else if (is_plain_down != is_plain_across)
    *ret_is_down = is_plain_down;
  else if ((down->n_other == 0) != (across.n_other == 0))
    *ret_is_down = down->n_other == 0;
  else
    {
      g_set_error (
          error, PLW_ERROR, PLW_ERROR_FORMAT,
          _ ("“%s” has financial years both across and down, and nothing shows which are those of its "
             "figures: say whether its years stand across or down"),
          self->source->name);
      return false;
    }

  return true;
}

static size_t
count_texts (const PlwImportRow *row, size_t from)
{
  size_t n = 0;

  for (size_t i = find_text (row, from); i < row->n_cells; i = find_text (row, i + 1))
    n++;

  return n;
}

/* Whether one unit, and nothing else, stands over every column. */
static bool
is_unit_row (const PlwImportRow *row, size_t from)
{
  size_t first = find_text (row, from);

  for (size_t i = first; i < row->n_cells; i = find_text (row, i + 1))
    if (strcmp (row->cells[i].text, row->cells[first].text) != 0)
      return false;

  return first < row->n_cells && plw_budget_unit_of (row->cells[first].text) != 0;
}

/* Rows of the table: names of the items above the first year, what these stand under, and all figures. What
 * has one text only is a title.
 */
static GArray *
find_table (const PlwBudget *self, const Years *down)
{
  GArray *table = g_array_new (FALSE, FALSE, sizeof (size_t));
  size_t column = down->column + 1;
  size_t names = SIZE_MAX;

  for (size_t i = down->first; i-- > 0;)
    if (count_texts (plw_import_row (self->source, i), column) > 0
        && (names == SIZE_MAX || is_unit_row (plw_import_row (self->source, names), column)))
      names = i;
  for (size_t i = 0; i < down->first; i++)
    if (i == names || (i < names && count_texts (plw_import_row (self->source, i), column) > 1))
      g_array_append_val (table, i);
  for (size_t i = down->first; i < self->source->rows->len && table->len <= ROWS_MOST; i++)
    if (has_figure (self, plw_import_row (self->source, i), column))
      g_array_append_val (table, i);

  return table;
}

/* Returns: (nullable): the cell; NULL where the row does not go so far */
static const PlwSheetCell *
get_cell (const PlwBudget *self, size_t line, size_t column)
{
  const PlwImportRow *row = plw_import_row (self->source, line);

  return column < row->n_cells ? &row->cells[column] : NULL;
}

/* A row made of a column, which begins with @n_before cells of nothing. */
static void
add_turned (PlwBudget *self, const GArray *table, size_t column, size_t n_before)
{
  PlwSheetCell *cells = g_new (PlwSheetCell, n_before + table->len);

  for (size_t i = 0; i < n_before + table->len; i++)
    {
      const PlwSheetCell *cell =
          i >= n_before ? get_cell (self, g_array_index (table, size_t, i - n_before), column) : NULL;

      cells[i] = cell != NULL ? *cell : (PlwSheetCell){ PLW_XLSX_TEXT, false, NULL };
      cells[i].text = g_strdup (cell != NULL ? cell->text : "");
    }

  plw_import_add_row (self->source, column + 1, cells, n_before + table->len);
}

static bool
is_blank (const PlwBudget *self, const GArray *table, size_t column)
{
  for (size_t i = 0; i < table->len; i++)
    {
      const PlwSheetCell *cell = get_cell (self, g_array_index (table, size_t, i), column);

      if (cell != NULL && cell->text[0] != '\0')
        return false;
    }

  return true;
}

/* Puts the turned table below its titles, in place of what was there. */
static void
turn (PlwBudget *self, const GArray *table, const Years *down)
{
  size_t n_rows = self->source->rows->len;
  size_t n_columns = plw_import_n_line_columns (self->source);
  size_t n_before = g_array_index (table, size_t, 0) == down->first ? 1 : 0;

  self->lines = g_array_new (FALSE, TRUE, sizeof (size_t));
  g_array_set_size (self->lines, (guint) n_before);
  for (size_t i = 0; i < table->len; i++)
    {
      size_t number = plw_import_row (self->source, g_array_index (table, size_t, i))->number;

      g_array_append_val (self->lines, number);
    }

  for (size_t i = down->column; i < n_columns; i++)
    if (!is_blank (self, table, i))
      add_turned (self, table, i, n_before);

  self->source->header = down->first;
  g_ptr_array_remove_range (self->source->rows, (guint) down->first, (guint) (n_rows - down->first));
  for (size_t i = table->len; i-- > 0;)
    if (g_array_index (table, size_t, i) < down->first)
      {
        g_ptr_array_remove_index (self->source->rows, (guint) g_array_index (table, size_t, i));
        self->source->header--;
      }
}

bool
plw_budget_turn (PlwBudget *self, GError **error)
{
  Years down = find_down (self);
  bool is_down;

  if (!find_direction (self, &down, &is_down, error))
    return false;
  if (!is_down)
    return true;

  g_autoptr (GArray) table = find_table (self, &down);

  if (table->len > ROWS_MOST)
    return plw_budget_fail (error, self, _ ("it has too many rows of figures"));
  if (plw_import_n_line_columns (self->source) > PLW_BUDGET_ROWS_MAX)
    return plw_budget_fail (error, self, _ ("it has more than 400 columns"));

  turn (self, table, &down);
  return true;
}

char *
plw_budget_place (const PlwBudget *self, size_t row, size_t column)
{
  if (self->lines != NULL && column != SIZE_MAX)
    return plw_import_place (self->source, g_array_index (self->lines, size_t, column), row - 1);
  if (self->lines != NULL)
    return plw_import_column_place (self->source, row - 1);

  return column != SIZE_MAX ? plw_import_place (self->source, row, column)
                            : plw_import_row_place (self->source, row);
}
