/* explain-programmes.c: what a programme costs, saves and is worth (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <placewright/reference.h>

static bool
is_cost (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && result->uses[figure.a].kind == PLW_USE_PROGRAMME
         && plw_figure_has_year (result, figure);
}

static bool
find_costs (const PlwResult *result, size_t use, size_t *ret_row)
{
  const PlwUse *held = &result->uses[use];
  g_autofree char *key = g_strdup_printf ("%s/%s", held->code, plw_part_name (held->part));

  return plw_plan_find_key (result->plan, PLW_TABLE_PROGRAMME_YEARS, key, ret_row);
}

static size_t
programme_of_row (const PlwResult *result, size_t row)
{
  size_t p = 0;

  while (result->programmes[p].row != row)
    p++;
  return p;
}

static PlwFigure
correction_of (const PlwResult *result, PlwFigure figure)
{
  return plw_figure (PLW_FIGURE_CORRECTION, programme_of_row (result, result->uses[figure.a].row), 1,
                     PLW_FIGURE_ALL_YEARS);
}

static double
value_of_cost (const PlwResult *result, PlwFigure figure)
{
  size_t row;

  if (!find_costs (result, figure.a, &row))
    return 0;
  return plw_figure_value (result, plw_figure_of_year (result, PLW_TABLE_PROGRAMME_YEARS, row, figure.year))
         * (1 + plw_figure_value (result, correction_of (result, figure)));
}

static void
give_cost (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  size_t row;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Corrected cost of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  if (!find_costs (result, figure.a, &row))
    {
      plw_reasoning_say_none (reasoning, _ ("none is entered"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_GROW, _ ("cost as entered × (1 + correction for optimism)"));
  plw_reasoning_add (reasoning, 1, plw_figure_of_year (result, PLW_TABLE_PROGRAMME_YEARS, row, figure.year));
  plw_reasoning_add (reasoning, 1, correction_of (result, figure));
}

const PlwFigureForm plw_form_cost = { is_cost, value_of_cost, give_cost };

static bool
is_correction (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_programmes && figure.b <= 1;
}

static double
value_of_correction (const PlwResult *result, PlwFigure figure)
{
  int64_t benefit;
  int64_t cost;

  plw_reference_correction (result->plan, result->programmes[figure.a].row, &benefit, &cost);
  return (double) (figure.b == 0 ? benefit : cost) / (double) PLW_WHOLE;
}

static void
give_correction (PlwReasoning *reasoning, PlwFigure figure)
{
  static const size_t own[] = { PLW_PROGRAMMES_BENEFIT_CORRECTION, PLW_PROGRAMMES_COST_CORRECTION };
  static const size_t of_grade[] = { PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION,
                                     PLW_EVIDENCE_GRADES_COST_CORRECTION };
  const PlwPlan *plan = reasoning->result->plan;
  size_t programme = reasoning->result->programmes[figure.a].row;
  int64_t grade = plw_plan_number (plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_EVIDENCE);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, grade);
  g_autofree char *formula = NULL;
  const PlwPlan *held;
  size_t row;

  if (figure.b == 0)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Correction of benefits of %s for optimism"),
                         plw_name_programme (reasoning, figure.a));
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Correction of costs of %s for optimism"),
                         plw_name_programme (reasoning, figure.a));
  if (plw_plan_get (plan, PLW_TABLE_PROGRAMMES, programme, own[figure.b]).is_set
      || !plw_reference_find (plan, PLW_TABLE_EVIDENCE_GRADES, key, &held, &row))
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the programme's own"));
      plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_PROGRAMMES, programme, own[figure.b]));
      return;
    }
  if (plw_plan_get (plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_EVIDENCE).is_set)
    formula = g_strdup_printf (_ ("that of evidence grade %s"), key);
  else
    formula = g_strdup_printf (_ ("that of evidence grade %s, as no grade is entered"), key);
  plw_reasoning_say (reasoning, PLW_OP_SUM, formula);
  plw_reasoning_add (
      reasoning, 1,
      plw_figure_of_parameter (reasoning->result, held, PLW_TABLE_EVIDENCE_GRADES, row, of_grade[figure.b]));
}

const PlwFigureForm plw_form_correction = { is_correction, value_of_correction, give_correction };

static const PlwProgramme *
programme_of (const PlwResult *result, PlwFigure figure)
{
  return &result->programmes[MIN (figure.a, result->n_programmes)];
}

static bool
is_worth (PlwProgrammeFigure b)
{
  return b >= PLW_PROGRAMME_WORTH_COST && b <= PLW_PROGRAMME_WORTH_RELEASED;
}

static bool
is_valley (PlwProgrammeFigure b)
{
  return b >= PLW_PROGRAMME_VALLEY_DEPTH;
}

static bool
is_stream (PlwProgrammeFigure b)
{
  return b <= PLW_PROGRAMME_OVERLAP;
}

static bool
is_programme (const PlwResult *result, PlwFigure figure)
{
  bool is_year = plw_figure_has_year (result, figure);
  bool is_all = figure.year == PLW_FIGURE_ALL_YEARS;

  if ((figure.a >= result->n_programmes && figure.a != PLW_FIGURE_PLAN)
      || figure.b >= PLW_N_PROGRAMME_FIGURES)
    return false;
  if (is_valley (figure.b))
    return plw_valley_is_there (result, figure);
  if (is_worth (figure.b) || is_stream (figure.b))
    return is_year || is_all;
  return figure.b == PLW_PROGRAMME_FUNDED_SHARE ? is_year : is_all;
}

/* The stream that is discounted. */
static PlwProgrammeFigure
stream_of (PlwProgrammeFigure worth)
{
  return worth == PLW_PROGRAMME_WORTH_COST    ? PLW_PROGRAMME_COST
         : worth == PLW_PROGRAMME_WORTH_SAVED ? PLW_PROGRAMME_SAVED
                                              : PLW_PROGRAMME_RELEASED;
}

static double
worth_of (const PlwResult *result, PlwFigure figure)
{
  const PlwProgramme *programme = programme_of (result, figure);
  const int64_t *const streams[] = { programme->cost, programme->saved, programme->released };
  const int64_t *stream = streams[figure.b - PLW_PROGRAMME_WORTH_COST];
  double sum = 0;

  if (figure.year != PLW_FIGURE_ALL_YEARS)
    return (double) stream[figure.year] * result->present_values[figure.year];
  for (size_t t = 0; t < result->n_years; t++)
    sum += (double) stream[t] * result->present_values[t];
  return sum;
}

static double
value_of_stream (const PlwResult *result, PlwFigure figure)
{
  const PlwProgramme *programme = programme_of (result, figure);
  const int64_t *const streams[] = { programme->need, programme->cost, programme->saved, programme->released,
                                     programme->overlap };
  const int64_t *stream = streams[figure.b - PLW_PROGRAMME_NEED];
  int64_t sum = 0;

  if (figure.year != PLW_FIGURE_ALL_YEARS)
    return (double) stream[figure.year];
  for (size_t t = 0; t < result->n_years; t++)
    sum += stream[t];
  return (double) sum;
}

static double
value_of_programme (const PlwResult *result, PlwFigure figure)
{
  const PlwProgramme *programme = programme_of (result, figure);
  const PlwAppraisal *appraisal = &programme->appraisal;

  if (is_stream (figure.b))
    return value_of_stream (result, figure);
  if (is_valley (figure.b))
    return plw_valley_value (result, figure);
  switch ((PlwProgrammeFigure) figure.b)
    {
    case PLW_PROGRAMME_FUNDED_SHARE:
      return programme->funded_share[figure.year];
    case PLW_PROGRAMME_PV_COST:
      return (double) appraisal->pv_cost;
    case PLW_PROGRAMME_PV_SAVED:
      return (double) appraisal->pv_saved;
    case PLW_PROGRAMME_PV_RELEASED:
      return (double) appraisal->pv_released;
    case PLW_PROGRAMME_NPV:
      return (double) appraisal->npv;
    case PLW_PROGRAMME_BCR:
      return appraisal->benefit_cost_ratio;
    case PLW_PROGRAMME_CASHABLE_RATIO:
      return appraisal->cashable_ratio;
    case PLW_PROGRAMME_PAYBACK_YEAR:
      return appraisal->payback_year;
    default:
      return worth_of (result, figure);
    }
}

static PlwFigure
other (PlwFigure figure, PlwProgrammeFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_PROGRAMME, figure.a, b, year);
}

static void
title_programme (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *name;
    PlwFigureUnit unit;
  } titles[PLW_N_PROGRAMME_FIGURES] = {
    [PLW_PROGRAMME_NEED] = { N_ ("Need"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_COST] = { N_ ("Spent"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_SAVED] = { N_ ("Cash saved"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_RELEASED] = { N_ ("Capacity released"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_OVERLAP] = { N_ ("Overlap with other programmes"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_FUNDED_SHARE] = { N_ ("Funded share"), PLW_FIGURE_IN_SHARE },
    [PLW_PROGRAMME_PV_COST] = { N_ ("Present value of costs"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_PV_SAVED] = { N_ ("Present value of cash saved"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_PV_RELEASED] = { N_ ("Present value of capacity released"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_NPV] = { N_ ("Net present value"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_BCR] = { N_ ("Fiscal benefit-cost ratio"), PLW_FIGURE_IN_FACTOR },
    [PLW_PROGRAMME_CASHABLE_RATIO] = { N_ ("Cashable ratio"), PLW_FIGURE_IN_FACTOR },
    [PLW_PROGRAMME_PAYBACK_YEAR] = { N_ ("Payback year"), PLW_FIGURE_IN_YEARS },
    [PLW_PROGRAMME_WORTH_COST] = { N_ ("Present value of costs, unrounded"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_WORTH_SAVED] = { N_ ("Present value of cash saved, unrounded"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_WORTH_RELEASED] = { N_ ("Present value of capacity released, unrounded"),
                                       PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_VALLEY_DEPTH] = { N_ ("Depth of the valley"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_VALLEY_YEARS] = { N_ ("Years in the valley"), PLW_FIGURE_IN_NUMBER },
    [PLW_PROGRAMME_VALLEY_CLOSE] = { N_ ("First year after the valley"), PLW_FIGURE_IN_YEARS },
    [PLW_PROGRAMME_VALLEY_CARRIED] = { N_ ("Whether the general reserve carries the valley"),
                                       PLW_FIGURE_IN_NUMBER },
    [PLW_PROGRAMME_BEHIND] = { N_ ("Spent so far beyond what is saved so far"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_UNCARRIED] = { N_ ("Part of the valley that the general reserve cannot carry"),
                                  PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_DELAY_COST] = { N_ ("Cost of a year's delay"), PLW_FIGURE_IN_PENCE },
    [PLW_PROGRAMME_DELAYED_NPV] = { N_ ("Net present value a year later"), PLW_FIGURE_IN_PENCE },
  };
  const char *name = plw_name_programme (reasoning, figure.a);

  if (figure.year == PLW_FIGURE_ALL_YEARS)
    plw_reasoning_title (reasoning, titles[figure.b].unit, _ ("%s: programme %s"), _ (titles[figure.b].name),
                         name);
  else
    plw_reasoning_title (reasoning, titles[figure.b].unit, _ ("%s: programme %s, %s"),
                         _ (titles[figure.b].name), name, plw_name_year (reasoning, figure.year));
}

/* What a programme needs and spends is what its uses do, what it saves is what its effects do. */
static void
add_uses (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwProgrammeModel *programme = &plw_figure_model (reasoning->result)->programmes[figure.a];
  PlwFigureKind kind = figure.b == PLW_PROGRAMME_NEED ? PLW_FIGURE_NEED : PLW_FIGURE_FUNDED;

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("its revenue part + its capital part"));
  for (int part = PLW_PART_REVENUE; part <= PLW_PART_CAPITAL; part++)
    if (programme->uses[part] != UINT32_MAX)
      plw_reasoning_add (reasoning, 1, plw_figure (kind, programme->uses[part], 0, figure.year));
}

static void
add_effects (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  PlwEffectFigure b = figure.b == PLW_PROGRAMME_SAVED      ? PLW_EFFECT_SAVED
                      : figure.b == PLW_PROGRAMME_RELEASED ? PLW_EFFECT_RELEASED
                                                           : PLW_EFFECT_OVERLAP;

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the same of its effects"));
  for (size_t e = 0; e < result->n_effects; e++)
    if (result->effects[e].programme == figure.a)
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_EFFECT, e, b, figure.year));
}

static void
give_year (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  if (figure.b == PLW_PROGRAMME_FUNDED_SHARE)
    {
      plw_reasoning_say (reasoning, PLW_OP_RATIO, _ ("spent ÷ need; all of it where there is no need"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_COST, figure.year));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_NEED, figure.year));
    }
  else if (figure.a == PLW_FIGURE_PLAN)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the same of all programmes"));
      for (size_t p = 0; p < result->n_programmes; p++)
        plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_PROGRAMME, p, figure.b, figure.year));
    }
  else if (figure.b == PLW_PROGRAMME_NEED || figure.b == PLW_PROGRAMME_COST)
    add_uses (reasoning, figure);
  else
    add_effects (reasoning, figure);
}

static void
give_total (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the figures of all years, not discounted"));
  for (size_t t = 0; t < reasoning->result->n_years; t++)
    plw_reasoning_add_if_any (reasoning, 1, other (figure, figure.b, t));
}

static void
give_worth (PlwReasoning *reasoning, PlwFigure figure)
{
  if (figure.year != PLW_FIGURE_ALL_YEARS)
    {
      plw_reasoning_say (reasoning, PLW_OP_PRODUCT,
                         _ ("the year's figure × what a pound of the year is worth"));
      plw_reasoning_add (reasoning, 1, other (figure, stream_of (figure.b), figure.year));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_WORTH, 0, 0, figure.year));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the present values of all years"));
  for (size_t t = 0; t < reasoning->result->n_years; t++)
    plw_reasoning_add_if_any (reasoning, 1, other (figure, figure.b, t));
}

static void
give_ratio (PlwReasoning *reasoning, PlwFigure figure)
{
  bool is_cash = figure.b == PLW_PROGRAMME_CASHABLE_RATIO;

  plw_reasoning_say (reasoning, PLW_OP_QUOTIENT,
                     is_cash ? _ ("present value of cash saved ÷ that of costs; nothing without costs")
                             : _ ("present value of cash saved and capacity released ÷ that of costs; "
                                  "nothing without costs"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_WORTH_SAVED, PLW_FIGURE_ALL_YEARS));
  if (!is_cash)
    plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_WORTH_RELEASED, PLW_FIGURE_ALL_YEARS));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_WORTH_COST, PLW_FIGURE_ALL_YEARS));
}

static void
give_payback (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (
      reasoning, PLW_OP_PAYBACK,
      _ ("the first year by whose end as much cash has been saved as was spent, undiscounted"));
  for (size_t t = 0; t < reasoning->result->n_years; t++)
    {
      plw_reasoning_add (reasoning, -1, other (figure, PLW_PROGRAMME_COST, t));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_SAVED, t));
    }
}

static void
give_all_years (PlwReasoning *reasoning, PlwFigure figure)
{
  switch ((PlwProgrammeFigure) figure.b)
    {
    case PLW_PROGRAMME_NPV:
      plw_reasoning_say (reasoning, PLW_OP_SUM,
                         _ ("present value of cash saved + capacity released − costs"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_PV_SAVED, PLW_FIGURE_ALL_YEARS));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PROGRAMME_PV_RELEASED, PLW_FIGURE_ALL_YEARS));
      plw_reasoning_add (reasoning, -1, other (figure, PLW_PROGRAMME_PV_COST, PLW_FIGURE_ALL_YEARS));
      break;
    case PLW_PROGRAMME_BCR:
    case PLW_PROGRAMME_CASHABLE_RATIO:
      give_ratio (reasoning, figure);
      break;
    case PLW_PROGRAMME_PAYBACK_YEAR:
      give_payback (reasoning, figure);
      break;
    default:
      plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("the present values of all years, to the penny"));
      plw_reasoning_add (
          reasoning, 1,
          other (figure, figure.b - PLW_PROGRAMME_PV_COST + PLW_PROGRAMME_WORTH_COST, PLW_FIGURE_ALL_YEARS));
      break;
    }
}

static void
give_programme (PlwReasoning *reasoning, PlwFigure figure)
{
  title_programme (reasoning, figure);
  if (is_valley (figure.b))
    plw_valley_give_reason (reasoning, figure);
  else if (is_worth (figure.b))
    give_worth (reasoning, figure);
  else if (figure.year != PLW_FIGURE_ALL_YEARS)
    give_year (reasoning, figure);
  else if (is_stream (figure.b))
    give_total (reasoning, figure);
  else
    give_all_years (reasoning, figure);
}

const PlwFigureForm plw_form_programme = { is_programme, value_of_programme, give_programme };
