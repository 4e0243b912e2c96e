/* plwu-document-work.c: the scenario shown, and results worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-document-private.h"

#include <string.h>

#include <glib/gi18n.h>

/* The first frame is painted by then; nobody is so quick to edit. */
#define PREPARE_MS 300

static char *
explain_no_scenario (const PlwProblems *problems, const GError *error)
{
  if (plw_problems_size (problems) == 0)
    return g_strdup (error->message);
  return plw_problem_to_text (plw_problems_get (problems, 0));
}

/**
 * plwu_document_resolve:
 *
 * Applies the scenario's overrides for the grids. Where that fails the plan's
 * own figures are shown and the reason is what plwu_document_get_failure() says.
 */
void
plwu_document_resolve (PlwuDocument *self)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  size_t row;

  if (*self->scenario != '\0' || self->no_scenario != NULL)
    self->serial++;
  g_clear_pointer (&self->shown, plw_plan_free);
  g_clear_pointer (&self->parent, plw_plan_free);
  g_clear_pointer (&self->no_scenario, g_free);

  if (*self->scenario == '\0')
    return;
  if (!plw_plan_find_key (self->plan, PLW_TABLE_SCENARIOS, self->scenario, &row))
    {
      plwu_document_set_scenario (self, "");
      return;
    }

  const char *parent = plw_plan_text (self->plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT);

  self->shown = plw_plan_resolve (self->plan, self->scenario, problems, &error);
  if (self->shown != NULL)
    self->parent = plw_plan_resolve (self->plan, *parent == '\0' ? NULL : parent, problems, NULL);
  else
    self->no_scenario = explain_no_scenario (problems, error);
}

const PlwResult *
plwu_document_get_result (PlwuDocument *self, const char *policy)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  PlwuFindings *findings = self->findings;
  const char *wanted = policy != NULL ? policy : self->policy;

  if (findings == NULL || findings->results == NULL || strcmp (findings->scenario, self->scenario) != 0)
    return NULL;

  for (size_t i = 0; findings->policies[i] != NULL; i++)
    if (strcmp (findings->policies[i], wanted) == 0)
      return g_ptr_array_index (findings->results, i);
  return NULL;
}

const PlwProblems *
plwu_document_get_problems (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  return self->findings != NULL ? self->findings->problems : NULL;
}

const char *
plwu_document_get_failure (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), NULL);

  if (self->no_scenario != NULL)
    return self->no_scenario;
  return self->findings != NULL ? self->findings->failure : NULL;
}

guint64
plwu_document_get_result_serial (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), 0);

  return self->serial;
}

gboolean
plwu_document_is_stale (PlwuDocument *self)
{
  g_return_val_if_fail (PLWU_IS_DOCUMENT (self), FALSE);

  return self->is_stale;
}

static gboolean
free_findings_cb (gpointer user_data)
{
  plwu_findings_free (user_data);
  return G_SOURCE_REMOVE;
}

/* What was shown before is let go of after the new is painted. */
static void
replace_findings (PlwuDocument *self, PlwuFindings *findings)
{
  if (self->findings != NULL)
    g_idle_add_full (G_PRIORITY_LOW, free_findings_cb, self->findings, NULL);
  self->findings = findings;
}

static gboolean
prepare_cb (gpointer user_data)
{
  PlwuDocument *self = PLWU_DOCUMENT (user_data);

  self->prepare_id = 0;
  /* What saves has made it. */
  if (self->store != NULL && !self->is_saving)
    plw_store_prepare (self->store);
  return G_SOURCE_REMOVE;
}

/* The first edit is to find its working copy made; but first the plan is to be seen. */
static void
prepare_soon (PlwuDocument *self)
{
  if (self->is_prepared)
    return;
  self->is_prepared = TRUE;
  self->prepare_id = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, prepare_cb, self, NULL);
}

static void
evaluated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlwuDocument *self = PLWU_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  PlwuFindings *findings = plwu_evaluate_job_finish (result, &error);

  self->is_evaluating = FALSE;
  if (findings == NULL)
    return;
  if (self->store == NULL)
    {
      plwu_findings_free (findings);
      return;
    }

  gboolean is_behind = findings->generation != self->generation;

  if (findings->generation == self->refused)
    plwu_findings_free (findings);
  else
    {
      replace_findings (self, findings);
      plwu_document_set_stale (self, is_behind);
      plwu_document_emit_result_changed (self);
      prepare_soon (self);
    }

  if (is_behind && !self->is_evaluating)
    plwu_document_evaluate (self);
}

/* The policy shown first, as its problems are the ones kept; today and
 * placemaking always, as pages compare them.
 */
static GStrv
list_policies (PlwuDocument *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, self->policy);
  if (strcmp (self->policy, PLWU_POLICY_TODAY) != 0)
    g_strv_builder_add (builder, PLWU_POLICY_TODAY);
  if (strcmp (self->policy, PLWU_POLICY_PLACEMAKING) != 0)
    g_strv_builder_add (builder, PLWU_POLICY_PLACEMAKING);

  return g_strv_builder_end (builder);
}

/**
 * plwu_document_evaluate:
 *
 * Works the plan out anew. Edits made meanwhile are taken up in one further
 * evaluation once this one is done.
 */
void
plwu_document_evaluate (PlwuDocument *self)
{
  self->generation++;
  if (!self->is_evaluating && self->store != NULL)
    {
      g_auto (GStrv) policies = list_policies (self);

      self->is_evaluating = TRUE;
      plwu_evaluate_job_start (self, plw_plan_copy (self->plan), self->generation, self->scenario,
                               (const char *const *) policies, self->cancellable, evaluated_cb, NULL);
    }

  plwu_document_set_stale (self, TRUE);
}

/**
 * plwu_document_take_findings:
 * @findings: (transfer full): what the plan comes to as it is
 *
 * For a document that nobody has seen yet.
 */
void
plwu_document_take_findings (PlwuDocument *self, PlwuFindings *findings)
{
  findings->generation = ++self->generation;
  self->findings = findings;
  self->serial++;
  self->is_stale = FALSE;
  prepare_soon (self);
}
