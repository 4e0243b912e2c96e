/* plwu-partners-draw.c: the picture of partners drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-partners-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>

#define NAME_SHARE 0.27
#define ROW_LEAST 30.0
#define BAR_MOST 20.0
#define GAP 12.0
#define AMOUNT_GAP 5.0

static double
get_line_height (PlwuCanvas *canvas)
{
  double height;

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &height);
  return height;
}

static double
get_row_height (double line)
{
  return MAX (ROW_LEAST, line + 12);
}

double
plwu_partner_measure_rows (PlwuPartners *self, PlwuCanvas *canvas)
{
  double line = get_line_height (canvas);

  return 2 * line + 20 + MAX (self->rows->len, 3) * get_row_height (line) + PLWU_DRAWING_MARGIN;
}

static double
get_x (const PlwuPartnerPlot *plot, gint64 value)
{
  return plot->left + plot->width * plwu_scale_share (&plot->scale, value);
}

/* What stands at the end of a bar. */
static double
measure_amount (PlwuCanvas *canvas, gint64 pence)
{
  g_autofree char *text = plw_pence_show_short (pence);
  double width;

  if (pence == 0)
    return 0;
  plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL, &width, NULL);
  return width + 2 * AMOUNT_GAP;
}

static PlwuPartnerPlot
lay_out (PlwuPartners *self, PlwuCanvas *canvas, double top)
{
  PlwuPartnerPlot plot = { .line = get_line_height (canvas) };
  double names = 0;
  double positions;
  double pays = 0;
  double gains = 0;
  gint64 low = 0;
  gint64 high = 0;

  plwu_canvas_measure (canvas, _ ("Position"), PLWU_TEXT_SMALL_BOLD, &positions, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlwuPartnerRow *row = plwu_partner_get_row (self, i);
      g_autofree char *position = plw_pence_show_short (row->position);
      double width;

      pays = MAX (pays, measure_amount (canvas, row->paid));
      gains = MAX (gains, measure_amount (canvas, row->benefit));
      low = MIN (low, -row->paid);
      high = MAX (high, row->benefit);
      plwu_canvas_measure (canvas, row->name, PLWU_TEXT_SMALL, &width, NULL);
      names = MAX (names, width);
      plwu_canvas_measure (canvas, position, PLWU_TEXT_SMALL_BOLD, &width, NULL);
      positions = MAX (positions, width);
    }
  names = MIN (names, canvas->width * NAME_SHARE);

  plot.top = top + 2 * plot.line + 14;
  plot.row = get_row_height (plot.line);
  plot.names = names;
  plot.left = PLWU_DRAWING_MARGIN + names + GAP + pays;
  plot.position = canvas->width - PLWU_DRAWING_MARGIN;
  plot.width = MAX (20, plot.position - positions - GAP - gains - plot.left);
  /* Labels at the ends are moved inwards by half of their width. */
  plot.scale = plwu_scale_choose (low, high, (guint) CLAMP (plot.width / 72, 2, 10));

  return plot;
}

static void
draw_axis (PlwuPartners *self, PlwuCanvas *canvas, const PlwuPartnerPlot *plot)
{
  double bottom = plot->top + plot->row * self->rows->len;

  for (gint64 tick = plot->scale.low; tick <= plot->scale.high; tick += plot->scale.step)
    {
      g_autofree char *text = plwu_scale_label (&plot->scale, ABS (tick));
      double x = round (get_x (plot, tick)) + 0.5;
      double width;

      plwu_canvas_use (canvas, tick == 0 ? PLWU_COLOUR_TEXT_DIM : PLWU_COLOUR_GRID);
      cairo_set_line_width (canvas->cr, 1);
      cairo_move_to (canvas->cr, x, plot->top);
      cairo_line_to (canvas->cr, x, bottom);
      cairo_stroke (canvas->cr);

      plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL, &width, NULL);
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, text, PLWU_TEXT_SMALL,
                        CLAMP (x, plot->left + width / 2, plot->left + plot->width - width / 2),
                        plot->top - plot->line - 4, 0.5, 0);
    }
}

static void
draw_headings (PlwuCanvas *canvas, const PlwuPartnerPlot *plot)
{
  double y = plot->top - 2 * plot->line - 8;
  double zero = get_x (plot, 0);
  double pays;
  double gains;

  plwu_canvas_measure (canvas, _ ("Pays"), PLWU_TEXT_SMALL_BOLD, &pays, NULL);
  plwu_canvas_measure (canvas, _ ("Gains"), PLWU_TEXT_SMALL_BOLD, &gains, NULL);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, _ ("Partner"), PLWU_TEXT_SMALL_BOLD, PLWU_DRAWING_MARGIN, y, 0, 0);
  if (plot->scale.low < 0)
    plwu_canvas_text (canvas, _ ("Pays"), PLWU_TEXT_SMALL_BOLD, MAX (zero - 8, plot->left + pays), y, 1, 0);
  if (plot->scale.high > 0)
    plwu_canvas_text (canvas, _ ("Gains"), PLWU_TEXT_SMALL_BOLD,
                      MIN (zero + 8, plot->left + plot->width - gains), y, 0, 0);
  plwu_canvas_text (canvas, _ ("Position"), PLWU_TEXT_SMALL_BOLD, plot->position, y, 1, 0);
}

static void
draw_amount (PlwuCanvas *canvas, gint64 pence, double x, double y, double align)
{
  g_autofree char *text = plw_pence_show_short (pence);
  double width;
  double height;

  if (pence == 0)
    return;

  plwu_canvas_measure (canvas, text, PLWU_TEXT_SMALL, &width, &height);
  plwu_canvas_use (canvas, PLWU_COLOUR_BACKGROUND);
  cairo_rectangle (canvas->cr, x - align * width - 2, y, width + 4, height);
  cairo_fill (canvas->cr);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, text, PLWU_TEXT_SMALL, x, y, align, 0);
}

static void
draw_row (PlwuCanvas *canvas, const PlwuPartnerPlot *plot, const PlwuPartnerRow *row, guint i)
{
  g_autofree char *position = plw_pence_show_short (row->position);
  double height = MIN (BAR_MOST, plot->row - 8);
  double y = plot->top + plot->row * i;
  double bar_y = round (y + (plot->row - height) / 2);
  double zero = round (get_x (plot, 0));
  double text_y = y + (plot->row - plot->line) / 2;
  double paid = round (get_x (plot, -row->paid));
  double gained = round (get_x (plot, row->benefit));

  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  plwu_canvas_name (canvas, row->name, PLWU_TEXT_SMALL, PLWU_DRAWING_MARGIN, text_y, 0, plot->names);
  plwu_canvas_bar (canvas, PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_3, paid, bar_y, zero - paid, height);
  plwu_canvas_bar (canvas, PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_2, zero, bar_y, gained - zero, height);
  draw_amount (canvas, row->paid, paid - AMOUNT_GAP, text_y, 1);
  draw_amount (canvas, row->benefit, gained + AMOUNT_GAP, text_y, 0);
  plwu_canvas_use (canvas, row->position < 0 ? PLWU_COLOUR_SERIES_3 : PLWU_COLOUR_TEXT);
  plwu_canvas_text (canvas, position, PLWU_TEXT_SMALL_BOLD, plot->position, text_y, 1, 0);
}

void
plwu_partner_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuPartners *self = PLWU_PARTNERS (drawing);

  if (self->rows->len == 0)
    {
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_text (canvas, _ ("No partner pays or gains yet"), PLWU_TEXT_NORMAL, canvas->width / 2,
                        (top + canvas->height) / 2, 0.5, 0);
      return;
    }

  PlwuPartnerPlot plot = lay_out (self, canvas, top);

  draw_axis (self, canvas, &plot);
  draw_headings (canvas, &plot);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (canvas, &plot, plwu_partner_get_row (self, i), i);

  if (canvas->is_file)
    return;

  self->plot = plot;
  if (focus < self->rows->len)
    plwu_canvas_focus_ring (canvas, PLWU_DRAWING_MARGIN - 6, plot.top + plot.row * focus + 2,
                            plot.position - PLWU_DRAWING_MARGIN + 10, plot.row - 4);
}
