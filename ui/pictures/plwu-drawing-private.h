/* plwu-drawing-private.h: what the parts of the drawing share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  char *title;
  char *description;
  char *made; /* (nullable): the description made of the figures, as long as it is true */
  char *context;

  double scroll_x;
  double scroll_y;
} PlwuDrawingPrivate;

PlwuDrawingPrivate *plwu_drawing_get_private (PlwuDrawing *self);

/* plwu-drawing-marks.c */
void plwu_drawing_init_mark_class (PlwuDrawingClass *class);

G_END_DECLS
