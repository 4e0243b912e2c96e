/* plwu-need-money.c: need against money, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-amount.h"
#include "plwu-need-money-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 464.0
#define FILE_ROW_HEIGHT 17.0

enum
{
  YEAR_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuNeedMoney, plwu_need_money, PLWU_TYPE_DRAWING)

/* How sure money is, from the surest. */
static const PlwuMoneySeries certainties[PLWU_N_CERTAINTIES] = {
  [PLWU_CERTAINTY_CONFIRMED] = { N_ ("Confirmed"), PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_1 },
  [PLWU_CERTAINTY_INDICATIVE] = { N_ ("Indicative"), PLWU_PATTERN_LIGHT, PLWU_COLOUR_SERIES_1 },
  [PLWU_CERTAINTY_AT_RISK] = { N_ ("At risk"), PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_1 },
  [PLWU_CERTAINTY_BID] = { N_ ("Bid"), PLWU_PATTERN_CROSSED, PLWU_COLOUR_SERIES_1 },
};

const PlwuMoneySeries *
plwu_need_money_get_series (PlwuNeedMoney *self, guint i)
{
  return &g_array_index (self->series, PlwuMoneySeries, i);
}

const PlwuNeedMoneyYear *
plwu_need_money_get_year (PlwuNeedMoney *self, guint i)
{
  return &g_array_index (self->years, PlwuNeedMoneyYear, i);
}

static char *
show_gap (PlwuNeedMoney *self, const PlwuNeedMoneyYear *year)
{
  return year->need > year->total ? plwu_amount_show_steps (year->gap_steps, self->unit)
                                  : g_strdup (_ ("none"));
}

/* Marks: one a year */

static char *
plwu_need_money_describe (PlwuDrawing *drawing)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);

  if (self->years->len == 0)
    return g_strdup (_ ("No years to show yet"));

  const PlwuNeedMoneyYear *first = plwu_need_money_get_year (self, 0);
  const PlwuNeedMoneyYear *last = plwu_need_money_get_year (self, self->years->len - 1);
  const PlwuNeedMoneyYear *worst = first;

  for (guint i = 1; i < self->years->len; i++)
    if (plwu_need_money_get_year (self, i)->need - plwu_need_money_get_year (self, i)->total
        > worst->need - worst->total)
      worst = plwu_need_money_get_year (self, i);

  g_autofree char *first_need = plwu_amount_show_steps (first->need_steps, self->unit);
  g_autofree char *last_need = plwu_amount_show_steps (last->need_steps, self->unit);
  g_autofree char *first_money = plwu_amount_show_steps (first->total_steps, self->unit);
  g_autofree char *last_money = plwu_amount_show_steps (last->total_steps, self->unit);
  g_autofree char *gap = show_gap (self, worst);

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
plwu_need_money_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_NEED_MONEY (drawing)->years->len;
}

static char *
plwu_need_money_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);
  const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, mark);
  g_autofree char *need = plwu_amount_show_steps (year->need_steps, self->unit);
  g_autofree char *total = plwu_amount_show_steps (year->total_steps, self->unit);
  g_autofree char *gap = show_gap (self, year);
  g_autoptr (GString) parts = g_string_new (NULL);
  gboolean is_first = TRUE;

  g_string_append_printf (parts, "%s: %s %s, %s %s", plw_year_name (year->year), self->need_name, need,
                          self->money_name, total);
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *money = plwu_amount_show_steps (year->money_steps[i], self->unit);

      if (year->money[i] == 0)
        continue;
      g_string_append_printf (parts, "%s%s %s", is_first ? " (" : ", ",
                              plwu_need_money_get_series (self, i)->name, money);
      is_first = FALSE;
    }
  g_string_append_printf (parts, "%s, %s %s", is_first ? "" : ")", self->gap_name, gap);
  for (guint i = PLWU_NEED_MONEY_ROW_GAP + 1; i < self->rows->len; i++)
    {
      const PlwuNeedMoneyRow *row = g_ptr_array_index (self->rows, i);

      g_string_append_printf (parts, ", %s %s", row->name, row->texts[mark]);
    }

  return g_strdup (parts->str);
}

static gboolean
plwu_need_money_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);
  const PlwuNeedMoneyPlot *plot = &self->plot;
  double slot = plwu_need_money_get_slot (self, plot);

  if (plot->width <= 0 || mark >= self->years->len)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) (plot->left + slot * mark), (int) plot->top, (int) slot,
                                       (int) (plot->height + (1 + plot->n_rows) * plot->line) };

  return TRUE;
}

static void
plwu_need_money_activate_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);

  g_signal_emit (self, signals[YEAR_ACTIVATED], 0, plwu_need_money_get_year (self, mark)->year);
}

static GStrv
make_table_titles (PlwuNeedMoney *self)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_strv_builder_add_many (titles, _ ("Year"), self->need_name, NULL);
  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (titles, plwu_need_money_get_series (self, i)->name);
  g_strv_builder_add_many (titles, self->money_name, self->gap_name, NULL);
  for (guint i = PLWU_NEED_MONEY_ROW_GAP + 1; i < self->rows->len; i++)
    g_strv_builder_add (titles, ((PlwuNeedMoneyRow *) g_ptr_array_index (self->rows, i))->name);
  return g_strv_builder_end (titles);
}

static void
add_pounds (GStrvBuilder *texts, gint64 pence)
{
  g_autofree char *text = plw_pence_show (pence, PLW_UNIT_POUNDS);

  g_strv_builder_add (texts, text);
}

static GPtrArray *
plwu_need_money_get_table (PlwuDrawing *drawing)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (table, make_table_titles (self));
  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);
      g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

      g_strv_builder_add (texts, plw_year_name (year->year));
      add_pounds (texts, year->need);
      for (guint j = 0; j < self->series->len; j++)
        add_pounds (texts, year->money[j]);
      add_pounds (texts, year->total);
      add_pounds (texts, MAX (0, year->need - year->total));
      for (guint j = PLWU_NEED_MONEY_ROW_GAP + 1; j < self->rows->len; j++)
        {
          const PlwuNeedMoneyRow *row = g_ptr_array_index (self->rows, j);

          if (row->pence != NULL)
            add_pounds (texts, row->pence[i]);
          else
            g_strv_builder_add (texts, row->texts[i]);
        }
      g_ptr_array_add (table, g_strv_builder_end (texts));
    }

  return table;
}

static void
plwu_need_money_get_file_size (PlwuDrawing *drawing,
                               PlwuCanvas *canvas,
                               double *ret_width,
                               double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT + FILE_ROW_HEIGHT * PLWU_NEED_MONEY (drawing)->rows->len;
}

static void
plwu_need_money_finalize (GObject *object)
{
  PlwuNeedMoney *self = PLWU_NEED_MONEY (object);

  g_array_unref (self->years);
  g_array_unref (self->series);
  g_ptr_array_unref (self->rows);
  g_free (self->need_name);
  g_free (self->money_name);
  g_free (self->gap_name);
  G_OBJECT_CLASS (plwu_need_money_parent_class)->finalize (object);
}

static void
plwu_need_money_class_init (PlwuNeedMoneyClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_need_money_finalize;
  drawing_class->draw = plwu_need_money_draw;
  drawing_class->describe = plwu_need_money_describe;
  drawing_class->get_n_marks = plwu_need_money_get_n_marks;
  drawing_class->describe_mark = plwu_need_money_describe_mark;
  drawing_class->get_mark_area = plwu_need_money_get_mark_area;
  drawing_class->activate_mark = plwu_need_money_activate_mark;
  drawing_class->get_table = plwu_need_money_get_table;
  drawing_class->get_file_size = plwu_need_money_get_file_size;

  signals[YEAR_ACTIVATED] = g_signal_new ("year-activated", PLWU_TYPE_NEED_MONEY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
clear_series (gpointer data)
{
  g_free ((char *) ((PlwuMoneySeries *) data)->name);
}

static void
free_row (gpointer data)
{
  PlwuNeedMoneyRow *row = data;

  g_free (row->name);
  g_strfreev (row->texts);
  g_free (row->is_warned);
  g_free (row->pence);
  g_free (row);
}

static void
plwu_need_money_init (PlwuNeedMoney *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (PlwuNeedMoneyYear));
  self->series = g_array_new (FALSE, FALSE, sizeof (PlwuMoneySeries));
  g_array_set_clear_func (self->series, clear_series);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->need_name = g_strdup (_ ("Need"));
  self->money_name = g_strdup (_ ("Money"));
  self->gap_name = g_strdup (_ ("Gap"));
}

PlwuNeedMoney *
plwu_need_money_new (void)
{
  return g_object_new (PLWU_TYPE_NEED_MONEY, NULL);
}

void
plwu_need_money_set_names (PlwuNeedMoney *self, const char *need, const char *money, const char *gap)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (self));
  g_return_if_fail (need != NULL && money != NULL && gap != NULL);

  g_free (self->need_name);
  g_free (self->money_name);
  g_free (self->gap_name);
  self->need_name = g_strdup (need);
  self->money_name = g_strdup (money);
  self->gap_name = g_strdup (gap);
}

static void
take_row (PlwuNeedMoney *self, const char *name, char **texts, const gint64 *pence, const gboolean *is_warned)
{
  PlwuNeedMoneyRow *row = g_new0 (PlwuNeedMoneyRow, 1);

  row->name = g_strdup (name);
  row->texts = texts;
  if (pence != NULL)
    row->pence = g_memdup2 (pence, self->years->len * sizeof *pence);
  row->is_warned = g_new0 (gboolean, self->years->len + 1);
  for (guint i = 0; is_warned != NULL && i < self->years->len; i++)
    row->is_warned[i] = is_warned[i];
  g_ptr_array_add (self->rows, row);
}

/* What the picture draws, as figures. */
static void
make_rows (PlwuNeedMoney *self)
{
  char **need = g_new0 (char *, self->years->len + 1);
  char **money = g_new0 (char *, self->years->len + 1);
  char **gap = g_new0 (char *, self->years->len + 1);
  g_autofree gboolean *is_short = g_new0 (gboolean, self->years->len + 1);

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);

      need[i] = plwu_amount_show_steps (year->need_steps, self->unit);
      money[i] = plwu_amount_show_steps (year->total_steps, self->unit);
      gap[i] = show_gap (self, year);
      is_short[i] = year->need > year->total;
    }
  g_ptr_array_set_size (self->rows, 0);
  take_row (self, self->need_name, need, NULL, NULL);
  take_row (self, self->money_name, money, NULL, NULL);
  take_row (self, self->gap_name, gap, NULL, is_short);
}

void
plwu_need_money_add_row (PlwuNeedMoney *self,
                         const char *name,
                         const char *const *texts,
                         const gboolean *is_warned)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (self));
  g_return_if_fail (name != NULL && texts != NULL);

  char **copy = g_new0 (char *, self->years->len + 1);

  for (guint i = 0; i < self->years->len; i++)
    copy[i] = g_strdup (texts[i]);
  take_row (self, name, copy, NULL, is_warned);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_need_money_add_amounts (PlwuNeedMoney *self,
                             const char *name,
                             const gint64 *pence,
                             const gboolean *is_warned)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (self));
  g_return_if_fail (name != NULL && pence != NULL);

  char **texts = g_new0 (char *, self->years->len + 1);

  for (guint i = 0; i < self->years->len; i++)
    texts[i] = plwu_need_money_show (self, pence[i]);
  take_row (self, name, texts, pence, is_warned);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

char *
plwu_need_money_show (PlwuNeedMoney *self, gint64 pence)
{
  g_return_val_if_fail (PLWU_IS_NEED_MONEY (self), NULL);

  gint64 steps;

  plw_pence_round_rows (&pence, 1, self->unit, &steps);
  return plwu_amount_show_steps (steps, self->unit);
}

const char *
plwu_need_money_get_text (PlwuNeedMoney *self, guint row, guint year)
{
  g_return_val_if_fail (PLWU_IS_NEED_MONEY (self), NULL);
  g_return_val_if_fail (row < self->rows->len && year < self->years->len, NULL);

  return ((PlwuNeedMoneyRow *) g_ptr_array_index (self->rows, row))->texts[year];
}

void
plwu_need_money_set_chosen (PlwuNeedMoney *self, int year)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (self));

  self->chosen = year;
  plwu_drawing_look_changed (PLWU_DRAWING (self));
}

static void
set_series (PlwuNeedMoney *self, guint n_series, const PlwuMoneySeries *series)
{
  g_array_set_size (self->series, 0);
  for (guint i = 0; i < n_series; i++)
    {
      PlwuMoneySeries copy = { g_strdup (series[i].name), series[i].pattern, series[i].colour };

      g_array_append_val (self->series, copy);
    }
}

static PlwUnit
choose_unit (PlwuNeedMoney *self)
{
  gint64 most = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      const PlwuNeedMoneyYear *year = plwu_need_money_get_year (self, i);

      most = MAX (most, MAX (ABS (year->need), year->total));
    }
  return plwu_amount_choose_unit (most);
}

static void
round_year (PlwuNeedMoney *self, PlwuNeedMoneyYear *year)
{
  gint64 parts[PLWU_MONEY_SERIES_MOST + 1];
  gint64 steps[PLWU_MONEY_SERIES_MOST + 1];
  guint n = self->series->len;

  for (guint i = 0; i < n; i++)
    parts[i] = year->money[i];
  parts[n] = MAX (0, year->need - year->total);
  year->need_steps = plw_pence_round_rows (parts, n + 1, self->unit, steps);
  year->gap_steps = steps[n];
  year->total_steps = year->need_steps - steps[n];
  for (guint i = 0; i < n; i++)
    year->money_steps[i] = steps[i];
  if (year->need < year->total)
    plw_pence_round_rows (&year->need, 1, self->unit, &year->need_steps);
}

static void
set_years (PlwuNeedMoney *self,
           guint n_years,
           const int *years,
           const gint64 *need_pence,
           const gint64 *money_pence)
{
  g_array_set_size (self->years, 0);
  for (guint i = 0; i < n_years; i++)
    {
      PlwuNeedMoneyYear year = { .year = years[i], .need = need_pence[i] };

      for (guint j = 0; j < self->series->len; j++)
        {
          year.money[j] = money_pence[i * self->series->len + j];
          year.total += year.money[j];
        }
      g_array_append_val (self->years, year);
    }
  self->unit = choose_unit (self);
  for (guint i = 0; i < n_years; i++)
    round_year (self, &g_array_index (self->years, PlwuNeedMoneyYear, i));
  make_rows (self);
}

void
plwu_need_money_set_series (PlwuNeedMoney *self,
                            guint n_series,
                            const PlwuMoneySeries *series,
                            guint n_years,
                            const int *years,
                            const gint64 *need_pence,
                            const gint64 *money_pence,
                            const char *title)
{
  g_return_if_fail (PLWU_IS_NEED_MONEY (self));
  g_return_if_fail (n_series <= PLWU_MONEY_SERIES_MOST);
  g_return_if_fail (n_series == 0 || series != NULL);
  g_return_if_fail (n_years == 0 || (years != NULL && need_pence != NULL && money_pence != NULL));
  g_return_if_fail (title != NULL);

  set_series (self, n_series, series);
  set_years (self, n_years, years, need_pence, money_pence);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_need_money_set_data (PlwuNeedMoney *self,
                          guint n_years,
                          const int *years,
                          const gint64 *need_pence,
                          const gint64 (*money_pence)[PLWU_N_CERTAINTIES],
                          const char *title,
                          const char *description)
{
  PlwuMoneySeries series[PLWU_N_CERTAINTIES];

  g_return_if_fail (PLWU_IS_NEED_MONEY (self));
  g_return_if_fail (n_years == 0 || (years != NULL && need_pence != NULL && money_pence != NULL));
  g_return_if_fail (title != NULL);

  for (int i = 0; i < PLWU_N_CERTAINTIES; i++)
    series[i] = (PlwuMoneySeries){ _ (certainties[i].name), certainties[i].pattern, certainties[i].colour };
  set_series (self, PLWU_N_CERTAINTIES, series);
  set_years (self, n_years, years, need_pence, n_years > 0 ? money_pence[0] : NULL);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, description);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
