/* links.h: which pot may pay for which use under a policy (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"

G_BEGIN_DECLS

/* The first rule that stops a pot from paying for a use. */
typedef enum
{
  PLW_RULE_NONE,
  PLW_RULE_KIND,
  PLW_RULE_RINGFENCE,
} PlwRule;

/**
 * plw_policy_fences:
 * @policy: `today`, `placemaking` or a code of `policies`
 * @ret_falls: (array length=n_pots): whether the pot's fence falls
 *
 * Returns: false where there is no such policy
 */
bool plw_policy_fences (const PlwModel *model, const char *policy, bool *ret_falls);

/**
 * plw_link_rule:
 * @falls: whether the pot's fence falls under the policy
 * @ret_share_cap: (out): the most of the use's need the pot may pay, in
 *   billionths of a percent; -1: no cap. Untouched where a rule stops it.
 */
PlwRule plw_link_rule (const PlwModel *model,
                       const PlwPot *pot,
                       const PlwModelUse *use,
                       bool falls,
                       int64_t *ret_share_cap);

G_END_DECLS
