/* plwu-explain-beside.c: the same figure elsewhere, and the figures beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-private.h"

#include "findings/plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

typedef struct
{
  PlwFigureKind kind;
  uint32_t a;
  uint32_t b;
} Beside;

/* The use or pot stays what it is. */
#define SAME (UINT32_MAX - 1)

/* What is worth a look beside a figure, where it is not a part of it already. */
static const Beside beside_use[] = {
  { PLW_FIGURE_NEED, SAME, 0 },      { PLW_FIGURE_BRIDGE, SAME, PLW_BRIDGE_CLOSING },
  { PLW_FIGURE_FLOOR, SAME, 0 },     { PLW_FIGURE_FUNDED, SAME, 0 },
  { PLW_FIGURE_SHORTFALL, SAME, 0 }, { PLW_FIGURE_SHARE, SAME, 0 },
};

static const Beside beside_pot[] = {
  { PLW_FIGURE_POT, SAME, PLW_POT_RECEIVED }, { PLW_FIGURE_POT, SAME, PLW_POT_AVAILABLE },
  { PLW_FIGURE_POT, SAME, PLW_POT_SPENT },    { PLW_FIGURE_POT, SAME, PLW_POT_CLOSING },
  { PLW_FIGURE_POT, SAME, PLW_POT_STRANDED },
};

static const Beside beside_programme[] = {
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_NEED },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_COST },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_SAVED },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_RELEASED },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_OVERLAP },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_FUNDED_SHARE },
  { PLW_FIGURE_PROGRAMME, SAME, PLW_PROGRAMME_UNCARRIED },
};

static const Beside beside_sum[] = {
  { PLW_FIGURE_SUM, PLW_SUM_NEED, 0 },      { PLW_FIGURE_BRIDGE, PLW_FIGURE_PLAN, PLW_BRIDGE_CLOSING },
  { PLW_FIGURE_SUM, PLW_SUM_AVAILABLE, 0 }, { PLW_FIGURE_SUM, PLW_SUM_FUNDED, 0 },
  { PLW_FIGURE_SUM, PLW_SUM_SHORTFALL, 0 }, { PLW_FIGURE_SUM, PLW_SUM_STRANDED, 0 },
  { PLW_FIGURE_SUM, PLW_SUM_LAPSED, 0 },    { PLW_FIGURE_SUM, PLW_SUM_KEPT, 0 },
};

static const Beside *
list_beside (PlwFigure figure, size_t *ret_n)
{
  switch (figure.kind)
    {
    case PLW_FIGURE_NEED:
    case PLW_FIGURE_FLOOR:
    case PLW_FIGURE_FUNDED:
    case PLW_FIGURE_SHORTFALL:
    case PLW_FIGURE_SHARE:
      *ret_n = G_N_ELEMENTS (beside_use);
      return beside_use;
    case PLW_FIGURE_POT:
      *ret_n = G_N_ELEMENTS (beside_pot);
      return beside_pot;
    case PLW_FIGURE_PROGRAMME:
      *ret_n = G_N_ELEMENTS (beside_programme);
      return beside_programme;
    case PLW_FIGURE_SUM:
      *ret_n = G_N_ELEMENTS (beside_sum);
      return beside_sum;
    default:
      *ret_n = 0;
      return NULL;
    }
}

static gboolean
is_part (const PlwReason *reason, PlwFigure figure)
{
  for (size_t i = 0; i < reason->n_parts; i++)
    if (plwu_figure_equal (reason->parts[i].figure, figure))
      return TRUE;
  return plwu_figure_equal (reason->figure, figure);
}

/* @of: a figure of what they stand beside, which is named as well unless the reason has it */
static void
tell_related (PlwuExplanation *text, const PlwResult *result, const PlwReason *reason, PlwFigure of)
{
  size_t n_beside;
  const Beside *beside = list_beside (of, &n_beside);
  gboolean has_heading = FALSE;

  for (size_t i = 0; i < n_beside; i++)
    {
      PlwFigure figure = { beside[i].kind, beside[i].a == SAME ? of.a : beside[i].a, beside[i].b, of.year };
      g_autoptr (PlwReason) other = is_part (reason, figure) ? NULL : plw_explain (result, figure);

      if (other == NULL)
        continue;
      if (!has_heading)
        plwu_explanation_add_heading (text, _ ("See also"));
      has_heading = TRUE;
      plwu_explanation_add_link (text, figure, other->title, g_strdup (other->text));
    }
}

/* What a year of a row that stands for a pot or a use leads to. */
static gboolean
find_of_row (const PlwResult *result, PlwFigure cell, PlwFigure *ret_figure)
{
  size_t first = plw_schema_table ((PlwTableId) cell.a)->n_columns;
  uint32_t year = cell.year - (uint32_t) first;

  if (cell.year < first)
    return FALSE;
  for (size_t i = 0; cell.a == PLW_TABLE_POTS && i < plw_result_n_pots (result); i++)
    if (plw_result_pot (result, i)->row == cell.b)
      {
        *ret_figure = (PlwFigure){ PLW_FIGURE_POT, (uint32_t) i, PLW_POT_RECEIVED, year };
        return TRUE;
      }
  for (size_t i = 0; cell.a == PLW_TABLE_PROJECTS && i < plw_result_n_uses (result); i++)
    if (plw_result_use (result, i)->kind == PLW_USE_PROJECT && plw_result_use (result, i)->row == cell.b)
      {
        *ret_figure = (PlwFigure){ PLW_FIGURE_NEED, (uint32_t) i, 0, year };
        return TRUE;
      }
  return FALSE;
}

/* Whether it is another figure in another year. */
static gboolean
has_years (const PlwResult *result, const PlwReason *reason)
{
  PlwFigure next = reason->figure;

  if (next.year >= plw_result_n_years (result))
    return FALSE;
  next.year = next.year > 0 ? next.year - 1 : 1;

  g_autoptr (PlwReason) other = plw_explain (result, next);

  return other != NULL && strcmp (other->title, reason->title) != 0;
}

static void
tell_years (PlwuExplanation *text, const PlwResult *result, const PlwReason *reason)
{
  PlwFigure figure = reason->figure;

  if (!has_years (result, reason))
    return;

  plwu_explanation_add_heading (text, _ ("Year by year"));
  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      figure.year = (uint32_t) i;

      g_autoptr (PlwReason) same = plw_explain (result, figure);

      if (same != NULL)
        plwu_explanation_add_link (text, figure, plw_year_name (plw_result_year (result, i)),
                                   g_strdup (same->text));
    }
}

/* Either policy numbers uses, pots and rows alike: they are answers of one study. */
static void
tell_policy (PlwuExplanation *text, PlwuDocument *document, const PlwReason *reason)
{
  gboolean is_today = strcmp (plwu_document_get_policy (document), PLWU_POLICY_TODAY) == 0;
  const PlwResult *result =
      plwu_document_get_result (document, is_today ? PLWU_POLICY_PLACEMAKING : PLWU_POLICY_TODAY);
  g_autoptr (PlwReason) other = result != NULL ? plw_explain (result, reason->figure) : NULL;

  if (other != NULL
      && (strcmp (other->text, reason->text) != 0 || reason->figure.kind == PLW_FIGURE_SHORTFALL))
    plwu_explanation_add_pair (text, is_today ? _ ("As one pot") : _ ("Under today's rules"),
                               g_strdup (other->text));
}

void
plwu_explain_tell_beside (PlwuExplanation *text,
                          PlwuDocument *document,
                          const PlwResult *result,
                          const PlwReason *reason)
{
  PlwFigure of = reason->figure;

  if (reason->origin == NULL)
    {
      tell_policy (text, document, reason);
      tell_years (text, result, reason);
      tell_related (text, result, reason, of);
    }
  else if (of.kind == PLW_FIGURE_CELL && find_of_row (result, of, &of))
    tell_related (text, result, reason, of);
}
