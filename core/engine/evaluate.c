/* evaluate.c: from a plan, a scenario and a policy to the answers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/forward.h"
#include "engine/links.h"

#include <string.h>

static void
warn (PlwProblems *problems,
      PlwTableId table,
      size_t row,
      const char *key,
      int year,
      char *what,
      const char *remedy)
{
  plw_problems_add (problems, PLW_SEVERITY_WARNING, plw_schema_table (table)->name, row + 2, key,
                    plw_year_name (year), what, g_strdup (remedy));
}

/* A line whose savings and income exceed its cost, from the first such year. */
static void
warn_of_clipping (const PlwResult *result, size_t line, PlwProblems *problems)
{
  const PlwUse *use = &result->uses[line];
  int64_t clipped = 0;

  for (size_t t = 0; t < result->n_years; t++)
    {
      clipped += result->movements[(line * result->n_years + t) * PLW_N_NEED_PARTS + PLW_NEED_CLIPPED];
      if (clipped <= 0 || use->need[t] > 0)
        continue;
      warn (problems, PLW_TABLE_LINES, use->row, use->code, result->first_year + (int) t,
            g_strdup (_ ("income and savings exceed what the line costs, so its need is nought")),
            _ ("check its changes, or show the surplus as a pot"));
      return;
    }
}

static void
warn_of_reserve (const PlwResult *result, PlwProblems *problems)
{
  const char *reserve = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      int64_t minimum = plw_plan_number (result->plan, PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE);

      for (size_t t = 0; strcmp (pot->code, reserve) == 0 && t < result->n_years; t++)
        if (pot->closing[t] < minimum)
          {
            g_autofree char *shown = plw_pence_show_short (minimum);

            warn (problems, PLW_TABLE_POTS, pot->row, pot->code, result->first_year + (int) t,
                  g_strdup_printf (_ ("the general reserve is below its minimum of %s"), shown),
                  _ ("add to the reserve or lower what is drawn from it"));
            return;
          }
    }
}

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
  for (size_t i = 0; i < model->n_lines; i++)
    warn_of_clipping (result, i, problems);
  warn_of_reserve (result, problems);
  return result;
}
