/* plwu-draft-private.h: the inside of a draft's table, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-draft-table.h"

G_BEGIN_DECLS

#define PLWU_DRAFT_NAME 0 /* the first column of every table */

/* @usual_row: of the list; -1 for one's own */
typedef struct
{
  int usual_row;
  gboolean is_chosen;
  char *code;
  char **texts; /* (element-type utf8): NULL where nothing was typed */
  guint n_texts;
} PlwuDraftRow;

struct _PlwuDraftTable
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *rows;   /* of PlwuDraftRow: all that were ever chosen */
  GPtrArray *chosen; /* of PlwuDraftRow, borrowed from @rows */
  PlwPlan *scratch;  /* reads and writes cells as plans do */

  /* Borrowed */
  const PlwuDraftSpec *spec;
  gpointer owner;
  const PlwuUsual *list;
};

/* plwu-draft-sheet.c */
void plwu_draft_table_sheet_init (PlwuSheetModelInterface *iface);

G_END_DECLS
