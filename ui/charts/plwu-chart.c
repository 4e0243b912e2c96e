/* plwu-chart.c: a picture in a window: focus, marks, read-out and clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-chart-private.h"
#include "plwu-rgba.h"
#include "plwu-scrolling-chart.h"

G_DEFINE_TYPE_WITH_PRIVATE (PlwuChart, plwu_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CUT,
};

PlwuChartPrivate *
plwu_chart_get_private (PlwuChart *self)
{
  return plwu_chart_get_instance_private (self);
}

/* Drawing */

PlwuCanvas
plwu_chart_get_canvas (PlwuChart *self, int width, int height)
{
  return (PlwuCanvas){
    .pango = gtk_widget_get_pango_context (GTK_WIDGET (self)),
    .layouts = plwu_chart_get_private (self)->layouts,
    .width = width,
    .height = height - plwu_chart_get_readout_height (self),
  };
}

static const PlwuPalette *
get_palette (PlwuChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return plwu_palette_get (adw_style_manager_get_dark (manager));
}

static GskRenderNode *
draw_picture (PlwuChart *self, const PlwuPalette *palette, int width, int picture)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  GtkSnapshot *drawing = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (drawing, &GRAPHENE_RECT_INIT (0, 0, width, picture));
  PlwuCanvas canvas = plwu_chart_get_canvas (self, width, gtk_widget_get_height (widget));

  canvas.cr = cr;
  canvas.palette = palette;
  canvas.cut = priv->cut;
  g_ptr_array_set_size (priv->cut, 0);
  plwu_drawing_draw (priv->drawing, &canvas,
                     plwu_chart_has_mark_focus (self) ? priv->focus : PLWU_DRAWING_NO_MARK);
  if (gtk_widget_has_visible_focus (widget))
    plwu_canvas_focus_ring (&canvas, 4, 4, width - 8, picture - 8);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (drawing);
}

static void
plwu_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlwuChart *self = PLWU_CHART (widget);
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int picture = height - plwu_chart_get_readout_height (self);
  const PlwuPalette *palette = get_palette (self);
  GdkRGBA background = plwu_rgba_get (palette, PLWU_COLOUR_BACKGROUND);

  gtk_snapshot_append_color (snapshot, &background, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (width <= 0 || picture <= 0)
    return;

  plwu_chart_fade_append (self, snapshot,
                          priv->is_fade_frame ? NULL : draw_picture (self, palette, width, picture));
  gtk_widget_snapshot_child (widget, priv->readout, snapshot);
}

static void
plwu_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlwuChart *self = PLWU_CHART (widget);
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  int readout = plwu_chart_get_readout_height (self);
  GdkRectangle area = { 0, 0, width, height };

  gtk_widget_measure (priv->readout, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (priv->readout, &(GtkAllocation){ 0, height - readout, width, readout }, -1);

  /* Where the mark is, so that what is around the chart can scroll to it. */
  if (priv->focus < plwu_drawing_get_n_marks (priv->drawing)
      && !plwu_drawing_get_mark_area (priv->drawing, priv->focus, &area))
    area = (GdkRectangle){ 0, 0, width, height };
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_measure (priv->mark_widgets[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (priv->mark_widgets[i], &area, -1);
    }
}

/* Pictures with a row for each of something grow with them, where they do not scroll themselves. */
static void
measure_rows (PlwuChart *self, int width, int *minimum, int *natural)
{
  PlwuDrawing *drawing = plwu_chart_get_private (self)->drawing;
  PlwuCanvas canvas = { .pango = gtk_widget_get_pango_context (GTK_WIDGET (self)), .width = width };
  double height = plwu_drawing_scrolls (drawing) ? 0 : plwu_drawing_get_least_height (drawing, &canvas);

  if (height <= 0)
    return;
  *minimum = (int) height + plwu_chart_get_readout_height (self);
  *natural = *minimum;
}

static void
plwu_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  PlwuChart *self = PLWU_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 280;
      *natural = 720;
    }
  else
    {
      /* With large text there are as many lines to draw. */
      *minimum = MAX (220, 8 * plwu_chart_get_readout_height (self)) + plwu_chart_get_readout_height (self);
      *natural = 400 + plwu_chart_get_readout_height (self);
      measure_rows (self, for_size < 0 ? *natural : for_size, minimum, natural);
    }
}

static gboolean
plwu_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
redraw_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
plwu_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plwu_chart_parent_class)->css_changed (widget, change);

  g_hash_table_remove_all (plwu_chart_get_private (PLWU_CHART (widget))->layouts);
  gtk_widget_queue_resize (widget);
}

static void
plwu_chart_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (plwu_chart_parent_class)->state_flags_changed (widget, previous);
  plwu_chart_update_readout (PLWU_CHART (widget));
  gtk_widget_queue_draw (widget);
}

static void
plwu_chart_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plwu_chart_parent_class)->realize (widget);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                           "notify::dark", G_CALLBACK (redraw_cb), widget, G_CONNECT_SWAPPED);
}

static void
plwu_chart_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                                        redraw_cb, widget);
  GTK_WIDGET_CLASS (plwu_chart_parent_class)->unrealize (widget);
}

static void
plwu_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  GPtrArray *cut = plwu_chart_get_private (PLWU_CHART (object))->cut;

  if (id != PROP_CUT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  for (guint i = 0; i < cut->len; i++)
    g_strv_builder_add (texts, g_ptr_array_index (cut, i));
  g_value_take_boxed (value, g_strv_builder_end (texts));
}

static void
plwu_chart_dispose (GObject *object)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (PLWU_CHART (object));

  plwu_chart_fade_dispose (PLWU_CHART (object));
  g_clear_pointer (&priv->readout, gtk_widget_unparent);
  g_clear_pointer (&priv->mark_widgets[0], gtk_widget_unparent);
  g_clear_pointer (&priv->mark_widgets[1], gtk_widget_unparent);
  if (priv->drawing != NULL)
    g_signal_handlers_disconnect_by_data (priv->drawing, object);

  G_OBJECT_CLASS (plwu_chart_parent_class)->dispose (object);
}

static void
plwu_chart_finalize (GObject *object)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (PLWU_CHART (object));

  g_clear_object (&priv->drawing);
  g_hash_table_unref (priv->layouts);
  g_ptr_array_unref (priv->cut);

  G_OBJECT_CLASS (plwu_chart_parent_class)->finalize (object);
}

static void
plwu_chart_class_init (PlwuChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = plwu_chart_get_property;
  object_class->dispose = plwu_chart_dispose;
  object_class->finalize = plwu_chart_finalize;

  widget_class->snapshot = plwu_chart_snapshot;
  widget_class->size_allocate = plwu_chart_size_allocate;
  widget_class->measure = plwu_chart_measure;
  widget_class->focus = plwu_chart_focus;
  widget_class->css_changed = plwu_chart_css_changed;
  widget_class->state_flags_changed = plwu_chart_state_flags_changed;
  widget_class->realize = plwu_chart_realize;
  widget_class->unrealize = plwu_chart_unrealize;

  g_object_class_install_property (
      object_class, PROP_CUT,
      g_param_spec_boxed ("cut", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "plwuchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plwu_chart_init (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  priv->focus = PLWU_DRAWING_NO_MARK;
  priv->hover = PLWU_DRAWING_NO_MARK;
  priv->layouts = plwu_canvas_create_layouts ();
  priv->cut = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  priv->readout = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->readout), 0);
  gtk_label_set_ellipsize (GTK_LABEL (priv->readout), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (priv->readout, (int) PLWU_DRAWING_MARGIN);
  gtk_widget_set_margin_end (priv->readout, (int) PLWU_DRAWING_MARGIN);
  gtk_widget_set_margin_top (priv->readout, 4);
  gtk_widget_set_margin_bottom (priv->readout, 6);
  gtk_widget_set_parent (priv->readout, widget);

  for (int i = 0; i < 2; i++)
    {
      priv->mark_widgets[i] = plwu_chart_mark_new ();
      gtk_widget_set_parent (priv->mark_widgets[i], widget);
    }

  plwu_chart_init_controllers (self);
}

/* What the drawing tells */

static void
show_names (PlwuChart *self)
{
  PlwuDrawing *drawing = plwu_chart_get_private (self)->drawing;

  if (plwu_drawing_get_title (drawing) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    plwu_drawing_get_title (drawing), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  plwu_drawing_get_description (drawing), -1);
}

static void
show_figures (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  plwu_chart_fade_begin (self);
  priv->hover = PLWU_DRAWING_NO_MARK;
  if (priv->focus >= plwu_drawing_get_n_marks (priv->drawing))
    plwu_chart_step_to (self, PLWU_DRAWING_NO_MARK, FALSE);
  plwu_chart_show_mark (self);
  plwu_chart_update_readout (self);
}

static void
changed_cb (PlwuChart *self, guint change)
{
  if (change == PLWU_DRAWING_FIGURES)
    show_figures (self);
  if (change != PLWU_DRAWING_LOOK)
    {
      show_names (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
plwu_chart_new (PlwuDrawing *drawing)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (drawing), NULL);

  GType type = plwu_drawing_scrolls (drawing) ? PLWU_TYPE_SCROLLING_CHART : PLWU_TYPE_CHART;
  PlwuChart *self = g_object_new (type, NULL);

  plwu_chart_get_private (self)->drawing = drawing;
  g_signal_connect_swapped (drawing, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (drawing, "focus-wanted", G_CALLBACK (plwu_chart_set_focus), self);
  show_names (self);
  return GTK_WIDGET (self);
}

PlwuDrawing *
plwu_chart_get_drawing (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), NULL);

  return plwu_chart_get_private (self)->drawing;
}

void
plwu_chart_copy (PlwuChart *self)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  PlwuDrawing *drawing = plwu_chart_get_private (self)->drawing;
  g_autoptr (GBytes) png = plwu_drawing_render (drawing, PLWU_DRAWING_PNG, NULL);
  g_autofree char *table = plwu_drawing_write_table (drawing);
  GdkContentProvider *providers[2];
  size_t n = 0;

  if (png != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, table);

  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, n);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

guint
plwu_chart_get_focus (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), PLWU_DRAWING_NO_MARK);

  return plwu_chart_get_private (self)->focus;
}

void
plwu_chart_set_focus (PlwuChart *self, guint mark)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  plwu_chart_step_to (self, mark, plwu_chart_has_mark_focus (self));
}

int
plwu_chart_get_readout_height (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), 0);

  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  int height;

  gtk_widget_measure (priv->readout, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);

  return height;
}
