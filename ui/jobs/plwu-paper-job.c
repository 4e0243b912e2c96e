/* plwu-paper-job.c: papers for the committee and for residents, written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-paper-job.h"

#include "papers/plwu-papers.h"

#include <placewright/exchange.h>

typedef struct
{
  PlwuPaperJob kind;
  PlwPlan *plan;
  char *scenario; /* (nullable) */
  char *policy;
  char *path;
  char *file; /* (nullable): where the plan and its change log are saved just as they are */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  g_free (job->scenario);
  g_free (job->policy);
  g_free (job->path);
  g_free (job->file);
  g_free (job);
}

/* The change log of the saved plan; NULL where it is not of this very plan. A store of one's own, as stores
 * are used from one thread at a time.
 */
static PlwStore *
open_log (const Job *job)
{
  char *contents;
  gsize size;

  if (job->file == NULL || !g_file_get_contents (job->file, &contents, &size, NULL))
    return NULL;

  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, size);
  g_autoptr (PlwStore) store = plw_store_open_bytes (bytes, NULL);

  return store != NULL && plw_plan_equal (plw_store_plan (store), job->plan) ? g_steal_pointer (&store)
                                                                             : NULL;
}

static gboolean
write_paper (Job *job, GError **error)
{
  g_autoptr (PlwStore) store = open_log (job);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPaperSource) source =
      plw_paper_source_new (job->plan, job->scenario, job->policy, problems, error);
  PlwPaper paper = { .problems = problems, .store = store };

  if (source == NULL)
    return FALSE;
  plw_paper_source_fill (source, &paper);
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

void
plwu_paper_job_start (PlwuDocument *document,
                      PlwuPaperJob kind,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->plan = plw_plan_copy (plwu_document_get_plan (document));
  job->scenario = plwu_document_is_root (document) ? NULL : g_strdup (plwu_document_get_scenario (document));
  job->policy = g_strdup (plwu_document_get_policy (document));
  job->path = g_strdup (path);
  if (!plwu_document_is_dirty (document))
    job->file = g_strdup (plwu_document_get_path (document));

  g_task_set_source_tag (task, plwu_paper_job_start);
  g_task_set_task_data (task, job, free_job);
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
