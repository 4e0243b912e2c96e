/* workbook-summary.c: the committee workbook's figures by year, and their charts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define CHART_WIDTH_MOST 620
#define CHART_WIDTH_BESIDE_NAMES 480
#define CHART_GAP_PIXELS 20

/* Pixels of a column's width, for one character and for its edges. */
#define PIXELS_A_CHARACTER 7.0
#define PIXELS_OF_EDGES 5.0

/* What a chart of the library's own size measures. */
#define CHART_OWN_WIDTH 480.0
#define CHART_OWN_HEIGHT 288.0

#define CHART_HEIGHT_PIXELS 320
#define CHART_ROWS 17

/* Pence from which a chart's axis needs no decimals of a million. */
#define TENS_OF_MILLIONS INT64_C (2000000000)

/* One measure and whether its years may be added: a balance's may not. */
typedef struct
{
  PlwSum sum;
  const char *title;
  bool adds_up;
} SummaryRow;

static const SummaryRow money_rows[] = {
  { PLW_SUM_NEED, N_ ("Need"), true },
  { PLW_SUM_AVAILABLE, N_ ("Money available"), false },
  { PLW_SUM_FUNDED, N_ ("Funded"), true },
  { PLW_SUM_SHORTFALL, N_ ("Shortfall"), true },
};

static const SummaryRow left_rows[] = {
  { PLW_SUM_STRANDED, N_ ("Stranded: unspent while a need went short"), false },
  { PLW_SUM_LAPSED, N_ ("Lapsed: lost at the year's end"), true },
  { PLW_SUM_KEPT, N_ ("Kept in all pots at the year's end"), false },
  { PLW_SUM_GENERAL_RESERVE, N_ ("General reserve at the year's end"), false },
};

static const SummaryRow reason_rows[] = {
  { PLW_SUM_PRICE, N_ ("Prices (raise it)"), true },
  { PLW_SUM_DEMAND, N_ ("Demand (raises it)"), true },
  { PLW_SUM_PRESSURES, N_ ("Pressures (raise it)"), true },
  { PLW_SUM_GROWTH, N_ ("Growth (raises it)"), true },
  { PLW_SUM_SAVINGS, N_ ("Savings (lower it)"), true },
  { PLW_SUM_INCOME, N_ ("Extra income (lowers it)"), true },
  { PLW_SUM_PREVENTION, N_ ("Prevention (lowers it)"), true },
  { PLW_SUM_SPILLOVER, N_ ("Knock-on effects of underfunding (raise it)"), true },
  { PLW_SUM_FINANCING, N_ ("Capital financing (raises it)"), true },
};

static const SummaryRow capital_rows[] = {
  { PLW_SUM_PROGRAMME_REVENUE, N_ ("Prevention programmes, revenue"), true },
  { PLW_SUM_PROGRAMME_CAPITAL, N_ ("Prevention programmes, capital"), true },
  { PLW_SUM_PROJECT_SPEND, N_ ("Capital projects"), true },
  { PLW_SUM_BORROWED, N_ ("Borrowed"), true },
  { PLW_SUM_MRP, N_ ("Minimum revenue provision"), true },
  { PLW_SUM_INTEREST, N_ ("Interest"), true },
  { PLW_SUM_CFR, N_ ("Capital financing requirement at the year's end"), false },
};

/* Where the charts find their rows. */
typedef struct
{
  lxw_row_t funded;
  lxw_row_t shortfall;
  lxw_row_t ours;
  lxw_row_t theirs;
} ChartRows;

static int64_t *
collect_sums (const PlwResult *result, PlwSum sum)
{
  size_t n_years = plw_result_n_years (result);
  int64_t *years = g_new (int64_t, n_years);

  for (size_t year = 0; year < n_years; year++)
    years[year] = plw_result_sum (result, sum, year);
  return years;
}

static void
write_figures (PlwSheet *sheet, const char *title, const int64_t *years, bool adds_up, bool is_strong)
{
  PlwStyle style = is_strong ? PLW_STYLE_STRONG_MONEY : PLW_STYLE_MONEY;

  plw_sheet_text (sheet, 0, title, is_strong ? PLW_STYLE_STRONG : PLW_STYLE_TEXT);
  plw_sheet_years (sheet, 1, years, adds_up, style);
  if (!adds_up)
    plw_sheet_text (sheet, (lxw_col_t) (sheet->book->n_years + 1), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static void
write_rows (PlwSheet *sheet, const SummaryRow *rows, size_t n_rows, bool is_strong)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      g_autofree int64_t *years = collect_sums (sheet->book->result, rows[i].sum);

      write_figures (sheet, _ (rows[i].title), years, rows[i].adds_up, is_strong);
    }
}

static void
write_funded_share (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_sheet_text (sheet, 0, _ ("Share of the need that is funded"), PLW_STYLE_TEXT);
  for (size_t year = 0; year <= book->n_years; year++)
    {
      bool is_total = year == book->n_years;
      int64_t need = is_total ? plw_book_total (book->result, PLW_SUM_NEED)
                              : plw_result_sum (book->result, PLW_SUM_NEED, year);
      int64_t funded = is_total ? plw_book_total (book->result, PLW_SUM_FUNDED)
                                : plw_result_sum (book->result, PLW_SUM_FUNDED, year);
      double share = need > 0 ? (double) funded / (double) need : 1.0;

      plw_sheet_number (sheet, (lxw_col_t) (year + 1), share, PLW_STYLE_SHARE);
    }
  plw_sheet_next (sheet);
}

/* "One pot (not lawful today)" */
static char *
name_policy_marked (const PlwResult *result)
{
  g_autofree char *name = plw_book_policy_name (result);

  return plw_book_is_today (result) ? g_strdup (name) : g_strdup_printf (_ ("%s (not lawful today)"), name);
}

static void
write_comparison (PlwSheet *sheet, ChartRows *rows)
{
  PlwBook *book = sheet->book;
  g_autofree int64_t *ours = collect_sums (book->result, PLW_SUM_SHORTFALL);
  g_autofree int64_t *theirs = collect_sums (book->other, PLW_SUM_SHORTFALL);
  g_autofree int64_t *stranded = collect_sums (book->other, PLW_SUM_STRANDED);
  g_autofree int64_t *lapsed = collect_sums (book->other, PLW_SUM_LAPSED);
  g_autofree int64_t *cost = g_new (int64_t, book->n_years);
  g_autofree char *mine = name_policy_marked (book->result);
  g_autofree char *other = name_policy_marked (book->other);
  g_autofree char *our_title = g_strdup_printf (_ ("Shortfall: %s"), mine);
  g_autofree char *their_title = g_strdup_printf (_ ("Shortfall: %s"), other);
  g_autofree char *stranded_title = g_strdup_printf (_ ("Stranded: %s"), other);
  g_autofree char *lapsed_title = g_strdup_printf (_ ("Lapsed: %s"), other);

  for (size_t year = 0; year < book->n_years; year++)
    cost[year] = plw_book_fence_cost (book, ours[year], theirs[year]);

  plw_sheet_band (sheet, _ ("What the ring-fences cost"), PLW_STYLE_BAND);
  rows->ours = sheet->row;
  write_figures (sheet, our_title, ours, true, false);
  rows->theirs = sheet->row;
  write_figures (sheet, their_title, theirs, true, false);
  write_figures (sheet, _ ("Difference: what the ring-fences cost"), cost, true, true);
  write_figures (sheet, stranded_title, stranded, false, false);
  write_figures (sheet, lapsed_title, lapsed, true, false);
}

static void
set_series_rows (PlwSheet *sheet, lxw_chart_series *series, lxw_row_t row)
{
  lxw_col_t last = (lxw_col_t) sheet->book->n_years;

  chart_series_set_categories (series, sheet->name, sheet->head_row, 1, sheet->head_row, last);
  chart_series_set_values (series, sheet->name, row, 1, row, last);
  chart_series_set_name_range (series, sheet->name, row, 0);
}

/* Hatched as well as coloured: a printed page may be grey. */
static void
add_series (PlwSheet *sheet, lxw_chart *chart, lxw_row_t row, lxw_color_t ink, bool is_hatched)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = ink };
  lxw_chart_line line = { .color = ink };
  lxw_chart_pattern pattern = { .fg_color = ink,
                                .bg_color = 0xFFFFFF,
                                .type = LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL };

  if (series == NULL)
    {
      plw_book_try (sheet->book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  set_series_rows (sheet, series, row);
  chart_series_set_line (series, &line);
  if (is_hatched)
    chart_series_set_pattern (series, &pattern);
  else
    chart_series_set_fill (series, &fill);
}

static void
style_chart (lxw_chart *chart, const char *title, int64_t most)
{
  lxw_chart_font title_font = { .size = 13, .bold = LXW_TRUE, .color = PLW_INK_BLUE };
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.75f };
  lxw_chart_line none = { .none = LXW_TRUE };

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_num_format (chart->y_axis, most >= TENS_OF_MILLIONS ? "#,##0,," : "#,##0.0,,");
  chart_axis_set_name (chart->y_axis, _ ("£ million"));
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_chartarea_set_line (chart, &none);
  chart_set_series_gap (chart, 60);
}

/* Two charts beside each other, no wider than the table above them. */
static double
measure_chart (const PlwSheet *sheet)
{
  double width = 0;

  for (size_t i = 0; i < sheet->widths->len; i++)
    width += g_array_index (sheet->widths, double, i) * PIXELS_A_CHARACTER + PIXELS_OF_EDGES;
  return MIN (plw_sheet_pages_wide (sheet) > 1 ? CHART_WIDTH_BESIDE_NAMES : CHART_WIDTH_MOST,
              (width - CHART_GAP_PIXELS) / 2);
}

static void
insert_chart (PlwSheet *sheet, lxw_chart *chart, size_t place, const char *description)
{
  double width = measure_chart (sheet);

  /* Not over the first column where that is repeated on every page. */
  lxw_col_t column = plw_sheet_pages_wide (sheet) > 1 ? 1 : 0;
  g_autofree char *clean = plw_text_clean (description);
  lxw_chart_options options = {
    .x_offset = (int32_t) ((double) place * (width + CHART_GAP_PIXELS)),
    .x_scale = width / CHART_OWN_WIDTH,
    .y_scale = CHART_HEIGHT_PIXELS / CHART_OWN_HEIGHT,
    .description = clean,
  };

  plw_book_try (sheet->book,
                worksheet_insert_chart_opt (sheet->worksheet, sheet->row, column, chart, &options));
}

/* "Need against money: £41.2m short in 2031/32", of the year that is worst. */
static char *
compose_finding (const PlwBook *book)
{
  size_t worst = 0;

  for (size_t year = 1; year < book->n_years; year++)
    if (plw_result_sum (book->result, PLW_SUM_SHORTFALL, year)
        > plw_result_sum (book->result, PLW_SUM_SHORTFALL, worst))
      worst = year;

  int64_t shortfall = plw_result_sum (book->result, PLW_SUM_SHORTFALL, worst);

  if (shortfall == 0)
    return g_strdup (_ ("Need against money: every need is funded"));

  g_autofree char *amount = plw_book_money (shortfall);

  return g_strdup_printf (_ ("Need against money: %s short in %s"), amount, plw_book_year (book, worst));
}

static void
add_need_chart (PlwSheet *sheet, const ChartRows *rows)
{
  PlwBook *book = sheet->book;
  lxw_chart *chart = workbook_add_chart (book->workbook, LXW_CHART_COLUMN_STACKED);
  g_autofree char *finding = compose_finding (book);
  GString *words = g_string_new (NULL);

  if (chart == NULL)
    {
      plw_book_try (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      g_string_free (words, TRUE);
      return;
    }
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
  add_series (sheet, chart, rows->funded, PLW_INK_BLUE, false);
  add_series (sheet, chart, rows->shortfall, PLW_INK_ORANGE, true);
  style_chart (chart, finding, book->most);
  insert_chart (sheet, chart, 0, words->str);
  g_string_free (words, TRUE);
}

static bool
is_worth_comparing (const PlwBook *book)
{
  return book->other != NULL
         && (plw_book_total (book->result, PLW_SUM_SHORTFALL) > 0
             || plw_book_total (book->other, PLW_SUM_SHORTFALL) > 0);
}

static void
add_fence_chart (PlwSheet *sheet, const ChartRows *rows)
{
  PlwBook *book = sheet->book;
  lxw_chart *chart = workbook_add_chart (book->workbook, LXW_CHART_COLUMN);
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

  if (chart == NULL)
    {
      plw_book_try (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  add_series (sheet, chart, rows->ours, PLW_INK_ORANGE, true);
  add_series (sheet, chart, rows->theirs, PLW_INK_TEAL, false);
  style_chart (chart, title, MAX (ours, theirs) / (int64_t) book->n_years);
  insert_chart (sheet, chart, 1, words);
}

void
plw_book_add_summary (PlwBook *book)
{
  PlwSheet *sheet = plw_book_add_sheet (
      book, _ ("Summary"), _ ("Summary by year"),
      _ ("How much is needed, how much money there is, and where the two part, year by year. Pounds."));
  ChartRows rows = { 0 };

  plw_sheet_head (sheet, _ ("Measure"), PLW_WIDTH_NAME + 6, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);

  plw_sheet_band (sheet, _ ("Need and money"), PLW_STYLE_BAND);
  rows.funded = sheet->row + 2;
  rows.shortfall = sheet->row + 3;
  write_rows (sheet, money_rows, G_N_ELEMENTS (money_rows), true);
  write_funded_share (sheet);
  if (book->other != NULL)
    write_comparison (sheet, &rows);
  plw_sheet_band (sheet, _ ("Money that did not reach a need"), PLW_STYLE_BAND);
  write_rows (sheet, left_rows, G_N_ELEMENTS (left_rows), false);
  plw_sheet_band (sheet, _ ("Why the services' need changes from the year before"), PLW_STYLE_BAND);
  write_rows (sheet, reason_rows, G_N_ELEMENTS (reason_rows), false);
  plw_sheet_band (sheet, _ ("Prevention, capital and borrowing"), PLW_STYLE_BAND);
  write_rows (sheet, capital_rows, G_N_ELEMENTS (capital_rows), false);

  sheet->row++;
  sheet->pages_tall = 1;
  if (book->error == NULL)
    {
      add_need_chart (sheet, &rows);
      if (is_worth_comparing (book))
        add_fence_chart (sheet, &rows);
    }
  sheet->last_row = sheet->row + CHART_ROWS;
  plw_sheet_close (sheet);
}
