/* network.c: maximum flow by blocking flows (Dinic 1970), searched from the wants.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search runs backwards from the wants and stops at the first layer where
 * enough to give has been found: where money is plentiful a push touches only
 * the neighbourhood of the uses it is for.
 */
#include "engine/network.h"

#include <string.h>

static void
reserve_nodes (PlwNetwork *network, int32_t size)
{
  network->nodes_size = size;
  network->first = g_renew (int32_t, network->first, size);
  network->region = g_renew (int32_t, network->region, size);
  network->level = g_renew (int32_t, network->level, size);
  network->current = g_renew (int32_t, network->current, size);
  network->seen = g_renew (uint32_t, network->seen, size);
  network->give = g_renew (PlwWide, network->give, size);
  network->want = g_renew (PlwWide, network->want, size);
  network->found = g_renew (int32_t, network->found, size);
  network->givers = g_renew (int32_t, network->givers, size);
}

static void
reserve_arcs (PlwNetwork *network, int32_t size)
{
  network->arcs_size = size;
  network->head = g_renew (int32_t, network->head, size);
  network->next = g_renew (int32_t, network->next, size);
  network->room = g_renew (PlwWide, network->room, size);
}

PlwNetwork *
plw_network_new (size_t n_nodes, size_t n_arcs)
{
  PlwNetwork *network = g_new0 (PlwNetwork, 1);

  reserve_nodes (network, (int32_t) CLAMP (n_nodes, 64, G_MAXINT32 / 4));
  reserve_arcs (network, (int32_t) CLAMP (n_arcs * 2, 64, G_MAXINT32 / 4));
  return network;
}

void
plw_network_free (PlwNetwork *network)
{
  if (network == NULL)
    return;
  g_free (network->first);
  g_free (network->region);
  g_free (network->level);
  g_free (network->current);
  g_free (network->seen);
  g_free (network->give);
  g_free (network->want);
  g_free (network->head);
  g_free (network->next);
  g_free (network->room);
  g_free (network->found);
  g_free (network->givers);
  g_free (network);
}

int32_t
plw_network_add_node (PlwNetwork *network)
{
  int32_t node = network->n_nodes++;

  if (node >= network->nodes_size)
    reserve_nodes (network, network->nodes_size * 2);
  network->first[node] = -1;
  network->region[node] = 0;
  network->level[node] = 0;
  network->current[node] = -1;
  network->seen[node] = 0;
  network->give[node] = 0;
  network->want[node] = 0;
  return node;
}

static void
put_arc (PlwNetwork *network, int32_t arc, int32_t from, int32_t to, PlwWide room)
{
  network->head[arc] = to;
  network->room[arc] = room;
  network->next[arc] = network->first[from];
  network->first[from] = arc;
}

int32_t
plw_network_add_arc (PlwNetwork *network, int32_t from, int32_t to, PlwWide room)
{
  int32_t arc = network->n_arcs;

  g_assert (from >= 0 && from < network->n_nodes && to >= 0 && to < network->n_nodes && from != to);
  g_assert (room >= 0);

  if (arc + 2 > network->arcs_size)
    reserve_arcs (network, network->arcs_size * 2);
  network->n_arcs += 2;
  put_arc (network, arc, from, to, room);
  put_arc (network, arc + 1, to, from, 0);
  return arc;
}

static void
find_node (PlwNetwork *network, int32_t node, int32_t level)
{
  network->seen[node] = network->search;
  network->level[node] = level;
  network->current[node] = network->first[node];
  network->found[network->n_found++] = node;
  if (network->give[node] > 0)
    network->givers[network->n_givers++] = node;
}

static void
find_before (PlwNetwork *network, int32_t region, int32_t node)
{
  for (int32_t arc = network->first[node]; arc >= 0; arc = network->next[arc])
    {
      int32_t before = network->head[arc];

      if (network->seen[before] != network->search && network->room[arc ^ 1] > 0
          && network->region[before] == region)
        find_node (network, before, network->level[node] + 1);
    }
}

/* Finds, layer by layer, what can reach an unmet want, and what there is to give
 * among it.
 */
static void
search (PlwNetwork *network, int32_t region, const int32_t *takers, size_t n_takers)
{
  PlwWide wanted = 0;
  PlwWide offered = 0;
  int32_t counted = 0;

  network->search++;
  network->n_found = 0;
  network->n_givers = 0;
  for (size_t i = 0; i < n_takers; i++)
    if (network->want[takers[i]] > 0 && network->region[takers[i]] == region
        && network->seen[takers[i]] != network->search)
      {
        wanted += network->want[takers[i]];
        find_node (network, takers[i], 0);
      }

  int32_t layer = 0;
  for (int32_t i = 0; i < network->n_found; i++)
    {
      int32_t node = network->found[i];

      if (network->level[node] > layer)
        {
          layer = network->level[node];
          for (; counted < network->n_givers; counted++)
            offered += network->give[network->givers[counted]];
          if (offered >= wanted)
            break;
        }
      find_before (network, region, node);
    }
}

/* Sends up to @amount on from @node along falling levels. */
static PlwWide
advance (PlwNetwork *network, int32_t node, PlwWide amount)
{
  PlwWide sent = MIN (network->want[node], amount);

  network->want[node] -= sent;
  if (sent == amount || network->level[node] == 0)
    return sent;
  for (int32_t arc = network->current[node]; arc >= 0; arc = network->next[arc])
    {
      int32_t after = network->head[arc];

      network->current[node] = arc;
      if (network->room[arc] <= 0 || network->seen[after] != network->search
          || network->level[after] != network->level[node] - 1)
        continue;

      PlwWide part = advance (network, after, MIN (amount - sent, network->room[arc]));
      network->room[arc] -= part;
      network->room[arc ^ 1] += part;
      sent += part;
      if (sent == amount)
        return sent;
    }
  network->current[node] = -1;
  return sent;
}

/* One round: as much as can be moved along shortest ways. Moves nothing only
 * where nothing can be moved.
 */
static PlwWide
push_once (PlwNetwork *network, int32_t region, const int32_t *takers, size_t n_takers)
{
  PlwWide moved = 0;

  search (network, region, takers, n_takers);
  for (int32_t i = 0; i < network->n_givers; i++)
    {
      int32_t giver = network->givers[i];
      PlwWide part = advance (network, giver, network->give[giver]);

      network->give[giver] -= part;
      moved += part;
    }
  return moved;
}

PlwWide
plw_network_push (PlwNetwork *network, int32_t region, const int32_t *takers, size_t n_takers)
{
  PlwWide moved = 0;

  for (PlwWide part = 1; part > 0; moved += part)
    part = push_once (network, region, takers, n_takers);
  return moved;
}
