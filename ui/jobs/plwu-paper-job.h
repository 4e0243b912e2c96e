/* plwu-paper-job.h: papers for the committee and for residents, written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

typedef enum
{
  PLWU_PAPER_JOB_WORKBOOK,
  PLWU_PAPER_JOB_REPORT,
  PLWU_PAPER_JOB_SUMMARY, /* for residents */
  PLWU_PAPER_N_JOBS,
} PlwuPaperJob;

/**
 * plwu_paper_job_start:
 * @document: its scenario and policy are what is printed
 */
void plwu_paper_job_start (PlwuDocument *document,
                           PlwuPaperJob job,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Of a job that is done. */
PlwuPaperJob plwu_paper_job_get_kind (GAsyncResult *result);
gboolean plwu_paper_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
