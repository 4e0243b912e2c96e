/* workbook-inputs.c: tables of the plan as inputs of the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <placewright/reference.h>

#include <string.h>

#define WIDTH_NOTES 44
#define WIDTH_SOURCE 30
#define WIDTH_STANDING 11

/* Bytes from which a note is not repeated. */
#define LONG_NOTE 24

double
plw_book_decimal (int64_t billionths)
{
  return (double) billionths / (double) PLW_DECIMAL_ONE;
}

/* Many rows share one long note: it is printed once. */
static void
write_plan_text (PlwSheet *sheet, lxw_col_t at, PlwTableId table, size_t row, size_t column)
{
  const char *text = plw_plan_text (sheet->book->plan, table, row, column);
  bool is_note = (plw_schema_table (table)->columns[column].flags & PLW_COLUMN_ORIGIN) != 0;

  if (is_note && strlen (text) >= LONG_NOTE && g_strcmp0 (sheet->note, text) == 0)
    {
      plw_sheet_text (sheet, at, _ ("as above"), PLW_STYLE_TEXT);
      return;
    }
  if (is_note)
    sheet->note = text;
  plw_sheet_text (sheet, at, text, PLW_STYLE_TEXT);
}

/* A cell of the plan as it counts: its fallback where it is empty. */
void
plw_inputs_cell (PlwSheet *sheet, lxw_col_t at, PlwTableId table, size_t row, size_t column)
{
  const PlwPlan *plan = sheet->book->plan;
  PlwType type = plw_plan_column_type (plan, table, column);
  const PlwTableSpec *spec = plw_schema_table (table);
  bool is_year = column >= spec->n_columns;
  bool has_value =
      plw_plan_get (plan, table, row, column).is_set || is_year || spec->columns[column].fallback != NULL;
  int64_t number = plw_type_is_text (type) ? 0 : plw_plan_number (plan, table, row, column);

  if (!has_value)
    {
      plw_sheet_text (sheet, at, "", PLW_STYLE_TEXT);
      return;
    }
  switch (type)
    {
    case PLW_TYPE_MONEY:
      plw_sheet_money (sheet, at, number, is_year ? PLW_STYLE_INPUT_MONEY : PLW_STYLE_INPUT_PENCE);
      break;
    case PLW_TYPE_PERCENT:
      plw_sheet_number (sheet, at, plw_book_decimal (number) / 100.0, PLW_STYLE_INPUT_PERCENT);
      break;
    case PLW_TYPE_NUMBER:
      plw_sheet_number (sheet, at, plw_book_decimal (number),
                        number % PLW_DECIMAL_ONE == 0 ? PLW_STYLE_INPUT_INTEGER : PLW_STYLE_INPUT_NUMBER);
      break;
    case PLW_TYPE_INTEGER:
      plw_sheet_number (sheet, at, (double) number, PLW_STYLE_INPUT_INTEGER);
      break;
    case PLW_TYPE_YESNO:
      plw_sheet_text (sheet, at, number != 0 ? _ ("yes") : _ ("no"), PLW_STYLE_TEXT);
      break;
    case PLW_TYPE_YEAR:
      plw_sheet_text (sheet, at, plw_year_name ((int) number), PLW_STYLE_TEXT);
      break;
    case PLW_TYPE_REF:
      plw_sheet_text (sheet, at,
                      plw_book_row_name (sheet->book, spec->columns[column].ref,
                                         plw_plan_text (plan, table, row, column)),
                      PLW_STYLE_TEXT);
      break;
    case PLW_TYPE_TEXT:
      write_plan_text (sheet, at, table, row, column);
      break;
    case PLW_TYPE_NONE:
    case PLW_TYPE_CODE:
    case PLW_TYPE_CHOICE:
    case PLW_TYPE_UNSPENT:
      plw_sheet_text (sheet, at, plw_plan_text (plan, table, row, column), PLW_STYLE_TEXT);
      break;
    }
}

static bool
is_shown_right (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER
         || type == PLW_TYPE_INTEGER;
}

/* The largest amount in a table's year columns, for their width. */
static int64_t
find_most (const PlwPlan *plan, PlwTableId table)
{
  int64_t most = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    for (size_t column = plw_schema_table (table)->n_columns; column < plw_plan_n_columns (plan, table);
         column++)
      most = MAX (most, ABS (plw_plan_number (plan, table, row, column)));
  return most;
}

static void
write_table_heads (PlwSheet *sheet, PlwTableId table, const PlwPick *picks, const PlwPick *after)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (; picks->column >= 0; picks++)
    {
      const PlwColumn *column = &spec->columns[picks->column];

      plw_sheet_head (sheet, _ (column->title), picks->width,
                      is_shown_right (column->type) ? PLW_STYLE_HEAD_RIGHT : PLW_STYLE_HEAD);
    }
  if (spec->years == PLW_TYPE_MONEY)
    plw_sheet_head_years (sheet, find_most (sheet->book->plan, table), false);
  else if (spec->years != PLW_TYPE_NONE)
    for (size_t year = 0; year < sheet->book->n_years; year++)
      plw_sheet_head (sheet, plw_book_year (sheet->book, year), 10, PLW_STYLE_HEAD_RIGHT);
  for (; after->column >= 0; after++)
    plw_sheet_head (sheet, _ (spec->columns[after->column].title), after->width, PLW_STYLE_HEAD);
}

static void
write_table_row (PlwSheet *sheet, PlwTableId table, size_t row, const PlwPick *picks, const PlwPick *after)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  PlwBook *book = sheet->book;
  lxw_col_t at = 0;

  for (; picks->column >= 0; picks++)
    plw_inputs_cell (sheet, at++, table, row, (size_t) picks->column);
  if (spec->years != PLW_TYPE_NONE)
    for (size_t year = 0; year < book->n_years; year++)
      plw_inputs_cell (sheet, at++, table, row,
                       plw_plan_year_column (book->plan, table, plw_result_year (book->result, year)));
  for (; after->column >= 0; after++)
    plw_inputs_cell (sheet, at++, table, row, (size_t) after->column);
  plw_sheet_next (sheet);
}

lxw_row_t
plw_inputs_table (PlwSheet *sheet,
                  PlwTableId table,
                  const size_t *rows,
                  size_t n_rows,
                  const PlwPick *picks,
                  const PlwPick *after)
{
  lxw_row_t first;

  write_table_heads (sheet, table, picks, after);
  plw_sheet_open_body (sheet, 1);
  first = sheet->row;
  for (size_t i = 0; i < n_rows; i++)
    write_table_row (sheet, table, rows[i], picks, after);
  plw_sheet_filter (sheet);
  return first;
}

static size_t *
list_rows (const PlwPlan *plan, PlwTableId table)
{
  size_t n = plw_plan_n_rows (plan, table);
  size_t *rows = g_new (size_t, n + 1);

  for (size_t i = 0; i < n; i++)
    rows[i] = i;
  return rows;
}

/* The rate by which each year is worth less than the one before; the first is not discounted. */
static void
write_discount (PlwSheet *sheet, lxw_col_t first_year)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_DISCOUNT, 0, sheet->row, first_year);
  plw_sheet_text (sheet, 0, _ ("Discount rate, for present values"), PLW_STYLE_TEXT);
  for (lxw_col_t column = 1; column <= first_year; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  for (size_t t = 1; t < book->n_years; t++)
    plw_sheet_number (sheet, (lxw_col_t) (first_year + t),
                      plw_reference_discount (book->plan, t - 1) / plw_reference_discount (book->plan, t) - 1,
                      PLW_STYLE_INPUT_PERCENT);
  plw_sheet_next (sheet);
}

void
plw_book_fill_assumptions (PlwBook *book)
{
  static const PlwPick picks[] = {
    { PLW_DRIVERS_NAME, 36 }, { PLW_DRIVERS_LOW, 8 }, { PLW_DRIVERS_HIGH, 8 }, { -1, 0 }
  };
  static const PlwPick after[] = { { PLW_DRIVERS_STANDING, WIDTH_STANDING },
                                   { PLW_DRIVERS_SOURCE, WIDTH_SOURCE },
                                   { PLW_DRIVERS_NOTES, WIDTH_NOTES },
                                   { -1, 0 } };
  PlwSheet *sheet = book->tabs[PLW_TAB_ASSUMPTIONS];
  g_autofree size_t *rows = list_rows (book->plan, PLW_TABLE_DRIVERS);
  size_t n = plw_plan_n_rows (book->plan, PLW_TABLE_DRIVERS);
  lxw_row_t first = plw_inputs_table (sheet, PLW_TABLE_DRIVERS, rows, n, picks, after);
  lxw_col_t first_year = G_N_ELEMENTS (picks) - 1;

  for (size_t i = 0; i < n; i++)
    plw_place (sheet, PLW_AT_RATE, i, (lxw_row_t) (first + i), first_year);
  write_discount (sheet, first_year);
  plw_sheet_close (sheet);
}

void
plw_book_fill_sources (PlwBook *book)
{
  static const PlwPick picks[] = { { PLW_SOURCES_NAME, 44 },
                                   { PLW_SOURCES_PUBLISHER, 28 },
                                   { PLW_SOURCES_PUBLISHED, 16 },
                                   { PLW_SOURCES_LICENCE, 22 },
                                   { PLW_SOURCES_TRUST, 18 },
                                   { PLW_SOURCES_NOTES, 50 },
                                   { -1, 0 } };
  static const PlwPick after[] = { { -1, 0 } };
  PlwSheet *sheet = book->tabs[PLW_TAB_SOURCES];

  if (sheet == NULL)
    return;
  g_autofree size_t *rows = list_rows (book->plan, PLW_TABLE_SOURCES);

  plw_inputs_table (sheet, PLW_TABLE_SOURCES, rows, plw_plan_n_rows (book->plan, PLW_TABLE_SOURCES), picks,
                    after);
  plw_sheet_close (sheet);
}
