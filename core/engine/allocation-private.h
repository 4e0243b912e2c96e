/* allocation-private.h: the time-expanded network behind an allocation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each year a pot has a money node, where what it holds arrives, and a pay
 * node, from where it reaches uses; the spend arc between them carries its
 * yearly limit. `keep` joins the money nodes of following years, `to:` those of
 * two pots; a `keep:N` pot has a node for each year's money with arcs to the
 * money nodes of the N+1 years in which it may be used.
 *
 * Uses that the same pots reach, without share caps, are one node (a group);
 * pots that reach the same groups pay through one node (a hub). Both make the
 * network much smaller and change nothing, because fairness inside a group is
 * division by need.
 */
#pragma once

#include "engine/allocation.h"

G_BEGIN_DECLS

/* Uses with the same links. */
typedef struct
{
  uint32_t *uses; /* owned by the allocation */
  uint32_t n_uses;
  const PlwAllocLink *links;
  size_t n_links;
} PlwAllocGroup;

/* Pots that reach the same groups without a cap. */
typedef struct
{
  uint32_t *pots; /* owned by the allocation */
  uint32_t n_pots;
  uint32_t *groups; /* owned by the allocation */
  uint32_t n_groups;
} PlwAllocHub;

/* An arc that pays a group, from a pot's pay node or a hub's node. */
typedef struct
{
  uint32_t group;
  uint32_t payer; /* pot or hub */
  int32_t arc;
} PlwAllocPay;

typedef struct
{
  int32_t *money;      /* by pot */
  int32_t *pay;        /* by pot */
  int32_t *spend;      /* by pot: the arc from money to pay */
  int32_t *entry;      /* by pot: where money enters */
  int32_t *hub;        /* by hub: its node, -1 where it has a single pot */
  int32_t *into_hub;   /* by pot: the arc from pay to its hub, -1 where none */
  int32_t *group;      /* by group: its node, -1 where it needs nothing */
  GArray *pot_pays;    /* of PlwAllocPay: by pot */
  GArray *hub_pays;    /* of PlwAllocPay: by hub */
  int64_t *kept_steps; /* by pot: first arc from this year's money of a keep:N pot */
} PlwAllocYear;

struct _PlwAllocation
{
  const PlwAllocPot *pots;
  size_t n_pots;
  const PlwAllocReach *reaches;
  size_t n_reaches;
  const uint32_t *reach_of_use;
  size_t n_uses;
  size_t n_years;

  PlwNetwork *network;
  int32_t n_regions;

  PlwAllocGroup *groups;
  size_t n_groups;
  uint32_t *group_of_use;
  PlwAllocHub *hubs;
  size_t n_hubs;
  uint32_t *hub_of_pot; /* UINT32_MAX: none */
  uint32_t *reach;      /* by pot: how many uses it may pay for */

  PlwAllocYear *years;
  size_t n_begun;
  bool is_finished;
};

/* grouping.c */
void plw_allocation_group (PlwAllocation *allocation);

/* settle.c */
void plw_allocation_settle (PlwAllocation *allocation);

G_END_DECLS
