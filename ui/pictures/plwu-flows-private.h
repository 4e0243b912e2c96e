/* plwu-flows-private.h: what the parts of the picture of flows share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"
#include "plwu-flows.h"

G_BEGIN_DECLS

typedef enum
{
  PLWU_FLOW_LEFT,
  PLWU_FLOW_RIGHT,
  PLWU_N_FLOW_SIDES,
} PlwuFlowSide;

/* As last laid out: @y and @height of the node, @label_y of the middle of its name. */
typedef struct
{
  char *name; /* owned */
  char *note; /* owned */
  PlwuFlowKind kind;
  gint64 pence;
  double y;
  double height;
  double label_y;
} PlwuFlowPlace;

typedef struct
{
  guint left;
  guint right;
  gint64 pence;
  char *rule;  /* owned */
  double from; /* top at the left */
  double to;   /* top at the right */
  double width;
} PlwuFlowRibbon;

/* A mark is a node of a side or, where @is_link, a link. */
typedef struct
{
  gboolean is_link;
  PlwuFlowSide side;
  guint index;
} PlwuFlowMark;

typedef struct
{
  double line;
  double legend_y;
  double top;
  double height;
  double left_x; /* of the nodes' bars */
  double right_x;
} PlwuFlowPlot;

struct _PlwuFlows
{
  PlwuDrawing parent_instance;

  /* Owned */
  GArray *places[PLWU_N_FLOW_SIDES]; /* of PlwuFlowPlace */
  GArray *ribbons;                   /* of PlwuFlowRibbon */
  GArray *marks;                     /* of PlwuFlowMark */

  gint64 total;
  PlwuFlowPlot plot;
};

#define PLWU_FLOW_NODE_WIDTH 14.0

PlwuFlowPlace *plwu_flow_get_place (PlwuFlows *self, PlwuFlowSide side, guint i);
PlwuFlowRibbon *plwu_flow_get_ribbon (PlwuFlows *self, guint i);
PlwuFlowKind plwu_flow_get_ribbon_kind (PlwuFlows *self, const PlwuFlowRibbon *ribbon);

/* plwu-flows-draw.c */
void plwu_flow_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);

/* The middle of a ribbon at @x. */
double plwu_flow_ribbon_y (const PlwuFlowPlot *plot, const PlwuFlowRibbon *ribbon, double x);

G_END_DECLS
