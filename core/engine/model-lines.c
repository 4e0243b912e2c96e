/* model-lines.c: service lines, their cost elements and their changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model.h"

static uint32_t
pair_once (PlwModel *model, GHashTable *pairs, uint32_t price, uint32_t volume)
{
  gint64 key = ((gint64) price << 32) | volume;
  gpointer found = g_hash_table_lookup (pairs, &key);

  if (found == NULL)
    {
      found = GUINT_TO_POINTER (plw_model_pair (model, price, volume) + 1);
      g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), found);
    }
  return GPOINTER_TO_UINT (found) - 1;
}

/* Elements in the order of their lines. */
static void
add_elements (PlwModel *model)
{
  const PlwPlan *plan = model->plan;
  size_t n_costs = plw_plan_n_rows (plan, PLW_TABLE_COSTS);
  g_autofree size_t *line_of_cost = g_new (size_t, MAX (n_costs, 1));
  g_autofree size_t *next = g_new0 (size_t, model->n_lines + 1);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  model->elements = g_new (PlwElement, MAX (n_costs, 1));
  for (size_t c = 0; c < n_costs; c++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_COSTS, c, PLW_COSTS_LINE);
      bool is_known = plw_plan_find_key (plan, PLW_TABLE_LINES, code, &line_of_cost[c]);

      g_assert (is_known);
      model->lines[line_of_cost[c]].n_elements++;
    }
  for (size_t i = 0; i < model->n_lines; i++)
    {
      model->lines[i].first_element = next[i];
      next[i + 1] = next[i] + model->lines[i].n_elements;
    }
  for (size_t c = 0; c < n_costs; c++)
    {
      uint32_t price = plw_model_driver (model, PLW_TABLE_COSTS, c, PLW_COSTS_PRICE_DRIVER);
      uint32_t volume = plw_model_driver (model, PLW_TABLE_COSTS, c, PLW_COSTS_VOLUME_DRIVER);
      int64_t base = plw_plan_number (plan, PLW_TABLE_COSTS, c, PLW_COSTS_BASE);
      bool is_income = plw_plan_number (plan, PLW_TABLE_COSTS, c, PLW_COSTS_KIND) == PLW_COST_INCOME;

      model->elements[next[line_of_cost[c]]++] = (PlwElement){
        .base_pence = is_income ? -base : base,
        .price = price,
        .price_and_volume = pair_once (model, pairs, price, volume),
      };
    }
}

static void
add_change (PlwModel *model, size_t row)
{
  const PlwPlan *plan = model->plan;
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
  int64_t kind = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND);
  bool is_ongoing = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
  bool is_delivered = kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME;
  int64_t delivery =
      is_delivered ? plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY) : PLW_WHOLE;
  int64_t running = 0;
  size_t line;

  if (!plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED)
      || !plw_plan_find_key (plan, PLW_TABLE_LINES,
                             plw_plan_text (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE), &line))
    return;
  for (size_t t = 0; t < model->n_years; t++)
    {
      int64_t entry = plw_plan_number (plan, PLW_TABLE_CHANGES, row, first + t);

      running = is_ongoing ? running + entry : entry;
      /* PLW_FINE is a multiple of PLW_WHOLE: exact. */
      model->changes[(line * model->n_years + t) * 4 + (size_t) kind] +=
          (PlwWide) running * delivery * (PLW_FINE / PLW_WHOLE);
    }
}

static void
add_net_changes (PlwModel *model)
{
  model->net_changes = g_new (PlwWide, model->n_lines * model->n_years + 1);
  for (size_t t = 0; t < model->n_years; t++)
    for (size_t i = 0; i < model->n_lines; i++)
      {
        const PlwWide *changes = &model->changes[(i * model->n_years + t) * 4];

        model->net_changes[t * model->n_lines + i] = changes[PLW_CHANGE_PRESSURE] + changes[PLW_CHANGE_GROWTH]
                                                     - changes[PLW_CHANGE_SAVING]
                                                     - changes[PLW_CHANGE_INCOME];
      }
}

static void
add_spillovers (PlwModel *model)
{
  const PlwPlan *plan = model->plan;

  model->n_spillovers = plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS);
  model->spillovers = g_new0 (PlwSpillover, MAX (model->n_spillovers, 1));
  for (size_t r = 0; r < model->n_spillovers; r++)
    {
      PlwSpillover *spillover = &model->spillovers[r];
      const char *from = plw_plan_text (plan, PLW_TABLE_SPILLOVERS, r, PLW_SPILLOVERS_FROM_LINE);
      const char *to = plw_plan_text (plan, PLW_TABLE_SPILLOVERS, r, PLW_SPILLOVERS_TO_LINE);
      bool is_known = plw_plan_find_key (plan, PLW_TABLE_LINES, from, &spillover->from_line)
                      && plw_plan_find_key (plan, PLW_TABLE_LINES, to, &spillover->to_line);

      g_assert (is_known);
      spillover->rise = plw_plan_number (plan, PLW_TABLE_SPILLOVERS, r, PLW_SPILLOVERS_RISE);
      spillover->lag = plw_plan_number (plan, PLW_TABLE_SPILLOVERS, r, PLW_SPILLOVERS_LAG);
      spillover->duration = plw_plan_number (plan, PLW_TABLE_SPILLOVERS, r, PLW_SPILLOVERS_DURATION);
    }
}

void
plw_model_add_lines (PlwModel *model)
{
  const PlwPlan *plan = model->plan;

  model->n_lines = plw_plan_n_rows (plan, PLW_TABLE_LINES);
  model->lines = g_new0 (PlwLine, MAX (model->n_lines, 1));
  for (size_t i = 0; i < model->n_lines; i++)
    model->lines[i] = (PlwLine){
      .code = plw_plan_text (plan, PLW_TABLE_LINES, i, PLW_LINES_CODE),
      .partner = plw_model_number (model, PLW_TABLE_PARTNERS,
                                   plw_plan_text (plan, PLW_TABLE_LINES, i, PLW_LINES_PARTNER)),
      .is_statutory = plw_plan_number (plan, PLW_TABLE_LINES, i, PLW_LINES_DUTY) == PLW_DUTY_STATUTORY,
      .statutory_minimum = plw_plan_number (plan, PLW_TABLE_LINES, i, PLW_LINES_STATUTORY_MINIMUM),
    };
  add_elements (model);
  model->changes = g_new0 (PlwWide, MAX (model->n_lines * model->n_years * 4, 1));
  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); r++)
    add_change (model, r);
  add_net_changes (model);
  add_spillovers (model);
}
