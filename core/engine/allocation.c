/* allocation.c: building the network year by year and funding class by class.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why this is the optimum of section 5 of the model: what has been settled is
 * flow into uses, and pushing along residual paths never lowers the flow into a
 * use, only from where it comes. So after each class the flow is a largest flow
 * to all uses settled so far that gives earlier ones exactly what they had; and
 * since the sets of uses that can be served together form a polymatroid, taking
 * the classes greedily in order is optimal for their lexicographic order
 * (Edmonds 1970). Inside a class see fair.c.
 *
 * A search that ends with wants unmet has found every node from which they can
 * be reached, and none of them can be reached from unspent money. Nothing that
 * happens later changes that (money only ever moves along paths that start at
 * unspent money), so these nodes leave the live region for good, and later
 * searches pass them by.
 */
#include "engine/allocation-private.h"
#include "engine/fair.h"

#include <placewright/number.h>

#include <string.h>

/* With room for all the years and for settling, so that it never has to move. */
static PlwNetwork *
create_network (const PlwAllocation *allocation)
{
  size_t n_nodes = allocation->n_pots * 3 + allocation->n_groups + allocation->n_hubs;
  size_t n_arcs = allocation->n_pots * 2; /* spending; into a hub */
  size_t n_closing = allocation->n_pots;

  for (size_t k = 0; k < allocation->n_pots; k++)
    {
      const PlwAllocPot *pot = &allocation->pots[k];

      n_arcs += pot->unspent == PLW_UNSPENT_KEPT_YEARS
                    ? MIN ((size_t) pot->keep_years + 1, allocation->n_years)
                    : 1;
    }
  for (size_t g = 0; g < allocation->n_groups; g++)
    for (size_t i = 0; i < allocation->groups[g].n_links; i++)
      n_arcs += allocation->groups[g].links[i].share_cap >= 0;
  for (size_t h = 0; h < allocation->n_hubs; h++)
    n_arcs += allocation->hubs[h].n_groups;
  return plw_network_new (n_nodes * allocation->n_years + 2, (n_arcs + n_closing * 2) * allocation->n_years);
}

PlwAllocation *
plw_allocation_new (const PlwAllocPot *pots,
                    size_t n_pots,
                    const PlwAllocReach *reaches,
                    size_t n_reaches,
                    const uint32_t *reach_of_use,
                    size_t n_uses,
                    size_t n_years)
{
  PlwAllocation *allocation = g_new0 (PlwAllocation, 1);

  allocation->pots = pots;
  allocation->n_pots = n_pots;
  allocation->reaches = reaches;
  allocation->n_reaches = n_reaches;
  allocation->reach_of_use = reach_of_use;
  allocation->n_uses = n_uses;
  allocation->n_years = n_years;
  allocation->n_regions = 1;
  allocation->years = g_new0 (PlwAllocYear, n_years);
  plw_allocation_group (allocation);
  allocation->network = create_network (allocation);
  return allocation;
}

static void
clear_year (PlwAllocYear *year)
{
  g_free (year->money);
  g_free (year->pay);
  g_free (year->spend);
  g_free (year->entry);
  g_free (year->hub);
  g_free (year->into_hub);
  g_free (year->group);
  g_free (year->kept_steps);
  g_clear_pointer (&year->pot_pays, g_array_unref);
  g_clear_pointer (&year->hub_pays, g_array_unref);
}

void
plw_allocation_free (PlwAllocation *allocation)
{
  if (allocation == NULL)
    return;
  for (size_t t = 0; t < allocation->n_begun; t++)
    clear_year (&allocation->years[t]);
  for (size_t g = 0; g < allocation->n_groups; g++)
    g_free (allocation->groups[g].uses);
  for (size_t h = 0; h < allocation->n_hubs; h++)
    {
      g_free (allocation->hubs[h].pots);
      g_free (allocation->hubs[h].groups);
    }
  g_free (allocation->groups);
  g_free (allocation->group_of_use);
  g_free (allocation->hubs);
  g_free (allocation->hub_of_pot);
  g_free (allocation->reach);
  g_free (allocation->years);
  plw_network_free (allocation->network);
  g_free (allocation);
}

/* Where money that reaches a pot in a year is first found. */
static void
add_pot_nodes (PlwAllocation *allocation, PlwAllocYear *year, size_t t)
{
  PlwNetwork *network = allocation->network;

  for (size_t k = 0; k < allocation->n_pots; k++)
    {
      const PlwAllocPot *pot = &allocation->pots[k];
      int64_t limit = pot->limit[t];

      year->money[k] = plw_network_add_node (network);
      year->pay[k] = plw_network_add_node (network);
      year->entry[k] = year->money[k];
      if (pot->unspent == PLW_UNSPENT_KEPT_YEARS)
        year->entry[k] = plw_network_add_node (network);
      network->give[year->entry[k]] = pot->inflow[t];
      year->spend[k] =
          plw_network_add_arc (network, year->money[k], year->pay[k], limit >= 0 ? limit : PLW_NETWORK_FREE);
    }
}

/* Lets money of earlier years come into this one. */
static void
add_carrying (PlwAllocation *allocation, PlwAllocYear *year, size_t t)
{
  PlwNetwork *network = allocation->network;

  for (size_t k = 0; k < allocation->n_pots; k++)
    {
      const PlwAllocPot *pot = &allocation->pots[k];
      size_t oldest = t;

      switch (pot->unspent)
        {
        case PLW_UNSPENT_KEPT:
          if (t > 0)
            plw_network_add_arc (network, allocation->years[t - 1].money[k], year->money[k],
                                 PLW_NETWORK_FREE);
          break;
        case PLW_UNSPENT_MOVES:
          if (t > 0)
            plw_network_add_arc (network, allocation->years[t - 1].money[k], year->entry[pot->target],
                                 PLW_NETWORK_FREE);
          break;
        case PLW_UNSPENT_KEPT_YEARS:
          oldest = t > (size_t) pot->keep_years ? t - (size_t) pot->keep_years : 0;
          year->kept_steps[k] = network->n_arcs;
          for (size_t s = oldest; s <= t; s++)
            plw_network_add_arc (network, s == t ? year->entry[k] : allocation->years[s].entry[k],
                                 year->money[k], PLW_NETWORK_FREE);
          break;
        case PLW_UNSPENT_LAPSES:
        default:
          break;
        }
    }
}

static void
add_capped_pays (PlwAllocation *allocation, PlwAllocYear *year, uint32_t group, const int64_t *needs)
{
  const PlwAllocGroup *held = &allocation->groups[group];

  for (size_t i = 0; i < held->n_links; i++)
    {
      const PlwAllocLink *link = &held->links[i];

      if (link->share_cap < 0)
        continue;

      int64_t cap = plw_share_cap_pence (needs[held->uses[0]], link->share_cap);
      int32_t arc = plw_network_add_arc (allocation->network, year->pay[link->pot], year->group[group], cap);
      PlwAllocPay pay = { group, link->pot, arc };
      g_array_append_val (year->pot_pays, pay);
    }
}

static void
add_hub (PlwAllocation *allocation, PlwAllocYear *year, uint32_t hub)
{
  PlwNetwork *network = allocation->network;
  const PlwAllocHub *held = &allocation->hubs[hub];
  int32_t node = year->pay[held->pots[0]];
  GArray *pays = year->pot_pays;
  uint32_t payer = held->pots[0];

  year->hub[hub] = -1;
  if (held->n_groups == 0)
    return;
  if (held->n_pots > 1)
    {
      pays = year->hub_pays;
      payer = hub;
      node = year->hub[hub] = plw_network_add_node (network);
      for (size_t i = 0; i < held->n_pots; i++)
        year->into_hub[held->pots[i]] =
            plw_network_add_arc (network, year->pay[held->pots[i]], node, PLW_NETWORK_FREE);
    }
  for (size_t i = 0; i < held->n_groups; i++)
    {
      uint32_t group = held->groups[i];

      if (year->group[group] < 0)
        continue;

      PlwAllocPay pay = { group, payer,
                          plw_network_add_arc (network, node, year->group[group], PLW_NETWORK_FREE) };
      g_array_append_val (pays, pay);
    }
}

static void
make_year (PlwAllocation *allocation, PlwAllocYear *year)
{
  size_t n_pots = MAX (allocation->n_pots, 1);

  year->money = g_new (int32_t, n_pots);
  year->pay = g_new (int32_t, n_pots);
  year->spend = g_new (int32_t, n_pots);
  year->entry = g_new (int32_t, n_pots);
  year->into_hub = g_new (int32_t, n_pots);
  year->kept_steps = g_new0 (int64_t, n_pots);
  year->hub = g_new (int32_t, MAX (allocation->n_hubs, 1));
  year->group = g_new (int32_t, MAX (allocation->n_groups, 1));
  year->pot_pays = g_array_new (FALSE, FALSE, sizeof (PlwAllocPay));
  year->hub_pays = g_array_new (FALSE, FALSE, sizeof (PlwAllocPay));
  for (size_t k = 0; k < allocation->n_pots; k++)
    year->into_hub[k] = -1;
}

void
plw_allocation_begin_year (PlwAllocation *allocation, const int64_t *needs)
{
  size_t t = allocation->n_begun;

  g_return_if_fail (t < allocation->n_years && !allocation->is_finished);

  PlwAllocYear *year = &allocation->years[t];
  make_year (allocation, year);
  allocation->n_begun++;
  add_pot_nodes (allocation, year, t);
  add_carrying (allocation, year, t);
  for (uint32_t g = 0; g < allocation->n_groups; g++)
    {
      int64_t need = 0;

      for (size_t i = 0; i < allocation->groups[g].n_uses; i++)
        need += needs[allocation->groups[g].uses[i]];
      year->group[g] = need > 0 ? plw_network_add_node (allocation->network) : -1;
      if (need > 0)
        add_capped_pays (allocation, year, g, needs);
    }
  for (uint32_t h = 0; h < allocation->n_hubs; h++)
    add_hub (allocation, year, h);
}

/* The claims of a class that a failed search found, to be shared fairly. */
typedef struct
{
  PlwClaim *claims;
  size_t n_claims;
  PlwMember *members;
  size_t n_members;
} Contest;

static void
add_claim (const PlwAllocation *allocation,
           Contest *contest,
           uint32_t group,
           int32_t node,
           const int64_t *wanted)
{
  const PlwAllocGroup *held = &allocation->groups[group];
  PlwClaim claim = { .node = node };

  for (size_t i = 0; i < held->n_uses; i++)
    {
      uint32_t use = held->uses[i];

      if (wanted[use] == 0)
        continue;
      contest->members[contest->n_members++] =
          (PlwMember){ .claim = (uint32_t) contest->n_claims, .rank = use, .wanted = wanted[use] };
      claim.wanted += wanted[use];
    }
  claim.got = claim.wanted - (int64_t) allocation->network->want[node];
  if (claim.wanted > 0)
    contest->claims[contest->n_claims++] = claim;
}

/* Money has run out for some: shares it among all that compete for it. */
static void
share_contested (PlwAllocation *allocation, const PlwAllocYear *year, const int64_t *wanted, int64_t *ret_got)
{
  PlwNetwork *network = allocation->network;
  size_t n_nodes = (size_t) network->n_found;
  g_autofree int32_t *nodes = g_memdup2 (network->found, n_nodes * sizeof *nodes);
  g_autofree PlwClaim *claims = g_new (PlwClaim, allocation->n_groups);
  g_autofree PlwMember *members = g_new (PlwMember, allocation->n_uses);
  Contest contest = { .claims = claims, .members = members };
  int32_t region = allocation->n_regions++;

  for (uint32_t g = 0; g < allocation->n_groups; g++)
    if (year->group[g] >= 0 && plw_network_was_found (network, year->group[g]))
      add_claim (allocation, &contest, g, year->group[g], wanted);
  for (size_t i = 0; i < n_nodes; i++)
    {
      network->region[nodes[i]] = region;
      network->want[nodes[i]] = 0;
    }
  plw_fair_share (network, &allocation->n_regions, region, nodes, n_nodes, contest.claims, contest.n_claims,
                  contest.members, contest.n_members);
  for (size_t m = 0; m < contest.n_members; m++)
    ret_got[contest.members[m].rank] = contest.members[m].got;
}

void
plw_allocation_fund_class (PlwAllocation *allocation, const int64_t *wanted, int64_t *ret_got)
{
  PlwNetwork *network = allocation->network;

  g_return_if_fail (allocation->n_begun > 0 && !allocation->is_finished);

  const PlwAllocYear *year = &allocation->years[allocation->n_begun - 1];
  g_autofree int32_t *takers = g_new (int32_t, MAX (allocation->n_groups, 1));
  size_t n_takers = 0;
  bool is_met = true;

  for (size_t u = 0; u < allocation->n_uses; u++)
    {
      int32_t node = year->group[allocation->group_of_use[u]];
      bool is_live = node >= 0 && network->region[node] == 0;

      g_assert (wanted[u] >= 0);
      ret_got[u] = is_live ? wanted[u] : 0;
      if (!is_live || wanted[u] == 0)
        continue;
      if (network->want[node] == 0)
        takers[n_takers++] = node;
      network->want[node] += wanted[u];
    }
  if (n_takers == 0)
    return;
  plw_network_push (network, 0, takers, n_takers);
  for (size_t i = 0; i < n_takers; i++)
    is_met = is_met && network->want[takers[i]] == 0;
  if (!is_met)
    share_contested (allocation, year, wanted, ret_got);
}

void
plw_allocation_finish (PlwAllocation *allocation)
{
  g_return_if_fail (allocation->n_begun == allocation->n_years && !allocation->is_finished);

  plw_allocation_settle (allocation);
  allocation->is_finished = true;
}

int64_t
plw_allocation_spent (const PlwAllocation *allocation, size_t pot, size_t year)
{
  g_return_val_if_fail (pot < allocation->n_pots && year < allocation->n_begun, 0);

  return (int64_t) plw_network_flow (allocation->network, allocation->years[year].spend[pot]);
}
