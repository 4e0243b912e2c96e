/* plwu-budget-job.c: a published budget table read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-budget-job.h"

typedef struct
{
  PlwPlan *plan;
  char *path;
  PlwBudgetOptions options;
  char *texts[3]; /* what the options borrow */
  gboolean lists_sheets;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  plw_plan_free (job->plan);
  g_free (job->path);
  for (size_t i = 0; i < G_N_ELEMENTS (job->texts); i++)
    g_free (job->texts[i]);
  g_free (job);
}

void
plwu_budget_reading_free (PlwuBudgetReading *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->sheets);
  plw_budget_free (self->budget);
  g_free (self->failure);
  plwu_import_findings_free (self->findings);
  plw_plan_free (self->after);
  g_free (self);
}

/* A file that cannot be opened has none; why, the reading of the table says. */
static void
list_sheets (PlwuBudgetReading *self, const char *path)
{
  g_autoptr (PlwImport) import = plw_import_open (path, NULL);
  size_t n = import != NULL ? plw_import_n_sheets (import) : 0;

  if (n == 0)
    return;
  self->sheets = g_new0 (char *, n + 1);
  self->sheet = (guint) plw_import_sheet (import);
  for (size_t i = 0; i < n; i++)
    self->sheets[i] = g_strdup (plw_import_sheet_name (import, i));
}

static void
try_out (PlwuBudgetReading *self, const PlwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  PlwuImportFindings *findings = plwu_import_findings_new ();

  self->findings = findings;
  findings->edit =
      plw_budget_run (self->budget, plan, findings->problems, &findings->counts, &findings->report, &error);
  if (findings->edit == NULL)
    {
      findings->failure = g_strdup (error->message);
      return;
    }

  self->after = plw_plan_copy (plan);
  if (!plw_plan_apply (self->after, findings->edit, &error))
    {
      g_clear_pointer (&findings->edit, plw_edit_free);
      findings->failure = g_strdup (error->message);
    }
}

static void
worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  PlwuBudgetReading *reading = g_new0 (PlwuBudgetReading, 1);

  if (job->lists_sheets)
    list_sheets (reading, job->path);
  reading->budget = plw_budget_read (job->path, &job->options, &error);
  if (reading->budget != NULL)
    try_out (reading, job->plan);
  else
    reading->failure = g_strdup (error->message);
  g_task_return_pointer (task, reading, (GDestroyNotify) plwu_budget_reading_free);
}

void
plwu_budget_read_start (gpointer source,
                        const PlwPlan *plan,
                        const char *path,
                        const PlwBudgetOptions *options,
                        gboolean lists_sheets,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->plan = plw_plan_copy (plan);
  job->path = g_strdup (path);
  job->options = *options;
  job->options.sheet = job->texts[0] = g_strdup (options->sheet);
  job->options.part = job->texts[1] = g_strdup (options->part);
  job->options.line = job->texts[2] = g_strdup (options->line);
  job->lists_sheets = lists_sheets;
  g_task_set_source_tag (task, plwu_budget_read_start);
  g_task_set_task_data (task, job, free_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, worker);
}

PlwuBudgetReading *
plwu_budget_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
