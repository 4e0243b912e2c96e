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

/* While links are worked out: what bars each pot from each use. @caps: by pot,
 * NULL where it has none.
 */
typedef struct
{
  uint8_t *bars; /* [rank of pot][use] */
  int64_t **caps;
  guint *hashes;  /* by use: of all that bars it */
  bool *has_caps; /* by use */
} Matrix;

static void
note_fence (const PlwModel *model, const PlwFence *fence, uint8_t *bars, int64_t **caps)
{
  int64_t cap = fence->share_cap >= PLW_WHOLE ? -1 : fence->share_cap;

  if (cap >= 0 && *caps == NULL)
    {
      *caps = g_new (int64_t, model->n_uses);
      memset (*caps, 0xff, model->n_uses * sizeof **caps); /* -1: none */
    }
  for (size_t u = 0; fence->named != UINT32_MAX && u < model->n_uses; u++)
    {
      if (model->uses[u].names[fence->kind] != fence->named)
        continue;
      /* Of several rows the most generous counts; no cap is the most generous. */
      if (*caps != NULL && bars[u] & PLW_FREE_RINGFENCE)
        (*caps)[u] = cap;
      else if (*caps != NULL && (*caps)[u] >= 0)
        (*caps)[u] = cap < 0 ? -1 : MAX (cap, (*caps)[u]);
      bars[u] &= (uint8_t) ~PLW_FREE_RINGFENCE;
    }
}

/* What one pot's rows say to every use. */
static void
add_pot (const PlwModel *model, const Matrix *matrix, size_t rank)
{
  const PlwPot *pot = &model->pots[model->pot_at_rank[rank]];
  uint8_t *bars = &matrix->bars[rank * model->n_uses];
  uint8_t fence = pot->has_fences ? PLW_FREE_RINGFENCE : 0;

  for (size_t u = 0; u < model->n_uses; u++)
    bars[u] = (uint8_t) ((kind_allows (pot, &model->uses[u]) ? 0 : PLW_FREE_KIND) | fence);
  for (size_t f = pot->first_fence; f < pot->first_fence + pot->n_fences; f++)
    note_fence (model, &model->fences[f], bars, &matrix->caps[rank]);
  for (size_t u = 0; u < model->n_uses; u++)
    matrix->hashes[u] = matrix->hashes[u] * 33 + bars[u];
  for (size_t u = 0; matrix->caps[rank] != NULL && u < model->n_uses; u++)
    matrix->has_caps[u] = matrix->has_caps[u] || matrix->caps[rank][u] >= 0;
}

static bool
is_like (const PlwModel *model, const Matrix *matrix, size_t use, uint32_t class)
{
  const uint8_t *bars = &model->links.bars[class * model->n_pots];

  for (size_t k = 0; k < model->n_pots; k++)
    if (matrix->bars[k * model->n_uses + use] != bars[k])
      return false;
  return true;
}

static void
keep_class (PlwModel *model, const Matrix *matrix, size_t use)
{
  PlwLinks *links = &model->links;
  size_t first = links->n_classes++ * model->n_pots;

  for (size_t k = 0; k < model->n_pots; k++)
    {
      links->bars[first + k] = matrix->bars[k * model->n_uses + use];
      links->caps[first + k] = matrix->caps[k] != NULL ? matrix->caps[k][use] : -1;
    }
}

/* Numbers uses that are the same to every pot alike, in the order of the uses, and
 * keeps one row of the matrix for each. Caps are shares of one use's need, so a
 * use with one is a class of its own.
 */
static void
find_classes (PlwModel *model, const Matrix *matrix)
{
  PlwLinks *links = &model->links;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (size_t u = 0; u < model->n_uses; u++)
    {
      gpointer key = GUINT_TO_POINTER (matrix->hashes[u]);
      gpointer held;

      if (!matrix->has_caps[u] && g_hash_table_lookup_extended (seen, key, NULL, &held)
          && is_like (model, matrix, u, GPOINTER_TO_UINT (held)))
        {
          links->class_of_use[u] = GPOINTER_TO_UINT (held);
          continue;
        }
      if (!matrix->has_caps[u])
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (links->n_classes));
      links->class_of_use[u] = links->n_classes;
      keep_class (model, matrix, u);
    }
}

void
plw_model_add_links (PlwModel *model)
{
  PlwLinks *links = &model->links;
  size_t size = MAX (model->n_uses * model->n_pots, 1);
  g_autofree uint8_t *bars = g_new (uint8_t, size);
  g_autofree int64_t **caps = g_new0 (int64_t *, model->n_pots + 1);
  g_autofree guint *hashes = g_new0 (guint, model->n_uses);
  g_autofree bool *has_caps = g_new0 (bool, model->n_uses);
  Matrix matrix = { bars, caps, hashes, has_caps };

  links->class_of_use = g_new (uint32_t, model->n_uses);
  links->bars = g_new (uint8_t, size);
  links->caps = g_new (int64_t, size);
  for (size_t k = 0; k < model->n_pots; k++)
    add_pot (model, &matrix, k);
  find_classes (model, &matrix);
  for (size_t k = 0; k < model->n_pots; k++)
    g_free (caps[k]);
  links->bars = g_renew (uint8_t, links->bars, MAX (links->n_classes * model->n_pots, 1));
  links->caps = g_renew (int64_t, links->caps, MAX (links->n_classes * model->n_pots, 1));
}
