/* explain.c: one step of an explanation, whatever the figure.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "explain/explain-private.h"

/* By PlwFigureKind. Entries are pointers: a kind left out is NULL, which a test
 * would find, and a kind more or less does not compile.
 */
static const PlwFigureForm *const forms[] = {
  [PLW_FIGURE_SUM] = &plw_form_sum,
  [PLW_FIGURE_NEED] = &plw_form_need,
  [PLW_FIGURE_FLOOR] = &plw_form_floor,
  [PLW_FIGURE_FUNDED] = &plw_form_funded,
  [PLW_FIGURE_BORROWED] = &plw_form_borrowed,
  [PLW_FIGURE_SHORTFALL] = &plw_form_shortfall,
  [PLW_FIGURE_SHARE] = &plw_form_share,
  [PLW_FIGURE_FLOW] = &plw_form_flow,
  [PLW_FIGURE_BRIDGE] = &plw_form_bridge,
  [PLW_FIGURE_BASE_NEED] = &plw_form_base_need,
  [PLW_FIGURE_BEFORE] = &plw_form_before,
  [PLW_FIGURE_PRICED] = &plw_form_priced,
  [PLW_FIGURE_FULL] = &plw_form_full,
  [PLW_FIGURE_SPILL] = &plw_form_spill,
  [PLW_FIGURE_RISE] = &plw_form_rise,
  [PLW_FIGURE_KNOCK_ON] = &plw_form_knock_on,
  [PLW_FIGURE_CHANGES] = &plw_form_changes,
  [PLW_FIGURE_CHANGE] = &plw_form_change,
  [PLW_FIGURE_ELEMENT] = &plw_form_element,
  [PLW_FIGURE_INDEX] = &plw_form_index,
  [PLW_FIGURE_SAVED] = &plw_form_saved,
  [PLW_FIGURE_POT] = &plw_form_pot,
  [PLW_FIGURE_TAX] = &plw_form_tax,
  [PLW_FIGURE_COST] = &plw_form_cost,
  [PLW_FIGURE_PROGRAMME] = &plw_form_programme,
  [PLW_FIGURE_EFFECT] = &plw_form_effect,
  [PLW_FIGURE_REACHED] = &plw_form_reached,
  [PLW_FIGURE_GROWTH] = &plw_form_growth,
  [PLW_FIGURE_UNIT_VALUE] = &plw_form_unit_value,
  [PLW_FIGURE_CORRECTION] = &plw_form_correction,
  [PLW_FIGURE_PARTNER] = &plw_form_partner,
  [PLW_FIGURE_WORTH] = &plw_form_worth,
  [PLW_FIGURE_DEBT] = &plw_form_debt,
  [PLW_FIGURE_CELL] = &plw_form_cell,
  [PLW_FIGURE_SETTING] = &plw_form_setting,
  [PLW_FIGURE_PARAMETER] = &plw_form_parameter,
  [PLW_FIGURE_CLIPPED] = &plw_form_clipped,
  [PLW_FIGURE_DISCOUNT] = &plw_form_discount,
  [PLW_FIGURE_LOAN] = &plw_form_loan,
  [PLW_FIGURE_LEFT] = &plw_form_left,
  [PLW_FIGURE_LAPSED] = &plw_form_lapsed,
  [PLW_FIGURE_SUSTAIN] = &plw_form_sustain,
  [PLW_FIGURE_FINANCING_RATIO] = &plw_form_financing_ratio,
  [PLW_FIGURE_LASTING] = &plw_form_lasting,
  [PLW_FIGURE_ONE_OFFS] = &plw_form_one_offs,
  [PLW_FIGURE_BEYOND] = &plw_form_beyond,
  [PLW_FIGURE_FORGONE] = &plw_form_forgone,
  [PLW_FIGURE_FOLLOW] = &plw_form_follow,
  [PLW_FIGURE_FOLLOW_ON] = &plw_form_follow_on,
  [PLW_FIGURE_TRANSFER] = &plw_form_transfer,
  [PLW_FIGURE_STANDING] = &plw_form_standing,
  [PLW_FIGURE_FREED] = &plw_form_freed,
  [PLW_FIGURE_GAIN] = &plw_form_gain,
  [PLW_FIGURE_RULE] = &plw_form_rule,
  [PLW_FIGURE_SHAPLEY] = &plw_form_shapley,
  [PLW_FIGURE_RUNG] = &plw_form_rung,
  [PLW_FIGURE_LIFTED] = &plw_form_lifted,
};

_Static_assert(G_N_ELEMENTS (forms) == PLW_N_FIGURE_KINDS, "every kind of figure is explained");

const PlwFigureForm *
plw_figure_form (PlwFigureKind kind)
{
  return (unsigned) kind < PLW_N_FIGURE_KINDS ? forms[kind] : NULL;
}

double
plw_figure_value (const PlwResult *result, PlwFigure figure)
{
  g_assert (forms[figure.kind]->is_there (result, figure));

  return forms[figure.kind]->value (result, figure);
}

static bool
is_leaf (PlwOperation operation)
{
  return operation == PLW_OP_ENTERED || operation == PLW_OP_FUNDED || operation == PLW_OP_DELAYED
         || operation == PLW_OP_FREED;
}

PlwReason *
plw_explain (const PlwResult *result, PlwFigure figure)
{
  g_return_val_if_fail (result != NULL, NULL);

  const PlwFigureForm *form = plw_figure_form (figure.kind);
  PlwReason *reason;

  if (form == NULL || !form->is_there (result, figure))
    return NULL;

  reason = g_new0 (PlwReason, 1);
  reason->figure = figure;
  reason->value = form->value (result, figure);

  PlwReasoning reasoning = { result, reason, g_array_new (FALSE, FALSE, sizeof (PlwReasonPart)),
                             g_string_chunk_new (256) };
  form->give_reason (&reasoning, figure);
  if (reason->text == NULL)
    reason->text = plw_figure_show (reason->unit, reason->value);
  reason->n_parts = reasoning.parts->len;
  /* Whatever would have been done to its parts: there are none. */
  if (reason->n_parts == 0 && !is_leaf (reason->operation))
    reason->operation = PLW_OP_SUM;
  reason->parts = (PlwReasonPart *) g_array_free (reasoning.parts, FALSE);
  g_string_chunk_free (reasoning.names);
  return reason;
}

void
plw_reason_free (PlwReason *reason)
{
  if (reason == NULL)
    return;
  plw_origin_free (reason->origin);
  g_free (reason->title);
  g_free (reason->formula);
  g_free (reason->text);
  g_free (reason->parts);
  g_free (reason);
}
