/* plwu-explain-parent.c: the result of the parent scenario, worked out when it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-parent.h"

#include "jobs/plwu-evaluate-job.h"

struct _PlwuParentResult
{
  GObject parent_instance;

  /* Owned */
  PlwuDocument *document;
  PlwuFindings *findings; /* (nullable) */
  GCancellable *cancellable;

  guint64 asked; /* the serial of the document's results that the last job goes with */
};

G_DEFINE_FINAL_TYPE (PlwuParentResult, plwu_parent_result, G_TYPE_OBJECT)

static guint changed_signal;

static void
plwu_parent_result_dispose (GObject *object)
{
  PlwuParentResult *self = PLWU_PARENT_RESULT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_parent_result_parent_class)->dispose (object);
}

static void
plwu_parent_result_finalize (GObject *object)
{
  PlwuParentResult *self = PLWU_PARENT_RESULT (object);

  g_clear_pointer (&self->findings, plwu_findings_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plwu_parent_result_parent_class)->finalize (object);
}

static void
plwu_parent_result_class_init (PlwuParentResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_parent_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_parent_result_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
plwu_parent_result_init (PlwuParentResult *self)
{
  self->asked = G_MAXUINT64;
  self->cancellable = g_cancellable_new ();
}

PlwuParentResult *
plwu_parent_result_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuParentResult *self = g_object_new (PLWU_TYPE_PARENT_RESULT, NULL);

  self->document = g_object_ref (document);
  return self;
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuParentResult *self = PLWU_PARENT_RESULT (source);
  PlwuFindings *findings = plwu_evaluate_job_finish (result, NULL);

  /* Cancelled, or overtaken by a newer one. */
  if (findings == NULL)
    return;
  if (self->document == NULL || findings->generation != self->asked)
    {
      plwu_findings_free (findings);
      return;
    }

  g_clear_pointer (&self->findings, plwu_findings_free);
  self->findings = findings;
  g_signal_emit (self, changed_signal, 0);
}

static void
ask (PlwuParentResult *self, size_t scenario)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  const char *policies[] = { plwu_document_get_policy (self->document), NULL };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->asked = plwu_document_get_result_serial (self->document);
  plwu_evaluate_job_start (self, plw_plan_copy (plan), self->asked,
                           plw_plan_text (plan, PLW_TABLE_SCENARIOS, scenario, PLW_SCENARIOS_PARENT),
                           policies, self->cancellable, evaluated_cb, NULL);
}

const PlwResult *
plwu_parent_result_get (PlwuParentResult *self)
{
  g_return_val_if_fail (PLWU_IS_PARENT_RESULT (self), NULL);

  guint64 serial = plwu_document_get_result_serial (self->document);
  size_t scenario;

  if (plwu_document_is_root (self->document) || plwu_document_is_stale (self->document)
      || !plw_plan_find_key (plwu_document_get_plan (self->document), PLW_TABLE_SCENARIOS,
                             plwu_document_get_scenario (self->document), &scenario))
    return NULL;
  if (self->asked != serial)
    {
      g_clear_pointer (&self->findings, plwu_findings_free);
      ask (self, scenario);
      return NULL;
    }
  return self->findings != NULL && self->findings->results != NULL
             ? g_ptr_array_index (self->findings->results, 0)
             : NULL;
}
