/* workbook-benefits.c: what each effect of prevention saves, in the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks below each other, each with a row for every programme, effect or line.
 * Effects stand in the order of lines, those without a line last.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <math.h>

#define FIRST_YEAR 3

size_t *
plw_book_effect_order (const PlwBook *book)
{
  const PlwModel *model = book->model;
  size_t *order = g_new (size_t, model->n_effects + 1);
  size_t n = 0;

  for (size_t i = 0; i < plw_book_n_line_effects (book); i++)
    order[n++] = model->effects_by_line[i];
  for (size_t e = 0; e < model->n_effects; e++)
    if (model->effects[e].line == UINT32_MAX)
      order[n++] = e;
  return order;
}

size_t
plw_book_n_line_effects (const PlwBook *book)
{
  return book->model->first_by_line[book->model->n_lines];
}

static bool
is_prevented (const PlwModel *model, size_t line)
{
  return model->first_by_line[line] < model->first_by_line[line + 1];
}

/* One block: its band, then @n rows. */
static lxw_row_t
reserve_block (PlwSheet *sheet, PlwPlaced what, lxw_row_t row, size_t n)
{
  for (size_t i = 0; i < n; i++)
    plw_place (sheet, what, i, (lxw_row_t) (row + 1 + i), FIRST_YEAR);
  return (lxw_row_t) (row + 1 + n);
}

void
plw_book_reserve_benefits (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_BENEFITS];
  const PlwModel *model = book->model;

  if (sheet == NULL)
    return;
  lxw_row_t row = sheet->head_row + 1;

  row = reserve_block (sheet, PLW_AT_FUNDED_SHARE, row, model->n_programmes);
  row = reserve_block (sheet, PLW_AT_REACHED, row, model->n_programmes);
  row = reserve_block (sheet, PLW_AT_WORTH, row, model->n_effects);
  row = reserve_block (sheet, PLW_AT_GROWTH, row, model->n_effects);
  row = reserve_block (sheet, PLW_AT_GROSS, row, model->n_effects);
  row = reserve_block (sheet, PLW_AT_CASH, row, model->n_effects);
  row = reserve_block (sheet, PLW_AT_LEFT, row, plw_book_n_line_effects (book));
  row++;
  for (size_t line = 0; line < model->n_lines; line++)
    if (is_prevented (model, line))
      plw_place (sheet, PLW_AT_SAVED, line, row++, FIRST_YEAR);
  reserve_block (sheet, PLW_AT_CREDITED, row, model->n_effects);
}

static void
label_programme (PlwSheet *sheet, size_t programme)
{
  const PlwPlan *plan = sheet->book->plan;

  plw_working_labels (
      sheet, plw_plan_name (plan, PLW_TABLE_PROGRAMMES, sheet->book->model->programmes[programme].row), "");
}

static void
label_effect (PlwSheet *sheet, const PlwEffect *effect)
{
  const PlwPlan *plan = sheet->book->plan;

  plw_working_labels (
      sheet,
      plw_plan_name (plan, PLW_TABLE_PROGRAMMES, sheet->book->model->programmes[effect->programme].row),
      plw_plan_name (plan, PLW_TABLE_EFFECTS, effect->row));
}

static void
write_share (PlwSheet *sheet, size_t programme)
{
  PlwBook *book = sheet->book;
  const uint32_t *uses = book->model->programmes[programme].uses;
  bool has_capital = uses[PLW_PART_CAPITAL] != UINT32_MAX;

  label_programme (sheet, programme);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      double share = plw_result_programme (book->result, programme)->funded_share[t];
      const char *need = plw_ref (sheet, PLW_AT_NEED, uses[PLW_PART_REVENUE], t);
      const char *funded = plw_ref (sheet, PLW_AT_FUNDED, uses[PLW_PART_REVENUE], t);

      if (!has_capital)
        plw_sheet_calc (sheet, column, share, PLW_STYLE_SHARE, "=IF(%s>0,%s/%s,1)", need, funded, need);
      else
        {
          const char *more_need = plw_ref (sheet, PLW_AT_NEED, uses[PLW_PART_CAPITAL], t);
          const char *more_funded = plw_ref (sheet, PLW_AT_FUNDED, uses[PLW_PART_CAPITAL], t);

          plw_sheet_calc (sheet, column, share, PLW_STYLE_SHARE, "=IF(%s+%s>0,(%s+%s)/(%s+%s),1)", need,
                          more_need, funded, more_funded, need, more_need);
        }
    }
  plw_sheet_next (sheet);
}

static void
write_reached (PlwSheet *sheet, size_t programme)
{
  PlwBook *book = sheet->book;
  const PlwProgramme *held = plw_result_programme (book->result, programme);

  label_programme (sheet, programme);
  plw_sheet_number (sheet, FIRST_YEAR - 1, 0, PLW_STYLE_RATIO);
  for (int t = 0; t < (int) book->n_years; t++)
    plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                    held->funded_share[t] * book->model->programmes[programme].intake[t], PLW_STYLE_RATIO,
                    "=%s*%s", plw_ref (sheet, PLW_AT_FUNDED_SHARE, programme, t),
                    plw_ref (sheet, PLW_AT_INTAKE, programme, t));
  plw_sheet_next (sheet);
}

/* The columns of the sheet of effects. */
enum
{
  ENGAGED,
  RETAINED,
  SUCCESS,
  DEADWEIGHT,
  UNIT_VALUE,
  CASHABLE,
  STEP,
  LAG,
  RAMP,
  DURATION,
  DROP,
};

static const char *
input (PlwSheet *sheet, size_t index, size_t column)
{
  return plw_ref_fixed (sheet, PLW_AT_EFFECT, index, column);
}

static void
write_worth (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  label_effect (sheet, effect);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  plw_sheet_calc (sheet, FIRST_YEAR, effect->worth / 100.0, PLW_STYLE_PENCE, "=%s*%s*%s*%s*(1-%s)*(1-%s)",
                  input (sheet, index, UNIT_VALUE), input (sheet, index, ENGAGED),
                  input (sheet, index, RETAINED), input (sheet, index, SUCCESS),
                  input (sheet, index, DEADWEIGHT),
                  plw_ref_fixed (sheet, PLW_AT_BENEFIT_DOWN, effect->programme, 0));
  plw_sheet_next (sheet);
}

/* The year's number is the number of years since the intake. */
static void
write_growth (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  PlwBook *book = sheet->book;
  size_t n = book->n_years;

  label_effect (sheet, effect);
  for (int t = PLW_BASE_YEAR; t < (int) n; t++)
    {
      const char *age = plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, t);
      const char *lag = input (sheet, index, LAG);
      const char *ramp = input (sheet, index, RAMP);
      const char *duration = input (sheet, index, DURATION);
      const char *drop = input (sheet, index, DROP);
      int64_t shown = t + 1 - effect->lag;
      double value = 0;

      if ((size_t) (t + 1) < n)
        value = book->result->prevention->growth[number * n + (size_t) (t + 1)];
      else if (shown >= 0 && shown < effect->duration)
        value = MIN (1, (double) (shown + 1) / (double) effect->ramp)
                * pow (effect->kept, (double) MAX (0, shown - effect->ramp + 1));
      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), value, PLW_STYLE_SHARE,
                      "=IF(AND(%s>=%s,%s<%s+%s),MIN(1,(%s-%s+1)/%s)*IF(%s>=%s+%s,(1-%s)^(%s-%s-%s+1),1),0)",
                      age, lag, age, lag, duration, age, lag, ramp, age, lag, ramp, drop, age, lag, ramp);
    }
  plw_sheet_next (sheet);
}

/* Each year's intake times what has come of it by now: the years since find its growth. */
static void
write_gross (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  PlwBook *book = sheet->book;
  int last = (int) book->n_years - 1;

  label_effect (sheet, effect);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t <= last; t++)
    {
      g_autofree char *price =
          effect->price > 0 ? g_strdup_printf ("*%s", plw_ref (sheet, PLW_AT_INDEX, effect->price - 1, t))
                            : g_strdup ("");

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                      book->result->prevention->gross[number * book->n_years + (size_t) t] / 100.0,
                      PLW_STYLE_MONEY, "=SUMPRODUCT(%s,SUMIF(%s,%s-%s,%s))*%s%s",
                      plw_ref_years (sheet, PLW_AT_REACHED, effect->programme, PLW_BASE_YEAR, t - 1),
                      plw_ref_span (sheet, PLW_AT_YEAR_NUMBER, 0, PLW_BASE_YEAR, last),
                      plw_ref (sheet, PLW_AT_YEAR_NUMBER, 0, t),
                      plw_ref_years (sheet, PLW_AT_YEAR_NUMBER, 0, PLW_BASE_YEAR, t - 1),
                      plw_ref_span (sheet, PLW_AT_GROWTH, index, PLW_BASE_YEAR, last),
                      plw_ref_fixed (sheet, PLW_AT_WORTH, index, 0), price);
    }
  plw_sheet_next (sheet);
}

static void
write_cash (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  PlwBook *book = sheet->book;

  label_effect (sheet, effect);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      const char *gross = plw_ref (sheet, PLW_AT_GROSS, index, t);
      const char *cashable = input (sheet, index, CASHABLE);
      const char *step = input (sheet, index, STEP);

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t),
                      book->result->prevention->cash[number * book->n_years + (size_t) t] / 100.0,
                      PLW_STYLE_MONEY, "=IF(%s>0,INT(ROUND(%s*%s/%s,9))*%s,%s*%s)", step, gross, cashable,
                      step, step, gross, cashable);
    }
  plw_sheet_next (sheet);
}

static double
need_before (const PlwBook *book, size_t line, size_t year)
{
  return plw_book_pounds (plw_need_before_prevention (
      book->model, line, year, book->result->spilled[line * book->n_years + year], NULL));
}

/* What part of the line's need an effect leaves for the others to act on. */
static void
write_left (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  PlwBook *book = sheet->book;

  label_effect (sheet, effect);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      const char *need = plw_ref (sheet, PLW_AT_BEFORE, effect->line, t);
      double before = need_before (book, effect->line, (size_t) t);
      double cash = book->result->prevention->cash[number * book->n_years + (size_t) t] / 100.0;

      plw_sheet_calc (sheet, (lxw_col_t) (FIRST_YEAR + t), before > 0 ? 1 - MIN (1, cash / before) : 1,
                      PLW_STYLE_INDEX, "=IF(%s>0,1-MIN(1,%s/%s),1)", need,
                      plw_ref (sheet, PLW_AT_CASH, index, t), need);
    }
  plw_sheet_next (sheet);
}

static void
write_saved (PlwSheet *sheet, size_t line)
{
  PlwBook *book = sheet->book;
  size_t first = book->model->first_by_line[line];
  size_t n = book->model->first_by_line[line + 1] - first;

  plw_working_labels (sheet, plw_plan_name (book->plan, PLW_TABLE_LINES, line), "");
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      PlwWide parts[PLW_N_NEED_PARTS];

      plw_book_need_parts (book, line, t, parts);
      plw_sheet_calc (
          sheet, (lxw_col_t) (FIRST_YEAR + t), -plw_book_pounds (parts[PLW_NEED_PREVENTION]), PLW_STYLE_MONEY,
          "=MAX(0,MIN(%s*(1-PRODUCT(%s)),SUM(%s)))", plw_ref (sheet, PLW_AT_BEFORE, line, t),
          plw_ref_items (sheet, PLW_AT_LEFT, first, n, t), plw_ref_items (sheet, PLW_AT_CASH, first, n, t));
    }
  plw_sheet_next (sheet);
}

static void
write_credited (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number)
{
  PlwBook *book = sheet->book;
  const PlwModel *model = book->model;

  label_effect (sheet, effect);
  plw_sheet_text (sheet, FIRST_YEAR - 1, "", PLW_STYLE_TEXT);
  for (int t = 0; t < (int) book->n_years; t++)
    {
      lxw_col_t column = (lxw_col_t) (FIRST_YEAR + t);
      double value = book->result->prevention->credited[number * book->n_years + (size_t) t] / 100.0;
      const char *cash = plw_ref (sheet, PLW_AT_CASH, index, t);

      if (effect->line == UINT32_MAX)
        {
          plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=%s", cash);
          continue;
        }
      size_t first = model->first_by_line[effect->line];
      const char *all =
          plw_ref_items (sheet, PLW_AT_CASH, first, model->first_by_line[effect->line + 1] - first, t);

      plw_sheet_calc (sheet, column, value, PLW_STYLE_MONEY, "=IF(SUM(%s)>0,%s*%s/SUM(%s),0)", all,
                      plw_ref (sheet, PLW_AT_SAVED, effect->line, t), cash, all);
    }
  plw_sheet_next (sheet);
}

typedef void (*EffectFunc) (PlwSheet *sheet, size_t index, const PlwEffect *effect, size_t number);

static void
write_block (PlwSheet *sheet, const size_t *order, size_t n, const char *title, EffectFunc write)
{
  const PlwModel *model = sheet->book->model;

  plw_sheet_band (sheet, title, PLW_STYLE_BAND);
  for (size_t i = 0; i < n; i++)
    write (sheet, i, &model->effects[order[i]], order[i]);
}

void
plw_book_fill_benefits (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_BENEFITS];
  const PlwModel *model = book->model;

  if (sheet == NULL)
    return;
  g_autofree size_t *order = plw_book_effect_order (book);

  plw_working_heads (sheet, _ ("Programme"), _ ("Effect"));
  plw_sheet_open_body (sheet, 2);
  plw_sheet_band (sheet, _ ("Part of the programme's need that is funded"), PLW_STYLE_BAND);
  for (size_t p = 0; p < model->n_programmes; p++)
    write_share (sheet, p);
  plw_sheet_band (sheet, _ ("People or households reached: intake times the funded part"), PLW_STYLE_BAND);
  for (size_t p = 0; p < model->n_programmes; p++)
    write_reached (sheet, p);
  write_block (sheet, order, model->n_effects,
               _ ("What one of the intake is worth a year, £, once the effect is full"), write_worth);
  write_block (sheet, order, model->n_effects,
               _ ("How much of the effect shows after 0, 1, 2 … years (as the columns are numbered)"),
               write_growth);
  write_block (sheet, order, model->n_effects, _ ("Benefit in all"), write_gross);
  write_block (sheet, order, model->n_effects, _ ("of which cash, once a whole step can be released"),
               write_cash);
  write_block (sheet, order, plw_book_n_line_effects (book),
               _ ("Part of the service's need that the effect leaves to others"), write_left);
  plw_sheet_band (sheet, _ ("Saved by service"), PLW_STYLE_BAND);
  for (size_t line = 0; line < model->n_lines; line++)
    if (is_prevented (model, line))
      write_saved (sheet, line);
  write_block (sheet, order, model->n_effects, _ ("Saved, by effect: in proportion to its cash"),
               write_credited);
  plw_sheet_close (sheet);
}
