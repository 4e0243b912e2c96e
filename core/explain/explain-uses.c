/* explain-uses.c: what a use needs, gets and lacks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static bool
is_use (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && plw_figure_has_year (result, figure);
}

bool
plw_figure_is_of_line (const PlwResult *result, PlwFigure figure)
{
  return is_use (result, figure) && result->uses[figure.a].kind == PLW_USE_LINE;
}

static double
value_of_need (const PlwResult *result, PlwFigure figure)
{
  return (double) result->uses[figure.a].need[figure.year];
}

static void
give_need (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwUse *use = &reasoning->result->uses[figure.a];

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Need of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  switch (use->kind)
    {
    case PLW_USE_LINE:
      plw_reasoning_say (reasoning, PLW_OP_ROUND,
                         _ ("need before prevention − what prevention saves, to the penny"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_BEFORE, figure.a, 0, figure.year));
      plw_reasoning_add_if_any (reasoning, -1, plw_figure (PLW_FIGURE_SAVED, figure.a, 0, figure.year));
      break;
    case PLW_USE_PROGRAMME:
      plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("the corrected cost, to the penny"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_COST, figure.a, 0, figure.year));
      break;
    case PLW_USE_PROJECT:
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the year's spending as planned"));
      plw_reasoning_add (reasoning, 1,
                         plw_figure_of_year (reasoning->result, PLW_TABLE_PROJECTS, use->row, figure.year));
      break;
    case PLW_USE_FINANCING:
    default:
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("minimum revenue provision + interest of all debt"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DEBT, PLW_DEBT_MRP, 0, figure.year));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DEBT, PLW_DEBT_INTEREST, 0, figure.year));
      break;
    }
}

const PlwFigureForm plw_form_need = { is_use, value_of_need, give_need };

static double
value_of_floor (const PlwResult *result, PlwFigure figure)
{
  return (double) result->uses[figure.a].floor[figure.year];
}

static void
give_floor (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwUse *use = &reasoning->result->uses[figure.a];
  PlwFigure need = plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Statutory floor of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  if (use->kind == PLW_USE_FINANCING)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("all of the need: debt is paid before anything else"));
      plw_reasoning_add (reasoning, 1, need);
    }
  else if (use->kind == PLW_USE_LINE && use->is_statutory)
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUNDED_PRODUCT, _ ("need × statutory minimum, to the penny"));
      plw_reasoning_add (reasoning, 1, need);
      plw_reasoning_add (reasoning, 1,
                         plw_figure_of_cell (PLW_TABLE_LINES, use->row, PLW_LINES_STATUTORY_MINIMUM));
    }
  else
    plw_reasoning_say_none (reasoning, _ ("none: it is not statutory"));
}

const PlwFigureForm plw_form_floor = { is_use, value_of_floor, give_floor };

size_t
plw_first_flow (const PlwResult *result, size_t year)
{
  size_t first = 0;
  size_t last = result->flows->len;

  while (first < last)
    {
      size_t middle = first + (last - first) / 2;

      if (g_array_index (result->flows, PlwFlow, middle).year < year)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static void
add_flows_to (PlwReasoning *reasoning, int sign, size_t use, size_t year)
{
  const GArray *flows = reasoning->result->flows;

  for (size_t i = plw_first_flow (reasoning->result, year); i < flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (flows, PlwFlow, i);

      if (flow->year != year)
        return;
      if (flow->use == use)
        plw_reasoning_add (reasoning, sign, plw_figure (PLW_FIGURE_FLOW, flow->pot, use, year));
    }
}

static double
value_of_funded (const PlwResult *result, PlwFigure figure)
{
  return (double) result->uses[figure.a].funded[figure.year];
}

static void
give_funded (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Money that reaches %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     value_of_funded (reasoning->result, figure) != 0
                         ? _ ("what each pot pays + borrowed")
                         : _ ("no pot pays and nothing is borrowed"));
  add_flows_to (reasoning, 1, figure.a, figure.year);
  plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_BORROWED, figure.a, 0, figure.year));
}

const PlwFigureForm plw_form_funded = { is_use, value_of_funded, give_funded };

static double
value_of_borrowed (const PlwResult *result, PlwFigure figure)
{
  return (double) result->uses[figure.a].borrowed[figure.year];
}

static bool
may_borrow (const PlwResult *result, size_t use)
{
  return result->uses[use].kind == PLW_USE_PROJECT
         && plw_plan_number (result->plan, PLW_TABLE_PROJECTS, result->uses[use].row, PLW_PROJECTS_BORROWING);
}

static void
give_borrowed (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Borrowed for %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  if (!may_borrow (reasoning->result, figure.a))
    plw_reasoning_say_none (reasoning, _ ("none: only projects that may borrow do"));
  else if (plw_figure_model (reasoning->result)->borrowing_limit >= 0)
    plw_reasoning_say (reasoning, PLW_OP_FUNDED,
                       _ ("its part of what the plan may borrow in a year: what pots left unpaid, class by "
                          "class, the lowest funded shares first"));
  else
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("need − what pots pay: the plan borrows what is left"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year));
      add_flows_to (reasoning, -1, figure.a, figure.year);
    }
}

const PlwFigureForm plw_form_borrowed = { is_use, value_of_borrowed, give_borrowed };

static double
value_of_shortfall (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_result_shortfall (result, figure.a, figure.year);
}

static void
give_shortfall (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Shortfall of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("need − money that reaches it"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year));
  plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_FUNDED, figure.a, 0, figure.year));
}

const PlwFigureForm plw_form_shortfall = { is_use, value_of_shortfall, give_shortfall };

static double
value_of_share (const PlwResult *result, PlwFigure figure)
{
  const PlwUse *use = &result->uses[figure.a];

  return use->need[figure.year] > 0 ? (double) use->funded[figure.year] / (double) use->need[figure.year] : 1;
}

static void
give_share (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Funded share of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_RATIO,
                     _ ("money that reaches it ÷ need; all of it where there is no need"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FUNDED, figure.a, 0, figure.year));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year));
}

const PlwFigureForm plw_form_share = { is_use, value_of_share, give_share };

static bool
is_flow (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_pots && figure.b < result->n_uses && plw_figure_has_year (result, figure);
}

static double
value_of_flow (const PlwResult *result, PlwFigure figure)
{
  for (size_t i = plw_first_flow (result, figure.year); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      if (flow->year != figure.year || flow->pot > figure.a)
        break;
      if (flow->pot == figure.a && flow->use == figure.b)
        return (double) flow->pence;
    }
  return 0;
}

static void
give_flow (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Paid from %s for %s, %s"),
                       plw_name_pot (reasoning, figure.a), plw_name_use (reasoning, figure.b),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_FUNDED,
                     _ ("shared out: floors and debt first, then by priority, shortfall spread evenly; as "
                        "little as possible lapses"));
}

const PlwFigureForm plw_form_flow = { is_flow, value_of_flow, give_flow };
