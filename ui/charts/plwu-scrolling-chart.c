/* plwu-scrolling-chart.c: a picture that scrolls within its window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scrolling-chart.h"

#include "plwu-chart-private.h"
#include "plwu-scrolling.h"

struct _PlwuScrollingChart
{
  PlwuChart parent_instance;

  PlwuScrolling scrolling;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuScrollingChart,
                               plwu_scrolling_chart,
                               PLWU_TYPE_CHART,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (PlwuScrollingChart *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->scrolling.adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
tell_scroll (PlwuScrollingChart *self)
{
  plwu_drawing_set_scroll (plwu_chart_get_drawing (PLWU_CHART (self)),
                           get_value (self, GTK_ORIENTATION_HORIZONTAL),
                           get_value (self, GTK_ORIENTATION_VERTICAL));
}

static void
scrolled_cb (GtkWidget *widget, GtkOrientation orientation)
{
  tell_scroll (PLWU_SCROLLING_CHART (widget));
  gtk_widget_queue_draw (widget);
}

static void
lay_out (PlwuScrollingChart *self, PlwuCanvas *canvas, PlwuDrawingExtent ret_extents[2])
{
  PlwuDrawing *drawing = plwu_chart_get_drawing (PLWU_CHART (self));

  tell_scroll (self);
  PLWU_DRAWING_GET_CLASS (drawing)->lay_out (drawing, canvas, plwu_drawing_measure_top (drawing, canvas),
                                             ret_extents);
}

static void
plwu_scrolling_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlwuScrollingChart *self = PLWU_SCROLLING_CHART (widget);
  PlwuCanvas canvas = plwu_chart_get_canvas (PLWU_CHART (self), width, height);
  PlwuDrawingExtent extents[2];

  self->scrolling.is_allocating = TRUE;
  lay_out (self, &canvas, extents);
  for (int i = 0; i < 2; i++)
    plwu_scrolling_set_extent (&self->scrolling, (GtkOrientation) i, extents[i].whole, extents[i].in_view,
                               extents[i].step);
  lay_out (self, &canvas, extents);
  self->scrolling.is_allocating = FALSE;

  GTK_WIDGET_CLASS (plwu_scrolling_chart_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
plwu_scrolling_chart_scroll_to_mark (PlwuChart *chart, guint mark)
{
  PlwuScrollingChart *self = PLWU_SCROLLING_CHART (chart);
  PlwuDrawing *drawing = plwu_chart_get_drawing (chart);
  GtkAdjustment *horizontal = self->scrolling.adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];
  cairo_rectangle_t place;

  PLWU_DRAWING_GET_CLASS (drawing)->get_mark_place (drawing, mark, &place);
  if (horizontal != NULL)
    gtk_adjustment_clamp_page (horizontal, place.x, place.x + place.width);
  if (vertical != NULL)
    gtk_adjustment_clamp_page (vertical, place.y, place.y + place.height);
}

static gboolean
plwu_scrolling_chart_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean is_keyboard,
                                    GtkTooltip *tooltip)
{
  PlwuDrawing *drawing = plwu_chart_get_drawing (PLWU_CHART (widget));
  cairo_rectangle_int_t area = { 0 };
  g_autofree char *tip = NULL;

  if (!is_keyboard && PLWU_DRAWING_GET_CLASS (drawing)->get_tip != NULL)
    tip = PLWU_DRAWING_GET_CLASS (drawing)->get_tip (drawing, x, y, &area);
  if (tip == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, tip);
  if (area.width > 0)
    gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
plwu_scrolling_chart_dispose (GObject *object)
{
  plwu_scrolling_dispose (&PLWU_SCROLLING_CHART (object)->scrolling, GTK_WIDGET (object));

  G_OBJECT_CLASS (plwu_scrolling_chart_parent_class)->dispose (object);
}

static void
plwu_scrolling_chart_class_init (PlwuScrollingChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  plwu_scrolling_override (object_class);
  object_class->dispose = plwu_scrolling_chart_dispose;
  GTK_WIDGET_CLASS (class)->size_allocate = plwu_scrolling_chart_size_allocate;
  GTK_WIDGET_CLASS (class)->query_tooltip = plwu_scrolling_chart_query_tooltip;
  PLWU_CHART_CLASS (class)->scroll_to_mark = plwu_scrolling_chart_scroll_to_mark;
}

static void
plwu_scrolling_chart_init (PlwuScrollingChart *self)
{
  plwu_scrolling_init (&self->scrolling, GTK_WIDGET (self), scrolled_cb);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
