/* links.c: which pot may pay for which use under a policy (model, section 4).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/links.h"

#include <string.h>

bool
plw_policy_freedoms (const PlwModel *model, const char *policy, uint8_t *ret_freedoms)
{
  const PlwPlan *plan = model->plan;
  bool is_placemaking = strcmp (policy, "placemaking") == 0;
  size_t row;

  for (size_t k = 0; k < model->n_pots; k++)
    ret_freedoms[k] = is_placemaking && model->pots[k].is_pooled ? PLW_FREE_OF_FENCES : 0;
  if (strcmp (policy, "today") == 0 || is_placemaking)
    return true;
  if (!plw_plan_find_key (plan, PLW_TABLE_POLICIES, policy, &row))
    return false;
  for (size_t k = 0; k < model->n_pots; k++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", policy, model->pots[k].code);

      if (plw_plan_find_key (plan, PLW_TABLE_POLICY_POTS, key, &row))
        ret_freedoms[k] = PLW_FREE_OF_FENCES;
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

/* What one pot's rows say to every use. @bars and @caps are strided by use. */
static void
add_pot (const PlwModel *model, const PlwPot *pot, uint8_t *bars, int64_t *caps)
{
  size_t stride = model->n_pots;

  for (size_t u = 0; u < model->n_uses; u++)
    {
      bars[u * stride] = (uint8_t) ((kind_allows (pot, &model->uses[u]) ? 0 : PLW_FREE_KIND)
                                    | (pot->has_fences ? PLW_FREE_RINGFENCE : 0));
      caps[u * stride] = -1;
    }
  for (size_t f = pot->first_fence; f < pot->first_fence + pot->n_fences; f++)
    {
      const PlwFence *fence = &model->fences[f];
      int64_t cap = fence->share_cap >= PLW_WHOLE ? -1 : fence->share_cap;

      for (size_t u = 0; fence->named != UINT32_MAX && u < model->n_uses; u++)
        {
          if (model->uses[u].names[fence->kind] != fence->named)
            continue;
          /* Of several rows the most generous counts; no cap is the most generous. */
          if (bars[u * stride] & PLW_FREE_RINGFENCE)
            caps[u * stride] = cap;
          else if (caps[u * stride] >= 0)
            caps[u * stride] = cap < 0 ? -1 : MAX (cap, caps[u * stride]);
          bars[u * stride] &= (uint8_t) ~PLW_FREE_RINGFENCE;
        }
    }
}

/* Caps are shares of one use's need: a use with one is a class of its own. */
static bool
has_cap (const PlwModel *model, const int64_t *caps)
{
  for (size_t k = 0; k < model->n_pots; k++)
    if (caps[k] >= 0)
      return true;
  return false;
}

static guint
hash_bars (const uint8_t *bars, size_t n)
{
  guint hash = 5381;

  for (size_t i = 0; i < n; i++)
    hash = hash * 33 + bars[i];
  return hash;
}

/* Numbers uses that are the same to every pot alike, in the order of the uses,
 * and keeps one row of the matrices for each.
 */
static void
find_classes (PlwModel *model, uint8_t *bars, int64_t *caps)
{
  PlwLinks *links = &model->links;
  size_t width = model->n_pots;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (size_t u = 0; u < model->n_uses; u++)
    {
      guint hash = hash_bars (&bars[u * width], width);
      uint32_t class = links->n_classes;
      gpointer held;

      if (!has_cap (model, &caps[u * width]))
        {
          if (g_hash_table_lookup_extended (seen, GUINT_TO_POINTER (hash), NULL, &held)
              && memcmp (&bars[GPOINTER_TO_UINT (held) * width], &bars[u * width], width) == 0)
            class = GPOINTER_TO_UINT (held);
          else
            g_hash_table_insert (seen, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (class));
        }
      links->class_of_use[u] = class;
      if (class < links->n_classes)
        continue;
      memmove (&bars[class * width], &bars[u * width], width * sizeof *bars);
      memmove (&caps[class * width], &caps[u * width], width * sizeof *caps);
      links->n_classes++;
    }
}

void
plw_model_add_links (PlwModel *model)
{
  PlwLinks *links = &model->links;
  size_t size = MAX (model->n_uses * model->n_pots, 1);

  links->class_of_use = g_new (uint32_t, model->n_uses);
  links->bars = g_new (uint8_t, size);
  links->caps = g_new (int64_t, size);
  for (size_t k = 0; k < model->n_pots; k++)
    add_pot (model, &model->pots[model->pot_at_rank[k]], &links->bars[k], &links->caps[k]);
  find_classes (model, links->bars, links->caps);
  links->bars = g_renew (uint8_t, links->bars, MAX (links->n_classes * model->n_pots, 1));
  links->caps = g_renew (int64_t, links->caps, MAX (links->n_classes * model->n_pots, 1));
}
