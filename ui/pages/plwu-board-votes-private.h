/* plwu-board-votes-private.h: what the parts of the board's votes share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "models/plwu-board-acts.h"
#include "plwu-board-votes.h"

G_BEGIN_DECLS

#define PLWU_BOARD_N_VOTES 3

/* One partner that votes. */
typedef struct
{
  char *partner;
  GtkLabel *name;
  GtkToggleButton *buttons[PLWU_BOARD_N_VOTES]; /* by PlwVote */
  GtkLabel *cast;
} PlwuBallot;

struct _PlwuBoardVotes
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;
  char *decision;     /* (nullable): its code */
  GPtrArray *listed;  /* codes of the decisions in the list */
  GPtrArray *ballots; /* PlwuBallot */
  gboolean is_filling;

  /* Template widgets */
  GtkToggleButton *put;
  GtkWidget *form;
  GtkLabel *form_context;
  GtkEntry *name;
  GtkEntry *proposal;
  GtkListBox *list;
  GtkWidget *none;
  GtkWidget *detail;
  GtkLabel *outcome;
  GtkLabel *count;
  GtkLabel *proposed;
  GtkLabel *about;
  GtkEntry *voter;
  GtkGrid *grid;
  GtkWidget *no_partners;
  GtkButton *close;
};

/* plwu-board-ballots.c */

/**
 * plwu_board_votes_show_ballots:
 * @decision: a row of `decisions`
 */
void plwu_board_votes_show_ballots (PlwuBoardVotes *self, size_t decision);
void plwu_ballot_free (PlwuBallot *ballot);

/**
 * plwu_board_votes_find:
 * Returns: whether the decision shown is in the plan
 */
gboolean plwu_board_votes_find (PlwuBoardVotes *self, size_t *ret_decision);

/**
 * plwu_board_votes_finish:
 * @is_done: whether something was written; else @error says why not
 */
void plwu_board_votes_finish (PlwuBoardVotes *self, gboolean is_done, const GError *error);

G_END_DECLS
