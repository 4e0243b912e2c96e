/* plwu-return-job.c: a revenue return read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-return-job.h"

typedef struct
{
  PlwPlan *plan; /* (nullable) */
  char *path;
  PlwReturnOptions options; /* texts owned */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->plan, plw_plan_free);
  g_free (job->path);
  g_free ((char *) job->options.form);
  g_strfreev ((GStrv) job->options.councils);
  g_free (job);
}

static void
contents_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  PlwReturnContents *contents = plw_return_read_contents (job->path, &error);

  if (contents != NULL)
    g_task_return_pointer (task, contents, (GDestroyNotify) plw_return_contents_free);
  else
    g_task_return_error (task, error);
}

void
plwu_return_contents_start (gpointer source,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  g_task_set_source_tag (task, plwu_return_contents_start);
  g_task_set_task_data (task, job, free_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, contents_worker);
}

PlwReturnContents *
plwu_return_contents_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  PlwuImportFindings *findings = plwu_import_findings_new ();

  findings->edit = plw_return_run (job->path, job->plan, &job->options, findings->problems, &findings->counts,
                                   &findings->report, &error);
  if (findings->edit == NULL)
    findings->failure = g_strdup (error->message);
  g_task_return_pointer (task, findings, (GDestroyNotify) plwu_import_findings_free);
}

void
plwu_return_run_start (gpointer source,
                       const PlwPlan *plan,
                       const char *path,
                       const PlwReturnOptions *options,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plw_plan_copy (plan);
  job->path = g_strdup (path);
  job->options = *options;
  job->options.form = g_strdup (options->form);
  job->options.councils = (const char *const *) g_strdupv ((GStrv) options->councils);
  g_task_set_source_tag (task, plwu_return_run_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_worker);
}

PlwuImportFindings *
plwu_return_run_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
