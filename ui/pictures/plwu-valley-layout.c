/* plwu-valley-layout.c: where the parts of the picture of the valley lie.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-axis.h"
#include "plwu-valley-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define NAME_SPACE 34.0
#define UPPER_SHARE 0.5

/* How far the reserve may stretch the picture: beyond it the valley would be flat. */
#define CARRIED_MOST 3

double
plwu_valley_get_slot (PlwuValley *self, const PlwuValleyPlot *plot)
{
  return plot->width / MAX (1, self->points->len);
}

double
plwu_valley_get_x (PlwuValley *self, const PlwuValleyPlot *plot, guint i)
{
  return plot->left + plwu_valley_get_slot (self, plot) * (i + 0.5);
}

double
plwu_valley_get_y (const PlwuValleyPanel *panel, gint64 value)
{
  return panel->top + panel->height * (1 - plwu_scale_share (&panel->scale, value));
}

/* What stands under the name of a line: its last figure. */
char *
plwu_valley_show_end (PlwuValley *self, const PlwuValleyPlot *plot, PlwuValleyLine line)
{
  gint64 end = plwu_valley_get_point (self, self->points->len - 1)->lines[line];
  g_autofree char *figure = plw_pence_show_short (line == PLWU_VALLEY_CARRIED ? -end : end);

  if (line == PLWU_VALLEY_CARRIED && end < plot->lower.scale.low)
    /* Translators: the line of the reserve lies below the picture */
    return g_strdup_printf (_ ("%s (off the scale)"), figure);
  return g_steal_pointer (&figure);
}

static void
find_range (PlwuValley *self, PlwuValleyLine first, PlwuValleyLine last, gint64 *ret_low, gint64 *ret_high)
{
  *ret_low = 0;
  *ret_high = 0;
  for (guint i = 0; i < self->points->len; i++)
    for (guint line = first; line <= last; line++)
      {
        gint64 value = plwu_valley_get_point (self, i)->lines[line];

        *ret_low = MIN (*ret_low, value);
        *ret_high = MAX (*ret_high, value);
      }
}

static double
measure_names (PlwuValley *self, PlwuCanvas *canvas, const PlwuValleyPlot *plot)
{
  double most = 0;

  for (guint i = 0; i < PLWU_VALLEY_N_LINES; i++)
    {
      g_autofree char *end = plwu_valley_show_end (self, plot, (PlwuValleyLine) i);
      double width;

      plwu_canvas_measure (canvas, plwu_valley_name_line ((PlwuValleyLine) i), PLWU_TEXT_SMALL, &width, NULL);
      most = MAX (most, width);
      plwu_canvas_measure (canvas, end, PLWU_TEXT_SMALL_BOLD, &width, NULL);
      most = MAX (most, width);
    }

  return MIN (most, canvas->width * 0.28);
}

static double
measure_years (PlwuValley *self, PlwuCanvas *canvas)
{
  double most = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      double width;

      plwu_canvas_measure (canvas, plw_year_name (plwu_valley_get_point (self, i)->year), PLWU_TEXT_SMALL,
                           &width, NULL);
      most = MAX (most, width);
    }

  return most;
}

static void
choose_scales (PlwuValley *self, PlwuValleyPlot *plot)
{
  gint64 low;
  gint64 high;
  gint64 least;

  find_range (self, PLWU_VALLEY_SPENT, PLWU_VALLEY_RELEASED, &low, &high);
  plot->upper.scale = plwu_scale_choose (low, high, (guint) CLAMP (plot->upper.height / 26, 2, 6));

  find_range (self, PLWU_VALLEY_NET, PLWU_VALLEY_NET, &low, &high);
  least = CARRIED_MOST * MIN (low, -high / CARRIED_MOST);
  for (guint i = 0; self->has_reserve && i < self->points->len; i++)
    {
      gint64 carried = plwu_valley_get_point (self, i)->lines[PLWU_VALLEY_CARRIED];

      if (carried >= least)
        low = MIN (low, carried);
    }
  plot->lower.scale = plwu_scale_choose (low, high, (guint) CLAMP (plot->lower.height / 26, 2, 6));
}

PlwuValleyPlot
plwu_valley_lay_out (PlwuValley *self, PlwuCanvas *canvas, double top)
{
  PlwuValleyPlot plot = { 0 };
  double years = measure_years (self, canvas);
  double height;

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);

  /* The names of the years stand between the parts, where both are near. */
  plot.is_upright = years + 6 > (canvas->width * 0.6) / MAX (1, self->points->len);
  height = canvas->height - top - plot.line - (plot.is_upright ? years : plot.line) - 28;
  plot.upper.top = top + plot.line / 2 + 2;
  plot.upper.height = MAX (height * UPPER_SHARE, 20);
  plot.lower.top = plot.upper.top + plot.upper.height + (plot.is_upright ? years : plot.line) + 16;
  plot.lower.height = MAX (height - plot.upper.height, 20);

  choose_scales (self, &plot);
  plot.left =
      PLWU_DRAWING_MARGIN
      + MAX (plwu_axis_measure (canvas, &plot.upper.scale), plwu_axis_measure (canvas, &plot.lower.scale))
      + 8;
  plot.width =
      canvas->width - plot.left - measure_names (self, canvas, &plot) - NAME_SPACE - PLWU_DRAWING_MARGIN;
  plot.width = MAX (plot.width, 20);

  return plot;
}
