/* plwu-cliffs-draw.c: the calendar of cliff edges drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-cliffs-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 1200.0
#define WIDTH_LEAST 480.0
#define SWATCH 12.0
#define YEAR_WIDTH_MOST 72.0
#define GAP 12.0

static double
measure_amounts (PlwuCliffs *self, PlwuCanvas *canvas)
{
  double most = plwu_canvas_measure_width (canvas, _ ("In its last year"), PLWU_TEXT_BOLD);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *amount = plw_pence_show_short (plwu_cliff_get_row (self, i)->pence);

      most = MAX (most, plwu_canvas_measure_width (canvas, amount, PLWU_TEXT_NORMAL));
    }
  return most;
}

static double
measure_names (PlwuCliffs *self, PlwuCanvas *canvas)
{
  double most = plwu_canvas_measure_width (canvas, _ ("Pot"), PLWU_TEXT_BOLD);

  for (guint i = 0; i < self->rows->len; i++)
    most =
        MAX (most, plwu_canvas_measure_width (canvas, plwu_cliff_get_row (self, i)->name, PLWU_TEXT_NORMAL));
  return most;
}

PlwuCliffPlot
plwu_cliff_lay_out (PlwuCliffs *self, PlwuCanvas *canvas, double top)
{
  PlwuCliffPlot plot = { .legend_y = top };
  guint n_years = MAX (1, self->n_years);
  double natural = plwu_canvas_measure_width (canvas, "2026/27", PLWU_TEXT_SMALL) + 6;
  double amounts = measure_amounts (self, canvas);

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_NORMAL, NULL, &plot.line);
  plot.row_height = plot.line + 10;
  plot.header_y = plot.legend_y + plot.line + 12;
  plot.body_y = plot.header_y + plot.row_height;
  plot.years_x = ceil (PLWU_DRAWING_MARGIN + MIN (measure_names (self, canvas), canvas->width * 0.23) + GAP);

  /* Years give way before services do, but stay readable. */
  double space = canvas->width - plot.years_x - amounts - 2 * GAP - PLWU_DRAWING_MARGIN;

  plot.year_width = floor (
      CLAMP (space * 0.5 / n_years, MIN (natural, space * 0.7 / n_years), MAX (natural, YEAR_WIDTH_MOST)));
  plot.amount_x = plot.years_x + plot.year_width * n_years + GAP + amounts;
  plot.holds_x = plot.amount_x + GAP;
  plot.holds_width = MAX (1, canvas->width - plot.holds_x - PLWU_DRAWING_MARGIN);

  double rows_height = plot.row_height * self->rows->len;

  plot.body_height = canvas->is_file
                         ? rows_height
                         : MIN (rows_height, MAX (plot.row_height, canvas->height - plot.body_y - 8));
  if (!canvas->is_file)
    {
      double across;
      double down;

      plwu_drawing_get_scroll (PLWU_DRAWING (self), &across, &down);
      plot.scroll_y = CLAMP (floor (down), 0, MAX (0, rows_height - plot.body_height));
    }
  return plot;
}

void
plwu_cliff_measure_file (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  canvas->width = FILE_WIDTH;
  plwu_cliff_measure_least (drawing, canvas, ret_width, ret_height);
}

void
plwu_cliff_measure_least (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  PlwuCliffPlot plot = plwu_cliff_lay_out (PLWU_CLIFFS (drawing), canvas, 0);

  *ret_width = MAX (canvas->width, WIDTH_LEAST);
  *ret_height = plot.body_y + plot.body_height + PLWU_DRAWING_MARGIN;
}

/* Drawing */

static PlwuPattern
get_pattern (gboolean is_fenced)
{
  return is_fenced ? PLWU_PATTERN_HATCHED : PLWU_PATTERN_SOLID;
}

static void
draw_edge (PlwuCanvas *canvas, double x, double y, double height)
{
  plwu_canvas_use (canvas, PLWU_COLOUR_SERIES_3);
  cairo_rectangle (canvas->cr, round (x) - 2, round (y), 4, height);
  cairo_fill (canvas->cr);
}

static void
draw_legend (PlwuCanvas *canvas, const PlwuCliffPlot *plot)
{
  double x = PLWU_DRAWING_MARGIN;
  double y = plot->legend_y;
  double swatch_y = round (y + (plot->line - SWATCH) / 2);
  const char *const names[] = { _ ("ring-fenced"), _ ("not ring-fenced"), _ ("its money ends") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (i < 2)
        plwu_canvas_bar (canvas, get_pattern (i == 0), PLWU_COLOUR_SERIES_1, x, swatch_y, SWATCH * 2, SWATCH);
      else
        draw_edge (canvas, x + SWATCH, y + 1, plot->line - 2);
      x += SWATCH * 2 + 6;
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, names[i], PLWU_TEXT_SMALL, x, y, 0, MAX (1, canvas->width - x));
      x += plwu_canvas_measure_width (canvas, names[i], PLWU_TEXT_SMALL) + 24;
    }
}

static void
draw_header (PlwuCliffs *self, PlwuCanvas *canvas, const PlwuCliffPlot *plot)
{
  double y = plot->header_y + 4;
  /* Where years are narrow every second or third is named. */
  guint step =
      (guint) ceil ((plwu_canvas_measure_width (canvas, "2026/27", PLWU_TEXT_SMALL) + 4) / plot->year_width);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, _ ("Pot"), PLWU_TEXT_BOLD, PLWU_DRAWING_MARGIN, y, 0, 0);
  for (guint i = 0; i < self->n_years; i += MAX (1, step))
    plwu_canvas_text (canvas, plw_year_name (self->first_year + (int) i), PLWU_TEXT_SMALL,
                      plot->years_x + plot->year_width * (i + (step > 1 ? 0 : 0.5)), y, step > 1 ? 0 : 0.5,
                      0);
  /* Translators: heading: what the pot pays in its last year */
  plwu_canvas_text (canvas, _ ("In its last year"), PLWU_TEXT_BOLD, plot->amount_x, y, 1, 0);
  plwu_canvas_text (canvas, _ ("Holds up"), PLWU_TEXT_BOLD, plot->holds_x, y, 0, plot->holds_width);
}

static void
draw_row (PlwuCliffs *self, PlwuCanvas *canvas, const PlwuCliffPlot *plot, guint i)
{
  const PlwuCliffRow *row = plwu_cliff_get_row (self, i);
  double y = plot->body_y - plot->scroll_y + plot->row_height * i;
  double x = plot->years_x + plot->year_width * row->first;
  double end = plot->years_x + plot->year_width * (row->last + 1);
  g_autofree char *amount = plw_pence_show_short (row->pence);

  plwu_canvas_use (canvas, PLWU_COLOUR_GRID);
  cairo_rectangle (canvas->cr, PLWU_DRAWING_MARGIN, y + plot->row_height - 0.5,
                   canvas->width - 2 * PLWU_DRAWING_MARGIN, 0.5);
  cairo_fill (canvas->cr);

  plwu_canvas_bar (canvas, get_pattern (row->is_fenced), PLWU_COLOUR_SERIES_1, x, round (y + 6), end - x,
                   plot->row_height - 12);
  draw_edge (canvas, end, y + 2, plot->row_height - 4);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_name (canvas, row->name, PLWU_TEXT_NORMAL, PLWU_DRAWING_MARGIN, y + 5, 0,
                    plot->years_x - PLWU_DRAWING_MARGIN - GAP);
  plwu_canvas_text (canvas, amount, PLWU_TEXT_NORMAL, plot->amount_x, y + 5, 1, 0);
  plwu_canvas_name (canvas, row->pence != 0 ? row->holds_up : _ ("nothing"), PLWU_TEXT_NORMAL, plot->holds_x,
                    y + 5, 0, plot->holds_width);
}

static void
draw_year_lines (PlwuCliffs *self, PlwuCanvas *canvas, const PlwuCliffPlot *plot)
{
  plwu_canvas_use (canvas, PLWU_COLOUR_GRID);
  for (guint i = 0; i <= self->n_years; i++)
    cairo_rectangle (canvas->cr, round (plot->years_x + plot->year_width * i), plot->body_y, 1,
                     plot->body_height);
  cairo_fill (canvas->cr);
}

void
plwu_cliff_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);

  if (self->rows->len == 0)
    return;

  PlwuCliffPlot plot = plwu_cliff_lay_out (self, canvas, top);
  guint first = (guint) floor (plot.scroll_y / plot.row_height);
  guint end = MIN (self->rows->len, (guint) ceil ((plot.scroll_y + plot.body_height) / plot.row_height));

  draw_legend (canvas, &plot);
  draw_header (self, canvas, &plot);
  draw_year_lines (self, canvas, &plot);

  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, 0, plot.body_y, canvas->width, plot.body_height);
  cairo_clip (canvas->cr);
  for (guint i = first; i < end; i++)
    draw_row (self, canvas, &plot, i);
  if (focus < self->rows->len)
    plwu_canvas_focus_ring (canvas, PLWU_DRAWING_MARGIN - 2,
                            plot.body_y - plot.scroll_y + plot.row_height * focus + 3,
                            canvas->width - 2 * PLWU_DRAWING_MARGIN + 4, plot.row_height - 6);
  cairo_restore (canvas->cr);
}
