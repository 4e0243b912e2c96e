/* network.h: a flow network that grows, and pushing money through it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Capacities are exact 128-bit integers, so that a question about fair shares
 * can be asked in units of a fraction of a penny (see fair.c) with the very
 * code that moves whole pence. Nothing here rounds.
 *
 * Every node has a region; a push stays inside one region. Region 0 is the live
 * part of the network: nodes that unspent money may still reach.
 */
#pragma once

#include <glib.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef __int128 PlwWide;

/* More than all money there is; small enough to be multiplied by all of it. */
#define PLW_NETWORK_FREE ((PlwWide) 1 << 60)

/**
 * PlwNetwork:
 * @head, @next, @room: by arc: where it leads, the next arc of the same tail,
 *   how much more it can carry. Arc e and arc e^1 are each other's reverse, so
 *   the flow on an arc that was added with room is the room of its reverse.
 * @give, @want: by node: what a push may still take from it and bring to it
 * @found, @n_found: the nodes that the last search reached from the wants,
 *   against the direction of the arcs
 */
typedef struct
{
  int32_t n_nodes;
  int32_t n_arcs;
  int32_t nodes_size;
  int32_t arcs_size;

  int32_t *first;
  int32_t *region;
  int32_t *level;
  int32_t *current;
  uint32_t *seen;
  PlwWide *give;
  PlwWide *want;

  int32_t *head;
  int32_t *next;
  PlwWide *room;

  uint32_t search;
  int32_t *found;
  int32_t n_found;
  int32_t *givers;
  int32_t n_givers;
} PlwNetwork;

/* @n_nodes, @n_arcs: room for so many, with their reverses, is made at once; there may be more. */
PlwNetwork *plw_network_new (size_t n_nodes, size_t n_arcs) G_GNUC_WARN_UNUSED_RESULT;
void plw_network_free (PlwNetwork *network);

int32_t plw_network_add_node (PlwNetwork *network);

/* Returns the arc; its reverse starts without room. */
int32_t plw_network_add_arc (PlwNetwork *network, int32_t from, int32_t to, PlwWide room);

/* What an arc carries. */
static inline PlwWide
plw_network_flow (const PlwNetwork *network, int32_t arc)
{
  return network->room[arc ^ 1];
}

/**
 * plw_network_push:
 * @takers: nodes whose wants are to be met
 *
 * Moves as much as can be moved from gives to the wants of @takers inside
 * @region, re-routing what flows already. Gives and wants are reduced by what
 * moved. If wants are left, the nodes found by the last search are all from
 * which a left want can be reached, and none of them has anything to give.
 *
 * Returns: how much was moved
 */
PlwWide plw_network_push (PlwNetwork *network, int32_t region, const int32_t *takers, size_t n_takers);

/**
 * plw_network_find_components:
 *
 * Makes each strongly connected component of the arcs with room a region of its
 * own: a cycle never leaves its region.
 *
 * Returns: how many regions there are now
 */
int32_t plw_network_find_components (PlwNetwork *network);

/**
 * plw_network_route:
 *
 * Carries at most @most from @from to @to along one way inside their region. If
 * there is none, what can be reached from @from, or else what reaches @to,
 * becomes @new_region: no arc with room leads out of the one or into the other,
 * so no cycle is cut.
 *
 * Returns: how much was carried; 0 where there is no way
 */
PlwWide plw_network_route (PlwNetwork *network, int32_t from, int32_t to, PlwWide most, int32_t new_region);

/* Whether the last search found @node. */
static inline bool
plw_network_was_found (const PlwNetwork *network, int32_t node)
{
  return network->seen[node] == network->search;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwNetwork, plw_network_free)

G_END_DECLS
