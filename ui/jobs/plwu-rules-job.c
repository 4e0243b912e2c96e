/* plwu-rules-job.c: what the rules on money cost, reckoned in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-rules-job.h"

#include <string.h>

#define KEY "plwu-rules-job"

/* Long enough for a row of figures to be typed without a start at each. */
#define REST_MS 400
#define PROGRESS_MS 80

/* Shared by the job and the thread. */
typedef struct
{
  PlwPlan *plan;
  PlwStudy *study; /* (nullable): what is shown is an answer of it, and then explains what rules cost */
  PlwuRulesFindings *findings;
  GCancellable *cancellable;
  gint permille; /* atomic */
} Work;

struct _PlwuRulesJob
{
  GObject parent_instance;

  PlwuDocument *document; /* weak: the document owns the job */

  /* Owned */
  PlwuRulesFindings *findings;
  Work *work; /* (nullable): while it runs */

  guint64 generation; /* counts what findings depend on */
  guint n_holders;
  guint rest_id;
  guint progress_id;
  gboolean is_cancelled;
};

G_DEFINE_FINAL_TYPE (PlwuRulesJob, plwu_rules_job, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_findings (PlwuRulesFindings *findings)
{
  if (findings == NULL)
    return;

  g_free (findings->scenario);
  plw_fragmentation_free (findings->fragmentation);
  plw_result_free (findings->today);
  plw_result_free (findings->pooled);
  g_free (findings->failure);
  g_free (findings);
}

static void
clear_work (gpointer data)
{
  Work *work = data;

  plw_plan_free (work->plan);
  plw_study_unref (work->study);
  free_findings (work->findings);
  g_object_unref (work->cancellable);
}

static void
release_work (gpointer work)
{
  g_atomic_rc_box_release_full (work, clear_work);
}

/* The thread */

static bool
progress_cb (double done, void *data)
{
  Work *work = data;

  g_atomic_int_set (&work->permille, (gint) (done * 1000));
  return !g_cancellable_is_cancelled (work->cancellable);
}

static gboolean
reckon (Work *work, PlwProblems *problems, GError **error)
{
  PlwuRulesFindings *findings = work->findings;
  g_autoptr (PlwStudy) study = work->study != NULL
                                   ? plw_study_ref (work->study)
                                   : plw_study_new (work->plan, findings->scenario, problems, error);

  if (study == NULL)
    return FALSE;
  findings->fragmentation = plw_study_fragmentation (study, progress_cb, work, error);
  if (findings->fragmentation == NULL)
    return FALSE;
  findings->today = plw_study_evaluate (study, PLWU_POLICY_TODAY, problems, error);
  if (findings->today == NULL)
    return FALSE;
  findings->pooled = plw_study_evaluate (study, PLWU_POLICY_PLACEMAKING, problems, error);
  return findings->pooled != NULL;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!reckon (work, problems, &error))
    work->findings->failure = g_strdup (error->message);
  g_task_return_pointer (task, g_steal_pointer (&work->findings), (GDestroyNotify) free_findings);
}

/* The main loop */

static void start_if_due (PlwuRulesJob *self);

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuRulesJob *self = PLWU_RULES_JOB (source);
  PlwuRulesFindings *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&self->work, release_work);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (findings != NULL && findings->generation == self->generation)
    {
      free_findings (self->findings);
      self->findings = findings;
    }
  else
    free_findings (findings);
  start_if_due (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[PROGRESS], 0);
  return G_SOURCE_CONTINUE;
}

static void
start (PlwuRulesJob *self)
{
  const PlwResult *shown = plwu_document_get_result (self->document, NULL);
  Work *work = g_atomic_rc_box_new0 (Work);
  g_autoptr (GTask) task = NULL;

  work->plan = plw_plan_copy (plwu_document_get_plan (self->document));
  if (shown != NULL)
    work->study = plw_study_ref (plw_result_study (shown));
  work->cancellable = g_cancellable_new ();
  work->findings = g_new0 (PlwuRulesFindings, 1);
  work->findings->generation = self->generation;
  work->findings->scenario = g_strdup (plwu_document_get_scenario (self->document));

  self->work = work;
  self->progress_id = g_timeout_add (PROGRESS_MS, tell_progress_cb, self);
  task = g_task_new (self, work->cancellable, finished_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (work), release_work);
  g_task_run_in_thread (task, run_in_thread);
}

/* The results of the edit come first; they need the processor. */
static void
start_if_due (PlwuRulesJob *self)
{
  if (self->document == NULL || self->n_holders == 0 || self->work != NULL || self->rest_id != 0
      || self->is_cancelled || !plwu_rules_job_is_stale (self) || plwu_document_is_stale (self->document))
    return;

  start (self);
}

static gboolean
rested_cb (gpointer user_data)
{
  PlwuRulesJob *self = user_data;

  self->rest_id = 0;
  start_if_due (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
stop (PlwuRulesJob *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work->cancellable);
}

static void
plan_changed_cb (PlwuRulesJob *self)
{
  self->generation++;
  self->is_cancelled = FALSE;
  stop (self);
  if (self->findings != NULL
      && strcmp (self->findings->scenario, plwu_document_get_scenario (self->document)) != 0)
    g_clear_pointer (&self->findings, free_findings);
  if (self->n_holders > 0)
    self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
evaluated_cb (PlwuRulesJob *self)
{
  gboolean was_running = self->work != NULL;

  start_if_due (self);
  if (!was_running && self->work != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
plwu_rules_job_dispose (GObject *object)
{
  PlwuRulesJob *self = PLWU_RULES_JOB (object);

  stop (self);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->work, release_work);
  g_clear_weak_pointer (&self->document);

  G_OBJECT_CLASS (plwu_rules_job_parent_class)->dispose (object);
}

static void
plwu_rules_job_finalize (GObject *object)
{
  free_findings (PLWU_RULES_JOB (object)->findings);

  G_OBJECT_CLASS (plwu_rules_job_parent_class)->finalize (object);
}

static void
plwu_rules_job_class_init (PlwuRulesJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plwu_rules_job_dispose;
  object_class->finalize = plwu_rules_job_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
plwu_rules_job_init (PlwuRulesJob *self)
{
  self->generation = 1;
}

PlwuRulesJob *
plwu_rules_job_of (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuRulesJob *self = g_object_get_data (G_OBJECT (document), KEY);

  if (self != NULL)
    return self;

  self = g_object_new (PLWU_TYPE_RULES_JOB, NULL);
  g_set_weak_pointer (&self->document, document);
  g_signal_connect_object (document, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::is-stale", G_CALLBACK (evaluated_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (document), KEY, self, g_object_unref);
  return self;
}

void
plwu_rules_job_hold (PlwuRulesJob *self)
{
  g_return_if_fail (PLWU_IS_RULES_JOB (self));

  self->n_holders++;
  start_if_due (self);
}

void
plwu_rules_job_release (PlwuRulesJob *self)
{
  g_return_if_fail (PLWU_IS_RULES_JOB (self));
  g_return_if_fail (self->n_holders > 0);

  if (--self->n_holders == 0)
    stop (self);
}

void
plwu_rules_job_cancel (PlwuRulesJob *self)
{
  g_return_if_fail (PLWU_IS_RULES_JOB (self));

  self->is_cancelled = TRUE;
  stop (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
plwu_rules_job_restart (PlwuRulesJob *self)
{
  g_return_if_fail (PLWU_IS_RULES_JOB (self));

  self->is_cancelled = FALSE;
  start_if_due (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const PlwuRulesFindings *
plwu_rules_job_get_findings (PlwuRulesJob *self)
{
  g_return_val_if_fail (PLWU_IS_RULES_JOB (self), NULL);

  return self->findings;
}

gboolean
plwu_rules_job_is_stale (PlwuRulesJob *self)
{
  g_return_val_if_fail (PLWU_IS_RULES_JOB (self), FALSE);

  return self->findings == NULL || self->findings->generation != self->generation;
}

gboolean
plwu_rules_job_is_running (PlwuRulesJob *self)
{
  g_return_val_if_fail (PLWU_IS_RULES_JOB (self), FALSE);

  return self->work != NULL && !g_cancellable_is_cancelled (self->work->cancellable);
}

gboolean
plwu_rules_job_is_cancelled (PlwuRulesJob *self)
{
  g_return_val_if_fail (PLWU_IS_RULES_JOB (self), FALSE);

  return self->is_cancelled;
}

double
plwu_rules_job_get_progress (PlwuRulesJob *self)
{
  g_return_val_if_fail (PLWU_IS_RULES_JOB (self), 0);

  return self->work != NULL ? g_atomic_int_get (&self->work->permille) / 1000.0 : 0;
}
