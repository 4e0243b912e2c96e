/* plwu-import-open.h: the import of a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-window.h"

G_BEGIN_DECLS

/**
 * plwu_import_present:
 * @table: the table the rows are for; %PLW_N_TABLES: as their headings say
 * @path: (nullable): the file to be read; NULL: to be chosen
 *
 * Returns: (transfer none) (nullable): NULL where the window has no plan or a cell is being typed
 *   that is not understood
 */
GtkWidget *plwu_import_present (PlwuWindow *window, PlwTableId table, const char *path);

/**
 * plwu_import_present_return:
 *
 * The same for the service lines of a revenue return.
 */
GtkWidget *plwu_import_present_return (PlwuWindow *window);

/**
 * plwu_import_present_budget:
 *
 * The same for a published budget table.
 */
GtkWidget *plwu_import_present_budget (PlwuWindow *window);

/**
 * plwu_import_take:
 * @edit: what comes in
 * @problems: found with it
 * @table: shown afterwards, unless the plan has problems it did not have
 *
 * One step that can be undone, with a word about it.
 *
 * Returns: whether it is in the plan; else that was said
 */
gboolean plwu_import_take (PlwuWindow *window,
                           const PlwEdit *edit,
                           const PlwProblems *problems,
                           PlwTableId table);

/**
 * plwu_import_can_read:
 * Returns: whether a file is by its name a table that may be imported
 */
gboolean plwu_import_can_read (const char *path);

G_END_DECLS
