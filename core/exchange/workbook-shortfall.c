/* workbook-shortfall.c: where money falls short, worst first, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 3

typedef struct
{
  size_t use;
  int64_t *shortfall;
  int64_t total;
  int64_t other_total;
} ShortUse;

static void
clear_short_use (void *data)
{
  g_free (((ShortUse *) data)->shortfall);
}

static int
compare_worst_first (const void *a, const void *b)
{
  const ShortUse *x = a;
  const ShortUse *y = b;

  if (x->total != y->total)
    return x->total > y->total ? -1 : 1;
  return x->use < y->use ? -1 : x->use > y->use;
}

static GArray *
collect_short_uses (const PlwBook *book)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (ShortUse));

  g_array_set_clear_func (uses, clear_short_use);
  for (size_t i = 0; i < plw_result_n_uses (book->result); i++)
    {
      int64_t *shortfall = plw_book_use_shortfall (book, i);
      ShortUse use = { .use = i, .shortfall = shortfall, .total = plw_book_years_total (book, shortfall) };

      if (book->other != NULL)
        use.other_total = plw_book_other_shortfall (book, i);
      if (use.total > 0 || use.other_total > 0)
        g_array_append_val (uses, use);
      else
        g_free (shortfall);
    }
  g_array_sort (uses, compare_worst_first);
  return uses;
}

static double
divide (int64_t part, int64_t whole)
{
  return whole > 0 ? (double) part / (double) whole : 0.0;
}

/* Of the use's need over all years. */
static void
write_share (PlwSheet *sheet, lxw_col_t column, size_t use, double share, PlwStyle style)
{
  char total[LXW_MAX_CELL_NAME_LENGTH];
  const char *need = plw_ref (sheet, PLW_AT_NEED, use, (int) sheet->book->n_years);

  lxw_rowcol_to_cell_abs (total, sheet->row, column - 1, 0, 1);
  plw_sheet_calc (sheet, column, share, style, "=IF(%s>0,%s/%s,0)", need, total, need);
}

/* What the ring-fences cost: the stricter policy's shortfall less the freer one's. */
static void
write_cost (PlwSheet *sheet, lxw_col_t column, int64_t cost, PlwStyle style)
{
  char ours[LXW_MAX_CELL_NAME_LENGTH], theirs[LXW_MAX_CELL_NAME_LENGTH];
  bool is_stricter = !plw_book_is_today (sheet->book->other);

  lxw_rowcol_to_cell_abs (ours, sheet->row, column - 3, 0, 1);
  lxw_rowcol_to_cell_abs (theirs, sheet->row, column - 1, 0, 1);
  plw_sheet_calc (sheet, column, (double) cost / 100.0, style, "=%s-%s", is_stricter ? ours : theirs,
                  is_stricter ? theirs : ours);
}

static void
write_short_row (PlwSheet *sheet, const ShortUse *entry)
{
  PlwBook *book = sheet->book;
  const PlwUse *use = plw_result_use (book->result, entry->use);
  const char *partner = plw_book_row_name (book, PLW_TABLE_PARTNERS, use->partner);
  int64_t need = plw_book_years_total (book, use->need);
  lxw_col_t column = (lxw_col_t) (book->n_years + 4);
  g_autofree char *name = plw_book_use_name (use);

  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, partner, PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 2, use->kind == PLW_USE_LINE ? plw_book_duty (use) : plw_book_use_kind (use),
                  PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), (double) entry->shortfall[t] / 100.0,
                    PLW_STYLE_MONEY, "=ROUND(%s-%s,2)", plw_ref (sheet, PLW_AT_NEED, entry->use, t),
                    plw_ref (sheet, PLW_AT_FUNDED, entry->use, t));
  plw_sheet_sum_years (sheet, column - 1, entry->total, PLW_STYLE_MONEY);
  write_share (sheet, column++, entry->use, divide (entry->total, need), PLW_STYLE_SHARE);
  if (book->other != NULL)
    {
      int64_t cost = plw_book_fence_cost (book, entry->total, entry->other_total);

      plw_sheet_money (sheet, column++, entry->other_total, PLW_STYLE_MONEY);
      write_cost (sheet, column, cost, PLW_STYLE_MONEY);
    }
  plw_sheet_next (sheet);
}

/* One hue, from white for nothing to orange for the most; the figure stays legible on both. */
static void
shade_years (PlwSheet *sheet, lxw_row_t first_row)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = 0,
    .min_color = 0xFFFFFF,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM,
    .max_color = 0xF9A87C,
  };

  if (sheet->book->error == NULL)
    plw_book_try (sheet->book,
                  worksheet_conditional_format_range (sheet->worksheet, first_row, 3, sheet->row - 1,
                                                      (lxw_col_t) (sheet->book->n_years + 2), &scale));
}

static int64_t
find_most_short (const PlwBook *book)
{
  int64_t most = 0;

  for (size_t year = 0; year < book->n_years; year++)
    {
      most = MAX (most, plw_result_sum (book->result, PLW_SUM_SHORTFALL, year));
      if (book->other != NULL)
        most = MAX (most, plw_result_sum (book->other, PLW_SUM_SHORTFALL, year));
    }
  return most;
}

static void
write_short_heads (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  int64_t most = find_most_short (book);
  double width = plw_money_width (most * (int64_t) book->n_years);

  plw_sheet_head (sheet, _ ("Service or other use"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Partner"), 25, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Duty"), 13, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, most, true);
  plw_sheet_head (sheet, _ ("Share of need"), 11, PLW_STYLE_HEAD_RIGHT);
  if (book->other == NULL)
    return;

  g_autofree char *policy = plw_paper_policy_name (book->other);
  g_autofree char *head = plw_book_is_today (book->other)
                              ? g_strdup_printf (_ ("All years: %s £"), policy)
                              : g_strdup_printf (_ ("All years: %s, not lawful today £"), policy);

  plw_sheet_head (sheet, head, MAX (width, 12.5), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("What the ring-fences cost £"), MAX (width, 12.5), PLW_STYLE_HEAD_RIGHT);
}

/* Uses that had no shortfall when the workbook was made: nothing, until an assumption is changed. */
static void
write_rest (PlwSheet *sheet, lxw_row_t first_row)
{
  PlwBook *book = sheet->book;
  size_t all = plw_result_n_uses (book->result);

  plw_sheet_text (sheet, 0, _ ("All other uses"), PLW_STYLE_TEXT);
  plw_sheet_fill (sheet, 1, PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      char listed[LXW_MAX_CELL_RANGE_LENGTH];
      const char *need = plw_ref (sheet, PLW_AT_NEED, all, t);
      const char *funded = plw_ref (sheet, PLW_AT_FUNDED, all, t);

      lxw_rowcol_to_range (listed, first_row, column, sheet->row - 1, column);
      if (sheet->row == first_row)
        plw_sheet_calc (sheet, column, 0, PLW_STYLE_MONEY, "=ROUND(%s-%s,2)", need, funded);
      else
        plw_sheet_calc (sheet, column, 0, PLW_STYLE_MONEY, "=ROUND(%s-%s-SUM(%s),2)", need, funded, listed);
    }
  plw_sheet_sum_years (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), 0, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static void
write_short_total (PlwSheet *sheet, const GArray *uses, lxw_row_t first_row)
{
  PlwBook *book = sheet->book;
  lxw_col_t column = (lxw_col_t) (book->n_years + 5);
  size_t all = plw_result_n_uses (book->result);
  g_autofree int64_t *sums = g_new0 (int64_t, book->n_years);
  int64_t theirs = 0;

  for (size_t i = 0; i < uses->len; i++)
    {
      plw_book_add_years (book, sums, g_array_index (uses, ShortUse, i).shortfall);
      theirs += g_array_index (uses, ShortUse, i).other_total;
    }
  plw_place (sheet, PLW_AT_SHORT, all, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("All shortfall"), PLW_STYLE_TOTAL);
  plw_sheet_fill (sheet, 1, PLW_STYLE_TOTAL);
  plw_sheet_subtotals (sheet, FIRST_YEAR, first_row, sums, true, PLW_STYLE_TOTAL_MONEY);
  write_share (sheet, column - 1, all,
               divide (plw_book_years_total (book, sums), plw_book_total (book->result, PLW_SUM_NEED)),
               PLW_STYLE_TOTAL_SHARE);
  if (book->other != NULL)
    {
      plw_sheet_subtotal (sheet, column, first_row, theirs, PLW_STYLE_TOTAL_MONEY);
      write_cost (sheet, column + 1, plw_book_fence_cost (book, plw_book_years_total (book, sums), theirs),
                  PLW_STYLE_TOTAL_MONEY);
    }
  plw_sheet_next (sheet);
}

/* Its total is referred to before the sheet is written. */
void
plw_book_reserve_shortfall (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_SHORTFALL];
  g_autoptr (GArray) uses = collect_short_uses (book);

  plw_place (sheet, PLW_AT_SHORT, plw_result_n_uses (book->result),
             (lxw_row_t) (sheet->head_row + 1 + uses->len + 1), FIRST_YEAR);
}

void
plw_book_fill_shortfall (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_SHORTFALL];
  g_autoptr (GArray) uses = collect_short_uses (book);
  lxw_row_t first_row;

  write_short_heads (sheet);
  plw_sheet_open_body (sheet, 1);
  first_row = sheet->row;
  for (size_t i = 0; i < uses->len; i++)
    write_short_row (sheet, &g_array_index (uses, ShortUse, i));
  write_rest (sheet, first_row);
  plw_place (sheet, PLW_AT_SHORT_ROWS, 0, first_row, FIRST_YEAR);
  plw_place (sheet, PLW_AT_SHORT_ROWS, 1, sheet->row - 1, FIRST_YEAR);
  shade_years (sheet, first_row);
  write_short_total (sheet, uses, first_row);
  plw_sheet_close (sheet);
}
