/* workbook-costs.c: base budgets, and what prices and volumes make of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 3
#define BASE_COLUMN 3

size_t *
plw_book_cost_rows (const PlwBook *book)
{
  const PlwPlan *plan = book->plan;
  const PlwModel *model = book->model;
  size_t n_costs = plw_plan_n_rows (plan, PLW_TABLE_COSTS);
  size_t *rows = g_new (size_t, n_costs + 1);
  g_autofree size_t *next = g_new (size_t, model->n_lines + 1);

  for (size_t i = 0; i < model->n_lines; i++)
    next[i] = model->lines[i].first_element;
  for (size_t row = 0; row < n_costs; row++)
    {
      size_t line;

      if (plw_book_find_row (book, PLW_TABLE_LINES,
                             plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE), &line))
        rows[next[line]++] = row;
    }
  return rows;
}

void
plw_book_fill_base (PlwBook *book)
{
  static const PlwPick picks[] = { { PLW_COSTS_LINE, 40 },
                                   { PLW_COSTS_ELEMENT, 14 },
                                   { PLW_COSTS_KIND, 11 },
                                   { PLW_COSTS_BASE, 16 },
                                   { PLW_COSTS_PRICE_DRIVER, 24 },
                                   { PLW_COSTS_VOLUME_DRIVER, 24 },
                                   { -1, 0 } };
  static const PlwPick after[] = {
    { PLW_COSTS_STANDING, 11 }, { PLW_COSTS_SOURCE, 32 }, { PLW_COSTS_NOTES, 60 }, { -1, 0 }
  };
  PlwSheet *sheet = book->tabs[PLW_TAB_BASE];
  g_autofree size_t *rows = plw_book_cost_rows (book);
  size_t n = plw_plan_n_rows (book->plan, PLW_TABLE_COSTS);
  lxw_row_t first = plw_inputs_table (sheet, PLW_TABLE_COSTS, rows, n, picks, after);

  for (size_t i = 0; i < n; i++)
    plw_place (sheet, PLW_AT_BASE, i, (lxw_row_t) (first + i), BASE_COLUMN);
  plw_sheet_close (sheet);
}

/* What an element comes to: by price alone, then by price and volume. */
static void
write_years (PlwSheet *sheet, size_t index, uint32_t price, uint32_t volume, lxw_col_t column)
{
  PlwBook *book = sheet->book;
  const PlwElement *element = &book->model->elements[index];
  const char *base = plw_ref_years (sheet, PLW_AT_PRICED, index, PLW_BASE_YEAR, PLW_BASE_YEAR);
  g_autofree char *cell = g_strndup (base, strcspn (base, ":"));

  for (size_t t = 0; t < book->n_years; t++)
    {
      double index_value = (double) plw_model_index (book->model, element->price, t) / (double) PLW_FINE;
      double value = (double) element->base_pence / 100.0 * index_value;

      if (price == 0)
        plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, PLW_STYLE_MONEY, "=%s", cell);
      else
        plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, PLW_STYLE_MONEY, "=%s*%s", cell,
                        plw_ref (sheet, PLW_AT_INDEX, price - 1, (int) t));
      value = plw_book_pounds ((PlwWide) element->base_pence
                               * plw_model_index (book->model, element->price_and_volume, t));
      if (volume == 0)
        plw_sheet_calc (sheet, (lxw_col_t) (column + t), value, PLW_STYLE_MONEY, "=%s",
                        plw_ref (sheet, PLW_AT_PRICED, index, (int) t));
      else
        plw_sheet_calc (sheet, (lxw_col_t) (column + t), value, PLW_STYLE_MONEY, "=%s*%s",
                        plw_ref (sheet, PLW_AT_PRICED, index, (int) t),
                        plw_ref (sheet, PLW_AT_INDEX, volume - 1, (int) t));
    }
}

static void
write_element (PlwSheet *sheet, size_t index, size_t row)
{
  PlwBook *book = sheet->book;
  const PlwPlan *plan = book->plan;
  const PlwElement *element = &book->model->elements[index];
  bool is_income = plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME;
  uint32_t price = plw_model_driver (book->model, PLW_TABLE_COSTS, row, PLW_COSTS_PRICE_DRIVER);
  uint32_t volume = plw_model_driver (book->model, PLW_TABLE_COSTS, row, PLW_COSTS_VOLUME_DRIVER);
  lxw_col_t column = (lxw_col_t) (FIRST_YEAR + book->n_years);

  plw_place (sheet, PLW_AT_PRICED, index, sheet->row, FIRST_YEAR);
  plw_place (sheet, PLW_AT_FULL, index, sheet->row, column);
  plw_working_labels (
      sheet,
      plw_book_row_name (book, PLW_TABLE_LINES, plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE)),
      plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_ELEMENT));
  plw_sheet_calc (sheet, FIRST_YEAR - 1, (double) element->base_pence / 100.0, PLW_STYLE_MONEY, "=%s%s",
                  is_income ? "-" : "", plw_ref_fixed (sheet, PLW_AT_BASE, index, 0));
  write_years (sheet, index, price, volume, column);
  plw_sheet_next (sheet);
}

void
plw_book_fill_costs (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_COSTS];
  g_autofree size_t *rows = plw_book_cost_rows (book);

  plw_working_heads (sheet, _ ("Service"), _ ("Kind of cost"));
  for (size_t t = 0; t < book->n_years; t++)
    {
      g_autofree char *head = g_strdup_printf (_ ("%s\nwith volume £"), plw_book_year (book, t));

      plw_sheet_head (sheet, head, plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
    }
  plw_sheet_open_body (sheet, 2);
  for (size_t i = 0; i < plw_plan_n_rows (book->plan, PLW_TABLE_COSTS); i++)
    write_element (sheet, i, rows[i]);
  plw_sheet_close (sheet);
}
