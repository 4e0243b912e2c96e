/* test-board.c: one partner, one vote; quorum, ties and who does not count.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/board.h>

#include "random-plan.h"

/* Five partners, of which four vote, and one decision. */
static PlwPlan *
board_plan (void)
{
  PlwPlan *plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_PARTNERS, "code", "county", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "nhs", "voting", "yes", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "police", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "charity", NULL);
  add_row (plan, PLW_TABLE_PARTNERS, "code", "ministry", "voting", "no", NULL);
  add_row (plan, PLW_TABLE_DECISIONS, "code", "one", "name", "Agree the plan", NULL);
  add_row (plan, PLW_TABLE_DECISIONS, "code", "other", NULL);
  return plan;
}

static void
vote (PlwPlan *plan, const char *partner, const char *choice)
{
  add_row (plan, PLW_TABLE_VOTES, "decision", "one", "partner", partner, "vote", choice, NULL);
}

static void
assert_count (const PlwPlan *plan, size_t n_for, size_t n_against, size_t n_abstain, size_t n_missing)
{
  PlwTally tally = plw_board_tally (plan, 0);

  g_assert_cmpuint (tally.n_for, ==, n_for);
  g_assert_cmpuint (tally.n_against, ==, n_against);
  g_assert_cmpuint (tally.n_abstain, ==, n_abstain);
  g_assert_cmpuint (tally.n_missing, ==, n_missing);
  g_assert_cmpuint (tally.n_voting, ==, n_for + n_against + n_abstain + n_missing);
}

static void
test_nobody_has_voted (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();
  PlwTally tally = plw_board_tally (plan, 0);

  assert_count (plan, 0, 0, 0, 4);
  g_assert_cmpuint (tally.quorum, ==, 3); /* more than half of four */
  g_assert_false (tally.has_quorum);
  g_assert_false (tally.is_closed);
  g_assert_cmpint (tally.verdict, ==, PLW_VERDICT_NO_QUORUM);
}

/* Abstentions make the quorum, and weigh on neither side. */
static void
test_abstentions_make_the_quorum (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  vote (plan, "county", "for");
  vote (plan, "nhs", "abstain");
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_NO_QUORUM);
  vote (plan, "police", "abstain");
  assert_count (plan, 1, 0, 2, 1);
  g_assert_true (plw_board_tally (plan, 0).has_quorum);
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_AGREED);
}

static void
test_a_tie_agrees_nothing (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  vote (plan, "county", "for");
  vote (plan, "nhs", "against");
  vote (plan, "police", "abstain");
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_NOT_AGREED);
  vote (plan, "charity", "for");
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_AGREED);
}

static void
test_who_does_not_vote_does_not_count (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  vote (plan, "county", "for");
  vote (plan, "nhs", "for");
  vote (plan, "ministry", "against");
  assert_count (plan, 2, 0, 0, 2);
  g_assert_false (plw_board_tally (plan, 0).has_quorum);
  vote (plan, "nobody", "for");
  assert_count (plan, 2, 0, 0, 2);
}

/* A second row of the same partner is an error of the plan, and no second vote. */
static void
test_nobody_votes_twice (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  vote (plan, "county", "for");
  vote (plan, "county", "for");
  assert_count (plan, 1, 0, 0, 3);
}

static void
test_quorum_of_the_plan (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  vote (plan, "county", "for");
  add_row (plan, PLW_TABLE_PLAN, "key", "quorum", "value", "1", NULL);
  g_assert_cmpuint (plw_board_tally (plan, 0).quorum, ==, 1);
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_AGREED);
  g_assert_cmpint (plw_board_tally (plan, 1).verdict, ==, PLW_VERDICT_NO_QUORUM);
  g_assert_cmpuint (plw_board_tally (plan, 1).n_missing, ==, 4);
}

static void
test_closed (void)
{
  g_autoptr (PlwPlan) plan = board_plan ();

  plw_plan_set (plan, PLW_TABLE_DECISIONS, 0, PLW_DECISIONS_CLOSED, plw_value_text ("2026-02-12"));
  g_assert_true (plw_board_tally (plan, 0).is_closed);
  g_assert_cmpint (plw_board_tally (plan, 0).verdict, ==, PLW_VERDICT_NO_QUORUM);
}

/* More than half, whatever their number. */
static void
test_more_than_half (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  for (size_t n = 0; n < 40; n++)
    {
      g_assert_cmpuint (2 * plw_board_quorum (plan, n), >, n);
      g_assert_cmpuint (2 * (plw_board_quorum (plan, n) - 1), <=, n);
    }
}

static void
test_policies (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();

  add_row (plan, PLW_TABLE_POLICIES, "code", "join", NULL);
  g_assert_true (plw_board_is_policy (plan, "today"));
  g_assert_true (plw_board_is_policy (plan, "placemaking"));
  g_assert_true (plw_board_is_policy (plan, "join"));
  g_assert_false (plw_board_is_policy (plan, "part"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/board/nobody-has-voted", test_nobody_has_voted);
  g_test_add_func ("/plan/board/abstentions-make-the-quorum", test_abstentions_make_the_quorum);
  g_test_add_func ("/plan/board/a-tie-agrees-nothing", test_a_tie_agrees_nothing);
  g_test_add_func ("/plan/board/who-does-not-vote-does-not-count", test_who_does_not_vote_does_not_count);
  g_test_add_func ("/plan/board/nobody-votes-twice", test_nobody_votes_twice);
  g_test_add_func ("/plan/board/quorum-of-the-plan", test_quorum_of_the_plan);
  g_test_add_func ("/plan/board/closed", test_closed);
  g_test_add_func ("/plan/board/more-than-half", test_more_than_half);
  g_test_add_func ("/plan/board/policies", test_policies);

  return g_test_run ();
}
