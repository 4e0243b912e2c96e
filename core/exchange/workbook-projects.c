/* workbook-projects.c: capital projects and borrowing, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 1

static bool
is_any_set (const PlwBook *book, const int64_t *years)
{
  for (size_t year = 0; year < book->n_years; year++)
    if (years[year] != 0)
      return true;
  return false;
}

static void
begin (PlwSheet *sheet, const char *title, bool is_strong)
{
  plw_sheet_text (sheet, 0, title, is_strong ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
}

static void
end (PlwSheet *sheet, int64_t total, bool adds_up, PlwStyle style)
{
  lxw_col_t column = (lxw_col_t) (FIRST_YEAR + sheet->book->n_years);

  if (adds_up)
    plw_sheet_sum_years (sheet, column, total, style);
  else
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* A row that is one figure of elsewhere, year by year. */
static void
write_linked (PlwSheet *sheet,
              const char *title,
              PlwPlaced what,
              size_t item,
              const int64_t *years,
              bool adds_up,
              bool is_strong)
{
  PlwBook *book = sheet->book;
  PlwStyle style = is_strong ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY;

  begin (sheet, title, is_strong);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) years[t] / 100.0, style, "=%s",
                    plw_ref (sheet, what, item, (int) t));
  end (sheet, plw_book_years_total (book, years), adds_up, style);
}

static void
write_from_pots (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  bool borrows = is_any_set (book, use->borrowed);
  int64_t total = 0;

  begin (sheet, _ ("Paid from pots"), false);
  for (size_t t = 0; t < book->n_years; t++)
    {
      int64_t pence = use->funded[t] - use->borrowed[t];

      total += pence;
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) pence / 100.0, PLW_STYLE_MONEY, "=%s%s%s",
                      plw_ref (sheet, PLW_AT_FUNDED, index, (int) t), borrows ? "-" : "",
                      borrows ? plw_ref (sheet, PLW_AT_BORROWED, index, (int) t) : "");
    }
  end (sheet, total, true, PLW_STYLE_MONEY);
}

static void
write_shortfall (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  int64_t total = 0;

  begin (sheet, _ ("Shortfall"), false);
  for (size_t t = 0; t < book->n_years; t++)
    {
      int64_t pence = plw_result_shortfall (book->result, index, t);

      total += pence;
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) pence / 100.0, PLW_STYLE_MONEY,
                      "=ROUND(%s-%s,2)", plw_ref (sheet, PLW_AT_NEED, index, (int) t),
                      plw_ref (sheet, PLW_AT_FUNDED, index, (int) t));
    }
  end (sheet, total, true, PLW_STYLE_MONEY);
}

void
plw_book_write_use (PlwSheet *sheet, size_t index)
{
  const PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, index);
  const char *partner = plw_book_row_name (book, PLW_TABLE_PARTNERS, use->partner);
  g_autofree char *name = plw_book_use_name (use);
  g_autofree char *band =
      partner[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), partner, name) : g_strdup (name);

  plw_sheet_band (sheet, band, PLW_STYLE_BAND);
  write_linked (sheet, _ ("Need"), PLW_AT_NEED, index, use->need, true, true);
  write_from_pots (sheet, index);
  if (is_any_set (book, use->borrowed))
    write_linked (sheet, _ ("Borrowed"), PLW_AT_BORROWED, index, use->borrowed, true, false);
  write_shortfall (sheet, index);
}

static void
write_sum (PlwSheet *sheet, const char *title, PlwPlaced what, PlwSum sum, bool adds_up)
{
  g_autofree int64_t *years = g_new (int64_t, sheet->book->n_years);

  for (size_t t = 0; t < sheet->book->n_years; t++)
    years[t] = plw_result_sum (sheet->book->result, sum, t);
  write_linked (sheet, title, what, 0, years, adds_up, false);
}

/* All that the allocation borrowed: the payments that are not from a pot. */
static void
write_borrowed (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_ALL_BORROWED, 0, sheet->row, FIRST_YEAR);
  begin (sheet, _ ("Borrowed"), false);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) plw_result_sum (book->result, PLW_SUM_BORROWED, t) / 100.0, PLW_STYLE_MONEY,
                    "=%s-%s", plw_ref (sheet, PLW_AT_ALL_PAID, 0, (int) t),
                    plw_ref (sheet, PLW_AT_POT_SPENT, book->model->n_pots, (int) t));
  end (sheet, plw_book_total (book->result, PLW_SUM_BORROWED), true, PLW_STYLE_MONEY);
}

/* Opening + borrowed - provision = closing. */
static void
write_requirement (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  lxw_row_t opening = sheet->row;

  begin (sheet, _ ("Capital financing requirement at the start"), false);
  for (size_t t = 0; t < book->n_years; t++)
    {
      int64_t pence = t == 0 ? book->model->opening_cfr : plw_result_sum (book->result, PLW_SUM_CFR, t - 1);
      char closing[LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_cell (closing, opening + 3, column - 1);
      plw_sheet_calc (sheet, column, (double) pence / 100.0, PLW_STYLE_MONEY, "=%s",
                      t == 0 ? plw_ref_fixed (sheet, PLW_AT_OPENING_CFR, 0, 0) : closing);
    }
  end (sheet, 0, false, PLW_STYLE_MONEY);
  write_borrowed (sheet);
  write_sum (sheet, _ ("Minimum revenue provision (lowers it)"), PLW_AT_MRP, PLW_SUM_MRP, true);
  plw_place (sheet, PLW_AT_CFR, 0, sheet->row, FIRST_YEAR);
  begin (sheet, _ ("Capital financing requirement at the year's end"), true);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char cells[3][LXW_MAX_CELL_NAME_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      for (lxw_row_t i = 0; i < 3; i++)
        lxw_rowcol_to_cell (cells[i], opening + i, column);
      plw_sheet_calc (sheet, column, (double) plw_result_sum (book->result, PLW_SUM_CFR, t) / 100.0,
                      PLW_STYLE_STRONG_MONEY, "=%s+%s-%s", cells[0], cells[1], cells[2]);
    }
  end (sheet, 0, false, PLW_STYLE_STRONG_MONEY);
  write_sum (sheet, _ ("Interest"), PLW_AT_INTEREST, PLW_SUM_INTEREST, true);
}

static bool
owes (const PlwBook *book)
{
  return plw_book_total (book->result, PLW_SUM_CFR) > 0;
}

static void
add_chart (PlwSheet *sheet)
{
  const PlwSeries series[] = { { plw_row_of (sheet, PLW_AT_CFR, 0), PLW_INK_BLUE, false } };

  sheet->row++;
  plw_chart_add (
      sheet, LXW_CHART_COLUMN, _ ("Capital financing requirement at the year's end"), series, 1, FIRST_YEAR,
      0,
      _ ("What has been borrowed and not yet provided for, at the end of each year: a column for each "
         "year, as in the table's first rows."));
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
}

void
plw_book_fill_capital (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_CAPITAL];

  plw_sheet_head (sheet, _ ("Figure"), PLW_WIDTH_NAME + 6, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  plw_sheet_band (sheet, _ ("Debt and what it costs"), PLW_STYLE_TOTAL);
  write_requirement (sheet);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    if (plw_result_use (book->result, i)->kind == PLW_USE_PROJECT)
      plw_book_write_use (sheet, i);
  if (owes (book))
    add_chart (sheet);
  plw_sheet_close (sheet);
}
