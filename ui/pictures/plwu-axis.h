/* plwu-axis.h: an upright axis of money beside a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-canvas.h"
#include "plwu-scale.h"

G_BEGIN_DECLS

/**
 * plwu_axis_measure:
 * Returns: how wide the widest label of @scale is
 */
double plwu_axis_measure (PlwuCanvas *canvas, const PlwuScale *scale);

/**
 * plwu_axis_draw:
 * @left, @top, @width, @height: the picture's; labels stand to the left of it
 *
 * A line across the picture for each step, zero stronger than the rest.
 */
void plwu_axis_draw (PlwuCanvas *canvas,
                     const PlwuScale *scale,
                     double left,
                     double top,
                     double width,
                     double height);

/**
 * plwu_axis_draw_nothing:
 * @text: why there is no picture yet; stands in the middle below @top
 */
void plwu_axis_draw_nothing (PlwuCanvas *canvas, const char *text, double top);

G_END_DECLS
