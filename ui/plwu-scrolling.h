/* plwu-scrolling.h: what a widget needs to be the child of a scrolled window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a widget that implements GtkScrollable and has no properties but
 * those of that interface.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlwuScrolledFunc: somebody scrolled; the widget is allocated anew afterwards
 */
typedef void (*PlwuScrolledFunc) (GtkWidget *widget, GtkOrientation orientation);

/**
 * PlwuScrolling:
 * @adjustments: (nullable): by GtkOrientation
 * @is_allocating: set while the widget itself moves the adjustments
 */
typedef struct
{
  GtkAdjustment *adjustments[2];
  gboolean is_allocating;

  GtkScrollablePolicy policies[2];
  PlwuScrolledFunc scrolled;
} PlwuScrolling;

/**
 * plwu_scrolling_override:
 *
 * For class_init: takes on the properties of GtkScrollable.
 */
void plwu_scrolling_override (GObjectClass *klass);

/**
 * plwu_scrolling_init:
 * @self: a part of @widget
 *
 * For init.
 */
void plwu_scrolling_init (PlwuScrolling *self, GtkWidget *widget, PlwuScrolledFunc scrolled);

/**
 * plwu_scrolling_set_extent:
 * @whole, @in_view: how much there is and how much of it is seen
 * @step: a row or a column
 *
 * For size_allocate, between setting and clearing is_allocating.
 */
void plwu_scrolling_set_extent (PlwuScrolling *self,
                                GtkOrientation orientation,
                                double whole,
                                double in_view,
                                double step);

/**
 * plwu_scrolling_dispose:
 *
 * For dispose: lets go of the adjustments.
 */
void plwu_scrolling_dispose (PlwuScrolling *self, GtkWidget *widget);

G_END_DECLS
