/* grouping.c: uses that the same pots reach, pots that reach the same uses.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/allocation-private.h"

#include <string.h>

static bool
has_cap (const PlwAllocUse *use)
{
  for (size_t i = 0; i < use->n_links; i++)
    if (use->links[i].share_cap >= 0)
      return true;
  return false;
}

/* A key that is equal for what may share a node. */
static GBytes *
key_of_use (const PlwAllocUse *use, uint32_t index)
{
  if (has_cap (use))
    return g_bytes_new (&index, sizeof index); /* caps are shares of one use's need */

  GByteArray *key = g_byte_array_new ();
  guint8 mark = 1;

  g_byte_array_append (key, &mark, 1);
  for (size_t i = 0; i < use->n_links; i++)
    g_byte_array_append (key, (const guint8 *) &use->links[i].pot, sizeof use->links[i].pot);
  return g_byte_array_free_to_bytes (key);
}

/* Numbers equal keys alike, in order of first appearance. */
static size_t
number_keys (GPtrArray *keys, uint32_t *ret_numbers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_bytes_hash, g_bytes_equal);

  for (guint i = 0; i < keys->len; i++)
    {
      gpointer found;

      if (!g_hash_table_lookup_extended (seen, keys->pdata[i], NULL, &found))
        {
          found = GUINT_TO_POINTER (g_hash_table_size (seen));
          g_hash_table_insert (seen, keys->pdata[i], found);
        }
      ret_numbers[i] = GPOINTER_TO_UINT (found);
    }
  return g_hash_table_size (seen);
}

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
group_uses (PlwAllocation *allocation)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (free_bytes);

  for (size_t u = 0; u < allocation->n_uses; u++)
    g_ptr_array_add (keys, key_of_use (&allocation->uses[u], (uint32_t) u));
  allocation->group_of_use = g_new (uint32_t, MAX (allocation->n_uses, 1));
  allocation->n_groups = number_keys (keys, allocation->group_of_use);
  allocation->groups = g_new0 (PlwAllocGroup, MAX (allocation->n_groups, 1));
  for (size_t u = 0; u < allocation->n_uses; u++)
    allocation->groups[allocation->group_of_use[u]].n_uses++;
  for (size_t g = 0; g < allocation->n_groups; g++)
    {
      allocation->groups[g].uses = g_new (uint32_t, allocation->groups[g].n_uses);
      allocation->groups[g].n_uses = 0;
    }
  for (size_t u = 0; u < allocation->n_uses; u++)
    {
      PlwAllocGroup *group = &allocation->groups[allocation->group_of_use[u]];

      group->uses[group->n_uses++] = (uint32_t) u;
      group->links = allocation->uses[u].links;
      group->n_links = allocation->uses[u].n_links;
      for (size_t i = 0; i < allocation->uses[u].n_links; i++)
        allocation->reach[allocation->uses[u].links[i].pot]++;
    }
}

static void
number_hubs (PlwAllocation *allocation, GArray **reached)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (free_bytes);

  for (size_t k = 0; k < allocation->n_pots; k++)
    g_ptr_array_add (keys, g_bytes_new (reached[k]->data, reached[k]->len * sizeof (uint32_t)));
  allocation->hub_of_pot = g_new (uint32_t, MAX (allocation->n_pots, 1));
  allocation->n_hubs = number_keys (keys, allocation->hub_of_pot);
  allocation->hubs = g_new0 (PlwAllocHub, MAX (allocation->n_hubs, 1));
}

static void
group_pots (PlwAllocation *allocation)
{
  g_autofree GArray **reached = g_new (GArray *, MAX (allocation->n_pots, 1));

  for (size_t k = 0; k < allocation->n_pots; k++)
    reached[k] = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  for (uint32_t g = 0; g < allocation->n_groups; g++)
    for (size_t i = 0; i < allocation->groups[g].n_links; i++)
      if (allocation->groups[g].links[i].share_cap < 0)
        g_array_append_val (reached[allocation->groups[g].links[i].pot], g);
  number_hubs (allocation, reached);

  for (size_t k = 0; k < allocation->n_pots; k++)
    allocation->hubs[allocation->hub_of_pot[k]].n_pots++;
  for (size_t h = 0; h < allocation->n_hubs; h++)
    {
      allocation->hubs[h].pots = g_new (uint32_t, allocation->hubs[h].n_pots);
      allocation->hubs[h].n_pots = 0;
    }
  for (size_t k = 0; k < allocation->n_pots; k++)
    {
      PlwAllocHub *hub = &allocation->hubs[allocation->hub_of_pot[k]];

      hub->pots[hub->n_pots++] = (uint32_t) k;
      if (hub->groups == NULL)
        {
          hub->n_groups = reached[k]->len;
          hub->groups = g_memdup2 (reached[k]->data, reached[k]->len * sizeof (uint32_t));
        }
      g_array_unref (reached[k]);
    }
}

void
plw_allocation_group (PlwAllocation *allocation)
{
  allocation->reach = g_new0 (uint32_t, MAX (allocation->n_pots, 1));
  group_uses (allocation);
  group_pots (allocation);
}
