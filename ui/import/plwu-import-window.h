/* plwu-import-window.h: leads a table of somebody else's into the plan, a question a page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "jobs/plwu-import-job.h"
#include "plwu-document.h"

G_BEGIN_DECLS

typedef enum
{
  PLWU_IMPORT_ROWS,    /* which rows of which file, and for which table */
  PLWU_IMPORT_COLUMNS, /* which column is which field */
  PLWU_IMPORT_FOUND,   /* what would come in, and whether it adds up */
  PLWU_IMPORT_N_STEPS,
} PlwuImportStep;

#define PLWU_TYPE_IMPORT_WINDOW (plwu_import_window_get_type ())

/**
 * PlwuImportWindow:
 *
 * Signals:
 *
 * - "finished" (const PlwuImportFindings *findings, PlwTableId table): import what was found. The
 *   window is hidden and waits to be destroyed
 */
G_DECLARE_FINAL_TYPE (PlwuImportWindow, plwu_import_window, PLWU, IMPORT_WINDOW, AdwWindow)

/**
 * plwu_import_window_new:
 * @table: the table the rows are for; %PLW_N_TABLES: as their headings say
 */
GtkWidget *plwu_import_window_new (PlwuDocument *document, PlwTableId table);

/* Reads a file, or what was copied from a spreadsheet, in the background. */
void plwu_import_window_read_file (PlwuImportWindow *self, const char *path);
void plwu_import_window_read_text (PlwuImportWindow *self, const char *text);

/* FALSE while something is read or tried. */
gboolean plwu_import_window_is_idle (PlwuImportWindow *self);
PlwuImportStep plwu_import_window_get_step (PlwuImportWindow *self);

/* Returns: (transfer none) (nullable) */
PlwuImportSource *plwu_import_window_get_source (PlwuImportWindow *self);
const PlwuImportFindings *plwu_import_window_get_findings (PlwuImportWindow *self);
const char *plwu_import_window_get_message (PlwuImportWindow *self);

G_END_DECLS
