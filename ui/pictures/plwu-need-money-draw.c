/* plwu-need-money-draw.c: the picture of need and money drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"
#include "plwu-need-money-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define SWATCH 12.0
#define BAR_WIDTH_MOST 72.0
#define MARKER 4.5
#define NAMES_SHARE_MOST 0.3
#define PLOT_HEIGHT_LEAST 110
#define CHOSEN_ALPHA 0.6

static gboolean
has_series (PlwuNeedMoney *self, guint series)
{
  for (guint i = 0; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->money[series] != 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_gap (PlwuNeedMoney *self)
{
  for (guint i = 0; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->need > plwu_need_money_get_year (self, i)->total)
      return TRUE;

  return FALSE;
}

/* Layout */

static double
measure_names (PlwuNeedMoney *self, PlwuCanvas *canvas)
{
  double most;

  double gap;

  plwu_canvas_measure (canvas, self->need_name, PLWU_TEXT_SMALL_BOLD, &most, NULL);
  plwu_canvas_measure (canvas, self->gap_name, PLWU_TEXT_SMALL_BOLD, &gap, NULL);
  most = MAX (most, gap);
  for (guint i = 0; i < self->series->len; i++)
    {
      double width;

      plwu_canvas_measure (canvas, plwu_need_money_get_series (self, i)->name, PLWU_TEXT_SMALL, &width, NULL);
      if (has_series (self, i))
        most = MAX (most, width);
    }

  return MIN (most, canvas->width * NAMES_SHARE_MOST);
}

static const PlwuNeedMoneyRow *
get_row (PlwuNeedMoney *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static double
measure_left (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuScale *scale, guint n_rows)
{
  double most = plwu_axis_measure (canvas, scale);

  for (guint i = 0; i < self->rows->len; i++)
    {
      double width;

      plwu_canvas_measure (canvas, get_row (self, i)->name, PLWU_TEXT_SMALL_BOLD, &width, NULL);
      if (i == PLWU_NEED_MONEY_ROW_GAP || i < n_rows)
        most = MAX (most, MIN (width, canvas->width * NAMES_SHARE_MOST));
    }
  return most;
}

static double
measure_years (PlwuNeedMoney *self, PlwuCanvas *canvas)
{
  double most = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      double width;

      plwu_canvas_measure (canvas, plw_year_name (plwu_need_money_get_year (self, i)->year), PLWU_TEXT_SMALL,
                           &width, NULL);
      most = MAX (most, width);
    }
  return most;
}

/* The widest text of the first @n_rows rows. */
static double
measure_figures (PlwuNeedMoney *self, PlwuCanvas *canvas, guint first, guint n_rows)
{
  double most = 0;

  for (guint i = first; i < n_rows; i++)
    for (guint j = 0; j < self->years->len; j++)
      {
        double width;

        plwu_canvas_measure (canvas, get_row (self, i)->texts[j], PLWU_TEXT_SMALL_BOLD, &width, NULL);
        most = MAX (most, width);
      }
  return most;
}

static double
measure_gaps (PlwuNeedMoney *self, PlwuCanvas *canvas)
{
  return measure_figures (self, canvas, PLWU_NEED_MONEY_ROW_GAP, PLWU_NEED_MONEY_ROW_GAP + 1);
}

static void
set_width (PlwuNeedMoney *self, PlwuCanvas *canvas, PlwuNeedMoneyPlot *plot, guint n_rows)
{
  plot->n_rows = n_rows;
  plot->left = PLWU_DRAWING_MARGIN + measure_left (self, canvas, &plot->scale, n_rows) + 8;
  plot->width = canvas->width - plot->left - measure_names (self, canvas) - SWATCH - 16 - PLWU_DRAWING_MARGIN;
  plot->width = MAX (plot->width, 20);
}

/* All figures below the years where there is room, else the gap alone. */
static PlwuNeedMoneyPlot
lay_out (PlwuNeedMoney *self, PlwuCanvas *canvas, double top)
{
  PlwuNeedMoneyPlot plot = { .top = top + 6 };
  guint n_years = MAX (1, self->years->len);
  double year_width = measure_years (self, canvas);
  gint64 low = 0;
  gint64 high = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);

      low = MIN (low, year->need);
      high = MAX (high, MAX (year->need, year->total));
    }

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);
  plot.scale = plwu_scale_choose (low, high, (guint) CLAMP ((canvas->height - top) / 60, 2, 8));

  set_width (self, canvas, &plot, self->rows->len);
  if (MAX (year_width, measure_figures (self, canvas, 0, self->rows->len)) + 6 > plot.width / n_years
      || canvas->height - top < PLOT_HEIGHT_LEAST + (self->rows->len + 1) * plot.line)
    set_width (self, canvas, &plot, 1);

  plot.is_upright =
      plot.n_rows == 1 && MAX (year_width, measure_gaps (self, canvas)) + 6 > plot.width / n_years;
  plot.height = canvas->height - plot.top - PLWU_DRAWING_MARGIN / 2 - 10
                - (plot.is_upright ? year_width + measure_gaps (self, canvas) + 8
                                   : (1 + plot.n_rows) * (plot.line + 3));
  plot.height = MAX (plot.height, 20);

  return plot;
}

static double
get_y (const PlwuNeedMoneyPlot *plot, gint64 value)
{
  return plot->top + plot->height * (1 - plwu_scale_share (&plot->scale, value));
}

double
plwu_need_money_get_slot (PlwuNeedMoney *self, const PlwuNeedMoneyPlot *plot)
{
  return plot->width / MAX (1, self->years->len);
}

static double
get_centre (PlwuNeedMoney *self, const PlwuNeedMoneyPlot *plot, guint i)
{
  return plot->left + plwu_need_money_get_slot (self, plot) * (i + 0.5);
}

/* Drawing */

static void
draw_bars (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double width = MIN (plwu_need_money_get_slot (self, plot) * 0.7, BAR_WIDTH_MOST);

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      gint64 below = 0;

      for (guint j = 0; j < self->series->len; j++)
        {
          const PlwuMoneySeries *series = plwu_need_money_get_series (self, j);
          double bottom = round (get_y (plot, below));
          double top = round (get_y (plot, below + year->money[j]));

          plwu_canvas_bar (canvas, series->pattern, series->colour,
                           round (get_centre (self, plot, i) - width / 2), top, round (width), bottom - top);
          below += year->money[j];
        }
    }
}

static void
trace_need (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < self->years->len; i++)
    cairo_line_to (canvas->cr, get_centre (self, plot, i),
                   get_y (plot, plwu_need_money_get_year (self, i)->need));
}

/* A halo keeps the line apart from bars of whatever colour. */
static void
draw_halo (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  cairo_save (canvas->cr);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  trace_need (self, canvas, plot);
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_set_line_width (canvas->cr, 5);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
}

static void
draw_need (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  cairo_save (canvas->cr);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  trace_need (self, canvas, plot);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  cairo_set_line_width (canvas->cr, 2);
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
draw_gaps (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double width = MIN (plwu_need_money_get_slot (self, plot) * 0.7, BAR_WIDTH_MOST);

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      double bottom = round (get_y (plot, year->total));
      double top = round (get_y (plot, year->need));

      if (year->need > year->total)
        plwu_canvas_bar (canvas, PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_3,
                         round (get_centre (self, plot, i) - width / 2), top, round (width), bottom - top);
    }
}

static void
draw_years (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double y = plot->top + plot->height + 6;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = plwu_need_money_get_year (self, i)->year;
      const char *name = plw_year_name (year);
      double x = get_centre (self, plot, i);

      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, name, PLWU_TEXT_SMALL, x, y);
      else
        plwu_canvas_text (canvas, name, year == self->chosen ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, x, y,
                          0.5, 0);
    }
}

static void
draw_row (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot, guint i, double y)
{
  const PlwuNeedMoneyRow *row = get_row (self, i);
  gboolean is_gap = i == PLWU_NEED_MONEY_ROW_GAP;

  plwu_canvas_use (canvas, is_gap ? PLWU_COLOUR_SERIES_3 : PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, row->name, is_gap ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, plot->left - 8, y, 1,
                    plot->left - 8 - PLWU_DRAWING_MARGIN / 2);
  for (guint j = 0; j < self->years->len; j++)
    {
      PlwuTextStyle style = row->is_warned[j] ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL;
      double x = get_centre (self, plot, j);

      plwu_canvas_use (canvas, row->is_warned[j] ? PLWU_COLOUR_SERIES_3
                               : is_gap          ? PLWU_COLOUR_TEXT_DIM
                                                 : PLWU_COLOUR_TEXT);
      if (plot->is_upright)
        plwu_canvas_upright_text (canvas, row->texts[j], style, x, y);
      else
        plwu_canvas_text (canvas, row->texts[j], style, x, y, 0.5, 0);
    }
}

static void
draw_figures (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double y =
      plot->top + plot->height + 6 + (plot->is_upright ? measure_years (self, canvas) + 8 : plot->line + 4);

  draw_years (self, canvas, plot);
  if (plot->n_rows == 1)
    draw_row (self, canvas, plot, PLWU_NEED_MONEY_ROW_GAP, y);
  else
    for (guint i = 0; i < plot->n_rows; i++)
      draw_row (self, canvas, plot, i, y + i * (plot->line + 3));
}

/* Behind the year whose figures stand beside the picture. */
static void
draw_chosen (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  double slot = plwu_need_money_get_slot (self, plot);

  for (guint i = 0; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->year == self->chosen && !canvas->is_file)
      {
        plwu_canvas_use (canvas, PLWU_COLOUR_GRID);
        cairo_rectangle (canvas->cr, round (plot->left + slot * i) + 2, plot->top, round (slot) - 4,
                         canvas->height - plot->top - 6);
        cairo_save (canvas->cr);
        cairo_clip (canvas->cr);
        cairo_paint_with_alpha (canvas->cr, CHOSEN_ALPHA);
        cairo_restore (canvas->cr);
      }
}

enum
{
  NAME_NEED = PLWU_MONEY_SERIES_MOST,
  NAME_GAP,
};

typedef struct
{
  double y;     /* the middle */
  guint series; /* or NAME_NEED, NAME_GAP */
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
place_names (PlwuNeedMoney *self, const PlwuNeedMoneyPlot *plot, Name *names)
{
  const PlwuNeedMoneyYear *last = plwu_need_money_get_year (self, self->years->len - 1);
  double space = plot->line + 3;
  guint n = 0;
  gint64 below = 0;

  names[n++] = (Name){ get_y (plot, last->need), NAME_NEED };
  if (has_gap (self))
    names[n++] = (Name){ get_y (plot, (last->need + MIN (last->need, last->total)) / 2), NAME_GAP };
  for (guint i = 0; i < self->series->len; i++)
    {
      if (has_series (self, i))
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
draw_line_swatch (PlwuCanvas *canvas, double x, double y)
{
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  cairo_set_line_width (canvas->cr, 2.5);
  cairo_move_to (canvas->cr, x - 1, y);
  cairo_line_to (canvas->cr, x + SWATCH + 1, y);
  cairo_stroke (canvas->cr);
  cairo_arc (canvas->cr, x + SWATCH / 2, y, MARKER - 0.5, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
}

static void
draw_names (PlwuNeedMoney *self, PlwuCanvas *canvas, const PlwuNeedMoneyPlot *plot)
{
  Name names[PLWU_MONEY_SERIES_MOST + 2];
  guint n = place_names (self, plot, names);
  double x = plot->left + plot->width + 6;
  double text_x = x + SWATCH + 6;
  double space = canvas->width - text_x - 4;

  for (guint i = 0; i < n; i++)
    {
      const PlwuMoneySeries gap = { self->gap_name, PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_3 };
      gboolean is_need = names[i].series == NAME_NEED;
      const PlwuMoneySeries *series =
          names[i].series == NAME_GAP || is_need ? &gap : plwu_need_money_get_series (self, names[i].series);

      if (is_need)
        draw_line_swatch (canvas, x, names[i].y);
      else
        plwu_canvas_bar (canvas, series->pattern, series->colour, x, round (names[i].y - SWATCH / 2), SWATCH,
                         SWATCH);

      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      /* Names of pots may be long; the read-out of each year has them whole. */
      plwu_canvas_name (canvas, is_need ? self->need_name : series->name,
                        series == &gap ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL, text_x,
                        names[i].y - plot->line / 2, 0, space);
    }
}

void
plwu_need_money_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);

  if (self->years->len == 0)
    {
      plwu_axis_draw_nothing (canvas, _ ("No years to show yet"), top);
      return;
    }

  PlwuNeedMoneyPlot plot = lay_out (self, canvas, top);

  draw_chosen (self, canvas, &plot);
  plwu_axis_draw (canvas, &plot.scale, plot.left, plot.top, plot.width, plot.height);
  draw_bars (self, canvas, &plot);
  draw_halo (self, canvas, &plot);
  draw_gaps (self, canvas, &plot);
  draw_need (self, canvas, &plot);
  draw_figures (self, canvas, &plot);
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
