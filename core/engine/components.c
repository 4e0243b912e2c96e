/* components.c: which nodes of a network lie on cycles together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strongly connected components by two depth-first walks (Kosaraju, Sharir
 * 1981), without recursion: `level` holds the path, `current` where each node's
 * walk stands.
 */
#include "engine/network.h"

/* Walks along arcs with room, or against them, from @start over nodes not yet
 * seen, and appends them to @order as the walk leaves them.
 */
static void
walk (PlwNetwork *network, int32_t start, bool against, int32_t *order, int32_t *n_order)
{
  int32_t *path = network->level;
  int32_t length = 0;

  network->seen[start] = network->search;
  network->current[start] = network->first[start];
  path[length++] = start;
  while (length > 0)
    {
      int32_t node = path[length - 1];
      int32_t arc = network->current[node];

      if (arc < 0)
        {
          order[(*n_order)++] = node;
          length--;
          continue;
        }
      network->current[node] = network->next[arc];

      int32_t other = network->head[arc];
      if (network->seen[other] == network->search || network->room[against ? arc ^ 1 : arc] <= 0)
        continue;
      network->seen[other] = network->search;
      network->current[other] = network->first[other];
      path[length++] = other;
    }
}

int32_t
plw_network_find_components (PlwNetwork *network)
{
  g_autofree int32_t *order = g_new (int32_t, MAX (network->n_nodes, 1));
  int32_t *members = network->found;
  int32_t n_order = 0;
  int32_t n_components = 0;

  network->search++;
  for (int32_t i = 0; i < network->n_nodes; i++)
    if (network->seen[i] != network->search)
      walk (network, i, false, order, &n_order);
  network->search++;
  for (int32_t i = n_order; i-- > 0;)
    {
      int32_t n_members = 0;

      if (network->seen[order[i]] == network->search)
        continue;
      walk (network, order[i], true, members, &n_members);
      for (int32_t m = 0; m < n_members; m++)
        network->region[members[m]] = n_components;
      n_components++;
    }
  return n_components;
}
