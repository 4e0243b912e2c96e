/* flow.h: the plainest maximum flow: breadth first, one path after another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define FLOW_FREE (INT64_MAX / 4)

/* @arcs: of FlowArc; arc e and arc e^1 are each other's reverse */
typedef struct
{
  int n_nodes;
  GArray *arcs;
  GArray **out;
  int *from; /* by node: the arc by which the last search came, -1 */
} Flow;

typedef struct
{
  int tail;
  int head;
  int64_t room;
} FlowArc;

Flow *flow_new (int n_nodes) G_GNUC_WARN_UNUSED_RESULT;
void flow_free (Flow *flow);
int flow_add_arc (Flow *flow, int from, int to, int64_t room);
void flow_add_room (Flow *flow, int arc, int64_t room);
int64_t flow_on (const Flow *flow, int arc);

/* Returns: how much more went from @source to @sink */
int64_t flow_push (Flow *flow, int source, int sink);

/**
 * flow_search_back:
 * Marks the nodes from which something more could be brought to @node without passing @barred.
 */
void flow_search_back (Flow *flow, int node, int barred, bool *ret_found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

G_END_DECLS
