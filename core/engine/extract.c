/* extract.c: reading from the network which pot paid for which use.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network knows what went into hubs and what came out, and what went into
 * groups and what their uses got. Inside both it is a matter of bookkeeping which
 * pound went where, since every pot reaches every use: pots pay in the order of
 * their codes, uses are paid in the order of theirs. That gives the fewest
 * payments, which is what people can read.
 */
#include "engine/allocation-private.h"

#include <string.h>

/* Pence from a pot into a group in one year. */
typedef struct
{
  uint32_t group;
  uint32_t pot;
  int64_t pence;
} Stream;

static int
compare_streams (const void *a, const void *b)
{
  const Stream *stream_a = a;
  const Stream *stream_b = b;

  if (stream_a->group != stream_b->group)
    return stream_a->group < stream_b->group ? -1 : 1;
  return stream_a->pot < stream_b->pot ? -1 : 1;
}

/* What the pots of a hub paid in, to what its groups took out. @pays are the hub's. */
static void
add_hub_streams (const PlwAllocation *allocation,
                 const PlwAllocYear *year,
                 const PlwAllocHub *hub,
                 const PlwAllocPay *pays,
                 size_t n_pays,
                 GArray *streams)
{
  const PlwNetwork *network = allocation->network;
  int64_t open = n_pays > 0 ? (int64_t) plw_network_flow (network, pays[0].arc) : 0;
  size_t taker = 0;

  for (size_t p = 0; p < hub->n_pots; p++)
    for (int64_t left = (int64_t) plw_network_flow (network, year->into_hub[hub->pots[p]]); left > 0;)
      {
        while (open == 0)
          {
            taker++;
            g_assert (taker < n_pays);
            open = (int64_t) plw_network_flow (network, pays[taker].arc);
          }

        Stream stream = { pays[taker].group, hub->pots[p], MIN (left, open) };
        g_array_append_val (streams, stream);
        left -= stream.pence;
        open -= stream.pence;
      }
}

static GArray *
list_streams (const PlwAllocation *allocation, const PlwAllocYear *year)
{
  GArray *streams = g_array_new (FALSE, FALSE, sizeof (Stream));
  const PlwAllocPay *hub_pays = (const PlwAllocPay *) year->hub_pays->data;

  for (guint i = 0; i < year->pot_pays->len; i++)
    {
      const PlwAllocPay *pay = &g_array_index (year->pot_pays, PlwAllocPay, i);
      Stream stream = { pay->group, pay->payer, (int64_t) plw_network_flow (allocation->network, pay->arc) };

      if (stream.pence > 0)
        g_array_append_val (streams, stream);
    }
  for (guint first = 0, last; first < year->hub_pays->len; first = last)
    {
      for (last = first; last < year->hub_pays->len && hub_pays[last].payer == hub_pays[first].payer;)
        last++;
      add_hub_streams (allocation, year, &allocation->hubs[hub_pays[first].payer], &hub_pays[first],
                       last - first, streams);
    }
  if (streams->len > 0)
    qsort (streams->data, streams->len, sizeof (Stream), compare_streams);
  return streams;
}

/* One group's streams to its uses. */
static void
add_group_flows (const PlwAllocGroup *group,
                 uint32_t year,
                 const Stream *streams,
                 size_t n_streams,
                 const int64_t *funded,
                 GArray *flows)
{
  int64_t open = funded[group->uses[0]];
  size_t taker = 0;

  for (size_t s = 0; s < n_streams; s++)
    for (int64_t left = streams[s].pence; left > 0;)
      {
        while (open == 0)
          {
            taker++;
            g_assert (taker < group->n_uses);
            open = funded[group->uses[taker]];
          }

        PlwAllocFlow flow = { year, streams[s].pot, group->uses[taker], MIN (left, open) };
        g_array_append_val (flows, flow);
        left -= flow.pence;
        open -= flow.pence;
      }
  for (taker++; taker < group->n_uses; taker++)
    open += funded[group->uses[taker]];
  g_assert (open == 0);
}

GArray *
plw_allocation_flows (const PlwAllocation *allocation, const int64_t *funded)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (PlwAllocFlow));

  for (uint32_t t = 0; t < allocation->n_begun; t++)
    {
      g_autoptr (GArray) streams = list_streams (allocation, &allocation->years[t]);
      const Stream *held = (const Stream *) streams->data;

      for (guint first = 0, last; first < streams->len; first = last)
        {
          for (last = first; last < streams->len && held[last].group == held[first].group;)
            last++;
          add_group_flows (&allocation->groups[held[first].group], t, &held[first], last - first,
                           funded + (size_t) t * allocation->n_uses, flows);
        }
    }
  return flows;
}
