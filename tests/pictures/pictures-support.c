/* pictures-support.c: the examples worked out and put into every picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures-support.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-capital-funding.h"
#include "findings/plwu-need-money-figures.h"
#include "findings/plwu-one-pot-figures.h"
#include "findings/plwu-pot-cliffs.h"
#include "findings/plwu-pot-flows.h"
#include "findings/plwu-prevention-figures.h"
#include "findings/plwu-result-figures.h"
#include "findings/plwu-shortfall-figures.h"

#include <placewright/exchange.h>

Example *
example_new (const char *name, gboolean has_fragmentation)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_EXAMPLES"), name, NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);
  Example *self = g_new0 (Example, 1);

  g_assert_no_error (error);
  self->study = plw_study_new (plan, NULL, problems, &error);
  g_assert_no_error (error);
  self->today = plw_study_evaluate (self->study, "today", problems, &error);
  g_assert_no_error (error);
  self->pooled = plw_study_evaluate (self->study, "placemaking", problems, &error);
  g_assert_no_error (error);
  if (has_fragmentation)
    self->fragmentation = plw_study_fragmentation (self->study, NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
example_free (Example *self)
{
  plw_fragmentation_free (self->fragmentation);
  plw_result_free (self->today);
  plw_result_free (self->pooled);
  plw_study_unref (self->study);
  g_free (self);
}

static PlwuDrawing *
draw_by_year (const Example *self, Picture picture)
{
  PlwuNeedMoney *money;
  PlwuFragmentation *one_pot;
  PlwuRuleCosts *rules;
  PlwuBridge *bridge;

  switch (picture)
    {
    case PICTURE_NEED_MONEY:
      money = plwu_need_money_new ();
      plwu_need_money_figures_show (money, self->today, self->today, self->pooled);
      return PLWU_DRAWING (money);
    case PICTURE_CAPITAL:
      money = plwu_need_money_new ();
      plwu_capital_funding_show (money, self->today);
      return PLWU_DRAWING (money);
    case PICTURE_ONE_POT:
      one_pot = plwu_fragmentation_new ();
      plwu_one_pot_show_years (one_pot, self->today, self->pooled);
      return PLWU_DRAWING (one_pot);
    case PICTURE_RULES:
      rules = plwu_rule_costs_new ();
      plwu_one_pot_show_rules (rules, self->fragmentation, "Base case");
      return PLWU_DRAWING (rules);
    case PICTURE_BRIDGE:
    default:
      bridge = plwu_bridge_new ();
      plwu_bridge_show_years (bridge, self->today, NULL, 0, plw_result_n_years (self->today) - 1, NULL);
      return PLWU_DRAWING (bridge);
    }
}

static PlwuDrawing *
draw_by_row (const Example *self, Picture picture)
{
  g_autofree char *context = plwu_result_context (self->today);
  PlwuHeatmap *heatmap;
  PlwuCliffs *cliffs;
  PlwuFlows *flows;
  PlwuValley *valley;
  PlwuPartners *partners;

  switch (picture)
    {
    case PICTURE_SHORTFALL:
      heatmap = plwu_heatmap_new ();
      plwu_heatmap_set_unit (heatmap, plwu_shortfall_choose_unit (self->today));
      plwu_shortfall_show (heatmap, self->today, TRUE, NULL);
      return PLWU_DRAWING (heatmap);
    case PICTURE_CLIFFS:
      cliffs = plwu_cliffs_new ();
      plwu_pot_cliffs_show (cliffs, self->today, NULL);
      return PLWU_DRAWING (cliffs);
    case PICTURE_FLOWS:
      flows = plwu_flows_new ();
      plwu_pot_flows_show (flows, self->today, 0, PLWU_USES_BY_GROUP, context);
      return PLWU_DRAWING (flows);
    case PICTURE_VALLEY:
      valley = plwu_valley_new ();
      plwu_prevention_show_years (valley, self->today, SIZE_MAX);
      return PLWU_DRAWING (valley);
    case PICTURE_PARTNERS:
    default:
      partners = plwu_partners_new ();
      plwu_prevention_show_positions (partners, self->today, SIZE_MAX, context, NULL);
      return PLWU_DRAWING (partners);
    }
}

PlwuDrawing *
example_draw (const Example *self, Picture picture)
{
  PlwuDrawing *drawing;
  g_autofree char *context = plwu_result_context (self->today);

  if (picture == PICTURE_RULES && self->fragmentation == NULL)
    return NULL;
  drawing = picture == PICTURE_SHORTFALL || picture == PICTURE_CLIFFS || picture == PICTURE_FLOWS
                    || picture == PICTURE_VALLEY || picture == PICTURE_PARTNERS
                ? draw_by_row (self, picture)
                : draw_by_year (self, picture);
  if (plwu_drawing_get_context (drawing) == NULL)
    plwu_drawing_set_context (drawing, context);
  return drawing;
}
