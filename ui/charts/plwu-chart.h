/* plwu-chart.h: a picture in a window: focus, marks, read-out and clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pictures/plwu-drawing.h"

G_BEGIN_DECLS

#define PLWU_TYPE_CHART (plwu_chart_get_type ())

/**
 * PlwuChart:
 *
 * Shows a #PlwuDrawing: an image with a name and a description. It takes the keyboard
 * focus; Left and Right (and what else a picture offers) step through its marks, each of
 * which is read out and printed below the picture. Escape returns to the whole.
 *
 * Property "cut" (#GStrv): texts that had no room and are told nowhere else, for tests.
 */
G_DECLARE_DERIVABLE_TYPE (PlwuChart, plwu_chart, PLWU, CHART, GtkWidget)

/**
 * PlwuChartClass:
 * @scroll_to_mark: (nullable): brings a mark into view
 */
struct _PlwuChartClass
{
  GtkWidgetClass parent_class;

  void (*scroll_to_mark) (PlwuChart *self, guint mark);

  gpointer padding[8];
};

/**
 * plwu_chart_new:
 * @drawing: (transfer full)
 *
 * A picture of which only a part may be seen is to be put into a #GtkScrolledWindow.
 */
GtkWidget *plwu_chart_new (PlwuDrawing *drawing);

/**
 * plwu_chart_get_drawing:
 * Returns: (transfer none)
 */
PlwuDrawing *plwu_chart_get_drawing (PlwuChart *self);

/**
 * plwu_chart_copy:
 *
 * Puts the picture (PNG) and its table (tab-separated text) on the clipboard.
 */
void plwu_chart_copy (PlwuChart *self);

/**
 * plwu_chart_get_focus:
 * Returns: the mark last stepped to or %PLWU_DRAWING_NO_MARK
 */
guint plwu_chart_get_focus (PlwuChart *self);
void plwu_chart_set_focus (PlwuChart *self, guint mark);

/**
 * plwu_chart_is_fading:
 * Returns: whether the last change is still fading in
 */
gboolean plwu_chart_is_fading (PlwuChart *self);

G_END_DECLS
