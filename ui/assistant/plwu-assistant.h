/* plwu-assistant.h: leads from nothing to a useful plan, a question a page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-draft.h"

G_BEGIN_DECLS

#define PLWU_TYPE_ASSISTANT (plwu_assistant_get_type ())

/**
 * PlwuAssistant:
 *
 * Closing hides it: what was answered is there when it is presented again.
 *
 * Signals:
 *
 * - "finished" (#PlwPlan, owned by the assistant): the plan is made
 */
G_DECLARE_FINAL_TYPE (PlwuAssistant, plwu_assistant, PLWU, ASSISTANT, AdwWindow)

/**
 * plwu_assistant_new:
 * @parent: (nullable): the window it stands over
 */
GtkWidget *plwu_assistant_new (GtkWindow *parent);

/**
 * plwu_assistant_get_draft:
 * Returns: (transfer none)
 */
PlwuDraft *plwu_assistant_get_draft (PlwuAssistant *self);
PlwuDraftStep plwu_assistant_get_step (PlwuAssistant *self);

/**
 * plwu_assistant_show_step:
 *
 * Shows a page without asking whether those before it are right.
 */
void plwu_assistant_show_step (PlwuAssistant *self, PlwuDraftStep step);

/**
 * plwu_assistant_get_message:
 * Returns: (transfer none): what is told at the foot of the window
 */
const char *plwu_assistant_get_message (PlwuAssistant *self);

G_END_DECLS
