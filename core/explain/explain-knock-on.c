/* explain-knock-on.c: what other lines' shortfalls add to a line (model, section 7).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static double
value_of_spill (const PlwResult *result, PlwFigure figure)
{
  PlwWide parts[PLW_N_NEED_PARTS];

  plw_need_before_prevention (plw_figure_model (result), figure.a, figure.year,
                              result->spilled[figure.a * result->n_years + figure.year], parts);
  return plw_fine_to_double (parts[PLW_NEED_SPILLOVER]);
}

static void
give_spill (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwFigure full = plw_figure (PLW_FIGURE_FULL, figure.a, 0, figure.year);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Knock-on of others' shortfalls on %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  if (plw_figure_value (reasoning->result, full) <= 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: the line costs nothing that could rise"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("prices and volumes × rise in volume"));
  plw_reasoning_add (reasoning, 1, full);
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_RISE, figure.a, 0, figure.year));
}

const PlwFigureForm plw_form_spill = { plw_figure_is_of_line, value_of_spill, give_spill };

static double
value_of_rise (const PlwResult *result, PlwFigure figure)
{
  return plw_fine_to_double (result->spilled[figure.a * result->n_years + figure.year]);
}

static void
give_rise (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (reasoning->result);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE,
                       _ ("Rise in the volume of %s by others' shortfalls, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the knock-on effects on it"));
  for (size_t r = 0; r < model->n_spillovers; r++)
    if (model->spillovers[r].to_line == figure.a)
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_KNOCK_ON, r, 0, figure.year));
}

const PlwFigureForm plw_form_rise = { plw_figure_is_of_line, value_of_rise, give_rise };

static bool
shows_after (const PlwSpillover *spillover, size_t n_years)
{
  int64_t age = (int64_t) n_years;

  return age >= spillover->lag && age - spillover->lag < spillover->duration;
}

static bool
is_knock_on (const PlwResult *result, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (result);

  return figure.a < model->n_spillovers && plw_figure_has_year (result, figure) && figure.b <= figure.year
         && (figure.b == 0 || shows_after (&model->spillovers[figure.a], figure.b));
}

static PlwFigure
share_before (const PlwResult *result, PlwFigure figure)
{
  return plw_figure (PLW_FIGURE_SHARE, plw_figure_model (result)->spillovers[figure.a].from_line, 0,
                     figure.year - figure.b);
}

static double
value_of_knock_on (const PlwResult *result, PlwFigure figure)
{
  const PlwSpillover *spillover = &plw_figure_model (result)->spillovers[figure.a];
  double sum = 0;

  if (figure.b > 0)
    return (double) spillover->rise / (double) PLW_WHOLE
           * (1 - plw_figure_value (result, share_before (result, figure)));
  for (size_t age = 1; age <= figure.year; age++)
    if (shows_after (spillover, age))
      sum += value_of_knock_on (result, plw_figure (PLW_FIGURE_KNOCK_ON, figure.a, age, figure.year));
  return sum;
}

static void
give_knock_on (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwSpillover *spillover = &plw_figure_model (reasoning->result)->spillovers[figure.a];
  const char *from = plw_name_use (reasoning, spillover->from_line);
  const char *to = plw_name_use (reasoning, spillover->to_line);
  const char *year = plw_name_year (reasoning, figure.year);

  if (figure.b > 0)
    {
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Knock-on of %s in %s on %s, %s"), from,
                           plw_name_year (reasoning, figure.year - figure.b), to, year);
      plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("rise if wholly unfunded × the share not funded"));
      plw_reasoning_add (reasoning, 1,
                         plw_figure_of_cell (PLW_TABLE_SPILLOVERS, figure.a, PLW_SPILLOVERS_RISE));
      plw_reasoning_add (reasoning, -1, share_before (reasoning->result, figure));
      return;
    }
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Knock-on of %s on %s, %s"), from, to, year);
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     _ ("what shortfalls of earlier years still add, from the lag on for the duration"));
  for (size_t age = 1; age <= figure.year; age++)
    if (shows_after (spillover, age))
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_KNOCK_ON, figure.a, age, figure.year));
}

const PlwFigureForm plw_form_knock_on = { is_knock_on, value_of_knock_on, give_knock_on };
