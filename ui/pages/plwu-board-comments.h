/* plwu-board-comments.h: what is said about a screen of the board view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_BOARD_COMMENTS (plwu_board_comments_get_type ())

/**
 * PlwuBoardComments:
 *
 * The comments about one screen, and an entry for the next. Signals: "done"
 * (const char *name): one was kept, which can be undone by that name;
 * "changed": there may be another number of them.
 */
G_DECLARE_FINAL_TYPE (PlwuBoardComments, plwu_board_comments, PLWU, BOARD_COMMENTS, AdwBin)

GtkWidget *plwu_board_comments_new (PlwuDocument *document);

/**
 * plwu_board_comments_set_about:
 * @about: the screen's question, untranslated, as the plan keeps it
 * @decision: (nullable): the code of the decision that the next comment is about too
 */
void plwu_board_comments_set_about (PlwuBoardComments *self, const char *about, const char *decision);
guint plwu_board_comments_get_n (PlwuBoardComments *self);

G_END_DECLS
