/* plwu-board-answers.h: the questions of a board, answered by a result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuBoardScreen: the questions, in their order.
 */
typedef enum
{
  PLWU_BOARD_WHERE_WE_ARE,
  PLWU_BOARD_WHAT_CHANGES,
  PLWU_BOARD_WHERE_SHORT,
  PLWU_BOARD_ONE_POT,
  PLWU_BOARD_PREVENTION,
  PLWU_BOARD_RISKS,
  PLWU_BOARD_DECISIONS,
  PLWU_BOARD_N_SCREENS,
} PlwuBoardScreen;

/**
 * plwu_board_question:
 * Returns: (transfer none): what the screen is about
 */
const char *plwu_board_question (PlwuBoardScreen screen);

/**
 * plwu_board_about:
 * Returns: (transfer none): the same untranslated, as comments keep it
 */
const char *plwu_board_about (PlwuBoardScreen screen);

/**
 * plwu_board_create_drawing:
 * Returns: (transfer full): the screen's picture, not yet filled
 */
PlwuDrawing *plwu_board_create_drawing (PlwuBoardScreen screen) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_board_show:
 * @drawing: made for the screen
 * @result: of the policy shown
 * @today, @pooled: of the two policies that are compared
 *
 * Fills the screen's picture.
 *
 * Returns: (transfer full): the answer in a sentence or a few
 */
char *plwu_board_show (PlwuBoardScreen screen,
                       PlwuDrawing *drawing,
                       const PlwResult *result,
                       const PlwResult *today,
                       const PlwResult *pooled) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
