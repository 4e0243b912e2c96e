/* plwu-words.h: what the words of the planner mean.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlwuWord: a word of the planner that not everybody uses.
 */
typedef enum
{
  PLWU_WORD_NEED,
  PLWU_WORD_SHORTFALL,
  PLWU_WORD_POT,
  PLWU_WORD_RING_FENCE,
  PLWU_WORD_CERTAINTY,
  PLWU_WORD_PRESSURE,
  PLWU_WORD_SAVING,
  PLWU_WORD_KNOCK_ON,
  PLWU_WORD_STATUTORY,
  PLWU_WORD_ONE_POT,
  PLWU_WORD_STRANDED,
  PLWU_WORD_PREVENTION,
  PLWU_WORD_CASHABLE,
  PLWU_WORD_CAPACITY,
  PLWU_WORD_PAYBACK,
  PLWU_WORD_RESERVE,
  PLWU_WORD_STRUCTURAL_GAP,
  PLWU_WORD_CLIFF_EDGE,
  PLWU_WORD_SCENARIO,
  PLWU_WORD_BUDGET,
  PLWU_WORD_LAPSE,
  PLWU_WORD_REVENUE,
  PLWU_WORD_CAPITAL,
  PLWU_WORD_ASSUMPTION,
  PLWU_WORD_PARTNER,
  PLWU_WORD_QUORUM,
  PLWU_WORD_ABSTAIN,
  PLWU_WORD_VERSION,
  PLWU_N_WORDS,
} PlwuWord;

/**
 * plwu_word_name, plwu_word_meaning:
 * Returns: (transfer none)
 */
const char *plwu_word_name (PlwuWord word);
const char *plwu_word_meaning (PlwuWord word);

G_END_DECLS
