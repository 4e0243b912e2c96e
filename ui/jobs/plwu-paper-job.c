/* plwu-paper-job.c: papers for the committee and for residents, written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-job.h"

#include "papers/plwu-papers.h"

typedef struct
{
  PlwuPaperJob kind;
  PlwPlan *plan;
  char *scenario; /* (nullable) */
  char *policy;
  char *path;
  PlwuWorkbookOptions options;
  GPtrArray *log;      /* (nullable): of PlwEntry */
  GPtrArray *versions; /* (nullable): of PlwVersion */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  g_free (job->scenario);
  g_free (job->policy);
  g_free (job->path);
  g_clear_pointer (&job->log, g_ptr_array_unref);
  g_clear_pointer (&job->versions, g_ptr_array_unref);
  g_free (job);
}

static gboolean
write_paper (Job *job, GError **error)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPaperSource) source =
      plw_paper_source_new (job->plan, job->scenario, job->policy, problems, error);
  PlwPaper paper = {
    .form = job->options.form,
    .has_minus = job->options.has_minus,
    .problems = problems,
    .log = job->log,
    .has_log = job->options.has_log,
  };

  if (source == NULL)
    return FALSE;
  plw_paper_source_fill (source, &paper);
  if (job->versions != NULL && job->versions->len > 0)
    paper.since = g_ptr_array_index (job->versions, 0);
  if (job->kind == PLWU_PAPER_JOB_WORKBOOK)
    return plw_workbook_write (&paper, job->path, error);
  return plwu_papers_write (
      &paper, job->kind == PLWU_PAPER_JOB_REPORT ? PLWU_PAPER_REPORT : PLWU_PAPER_SUMMARY, job->path, error);
}

static void
paper_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_paper (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The log is read here: the store is used by one thread at a time. */
static gboolean
take_log (Job *job, PlwuDocument *document, GError **error)
{
  const GPtrArray *versions = plwu_document_get_versions (document, error);

  if (versions == NULL)
    return FALSE;
  job->versions = g_ptr_array_ref ((GPtrArray *) versions);
  job->log = plwu_document_get_history (document, 0, error);
  return job->log != NULL;
}

void
plwu_paper_job_start (PlwuDocument *document,
                      PlwuPaperJob kind,
                      const PlwuWorkbookOptions *options,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->kind = kind;
  job->options = options != NULL ? *options : (PlwuWorkbookOptions){ .has_log = TRUE };
  job->plan = plw_plan_copy (plwu_document_get_plan (document));
  job->scenario = plwu_document_is_root (document) ? NULL : g_strdup (plwu_document_get_scenario (document));
  job->policy = g_strdup (plwu_document_get_policy (document));
  job->path = g_strdup (path);
  g_task_set_source_tag (task, plwu_paper_job_start);
  g_task_set_task_data (task, job, free_job);
  if (job->options.has_log && !take_log (job, document, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_run_in_thread (task, paper_worker);
}

PlwuPaperJob
plwu_paper_job_get_kind (GAsyncResult *result)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  return job->kind;
}

gboolean
plwu_paper_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
