/* plwu-sheet.h: the grid used for all tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SHEET (plwu_sheet_get_type ())

/**
 * PlwuSheet:
 *
 * A grid to be put into a #GtkScrolledWindow. Its header row, the frozen
 * columns and the total row stay in view.
 *
 * Signals:
 *
 * - "cell-activated" (guint row, guint column): Enter or a double click on a
 *   cell that cannot be changed, or Ctrl+click on any
 * - "header-activated" (guint column): a double click on a column's heading
 * - "edit-wanted" (guint row, guint column, const char *text) gboolean: a cell
 *   that can be changed is to be edited, from @text where something was typed, else
 *   (NULL) from what it holds; whoever returns TRUE does it in another way
 * - "selection-changed": the cursor or the selected block moved
 * - "message" (const char *text): something to tell, such as "42 cells
 *   changed, 3 not understood: ..."; of more than one line where there is much
 *
 * Actions for menus: sheet.edit, sheet.cut, sheet.copy, sheet.paste,
 * sheet.fill-down, sheet.fill-right, sheet.clear, sheet.select-all.
 */
G_DECLARE_FINAL_TYPE (PlwuSheet, plwu_sheet, PLWU, SHEET, GtkWidget)

/**
 * PlwuSheetBlock: cells from @first_row and @first_column on; the total row is row n_rows.
 */
typedef struct
{
  guint first_row;
  guint first_column;
  guint n_rows;
  guint n_columns;
} PlwuSheetBlock;

/**
 * plwu_sheet_new:
 * @model: (nullable) (transfer none)
 */
GtkWidget *plwu_sheet_new (PlwuSheetModel *model);

void plwu_sheet_set_model (PlwuSheet *self, PlwuSheetModel *model);

/**
 * plwu_sheet_get_model:
 * Returns: (transfer none) (nullable)
 */
PlwuSheetModel *plwu_sheet_get_model (PlwuSheet *self);

/**
 * plwu_sheet_set_label:
 * @label: what the table is, for screen readers: "Pots by year, Base case"
 */
void plwu_sheet_set_label (PlwuSheet *self, const char *label);

/**
 * plwu_sheet_set_empty_text:
 * @text: (nullable): shown in the middle where the model has no rows: what
 *   belongs there and the first step
 */
void plwu_sheet_set_empty_text (PlwuSheet *self, const char *text);

/**
 * plwu_sheet_set_menu:
 * @menu: (nullable) (transfer none): opened by a right click, Menu and Shift+F10
 */
void plwu_sheet_set_menu (PlwuSheet *self, GMenuModel *menu);

/**
 * plwu_sheet_get_cursor:
 * @ret_row: (out): untouched where there are no cells
 * Returns: whether there is a cursor
 */
gboolean plwu_sheet_get_cursor (PlwuSheet *self, guint *ret_row, guint *ret_column);

/**
 * plwu_sheet_set_cursor:
 *
 * Moves the cursor, scrolls to it and drops the selection. Does not take the focus.
 */
void plwu_sheet_set_cursor (PlwuSheet *self, guint row, guint column);

/**
 * plwu_sheet_get_selection:
 *
 * A selection always holds the cursor; of one cell at least.
 */
gboolean plwu_sheet_get_selection (PlwuSheet *self, PlwuSheetBlock *ret_block);
void plwu_sheet_select (PlwuSheet *self, const PlwuSheetBlock *block);

gboolean plwu_sheet_is_editing (PlwuSheet *self);

/**
 * plwu_sheet_finish_editing:
 *
 * Takes over what is being typed, as Enter would. For the window before it
 * saves, switches pages or closes.
 *
 * Returns: FALSE where the text was not understood; the editor stays open
 */
gboolean plwu_sheet_finish_editing (PlwuSheet *self);

/**
 * plwu_sheet_install_css:
 *
 * Adds the style of sheets to a display; once is enough, more does no harm.
 * Sheets call it themselves.
 */
void plwu_sheet_install_css (GdkDisplay *display);

G_END_DECLS
