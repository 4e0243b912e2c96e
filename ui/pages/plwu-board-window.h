/* plwu-board-window.h: the board view on a whole screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-board-view.h"

G_BEGIN_DECLS

#define PLWU_TYPE_BOARD_WINDOW (plwu_board_window_get_type ())

/**
 * PlwuBoardWindow:
 *
 * Fills the screen; F11 and Escape close it.
 */
G_DECLARE_FINAL_TYPE (PlwuBoardWindow, plwu_board_window, PLWU, BOARD_WINDOW, AdwWindow)

/**
 * plwu_board_window_new:
 * @parent: the window it belongs to
 */
GtkWidget *plwu_board_window_new (PlwuDocument *document, GtkWindow *parent);
PlwuBoardView *plwu_board_window_get_view (PlwuBoardWindow *self);

G_END_DECLS
