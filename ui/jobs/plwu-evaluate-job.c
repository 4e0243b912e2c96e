/* plwu-evaluate-job.c: a plan worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-evaluate-job.h"

typedef struct
{
  PlwPlan *plan;
  PlwuFindings *findings;
} Job;

PlwuFindings *
plwu_findings_new (const char *scenario, const char *const *policies)
{
  PlwuFindings *self = g_new0 (PlwuFindings, 1);

  self->scenario = g_strdup (scenario);
  self->policies = g_strdupv ((char **) policies);
  self->problems = plw_problems_new ();
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) plw_result_free);
  return self;
}

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

/* One policy, in a thread of its own; the study is asked by all of them. */
typedef struct
{
  PlwStudy *study;
  const char *policy;
  PlwProblems *problems;
  PlwResult *result;
  GError *error;
} Part;

static gpointer
evaluate_part (gpointer data)
{
  Part *part = data;

  part->result = plw_study_evaluate (part->study, part->policy, part->problems, &part->error);
  return NULL;
}

/* The first error names its cell; the others are on the page of checks. */
static char *
tell_failure (const PlwProblems *problems, const GError *error)
{
  for (size_t i = 0; i < plw_problems_size (problems); i++)
    {
      const PlwProblem *problem = plw_problems_get (problems, i);

      if (problem->severity == PLW_SEVERITY_ERROR)
        return plw_problem_to_text (problem);
    }
  return g_strdup (error->message);
}

static void
take_part (PlwuFindings *findings, Part *part)
{
  if (part->result != NULL)
    g_ptr_array_add (findings->results, g_steal_pointer (&part->result));
  else if (findings->failure == NULL)
    findings->failure = tell_failure (part->problems, part->error);

  if (part->problems != findings->problems)
    plw_problems_free (part->problems);
  g_clear_error (&part->error);
}

/* What is found about the first policy, the one shown, is kept. */
static void
evaluate_policies (PlwuFindings *findings, PlwStudy *study)
{
  size_t n_policies = g_strv_length (findings->policies);
  g_autofree Part *parts = g_new0 (Part, n_policies);
  g_autofree GThread **threads = g_new0 (GThread *, n_policies);

  for (size_t i = 0; i < n_policies; i++)
    parts[i] = (Part){
      .study = study,
      .policy = findings->policies[i],
      .problems = i == 0 ? findings->problems : plw_problems_new (),
    };
  for (size_t i = 1; i < n_policies; i++)
    threads[i] = g_thread_new ("evaluate", evaluate_part, &parts[i]);
  evaluate_part (&parts[0]);
  for (size_t i = 0; i < n_policies; i++)
    {
      if (threads[i] != NULL)
        g_thread_join (threads[i]);
      take_part (findings, &parts[i]);
    }
}

void
plwu_findings_work_out (PlwuFindings *self, const PlwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStudy) study = plw_study_new (plan, self->scenario, self->problems, &error);

  if (study != NULL)
    evaluate_policies (self, study);
  else
    self->failure = tell_failure (self->problems, error);
  if (self->failure != NULL)
    g_clear_pointer (&self->results, g_ptr_array_unref);
}

static void
evaluate_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  plwu_findings_work_out (job->findings, job->plan);
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
  job->findings = plwu_findings_new (scenario, policies);
  job->findings->generation = generation;

  g_task_set_source_tag (task, plwu_evaluate_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, evaluate_worker);
}

PlwuFindings *
plwu_evaluate_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
