/* plwu-partner-chart.c: who pays and who gains.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-partner-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 960.0

enum
{
  BAR_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuPartnerChart, plwu_partner_chart, PLWU_TYPE_CHART)

const PlwuPartnerRow *
plwu_partner_get_row (PlwuPartnerChart *self, guint i)
{
  return &g_array_index (self->rows, PlwuPartnerRow, i);
}

static char *
plwu_partner_chart_describe (PlwuChart *chart)
{
  PlwuPartnerChart *self = PLWU_PARTNER_CHART (chart);

  if (self->rows->len == 0)
    return g_strdup (_ ("No partner pays or gains yet"));

  const PlwuPartnerRow *first = plwu_partner_get_row (self, 0);
  const PlwuPartnerRow *last = plwu_partner_get_row (self, self->rows->len - 1);
  g_autofree char *most = plw_pence_show_short (first->position);
  g_autofree char *least = plw_pence_show_short (last->position);

  if (self->rows->len == 1)
    return g_strdup_printf (_ ("%s alone pays and gains; its position is %s."), first->name, most);
  return g_strdup_printf (
      ngettext ("%u partner. The best position is that of %s, %s; the worst that of %s, %s.",
                "%u partners. The best position is that of %s, %s; the worst that of %s, %s.",
                self->rows->len),
      self->rows->len, first->name, most, last->name, least);
}

static guint
plwu_partner_chart_get_n_marks (PlwuChart *chart)
{
  return PLWU_PARTNER_CHART (chart)->rows->len;
}

/* NULL where running totals are not known. */
static const gint64 *
get_running (PlwuPartnerChart *self, const PlwuPartnerRow *row)
{
  guint first = row->index * self->years->len;

  return self->years->len > 0 && first + self->years->len <= self->running->len
             ? &g_array_index (self->running, gint64, first)
             : NULL;
}

/* From the year on in which the running total is never below nothing again. */
static char *
describe_running (PlwuPartnerChart *self, const PlwuPartnerRow *row)
{
  const gint64 *running = get_running (self, row);
  guint year = self->years->len;

  if (running == NULL)
    return g_strdup ("");
  while (year > 0 && running[year - 1] >= 0)
    year--;
  if (year == self->years->len)
    return g_strdup (_ ("; behind to the end of the plan"));
  if (year == 0)
    return g_strdup (_ ("; never behind"));
  return g_strdup_printf (_ ("; behind at first, ahead from %s on"),
                          plw_year_name (g_array_index (self->years, int, year)));
}

static char *
plwu_partner_chart_describe_mark (PlwuChart *chart, guint mark)
{
  PlwuPartnerChart *self = PLWU_PARTNER_CHART (chart);
  const PlwuPartnerRow *row = plwu_partner_get_row (self, mark);
  g_autofree char *running = describe_running (self, row);
  g_autofree char *paid = plw_pence_show_short (row->paid);
  g_autofree char *benefit = plw_pence_show_short (row->benefit);
  g_autofree char *position = plw_pence_show_short (row->position);

  return g_strdup_printf (_ ("%s: pays %s, gains %s, position %s%s"), row->name, paid, benefit, position,
                          running);
}

static gboolean
plwu_partner_chart_get_mark_area (PlwuChart *chart, guint mark, GdkRectangle *ret_area)
{
  PlwuPartnerChart *self = PLWU_PARTNER_CHART (chart);
  const PlwuPartnerPlot *plot = &self->plot;

  if (plot->width <= 0 || mark >= self->rows->len)
    return FALSE;

  *ret_area = (GdkRectangle){ (int) PLWU_CHART_MARGIN, (int) (plot->top + plot->row * mark),
                              (int) (plot->position - PLWU_CHART_MARGIN), (int) plot->row };

  return TRUE;
}

static void
plwu_partner_chart_activate_mark (PlwuChart *chart, guint mark)
{
  g_signal_emit (chart, signals[BAR_ACTIVATED], 0,
                 plwu_partner_get_row (PLWU_PARTNER_CHART (chart), mark)->index);
}

#define FIRST_YEAR_COLUMN 4

static GStrv
create_titles (PlwuPartnerChart *self)
{
  char **titles = g_new0 (char *, FIRST_YEAR_COLUMN + self->years->len + 1);

  titles[0] = g_strdup (_ ("Partner"));
  titles[1] = g_strdup (_ ("Pays"));
  titles[2] = g_strdup (_ ("Gains"));
  titles[3] = g_strdup (_ ("Position"));
  for (guint i = 0; i < self->years->len; i++)
    titles[FIRST_YEAR_COLUMN + i] =
        g_strdup_printf (_ ("By end of %s"), plw_year_name (g_array_index (self->years, int, i)));

  return titles;
}

static GPtrArray *
plwu_partner_chart_get_table (PlwuChart *chart)
{
  PlwuPartnerChart *self = PLWU_PARTNER_CHART (chart);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (table, create_titles (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlwuPartnerRow *row = plwu_partner_get_row (self, i);
      const gint64 *running = get_running (self, row);
      char **texts = g_new0 (char *, FIRST_YEAR_COLUMN + self->years->len + 1);

      texts[0] = g_strdup (row->name);
      texts[1] = plw_pence_show (row->paid, PLW_UNIT_POUNDS);
      texts[2] = plw_pence_show (row->benefit, PLW_UNIT_POUNDS);
      texts[3] = plw_pence_show (row->position, PLW_UNIT_POUNDS);
      for (guint j = 0; j < self->years->len; j++)
        texts[FIRST_YEAR_COLUMN + j] =
            running != NULL ? plw_pence_show (running[j], PLW_UNIT_POUNDS) : g_strdup ("");
      g_ptr_array_add (table, texts);
    }

  return table;
}

static void
plwu_partner_chart_get_file_size (PlwuChart *chart, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = plwu_partner_measure_rows (PLWU_PARTNER_CHART (chart), canvas);
}

static void
plwu_partner_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  PlwuChart *chart = PLWU_CHART (widget);
  PlwuCanvas canvas = { .pango = gtk_widget_get_pango_context (widget), .width = for_size };

  GTK_WIDGET_CLASS (plwu_partner_chart_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  if (for_size < 0)
    canvas.width = *natural;
  *minimum = (int) (plwu_chart_measure_top (chart, &canvas)
                    + plwu_partner_measure_rows (PLWU_PARTNER_CHART (chart), &canvas))
             + plwu_chart_get_readout_height (chart);
  *natural = *minimum;
}

static void
clear_row (gpointer data)
{
  g_free (((PlwuPartnerRow *) data)->name);
}

static void
plwu_partner_chart_finalize (GObject *object)
{
  g_array_unref (PLWU_PARTNER_CHART (object)->rows);
  g_array_unref (PLWU_PARTNER_CHART (object)->years);
  g_array_unref (PLWU_PARTNER_CHART (object)->running);
  G_OBJECT_CLASS (plwu_partner_chart_parent_class)->finalize (object);
}

static void
plwu_partner_chart_class_init (PlwuPartnerChartClass *class)
{
  PlwuChartClass *chart_class = PLWU_CHART_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_partner_chart_finalize;
  GTK_WIDGET_CLASS (class)->measure = plwu_partner_chart_measure;
  chart_class->draw = plwu_partner_draw;
  chart_class->describe = plwu_partner_chart_describe;
  chart_class->get_n_marks = plwu_partner_chart_get_n_marks;
  chart_class->describe_mark = plwu_partner_chart_describe_mark;
  chart_class->get_mark_area = plwu_partner_chart_get_mark_area;
  chart_class->activate_mark = plwu_partner_chart_activate_mark;
  chart_class->get_table = plwu_partner_chart_get_table;
  chart_class->get_file_size = plwu_partner_chart_get_file_size;

  signals[BAR_ACTIVATED] = g_signal_new ("bar-activated", PLWU_TYPE_PARTNER_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_partner_chart_init (PlwuPartnerChart *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlwuPartnerRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->running = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
plwu_partner_chart_new (void)
{
  return g_object_new (PLWU_TYPE_PARTNER_CHART, NULL);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PlwuPartnerRow *one = a;
  const PlwuPartnerRow *other = b;

  if (one->position != other->position)
    return one->position > other->position ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

void
plwu_partner_chart_set_data (PlwuPartnerChart *self,
                             guint n_bars,
                             const PlwuPartnerBar *bars,
                             const char *title)
{
  g_return_if_fail (PLWU_IS_PARTNER_CHART (self));
  g_return_if_fail (n_bars == 0 || bars != NULL);
  g_return_if_fail (title != NULL);

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      PlwuPartnerRow row = { g_strdup (bars[i].name), bars[i].paid, bars[i].benefit, bars[i].position, i };

      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);

  plwu_chart_set_title (PLWU_CHART (self), title, NULL);
  plwu_chart_data_changed (PLWU_CHART (self));
}

void
plwu_partner_chart_set_running (PlwuPartnerChart *self,
                                guint n_bars,
                                guint n_years,
                                const int *years,
                                const gint64 *running)
{
  g_return_if_fail (PLWU_IS_PARTNER_CHART (self));
  g_return_if_fail (n_bars == 0 || n_years == 0 || (years != NULL && running != NULL));

  g_array_set_size (self->years, 0);
  g_array_set_size (self->running, 0);
  if (n_bars == 0 || n_years == 0)
    return;
  g_array_append_vals (self->years, years, n_years);
  g_array_append_vals (self->running, running, n_bars * n_years);
}
