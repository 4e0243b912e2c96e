/* plwu-sheet-model.h: what a sheet shows and changes; a view of the plan or of results.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlwuSheetKind:
 * @PLWU_SHEET_EDITABLE: typed by people
 * @PLWU_SHEET_LOCKED: may not be changed here
 * @PLWU_SHEET_DERIVED: computed from other cells
 * @PLWU_SHEET_INHERITED: the parent scenario's figure shows through; typing overrides it
 * @PLWU_SHEET_OVERRIDDEN: set by this scenario; may be changed
 * @PLWU_SHEET_HEADING: a heading between rows
 * @PLWU_SHEET_TOTAL: a total or subtotal
 */
typedef enum
{
  PLWU_SHEET_EDITABLE,
  PLWU_SHEET_LOCKED,
  PLWU_SHEET_DERIVED,
  PLWU_SHEET_INHERITED,
  PLWU_SHEET_OVERRIDDEN,
  PLWU_SHEET_HEADING,
  PLWU_SHEET_TOTAL,
} PlwuSheetKind;

/**
 * PlwuSheetCell:
 * @text: (transfer full): what is shown
 * @tooltip: (transfer full) (nullable): more, on hover; such as the parent's figure
 * @kind: what the cell is; decides whether it can be changed and how it looks
 * @is_negative: shown in the colour of negative figures beside its sign
 * @is_warning: a check names this cell; marked by shape and colour
 */
typedef struct
{
  char *text;
  char *tooltip;
  PlwuSheetKind kind;
  gboolean is_negative;
  gboolean is_warning;
} PlwuSheetCell;

void plwu_sheet_cell_clear (PlwuSheetCell *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlwuSheetCell, plwu_sheet_cell_clear)

/**
 * PlwuSheetGesture: what the user did, for the name of the undo step.
 */
typedef enum
{
  PLWU_SHEET_GESTURE_TYPE,
  PLWU_SHEET_GESTURE_PASTE,
  PLWU_SHEET_GESTURE_CUT,
  PLWU_SHEET_GESTURE_CLEAR,
  PLWU_SHEET_GESTURE_FILL,
  PLWU_SHEET_GESTURE_SPREAD,
} PlwuSheetGesture;

/**
 * PlwuSheetSpread: how a total that is typed goes to the figures it adds up.
 * @PLWU_SHEET_SPREAD_IN_PROPORTION: each keeps its share
 * @PLWU_SHEET_SPREAD_EQUALLY: each the same
 * @PLWU_SHEET_SPREAD_AS_LAST_YEAR: each the share it has in the year before
 */
typedef enum
{
  PLWU_SHEET_SPREAD_IN_PROPORTION,
  PLWU_SHEET_SPREAD_EQUALLY,
  PLWU_SHEET_SPREAD_AS_LAST_YEAR,
  PLWU_SHEET_N_SPREADS,
} PlwuSheetSpread;

/**
 * PlwuSheetSort: whether rows stand in the order of a column.
 */
typedef enum
{
  PLWU_SHEET_UNSORTED,
  PLWU_SHEET_SORT_UP,   /* smallest first */
  PLWU_SHEET_SORT_DOWN, /* largest first */
} PlwuSheetSort;

/**
 * PlwuSheetOutcome:
 * @n_changed: cells that hold another value now
 * @n_not_understood: texts that are not what their cell asks for; the cells kept their values
 * @n_read_only: cells that may not be changed; skipped
 * @detail: (transfer full) (nullable): the first few texts that were not
 *   understood and why, a line each
 * @note: (transfer full) (nullable): more to tell of what was done
 */
typedef struct
{
  guint n_changed;
  guint n_not_understood;
  guint n_read_only;
  char *detail;
  char *note;
} PlwuSheetOutcome;

void plwu_sheet_outcome_clear (PlwuSheetOutcome *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlwuSheetOutcome, plwu_sheet_outcome_clear)

#define PLWU_TYPE_SHEET_MODEL (plwu_sheet_model_get_type ())

G_DECLARE_INTERFACE (PlwuSheetModel, plwu_sheet_model, PLWU, SHEET_MODEL, GObject)

/**
 * PlwuSheetModelInterface:
 * @n_rows: body rows, without the total row
 * @n_columns: columns
 * @n_frozen: leading columns that stay in view
 * @column_title: (transfer full): the header text
 * @column_width_chars: width wanted, in average characters
 * @column_is_numeric: figures are set flush with the end of the cell
 * @cell: fills @ret_cell, which is zeroed; texts are given away
 * @edit_text: (transfer full) (nullable): what the editor and the clipboard
 *   hold: the exact value, not the rounded one. Default: the text shown
 * @set_cells: changes a block in one gesture, which is one undo step. @texts
 *   are @n_rows times @n_columns, row by row; a NULL leaves its cell alone and
 *   an empty text clears it. Cells that are read only or whose text is not
 *   understood are skipped and counted. FALSE with @error only where the whole
 *   gesture failed (the file cannot be written, say). NULL: nothing can change
 * @has_total_row: whether cell (n_rows, column) is a total pinned at the bottom
 * @describe: (transfer full): the cell in a full sentence for a screen reader:
 *   "Libraries, 2026/27, £1,234,000, overridden". Default: made from the first
 *   column, the title, the text and the kind
 * @column_sort: whether rows stand in the order of this column. Default: not
 * @can_spread: whether a total takes @text this way; @text NULL: whether it
 *   takes any other figure. If not, @ret_why (transfer full) says why
 * @spread: changes the figures that a total adds up so that it becomes @text,
 *   to the penny; one undo step. Nothing changes where it fails
 *
 * All vfuncs but @n_rows, @n_columns, @column_title and @cell may be NULL.
 * Row `n_rows` is the total row for @cell, @edit_text, @describe and @set_cells.
 */
struct _PlwuSheetModelInterface
{
  GTypeInterface parent_interface;

  guint (*n_rows) (PlwuSheetModel *self);
  guint (*n_columns) (PlwuSheetModel *self);
  guint (*n_frozen) (PlwuSheetModel *self);
  char *(*column_title) (PlwuSheetModel *self, guint column);
  int (*column_width_chars) (PlwuSheetModel *self, guint column);
  gboolean (*column_is_numeric) (PlwuSheetModel *self, guint column);
  void (*cell) (PlwuSheetModel *self, guint row, guint column, PlwuSheetCell *ret_cell);
  char *(*edit_text) (PlwuSheetModel *self, guint row, guint column);
  gboolean (*set_cells) (PlwuSheetModel *self,
                         PlwuSheetGesture gesture,
                         guint first_row,
                         guint first_column,
                         guint n_rows,
                         guint n_columns,
                         const char *const *texts,
                         PlwuSheetOutcome *ret_outcome,
                         GError **error);
  gboolean (*has_total_row) (PlwuSheetModel *self);
  char *(*describe) (PlwuSheetModel *self, guint row, guint column);
  PlwuSheetSort (*column_sort) (PlwuSheetModel *self, guint column);
  gboolean (*can_spread) (PlwuSheetModel *self,
                          guint row,
                          guint column,
                          PlwuSheetSpread way,
                          const char *text,
                          char **ret_why);
  gboolean (*spread) (PlwuSheetModel *self,
                      guint row,
                      guint column,
                      PlwuSheetSpread way,
                      const char *text,
                      PlwuSheetOutcome *ret_outcome,
                      GError **error);
};

guint plwu_sheet_model_n_rows (PlwuSheetModel *self);
guint plwu_sheet_model_n_columns (PlwuSheetModel *self);
guint plwu_sheet_model_n_frozen (PlwuSheetModel *self);
char *plwu_sheet_model_column_title (PlwuSheetModel *self, guint column) G_GNUC_WARN_UNUSED_RESULT;
int plwu_sheet_model_column_width_chars (PlwuSheetModel *self, guint column);
gboolean plwu_sheet_model_column_is_numeric (PlwuSheetModel *self, guint column);

/**
 * plwu_sheet_model_cell:
 * @ret_cell: (out): clear with plwu_sheet_cell_clear()
 */
void plwu_sheet_model_cell (PlwuSheetModel *self, guint row, guint column, PlwuSheetCell *ret_cell);
char *plwu_sheet_model_edit_text (PlwuSheetModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean plwu_sheet_model_set_cells (PlwuSheetModel *self,
                                     PlwuSheetGesture gesture,
                                     guint first_row,
                                     guint first_column,
                                     guint n_rows,
                                     guint n_columns,
                                     const char *const *texts,
                                     PlwuSheetOutcome *ret_outcome,
                                     GError **error);
gboolean plwu_sheet_model_has_total_row (PlwuSheetModel *self);
char *plwu_sheet_model_describe (PlwuSheetModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

PlwuSheetSort plwu_sheet_model_column_sort (PlwuSheetModel *self, guint column);

/**
 * plwu_sheet_model_can_spread:
 * @text: (nullable)
 * @ret_why: (out) (optional) (transfer full): set where it returns FALSE
 */
gboolean plwu_sheet_model_can_spread (PlwuSheetModel *self,
                                      guint row,
                                      guint column,
                                      PlwuSheetSpread way,
                                      const char *text,
                                      char **ret_why);
gboolean plwu_sheet_model_spread (PlwuSheetModel *self,
                                  guint row,
                                  guint column,
                                  PlwuSheetSpread way,
                                  const char *text,
                                  PlwuSheetOutcome *ret_outcome,
                                  GError **error);

/**
 * plwu_sheet_kind_can_change:
 * Returns: whether a cell of this kind takes a typed value
 */
gboolean plwu_sheet_kind_can_change (PlwuSheetKind kind);

/**
 * plwu_sheet_model_changed:
 *
 * For implementations: rows @first_row to @first_row + @n_rows - 1 show other
 * texts now; the shape is the same. Emits "changed" (guint first_row, guint
 * n_rows). The total row is always read again.
 */
void plwu_sheet_model_changed (PlwuSheetModel *self, guint first_row, guint n_rows);

/**
 * plwu_sheet_model_reset:
 *
 * For implementations: rows, columns or titles are others now. Emits "reset".
 * Sheets keep their cursor where it still fits.
 */
void plwu_sheet_model_reset (PlwuSheetModel *self);

G_END_DECLS
