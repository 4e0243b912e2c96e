/* plwu-board-acts.h: decisions, votes and comments: all that a board writes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here touches a figure of the plan. Every act is one edit of the
 * document, named for undo, and kept with a named version of the plan.
 */
#pragma once

#include "plwu-document.h"

#include <placewright/board.h>

G_BEGIN_DECLS

/* A vote given up. */
#define PLWU_VOTE_NONE (-1)

/**
 * plwu_board_put:
 * @name, @proposal: what is to be decided, in short and in full
 *
 * Puts a decision on the scenario and policy shown. The plan as it is becomes a
 * named version, which the decision names.
 */
gboolean plwu_board_put (PlwuDocument *document, const char *name, const char *proposal, GError **error);

/**
 * plwu_board_vote:
 * @decision, @partner: rows of `decisions` and `partners`
 * @vote: a #PlwVote or %PLWU_VOTE_NONE
 * @voter: (nullable): who cast it
 *
 * Fails where the decision is closed or the partner has no vote.
 */
gboolean plwu_board_vote (PlwuDocument *document,
                          size_t decision,
                          size_t partner,
                          int vote,
                          const char *voter,
                          GError **error);

/**
 * plwu_board_close:
 * @is_closed: FALSE: lets votes change again
 */
gboolean plwu_board_close (PlwuDocument *document, size_t decision, gboolean is_closed, GError **error);

/**
 * plwu_board_comment:
 * @about: what it is about: the question of a screen
 * @decision: (nullable): a code
 * @partner: (nullable): a code: for whom it is said
 * @author: (nullable): who says it
 *
 * Kept with the newest named version of the plan where its figures are those of
 * now; else the plan as it is becomes one.
 */
gboolean plwu_board_comment (PlwuDocument *document,
                             const char *about,
                             const char *decision,
                             const char *text,
                             const char *partner,
                             const char *author,
                             GError **error);

/**
 * plwu_board_get_author:
 * Returns: (transfer none): what the person at the computer is called
 */
const char *plwu_board_get_author (void);

/**
 * plwu_board_count_text:
 * Returns: (transfer full): “3 for, 1 against, 1 abstained, 2 not yet. 4 of 7 must vote: enough have.”
 */
char *plwu_board_count_text (const PlwTally *tally) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_board_outcome_text:
 * Returns: (transfer none): “Agreed”, “Open: as it stands agreed”, ...
 */
const char *plwu_board_outcome_text (const PlwTally *tally);

G_END_DECLS
