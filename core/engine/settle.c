/* settle.c: among allocations that fund the same, the one a treasurer would choose.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First as little as possible lapses: one more class whose wants are the places
 * where money may be carried past the plan's end. Then, year by year, the money
 * that lapses soonest is spent first, then the pot that reaches fewest uses,
 * then the pot's code: for each of these in turn, spend as much from it as can
 * be had by going round a cycle of the network (which changes neither what any
 * use gets nor what is carried past the end), and hold that for good.
 */
#include "engine/allocation-private.h"

/* Something that may be spent more or less of in a year. */
typedef struct
{
  int32_t arc;
  size_t lapses; /* the year at whose end it would lapse; SIZE_MAX: never */
  uint32_t reach;
  uint32_t pot;
} Purse;

static int
compare_purses (const void *a, const void *b)
{
  const Purse *purse_a = a;
  const Purse *purse_b = b;

  if (purse_a->lapses != purse_b->lapses)
    return purse_a->lapses < purse_b->lapses ? -1 : 1;
  if (purse_a->reach != purse_b->reach)
    return purse_a->reach < purse_b->reach ? -1 : 1;
  return purse_a->pot < purse_b->pot ? -1 : 1;
}

/* Nodes whose money survives the plan's end. */
static GArray *
find_survivors (const PlwAllocation *allocation)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (int32_t));
  size_t n_years = allocation->n_years;

  for (size_t k = 0; k < allocation->n_pots; k++)
    {
      const PlwAllocPot *pot = &allocation->pots[k];

      if (pot->unspent == PLW_UNSPENT_KEPT || pot->unspent == PLW_UNSPENT_MOVES)
        g_array_append_val (nodes, allocation->years[n_years - 1].money[k]);
      for (size_t s = 0; pot->unspent == PLW_UNSPENT_KEPT_YEARS && s < n_years; s++)
        if (s + (size_t) pot->keep_years >= n_years)
          g_array_append_val (nodes, allocation->years[s].entry[k]);
    }
  return nodes;
}

/* Carries past the end all that can be, and leaves it standing as flow into a
 * node of its own; what is not used at all stands as room from another.
 */
static void
close_network (PlwAllocation *allocation)
{
  PlwNetwork *network = allocation->network;
  g_autoptr (GArray) survivors = find_survivors (allocation);
  const int32_t *nodes = (const int32_t *) survivors->data;

  for (guint i = 0; i < survivors->len; i++)
    network->want[nodes[i]] = PLW_NETWORK_FREE;
  plw_network_push (network, 0, nodes, survivors->len);

  int32_t beyond = plw_network_add_node (network);
  for (guint i = 0; i < survivors->len; i++)
    {
      int32_t arc = plw_network_add_arc (network, nodes[i], beyond, PLW_NETWORK_FREE);

      network->room[arc ^ 1] = PLW_NETWORK_FREE - network->want[nodes[i]];
      network->want[nodes[i]] = 0;
    }

  int32_t unused = plw_network_add_node (network);
  for (size_t t = 0; t < allocation->n_years; t++)
    for (size_t k = 0; k < allocation->n_pots; k++)
      {
        int32_t entry = allocation->years[t].entry[k];

        if (allocation->pots[k].inflow[t] == 0)
          continue;

        int32_t arc = plw_network_add_arc (network, unused, entry, network->give[entry]);
        network->room[arc ^ 1] = allocation->pots[k].inflow[t] - network->give[entry];
        network->give[entry] = 0;
      }
  allocation->n_regions = plw_network_find_components (network);
}

static size_t
list_purses (const PlwAllocation *allocation, size_t t, Purse *ret_purses)
{
  const PlwAllocYear *year = &allocation->years[t];
  size_t n_purses = 0;

  for (uint32_t k = 0; k < allocation->n_pots; k++)
    {
      const PlwAllocPot *pot = &allocation->pots[k];
      Purse purse = { .arc = year->spend[k],
                      .lapses = pot->unspent == PLW_UNSPENT_LAPSES ? t : SIZE_MAX,
                      .reach = allocation->reach[k],
                      .pot = k };

      if (pot->unspent != PLW_UNSPENT_KEPT_YEARS)
        {
          ret_purses[n_purses++] = purse;
          continue;
        }
      size_t keep_years = (size_t) pot->keep_years;
      size_t oldest = t > keep_years ? t - keep_years : 0;
      for (size_t s = oldest; s <= t; s++)
        {
          purse.arc = (int32_t) (year->kept_steps[k] + 2 * (int64_t) (s - oldest));
          purse.lapses = s + keep_years;
          ret_purses[n_purses++] = purse;
        }
    }
  qsort (ret_purses, n_purses, sizeof *ret_purses, compare_purses);
  return n_purses;
}

/* Spends all that can be from a purse and holds it: neither more nor less flows
 * there from now on. Returns what flows.
 *
 * Where no cycle is left the network falls into regions that no cycle joins,
 * and none ever will: cycles keep to one side, and holding only takes room away.
 */
static PlwWide
hold_purse (PlwAllocation *allocation, const Purse *purse)
{
  PlwNetwork *network = allocation->network;
  int32_t tail = network->head[purse->arc ^ 1];
  int32_t head = network->head[purse->arc];
  PlwWide flow = plw_network_flow (network, purse->arc);
  PlwWide room = network->room[purse->arc];

  network->room[purse->arc] = 0;
  network->room[purse->arc ^ 1] = 0;
  for (PlwWide part = 1; part > 0 && room > 0; room -= part)
    {
      part = plw_network_route (network, head, tail, room, allocation->n_regions++);
      flow += part;
    }
  return flow;
}

void
plw_allocation_settle (PlwAllocation *allocation)
{
  size_t most = allocation->n_pots * (allocation->n_years + 1);
  g_autofree Purse *purses = g_new (Purse, MAX (most, 1));
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (int32_t));
  g_autoptr (GArray) flows = g_array_new (FALSE, FALSE, sizeof (PlwWide));

  close_network (allocation);
  for (size_t t = 0; t < allocation->n_years; t++)
    {
      size_t n_purses = list_purses (allocation, t, purses);

      for (size_t i = 0; i < n_purses; i++)
        {
          PlwWide flow = hold_purse (allocation, &purses[i]);

          g_array_append_val (held, purses[i].arc);
          g_array_append_val (flows, flow);
        }
    }
  for (guint i = 0; i < held->len; i++)
    allocation->network->room[g_array_index (held, int32_t, i) ^ 1] = g_array_index (flows, PlwWide, i);
}
