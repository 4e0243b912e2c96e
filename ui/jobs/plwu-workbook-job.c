/* plwu-workbook-job.c: the committee workbook written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-workbook-job.h"

#include <placewright/exchange.h>

typedef struct
{
  PlwPlan *plan;
  char *scenario; /* (nullable) */
  char *policy;
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  g_free (job->scenario);
  g_free (job->policy);
  g_free (job->path);
  g_free (job);
}

static gboolean
write_workbook (Job *job, GError **error)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPaperSource) source =
      plw_paper_source_new (job->plan, job->scenario, job->policy, problems, error);
  PlwPaper paper = { .problems = problems };

  if (source == NULL)
    return FALSE;
  plw_paper_source_fill (source, &paper);
  return plw_workbook_write (&paper, job->path, error);
}

static void
workbook_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_workbook (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
plwu_workbook_job_start (PlwuDocument *document,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plw_plan_copy (plwu_document_get_plan (document));
  job->scenario = plwu_document_is_root (document) ? NULL : g_strdup (plwu_document_get_scenario (document));
  job->policy = g_strdup (plwu_document_get_policy (document));
  job->path = g_strdup (path);

  g_task_set_source_tag (task, plwu_workbook_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, workbook_worker);
}

gboolean
plwu_workbook_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
