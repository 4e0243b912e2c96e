/* plwu-paper-table.h: a table on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It carries over pages with its headings repeated and never splits a row. Texts are copied.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLWU_COLUMN_TEXT,   /* wraps */
  PLWU_COLUMN_FIGURE, /* to the right, on one line */
} PlwuColumnKind;

typedef enum
{
  PLWU_ROW_BODY,
  PLWU_ROW_BAND, /* heads the rows below it; only its first cell is printed */
  PLWU_ROW_SUBTOTAL,
  PLWU_ROW_TOTAL,
} PlwuRowKind;

typedef struct _PlwuPaperTable PlwuPaperTable;

/**
 * plwu_paper_table_new:
 * @caption: what it holds and in which unit
 */
PlwuPaperTable *plwu_paper_table_new (const char *caption) G_GNUC_WARN_UNUSED_RESULT;
void plwu_paper_table_free (PlwuPaperTable *table);

/**
 * plwu_paper_table_column:
 * @head: (nullable): its heading; a table whose columns have none has no row of headings
 * @weight: how columns of text share the room that figures leave
 *
 * All columns come before the rows.
 */
void plwu_paper_table_column (PlwuPaperTable *table, const char *head, PlwuColumnKind kind, double weight);

/* Begins a row; its cells follow from left to right, missing ones are empty. */
void plwu_paper_table_row (PlwuPaperTable *table, PlwuRowKind kind);
void plwu_paper_table_cell (PlwuPaperTable *table, const char *text);

guint plwu_paper_table_get_n_rows (const PlwuPaperTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuPaperTable, plwu_paper_table_free)

G_END_DECLS
