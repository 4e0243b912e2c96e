/* plwu-board-private.h: what the parts of the board view share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-evaluate-job.h"
#include "plwu-board-comments.h"
#include "plwu-board-levers.h"
#include "plwu-board-view.h"
#include "plwu-board-votes.h"
#include "plwu-board-words.h"
#include "plwu-picture.h"

G_BEGIN_DECLS

struct _PlwuBoardView
{
  AdwBin parent_instance;

  /* Owned */
  PlwuDocument *document;
  PlwuFindings *what_if; /* (nullable): of moved assumptions */
  GCancellable *cancellable;
  guint64 wanted; /* counts what was asked for */
  gboolean is_asking;
  PlwuBoardScreen screen;
  gboolean is_selecting;
  GPtrArray *acts; /* names of what was written here and can be undone, oldest first */

  /* Inside; pictures by screen */
  PlwuDrawing *drawings[PLWU_BOARD_N_SCREENS];
  PlwuPicture *pictures[PLWU_BOARD_N_SCREENS];
  GtkToggleButton *steps[PLWU_BOARD_N_SCREENS];
  GtkWidget *screens[PLWU_BOARD_N_SCREENS]; /* a picture and what stands beside it */
  PlwuBoardLevers *levers;
  PlwuBoardVotes *votes;
  PlwuBoardComments *comments;
  GtkWidget *glossary;

  /* Template widgets */
  GtkLabel *question;
  GtkLabel *context;
  GtkLabel *answer;
  GtkStack *stack;
  GtkBox *words;
  GtkBox *step_box;
  AdwBin *comment_place;
  GtkToggleButton *comment_button;
  GtkToggleButton *glossary_button;
  GtkWidget *notice;
  GtkLabel *notice_text;
  AdwBin *lever_place;
  GtkButton *back;
  GtkButton *next;
};

/* plwu-board-screens.c */

/**
 * plwu_board_words:
 * @ret_n: (out): how many
 * Returns: (transfer none): the words of the screen that are explained
 */
const PlwuWord *plwu_board_words (PlwuBoardScreen screen, guint *ret_n);

/* plwu-board-side.c */

/**
 * plwu_board_create_side:
 *
 * Creates votes, comments and the list of words: what is beside the pictures.
 */
void plwu_board_create_side (PlwuBoardView *self);

/**
 * plwu_board_show_side:
 *
 * Has comments follow the screen, and either the list of words or the screen be seen.
 */
void plwu_board_show_side (PlwuBoardView *self);

G_END_DECLS
