/* plwu-grid.h: a table of the plan with what can be done to its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "models/plwu-table-model.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_TYPE_GRID (plwu_grid_get_type ())

/**
 * PlwuGrid:
 *
 * Signals: "selection-changed": the cursor moved.
 */
G_DECLARE_FINAL_TYPE (PlwuGrid, plwu_grid, PLWU, GRID, AdwBin)

/**
 * plwu_grid_new:
 * @model: (transfer full)
 */
GtkWidget *plwu_grid_new (PlwuSheetModel *model);

void plwu_grid_set_model (PlwuGrid *self, PlwuSheetModel *model);
PlwuTableModel *plwu_grid_get_model (PlwuGrid *self);

/**
 * plwu_grid_get_sheet:
 * Returns: (transfer none): the table itself, for its signals
 */
PlwuSheet *plwu_grid_get_sheet (PlwuGrid *self);

/**
 * plwu_grid_set_empty_text:
 * @text: what belongs here and the first step, where there are no rows
 */
void plwu_grid_set_empty_text (PlwuGrid *self, const char *text);

/**
 * plwu_grid_show_shipped:
 *
 * Shows below the plan's rows those of the same table that come with the program.
 */
void plwu_grid_show_shipped (PlwuGrid *self);

/**
 * plwu_grid_add_control:
 *
 * Puts a further widget at the end of the bar above the table.
 */
void plwu_grid_add_control (PlwuGrid *self, GtkWidget *control);

/* A button there that takes rows from a spreadsheet into the table. */
void plwu_grid_add_import (PlwuGrid *self);

/**
 * plwu_grid_get_plan_row:
 * @ret_row: (out): the plan's row that the cursor is in
 */
gboolean plwu_grid_get_plan_row (PlwuGrid *self, size_t *ret_row);
gboolean plwu_grid_get_cursor (PlwuGrid *self, guint *ret_row, guint *ret_column);

/**
 * plwu_grid_show_cell:
 * @column: (nullable): a column's name
 *
 * Puts the cursor and the focus on a cell, lifting a search that hides it.
 */
void plwu_grid_show_cell (PlwuGrid *self, size_t plan_row, const char *column);

gboolean plwu_grid_finish_editing (PlwuGrid *self);
void plwu_grid_start_search (PlwuGrid *self);

/**
 * plwu_grid_focus:
 *
 * Puts the focus into the table.
 */
void plwu_grid_focus (PlwuGrid *self);

G_END_DECLS
