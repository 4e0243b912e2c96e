/* study.c: a scenario of a plan, made ready to be asked under many policies.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/study-private.h"

#include "base/i18n.h"
#include "engine/forward.h"
#include "engine/links.h"
#include "plan/plan-private.h"
#include "plan/trace.h"

static PlwStudy *
fail (GError **error, int code, char *message)
{
  g_set_error_literal (error, PLW_ERROR, code, message);
  g_free (message);
  return NULL;
}

PlwStudy *
plw_study_new (const PlwPlan *plan, const char *scenario, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (plan != NULL && problems != NULL, NULL);

  g_autoptr (GArray) trace = g_array_new (FALSE, FALSE, sizeof (PlwTraceStep));
  g_autoptr (PlwPlan) resolved = plw_plan_resolve_traced (plan, scenario, trace, problems, error);
  if (resolved == NULL)
    return NULL;
  if (!plw_plan_check (resolved, problems))
    return fail (error, PLW_ERROR_PLAN, g_strdup (_ ("the plan breaks rules and cannot be evaluated")));
  if (scenario == NULL || scenario[0] == '\0')
    scenario = plw_plan_root_scenario (resolved);

  PlwStudy *study = plw_study_of_resolved (resolved, scenario, problems);
  if (study == NULL)
    return fail (error, PLW_ERROR_PLAN, g_strdup (_ ("the plan's figures are out of all bounds")));
  g_steal_pointer (&resolved);
  study->trace = g_steal_pointer (&trace);
  return study;
}

PlwStudy *
plw_study_of_resolved (PlwPlan *resolved, const char *scenario, PlwProblems *problems)
{
  PlwModel *model;
  PlwStudy *study;

  /* Threads may read a plan together only once nothing in it is made on demand. */
  plw_plan_index_all (resolved);
  model = plw_model_new (resolved, problems);
  if (model == NULL)
    return NULL;
  study = g_atomic_rc_box_new0 (PlwStudy);
  g_mutex_init (&study->lock);
  study->plan = resolved;
  study->scenario = g_strdup (scenario);
  study->model = model;
  plw_study_describe (study);
  return study;
}

static void
clear_study (gpointer data)
{
  PlwStudy *study = data;

  plw_study_forget_rules (study);
  g_mutex_clear (&study->lock);
  plw_model_free (study->model);
  g_clear_pointer (&study->trace, g_array_unref);
  plw_plan_free (study->plan);
  g_free (study->scenario);
  g_free (study->uses);
  g_free (study->pots);
}

PlwStudy *
plw_study_ref (PlwStudy *study)
{
  return g_atomic_rc_box_acquire (study);
}

void
plw_study_unref (PlwStudy *study)
{
  if (study != NULL)
    g_atomic_rc_box_release_full (study, clear_study);
}

const PlwPlan *
plw_study_plan (const PlwStudy *study)
{
  return study->plan;
}

const char *
plw_study_scenario (const PlwStudy *study)
{
  return study->scenario;
}

PlwResult *
plw_study_evaluate (PlwStudy *study, const char *policy, PlwProblems *problems, GError **error)
{
  g_return_val_if_fail (study != NULL && problems != NULL, NULL);

  const PlwModel *model = study->model;
  const char *chosen = policy != NULL && policy[0] != '\0' ? policy : "today";
  g_autofree uint8_t *freedoms = g_new (uint8_t, MAX (model->n_pots, 1));

  if (!plw_policy_freedoms (model, chosen, freedoms))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("the plan has no policy “%s”"), chosen);
      return NULL;
    }

  PlwResult *result = plw_result_new (study, chosen);
  plw_forward (result, model, freedoms);
  plw_result_account (result, model);
  plw_result_summarise (result, model);
  plw_result_appraise (result, model);
  result->freedoms = g_steal_pointer (&freedoms);
  plw_result_warn (result, model, problems);
  return result;
}

PlwResult *
plw_evaluate (const PlwPlan *plan,
              const char *scenario,
              const char *policy,
              PlwProblems *problems,
              GError **error)
{
  g_autoptr (PlwStudy) study = plw_study_new (plan, scenario, problems, error);

  return study != NULL ? plw_study_evaluate (study, policy, problems, error) : NULL;
}
