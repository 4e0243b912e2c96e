/* test-window-support.h: plans and waiting, for tests of the window's parts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "models/plwu-table-model.h"
#include "plwu-document.h"

#include <gtk/gtk.h>

/* Smallshire, the small example, as a document in memory. */
PlwuDocument *create_document (void);

/* The same in a plan file's working copy. */
PlwuDocument *create_file_document (void);

/* Lets the main loop run until the results are those of the plan as it is. */
void wait_for_result (PlwuDocument *document);

/* The same, and that there are results; else says what is wrong with the plan. */
void assert_sound (PlwuDocument *document);

/* The button in @widget that has the action; NULL where there is none. */
GtkWidget *find_button (GtkWidget *widget, const char *action);

/* The row of the plan with this key. */
size_t find_row (PlwuDocument *document, PlwTableId table, const char *key);

/* The column of a model with this heading. */
guint find_column (PlwuSheetModel *model, const char *title);
guint find_model_row (PlwuSheetModel *model, const char *key);

/* What a cell shows. */
char *read_cell (PlwuSheetModel *model, guint row, guint column);
PlwuSheetKind read_kind (PlwuSheetModel *model, guint row, guint column);

/* Types into one cell; returns how many cells changed. */
guint type_cell (PlwuSheetModel *model, guint row, guint column, const char *text);

#define assert_cell(model, row, column, expected)                                                            \
  do                                                                                                         \
    {                                                                                                        \
      g_autofree char *shown = read_cell ((model), (row), (column));                                         \
      g_assert_cmpstr (shown, ==, (expected));                                                               \
    }                                                                                                        \
  while (0)
