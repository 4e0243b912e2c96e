/* false-economy.c: what not spending here costs elsewhere, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/result-private.h"

#include <placewright/sustain.h>

static void
free_economy (gpointer data)
{
  PlwFalseEconomy *economy = data;

  for (size_t i = 0; i < economy->n_knock_ons; i++)
    g_free (economy->knock_ons[i].cost);
  g_free (economy->knock_ons);
  g_free (economy->gross);
  g_free (economy->net);
  g_free (economy);
}

/* What a line would need at the year's prices and volumes, the base of section 7. */
static double
volume_of (const PlwModel *model, size_t line, size_t t)
{
  const PlwLine *held = &model->lines[line];
  PlwWide full = 0;

  for (size_t e = held->first_element; e < held->first_element + held->n_elements; e++)
    full += (PlwWide) model->elements[e].base_pence
            * plw_model_index (model, model->elements[e].price_and_volume, t);
  return full > 0 ? (double) full / (double) PLW_FINE : 0;
}

/* The cost in year @t of a spillover whose first line lacks @missing, a share by year. */
static double
cost_of (const PlwModel *model, const PlwSpillover *spillover, const double *missing, size_t t)
{
  double rise = 0;

  for (size_t s = 0; s < t; s++)
    {
      int64_t age = (int64_t) (t - s);

      if (age >= spillover->lag && age < spillover->lag + spillover->duration)
        rise += (double) spillover->rise / (double) PLW_WHOLE * missing[s];
    }
  return rise > 0 ? rise * volume_of (model, spillover->to_line, t) : 0;
}

static int64_t *
find_cost_on (const PlwModel *model, size_t from, size_t to, const double *missing)
{
  int64_t *cost = g_new0 (int64_t, model->n_years);
  bool is_any = false;

  for (size_t t = 0; t < model->n_years; t++)
    {
      double sum = 0;

      for (size_t i = 0; i < model->n_spillovers; i++)
        if (model->spillovers[i].from_line == from && model->spillovers[i].to_line == to)
          sum += cost_of (model, &model->spillovers[i], missing, t);
      cost[t] = (int64_t) (sum + 0.5);
      is_any = is_any || cost[t] > 0;
    }
  if (is_any)
    return cost;
  g_free (cost);
  return NULL;
}

/* Takes @gross; adds nothing where nothing is knocked on. */
static void
add_economy (GPtrArray *economies,
             const PlwModel *model,
             size_t line,
             size_t change,
             int64_t *gross,
             const double *missing)
{
  PlwFalseEconomy *economy = g_new0 (PlwFalseEconomy, 1);
  GArray *knock_ons = g_array_new (FALSE, FALSE, sizeof (PlwKnockOn));

  economy->use = line;
  economy->change = change;
  economy->gross = gross;
  economy->net = g_memdup2 (gross, model->n_years * sizeof *gross);
  for (size_t to = 0; to < model->n_lines; to++)
    {
      PlwKnockOn knock_on = { to, find_cost_on (model, line, to, missing) };

      if (knock_on.cost == NULL)
        continue;
      for (size_t t = 0; t < model->n_years; t++)
        economy->net[t] -= knock_on.cost[t];
      g_array_append_val (knock_ons, knock_on);
    }
  economy->n_knock_ons = knock_ons->len;
  economy->knock_ons = (PlwKnockOn *) g_array_free (knock_ons, FALSE);
  if (economy->n_knock_ons > 0)
    g_ptr_array_add (economies, economy);
  else
    free_economy (economy);
}

static void
add_shortfall (GPtrArray *economies, const PlwResult *result, const PlwModel *model, size_t line)
{
  const PlwUse *use = &result->uses[line];
  int64_t *gross = g_new (int64_t, model->n_years);
  g_autofree double *missing = g_new (double, model->n_years);

  for (size_t t = 0; t < model->n_years; t++)
    {
      gross[t] = use->need[t] - use->funded[t];
      missing[t] = use->need[t] > 0 ? (double) gross[t] / (double) use->need[t] : 0;
    }
  add_economy (economies, model, line, SIZE_MAX, gross, missing);
}

static void
add_saving (GPtrArray *economies, const PlwResult *result, const PlwModel *model, size_t line, size_t row)
{
  const PlwPlan *plan = result->plan;
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
  int64_t delivery = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);
  bool is_ongoing = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
  int64_t *gross = g_new (int64_t, model->n_years);
  g_autofree double *missing = g_new (double, model->n_years);
  int64_t running = 0;

  for (size_t t = 0; t < model->n_years; t++)
    {
      int64_t entry = plw_plan_number (plan, PLW_TABLE_CHANGES, row, first + t);
      double without;

      running = is_ongoing ? running + entry : entry;
      gross[t] = plw_divide_round ((PlwWide) running * delivery, PLW_WHOLE);
      without = (double) result->uses[line].need[t] + (double) gross[t];
      missing[t] = without > 0 && gross[t] > 0 ? (double) gross[t] / without : 0;
    }
  add_economy (economies, model, line, row, gross, missing);
}

static bool
has_spillover (const PlwModel *model, size_t line)
{
  for (size_t i = 0; i < model->n_spillovers; i++)
    if (model->spillovers[i].from_line == line)
      return true;
  return false;
}

GPtrArray *
plw_result_false_economies (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  const PlwModel *model = result->study->model;
  const PlwPlan *plan = result->plan;
  GPtrArray *economies = g_ptr_array_new_with_free_func (free_economy);

  for (size_t i = 0; i < model->n_lines; i++)
    if (has_spillover (model, i))
      add_shortfall (economies, result, model, i);
  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); r++)
    {
      uint32_t line = plw_model_number (model, PLW_TABLE_LINES,
                                        plw_plan_text (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_LINE));

      if (line != UINT32_MAX && has_spillover (model, line)
          && plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_ENABLED)
          && plw_plan_number (plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_KIND) == PLW_CHANGE_SAVING)
        add_saving (economies, result, model, line, r);
    }
  return economies;
}
