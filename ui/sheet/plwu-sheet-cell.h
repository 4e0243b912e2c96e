/* plwu-sheet-cell.h: the widget of one visible cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_SHEET_NOWHERE G_MAXUINT

#define PLWU_TYPE_SHEET_CELL_WIDGET (plwu_sheet_cell_widget_get_type ())

G_DECLARE_FINAL_TYPE (PlwuSheetCellWidget, plwu_sheet_cell_widget, PLWU, SHEET_CELL_WIDGET, GtkWidget)

/**
 * plwu_sheet_cell_widget_new:
 * @is_cursor: whether it takes the focus
 */
GtkWidget *plwu_sheet_cell_widget_new (gboolean is_cursor);

/**
 * plwu_sheet_cell_widget_bind:
 * @extra: (nullable): more to read out after the description
 *
 * Returns: whether the text or its style may be another than before
 */
gboolean plwu_sheet_cell_widget_bind (PlwuSheetCellWidget *self,
                                      PlwuSheetModel *model,
                                      guint row,
                                      guint column,
                                      const char *extra);

/**
 * plwu_sheet_cell_widget_unbind:
 *
 * The next bind reads the model again, whatever the place.
 */
void plwu_sheet_cell_widget_unbind (PlwuSheetCellWidget *self);

guint plwu_sheet_cell_widget_get_row (PlwuSheetCellWidget *self);
guint plwu_sheet_cell_widget_get_column (PlwuSheetCellWidget *self);
PlwuSheetKind plwu_sheet_cell_widget_get_kind (PlwuSheetCellWidget *self);

/**
 * plwu_sheet_cell_widget_get_wanted_width:
 * Returns: the width a figure needs; 0 for other texts, which may be cut short
 */
int plwu_sheet_cell_widget_get_wanted_width (PlwuSheetCellWidget *self);

/**
 * plwu_sheet_cell_widget_get_text:
 * Returns: (transfer none): what is shown
 */
const char *plwu_sheet_cell_widget_get_text (PlwuSheetCellWidget *self);

/**
 * plwu_sheet_cell_widget_get_tooltip:
 * Returns: (transfer none) (nullable): the model's, or the text where it does not fit
 */
const char *plwu_sheet_cell_widget_get_tooltip (PlwuSheetCellWidget *self);

G_END_DECLS
