/* plwu-heatmap-draw.c: the heatmap drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"
#include "plwu-heatmap-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/year.h>

#define TITLE_GAP 4.0
#define CELL_PADDING 8.0
#define CELL_WIDTH_MOST 96.0
#define SCALE_WIDTH 120.0
#define SHADE_LEAST 0.08 /* so that a small shortfall is seen to be one */

/* Layout */

static double
measure_mark (PlwuCanvas *canvas)
{
  /* Translators: marks statutory lines in a picture; one letter */
  return plwu_canvas_measure_width (canvas, C_ ("mark", "S"), PLWU_TEXT_SMALL_BOLD) + 8;
}

static double
measure_label (PlwuHeatmap *self, PlwuCanvas *canvas)
{
  double width = plwu_canvas_measure_width (canvas, _ ("Total"), PLWU_TEXT_BOLD);

  if (self->lines->len > 0)
    {
      const PlwuHeatmapLine *line = g_ptr_array_index (self->lines, self->longest);

      width = MAX (width, plwu_canvas_measure_width (canvas, line->label, PLWU_TEXT_NORMAL));
    }

  return width + measure_mark (canvas) + 16;
}

static double
measure_figure (PlwuHeatmap *self, PlwuCanvas *canvas, gint64 steps)
{
  g_autofree char *text = plw_steps_to_text (steps, self->unit);

  return plwu_canvas_measure_width (canvas, text, PLWU_TEXT_BOLD) + 2 * CELL_PADDING;
}

static double
measure_cell (PlwuHeatmap *self, PlwuCanvas *canvas)
{
  double width = plwu_canvas_measure_width (canvas, "2026/27", PLWU_TEXT_BOLD) + CELL_PADDING;

  for (guint i = 0; i < self->years->len; i++)
    width = MAX (width, measure_figure (self, canvas, self->year_steps[i]));

  return ceil (width);
}

static char *
name_figures (PlwuHeatmap *self)
{
  return g_strdup_printf (_ ("Shortfall, %s"), plw_unit_suffix (self->unit));
}

static double
measure_title (PlwuHeatmap *self, PlwuCanvas *canvas)
{
  g_autofree char *title = name_figures (self);

  return plwu_canvas_measure_width (canvas, title, PLWU_TEXT_BOLD);
}

PlwuHeatmapPlot
plwu_heatmap_lay_out (PlwuHeatmap *self, PlwuCanvas *canvas, double top)
{
  PlwuHeatmapPlot plot = { .legend_y = top };
  guint n_years = MAX (1, self->years->len);

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_NORMAL, NULL, &plot.line);
  plot.row_height = plot.line + 8;
  plot.header_y = plot.legend_y + plot.line + 12;
  plot.body_y = plot.header_y + plot.row_height;

  double natural = measure_cell (self, canvas);
  double label = measure_label (self, canvas);

  plot.total_width = MAX (measure_figure (self, canvas, self->total_steps),
                          plwu_canvas_measure_width (canvas, _ ("Total"), PLWU_TEXT_BOLD) + 12);

  /* Long names give way before years do; a file that chooses its own width holds them whole. */
  if (!canvas->is_file || canvas->width > 0)
    label = MIN (label, MAX (canvas->width * 0.26, canvas->width - natural * n_years - plot.total_width
                                                       - 2 * PLWU_DRAWING_MARGIN - 6));
  /* The heading of the names says what the figures are and stays whole. */
  label = MAX (label, measure_title (self, canvas) + TITLE_GAP);
  plot.cells_x = ceil (PLWU_DRAWING_MARGIN + label);

  double space = MAX (20, canvas->width - plot.cells_x - plot.total_width - PLWU_DRAWING_MARGIN - 6);

  plot.cell_width = floor (CLAMP (space / n_years, natural, MAX (natural, CELL_WIDTH_MOST)));
  plot.cells_width = plot.cell_width * n_years;
  if (!canvas->is_file)
    plot.cells_width = MIN (space, plot.cells_width);
  plot.total_x = plot.cells_x + plot.cells_width + 6;

  double rows_height = plot.row_height * self->order->len;
  double body_space = MAX (plot.row_height, canvas->height - plot.body_y - plot.row_height - 8);

  plot.body_height = canvas->is_file ? rows_height : MIN (rows_height, body_space);
  plot.totals_y = plot.body_y + plot.body_height + 2;

  if (!canvas->is_file)
    {
      plwu_drawing_get_scroll (PLWU_DRAWING (self), &plot.scroll_x, &plot.scroll_y);
      plot.scroll_x = CLAMP (floor (plot.scroll_x), 0, plot.cell_width * n_years - plot.cells_width);
      plot.scroll_y = CLAMP (floor (plot.scroll_y), 0, rows_height - plot.body_height);
    }

  return plot;
}

void
plwu_heatmap_measure_file (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  PlwuHeatmapPlot plot = plwu_heatmap_lay_out (self, canvas, 0);

  *ret_width = MAX (plot.total_x + plot.total_width + PLWU_DRAWING_MARGIN, 480);
  *ret_height = plot.totals_y + plot.row_height + PLWU_DRAWING_MARGIN;
}

/* Drawing */

static void
clip (PlwuCanvas *canvas, double x, double y, double width, double height)
{
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, x, y, MAX (0, width), MAX (0, height));
  cairo_clip (canvas->cr);
}

static void
draw_statutory_mark (PlwuCanvas *canvas, const PlwuHeatmapPlot *plot, double x, double y)
{
  double width = measure_mark (canvas);
  double height = plot->line;

  cairo_rectangle (canvas->cr, round (x) + 0.5, round (y) + 0.5, width - 1, height - 1);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  cairo_set_line_width (canvas->cr, 1);
  cairo_stroke (canvas->cr);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, C_ ("mark", "S"), PLWU_TEXT_SMALL_BOLD, x + width / 2, y + 0.5, 0.5, 0);
}

static double
draw_scale (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot, double x)
{
  g_autofree char *amount = plw_pence_show_short (self->maximum > 0 ? self->maximum : self->largest);
  g_autofree char *most = self->maximum > 0
                              ? g_strdup_printf (_ ("%s, the same scale in every scenario"), amount)
                              : g_strdup (amount);
  double y = plot->legend_y;
  int n_steps = 24;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  plwu_canvas_text (canvas, "£0", PLWU_TEXT_SMALL, x, y, 0, 0);
  x += plwu_canvas_measure_width (canvas, "£0", PLWU_TEXT_SMALL) + 6;

  for (int i = 0; i < n_steps; i++)
    {
      PlwuColour shade;
      PlwuColour text;

      plwu_palette_shade (canvas->palette, SHADE_LEAST + (1 - SHADE_LEAST) * i / (n_steps - 1), &shade,
                          &text);
      plwu_canvas_set_colour (canvas, &shade);
      cairo_rectangle (canvas->cr, x + SCALE_WIDTH / n_steps * i, y + 2, SCALE_WIDTH / n_steps,
                       plot->line - 4);
      cairo_fill (canvas->cr);
    }
  x += SCALE_WIDTH + 6;

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  plwu_canvas_text (canvas, most, PLWU_TEXT_SMALL, x, y, 0, 0);

  return x + plwu_canvas_measure_width (canvas, most, PLWU_TEXT_SMALL);
}

static void
draw_legend (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot)
{
  double x = draw_scale (self, canvas, plot, PLWU_DRAWING_MARGIN) + 24;

  draw_statutory_mark (canvas, plot, x, plot->legend_y);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  plwu_canvas_text (canvas, _ ("statutory duty"), PLWU_TEXT_SMALL, x + measure_mark (canvas) + 6,
                    plot->legend_y, 0, MAX (1, canvas->width - x - 40));
}

static void
draw_header (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot)
{
  double y = plot->header_y + 4;
  g_autofree char *title = name_figures (self);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, title, PLWU_TEXT_BOLD, PLWU_DRAWING_MARGIN, y, 0,
                    plot->cells_x - PLWU_DRAWING_MARGIN - TITLE_GAP);
  plwu_canvas_text (canvas, _ ("Total"), PLWU_TEXT_BOLD, plot->total_x + plot->total_width - CELL_PADDING, y,
                    1, 0);

  clip (canvas, plot->cells_x, plot->header_y, plot->cells_width, plot->row_height);
  for (guint i = 0; i < self->years->len; i++)
    plwu_canvas_text (canvas, plw_year_name (plwu_heatmap_get_year (self, i)), PLWU_TEXT_BOLD,
                      plot->cells_x - plot->scroll_x + plot->cell_width * (i + 0.5), y, 0.5, 0);
  cairo_restore (canvas->cr);
}

static void
draw_cell (PlwuHeatmap *self,
           PlwuCanvas *canvas,
           const PlwuHeatmapPlot *plot,
           gint64 pence,
           gint64 steps,
           double x,
           double y)
{
  gint64 most = self->maximum > 0 ? self->maximum : self->largest;
  g_autofree char *text = plw_steps_to_text (steps, self->unit);
  PlwuColour fill;
  PlwuColour ink;

  if (pence <= 0 || most <= 0)
    return;

  plwu_palette_shade (canvas->palette, SHADE_LEAST + (1 - SHADE_LEAST) * (double) pence / (double) most,
                      &fill, &ink);
  plwu_canvas_set_colour (canvas, &fill);
  cairo_rectangle (canvas->cr, x + 1, y + 1, plot->cell_width - 2, plot->row_height - 2);
  cairo_fill (canvas->cr);
  plwu_canvas_set_colour (canvas, &ink);
  plwu_canvas_text (canvas, text, PLWU_TEXT_NORMAL, x + plot->cell_width - CELL_PADDING, y + 4, 1, 0);
}

static void
draw_row_label (PlwuCanvas *canvas, const PlwuHeatmapPlot *plot, const PlwuHeatmapLine *line, double y)
{
  double mark = measure_mark (canvas);

  if (line->is_statutory)
    draw_statutory_mark (canvas, plot, PLWU_DRAWING_MARGIN, y + 4);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_name (canvas, line->label, PLWU_TEXT_NORMAL, PLWU_DRAWING_MARGIN + mark + 6, y + 4, 0,
                    MAX (1, plot->cells_x - PLWU_DRAWING_MARGIN - mark - 12));
}

static void
draw_row (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot, guint row)
{
  const PlwuHeatmapLine *line = plwu_heatmap_get_shown (self, row);
  double y = plot->body_y - plot->scroll_y + plot->row_height * row;
  g_autofree char *total = plw_steps_to_text (line->total_steps, self->unit);

  plwu_canvas_use (canvas, PLWU_COLOUR_GRID);
  cairo_rectangle (canvas->cr, PLWU_DRAWING_MARGIN, y + plot->row_height - 0.5,
                   plot->total_x + plot->total_width - PLWU_DRAWING_MARGIN, 0.5);
  cairo_fill (canvas->cr);

  draw_row_label (canvas, plot, line, y);

  clip (canvas, plot->cells_x, y, plot->cells_width, plot->row_height);
  for (guint i = 0; i < self->years->len; i++)
    {
      double x = plot->cells_x - plot->scroll_x + plot->cell_width * i;

      if (x + plot->cell_width > plot->cells_x && x < plot->cells_x + plot->cells_width)
        draw_cell (self, canvas, plot, line->shortfall[i], line->steps[i], x, y);
    }
  cairo_restore (canvas->cr);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  if (line->total > 0)
    plwu_canvas_text (canvas, total, PLWU_TEXT_BOLD, plot->total_x + plot->total_width - CELL_PADDING, y + 4,
                      1, 0);
}

static void
draw_body (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot, guint focus)
{
  guint first = (guint) floor (plot->scroll_y / plot->row_height);
  guint end = MIN (self->order->len, (guint) ceil ((plot->scroll_y + plot->body_height) / plot->row_height));

  clip (canvas, 0, plot->body_y, canvas->width, plot->body_height);
  for (guint i = first; i < end; i++)
    draw_row (self, canvas, plot, i);

  if (focus != PLWU_DRAWING_NO_MARK)
    {
      double x = plot->cells_x - plot->scroll_x + plot->cell_width * (focus % self->years->len);
      double y = plot->body_y - plot->scroll_y + plot->row_height * (focus / self->years->len);

      plwu_canvas_focus_ring (canvas, x + 3, y + 3, plot->cell_width - 6, plot->row_height - 6);
    }
  cairo_restore (canvas->cr);
}

static void
draw_totals (PlwuHeatmap *self, PlwuCanvas *canvas, const PlwuHeatmapPlot *plot)
{
  double y = plot->totals_y;
  g_autofree char *total = plw_steps_to_text (self->total_steps, self->unit);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
  cairo_rectangle (canvas->cr, PLWU_DRAWING_MARGIN, y - 1,
                   plot->total_x + plot->total_width - PLWU_DRAWING_MARGIN, 1);
  cairo_fill (canvas->cr);

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, _ ("Total"), PLWU_TEXT_BOLD, PLWU_DRAWING_MARGIN, y + 4, 0, 0);
  plwu_canvas_text (canvas, total, PLWU_TEXT_BOLD, plot->total_x + plot->total_width - CELL_PADDING, y + 4, 1,
                    0);

  clip (canvas, plot->cells_x, y, plot->cells_width, plot->row_height);
  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *text = plw_steps_to_text (self->year_steps[i], self->unit);

      plwu_canvas_text (canvas, text, PLWU_TEXT_BOLD,
                        plot->cells_x - plot->scroll_x + plot->cell_width * (i + 1) - CELL_PADDING, y + 4, 1,
                        0);
    }
  cairo_restore (canvas->cr);
}

void
plwu_heatmap_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);

  if (self->order->len == 0 || self->years->len == 0)
    {
      plwu_axis_draw_nothing (canvas, _ ("No lines to show yet"), top);
      return;
    }

  PlwuHeatmapPlot plot = plwu_heatmap_lay_out (self, canvas, top);

  draw_legend (self, canvas, &plot);
  draw_header (self, canvas, &plot);
  draw_body (self, canvas, &plot, focus);
  draw_totals (self, canvas, &plot);
}
