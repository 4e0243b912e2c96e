/* plwu-board-view.h: the plan for a board: one question a screen, in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "findings/plwu-board-answers.h"
#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_BOARD_VIEW (plwu_board_view_get_type ())

/**
 * PlwuBoardView:
 *
 * Reads a document and has no way to change a figure of it: all that it writes
 * are decisions, votes and comments. Arrow keys, Page Up and Down, Home, End and
 * the digits step through the screens. Sliders move a copy of the plan, worked
 * out in the background; as long as one is moved everything says "what if".
 */
G_DECLARE_FINAL_TYPE (PlwuBoardView, plwu_board_view, PLWU, BOARD_VIEW, AdwBin)

GtkWidget *plwu_board_view_new (PlwuDocument *document);

void plwu_board_view_set_screen (PlwuBoardView *self, PlwuBoardScreen screen);
PlwuBoardScreen plwu_board_view_get_screen (PlwuBoardView *self);

/**
 * plwu_board_view_set_large:
 *
 * For a whole screen: type that can be read across a room.
 */
void plwu_board_view_set_large (PlwuBoardView *self, gboolean is_large);

/**
 * plwu_board_view_get_result:
 * @policy: (nullable): NULL: the policy shown
 * Returns: (transfer none) (nullable): what is drawn: that of the document, or what if
 */
const PlwResult *plwu_board_view_get_result (PlwuBoardView *self, const char *policy);

/**
 * plwu_board_view_is_what_if:
 * Returns: whether what is drawn is of moved assumptions
 */
gboolean plwu_board_view_is_what_if (PlwuBoardView *self);

/**
 * plwu_board_view_undo:
 *
 * Takes back the last vote, decision or comment, where it was made here and
 * nothing was changed since.
 */
void plwu_board_view_undo (PlwuBoardView *self);

/**
 * plwu_board_view_is_busy:
 * Returns: whether moved assumptions are still being worked out
 */
gboolean plwu_board_view_is_busy (PlwuBoardView *self);

G_END_DECLS
