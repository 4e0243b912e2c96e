/* plwu-board-votes.h: what is put to the board, and how its partners vote.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_BOARD_VOTES (plwu_board_votes_get_type ())

/**
 * PlwuBoardVotes:
 *
 * The decisions of a plan, one of them with its votes: one button a vote, as many
 * rows as partners that vote. Signal "done" (const char *name): something was
 * written, which can be undone by that name; "selected": another decision is shown.
 */
G_DECLARE_FINAL_TYPE (PlwuBoardVotes, plwu_board_votes, PLWU, BOARD_VOTES, AdwBin)

GtkWidget *plwu_board_votes_new (PlwuDocument *document);

/**
 * plwu_board_votes_get_decision:
 * Returns: (transfer none) (nullable): the code of the decision shown
 */
const char *plwu_board_votes_get_decision (PlwuBoardVotes *self);

G_END_DECLS
