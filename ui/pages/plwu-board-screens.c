/* plwu-board-screens.c: the words of each question of the board view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-private.h"

static const PlwuWord words_where[] = { PLWU_WORD_NEED, PLWU_WORD_SHORTFALL, PLWU_WORD_POT,
                                        PLWU_WORD_CERTAINTY, PLWU_WORD_BUDGET };
static const PlwuWord words_changes[] = { PLWU_WORD_NEED, PLWU_WORD_PRESSURE, PLWU_WORD_SAVING,
                                          PLWU_WORD_PREVENTION, PLWU_WORD_KNOCK_ON };
static const PlwuWord words_short[] = { PLWU_WORD_SHORTFALL, PLWU_WORD_STATUTORY, PLWU_WORD_RING_FENCE };
static const PlwuWord words_one_pot[] = { PLWU_WORD_ONE_POT, PLWU_WORD_BUDGET, PLWU_WORD_RING_FENCE,
                                          PLWU_WORD_STRANDED, PLWU_WORD_LAPSE };
static const PlwuWord words_prevention[] = { PLWU_WORD_PREVENTION, PLWU_WORD_CASHABLE, PLWU_WORD_CAPACITY,
                                             PLWU_WORD_PAYBACK };
static const PlwuWord words_risks[] = { PLWU_WORD_STRUCTURAL_GAP, PLWU_WORD_CLIFF_EDGE, PLWU_WORD_RESERVE };
static const PlwuWord words_decisions[] = { PLWU_WORD_ONE_POT, PLWU_WORD_SCENARIO, PLWU_WORD_PARTNER,
                                            PLWU_WORD_QUORUM,  PLWU_WORD_ABSTAIN,  PLWU_WORD_VERSION };

#define WORDS(array)                                                                                         \
  {                                                                                                          \
    array, G_N_ELEMENTS (array)                                                                              \
  }

static const struct
{
  const PlwuWord *words;
  guint n_words;
} screens[] = {
  [PLWU_BOARD_WHERE_WE_ARE] = WORDS (words_where),    [PLWU_BOARD_WHAT_CHANGES] = WORDS (words_changes),
  [PLWU_BOARD_WHERE_SHORT] = WORDS (words_short),     [PLWU_BOARD_ONE_POT] = WORDS (words_one_pot),
  [PLWU_BOARD_PREVENTION] = WORDS (words_prevention), [PLWU_BOARD_RISKS] = WORDS (words_risks),
  [PLWU_BOARD_DECISIONS] = WORDS (words_decisions),
};

const PlwuWord *
plwu_board_words (PlwuBoardScreen screen, guint *ret_n)
{
  g_return_val_if_fail ((unsigned) screen < PLWU_BOARD_N_SCREENS, NULL);

  *ret_n = screens[screen].n_words;
  return screens[screen].words;
}
