/* explain-effects.c: what an effect of a programme brings, and how it shares a line with others.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <placewright/reference.h>

#include <math.h>

static const PlwEffect *
effect_of (const PlwResult *result, size_t effect)
{
  return &plw_figure_model (result)->effects[effect];
}

static PlwFigure
other (PlwFigure figure, PlwEffectFigure b)
{
  return plw_figure (PLW_FIGURE_EFFECT, figure.a, b, figure.year);
}

static PlwFigure
cell_of (const PlwResult *result, size_t effect, size_t column)
{
  return plw_figure_of_cell (PLW_TABLE_EFFECTS, effect_of (result, effect)->row, column);
}

/* The effects that act on a line, in the order in which the engine takes them. */
static size_t
effects_on (const PlwResult *result, size_t line, const uint32_t **ret_effects)
{
  const PlwModel *model = plw_figure_model (result);

  *ret_effects = &model->effects_by_line[model->first_by_line[line]];
  return model->first_by_line[line + 1] - model->first_by_line[line];
}

static double
value_of_saved (const PlwResult *result, PlwFigure figure)
{
  const uint32_t *effects;
  size_t n_effects = effects_on (result, figure.a, &effects);
  double sum = 0;

  for (size_t i = 0; i < n_effects; i++)
    sum += result->prevention->credited[effects[i] * result->n_years + figure.year];
  return sum;
}

static void
give_saved (PlwReasoning *reasoning, PlwFigure figure)
{
  const uint32_t *effects;
  size_t n_effects = effects_on (reasoning->result, figure.a, &effects);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Saved by prevention on %s, %s"),
                       plw_name_use (reasoning, figure.a), plw_name_year (reasoning, figure.year));
  if (n_effects == 0)
    {
      plw_reasoning_say_none (reasoning, _ ("none: no programme acts on it"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_LEFT,
                     _ ("each effect acts on what the others left of the need before prevention, and never "
                        "takes more than that"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_BEFORE, figure.a, 0, figure.year));
  for (size_t i = 0; i < n_effects; i++)
    plw_reasoning_add_if_any (reasoning, 1,
                              plw_figure (PLW_FIGURE_EFFECT, effects[i], PLW_EFFECT_EXACT_CASH, figure.year));
}

const PlwFigureForm plw_form_saved = { plw_figure_is_of_line, value_of_saved, give_saved };

static bool
is_effect (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_effects && figure.b < PLW_N_EFFECT_FIGURES
         && plw_figure_has_year (result, figure);
}

static double
value_of_effect (const PlwResult *result, PlwFigure figure)
{
  const PlwEffectYears *effect = &result->effects[figure.a];
  size_t t = figure.year;
  size_t at = figure.a * result->n_years + t;

  switch ((PlwEffectFigure) figure.b)
    {
    case PLW_EFFECT_GROSS:
      return (double) effect->gross[t];
    case PLW_EFFECT_CASH:
      return (double) (effect->gross[t] - effect->released[t]);
    case PLW_EFFECT_SAVED:
      return (double) effect->saved[t];
    case PLW_EFFECT_RELEASED:
      return (double) effect->released[t];
    case PLW_EFFECT_OVERLAP:
      return (double) effect->overlap[t];
    case PLW_EFFECT_EXACT_GROSS:
      return result->prevention->gross[at];
    case PLW_EFFECT_CASHABLE:
      return effect_of (result, figure.a)->cashable * result->prevention->gross[at];
    case PLW_EFFECT_EXACT_CASH:
      return result->prevention->cash[at];
    case PLW_EFFECT_CREDITED:
    default:
      return result->prevention->credited[at];
    }
}

static void
give_exact_gross (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    size_t column;
    int sign;
  } shares[] = { { PLW_EFFECTS_ENGAGED, 1 },
                 { PLW_EFFECTS_RETAINED, 1 },
                 { PLW_EFFECTS_SUCCESS, 1 },
                 { PLW_EFFECTS_DEADWEIGHT, -1 } };
  const PlwResult *result = reasoning->result;
  const PlwEffect *effect = effect_of (result, figure.a);
  PlwFigure index;

  plw_reasoning_say (reasoning, PLW_OP_PRODUCT,
                     _ ("people it shows in × engaged × retained × success × (1 − deadweight) × unit value × "
                        "price index × (1 − correction for optimism)"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_REACHED, figure.a, 0, figure.year));
  for (size_t i = 0; i < G_N_ELEMENTS (shares); i++)
    plw_reasoning_add (reasoning, shares[i].sign, cell_of (result, figure.a, shares[i].column));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_UNIT_VALUE, figure.a, 0, PLW_FIGURE_ALL_YEARS));
  if (plw_figure_of_driver (result, PLW_TABLE_EFFECTS, effect->row, PLW_EFFECTS_PRICE_DRIVER, figure.year,
                            &index))
    plw_reasoning_add (reasoning, 1, index);
  plw_reasoning_add (reasoning, -1,
                     plw_figure (PLW_FIGURE_CORRECTION, effect->programme, 0, PLW_FIGURE_ALL_YEARS));
}

static void
give_exact_cash (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  if (figure.b == PLW_EFFECT_EXACT_CASH && effect_of (result, figure.a)->release_step > 0)
    {
      plw_reasoning_say (
          reasoning, PLW_OP_STEPS,
          _ ("the cashable part rounded down to whole steps: cash comes when a whole team, ward or "
             "block closes"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_CASHABLE));
      plw_reasoning_add (reasoning, 1, cell_of (result, figure.a, PLW_EFFECTS_RELEASE_STEP));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("gross benefit × cashable share"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_EXACT_GROSS));
  plw_reasoning_add (reasoning, 1, cell_of (result, figure.a, PLW_EFFECTS_CASHABLE));
}

static void
give_credited (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  size_t use = result->effects[figure.a].use;
  const uint32_t *effects;

  if (use == SIZE_MAX)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("all of its cash: it belongs to a partner's own budget"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_EXACT_CASH));
      return;
    }

  size_t n_effects = effects_on (result, use, &effects);
  plw_reasoning_say (reasoning, PLW_OP_CREDIT,
                     _ ("its cash ÷ the cash of all effects on the line × what they save together"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_EXACT_CASH));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_SAVED, use, 0, figure.year));
  for (size_t i = 0; i < n_effects; i++)
    plw_reasoning_add_if_any (reasoning, 1,
                              plw_figure (PLW_FIGURE_EFFECT, effects[i], PLW_EFFECT_EXACT_CASH, figure.year));
}

static void
give_effect_saved (PlwReasoning *reasoning, PlwFigure figure)
{
  if (reasoning->result->effects[figure.a].use == SIZE_MAX)
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUND,
                         _ ("all of its cash, to the penny: it belongs to a partner's own budget"));
      plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_EXACT_CASH));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_SHARED_OUT,
                     _ ("its part of what the line saves, in whole pence that add up; within a penny"));
  plw_reasoning_add (reasoning, 1, other (figure, PLW_EFFECT_CREDITED));
}

/* What is left of one figure after another. */
static void
give_rest (PlwReasoning *reasoning, PlwFigure figure)
{
  bool is_released = figure.b == PLW_EFFECT_RELEASED;

  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     is_released
                         ? _ ("gross benefit − cash: capacity freed that brings no cash")
                         : _ ("cash − saved: what another effect on the line, or the rule “never below "
                              "nothing”, takes away"));
  plw_reasoning_add (reasoning, 1, other (figure, is_released ? PLW_EFFECT_GROSS : PLW_EFFECT_CASH));
  plw_reasoning_add (reasoning, -1, other (figure, is_released ? PLW_EFFECT_CASH : PLW_EFFECT_SAVED));
}

/* Pennies that fall to an effect in sharing out are its own. */
static void
give_rounded (PlwReasoning *reasoning, PlwFigure figure)
{
  bool is_gross = figure.b == PLW_EFFECT_GROSS;
  PlwFigure exact = other (figure, is_gross ? PLW_EFFECT_EXACT_GROSS : PLW_EFFECT_EXACT_CASH);

  plw_reasoning_add (reasoning, 1, exact);
  if (llround (plw_figure_value (reasoning->result, exact)) == llround (reasoning->reason->value))
    {
      plw_reasoning_say (reasoning, PLW_OP_ROUND, _ ("to the penny"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_AT_LEAST,
                     is_gross
                         ? _ ("to the penny, but not less than its cash")
                         : _ ("to the penny, but not less than what is saved: odd pennies are shared out"));
  plw_reasoning_add (reasoning, 1, other (figure, is_gross ? PLW_EFFECT_CASH : PLW_EFFECT_SAVED));
}

static void
give_effect (PlwReasoning *reasoning, PlwFigure figure)
{
  static const struct
  {
    const char *name;
    void (*give) (PlwReasoning *reasoning, PlwFigure figure);
  } figures[PLW_N_EFFECT_FIGURES] = {
    [PLW_EFFECT_GROSS] = { N_ ("Gross benefit"), give_rounded },
    [PLW_EFFECT_CASH] = { N_ ("Cash benefit"), give_rounded },
    [PLW_EFFECT_SAVED] = { N_ ("Cash saved"), give_effect_saved },
    [PLW_EFFECT_RELEASED] = { N_ ("Capacity released"), give_rest },
    [PLW_EFFECT_OVERLAP] = { N_ ("Overlap"), give_rest },
    [PLW_EFFECT_EXACT_GROSS] = { N_ ("Gross benefit, unrounded"), give_exact_gross },
    [PLW_EFFECT_CASHABLE] = { N_ ("Cashable benefit, unrounded"), give_exact_cash },
    [PLW_EFFECT_EXACT_CASH] = { N_ ("Cash benefit, unrounded"), give_exact_cash },
    [PLW_EFFECT_CREDITED] = { N_ ("Its part of what is saved, unrounded"), give_credited },
  };
  const PlwResult *result = reasoning->result;

  plw_reasoning_title (
      reasoning, PLW_FIGURE_IN_PENCE, _ ("%s: effect %s, %s"), _ (figures[figure.b].name),
      plw_name_row (reasoning, result->plan, PLW_TABLE_EFFECTS, result->effects[figure.a].row),
      plw_name_year (reasoning, figure.year));
  figures[figure.b].give (reasoning, figure);
}

const PlwFigureForm plw_form_effect = { is_effect, value_of_effect, give_effect };

static bool
is_unit_value (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_effects;
}

static double
value_of_unit_value (const PlwResult *result, PlwFigure figure)
{
  int64_t pence = 0;

  return plw_reference_unit_value (result->plan, effect_of (result, figure.a)->row, &pence) ? (double) pence
                                                                                            : 0;
}

static void
add_price (PlwReasoning *reasoning, int year)
{
  const PlwPlan *held;
  size_t row;

  if (plw_reference_find (reasoning->result->plan, PLW_TABLE_PRICE_INDEX, plw_year_name (year), &held, &row))
    plw_reasoning_add (
        reasoning, 1,
        plw_figure_of_parameter (reasoning->result, held, PLW_TABLE_PRICE_INDEX, row, PLW_PRICE_INDEX_VALUE));
}

static void
give_unit_value (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;
  const PlwPlan *plan = result->plan;
  size_t effect = effect_of (result, figure.a)->row;
  const char *code = plw_plan_text (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST);
  int base_year = plw_plan_base_year (plan);
  const PlwPlan *held;
  size_t row;

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Unit value of effect %s at prices of %s"),
                       plw_name_row (reasoning, plan, PLW_TABLE_EFFECTS, effect), plw_year_name (base_year));
  if (plw_plan_get (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_VALUE).is_set || code[0] == '\0'
      || !plw_reference_find (plan, PLW_TABLE_UNIT_COSTS, code, &held, &row))
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the effect's own"));
      plw_reasoning_add (reasoning, 1,
                         plw_figure_of_cell (PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_VALUE));
      return;
    }

  int prices = (int) plw_plan_number (held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_PRICES);
  plw_reasoning_add (reasoning, 1,
                     plw_figure_of_parameter (result, held, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE));
  if (prices == base_year)
    {
      plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the unit cost, which is at these prices"));
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_UPRATE,
                     _ ("unit cost × price index of the base year ÷ that of the year it is at prices of, to "
                        "the penny"));
  add_price (reasoning, base_year);
  add_price (reasoning, prices);
}

const PlwFigureForm plw_form_unit_value = { is_unit_value, value_of_unit_value, give_unit_value };
