/* workbook-bridge.c: why need changes from year to year, and the gap, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of a need are exact, not rounded to the penny; what rounding makes of
 * them stands in a row of its own, so that the bridge adds up.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 2

/* What is needed because of one part, in a year and in the base year. */
static double
find_level (const PlwBook *book, PlwNeedPart part, int year)
{
  PlwWide sum = 0;

  for (size_t line = 0; line < book->model->n_lines; line++)
    {
      PlwWide parts[PLW_N_NEED_PARTS];

      plw_book_need_parts (book, line, year, parts);
      if (part != PLW_NEED_CLIPPED)
        {
          sum += parts[part];
          continue;
        }
      int64_t need =
          year < 0 ? plw_book_base_need (book, line) : plw_result_use (book->result, line)->need[year];

      sum += (PlwWide) need * PLW_FINE;
      for (size_t i = 0; i < PLW_NEED_CLIPPED; i++)
        sum -= parts[i];
    }
  return plw_book_pounds (sum);
}

static double
find_kind (const PlwBook *book, PlwUseKind kind, int year)
{
  int64_t sum = 0;

  for (size_t i = 0; year >= 0 && i < plw_result_n_uses (book->result); i++)
    if (plw_result_use (book->result, i)->kind == kind)
      sum += plw_result_use (book->result, i)->need[year];
  return (double) sum / 100.0;
}

/* The column of what rows are called, where needs are put together. */
#define LABEL_YEAR (PLW_BASE_YEAR - 1)

/* The level of a part: the sum of its rows where needs are put together. */
static void
write_level (PlwSheet *sheet, PlwNeedPart part)
{
  PlwBook *book = sheet->book;
  char self[LXW_MAX_CELL_NAME_LENGTH];

  plw_place (sheet, PLW_AT_LEVEL, part, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, plw_book_part_label (part), PLW_STYLE_TEXT);
  lxw_rowcol_to_cell_abs (self, sheet->row, 0, 0, 1);
  for (int t = PLW_BASE_YEAR; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), find_level (book, part, t), PLW_STYLE_MONEY,
                    "=SUMIF(%s,%s,%s)",
                    plw_ref_rows (sheet, PLW_AT_NEED_WORKING_ROWS, LABEL_YEAR, LABEL_YEAR, true), self,
                    plw_ref_rows (sheet, PLW_AT_NEED_WORKING_ROWS, t, t, false));
  plw_sheet_next (sheet);
}

/* Lines' needs less their parts: what "never below nothing" and rounding to the penny add. */
static void
write_rounding (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_LEVEL, PLW_NEED_CLIPPED, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, plw_book_part_label (PLW_NEED_CLIPPED), PLW_STYLE_TEXT);
  for (int t = PLW_BASE_YEAR; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), find_level (book, PLW_NEED_CLIPPED, t),
                    PLW_STYLE_MONEY, "=SUMIF(%s,\"%s\",%s)-SUM(%s)",
                    plw_ref_rows (sheet, PLW_AT_NEED_WORKING_ROWS, LABEL_YEAR, LABEL_YEAR, true), _ ("Need"),
                    plw_ref_rows (sheet, PLW_AT_NEED_WORKING_ROWS, t, t, false),
                    plw_ref_items (sheet, PLW_AT_LEVEL, PLW_NEED_PRICED, PLW_NEED_CLIPPED, t));
  plw_sheet_next (sheet);
}

static void
write_kind (PlwSheet *sheet, size_t item, PlwUseKind kind, const char *title)
{
  PlwBook *book = sheet->book;
  g_autoptr (GArray) sections = plw_book_sections (book);
  size_t number = 0;

  while (g_array_index (sections, PlwSection, number).kind != kind)
    number++;
  plw_place (sheet, PLW_AT_LEVEL, item, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, title, PLW_STYLE_TEXT);
  plw_sheet_number (sheet, FIRST_YEAR - 1, 0, PLW_STYLE_MONEY);
  for (int t = 0; t < (int) book->n_years; t++)
    if (plw_is_placed (sheet, PLW_AT_SECTION_NEED, number))
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), find_kind (book, kind, t), PLW_STYLE_MONEY, "=%s",
                      plw_ref (sheet, PLW_AT_SECTION_NEED, number, t));
    else
      plw_sheet_number (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static double
total_need (const PlwBook *book, int year)
{
  int64_t sum = 0;

  if (year >= 0)
    return (double) plw_result_sum (book->result, PLW_SUM_NEED, (size_t) year) / 100.0;
  for (size_t line = 0; line < book->model->n_lines; line++)
    sum += plw_book_base_need (book, line);
  return (double) sum / 100.0;
}

/* The parts after those of lines' needs. */
enum
{
  LEVEL_PROGRAMMES = PLW_N_NEED_PARTS,
  LEVEL_PROJECTS,
  LEVEL_FINANCING,
  N_LEVELS,
};

static void
write_levels (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_sheet_band (sheet, _ ("What need is made of"), PLW_STYLE_BAND);
  for (PlwNeedPart part = 0; part < PLW_NEED_CLIPPED; part++)
    write_level (sheet, part);
  write_rounding (sheet);
  write_kind (sheet, LEVEL_PROGRAMMES, PLW_USE_PROGRAMME, _ ("Prevention programmes"));
  write_kind (sheet, LEVEL_PROJECTS, PLW_USE_PROJECT, _ ("Capital projects"));
  write_kind (sheet, LEVEL_FINANCING, PLW_USE_FINANCING, _ ("Capital financing"));
  plw_place (sheet, PLW_AT_LEVEL, N_LEVELS, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("All need"), PLW_STYLE_STRONG);
  for (int t = PLW_BASE_YEAR; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), total_need (book, t), PLW_STYLE_STRONG_MONEY,
                    "=SUM(%s)", plw_ref_items (sheet, PLW_AT_LEVEL, 0, N_LEVELS, t));
  plw_sheet_next (sheet);
}

static double
find_any_level (const PlwBook *book, size_t item, int year)
{
  switch (item)
    {
    case LEVEL_PROGRAMMES:
      return find_kind (book, PLW_USE_PROGRAMME, year);
    case LEVEL_PROJECTS:
      return find_kind (book, PLW_USE_PROJECT, year);
    case LEVEL_FINANCING:
      return find_kind (book, PLW_USE_FINANCING, year);
    case N_LEVELS:
      return total_need (book, year);
    default:
      return find_level (book, (PlwNeedPart) item, year);
    }
}

double
plw_book_movement (const PlwBook *book, size_t part, int year)
{
  return find_any_level (book, part, year) - find_any_level (book, part, year - 1);
}

static const char *
name_movement (size_t item)
{
  static const char *const names[N_LEVELS] = {
    [PLW_NEED_PRICED] = N_ ("Prices"),
    [PLW_NEED_DEMAND] = N_ ("Demand"),
    [PLW_NEED_SPILLOVER] = N_ ("Knock-on effects of underfunding"),
    [PLW_NEED_PRESSURES] = N_ ("Pressures"),
    [PLW_NEED_GROWTH] = N_ ("Growth"),
    [PLW_NEED_SAVINGS] = N_ ("Savings"),
    [PLW_NEED_INCOME] = N_ ("Extra income"),
    [PLW_NEED_PREVENTION] = N_ ("Prevention"),
    [PLW_NEED_CLIPPED] = N_ ("Held at nothing, and rounding"),
    [LEVEL_PROGRAMMES] = N_ ("Prevention programmes"),
    [LEVEL_PROJECTS] = N_ ("Capital projects"),
    [LEVEL_FINANCING] = N_ ("Capital financing"),
  };

  return _ (names[item]);
}

static void
write_movement (PlwSheet *sheet, size_t item)
{
  PlwBook *book = sheet->book;

  plw_place (sheet, PLW_AT_MOVEMENT, item, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, name_movement (item), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), plw_book_movement (book, item, t), PLW_STYLE_MONEY,
                    "=%s-%s", plw_ref (sheet, PLW_AT_LEVEL, item, t),
                    plw_ref (sheet, PLW_AT_LEVEL, item, t - 1));
  plw_sheet_next (sheet);
}

static void
write_bridge (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  size_t all = plw_result_n_uses (book->result);
  lxw_row_t opening;

  plw_sheet_band (sheet, _ ("From one year to the next"), PLW_STYLE_BAND);
  opening = sheet->row;
  plw_sheet_text (sheet, 0, _ ("Need of the year before"), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), total_need (book, t - 1), PLW_STYLE_STRONG_MONEY,
                    "=%s", plw_ref (sheet, PLW_AT_LEVEL, N_LEVELS, t - 1));
  plw_sheet_next (sheet);
  for (size_t item = 0; item < N_LEVELS; item++)
    write_movement (sheet, item);
  plw_place (sheet, PLW_AT_BRIDGED, 0, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Need of the year"), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_range (range, opening, column, sheet->row - 1, column);
      plw_sheet_calc (sheet, column, total_need (book, t), PLW_STYLE_STRONG_MONEY, "=SUM(%s)", range);
    }
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ ("Check: less the need by service, must be 0"), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  plw_place (sheet, PLW_AT_BRIDGE_CHECK, 0, sheet->row, FIRST_YEAR);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, PLW_STYLE_CHECK, "=ROUND(%s-%s,2)",
                    plw_ref (sheet, PLW_AT_BRIDGED, 0, t), plw_ref (sheet, PLW_AT_NEED, all, t));
  plw_sheet_next (sheet);
}

/* The budget report's gap: need less the money there is, and what each year adds to it. */
static void
write_gap (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  int64_t before = 0;

  plw_sheet_band (sheet, _ ("The budget gap"), PLW_STYLE_BAND);
  plw_place (sheet, PLW_AT_GAP, 0, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Need less the money that could be spent"), PLW_STYLE_STRONG);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    (double) (plw_result_sum (book->result, PLW_SUM_NEED, (size_t) t)
                              - plw_result_sum (book->result, PLW_SUM_AVAILABLE, (size_t) t))
                        / 100.0,
                    PLW_STYLE_STRONG_MONEY, "=%s-%s",
                    plw_ref (sheet, PLW_AT_NEED, plw_result_n_uses (book->result), t),
                    plw_ref (sheet, PLW_AT_POT_AVAILABLE, book->model->n_pots, t));
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ ("More than the year before"), PLW_STYLE_TEXT);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      int64_t gap = plw_result_sum (book->result, PLW_SUM_NEED, (size_t) t)
                    - plw_result_sum (book->result, PLW_SUM_AVAILABLE, (size_t) t);
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      if (t == 0)
        plw_sheet_calc (sheet, column, (double) gap / 100.0, PLW_STYLE_MONEY, "=%s",
                        plw_ref (sheet, PLW_AT_GAP, 0, t));
      else
        plw_sheet_calc (sheet, column, (double) (gap - before) / 100.0, PLW_STYLE_MONEY, "=%s-%s",
                        plw_ref (sheet, PLW_AT_GAP, 0, t), plw_ref (sheet, PLW_AT_GAP, 0, t - 1));
      before = gap;
    }
  plw_sheet_next (sheet);
}

static void
add_charts (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;
  const PlwSeries need[] = { { plw_row_of (sheet, PLW_AT_LEVEL, N_LEVELS), PLW_INK_BLUE, false } };
  const PlwSeries gap[] = { { plw_row_of (sheet, PLW_AT_GAP, 0), PLW_INK_ORANGE, true } };
  size_t last = book->n_years - 1;
  g_autofree char *from = plw_book_money (plw_result_sum (book->result, PLW_SUM_NEED, 0));
  g_autofree char *to = plw_book_money (plw_result_sum (book->result, PLW_SUM_NEED, last));
  g_autofree char *title = g_strdup_printf (_ ("Need: %s in %s, %s in %s"), from, plw_book_year (book, 0), to,
                                            plw_book_year (book, last));
  g_autofree char *words =
      g_strdup_printf (_ ("%s. A column for each year; the table above says what it is made of."), title);

  sheet->row++;
  sheet->pages_tall = 1;
  plw_chart_add (sheet, LXW_CHART_COLUMN, title, need, 1, FIRST_YEAR, 0, words);
  plw_chart_add (
      sheet, LXW_CHART_COLUMN, _ ("The budget gap: need less the money that could be spent"), gap, 1,
      FIRST_YEAR, 1,
      _ ("The budget gap. A column for each year; its figures are in the last rows of the table."));
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
}

void
plw_book_fill_bridge (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_BRIDGE];

  plw_sheet_head (sheet, _ ("Cause"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  g_autofree char *base = g_strdup_printf (_ ("%s £"), plw_year_name (plw_plan_base_year (book->plan)));

  plw_sheet_head (sheet, base, plw_money_width (book->most), PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, false);
  plw_sheet_open_body (sheet, 1);
  write_levels (sheet);
  write_bridge (sheet);
  write_gap (sheet);
  add_charts (sheet);
  plw_sheet_close (sheet);
}
