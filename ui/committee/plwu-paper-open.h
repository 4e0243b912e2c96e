/* plwu-paper-open.h: committee papers of a window: made, and compared with its plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-window.h"

G_BEGIN_DECLS

/**
 * plwu_paper_present:
 * @path: (nullable): the paper to be compared; NULL: to be chosen
 *
 * Returns: (transfer none) (nullable): NULL where the window has no plan or a cell is being typed
 *   that is not understood
 */
GtkWidget *plwu_paper_present (PlwuWindow *window, const char *path);

G_END_DECLS
