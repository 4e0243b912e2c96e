/* plwu-return-job.h: a revenue return read and tried in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/return.h>

#include "plwu-import-job.h"

G_BEGIN_DECLS

/* What councils and forms a file has. Cancelling returns at once. */
void plwu_return_contents_start (gpointer source,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * plwu_return_contents_finish:
 * Returns: (transfer full) (nullable)
 */
PlwReturnContents *plwu_return_contents_finish (GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_return_run_start:
 * @plan: copied
 * @options: copied with its texts
 */
void plwu_return_run_start (gpointer source,
                            const PlwPlan *plan,
                            const char *path,
                            const PlwReturnOptions *options,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * plwu_return_run_finish:
 * Returns: (transfer full): counts are lines of the return; nothing is marked
 */
PlwuImportFindings *plwu_return_run_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
