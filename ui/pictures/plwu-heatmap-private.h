/* plwu-heatmap-private.h: what the parts of the heatmap share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"
#include "plwu-heatmap.h"

G_BEGIN_DECLS

typedef struct
{
  char *label; /* owned; "Burnley: Parks" */
  gboolean is_statutory;
  gint64 *need; /* owned */
  gint64 *shortfall;
  gint64 total;
  guint first_short; /* the first year with a shortfall; n_years: none */

  /* As printed, in steps of the unit */
  gint64 *steps;
  gint64 total_steps;
} PlwuHeatmapLine;

/* Where the parts of the picture lie. */
typedef struct
{
  double row_height;
  double line; /* height of a line of text */
  double cells_x;
  double cells_width; /* in view */
  double cell_width;
  double total_x;
  double total_width;
  double legend_y;
  double header_y;
  double body_y;
  double body_height; /* in view */
  double totals_y;
  double scroll_x;
  double scroll_y;
} PlwuHeatmapPlot;

struct _PlwuHeatmap
{
  PlwuDrawing parent_instance;

  /* Owned */
  GPtrArray *lines; /* PlwuHeatmapLine, in plan order */
  GArray *order;    /* guint; the lines as shown */
  GArray *years;    /* int */
  gint64 *year_totals;
  gint64 *year_steps;

  PlwuHeatmapSort sort;
  PlwUnit unit;
  gint64 maximum; /* 0: the largest cell */
  gint64 largest;
  gint64 total;
  gint64 total_steps;
  guint longest; /* the line with the longest label */
  PlwuHeatmapPlot plot;
};

/* plwu-heatmap-rows.c */
void plwu_heatmap_line_free (PlwuHeatmapLine *line);
void plwu_heatmap_take_rows (PlwuHeatmap *self,
                             guint n_rows,
                             const PlwuHeatmapRow *rows,
                             guint n_years,
                             const int *years);
void plwu_heatmap_order_rows (PlwuHeatmap *self);
void plwu_heatmap_round_rows (PlwuHeatmap *self);
GPtrArray *plwu_heatmap_make_table (PlwuHeatmap *self);
const PlwuHeatmapLine *plwu_heatmap_get_shown (PlwuHeatmap *self, guint i);
int plwu_heatmap_get_year (PlwuHeatmap *self, guint i);

/* plwu-heatmap-draw.c */
PlwuHeatmapPlot plwu_heatmap_lay_out (PlwuHeatmap *self, PlwuCanvas *canvas, double top);
void plwu_heatmap_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);
void plwu_heatmap_measure_file (PlwuDrawing *drawing,
                                PlwuCanvas *canvas,
                                double *ret_width,
                                double *ret_height);

G_END_DECLS
