/* plwu-axis.c: an upright axis of money beside a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"

#include <math.h>

#define LABEL_GAP 8

double
plwu_axis_measure (PlwuCanvas *canvas, const PlwuScale *scale)
{
  double most = 0;

  for (gint64 tick = scale->low; tick <= scale->high; tick += scale->step)
    {
      g_autofree char *text = plwu_scale_label (scale, tick);
      most = MAX (most, plwu_canvas_measure_width (canvas, text, PLWU_TEXT_SMALL));
    }
  return most;
}

void
plwu_axis_draw (PlwuCanvas *canvas,
                const PlwuScale *scale,
                double left,
                double top,
                double width,
                double height)
{
  double line;

  plwu_canvas_measure (canvas, "£0", PLWU_TEXT_SMALL, NULL, &line);
  for (gint64 tick = scale->low; tick <= scale->high; tick += scale->step)
    {
      g_autofree char *text = plwu_scale_label (scale, tick);
      double y = round (top + height * (1 - plwu_scale_share (scale, tick))) + 0.5;

      plwu_canvas_use (canvas, tick == 0 ? PLWU_COLOUR_TEXT_DIM : PLWU_COLOUR_GRID);
      cairo_set_line_width (canvas->cr, 1);
      cairo_move_to (canvas->cr, left, y);
      cairo_line_to (canvas->cr, left + width, y);
      cairo_stroke (canvas->cr);

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, text, PLWU_TEXT_SMALL, left - LABEL_GAP, y - line / 2, 1, 0);
    }
}

void
plwu_axis_draw_nothing (PlwuCanvas *canvas, const char *text, double top)
{
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  plwu_canvas_text (canvas, text, PLWU_TEXT_NORMAL, canvas->width / 2, (top + canvas->height) / 2, 0.5, 0);
}
