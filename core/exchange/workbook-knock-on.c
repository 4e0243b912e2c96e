/* workbook-knock-on.c: how what is not funded raises other lines' volume later.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 6
#define RISE_COLUMN 2

static int
compare_targets (const void *a, const void *b, void *data)
{
  const PlwModel *model = data;
  size_t x = *(const size_t *) a;
  size_t y = *(const size_t *) b;

  if (model->spillovers[x].to_line != model->spillovers[y].to_line)
    return model->spillovers[x].to_line < model->spillovers[y].to_line ? -1 : 1;
  return x < y ? -1 : 1;
}

size_t *
plw_book_knock_on_order (const PlwBook *book)
{
  size_t n = book->model->n_spillovers;
  size_t *order = g_new (size_t, n + 1);

  for (size_t i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_targets, (void *) book->model);
  return order;
}

static double
unfunded_share (const PlwBook *book, size_t line, size_t year)
{
  const PlwUse *use = plw_result_use (book->result, line);

  return use->funded[year] < use->need[year] ? 1.0 - (double) use->funded[year] / (double) use->need[year]
                                             : 0.0;
}

static void
write_names (PlwSheet *sheet, const PlwSpillover *spillover)
{
  const PlwPlan *plan = sheet->book->plan;

  plw_sheet_text (sheet, 0, plw_plan_name (plan, PLW_TABLE_LINES, spillover->from_line), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, plw_plan_name (plan, PLW_TABLE_LINES, spillover->to_line), PLW_STYLE_TEXT);
}

static void
write_shares (PlwSheet *sheet, size_t index, const PlwSpillover *spillover)
{
  PlwBook *book = sheet->book;

  write_names (sheet, spillover);
  for (lxw_col_t column = RISE_COLUMN; column < FIRST_YEAR - 1; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  plw_sheet_number (sheet, FIRST_YEAR - 1, 0, PLW_STYLE_SHARE);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      const char *need = plw_ref (sheet, PLW_AT_NEED, spillover->from_line, t);
      const char *funded = plw_ref (sheet, PLW_AT_FUNDED, spillover->from_line, t);

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                      unfunded_share (book, spillover->from_line, (size_t) t), PLW_STYLE_SHARE,
                      "=IF(%s<%s,1-%s/%s,0)", funded, need, funded, need);
    }
  plw_sheet_next (sheet);
}

static double
rise_value (const PlwBook *book, const PlwSpillover *spillover, size_t year)
{
  double unfunded = 0;

  for (size_t s = 0; s < year; s++)
    {
      int64_t age = (int64_t) (year - s);

      if (age >= spillover->lag && age < spillover->lag + spillover->duration)
        unfunded += unfunded_share (book, spillover->from_line, s);
    }
  return unfunded * (double) spillover->rise / (double) PLW_WHOLE;
}

/* Of each earlier year, what was not funded, where the lag is over and the effect has not ended. */
static void
write_rise (PlwSheet *sheet, size_t index, const PlwSpillover *spillover)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_KNOCK_ON, index, sheet->row, RISE_COLUMN);
  write_names (sheet, spillover);
  plw_sheet_number (sheet, RISE_COLUMN, (double) spillover->rise / (double) PLW_WHOLE,
                    PLW_STYLE_INPUT_PERCENT);
  plw_sheet_number (sheet, RISE_COLUMN + 1, (double) spillover->lag, PLW_STYLE_INPUT_INTEGER);
  plw_sheet_number (sheet, RISE_COLUMN + 2, (double) spillover->duration, PLW_STYLE_INPUT_INTEGER);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      const char *rise = plw_ref_fixed (sheet, PLW_AT_KNOCK_ON, index, 0);
      const char *lag = plw_ref_fixed (sheet, PLW_AT_KNOCK_ON, index, 1);
      const char *duration = plw_ref_fixed (sheet, PLW_AT_KNOCK_ON, index, 2);
      g_autofree char *age =
          g_strdup_printf ("%s-%s", plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, t),
                           plw_ref_years (sheet, PLW_AT_YEAR_NUMBER, 0, PLW_BASE_YEAR, t - 1));

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), rise_value (book, spillover, (size_t) t),
                      PLW_STYLE_SHARE, "=%s*SUMPRODUCT((%s>=%s)*(%s<%s+%s)*%s)", rise, age, lag, age, lag,
                      duration, plw_ref_years (sheet, PLW_AT_UNFUNDED, index, PLW_BASE_YEAR, t - 1));
    }
  plw_sheet_next (sheet);
}

void
plw_book_reserve_knock_on (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_KNOCK_ON];
  size_t n = book->model->n_spillovers;

  for (size_t i = 0; sheet != NULL && i < n; i++)
    {
      lxw_row_t row = (lxw_row_t) (sheet->head_row + 2 + i);

      plw_place (sheet, PLW_AT_UNFUNDED, i, row, FIRST_YEAR);
      plw_place (sheet, PLW_AT_RISE, i, (lxw_row_t) (row + n + 1), FIRST_YEAR);
    }
}

void
plw_book_fill_knock_on (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_KNOCK_ON];

  if (sheet == NULL)
    return;
  g_autofree size_t *order = plw_book_knock_on_order (book);
  size_t n = book->model->n_spillovers;

  plw_sheet_head (sheet, _ ("From"), 36, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("To"), 36, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Rise in volume"), 10, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Lag, years"), 8, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Lasts, years"), 8, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, plw_year_name (plw_plan_base_year (book->plan)), 9, PLW_STYLE_HEAD_RIGHT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_head (sheet, plw_book_year (book, t), 9, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_open_body (sheet, 2);
  plw_sheet_band (sheet, _ ("Part of the need that is not funded: of the service it comes from"),
                  PLW_STYLE_BAND);
  for (size_t i = 0; i < n; i++)
    write_shares (sheet, i, &book->model->spillovers[order[i]]);
  plw_sheet_band (sheet, _ ("Rise in volume: of the service it reaches"), PLW_STYLE_BAND);
  for (size_t i = 0; i < n; i++)
    write_rise (sheet, i, &book->model->spillovers[order[i]]);
  plw_sheet_close (sheet);
}
