/* plwu-chart.c: what all pictures share: names, focus, table and file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-chart-private.h"
#include "plwu-rgba.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlwuChart, plwu_chart, GTK_TYPE_WIDGET)

PlwuChartPrivate *
plwu_chart_get_private (PlwuChart *self)
{
  return plwu_chart_get_instance_private (self);
}

/* Drawing */

/* On the screen the menu of the picture stands beside the title. */
static double
get_title_width (const PlwuCanvas *canvas)
{
  return MAX (1, canvas->width - 2 * PLWU_CHART_MARGIN - (canvas->is_file ? 0 : PLWU_CHART_MENU));
}

double
plwu_chart_measure_top (PlwuChart *self, PlwuCanvas *canvas)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  double top = PLWU_CHART_MARGIN;

  if (priv->title != NULL)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (canvas->pango);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      int height;

      pango_attr_list_insert (attributes, pango_attr_scale_new (1.25));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_set_text (layout, priv->title, -1);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) (get_title_width (canvas) * PANGO_SCALE));
      pango_layout_get_pixel_size (layout, NULL, &height);
      top += height + 4;
    }

  if (priv->context != NULL)
    {
      double height;

      plwu_canvas_measure (canvas, priv->context, PLWU_TEXT_SMALL, NULL, &height);
      top += height + 4;
    }

  return top + 4;
}

static void
draw_heading (PlwuChart *self, PlwuCanvas *canvas)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  double width = get_title_width (canvas);
  double y = PLWU_CHART_MARGIN;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  if (priv->title != NULL)
    y += plwu_canvas_paragraph (canvas, priv->title, PLWU_TEXT_TITLE, PLWU_CHART_MARGIN, y, width) + 4;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  if (priv->context != NULL)
    plwu_canvas_text (canvas, priv->context, PLWU_TEXT_SMALL, PLWU_CHART_MARGIN, y, 0, width);
}

void
plwu_chart_draw_all (PlwuChart *self, PlwuCanvas *canvas, guint focus)
{
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_paint (canvas->cr);
  draw_heading (self, canvas);
  PLWU_CHART_GET_CLASS (self)->draw (self, canvas, plwu_chart_measure_top (self, canvas), focus);
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
  PlwuCanvas canvas = { cr,   gtk_widget_get_pango_context (widget), priv->layouts, palette, width, picture,
                        FALSE };

  plwu_chart_draw_all (self, &canvas, plwu_chart_has_mark_focus (self) ? priv->focus : PLWU_CHART_NO_MARK);
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
  PlwuCanvas canvas = { .pango = gtk_widget_get_pango_context (widget), .width = width };
  GdkRectangle area = { 0, 0, width, height };

  priv->top = plwu_chart_measure_top (self, &canvas);
  gtk_widget_measure (priv->readout, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (priv->readout, &(GtkAllocation){ 0, height - readout, width, readout }, -1);

  /* Where the mark is, so that what is around the chart can scroll to it. */
  if (priv->focus < plwu_chart_get_n_marks (self)
      && !PLWU_CHART_GET_CLASS (self)->get_mark_area (self, priv->focus, &area))
    area = (GdkRectangle){ 0, 0, width, height };
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_measure (priv->mark_widgets[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (priv->mark_widgets[i], &area, -1);
    }
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
plwu_chart_dispose (GObject *object)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (PLWU_CHART (object));

  plwu_chart_fade_dispose (PLWU_CHART (object));
  g_clear_pointer (&priv->readout, gtk_widget_unparent);
  g_clear_pointer (&priv->mark_widgets[0], gtk_widget_unparent);
  g_clear_pointer (&priv->mark_widgets[1], gtk_widget_unparent);

  G_OBJECT_CLASS (plwu_chart_parent_class)->dispose (object);
}

static void
plwu_chart_finalize (GObject *object)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (PLWU_CHART (object));

  g_free (priv->title);
  g_free (priv->description);
  g_free (priv->context);
  g_hash_table_unref (priv->layouts);

  G_OBJECT_CLASS (plwu_chart_parent_class)->finalize (object);
}

static void
plwu_chart_class_init (PlwuChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

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

  plwu_chart_init_mark_class (class);

  gtk_widget_class_set_css_name (widget_class, "plwuchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plwu_chart_init (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  priv->focus = PLWU_CHART_NO_MARK;
  priv->hover = PLWU_CHART_NO_MARK;
  priv->layouts = plwu_canvas_create_layouts ();
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  priv->readout = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->readout), 0);
  gtk_label_set_ellipsize (GTK_LABEL (priv->readout), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (priv->readout, (int) PLWU_CHART_MARGIN);
  gtk_widget_set_margin_end (priv->readout, (int) PLWU_CHART_MARGIN);
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

static void
update_description (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  g_autofree char *made = NULL;

  if (priv->description == NULL && PLWU_CHART_GET_CLASS (self)->describe != NULL)
    made = PLWU_CHART_GET_CLASS (self)->describe (self);

  const char *text = made != NULL ? made : priv->description;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

/* Public functions */

void
plwu_chart_set_title (PlwuChart *self, const char *title, const char *description)
{
  g_return_if_fail (PLWU_IS_CHART (self));
  g_return_if_fail (title != NULL);

  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  g_autofree char *old_title = priv->title;
  g_autofree char *old_description = priv->description;

  priv->title = g_strdup (title);
  priv->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
plwu_chart_get_title (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), NULL);

  return plwu_chart_get_private (self)->title;
}

const char *
plwu_chart_get_description (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), NULL);

  return plwu_chart_get_private (self)->description;
}

void
plwu_chart_set_context (PlwuChart *self, const char *context)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  g_autofree char *old = priv->context;

  priv->context = g_strdup (context);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
plwu_chart_get_context (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), NULL);

  return plwu_chart_get_private (self)->context;
}

GPtrArray *
plwu_chart_get_table (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), NULL);

  return PLWU_CHART_GET_CLASS (self)->get_table (self);
}

guint
plwu_chart_get_focus (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), PLWU_CHART_NO_MARK);

  return plwu_chart_get_private (self)->focus;
}

void
plwu_chart_set_focus (PlwuChart *self, guint mark)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  plwu_chart_step_to (self, mark, plwu_chart_has_mark_focus (self));
}

double
plwu_chart_get_top (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), 0);

  return plwu_chart_get_private (self)->top;
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

void
plwu_chart_data_changed (PlwuChart *self)
{
  g_return_if_fail (PLWU_IS_CHART (self));

  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  plwu_chart_fade_begin (self);
  priv->hover = PLWU_CHART_NO_MARK;
  if (priv->focus >= plwu_chart_get_n_marks (self))
    plwu_chart_step_to (self, PLWU_CHART_NO_MARK, FALSE);
  plwu_chart_show_mark (self);
  plwu_chart_update_readout (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
