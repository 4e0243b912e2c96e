/* plwu-verify-job.h: whether a paper still says what the plan says, found out in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/exchange.h>

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * PlwuVerdict: what was found.
 * @is_same_plan: whether the plan, as the paper's scenario has it, is to the last cell the one the
 *   paper was made of
 * @differences: (element-type PlwPaperDifference): cells that say something else
 */
typedef struct
{
  PlwPaperOrigin *origin;
  char *fingerprint;
  gboolean is_same_plan;
  GPtrArray *differences;
} PlwuVerdict;

void plwu_verdict_free (PlwuVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuVerdict, plwu_verdict_free)

/* Cancelling returns at once. */
void plwu_verify_job_start (PlwuDocument *document,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * plwu_verify_job_finish:
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_FORMAT where it is no paper of ours
 */
PlwuVerdict *plwu_verify_job_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a workbook is a paper that this program made; the answer is TRUE or FALSE. */
void plwu_verify_ask_start (gpointer source,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean plwu_verify_ask_finish (GAsyncResult *result, char **ret_path);

G_END_DECLS
