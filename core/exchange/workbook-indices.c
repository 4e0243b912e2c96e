/* workbook-indices.c: what assumptions come to over the years, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <placewright/reference.h>

#define FIRST_YEAR 2

static void
write_year_numbers (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_YEAR_NUMBER, 0, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Number of the year"), PLW_STYLE_TEXT);
  plw_sheet_number (sheet, 1, 0, PLW_STYLE_INTEGER);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) (t + 1), PLW_STYLE_INTEGER, "=%s+1",
                    plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, (int) t - 1));
  plw_sheet_next (sheet);
}

static void
write_driver (PlwSheet *sheet, size_t driver)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_INDEX, driver, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, plw_plan_name (book->plan, PLW_TABLE_DRIVERS, driver), PLW_STYLE_TEXT);
  plw_sheet_number (sheet, 1, 1, PLW_STYLE_INDEX);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) plw_model_index (book->model, (uint32_t) driver + 1, t) / (double) PLW_FINE,
                    PLW_STYLE_INDEX, "=%s*(1+%s)", plw_ref (sheet, PLW_AT_INDEX, driver, (int) t - 1),
                    plw_ref (sheet, PLW_AT_RATE, driver, (int) t));
  plw_sheet_next (sheet);
}

/* What a pound of each year is worth today, at prices of the base year. */
static void
write_factors (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  lxw_row_t discount_row = sheet->row;
  uint32_t deflator = book->model->deflator;

  plw_sheet_text (sheet, 0, _ ("Discount factor: the first year is not discounted"), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, "", PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char before[LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_cell (before, discount_row, column - 1);
      if (t == 0)
        plw_sheet_number (sheet, column, 1, PLW_STYLE_INDEX);
      else
        plw_sheet_calc (sheet, column, plw_reference_discount (book->plan, t), PLW_STYLE_INDEX, "=%s/(1+%s)",
                        before, plw_ref (sheet, PLW_AT_DISCOUNT, 0, (int) t));
    }
  plw_sheet_next (sheet);
  plw_place (sheet, PLW_AT_FACTOR, 0, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Present value of a pound of the year, at prices of the base year"),
                  PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, "", PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char discount[LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_cell (discount, discount_row, column);
      if (deflator == 0)
        plw_sheet_calc (sheet, column, book->result->present_values[t], PLW_STYLE_INDEX, "=%s", discount);
      else
        plw_sheet_calc (sheet, column, book->result->present_values[t], PLW_STYLE_INDEX, "=%s/%s", discount,
                        plw_ref (sheet, PLW_AT_INDEX, deflator - 1, (int) t));
    }
  plw_sheet_next (sheet);
}

void
plw_book_fill_indices (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_INDICES];

  plw_sheet_head (sheet, _ ("Assumption"), PLW_WIDTH_NAME + 6, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, plw_year_name (plw_plan_base_year (book->plan)), 11, PLW_STYLE_HEAD_RIGHT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_head (sheet, plw_book_year (book, t), 11, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_open_body (sheet, 1);
  write_year_numbers (sheet);
  for (size_t driver = 0; driver < book->model->n_drivers; driver++)
    write_driver (sheet, driver);
  write_factors (sheet);
  plw_sheet_close (sheet);
}
