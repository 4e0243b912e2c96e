/* explain-bridge.c: the movements of a need from one year to the next (model, section 9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static size_t
use_of (PlwFigure figure)
{
  return figure.a == PLW_FIGURE_PLAN ? SIZE_MAX : figure.a;
}

static bool
is_bridge (const PlwResult *result, PlwFigure figure)
{
  return (figure.a == PLW_FIGURE_PLAN || figure.a < result->n_uses) && figure.b < PLW_N_BRIDGE_PARTS
         && plw_figure_has_year (result, figure);
}

static double
value_of_bridge (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_result_bridge (result, use_of (figure), (PlwBridgePart) figure.b, figure.year);
}

static void
title_bridge (PlwReasoning *reasoning, PlwFigure figure)
{
  static const char *const names[PLW_N_BRIDGE_PARTS] = {
    [PLW_BRIDGE_OPENING] = N_ ("Last year's need"),
    [PLW_BRIDGE_PRICE] = N_ ("Movement by prices"),
    [PLW_BRIDGE_DEMAND] = N_ ("Movement by demand"),
    [PLW_BRIDGE_PRESSURES] = N_ ("Movement by pressures"),
    [PLW_BRIDGE_GROWTH] = N_ ("Movement by growth"),
    [PLW_BRIDGE_SAVINGS] = N_ ("Movement by savings"),
    [PLW_BRIDGE_INCOME] = N_ ("Movement by extra income"),
    [PLW_BRIDGE_PREVENTION] = N_ ("Movement by prevention"),
    [PLW_BRIDGE_SPILLOVER] = N_ ("Movement by knock-on effects"),
    [PLW_BRIDGE_FINANCING] = N_ ("Movement by capital financing"),
    [PLW_BRIDGE_FLOOR] = N_ ("Movement by “never below nothing”"),
    [PLW_BRIDGE_OTHER] = N_ ("Movement by programmes and projects"),
    [PLW_BRIDGE_CLOSING] = N_ ("This year's need"),
  };
  const char *year = plw_name_year (reasoning, figure.year);

  if (figure.a == PLW_FIGURE_PLAN)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: the whole plan, %s"), _ (names[figure.b]),
                         year);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: %s, %s"), _ (names[figure.b]),
                         plw_name_use (reasoning, figure.a), year);
}

/* The part of a line's need that is behind a movement, this year less last. In
 * the base year all is price, or the rule “never below nothing”.
 */
typedef struct
{
  PlwFigureKind kind;
  size_t b;
  int sign;
} Level;

static void
add_level (PlwReasoning *reasoning, PlwFigure figure, Level level)
{
  plw_reasoning_add (reasoning, level.sign, plw_figure (level.kind, figure.a, level.b, figure.year));
  if (figure.year > 0)
    plw_reasoning_add (reasoning, -level.sign, plw_figure (level.kind, figure.a, level.b, figure.year - 1));
}

static void
add_base (PlwReasoning *reasoning, PlwFigure figure)
{
  if (figure.year > 0)
    return;
  if (figure.b == PLW_BRIDGE_PRICE)
    plw_reasoning_add_bases (reasoning, -1, figure.a);
  if (figure.b == PLW_BRIDGE_FLOOR)
    {
      plw_reasoning_add (reasoning, -1, plw_figure (PLW_FIGURE_BASE_NEED, figure.a, 0, PLW_FIGURE_ALL_YEARS));
      plw_reasoning_add_bases (reasoning, 1, figure.a);
    }
}

static void
give_movement_of_line (PlwReasoning *reasoning, PlwFigure figure)
{
  static const Level levels[PLW_N_BRIDGE_PARTS] = {
    [PLW_BRIDGE_PRICE] = { PLW_FIGURE_PRICED, 0, 1 },
    [PLW_BRIDGE_DEMAND] = { PLW_FIGURE_FULL, 0, 1 },
    [PLW_BRIDGE_PRESSURES] = { PLW_FIGURE_CHANGES, PLW_CHANGE_PRESSURE, 1 },
    [PLW_BRIDGE_GROWTH] = { PLW_FIGURE_CHANGES, PLW_CHANGE_GROWTH, 1 },
    [PLW_BRIDGE_SAVINGS] = { PLW_FIGURE_CHANGES, PLW_CHANGE_SAVING, -1 },
    [PLW_BRIDGE_INCOME] = { PLW_FIGURE_CHANGES, PLW_CHANGE_INCOME, -1 },
    [PLW_BRIDGE_PREVENTION] = { PLW_FIGURE_SAVED, 0, -1 },
    [PLW_BRIDGE_SPILLOVER] = { PLW_FIGURE_SPILL, 0, 1 },
    [PLW_BRIDGE_FLOOR] = { PLW_FIGURE_CLIPPED, 0, 1 },
  };
  Level level = levels[figure.b];

  if (level.sign == 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: it does not concern service lines"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SHARED_OUT,
                     _ ("this year's less last year's, rounded so that all movements add up to that of the "
                        "need; within a penny"));
  add_level (reasoning, figure, level);
  if (figure.b == PLW_BRIDGE_DEMAND)
    add_level (reasoning, figure, (Level){ PLW_FIGURE_PRICED, 0, -1 });
  add_base (reasoning, figure);
}

static void
add_need_before (PlwReasoning *reasoning, int sign, PlwFigure figure)
{
  if (figure.year > 0)
    plw_reasoning_add (reasoning, sign, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year - 1));
  else if (reasoning->result->uses[figure.a].kind == PLW_USE_LINE)
    plw_reasoning_add (reasoning, sign, plw_figure (PLW_FIGURE_BASE_NEED, figure.a, 0, PLW_FIGURE_ALL_YEARS));
}

static void
give_movement_of_use (PlwReasoning *reasoning, PlwFigure figure)
{
  PlwBridgePart own =
      reasoning->result->uses[figure.a].kind == PLW_USE_FINANCING ? PLW_BRIDGE_FINANCING : PLW_BRIDGE_OTHER;

  if (figure.b != (uint32_t) own)
    {
      plw_reasoning_say_none (reasoning, _ ("none: all that moves here counts as one"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("this year's need − last year's"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year));
  add_need_before (reasoning, -1, figure);
}

static void
give_bridge_of_plan (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the same of every use"));
  for (size_t u = 0; u < reasoning->result->n_uses; u++)
    plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_BRIDGE, u, figure.b, figure.year));
}

static void
give_bridge (PlwReasoning *reasoning, PlwFigure figure)
{
  title_bridge (reasoning, figure);
  if (figure.a == PLW_FIGURE_PLAN)
    give_bridge_of_plan (reasoning, figure);
  else if (figure.b == PLW_BRIDGE_OPENING)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("as last year ended; nothing where there was none"));
      add_need_before (reasoning, 1, figure);
    }
  else if (figure.b == PLW_BRIDGE_CLOSING)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("last year's need with all movements"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_NEED, figure.a, 0, figure.year));
    }
  else if (reasoning->result->uses[figure.a].kind == PLW_USE_LINE)
    give_movement_of_line (reasoning, figure);
  else
    give_movement_of_use (reasoning, figure);
}

const PlwFigureForm plw_form_bridge = { is_bridge, value_of_bridge, give_bridge };
