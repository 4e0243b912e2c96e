/* workbook-summary.c: the working workbook's figures by year, and the two policies beside each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 1

/* One row: what it shows, where that stands. @sign: -1 where the bridge subtracts what is shown here. */
typedef struct
{
  const char *title;
  PlwPlaced what;
  size_t item; /* SIZE_MAX: all pots or uses */
  int sign;
  bool adds_up; /* whether its years may be added: a balance's may not */
} SummaryRow;

/* For items that are counted by the plan. */
#define ALL_POTS (SIZE_MAX - 1)
#define ALL_USES SIZE_MAX
#define RESERVE (SIZE_MAX - 2)

static const SummaryRow money_rows[] = {
  { N_ ("Need"), PLW_AT_NEED, ALL_USES, 1, true },
  { N_ ("Money available"), PLW_AT_POT_AVAILABLE, ALL_POTS, 1, false },
  { N_ ("Funded"), PLW_AT_FUNDED, ALL_USES, 1, true },
  { N_ ("Shortfall"), PLW_AT_SHORT, ALL_USES, 1, true },
};

static const SummaryRow left_rows[] = {
  { N_ ("Stranded: unspent while a need went short"), PLW_AT_POT_STRANDED, ALL_POTS, 1, false },
  { N_ ("Lapsed: lost at the year's end"), PLW_AT_POT_LAPSED, ALL_POTS, 1, true },
  { N_ ("Kept in all pots at the year's end"), PLW_AT_POT_CLOSING, ALL_POTS, 1, false },
  { N_ ("General reserve at the year's end"), PLW_AT_POT_CLOSING, RESERVE, 1, false },
};

static const SummaryRow reason_rows[] = {
  { N_ ("Prices (raise it)"), PLW_AT_MOVEMENT, PLW_NEED_PRICED, 1, true },
  { N_ ("Demand (raises it)"), PLW_AT_MOVEMENT, PLW_NEED_DEMAND, 1, true },
  { N_ ("Pressures (raise it)"), PLW_AT_MOVEMENT, PLW_NEED_PRESSURES, 1, true },
  { N_ ("Growth (raises it)"), PLW_AT_MOVEMENT, PLW_NEED_GROWTH, 1, true },
  { N_ ("Savings (lower it)"), PLW_AT_MOVEMENT, PLW_NEED_SAVINGS, -1, true },
  { N_ ("Extra income (lowers it)"), PLW_AT_MOVEMENT, PLW_NEED_INCOME, -1, true },
  { N_ ("Prevention (lowers it)"), PLW_AT_MOVEMENT, PLW_NEED_PREVENTION, -1, true },
  { N_ ("Knock-on effects of underfunding (raise it)"), PLW_AT_MOVEMENT, PLW_NEED_SPILLOVER, 1, true },
};

static const SummaryRow capital_rows[] = {
  { N_ ("Minimum revenue provision"), PLW_AT_MRP, 0, 1, true },
  { N_ ("Interest"), PLW_AT_INTEREST, 0, 1, true },
  { N_ ("Borrowed"), PLW_AT_ALL_BORROWED, 0, 1, true },
  { N_ ("Capital financing requirement at the year's end"), PLW_AT_CFR, 0, 1, false },
};

static bool
find_item (const PlwBook *book, size_t item, size_t *ret_item)
{
  *ret_item = item;
  if (item == ALL_USES)
    *ret_item = plw_result_n_uses (book->result);
  if (item == ALL_POTS)
    *ret_item = book->model->n_pots;
  return item != RESERVE || plw_book_find_reserve (book, ret_item);
}

static double
find_value (const PlwBook *book, const SummaryRow *row, size_t t)
{
  static const struct
  {
    PlwPlaced what;
    size_t item;
    PlwSum sum;
  } sums[] = {
    { PLW_AT_NEED, ALL_USES, PLW_SUM_NEED },
    { PLW_AT_POT_AVAILABLE, ALL_POTS, PLW_SUM_AVAILABLE },
    { PLW_AT_FUNDED, ALL_USES, PLW_SUM_FUNDED },
    { PLW_AT_SHORT, ALL_USES, PLW_SUM_SHORTFALL },
    { PLW_AT_POT_STRANDED, ALL_POTS, PLW_SUM_STRANDED },
    { PLW_AT_POT_LAPSED, ALL_POTS, PLW_SUM_LAPSED },
    { PLW_AT_POT_CLOSING, ALL_POTS, PLW_SUM_KEPT },
    { PLW_AT_POT_CLOSING, RESERVE, PLW_SUM_GENERAL_RESERVE },
    { PLW_AT_MRP, 0, PLW_SUM_MRP },
    { PLW_AT_INTEREST, 0, PLW_SUM_INTEREST },
    { PLW_AT_ALL_BORROWED, 0, PLW_SUM_BORROWED },
    { PLW_AT_CFR, 0, PLW_SUM_CFR },
  };

  if (row->what == PLW_AT_MOVEMENT)
    return row->sign * plw_book_movement (book, row->item, (int) t);
  for (size_t i = 0; i < G_N_ELEMENTS (sums); i++)
    if (sums[i].what == row->what && sums[i].item == row->item)
      return (double) plw_result_sum (book->result, sums[i].sum, t) / 100.0;
  g_assert_not_reached ();
}

static void
write_row (PlwSheet *sheet, const SummaryRow *row, bool is_strong)
{
  PlwBook *book = sheet->book;
  PlwStyle style = is_strong ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY;
  lxw_col_t last = (lxw_col_t) (FIRST_YEAR + book->n_years);
  double total = 0;
  size_t item;
  bool is_there = find_item (book, row->item, &item);

  plw_sheet_text (sheet, 0, _ (row->title), is_strong ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      double value = is_there ? find_value (book, row, t) : 0;

      total += value;
      if (is_there)
        plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, style, "=%s%s", row->sign < 0 ? "-" : "",
                        plw_ref (sheet, row->what, item, (int) t));
      else
        plw_sheet_number (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, style);
    }
  if (row->adds_up)
    plw_sheet_sum_values (sheet, last, total, style);
  else
    plw_sheet_text (sheet, last, "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_rows (PlwSheet *sheet, const SummaryRow *rows, size_t n_rows, bool is_strong)
{
  for (size_t i = 0; i < n_rows; i++)
    write_row (sheet, &rows[i], is_strong);
}

static void
write_funded_share (PlwSheet *sheet, lxw_row_t need_row)
{
  PlwBook *book = sheet->book;

  plw_sheet_text (sheet, 0, _ ("Share of the need that is funded"), PLW_STYLE_TEXT);
  for (size_t t = 0; t <= book->n_years; t++)
    {
      bool is_total = t == book->n_years;
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      int64_t need = is_total ? plw_book_total (book->result, PLW_SUM_NEED)
                              : plw_result_sum (book->result, PLW_SUM_NEED, t);
      int64_t funded = is_total ? plw_book_total (book->result, PLW_SUM_FUNDED)
                                : plw_result_sum (book->result, PLW_SUM_FUNDED, t);
      char need_cell[LXW_MAX_CELL_NAME_LENGTH], funded_cell[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell (need_cell, need_row, column);
      lxw_rowcol_to_cell (funded_cell, need_row + 2, column);
      plw_sheet_calc (sheet, column, need > 0 ? (double) funded / (double) need : 1.0, PLW_STYLE_SHARE,
                      "=IF(%s>0,%s/%s,1)", need_cell, funded_cell, need_cell);
    }
  plw_sheet_next (sheet);
}

/* "Need against money: £41.2m short in 2031/32", of the year that is worst. */
static char *
compose_finding (const PlwBook *book)
{
  size_t worst = plw_book_worst_year (book);
  int64_t shortfall = plw_result_sum (book->result, PLW_SUM_SHORTFALL, worst);

  if (shortfall == 0)
    return g_strdup (_ ("Need against money: every need is funded"));

  g_autofree char *amount = plw_book_money (shortfall);

  return g_strdup_printf (_ ("Need against money: %s short in %s"), amount, plw_book_year (book, worst));
}

static char *
describe_need (const PlwBook *book, const char *finding)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (
      words, _ ("%s. A column for each year; its height is the need: funded below, shortfall on top."),
      finding);
  for (size_t year = 0; year < book->n_years; year++)
    {
      g_autofree char *need = plw_book_money (plw_result_sum (book->result, PLW_SUM_NEED, year));
      g_autofree char *funded = plw_book_money (plw_result_sum (book->result, PLW_SUM_FUNDED, year));
      g_autofree char *shortfall = plw_book_money (plw_result_sum (book->result, PLW_SUM_SHORTFALL, year));

      g_string_append_printf (words, _ (" %s: need %s, funded %s, shortfall %s."), plw_book_year (book, year),
                              need, funded, shortfall);
    }
  return g_string_free (words, FALSE);
}

void
plw_book_fill_summary (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_SUMMARY];
  g_autofree char *finding = compose_finding (book);
  g_autofree char *words = describe_need (book, finding);
  PlwSeries series[] = { { 0, PLW_INK_BLUE, false }, { 0, PLW_INK_ORANGE, true } };
  PlwSeries reserve[] = { { 0, PLW_INK_TEAL, false } };
  lxw_row_t first;

  plw_sheet_head (sheet, _ ("Measure"), PLW_WIDTH_NAME + 6, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  plw_sheet_band (sheet, _ ("Need and money"), PLW_STYLE_BAND);
  first = sheet->row;
  series[0].row = first + 2;
  series[1].row = first + 3;
  write_rows (sheet, money_rows, G_N_ELEMENTS (money_rows), true);
  write_funded_share (sheet, first);
  plw_sheet_band (sheet, _ ("Money that did not reach a need"), PLW_STYLE_BAND);
  write_rows (sheet, left_rows, G_N_ELEMENTS (left_rows), false);
  reserve[0].row = sheet->row - 1;
  plw_sheet_band (sheet, _ ("Why the services' need changes from the year before"), PLW_STYLE_BAND);
  write_rows (sheet, reason_rows, G_N_ELEMENTS (reason_rows), false);
  plw_sheet_band (sheet, _ ("Capital and borrowing"), PLW_STYLE_BAND);
  write_rows (sheet, capital_rows, G_N_ELEMENTS (capital_rows), false);

  sheet->row++;
  sheet->pages_tall = 1;
  plw_chart_add (sheet, LXW_CHART_COLUMN_STACKED, finding, series, 2, FIRST_YEAR, 0, words);
  plw_chart_add (
      sheet, LXW_CHART_COLUMN, _ ("General reserve at the year's end"), reserve, 1, FIRST_YEAR, 1,
      _ ("What the general reserve holds at the end of each year: a column for each year, as in the "
         "table above."));
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
  plw_sheet_close (sheet);
}
