/* reach.c: whether one node of a network reaches another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks from both ends in turn, so that a "no" costs no more than twice the
 * smaller of the two sides.
 */
#include "engine/network.h"

typedef struct
{
  int32_t *nodes;
  int32_t n_nodes;
  int32_t done;
  uint32_t mark;
  bool against; /* the direction of the arcs */
} Side;

static void
mark_node (PlwNetwork *network, Side *side, int32_t node)
{
  network->seen[node] = side->mark;
  side->nodes[side->n_nodes++] = node;
}

/* Looks around one more node. Returns whether the other side has been met. */
static bool
widen (PlwNetwork *network, Side *side, uint32_t other_mark)
{
  int32_t node = side->nodes[side->done++];

  for (int32_t arc = network->first[node]; arc >= 0; arc = network->next[arc])
    {
      int32_t other = network->head[arc];

      if (network->seen[other] == side->mark || network->region[other] != network->region[node]
          || network->room[side->against ? arc ^ 1 : arc] <= 0)
        continue;
      if (network->seen[other] == other_mark)
        return true;
      mark_node (network, side, other);
    }
  return false;
}

bool
plw_network_reaches (PlwNetwork *network, int32_t from, int32_t to, int32_t new_region)
{
  Side after = { .nodes = network->givers, .mark = network->search + 1 };
  Side before = { .nodes = network->found, .mark = network->search + 2, .against = true };

  g_return_val_if_fail (from != to, true);

  if (network->region[from] != network->region[to])
    return false;
  network->search += 2;
  mark_node (network, &after, from);
  mark_node (network, &before, to);
  while (after.done < after.n_nodes && before.done < before.n_nodes)
    if (widen (network, &after, before.mark) || widen (network, &before, after.mark))
      return true;

  const Side *closed = after.done == after.n_nodes ? &after : &before;
  for (int32_t i = 0; i < closed->n_nodes; i++)
    network->region[closed->nodes[i]] = new_region;
  return false;
}
