/* plwu-drawing.c: what all pictures share: names, heading and what has changed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-drawing-private.h"

enum
{
  CHANGED,
  FOCUS_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlwuDrawing, plwu_drawing, G_TYPE_OBJECT)

PlwuDrawingPrivate *
plwu_drawing_get_private (PlwuDrawing *self)
{
  return plwu_drawing_get_instance_private (self);
}

static void
plwu_drawing_finalize (GObject *object)
{
  PlwuDrawingPrivate *priv = plwu_drawing_get_private (PLWU_DRAWING (object));

  g_free (priv->title);
  g_free (priv->description);
  g_free (priv->made);
  g_free (priv->context);

  G_OBJECT_CLASS (plwu_drawing_parent_class)->finalize (object);
}

static void
plwu_drawing_class_init (PlwuDrawingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = plwu_drawing_finalize;

  plwu_drawing_init_mark_class (class);

  signals[CHANGED] = g_signal_new ("changed", PLWU_TYPE_DRAWING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FOCUS_WANTED] = g_signal_new ("focus-wanted", PLWU_TYPE_DRAWING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_drawing_init (PlwuDrawing *self)
{
}

/* Heading */

/* On the screen the menu of the picture stands beside the title. */
static double
get_title_width (const PlwuCanvas *canvas)
{
  return MAX (1, canvas->width - 2 * PLWU_DRAWING_MARGIN - (canvas->is_file ? 0 : PLWU_CANVAS_MENU));
}

double
plwu_drawing_measure_top (PlwuDrawing *self, PlwuCanvas *canvas)
{
  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);
  double top = PLWU_DRAWING_MARGIN;

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
    top +=
        plwu_canvas_measure_paragraph (canvas, priv->context, PLWU_TEXT_SMALL, get_title_width (canvas)) + 4;

  return top + 4;
}

static void
draw_heading (PlwuDrawing *self, PlwuCanvas *canvas)
{
  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);
  double width = get_title_width (canvas);
  double y = PLWU_DRAWING_MARGIN;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  if (priv->title != NULL)
    y += plwu_canvas_paragraph (canvas, priv->title, PLWU_TEXT_TITLE, PLWU_DRAWING_MARGIN, y, width) + 4;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  if (priv->context != NULL)
    plwu_canvas_paragraph (canvas, priv->context, PLWU_TEXT_SMALL, PLWU_DRAWING_MARGIN, y, width);
}

void
plwu_drawing_draw (PlwuDrawing *self, PlwuCanvas *canvas, guint focus)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));
  g_return_if_fail (canvas != NULL);

  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_paint (canvas->cr);
  draw_heading (self, canvas);
  PLWU_DRAWING_GET_CLASS (self)->draw (self, canvas, plwu_drawing_measure_top (self, canvas), focus);
}

/* Changes */

static void
emit_changed (PlwuDrawing *self, PlwuDrawingChange change)
{
  if (change != PLWU_DRAWING_LOOK)
    g_clear_pointer (&plwu_drawing_get_private (self)->made, g_free);
  g_signal_emit (self, signals[CHANGED], 0, change);
}

void
plwu_drawing_figures_changed (PlwuDrawing *self)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  emit_changed (self, PLWU_DRAWING_FIGURES);
}

void
plwu_drawing_look_changed (PlwuDrawing *self)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  emit_changed (self, PLWU_DRAWING_LOOK);
}

void
plwu_drawing_want_focus (PlwuDrawing *self, guint mark)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  g_signal_emit (self, signals[FOCUS_WANTED], 0, mark);
}

/* Public functions */

void
plwu_drawing_set_title (PlwuDrawing *self, const char *title, const char *description)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));
  g_return_if_fail (title != NULL);

  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);
  g_autofree char *old_title = priv->title;
  g_autofree char *old_description = priv->description;

  priv->title = g_strdup (title);
  priv->description = g_strdup (description);
  emit_changed (self, PLWU_DRAWING_HEADING);
}

const char *
plwu_drawing_get_title (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);

  return plwu_drawing_get_private (self)->title;
}

const char *
plwu_drawing_get_description (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);

  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);

  if (priv->description != NULL)
    return priv->description;
  if (priv->made == NULL && PLWU_DRAWING_GET_CLASS (self)->describe != NULL)
    priv->made = PLWU_DRAWING_GET_CLASS (self)->describe (self);
  return priv->made != NULL ? priv->made : "";
}

void
plwu_drawing_set_context (PlwuDrawing *self, const char *context)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);
  g_autofree char *old = priv->context;

  priv->context = g_strdup (context);
  emit_changed (self, PLWU_DRAWING_HEADING);
}

const char *
plwu_drawing_get_context (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);

  return plwu_drawing_get_private (self)->context;
}

double
plwu_drawing_get_least_height (PlwuDrawing *self, PlwuCanvas *canvas)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), 0);

  double width;
  double height;

  if (PLWU_DRAWING_GET_CLASS (self)->get_least_size == NULL)
    return 0;
  PLWU_DRAWING_GET_CLASS (self)->get_least_size (self, canvas, &width, &height);
  return plwu_drawing_measure_top (self, canvas) + height;
}

gboolean
plwu_drawing_scrolls (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), FALSE);

  return PLWU_DRAWING_GET_CLASS (self)->lay_out != NULL;
}

gboolean
plwu_drawing_fits_any_size (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), FALSE);

  return PLWU_DRAWING_GET_CLASS (self)->get_least_size == NULL;
}

void
plwu_drawing_set_scroll (PlwuDrawing *self, double x, double y)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);

  priv->scroll_x = x;
  priv->scroll_y = y;
}

void
plwu_drawing_get_scroll (PlwuDrawing *self, double *ret_x, double *ret_y)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  PlwuDrawingPrivate *priv = plwu_drawing_get_private (self);

  *ret_x = priv->scroll_x;
  *ret_y = priv->scroll_y;
}
