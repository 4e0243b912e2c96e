/* plwu-evaluate-job.h: a plan worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/* Worked out always, as pages compare them. */
#define PLWU_POLICY_TODAY "today"
#define PLWU_POLICY_PLACEMAKING "placemaking"

/**
 * PlwuFindings: what an evaluation found.
 * @scenario: the scenario asked for; "" is the root
 * @policies: the policies asked for, the one shown first
 * @results: (element-type PlwResult) (nullable): one for each policy
 * @problems: what was found under the policy shown
 * @failure: (nullable): why there are no results, one sentence
 */
typedef struct
{
  guint64 generation;
  char *scenario;
  GStrv policies;
  GPtrArray *results;
  PlwProblems *problems;
  char *failure;
} PlwuFindings;

PlwuFindings *plwu_findings_new (const char *scenario, const char *const *policies) G_GNUC_WARN_UNUSED_RESULT;
void plwu_findings_free (PlwuFindings *self);

/* Fills a new one, here and now: for a thread that has the plan to itself. */
void plwu_findings_work_out (PlwuFindings *self, const PlwPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuFindings, plwu_findings_free)

/**
 * plwu_evaluate_job_start:
 * @plan: (transfer full)
 * @policies: the policies wanted, the one shown first
 */
void plwu_evaluate_job_start (gpointer source,
                              PlwPlan *plan,
                              guint64 generation,
                              const char *scenario,
                              const char *const *policies,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * plwu_evaluate_job_finish:
 * Returns: (transfer full) (nullable): NULL where it was cancelled
 */
PlwuFindings *plwu_evaluate_job_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
