/* explain-forgone.c: what not spending on a line costs elsewhere (model, section 7; false economies).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/false-economy.h"
#include "explain/explain-private.h"

static bool
is_saving (PlwFigure figure)
{
  return figure.a >= PLW_FIGURE_SAVINGS;
}

static size_t
change_of (PlwFigure figure)
{
  return figure.a - PLW_FIGURE_SAVINGS;
}

static PlwForgone
forgone_of (const PlwResult *result, PlwFigure figure)
{
  if (!is_saving (figure))
    return (PlwForgone){ figure.a, SIZE_MAX };
  if (change_of (figure) >= plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES))
    return (PlwForgone){ SIZE_MAX, SIZE_MAX };
  return (PlwForgone){ plw_model_number (plw_figure_model (result), PLW_TABLE_LINES,
                                         plw_plan_text (result->plan, PLW_TABLE_CHANGES, change_of (figure),
                                                        PLW_CHANGES_LINE)),
                       change_of (figure) };
}

static bool
is_there (const PlwResult *result, PlwFigure figure)
{
  return plw_figure_has_year (result, figure) && plw_forgone_is_there (result, forgone_of (result, figure));
}

static PlwFigure
forgone (PlwFigure figure, PlwForgoneFigure b, size_t year)
{
  return plw_figure (PLW_FIGURE_FORGONE, figure.a, b, year);
}

static PlwFigure
follow (PlwFigure figure, size_t spillover, PlwFollowFigure b)
{
  return plw_figure (PLW_FIGURE_FOLLOW, figure.a, spillover + PLW_FIGURE_SPILLOVERS * b, figure.year);
}

static size_t
spillover_of (PlwFigure figure)
{
  return figure.b % PLW_FIGURE_SPILLOVERS;
}

/* “the shortfall of Care” or “the saving Mow less” */
static const char *
name_forgone (PlwReasoning *reasoning, PlwFigure figure)
{
  g_autofree char *name = NULL;

  if (is_saving (figure))
    name = g_strdup_printf (_ ("the saving %s"), plw_name_row (reasoning, reasoning->result->plan,
                                                               PLW_TABLE_CHANGES, change_of (figure)));
  else
    name = g_strdup_printf (_ ("the shortfall of %s"), plw_name_use (reasoning, figure.a));
  return g_string_chunk_insert (reasoning->names, name);
}

static bool
is_forgone (const PlwResult *result, PlwFigure figure)
{
  return figure.b < PLW_N_FORGONE_FIGURES && is_there (result, figure)
         && (figure.b != PLW_FORGONE_WITHOUT || is_saving (figure));
}

static int64_t
net_of (const PlwResult *result, PlwForgone held, size_t year)
{
  int64_t net = plw_forgone_pence (result, held, year);

  for (size_t to = 0; to < plw_figure_model (result)->n_lines; to++)
    net -= plw_forgone_cost_on (result, held, to, year);
  return net;
}

static double
value_of_forgone (const PlwResult *result, PlwFigure figure)
{
  PlwForgone held = forgone_of (result, figure);

  switch (figure.b)
    {
    case PLW_FORGONE_GROSS:
      return (double) plw_forgone_pence (result, held, figure.year);
    case PLW_FORGONE_SHARE:
      return plw_forgone_share (result, held, figure.year);
    case PLW_FORGONE_WITHOUT:
      return (double) (result->uses[held.line].need[figure.year]
                       + plw_forgone_pence (result, held, figure.year));
    default:
      return (double) net_of (result, held, figure.year);
    }
}

static void
give_gross (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Not spent by %s, %s"),
                       name_forgone (reasoning, figure), plw_name_year (reasoning, figure.year));
  if (is_saving (figure))
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("what is expected to be saved, to the penny"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_CHANGE, change_of (figure), 0, figure.year));
    }
  else
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the line's shortfall"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_SHORTFALL, figure.a, 0, figure.year));
    }
}

static void
give_share (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwFigure gross = forgone (figure, PLW_FORGONE_GROSS, figure.year);
  PlwFigure whole = is_saving (figure) ? forgone (figure, PLW_FORGONE_WITHOUT, figure.year)
                                       : plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Share of the service not given by %s, %s"),
                       name_forgone (reasoning, figure), plw_name_year (reasoning, figure.year));
  if (plw_figure_value (reasoning->result, gross) <= 0 || plw_figure_value (reasoning->result, whole) <= 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: nothing is taken away in the year"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_QUOTIENT,
                     is_saving (figure) ? _ ("what is not spent ÷ the need there would be without the saving")
                                        : _ ("what is not spent ÷ need"));
  plw_reasoning_add (reasoning, 1, gross);
  plw_reasoning_add (reasoning, 1, whole);
}

static void
give_without (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwForgone held = forgone_of (reasoning->result, figure);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Need without %s, %s"),
                       name_forgone (reasoning, figure), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the line's need + what is saved"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, held.line, 0, figure.year));
  plw_reasoning_add (reasoning, 1, forgone (figure, PLW_FORGONE_GROSS, figure.year));
}

static void
give_net (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Net effect of %s, %s"),
                       name_forgone (reasoning, figure), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what is not spent − what it costs other lines"));
  plw_reasoning_add (reasoning, 1, forgone (figure, PLW_FORGONE_GROSS, figure.year));
  for (size_t to = 0; to < plw_figure_model (result)->n_lines; to++)
    plw_reasoning_add_if_any (reasoning, -1, plw_figure (PLW_FIGURE_FOLLOW_ON, figure.a, to, figure.year));
}

static void
give_forgone (PlwReasoning *reasoning, PlwFigure figure)
{
  static void (*const gives[PLW_N_FORGONE_FIGURES]) (PlwReasoning * reasoning, PlwFigure figure) = {
    [PLW_FORGONE_GROSS] = give_gross,
    [PLW_FORGONE_SHARE] = give_share,
    [PLW_FORGONE_WITHOUT] = give_without,
    [PLW_FORGONE_NET] = give_net,
  };

  gives[figure.b](reasoning, figure);
}

const PlwFigureForm plw_form_forgone = { is_forgone, value_of_forgone, give_forgone };

static bool
is_follow (const PlwResult *result, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (result);

  return figure.b / PLW_FIGURE_SPILLOVERS < PLW_N_FOLLOW_FIGURES
         && spillover_of (figure) < model->n_spillovers && is_there (result, figure)
         && model->spillovers[spillover_of (figure)].from_line == forgone_of (result, figure).line;
}

static double
value_of_follow (const PlwResult *result, PlwFigure figure)
{
  PlwForgone held = forgone_of (result, figure);

  return figure.b / PLW_FIGURE_SPILLOVERS == PLW_FOLLOW_RISE
             ? plw_forgone_rise (result, held, spillover_of (figure), figure.year)
             : plw_forgone_cost (result, held, spillover_of (figure), figure.year);
}

static void
give_rise (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwSpillover *spillover = &plw_figure_model (reasoning->result)->spillovers[spillover_of (figure)];

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_SHARE, _ ("Rise in the volume of %s by %s, %s"),
                       plw_name_use (reasoning, spillover->to_line), name_forgone (reasoning, figure),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_TIMES,
                     _ ("rise if wholly unfunded × the shares not given in the years that still show"));
  plw_reasoning_add (reasoning, 1,
                     plw_figure_of_cell (PLW_TABLE_SPILLOVERS, spillover_of (figure), PLW_SPILLOVERS_RISE));
  for (size_t s = 0; s < figure.year; s++)
    {
      int64_t age = (int64_t) (figure.year - s);

      if (age >= spillover->lag && age < spillover->lag + spillover->duration)
        plw_reasoning_add_if_any (reasoning, 1, forgone (figure, PLW_FORGONE_SHARE, s));
    }
}

static void
give_cost (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (reasoning->result);
  size_t to = model->spillovers[spillover_of (figure)].to_line;
  PlwFigure full = plw_figure (PLW_FIGURE_FULL, to, 0, figure.year);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("What %s knocks on to %s, %s"),
                       name_forgone (reasoning, figure), plw_name_use (reasoning, to),
                       plw_name_year (reasoning, figure.year));
  if (plw_figure_value (reasoning->result, full) <= 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: the line costs nothing that could rise"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("prices and volumes × rise in volume"));
  plw_reasoning_add (reasoning, 1, full);
  plw_reasoning_add (reasoning, 1, follow (figure, spillover_of (figure), PLW_FOLLOW_RISE));
}

static void
give_follow (PlwReasoning *reasoning, PlwFigure figure)
{
  if (figure.b / PLW_FIGURE_SPILLOVERS == PLW_FOLLOW_RISE)
    give_rise (reasoning, figure);
  else
    give_cost (reasoning, figure);
}

const PlwFigureForm plw_form_follow = { is_follow, value_of_follow, give_follow };

static bool
is_follow_on (const PlwResult *result, PlwFigure figure)
{
  return figure.b < plw_figure_model (result)->n_lines && is_there (result, figure);
}

static double
value_of_follow_on (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_forgone_cost_on (result, forgone_of (result, figure), figure.b, figure.year);
}

static void
give_follow_on (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwModel *model = plw_figure_model (reasoning->result);
  PlwForgone held = forgone_of (reasoning->result, figure);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("What %s costs %s, %s"),
                       name_forgone (reasoning, figure), plw_name_use (reasoning, figure.b),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("what is knocked on, to the penny"));
  for (size_t i = 0; i < model->n_spillovers; i++)
    if (model->spillovers[i].from_line == held.line && model->spillovers[i].to_line == figure.b)
      plw_reasoning_add_if_any (reasoning, 1, follow (figure, i, PLW_FOLLOW_COST));
}

const PlwFigureForm plw_form_follow_on = { is_follow_on, value_of_follow_on, give_follow_on };
