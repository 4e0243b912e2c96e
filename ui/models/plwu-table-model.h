/* plwu-table-model.h: any table of the plan as a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_TYPE_TABLE_MODEL (plwu_table_model_get_type ())

/**
 * PlwuTableModel:
 *
 * Columns and years follow the plan's description of its tables. In a scenario
 * other than the root, typing writes an override.
 */
G_DECLARE_DERIVABLE_TYPE (PlwuTableModel, plwu_table_model, PLWU, TABLE_MODEL, GObject)

/**
 * PlwuTableModelClass:
 * @plan_changed: forget what was summed up from the plan
 * @n_derived: columns worked out from results, after the table's own
 * @derived_title: (transfer full)
 * @derived_pence: FALSE where there is no figure (yet)
 * @year_is_derived: whether this row's year columns result from other cells
 * @year_pence: the figure then; FALSE where there is none (yet)
 */
struct _PlwuTableModelClass
{
  GObjectClass parent_class;

  void (*plan_changed) (PlwuTableModel *self);
  guint (*n_derived) (PlwuTableModel *self);
  char *(*derived_title) (PlwuTableModel *self, guint index);
  gboolean (*derived_pence) (PlwuTableModel *self, size_t plan_row, guint index, gint64 *ret_pence);
  gboolean (*year_is_derived) (PlwuTableModel *self, size_t plan_row);
  gboolean (*year_pence) (PlwuTableModel *self, size_t plan_row, size_t year_index, gint64 *ret_pence);

  gpointer padding[8];
};

PlwuSheetModel *plwu_table_model_new (PlwuDocument *document, PlwTableId table) G_GNUC_WARN_UNUSED_RESULT;

PlwuDocument *plwu_table_model_get_document (PlwuTableModel *self);
PlwTableId plwu_table_model_get_table (PlwuTableModel *self);

/**
 * PlwuTableGrouping: what the rows shown are gathered by, each group with its subtotals.
 */
typedef enum
{
  PLWU_TABLE_UNGROUPED,
  PLWU_TABLE_BY_PARTNER,
  PLWU_TABLE_BY_SERVICE_GROUP,
  PLWU_TABLE_BY_LINE,
  PLWU_TABLE_BY_FUNDER,
  PLWU_TABLE_N_GROUPINGS,
} PlwuTableGrouping;

/**
 * plwu_table_model_set_grouping:
 *
 * Only the view: the plan's rows stay in their order.
 */
void plwu_table_model_set_grouping (PlwuTableModel *self, PlwuTableGrouping grouping);
PlwuTableGrouping plwu_table_model_get_grouping (PlwuTableModel *self);
gboolean plwu_table_model_can_group (PlwuTableModel *self, PlwuTableGrouping grouping);

/**
 * plwu_table_model_set_sort:
 *
 * Sorts the view by what a column holds now, within groups where there are any.
 * Later changes do not move rows; rows added later come last.
 */
void plwu_table_model_set_sort (PlwuTableModel *self, guint column, PlwuSheetSort sort);

/**
 * plwu_table_model_get_n_plan_rows:
 * @ret_hidden: (out) (optional): how many more the search hides
 *
 * Returns: how many of the plan's rows are shown
 */
guint plwu_table_model_get_n_plan_rows (PlwuTableModel *self, guint *ret_hidden);

/**
 * plwu_table_model_sum_block:
 * @ret_sum: (out): pence; income and savings count against it, totals not at all
 * @ret_n: (out): how many figures that adds up
 *
 * Returns: whether there are any
 */
gboolean plwu_table_model_sum_block (PlwuTableModel *self,
                                     const PlwuSheetBlock *block,
                                     gint64 *ret_sum,
                                     guint *ret_n);

/**
 * plwu_table_model_set_filter:
 * @text: (nullable): only rows that hold this in @column; NULL: all rows
 *
 * Rows added then get it too.
 */
void plwu_table_model_set_filter (PlwuTableModel *self, size_t column, const char *text);

/**
 * plwu_table_model_set_search:
 * @text: (nullable): only rows with this in a text, whatever its case
 */
void plwu_table_model_set_search (PlwuTableModel *self, const char *text);

/**
 * plwu_table_model_get_plan_row:
 * @ret_row: (out): the plan's row shown in @row; untouched for totals and subtotals
 */
gboolean plwu_table_model_get_plan_row (PlwuTableModel *self, guint row, size_t *ret_row);
gboolean plwu_table_model_find_plan_row (PlwuTableModel *self, size_t plan_row, guint *ret_row);

/**
 * plwu_table_model_get_plan_column:
 * Returns: FALSE for a derived column
 */
gboolean plwu_table_model_get_plan_column (PlwuTableModel *self, guint column, size_t *ret_column);

gboolean plwu_table_model_get_derived_column (PlwuTableModel *self, guint column, guint *ret_index);

/**
 * plwu_table_model_can_change_rows:
 * @ret_why: (out) (optional) (transfer full): why not
 */
gboolean plwu_table_model_can_change_rows (PlwuTableModel *self, char **ret_why);

/**
 * plwu_table_model_add_row:
 * @below: the row to put it below; past the end: last
 * @ret_row: (out): where the new row stands
 */
gboolean plwu_table_model_add_row (PlwuTableModel *self, guint below, guint *ret_row, GError **error);
gboolean plwu_table_model_delete_rows (PlwuTableModel *self, guint first, guint n_rows, GError **error);

/**
 * plwu_table_model_results_changed:
 *
 * For subclasses: derived figures are others.
 */
void plwu_table_model_results_changed (PlwuTableModel *self);

G_END_DECLS
