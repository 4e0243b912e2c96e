/* plwu-paper-job.h: papers for the committee and for residents, written in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/exchange.h>

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
 * PlwuWorkbookOptions: how a workbook is wanted.
 * @has_minus: amounts below nothing have a minus sign; else brackets
 * @has_log: with the change log since the last version
 */
typedef struct
{
  PlwPaperForm form;
  gboolean has_minus;
  gboolean has_log;
} PlwuWorkbookOptions;

/**
 * plwu_paper_job_start:
 * @document: its scenario and policy are what is printed
 * @options: (nullable): copied; for a workbook. Other papers have the change log always.
 */
void plwu_paper_job_start (PlwuDocument *document,
                           PlwuPaperJob job,
                           const PlwuWorkbookOptions *options,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Of a job that is done. */
PlwuPaperJob plwu_paper_job_get_kind (GAsyncResult *result);
gboolean plwu_paper_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
