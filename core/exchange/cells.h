/* cells.h: what stands in the cells of a committee workbook, read back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of any workbook only values are read, and whether a cell has a formula: enough
 * to hold a paper against the plan it was made of. A spreadsheet program may have
 * saved the file in between.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlwCell:
 * @text: (nullable): NULL for a number
 */
typedef struct
{
  char *text;
  double number;
  bool has_formula;
} PlwCell;

typedef struct
{
  char *name;
  GHashTable *cells; /* of PlwCell by plw_cell_key() */
} PlwCellSheet;

/**
 * PlwCellBook:
 * @sheets: (element-type PlwCellSheet): in the order of their tabs
 * @properties: (element-type utf8 utf8): the document's own, by name
 */
typedef struct
{
  GPtrArray *sheets;
  GHashTable *properties;
} PlwCellBook;

/**
 * plw_cells_read:
 * @path: an `.xlsx` file
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
PlwCellBook *plw_cells_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_cells_free (PlwCellBook *book);

PlwCellSheet *plw_cells_sheet (const PlwCellBook *book, const char *name);

/* Row and column in one number, in reading order; both from 0. A sheet has 16,384 columns, and close numbers
 * spread well in a hash table.
 */
#define PLW_CELL_COLUMN_BITS 14

static inline uint64_t
plw_cell_key (uint32_t row, uint32_t column)
{
  return ((uint64_t) row << PLW_CELL_COLUMN_BITS) | column;
}

static inline uint32_t
plw_cell_row (uint64_t key)
{
  return (uint32_t) (key >> PLW_CELL_COLUMN_BITS);
}

static inline uint32_t
plw_cell_column (uint64_t key)
{
  return (uint32_t) (key & ((1u << PLW_CELL_COLUMN_BITS) - 1));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwCellBook, plw_cells_free)

G_END_DECLS
