/* board.c: what the votes on a decision of the placemaking board amount to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/board.h>

#include <string.h>

bool
plw_board_votes (const PlwPlan *plan, size_t partner)
{
  return plw_plan_number (plan, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_VOTING) != 0;
}

size_t
plw_board_quorum (const PlwPlan *plan, size_t n_voting)
{
  return (size_t) plw_plan_setting_number (plan, "quorum", (int64_t) (n_voting / 2 + 1));
}

bool
plw_board_find_vote (const PlwPlan *plan, size_t decision, size_t partner, size_t *ret_row)
{
  g_autofree char *key =
      g_strdup_printf ("%s/%s", plw_plan_text (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CODE),
                       plw_plan_text (plan, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_CODE));

  return plw_plan_find_key (plan, PLW_TABLE_VOTES, key, ret_row);
}

static void
count (PlwTally *tally, const PlwPlan *plan, size_t decision, size_t partner)
{
  size_t row;
  int64_t vote = plw_board_find_vote (plan, decision, partner, &row)
                     ? plw_plan_number (plan, PLW_TABLE_VOTES, row, PLW_VOTES_VOTE)
                     : -1;

  tally->n_voting++;
  if (vote == PLW_VOTE_FOR)
    tally->n_for++;
  else if (vote == PLW_VOTE_AGAINST)
    tally->n_against++;
  else if (vote == PLW_VOTE_ABSTAIN)
    tally->n_abstain++;
  else
    tally->n_missing++;
}

PlwTally
plw_board_tally (const PlwPlan *plan, size_t decision)
{
  PlwTally tally = { 0 };

  for (size_t partner = 0; partner < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); partner++)
    if (plw_board_votes (plan, partner))
      count (&tally, plan, decision, partner);
  tally.quorum = plw_board_quorum (plan, tally.n_voting);
  tally.has_quorum = tally.n_voting - tally.n_missing >= tally.quorum;
  tally.is_closed = plw_plan_get (plan, PLW_TABLE_DECISIONS, decision, PLW_DECISIONS_CLOSED).is_set;
  if (!tally.has_quorum)
    tally.verdict = PLW_VERDICT_NO_QUORUM;
  else
    tally.verdict = tally.n_for > tally.n_against ? PLW_VERDICT_AGREED : PLW_VERDICT_NOT_AGREED;

  return tally;
}

bool
plw_board_is_policy (const PlwPlan *plan, const char *policy)
{
  size_t row;

  return strcmp (policy, "today") == 0 || strcmp (policy, "placemaking") == 0
         || plw_plan_find_key (plan, PLW_TABLE_POLICIES, policy, &row);
}
