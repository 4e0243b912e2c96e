/* explain-partners.c: who pays for prevention and who gains by it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static PlwPartnerFigure
measure_of (PlwFigure figure)
{
  return (PlwPartnerFigure) (figure.b / PLW_FIGURE_PARTNERS);
}

static size_t
partner_of (PlwFigure figure)
{
  return figure.b % PLW_FIGURE_PARTNERS;
}

static PlwFigure
other (PlwFigure figure, PlwPartnerFigure measure, size_t year)
{
  return plw_figure (PLW_FIGURE_PARTNER, figure.a, partner_of (figure) + PLW_FIGURE_PARTNERS * measure, year);
}

static bool
is_worth (PlwPartnerFigure measure)
{
  return measure >= PLW_PARTNER_PV_BENEFIT && measure <= PLW_PARTNER_PV_POSITION;
}

static bool
is_partner (const PlwResult *result, PlwFigure figure)
{
  bool is_year = plw_figure_has_year (result, figure);

  return (figure.a < result->n_programmes || figure.a == PLW_FIGURE_PLAN)
         && measure_of (figure) < PLW_N_PARTNER_FIGURES && partner_of (figure) < result->n_partners
         && (is_year || (is_worth (measure_of (figure)) && figure.year == PLW_FIGURE_ALL_YEARS));
}

static const PlwPartnerYears *
years_of (const PlwResult *result, PlwFigure figure)
{
  return &result->partners[MIN (figure.a, result->n_programmes) * result->n_partners + partner_of (figure)];
}

static double
value_of_partner (const PlwResult *result, PlwFigure figure)
{
  const PlwPartnerYears *years = years_of (result, figure);
  const int64_t *const streams[] = { years->benefit, years->paid, years->position };
  const int64_t worths[] = { years->pv_benefit, years->pv_paid, years->pv_position };
  size_t measure = measure_of (figure);
  int64_t running = 0;

  if (measure == PLW_PARTNER_RUNNING)
    {
      for (size_t t = 0; t <= figure.year; t++)
        running += years->position[t];
      return (double) running;
    }
  if (measure < PLW_PARTNER_PV_BENEFIT)
    return (double) streams[measure][figure.year];
  if (figure.year == PLW_FIGURE_ALL_YEARS)
    return (double) worths[measure - PLW_PARTNER_PV_BENEFIT];
  return (double) streams[measure - PLW_PARTNER_PV_BENEFIT][figure.year]
         * result->present_values[figure.year];
}

/* Whether the partner, or nobody, is the one with the number @partner of the model. */
static bool
is_of (const PlwResult *result, PlwFigure figure, uint32_t partner)
{
  return (partner == UINT32_MAX ? result->n_partners - 1 : partner) == partner_of (figure);
}

static void
give_benefit (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwModel *model = plw_figure_model (result);

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("cash saved + capacity released that falls to the partner"));
  for (size_t e = 0; e < result->n_effects; e++)
    {
      if ((figure.a != PLW_FIGURE_PLAN && figure.a != result->effects[e].programme)
          || !is_of (result, figure, model->effects[e].partner))
        continue;
      plw_reasoning_add_if_any (reasoning, 1,
                                plw_figure (PLW_FIGURE_EFFECT, e, PLW_EFFECT_SAVED, figure.year));
      plw_reasoning_add_if_any (reasoning, 1,
                                plw_figure (PLW_FIGURE_EFFECT, e, PLW_EFFECT_RELEASED, figure.year));
    }
}

static bool
is_use_of (const PlwResult *result, PlwFigure figure, size_t use)
{
  const PlwUse *held = &result->uses[use];

  return held->kind == PLW_USE_PROGRAMME
         && (figure.a == PLW_FIGURE_PLAN || result->programmes[figure.a].row == held->row);
}

static void
give_paid (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwModel *model = plw_figure_model (result);

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what the partner's pots pay"));
  for (size_t i = plw_first_flow (result, figure.year); i < result->flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (result->flows, PlwFlow, i);

      if (flow->year != figure.year)
        return;
      if (is_use_of (result, figure, flow->use) && is_of (result, figure, model->pots[flow->pot].partner))
        plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FLOW, flow->pot, flow->use, flow->year));
    }
}

static void
give_position (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("benefit − paid"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_PARTNER_BENEFIT, figure.year));
  plw_reasoning_add (reasoning, -1, other (figure, PLW_PARTNER_PAID, figure.year));
}

static void
give_running (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the positions of this year and all before it"));
  for (size_t t = 0; t <= figure.year; t++)
    plw_reasoning_add_if_any (reasoning, 1, other (figure, PLW_PARTNER_POSITION, t));
}

static void
give_worth (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwPartnerFigure measure = measure_of (figure);

  if (figure.year != PLW_FIGURE_ALL_YEARS)
    {
      plw_reasoning_say (reasoning, PLW_OP_PRODUCT,
                         _ ("the year's figure × what a pound of the year is worth"));
      plw_reasoning_add (reasoning, 1,
                         other (figure, measure - PLW_PARTNER_PV_BENEFIT + PLW_PARTNER_BENEFIT, figure.year));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_WORTH, 0, 0, figure.year));
      return;
    }
  if (measure == PLW_PARTNER_PV_POSITION)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM,
                         _ ("present value of benefit − present value of what is paid"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_PARTNER_PV_BENEFIT, PLW_FIGURE_ALL_YEARS));
      plw_reasoning_add (reasoning, -1, other (figure, PLW_PARTNER_PV_PAID, PLW_FIGURE_ALL_YEARS));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("the present values of all years, to the penny"));
  for (size_t t = 0; t < reasoning->result->n_years; t++)
    plw_reasoning_add_if_any (reasoning, 1, other (figure, measure, t));
}

static void
give_partner (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *name;
    void (*give) (PlwReasoning *reasoning, PlwFigure figure);
  } measures[PLW_N_PARTNER_FIGURES] = {
    [PLW_PARTNER_BENEFIT] = { N_ ("Benefit"), give_benefit },
    [PLW_PARTNER_PAID] = { N_ ("Paid"), give_paid },
    [PLW_PARTNER_POSITION] = { N_ ("Position"), give_position },
    [PLW_PARTNER_PV_BENEFIT] = { N_ ("Present value of benefit"), give_worth },
    [PLW_PARTNER_PV_PAID] = { N_ ("Present value of what is paid"), give_worth },
    [PLW_PARTNER_PV_POSITION] = { N_ ("Present value of position"), give_worth },
    [PLW_PARTNER_RUNNING] = { N_ ("Position so far"), give_running },
  };
  const PlwResult *result = reasoning->result;
  const char *what = _ (measures[measure_of (figure)].name);
  const char *programme = plw_name_programme (reasoning, figure.a);
  size_t row = years_of (result, figure)->row;
  const char *partner =
      row == SIZE_MAX ? _ ("no partner") : plw_name_row (reasoning, result->plan, PLW_TABLE_PARTNERS, row);

  if (figure.year == PLW_FIGURE_ALL_YEARS)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: %s, programme %s"), what, partner,
                         programme);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: %s, programme %s, %s"), what, partner,
                         programme, plw_name_year (reasoning, figure.year));
  measures[measure_of (figure)].give (reasoning, figure);
}

const PlwFigureForm plw_form_partner = { is_partner, value_of_partner, give_partner };
