/* workbook-one-pot.c: one pot or many: two policies beside each other, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The other policy's figures are values: it has an allocation of its own.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 1

/* "One pot (not lawful today)" */
static char *
name_policy_marked (const PlwResult *result)
{
  g_autofree char *name = plw_paper_policy_name (result);

  return plw_book_is_today (result) ? g_strdup (name) : g_strdup_printf (_ ("%s (not lawful today)"), name);
}

static void
write_ours (PlwSheet *sheet, const char *title, PlwPlaced what, size_t item, PlwSum sum, bool adds_up)
{
  PlwBook *book = sheet->book;

  plw_sheet_text (sheet, 0, title, PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) plw_result_sum (book->result, sum, t) / 100.0, PLW_STYLE_MONEY, "=%s",
                    plw_ref (sheet, what, item, (int) t));
  if (adds_up)
    plw_sheet_sum_years (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), plw_book_total (book->result, sum),
                         PLW_STYLE_MONEY);
  else
    plw_sheet_text (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_values (PlwSheet *sheet, const char *title, const PlwResult *result, PlwSum sum, bool adds_up)
{
  g_autofree int64_t *years = g_new (int64_t, sheet->book->n_years);

  for (size_t t = 0; t < sheet->book->n_years; t++)
    years[t] = plw_result_sum (result, sum, t);
  plw_sheet_text (sheet, 0, title, PLW_STYLE_TEXT);
  plw_sheet_years (sheet, FIRST_YEAR, years, adds_up, PLW_STYLE_MONEY);
  if (!adds_up)
    plw_sheet_text (sheet, (lxw_col_t) (FIRST_YEAR + sheet->book->n_years), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* The stricter policy's shortfall less the freer one's, from the two rows above. */
static void
write_cost (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  bool is_stricter = !plw_book_is_today (book->other);
  lxw_row_t stricter = sheet->row - (is_stricter ? 2 : 1);
  lxw_row_t freer = sheet->row - (is_stricter ? 1 : 2);

  plw_sheet_text (sheet, 0, _ ("Difference: what the ring-fences cost"), PLW_STYLE_STRONG);
  for (size_t t = 0; t <= book->n_years; t++)
    {
      bool is_total = t == book->n_years;
      int64_t ours = is_total ? plw_book_total (book->result, PLW_SUM_SHORTFALL)
                              : plw_result_sum (book->result, PLW_SUM_SHORTFALL, t);
      int64_t theirs = is_total ? plw_book_total (book->other, PLW_SUM_SHORTFALL)
                                : plw_result_sum (book->other, PLW_SUM_SHORTFALL, t);
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      char from[LXW_MAX_CELL_NAME_LENGTH], less[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell (from, stricter, column);
      lxw_rowcol_to_cell (less, freer, column);
      plw_sheet_calc (sheet, column, (double) plw_book_fence_cost (book, ours, theirs) / 100.0,
                      PLW_STYLE_STRONG_MONEY, "=%s-%s", from, less);
    }
  plw_sheet_next (sheet);
}

static void
add_chart (PlwSheet *sheet, lxw_row_t ours_row)
{
  PlwBook *book = sheet->book;
  const PlwSeries series[] = { { ours_row, PLW_INK_ORANGE, true }, { ours_row + 1, PLW_INK_TEAL, false } };
  int64_t ours = plw_book_total (book->result, PLW_SUM_SHORTFALL);
  int64_t theirs = plw_book_total (book->other, PLW_SUM_SHORTFALL);
  g_autofree char *cost = plw_book_money (plw_book_fence_cost (book, ours, theirs));
  g_autofree char *title = plw_book_fence_cost (book, ours, theirs) > 0
                               ? g_strdup_printf (_ ("The ring-fences cost %s over the plan"), cost)
                               : g_strdup (_ ("The ring-fences cost nothing over the plan"));
  g_autofree char *our_sum = plw_book_money (ours);
  g_autofree char *their_sum = plw_book_money (theirs);
  g_autofree char *mine = name_policy_marked (book->result);
  g_autofree char *other = name_policy_marked (book->other);
  g_autofree char *words = g_strdup_printf (
      _ ("%s. Two columns for each year: the shortfall under “%s”, %s in all, and under “%s”, %s in all."),
      title, mine, our_sum, other, their_sum);

  sheet->row++;
  plw_chart_add (sheet, LXW_CHART_COLUMN, title, series, 2, FIRST_YEAR, 0, words);
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
}

static void
write_heads (PlwSheet *sheet)
{
  plw_sheet_head (sheet, _ ("Measure"), PLW_WIDTH_NAME + 10, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, sheet->book->most, true);
  plw_sheet_open_body (sheet, 1);
}

static char *
say (const char *what, const char *of)
{
  return g_strdup_printf ("%s: %s", what, of);
}

void
plw_book_fill_one_pot (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_ONE_POT];

  if (sheet == NULL)
    return;
  g_autofree char *mine = name_policy_marked (book->result);
  g_autofree char *other = name_policy_marked (book->other);
  g_autofree char *our_short = say (_ ("Shortfall"), mine);
  g_autofree char *their_short = say (_ ("Shortfall"), other);
  g_autofree char *our_stranded = say (_ ("Stranded"), mine);
  g_autofree char *their_stranded = say (_ ("Stranded"), other);
  g_autofree char *our_lapsed = say (_ ("Lapsed"), mine);
  g_autofree char *their_lapsed = say (_ ("Lapsed"), other);
  lxw_row_t first;

  write_heads (sheet);
  first = sheet->row;
  write_ours (sheet, our_short, PLW_AT_SHORT, plw_result_n_uses (book->result), PLW_SUM_SHORTFALL, true);
  write_values (sheet, their_short, book->other, PLW_SUM_SHORTFALL, true);
  write_cost (sheet);
  write_ours (sheet, our_stranded, PLW_AT_POT_STRANDED, book->model->n_pots, PLW_SUM_STRANDED, false);
  write_values (sheet, their_stranded, book->other, PLW_SUM_STRANDED, false);
  write_ours (sheet, our_lapsed, PLW_AT_POT_LAPSED, book->model->n_pots, PLW_SUM_LAPSED, true);
  write_values (sheet, their_lapsed, book->other, PLW_SUM_LAPSED, true);
  add_chart (sheet, first);
  plw_sheet_close (sheet);
}
