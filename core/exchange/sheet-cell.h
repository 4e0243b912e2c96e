/* sheet-cell.h: one cell of a sheet, as a table of a plan takes it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/schema.h>

#include "exchange/xlsx.h"

G_BEGIN_DECLS

/**
 * PlwSheetCell:
 * @text: as PlwXlsxCell has it; "" where the cell is empty
 */
typedef struct
{
  PlwXlsxKind kind;
  bool is_percent;
  char *text;
} PlwSheetCell;

/* For GArray: frees what a cell holds. */
void plw_sheet_cell_clear (void *cell);

/**
 * plw_sheet_cell_to_text:
 * @type: what the column holds
 * @ret_what, @ret_remedy: (out): what is wrong, where NULL is returned
 *
 * Turns what a spreadsheet made of a cell into what was meant: a number to the digits that are
 * shown, TRUE into yes, 3.5% into 3.5. What can have been meant in more than one way is refused.
 *
 * Returns: (transfer full) (nullable): the cell as a plan folder would hold it
 */
char *plw_sheet_cell_to_text (const PlwSheetCell *cell, PlwType type, char **ret_what, char **ret_remedy)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwSheetRowFunc:
 * @cells: (array length=n_cells): from column A on; not all empty
 * Returns: whether to go on
 */
typedef bool (*PlwSheetRowFunc) (size_t row, const PlwSheetCell *cells, size_t n_cells, void *data);

/**
 * plw_sheet_read_rows:
 *
 * As plw_xlsx_read_sheet(), row by row; blank rows are left out.
 */
bool plw_sheet_read_rows (PlwXlsx *book, size_t sheet, PlwSheetRowFunc func, void *data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
