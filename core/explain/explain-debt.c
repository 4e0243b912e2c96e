/* explain-debt.c: what borrowing costs, loan by loan (model, section 8).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/financing.h"
#include "explain/explain-private.h"

static PlwFigure
debt (PlwDebtFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_DEBT, b, 0, year);
}

static PlwFigure
loan (size_t use, size_t borrowed_in, PlwLoanFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_LOAN, use, borrowed_in + PLW_FIGURE_LOANS * b, year);
}

/* The cell of the interest rate of a year; false where there is no driver. */
static bool
find_interest (const PlwResult *result, uint32_t series, size_t year, PlwFigure *ret_rate)
{
  if (series == 0)
    return false;
  *ret_rate = plw_figure_of_year (result, PLW_TABLE_DRIVERS, series - 1, year);
  return true;
}

static double
rate_of (const PlwResult *result, uint32_t series, size_t year)
{
  return (double) plw_figure_model (result)->rates[series * result->n_years + year] / (double) PLW_WHOLE;
}

static void
give_interest (PlwReasoning *reasoning, PlwFigure owed, uint32_t series)
{
  PlwFigure rate;

  if (!find_interest (reasoning->result, series, owed.year, &rate))
    {
      plw_reasoning_say_none (reasoning, _ ("none: no interest rate is named"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("owed as the year begins × the year's rate"));
  plw_reasoning_add (reasoning, 1, owed);
  plw_reasoning_add (reasoning, 1, rate);
}

static bool
is_debt (const PlwResult *result, PlwFigure figure)
{
  return figure.a < PLW_N_DEBT_FIGURES && plw_figure_has_year (result, figure);
}

static int64_t
old_debt (const PlwModel *model, size_t year)
{
  int64_t left = model->opening_cfr;

  for (size_t s = 0; s < year; s++)
    left -= MIN (left, model->old_mrp[s]);
  return left;
}

static double
value_of_debt (const PlwResult *result, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (result);
  size_t t = figure.year;

  switch ((PlwDebtFigure) figure.a)
    {
    case PLW_DEBT_OPENING:
      return (double) (t > 0 ? plw_result_sum (result, PLW_SUM_CFR, t - 1) : model->opening_cfr);
    case PLW_DEBT_BORROWED:
      return (double) plw_result_sum (result, PLW_SUM_BORROWED, t);
    case PLW_DEBT_MRP:
      return (double) plw_result_sum (result, PLW_SUM_MRP, t);
    case PLW_DEBT_INTEREST:
      return (double) plw_result_sum (result, PLW_SUM_INTEREST, t);
    case PLW_DEBT_CLOSING:
      return (double) plw_result_sum (result, PLW_SUM_CFR, t);
    case PLW_DEBT_OLD_OPENING:
      return (double) old_debt (model, t);
    case PLW_DEBT_OLD_MRP:
      return (double) (old_debt (model, t) - old_debt (model, t + 1));
    default:
      return (double) old_debt (model, t) * rate_of (result, model->interest_series, t);
    }
}

static void
give_opening (PlwReasoning *reasoning, PlwFigure figure)
{
  bool is_first = figure.year == 0;
  PlwDebtFigure before = figure.a == PLW_DEBT_OPENING ? PLW_DEBT_CLOSING : PLW_DEBT_OLD_OPENING;

  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     is_first                       ? _ ("what the plan opens with")
                     : figure.a == PLW_DEBT_OPENING ? _ ("last year's closing figure")
                                                    : _ ("what was left last year − last year's provision"));
  if (is_first)
    plw_reasoning_add (reasoning, 1, plw_figure_of_setting ("opening_cfr"));
  else
    plw_reasoning_add (reasoning, 1, debt (before, figure.year - 1));
  if (!is_first && figure.a == PLW_DEBT_OLD_OPENING)
    plw_reasoning_add_if_any (reasoning, -1, debt (PLW_DEBT_OLD_MRP, figure.year - 1));
}

static void
give_borrowed (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what all projects borrow"));
  for (size_t u = 0; u < reasoning->result->n_uses; u++)
    plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_BORROWED, u, 0, figure.year));
}

static void
add_loans (PlwReasoning *reasoning, PlwLoanFigure b, size_t year)
{
  const PlwResult *result = reasoning->result;

  for (size_t u = 0; u < result->n_uses; u++)
    for (size_t s = 0; s < year; s++)
      if (result->uses[u].borrowed[s] > 0)
        plw_reasoning_add_if_any (reasoning, 1, loan (u, s, b, year));
}

static void
give_mrp (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     _ ("provision on the debt the plan opens with + on every loan since"));
  plw_reasoning_add_if_any (reasoning, 1, debt (PLW_DEBT_OLD_MRP, figure.year));
  add_loans (reasoning, PLW_LOAN_MRP, figure.year);
}

static void
give_all_interest (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_ROUND,
                     _ ("interest on the debt the plan opens with + on every loan since, to the penny"));
  plw_reasoning_add_if_any (reasoning, 1, debt (PLW_DEBT_OLD_INTEREST, figure.year));
  add_loans (reasoning, PLW_LOAN_INTEREST, figure.year);
}

static void
give_closing (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("opening + borrowed − minimum revenue provision"));
  plw_reasoning_add_if_any (reasoning, 1, debt (PLW_DEBT_OPENING, figure.year));
  plw_reasoning_add_if_any (reasoning, 1, debt (PLW_DEBT_BORROWED, figure.year));
  plw_reasoning_add_if_any (reasoning, -1, debt (PLW_DEBT_MRP, figure.year));
}

static void
give_old_mrp (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t row;

  if (!plw_plan_find_key (reasoning->result->plan, PLW_TABLE_DEBT, "mrp", &row))
    {
      plw_reasoning_say_none (reasoning, _ ("none is entered"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_LESSER, _ ("as entered, but no more than is left"));
  plw_reasoning_add (reasoning, 1, plw_figure_of_year (reasoning->result, PLW_TABLE_DEBT, row, figure.year));
  plw_reasoning_add (reasoning, 1, debt (PLW_DEBT_OLD_OPENING, figure.year));
}

static void
give_old_interest (PlwReasoning *reasoning, PlwFigure figure)
{
  give_interest (reasoning, debt (PLW_DEBT_OLD_OPENING, figure.year),
                 plw_figure_model (reasoning->result)->interest_series);
}

static void
give_debt (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *name;
    void (*give) (PlwReasoning *reasoning, PlwFigure figure);
  } figures[PLW_N_DEBT_FIGURES] = {
    [PLW_DEBT_OPENING] = { N_ ("Capital financing requirement as the year begins"), give_opening },
    [PLW_DEBT_BORROWED] = { N_ ("Borrowed"), give_borrowed },
    [PLW_DEBT_MRP] = { N_ ("Minimum revenue provision"), give_mrp },
    [PLW_DEBT_INTEREST] = { N_ ("Interest"), give_all_interest },
    [PLW_DEBT_CLOSING] = { N_ ("Capital financing requirement at the year's end"), give_closing },
    [PLW_DEBT_OLD_OPENING] = { N_ ("Left of the debt the plan opens with"), give_opening },
    [PLW_DEBT_OLD_MRP] = { N_ ("Provision on the debt the plan opens with"), give_old_mrp },
    [PLW_DEBT_OLD_INTEREST] = { N_ ("Interest on the debt the plan opens with"), give_old_interest },
  };

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s, %s"), _ (figures[figure.a].name),
                       plw_name_year (reasoning, figure.year));
  figures[figure.a].give (reasoning, figure);
}

const PlwFigureForm plw_form_debt = { is_debt, value_of_debt, give_debt };

static size_t
borrowed_in (PlwFigure figure)
{
  return figure.b % PLW_FIGURE_LOANS;
}

static bool
is_loan (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && result->uses[figure.a].kind == PLW_USE_PROJECT
         && figure.b / PLW_FIGURE_LOANS < PLW_N_LOAN_FIGURES && plw_figure_has_year (result, figure)
         && borrowed_in (figure) < figure.year;
}

/* The enabled projects are the uses before the last, which is financing. */
static size_t
project_of (const PlwResult *result, PlwFigure figure)
{
  return figure.a - (result->n_uses - 1 - plw_figure_model (result)->n_projects);
}

static int64_t
provision_of (const PlwResult *result, PlwFigure figure, size_t year)
{
  const PlwModel *model = plw_figure_model (result);
  size_t project = project_of (result, figure);
  const PlwProject *held = &model->projects[project];
  size_t s = borrowed_in (figure);
  int64_t n = (int64_t) year - (int64_t) plw_financing_first_provision (model, project, s) + 1;

  return plw_financing_provision (result->uses[figure.a].borrowed[s], held->mrp,
                                  model->rates[held->interest_series * model->n_years + s], held->asset_life,
                                  n);
}

static double
value_of_loan (const PlwResult *result, PlwFigure figure)
{
  const PlwProject *project = &plw_figure_model (result)->projects[project_of (result, figure)];
  int64_t left = result->uses[figure.a].borrowed[borrowed_in (figure)];

  if (figure.b / PLW_FIGURE_LOANS == PLW_LOAN_MRP)
    return (double) provision_of (result, figure, figure.year);
  for (size_t t = borrowed_in (figure) + 1; t < figure.year; t++)
    left -= provision_of (result, figure, t);
  return figure.b / PLW_FIGURE_LOANS == PLW_LOAN_OPENING
             ? (double) left
             : (double) left * rate_of (result, project->interest_series, figure.year);
}

static void
give_loan_opening (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t s = borrowed_in (figure);

  if (figure.year == s + 1)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("all that was borrowed"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_BORROWED, figure.a, 0, s));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what was owed last year − last year's provision"));
  plw_reasoning_add (reasoning, 1, loan (figure.a, s, PLW_LOAN_OPENING, figure.year - 1));
  plw_reasoning_add_if_any (reasoning, -1, loan (figure.a, s, PLW_LOAN_MRP, figure.year - 1));
}

static void
give_loan_mrp (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwProject *project = &plw_figure_model (result)->projects[project_of (result, figure)];
  PlwFigure rate;

  if (provision_of (result, figure, figure.year) == 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none falls in the year"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_LOAN,
                     project->mrp == PLW_MRP_ANNUITY
                         ? _ ("the year's part of an annuity over the asset life, without its interest")
                         : _ ("the same every year over the asset life"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_BORROWED, figure.a, 0, borrowed_in (figure)));
  plw_reasoning_add (reasoning, 1,
                     plw_figure_of_cell (PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_ASSET_LIFE));
  if (project->mrp == PLW_MRP_ANNUITY
      && find_interest (result, project->interest_series, borrowed_in (figure), &rate))
    plw_reasoning_add (reasoning, 1, rate);
  if (project->operational != 0)
    plw_reasoning_add (reasoning, 1,
                       plw_figure_of_cell (PLW_TABLE_PROJECTS, project->row, PLW_PROJECTS_OPERATIONAL));
}

static void
give_loan (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t s = borrowed_in (figure);
  const char *use = plw_name_use (reasoning, figure.a);
  const char *since = plw_name_year (reasoning, s);
  const char *year = plw_name_year (reasoning, figure.year);

  switch ((PlwLoanFigure) (figure.b / PLW_FIGURE_LOANS))
    {
    case PLW_LOAN_OPENING:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Owed for %s of %s, as %s begins"), use, since,
                           year);
      give_loan_opening (reasoning, figure);
      break;
    case PLW_LOAN_MRP:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Provision for %s of %s, %s"), use, since,
                           year);
      give_loan_mrp (reasoning, figure);
      break;
    default:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Interest for %s of %s, %s"), use, since, year);
      give_interest (reasoning, loan (figure.a, s, PLW_LOAN_OPENING, figure.year),
                     plw_figure_model (reasoning->result)
                         ->projects[project_of (reasoning->result, figure)]
                         .interest_series);
      break;
    }
}

const PlwFigureForm plw_form_loan = { is_loan, value_of_loan, give_loan };
