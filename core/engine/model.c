/* model.c: a resolved plan, laid out for calculating.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model.h"

#include <string.h>

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

static int
compare_pots (const void *a, const void *b, void *data)
{
  const PlwModel *model = data;

  return strcmp (model->pots[*(const uint32_t *) a].code, model->pots[*(const uint32_t *) b].code);
}

typedef struct
{
  const PlwModel *model;
  const char **codes;
} CodedUses;

static int
compare_uses (const void *a, const void *b, void *data)
{
  const CodedUses *coded = data;
  uint32_t left = *(const uint32_t *) a;
  uint32_t right = *(const uint32_t *) b;
  const PlwModelUse *use_a = &coded->model->uses[left];
  const PlwModelUse *use_b = &coded->model->uses[right];
  int order = strcmp (coded->codes[left], coded->codes[right]);

  if (order != 0)
    return order;
  if (use_a->kind != use_b->kind)
    return use_a->kind < use_b->kind ? -1 : 1;
  return use_a->part < use_b->part ? -1 : use_a->part > use_b->part;
}

static uint32_t *
rank_all (size_t n, GCompareDataFunc compare, gpointer data)
{
  uint32_t *order = g_new (uint32_t, MAX (n, 1));

  for (size_t i = 0; i < n; i++)
    order[i] = (uint32_t) i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, data);
  return order;
}

static void
rank_codes (PlwModel *model)
{
  g_autofree const char **codes = g_new (const char *, model->n_uses);
  CodedUses coded = { model, codes };

  for (size_t u = 0; u < model->n_uses; u++)
    codes[u] = plw_model_use_code (model, u);
  model->use_at_rank = rank_all (model->n_uses, compare_uses, &coded);
  model->pot_at_rank = rank_all (model->n_pots, compare_pots, model);
  model->rank_of_pot = g_new (uint32_t, MAX (model->n_pots, 1));
  for (uint32_t k = 0; k < model->n_pots; k++)
    model->rank_of_pot[model->pot_at_rank[k]] = k;
}

uint32_t
plw_model_number (const PlwModel *model, PlwTableId table, const char *code)
{
  size_t row;

  return code[0] != '\0' && plw_plan_find_key (model->plan, table, code, &row) ? (uint32_t) row : UINT32_MAX;
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
  model->deflator = plw_model_number (model, PLW_TABLE_DRIVERS, plw_plan_setting (plan, "deflator")) + 1;
  add_debt (model);
  plw_model_add_lines (model);
  if (!plw_model_add_pots (model, problems))
    return NULL;
  plw_model_add_uses (model);
  if (!plw_model_add_programmes (model, problems))
    return NULL;
  rank_codes (model);
  plw_model_add_links (model);
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
  for (size_t p = 0; p < model->n_programmes; p++)
    g_free (model->programmes[p].intake);
  g_free (model->programmes);
  g_free (model->effects);
  g_free (model->effects_by_line);
  g_free (model->first_by_line);
  g_free (model->pot_at_rank);
  g_free (model->rank_of_pot);
  g_free (model->use_at_rank);
  g_free (model->links.class_of_use);
  g_free (model->links.bars);
  g_free (model->links.caps);
  g_free (model->changes);
  g_free (model->net_changes);
  g_free (model->spillovers);
  g_free (model->projects);
  g_free (model->pots);
  g_free (model->fences);
  g_free (model->uses);
  g_free (model->fixed_needs);
  g_free (model->old_mrp);
  g_free (model);
}
