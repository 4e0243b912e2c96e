/* model.c: a resolved plan, laid out for calculating.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model.h"

static void
add_debt (PlwModel *model)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_DEBT)->n_columns;
  const char *driver = plw_plan_setting (plan, "interest_driver");
  size_t row;

  model->opening_cfr = plw_plan_setting_number (plan, "opening_cfr", 0);
  model->borrowing_limit = plw_plan_setting_number (plan, "borrowing_limit", -1);
  model->old_mrp = g_new0 (int64_t, model->n_years);
  if (plw_plan_find_key (plan, PLW_TABLE_DRIVERS, driver, &row))
    model->interest_series = (uint32_t) row + 1;
  if (!plw_plan_find_key (plan, PLW_TABLE_DEBT, "mrp", &row))
    return;
  for (size_t t = 0; t < model->n_years; t++)
    model->old_mrp[t] = plw_plan_number (plan, PLW_TABLE_DEBT, row, first + t);
}

PlwModel *
plw_model_new (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (PlwModel) model = g_new0 (PlwModel, 1);

  g_return_val_if_fail (plw_plan_n_years (plan) >= PLW_YEARS_LEAST, NULL);

  model->plan = plan;
  model->first_year = plw_plan_base_year (plan) + 1;
  model->n_years = plw_plan_n_years (plan);
  if (!plw_model_add_series (model, problems))
    return NULL;
  add_debt (model);
  plw_model_add_lines (model);
  if (!plw_model_add_pots (model, problems))
    return NULL;
  plw_model_add_uses (model);
  return g_steal_pointer (&model);
}

void
plw_model_free (PlwModel *model)
{
  if (model == NULL)
    return;
  for (size_t k = 0; k < model->n_pots; k++)
    {
      g_free (model->pots[k].received);
      g_free (model->pots[k].limit);
    }
  g_free (model->series);
  g_free (model->rates);
  g_free (model->lines);
  g_free (model->elements);
  g_free (model->changes);
  g_free (model->spillovers);
  g_free (model->projects);
  g_free (model->pots);
  g_free (model->fences);
  g_free (model->uses);
  g_free (model->fixed_needs);
  g_free (model->old_mrp);
  g_free (model);
}
