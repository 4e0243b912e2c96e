/* plwu-return-window.h: service lines of a revenue return into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "jobs/plwu-return-job.h"
#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_RETURN_WINDOW (plwu_return_window_get_type ())

/**
 * PlwuReturnWindow:
 *
 * Signals:
 *
 * - "finished" (const PlwuImportFindings *findings): import what was found. The window is hidden
 *   and waits to be destroyed
 */
G_DECLARE_FINAL_TYPE (PlwuReturnWindow, plwu_return_window, PLWU, RETURN_WINDOW, AdwWindow)

GtkWidget *plwu_return_window_new (PlwuDocument *document);

/* Reads a file in the background. */
void plwu_return_window_read_file (PlwuReturnWindow *self, const char *path);

/* Chooses a council by its name or code; FALSE where the return has none. */
gboolean plwu_return_window_choose (PlwuReturnWindow *self, const char *council);

/* FALSE while something is read or tried. */
gboolean plwu_return_window_is_idle (PlwuReturnWindow *self);

/* Returns: (transfer none) (nullable) */
const PlwuImportFindings *plwu_return_window_get_findings (PlwuReturnWindow *self);
const char *plwu_return_window_get_message (PlwuReturnWindow *self);

G_END_DECLS
