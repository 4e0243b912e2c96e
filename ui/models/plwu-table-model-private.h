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

/* A column of money in the unit shown, rounded so that it adds up. */
typedef struct
{
  PlwUnit unit;
  gint64 *steps;
  gint64 total;
} PlwuRounded;

typedef struct
{
  /* Owned */
  PlwuDocument *document;
  GArray *columns;       /* of PlwuTableColumn */
  GArray *rows;          /* of size_t: the plan's rows shown */
  GHashTable *rounded;   /* column + 1 -> PlwuRounded */
  GHashTable *overrides; /* plwu_override_list() */
  GHashTable *problems;  /* "row:column" -> text */
  char *filter_text;
  char *search;

  PlwTableId table;
  size_t filter_column;
  guint n_frozen;
  int base_year;
} PlwuTableModelPrivate;

PlwuTableModelPrivate *plwu_table_model_private (PlwuTableModel *self);

/* plwu-table-cells.c */
void plwu_table_cells_read (PlwuTableModel *self, guint row, guint column, PlwuSheetCell *ret_cell);
PlwuSheetKind plwu_table_cells_kind (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column);
char *plwu_table_cells_edit_text (PlwuTableModel *self, guint row, guint column);
gboolean plwu_table_cells_has_total (PlwuTableModel *self);

/**
 * plwu_table_cells_scales:
 * Returns: whether the column is money shown in the unit chosen; else prices
 *   and the like are always in pounds
 */
gboolean plwu_table_cells_scales (PlwuTableModel *self, const PlwuTableColumn *column);

/* plwu-table-parse.c */
gboolean plwu_table_parse (PlwuTableModel *self,
                           size_t plan_row,
                           size_t column,
                           const char *text,
                           PlwValue *ret_value,
                           char **ret_why);

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
