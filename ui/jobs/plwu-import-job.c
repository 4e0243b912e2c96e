/* plwu-import-job.c: a table of somebody else's read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-job.h"

#include <glib/gi18n.h>

typedef struct
{
  PlwuImportSource *import; /* (nullable) */
  PlwPlan *plan;            /* (nullable) */
  char *path;
  char *text;
  char *sheet;
  PlwTableId table;
} Job;

static void
clear_source (gpointer data)
{
  PlwuImportSource *self = data;

  plw_import_free (self->import);
  plw_plan_free (self->plan);
}

PlwuImportSource *
plwu_import_source_ref (PlwuImportSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plwu_import_source_unref (PlwuImportSource *self)
{
  g_atomic_rc_box_release_full (self, clear_source);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->import, plwu_import_source_unref);
  g_clear_pointer (&job->plan, plw_plan_free);
  g_free (job->path);
  g_free (job->text);
  g_free (job->sheet);
  g_free (job);
}

static void
open_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  PlwImport *import = job->path != NULL ? plw_import_open (job->path, &error)
                                        : plw_import_open_text (_ ("the clipboard"), job->text, &error);
  PlwuImportSource *opened;

  if (import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  opened = g_atomic_rc_box_new0 (PlwuImportSource);
  opened->import = import;
  opened->plan = g_steal_pointer (&job->plan);
  if (job->table < PLW_N_TABLES)
    plw_import_set_table (import, opened->plan, job->table);
  else
    (void) plw_import_guess_table (import, opened->plan);
  g_task_return_pointer (task, opened, (GDestroyNotify) plwu_import_source_unref);
}

void
plwu_import_open_start (gpointer source,
                        const PlwPlan *plan,
                        const char *path,
                        const char *text,
                        PlwTableId table,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail ((path != NULL) != (text != NULL));

  job->plan = plw_plan_copy (plan);
  job->path = g_strdup (path);
  job->text = g_strdup (text);
  job->table = table;
  g_task_set_source_tag (task, plwu_import_open_start);
  g_task_set_task_data (task, job, free_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_worker);
}

PlwuImportSource *
plwu_import_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sheet_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (!plw_import_choose_sheet (job->import->import, job->sheet, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  plw_import_set_table (job->import->import, job->import->plan, job->table);
  g_task_return_boolean (task, TRUE);
}

void
plwu_import_sheet_start (gpointer source,
                         PlwuImportSource *import,
                         const char *sheet,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->import = plwu_import_source_ref (import);
  job->sheet = g_strdup (sheet);
  job->table = plw_import_table (import->import);
  g_task_set_source_tag (task, plwu_import_sheet_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, sheet_worker);
}

gboolean
plwu_import_sheet_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

PlwuImportFindings *
plwu_import_findings_new (void)
{
  PlwuImportFindings *self = g_new0 (PlwuImportFindings, 1);

  self->problems = plw_problems_new ();
  self->fates = g_byte_array_new ();
  self->marks = g_hash_table_new (NULL, NULL);
  return self;
}

void
plwu_import_findings_free (PlwuImportFindings *self)
{
  if (self == NULL)
    return;

  plw_edit_free (self->edit);
  g_free (self->failure);
  g_free (self->report);
  plw_problems_free (self->problems);
  g_byte_array_unref (self->fates);
  g_hash_table_unref (self->marks);
  g_free (self);
}

/* A sheet has fewer columns than 2^15, the whole row being one of them. */
static gpointer
make_mark (size_t number, size_t column)
{
  return GSIZE_TO_POINTER (number << 15 | (column == SIZE_MAX ? 0 : column + 1));
}

static void
mark_problems (PlwuImportFindings *self)
{
  for (size_t i = plw_problems_size (self->problems); i-- > 0;)
    {
      const PlwProblem *problem = plw_problems_get (self->problems, i);
      gpointer mark = make_mark (problem->file_row, problem->file_column);

      if (problem->file_row > 0
          && (problem->severity == PLW_SEVERITY_ERROR || !g_hash_table_contains (self->marks, mark)))
        g_hash_table_insert (self->marks, mark, GSIZE_TO_POINTER (i + 1));
    }
}

const PlwProblem *
plwu_import_findings_get_mark (const PlwuImportFindings *self, size_t number, size_t column)
{
  size_t found = GPOINTER_TO_SIZE (g_hash_table_lookup (self->marks, make_mark (number, column)));

  return found > 0 ? plw_problems_get (self->problems, found - 1) : NULL;
}

static void
run_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  PlwuImportFindings *findings = plwu_import_findings_new ();

  findings->edit = plw_import_run (job->import->import, findings->problems, &findings->counts, &error);
  if (findings->edit == NULL)
    findings->failure = g_strdup (error->message);
  for (size_t row = 0; row < plw_import_n_rows (job->import->import); row++)
    {
      const guint8 fate = (guint8) plw_import_fate (job->import->import, row);

      g_byte_array_append (findings->fates, &fate, 1);
    }
  mark_problems (findings);
  g_task_return_pointer (task, findings, (GDestroyNotify) plwu_import_findings_free);
}

void
plwu_import_run_start (gpointer source,
                       PlwuImportSource *import,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->import = plwu_import_source_ref (import);
  g_task_set_source_tag (task, plwu_import_run_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_worker);
}

PlwuImportFindings *
plwu_import_run_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
