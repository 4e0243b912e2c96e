/* board.h: what the votes on a decision of the placemaking board amount to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every partner that votes has one vote, and all votes are equal. A vote of a
 * partner that does not vote counts for nothing. Abstentions count towards the
 * quorum and for neither side.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

typedef enum
{
  PLW_VERDICT_AGREED,
  PLW_VERDICT_NOT_AGREED,
  PLW_VERDICT_NO_QUORUM,
} PlwVerdict;

/**
 * PlwTally: the count of a decision.
 * @n_voting: how many partners have a vote
 * @n_for, @n_against, @n_abstain, @n_missing: how they voted; they add up to @n_voting
 * @quorum: how many of them must vote, abstentions included
 * @is_closed: whether votes can no longer change; else the decision is open
 * @verdict: the outcome or, while it is open, what it would be as it stands
 */
typedef struct
{
  size_t n_voting;
  size_t n_for;
  size_t n_against;
  size_t n_abstain;
  size_t n_missing;
  size_t quorum;
  bool has_quorum;
  bool is_closed;
  PlwVerdict verdict;
} PlwTally;

/**
 * plw_board_votes:
 * @partner: a row of `partners`
 * Returns: whether the partner has a vote
 */
bool plw_board_votes (const PlwPlan *plan, size_t partner);

/**
 * plw_board_quorum:
 * @n_voting: how many partners have a vote
 * Returns: how many of them must vote: the setting `quorum`, else more than half of them
 */
size_t plw_board_quorum (const PlwPlan *plan, size_t n_voting);

/**
 * plw_board_find_vote:
 * @decision, @partner: rows of `decisions` and `partners`
 * @ret_row: (out): the row of `votes`
 * Returns: whether there is one, whether it counts or not
 */
bool plw_board_find_vote (const PlwPlan *plan, size_t decision, size_t partner, size_t *ret_row);

/**
 * plw_board_tally:
 * @decision: a row of `decisions`
 */
PlwTally plw_board_tally (const PlwPlan *plan, size_t decision);

/**
 * plw_board_is_policy:
 * Returns: whether @policy is today's rules, the placemaking budget or one of the plan's policies
 */
bool plw_board_is_policy (const PlwPlan *plan, const char *policy);

G_END_DECLS
