/* plwu-workbook-job.h: the committee workbook written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

/**
 * plwu_workbook_job_start:
 * @document: its scenario and policy are what is printed
 */
void plwu_workbook_job_start (PlwuDocument *document,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plwu_workbook_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
