/* plwu-cliffs-private.h: what the parts of the calendar of cliff edges share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-cliffs.h"
#include "plwu-drawing.h"

G_BEGIN_DECLS

/* Where the parts of the picture lie. */
typedef struct
{
  double line;
  double row_height;
  double legend_y;
  double header_y;
  double body_y;
  double body_height; /* in view */
  double years_x;
  double year_width;
  double amount_x; /* where amounts end */
  double holds_x;
  double holds_width;
  double scroll_y;
} PlwuCliffPlot;

struct _PlwuCliffs
{
  PlwuDrawing parent_instance;

  /* Owned */
  GArray *rows;  /* of PlwuCliffRow, soonest first; texts owned */
  GArray *given; /* of guint: the place of each row in the rows given */

  guint n_years;
  int first_year;
  PlwuCliffPlot plot; /* as last laid out on the screen */
};

const PlwuCliffRow *plwu_cliff_get_row (PlwuCliffs *self, guint i);

/* plwu-cliffs-draw.c */
PlwuCliffPlot plwu_cliff_lay_out (PlwuCliffs *self, PlwuCanvas *canvas, double top);
void plwu_cliff_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus);
void plwu_cliff_measure_file (PlwuDrawing *drawing,
                              PlwuCanvas *canvas,
                              double *ret_width,
                              double *ret_height);
void plwu_cliff_measure_least (PlwuDrawing *drawing,
                               PlwuCanvas *canvas,
                               double *ret_width,
                               double *ret_height);

G_END_DECLS
