/* plwu-paper-window.h: says whether a committee workbook still says what the plan says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "jobs/plwu-verify-job.h"

G_BEGIN_DECLS

#define PLWU_TYPE_PAPER_WINDOW (plwu_paper_window_get_type ())

G_DECLARE_FINAL_TYPE (PlwuPaperWindow, plwu_paper_window, PLWU, PAPER_WINDOW, AdwWindow)

GtkWidget *plwu_paper_window_new (PlwuDocument *document);

/* Compares a workbook with the plan in the background. */
void plwu_paper_window_check (PlwuPaperWindow *self, const char *path);

/* FALSE while something is compared. */
gboolean plwu_paper_window_is_idle (PlwuPaperWindow *self);

/* Returns: (transfer none) (nullable) */
const PlwuVerdict *plwu_paper_window_get_verdict (PlwuPaperWindow *self);

/* What the window says: the finding, or what went wrong. */
const char *plwu_paper_window_get_text (PlwuPaperWindow *self);

G_END_DECLS
