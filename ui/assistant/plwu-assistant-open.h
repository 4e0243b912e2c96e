/* plwu-assistant-open.h: the assistant of a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-window.h"

G_BEGIN_DECLS

/**
 * plwu_assistant_present:
 *
 * Shows the window's assistant with what was answered before. The plan it makes
 * opens in the window where it has none yet, else in another.
 *
 * Returns: (transfer none): the assistant's window
 */
GtkWidget *plwu_assistant_present (PlwuWindow *window);

G_END_DECLS
