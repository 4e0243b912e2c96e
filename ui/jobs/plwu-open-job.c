/* plwu-open-job.c: a plan file or folder read in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-open-job.h"

#include <glib/gi18n.h>
#include <placewright/exchange.h>

typedef struct
{
  PlwuOpenKind kind;
  char *path;
  PlwProblems *problems;
  PlwuFindings *findings; /* nullable */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  plw_problems_free (job->problems);
  plwu_findings_free (job->findings);
  g_free (job);
}

static PlwStore *
open_copy (Job *job, GError **error)
{
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *origin = g_strdup_printf (_ ("Plan made from “%s”"), name);
  g_autoptr (PlwPlan) plan = plw_plan_import (job->path, job->problems, error);

  return plan != NULL ? plw_store_new_file (plan, origin, error) : NULL;
}

static PlwStore *
open_store (Job *job, GError **error)
{
  switch (job->kind)
    {
    case PLWU_OPEN_RECOVER:
      return plw_store_recover (job->path, error);
    case PLWU_OPEN_COPY:
      return open_copy (job, error);
    case PLWU_OPEN_PLAN:
    default:
      if (g_file_test (job->path, G_FILE_TEST_IS_DIR))
        return open_copy (job, error);
      return plw_store_open (job->path, error);
    }
}

/* Whoever opens a plan asks for its results next, and this thread need not wait for the window. */
static void
work_out (Job *job, PlwStore *store)
{
  static const char *const policies[] = { PLWU_POLICY_TODAY, PLWU_POLICY_PLACEMAKING, NULL };

  job->findings = plwu_findings_new ("", policies);
  plwu_findings_work_out (job->findings, plw_store_plan (store));
}

static void
open_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlwStore *store = open_store (task_data, &error);

  if (store != NULL)
    work_out (task_data, store);
  if (store != NULL)
    g_task_return_pointer (task, store, (GDestroyNotify) plw_store_free);
  else
    g_task_return_error (task, error);
}

void
plwu_open_job_start (PlwuOpenKind kind,
                     const char *path,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->path = g_strdup (path);
  job->problems = plw_problems_new ();

  g_task_set_source_tag (task, plwu_open_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, open_worker);
}

PlwStore *
plwu_open_job_finish (GAsyncResult *result, PlwProblems **ret_problems, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *ret_problems = g_steal_pointer (&job->problems);
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
plwu_open_job_get_path (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->path;
}

PlwuFindings *
plwu_open_job_take_findings (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return g_steal_pointer (&job->findings);
}
