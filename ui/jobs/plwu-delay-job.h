/* plwu-delay-job.h: what a year's delay of each programme costs, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include <placewright/prevention.h>

G_BEGIN_DECLS

/**
 * PlwuDelay:
 * @row: of the table `programmes`
 * @pence: net present value lost by starting a year later
 */
typedef struct
{
  size_t row;
  gint64 pence;
} PlwuDelay;

/**
 * plwu_delay_job_start:
 * @study: a reference is taken
 * @rows: (array length=n_rows): of the table `programmes`
 *
 * Each costs an evaluation of the whole plan; @cancellable stops it before the next.
 */
void plwu_delay_job_start (gpointer source,
                           PlwStudy *study,
                           const char *policy,
                           const size_t *rows,
                           size_t n_rows,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * plwu_delay_job_finish:
 * Returns: (transfer full) (nullable) (element-type PlwuDelay): in the order asked
 *   for, without programmes that are not enabled; NULL where it was cancelled
 */
GArray *plwu_delay_job_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
