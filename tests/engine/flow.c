/* flow.c: the plainest maximum flow.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow.h"

Flow *
flow_new (int n_nodes)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->n_nodes = n_nodes;
  flow->arcs = g_array_new (false, false, sizeof (FlowArc));
  flow->out = g_new (GArray *, n_nodes);
  flow->from = g_new (int, n_nodes);
  for (int i = 0; i < n_nodes; i++)
    flow->out[i] = g_array_new (false, false, sizeof (int));
  return flow;
}

void
flow_free (Flow *flow)
{
  if (flow == NULL)
    return;
  for (int i = 0; i < flow->n_nodes; i++)
    g_array_unref (flow->out[i]);
  g_array_unref (flow->arcs);
  g_free (flow->out);
  g_free (flow->from);
  g_free (flow);
}

static FlowArc *
get_arc (const Flow *flow, int arc)
{
  return &g_array_index (flow->arcs, FlowArc, arc);
}

static void
add_half (Flow *flow, int tail, int head, int64_t room)
{
  FlowArc arc = { .tail = tail, .head = head, .room = room };
  int number = (int) flow->arcs->len;

  g_array_append_val (flow->arcs, arc);
  g_array_append_val (flow->out[tail], number);
}

int
flow_add_arc (Flow *flow, int from, int to, int64_t room)
{
  int number = (int) flow->arcs->len;

  add_half (flow, from, to, room);
  add_half (flow, to, from, 0);
  return number;
}

void
flow_add_room (Flow *flow, int arc, int64_t room)
{
  get_arc (flow, arc)->room += room;
}

int64_t
flow_on (const Flow *flow, int arc)
{
  return get_arc (flow, arc ^ 1)->room;
}

static bool
find_path (Flow *flow, int source, int sink)
{
  g_autofree int *queue = g_new (int, flow->n_nodes);
  int n_queued = 0;

  for (int i = 0; i < flow->n_nodes; i++)
    flow->from[i] = -1;
  queue[n_queued++] = source;
  for (int i = 0; i < n_queued; i++)
    for (guint k = 0; k < flow->out[queue[i]]->len; k++)
      {
        int number = g_array_index (flow->out[queue[i]], int, k);
        const FlowArc *arc = get_arc (flow, number);

        if (arc->room == 0 || arc->head == source || flow->from[arc->head] >= 0)
          continue;
        flow->from[arc->head] = number;
        if (arc->head == sink)
          return true;
        queue[n_queued++] = arc->head;
      }
  return false;
}

int64_t
flow_push (Flow *flow, int source, int sink)
{
  int64_t pushed = 0;

  while (find_path (flow, source, sink))
    {
      int64_t most = INT64_MAX;

      for (int node = sink; node != source; node = get_arc (flow, flow->from[node])->tail)
        most = MIN (most, get_arc (flow, flow->from[node])->room);
      for (int node = sink; node != source; node = get_arc (flow, flow->from[node])->tail)
        {
          get_arc (flow, flow->from[node])->room -= most;
          get_arc (flow, flow->from[node] ^ 1)->room += most;
        }
      pushed += most;
    }
  return pushed;
}

void
flow_search_back (Flow *flow, int node, int barred, bool *ret_found)
{
  g_autofree int *queue = g_new (int, flow->n_nodes);
  int n_queued = 0;

  for (int i = 0; i < flow->n_nodes; i++)
    ret_found[i] = false;
  ret_found[node] = true;
  queue[n_queued++] = node;
  for (int i = 0; i < n_queued; i++)
    for (guint k = 0; k < flow->out[queue[i]]->len; k++)
      {
        int number = g_array_index (flow->out[queue[i]], int, k);
        const FlowArc *arc = get_arc (flow, number);

        if (get_arc (flow, number ^ 1)->room == 0 || arc->head == barred || ret_found[arc->head])
          continue;
        ret_found[arc->head] = true;
        queue[n_queued++] = arc->head;
      }
}
