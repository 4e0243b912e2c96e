/* workbook-chart.c: charts beside the tables they show.
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

/* Pence from which a chart's axis needs no decimals of a million, and below which pounds do. */
#define TENS_OF_MILLIONS INT64_C (2000000000)
#define HALF_A_MILLION INT64_C (50000000)

static void
set_series_rows (PlwSheet *sheet, lxw_chart_series *series, lxw_row_t row, lxw_col_t column)
{
  lxw_col_t last = (lxw_col_t) (column + sheet->book->n_years - 1);

  chart_series_set_categories (series, sheet->name, sheet->head_row, column, sheet->head_row, last);
  chart_series_set_values (series, sheet->name, row, column, row, last);
  chart_series_set_name_range (series, sheet->name, row, 0);
}

/* Hatched as well as coloured: a printed page may be grey. */
static void
add_series (PlwSheet *sheet, lxw_chart *chart, const PlwSeries *spec, lxw_col_t column)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = spec->ink };
  lxw_chart_line line = { .color = spec->ink };
  lxw_chart_pattern pattern = { .fg_color = spec->ink,
                                .bg_color = 0xFFFFFF,
                                .type = LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL };

  if (series == NULL)
    {
      plw_book_try (sheet->book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  set_series_rows (sheet, series, spec->row, column);
  chart_series_set_line (series, &line);
  if (spec->is_hatched)
    chart_series_set_pattern (series, &pattern);
  else
    chart_series_set_fill (series, &fill);
}

static void
style_chart (lxw_chart *chart, const char *title, int64_t most, bool has_legend)
{
  lxw_chart_font title_font = { .size = 13, .bold = LXW_TRUE, .color = PLW_INK_BLUE };
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.75f };
  lxw_chart_line none = { .none = LXW_TRUE };
  bool is_small = most < HALF_A_MILLION;

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, has_legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_axis_set_num_format (chart->y_axis, is_small                   ? "#,##0"
                                            : most >= TENS_OF_MILLIONS ? "#,##0,,"
                                                                       : "#,##0.0,,");
  chart_axis_set_name (chart->y_axis, is_small ? _ ("£") : _ ("£ million"));
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
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

void
plw_chart_add (PlwSheet *sheet,
               lxw_chart_type type,
               const char *title,
               const PlwSeries *series,
               size_t n_series,
               lxw_col_t column,
               size_t place,
               const char *words)
{
  PlwBook *book = sheet->book;

  if (book->error != NULL)
    return;
  lxw_chart *chart = workbook_add_chart (book->workbook, (uint8_t) type);
  double width = measure_chart (sheet);
  g_autofree char *clean = plw_text_clean (words);
  lxw_chart_options options = {
    .x_offset = (int32_t) ((double) place * (width + CHART_GAP_PIXELS)),
    .x_scale = width / CHART_OWN_WIDTH,
    .y_scale = CHART_HEIGHT_PIXELS / CHART_OWN_HEIGHT,
    .description = clean,
  };

  if (chart == NULL)
    {
      plw_book_try (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  for (size_t i = 0; i < n_series; i++)
    add_series (sheet, chart, &series[i], column);
  style_chart (chart, title, book->most, n_series > 1);

  /* Not over the first column where that is repeated on every page. */
  plw_book_try (book, worksheet_insert_chart_opt (sheet->worksheet, sheet->row,
                                                  plw_sheet_pages_wide (sheet) > 1 ? 1 : 0, chart, &options));
}
