/* links.h: which pot may pay for which use under a policy (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules that bar a pot from a use are worked out once for a plan
 * (PlwModel.links); a policy, or a question about a rule, then only says from
 * which rules each pot is free.
 */
#pragma once

#include "engine/model.h"

G_BEGIN_DECLS

/* Rules that a pot can be freed from, as bits. The first two are what bars it
 * from a use altogether, in the order in which the first rule is named.
 */
typedef enum
{
  PLW_FREE_KIND = 1 << 0,
  PLW_FREE_RINGFENCE = 1 << 1,
  PLW_FREE_SHARE_CAP = 1 << 2,
  PLW_FREE_LIMIT = 1 << 3,
  PLW_FREE_YEAR_END = 1 << 4, /* what is unspent stays, without limit */
  PLW_FREE_MINIMUM = 1 << 5,
  PLW_FREE_ALL = (1 << 6) - 1,
} PlwFreedom;

#define PLW_FREE_OF_FENCES (PLW_FREE_KIND | PLW_FREE_RINGFENCE)

/**
 * plw_policy_freedoms:
 * @policy: `today`, `placemaking` or a code of `policies`
 * @ret_freedoms: (array length=n_pots): by pot, what the policy frees it from
 *
 * Returns: false where there is no such policy
 */
bool plw_policy_freedoms (const PlwModel *model, const char *policy, uint8_t *ret_freedoms);

/**
 * plw_link_bars:
 * Returns: the rules that bar the pot from the use (PLW_FREE_KIND and
 *   PLW_FREE_RINGFENCE bits), whatever the policy
 */
static inline uint8_t
plw_link_bars (const PlwModel *model, size_t pot, size_t use)
{
  return model->links.bars[model->links.class_of_use[use] * model->n_pots + model->rank_of_pot[pot]];
}

/**
 * plw_link_cap:
 * Returns: the most of the use's need the pot may pay in a year, in billionths of
 *   a percent; -1: no cap
 */
static inline int64_t
plw_link_cap (const PlwModel *model, size_t pot, size_t use)
{
  return model->links.caps[model->links.class_of_use[use] * model->n_pots + model->rank_of_pot[pot]];
}

G_END_DECLS
