/* explain-transfers.c: what evens out the positions of partners (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static size_t
programme_of (PlwFigure figure)
{
  return figure.a == PLW_FIGURE_PLAN ? SIZE_MAX : figure.a;
}

static bool
is_programme (const PlwResult *result, PlwFigure figure)
{
  return (figure.a < result->n_programmes || figure.a == PLW_FIGURE_PLAN)
         && figure.year == PLW_FIGURE_ALL_YEARS;
}

/* What belongs to nobody cannot pay. */
static size_t
n_payers (const PlwResult *result)
{
  return result->n_partners - 1;
}

static PlwFigure
position (PlwFigure figure, size_t partner)
{
  return plw_figure (PLW_FIGURE_PARTNER, figure.a, partner + PLW_FIGURE_PARTNERS * PLW_PARTNER_PV_POSITION,
                     PLW_FIGURE_ALL_YEARS);
}

static PlwFigure
standing (PlwFigure figure, size_t partner, size_t number)
{
  return plw_figure (PLW_FIGURE_STANDING, figure.a, partner + PLW_FIGURE_PARTNERS * number,
                     PLW_FIGURE_ALL_YEARS);
}

static PlwFigure
transfer (PlwFigure figure, size_t number)
{
  return plw_figure (PLW_FIGURE_TRANSFER, figure.a, number, PLW_FIGURE_ALL_YEARS);
}

/* (element-type PlwTransfer); NULL where none exists. */
static GArray *
find_transfers (const PlwResult *result, PlwFigure figure)
{
  GArray *transfers = NULL;

  (void) plw_result_transfers (result, programme_of (figure), &transfers);
  return transfers;
}

static const char *
name_partner (PlwReasoning *reasoning, size_t partner)
{
  size_t row = plw_result_partner (reasoning->result, SIZE_MAX, partner)->row;

  return plw_name_row (reasoning, reasoning->result->plan, PLW_TABLE_PARTNERS, row);
}

static bool
is_transfer (const PlwResult *result, PlwFigure figure)
{
  if (!is_programme (result, figure))
    return false;

  g_autoptr (GArray) transfers = find_transfers (result, figure);

  return figure.b == PLW_FIGURE_PLAN ? transfers == NULL : transfers != NULL && figure.b < transfers->len;
}

static int64_t
find_missing (const PlwResult *result, PlwFigure figure)
{
  int64_t missing = 0;

  for (size_t i = 0; i < n_payers (result); i++)
    missing -= plw_result_partner (result, programme_of (figure), i)->pv_position;
  return missing;
}

static double
value_of_transfer (const PlwResult *result, PlwFigure figure)
{
  if (figure.b == PLW_FIGURE_PLAN)
    return (double) find_missing (result, figure);

  g_autoptr (GArray) transfers = find_transfers (result, figure);

  return (double) g_array_index (transfers, PlwTransfer, figure.b).pence;
}

static void
give_missing (PlwReasoning *reasoning, PlwFigure figure)
{
  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE,
                       _ ("What all partners lose together, so that no transfers can help, programme %s"),
                       plw_name_programme (reasoning, figure.a));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the present positions of all partners, the other way"));
  for (size_t i = 0; i < n_payers (reasoning->result); i++)
    plw_reasoning_add_if_any (reasoning, -1, position (figure, i));
}

static void
give_transfer (PlwReasoning *reasoning, PlwFigure figure)
{
  if (figure.b == PLW_FIGURE_PLAN)
    {
      give_missing (reasoning, figure);
      return;
    }

  g_autoptr (GArray) transfers = find_transfers (reasoning->result, figure);
  const PlwTransfer *held = &g_array_index (transfers, PlwTransfer, figure.b);

  plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Transfer %u: %s pays %s, programme %s"),
                       figure.b + 1, name_partner (reasoning, held->from), name_partner (reasoning, held->to),
                       plw_name_programme (reasoning, figure.a));
  plw_reasoning_say (reasoning, PLW_OP_LESSER,
                     _ ("what is left of the gain of the partner that gains most, or what the partner that "
                        "loses most still loses, whichever is less"));
  plw_reasoning_add (reasoning, 1, standing (figure, held->from, figure.b));
  plw_reasoning_add (reasoning, -1, standing (figure, held->to, figure.b));
}

const PlwFigureForm plw_form_transfer = { is_transfer, value_of_transfer, give_transfer };

static bool
is_standing (const PlwResult *result, PlwFigure figure)
{
  if (!is_programme (result, figure) || figure.b % PLW_FIGURE_PARTNERS >= n_payers (result))
    return false;

  g_autoptr (GArray) transfers = find_transfers (result, figure);

  return transfers != NULL && figure.b / PLW_FIGURE_PARTNERS <= transfers->len;
}

static double
value_of_standing (const PlwResult *result, PlwFigure figure)
{
  g_autoptr (GArray) transfers = find_transfers (result, figure);
  size_t partner = figure.b % PLW_FIGURE_PARTNERS;
  int64_t pence = plw_result_partner (result, programme_of (figure), partner)->pv_position;

  for (size_t i = 0; i < figure.b / PLW_FIGURE_PARTNERS; i++)
    {
      const PlwTransfer *held = &g_array_index (transfers, PlwTransfer, i);

      pence += (held->to == partner ? held->pence : 0) - (held->from == partner ? held->pence : 0);
    }
  return (double) pence;
}

static void
give_standing (PlwReasoning *reasoning, PlwFigure figure)
{
  g_autoptr (GArray) transfers = find_transfers (reasoning->result, figure);
  size_t partner = figure.b % PLW_FIGURE_PARTNERS;
  size_t number = figure.b / PLW_FIGURE_PARTNERS;

  plw_reasoning_title (
      reasoning, PLW_FIGURE_IN_PENCE, _ ("Present position of %s before transfer %zu, programme %s"),
      name_partner (reasoning, partner), number + 1, plw_name_programme (reasoning, figure.a));
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("its position + what it was paid − what it paid before"));
  plw_reasoning_add (reasoning, 1, position (figure, partner));
  for (size_t i = 0; i < number; i++)
    {
      const PlwTransfer *held = &g_array_index (transfers, PlwTransfer, i);

      if (held->to == partner)
        plw_reasoning_add (reasoning, 1, transfer (figure, i));
      if (held->from == partner)
        plw_reasoning_add (reasoning, -1, transfer (figure, i));
    }
}

const PlwFigureForm plw_form_standing = { is_standing, value_of_standing, give_standing };
