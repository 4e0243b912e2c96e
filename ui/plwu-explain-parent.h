/* plwu-explain-parent.h: the result of the parent scenario, worked out when it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_PARENT_RESULT (plwu_parent_result_get_type ())

/**
 * PlwuParentResult:
 *
 * Signals: "changed": plwu_parent_result_get() returns another.
 */
G_DECLARE_FINAL_TYPE (PlwuParentResult, plwu_parent_result, PLWU, PARENT_RESULT, GObject)

PlwuParentResult *plwu_parent_result_new (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_parent_result_get:
 * Returns: (transfer none) (nullable): under the policy shown and of the plan that the
 *   document's results are of; where there is none yet a job is started. NULL in the root too
 */
const PlwResult *plwu_parent_result_get (PlwuParentResult *self);

G_END_DECLS
