/* plwu-valley-private.h: what the parts of the picture of the valley share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"
#include "plwu-scale.h"
#include "plwu-valley.h"

G_BEGIN_DECLS

/* The lines of the picture. All but what is carried are sums since the first year. */
typedef enum
{
  PLWU_VALLEY_SPENT,
  PLWU_VALLEY_SAVED,
  PLWU_VALLEY_RELEASED,
  PLWU_VALLEY_NET,
  PLWU_VALLEY_CARRIED, /* below zero: as deep as the reserve could go */
  PLWU_VALLEY_N_LINES,
} PlwuValleyLine;

typedef struct
{
  int year;
  gint64 lines[PLWU_VALLEY_N_LINES];
} PlwuValleyPoint;

/* One of the two parts of the picture. */
typedef struct
{
  double top;
  double height;
  PlwuScale scale;
} PlwuValleyPanel;

typedef struct
{
  double left;
  double width;
  double line; /* height of a line of small text */
  gboolean is_upright;
  PlwuValleyPanel upper;
  PlwuValleyPanel lower;
} PlwuValleyPlot;

struct _PlwuValley
{
  PlwuDrawing parent_instance;

  GArray *points;      /* owned; of PlwuValleyPoint */
  PlwuValleyPlot plot; /* as last drawn on the screen */
  gboolean has_reserve;
};

const PlwuValleyPoint *plwu_valley_get_point (PlwuValley *self, guint i);
const char *plwu_valley_name_line (PlwuValleyLine line);

/**
 * plwu_valley_find_deepest:
 * Returns: FALSE where cash back never lies below what was spent
 */
gboolean plwu_valley_find_deepest (PlwuValley *self, guint *ret_point);

/**
 * plwu_valley_find_close:
 * @ret_point: (out): the first year after the valley
 * Returns: FALSE where there is no valley or it does not close
 */
gboolean plwu_valley_find_close (PlwuValley *self, guint *ret_point);

/* plwu-valley-draw.c */
void plwu_valley_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);

/* plwu-valley-layout.c */
PlwuValleyPlot plwu_valley_lay_out (PlwuValley *self, PlwuCanvas *canvas, double top);
double plwu_valley_get_slot (PlwuValley *self, const PlwuValleyPlot *plot);
double plwu_valley_get_x (PlwuValley *self, const PlwuValleyPlot *plot, guint i);
double plwu_valley_get_y (const PlwuValleyPanel *panel, gint64 value);
char *plwu_valley_show_end (PlwuValley *self, const PlwuValleyPlot *plot, PlwuValleyLine line);

G_END_DECLS
