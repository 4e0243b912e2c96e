/* plwu-report-pictures.c: the window's pictures on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-report-private.h"

#include "findings/plwu-bridge-figures.h"
#include "findings/plwu-capital-funding.h"
#include "findings/plwu-need-money-figures.h"
#include "findings/plwu-one-pot-figures.h"
#include "findings/plwu-pot-cliffs.h"
#include "findings/plwu-prevention-figures.h"
#include "findings/plwu-result-figures.h"
#include "findings/plwu-shortfall-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCALE 0.68 /* points to a pixel of a picture: its text is as large as a table's */
#define HEIGHT 250.0
#define LEAST 190.0
#define HEIGHT_MOST 620.0
#define SHRINK_LEAST 0.75 /* of a picture with rows of its own, to stay on a page */
#define LINES_MOST 18
#define CLIFFS_MOST 24

static void
draw_cb (cairo_t *cr, double width, double height, void *data)
{
  cairo_scale (cr, SCALE, SCALE);
  plwu_drawing_paint (PLWU_DRAWING (data), cr, width / SCALE, height / SCALE);
}

/* @height: 0: as high as suits it */
static void
add_picture (PlwuReport *report, PlwuDrawing *drawing, double height)
{
  g_autofree char *context = plwu_result_context (report->result);
  PlwuPaperFigure figure = { .draw = draw_cb, .data = drawing, .destroy = g_object_unref };
  g_autofree char *description = NULL;

  if (plwu_drawing_get_context (drawing) == NULL || plwu_drawing_get_context (drawing)[0] == '\0')
    plwu_drawing_set_context (drawing, context);
  description =
      g_strdup_printf ("%s. %s", plwu_drawing_get_title (drawing), plwu_drawing_get_description (drawing));
  figure.least = MIN (height, LEAST);
  if (height <= 0)
    {
      double wide;
      double high;

      plwu_drawing_measure (drawing, &wide, &high);
      height = high * SCALE;
      figure.least = MIN (height * SHRINK_LEAST, HEIGHT_MOST);
    }
  figure.height = MIN (height, HEIGHT_MOST);
  figure.description = description;
  plwu_paper_add_figure (report->paper, &figure);
}

/* The summary's has no room for more than need and money. */
void
plwu_report_add_need_money_picture (PlwuReport *report, double height)
{
  PlwuNeedMoney *drawing = plwu_need_money_new ();
  gboolean is_today = g_strcmp0 (plw_result_policy (report->result), "today") == 0;
  size_t last = report->n_years - 1;
  g_autofree char *first_gap = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_SHORTFALL, 0));
  g_autofree char *last_gap = plw_pence_show_short (plw_result_sum (report->result, PLW_SUM_SHORTFALL, last));
  g_autofree char *title =
      g_strdup_printf (_ ("The gap is %s in %s and %s in %s"), first_gap, plwu_report_year (report, 0),
                       last_gap, plwu_report_last_year (report));

  if (report->other != NULL && height <= 0)
    plwu_need_money_figures_show (drawing, report->result, is_today ? report->result : report->other,
                                  is_today ? report->other : report->result);
  else
    plwu_need_money_figures_fill (drawing, report->result, title);
  add_picture (report, PLWU_DRAWING (drawing), height > 0 ? height : HEIGHT);
}

static int
compare_cliffs (gconstpointer a, gconstpointer b)
{
  const PlwuCliffRow *one = a;
  const PlwuCliffRow *other = b;

  return one->pence != other->pence ? (one->pence > other->pence ? -1 : 1) : strcmp (one->name, other->name);
}

/* Of many pots the dearest; the table beside it has them all. */
static void
show_dearest (PlwuReport *report, PlwuCliffs *drawing, PlwuPotCliffs *cliffs)
{
  g_autofree char *title =
      g_strdup_printf (_ ("The money of %u pots ends; these pay most"), cliffs->rows->len);

  g_array_sort (cliffs->rows, compare_cliffs);
  plwu_cliffs_set_data (drawing, CLIFFS_MOST, (const PlwuCliffRow *) (void *) cliffs->rows->data,
                        (guint) report->n_years, plw_result_year (report->result, 0), title);
}

void
plwu_report_add_cliffs_picture (PlwuReport *report)
{
  g_autoptr (PlwuPotCliffs) cliffs = plwu_pot_cliffs_new (report->result);
  PlwuCliffs *drawing;

  if (cliffs->rows->len == 0)
    return;
  drawing = plwu_cliffs_new ();
  if (cliffs->rows->len > CLIFFS_MOST)
    show_dearest (report, drawing, cliffs);
  else
    plwu_pot_cliffs_show (drawing, report->result, NULL);
  add_picture (report, PLWU_DRAWING (drawing), 0);
}

void
plwu_report_add_bridge_picture (PlwuReport *report)
{
  PlwuBridge *drawing = plwu_bridge_new ();

  plwu_bridge_show_years (drawing, report->result, NULL, 0, report->n_years - 1, NULL);
  add_picture (report, PLWU_DRAWING (drawing), HEIGHT);
}

void
plwu_report_add_heatmap_picture (PlwuReport *report, const char *title)
{
  PlwuHeatmap *drawing = plwu_heatmap_new ();

  plwu_shortfall_show_worst (drawing, report->result, LINES_MOST);
  plwu_drawing_set_title (PLWU_DRAWING (drawing), title, NULL);
  add_picture (report, PLWU_DRAWING (drawing), 0);
}

void
plwu_report_add_one_pot_picture (PlwuReport *report, const PlwResult *today, const PlwResult *pooled)
{
  PlwuFragmentation *drawing = plwu_fragmentation_new ();

  plwu_one_pot_show_years (drawing, today, pooled);
  plwu_one_pot_set_context (PLWU_DRAWING (drawing), report->scenario);
  add_picture (report, PLWU_DRAWING (drawing), HEIGHT);
}

void
plwu_report_add_capital_picture (PlwuReport *report)
{
  PlwuNeedMoney *drawing = plwu_need_money_new ();

  plwu_capital_funding_show (drawing, report->result);
  add_picture (report, PLWU_DRAWING (drawing), HEIGHT);
}

void
plwu_report_add_valley_picture (PlwuReport *report)
{
  PlwuValley *drawing = plwu_valley_new ();

  plwu_prevention_show_years (drawing, report->result, SIZE_MAX);
  add_picture (report, PLWU_DRAWING (drawing), HEIGHT * 1.15);
}

void
plwu_report_add_partners_picture (PlwuReport *report)
{
  PlwuPartners *drawing = plwu_partners_new ();
  g_autofree char *context = plwu_result_context (report->result);

  plwu_prevention_show_positions (drawing, report->result, SIZE_MAX, context, NULL);
  add_picture (report, PLWU_DRAWING (drawing), 0);
}
