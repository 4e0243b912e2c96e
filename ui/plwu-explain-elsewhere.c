/* plwu-explain-elsewhere.c: the same figure in the parent scenario, and in the last version.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-elsewhere.h"

#include "jobs/plwu-evaluate-job.h"
#include "plwu-explain-figure.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuElsewhere
{
  GObject parent_instance;

  PlwuElsewherePlace place;

  /* Owned */
  PlwuDocument *document;
  PlwuFindings *findings; /* (nullable) */
  GCancellable *cancellable;
  char *asked;  /* (nullable): what the last job goes with */
  char *called; /* (nullable): what people call that place */

  guint64 generation; /* counts jobs */
};

G_DEFINE_FINAL_TYPE (PlwuElsewhere, plwu_elsewhere, G_TYPE_OBJECT)

static guint changed_signal;

static void
plwu_elsewhere_dispose (GObject *object)
{
  PlwuElsewhere *self = PLWU_ELSEWHERE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (plwu_elsewhere_parent_class)->dispose (object);
}

static void
plwu_elsewhere_finalize (GObject *object)
{
  PlwuElsewhere *self = PLWU_ELSEWHERE (object);

  g_clear_pointer (&self->findings, plwu_findings_free);
  g_clear_object (&self->cancellable);
  g_free (self->asked);
  g_free (self->called);

  G_OBJECT_CLASS (plwu_elsewhere_parent_class)->finalize (object);
}

static void
plwu_elsewhere_class_init (PlwuElsewhereClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plwu_elsewhere_dispose;
  G_OBJECT_CLASS (klass)->finalize = plwu_elsewhere_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
plwu_elsewhere_init (PlwuElsewhere *self)
{
  self->cancellable = g_cancellable_new ();
}

PlwuElsewhere *
plwu_elsewhere_new (PlwuDocument *document, PlwuElsewherePlace place)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (document), NULL);

  PlwuElsewhere *self = g_object_new (PLWU_TYPE_ELSEWHERE, NULL);

  self->document = g_object_ref (document);
  self->place = place;
  return self;
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuElsewhere *self = PLWU_ELSEWHERE (source);
  PlwuFindings *findings = plwu_evaluate_job_finish (result, NULL);

  /* Cancelled, or overtaken by a newer one. */
  if (findings == NULL)
    return;
  if (self->document == NULL || findings->generation != self->generation)
    {
      plwu_findings_free (findings);
      return;
    }

  g_clear_pointer (&self->findings, plwu_findings_free);
  self->findings = findings;
  g_signal_emit (self, changed_signal, 0);
}

/* @plan: (transfer full) */
static void
ask (PlwuElsewhere *self, PlwPlan *plan, const char *scenario)
{
  const char *policies[] = { plwu_document_get_policy (self->document), NULL };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plwu_evaluate_job_start (self, plan, ++self->generation, scenario, policies, self->cancellable,
                           evaluated_cb, NULL);
}

/* Whether something else is wanted than what was asked for. */
static gboolean
is_news (PlwuElsewhere *self, char *wanted, const char *called)
{
  if (g_strcmp0 (wanted, self->asked) == 0)
    {
      g_free (wanted);
      return FALSE;
    }
  g_free (self->asked);
  self->asked = wanted;
  g_free (self->called);
  self->called = g_strdup (called);
  g_clear_pointer (&self->findings, plwu_findings_free);
  return TRUE;
}

/* FALSE where there is no parent, or its figures would be of another plan. */
static gboolean
ask_parent (PlwuElsewhere *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  size_t row;

  if (plwu_document_is_root (self->document) || plwu_document_is_stale (self->document)
      || !plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, plwu_document_get_scenario (self->document), &row))
    return FALSE;
  if (is_news (self, g_strdup_printf ("%" G_GUINT64_FORMAT, plwu_document_get_result_serial (self->document)),
               plwu_document_get_parent_name (self->document)))
    ask (self, plw_plan_copy (plan), plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT));
  return TRUE;
}

static gboolean
ask_version (PlwuElsewhere *self)
{
  const PlwVersion *version = plwu_document_get_last_version (self->document);
  const char *scenario = plwu_document_get_scenario (self->document);

  if (version == NULL)
    return FALSE;
  if (is_news (self,
               g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%s", version->id, scenario,
                                plwu_document_get_policy (self->document)),
               version->name))
    {
      PlwPlan *plan = plwu_document_read_version (self->document, version->id, NULL);

      if (plan != NULL)
        ask (self, plan, scenario);
    }
  return TRUE;
}

static const PlwResult *
get_result (PlwuElsewhere *self)
{
  gboolean is_there = self->place == PLWU_ELSEWHERE_PARENT ? ask_parent (self) : ask_version (self);

  return is_there && self->findings != NULL && self->findings->results != NULL
             ? g_ptr_array_index (self->findings->results, 0)
             : NULL;
}

/* Plans may have grown years and rows meanwhile: a figure is the same where it is called the same. */
static char *
describe_same (const PlwResult *from, const PlwResult *to, PlwFigure figure)
{
  PlwFigure same;

  if (plw_result_year (from, 0) != plw_result_year (to, 0)
      || plw_result_n_years (from) != plw_result_n_years (to)
      || !plwu_explain_find_same (from, to, figure, &same))
    return NULL;

  g_autoptr (PlwReason) here = plw_explain (from, figure);
  g_autoptr (PlwReason) there = plw_explain (to, same);

  if (here == NULL || there == NULL || strcmp (here->title, there->title) != 0)
    return NULL;
  return g_strdup (*there->text != '\0' ? there->text : _ ("empty"));
}

char *
plwu_elsewhere_describe (PlwuElsewhere *self, PlwFigure figure)
{
  g_return_val_if_fail (PLWU_IS_ELSEWHERE (self), NULL);

  const PlwResult *here = plwu_document_get_result (self->document, NULL);
  const PlwResult *there = here != NULL ? get_result (self) : NULL;
  g_autofree char *text = there != NULL ? describe_same (here, there, figure) : NULL;

  if (text == NULL)
    return NULL;
  return g_strdup_printf (self->place == PLWU_ELSEWHERE_PARENT ? _ ("In “%s”: %s")
                                                               : _ ("In version “%s”: %s"),
                          self->called, text);
}
