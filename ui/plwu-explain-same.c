/* plwu-explain-same.c: the same figure in another scenario or version.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows keep their identities in every scenario and version; uses, pots, programmes and
 * effects are numbered anew, as a scenario may switch them off.
 */
#include "plwu-explain-figure.h"

#include <placewright/prevention.h>

#include <string.h>

static gboolean
is_same_row (const PlwResult *from, const PlwResult *to, PlwTableId table, size_t row, size_t other)
{
  /* What belongs to no partner, and all programmes together, have no row. */
  if (row == SIZE_MAX || other == SIZE_MAX)
    return row == other;
  return plw_plan_row_id (plw_result_plan (from), table, row)
         == plw_plan_row_id (plw_result_plan (to), table, other);
}

static gboolean
find_use (const PlwResult *from, const PlwResult *to, uint32_t use, uint32_t *ret_use)
{
  if (use >= plw_result_n_uses (from))
    return FALSE;

  const PlwUse *wanted = plw_result_use (from, use);

  for (size_t i = 0; i < plw_result_n_uses (to); i++)
    {
      const PlwUse *found = plw_result_use (to, i);

      if (found->kind == wanted->kind && found->part == wanted->part
          && strcmp (found->code, wanted->code) == 0)
        {
          *ret_use = (uint32_t) i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_pot (const PlwResult *from, const PlwResult *to, uint32_t pot, uint32_t *ret_pot)
{
  for (size_t i = 0; pot < plw_result_n_pots (from) && i < plw_result_n_pots (to); i++)
    if (is_same_row (from, to, PLW_TABLE_POTS, plw_result_pot (from, pot)->row, plw_result_pot (to, i)->row))
      {
        *ret_pot = (uint32_t) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_programme (const PlwResult *from, const PlwResult *to, uint32_t programme, uint32_t *ret_programme)
{
  for (size_t i = 0; programme < plw_result_n_programmes (from) && i < plw_result_n_programmes (to); i++)
    if (is_same_row (from, to, PLW_TABLE_PROGRAMMES, plw_result_programme (from, programme)->row,
                     plw_result_programme (to, i)->row))
      {
        *ret_programme = (uint32_t) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_effect (const PlwResult *from, const PlwResult *to, uint32_t effect, uint32_t *ret_effect)
{
  for (size_t i = 0; effect < plw_result_n_effects (from) && i < plw_result_n_effects (to); i++)
    if (is_same_row (from, to, PLW_TABLE_EFFECTS, plw_result_effect (from, effect)->row,
                     plw_result_effect (to, i)->row))
      {
        *ret_effect = (uint32_t) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_partner (const PlwResult *from, const PlwResult *to, uint32_t packed, uint32_t *ret_packed)
{
  uint32_t partner = packed % PLW_FIGURE_PARTNERS;

  for (size_t i = 0; partner < plw_result_n_partners (from) && i < plw_result_n_partners (to); i++)
    if (is_same_row (from, to, PLW_TABLE_PARTNERS, plw_result_partner (from, SIZE_MAX, partner)->row,
                     plw_result_partner (to, SIZE_MAX, i)->row))
      {
        *ret_packed = packed - partner + (uint32_t) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_cell (const PlwResult *from, const PlwResult *to, PlwFigure cell, uint32_t *ret_row)
{
  PlwTableId table = (PlwTableId) cell.a;
  size_t row;

  if (cell.b >= plw_plan_n_rows (plw_result_plan (from), table)
      || !plw_plan_find_row (plw_result_plan (to), table,
                             plw_plan_row_id (plw_result_plan (from), table, cell.b), &row))
    return FALSE;
  *ret_row = (uint32_t) row;
  return TRUE;
}

/* What the first number of a figure counts. */
typedef gboolean (*FindFunc) (const PlwResult *from,
                              const PlwResult *to,
                              uint32_t number,
                              uint32_t *ret_number);

static FindFunc
get_find (PlwFigureKind kind)
{
  switch (kind)
    {
    case PLW_FIGURE_NEED:
    case PLW_FIGURE_FLOOR:
    case PLW_FIGURE_FUNDED:
    case PLW_FIGURE_BORROWED:
    case PLW_FIGURE_SHORTFALL:
    case PLW_FIGURE_SHARE:
    case PLW_FIGURE_BRIDGE:
    case PLW_FIGURE_BASE_NEED:
    case PLW_FIGURE_BEFORE:
    case PLW_FIGURE_PRICED:
    case PLW_FIGURE_FULL:
    case PLW_FIGURE_SPILL:
    case PLW_FIGURE_RISE:
    case PLW_FIGURE_CHANGES:
    case PLW_FIGURE_SAVED:
    case PLW_FIGURE_CLIPPED:
    case PLW_FIGURE_COST:
    case PLW_FIGURE_LOAN:
      return find_use;
    case PLW_FIGURE_FLOW:
    case PLW_FIGURE_POT:
    case PLW_FIGURE_TAX:
      return find_pot;
    case PLW_FIGURE_PROGRAMME:
    case PLW_FIGURE_CORRECTION:
    case PLW_FIGURE_PARTNER:
      return find_programme;
    case PLW_FIGURE_EFFECT:
    case PLW_FIGURE_REACHED:
    case PLW_FIGURE_GROWTH:
    case PLW_FIGURE_UNIT_VALUE:
      return find_effect;
    default:
      return NULL;
    }
}

gboolean
plwu_explain_find_same (const PlwResult *from, const PlwResult *to, PlwFigure figure, PlwFigure *ret_figure)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  FindFunc find = get_find (figure.kind);
  PlwFigure same = figure;

  if (find != NULL && figure.a != PLW_FIGURE_PLAN && !find (from, to, figure.a, &same.a))
    return FALSE;
  if (figure.kind == PLW_FIGURE_CELL && !find_cell (from, to, figure, &same.b))
    return FALSE;
  if (figure.kind == PLW_FIGURE_FLOW && !find_use (from, to, figure.b, &same.b))
    return FALSE;
  if (figure.kind == PLW_FIGURE_PARTNER && !find_partner (from, to, figure.b, &same.b))
    return FALSE;

  *ret_figure = same;
  return TRUE;
}
