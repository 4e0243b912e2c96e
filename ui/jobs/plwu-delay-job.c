/* plwu-delay-job.c: what a year's delay of each programme costs, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-delay-job.h"

typedef struct
{
  PlwStudy *study;
  char *policy;
  size_t *rows;
  size_t n_rows;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_study_unref (job->study);
  g_free (job->policy);
  g_free (job->rows);
  g_free (job);
}

static void
delay_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GArray) delays = g_array_new (FALSE, FALSE, sizeof (PlwuDelay));

  for (size_t i = 0; i < job->n_rows; i++)
    {
      PlwuDelay delay = { .row = job->rows[i] };
      int64_t pence;

      if (g_task_return_error_if_cancelled (task))
        return;
      if (!plw_study_delay_cost (job->study, job->policy, delay.row, &pence))
        continue;
      delay.pence = pence;
      g_array_append_val (delays, delay);
    }

  g_task_return_pointer (task, g_steal_pointer (&delays), (GDestroyNotify) g_array_unref);
}

void
plwu_delay_job_start (gpointer source,
                      PlwStudy *study,
                      const char *policy,
                      const size_t *rows,
                      size_t n_rows,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->study = plw_study_ref (study);
  job->policy = g_strdup (policy);
  job->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  job->n_rows = n_rows;

  g_task_set_source_tag (task, plwu_delay_job_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, delay_worker);
}

GArray *
plwu_delay_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
