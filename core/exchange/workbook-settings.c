/* workbook-settings.c: the plan's settings, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

static bool
is_shown_right (PlwType type)
{
  return type == PLW_TYPE_MONEY || type == PLW_TYPE_PERCENT || type == PLW_TYPE_NUMBER
         || type == PLW_TYPE_INTEGER;
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
        plw_inputs_cell (sheet, (lxw_col_t) (at + i), table, row, column);
      else
        plw_sheet_text (sheet, (lxw_col_t) (at + i), "", PLW_STYLE_TEXT);
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
    plw_sheet_money (sheet, 1, number, PLW_STYLE_PENCE);
  else if (type == PLW_TYPE_PERCENT)
    plw_sheet_number (sheet, 1, plw_book_decimal (number) / 100.0, PLW_STYLE_PERCENT);
  else if (type == PLW_TYPE_INTEGER)
    plw_sheet_number (sheet, 1, (double) number, PLW_STYLE_INTEGER);
  else if (type == PLW_TYPE_REF)
    plw_sheet_text (sheet, 1, plw_book_row_name (sheet->book, setting->ref, value), PLW_STYLE_TEXT);
  else
    plw_sheet_text (sheet, 1, value, PLW_STYLE_TEXT);
}

static void
write_settings (PlwSheet *sheet)
{
  const PlwPlan *plan = sheet->book->plan;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PLAN); row++)
    {
      const char *key = plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_KEY);
      const PlwSetting *setting = plw_schema_find_setting (key);

      plw_sheet_text (sheet, 0, setting != NULL ? _ (setting->title) : key, PLW_STYLE_TEXT);
      write_setting_value (sheet, key, plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE));
      write_origin (sheet, 2, PLW_TABLE_PLAN, row);
      plw_sheet_next (sheet);
    }
}

void
plw_book_fill_settings (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_SETTINGS];

  plw_sheet_head (sheet, _ ("Setting"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Value"), 34, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Standing"), 12, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Source"), 36, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Notes"), 60, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  write_settings (sheet);
  plw_sheet_close (sheet);
}
