/* plwu-bridge-private.h: what the parts of the bridge share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/number.h>

#include "plwu-bridge.h"
#include "plwu-drawing.h"
#include "plwu-scale.h"

G_BEGIN_DECLS

/* @printed: the figure in steps of the unit, as all printed figures add up */
typedef struct
{
  char *name;
  gint64 pence;
  gint64 printed;
  gboolean is_small;
} PlwuBridgePart;

/* A bar drawn: a total from zero, or a step from one level to the next.
 * @n_parts: how many steps it stands for
 */
typedef struct
{
  const char *name;
  gboolean is_total;
  gboolean is_small;
  guint n_parts;
  gint64 from;
  gint64 to;
  gint64 printed;
} PlwuBridgeBar;

/* Where the parts of the picture lie. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  double line; /* height of a line of small text */
  gboolean is_upright;
  gboolean is_cut; /* the axis begins above zero */
  double note_y;   /* where that is said */
  PlwuScale scale;
} PlwuBridgePlot;

struct _PlwuBridge
{
  PlwuDrawing parent_instance;

  /* Owned */
  char *opening_name;
  char *closing_name;
  char *more;
  char *less;
  GArray *parts; /* of PlwuBridgePart */
  GArray *bars;  /* of PlwuBridgeBar; their names belong to the picture */

  gint64 opening;
  gint64 closing;
  gint64 printed_opening;
  gint64 printed_closing;
  PlwUnit unit;
  gboolean is_expanded;
  PlwuBridgePlot plot; /* as last drawn on the screen */
};

const PlwuBridgeBar *plwu_bridge_get_bar (PlwuBridge *self, guint i);

/* A printed figure: `£2,480.3m`, `+£12.3m`. */
char *plwu_bridge_show (PlwuBridge *self, gint64 printed, gboolean has_sign);

/* plwu-bridge-draw.c */
void plwu_bridge_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);
double plwu_bridge_get_slot (PlwuBridge *self, const PlwuBridgePlot *plot);

G_END_DECLS
