/* plan.h: a plan in memory: the tables of the contract, typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: every cell holds a value of its column's type or is empty; rows
 * have identities that survive edits and are never used again. References
 * between rows may dangle (a plan being typed is allowed to be wrong for a
 * while); plw_plan_check() says so and plw_evaluate() refuses.
 *
 * A plan is not thread-safe; copies are cheap and independent.
 */
#pragma once

#include <placewright/error.h>
#include <placewright/number.h>
#include <placewright/problem.h>
#include <placewright/schema.h>
#include <placewright/year.h>

G_BEGIN_DECLS

typedef struct _PlwPlan PlwPlan;

/* A row's identity: above zero, unique in its table for the plan's whole life. */
typedef int64_t PlwRowId;

/**
 * PlwValue: one cell.
 * @is_set: false where the cell is empty
 * @number: what a numeric type holds (see PlwType)
 * @text: (nullable): what a text type holds; owned by the plan it came from
 */
typedef struct
{
  bool is_set;
  union
  {
    int64_t number;
    const char *text;
  };
} PlwValue;

#define PLW_VALUE_EMPTY ((PlwValue){ .is_set = false })

PlwValue plw_value_number (int64_t number);

/**
 * plw_value_text:
 * @text: (transfer none): must outlive the value; plans copy what they are given
 */
PlwValue plw_value_text (const char *text);

bool plw_value_equal (PlwType type, PlwValue a, PlwValue b);

/* Columns: 0 .. n_columns-1 are the table's own; from there on the plan years,
 * first year first. plw_plan_n_columns() counts both.
 */

PlwPlan *plw_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
PlwPlan *plw_plan_copy (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void plw_plan_free (PlwPlan *plan);

/**
 * plw_plan_equal:
 * Returns: whether two plans hold the same rows with the same identities, in
 *   the same order, with the same cells
 */
bool plw_plan_equal (const PlwPlan *a, const PlwPlan *b);

/**
 * plw_plan_base_year:
 * Returns: the base year, 2026 for 2026/27; 0 where the plan does not say
 */
int plw_plan_base_year (const PlwPlan *plan);

/**
 * plw_plan_n_years:
 * Returns: the number of plan years, 0 where the plan does not say
 */
size_t plw_plan_n_years (const PlwPlan *plan);

size_t plw_plan_n_rows (const PlwPlan *plan, PlwTableId table);
size_t plw_plan_n_columns (const PlwPlan *plan, PlwTableId table);

/* The column of plan year @year (2027 for 2027/28); the year of a column. */
size_t plw_plan_year_column (const PlwPlan *plan, PlwTableId table, int year);
int plw_plan_column_year (const PlwPlan *plan, PlwTableId table, size_t column);

/**
 * plw_plan_column_type:
 * Returns: what cells of the column hold
 */
PlwType plw_plan_column_type (const PlwPlan *plan, PlwTableId table, size_t column);

/**
 * plw_plan_column_name:
 * Returns: (transfer none): the header: a column's name or a year
 */
const char *plw_plan_column_name (const PlwPlan *plan, PlwTableId table, size_t column);

PlwRowId plw_plan_row_id (const PlwPlan *plan, PlwTableId table, size_t row);

/**
 * plw_plan_find_row:
 * @ret_row: (out): the index of the row with identity @id
 */
bool plw_plan_find_row (const PlwPlan *plan, PlwTableId table, PlwRowId id, size_t *ret_row);

/**
 * plw_plan_find_key:
 * @key: a code, or the parts of a longer key joined by `/`, as `roads/pay`
 * @ret_row: (out): the first row with that key
 */
bool plw_plan_find_key (const PlwPlan *plan, PlwTableId table, const char *key, size_t *ret_row);

/**
 * plw_plan_row_key:
 * Returns: (transfer full) (nullable): the row's key; NULL for tables without one
 */
char *plw_plan_row_key (const PlwPlan *plan, PlwTableId table, size_t row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_get:
 * Returns: the cell as entered; its text stays the plan's
 */
PlwValue plw_plan_get (const PlwPlan *plan, PlwTableId table, size_t row, size_t column);

/**
 * plw_plan_text:
 * Returns: (transfer none): the text of a text cell or of a choice, with the
 *   column's fallback for an empty one; "" where there is none
 */
const char *plw_plan_text (const PlwPlan *plan, PlwTableId table, size_t row, size_t column);

/**
 * plw_plan_number:
 * Returns: the held number of a cell, with the column's fallback (and, for
 *   years, the table's rule) for an empty one; -1 for an empty choice without
 *   a fallback and else 0
 */
int64_t plw_plan_number (const PlwPlan *plan, PlwTableId table, size_t row, size_t column);

/**
 * plw_plan_name:
 * Returns: (transfer none): what people call the row: its name, else its code
 */
const char *plw_plan_name (const PlwPlan *plan, PlwTableId table, size_t row);

/**
 * plw_plan_cell_to_text:
 * Returns: (transfer full): the cell as plan folders hold it; "" for an empty one
 */
char *plw_plan_cell_to_text (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_parse_cell:
 * @text: the cell as typed or read
 * @ret_value: (out): untouched on failure; its text, if any, is interned in @plan
 * @ret_remedy: (out) (optional) (transfer full): what would be right
 *
 * Checks type and limits; references only by their form. An empty text is the
 * empty value.
 */
bool plw_plan_parse_cell (PlwPlan *plan,
                          PlwTableId table,
                          size_t column,
                          const char *text,
                          PlwParseStyle style,
                          PlwValue *ret_value,
                          char **ret_remedy,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_setting:
 * @key: a key of the `plan` table
 * Returns: (transfer none): its text, or its fallback, or ""
 */
const char *plw_plan_setting (const PlwPlan *plan, const char *key);

/**
 * plw_plan_setting_number:
 * Returns: the setting as its type holds it; @missing where it is empty
 */
int64_t plw_plan_setting_number (const PlwPlan *plan, const char *key, int64_t missing);

/**
 * plw_plan_append:
 * @values: (array length=n_values): the first cells of the new row; the rest are empty
 *
 * Adds a row at the end. For readers; the window edits through PlwEdit.
 *
 * Returns: the index of the new row
 */
size_t plw_plan_append (PlwPlan *plan, PlwTableId table, const PlwValue *values, size_t n_values);

/**
 * plw_plan_set:
 *
 * Overwrites a cell without a trace. For readers and for scenario resolution.
 */
void plw_plan_set (PlwPlan *plan, PlwTableId table, size_t row, size_t column, PlwValue value);

/**
 * plw_plan_check:
 *
 * Adds every breach of the contract and of section 12 of the model that can be
 * seen without an evaluation: unknown references, doubled codes, loops of
 * scenarios or `to:` rules, too few years, and so on.
 *
 * Returns: whether there was no error (warnings do not count)
 */
bool plw_plan_check (const PlwPlan *plan, PlwProblems *problems);

/**
 * plw_plan_root_scenario:
 * Returns: (transfer none): the code of the scenario without a parent; "" where there is none
 */
const char *plw_plan_root_scenario (const PlwPlan *plan);

/**
 * plw_plan_resolve:
 * @scenario: (nullable): a scenario's code; NULL or "": the root
 * @problems: gets every override that cannot be applied
 *
 * Applies the overrides of the scenario and, before them, its ancestors'
 * (model, section 10).
 *
 * Returns: (transfer full) (nullable): a plan with the overrides applied and
 *   the same rows; NULL with %PLW_ERROR_NOT_FOUND or %PLW_ERROR_PLAN
 */
PlwPlan *plw_plan_resolve (const PlwPlan *plan, const char *scenario, PlwProblems *problems, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_fingerprint:
 * Returns: (transfer full): SHA-256, in hexadecimal, over the canonical content
 *   of all tables in their row order; identities do not count
 */
char *plw_plan_fingerprint (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwPlan, plw_plan_free)

G_END_DECLS
