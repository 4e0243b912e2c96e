/* sustain.h: whether a plan can go on.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The structural gap, prudential ratios, and savings that cost more elsewhere. All money is whole pence, by
 * plan year.
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * PlwSustainFigure:
 * @PLW_SUSTAIN_ONGOING_NEED: revenue needs that go on: lines without their one-off
 *   changes, capital financing, programmes that still cost in the last year
 * @PLW_SUSTAIN_ONE_OFF_NEED: all other revenue needs
 * @PLW_SUSTAIN_ONGOING_MONEY: what revenue pots receive in the year that still
 *   receive something in the plan's last year
 * @PLW_SUSTAIN_ONE_OFF_MONEY: what the other revenue pots receive, and what balances give: money
 *   spent on revenue beyond what was received for it in the year
 * @PLW_SUSTAIN_STRUCTURAL_GAP: ongoing need less ongoing money; below zero: none
 * @PLW_SUSTAIN_FINANCING_COST: provision and interest
 * @PLW_SUSTAIN_NET_REVENUE: the net revenue stream: taxation and general grants,
 *   which is what revenue pots receive that have no ring-fence but to partners
 */
typedef enum
{
  PLW_SUSTAIN_ONGOING_NEED,
  PLW_SUSTAIN_ONE_OFF_NEED,
  PLW_SUSTAIN_ONGOING_MONEY,
  PLW_SUSTAIN_ONE_OFF_MONEY,
  PLW_SUSTAIN_STRUCTURAL_GAP,
  PLW_SUSTAIN_FINANCING_COST,
  PLW_SUSTAIN_NET_REVENUE,
  PLW_N_SUSTAIN_FIGURES,
} PlwSustainFigure;

const char *plw_sustain_name (PlwSustainFigure figure);
int64_t plw_result_sustain (const PlwResult *result, PlwSustainFigure figure, size_t year);

/**
 * plw_result_financing_ratio:
 * Returns: financing cost to net revenue stream (the prudential indicator), as a
 *   fraction; 0 where there is no revenue
 */
double plw_result_financing_ratio (const PlwResult *result, size_t year);

/**
 * PlwKnockOn: what one line's underfunding costs another line.
 * @use: the line that it costs; its partner bears it
 * @cost: by year: the rise in that line's need
 */
typedef struct
{
  size_t use;
  int64_t *cost;
} PlwKnockOn;

/**
 * PlwFalseEconomy: a shortfall or a saving on a line with knock-on effects.
 * @change: the row of `changes` for a saving; SIZE_MAX for the line's shortfall
 * @use: the line
 * @gross: by year: what is not spent on it
 * @knock_ons: (array length=n_knock_ons): by line, in the order of lines
 * @net: gross less all knock-on costs
 *
 * A shortfall's costs are those in the plan's needs (section 7 of the model). A
 * saving is planned, so the model counts none; its costs here are what would follow if
 * it came to service not given: its share of what the line would need without it.
 */
typedef struct
{
  size_t change;
  size_t use;
  int64_t *gross;
  PlwKnockOn *knock_ons;
  size_t n_knock_ons;
  int64_t *net;
} PlwFalseEconomy;

/**
 * plw_result_false_economies:
 * Returns: (transfer full) (element-type PlwFalseEconomy): shortfalls by line, then
 *   savings by row; only those that cost something elsewhere
 */
GPtrArray *plw_result_false_economies (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
