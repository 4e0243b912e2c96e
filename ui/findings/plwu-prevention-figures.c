/* plwu-prevention-figures.c: what programmes cost and save, put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-figures.h"

#include "plwu-prevention-text.h"
#include "plwu-result-figures.h"

#include <glib/gi18n.h>

void
plwu_prevention_show_years (PlwuValley *drawing, const PlwResult *result, size_t programme)
{
  g_return_if_fail (PLWU_IS_VALLEY (drawing));
  g_return_if_fail (result != NULL);

  const PlwProgramme *held = plwu_prevention_get (result, programme);
  const PlwPotYears *reserve = plwu_result_find_reserve (result);
  size_t n_years = plw_result_n_years (result);
  g_autofree PlwuValleyYear *years = g_new0 (PlwuValleyYear, n_years);
  g_autofree char *title = plwu_prevention_title (result, programme);

  for (size_t i = 0; i < n_years; i++)
    years[i] = (PlwuValleyYear){
      .year = plw_result_year (result, i),
      .cost = held->cost[i],
      .saved = held->saved[i],
      .released = held->released[i],
      .carried = reserve != NULL ? reserve->closing[i] - reserve->withheld[i] : 0,
    };
  plwu_valley_set_data (drawing, (guint) n_years, years, reserve != NULL, title);
}

static void
add_running (GArray *running, const PlwResult *result, const PlwPartnerYears *partner)
{
  gint64 so_far = 0;

  for (size_t i = 0; i < plw_result_n_years (result); i++)
    {
      so_far += partner->position[i];
      g_array_append_val (running, so_far);
    }
}

void
plwu_prevention_show_positions (PlwuPartners *drawing,
                                const PlwResult *result,
                                size_t programme,
                                const char *context,
                                GArray *ret_partners)
{
  g_return_if_fail (PLWU_IS_PARTNERS (drawing));
  g_return_if_fail (result != NULL && context != NULL);

  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (PlwuPartnerBar));
  g_autoptr (GArray) running = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree int *years = plwu_result_list_years (result);
  g_autofree char *title = plwu_prevention_partner_title (result, programme);
  g_autofree char *line = g_strdup_printf (_ ("%s · %s · present values; gains are cash and capacity"),
                                           plwu_prevention_name (result, programme), context);

  if (ret_partners != NULL)
    g_array_set_size (ret_partners, 0);
  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (result, programme, i);
      PlwuPartnerBar bar = { partner->name, partner->pv_paid, partner->pv_benefit, partner->pv_position };

      if (partner->row == SIZE_MAX)
        bar.name = _ ("No partner");
      if (bar.paid == 0 && bar.benefit == 0)
        continue;
      g_array_append_val (bars, bar);
      add_running (running, result, partner);
      if (ret_partners != NULL)
        g_array_append_val (ret_partners, i);
    }
  plwu_drawing_set_context (PLWU_DRAWING (drawing), line);
  plwu_partners_set_running (drawing, bars->len, (guint) plw_result_n_years (result), years,
                             (const gint64 *) (void *) running->data);
  plwu_partners_set_data (drawing, bars->len, (const PlwuPartnerBar *) (void *) bars->data, title);
}
