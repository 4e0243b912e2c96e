/* fair.c: max-min fair shares of a flow, by decomposition into levels.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can reach sets of uses is a polymatroid: f(S), the most that can flow to
 * the uses in S, is submodular. The max-min fair division with weights d (the
 * needs) is its lexicographically optimal base (Megiddo, "Optimal flows in
 * networks with multiple sources and sinks", 1974; Fujishige, "Lexicographically
 * optimal base of a polymatroid with respect to a weight vector", 1980), and it
 * is found by halving: try one share for all, F/D. Either a flow gives every use
 * that share, or the nodes from which a use below it can still be reached are a
 * set B that cannot have as much, whoever goes without: all of B ends below F/D
 * and all the rest at or above it, and no money can pass between them any
 * more. So the two parts are divided on their own. Each cut separates shares
 * for good, so there are at most as many as there are uses.
 *
 * The trial is exact: needs, gives and rooms are multiplied by D, so that the
 * share F/D of a need d is the whole number F d. After it the pence are put back
 * and moved in whole numbers until B holds all it can.
 *
 * Inside a level every use gets the floor of F d / D; the pennies left go by
 * largest remainder. Where the network cannot carry just these pennies they
 * are given one by one in that order to whoever can have one: sets of uses
 * that can be given a penny each are the independent sets of a matroid, so the
 * greedy choice is the best and does not depend on how the flow happened to run.
 */
#include "engine/fair.h"

#include <string.h>

typedef struct
{
  PlwNetwork *network;
  int32_t *n_regions;
  PlwMember *members;
  uint32_t *first_member; /* by original claim index, one more at the end */
  uint32_t *origin;       /* by present claim index: the original one */
  PlwClaim *claims;
  int32_t *nodes;
  int32_t *takers;
  PlwWide *kept_rooms; /* by arc, while a trial runs */
  int32_t kept_size;
} Fair;

/* A part of the claims and of the nodes, divided on its own. */
typedef struct
{
  size_t first_claim;
  size_t n_claims;
  size_t first_node;
  size_t n_nodes;
  int32_t region;
} Part;

static void
clear_wants (Fair *fair, const Part *part)
{
  for (size_t i = part->first_claim; i < part->first_claim + part->n_claims; i++)
    {
      fair->network->give[fair->claims[i].node] = 0;
      fair->network->want[fair->claims[i].node] = 0;
    }
}

/* Moves flow between the claims of @part so that each has what @target says;
 * false where that cannot be done wholly (what could be moved has been).
 */
static bool
move_to_targets (Fair *fair, const Part *part, const int64_t *target)
{
  PlwNetwork *network = fair->network;
  size_t n_takers = 0;
  bool is_met = true;

  for (size_t i = 0; i < part->n_claims; i++)
    {
      PlwClaim *claim = &fair->claims[part->first_claim + i];

      network->give[claim->node] = MAX (claim->got - target[i], 0);
      network->want[claim->node] = MAX (target[i] - claim->got, 0);
      if (network->want[claim->node] > 0)
        fair->takers[n_takers++] = claim->node;
    }
  plw_network_push (network, part->region, fair->takers, n_takers);
  for (size_t i = 0; i < part->n_claims; i++)
    {
      PlwClaim *claim = &fair->claims[part->first_claim + i];

      if (claim->got > target[i])
        claim->got = target[i] + (int64_t) network->give[claim->node];
      else
        claim->got = target[i] - (int64_t) network->want[claim->node];
      is_met = is_met && network->want[claim->node] == 0;
    }
  clear_wants (fair, part);
  return is_met;
}

typedef struct
{
  PlwMember *member;
  size_t claim; /* within the part */
  PlwWide remainder;
} Odd;

static int
compare_odds (const void *a, const void *b)
{
  const Odd *odd_a = a;
  const Odd *odd_b = b;

  if (odd_a->remainder != odd_b->remainder)
    return odd_a->remainder > odd_b->remainder ? -1 : 1;
  return odd_a->member->rank < odd_b->member->rank ? -1 : 1;
}

/* Gives every member the floor of its share, fills @floors with the sums by
 * claim and @odds with the members in the order in which pennies go. Returns
 * how many pennies are left.
 */
static size_t
give_floors (Fair *fair, const Part *part, int64_t flow, int64_t need, int64_t *floors, Odd *odds)
{
  size_t n_odds = 0;
  int64_t left = flow;

  for (size_t i = 0; i < part->n_claims; i++)
    {
      uint32_t origin = fair->origin[part->first_claim + i];

      floors[i] = 0;
      for (uint32_t m = fair->first_member[origin]; m < fair->first_member[origin + 1]; m++)
        {
          PlwMember *member = &fair->members[m];
          PlwWide product = (PlwWide) flow * member->wanted;

          member->got = (int64_t) (product / need);
          floors[i] += member->got;
          odds[n_odds++] = (Odd){ member, i, product % need };
        }
      left -= floors[i];
    }
  if (left > 0)
    qsort (odds, n_odds, sizeof *odds, compare_odds);
  return (size_t) left;
}

/* One penny to @taker from any claim that holds more than it has been promised. */
static bool
move_penny (Fair *fair, const Part *part, size_t taker, const int64_t *promised)
{
  PlwNetwork *network = fair->network;
  PlwClaim *claims = &fair->claims[part->first_claim];
  int32_t node = claims[taker].node;

  for (size_t i = 0; i < part->n_claims; i++)
    network->give[claims[i].node] = i == taker ? 0 : claims[i].got - promised[i];
  network->want[node] = 1;

  bool is_moved = plw_network_push (network, part->region, &node, 1) == 1;
  for (size_t i = 0; is_moved && i < part->n_claims; i++)
    if (i != taker)
      claims[i].got = promised[i] + (int64_t) network->give[claims[i].node];
  claims[taker].got += is_moved;
  clear_wants (fair, part);
  return is_moved;
}

static void
give_pennies_one_by_one (Fair *fair,
                         const Part *part,
                         int64_t *floors,
                         Odd *odds,
                         size_t n_odds,
                         size_t n_pennies)
{
  PlwClaim *claims = &fair->claims[part->first_claim];
  bool has_floors = move_to_targets (fair, part, floors);

  g_assert (has_floors);
  for (size_t i = 0; i < n_odds && n_pennies > 0; i++)
    {
      size_t claim = odds[i].claim;

      if (claims[claim].got <= floors[claim] && !move_penny (fair, part, claim, floors))
        continue;
      odds[i].member->got++;
      floors[claim]++; /* promised from now on */
      n_pennies--;
    }
  g_assert (n_pennies == 0);
}

/* All claims of @part have the same share. */
static void
finish_level (Fair *fair, const Part *part, int64_t flow, int64_t need)
{
  size_t n_members = 0;

  for (size_t i = 0; i < part->n_claims; i++)
    {
      uint32_t origin = fair->origin[part->first_claim + i];

      n_members += fair->first_member[origin + 1] - fair->first_member[origin];
    }

  g_autofree Odd *odds = g_new (Odd, n_members);
  g_autofree int64_t *floors = g_new (int64_t, part->n_claims);
  g_autofree int64_t *targets = g_new (int64_t, part->n_claims);
  size_t n_pennies = give_floors (fair, part, flow, need, floors, odds);

  memcpy (targets, floors, part->n_claims * sizeof *floors);
  for (size_t i = 0; i < n_pennies; i++)
    targets[odds[i].claim]++;
  if (move_to_targets (fair, part, targets))
    for (size_t i = 0; i < n_pennies; i++)
      odds[i].member->got++;
  else
    give_pennies_one_by_one (fair, part, floors, odds, n_members, n_pennies);
}

static void
scale_rooms (Fair *fair, const Part *part, int64_t scale)
{
  PlwNetwork *network = fair->network;

  if (fair->kept_size < network->n_arcs)
    {
      fair->kept_size = network->n_arcs;
      fair->kept_rooms = g_renew (PlwWide, fair->kept_rooms, fair->kept_size);
    }
  for (size_t i = part->first_node; i < part->first_node + part->n_nodes; i++)
    for (int32_t arc = network->first[fair->nodes[i]]; arc >= 0; arc = network->next[arc])
      if (network->region[network->head[arc]] == part->region)
        {
          fair->kept_rooms[arc] = network->room[arc];
          network->room[arc] *= scale;
        }
}

static void
restore_rooms (Fair *fair, const Part *part)
{
  PlwNetwork *network = fair->network;

  for (size_t i = part->first_node; i < part->first_node + part->n_nodes; i++)
    for (int32_t arc = network->first[fair->nodes[i]]; arc >= 0; arc = network->next[arc])
      if (network->region[network->head[arc]] == part->region)
        network->room[arc] = fair->kept_rooms[arc];
}

/* Whether every claim of @part can have the share @flow / @need. If not, the
 * network's last search has found the nodes of the part that cannot.
 */
static bool
try_one_share (Fair *fair, const Part *part, int64_t flow, int64_t need)
{
  PlwNetwork *network = fair->network;
  size_t n_takers = 0;
  bool is_met = true;

  for (size_t i = part->first_claim; i < part->first_claim + part->n_claims; i++)
    {
      const PlwClaim *claim = &fair->claims[i];
      PlwWide excess = (PlwWide) claim->got * need - (PlwWide) flow * claim->wanted;

      network->give[claim->node] = MAX (excess, 0);
      network->want[claim->node] = MAX (-excess, 0);
      if (excess < 0)
        fair->takers[n_takers++] = claim->node;
    }
  if (n_takers == 0)
    {
      clear_wants (fair, part);
      return true;
    }
  scale_rooms (fair, part, need);
  plw_network_push (network, part->region, fair->takers, n_takers);
  restore_rooms (fair, part);
  for (size_t i = 0; i < n_takers; i++)
    is_met = is_met && network->want[fair->takers[i]] == 0;
  clear_wants (fair, part);
  return is_met;
}

/* Puts what the last search found first, claims and nodes, as a part of its own. */
static void
split_part (Fair *fair, const Part *part, Part *ret_below, Part *ret_above)
{
  PlwNetwork *network = fair->network;
  size_t n_claims = 0;
  size_t n_nodes = 0;

  for (size_t i = part->first_claim; i < part->first_claim + part->n_claims; i++)
    if (plw_network_was_found (network, fair->claims[i].node))
      {
        size_t place = part->first_claim + n_claims++;
        PlwClaim claim = fair->claims[place];
        uint32_t origin = fair->origin[place];

        fair->claims[place] = fair->claims[i];
        fair->origin[place] = fair->origin[i];
        fair->claims[i] = claim;
        fair->origin[i] = origin;
      }
  for (size_t i = part->first_node; i < part->first_node + part->n_nodes; i++)
    if (plw_network_was_found (network, fair->nodes[i]))
      {
        size_t place = part->first_node + n_nodes++;
        int32_t node = fair->nodes[place];

        fair->nodes[place] = fair->nodes[i];
        fair->nodes[i] = node;
      }
  g_assert (n_claims > 0 && n_claims < part->n_claims);
  *ret_below = (Part){ part->first_claim, n_claims, part->first_node, n_nodes, part->region };
  *ret_above = (Part){ part->first_claim + n_claims, part->n_claims - n_claims, part->first_node + n_nodes,
                       part->n_nodes - n_nodes, part->region };
}

/* Lets @below have all it can, at the cost of @above. */
static void
fill_below (Fair *fair, const Part *below, const Part *above)
{
  PlwNetwork *network = fair->network;

  for (size_t i = below->first_claim; i < below->first_claim + below->n_claims; i++)
    {
      const PlwClaim *claim = &fair->claims[i];

      network->want[claim->node] = claim->wanted - claim->got;
      fair->takers[i - below->first_claim] = claim->node;
    }
  for (size_t i = above->first_claim; i < above->first_claim + above->n_claims; i++)
    network->give[fair->claims[i].node] = fair->claims[i].got;
  plw_network_push (network, below->region, fair->takers, below->n_claims);
  for (size_t i = below->first_claim; i < below->first_claim + below->n_claims; i++)
    fair->claims[i].got = fair->claims[i].wanted - (int64_t) network->want[fair->claims[i].node];
  for (size_t i = above->first_claim; i < above->first_claim + above->n_claims; i++)
    fair->claims[i].got = (int64_t) network->give[fair->claims[i].node];
  clear_wants (fair, below);
  clear_wants (fair, above);
}

static void
divide (Fair *fair, Part part)
{
  for (;;)
    {
      int64_t flow = 0;
      int64_t need = 0;

      for (size_t i = part.first_claim; i < part.first_claim + part.n_claims; i++)
        {
          flow += fair->claims[i].got;
          need += fair->claims[i].wanted;
        }
      if (part.n_claims == 1 || flow == 0 || flow == need || try_one_share (fair, &part, flow, need))
        {
          finish_level (fair, &part, flow, need);
          return;
        }

      Part below;
      Part above;
      split_part (fair, &part, &below, &above);
      fill_below (fair, &below, &above);
      below.region = (*fair->n_regions)++;
      for (size_t i = below.first_node; i < below.first_node + below.n_nodes; i++)
        fair->network->region[fair->nodes[i]] = below.region;
      divide (fair, below);
      part = above;
    }
}

void
plw_fair_share (PlwNetwork *network,
                int32_t *n_regions,
                int32_t region,
                int32_t *nodes,
                size_t n_nodes,
                PlwClaim *claims,
                size_t n_claims,
                PlwMember *members,
                size_t n_members)
{
  g_autofree uint32_t *first_member = g_new0 (uint32_t, n_claims + 1);
  g_autofree uint32_t *origin = g_new (uint32_t, n_claims);
  g_autofree int32_t *takers = g_new (int32_t, n_claims);
  Fair fair = { .network = network,
                .n_regions = n_regions,
                .members = members,
                .first_member = first_member,
                .origin = origin,
                .claims = claims,
                .nodes = nodes,
                .takers = takers };

  if (n_claims == 0)
    return;
  for (size_t m = 0; m < n_members; m++)
    {
      g_assert (members[m].claim < n_claims && (m == 0 || members[m].claim >= members[m - 1].claim));
      first_member[members[m].claim + 1]++;
    }
  for (size_t i = 0; i < n_claims; i++)
    {
      first_member[i + 1] += first_member[i];
      origin[i] = (uint32_t) i;
    }
  divide (&fair, (Part){ 0, n_claims, 0, n_nodes, region });
  g_free (fair.kept_rooms);
}
