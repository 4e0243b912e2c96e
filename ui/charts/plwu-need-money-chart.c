/* plwu-need-money-chart.c: need against money, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-need-money-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 480.0

enum
{
  YEAR_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuNeedMoneyChart, plwu_need_money_chart, PLWU_TYPE_CHART)

const char *
plwu_need_money_name_certainty (PlwuCertainty certainty)
{
  switch (certainty)
    {
    case PLWU_CERTAINTY_CONFIRMED:
      return _ ("Confirmed");
    case PLWU_CERTAINTY_INDICATIVE:
      return _ ("Indicative");
    case PLWU_CERTAINTY_AT_RISK:
      return _ ("At risk");
    case PLWU_CERTAINTY_BID:
      return _ ("Bid");
    case PLWU_N_CERTAINTIES:
      break;
    }

  g_return_val_if_reached ("");
}

const PlwuNeedMoneyYear *
plwu_need_money_get_year (PlwuNeedMoneyChart *self, guint i)
{
  return &g_array_index (self->years, PlwuNeedMoneyYear, i);
}

char *
plwu_need_money_show_gap (const PlwuNeedMoneyYear *year)
{
  return year->need > year->total ? plw_pence_show_short (year->need - year->total) : g_strdup (_ ("none"));
}

/* Marks: one a year */

static char *
plwu_need_money_chart_describe (PlwuChart *chart)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);

  if (self->years->len == 0)
    return g_strdup (_ ("No years to show yet"));

  const PlwuNeedMoneyYear *first = plwu_need_money_get_year (self, 0);
  const PlwuNeedMoneyYear *last = plwu_need_money_get_year (self, self->years->len - 1);
  const PlwuNeedMoneyYear *worst = first;

  for (guint i = 1; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->need - plwu_need_money_get_year (self, i)->total
        > worst->need - worst->total)
      worst = plwu_need_money_get_year (self, i);

  g_autofree char *first_need = plw_pence_show_short (first->need);
  g_autofree char *last_need = plw_pence_show_short (last->need);
  g_autofree char *first_money = plw_pence_show_short (first->total);
  g_autofree char *last_money = plw_pence_show_short (last->total);
  g_autofree char *gap = plwu_need_money_show_gap (worst);

  if (worst->need <= worst->total)
    return g_strdup_printf (
        _ ("Need goes from %s in %s to %s in %s, money from %s to %s. Money meets need in every "
           "year."),
        first_need, plw_year_name (first->year), last_need, plw_year_name (last->year), first_money,
        last_money);

  return g_strdup_printf (
      _ ("Need goes from %s in %s to %s in %s, money from %s to %s. The gap is largest in %s, "
         "at %s."),
      first_need, plw_year_name (first->year), last_need, plw_year_name (last->year), first_money, last_money,
      plw_year_name (worst->year), gap);
}

static guint
plwu_need_money_chart_get_n_marks (PlwuChart *chart)
{
  return PLWU_NEED_MONEY_CHART (chart)->years->len;
}

static char *
plwu_need_money_chart_describe_mark (PlwuChart *chart, guint mark)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);
  const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, mark);
  g_autofree char *need = plw_pence_show_short (year->need);
  g_autofree char *total = plw_pence_show_short (year->total);
  g_autofree char *gap = plwu_need_money_show_gap (year);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < PLWU_N_CERTAINTIES; i++)
    {
      g_autofree char *money = plw_pence_show_short (year->money[i]);

      if (year->money[i] != 0)
        g_string_append_printf (parts, "%s%s %s", parts->len > 0 ? ", " : "",
                                plwu_need_money_name_certainty ((PlwuCertainty) i), money);
    }

  /* Translators: year, need, money, money by certainty, gap */
  return g_strdup_printf (_ ("%s: need %s, money %s (%s), gap %s"), plw_year_name (year->year), need, total,
                          parts->str, gap);
}

static gboolean
plwu_need_money_chart_get_mark_area (PlwuChart *chart, guint mark, GdkRectangle *ret_area)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);
  const PlwuNeedMoneyPlot *plot = &self->plot;
  double slot = plwu_need_money_get_slot (self, plot);

  if (plot->width <= 0 || mark >= self->years->len)
    return FALSE;

  *ret_area = (GdkRectangle){ (int) (plot->left + slot * mark), (int) plot->top, (int) slot,
                              (int) (plot->height + 2 * plot->line) };

  return TRUE;
}

static void
plwu_need_money_chart_activate_mark (PlwuChart *chart, guint mark)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);

  g_signal_emit (self, signals[YEAR_ACTIVATED], 0, plwu_need_money_get_year (self, mark)->year);
}

static GPtrArray *
plwu_need_money_chart_get_table (PlwuChart *chart)
{
  PlwuNeedMoneyChart *self = PLWU_NEED_MONEY_CHART (chart);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Year"),       _ ("Need"),    _ ("Confirmed"),
                           _ ("Indicative"), _ ("At risk"), _ ("Bid"),
                           _ ("Money"),      _ ("Gap"),     NULL };

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (plw_year_name (year->year));
      row[1] = plw_pence_show (year->need, PLW_UNIT_POUNDS);
      for (guint j = 0; j < PLWU_N_CERTAINTIES; j++)
        row[2 + j] = plw_pence_show (year->money[j], PLW_UNIT_POUNDS);
      row[6] = plw_pence_show (year->total, PLW_UNIT_POUNDS);
      row[7] = plw_pence_show (MAX (0, year->need - year->total), PLW_UNIT_POUNDS);
      g_ptr_array_add (table, row);
    }

  return table;
}

static void
plwu_need_money_chart_get_file_size (PlwuChart *chart,
                                     PlwuCanvas *canvas,
                                     double *ret_width,
                                     double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

static void
plwu_need_money_chart_finalize (GObject *object)
{
  g_array_unref (PLWU_NEED_MONEY_CHART (object)->years);
  G_OBJECT_CLASS (plwu_need_money_chart_parent_class)->finalize (object);
}

static void
plwu_need_money_chart_class_init (PlwuNeedMoneyChartClass *class)
{
  PlwuChartClass *chart_class = PLWU_CHART_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_need_money_chart_finalize;
  chart_class->draw = plwu_need_money_draw;
  chart_class->describe = plwu_need_money_chart_describe;
  chart_class->get_n_marks = plwu_need_money_chart_get_n_marks;
  chart_class->describe_mark = plwu_need_money_chart_describe_mark;
  chart_class->get_mark_area = plwu_need_money_chart_get_mark_area;
  chart_class->activate_mark = plwu_need_money_chart_activate_mark;
  chart_class->get_table = plwu_need_money_chart_get_table;
  chart_class->get_file_size = plwu_need_money_chart_get_file_size;

  signals[YEAR_ACTIVATED] = g_signal_new ("year-activated", PLWU_TYPE_NEED_MONEY_CHART, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
plwu_need_money_chart_init (PlwuNeedMoneyChart *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (PlwuNeedMoneyYear));
}

GtkWidget *
plwu_need_money_chart_new (void)
{
  return g_object_new (PLWU_TYPE_NEED_MONEY_CHART, NULL);
}

void
plwu_need_money_chart_set_data (PlwuNeedMoneyChart *self,
                                guint n_years,
                                const int *years,
                                const gint64 *need_pence,
                                const gint64 (*money_pence)[PLWU_N_CERTAINTIES],
                                const char *title,
                                const char *description)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY_CHART (self));
  g_return_if_fail (n_years == 0 || (years != NULL && need_pence != NULL && money_pence != NULL));
  g_return_if_fail (title != NULL);

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < n_years; i++)
    {
      PlwuNeedMoneyYear year = { .year = years[i], .need = need_pence[i] };

      for (guint j = 0; j < PLWU_N_CERTAINTIES; j++)
        {
          year.money[j] = money_pence[i][j];
          year.total += money_pence[i][j];
        }
      g_array_append_val (self->years, year);
    }

  plwu_chart_set_title (PLWU_CHART (self), title, description);
  plwu_chart_data_changed (PLWU_CHART (self));
}
