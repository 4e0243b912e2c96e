/* plwu-override.h: figures of a scenario, held as overrides.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/edit.h>

G_BEGIN_DECLS

/**
 * plwu_override_is_common:
 * Returns: whether the table is of the plan as a whole: what is typed there in
 *   a scenario goes into the plan
 */
gboolean plwu_override_is_common (PlwTableId table);

/**
 * plwu_override_allows_table:
 * Returns: whether a scenario may hold other figures in this table than the plan
 */
gboolean plwu_override_allows_table (PlwTableId table);
gboolean plwu_override_allows_column (PlwTableId table, size_t column);

/**
 * plwu_override_list:
 * Returns: (transfer full) (element-type utf8 gsize): where @scenario itself
 *   overrides a cell of @table: from an internal name to
 *   the row of the overrides table
 */
GHashTable *plwu_override_list (const PlwPlan *plan,
                                const char *scenario,
                                PlwTableId table) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_override_find:
 * @overrides: as plwu_override_list() gives them
 * @ret_row: (out) (optional): the row of the overrides table
 */
gboolean plwu_override_find (GHashTable *overrides,
                             const PlwPlan *plan,
                             PlwTableId table,
                             size_t row,
                             size_t column,
                             size_t *ret_row);

/**
 * plwu_override_set:
 * @scratch: a copy of the plan with the earlier steps of @edit applied; gets these too
 * @text: the figure as a plan folder holds it
 *
 * Has @scenario set the cell, in place of what it did with it before.
 */
void plwu_override_set (PlwEdit *edit,
                        PlwPlan *scratch,
                        const char *scenario,
                        PlwTableId table,
                        size_t row,
                        size_t column,
                        const char *text);

/**
 * plwu_override_add:
 *
 * The same where @scenario is known not to set the cell: no other override is looked at.
 */
void plwu_override_add (PlwEdit *edit,
                        PlwPlan *scratch,
                        const char *scenario,
                        PlwTableId table,
                        size_t row,
                        size_t column,
                        const char *text);

/**
 * plwu_override_clear:
 *
 * Lets the parent's figure show through again.
 *
 * Returns: FALSE where the scenario does not override this very cell (it may
 *   override the row in every year at once)
 */
gboolean plwu_override_clear (PlwEdit *edit,
                              PlwPlan *scratch,
                              const char *scenario,
                              PlwTableId table,
                              size_t row,
                              size_t column);

/**
 * plwu_edit_take:
 * @part: recorded against @scratch as it is
 *
 * Moves the steps of @part into @edit and applies them to @scratch.
 */
void plwu_edit_take (PlwEdit *edit, PlwPlan *scratch, const PlwEdit *part);

G_END_DECLS
