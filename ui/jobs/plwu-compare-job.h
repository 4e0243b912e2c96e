/* plwu-compare-job.h: many scenarios of a plan worked out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * PlwuAnswer: one scenario under one policy.
 * @scenario: a code; "" is the root
 * @result: (nullable): NULL where it could not be worked out
 * @failure: (nullable): why not, one sentence
 */
typedef struct
{
  char *scenario;
  char *policy;
  PlwResult *result;
  char *failure;
} PlwuAnswer;

PlwuAnswer *plwu_answer_new (const char *scenario, const char *policy) G_GNUC_WARN_UNUSED_RESULT;
void plwu_answer_free (PlwuAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuAnswer, plwu_answer_free)

/**
 * plwu_compare_job_start:
 * @plan: (transfer full)
 * @answers: (transfer full) (element-type PlwuAnswer): what is asked
 *
 * With as many threads as there are processors; policies of a scenario share
 * what does not depend on them.
 */
void plwu_compare_job_start (gpointer source,
                             PlwPlan *plan,
                             GPtrArray *answers,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * plwu_compare_job_finish:
 * Returns: (transfer full) (nullable) (element-type PlwuAnswer): what was asked,
 *   answered; NULL where it was cancelled
 */
GPtrArray *plwu_compare_job_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
