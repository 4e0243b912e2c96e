/* check-board.c: whether the board's decisions and votes are good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include <placewright/board.h>

#include "base/i18n.h"

void
plw_check_decisions (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_DECISIONS); row++)
    {
      const char *policy = plw_plan_text (plan, PLW_TABLE_DECISIONS, row, PLW_DECISIONS_POLICY);

      if (policy[0] != '\0' && !plw_board_is_policy (plan, policy))
        plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_DECISIONS, row, "policy",
                       g_strdup_printf (_ ("“%s” is not a policy"), policy),
                       g_strdup (_ ("write today, placemaking or a code from policies")));
    }
}

static void
check_quorum (const PlwPlan *plan, PlwProblems *problems)
{
  size_t row;
  size_t n_voting = 0;

  if (!plw_plan_find_key (plan, PLW_TABLE_PLAN, "quorum", &row))
    return;
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); i++)
    n_voting += plw_board_votes (plan, i);

  size_t quorum = plw_board_quorum (plan, n_voting);

  if (quorum > n_voting)
    plw_check_add (
        plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_PLAN, row, "value",
        g_strdup_printf (_ ("%zu partners must vote, but only %zu have a vote, so that nothing can "
                            "be agreed"),
                         quorum, n_voting),
        g_strdup (_ ("lower the quorum, or empty it for more than half")));
}

void
plw_check_votes (const PlwPlan *plan, PlwProblems *problems)
{
  check_quorum (plan, problems);
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_VOTES); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_VOTES, row, PLW_VOTES_PARTNER);
      size_t partner;

      if (plw_plan_find_key (plan, PLW_TABLE_PARTNERS, code, &partner) && !plw_board_votes (plan, partner))
        plw_check_add (plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_VOTES, row, "partner",
                       g_strdup_printf (_ ("“%s” does not vote, so this vote counts for nothing"), code),
                       g_strdup (_ ("remove the vote, or write voting yes for the partner")));
    }
}
