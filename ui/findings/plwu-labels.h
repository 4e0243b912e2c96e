/* plwu-labels.h: what people call tables, columns, cells and amounts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>
#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * plwu_label_table:
 * Returns: (transfer none)
 */
const char *plwu_label_table (PlwTableId table);

/**
 * plwu_label_column:
 * Returns: (transfer none): the heading people read, or a year
 */
const char *plwu_label_column (const PlwPlan *plan, PlwTableId table, size_t column);

/**
 * plwu_label_row:
 * Returns: (transfer full): what people call the row, also in tables whose
 *   rows have no name of their own
 */
char *plwu_label_row (const PlwPlan *plan, PlwTableId table, size_t row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_label_value:
 * Returns: (transfer full): a cell's value as people read it in a sentence:
 *   “Pay award”, £1,250, 3.5%; "empty" for an empty one
 */
char *plwu_label_value (const PlwPlan *plan, PlwTableId table, size_t column, PlwValue value)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_label_cell:
 * Returns: (transfer full): the cell's text; "" for an empty one; references by name
 */
char *plwu_label_cell (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_label_ref:
 * Returns: (transfer none): what people call the row of @table with code @code, else @code
 */
const char *plwu_label_ref (const PlwPlan *plan, PlwTableId table, const char *code);

/**
 * plwu_label_scenario:
 * @code: "" is the root
 * Returns: (transfer none): what people call it
 */
const char *plwu_label_scenario (const PlwPlan *plan, const char *code);

/**
 * plwu_label_policy:
 * Returns: (transfer none): what people call it: "Today"
 */
const char *plwu_label_policy (const PlwPlan *plan, const char *code);

/**
 * plwu_label_pence:
 * Returns: (transfer full): exact pounds with separators: `£1,250,000`, `-£3.50`
 */
char *plwu_label_pence (int64_t pence) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_label_decimal:
 * Returns: (transfer full): with separators: `1,250.75`
 */
char *plwu_label_decimal (int64_t billionths) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_label_use:
 * Returns: (transfer full): what people call a use, with its part where that is needed
 */
char *plwu_label_use (const PlwUse *use) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_unit_to_name:
 * Returns: (transfer none): "pounds", "thousands" or "millions", as actions have it
 */
const char *plwu_unit_to_name (PlwUnit unit);
gboolean plwu_unit_from_name (const char *name, PlwUnit *ret_unit);

G_END_DECLS
