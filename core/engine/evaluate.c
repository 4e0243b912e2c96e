/* evaluate.c: from a plan, a scenario and a policy to the answers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/forward.h"
#include "engine/links.h"

static PlwResult *
fail (GError **error, int code, char *message)
{
  g_set_error_literal (error, PLW_ERROR, code, message);
  g_free (message);
  return NULL;
}

PlwResult *
plw_evaluate (const PlwPlan *plan,
              const char *scenario,
              const char *policy,
              PlwProblems *problems,
              GError **error)
{
  g_return_val_if_fail (plan != NULL && problems != NULL, NULL);

  const char *chosen = policy != NULL && policy[0] != '\0' ? policy : "today";
  g_autoptr (PlwPlan) resolved = plw_plan_resolve (plan, scenario, problems, error);
  if (resolved == NULL)
    return NULL;
  if (!plw_plan_check (resolved, problems))
    return fail (error, PLW_ERROR_PLAN, g_strdup (_ ("the plan breaks rules and cannot be evaluated")));

  g_autoptr (PlwModel) model = plw_model_new (resolved, problems);
  if (model == NULL)
    return fail (error, PLW_ERROR_PLAN, g_strdup (_ ("the plan's figures are out of all bounds")));

  g_autofree bool *falls = g_new (bool, MAX (model->n_pots, 1));
  if (!plw_policy_fences (model, chosen, falls))
    return fail (error, PLW_ERROR_NOT_FOUND, g_strdup_printf (_ ("the plan has no policy “%s”"), chosen));

  if (scenario == NULL || scenario[0] == '\0')
    scenario = plw_plan_root_scenario (resolved);
  PlwResult *result = plw_result_new (g_steal_pointer (&resolved), model, scenario, chosen);
  plw_forward (result, model, falls);
  plw_result_account (result, model);
  plw_result_summarise (result, model);
  plw_result_warn (result, model, problems);
  return result;
}
