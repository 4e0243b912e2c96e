/* plwu-budget-window.h: a published budget table into the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-budget-job.h"
#include "plwu-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLWU_TYPE_BUDGET_WINDOW (plwu_budget_window_get_type ())

/**
 * PlwuBudgetWindow:
 *
 * Reads a budget table as a council prints it, says how it was read and where it contradicts itself, lets
 * people say otherwise, and shows what would come in. Nothing is in the plan before it is done.
 *
 * Signals:
 * - "finished" (const PlwuImportFindings *findings): what is wanted; it lives as long as the window
 */
G_DECLARE_FINAL_TYPE (PlwuBudgetWindow, plwu_budget_window, PLWU, BUDGET_WINDOW, AdwWindow)

GtkWidget *plwu_budget_window_new (PlwuDocument *document);

void plwu_budget_window_read_file (PlwuBudgetWindow *self, const char *path);

/* For tests. */
gboolean plwu_budget_window_is_idle (PlwuBudgetWindow *self);
const PlwuBudgetReading *plwu_budget_window_get_reading (PlwuBudgetWindow *self);
const char *plwu_budget_window_get_message (PlwuBudgetWindow *self);

G_END_DECLS
