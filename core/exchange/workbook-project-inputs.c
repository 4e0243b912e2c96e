/* workbook-project-inputs.c: projects, programmes and effects as inputs of the working workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <placewright/reference.h>

#define PROJECT_FIRST_YEAR 6
#define PROGRAMME_FIRST_YEAR 3

/* "Interest": of the project, or the plan's */
static const char *
name_series (const PlwBook *book, uint32_t series)
{
  return series > 0 ? plw_plan_name (book->plan, PLW_TABLE_DRIVERS, series - 1) : _ ("none");
}

static void
write_project (PlwSheet *sheet, size_t index)
{
  PlwBook *book = sheet->book;
  const PlwProject *project = &book->model->projects[index];
  int operational =
      project->operational > 0 ? project->operational - plw_result_year (book->result, 0) + 1 : 0;

  plw_place (sheet, PLW_AT_LIFE, index, sheet->row, 3);
  plw_place (sheet, PLW_AT_OPERATIONAL, index, sheet->row, 5);
  plw_place (sheet, PLW_AT_SPEND, index, sheet->row, PROJECT_FIRST_YEAR);
  plw_inputs_cell (sheet, 0, PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_NAME);
  plw_inputs_cell (sheet, 1, PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_BORROWING);
  plw_inputs_cell (sheet, 2, PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_MRP);
  plw_inputs_cell (sheet, 3, PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_ASSET_LIFE);
  plw_sheet_text (sheet, 4, name_series (book, project->interest_series), PLW_STYLE_TEXT);
  plw_sheet_number (sheet, 5, operational, PLW_STYLE_INPUT_INTEGER);
  for (size_t t = 0; t < book->n_years; t++)
    plw_inputs_cell (
        sheet, (lxw_col_t) (PROJECT_FIRST_YEAR + t), PLW_TABLE_PROJECTS, project->row,
        plw_plan_year_column (book->plan, PLW_TABLE_PROJECTS, plw_result_year (book->result, t)));
  plw_sheet_next (sheet);
}

static void
write_debt (PlwSheet *sheet)
{
  PlwBook *book = sheet->book;

  plw_sheet_band (sheet, _ ("Debt from before the plan"), PLW_STYLE_BAND);
  plw_place (sheet, PLW_AT_OPENING_CFR, 0, sheet->row, PROJECT_FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Capital financing requirement at the start"), PLW_STYLE_TEXT);
  for (lxw_col_t column = 1; column < PROJECT_FIRST_YEAR; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  plw_sheet_money (sheet, PROJECT_FIRST_YEAR, book->model->opening_cfr, PLW_STYLE_INPUT_MONEY);
  plw_sheet_next (sheet);
  plw_place (sheet, PLW_AT_OLD_MRP, 0, sheet->row, PROJECT_FIRST_YEAR);
  plw_sheet_text (sheet, 0, _ ("Its minimum revenue provision"), PLW_STYLE_TEXT);
  for (lxw_col_t column = 1; column < PROJECT_FIRST_YEAR; column++)
    plw_sheet_text (sheet, column, "", PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_money (sheet, (lxw_col_t) (PROJECT_FIRST_YEAR + t), book->model->old_mrp[t],
                     PLW_STYLE_INPUT_MONEY);
  plw_sheet_next (sheet);
}

void
plw_book_fill_project_inputs (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_PROJECT_INPUTS];

  plw_sheet_head (sheet, _ ("Project"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("May borrow"), 9, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Provision"), 13, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Asset life, years"), 9, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Interest"), 20, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Opens in year no."), 9, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head_years (sheet, book->most, false);
  plw_sheet_open_body (sheet, 1);
  for (size_t i = 0; i < book->model->n_projects; i++)
    write_project (sheet, i);
  write_debt (sheet);
  plw_sheet_close (sheet);
}

static void
label (PlwSheet *sheet, size_t programme, const char *measure)
{
  plw_sheet_text (
      sheet, 0,
      plw_plan_name (sheet->book->plan, PLW_TABLE_PROGRAMMES, sheet->book->model->programmes[programme].row),
      PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, measure, PLW_STYLE_TEXT);
}

static void
write_measure (PlwSheet *sheet, size_t programme, const char *measure, const char *title, bool always)
{
  PlwBook *book = sheet->book;
  const PlwPlan *plan = book->plan;
  size_t plan_row = book->model->programmes[programme].row;
  g_autofree char *key = g_strdup_printf (
      "%s/%s", plw_plan_text (plan, PLW_TABLE_PROGRAMMES, plan_row, PLW_PROGRAMMES_CODE), measure);
  size_t row;
  bool is_there = plw_plan_find_key (plan, PLW_TABLE_PROGRAMME_YEARS, key, &row);

  if (!is_there && !always)
    return;
  label (sheet, programme, title);
  plw_sheet_text (sheet, 2, "", PLW_STYLE_TEXT);
  for (size_t t = 0; t < book->n_years; t++)
    {
      size_t column =
          plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, plw_result_year (book->result, t));
      int64_t number = is_there ? plw_plan_number (plan, PLW_TABLE_PROGRAMME_YEARS, row, column) : 0;

      plw_sheet_number (sheet, (lxw_col_t) (PROGRAMME_FIRST_YEAR + t), plw_book_decimal (number),
                        number % PLW_DECIMAL_ONE == 0 ? PLW_STYLE_INPUT_INTEGER : PLW_STYLE_INPUT_NUMBER);
    }
  plw_sheet_next (sheet);
}

static void
write_correction (PlwSheet *sheet, size_t programme, const char *title, int64_t percent)
{
  label (sheet, programme, title);
  plw_sheet_number (sheet, 2, (double) percent / (double) PLW_WHOLE, PLW_STYLE_INPUT_PERCENT);
  for (size_t t = 0; t < sheet->book->n_years; t++)
    plw_sheet_text (sheet, (lxw_col_t) (PROGRAMME_FIRST_YEAR + t), "", PLW_STYLE_TEXT);
  plw_sheet_next (sheet);
}

void
plw_book_fill_programme_inputs (PlwBook *book)
{
  PlwSheet *sheet = book->tabs[PLW_TAB_PROGRAMME_INPUTS];

  if (sheet == NULL)
    return;
  plw_sheet_head (sheet, _ ("Programme"), PLW_WIDTH_NAME, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Figure"), 40, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("All years"), 10, PLW_STYLE_HEAD_RIGHT);
  for (size_t t = 0; t < book->n_years; t++)
    plw_sheet_head (sheet, plw_book_year (book, t), 14, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_open_body (sheet, 2);
  for (size_t p = 0; p < book->model->n_programmes; p++)
    {
      int64_t benefit, cost;

      plw_reference_correction (book->plan, book->model->programmes[p].row, &benefit, &cost);
      plw_place (sheet, PLW_AT_COST_UP, p, sheet->row, 2);
      write_correction (sheet, p, _ ("Correction of costs for optimism"), cost);
      plw_place (sheet, PLW_AT_BENEFIT_DOWN, p, sheet->row, 2);
      write_correction (sheet, p, _ ("Correction of benefits for optimism"), benefit);
      plw_place (sheet, PLW_AT_COST, 2 * p, sheet->row, PROGRAMME_FIRST_YEAR);
      write_measure (sheet, p, "revenue", _ ("Revenue cost before correction, £"), true);
      plw_place (sheet, PLW_AT_COST, 2 * p + 1, sheet->row, PROGRAMME_FIRST_YEAR);
      write_measure (sheet, p, "capital", _ ("Capital cost before correction, £"), false);
      plw_place (sheet, PLW_AT_INTAKE, p, sheet->row, PROGRAMME_FIRST_YEAR);
      write_measure (sheet, p, "intake", _ ("People or households starting"), true);
    }
  plw_sheet_close (sheet);
}

static void
write_effect (PlwSheet *sheet, size_t index, const PlwEffect *effect)
{
  static const size_t shares[] = { PLW_EFFECTS_ENGAGED, PLW_EFFECTS_RETAINED, PLW_EFFECTS_SUCCESS,
                                   PLW_EFFECTS_DEADWEIGHT };
  static const size_t origin[] = { PLW_EFFECTS_STANDING, PLW_EFFECTS_SOURCE, PLW_EFFECTS_NOTES };
  PlwBook *book = sheet->book;
  const PlwPlan *plan = book->plan;
  size_t row = effect->row;
  int64_t unit_value = 0;
  bool is_known = plw_reference_unit_value (plan, row, &unit_value);

  g_assert (is_known);
  plw_place (sheet, PLW_AT_EFFECT, index, sheet->row, 3);
  plw_sheet_text (sheet, 0,
                  plw_plan_name (plan, PLW_TABLE_PROGRAMMES, book->model->programmes[effect->programme].row),
                  PLW_STYLE_TEXT);
  plw_sheet_text (sheet, 1, plw_plan_name (plan, PLW_TABLE_EFFECTS, row), PLW_STYLE_TEXT);
  plw_inputs_cell (sheet, 2, PLW_TABLE_EFFECTS, row,
                   effect->line != UINT32_MAX ? PLW_EFFECTS_LINE : PLW_EFFECTS_PARTNER);
  for (size_t i = 0; i < G_N_ELEMENTS (shares); i++)
    plw_inputs_cell (sheet, (lxw_col_t) (3 + i), PLW_TABLE_EFFECTS, row, shares[i]);
  plw_sheet_money (sheet, 7, unit_value, PLW_STYLE_INPUT_PENCE);
  plw_inputs_cell (sheet, 8, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_CASHABLE);
  plw_sheet_money (sheet, 9, effect->release_step, PLW_STYLE_INPUT_PENCE);
  plw_sheet_number (sheet, 10, (double) effect->lag, PLW_STYLE_INPUT_INTEGER);
  plw_sheet_number (sheet, 11, (double) effect->ramp, PLW_STYLE_INPUT_INTEGER);
  plw_sheet_number (sheet, 12, (double) MIN (effect->duration, 100), PLW_STYLE_INPUT_INTEGER);
  plw_inputs_cell (sheet, 13, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_DROP);
  for (size_t i = 0; i < G_N_ELEMENTS (origin); i++)
    plw_inputs_cell (sheet, (lxw_col_t) (14 + i), PLW_TABLE_EFFECTS, row, origin[i]);
  plw_sheet_next (sheet);
}

void
plw_book_fill_effects (PlwBook *book)
{
  static const struct
  {
    const char *title;
    double width;
  } heads[] = {
    { N_ ("Engaged"), 9 },         { N_ ("Retained"), 9 },      { N_ ("Success"), 9 },
    { N_ ("Dead-weight"), 9 },     { N_ ("Unit value £"), 13 }, { N_ ("Cashable"), 9 },
    { N_ ("Release step £"), 13 }, { N_ ("Lag, years"), 7 },    { N_ ("Ramp, years"), 7 },
    { N_ ("Lasts, years"), 7 },    { N_ ("Drop-off"), 9 },
  };
  PlwSheet *sheet = book->tabs[PLW_TAB_EFFECTS];

  if (sheet == NULL)
    return;
  g_autofree size_t *order = plw_book_effect_order (book);

  plw_sheet_head (sheet, _ ("Programme"), 34, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Effect"), 30, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("On"), 28, PLW_STYLE_HEAD);
  for (size_t i = 0; i < G_N_ELEMENTS (heads); i++)
    plw_sheet_head (sheet, _ (heads[i].title), heads[i].width, PLW_STYLE_HEAD_RIGHT);
  plw_sheet_head (sheet, _ ("Standing"), 11, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Source"), 24, PLW_STYLE_HEAD);
  plw_sheet_head (sheet, _ ("Notes"), 60, PLW_STYLE_HEAD);
  plw_sheet_open_body (sheet, 1);
  for (size_t i = 0; i < book->model->n_effects; i++)
    write_effect (sheet, i, &book->model->effects[order[i]]);
  plw_sheet_filter (sheet);
  plw_sheet_close (sheet);
}
