/* plwu-sheet-cell.h: the widget of the cell that the cursor is in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SHEET_CELL_WIDGET (plwu_sheet_cell_widget_get_type ())

G_DECLARE_FINAL_TYPE (PlwuSheetCellWidget, plwu_sheet_cell_widget, PLWU, SHEET_CELL_WIDGET, GtkWidget)

GtkWidget *plwu_sheet_cell_widget_new (void);

/**
 * plwu_sheet_cell_widget_bind:
 * @extra: (nullable): more to read out after the description
 *
 * Reads the model anew.
 */
void plwu_sheet_cell_widget_bind (PlwuSheetCellWidget *self,
                                  PlwuSheetModel *model,
                                  guint row,
                                  guint column,
                                  const char *extra);

G_END_DECLS
