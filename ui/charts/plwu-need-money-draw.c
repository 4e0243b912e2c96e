/* plwu-need-money-draw.c: the picture of need and money drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-need-money-private.h"
#include "plwu-axis.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define SWATCH 12.0
#define BAR_WIDTH_MOST 72.0
#define MARKER 4.5

static const PlwuPattern patterns[] = {
  [PLWU_CERTAINTY_CONFIRMED] = PLWU_PATTERN_SOLID,
  [PLWU_CERTAINTY_INDICATIVE] = PLWU_PATTERN_LIGHT,
  [PLWU_CERTAINTY_AT_RISK] = PLWU_PATTERN_HATCHED,
  [PLWU_CERTAINTY_BID] = PLWU_PATTERN_CROSSED,
};

static gboolean
has_certainty (PlwuNeedMoneyChart *self, guint certainty)
{
  for (guint i = 0; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->money[certainty] != 0)
      return TRUE;

  return FALSE;
}

/* Layout */

static double
measure_names (PlwuNeedMoneyChart *self, PlwuCanvas *canvas)
{
  double most;

  plwu_canvas_measure (canvas, _ ("Need"), PLWU_TEXT_SMALL_BOLD, &most, NULL);
  for (guint i = 0; i < PLWU_N_CERTAINTIES; i++)
    {
      double width;

      plwu_canvas_measure (canvas, plwu_need_money_name_certainty ((PlwuCertainty) i), PLWU_TEXT_SMALL,
                           &width, NULL);
      if (has_certainty (self, i))
        most = MAX (most, width);
    }

  return MIN (most, canvas->width * 0.3);
}

static double
measure_left (PlwuCanvas *canvas, const PlwuScale *scale)
{
  double gap;

  plwu_canvas_measure (canvas, _ ("Gap"), PLWU_TEXT_SMALL_BOLD, &gap, NULL);
  return MAX (gap, plwu_axis_measure (canvas, scale));
}

static void
measure_year_labels (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, double *ret_year, double *ret_gap)
{
  *ret_year = 0;
  *ret_gap = 0;
  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *gap = plwu_need_money_show_gap (plwu_need_money_get_year (self, i));
      double width;

      plwu_canvas_measure (canvas, plw_year_name (plwu_need_money_get_year (self, i)->year), PLWU_TEXT_SMALL,
                           &width, NULL);
      *ret_year = MAX (*ret_year, width);
      plwu_canvas_measure (canvas, gap, PLWU_TEXT_SMALL_BOLD, &width, NULL);
      *ret_gap = MAX (*ret_gap, width);
    }
}

static PlwuNeedMoneyPlot
lay_out (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, double top)
{
  PlwuNeedMoneyPlot plot = { .top = top + 6 };
  gint64 low = 0;
  gint64 high = 0;
  double year_width;
  double gap_width;

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);

      low = MIN (low, year->need);
      high = MAX (high, MAX (year->need, year->total));
    }

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);
  plot.scale = plwu_scale_choose (low, high, (guint) CLAMP ((canvas->height - top) / 60, 2, 8));
  plot.left = PLWU_CHART_MARGIN + measure_left (canvas, &plot.scale) + 8;
  plot.width = canvas->width - plot.left - measure_names (self, canvas) - SWATCH - 16 - PLWU_CHART_MARGIN;
  plot.width = MAX (plot.width, 20);

  measure_year_labels (self, canvas, &year_width, &gap_width);
  plot.is_upright = MAX (year_width, gap_width) + 6 > plot.width / MAX (1, self->years->len);
  plot.height = canvas->height - plot.top - PLWU_CHART_MARGIN / 2 - 10
                - (plot.is_upright ? year_width + gap_width + 8 : 2 * plot.line + 6);
  plot.height = MAX (plot.height, 20);

  return plot;
}

static double
get_y (const PlwuNeedMoneyPlot *plot, gint64 value)
{
  return plot->top + plot->height * (1 - plwu_scale_share (&plot->scale, value));
}

double
plwu_need_money_get_slot (PlwuNeedMoneyChart *self, const PlwuNeedMoneyPlot *plot)
{
  return plot->width / MAX (1, self->years->len);
}

static double
get_centre (PlwuNeedMoneyChart *self, const PlwuNeedMoneyPlot *plot, guint i)
{
  return plot->left + plwu_need_money_get_slot (self, plot) * (i + 0.5);
}

/* Drawing */

static void
draw_bars (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double width = MIN (plwu_need_money_get_slot (self, plot) * 0.7, BAR_WIDTH_MOST);

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      gint64 below = 0;

      for (guint j = 0; j < PLWU_N_CERTAINTIES; j++)
        {
          double bottom = round (get_y (plot, below));
          double top = round (get_y (plot, below + year->money[j]));

          plwu_canvas_bar (canvas, patterns[j], PLWU_COLOUR_SERIES_1,
                           round (get_centre (self, plot, i) - width / 2), top, round (width), bottom - top);
          below += year->money[j];
        }
    }
}

static void
trace_need (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < self->years->len; i++)
    cairo_line_to (canvas->cr, get_centre (self, plot, i),
                   get_y (plot, plwu_need_money_get_year (self, i)->need));
}

static void
draw_need (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  cairo_save (canvas->cr);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);

  /* A halo keeps the line apart from bars of whatever colour. */
  trace_need (self, canvas, plot);
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, 6);
  cairo_stroke (canvas->cr);
  trace_need (self, canvas, plot);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  cairo_set_line_width (canvas->cr, 2.5);
  cairo_stroke (canvas->cr);

  for (guint i = 0; i < self->years->len; i++)
    {
      double x = get_centre (self, plot, i);
      double y = get_y (plot, plwu_need_money_get_year (self, i)->need);

      cairo_arc (canvas->cr, x, y, MARKER, 0, 2 * G_PI);
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      cairo_fill_preserve (canvas->cr);
      plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
      cairo_set_line_width (canvas->cr, 1.5);
      cairo_stroke (canvas->cr);
    }

  cairo_restore (canvas->cr);
}

/* What is missing, drawn from the money up to the need. */
static void
draw_gaps (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double width = MIN (plwu_need_money_get_slot (self, plot) * 0.7, BAR_WIDTH_MOST);

  cairo_save (canvas->cr);
  plwu_canvas_use (canvas, PLWU_COLOUR_SERIES_3);
  cairo_set_line_width (canvas->cr, 1.5);
  cairo_set_dash (canvas->cr, (const double[]){ 3, 2 }, 2, 0);
  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      double bottom = round (get_y (plot, year->total));
      double top = round (get_y (plot, year->need));

      if (year->need > year->total && bottom - top >= 3)
        cairo_rectangle (canvas->cr, round (get_centre (self, plot, i) - width / 2) + 0.5, top + 0.5,
                         round (width) - 1, bottom - top - 1);
    }
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_year_labels (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double year_y = plot->top + plot->height + 6;
  double year_width;
  double gap_width;

  measure_year_labels (self, canvas, &year_width, &gap_width);

  double gap_y = year_y + (plot->is_upright ? year_width + 8 : plot->line + 4);

  plwu_canvas_use (canvas, PLWU_COLOUR_SERIES_3);
  plwu_canvas_text (canvas, _ ("Gap"), PLWU_TEXT_SMALL_BOLD, plot->left - 8, gap_y, 1, 0);

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      const char *name = plw_year_name (year->year);
      g_autofree char *gap = plwu_need_money_show_gap (year);
      gboolean is_short = year->need > year->total;
      double x = get_centre (self, plot, i);

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, name, PLWU_TEXT_SMALL, x, year_y);
      else
        plwu_canvas_text (canvas, name, PLWU_TEXT_SMALL, x, year_y, 0.5, 0);

      plwu_canvas_use (canvas, is_short ? PLWU_COLOUR_SERIES_3 : PLWU_COLOUR_TEXT_DIM);
      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, gap, is_short ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, x, gap_y);
      else
        plwu_canvas_text (canvas, gap, is_short ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, x, gap_y, 0.5, 0);
    }
}

typedef struct
{
  double y;        /* the middle */
  guint certainty; /* PLWU_N_CERTAINTIES: the need */
} Name;

static int
compare_names (const void *a, const void *b)
{
  const Name *name_a = a;
  const Name *name_b = b;

  return (name_a->y > name_b->y) - (name_a->y < name_b->y);
}

/* Names beside the last bar, pushed apart where they would overlap. */
static guint
place_names (PlwuNeedMoneyChart *self, const PlwuNeedMoneyPlot *plot, Name *names)
{
  const PlwuNeedMoneyYear *last = plwu_need_money_get_year (self, self->years->len - 1);
  double space = plot->line + 3;
  guint n = 0;
  gint64 below = 0;

  names[n++] = (Name){ get_y (plot, last->need), PLWU_N_CERTAINTIES };
  for (guint i = 0; i < PLWU_N_CERTAINTIES; i++)
    {
      if (has_certainty (self, i))
        names[n++] = (Name){ get_y (plot, below + last->money[i] / 2), i };
      below += last->money[i];
    }

  qsort (names, n, sizeof *names, compare_names);
  names[0].y = MAX (names[0].y, plot->top);
  for (guint i = 1; i < n; i++)
    names[i].y = MAX (names[i].y, names[i - 1].y + space);

  double limit = plot->top + plot->height;

  for (guint i = n; i-- > 0; limit = names[i].y - space)
    names[i].y = MIN (names[i].y, limit);

  return n;
}

static void
draw_names (PlwuNeedMoneyChart *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  Name names[PLWU_N_CERTAINTIES + 1];
  guint n = place_names (self, plot, names);
  double x = plot->left + plot->width + 6;
  double text_x = x + SWATCH + 6;
  double space = canvas->width - text_x - 4;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_need = names[i].certainty == PLWU_N_CERTAINTIES;

      if (is_need)
        {
          plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
          cairo_set_line_width (canvas->cr, 2.5);
          cairo_move_to (canvas->cr, x - 1, names[i].y);
          cairo_line_to (canvas->cr, x + SWATCH + 1, names[i].y);
          cairo_stroke (canvas->cr);
          cairo_arc (canvas->cr, x + SWATCH / 2, names[i].y, MARKER - 0.5, 0, 2 * G_PI);
          cairo_fill (canvas->cr);
        }
      else
        plwu_canvas_bar (canvas, patterns[names[i].certainty], PLWU_COLOUR_SERIES_1, x,
                         round (names[i].y - SWATCH / 2), SWATCH, SWATCH);

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      plwu_canvas_text (
          canvas, is_need ? _ ("Need") : plwu_need_money_name_certainty ((PlwuCertainty) names[i].certainty),
          is_need ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, text_x, names[i].y - plot->line / 2, 0, space);
    }
}

void
plwu_need_money_draw (PlwuChart *chart, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);

  if (self->years->len == 0)
    {
      plwu_axis_draw_nothing (canvas, _ ("No years to show yet"), top);
      return;
    }

  PlwuNeedMoneyPlot plot = lay_out (self, canvas, top);

  plwu_axis_draw (canvas, &plot.scale, plot.left, plot.top, plot.width, plot.height);
  draw_bars (self, canvas, &plot);
  draw_gaps (self, canvas, &plot);
  draw_need (self, canvas, &plot);
  draw_year_labels (self, canvas, &plot);
  draw_names (self, canvas, &plot);

  if (canvas->is_file)
    return;

  self->plot = plot;
  if (focus < self->years->len)
    {
      double slot = plwu_need_money_get_slot (self, &plot);

      plwu_canvas_focus_ring (canvas, plot.left + slot * focus + 3, plot.top, slot - 6, plot.height + 2);
    }
}
