/* links.c: which pot may pay for which use under a policy (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/links.h"

#include <string.h>

bool
plw_policy_fences (const PlwModel *model, const char *policy, bool *ret_falls)
{
  const PlwPlan *plan = model->plan;
  size_t row;

  for (size_t k = 0; k < model->n_pots; k++)
    ret_falls[k] = strcmp (policy, "placemaking") == 0 && model->pots[k].is_pooled;
  if (strcmp (policy, "today") == 0 || strcmp (policy, "placemaking") == 0)
    return true;
  if (!plw_plan_find_key (plan, PLW_TABLE_POLICIES, policy, &row))
    return false;
  for (size_t k = 0; k < model->n_pots; k++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", policy, model->pots[k].code);

      ret_falls[k] = plw_plan_find_key (plan, PLW_TABLE_POLICY_POTS, key, &row);
    }
  return true;
}

static bool
kind_allows (const PlwPot *pot, const PlwModelUse *use)
{
  if (use->part == PLW_PART_REVENUE)
    return pot->kind == PLW_POT_REVENUE || pot->may_fund_revenue;
  return pot->kind == PLW_POT_CAPITAL || use->revenue_may_pay;
}

static bool
fence_names (const PlwFence *fence, const PlwModelUse *use)
{
  if (fence->named == UINT32_MAX)
    return false;
  switch (fence->kind)
    {
    case PLW_FENCE_LINE:
      return fence->named == use->line;
    case PLW_FENCE_GROUP:
      return fence->named == use->group;
    case PLW_FENCE_PROJECT:
      return fence->named == use->project;
    case PLW_FENCE_PROGRAMME:
      return fence->named == use->programme;
    case PLW_FENCE_PARTNER:
    default:
      return fence->named == use->partner;
    }
}

PlwRule
plw_link_rule (const PlwModel *model,
               const PlwPot *pot,
               const PlwModelUse *use,
               bool falls,
               int64_t *ret_share_cap)
{
  bool is_named = false;
  int64_t share_cap = -1;

  if (!falls && !kind_allows (pot, use))
    return PLW_RULE_KIND;
  for (size_t f = pot->first_fence; f < pot->first_fence + pot->n_fences; f++)
    {
      const PlwFence *fence = &model->fences[f];

      if (!fence_names (fence, use))
        continue;
      /* Of several rows the most generous counts; no cap is the most generous. */
      if (!is_named)
        share_cap = fence->share_cap;
      else if (share_cap >= 0)
        share_cap = fence->share_cap < 0 ? -1 : MAX (share_cap, fence->share_cap);
      is_named = true;
    }
  if (!falls && pot->has_fences && !is_named)
    return PLW_RULE_RINGFENCE;
  *ret_share_cap = share_cap >= PLW_WHOLE ? -1 : share_cap;
  return PLW_RULE_NONE;
}
