/* edit.h: changes to a plan that can be undone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One gesture of the user is one edit: a cell typed, a block pasted, a line
 * deleted. An edit knows what was there before, so its inverse is an edit too.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

typedef enum
{
  PLW_STEP_SET,
  PLW_STEP_INSERT,
  PLW_STEP_DELETE,
} PlwStepKind;

/**
 * PlwStep: one part of an edit.
 * @position: where the row stands (insert) or stood (delete)
 * @column: for %PLW_STEP_SET; years count from the plan's first year on
 * @from, @to: for %PLW_STEP_SET
 * @cells: (array length=n_cells): for insert and delete, the whole row
 *
 * All text is owned by the edit.
 */
typedef struct
{
  PlwStepKind kind;
  PlwTableId table;
  PlwRowId row;
  size_t position;
  size_t column;
  PlwValue from;
  PlwValue to;
  PlwValue *cells;
  size_t n_cells;
} PlwStep;

typedef struct _PlwEdit PlwEdit;

/**
 * plw_edit_new:
 * @name: what it is called in menus: "Paste of 42 cells in Highways"
 */
PlwEdit *plw_edit_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
PlwEdit *plw_edit_copy (const PlwEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
void plw_edit_free (PlwEdit *edit);

const char *plw_edit_name (const PlwEdit *edit);
void plw_edit_set_name (PlwEdit *edit, const char *name);
const char *plw_edit_reason (const PlwEdit *edit);
void plw_edit_set_reason (PlwEdit *edit, const char *reason);
size_t plw_edit_n_steps (const PlwEdit *edit);
const PlwStep *plw_edit_step (const PlwEdit *edit, size_t index);

/* The following record a step against @plan as it is. Steps of one edit are
 * applied in their order, so record inserts and deletes of one table from its
 * last row to its first.
 */

/**
 * plw_edit_set_cell:
 *
 * Records nothing where the cell already holds @value.
 */
void plw_edit_set_cell (PlwEdit *edit,
                        const PlwPlan *plan,
                        PlwTableId table,
                        size_t row,
                        size_t column,
                        PlwValue value);

/**
 * plw_edit_insert_row:
 * @cells: (array length=n_cells): the first cells of the row
 * Returns: the identity the new row will have
 */
PlwRowId plw_edit_insert_row (PlwEdit *edit,
                              const PlwPlan *plan,
                              PlwTableId table,
                              size_t position,
                              const PlwValue *cells,
                              size_t n_cells);
void plw_edit_delete_row (PlwEdit *edit, const PlwPlan *plan, PlwTableId table, size_t row);

/**
 * plw_edit_rename_code:
 *
 * Records a new code for a row and for every reference to it in the plan.
 */
void plw_edit_rename_code (PlwEdit *edit,
                           const PlwPlan *plan,
                           PlwTableId table,
                           size_t row,
                           const char *code);

/**
 * plw_edit_add_step:
 *
 * Appends a copy of @step. For stores that read edits back.
 */
void plw_edit_add_step (PlwEdit *edit, const PlwStep *step);

/**
 * plw_edit_inverse:
 * Returns: (transfer full): the edit that takes @edit back
 */
PlwEdit *plw_edit_inverse (const PlwEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_edit_between:
 * @name: what the edit is called
 *
 * What makes @from hold what @to holds: the same rows with the same identities,
 * in the same order, with the same cells. So a plan can be taken back to an
 * earlier state of itself in one step that can be undone.
 *
 * Returns: (transfer full): without a step where they are equal
 */
PlwEdit *plw_edit_between (const PlwPlan *from,
                           const PlwPlan *to,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_apply:
 *
 * Applies all steps or none. Fails with %PLW_ERROR_CHANGED where the plan is
 * not as the edit found it (a row gone, a cell with another value).
 */
bool plw_plan_apply (PlwPlan *plan, const PlwEdit *edit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwEdit, plw_edit_free)

G_END_DECLS
