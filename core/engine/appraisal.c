/* appraisal.c: what a programme's costs and benefits are worth (model, section 6).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/forward.h"
#include "engine/links.h"
#include "plan/plan-private.h"

#include <placewright/reference.h>

#include <math.h>
#include <string.h>

double *
plw_present_values (const PlwModel *model)
{
  double *values = g_new (double, model->n_years);

  for (size_t t = 0; t < model->n_years; t++)
    values[t] = plw_reference_discount (model->plan, t)
                / ((double) plw_model_index (model, model->deflator, t) / (double) PLW_FINE);
  return values;
}

static const PlwPotYears *
find_reserve (const PlwResult *result)
{
  const char *code = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    if (strcmp (result->pots[k].code, code) == 0)
      return &result->pots[k];
  return NULL;
}

/* When it pays back, and the valley before. */
static void
find_valley (const PlwResult *result, PlwProgramme *programme)
{
  PlwAppraisal *appraisal = &programme->appraisal;
  const PlwPotYears *reserve = find_reserve (result);
  int64_t spent = 0;
  int64_t saved = 0;

  appraisal->is_carried = true;
  for (size_t t = 0; t < result->n_years; t++)
    {
      int year = result->first_year + (int) t;
      int64_t held = reserve != NULL ? reserve->closing[t] - reserve->withheld[t] : 0;

      spent += programme->cost[t];
      saved += programme->saved[t];
      if (spent > 0 && saved >= spent && appraisal->payback_year == 0)
        appraisal->payback_year = year;
      if (spent <= saved)
        continue;
      appraisal->valley_depth = MAX (appraisal->valley_depth, spent - saved);
      appraisal->valley_years++;
      appraisal->valley_close = t + 1 < result->n_years ? year + 1 : 0;
      appraisal->is_carried = appraisal->is_carried && held >= spent - saved;
    }
}

void
plw_programme_appraise (const PlwResult *result, PlwProgramme *programme)
{
  PlwAppraisal *appraisal = &programme->appraisal;
  double cost = 0;
  double saved = 0;
  double released = 0;

  *appraisal = (PlwAppraisal){ 0 };
  for (size_t t = 0; t < result->n_years; t++)
    {
      double value = result->present_values[t];

      cost += (double) programme->cost[t] * value;
      saved += (double) programme->saved[t] * value;
      released += (double) programme->released[t] * value;
    }
  appraisal->pv_cost = llround (cost);
  appraisal->pv_saved = llround (saved);
  appraisal->pv_released = llround (released);
  appraisal->npv = appraisal->pv_saved + appraisal->pv_released - appraisal->pv_cost;
  appraisal->benefit_cost_ratio = cost > 0 ? (saved + released) / cost : 0;
  appraisal->cashable_ratio = cost > 0 ? saved / cost : 0;
  find_valley (result, programme);
}

/* The plan with one programme's years a year later. */
static PlwPlan *
delay (const PlwPlan *plan, size_t programme)
{
  PlwPlan *later = plw_plan_copy (plan);
  const char *code = plw_plan_text (plan, PLW_TABLE_PROGRAMMES, programme, PLW_PROGRAMMES_CODE);
  size_t first = plw_schema_table (PLW_TABLE_PROGRAMME_YEARS)->n_columns;

  for (size_t r = 0; r < plw_plan_n_rows (plan, PLW_TABLE_PROGRAMME_YEARS); r++)
    {
      if (strcmp (plw_plan_text (plan, PLW_TABLE_PROGRAMME_YEARS, r, PLW_PROGRAMME_YEARS_PROGRAMME), code)
          != 0)
        continue;
      for (size_t t = 0; t < plw_plan_n_years (plan); t++)
        plw_plan_set (later, PLW_TABLE_PROGRAMME_YEARS, r, first + t,
                      t == 0 ? PLW_VALUE_EMPTY
                             : plw_plan_get (plan, PLW_TABLE_PROGRAMME_YEARS, r, first + t - 1));
    }
  return later;
}

static bool
find_npv (PlwStudy *study, const char *policy, size_t row, int64_t *ret_npv)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_study_evaluate (study, policy, problems, NULL);

  for (size_t p = 0; result != NULL && p < result->n_programmes; p++)
    if (result->programmes[p].row == row)
      {
        *ret_npv = result->programmes[p].appraisal.npv;
        return true;
      }
  return false;
}

bool
plw_study_delay_cost (PlwStudy *study, const char *policy, size_t programme, int64_t *ret_pence)
{
  g_return_val_if_fail (study != NULL, false);

  g_autoptr (PlwProblems) problems = plw_problems_new ();
  int64_t now;
  int64_t then;

  if (!find_npv (study, policy, programme, &now))
    return false;

  PlwPlan *plan = delay (study->plan, programme);
  g_autoptr (PlwStudy) later = plw_study_of_resolved (plan, study->scenario, problems);
  if (later == NULL)
    {
      plw_plan_free (plan);
      return false;
    }
  if (!find_npv (later, policy, programme, &then))
    return false;
  *ret_pence = now - then;
  return true;
}
