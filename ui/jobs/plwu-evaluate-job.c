/* plwu-evaluate-job.c: a plan worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-evaluate-job.h"

typedef struct
{
  PlwPlan *plan;
  PlwuFindings *findings;
} Job;

void
plwu_findings_free (PlwuFindings *self)
{
  if (self == NULL)
    return;

  g_free (self->scenario);
  g_strfreev (self->policies);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  plw_problems_free (self->problems);
  g_free (self->failure);
  g_free (self);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  plwu_findings_free (job->findings);
  g_free (job);
}

static gboolean
evaluate_policy (Job *job, size_t index, GError **error)
{
  PlwuFindings *findings = job->findings;
  g_autoptr (PlwProblems) unused = plw_problems_new ();
  PlwProblems *problems = index == 0 ? findings->problems : unused;
  const char *scenario = *findings->scenario == '\0' ? NULL : findings->scenario;
  PlwResult *result = plw_evaluate (job->plan, scenario, findings->policies[index], problems, error);

  if (result == NULL)
    return FALSE;

  g_ptr_array_add (findings->results, result);
  return TRUE;
}

static void
evaluate_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  PlwuFindings *findings = job->findings;

  for (size_t i = 0; findings->policies[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (g_task_return_error_if_cancelled (task))
        return;
      if (evaluate_policy (job, i, &error))
        continue;

      findings->failure = g_strdup (error->message);
      g_clear_pointer (&findings->results, g_ptr_array_unref);
      break;
    }

  g_task_return_pointer (task, g_steal_pointer (&job->findings), (GDestroyNotify) plwu_findings_free);
}

void
plwu_evaluate_job_start (gpointer source,
                         PlwPlan *plan,
                         guint64 generation,
                         const char *scenario,
                         const char *const *policies,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plan;
  job->findings = g_new0 (PlwuFindings, 1);
  job->findings->generation = generation;
  job->findings->scenario = g_strdup (scenario);
  job->findings->policies = g_strdupv ((char **) policies);
  job->findings->results = g_ptr_array_new_with_free_func ((GDestroyNotify) plw_result_free);
  job->findings->problems = plw_problems_new ();

  g_task_set_source_tag (task, plwu_evaluate_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, evaluate_worker);
}

PlwuFindings *
plwu_evaluate_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
