/* plwu-grid-view.h: how the rows of a grid are arranged, and what its selection holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "models/plwu-table-model.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

/**
 * plwu_grid_view_get_group_menu:
 * Returns: (transfer full) (nullable): what the table's rows can be grouped by,
 *   for the action grid.group; NULL where by nothing
 */
GMenuModel *plwu_grid_view_get_group_menu (PlwuTableModel *model) G_GNUC_WARN_UNUSED_RESULT;

const char *plwu_grid_view_name_grouping (PlwuTableGrouping grouping);

/* What the button that opens the menu says, with a mnemonic. */
const char *plwu_grid_view_label_grouping (PlwuTableGrouping grouping);
gboolean plwu_grid_view_find_grouping (const char *name, PlwuTableGrouping *ret_grouping);

/**
 * plwu_grid_view_group:
 *
 * The cursor stays on its row of the plan.
 */
void plwu_grid_view_group (PlwuTableModel *model, PlwuSheet *sheet, PlwuTableGrouping grouping);

/**
 * plwu_grid_view_sort:
 *
 * By the column that the cursor is in; the cursor stays on its row of the plan.
 */
void plwu_grid_view_sort (PlwuTableModel *model, PlwuSheet *sheet, PlwuSheetSort sort);

/**
 * plwu_grid_view_sort_next:
 *
 * Figures largest first, then smallest first, then the plan's order; texts from A first.
 */
void plwu_grid_view_sort_next (PlwuTableModel *model, PlwuSheet *sheet, guint column);

/**
 * plwu_grid_view_search:
 * @text: (nullable): only rows with this text are shown
 *
 * The cursor stays on its row of the plan where that is shown.
 */
void plwu_grid_view_search (PlwuTableModel *model, PlwuSheet *sheet, const char *text);

/**
 * plwu_grid_view_find:
 * @step: 1: the next cell that shows @text, whatever its case; -1: the one before
 *
 * Moves the cursor there; goes round at the end.
 *
 * Returns: FALSE where no cell shows it
 */
gboolean plwu_grid_view_find (PlwuTableModel *model, PlwuSheet *sheet, const char *text, int step);

/**
 * plwu_grid_view_describe:
 * Returns: (transfer full) (nullable): of one cell where its figure comes from,
 *   such as the parent's; of more, what they add up to
 */
char *plwu_grid_view_describe (PlwuTableModel *model, PlwuSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
