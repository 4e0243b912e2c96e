/* result.c: what an evaluation found, and reading it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/result-private.h"

#include <string.h>

#define FIGURES_OF_USE 4
#define FIGURES_OF_POT 9

const char *
plw_use_kind_name (PlwUseKind kind)
{
  static const char *const names[] = { "line", "programme", "project", "financing" };

  return names[kind];
}

const char *
plw_part_name (PlwPart part)
{
  return part == PLW_PART_REVENUE ? "revenue" : "capital";
}

const char *
plw_sum_name (PlwSum sum)
{
  static const char *const names[PLW_N_SUMS] = {
    "need",
    "price",
    "demand",
    "pressures",
    "growth",
    "savings",
    "income",
    "prevention",
    "spillover",
    "financing",
    "programme_revenue",
    "programme_capital",
    "project_spend",
    "available",
    "funded",
    "shortfall",
    "stranded",
    "lapsed",
    "kept",
    "general_reserve",
    "borrowed",
    "mrp",
    "interest",
    "cfr",
  };

  g_return_val_if_fail ((unsigned) sum < PLW_N_SUMS, "");

  return names[sum];
}

static void
describe_use (PlwUse *use, const PlwPlan *plan, const PlwModelUse *model_use)
{
  static const struct
  {
    PlwTableId table;
    size_t code;
    size_t partner;
    size_t priority;
  } columns[] = {
    [PLW_USE_LINE] = { PLW_TABLE_LINES, PLW_LINES_CODE, PLW_LINES_PARTNER, PLW_LINES_PRIORITY },
    [PLW_USE_PROGRAMME] = { PLW_TABLE_PROGRAMMES, PLW_PROGRAMMES_CODE, PLW_PROGRAMMES_PARTNER,
                            PLW_PROGRAMMES_PRIORITY },
    [PLW_USE_PROJECT] = { PLW_TABLE_PROJECTS, PLW_PROJECTS_CODE, PLW_PROJECTS_PARTNER,
                          PLW_PROJECTS_PRIORITY },
  };

  *use = (PlwUse){ .kind = model_use->kind,
                   .part = model_use->part,
                   .row = model_use->row,
                   .code = "financing",
                   .name = _ ("Capital financing"),
                   .group = "",
                   .partner = "",
                   .priority = model_use->priority };
  if (use->kind == PLW_USE_FINANCING)
    return;
  use->code = plw_plan_text (plan, columns[use->kind].table, use->row, columns[use->kind].code);
  use->name = plw_plan_name (plan, columns[use->kind].table, use->row);
  use->partner = plw_plan_text (plan, columns[use->kind].table, use->row, columns[use->kind].partner);
  if (use->kind != PLW_USE_LINE)
    return;
  use->group = plw_plan_text (plan, PLW_TABLE_LINES, use->row, PLW_LINES_GROUP);
  use->is_statutory = plw_plan_number (plan, PLW_TABLE_LINES, use->row, PLW_LINES_DUTY) == PLW_DUTY_STATUTORY;
}

static void
describe_pot (PlwPotYears *pot, const PlwPlan *plan, const PlwPot *model_pot)
{
  *pot = (PlwPotYears){
    .row = model_pot->row,
    .code = model_pot->code,
    .name = plw_plan_name (plan, PLW_TABLE_POTS, model_pot->row),
    .partner = plw_plan_text (plan, PLW_TABLE_POTS, model_pot->row, PLW_POTS_PARTNER),
    .kind = model_pot->kind,
    .certainty = (PlwCertainty) plw_plan_number (plan, PLW_TABLE_POTS, model_pot->row, PLW_POTS_CERTAINTY),
  };
}

/* Hands out the arrays of all uses and pots from one block. */
static void
place_figures (PlwResult *result)
{
  size_t n = result->n_years;
  int64_t *next = result->figures;

  for (size_t u = 0; u < result->n_uses; u++)
    {
      int64_t **arrays[FIGURES_OF_USE] = { &result->uses[u].need, &result->uses[u].floor,
                                           &result->uses[u].funded, &result->uses[u].borrowed };

      for (size_t i = 0; i < FIGURES_OF_USE; i++, next += n)
        *arrays[i] = next;
    }
  for (size_t k = 0; k < result->n_pots; k++)
    {
      PlwPotYears *pot = &result->pots[k];
      int64_t **arrays[FIGURES_OF_POT] = { &pot->opening,   &pot->received, &pot->spent,
                                           &pot->moved_out, &pot->moved_in, &pot->lapsed,
                                           &pot->stranded,  &pot->closing,  &pot->withheld };

      for (size_t i = 0; i < FIGURES_OF_POT; i++, next += n)
        *arrays[i] = next;
    }
}

void
plw_study_describe (PlwStudy *study)
{
  const PlwModel *model = study->model;

  study->uses = g_new (PlwUse, MAX (model->n_uses, 1));
  study->pots = g_new (PlwPotYears, MAX (model->n_pots, 1));
  for (size_t u = 0; u < model->n_uses; u++)
    describe_use (&study->uses[u], study->plan, &model->uses[u]);
  for (size_t k = 0; k < model->n_pots; k++)
    describe_pot (&study->pots[k], study->plan, &model->pots[k]);
}

/* Uses and @n_pots pots with room for their figures, and nothing else. */
static PlwResult *
new_result (PlwStudy *study, size_t n_pots)
{
  const PlwModel *model = study->model;
  PlwResult *result = g_new0 (PlwResult, 1);

  result->study = plw_study_ref (study);
  result->plan = study->plan;
  result->n_years = model->n_years;
  result->first_year = model->first_year;
  result->n_uses = model->n_uses;
  result->n_pots = n_pots;
  result->uses = g_memdup2 (study->uses, MAX (model->n_uses, 1) * sizeof *result->uses);
  result->pots = g_memdup2 (study->pots, MAX (n_pots, 1) * sizeof *result->pots);
  result->flows = g_array_new (FALSE, FALSE, sizeof (PlwFlow));
  result->figures =
      g_new0 (int64_t, (FIGURES_OF_USE * model->n_uses + FIGURES_OF_POT * n_pots) * model->n_years + 1);
  place_figures (result);
  return result;
}

PlwResult *
plw_result_new (PlwStudy *study, const char *policy)
{
  const PlwModel *model = study->model;
  PlwResult *result = new_result (study, model->n_pots);

  result->policy = g_strdup (policy);
  result->sums = g_new0 (int64_t, PLW_N_SUMS * model->n_years);
  result->movements = g_new0 (int64_t, model->n_lines * model->n_years * PLW_N_NEED_PARTS + 1);
  result->spilled = g_new0 (int64_t, model->n_lines * model->n_years + 1);
  return result;
}

PlwResult *
plw_result_new_needs (PlwStudy *study)
{
  return new_result (study, 0);
}

void
plw_result_free (PlwResult *result)
{
  if (result == NULL)
    return;
  plw_prevention_free (result->prevention);
  plw_study_unref (result->study);
  g_free (result->policy);
  g_free (result->freedoms);
  g_free (result->uses);
  g_free (result->pots);
  g_array_unref (result->flows);
  g_free (result->figures);
  g_free (result->sums);
  g_free (result->movements);
  g_free (result->spilled);
  g_free (result->programmes);
  g_free (result->effects);
  g_free (result->partners);
  g_free (result->programme_figures);
  g_free (result->programme_shares);
  g_free (result->present_values);
  g_free (result);
}

PlwStudy *
plw_result_study (const PlwResult *result)
{
  return result->study;
}

const char *
plw_result_scenario (const PlwResult *result)
{
  return result->study->scenario;
}

const char *
plw_result_policy (const PlwResult *result)
{
  return result->policy;
}

const PlwPlan *
plw_result_plan (const PlwResult *result)
{
  return result->plan;
}

size_t
plw_result_n_years (const PlwResult *result)
{
  return result->n_years;
}

int
plw_result_year (const PlwResult *result, size_t index)
{
  return result->first_year + (int) index;
}

size_t
plw_result_n_uses (const PlwResult *result)
{
  return result->n_uses;
}

const PlwUse *
plw_result_use (const PlwResult *result, size_t use)
{
  g_return_val_if_fail (use < result->n_uses, NULL);

  return &result->uses[use];
}

size_t
plw_result_n_pots (const PlwResult *result)
{
  return result->n_pots;
}

const PlwPotYears *
plw_result_pot (const PlwResult *result, size_t pot)
{
  g_return_val_if_fail (pot < result->n_pots, NULL);

  return &result->pots[pot];
}

size_t
plw_result_n_flows (const PlwResult *result)
{
  return result->flows->len;
}

const PlwFlow *
plw_result_flow (const PlwResult *result, size_t flow)
{
  g_return_val_if_fail (flow < result->flows->len, NULL);

  return &g_array_index (result->flows, PlwFlow, flow);
}

int64_t
plw_result_sum (const PlwResult *result, PlwSum sum, size_t year)
{
  g_return_val_if_fail ((unsigned) sum < PLW_N_SUMS && year < result->n_years, 0);

  return result->sums[(size_t) sum * result->n_years + year];
}

int64_t
plw_result_shortfall (const PlwResult *result, size_t use, size_t year)
{
  g_return_val_if_fail (use < result->n_uses && year < result->n_years, 0);

  return result->uses[use].need[year] - result->uses[use].funded[year];
}

static int
compare_flow (const PlwFlow *flow, size_t year, size_t pot, size_t use)
{
  if (flow->year != year)
    return flow->year < year ? -1 : 1;
  if (flow->pot != pot)
    return flow->pot < pot ? -1 : 1;
  return flow->use < use ? -1 : flow->use > use;
}

size_t
plw_result_find_flow (const PlwResult *result, size_t year, size_t pot, size_t use)
{
  size_t first = 0;
  size_t end = result->flows->len;

  while (first < end)
    {
      size_t middle = (first + end) / 2;

      if (compare_flow (&g_array_index (result->flows, PlwFlow, middle), year, pot, use) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

int64_t
plw_result_flow_pence (const PlwResult *result, size_t pot, size_t use, size_t year)
{
  size_t i = plw_result_find_flow (result, year, pot, use);
  const PlwFlow *flow = i < result->flows->len ? &g_array_index (result->flows, PlwFlow, i) : NULL;

  return flow != NULL && compare_flow (flow, year, pot, use) == 0 ? flow->pence : 0;
}
