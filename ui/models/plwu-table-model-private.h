/* plwu-table-model-private.h: the inside of a table model, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-table-model.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_derived;
  size_t index; /* of the plan's column or of the derived column */
} PlwuTableColumn;

/* In the place of a plan's row: the head of a group, which holds its subtotals. */
#define PLWU_TABLE_GROUP_ROW G_MAXSIZE

typedef struct
{
  guint head;   /* the row it stands in; its rows follow */
  guint n_rows; /* without the head */
  char *name;   /* owned */
} PlwuTableGroup;

/* A column of money in the unit shown, rounded so that it adds up: rows to
 * their subtotals, subtotals to the total.
 */
typedef struct
{
  PlwUnit unit;
  gint64 *steps; /* of each row shown, income and savings negative */
  gint64 *pence; /* the same, exact */
  gint64 total;
  gint64 total_pence;
} PlwuRounded;

typedef struct
{
  /* Owned */
  PlwuDocument *document;
  GArray *columns;        /* of PlwuTableColumn */
  GArray *rows;           /* of size_t: the plan's rows shown, and PLWU_TABLE_GROUP_ROW */
  GArray *groups;         /* of PlwuTableGroup, by head */
  GHashTable *positions;  /* (nullable): row identities in the order of the sort */
  GHashTable *rounded;    /* column + 1 -> PlwuRounded */
  GHashTable *references; /* table + 1 -> what plwu-table-refs.c knows of its rows */
  GHashTable *overrides;  /* plwu_override_list() */
  GHashTable *problems;   /* "row:column" -> text */
  char *filter_text;
  char *search;

  PlwTableId table;
  size_t filter_column;
  PlwuTableGrouping grouping;
  PlwuSheetSort sort;
  PlwuTableColumn sort_column;
  guint n_plan_rows; /* shown */
  guint n_hidden;    /* by the search */
  guint n_frozen;
  int base_year;
} PlwuTableModelPrivate;

PlwuTableModelPrivate *plwu_table_model_private (PlwuTableModel *self);

/* Lists rows, columns and overrides again and tells the sheet. */
void plwu_table_model_show_again (PlwuTableModel *self);

/* plwu-table-view.c */
void plwu_table_view_list_rows (PlwuTableModelPrivate *priv);
PlwuSheetSort plwu_table_view_get_sort (PlwuSheetModel *model, guint index);

/**
 * plwu_table_view_find_group:
 * Returns: (transfer none) (nullable): the group whose head stands in @row
 */
const PlwuTableGroup *plwu_table_view_find_group (PlwuTableModelPrivate *priv, guint row);

/* plwu-table-cells.c */
void plwu_table_cells_read (PlwuTableModel *self, guint row, guint column, PlwuSheetCell *ret_cell);
PlwuSheetKind plwu_table_cells_kind (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column);
char *plwu_table_cells_edit_text (PlwuTableModel *self, guint row, guint column);
gboolean plwu_table_cells_has_total (PlwuTableModel *self);

/**
 * plwu_table_cells_pence:
 * Returns: FALSE where a cell of money holds no figure (yet)
 */
gboolean plwu_table_cells_pence (PlwuTableModel *self,
                                 size_t plan_row,
                                 const PlwuTableColumn *column,
                                 gint64 *ret_pence);

/**
 * plwu_table_cells_number:
 * @ret_number: (out): pence, billionths or the number itself, as shown; also what an empty cell stands for
 *
 * Returns: FALSE where the cell holds a text or nothing
 */
gboolean plwu_table_cells_number (PlwuTableModel *self,
                                  size_t plan_row,
                                  const PlwuTableColumn *column,
                                  gint64 *ret_number);

/**
 * plwu_table_cells_sign:
 * Returns: -1 where the row lowers a total, as income does; else 1
 */
int plwu_table_cells_sign (PlwuTableModel *self, size_t plan_row);

/**
 * plwu_table_cells_scales:
 * Returns: whether the column is money shown in the unit chosen; else prices
 *   and the like are always in pounds
 */
gboolean plwu_table_cells_scales (PlwuTableModel *self, const PlwuTableColumn *column);

/* plwu-table-totals.c */

/**
 * plwu_table_totals_round:
 * Returns: (transfer full): the figures of a column of money in the unit shown
 */
PlwuRounded *plwu_table_totals_round (PlwuTableModel *self,
                                      const PlwuTableColumn *column) G_GNUC_WARN_UNUSED_RESULT;

/* The exact total, or subtotal where a group's head stands in @row. */
gint64 plwu_table_totals_pence (PlwuTableModel *self, guint row, const PlwuTableColumn *column);

/* The rows shown that the total or subtotal in @row adds up. */
void plwu_table_totals_find_rows (PlwuTableModelPrivate *priv, guint row, guint *ret_first, guint *ret_end);

/* plwu-table-spread.c */
gboolean plwu_table_spread_can (PlwuSheetModel *model,
                                guint row,
                                guint index,
                                PlwuSheetSpread way,
                                const char *text,
                                char **ret_why);
gboolean plwu_table_spread (PlwuSheetModel *model,
                            guint row,
                            guint index,
                            PlwuSheetSpread way,
                            const char *text,
                            PlwuSheetOutcome *ret_outcome,
                            GError **error);

/* plwu-table-parse.c */

/**
 * plwu_table_parse_pence:
 * @present: what `+3%` and `*1.02` start from
 * @ret_pence: (out): untouched on failure
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 */
gboolean plwu_table_parse_pence (PlwuTableModel *self,
                                 const char *text,
                                 gint64 present,
                                 gint64 *ret_pence,
                                 char **ret_why);
gboolean plwu_table_parse (PlwuTableModel *self,
                           size_t plan_row,
                           size_t column,
                           const char *text,
                           PlwValue *ret_value,
                           char **ret_why);

/* plwu-table-refs.c */

/**
 * plwu_table_refs_read:
 * @text: a code of @table, or a name that only one of its rows has
 * @ret_code: (out) (transfer full)
 * @ret_why: (out) (transfer full): what is wrong and what would be right
 */
gboolean plwu_table_refs_read (PlwuTableModelPrivate *priv,
                               PlwTableId table,
                               const char *text,
                               char **ret_code,
                               char **ret_why);

/**
 * plwu_table_refs_write:
 * Returns: (transfer full): the name that is shown for @code, where it is read
 *   as @code again; else @code
 */
char *plwu_table_refs_write (PlwuTableModelPrivate *priv,
                             PlwTableId table,
                             const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* plwu-table-edit.c */
gboolean plwu_table_edit_set_cells (PlwuSheetModel *model,
                                    PlwuSheetGesture gesture,
                                    guint first_row,
                                    guint first_column,
                                    guint n_rows,
                                    guint n_columns,
                                    const char *const *texts,
                                    PlwuSheetOutcome *ret_outcome,
                                    GError **error);

G_END_DECLS
