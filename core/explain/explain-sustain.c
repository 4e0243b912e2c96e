/* explain-sustain.c: what goes on and what does not: the structural gap and the prudential ratio.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/sustain.h"
#include "explain/explain-private.h"

static PlwFigure
sustain (PlwSustainFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_SUSTAIN, b, 0, year);
}

static PlwFigure
received (size_t pot, size_t year)
{
  return plw_figure (PLW_FIGURE_POT, pot, PLW_POT_RECEIVED, year);
}

static bool
is_one_offs (const PlwResult *result, PlwFigure figure)
{
  return plw_figure_is_of_line (result, figure);
}

static double
value_of_one_offs (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_sustain_one_offs (result, figure.a, figure.year);
}

static void
give_one_offs (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  size_t use;
  int sign;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("One-off changes of %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_ROUND,
                     _ ("one-off pressures and growth − one-off savings and income, to the penny"));
  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES); r++)
    if (plw_sustain_is_one_off (result, r, &use, &sign) && use == figure.a)
      plw_reasoning_add_if_any (reasoning, sign, plw_figure (PLW_FIGURE_CHANGE, r, 0, figure.year));
}

const PlwFigureForm plw_form_one_offs = { is_one_offs, value_of_one_offs, give_one_offs };

static bool
is_lasting (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && figure.b <= 1 && plw_figure_has_year (result, figure)
         && result->uses[figure.a].part == PLW_PART_REVENUE;
}

static double
value_of_lasting (const PlwResult *result, PlwFigure figure)
{
  int64_t one_off = plw_sustain_one_off_need (
      result, figure.a, figure.year,
      result->uses[figure.a].kind == PLW_USE_LINE ? plw_sustain_one_offs (result, figure.a, figure.year) : 0);

  return (double) (figure.b == 1 ? one_off : result->uses[figure.a].need[figure.year] - one_off);
}

static void
give_lasting (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwUse *use = &reasoning->result->uses[figure.a];
  const char *name = plw_name_use (reasoning, figure.a);
  const char *year = plw_name_year (reasoning, figure.year);
  PlwFigure need = plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year);

  if (figure.b == 0)
    {
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Need of %s that goes on, %s"), name, year);
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("need − what of it does not go on"));
      plw_reasoning_add (reasoning, 1, need);
      plw_reasoning_add_if_any (reasoning, -1, plw_figure (PLW_FIGURE_LASTING, figure.a, 1, figure.year));
      return;
    }
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("One-off need of %s, %s"), name, year);
  if (plw_sustain_ends (use, reasoning->result->n_years))
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM,
                         _ ("all of it: the programme's costs end before the plan does"));
      plw_reasoning_add (reasoning, 1, need);
    }
  else if (use->kind != PLW_USE_LINE)
    plw_reasoning_say_none (reasoning, _ ("none: it goes on to the end of the plan"));
  else
    {
      plw_reasoning_say (reasoning, PLW_OP_LESSER, _ ("one-off changes, but not more than the need"));
      plw_reasoning_add (reasoning, 1, need);
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_ONE_OFFS, figure.a, 0, figure.year));
    }
}

const PlwFigureForm plw_form_lasting = { is_lasting, value_of_lasting, give_lasting };

static bool
pays_for_revenue (const PlwResult *result, const PlwFlow *flow, PlwFigure figure)
{
  return flow->pot == figure.a && result->uses[flow->use].part == PLW_PART_REVENUE;
}

static bool
is_beyond (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_pots && plw_figure_has_year (result, figure);
}

static double
value_of_beyond (const PlwResult *result, PlwFigure figure)
{
  int64_t spent = 0;

  for (size_t i = plw_first_flow (result, figure.year); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      if (flow->year != figure.year)
        break;
      if (pays_for_revenue (result, flow, figure))
        spent += flow->pence;
    }
  return (double) plw_sustain_beyond (&result->pots[figure.a], spent, figure.year);
}

static void
give_beyond (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("One-off money from %s, %s"),
                       plw_name_pot (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_POSITIVE,
                     _ ("what it pays for revenue − what it received for revenue in the year"));
  for (size_t i = plw_first_flow (result, figure.year); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      if (flow->year != figure.year)
        break;
      if (pays_for_revenue (result, flow, figure))
        plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FLOW, flow->pot, flow->use, flow->year));
    }
  if (result->pots[figure.a].kind == PLW_POT_REVENUE)
    plw_reasoning_add_if_any (reasoning, -1, received (figure.a, figure.year));
}

const PlwFigureForm plw_form_beyond = { is_beyond, value_of_beyond, give_beyond };

static bool
is_sustain (const PlwResult *result, PlwFigure figure)
{
  return figure.a < PLW_N_SUSTAIN_FIGURES && plw_figure_has_year (result, figure);
}

static double
value_of_sustain (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_result_sustain (result, (PlwSustainFigure) figure.a, figure.year);
}

static void
add_needs (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t one_off = figure.a == PLW_SUSTAIN_ONE_OFF_NEED;

  for (size_t u = 0; u < reasoning->result->n_uses; u++)
    if (reasoning->result->uses[u].part == PLW_PART_REVENUE)
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_LASTING, u, one_off, figure.year));
}

static void
add_money (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  bool is_ongoing = figure.a == PLW_SUSTAIN_ONGOING_MONEY;

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];

      if (pot->kind == PLW_POT_REVENUE && plw_sustain_goes_on (pot, result->n_years) == is_ongoing)
        plw_reasoning_add_if_any (reasoning, 1, received (k, figure.year));
      if (!is_ongoing)
        plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_BEYOND, k, 0, figure.year));
    }
}

static void
add_gap (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_add (reasoning, 1, sustain (PLW_SUSTAIN_ONGOING_NEED, figure.year));
  plw_reasoning_add (reasoning, -1, sustain (PLW_SUSTAIN_ONGOING_MONEY, figure.year));
}

static void
add_financing (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DEBT, PLW_DEBT_MRP, 0, figure.year));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DEBT, PLW_DEBT_INTEREST, 0, figure.year));
}

static void
add_general (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (reasoning->result);

  for (size_t k = 0; k < model->n_pots; k++)
    if (plw_sustain_is_general (model, k))
      plw_reasoning_add_if_any (reasoning, 1, received (k, figure.year));
}

static void
give_sustain (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *title;
    const char *formula;
    void (*add) (PlwReasoning *reasoning, PlwFigure figure);
  } figures[PLW_N_SUSTAIN_FIGURES] = {
    [PLW_SUSTAIN_ONGOING_NEED] = { N_ ("Ongoing need"), N_ ("what goes on of every revenue need"),
                                   add_needs },
    [PLW_SUSTAIN_ONE_OFF_NEED] = { N_ ("One-off need"), N_ ("what does not go on of every revenue need"),
                                   add_needs },
    [PLW_SUSTAIN_ONGOING_MONEY] = { N_ ("Ongoing money"),
                                    N_ ("what revenue pots receive that still receive something in the "
                                        "plan's "
                                        "last year"),
                                    add_money },
    [PLW_SUSTAIN_ONE_OFF_MONEY] = { N_ ("One-off money"),
                                    N_ ("what the other revenue pots receive, and what balances give"),
                                    add_money },
    [PLW_SUSTAIN_STRUCTURAL_GAP] = { N_ ("Structural gap"), N_ ("ongoing need − ongoing money"), add_gap },
    [PLW_SUSTAIN_FINANCING_COST] = { N_ ("Financing cost"), N_ ("minimum revenue provision + interest"),
                                     add_financing },
    [PLW_SUSTAIN_NET_REVENUE] = { N_ ("Net revenue stream"),
                                  N_ ("what revenue pots receive that no ring-fence holds to anything but a "
                                      "partner"),
                                  add_general },
  };

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s, %s"), _ (figures[figure.a].title),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ (figures[figure.a].formula));
  figures[figure.a].add (reasoning, figure);
}

const PlwFigureForm plw_form_sustain = { is_sustain, value_of_sustain, give_sustain };

static bool
is_ratio (const PlwResult *result, PlwFigure figure)
{
  return plw_figure_has_year (result, figure);
}

static double
value_of_ratio (const PlwResult *result, PlwFigure figure)
{
  return plw_result_financing_ratio (result, figure.year);
}

static void
give_ratio (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Financing cost to net revenue stream, %s"),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_QUOTIENT, _ ("financing cost ÷ net revenue stream"));
  plw_reasoning_add (reasoning, 1, sustain (PLW_SUSTAIN_FINANCING_COST, figure.year));
  plw_reasoning_add (reasoning, 1, sustain (PLW_SUSTAIN_NET_REVENUE, figure.year));
}

const PlwFigureForm plw_form_financing_ratio = { is_ratio, value_of_ratio, give_ratio };
