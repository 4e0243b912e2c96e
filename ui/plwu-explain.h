/* plwu-explain.h: cells of tables put into words, and the context of all figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "models/plwu-table-model.h"
#include "plwu-document.h"
#include "plwu-explain-figure.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * plwu_explain_context:
 * Returns: (transfer full): the scenario and policy shown: "Base case · Today"
 */
char *plwu_explain_context (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_cell:
 * Returns: (transfer full) (nullable): a cell of a table: where its figure comes from
 *   and who changed it or, where it is worked out, how it follows
 */
PlwuExplanation *plwu_explain_cell (PlwuTableModel *model, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_find_use:
 * @ret_use: (out): its number in the result
 */
gboolean plwu_explain_find_use (const PlwResult *result,
                                PlwUseKind kind,
                                PlwPart part,
                                const char *code,
                                size_t *ret_use);

G_END_DECLS
