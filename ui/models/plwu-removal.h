/* plwu-removal.h: rows removed together with what speaks of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/edit.h>

G_BEGIN_DECLS

/**
 * plwu_removal_record:
 * @scratch: a copy of the plan with the earlier steps of @edit applied; gets these too
 *
 * Removes a row, and with it the rows that have no meaning without it: a
 * line's cost elements and changes, a pot's limits and ring-fences, a
 * programme's years and effects, overrides of any of them. What only refers to
 * it by the way loses the reference.
 *
 * Returns: how many rows went
 */
size_t plwu_removal_record (PlwEdit *edit, PlwPlan *scratch, PlwTableId table, size_t row);

G_END_DECLS
