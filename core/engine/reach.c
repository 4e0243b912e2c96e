/* reach.c: sending flow from one node of a network to another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks from both ends in turn, so that "there is no way" costs no more than
 * twice the smaller of the two sides.
 */
#include "engine/network.h"

/* One end's walk; `current` holds the arc by which each node was come upon. */
typedef struct
{
  int32_t *nodes;
  int32_t n_nodes;
  int32_t done;
  uint32_t mark;
  bool against; /* the direction of the arcs */
} Side;

static void
mark_node (PlwNetwork *network, Side *side, int32_t node, int32_t arc)
{
  network->seen[node] = side->mark;
  network->current[node] = arc;
  side->nodes[side->n_nodes++] = node;
}

/* Looks around one more node. Returns the arc on which the sides meet, or -1. */
static int32_t
widen (PlwNetwork *network, Side *side, uint32_t other_mark)
{
  int32_t node = side->nodes[side->done++];

  for (int32_t arc = network->first[node]; arc >= 0; arc = network->next[arc])
    {
      int32_t other = network->head[arc];
      int32_t along = side->against ? arc ^ 1 : arc;

      if (network->seen[other] == side->mark || network->region[other] != network->region[node]
          || network->room[along] <= 0)
        continue;
      if (network->seen[other] == other_mark)
        return along;
      mark_node (network, side, other, along);
    }
  return -1;
}

/* Carries @amount along the arcs from @from to @to that meet in @arc; first with
 * 0 to see how much they have room for.
 */
static PlwWide
carry (PlwNetwork *network, int32_t from, int32_t to, int32_t arc, PlwWide amount)
{
  PlwWide room = network->room[arc];

  network->room[arc] -= amount;
  network->room[arc ^ 1] += amount;
  for (int32_t node = network->head[arc ^ 1]; node != from;)
    {
      int32_t before = network->current[node];

      room = MIN (room, network->room[before]);
      network->room[before] -= amount;
      network->room[before ^ 1] += amount;
      node = network->head[before ^ 1];
    }
  for (int32_t node = network->head[arc]; node != to;)
    {
      int32_t after = network->current[node];

      room = MIN (room, network->room[after]);
      network->room[after] -= amount;
      network->room[after ^ 1] += amount;
      node = network->head[after];
    }
  return room;
}

PlwWide
plw_network_route (PlwNetwork *network, int32_t from, int32_t to, PlwWide most, int32_t new_region)
{
  Side after = { .nodes = network->givers, .mark = network->search + 1 };
  Side before = { .nodes = network->found, .mark = network->search + 2, .against = true };
  int32_t meeting = -1;

  g_return_val_if_fail (from != to && most > 0, 0);

  if (network->region[from] != network->region[to])
    return 0;
  network->search += 2;
  mark_node (network, &after, from, -1);
  mark_node (network, &before, to, -1);
  while (meeting < 0 && after.done < after.n_nodes && before.done < before.n_nodes)
    {
      meeting = widen (network, &after, before.mark);
      if (meeting < 0)
        meeting = widen (network, &before, after.mark);
    }
  if (meeting >= 0)
    {
      PlwWide amount = MIN (most, carry (network, from, to, meeting, 0));

      carry (network, from, to, meeting, amount);
      return amount;
    }

  const Side *closed = after.done == after.n_nodes ? &after : &before;
  for (int32_t i = 0; i < closed->n_nodes; i++)
    network->region[closed->nodes[i]] = new_region;
  return 0;
}
