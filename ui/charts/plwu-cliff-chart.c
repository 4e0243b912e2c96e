/* plwu-cliff-chart.c: when the money of pots ends and what it holds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-cliff-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>
#include <string.h>

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuCliffChart,
                               plwu_cliff_chart,
                               PLWU_TYPE_CHART,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

const PlwuCliffRow *
plwu_cliff_get_row (PlwuCliffChart *self, guint i)
{
  return &g_array_index (self->rows, PlwuCliffRow, i);
}

static void
clear_row (gpointer data)
{
  PlwuCliffRow *row = data;

  g_free ((char *) row->name);
  g_free ((char *) row->holds_up);
}

/* Scrolling */

static void
scrolled_cb (GtkWidget *widget, GtkOrientation orientation)
{
  gtk_widget_queue_draw (widget);
}

static void
plwu_cliff_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (widget);
  PlwuChart *chart = PLWU_CHART (widget);
  PlwuCanvas canvas = {
    .pango = gtk_widget_get_pango_context (widget),
    .layouts = plwu_chart_get_private (chart)->layouts,
    .width = width,
    .height = height - plwu_chart_get_readout_height (chart),
  };

  self->scrolling.is_allocating = TRUE;
  self->plot = plwu_cliff_lay_out (self, &canvas, plwu_chart_measure_top (chart, &canvas));
  plwu_scrolling_set_extent (&self->scrolling, GTK_ORIENTATION_HORIZONTAL, width, MAX (1, width), 1);
  plwu_scrolling_set_extent (&self->scrolling, GTK_ORIENTATION_VERTICAL,
                             self->plot.row_height * self->rows->len, MAX (1, self->plot.body_height),
                             self->plot.row_height);
  self->plot = plwu_cliff_lay_out (self, &canvas, plwu_chart_measure_top (chart, &canvas));
  self->scrolling.is_allocating = FALSE;

  GTK_WIDGET_CLASS (plwu_cliff_chart_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Marks: one a row */

static const char *
name_year (PlwuCliffChart *self, guint year)
{
  return plw_year_name (self->first_year + (int) year);
}

static char *
plwu_cliff_chart_describe (PlwuChart *chart)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  gint64 sum = 0;

  if (self->rows->len == 0)
    return g_strdup (_ ("No pot's money ends before the plan does."));

  for (guint i = 0; i < self->rows->len; i++)
    sum += plwu_cliff_get_row (self, i)->pence;

  g_autofree char *amount = plw_pence_show_short (sum);

  return g_strdup_printf (ngettext ("The money of %u pot ends before the plan does; it pays %s in its last "
                                    "year. The first is %s, with %s.",
                                    "The money of %u pots ends before the plan does; they pay %s in their "
                                    "last years. The first is %s, with %s.",
                                    self->rows->len),
                          self->rows->len, amount, plwu_cliff_get_row (self, 0)->name,
                          name_year (self, plwu_cliff_get_row (self, 0)->last));
}

static guint
plwu_cliff_chart_get_n_marks (PlwuChart *chart)
{
  return PLWU_CLIFF_CHART (chart)->rows->len;
}

static char *
plwu_cliff_chart_describe_mark (PlwuChart *chart, guint mark)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  const PlwuCliffRow *row = plwu_cliff_get_row (self, mark);
  const char *fence = row->is_fenced ? _ ("ring-fenced") : _ ("not ring-fenced");
  const char *year = name_year (self, row->last);
  g_autofree char *amount = plw_pence_show_short (row->pence);

  if (row->pence == 0)
    /* Translators: pot, year, whether ring-fenced */
    return g_strdup_printf (_ ("%s ends with %s, %s; it pays for nothing in that year"), row->name, year,
                            fence);
  if (row->is_run_down)
    /* Translators: pot, year, whether ring-fenced, amount, services with amounts */
    return g_strdup_printf (_ ("%s is spent by the end of %s, %s; it then pays %s: %s"), row->name, year,
                            fence, amount, row->holds_up);
  return g_strdup_printf (_ ("%s ends with %s, %s; it then pays %s: %s"), row->name, year, fence, amount,
                          row->holds_up);
}

static gboolean
plwu_cliff_chart_get_mark_area (PlwuChart *chart, guint mark, GdkRectangle *ret_area)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  const PlwuCliffPlot *plot = &self->plot;
  double y = plot->body_y - plot->scroll_y + plot->row_height * mark;

  if (y + plot->row_height <= plot->body_y || y >= plot->body_y + plot->body_height)
    return FALSE;

  *ret_area =
      (GdkRectangle){ (int) PLWU_CHART_MARGIN, (int) y,
                      (int) (plot->holds_x + plot->holds_width - PLWU_CHART_MARGIN), (int) plot->row_height };
  return TRUE;
}

static guint
plwu_cliff_chart_find_mark (PlwuChart *chart, double x, double y)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  const PlwuCliffPlot *plot = &self->plot;

  if (plot->row_height <= 0 || y < plot->body_y || y >= plot->body_y + plot->body_height)
    return PLWU_CHART_NO_MARK;

  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  return row < self->rows->len ? row : PLWU_CHART_NO_MARK;
}

/* Names and services may be cut short; over the years a tooltip would only hide them. */
static gboolean
query_tooltip_cb (PlwuCliffChart *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  guint row = is_keyboard ? PLWU_CHART_NO_MARK : plwu_cliff_chart_find_mark (PLWU_CHART (self), x, y);

  if (row == PLWU_CHART_NO_MARK || (x >= self->plot.years_x && x < self->plot.holds_x))
    return FALSE;

  gtk_tooltip_set_text (tooltip, x < self->plot.years_x ? plwu_cliff_get_row (self, row)->name
                                                        : plwu_cliff_get_row (self, row)->holds_up);
  return TRUE;
}

static void
plwu_cliff_chart_scroll_to_mark (PlwuChart *chart, guint mark)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  GtkAdjustment *vertical = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL)
    gtk_adjustment_clamp_page (vertical, self->plot.row_height * mark, self->plot.row_height * (mark + 1));
}

static void
plwu_cliff_chart_activate_mark (PlwuChart *chart, guint mark)
{
  g_signal_emit (chart, signals[ROW_ACTIVATED], 0,
                 g_array_index (PLWU_CLIFF_CHART (chart)->given, guint, mark));
}

static GPtrArray *
plwu_cliff_chart_get_table (PlwuChart *chart)
{
  PlwuCliffChart *self = PLWU_CLIFF_CHART (chart);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = {
    _ ("Pot"), _ ("Last year"), _ ("Pays in its last year"), _ ("Ring-fenced"), _ ("Ends"), _ ("Holds up"),
    NULL
  };

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlwuCliffRow *row = plwu_cliff_get_row (self, i);
      char **texts = g_new0 (char *, G_N_ELEMENTS (titles));

      texts[0] = g_strdup (row->name);
      texts[1] = g_strdup (name_year (self, row->last));
      texts[2] = plw_pence_show (row->pence, PLW_UNIT_POUNDS);
      texts[3] = g_strdup (row->is_fenced ? _ ("yes") : _ ("no"));
      texts[4] = g_strdup (row->is_run_down ? _ ("balance spent") : _ ("money stops"));
      texts[5] = g_strdup (row->holds_up);
      g_ptr_array_add (table, texts);
    }
  return table;
}

/* Class */

static void
plwu_cliff_chart_dispose (GObject *object)
{
  plwu_scrolling_dispose (&PLWU_CLIFF_CHART (object)->scrolling, GTK_WIDGET (object));

  G_OBJECT_CLASS (plwu_cliff_chart_parent_class)->dispose (object);
}

static void
plwu_cliff_chart_finalize (GObject *object)
{
  g_array_unref (PLWU_CLIFF_CHART (object)->rows);
  g_array_unref (PLWU_CLIFF_CHART (object)->given);

  G_OBJECT_CLASS (plwu_cliff_chart_parent_class)->finalize (object);
}

static void
plwu_cliff_chart_class_init (PlwuCliffChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  PlwuChartClass *chart_class = PLWU_CHART_CLASS (class);

  plwu_scrolling_override (object_class);
  object_class->dispose = plwu_cliff_chart_dispose;
  object_class->finalize = plwu_cliff_chart_finalize;
  GTK_WIDGET_CLASS (class)->size_allocate = plwu_cliff_chart_size_allocate;

  chart_class->draw = plwu_cliff_draw;
  chart_class->describe = plwu_cliff_chart_describe;
  chart_class->get_n_marks = plwu_cliff_chart_get_n_marks;
  chart_class->describe_mark = plwu_cliff_chart_describe_mark;
  chart_class->get_mark_area = plwu_cliff_chart_get_mark_area;
  chart_class->find_mark = plwu_cliff_chart_find_mark;
  chart_class->scroll_to_mark = plwu_cliff_chart_scroll_to_mark;
  chart_class->activate_mark = plwu_cliff_chart_activate_mark;
  chart_class->get_table = plwu_cliff_chart_get_table;
  chart_class->get_file_size = plwu_cliff_measure_file;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", PLWU_TYPE_CLIFF_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_cliff_chart_init (PlwuCliffChart *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlwuCliffRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->given = g_array_new (FALSE, FALSE, sizeof (guint));

  plwu_scrolling_init (&self->scrolling, GTK_WIDGET (self), scrolled_cb);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
plwu_cliff_chart_new (void)
{
  return g_object_new (PLWU_TYPE_CLIFF_CHART, NULL);
}

/* Soonest first, then the dearest, then as given. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlwuCliffRow *rows = user_data;
  const PlwuCliffRow *one = &rows[*(const guint *) a];
  const PlwuCliffRow *other = &rows[*(const guint *) b];

  if (one->last != other->last)
    return one->last < other->last ? -1 : 1;
  return (one->pence < other->pence) - (one->pence > other->pence);
}

void
plwu_cliff_chart_set_data (PlwuCliffChart *self,
                           guint n_rows,
                           const PlwuCliffRow *rows,
                           guint n_years,
                           int first_year,
                           const char *title)
{
  g_return_if_fail (PLWU_IS_CLIFF_CHART (self));
  g_return_if_fail (n_rows == 0 || rows != NULL);
  g_return_if_fail (title != NULL);

  self->n_years = n_years;
  self->first_year = first_year;
  g_array_set_size (self->given, 0);
  for (guint i = 0; i < n_rows; i++)
    g_array_append_val (self->given, i);
  g_array_sort_with_data (self->given, compare_rows, (gpointer) rows);

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      PlwuCliffRow row = rows[g_array_index (self->given, guint, i)];

      row.name = g_strdup (row.name);
      row.holds_up = g_strdup (row.holds_up);
      g_array_append_val (self->rows, row);
    }
  plwu_chart_set_title (PLWU_CHART (self), title, NULL);
  plwu_chart_data_changed (PLWU_CHART (self));
}
