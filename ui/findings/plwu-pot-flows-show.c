/* plwu-pot-flows-show.c: a year's payments put into a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-pot-flows.h"

#include "pictures/plwu-amount.h"

#include <glib/gi18n.h>
#include <placewright/year.h>

static char *
make_title (const PlwuPotFlows *flows)
{
  g_autofree char *unmet = plw_pence_show_short (flows->unmet);
  g_autofree char *unspent = plw_pence_show_short (flows->unspent);

  if (flows->unmet == 0)
    return g_strdup (_ ("Money reaches every need"));
  if (flows->unspent == 0)
    return g_strdup_printf (_ ("%s of need has no money"), unmet);
  return g_strdup_printf (_ ("%s of need has no money; %s stays unspent"), unmet, unspent);
}

/* Both sides of the picture, as sums that can be checked. */
static char *
make_context (const char *context, const PlwuPotFlows *flows, int year)
{
  const gint64 left[] = { flows->money, flows->borrowed, flows->unmet };
  const gint64 right[] = { flows->need, flows->unspent };
  PlwUnit unit = plwu_amount_choose_unit (MAX (flows->money, flows->need));
  gint64 left_steps[G_N_ELEMENTS (left)];
  gint64 right_steps[G_N_ELEMENTS (right)];

  plw_pence_round_rows (left, G_N_ELEMENTS (left), unit, left_steps);
  plw_pence_round_rows (right, G_N_ELEMENTS (right), unit, right_steps);

  g_autofree char *money = plwu_amount_show_steps (left_steps[0], unit);
  g_autofree char *borrowed = plwu_amount_show_steps (left_steps[1], unit);
  g_autofree char *unmet = plwu_amount_show_steps (left_steps[2], unit);
  g_autofree char *need = plwu_amount_show_steps (right_steps[0], unit);
  g_autofree char *unspent = plwu_amount_show_steps (right_steps[1], unit);

  if (flows->borrowed > 0)
    return g_strdup_printf (_ ("%s · %s · money %s + borrowed %s + unallocated %s = needs %s + not spent %s"),
                            context, plw_year_name (year), money, borrowed, unmet, need, unspent);
  return g_strdup_printf (_ ("%s · %s · money %s + unallocated %s = needs %s + not spent %s"), context,
                          plw_year_name (year), money, unmet, need, unspent);
}

void
plwu_pot_flows_show (PlwuFlows *drawing,
                     const PlwResult *result,
                     size_t year,
                     PlwuUsesBy by,
                     const char *context)
{
  g_return_if_fail (PLWU_IS_FLOWS (drawing));
  g_return_if_fail (result != NULL && year < plw_result_n_years (result));
  g_return_if_fail (context != NULL);

  g_autoptr (PlwuPotFlows) flows = plwu_pot_flows_new (result, year, by);
  g_autofree char *title = make_title (flows);
  g_autofree char *line = make_context (context, flows, plw_result_year (result, year));

  plwu_drawing_set_context (PLWU_DRAWING (drawing), line);
  plwu_flows_set_data (drawing, flows->left->len, (const PlwuFlowNode *) (void *) flows->left->data,
                       flows->right->len, (const PlwuFlowNode *) (void *) flows->right->data,
                       flows->links->len, (const PlwuFlowLink *) (void *) flows->links->data, title);
}
