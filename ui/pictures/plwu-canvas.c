/* plwu-canvas.c: text, bars and patterns drawn with cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-canvas.h"

#include <math.h>

#define HATCH_SPACE 6.0
#define LAYOUTS_MOST 4000

#define FONT "Cantarell, Sans"
#define FONT_SIZE 14 /* pixels */

void
plwu_canvas_set_colour (PlwuCanvas *self, const PlwuColour *colour)
{
  cairo_set_source_rgba (self->cr, (double) colour->red, (double) colour->green, (double) colour->blue,
                         (double) colour->alpha);
}

void
plwu_canvas_use (PlwuCanvas *self, PlwuPaletteColour colour)
{
  plwu_canvas_set_colour (self, &self->palette->colours[colour]);
}

PangoContext *
plwu_canvas_create_pango (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (description, FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);

  return context;
}

GHashTable *
plwu_canvas_create_layouts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* Sizes a hair apart are fonts of their own, with every letter drawn anew: Pango would cut a fraction
 * off where style sheets round it.
 */
static PangoAttribute *
create_size (PangoContext *context, double scale)
{
  int size = pango_font_description_get_size (pango_context_get_font_description (context));

  return pango_attr_size_new_absolute ((int) round (size * scale));
}

static PangoLayout *
create_layout (PlwuCanvas *self, const char *text, PlwuTextStyle style)
{
  static const struct
  {
    double scale;
    PangoWeight weight;
  } styles[] = {
    [PLWU_TEXT_NORMAL] = { 1, PANGO_WEIGHT_NORMAL },  [PLWU_TEXT_BOLD] = { 1, PANGO_WEIGHT_BOLD },
    [PLWU_TEXT_SMALL] = { 0.9, PANGO_WEIGHT_NORMAL }, [PLWU_TEXT_SMALL_BOLD] = { 0.9, PANGO_WEIGHT_BOLD },
    [PLWU_TEXT_TITLE] = { 1.25, PANGO_WEIGHT_BOLD },
  };
  PangoLayout *layout = pango_layout_new (self->pango);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (styles[style].scale != 1)
    pango_attr_list_insert (attributes, create_size (self->pango, styles[style].scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (styles[style].weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static PangoLayout *
get_layout (PlwuCanvas *self, const char *text, PlwuTextStyle style)
{
  if (self->layouts == NULL)
    return create_layout (self, text, style);

  g_autofree char *key = g_strdup_printf ("%d%s", style, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      if (g_hash_table_size (self->layouts) >= LAYOUTS_MOST)
        g_hash_table_remove_all (self->layouts);
      layout = create_layout (self, text, style);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  pango_layout_set_width (layout, -1);

  return g_object_ref (layout);
}

void
plwu_canvas_measure (PlwuCanvas *self,
                     const char *text,
                     PlwuTextStyle style,
                     double *ret_width,
                     double *ret_height)
{
  g_autoptr (PangoLayout) layout = get_layout (self, text, style);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (ret_width != NULL)
    *ret_width = width;
  if (ret_height != NULL)
    *ret_height = height;
}

double
plwu_canvas_name (PlwuCanvas *self,
                  const char *text,
                  PlwuTextStyle style,
                  double x,
                  double y,
                  double align,
                  double width_most)
{
  g_autoptr (PangoLayout) layout = get_layout (self, text, style);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width_most > 0 && width > width_most)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (width_most * PANGO_SCALE));
      width = (int) width_most;
    }

  cairo_move_to (self->cr, round (x - width * align), round (y));
  pango_cairo_show_layout (self->cr, layout);

  return height;
}

double
plwu_canvas_measure_width (PlwuCanvas *self, const char *text, PlwuTextStyle style)
{
  double width;

  plwu_canvas_measure (self, text, style, &width, NULL);
  return width;
}

double
plwu_canvas_text (PlwuCanvas *self,
                  const char *text,
                  PlwuTextStyle style,
                  double x,
                  double y,
                  double align,
                  double width_most)
{
  double width;

  if (self->cut != NULL && width_most > 0)
    {
      plwu_canvas_measure (self, text, style, &width, NULL);
      if (width > width_most)
        g_ptr_array_add (self->cut, g_strdup (text));
    }
  return plwu_canvas_name (self, text, style, x, y, align, width_most);
}

static PangoLayout *
get_lines (PlwuCanvas *self, const char *text, PlwuTextStyle style, double width)
{
  PangoLayout *layout = get_layout (self, text, style);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

double
plwu_canvas_measure_paragraph (PlwuCanvas *self, const char *text, PlwuTextStyle style, double width)
{
  g_autoptr (PangoLayout) layout = get_lines (self, text, style, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

double
plwu_canvas_paragraph (PlwuCanvas *self,
                       const char *text,
                       PlwuTextStyle style,
                       double x,
                       double y,
                       double width)
{
  g_autoptr (PangoLayout) layout = get_lines (self, text, style, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (self->cr, round (x), round (y));
  pango_cairo_show_layout (self->cr, layout);

  return height;
}

void
plwu_canvas_upright_text (PlwuCanvas *self, const char *text, PlwuTextStyle style, double x, double y)
{
  g_autoptr (PangoLayout) layout = get_layout (self, text, style);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_save (self->cr);
  cairo_translate (self->cr, round (x - height / 2.0), round (y + width));
  cairo_rotate (self->cr, -G_PI / 2);
  cairo_move_to (self->cr, 0, 0);
  pango_cairo_show_layout (self->cr, layout);
  cairo_restore (self->cr);
}

static void
hatch (PlwuCanvas *self, double x, double y, double width, double height, gboolean is_falling)
{
  /* From one origin for all bars, so that hatching runs through stacked ones. */
  double first = floor ((is_falling ? x - (y + height) : x + y) / HATCH_SPACE) * HATCH_SPACE;

  for (double at = first; at <= first + width + height + 2 * HATCH_SPACE; at += HATCH_SPACE)
    {
      cairo_move_to (self->cr, is_falling ? at + y : at - y, y);
      cairo_line_to (self->cr, is_falling ? at + y + height : at - y - height, y + height);
    }
  cairo_stroke (self->cr);
}

static void
fill_pattern (PlwuCanvas *self,
              PlwuPattern pattern,
              PlwuPaletteColour colour,
              double x,
              double y,
              double width,
              double height)
{
  PlwuColour tint = self->palette->colours[colour];

  if (pattern == PLWU_PATTERN_SOLID)
    {
      cairo_paint (self->cr);
      return;
    }

  tint.alpha = pattern == PLWU_PATTERN_LIGHT ? 0.45f : 0.0f;
  plwu_canvas_use (self, PLWU_COLOUR_BACKGROUND);
  cairo_paint (self->cr);
  plwu_canvas_set_colour (self, &tint);
  cairo_paint (self->cr);

  plwu_canvas_use (self, colour);
  cairo_set_line_width (self->cr, 1.2);
  if (pattern == PLWU_PATTERN_HATCHED || pattern == PLWU_PATTERN_CROSSED)
    hatch (self, x, y, width, height, FALSE);
  if (pattern == PLWU_PATTERN_CROSSED)
    hatch (self, x, y, width, height, TRUE);
}

void
plwu_canvas_bar (PlwuCanvas *self,
                 PlwuPattern pattern,
                 PlwuPaletteColour colour,
                 double x,
                 double y,
                 double width,
                 double height)
{
  if (width <= 0 || height <= 0)
    return;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_clip (self->cr);
  plwu_canvas_use (self, colour);
  fill_pattern (self, pattern, colour, x, y, width, height);
  cairo_restore (self->cr);

  if (height >= 2)
    {
      cairo_rectangle (self->cr, x + 0.5, y + 0.5, width - 1, height - 1);
      plwu_canvas_use (self, colour);
      cairo_set_line_width (self->cr, 1);
      cairo_stroke (self->cr);
    }
}

void
plwu_canvas_focus_ring (PlwuCanvas *self, double x, double y, double width, double height)
{
  cairo_rectangle (self->cr, x - 1, y - 1, width + 2, height + 2);
  plwu_canvas_use (self, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (self->cr, 5);
  cairo_stroke_preserve (self->cr);
  plwu_canvas_use (self, PLWU_COLOUR_FOCUS);
  cairo_set_line_width (self->cr, 2.5);
  cairo_stroke (self->cr);
}
