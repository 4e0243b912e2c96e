/* explain-pots.c: the account of a pot (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static const PlwPot *
pot_of (const PlwResult *result, PlwFigure figure)
{
  return &plw_figure_model (result)->pots[figure.a];
}

static PlwFigure
measure_of (PlwFigure figure, PlwPotMeasure measure, size_t year)
{
  return plw_figure (PLW_FIGURE_POT, figure.a, measure, year);
}

/* The account's measure of the same year. */
static void
add_measure (PlwReasoning *reasoning, int sign, PlwFigure figure, PlwPotMeasure measure)
{
  plw_reasoning_add_if_any (reasoning, sign, measure_of (figure, measure, figure.year));
}

static bool
is_pot (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_pots && figure.b < PLW_N_POT_MEASURES && plw_figure_has_year (result, figure);
}

static int64_t
find_available (const PlwResult *result, PlwFigure figure)
{
  const PlwPotYears *pot = &result->pots[figure.a];
  size_t t = figure.year;
  int64_t held = pot->opening[t] + pot->received[t] + pot->moved_in[t] - pot->withheld[t];
  int64_t limit = pot_of (result, figure)->limit[t];

  return limit >= 0 ? MIN (limit, held) : held;
}

static double
value_of_pot (const PlwResult *result, PlwFigure figure)
{
  const PlwPotYears *pot = &result->pots[figure.a];
  const int64_t *const figures[PLW_N_POT_MEASURES] = {
    [PLW_POT_OPENING] = pot->opening,     [PLW_POT_RECEIVED] = pot->received,
    [PLW_POT_MOVED_IN] = pot->moved_in,   [PLW_POT_SPENT] = pot->spent,
    [PLW_POT_MOVED_OUT] = pot->moved_out, [PLW_POT_LAPSED] = pot->lapsed,
    [PLW_POT_CLOSING] = pot->closing,     [PLW_POT_STRANDED] = pot->stranded,
    [PLW_POT_WITHHELD] = pot->withheld,
  };

  return figure.b == PLW_POT_AVAILABLE ? (double) find_available (result, figure)
                                       : (double) figures[figure.b][figure.year];
}

static void
give_opening (PlwReasoning *reasoning, PlwFigure figure)
{
  if (figure.year > 0)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("last year's closing balance"));
      plw_reasoning_add (reasoning, 1, measure_of (figure, PLW_POT_CLOSING, figure.year - 1));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the balance the plan opens with"));
  plw_reasoning_add (
      reasoning, 1,
      plw_figure_of_cell (PLW_TABLE_POTS, pot_of (reasoning->result, figure)->row, PLW_POTS_OPENING));
}

static bool
has_tax (const PlwResult *result, PlwFigure figure, size_t *ret_row)
{
  const PlwPot *pot = pot_of (result, figure);

  return pot->basis == PLW_POT_COUNCIL_TAX
         && plw_plan_find_key (result->plan, PLW_TABLE_COUNCIL_TAX, pot->code, ret_row);
}

static void
give_received (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwPot *pot = pot_of (result, figure);
  PlwFigure index;
  size_t row;

  if (pot->basis == PLW_POT_PROFILE)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the year's amount as entered"));
      plw_reasoning_add (reasoning, 1, plw_figure_of_year (result, PLW_TABLE_POTS, pot->row, figure.year));
    }
  else if (pot->basis == PLW_POT_INDEXED)
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUNDED_PRODUCT, _ ("base × index, to the penny"));
      plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_POTS, pot->row, PLW_POTS_BASE));
      if (plw_figure_of_driver (result, PLW_TABLE_POTS, pot->row, PLW_POTS_DRIVER, figure.year, &index))
        plw_reasoning_add (reasoning, 1, index);
    }
  else if (has_tax (result, figure, &row))
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("council tax, to the penny"));
      plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_TAX, figure.a, 0, figure.year));
    }
  else
    plw_reasoning_say_none (reasoning, _ ("none: council_tax has no row for the pot"));
}

static void
give_moved_in (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwModel *model = plw_figure_model (result);

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what other pots left unspent last year and hand on to it"));
  for (size_t k = 0; k < result->n_pots && figure.year > 0; k++)
    if (model->pots[k].unspent == PLW_UNSPENT_MOVES && model->pots[k].target == figure.a)
      plw_reasoning_add_if_any (reasoning, 1,
                                plw_figure (PLW_FIGURE_POT, k, PLW_POT_MOVED_OUT, figure.year - 1));
}

static void
give_spent (PlwReasoning *reasoning, PlwFigure figure)
{
  const GArray *flows = reasoning->result->flows;

  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what it pays for each use"));
  for (size_t i = plw_first_flow (reasoning->result, figure.year); i < flows->len; i++)
    {
      const PlwFlow *flow = &g_array_index (flows, PlwFlow, i);

      if (flow->year != figure.year)
        return;
      if (flow->pot == figure.a)
        plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_FLOW, flow->pot, flow->use, flow->year));
    }
}

/* All that can be spent goes at the year's end. */
static void
add_unspent (PlwReasoning *reasoning, PlwFigure figure)
{
  add_measure (reasoning, 1, figure, PLW_POT_OPENING);
  add_measure (reasoning, 1, figure, PLW_POT_RECEIVED);
  add_measure (reasoning, 1, figure, PLW_POT_MOVED_IN);
  add_measure (reasoning, -1, figure, PLW_POT_SPENT);
  add_measure (reasoning, -1, figure, PLW_POT_WITHHELD);
}

static void
give_moved_out (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwPot *pot = pot_of (reasoning->result, figure);

  if (pot->unspent != PLW_UNSPENT_MOVES)
    {
      plw_reasoning_say_none (reasoning, _ ("none: the pot hands nothing on"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what is unspent at the year's end goes to another pot"));
  add_unspent (reasoning, figure);
}

/* The oldest money is spent first, so what came in the last N years is what is
 * left last: anything beyond it is older and lapses.
 */
static void
give_lapsed_after_years (PlwReasoning *reasoning, PlwFigure figure, size_t keep_years)
{
  if (figure.year < keep_years)
    {
      plw_reasoning_say_none (reasoning, _ ("none: no money is old enough"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_POSITIVE,
                     _ ("opening balance − spent − what is withheld or newer than the pot may keep; the "
                        "oldest money is used first"));
  add_measure (reasoning, 1, figure, PLW_POT_OPENING);
  add_measure (reasoning, -1, figure, PLW_POT_SPENT);
  plw_reasoning_add_if_any (reasoning, -1, measure_of (figure, PLW_POT_WITHHELD, figure.year - keep_years));
  for (size_t t = figure.year - keep_years + 1; t < figure.year; t++)
    {
      plw_reasoning_add_if_any (reasoning, -1, measure_of (figure, PLW_POT_RECEIVED, t));
      plw_reasoning_add_if_any (reasoning, -1, measure_of (figure, PLW_POT_MOVED_IN, t));
    }
}

static void
give_lapsed (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwPot *pot = pot_of (reasoning->result, figure);

  if (pot->unspent == PLW_UNSPENT_KEPT || pot->unspent == PLW_UNSPENT_MOVES)
    plw_reasoning_say_none (reasoning, _ ("none: what is unspent is not lost"));
  else if (pot->unspent == PLW_UNSPENT_KEPT_YEARS && pot->keep_years > 0)
    give_lapsed_after_years (reasoning, figure, (size_t) pot->keep_years);
  else
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what is unspent at the year's end is lost"));
      add_unspent (reasoning, figure);
    }
}

static void
give_closing (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("opening + received + moved in − spent − moved out − lapsed"));
  add_measure (reasoning, 1, figure, PLW_POT_OPENING);
  add_measure (reasoning, 1, figure, PLW_POT_RECEIVED);
  add_measure (reasoning, 1, figure, PLW_POT_MOVED_IN);
  add_measure (reasoning, -1, figure, PLW_POT_SPENT);
  add_measure (reasoning, -1, figure, PLW_POT_MOVED_OUT);
  add_measure (reasoning, -1, figure, PLW_POT_LAPSED);
}

static void
give_stranded (PlwReasoning *reasoning, PlwFigure figure)
{
  if (plw_result_sum (reasoning->result, PLW_SUM_SHORTFALL, figure.year) == 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: no use has a shortfall in the year"));
      return;
    }
  plw_reasoning_say (
      reasoning, PLW_OP_SUM,
      _ ("unspent at the year's end, kept + lapsed + moved out, while some use has a shortfall"));
  add_measure (reasoning, 1, figure, PLW_POT_CLOSING);
  add_measure (reasoning, 1, figure, PLW_POT_LAPSED);
  add_measure (reasoning, 1, figure, PLW_POT_MOVED_OUT);
}

static void
give_withheld (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwPot *pot = pot_of (reasoning->result, figure);

  plw_reasoning_say (reasoning, PLW_OP_LESSER,
                     _ ("the minimum balance, or all that came into the pot so far where that is less"));
  plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE));
  plw_reasoning_add_if_any (reasoning, 1, measure_of (figure, PLW_POT_OPENING, 0));
  for (size_t t = 0; t <= figure.year; t++)
    plw_reasoning_add_if_any (reasoning, 1, measure_of (figure, PLW_POT_RECEIVED, t));
}

static void
give_available (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwPot *pot = pot_of (result, figure);
  size_t row;

  if (pot->limit[figure.year] >= 0 && plw_plan_find_key (result->plan, PLW_TABLE_LIMITS, pot->code, &row))
    {
      plw_reasoning_say (
          reasoning, PLW_OP_LESSER,
          _ ("the year's limit, or opening + received + moved in − withheld where that is less"));
      plw_reasoning_add (reasoning, 1, plw_figure_of_year (result, PLW_TABLE_LIMITS, row, figure.year));
    }
  else
    plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("opening + received + moved in − withheld"));
  add_measure (reasoning, 1, figure, PLW_POT_OPENING);
  add_measure (reasoning, 1, figure, PLW_POT_RECEIVED);
  add_measure (reasoning, 1, figure, PLW_POT_MOVED_IN);
  add_measure (reasoning, -1, figure, PLW_POT_WITHHELD);
}

static void
give_pot (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *name;
    void (*give) (PlwReasoning *reasoning, PlwFigure figure);
  } measures[PLW_N_POT_MEASURES] = {
    [PLW_POT_OPENING] = { N_ ("Opening balance"), give_opening },
    [PLW_POT_RECEIVED] = { N_ ("Received"), give_received },
    [PLW_POT_MOVED_IN] = { N_ ("Moved in"), give_moved_in },
    [PLW_POT_SPENT] = { N_ ("Spent"), give_spent },
    [PLW_POT_MOVED_OUT] = { N_ ("Moved out"), give_moved_out },
    [PLW_POT_LAPSED] = { N_ ("Lapsed"), give_lapsed },
    [PLW_POT_CLOSING] = { N_ ("Closing balance"), give_closing },
    [PLW_POT_STRANDED] = { N_ ("Stranded"), give_stranded },
    [PLW_POT_WITHHELD] = { N_ ("Withheld as minimum balance"), give_withheld },
    [PLW_POT_AVAILABLE] = { N_ ("Available"), give_available },
  };

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: pot %s, %s"), _ (measures[figure.b].name),
                       plw_name_pot (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  measures[figure.b].give (reasoning, figure);
}

const PlwFigureForm plw_form_pot = { is_pot, value_of_pot, give_pot };

static bool
is_tax (const PlwResult *result, PlwFigure figure)
{
  size_t row;

  return figure.a < result->n_pots && plw_figure_has_year (result, figure) && has_tax (result, figure, &row);
}

static double
index_of (const PlwResult *result, size_t row, size_t column, size_t year)
{
  PlwFigure index;

  return plw_figure_of_driver (result, PLW_TABLE_COUNCIL_TAX, row, column, year, &index)
             ? plw_figure_value (result, index)
             : 1;
}

static double
value_of_tax (const PlwResult *result, PlwFigure figure)
{
  static const size_t columns[] = { PLW_COUNCIL_TAX_TAX_BASE, PLW_COUNCIL_TAX_BAND_D,
                                    PLW_COUNCIL_TAX_COLLECTION_RATE };
  size_t row = 0;
  double value = 1;

  if (!has_tax (result, figure, &row))
    return 0;
  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    value *= plw_figure_value (result, plw_figure_of_cell (PLW_TABLE_COUNCIL_TAX, row, columns[i]));
  return value * index_of (result, row, PLW_COUNCIL_TAX_BASE_DRIVER, figure.year)
         * index_of (result, row, PLW_COUNCIL_TAX_INCREASE_DRIVER, figure.year);
}

static void
add_index (PlwReasoning *reasoning, size_t row, size_t column, size_t year)
{
  PlwFigure index;

  if (plw_figure_of_driver (reasoning->result, PLW_TABLE_COUNCIL_TAX, row, column, year, &index))
    plw_reasoning_add (reasoning, 1, index);
}

static void
give_tax (PlwReasoning *reasoning, PlwFigure figure)
{
  size_t row = 0;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Council tax of pot %s, %s"),
                       plw_name_pot (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT,
                     _ ("tax base × its index × Band D × index of increases × collection rate"));
  if (!has_tax (reasoning->result, figure, &row))
    return;
  plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE));
  add_index (reasoning, row, PLW_COUNCIL_TAX_BASE_DRIVER, figure.year);
  plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D));
  add_index (reasoning, row, PLW_COUNCIL_TAX_INCREASE_DRIVER, figure.year);
  plw_reasoning_add (reasoning, 1,
                     plw_figure_of_cell (PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_COLLECTION_RATE));
}

const PlwFigureForm plw_form_tax = { is_tax, value_of_tax, give_tax };

static bool
is_account (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_pots && plw_figure_has_year (result, figure);
}

static double
value_of_left (const PlwResult *result, PlwFigure figure)
{
  const PlwPotYears *pot = &result->pots[figure.a];
  size_t t = figure.year;

  return (double) (pot->closing[t] + pot->moved_out[t] + pot->lapsed[t] - pot->withheld[t]);
}

static void
give_left (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Left in %s at the end of %s"),
                       plw_name_pot (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     _ ("closing balance + moved out + lapsed − what the minimum balance withholds"));
  add_measure (reasoning, 1, figure, PLW_POT_CLOSING);
  add_measure (reasoning, 1, figure, PLW_POT_MOVED_OUT);
  add_measure (reasoning, 1, figure, PLW_POT_LAPSED);
  add_measure (reasoning, -1, figure, PLW_POT_WITHHELD);
}

const PlwFigureForm plw_form_left = { is_account, value_of_left, give_left };

static double
value_of_lapsed_before (const PlwResult *result, PlwFigure figure)
{
  int64_t lapsed = 0;

  for (size_t t = 0; t < figure.year; t++)
    lapsed += result->pots[figure.a].lapsed[t];
  return (double) lapsed;
}

static void
give_lapsed_before (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Lapsed in %s before %s"),
                       plw_name_pot (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("what lapsed at the end of each year before"));
  for (size_t t = 0; t < figure.year; t++)
    plw_reasoning_add_if_any (reasoning, 1, measure_of (figure, PLW_POT_LAPSED, t));
}

const PlwFigureForm plw_form_lapsed = { is_account, value_of_lapsed_before, give_lapsed_before };
