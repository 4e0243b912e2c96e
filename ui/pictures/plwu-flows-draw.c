/* plwu-flows-draw.c: a flow of pots to uses drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-flows-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>

#define SWATCH 12.0
#define GAP_MOST 8.0
#define HATCH_SPACE 7.0
#define LABEL_SHARE 0.27
#define NODE_LEAST 3.0
#define PATTERN_FROM 4.0 /* narrower ribbons are one colour: a pattern would not be seen */

typedef struct
{
  PlwuPaletteColour colour;
  PlwuPattern pattern;
} Look;

static const Look looks[PLWU_N_FLOW_KINDS] = {
  [PLWU_FLOW_REVENUE] = { PLWU_COLOUR_SERIES_1, PLWU_PATTERN_SOLID },
  [PLWU_FLOW_CAPITAL] = { PLWU_COLOUR_SERIES_2, PLWU_PATTERN_CROSSED },
  [PLWU_FLOW_BORROWED] = { PLWU_COLOUR_SERIES_6, PLWU_PATTERN_LIGHT },
  [PLWU_FLOW_UNALLOCATED] = { PLWU_COLOUR_SERIES_3, PLWU_PATTERN_HATCHED },
  [PLWU_FLOW_USE] = { PLWU_COLOUR_SERIES_5, PLWU_PATTERN_SOLID },
  [PLWU_FLOW_UNSPENT] = { PLWU_COLOUR_SERIES_4, PLWU_PATTERN_HATCHED },
};

/* Layout */

static guint
count_shown (PlwuFlows *self, PlwuFlowSide side)
{
  guint n = 0;

  for (guint i = 0; i < self->places[side]->len; i++)
    n += plwu_flow_get_place (self, side, i)->pence > 0;
  return n;
}

/* The room a node and its name take. */
static double
get_pitch (const PlwuFlowPlace *place, double scale, double gap, double least)
{
  return place->pence > 0 ? MAX ((double) place->pence * scale + gap, least) : 0;
}

static double
sum_pitches (PlwuFlows *self, PlwuFlowSide side, double scale, double gap, double least)
{
  double sum = 0;

  for (guint i = 0; i < self->places[side]->len; i++)
    sum += get_pitch (plwu_flow_get_place (self, side, i), scale, gap, least);
  return sum;
}

/* The most pixels for a penny with which both sides fit. */
static double
find_scale (PlwuFlows *self, const PlwuFlowPlot *plot, double gap, double least)
{
  double low = 0;
  double high = plot->height / (double) MAX (1, self->total);

  for (int i = 0; i < 40; i++)
    {
      double scale = (low + high) / 2;

      if (sum_pitches (self, PLWU_FLOW_LEFT, scale, gap, least) > plot->height
          || sum_pitches (self, PLWU_FLOW_RIGHT, scale, gap, least) > plot->height)
        high = scale;
      else
        low = scale;
    }
  return low;
}

static void
place_nodes (PlwuFlows *self,
             PlwuFlowSide side,
             const PlwuFlowPlot *plot,
             double scale,
             double gap,
             double least)
{
  double y = plot->top + (plot->height - sum_pitches (self, side, scale, gap, least)) / 2;

  for (guint i = 0; i < self->places[side]->len; i++)
    {
      PlwuFlowPlace *place = plwu_flow_get_place (self, side, i);
      double pitch = get_pitch (place, scale, gap, least);

      place->height = (double) place->pence * scale;
      place->label_y = y + pitch / 2;
      place->y = place->label_y - place->height / 2;
      y += pitch;
    }
}

static void
place_ribbons (PlwuFlows *self, double scale)
{
  g_autofree double *out = g_new0 (double, self->places[PLWU_FLOW_LEFT]->len + 1);
  g_autofree double *in = g_new0 (double, self->places[PLWU_FLOW_RIGHT]->len + 1);

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      PlwuFlowRibbon *ribbon = plwu_flow_get_ribbon (self, i);

      ribbon->width = (double) ribbon->pence * scale;
      ribbon->from = plwu_flow_get_place (self, PLWU_FLOW_LEFT, ribbon->left)->y + out[ribbon->left];
      ribbon->to = plwu_flow_get_place (self, PLWU_FLOW_RIGHT, ribbon->right)->y + in[ribbon->right];
      out[ribbon->left] += ribbon->width;
      in[ribbon->right] += ribbon->width;
    }
}

static PlwuFlowPlot
lay_out (PlwuFlows *self, PlwuCanvas *canvas, double top)
{
  PlwuFlowPlot plot = { .legend_y = top };
  guint n_most = MAX (count_shown (self, PLWU_FLOW_LEFT), count_shown (self, PLWU_FLOW_RIGHT));
  double label = floor (canvas->width * LABEL_SHARE);

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);
  plot.top = top + plot.line + 16;
  plot.height = MAX (40, canvas->height - plot.top - PLWU_DRAWING_MARGIN);
  plot.left_x = label;
  plot.right_x = MAX (label + 40, canvas->width - label - PLWU_FLOW_NODE_WIDTH);

  double least = MIN (plot.line, plot.height * 0.7 / MAX (1, n_most));
  double gap = MIN (GAP_MOST, plot.height * 0.25 / MAX (1, n_most));
  double scale = find_scale (self, &plot, gap, least);

  place_nodes (self, PLWU_FLOW_LEFT, &plot, scale, gap, least);
  place_nodes (self, PLWU_FLOW_RIGHT, &plot, scale, gap, least);
  place_ribbons (self, scale);
  return plot;
}

/* A cubic whose control points lie half way: t for a given share of the way. */
static double
find_t (double share)
{
  double low = 0;
  double high = 1;

  for (int i = 0; i < 20; i++)
    {
      double t = (low + high) / 2;
      double at = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;

      if (at < share)
        low = t;
      else
        high = t;
    }
  return (low + high) / 2;
}

double
plwu_flow_ribbon_y (const PlwuFlowPlot *plot, const PlwuFlowRibbon *ribbon, double x)
{
  double start = plot->left_x + PLWU_FLOW_NODE_WIDTH;
  double t = find_t (CLAMP ((x - start) / MAX (1, plot->right_x - start), 0, 1));
  double rise = 3 * t * t - 2 * t * t * t;

  return ribbon->from + (ribbon->to - ribbon->from) * rise + ribbon->width / 2;
}

/* Drawing */

static void
trace_ribbon (PlwuCanvas *canvas, const PlwuFlowPlot *plot, const PlwuFlowRibbon *ribbon)
{
  double start = plot->left_x + PLWU_FLOW_NODE_WIDTH;
  double end = plot->right_x;
  double middle = (start + end) / 2;
  double width = MAX (ribbon->width, 0.6);

  cairo_new_path (canvas->cr);
  cairo_move_to (canvas->cr, start, ribbon->from);
  cairo_curve_to (canvas->cr, middle, ribbon->from, middle, ribbon->to, end, ribbon->to);
  cairo_line_to (canvas->cr, end, ribbon->to + width);
  cairo_curve_to (canvas->cr, middle, ribbon->to + width, middle, ribbon->from + width, start,
                  ribbon->from + width);
  cairo_close_path (canvas->cr);
}

static void
hatch (PlwuCanvas *canvas, gboolean is_falling)
{
  double x1;
  double y1;
  double x2;
  double y2;

  cairo_clip_extents (canvas->cr, &x1, &y1, &x2, &y2);
  for (double at = floor ((x1 - (y2 - y1)) / HATCH_SPACE) * HATCH_SPACE; at < x2 + (y2 - y1);
       at += HATCH_SPACE)
    {
      cairo_move_to (canvas->cr, at, is_falling ? y1 : y2);
      cairo_line_to (canvas->cr, at + (y2 - y1), is_falling ? y2 : y1);
    }
  cairo_set_line_width (canvas->cr, 1);
  cairo_stroke (canvas->cr);
}

static void
draw_ribbon (PlwuFlows *self, PlwuCanvas *canvas, const PlwuFlowPlot *plot, const PlwuFlowRibbon *ribbon)
{
  Look look = looks[plwu_flow_get_ribbon_kind (self, ribbon)];
  PlwuColour tint = canvas->palette->colours[look.colour];

  cairo_save (canvas->cr);
  trace_ribbon (canvas, plot, ribbon);
  cairo_clip (canvas->cr);
  if (look.pattern == PLWU_PATTERN_SOLID || look.pattern == PLWU_PATTERN_LIGHT)
    tint.alpha = 0.38f;
  else
    tint.alpha = ribbon->width < PATTERN_FROM ? 0.6f : 0.12f;
  plwu_canvas_set_colour (canvas, &tint);
  cairo_paint (canvas->cr);
  if (ribbon->width < PATTERN_FROM)
    {
      cairo_restore (canvas->cr);
      return;
    }
  tint.alpha = 0.6f;
  plwu_canvas_set_colour (canvas, &tint);
  if (look.pattern == PLWU_PATTERN_HATCHED || look.pattern == PLWU_PATTERN_CROSSED)
    hatch (canvas, FALSE);
  if (look.pattern == PLWU_PATTERN_CROSSED)
    hatch (canvas, TRUE);
  cairo_restore (canvas->cr);
}

static void
draw_label (PlwuCanvas *canvas, const PlwuFlowPlot *plot, PlwuFlowSide side, const PlwuFlowPlace *place)
{
  g_autofree char *amount = plw_pence_show_short (place->pence);
  double amount_width = plwu_canvas_measure_width (canvas, amount, PLWU_TEXT_SMALL_BOLD);
  double edge = side == PLWU_FLOW_LEFT ? plot->left_x - 6 : plot->right_x + PLWU_FLOW_NODE_WIDTH + 6;
  double direction = side == PLWU_FLOW_LEFT ? -1 : 1;
  double align = side == PLWU_FLOW_LEFT ? 1 : 0;
  double space = plot->left_x - 6 - PLWU_DRAWING_MARGIN / 2 - amount_width - 6;
  double y = place->label_y - plot->line / 2;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, amount, PLWU_TEXT_SMALL_BOLD, edge, y, align, 0);
  plwu_canvas_name (canvas, place->name, PLWU_TEXT_SMALL, edge + direction * (amount_width + 6), y, align,
                    MAX (1, space));
}

static void
draw_nodes (PlwuFlows *self, PlwuCanvas *canvas, const PlwuFlowPlot *plot, PlwuFlowSide side)
{
  double x = side == PLWU_FLOW_LEFT ? plot->left_x : plot->right_x;

  for (guint i = 0; i < self->places[side]->len; i++)
    {
      const PlwuFlowPlace *place = plwu_flow_get_place (self, side, i);
      Look look = looks[place->kind];

      if (place->pence == 0)
        continue;
      plwu_canvas_bar (canvas, look.pattern, look.colour, x, place->y, PLWU_FLOW_NODE_WIDTH,
                       MAX (NODE_LEAST, place->height));
      draw_label (canvas, plot, side, place);
    }
}

static gboolean
has_kind (PlwuFlows *self, PlwuFlowKind kind)
{
  for (int side = 0; side < PLWU_N_FLOW_SIDES; side++)
    for (guint i = 0; i < self->places[side]->len; i++)
      {
        const PlwuFlowPlace *place = plwu_flow_get_place (self, (PlwuFlowSide) side, i);

        if (place->kind == kind && place->pence > 0)
          return TRUE;
      }
  return FALSE;
}

static void
draw_legend (PlwuFlows *self, PlwuCanvas *canvas, const PlwuFlowPlot *plot)
{
  const char *const names[PLWU_N_FLOW_KINDS] = {
    [PLWU_FLOW_REVENUE] = _ ("revenue"),   [PLWU_FLOW_CAPITAL] = _ ("capital"),
    [PLWU_FLOW_BORROWED] = _ ("borrowed"), [PLWU_FLOW_UNALLOCATED] = _ ("need without money"),
    [PLWU_FLOW_USE] = _ ("needs"),         [PLWU_FLOW_UNSPENT] = _ ("money not spent"),
  };
  double x = PLWU_DRAWING_MARGIN;
  double y = plot->legend_y;

  for (guint i = 0; i < PLWU_N_FLOW_KINDS; i++)
    {
      if (!has_kind (self, (PlwuFlowKind) i))
        continue;
      plwu_canvas_bar (canvas, looks[i].pattern, looks[i].colour, x, round (y + (plot->line - SWATCH) / 2),
                       SWATCH * 1.5, SWATCH);
      x += SWATCH * 1.5 + 6;
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, names[i], PLWU_TEXT_SMALL, x, y, 0, MAX (1, canvas->width - x));
      x += plwu_canvas_measure_width (canvas, names[i], PLWU_TEXT_SMALL) + 20;
    }
}

static void
draw_focus (PlwuFlows *self, PlwuCanvas *canvas, const PlwuFlowPlot *plot, guint focus)
{
  const PlwuFlowMark *at = &g_array_index (self->marks, PlwuFlowMark, focus);

  if (!at->is_link)
    {
      const PlwuFlowPlace *place = plwu_flow_get_place (self, at->side, at->index);

      plwu_canvas_focus_ring (canvas, at->side == PLWU_FLOW_LEFT ? plot->left_x : plot->right_x, place->y,
                              PLWU_FLOW_NODE_WIDTH, MAX (NODE_LEAST, place->height));
      return;
    }

  trace_ribbon (canvas, plot, plwu_flow_get_ribbon (self, at->index));
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, 5);
  cairo_stroke_preserve (canvas->cr);
  plwu_canvas_use (canvas, PLWU_COLOUR_FOCUS);
  cairo_set_line_width (canvas->cr, 2.5);
  cairo_stroke (canvas->cr);
}

void
plwu_flow_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuFlows *self = PLWU_FLOWS (drawing);

  if (self->total == 0)
    {
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, _ ("No money and no needs in this year"), PLWU_TEXT_NORMAL, canvas->width / 2,
                        (top + canvas->height) / 2, 0.5, 0);
      return;
    }

  PlwuFlowPlot plot = lay_out (self, canvas, top);

  draw_legend (self, canvas, &plot);
  for (guint i = 0; i < self->ribbons->len; i++)
    draw_ribbon (self, canvas, &plot, plwu_flow_get_ribbon (self, i));
  draw_nodes (self, canvas, &plot, PLWU_FLOW_LEFT);
  draw_nodes (self, canvas, &plot, PLWU_FLOW_RIGHT);

  if (canvas->is_file)
    {
      /* What the file needed other places for is put back where the screen has it. */
      plwu_drawing_look_changed (PLWU_DRAWING (self));
      return;
    }
  self->plot = plot;
  if (focus < self->marks->len)
    draw_focus (self, canvas, &plot, focus);
}
