/* plwu-bridge-draw.c: the bridge drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"
#include "plwu-bridge-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define SWATCH 12.0
#define BAR_WIDTH_MOST 72.0
#define BAR_SHARE 0.7
#define NAME_LINES_MOST 2
#define SLOT_LEAST 46.0
#define TEAR 5.0

static void
get_levels (PlwuBridge *self, gint64 *ret_low, gint64 *ret_high)
{
  *ret_low = MIN (self->opening, self->closing);
  *ret_high = MAX (self->opening, self->closing);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlwuBridgeBar *bar = plwu_bridge_get_bar (self, i);

      *ret_low = MIN (*ret_low, bar->to);
      *ret_high = MAX (*ret_high, bar->to);
    }
}

/* Steps that would be slivers beside their totals get an axis of their own: it
 * begins above zero, and the totals are drawn torn.
 */
static void
choose_scale (PlwuBridge *self, PlwuBridgePlot *plot, double height)
{
  guint n_steps = (guint) CLAMP (height / 60, 2, 8);
  gint64 low;
  gint64 high;

  get_levels (self, &low, &high);
  plot->is_cut = low > 0 && high > low && high - low < high / 3;
  if (!plot->is_cut)
    {
      plot->scale = plwu_scale_choose (low, high, n_steps);
      return;
    }

  gint64 base = MAX (0, low - (high - low) / 3);
  gint64 step = plwu_scale_choose (0, high - base, n_steps).step;

  base = base / step * step;
  plot->scale = (PlwuScale){ base, base + (high - base + step - 1) / step * step, step };
  plot->is_cut = base > 0;
}

double
plwu_bridge_get_slot (PlwuBridge *self, const PlwuBridgePlot *plot)
{
  return plot->width / MAX (1, self->bars->len);
}

static double
measure_names (PlwuBridge *self, PlwuCanvas *canvas)
{
  double most = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      most = MAX (most, plwu_canvas_measure_width (canvas, plwu_bridge_get_bar (self, i)->name,
                                                   PLWU_TEXT_SMALL_BOLD));
    }
  return most;
}

static guint
count_name_lines (PlwuBridge *self, PlwuCanvas *canvas, double slot)
{
  return measure_names (self, canvas) <= slot - 4 ? 1 : NAME_LINES_MOST;
}

static const char *
get_cut_note (void)
{
  return _ ("Totals are drawn cut: the axis does not begin at zero");
}

static double
measure_key_part (PlwuCanvas *canvas, const char *text)
{
  double width;

  plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL, &width, NULL);
  return width + SWATCH + 22;
}

/* Beside the key or below it. */
static double
get_note_width (PlwuBridge *self, PlwuCanvas *canvas, gboolean is_below)
{
  double width = canvas->width - 2 * PLWU_DRAWING_MARGIN;

  if (!is_below)
    width -= measure_key_part (canvas, self->more) + measure_key_part (canvas, self->less);
  return MAX (20, width);
}

/* Returns how much lower the picture begins. */
static double
place_note (PlwuBridge *self, PlwuCanvas *canvas, PlwuBridgePlot *plot, double top)
{
  double width;

  plot->note_y = top;
  plwu_canvas_measure (canvas, get_cut_note (), PLWU_TEXT_SMALL, &width, NULL);
  if (!plot->is_cut || width <= get_note_width (self, canvas, FALSE))
    return 0;

  plot->note_y = top + plot->line + 4;
  return plwu_canvas_measure_paragraph (canvas, get_cut_note (), PLWU_TEXT_SMALL,
                                        get_note_width (self, canvas, TRUE))
         + 4;
}

static PlwuBridgePlot
lay_out (PlwuBridge *self, PlwuCanvas *canvas, double top)
{
  PlwuBridgePlot plot = { 0 };
  double names;

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);

  /* Below the key, with room for a figure above the highest bar. */
  plot.top = top + 2 * plot.line + 12;
  choose_scale (self, &plot, canvas->height - plot.top);
  plot.top += place_note (self, canvas, &plot, top);
  plot.left = PLWU_DRAWING_MARGIN + plwu_axis_measure (canvas, &plot.scale) + 8;
  plot.width = MAX (20, canvas->width - plot.left - PLWU_DRAWING_MARGIN);
  plot.is_upright = plwu_bridge_get_slot (self, &plot) < SLOT_LEAST;
  names = plot.is_upright ? MIN (measure_names (self, canvas), canvas->height / 3)
                          : count_name_lines (self, canvas, plwu_bridge_get_slot (self, &plot)) * plot.line;
  plot.height = MAX (20, canvas->height - plot.top - names - 8 - PLWU_DRAWING_MARGIN / 2);

  return plot;
}

static double
get_y (const PlwuBridgePlot *plot, gint64 value)
{
  double share = plwu_scale_share (&plot->scale, value);

  return plot->top + plot->height * (1 - CLAMP (share, 0, 1));
}

static double
get_centre (PlwuBridge *self, const PlwuBridgePlot *plot, guint i)
{
  return plot->left + plwu_bridge_get_slot (self, plot) * (i + 0.5);
}

static double
get_bar_width (PlwuBridge *self, const PlwuBridgePlot *plot)
{
  return round (MIN (plwu_bridge_get_slot (self, plot) * BAR_SHARE, BAR_WIDTH_MOST));
}

/* Drawing */

static PlwuPaletteColour
get_colour (const PlwuBridgeBar *bar)
{
  if (bar->is_total)
    return PLWU_COLOUR_SERIES_1;
  return bar->to > bar->from ? PLWU_COLOUR_SERIES_3 : PLWU_COLOUR_SERIES_2;
}

static PlwuPattern
get_pattern (const PlwuBridgeBar *bar)
{
  return bar->is_total || bar->to > bar->from ? PLWU_PATTERN_SOLID : PLWU_PATTERN_HATCHED;
}

/* A white tear across the foot of a total whose foot is not shown. */
static void
draw_tear (PlwuCanvas *canvas, double x, double width, double foot)
{
  double y = foot - 3 * TEAR;
  gboolean is_up = FALSE;

  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, x, y - 2 * TEAR, width, 4 * TEAR);
  cairo_clip (canvas->cr);
  cairo_move_to (canvas->cr, x, y);
  for (double at = x; at < x + width + TEAR; at += TEAR, is_up = !is_up)
    cairo_line_to (canvas->cr, at, y + (is_up ? -TEAR / 2 : TEAR / 2));
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, 4);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_bars (PlwuBridge *self, PlwuCanvas *canvas, const PlwuBridgePlot *plot)
{
  double width = get_bar_width (self, plot);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlwuBridgeBar *bar = plwu_bridge_get_bar (self, i);
      double x = round (get_centre (self, plot, i) - width / 2);
      double top = round (get_y (plot, MAX (bar->from, bar->to)));
      double bottom = round (get_y (plot, MIN (bar->from, bar->to)));

      /* A step too small for its height is still there. */
      plwu_canvas_bar (canvas, get_pattern (bar), get_colour (bar), x, top, width,
                       bar->is_total ? bottom - top : MAX (2, bottom - top));
      if (bar->is_total && plot->is_cut && bottom - top > 6 * TEAR)
        draw_tear (canvas, x, width, bottom);
    }
}

/* From where a bar ends to where the next begins. */
static void
draw_links (PlwuBridge *self, PlwuCanvas *canvas, const PlwuBridgePlot *plot)
{
  double width = get_bar_width (self, plot);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  cairo_set_line_width (canvas->cr, 1);
  for (guint i = 0; i + 1 < self->bars->len; i++)
    {
      double y = round (get_y (plot, plwu_bridge_get_bar (self, i)->to)) + 0.5;

      cairo_move_to (canvas->cr, get_centre (self, plot, i) + width / 2, y);
      cairo_line_to (canvas->cr, get_centre (self, plot, i + 1) - width / 2, y);
      cairo_stroke (canvas->cr);
    }
}

static void
draw_figures (PlwuBridge *self, PlwuCanvas *canvas, const PlwuBridgePlot *plot)
{
  double slot = plwu_bridge_get_slot (self, plot);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlwuBridgeBar *bar = plwu_bridge_get_bar (self, i);
      g_autofree char *text = plwu_bridge_show (self, bar->printed, !bar->is_total);
      PlwuTextStyle style = bar->is_total ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL;
      double y = get_y (plot, MAX (bar->from, bar->to)) - plot->line - 2;
      double centre = get_centre (self, plot, i);
      double width;

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      plwu_canvas_measure (canvas, text, style, &width, NULL);
      if (width <= slot - 2 || !plot->is_upright)
        plwu_canvas_text (canvas, text, style, centre, y, 0.5, 0);
      else
        plwu_canvas_upright_text (canvas, text, style, centre,
                                  MAX (plot->top - 2 * plot->line, y - width + plot->line));
    }
}

/* Where the first line of a name of two ends: the last space that lets it fit. */
static const char *
find_break (PlwuCanvas *canvas, const char *name, PlwuTextStyle style, double width_most)
{
  const char *found = NULL;
  double width;

  plwu_canvas_measure (canvas, name, style, &width, NULL);
  if (width <= width_most)
    return NULL;
  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *part = g_strndup (name, (gsize) (space - name));

      plwu_canvas_measure (canvas, part, style, &width, NULL);
      if (found == NULL || width <= width_most)
        found = space;
    }
  return found;
}

static void
draw_names (PlwuBridge *self, PlwuCanvas *canvas, const PlwuBridgePlot *plot)
{
  double slot = plwu_bridge_get_slot (self, plot) - 4;
  double y = plot->top + plot->height + 6;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlwuBridgeBar *bar = plwu_bridge_get_bar (self, i);
      PlwuTextStyle style = bar->is_total ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL;
      double x = get_centre (self, plot, i);
      const char *end = find_break (canvas, bar->name, style, slot);

      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, bar->name, style, x, y);
      else if (end == NULL)
        plwu_canvas_name (canvas, bar->name, style, x, y, 0.5, slot);
      else
        {
          g_autofree char *first = g_strndup (bar->name, (gsize) (end - bar->name));

          plwu_canvas_name (canvas, first, style, x, y, 0.5, slot);
          plwu_canvas_name (canvas, end + 1, style, x, y + plot->line, 0.5, slot);
        }
    }
}

static double
draw_key_part (PlwuCanvas *canvas,
               const char *text,
               const PlwuBridgeBar *like,
               double right,
               double y,
               double line)
{
  double width;

  plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL, &width, NULL);
  plwu_canvas_bar (canvas, get_pattern (like), get_colour (like), round (right - width - SWATCH - 6),
                   round (y + (line - SWATCH) / 2), SWATCH, SWATCH);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, text, PLWU_TEXT_SMALL, right, y, 1, 0);

  return right - width - SWATCH - 22;
}

static void
draw_key (PlwuBridge *self, PlwuCanvas *canvas, const PlwuBridgePlot *plot, double top)
{
  static const PlwuBridgeBar more = { .from = 0, .to = 1 };
  static const PlwuBridgeBar less = { .from = 1, .to = 0 };
  double right = canvas->width - PLWU_DRAWING_MARGIN;

  right = draw_key_part (canvas, self->less, &less, right, top, plot->line);
  right = draw_key_part (canvas, self->more, &more, right, top, plot->line);
  if (!plot->is_cut)
    return;
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  plwu_canvas_paragraph (canvas, get_cut_note (), PLWU_TEXT_SMALL, PLWU_DRAWING_MARGIN, plot->note_y,
                         get_note_width (self, canvas, plot->note_y > top));
}

void
plwu_bridge_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);

  if (self->bars->len == 0)
    {
      plwu_axis_draw_nothing (canvas, _ ("Nothing to show yet"), top);
      return;
    }

  PlwuBridgePlot plot = lay_out (self, canvas, top);

  draw_key (self, canvas, &plot, top);
  plwu_axis_draw (canvas, &plot.scale, plot.left, plot.top, plot.width, plot.height);
  draw_links (self, canvas, &plot);
  draw_bars (self, canvas, &plot);
  draw_figures (self, canvas, &plot);
  draw_names (self, canvas, &plot);

  if (canvas->is_file)
    return;

  self->plot = plot;
  if (focus < self->bars->len)
    {
      double slot = plwu_bridge_get_slot (self, &plot);

      plwu_canvas_focus_ring (canvas, plot.left + slot * focus + 2, plot.top - plot.line, slot - 4,
                              plot.height + plot.line + 2);
    }
}
