/* plwu-verify-job.c: whether a paper still says what the plan says, found out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-verify-job.h"

typedef struct
{
  PlwPlan *plan; /* (nullable) */
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->plan, plw_plan_free);
  g_free (job->path);
  g_free (job);
}

void
plwu_verdict_free (PlwuVerdict *self)
{
  if (self == NULL)
    return;

  plw_paper_origin_free (self->origin);
  g_free (self->fingerprint);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

static PlwuVerdict *
verify (const Job *job, GError **error)
{
  g_autoptr (PlwuVerdict) verdict = g_new0 (PlwuVerdict, 1);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  PlwPaper paper = { .problems = problems };

  verdict->origin = plw_workbook_origin (job->path, error);
  if (verdict->origin == NULL)
    return NULL;

  g_autoptr (PlwPaperSource) source =
      plw_paper_source_new (job->plan, verdict->origin->scenario, verdict->origin->policy, problems, error);

  if (source == NULL)
    return NULL;

  plw_paper_source_fill (source, &paper);
  paper.form = verdict->origin->form;
  paper.has_minus = verdict->origin->has_minus;
  paper.has_log = verdict->origin->has_log;
  paper.when = verdict->origin->when;
  verdict->differences = plw_workbook_compare (job->path, &paper, error);
  if (verdict->differences == NULL)
    return NULL;

  verdict->fingerprint = plw_plan_fingerprint (plw_result_plan (paper.result));
  verdict->is_same_plan = g_strcmp0 (verdict->origin->fingerprint, verdict->fingerprint) == 0;
  return g_steal_pointer (&verdict);
}

static void
verify_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlwuVerdict *verdict = verify (task_data, &error);

  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify) plwu_verdict_free);
  else
    g_task_return_error (task, error);
}

void
plwu_verify_job_start (PlwuDocument *document,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plw_plan_copy (plwu_document_get_plan (document));
  job->path = g_strdup (path);
  g_task_set_source_tag (task, plwu_verify_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, verify_worker);
}

PlwuVerdict *
plwu_verify_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ask_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (PlwPaperOrigin) origin = plw_workbook_origin (((Job *) task_data)->path, NULL);

  g_task_return_boolean (task, origin != NULL);
}

void
plwu_verify_ask_start (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  g_task_set_source_tag (task, plwu_verify_ask_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, ask_worker);
}

/* @ret_path: (transfer full) */
gboolean
plwu_verify_ask_finish (GAsyncResult *result, char **ret_path)
{
  *ret_path = g_strdup (((Job *) g_task_get_task_data (G_TASK (result)))->path);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
