/* fragmentation.h: the questions behind what the rules on money cost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/links.h"
#include "engine/study-private.h"

#include <placewright/fragmentation.h>

G_BEGIN_DECLS

/* A family's bit in a set is the freedom from it. */
G_STATIC_ASSERT (PLW_FREE_KIND == 1 << PLW_RULE_KIND && PLW_FREE_RINGFENCE == 1 << PLW_RULE_RINGFENCE
                 && PLW_FREE_SHARE_CAP == 1 << PLW_RULE_SHARE_CAP && PLW_FREE_LIMIT == 1 << PLW_RULE_LIMIT
                 && PLW_FREE_YEAR_END == 1 << PLW_RULE_YEAR_END
                 && PLW_FREE_MINIMUM == 1 << PLW_RULE_MINIMUM_BALANCE);

/**
 * PlwQuestion: what would be short if pots were free from some rules?
 * @keep: whether the shortfalls are wanted, not just their total
 * @shortfalls: [use][year]: pence
 */
typedef struct
{
  uint8_t *freedoms; /* by pot */
  bool keep;
  PlwRung rung;
  int64_t *shortfalls;
  int64_t total;
} PlwQuestion;

struct _PlwFragmentation
{
  PlwStudy *study;      /* whose it is */
  GPtrArray *questions; /* of PlwQuestion, owned: coalitions, then rungs */
  guint first_rung;
  GArray *rungs; /* of PlwRung, ranked */

  unsigned active; /* families that pooled pots know */
  const PlwQuestion *coalitions[1 << PLW_N_RULES];
  int64_t *parts[PLW_N_RULES]; /* [use][year] */
  int64_t *pooling_kind;       /* [use][year]: the part of kind in what pooling gains */
};

/* ask.c: answers all questions, with as many threads as there are processors.
 * Returns false where @progress asked to stop.
 */
bool plw_ask_all (PlwStudy *study, GPtrArray *questions, PlwProgressFunc progress, void *data);

/* shapley.c: fills the parts. */
void plw_fragmentation_split (PlwFragmentation *fragmentation);

/* The shortfall, pence, of a use in a year were pooled pots free of the rules of @set. */
int64_t plw_fragmentation_freed (const PlwFragmentation *fragmentation,
                                 unsigned set,
                                 size_t use,
                                 size_t year);

/* The part of @rule among the rules of @players before it is rounded, pence. */
double plw_fragmentation_exact_part (const PlwFragmentation *fragmentation,
                                     unsigned players,
                                     PlwRule rule,
                                     size_t use,
                                     size_t year);

G_END_DECLS
