/* grouping.c: uses that the same pots reach, pots that reach the same uses.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/allocation-private.h"

#include <string.h>

static bool
has_cap (const PlwAllocReach *reach)
{
  for (size_t i = 0; i < reach->n_links; i++)
    if (reach->links[i].share_cap >= 0)
      return true;
  return false;
}

/* A key that is equal for what may share a node. */
static GBytes *
key_of_reach (const PlwAllocReach *reach, uint32_t index)
{
  uint32_t *key;

  if (has_cap (reach))
    return g_bytes_new (&index, 3); /* caps are shares of one use's need; no other key has three bytes */

  key = g_new (uint32_t, reach->n_links + 1);
  key[0] = 0;
  for (size_t i = 0; i < reach->n_links; i++)
    key[i + 1] = reach->links[i].pot;
  return g_bytes_new_take (key, (reach->n_links + 1) * sizeof *key);
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
number_groups (PlwAllocation *allocation)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (free_bytes);
  g_autofree uint32_t *group_of_reach = g_new (uint32_t, MAX (allocation->n_reaches, 1));

  for (size_t r = 0; r < allocation->n_reaches; r++)
    g_ptr_array_add (keys, key_of_reach (&allocation->reaches[r], (uint32_t) r));
  size_t n_keys = number_keys (keys, group_of_reach);
  g_autofree uint32_t *number = g_new (uint32_t, MAX (n_keys, 1));

  /* Numbered again by their first use, so that no order of rows shows. */
  memset (number, 0xff, n_keys * sizeof *number);
  allocation->group_of_use = g_new (uint32_t, MAX (allocation->n_uses, 1));
  for (size_t u = 0; u < allocation->n_uses; u++)
    {
      uint32_t *held = &number[group_of_reach[allocation->reach_of_use[u]]];

      if (*held == UINT32_MAX)
        *held = (uint32_t) allocation->n_groups++;
      allocation->group_of_use[u] = *held;
    }
}

static void
group_uses (PlwAllocation *allocation)
{
  number_groups (allocation);
  allocation->groups = g_new0 (PlwAllocGroup, MAX (allocation->n_groups, 1));
  for (size_t u = 0; u < allocation->n_uses; u++)
    allocation->groups[allocation->group_of_use[u]].n_uses++;
  for (size_t g = 0; g < allocation->n_groups; g++)
    {
      allocation->groups[g].uses = g_new (uint32_t, MAX (allocation->groups[g].n_uses, 1));
      allocation->groups[g].n_uses = 0;
    }
  for (size_t u = 0; u < allocation->n_uses; u++)
    {
      PlwAllocGroup *group = &allocation->groups[allocation->group_of_use[u]];
      const PlwAllocReach *reach = &allocation->reaches[allocation->reach_of_use[u]];

      group->uses[group->n_uses++] = (uint32_t) u;
      group->links = reach->links;
      group->n_links = reach->n_links;
    }
  for (size_t g = 0; g < allocation->n_groups; g++)
    for (size_t i = 0; i < allocation->groups[g].n_links; i++)
      allocation->reach[allocation->groups[g].links[i].pot] += allocation->groups[g].n_uses;
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
