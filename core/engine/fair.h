/* fair.h: sharing what can reach a class of uses fairly, exact to the penny.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/network.h"

G_BEGIN_DECLS

/**
 * PlwClaim: what one node of the network wants for a class.
 * @wanted: pence
 * @got: pence that flow to it for this class
 */
typedef struct
{
  int32_t node;
  int64_t wanted;
  int64_t got;
} PlwClaim;

/**
 * PlwMember: one use behind a claim; uses that the same pots reach share a node.
 * @rank: the order in which ties are decided; unique
 */
typedef struct
{
  uint32_t claim;
  uint32_t rank;
  int64_t wanted;
  int64_t got;
} PlwMember;

/**
 * plw_fair_share:
 * @nodes: (array length=n_nodes): the nodes of @region; reordered
 * @claims: those whose nodes are in @region, with what they got in some largest
 *   flow; reordered
 * @n_regions: the next unused region; raised
 * @members: all uses behind these claims, sorted by @claim, which names an index
 *   into @claims as given; their @got is set
 *
 * Redistributes the flow inside @region, whose total cannot grow, so that the
 * funded shares are max-min fair, whole pence by largest remainder. Afterwards
 * the network carries exactly what the claims' members got.
 */
void plw_fair_share (PlwNetwork *network,
                     int32_t *n_regions,
                     int32_t region,
                     int32_t *nodes,
                     size_t n_nodes,
                     PlwClaim *claims,
                     size_t n_claims,
                     PlwMember *members,
                     size_t n_members);

G_END_DECLS
