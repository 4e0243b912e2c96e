/* workbook-programmes.c: what prevention costs and saves, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#define FIRST_YEAR 1

typedef enum
{
  COST,
  SAVED,
  RELEASED,
  OVERLAP,
  N_FIGURES,
} Figure;

static const char *
name_figure (Figure figure)
{
  static const char *const names[N_FIGURES] = {
    [COST] = N_ ("Spent on it"),
    [SAVED] = N_ ("Cash saved"),
    [RELEASED] = N_ ("Capacity released, no cash"),
    [OVERLAP] = N_ ("Overlap with other programmes, counts for nobody"),
  };

  return _ (names[figure]);
}

/* Of one effect, in pounds, before anything is rounded. */
static double
effect_value (const PlwBook *book, size_t effect, Figure figure, size_t t)
{
  const PlwPrevention *prevention = book->result->prevention;
  size_t at = effect * book->n_years + t;

  switch (figure)
    {
    case SAVED:
      return prevention->credited[at] / 100.0;
    case RELEASED:
      return (prevention->gross[at] - prevention->cash[at]) / 100.0;
    case OVERLAP:
      return (prevention->cash[at] - prevention->credited[at]) / 100.0;
    case COST:
    case N_FIGURES:
      break;
    }
  return 0;
}

/* The programme's value, and the formula of its effects' cells. */
static char *
compose_effects (PlwSheet *sheet, size_t programme, Figure figure, size_t t, double *ret_value)
{
  static const PlwPlaced plus[N_FIGURES] = {
    [SAVED] = PLW_AT_CREDITED, [RELEASED] = PLW_AT_GROSS, [OVERLAP] = PLW_AT_CASH
  };
  static const PlwPlaced minus[N_FIGURES] = { [RELEASED] = PLW_AT_CASH, [OVERLAP] = PLW_AT_CREDITED };
  PlwBook *book = sheet->book;
  g_autofree size_t *order = plw_book_effect_order (book);
  GString *formula = g_string_new (NULL);

  *ret_value = 0;
  for (size_t i = 0; i < book->model->n_effects; i++)
    {
      if (book->model->effects[order[i]].programme != programme)
        continue;
      *ret_value += effect_value (book, order[i], figure, t);
      g_string_append_printf (formula, "%s%s", formula->len > 0 ? "+" : "",
                              plw_ref (sheet, plus[figure], i, (int) t));
      if (figure != SAVED)
        g_string_append_printf (formula, "-%s", plw_ref (sheet, minus[figure], i, (int) t));
    }
  return g_string_free (formula, FALSE);
}

static char *
compose_cost (PlwSheet *sheet, size_t programme, size_t t)
{
  const uint32_t *uses = sheet->book->model->programmes[programme].uses;
  const char *revenue = plw_ref (sheet, PLW_AT_FUNDED, uses[PLW_PART_REVENUE], (int) t);

  return uses[PLW_PART_CAPITAL] == UINT32_MAX
             ? g_strdup (revenue)
             : g_strdup_printf ("%s+%s", revenue,
                                plw_ref (sheet, PLW_AT_FUNDED, uses[PLW_PART_CAPITAL], (int) t));
}

static void
write_figure (PlwSheet *sheet, size_t programme, Figure figure, double *ret_years)
{
  PlwBook *book = sheet->book;
  double total = 0;

  plw_place (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + figure, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, name_figure (figure), PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      double value = 0;
      g_autofree char *formula = figure == COST ? compose_cost (sheet, programme, t)
                                                : compose_effects (sheet, programme, figure, t, &value);

      if (figure == COST)
        value = (double) plw_result_programme (book->result, programme)->cost[t] / 100.0;
      if (formula[0] == '\0')
        plw_sheet_number (sheet, (lxw_col_t) (FIRST_YEAR + t), 0, PLW_STYLE_MONEY);
      else
        plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, PLW_STYLE_MONEY, "=%s", formula);
      ret_years[t] = value;
      total += value;
    }
  plw_sheet_sum_values (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), total, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

/* Of all programmes together: sums of the rows of each. */
static void
write_sum (PlwSheet *sheet, Figure figure, const double *years)
{
  PlwBook *book = sheet->book;
  char names[LXW_MAX_CELL_RANGE_LENGTH], self[LXW_MAX_CELL_NAME_LENGTH];
  lxw_row_t first = sheet->head_row + 1 + N_FIGURES + 1;
  double total = 0;

  plw_place (sheet, PLW_AT_PROGRAMME, book->model->n_programmes * N_FIGURES + figure, sheet->row, FIRST_YEAR);
  plw_sheet_text (sheet, 0, name_figure (figure), PLW_STYLE_TEXT);
  lxw_rowcol_to_range_abs (names, first, 0, sheet->last_row, 0);
  lxw_rowcol_to_cell_abs (self, sheet->row, 0, 0, 1);
  for (size_t t = 0; t < book->n_years; t++)
    {
      char amounts[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);

      lxw_rowcol_to_range (amounts, first, column, sheet->last_row, column);
      plw_sheet_calc (sheet, column, years[t], PLW_STYLE_MONEY, "=SUMIF(%s,%s,%s)", names, self, amounts);
      total += years[t];
    }
  plw_sheet_sum_values (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), total, PLW_STYLE_MONEY);
  plw_sheet_next (sheet);
}

static double
present_value (const PlwBook *book, const double *years)
{
  double value = 0;

  for (size_t t = 0; t < book->n_years; t++)
    value += years[t] * book->result->present_values[t];
  return value;
}

/* Beside each programme's rows: what they are worth today, in the column after the total. */
static void
write_worth (PlwSheet *sheet, size_t programme, const double *figures)
{
  PlwBook *book = sheet->book;
  int last = (int) book->n_years - 1;
  double worth[N_FIGURES];
  g_autofree char *factors = g_strdup (plw_ref_span (sheet, PLW_AT_FACTOR, 0, 0, last));

  for (Figure figure = COST; figure < OVERLAP; figure++)
    worth[figure] = present_value (book, &figures[figure * book->n_years]);
  plw_sheet_text (sheet, 0, _ ("Worth today: saved and released less spent"), PLW_STYLE_STRONG);
  plw_sheet_calc (sheet, FIRST_YEAR, worth[SAVED] + worth[RELEASED] - worth[COST], PLW_STYLE_STRONG_MONEY,
                  "=SUMPRODUCT(%s+%s-%s,%s)",
                  plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + SAVED, 0, last),
                  plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + RELEASED, 0, last),
                  plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + COST, 0, last), factors);
  plw_sheet_fill (sheet, FIRST_YEAR + 1, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
  plw_sheet_text (sheet, 0, _ ("Benefits for each pound spent, both as worth today"), PLW_STYLE_TEXT);
  g_autofree char *spent = g_strdup_printf (
      "SUMPRODUCT(%s,%s)", plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + COST, 0, last),
      factors);

  plw_sheet_calc (sheet, FIRST_YEAR, worth[COST] > 0 ? (worth[SAVED] + worth[RELEASED]) / worth[COST] : 0,
                  PLW_STYLE_RATIO, "=IF(%s>0,SUMPRODUCT(%s+%s,%s)/%s,0)", spent,
                  plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + SAVED, 0, last),
                  plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + RELEASED, 0, last), factors,
                  spent);
  plw_sheet_fill (sheet, FIRST_YEAR + 1, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* What a programme's row of @figure comes to up to each year. Pounds. */
static void
write_so_far (PlwSheet *sheet, size_t programme, Figure figure, const char *title, const double *years)
{
  PlwBook *book = sheet->book;
  double so_far = 0;

  plw_sheet_text (sheet, 0, title, PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      so_far += years[t];
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), so_far, PLW_STYLE_MONEY, "=SUM(%s)",
                      plw_ref_span (sheet, PLW_AT_PROGRAMME, programme * N_FIGURES + figure, 0, (int) t));
    }
  plw_sheet_fill (sheet, (lxw_col_t) (FIRST_YEAR + book->n_years), PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

/* The first year in which as much has been saved as was spent, from the two rows above. */
static void
write_payback (PlwSheet *sheet, size_t programme, const double *figures)
{
  PlwBook *book = sheet->book;
  int year = plw_result_programme (book->result, programme)->appraisal.payback_year;
  const char *never = _ ("not in the plan");
  lxw_col_t last = (lxw_col_t) (FIRST_YEAR + book->n_years - 1);
  char spent[LXW_MAX_CELL_RANGE_LENGTH], saved[LXW_MAX_CELL_RANGE_LENGTH];
  char heads[LXW_MAX_CELL_RANGE_LENGTH];

  write_so_far (sheet, programme, COST, _ ("Spent so far"), &figures[COST * book->n_years]);
  write_so_far (sheet, programme, SAVED, _ ("Saved so far"), &figures[SAVED * book->n_years]);
  lxw_rowcol_to_range (spent, sheet->row - 2, FIRST_YEAR, sheet->row - 2, last);
  lxw_rowcol_to_range (saved, sheet->row - 1, FIRST_YEAR, sheet->row - 1, last);
  lxw_rowcol_to_range_abs (heads, sheet->head_row, FIRST_YEAR, sheet->head_row, last);
  plw_sheet_text (sheet, 0, _ ("Paid back in"), PLW_STYLE_STRONG);
  plw_sheet_calc_text (sheet, FIRST_YEAR, year > 0 ? plw_year_name (year) : never, PLW_STYLE_STRONG_RIGHT,
                       "=IFERROR(LEFT(INDEX(%s,MATCH(1,INDEX((%s>0)*(%s>=%s),0),0)),%zu),\"%s\")", heads,
                       spent, saved, spent, strlen ("2026/27"), never);
  plw_sheet_fill (sheet, FIRST_YEAR + 1, PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

static size_t
count_rows (const PlwBook *book)
{
  return book->model->n_programmes * (1 + N_FIGURES + 5);
}

static void
write_programme (PlwSheet *sheet, size_t programme)
{
  PlwBook *book = sheet->book;
  const PlwProgramme *held = plw_result_programme (book->result, programme);
  const char *partner = plw_book_row_name (book, PLW_TABLE_PARTNERS, held->partner);
  g_autofree char *band =
      partner[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), partner, held->name) : g_strdup (held->name);
  g_autofree double *figures = g_new (double, N_FIGURES * book->n_years);

  plw_sheet_band (sheet, band, PLW_STYLE_BAND);
  for (Figure figure = COST; figure < N_FIGURES; figure++)
    write_figure (sheet, programme, figure, &figures[figure * book->n_years]);
  write_worth (sheet, programme, figures);
  write_payback (sheet, programme, figures);
}

/* What all programmes come to, by the engine. */
static double *
add_up (const PlwBook *book)
{
  double *totals = g_new0 (double, N_FIGURES * book->n_years);

  for (size_t t = 0; t < book->n_years; t++)
    {
      for (size_t p = 0; p < book->model->n_programmes; p++)
        totals[COST * book->n_years + t] += (double) plw_result_programme (book->result, p)->cost[t] / 100.0;
      for (Figure figure = SAVED; figure < N_FIGURES; figure++)
        for (size_t e = 0; e < book->model->n_effects; e++)
          totals[figure * book->n_years + t] += effect_value (book, e, figure, t);
    }
  return totals;
}

void
plw_book_fill_prevention (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_PREVENTION];

  if (sheet == NULL)
    return;
  g_autofree double *totals = add_up (book);
  const PlwSeries series[] = { { sheet->head_row + 2 + COST, PLW_INK_ORANGE, true },
                               { sheet->head_row + 2 + SAVED, PLW_INK_BLUE, false } };

  sheet->last_row = (lxw_row_t) (sheet->head_row + 1 + N_FIGURES + count_rows (book));
  plw_sheet_head (sheet, _ ("Figure"), PLW_WIDTH_NAME + 6, PLW_STYLE_HEAD);
  plw_sheet_head_years (sheet, book->most, true);
  plw_sheet_open_body (sheet, 1);
  plw_sheet_band (sheet, _ ("All programmes together"), PLW_STYLE_TOTAL);
  for (Figure figure = COST; figure < N_FIGURES; figure++)
    write_sum (sheet, figure, &totals[figure * book->n_years]);
  for (size_t p = 0; p < book->model->n_programmes; p++)
    write_programme (sheet, p);
  sheet->row++;
  plw_chart_add (sheet, LXW_CHART_COLUMN, _ ("Prevention: spent now, saved later"), series, 2, FIRST_YEAR, 0,
                 _ ("What all programmes cost and what cash they save: two columns for each year, as in the "
                    "table's first rows."));
  sheet->last_row = sheet->row + PLW_CHART_ROWS;
  plw_sheet_close (sheet);
}
