/* plwu-pot-flows.h: a year's payments of a result gathered for a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-flows.h"

G_BEGIN_DECLS

/* Pots and groups of uses shown on their own; the rest are merged with a count. */
#define PLWU_POT_FLOWS_MOST 12

typedef enum
{
  PLWU_USES_BY_GROUP,
  PLWU_USES_BY_PARTNER,
} PlwuUsesBy;

/**
 * PlwuPotFlows:
 * @left: (element-type PlwuFlowNode): pots with the most money first, the rest by
 *   kind, borrowing, need without money; the same in every year
 * @right: (element-type PlwuFlowNode): needs, largest first, then money not spent
 * @links: (element-type PlwuFlowLink)
 * @money, @borrowed, @unmet, @need, @unspent: pence of the year; the first three
 *   add up to the same as the last two
 */
typedef struct
{
  GArray *left;
  GArray *right;
  GArray *links;
  gint64 money;
  gint64 borrowed;
  gint64 unmet;
  gint64 need;
  gint64 unspent;
} PlwuPotFlows;

/**
 * plwu_pot_flows_new:
 * @year: index of the year
 */
PlwuPotFlows *plwu_pot_flows_new (const PlwResult *result,
                                  size_t year,
                                  PlwuUsesBy by) G_GNUC_WARN_UNUSED_RESULT;
void plwu_pot_flows_free (PlwuPotFlows *self);

/**
 * plwu_pot_flows_show:
 * @year: index of the year
 * @context: scenario and policy; said with the sums of both sides
 */
void plwu_pot_flows_show (PlwuFlows *drawing,
                          const PlwResult *result,
                          size_t year,
                          PlwuUsesBy by,
                          const char *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuPotFlows, plwu_pot_flows_free)

G_END_DECLS
