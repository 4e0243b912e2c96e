/* plwu-need-money-figures.c: need against money of a result, put into a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-need-money-figures.h"

#include "plwu-result-figures.h"

#include <glib/gi18n.h>
#include <placewright/year.h>

static PlwuCertainty
to_certainty (PlwCertainty certainty)
{
  switch (certainty)
    {
    case PLW_CERTAINTY_INDICATIVE:
      return PLWU_CERTAINTY_INDICATIVE;
    case PLW_CERTAINTY_AT_RISK:
      return PLWU_CERTAINTY_AT_RISK;
    case PLW_CERTAINTY_BID:
      return PLWU_CERTAINTY_BID;
    case PLW_CERTAINTY_CONFIRMED:
    default:
      return PLWU_CERTAINTY_CONFIRMED;
    }
}

static char *
make_title (PlwuNeedMoney *drawing, const PlwResult *result)
{
  size_t n_years = plw_result_n_years (result);
  size_t first = 0;

  while (first < n_years && plw_result_sum (result, PLW_SUM_SHORTFALL, first) == 0)
    first++;
  if (first == n_years)
    return g_strdup (_ ("Money meets need in every year"));

  const char *year = plw_year_name (plw_result_year (result, first));
  g_autofree char *last =
      plwu_need_money_show (drawing, plw_result_sum (result, PLW_SUM_SHORTFALL, n_years - 1));

  if (plw_result_sum (result, PLW_SUM_SHORTFALL, n_years - 1) == 0)
    return g_strdup_printf (_ ("Money falls short of need in %s"), year);
  return g_strdup_printf (_ ("Money falls short from %s: %s by %s"), year, last,
                          plw_year_name (plw_result_year (result, n_years - 1)));
}

/* What the picture does not draw, by year. */
static void
add_rows (PlwuNeedMoney *drawing, const PlwResult *result, const PlwResult *today, const PlwResult *pooled)
{
  size_t n_years = plw_result_n_years (result);
  g_autofree gint64 *costs = g_new0 (gint64, n_years + 1);
  g_autofree gint64 *reserves = g_new0 (gint64, n_years + 1);
  g_auto (GStrv) none = g_new0 (char *, n_years + 1);
  g_autofree gboolean *is_low = g_new0 (gboolean, n_years + 1);
  gboolean has_both = today != NULL && pooled != NULL;

  for (size_t i = 0; i < n_years; i++)
    {
      if (has_both)
        costs[i] =
            plw_result_sum (today, PLW_SUM_SHORTFALL, i) - plw_result_sum (pooled, PLW_SUM_SHORTFALL, i);
      none[i] = g_strdup ("–");
      reserves[i] = plw_result_sum (result, PLW_SUM_GENERAL_RESERVE, i);
      is_low[i] = reserves[i] < plwu_result_reserve_minimum (result);
    }
  if (has_both)
    plwu_need_money_add_amounts (drawing, _ ("Cost of ring-fences"), costs, NULL);
  else
    plwu_need_money_add_row (drawing, _ ("Cost of ring-fences"), (const char *const *) none, NULL);
  plwu_need_money_add_amounts (drawing, _ ("General reserve"), reserves, is_low);
}

/* The money that reaches uses, so that the gap drawn is the shortfall. */
void
plwu_need_money_figures_fill (PlwuNeedMoney *drawing, const PlwResult *result, const char *title)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (drawing));
  g_return_if_fail (result != NULL && title != NULL);

  size_t n_years = plw_result_n_years (result);
  g_autofree int *years = plwu_result_list_years (result);
  g_autofree gint64 *need = g_new (gint64, n_years);
  g_autofree gint64 (*money)[PLWU_N_CERTAINTIES] =
      (gint64 (*)[PLWU_N_CERTAINTIES]) g_malloc0 (n_years * sizeof *money);

  for (size_t i = 0; i < n_years; i++)
    {
      need[i] = plw_result_sum (result, PLW_SUM_NEED, i);
      money[i][PLWU_CERTAINTY_CONFIRMED] = plw_result_sum (result, PLW_SUM_BORROWED, i);
      for (size_t j = 0; j < plw_result_n_pots (result); j++)
        {
          const PlwPotYears *pot = plw_result_pot (result, j);

          money[i][to_certainty (pot->certainty)] += pot->spent[i];
        }
    }
  plwu_need_money_set_data (drawing, (guint) n_years, years, need,
                            (const gint64 (*)[PLWU_N_CERTAINTIES]) money, title, NULL);
}

void
plwu_need_money_figures_show (PlwuNeedMoney *drawing,
                              const PlwResult *result,
                              const PlwResult *today,
                              const PlwResult *pooled)
{
  plwu_need_money_figures_fill (drawing, result, "");

  g_autofree char *title = make_title (drawing, result); /* in the unit of the figures */

  plwu_drawing_set_title (PLWU_DRAWING (drawing), title, NULL);
  add_rows (drawing, result, today, pooled);
}
