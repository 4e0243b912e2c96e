/* sql-cell.h: one cell of a plan as a plan file holds it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

#include <placewright/edit.h>

G_BEGIN_DECLS

/* No identity is higher: counting on from it cannot overflow. */
#define PLW_ROW_ID_MOST (INT64_C (1) << 53)

/* What the column of a cell is called in the log and in versions: its name, or
 * `year 3` for the third plan year, whatever the base year is.
 */
const char *plw_cell_name (PlwTableId table, size_t cell);
bool plw_cell_find (PlwTableId table, const char *name, size_t *ret_cell);

/**
 * plw_cell_is_sound:
 *
 * Whether a plan may hold @value there. What a store takes is exactly what it
 * reads back: without this a plan could be saved and then refused.
 */
bool plw_cell_is_sound (PlwTableId table, size_t cell, PlwValue value);

/* The same for all that an edit, or a plan, brings in. PLW_ERROR_RANGE names the cell. */
bool plw_edit_is_sound (const PlwEdit *edit, GError **error);
bool plw_plan_is_sound (const PlwPlan *plan, GError **error);

/* A text a person wrote: a name, a reason, a note. */
bool plw_words_are_sound (const char *words, GError **error);

void plw_cell_bind (PlwSql *sql,
                    sqlite3_stmt *statement,
                    int index,
                    PlwTableId table,
                    size_t cell,
                    PlwValue value);

/**
 * plw_cell_read:
 * @ret_value: (out): its text is the statement's until the next step
 * Returns: false where the column holds what the cell cannot
 */
bool plw_cell_read (sqlite3_stmt *statement, int column, PlwTableId table, size_t cell, PlwValue *ret_value);

G_END_DECLS
