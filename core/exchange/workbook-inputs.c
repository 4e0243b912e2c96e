/* workbook-inputs.c: assumptions and where they come from, in the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#define WIDTH_NOTES 44
#define WIDTH_SOURCE 30
#define WIDTH_STANDING 11

/* Bytes from which a note is not repeated. */
#define LONG_NOTE 24

/* The plan's table by columns; @column -1 ends a list. */
typedef struct
{
  int column;
  double width;
} Pick;

static double
to_number (int64_t billionths)
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
static void
write_plan_cell (PlwSheet *sheet, lxw_col_t at, PlwTableId table, size_t row, size_t column)
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
      plw_sheet_money (sheet, at, number, is_year ? PLW_STYLE_MONEY : PLW_STYLE_PENCE);
      break;
    case PLW_TYPE_PERCENT:
      plw_sheet_number (sheet, at, to_number (number) / 100.0, PLW_STYLE_PERCENT);
      break;
    case PLW_TYPE_NUMBER:
      plw_sheet_number (sheet, at, to_number (number),
                        number % PLW_DECIMAL_ONE == 0 ? PLW_STYLE_INTEGER : PLW_STYLE_NUMBER);
      break;
    case PLW_TYPE_INTEGER:
      plw_sheet_number (sheet, at, (double) number, PLW_STYLE_INTEGER);
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
write_table_heads (PlwSheet *sheet, PlwTableId table, const Pick *picks, const Pick *after)
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
write_table_row (PlwSheet *sheet, PlwTableId table, size_t row, const Pick *picks, const Pick *after)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  PlwBook *book = sheet->book;
  lxw_col_t at = 0;

  for (; picks->column >= 0; picks++)
    write_plan_cell (sheet, at++, table, row, (size_t) picks->column);
  if (spec->years != PLW_TYPE_NONE)
    for (size_t year = 0; year < book->n_years; year++)
      write_plan_cell (sheet, at++, table, row,
                       plw_plan_year_column (book->plan, table, plw_result_year (book->result, year)));
  for (; after->column >= 0; after++)
    write_plan_cell (sheet, at++, table, row, (size_t) after->column);
  plw_sheet_next (sheet);
}

/* A table of the plan, row for row; rows that are switched off are left out. */
static void
write_table (PlwSheet *sheet, PlwTableId table, const Pick *picks, const Pick *after)
{
  const PlwPlan *plan = sheet->book->plan;
  size_t enabled;
  bool can_be_off = plw_schema_find_column (table, "enabled", &enabled);

  write_table_heads (sheet, table, picks, after);
  plw_sheet_open_body (sheet, 1);
  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    if (!can_be_off || plw_plan_number (plan, table, row, enabled) != 0)
      write_table_row (sheet, table, row, picks, after);
  plw_sheet_close (sheet);
}

void
plw_book_add_assumptions (PlwBook *book)
{
  static const Pick picks[] = {
    { PLW_DRIVERS_NAME, 36 }, { PLW_DRIVERS_LOW, 8 }, { PLW_DRIVERS_HIGH, 8 }, { -1, 0 }
  };
  static const Pick after[] = { { PLW_DRIVERS_STANDING, WIDTH_STANDING },
                                { PLW_DRIVERS_SOURCE, WIDTH_SOURCE },
                                { PLW_DRIVERS_NOTES, WIDTH_NOTES },
                                { -1, 0 } };

  if (plw_plan_n_rows (book->plan, PLW_TABLE_DRIVERS) == 0)
    return;

  PlwSheet *sheet =
      plw_book_add_sheet (book, _ ("Assumptions"), _ ("Assumptions by year"),
                          _ ("Rates a year. Low and high: percentage points around the rate. Standing: "
                             "published, derived from published figures, or assumed."));

  write_table (sheet, PLW_TABLE_DRIVERS, picks, after);
}

void
plw_book_add_changes (PlwBook *book)
{
  static const Pick picks[] = { { PLW_CHANGES_NAME, 34 },     { PLW_CHANGES_LINE, 26 },
                                { PLW_CHANGES_KIND, 11 },     { PLW_CHANGES_BASIS, 10 },
                                { PLW_CHANGES_DELIVERY, 10 }, { -1, 0 } };
  static const Pick after[] = { { PLW_CHANGES_STANDING, WIDTH_STANDING },
                                { PLW_CHANGES_SOURCE, 22 },
                                { -1, 0 } };

  if (plw_plan_n_rows (book->plan, PLW_TABLE_CHANGES) == 0)
    return;

  PlwSheet *sheet = plw_book_add_sheet (book, _ ("Changes"), _ ("Pressures, growth, savings and income"),
                                        _ ("As planned, before expected delivery. Pressures and growth raise "
                                           "need; savings and income lower it. Pounds."));

  write_table (sheet, PLW_TABLE_CHANGES, picks, after);
}

void
plw_book_add_base_budgets (PlwBook *book)
{
  static const Pick picks[] = { { PLW_COSTS_LINE, 40 },
                                { PLW_COSTS_ELEMENT, 14 },
                                { PLW_COSTS_KIND, 11 },
                                { PLW_COSTS_BASE, 16 },
                                { PLW_COSTS_PRICE_DRIVER, 24 },
                                { PLW_COSTS_VOLUME_DRIVER, 24 },
                                { -1, 0 } };
  static const Pick after[] = {
    { PLW_COSTS_STANDING, WIDTH_STANDING }, { PLW_COSTS_SOURCE, 32 }, { PLW_COSTS_NOTES, 80 }, { -1, 0 }
  };
  PlwSheet *sheet =
      plw_book_add_sheet (book, _ ("Base budgets"), _ ("Base budgets by service and kind of cost"),
                          _ ("The approved budget the plan starts from, and the assumptions that move it. "
                             "Income counts against cost."));

  sheet->is_annex = true;
  write_table (sheet, PLW_TABLE_COSTS, picks, after);
}

void
plw_book_add_sources (PlwBook *book)
{
  static const Pick picks[] = { { PLW_SOURCES_NAME, 44 },
                                { PLW_SOURCES_PUBLISHER, 28 },
                                { PLW_SOURCES_PUBLISHED, 16 },
                                { PLW_SOURCES_LICENCE, 22 },
                                { PLW_SOURCES_TRUST, 18 },
                                { PLW_SOURCES_NOTES, 50 },
                                { -1, 0 } };
  static const Pick after[] = { { -1, 0 } };

  if (plw_plan_n_rows (book->plan, PLW_TABLE_SOURCES) == 0)
    return;

  PlwSheet *sheet =
      plw_book_add_sheet (book, _ ("Sources"), _ ("Sources of the plan's figures"),
                          _ ("Where the figures come from and how far they are to be trusted."));

  write_table (sheet, PLW_TABLE_SOURCES, picks, after);
}

/* The origin columns of a row, wherever its table has them. */
static void
write_origin (PlwSheet *sheet, lxw_col_t at, PlwTableId table, size_t row)
{
  static const char *const names[] = { "standing", "source", "notes" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t column;

      if (plw_schema_find_column (table, names[i], &column))
        write_plan_cell (sheet, (lxw_col_t) (at + i), table, row, column);
      else
        plw_sheet_text (sheet, (lxw_col_t) (at + i), "", PLW_STYLE_TEXT);
    }
}

static const char *
name_row (const PlwBook *book, PlwTableId table, size_t row)
{
  const PlwPlan *plan = book->plan;

  if (table == PLW_TABLE_COUNCIL_TAX)
    return plw_book_row_name (book, PLW_TABLE_POTS, plw_plan_text (plan, table, row, PLW_COUNCIL_TAX_POT));
  if (table == PLW_TABLE_SPILLOVERS)
    return plw_book_row_name (book, PLW_TABLE_LINES,
                              plw_plan_text (plan, table, row, PLW_SPILLOVERS_FROM_LINE));
  return plw_plan_name (plan, table, row);
}

static void
write_input (PlwSheet *sheet, PlwTableId table, size_t row, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  plw_sheet_text (sheet, 0, name_row (sheet->book, table, row), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, _ (spec->columns[column].title), PLW_STYLE_TEXT);
  write_plan_cell (sheet, 2, table, row, column);
  write_origin (sheet, 3, table, row);
  plw_sheet_next (sheet);
}

static bool
is_key_input (const PlwColumn *column)
{
  return is_shown_right (column->type) && (column->flags & PLW_COLUMN_KEY) == 0;
}

/* Every figure a table holds that has no year, one a row; unset ones are left out. */
static void
write_inputs_of (PlwSheet *sheet, PlwTableId table)
{
  const PlwPlan *plan = sheet->book->plan;
  const PlwTableSpec *spec = plw_schema_table (table);
  bool has_band = false;

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    for (size_t column = 0; column < spec->n_columns; column++)
      {
        if (!is_key_input (&spec->columns[column]) || !plw_plan_get (plan, table, row, column).is_set)
          continue;
        if (!has_band)
          plw_sheet_band (sheet, _ (spec->title), PLW_STYLE_BAND);
        has_band = true;
        write_input (sheet, table, row, column);
      }
}

/* Settings are held as text, whatever they say. */
static void
write_setting_value (PlwSheet *sheet, const char *key, const char *value)
{
  const PlwSetting *setting = plw_schema_find_setting (key);
  PlwType type = setting != NULL && value[0] != '\0' ? setting->type : PLW_TYPE_TEXT;
  int64_t number = is_shown_right (type) ? plw_plan_setting_number (sheet->book->plan, key, 0) : 0;

  if (type == PLW_TYPE_MONEY)
    plw_sheet_money (sheet, 2, number, PLW_STYLE_PENCE);
  else if (type == PLW_TYPE_PERCENT)
    plw_sheet_number (sheet, 2, to_number (number) / 100.0, PLW_STYLE_PERCENT);
  else if (type == PLW_TYPE_INTEGER)
    plw_sheet_number (sheet, 2, (double) number, PLW_STYLE_INTEGER);
  else if (type == PLW_TYPE_REF)
    plw_sheet_text (sheet, 2, plw_book_row_name (sheet->book, setting->ref, value), PLW_STYLE_TEXT);
  else
    plw_sheet_text (sheet, 2, value, PLW_STYLE_TEXT);
}

static void
write_settings (PlwSheet *sheet)
{
  const PlwPlan *plan = sheet->book->plan;

  plw_sheet_band (sheet, _ ("Settings of the plan"), PLW_STYLE_BAND);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PLAN); row++)
    {
      const char *key = plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_KEY);
      const PlwSetting *setting = plw_schema_find_setting (key);

      plw_sheet_text (sheet, 0, setting != NULL ? _ (setting->title) : key, PLW_STYLE_TEXT);
      plw_sheet_text (sheet, 1, "", PLW_STYLE_TEXT);
      write_setting_value (sheet, key, plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE));
      write_origin (sheet, 3, PLW_TABLE_PLAN, row);
      plw_sheet_next (sheet);
    }
}

void
plw_book_add_inputs (PlwBook *book)
{
  static const PlwTableId tables[] = { PLW_TABLE_COUNCIL_TAX, PLW_TABLE_POTS,    PLW_TABLE_PROJECTS,
                                       PLW_TABLE_PROGRAMMES,  PLW_TABLE_EFFECTS, PLW_TABLE_SPILLOVERS };
  PlwSheet *sheet = plw_book_add_sheet (book, _ ("Key inputs"), _ ("Key inputs"),
                                        _ ("Council tax, opening balances, programmes' effects and other "
                                           "figures that have no year, and where each comes from."));

  sheet->is_annex = true;
  plw_sheet_head (sheet, _ ("Item"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Input"), 26, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Value"), 22, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Standing"), WIDTH_STANDING, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Source"), WIDTH_SOURCE + 6, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Notes"), WIDTH_NOTES + 20, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  write_settings (sheet);
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    write_inputs_of (sheet, tables[i]);
  plw_sheet_close (sheet);
}
