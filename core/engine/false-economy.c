/* false-economy.c: what not spending here costs elsewhere, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/false-economy.h"

#include <math.h>

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

static bool
is_saving (const PlwResult *result, size_t row)
{
  return plw_plan_number (result->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED)
         && plw_plan_number (result->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND) == PLW_CHANGE_SAVING;
}

static size_t
line_of_change (const PlwResult *result, size_t row)
{
  uint32_t line = plw_model_number (result->study->model, PLW_TABLE_LINES,
                                    plw_plan_text (result->plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE));

  return line != UINT32_MAX ? line : SIZE_MAX;
}

static bool
has_spillover (const PlwModel *model, size_t line)
{
  for (size_t i = 0; i < model->n_spillovers; i++)
    if (model->spillovers[i].from_line == line)
      return true;
  return false;
}

bool
plw_forgone_is_there (const PlwResult *result, PlwForgone forgone)
{
  const PlwModel *model = result->study->model;

  if (forgone.line >= model->n_lines || !has_spillover (model, forgone.line))
    return false;
  return forgone.change == SIZE_MAX
         || (forgone.change < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES)
             && is_saving (result, forgone.change)
             && line_of_change (result, forgone.change) == forgone.line);
}

GArray *
plw_forgone_list (const PlwResult *result)
{
  const PlwModel *model = result->study->model;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PlwForgone));

  for (size_t i = 0; i < model->n_lines; i++)
    {
      PlwForgone forgone = { i, SIZE_MAX };

      if (plw_forgone_is_there (result, forgone))
        g_array_append_val (list, forgone);
    }
  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES); r++)
    {
      PlwForgone forgone = { line_of_change (result, r), r };

      if (plw_forgone_is_there (result, forgone))
        g_array_append_val (list, forgone);
    }
  return list;
}

static int64_t
saving_in (const PlwResult *result, size_t row, size_t year)
{
  const PlwPlan *plan = result->plan;
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
  int64_t delivery = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);
  bool is_ongoing = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
  int64_t running = 0;

  for (size_t t = is_ongoing ? 0 : year; t <= year; t++)
    running += plw_plan_number (plan, PLW_TABLE_CHANGES, row, first + t);
  return plw_divide_round ((PlwWide) running * delivery, PLW_WHOLE);
}

int64_t
plw_forgone_pence (const PlwResult *result, PlwForgone forgone, size_t year)
{
  return forgone.change != SIZE_MAX ? saving_in (result, forgone.change, year)
                                    : plw_result_shortfall (result, forgone.line, year);
}

double
plw_forgone_share (const PlwResult *result, PlwForgone forgone, size_t year)
{
  double pence = (double) plw_forgone_pence (result, forgone, year);
  double need = (double) result->uses[forgone.line].need[year];

  /* A need is what is left after the saving. */
  if (forgone.change != SIZE_MAX)
    need += pence;
  return pence > 0 && need > 0 ? pence / need : 0;
}

double
plw_forgone_rise (const PlwResult *result, PlwForgone forgone, size_t spillover, size_t year)
{
  const PlwSpillover *held = &result->study->model->spillovers[spillover];
  double shares = 0;

  for (size_t s = 0; s < year; s++)
    {
      int64_t age = (int64_t) (year - s);

      if (age >= held->lag && age < held->lag + held->duration)
        shares += plw_forgone_share (result, forgone, s);
    }
  return (double) held->rise / (double) PLW_WHOLE * shares;
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

double
plw_forgone_cost (const PlwResult *result, PlwForgone forgone, size_t spillover, size_t year)
{
  double rise = plw_forgone_rise (result, forgone, spillover, year);
  const PlwModel *model = result->study->model;

  return rise > 0 ? rise * volume_of (model, model->spillovers[spillover].to_line, year) : 0;
}

int64_t
plw_forgone_cost_on (const PlwResult *result, PlwForgone forgone, size_t to, size_t year)
{
  const PlwModel *model = result->study->model;
  double sum = 0;

  for (size_t i = 0; i < model->n_spillovers; i++)
    if (model->spillovers[i].from_line == forgone.line && model->spillovers[i].to_line == to)
      sum += plw_forgone_cost (result, forgone, i, year);
  return llround (sum);
}

/* NULL where nothing is knocked on. */
static int64_t *
find_cost_on (const PlwResult *result, PlwForgone forgone, size_t to)
{
  g_autofree int64_t *cost = g_new0 (int64_t, result->n_years);
  bool is_any = false;

  for (size_t t = 0; t < result->n_years; t++)
    {
      cost[t] = plw_forgone_cost_on (result, forgone, to, t);
      is_any = is_any || cost[t] > 0;
    }
  return is_any ? g_steal_pointer (&cost) : NULL;
}

static PlwFalseEconomy *
make_economy (const PlwResult *result, PlwForgone forgone)
{
  PlwFalseEconomy *economy = g_new0 (PlwFalseEconomy, 1);
  GArray *knock_ons = g_array_new (FALSE, FALSE, sizeof (PlwKnockOn));

  economy->use = forgone.line;
  economy->change = forgone.change;
  economy->gross = g_new (int64_t, result->n_years);
  for (size_t t = 0; t < result->n_years; t++)
    economy->gross[t] = plw_forgone_pence (result, forgone, t);
  economy->net = g_memdup2 (economy->gross, result->n_years * sizeof *economy->gross);
  for (size_t to = 0; to < result->study->model->n_lines; to++)
    {
      PlwKnockOn knock_on = { to, find_cost_on (result, forgone, to) };

      if (knock_on.cost == NULL)
        continue;
      for (size_t t = 0; t < result->n_years; t++)
        economy->net[t] -= knock_on.cost[t];
      g_array_append_val (knock_ons, knock_on);
    }
  economy->n_knock_ons = knock_ons->len;
  economy->knock_ons = (PlwKnockOn *) g_array_free (knock_ons, FALSE);
  return economy;
}

GPtrArray *
plw_result_false_economies (const PlwResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  g_autoptr (GArray) list = plw_forgone_list (result);
  GPtrArray *economies = g_ptr_array_new_with_free_func (free_economy);

  for (guint i = 0; i < list->len; i++)
    {
      PlwFalseEconomy *economy = make_economy (result, g_array_index (list, PlwForgone, i));

      if (economy->n_knock_ons > 0)
        g_ptr_array_add (economies, economy);
      else
        free_economy (economy);
    }
  return economies;
}
