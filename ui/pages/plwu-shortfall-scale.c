/* plwu-shortfall-scale.c: the largest shortfall of any scenario, for one scale of colours.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With a scale of its own every scenario would look equally bad.
 */
#include "plwu-shortfall-scale.h"

#include "findings/plwu-shortfall-figures.h"
#include "jobs/plwu-compare-job.h"

struct _PlwuShortfallScale
{
  GObject parent_instance;

  /* Owned */
  PlwuDocument *document; /* (nullable) */
  PlwPlan *asked;         /* (nullable): the plan that was asked of */
  GCancellable *cancellable;

  gint64 shown; /* the largest of the scenario shown when it was asked, which is known already */
  gint64 largest;
};

G_DEFINE_FINAL_TYPE (PlwuShortfallScale, plwu_shortfall_scale, G_TYPE_OBJECT)

static guint changed_signal;

static void
plwu_shortfall_scale_dispose (GObject *object)
{
  PlwuShortfallScale *self = PLWU_SHORTFALL_SCALE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_shortfall_scale_parent_class)->dispose (object);
}

static void
plwu_shortfall_scale_finalize (GObject *object)
{
  PlwuShortfallScale *self = PLWU_SHORTFALL_SCALE (object);

  g_clear_object (&self->cancellable);
  plw_plan_free (self->asked);

  G_OBJECT_CLASS (plwu_shortfall_scale_parent_class)->finalize (object);
}

static void
plwu_shortfall_scale_class_init (PlwuShortfallScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_shortfall_scale_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_shortfall_scale_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
plwu_shortfall_scale_init (PlwuShortfallScale *self)
{
  self->cancellable = g_cancellable_new ();
}

PlwuShortfallScale *
plwu_shortfall_scale_new (PlwuDocument *document)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuShortfallScale *self = g_object_new (PLWU_TYPE_SHORTFALL_SCALE, NULL);

  self->document = g_object_ref (document);
  return self;
}

/* A scenario that cannot be worked out has no say. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuShortfallScale *self = PLWU_SHORTFALL_SCALE (source);
  g_autoptr (GPtrArray) answers = plwu_compare_job_finish (result, NULL);
  gint64 largest = self->shown;

  if (answers == NULL || self->document == NULL)
    return;
  for (guint i = 0; i < answers->len; i++)
    {
      const PlwuAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->result != NULL)
        largest = MAX (largest, plwu_shortfall_find_largest (answer->result));
    }
  if (largest == self->largest)
    return;
  self->largest = largest;
  g_signal_emit (self, changed_signal, 0);
}

static const char *const policies[] = { PLWU_POLICY_TODAY, PLWU_POLICY_PLACEMAKING };

/* Every scenario but the one shown: that one the document has worked out. */
static GPtrArray *
list_questions (PlwuDocument *document)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  const char *shown = plwu_document_is_root (document) ? plw_plan_root_scenario (plan)
                                                       : plwu_document_get_scenario (document);
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_answer_free);

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); i++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_CODE);

      if (g_strcmp0 (code, shown) == 0)
        continue;
      for (size_t j = 0; j < G_N_ELEMENTS (policies); j++)
        g_ptr_array_add (answers, plwu_answer_new (code, policies[j]));
    }
  return answers;
}

static gint64
find_largest_shown (PlwuDocument *document)
{
  gint64 largest = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      const PlwResult *result = plwu_document_get_result (document, policies[i]);

      if (result != NULL)
        largest = MAX (largest, plwu_shortfall_find_largest (result));
    }
  return largest;
}

gint64
plwu_shortfall_scale_get_largest (PlwuShortfallScale *self)
{
  g_return_val_if_fail (PLWU_IS_SHORTFALL_SCALE (self), 0);

  const PlwPlan *plan = plwu_document_get_plan (self->document);

  /* The results shown come first; a plan without further scenarios has no other scale. */
  if (plwu_document_is_stale (self->document) || (self->asked != NULL && plw_plan_equal (self->asked, plan)))
    return self->largest;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plw_plan_free (self->asked);
  self->asked = plw_plan_copy (plan);
  self->shown = find_largest_shown (self->document);
  if (plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS) > 1)
    plwu_compare_job_start (self, plw_plan_copy (plan), list_questions (self->document), self->cancellable,
                            answered_cb, NULL);
  else
    self->largest = 0;
  return self->largest;
}
