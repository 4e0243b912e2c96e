/* plwu-bridge-figures.c: the bridges of a result put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-bridge-figures.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define N_STEPS (PLW_BRIDGE_CLOSING - PLW_BRIDGE_OPENING - 1)

const char *
plwu_bridge_name_part (PlwBridgePart part)
{
  static const char *const names[] = {
    [PLW_BRIDGE_OPENING] = N_ ("Before"),         [PLW_BRIDGE_PRICE] = N_ ("Prices"),
    [PLW_BRIDGE_DEMAND] = N_ ("Demand"),          [PLW_BRIDGE_PRESSURES] = N_ ("Pressures"),
    [PLW_BRIDGE_GROWTH] = N_ ("Growth"),          [PLW_BRIDGE_SAVINGS] = N_ ("Savings"),
    [PLW_BRIDGE_INCOME] = N_ ("Income"),          [PLW_BRIDGE_PREVENTION] = N_ ("Prevention"),
    [PLW_BRIDGE_SPILLOVER] = N_ ("Knock-on"),     [PLW_BRIDGE_FINANCING] = N_ ("Financing"),
    [PLW_BRIDGE_FLOOR] = N_ ("Never below zero"), [PLW_BRIDGE_OTHER] = N_ ("Programmes, projects"),
    [PLW_BRIDGE_CLOSING] = N_ ("After"),
  };

  g_return_val_if_fail ((unsigned) part < PLW_N_BRIDGE_PARTS, "");

  return _ (names[part]);
}

/* @levels: the figure of each part */
static void
fill_steps (const gint64 *levels, PlwuBridgeStep *ret_steps)
{
  for (int i = 0; i < N_STEPS; i++)
    {
      PlwBridgePart part = (PlwBridgePart) (PLW_BRIDGE_OPENING + 1 + i);

      ret_steps[i] = (PlwuBridgeStep){ plwu_bridge_name_part (part), levels[part] };
    }
}

static const char *
find_largest (const PlwuBridgeStep *steps)
{
  const PlwuBridgeStep *largest = &steps[0];

  for (int i = 1; i < N_STEPS; i++)
    if (ABS (steps[i].pence) > ABS (largest->pence))
      largest = &steps[i];
  return largest->name;
}

static gint64
sum_uses (const PlwResult *result, const GArray *uses, PlwBridgePart part, size_t year)
{
  gint64 sum = 0;

  if (uses == NULL)
    return plw_result_bridge (result, SIZE_MAX, part, year);
  for (guint i = 0; i < uses->len; i++)
    sum += plw_result_bridge (result, g_array_index (uses, size_t, i), part, year);
  return sum;
}

static char *
make_title (const char *what, gint64 opening, gint64 closing, const PlwuBridgeStep *steps)
{
  g_autofree char *amount = plw_pence_show_short (ABS (closing - opening));

  if (closing == opening)
    return g_strdup_printf (_ ("%s: need stays the same"), what);
  if (closing > opening)
    return g_strdup_printf (_ ("%s: need up %s; largest step: %s"), what, amount, find_largest (steps));
  return g_strdup_printf (_ ("%s: need down %s; largest step: %s"), what, amount, find_largest (steps));
}

void
plwu_bridge_show_years (PlwuBridge *drawing,
                        const PlwResult *result,
                        const GArray *uses,
                        size_t first,
                        size_t last,
                        const char *what)
{
  g_return_if_fail (PLWU_IS_BRIDGE (drawing));
  g_return_if_fail (result != NULL && first <= last && last < plw_result_n_years (result));

  gint64 levels[PLW_N_BRIDGE_PARTS] = { 0 };
  PlwuBridgeStep steps[N_STEPS];

  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    for (size_t year = first; year <= last; year++)
      levels[part] += sum_uses (result, uses, (PlwBridgePart) part, year);
  levels[PLW_BRIDGE_OPENING] = sum_uses (result, uses, PLW_BRIDGE_OPENING, first);
  levels[PLW_BRIDGE_CLOSING] = sum_uses (result, uses, PLW_BRIDGE_CLOSING, last);
  fill_steps (levels, steps);

  g_autofree char *title = make_title (what != NULL ? what : _ ("The whole plan"), levels[PLW_BRIDGE_OPENING],
                                       levels[PLW_BRIDGE_CLOSING], steps);

  plwu_bridge_set_data (drawing, plw_year_name (plw_result_year (result, first) - 1),
                        levels[PLW_BRIDGE_OPENING], N_STEPS, steps,
                        plw_year_name (plw_result_year (result, last)), title, NULL);
  g_warn_if_fail (plwu_bridge_get_closing (drawing) == levels[PLW_BRIDGE_CLOSING]);
}

void
plwu_bridge_show_difference (PlwuBridge *drawing,
                             const PlwResult *from,
                             const char *from_name,
                             const PlwResult *to,
                             const char *to_name,
                             size_t year)
{
  g_return_if_fail (PLWU_IS_BRIDGE (drawing));
  g_return_if_fail (from != NULL && to != NULL && from_name != NULL && to_name != NULL);
  g_return_if_fail (year == SIZE_MAX || year < plw_result_n_years (from));

  gint64 levels[PLW_N_BRIDGE_PARTS] = { 0 };
  PlwuBridgeStep steps[N_STEPS];
  size_t n_years = MIN (plw_result_n_years (from), plw_result_n_years (to));

  for (int part = 0; part < PLW_N_BRIDGE_PARTS; part++)
    for (size_t i = 0; i < n_years; i++)
      if (year == SIZE_MAX || i == year)
        levels[part] += plw_results_bridge (from, to, SIZE_MAX, (PlwBridgePart) part, i);
  fill_steps (levels, steps);

  gint64 difference = levels[PLW_BRIDGE_CLOSING] - levels[PLW_BRIDGE_OPENING];
  g_autofree char *amount = plw_pence_show_short (ABS (difference));
  g_autofree char *title = NULL;

  if (difference == 0)
    title = g_strdup_printf (_ ("%s needs as much"), to_name);
  else if (difference > 0)
    title = g_strdup_printf (_ ("%s needs %s more; largest step: %s"), to_name, amount, find_largest (steps));
  else
    title = g_strdup_printf (_ ("%s needs %s less; largest step: %s"), to_name, amount, find_largest (steps));

  plwu_bridge_set_data (drawing, from_name, levels[PLW_BRIDGE_OPENING], N_STEPS, steps, to_name, title, NULL);
  g_warn_if_fail (plwu_bridge_get_closing (drawing) == levels[PLW_BRIDGE_CLOSING]);
}
