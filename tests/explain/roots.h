/* roots.h: every figure that the tables of a result show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>
#include <placewright/reference.h>

G_BEGIN_DECLS

/**
 * RootFunc:
 * @expected: what the result says
 */
typedef void (*RootFunc) (PlwFigure figure, double expected, void *data);

void for_each_root (const PlwResult *result, RootFunc func, void *data);

G_END_DECLS
