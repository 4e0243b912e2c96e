/* plwu-valley-draw.c: the picture of the valley drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"
#include "plwu-valley-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define SWATCH 16.0
#define MARKER 4.0
#define PAD 4.0

/* Lines differ by dash and marker as well as by colour. */
typedef enum
{
  MARKER_CIRCLE,
  MARKER_SQUARE,
  MARKER_DIAMOND,
  MARKER_NONE,
} MarkerShape;

static const struct
{
  PlwuPaletteColour colour;
  MarkerShape marker;
  double width;
  double dash; /* 0: a whole line */
} styles[] = {
  [PLWU_VALLEY_SPENT] = { PLWU_COLOUR_SERIES_1, MARKER_CIRCLE, 2.5, 0 },
  [PLWU_VALLEY_SAVED] = { PLWU_COLOUR_SERIES_2, MARKER_SQUARE, 2.5, 0 },
  [PLWU_VALLEY_RELEASED] = { PLWU_COLOUR_SERIES_6, MARKER_DIAMOND, 2, 2.5 },
  [PLWU_VALLEY_NET] = { PLWU_COLOUR_TEXT, MARKER_CIRCLE, 2.5, 0 },
  [PLWU_VALLEY_CARRIED] = { PLWU_COLOUR_SERIES_4, MARKER_NONE, 2, 7 },
};

static const PlwuValleyPanel *
get_panel (const PlwuValleyPlot *plot, PlwuValleyLine line)
{
  return line >= PLWU_VALLEY_NET ? &plot->lower : &plot->upper;
}

static void
trace_line (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot, PlwuValleyLine line)
{
  const PlwuValleyPanel *panel = get_panel (plot, line);

  cairo_new_path (canvas->cr);
  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (canvas->cr, plwu_valley_get_x (self, plot, i),
                   plwu_valley_get_y (panel, plwu_valley_get_point (self, i)->lines[line]));
}

/* The area between a line and zero, as far as it lies between @top and @bottom. */
static void
fill_area (PlwuValley *self,
           PlwuCanvas *canvas,
           const PlwuValleyPlot *plot,
           PlwuValleyLine line,
           PlwuPattern pattern,
           PlwuPaletteColour colour,
           gboolean is_below)
{
  const PlwuValleyPanel *panel = get_panel (plot, line);
  double zero = plwu_valley_get_y (panel, 0);
  double top = is_below ? zero : panel->top;
  double bottom = is_below ? panel->top + panel->height : zero;
  double first = plwu_valley_get_x (self, plot, 0);
  double last = plwu_valley_get_x (self, plot, self->points->len - 1);

  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, first, top, last - first, bottom - top);
  cairo_clip (canvas->cr);
  trace_line (self, canvas, plot, line);
  cairo_line_to (canvas->cr, last, zero);
  cairo_line_to (canvas->cr, first, zero);
  cairo_close_path (canvas->cr);
  cairo_clip (canvas->cr);
  plwu_canvas_bar (canvas, pattern, colour, floor (first) - 2, floor (top) - 2, ceil (last - first) + 4,
                   ceil (bottom - top) + 4);
  cairo_restore (canvas->cr);
}

static void
draw_marker (PlwuCanvas *canvas, MarkerShape shape, PlwuPaletteColour colour, double x, double y)
{
  cairo_new_path (canvas->cr);
  if (shape == MARKER_CIRCLE)
    cairo_arc (canvas->cr, x, y, MARKER, 0, 2 * G_PI);
  else if (shape == MARKER_SQUARE)
    cairo_rectangle (canvas->cr, x - MARKER + 0.5, y - MARKER + 0.5, 2 * MARKER - 1, 2 * MARKER - 1);
  else
    {
      cairo_move_to (canvas->cr, x, y - MARKER - 1);
      cairo_line_to (canvas->cr, x + MARKER + 1, y);
      cairo_line_to (canvas->cr, x, y + MARKER + 1);
      cairo_line_to (canvas->cr, x - MARKER - 1, y);
      cairo_close_path (canvas->cr);
    }

  /* A hollow marker for what brings no cash. */
  plwu_canvas_use (canvas, shape == MARKER_DIAMOND ? PLWU_COLOUR_BACKGROUND : colour);
  cairo_fill_preserve (canvas->cr);
  plwu_canvas_use (canvas, shape == MARKER_DIAMOND ? colour : PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, 1.5);
  cairo_stroke (canvas->cr);
}

static void
set_style (PlwuCanvas *canvas, PlwuValleyLine line)
{
  double dash = styles[line].dash;

  plwu_canvas_use (canvas, styles[line].colour);
  cairo_set_line_width (canvas->cr, styles[line].width);
  if (dash > 0)
    cairo_set_dash (canvas->cr, (const double[]){ dash, dash }, 2, 0);
}

static void
draw_line (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot, PlwuValleyLine line)
{
  const PlwuValleyPanel *panel = get_panel (plot, line);

  cairo_save (canvas->cr);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);

  /* A halo keeps the line apart from what lies behind it. */
  trace_line (self, canvas, plot, line);
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, styles[line].width + 3);
  cairo_stroke (canvas->cr);
  trace_line (self, canvas, plot, line);
  set_style (canvas, line);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);

  if (styles[line].marker == MARKER_NONE)
    return;
  for (guint i = 0; i < self->points->len; i++)
    draw_marker (canvas, styles[line].marker, styles[line].colour, plwu_valley_get_x (self, plot, i),
                 plwu_valley_get_y (panel, plwu_valley_get_point (self, i)->lines[line]));
}

/* Text on a ground of its own, kept within the picture. */
static void
draw_note (PlwuCanvas *canvas,
           const PlwuValleyPlot *plot,
           const char *text,
           PlwuPaletteColour colour,
           double x,
           double y,
           double align)
{
  double width;
  double height;
  double left;

  plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL_BOLD, &width, &height);
  left = CLAMP (x - align * width, plot->left + PAD,
                MAX (plot->left + PAD, plot->left + plot->width - width - PAD));

  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_rectangle (canvas->cr, left - PAD, y - 1, width + 2 * PAD, height + 2);
  cairo_fill (canvas->cr);
  plwu_canvas_use (canvas, colour);
  plwu_canvas_text (canvas, text, PLWU_TEXT_SMALL_BOLD, left, y, 0, 0);
}

static void
draw_pole (PlwuCanvas *canvas, PlwuPaletteColour colour, double x, double from, double to)
{
  plwu_canvas_use (canvas, colour);
  cairo_set_line_width (canvas->cr, 1.5);
  cairo_move_to (canvas->cr, x, from);
  cairo_line_to (canvas->cr, x, to);
  cairo_move_to (canvas->cr, x - 4, from);
  cairo_line_to (canvas->cr, x + 4, from);
  cairo_stroke (canvas->cr);
}

/* How deep, where the eye looks for it. */
static void
draw_depth (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot, guint deepest, gboolean closes)
{
  const PlwuValleyPoint *low = plwu_valley_get_point (self, deepest);
  g_autofree char *depth = plw_pence_show_short (-low->lines[PLWU_VALLEY_NET]);
  g_autofree char *text =
      closes ? g_strdup_printf (_ ("%s deep in %s"), depth, plw_year_name (low->year))
             : g_strdup_printf (_ ("%s deep in %s, does not close"), depth, plw_year_name (low->year));
  double x = plwu_valley_get_x (self, plot, deepest);
  double zero = plwu_valley_get_y (&plot->lower, 0);
  double bottom = plwu_valley_get_y (&plot->lower, low->lines[PLWU_VALLEY_NET]);
  gboolean is_late = deepest * 2 >= self->points->len;

  /* A shallow valley has no room for its label; above it there is nothing. */
  gboolean is_shallow = bottom - zero < 2.5 * plot->line && zero - plot->lower.top > plot->line + 6;
  double y = is_shallow ? zero - plot->line - 5 : MAX (zero + 3, (zero + bottom - plot->line) / 2);

  draw_pole (canvas, PLWU_COLOUR_SERIES_3, x, zero, bottom - MARKER);
  draw_note (canvas, plot, text, PLWU_COLOUR_SERIES_3, is_shallow ? x : x + (is_late ? -8 : 8), y,
             is_shallow ? 0.5
             : is_late  ? 1
                        : 0);
}

static void
draw_findings (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  double zero = plwu_valley_get_y (&plot->lower, 0);
  guint deepest;
  guint close;
  gboolean closes = plwu_valley_find_close (self, &close);

  if (!plwu_valley_find_deepest (self, &deepest))
    return;

  draw_depth (self, canvas, plot, deepest, closes);
  if (!closes)
    return;

  g_autofree char *text =
      g_strdup_printf (_ ("Closes in %s"), plw_year_name (plwu_valley_get_point (self, close)->year));
  double x = plwu_valley_get_x (self, plot, close);

  draw_pole (canvas, PLWU_COLOUR_TEXT, x, zero + plot->line * 0.6, zero);
  draw_note (canvas, plot, text, PLWU_COLOUR_TEXT, x, zero + plot->line * 0.6 + 3, 0);
}

static void
draw_years (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  double y = plot->upper.top + plot->upper.height + 6;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  for (guint i = 0; i < self->points->len; i++)
    {
      const char *name = plw_year_name (plwu_valley_get_point (self, i)->year);
      double x = plwu_valley_get_x (self, plot, i);

      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, name, PLWU_TEXT_SMALL, x, y);
      else
        plwu_canvas_text (canvas, name, PLWU_TEXT_SMALL, x, y, 0.5, 0);
    }
}

typedef struct
{
  double y; /* the middle */
  PlwuValleyLine line;
} Name;

static int
compare_names (const void *a, const void *b)
{
  const Name *name_a = a;
  const Name *name_b = b;

  return (name_a->y > name_b->y) - (name_a->y < name_b->y);
}

/* Names beside the last year, pushed apart where they would overlap. */
static void
place_names (PlwuValley *self, const PlwuValleyPlot *plot, const PlwuValleyPanel *panel, Name *names, guint n)
{
  double space = 2 * plot->line + 2;
  double limit = panel->top + panel->height;

  for (guint i = 0; i < n; i++)
    names[i].y = CLAMP (
        plwu_valley_get_y (panel, plwu_valley_get_point (self, self->points->len - 1)->lines[names[i].line]),
        panel->top, limit);
  qsort (names, n, sizeof *names, compare_names);
  names[0].y = MAX (names[0].y, panel->top + plot->line / 2);
  for (guint i = 1; i < n; i++)
    names[i].y = MAX (names[i].y, names[i - 1].y + space);
  for (guint i = n; i-- > 0; limit = names[i].y - space)
    names[i].y = MIN (names[i].y, limit);
}

static void
draw_names (PlwuValley *self,
            PlwuCanvas *canvas,
            const PlwuValleyPlot *plot,
            const PlwuValleyPanel *panel,
            Name *names,
            guint n)
{
  double x = plot->left + plot->width + 6;
  double text_x = x + SWATCH + 6;
  double space = canvas->width - text_x - 4;

  place_names (self, plot, panel, names, n);
  for (guint i = 0; i < n; i++)
    {
      PlwuValleyLine line = names[i].line;
      g_autofree char *end = plwu_valley_show_end (self, plot, line);

      cairo_save (canvas->cr);
      set_style (canvas, line);
      cairo_move_to (canvas->cr, x, names[i].y);
      cairo_line_to (canvas->cr, x + SWATCH, names[i].y);
      cairo_stroke (canvas->cr);
      cairo_restore (canvas->cr);
      if (styles[line].marker != MARKER_NONE)
        draw_marker (canvas, styles[line].marker, styles[line].colour, x + SWATCH / 2, names[i].y);

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      plwu_canvas_text (canvas, plwu_valley_name_line (line), PLWU_TEXT_SMALL, text_x,
                        names[i].y - plot->line, 0, space);
      plwu_canvas_text (canvas, end, PLWU_TEXT_SMALL_BOLD, text_x, names[i].y, 0, space);
    }
}

static void
draw_upper (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  Name names[] = { { 0, PLWU_VALLEY_SPENT }, { 0, PLWU_VALLEY_SAVED }, { 0, PLWU_VALLEY_RELEASED } };

  plwu_axis_draw (canvas, &plot->upper.scale, plot->left, plot->upper.top, plot->width, plot->upper.height);
  fill_area (self, canvas, plot, PLWU_VALLEY_SAVED, PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_2, FALSE);
  draw_line (self, canvas, plot, PLWU_VALLEY_RELEASED);
  draw_line (self, canvas, plot, PLWU_VALLEY_SAVED);
  draw_line (self, canvas, plot, PLWU_VALLEY_SPENT);
  draw_names (self, canvas, plot, &plot->upper, names, G_N_ELEMENTS (names));
}

/* A reserve far deeper than the valley leaves the picture. */
static void
draw_carried (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, plot->left, plot->lower.top - 2, plot->width, plot->lower.height + 4);
  cairo_clip (canvas->cr);
  draw_line (self, canvas, plot, PLWU_VALLEY_CARRIED);
  cairo_restore (canvas->cr);
}

static void
draw_lower (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  Name names[] = { { 0, PLWU_VALLEY_NET }, { 0, PLWU_VALLEY_CARRIED } };

  plwu_axis_draw (canvas, &plot->lower.scale, plot->left, plot->lower.top, plot->width, plot->lower.height);
  fill_area (self, canvas, plot, PLWU_VALLEY_NET, PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_3, TRUE);
  fill_area (self, canvas, plot, PLWU_VALLEY_NET, PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_2, FALSE);
  if (self->has_reserve)
    draw_carried (self, canvas, plot);
  draw_line (self, canvas, plot, PLWU_VALLEY_NET);
  draw_findings (self, canvas, plot);
  draw_names (self, canvas, plot, &plot->lower, names, self->has_reserve ? 2 : 1);
}

void
plwu_valley_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuValley *self = PLWU_VALLEY (drawing);

  if (self->points->len == 0)
    {
      plwu_axis_draw_nothing (canvas, _ ("No years to show yet"), top);
      return;
    }

  PlwuValleyPlot plot = plwu_valley_lay_out (self, canvas, top);

  draw_upper (self, canvas, &plot);
  draw_years (self, canvas, &plot);
  draw_lower (self, canvas, &plot);

  if (canvas->is_file)
    return;

  self->plot = plot;
  if (focus < self->points->len)
    {
      double slot = plwu_valley_get_slot (self, &plot);

      plwu_canvas_focus_ring (canvas, plot.left + slot * focus + 3, plot.upper.top, slot - 6,
                              plot.lower.top + plot.lower.height - plot.upper.top);
    }
}
