/* plwu-flows.h: a flow of pots to uses; width is money.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuFlowKind: decides pattern and colour.
 * @PLWU_FLOW_UNALLOCATED: on the left: need that no money reaches
 * @PLWU_FLOW_UNSPENT: on the right: money that reaches no need
 */
typedef enum
{
  PLWU_FLOW_REVENUE,
  PLWU_FLOW_CAPITAL,
  PLWU_FLOW_BORROWED,
  PLWU_FLOW_UNALLOCATED,
  PLWU_FLOW_USE,
  PLWU_FLOW_UNSPENT,
  PLWU_N_FLOW_KINDS,
} PlwuFlowKind;

/**
 * PlwuFlowNode:
 * @note: (nullable): more to say of it when it has the focus
 */
typedef struct
{
  const char *name;
  const char *note;
  PlwuFlowKind kind;
} PlwuFlowNode;

/**
 * PlwuFlowLink:
 * @left, @right: places in the nodes of either side
 * @rule: (nullable): what allows it: “by ring-fence row 5 (Roads)”
 */
typedef struct
{
  guint left;
  guint right;
  gint64 pence;
  const char *rule;
} PlwuFlowLink;

#define PLWU_TYPE_FLOWS (plwu_flows_get_type ())

/**
 * PlwuFlows:
 *
 * Nodes stay in the order given; those without money in the year are left out.
 * A node is as high as its links together, so both sides add up to the same.
 */
G_DECLARE_FINAL_TYPE (PlwuFlows, plwu_flows, PLWU, FLOWS, PlwuDrawing)

PlwuFlows *plwu_flows_new (void);

/**
 * plwu_flows_set_data:
 * @left, @right, @links: all is copied; links by left, then right
 * @title: the finding in ten words or fewer
 */
void plwu_flows_set_data (PlwuFlows *self,
                          guint n_left,
                          const PlwuFlowNode *left,
                          guint n_right,
                          const PlwuFlowNode *right,
                          guint n_links,
                          const PlwuFlowLink *links,
                          const char *title);

G_END_DECLS
