/* plwu-one-pot-figures.c: what the rules on money cost, put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-one-pot-figures.h"

#include "plwu-result-figures.h"
#include "plwu-rules.h"

#include <glib/gi18n.h>
#include <placewright/number.h>

/* By year */

static char *
make_year_title (gint64 cost, guint n_years)
{
  g_autofree char *amount = plw_pence_show_short (ABS (cost));

  if (cost == 0)
    return g_strdup (_ ("One pot would not change the shortfall"));
  if (cost < 0)
    return g_strdup_printf (_ ("One pot would leave %s more unmet"), amount);
  return g_strdup_printf (
      ngettext ("Fragmentation costs %s in %u year", "Fragmentation costs %s in %u years", n_years), amount,
      n_years);
}

void
plwu_one_pot_show_years (PlwuFragmentation *drawing, const PlwResult *today, const PlwResult *pooled)
{
  g_return_if_fail (PLWU_IS_FRAGMENTATION (drawing));
  g_return_if_fail (today != NULL && pooled != NULL);

  guint n_years = (guint) plw_result_n_years (today);
  g_autofree PlwuFragmentationYear *years = g_new0 (PlwuFragmentationYear, n_years);
  gint64 cost =
      plwu_result_sum_years (today, PLW_SUM_SHORTFALL) - plwu_result_sum_years (pooled, PLW_SUM_SHORTFALL);
  g_autofree char *title = make_year_title (cost, n_years);

  for (guint i = 0; i < n_years; i++)
    years[i] = (PlwuFragmentationYear){
      .year = plw_result_year (today, i),
      .today = plw_result_sum (today, PLW_SUM_SHORTFALL, i),
      .one_pot = plw_result_sum (pooled, PLW_SUM_SHORTFALL, i),
      .stranded = plw_result_sum (today, PLW_SUM_STRANDED, i),
    };
  plwu_fragmentation_set_data (drawing, n_years, years, title);
}

void
plwu_one_pot_set_context (PlwuDrawing *drawing, const char *scenario)
{
  g_return_if_fail (PLWU_IS_DRAWING (drawing));
  g_return_if_fail (scenario != NULL);

  g_autofree char *context = g_strdup_printf (_ ("%s · one pot is not lawful today"), scenario);

  plwu_drawing_set_context (drawing, context);
}

/* By rule */

static char *
make_rule_title (const PlwuRuleCost *costs)
{
  const PlwuRuleCost *most = &costs[0];

  for (guint i = 1; i < PLW_N_RULES; i++)
    if (costs[i].pence > most->pence)
      most = &costs[i];
  if (most->pence <= 0)
    return g_strdup (_ ("No rule on pooled pots costs anything"));

  g_autofree char *amount = plw_pence_show_short (most->pence);

  /* Translators: a rule and an amount; ten words at most */
  return g_strdup_printf (_ ("Costliest rule: %s, %s"), most->name, amount);
}

/* The bars are parts of all rules lifted together; one pot lifts two of them. */
static char *
make_rule_note (const PlwFragmentation *fragmentation)
{
  g_autofree char *kind = plw_pence_show_short (
      plw_fragmentation_pooling_part (fragmentation, PLW_RULE_KIND, SIZE_MAX, SIZE_MAX));
  g_autofree char *fence = plw_pence_show_short (
      plw_fragmentation_pooling_part (fragmentation, PLW_RULE_RINGFENCE, SIZE_MAX, SIZE_MAX));
  g_autofree char *cost = plw_pence_show_short (plw_fragmentation_cost (fragmentation, SIZE_MAX, SIZE_MAX));

  return g_strdup_printf (
      _ ("The bars share out what lifting all rules together would do. One pot lifts two "
         "alone: ring-fences then cost %s, keeping revenue and capital apart %s, together "
         "%s."),
      fence, kind, cost);
}

void
plwu_one_pot_show_rules (PlwuRuleCosts *drawing, const PlwFragmentation *fragmentation, const char *scenario)
{
  g_return_if_fail (PLWU_IS_RULE_COSTS (drawing));
  g_return_if_fail (fragmentation != NULL && scenario != NULL);

  PlwuRuleCost costs[PLW_N_RULES];
  g_autofree char *all =
      plw_pence_show_short (plw_fragmentation_all_rules (fragmentation, SIZE_MAX, SIZE_MAX));
  g_autofree char *context =
      g_strdup_printf (_ ("%s · all rules lifted from pooled pots: %s less unmet"), scenario, all);

  for (guint i = 0; i < PLW_N_RULES; i++)
    costs[i] = (PlwuRuleCost){
      .name = plwu_rule_title ((PlwRule) i),
      .is_lifted = plwu_rule_is_lifted_by_one_pot ((PlwRule) i),
      .pence = plw_fragmentation_part (fragmentation, (PlwRule) i, SIZE_MAX, SIZE_MAX),
    };

  g_autofree char *title = make_rule_title (costs);
  g_autofree char *note = make_rule_note (fragmentation);

  plwu_drawing_set_context (PLWU_DRAWING (drawing), context);
  plwu_rule_costs_set_data (drawing, PLW_N_RULES, costs, note, title);
}
