/* workbook-scenarios.c: the plan's scenarios beside each other, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values: each scenario has an allocation of its own.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#define FIRST_YEAR 1

/* More columns for each year nobody can tell apart. */
#define CHARTED_MOST 6

/* As many as fit one page with the chart. */
#define PAGE_MOST 8

typedef struct
{
  const char *title;
  PlwSum sum;
  bool adds_up;
} Measure;

static const Measure measures[] = {
  { N_ ("Shortfall"), PLW_SUM_SHORTFALL, true },
  { N_ ("Need"), PLW_SUM_NEED, true },
  { N_ ("Funded"), PLW_SUM_FUNDED, true },
  { N_ ("Lapsed: lost at the year's end"), PLW_SUM_LAPSED, true },
  { N_ ("General reserve at the year's end"), PLW_SUM_GENERAL_RESERVE, false },
};

static void
write_row (PlwSheet *sheet, const PlwResult *result, const Measure *measure)
{
  size_t n_years = sheet->book->n_years;
  g_autofree char *name = plw_paper_scenario_name (result);
  g_autofree int64_t *years = g_new (int64_t, n_years);

  for (size_t t = 0; t < n_years; t++)
    years[t] = plw_result_sum (result, measure->sum, t);
  plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
  plw_sheet_years (sheet, FIRST_YEAR, years, measure->adds_up, PLW_STYLE_MONEY);
  if (!measure->adds_up)
    plw_sheet_text (sheet, (lxw_col_t) (FIRST_YEAR + n_years), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* What each assumes, in the plan's words. */
static void
write_descriptions (PlwSheet *sheet)
{
  const PlwPaper *paper = sheet->book->paper;

  plw_sheet_band (sheet, _ ("What they assume"), PLW_STYLE_BAND);
  for (size_t i = 0; i < paper->n_scenarios; i++)
    {
      const PlwPlan *plan = plw_result_plan (paper->scenarios[i]);
      g_autofree char *name = plw_paper_scenario_name (paper->scenarios[i]);
      size_t row;

      if (!plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, plw_result_scenario (paper->scenarios[i]), &row))
        continue;
      plw_sheet_text (sheet, 0, name, PLW_STYLE_TEXT);
      plw_sheet_text (sheet, 1, plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_DESCRIPTION),
                      PLW_STYLE_ABOUT);
      plw_sheet_next (sheet);
    }
}

static void
add_chart (PlwSheet *sheet, lxw_row_t first_row)
{
  static const lxw_color_t inks[CHARTED_MOST] = { PLW_INK_BLUE, PLW_INK_ORANGE, PLW_INK_TEAL,
                                                  PLW_INK_GREY, 0x801650,       0xA285D1 };
  const PlwPaper *paper = sheet->book->paper;
  PlwSeries series[CHARTED_MOST];
  size_t n = MIN (paper->n_scenarios, CHARTED_MOST);
  GString *words = g_string_new (_ ("Shortfall by scenario. A column for each scenario and year; in all"));

  for (size_t i = 0; i < n; i++)
    {
      g_autofree char *name = plw_paper_scenario_name (paper->scenarios[i]);
      g_autofree char *sum = plw_book_money (plw_book_total (paper->scenarios[i], PLW_SUM_SHORTFALL));

      series[i] = (PlwSeries){ (lxw_row_t) (first_row + i), inks[i], i % 2 == 1 };
      g_string_append_printf (words, _ ("%s “%s” %s"), i > 0 ? "," : "", name, sum);
    }
  g_string_append_c (words, '.');
  sheet->row++;
  sheet->pages_tall = paper->n_scenarios <= PAGE_MOST ? 1 : 0;
  plw_chart_add (sheet, LXW_CHART_COLUMN, _ ("Shortfall by scenario"), series, n, FIRST_YEAR, 0, words->str);
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
  g_string_free (words, TRUE);
}

void
plw_book_fill_scenarios (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_SCENARIOS];
  lxw_row_t first_row;

  if (sheet == NULL)
    return;
  plw_sheet_head (sheet, _ ("Scenario"), PLW_WIDTH_NAME + 10, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  first_row = sheet->row + 1;
  for (size_t m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      plw_sheet_band (sheet, _ (measures[m].title), PLW_STYLE_BAND);
      for (size_t i = 0; i < book->paper->n_scenarios; i++)
        write_row (sheet, book->paper->scenarios[i], &measures[m]);
    }
  write_descriptions (sheet);
  add_chart (sheet, first_row);
  plw_sheet_close (sheet);
}
