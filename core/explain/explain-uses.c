/* explain-uses.c: what a use needs, gets and lacks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

static bool
is_use (const PlwResult *result, PlwFigure figure)
{
  return figure.a < result->n_uses && plw_figure_has_year (result, figure);
}

bool
plw_figure_is_of_line (const PlwResult *result, PlwFigure figure)
{
  return is_use (result, figure) && result->uses[figure.a].kind == PLW_USE_LINE;
}

/* @words: with a place for the use and one for the year */
G_GNUC_FORMAT (2)
static char *
name_figure (const PlwResult *result, const char *words, PlwFigure figure)
{
  g_autofree char *use = plw_figure_name_use (result, figure.a);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return g_strdup_printf (words, use, plw_figure_name_year (result, figure.year));
  G_GNUC_END_IGNORE_DEPRECATIONS
}
