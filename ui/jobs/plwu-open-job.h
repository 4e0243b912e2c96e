/* plwu-open-job.h: a plan file or folder read in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-evaluate-job.h"

#include <gio/gio.h>

#include <placewright/problem.h>
#include <placewright/store.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_OPEN_PLAN,    /* a plan file or a plan folder */
  PLWU_OPEN_COPY,    /* the same as a new plan that belongs to no file */
  PLWU_OPEN_RECOVER, /* a working copy that a crash left */
} PlwuOpenKind;

void plwu_open_job_start (PlwuOpenKind kind,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * plwu_open_job_finish:
 * @ret_problems: (out) (transfer full) (nullable): what is wrong with the plan,
 *   also on failure
 *
 * Returns: (transfer full) (nullable): the store
 */
PlwStore *plwu_open_job_finish (GAsyncResult *result,
                                PlwProblems **ret_problems,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_open_job_take_findings:
 * Returns: (transfer full) (nullable): what the plan comes to in its root scenario, today and
 *   as one pot
 */
PlwuFindings *plwu_open_job_take_findings (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_open_job_get_path:
 * Returns: (transfer none)
 */
const char *plwu_open_job_get_path (GAsyncResult *result);

G_END_DECLS
