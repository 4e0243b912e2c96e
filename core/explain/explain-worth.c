/* explain-worth.c: what a pound of a later year is worth (model, sections 6 and 11).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <placewright/reference.h>

static bool
is_year (const PlwResult *result, PlwFigure figure)
{
  return plw_figure_has_year (result, figure);
}

static double
value_of_worth (const PlwResult *result, PlwFigure figure)
{
  return result->present_values[figure.year];
}

static void
give_worth (PlwReasoning *reasoning, PlwFigure figure)
{
  uint32_t deflator = plw_figure_model (reasoning->result)->deflator;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_FACTOR,
                       _ ("What a pound of %s is worth today, at prices of the base year"),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DISCOUNT, 0, 0, figure.year));
  if (deflator == 0)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("discount factor; the plan names no deflator"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_QUOTIENT, _ ("discount factor ÷ index of the deflator"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_INDEX, deflator - 1, 0, figure.year));
}

const PlwFigureForm plw_form_worth = { is_year, value_of_worth, give_worth };

static double
value_of_discount (const PlwResult *result, PlwFigure figure)
{
  return plw_reference_discount (result->plan, figure.year);
}

/* The rate that leads into year @year, which is not the first: the latest of the
 * plan's rows and the shipped ones under them. The plan's setting takes the
 * place of the first shipped rate.
 */
static PlwFigure
find_rate (const PlwResult *result, size_t year)
{
  const PlwPlan *plans[] = { plw_reference (), result->plan };
  PlwFigure found = plw_figure_of_setting ("discount_rate");
  int64_t latest = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plans[i], PLW_TABLE_DISCOUNT_RATES); row++)
      {
        int64_t from =
            plw_plan_number (plans[i], PLW_TABLE_DISCOUNT_RATES, row, PLW_DISCOUNT_RATES_FROM_YEAR);

        /* The plan's come last and so take the place of a shipped one of the same year. */
        if (from > (int64_t) year || from < latest)
          continue;
        latest = from;
        found = i == 0 && from == 1 ? plw_figure_of_setting ("discount_rate")
                                    : plw_figure_of_parameter (result, plans[i], PLW_TABLE_DISCOUNT_RATES,
                                                               row, PLW_DISCOUNT_RATES_RATE);
      }
  return found;
}

static bool
is_same (PlwFigure a, PlwFigure b)
{
  return a.kind == b.kind && a.a == b.a && a.b == b.b && a.year == b.year;
}

static void
give_discount (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwFigure rate = find_rate (reasoning->result, MAX (figure.year, 1));
  size_t since = figure.year; /* the year from which on the rate is the same */

  while (since > 0 && is_same (find_rate (reasoning->result, since), rate))
    since--;
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_FACTOR, _ ("Discount factor, %s"),
                       plw_name_year (reasoning, figure.year));
  if (since == 0)
    plw_reasoning_say (reasoning, PLW_OP_DISCOUNT,
                       _ ("1 ÷ (1 + discount rate) for every year after the first, which counts in full"));
  else
    {
      plw_reasoning_say (reasoning, PLW_OP_DISCOUNT,
                         _ ("the factor of the year before the rate changed ÷ (1 + discount rate) for every "
                            "year since"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_DISCOUNT, 0, 0, since));
    }
  plw_reasoning_add (reasoning, 1, rate);
}

const PlwFigureForm plw_form_discount = { is_year, value_of_discount, give_discount };
