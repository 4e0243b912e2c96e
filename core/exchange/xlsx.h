/* xlsx.h: the cells of a workbook that somebody sent, read one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workbook may come from anybody. It is refused, in one sentence, where it has more of anything
 * than a budget has; it is never allowed to open another file; what is damaged is not read at all.
 */
#pragma once

#include <placewright/error.h>

#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

#define PLW_XLSX_FILE_MAX (64 * 1024 * 1024)
#define PLW_XLSX_EXPANDED_MAX (512 * 1024 * 1024)
#define PLW_XLSX_RATIO_MAX 250
#define PLW_XLSX_RATIO_FLOOR (4 * 1024 * 1024) /* a smaller part harms nobody */
#define PLW_XLSX_PARTS_MAX 10000
#define PLW_XLSX_SHEETS_MAX 1000
#define PLW_XLSX_CELLS_MAX 2000000
#define PLW_XLSX_STRINGS_MAX 2000000
#define PLW_XLSX_STYLES_MAX 65536
#define PLW_XLSX_ROWS_MAX 1048576
#define PLW_XLSX_COLUMNS_MAX 16384
#define PLW_XLSX_TEXT_MAX 131072 /* bytes: the 32,767 characters of a cell, at four bytes each */
#define PLW_XLSX_DEPTH_MAX 64

typedef enum
{
  PLW_XLSX_TEXT,
  PLW_XLSX_NUMBER,
  PLW_XLSX_DATE,
  PLW_XLSX_BOOLEAN,
  PLW_XLSX_ERROR,
  PLW_XLSX_NOTHING, /* a formula that was never worked out */
} PlwXlsxKind;

/**
 * PlwXlsxCell:
 * @row: the first row is 1, as spreadsheets count
 * @column: A is 0
 * @is_formula: whether what @text holds was worked out by a formula and kept in the file
 * @is_percent: whether people see the number times a hundred with a percent sign
 * @text: as the file holds it: a number to its last digit, `TRUE` or `FALSE`, `#REF!`; a date as
 *   2026-04-01 or 2026-04-01T09:30:00
 */
typedef struct
{
  size_t row;
  size_t column;
  PlwXlsxKind kind;
  bool is_formula;
  bool is_percent;
  const char *text;
} PlwXlsxCell;

/**
 * PlwXlsxCellFunc:
 * @cell: not empty; lasts as long as the call
 * Returns: whether to go on
 */
typedef bool (*PlwXlsxCellFunc) (const PlwXlsxCell *cell, void *data);

typedef enum
{
  PLW_XLSX_VISIBLE,
  PLW_XLSX_HIDDEN,
  PLW_XLSX_VERY_HIDDEN, /* not even offered to be shown */
} PlwXlsxVisibility;

typedef struct
{
  char *name;
  PlwXlsxVisibility visibility;
  char *part; /* where its cells are in the package */
} PlwXlsxSheet;

typedef struct _PlwXlsx PlwXlsx;

/**
 * plw_xlsx_open:
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
PlwXlsx *plw_xlsx_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_xlsx_open_bytes:
 * @name: what sentences call the file
 */
PlwXlsx *plw_xlsx_open_bytes (const char *name, GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_xlsx_free (PlwXlsx *self);

size_t plw_xlsx_n_sheets (const PlwXlsx *self);
const PlwXlsxSheet *plw_xlsx_sheet (const PlwXlsx *self, size_t index);

/**
 * plw_xlsx_read_sheet:
 *
 * Calls @func for every cell that is not empty, row by row. The cells of a workbook that turns
 * out to be damaged have been given out by then: act on them after this returned true.
 */
bool plw_xlsx_read_sheet (PlwXlsx *self, size_t index, PlwXlsxCellFunc func, void *data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_xlsx_read_properties:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what whoever made the workbook wrote
 *   into the document's properties of their own, by name
 */
GHashTable *plw_xlsx_read_properties (PlwXlsx *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_xlsx_plain_number:
 * @text: a number as a workbook holds it: `1.1000000000000001`, `2E-3`
 * @shift: how many places the decimal point moves to the right
 *
 * A spreadsheet shows and means fifteen digits and writes seventeen.
 *
 * Returns: (transfer full): the same to fifteen digits, without an exponent: `1.1`, `0.002`
 */
char *plw_xlsx_plain_number (const char *text, int shift) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_xlsx_cell_name:
 * Returns: (transfer full): `D14`
 */
char *plw_xlsx_cell_name (size_t row, size_t column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwXlsx, plw_xlsx_free)

G_END_DECLS
