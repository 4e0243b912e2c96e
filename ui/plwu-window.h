/* plwu-window.h: a window on one plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "jobs/plwu-open-job.h"
#include "plwu-document.h"
#include "plwu-session.h"

G_BEGIN_DECLS

#define PLWU_TYPE_WINDOW (plwu_window_get_type ())

G_DECLARE_FINAL_TYPE (PlwuWindow, plwu_window, PLWU, WINDOW, AdwApplicationWindow)

GtkWidget *plwu_window_new (GtkApplication *application);

/**
 * plwu_window_get_document:
 * Returns: (transfer none) (nullable)
 */
PlwuDocument *plwu_window_get_document (PlwuWindow *self);
void plwu_window_set_document (PlwuWindow *self, PlwuDocument *document);

/**
 * plwu_window_open:
 *
 * Opens a plan in the background, in this window where it has none yet, else
 * in another. Shows why where it cannot.
 *
 * Returns: FALSE where another window has the plan already, which is presented
 */
gboolean plwu_window_open (PlwuWindow *self, PlwuOpenKind kind, const char *path);

/**
 * plwu_window_take_opened:
 * @result: of plwu_open_job_start()
 *
 * Shows what a job has opened for this window, or why it could not.
 */
void plwu_window_take_opened (PlwuWindow *self, GAsyncResult *result);

/**
 * plwu_window_arrive:
 * @opens: whether a plan is being opened for it
 *
 * Presents a new window once it has its plan and what it comes to: an empty window drawn before would
 * only hold that up. Where the plan takes longer than a moment the window
 * comes without.
 */
void plwu_window_arrive (PlwuWindow *self, gboolean opens);

/**
 * plwu_window_show_page:
 * @id: `overview`, `pots` ...
 *
 * Returns: FALSE where there is no such page or a cell is being typed that is
 *   not understood
 */
gboolean plwu_window_show_page (PlwuWindow *self, const char *id);

/**
 * plwu_window_describe_view:
 * Returns: (transfer full) (nullable): what is shown; NULL without a plan that is in a file
 */
PlwuSessionView *plwu_window_describe_view (PlwuWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_window_open_view:
 *
 * Opens the plan in this window, which has none yet, and shows of it what was shown.
 */
void plwu_window_open_view (PlwuWindow *self, const PlwuSessionView *view);

/**
 * plwu_window_offer_recovery:
 * @paths: (element-type utf8): working copies that a crash left
 */
void plwu_window_offer_recovery (PlwuWindow *self, GPtrArray *paths);

G_END_DECLS
