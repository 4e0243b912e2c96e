/* explain-sums.c: the totals of the whole plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <string.h>

/**
 * Sum: what a total adds up.
 * @kind: %PLW_FIGURE_BRIDGE: @b of every use; %PLW_FIGURE_POT: @b of every pot;
 *   %PLW_FIGURE_DEBT: the figure @b itself; else of every use that counts
 * @sign: of its parts
 * @counts: (nullable): which uses count; NULL: all
 */
typedef struct
{
  PlwFigureKind kind;
  uint32_t b;
  int sign;
  bool (*counts) (const PlwUse *use);
  const char *title;
  const char *formula;
} Sum;

static bool
is_programme_revenue (const PlwUse *use)
{
  return use->kind == PLW_USE_PROGRAMME && use->part == PLW_PART_REVENUE;
}

static bool
is_programme_capital (const PlwUse *use)
{
  return use->kind == PLW_USE_PROGRAMME && use->part == PLW_PART_CAPITAL;
}

static bool
is_project (const PlwUse *use)
{
  return use->kind == PLW_USE_PROJECT;
}

#define MOVEMENT(SUM, SIGN, TITLE)                                                                           \
  [PLW_SUM_##SUM] = { PLW_FIGURE_BRIDGE,                                                                     \
                      PLW_BRIDGE_##SUM,                                                                      \
                      SIGN,                                                                                  \
                      NULL,                                                                                  \
                      TITLE,                                                                                 \
                      SIGN > 0 ? N_ ("the movements of all lines")                                           \
                               : N_ ("the movements of all lines, as a positive figure") }

static const Sum sums[PLW_N_SUMS] = {
  [PLW_SUM_NEED] = { PLW_FIGURE_NEED, 0, 1, NULL, N_ ("Need of the whole plan"),
                     N_ ("the needs of all uses") },
  MOVEMENT (PRICE, 1, N_ ("Movement by prices")),
  MOVEMENT (DEMAND, 1, N_ ("Movement by demand")),
  MOVEMENT (PRESSURES, 1, N_ ("Movement by pressures")),
  MOVEMENT (GROWTH, 1, N_ ("Movement by growth")),
  MOVEMENT (SAVINGS, -1, N_ ("Movement by savings")),
  MOVEMENT (INCOME, -1, N_ ("Movement by extra income")),
  MOVEMENT (PREVENTION, -1, N_ ("Movement by prevention")),
  MOVEMENT (SPILLOVER, 1, N_ ("Movement by knock-on effects")),
  [PLW_SUM_FINANCING] = { PLW_FIGURE_BRIDGE, PLW_BRIDGE_FINANCING, 1, NULL,
                          N_ ("Movement by capital financing"), N_ ("this year's need − last year's") },
  [PLW_SUM_PROGRAMME_REVENUE] = { PLW_FIGURE_NEED, 0, 1, is_programme_revenue,
                                  N_ ("Revenue need of programmes"),
                                  N_ ("the needs of their revenue parts") },
  [PLW_SUM_PROGRAMME_CAPITAL] = { PLW_FIGURE_NEED, 0, 1, is_programme_capital,
                                  N_ ("Capital need of programmes"),
                                  N_ ("the needs of their capital parts") },
  [PLW_SUM_PROJECT_SPEND] = { PLW_FIGURE_NEED, 0, 1, is_project, N_ ("Spending on projects"),
                              N_ ("the needs of all projects") },
  [PLW_SUM_AVAILABLE] = { PLW_FIGURE_POT, PLW_POT_AVAILABLE, 1, NULL, N_ ("Money available"),
                          N_ ("what could be spent from each pot in the year") },
  [PLW_SUM_FUNDED] = { PLW_FIGURE_FUNDED, 0, 1, NULL, N_ ("Money that reaches uses"),
                       N_ ("what reaches each use, borrowed money too") },
  [PLW_SUM_SHORTFALL] = { PLW_FIGURE_SHORTFALL, 0, 1, NULL, N_ ("Shortfall of the whole plan"),
                          N_ ("the shortfalls of all uses") },
  [PLW_SUM_STRANDED] = { PLW_FIGURE_POT, PLW_POT_STRANDED, 1, NULL, N_ ("Stranded money"),
                         N_ ("what is stranded in each pot") },
  [PLW_SUM_LAPSED] = { PLW_FIGURE_POT, PLW_POT_LAPSED, 1, NULL, N_ ("Lapsed money"),
                       N_ ("what lapses in each pot") },
  [PLW_SUM_KEPT] = { PLW_FIGURE_POT, PLW_POT_CLOSING, 1, NULL, N_ ("Money kept at the year's end"),
                     N_ ("the closing balances of all pots") },
  [PLW_SUM_GENERAL_RESERVE] = { PLW_FIGURE_POT, PLW_POT_CLOSING, 1, NULL, N_ ("General reserve"),
                                N_ ("its closing balance") },
  [PLW_SUM_BORROWED] = { PLW_FIGURE_BORROWED, 0, 1, NULL, N_ ("Borrowed"), N_ ("what all projects borrow") },
  [PLW_SUM_MRP] = { PLW_FIGURE_DEBT, PLW_DEBT_MRP, 1, NULL, N_ ("Minimum revenue provision"),
                    N_ ("the provision of the year") },
  [PLW_SUM_INTEREST] = { PLW_FIGURE_DEBT, PLW_DEBT_INTEREST, 1, NULL, N_ ("Interest"),
                         N_ ("the interest of the year") },
  [PLW_SUM_CFR] = { PLW_FIGURE_DEBT, PLW_DEBT_CLOSING, 1, NULL, N_ ("Capital financing requirement"),
                    N_ ("the debt at the year's end") },
};

static bool
is_sum (const PlwResult *result, PlwFigure figure)
{
  return figure.a < PLW_N_SUMS && plw_figure_has_year (result, figure);
}

static double
value_of_sum (const PlwResult *result, PlwFigure figure)
{
  return (double) plw_result_sum (result, (PlwSum) figure.a, figure.year);
}

static void
add_pots (PlwReasoning *reasoning, PlwFigure figure, const Sum *sum)
{
  const PlwResult *result = reasoning->result;
  const char *reserve = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    if (figure.a != PLW_SUM_GENERAL_RESERVE || strcmp (result->pots[k].code, reserve) == 0)
      plw_reasoning_add_if_any (reasoning, sum->sign, plw_figure (PLW_FIGURE_POT, k, sum->b, figure.year));
}

static void
add_uses (PlwReasoning *reasoning, PlwFigure figure, const Sum *sum)
{
  const PlwResult *result = reasoning->result;

  for (size_t u = 0; u < result->n_uses; u++)
    if (sum->counts == NULL || sum->counts (&result->uses[u]))
      plw_reasoning_add_if_any (reasoning, sum->sign, plw_figure (sum->kind, u, sum->b, figure.year));
}

static void
give_sum (PlwReasoning *reasoning, PlwFigure figure)
{
  const Sum *sum = &sums[figure.a];

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s, %s"), _ (sum->title),
                       plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ (sum->formula));
  if (sum->kind == PLW_FIGURE_DEBT)
    plw_reasoning_add (reasoning, sum->sign, plw_figure (PLW_FIGURE_DEBT, sum->b, 0, figure.year));
  else if (sum->kind == PLW_FIGURE_POT)
    add_pots (reasoning, figure, sum);
  else
    add_uses (reasoning, figure, sum);
}

const PlwFigureForm plw_form_sum = { is_sum, value_of_sum, give_sum };
