/* explain-reached.c: in how many people an effect shows, years after they came (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static const PlwEffect *
effect_of (const PlwResult *result, PlwFigure figure)
{
  return &plw_figure_model (result)->effects[figure.a];
}

static bool
is_growth (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_effects && figure.b < result->n_years;
}

static double
value_of_growth (const PlwResult *result, PlwFigure figure)
{
  return result->prevention->growth[figure.a * result->n_years + figure.b];
}

static void
give_growth (PlwReasoning *reasoning, PlwFigure figure)
{
  static const size_t columns[] = { PLW_EFFECTS_LAG, PLW_EFFECTS_RAMP, PLW_EFFECTS_DURATION,
                                    PLW_EFFECTS_DROP };
  size_t row = effect_of (reasoning->result, figure)->row;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE,
                       _ ("How much of effect %s shows %u years after the intake"),
                       plw_name_row (reasoning, reasoning->result->plan, PLW_TABLE_EFFECTS, row), figure.b);
  plw_reasoning_say (
      reasoning, PLW_OP_RAMP,
      _ ("nothing before the lag, then evenly up over the ramp, then less by the drop-off each "
         "year, until the duration ends"));
  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_EFFECTS, row, columns[i]));
}

const PlwFigureForm plw_form_growth = { is_growth, value_of_growth, give_growth };

static bool
is_reached (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_effects && plw_figure_has_year (result, figure) && figure.b <= figure.year;
}

static double
reached_after (const PlwResult *result, PlwFigure figure, size_t age)
{
  size_t programme = effect_of (result, figure)->programme;
  size_t s = figure.year - age;

  return result->prevention->shares[programme * result->n_years + s]
         * plw_figure_model (result)->programmes[programme].intake[s]
         * result->prevention->growth[figure.a * result->n_years + age];
}

static double
value_of_reached (const PlwResult *result, PlwFigure figure)
{
  double sum = 0;

  if (figure.b > 0)
    return reached_after (result, figure, figure.b);
  for (size_t age = figure.year; age > 0; age--)
    sum += reached_after (result, figure, age);
  return sum;
}

static bool
find_intake (const PlwResult *result, size_t programme, size_t *ret_row)
{
  g_autofree char *key = g_strconcat (result->programmes[programme].code, "/intake", NULL);

  return plw_plan_find_key (result->plan, PLW_TABLE_PROGRAMME_YEARS, key, ret_row);
}

static void
give_reached_after (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  size_t programme = effect_of (result, figure)->programme;
  size_t s = figure.year - figure.b;
  size_t row;

  if (!find_intake (result, programme, &row))
    {
      plw_reasoning_say_none (reasoning, _ ("none: the programme has no intake"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("funded share × intake × how much of the effect shows"));
  plw_reasoning_add (reasoning, 1,
                     plw_figure (PLW_FIGURE_PROGRAMME, programme, PLW_PROGRAMME_FUNDED_SHARE, s));
  plw_reasoning_add (reasoning, 1, plw_figure_of_year (result, PLW_TABLE_PROGRAMME_YEARS, row, s));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_GROWTH, figure.a, figure.b, PLW_FIGURE_ALL_YEARS));
}

static void
give_reached (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const char *name =
      plw_name_row (reasoning, result->plan, PLW_TABLE_EFFECTS, effect_of (result, figure)->row);
  const char *year = plw_name_year (reasoning, figure.year);

  if (figure.b > 0)
    {
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_NUMBER, _ ("Intake of %s in which effect %s shows, %s"),
                           plw_name_year (reasoning, figure.year - figure.b), name, year);
      give_reached_after (reasoning, figure);
      return;
    }
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_NUMBER, _ ("People in whom effect %s shows, %s"), name, year);
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     _ ("the intakes of all earlier years, as far as the effect shows"));
  for (size_t age = figure.year; age > 0; age--)
    plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_REACHED, figure.a, age, figure.year));
}

const PlwFigureForm plw_form_reached = { is_reached, value_of_reached, give_reached };
