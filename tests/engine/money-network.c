/* money-network.c: all money and all uses of all years as one network.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"

/* Nodes: source, sink, carried; then by pot and year: the money that came in that
 * year, what is spent in that year before and after the limit; then uses by year.
 */
enum
{
  NODE_SOURCE,
  NODE_SINK,
  NODE_CARRIED,
  N_NODES,
};

static int
find_pot_node (const MoneyNetwork *network, size_t pot, size_t year, int which)
{
  return N_NODES + (int) ((pot * network->n_years + year) * 3) + which;
}

int
money_network_use (const MoneyNetwork *network, size_t use, size_t year)
{
  return network->flow->n_nodes - (int) (network->n_uses * network->n_years)
         + (int) (use * network->n_years + year);
}

int *
money_network_demand (const MoneyNetwork *network, size_t use, size_t year)
{
  return &network->demand[use * network->n_years + year];
}

/* Where the money that came into @pot in @year may go. */
static void
add_money (MoneyNetwork *network, const Reference *reference, size_t pot, size_t year)
{
  const RefPot *it = &reference->pots[pot];
  int node = find_pot_node (network, pot, year, 0);
  size_t last = MIN (year + (size_t) it->keep_years, reference->n_years - 1);
  bool outlives = year + (size_t) it->keep_years >= reference->n_years;

  flow_add_arc (network->flow, network->source, node, it->inflow[year]);
  for (size_t spent = year; spent <= last; spent++)
    flow_add_arc (network->flow, node, find_pot_node (network, pot, spent, 1), FLOW_FREE);
  if (it->target != SIZE_MAX && year + 1 < reference->n_years)
    flow_add_arc (network->flow, node, find_pot_node (network, it->target, year + 1, 0), FLOW_FREE);
  else if (it->target != SIZE_MAX || outlives)
    flow_add_arc (network->flow, node, network->carried, FLOW_FREE);
  flow_add_arc (network->flow, find_pot_node (network, pot, year, 1), find_pot_node (network, pot, year, 2),
                it->limit[year] == REF_NO_LIMIT ? FLOW_FREE : it->limit[year]);
  for (size_t use = 0; use < reference->n_uses; use++)
    {
      int64_t cap = reference_cap (reference, pot, use, year);

      if (cap != REF_BARRED)
        flow_add_arc (network->flow, find_pot_node (network, pot, year, 2),
                      money_network_use (network, use, year), cap == REF_NO_LIMIT ? FLOW_FREE : cap);
    }
}

MoneyNetwork *
money_network_new (const Reference *reference)
{
  MoneyNetwork *network = g_new0 (MoneyNetwork, 1);

  network->n_years = reference->n_years;
  network->n_uses = reference->n_uses;
  network->flow =
      flow_new (N_NODES + (int) ((reference->n_pots * 3 + reference->n_uses) * reference->n_years));
  network->source = NODE_SOURCE;
  network->sink = NODE_SINK;
  network->carried = NODE_CARRIED;
  network->demand = g_new (int, reference->n_uses * reference->n_years);
  for (size_t year = 0; year < reference->n_years; year++)
    {
      for (size_t pot = 0; pot < reference->n_pots; pot++)
        add_money (network, reference, pot, year);
      for (size_t use = 0; use < reference->n_uses; use++)
        *money_network_demand (network, use, year) =
            flow_add_arc (network->flow, money_network_use (network, use, year), network->sink, 0);
    }
  return network;
}

void
money_network_free (MoneyNetwork *network)
{
  if (network == NULL)
    return;
  flow_free (network->flow);
  g_free (network->demand);
  g_free (network);
}
