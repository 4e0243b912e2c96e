/* plwu-explain.h: figures put into words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "models/plwu-table-model.h"
#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * plwu_explain_context:
 * Returns: (transfer full): the scenario and policy shown: "Base case · Today"
 */
char *plwu_explain_context (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_use:
 * @use: of the result of the policy shown
 * @year: index of the year
 *
 * Returns: (transfer full) (nullable): what a use needed, which pots paid and
 *   what those that did not had left
 */
PlwuExplanation *plwu_explain_use (PlwuDocument *document, size_t use, size_t year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_year:
 * @year: index of the year
 *
 * Returns: (transfer full) (nullable): the place's need in a year, what moved it
 *   and what reached it
 */
PlwuExplanation *plwu_explain_year (PlwuDocument *document, size_t year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_cell:
 * Returns: (transfer full) (nullable): a cell of a table, where its figure
 *   comes from and who changed it
 */
PlwuExplanation *plwu_explain_cell (PlwuTableModel *model, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
