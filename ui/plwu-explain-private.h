/* plwu-explain-private.h: parts of an explanation, for the source files that put it together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * plwu_explain_tell_cell:
 * @origin: (nullable): what the result says of it, where there is one
 *
 * Where a cell of the plan shown was entered, what it is in the parent scenario,
 * where its row comes from, and who changed it.
 */
void plwu_explain_tell_cell (PlwuExplanation *text,
                             PlwuDocument *document,
                             PlwTableId table,
                             size_t row,
                             size_t column,
                             const PlwOrigin *origin);

/* The same of a setting of the plan. */
void plwu_explain_tell_setting (PlwuExplanation *text,
                                PlwuDocument *document,
                                const char *key,
                                const PlwOrigin *origin);

/* The same of a row that comes with the program. */
void plwu_explain_tell_shipped (PlwuExplanation *text, const PlwOrigin *origin);

/**
 * plwu_explain_tell_causes:
 *
 * Which pots ran dry before a use had what it needs, and which were barred, by what.
 */
void plwu_explain_tell_causes (PlwuExplanation *text, const PlwResult *result, size_t use, size_t year);

/**
 * plwu_explain_tell_beside:
 *
 * The same figure under the other policy and in other years, and figures beside it; of a
 * cell what the row leads to.
 */
void plwu_explain_tell_beside (PlwuExplanation *text,
                               PlwuDocument *document,
                               const PlwResult *result,
                               const PlwReason *reason);

G_END_DECLS
