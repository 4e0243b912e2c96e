/* plwu-partners.c: who pays and who gains.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-partners-private.h"

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

G_DEFINE_FINAL_TYPE (PlwuPartners, plwu_partners, PLWU_TYPE_DRAWING)

const PlwuPartnerRow *
plwu_partner_get_row (PlwuPartners *self, guint i)
{
  return &g_array_index (self->rows, PlwuPartnerRow, i);
}

static char *
plwu_partners_describe (PlwuDrawing *drawing)
{
  PlwuPartners *self = PLWU_PARTNERS (drawing);

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
plwu_partners_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_PARTNERS (drawing)->rows->len;
}

/* NULL where running totals are not known. */
static const gint64 *
get_running (PlwuPartners *self, const PlwuPartnerRow *row)
{
  guint first = row->index * self->years->len;

  return self->years->len > 0 && first + self->years->len <= self->running->len
             ? &g_array_index (self->running, gint64, first)
             : NULL;
}

/* From the year on in which the running total is never below nothing again. */
static char *
describe_running (PlwuPartners *self, const PlwuPartnerRow *row)
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
plwu_partners_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuPartners *self = PLWU_PARTNERS (drawing);
  const PlwuPartnerRow *row = plwu_partner_get_row (self, mark);
  g_autofree char *running = describe_running (self, row);
  g_autofree char *paid = plw_pence_show_short (row->paid);
  g_autofree char *benefit = plw_pence_show_short (row->benefit);
  g_autofree char *position = plw_pence_show_short (row->position);

  return g_strdup_printf (_ ("%s: pays %s, gains %s, position %s%s"), row->name, paid, benefit, position,
                          running);
}

static gboolean
plwu_partners_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuPartners *self = PLWU_PARTNERS (drawing);
  const PlwuPartnerPlot *plot = &self->plot;

  if (plot->width <= 0 || mark >= self->rows->len)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) PLWU_DRAWING_MARGIN, (int) (plot->top + plot->row * mark),
                                       (int) (plot->position - PLWU_DRAWING_MARGIN), (int) plot->row };

  return TRUE;
}

static void
plwu_partners_activate_mark (PlwuDrawing *drawing, guint mark)
{
  g_signal_emit (drawing, signals[BAR_ACTIVATED], 0,
                 plwu_partner_get_row (PLWU_PARTNERS (drawing), mark)->index);
}

#define FIRST_YEAR_COLUMN 4

static GStrv
create_titles (PlwuPartners *self)
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
plwu_partners_get_table (PlwuDrawing *drawing)
{
  PlwuPartners *self = PLWU_PARTNERS (drawing);
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
plwu_partners_get_file_size (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = plwu_partner_measure_rows (PLWU_PARTNERS (drawing), canvas);
}

static void
plwu_partners_get_least_size (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = 0;
  *ret_height = plwu_partner_measure_rows (PLWU_PARTNERS (drawing), canvas);
}

static void
clear_row (gpointer data)
{
  g_free (((PlwuPartnerRow *) data)->name);
}

static void
plwu_partners_finalize (GObject *object)
{
  g_array_unref (PLWU_PARTNERS (object)->rows);
  g_array_unref (PLWU_PARTNERS (object)->years);
  g_array_unref (PLWU_PARTNERS (object)->running);
  G_OBJECT_CLASS (plwu_partners_parent_class)->finalize (object);
}

static void
plwu_partners_class_init (PlwuPartnersClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_partners_finalize;
  drawing_class->draw = plwu_partner_draw;
  drawing_class->describe = plwu_partners_describe;
  drawing_class->get_n_marks = plwu_partners_get_n_marks;
  drawing_class->describe_mark = plwu_partners_describe_mark;
  drawing_class->get_mark_area = plwu_partners_get_mark_area;
  drawing_class->activate_mark = plwu_partners_activate_mark;
  drawing_class->get_table = plwu_partners_get_table;
  drawing_class->get_file_size = plwu_partners_get_file_size;
  drawing_class->get_least_size = plwu_partners_get_least_size;

  signals[BAR_ACTIVATED] = g_signal_new ("bar-activated", PLWU_TYPE_PARTNERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_partners_init (PlwuPartners *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlwuPartnerRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->running = g_array_new (FALSE, FALSE, sizeof (gint64));
}

PlwuPartners *
plwu_partners_new (void)
{
  return g_object_new (PLWU_TYPE_PARTNERS, NULL);
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
plwu_partners_set_data (PlwuPartners *self, guint n_bars, const PlwuPartnerBar *bars, const char *title)
{
  g_return_if_fail (PLWU_IS_PARTNERS (self));
  g_return_if_fail (n_bars == 0 || bars != NULL);
  g_return_if_fail (title != NULL);

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      PlwuPartnerRow row = { g_strdup (bars[i].name), bars[i].paid, bars[i].benefit, bars[i].position, i };

      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);

  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_partners_set_running (PlwuPartners *self,
                           guint n_bars,
                           guint n_years,
                           const int *years,
                           const gint64 *running)
{
  g_return_if_fail (PLWU_IS_PARTNERS (self));
  g_return_if_fail (n_bars == 0 || n_years == 0 || (years != NULL && running != NULL));

  g_array_set_size (self->years, 0);
  g_array_set_size (self->running, 0);
  if (n_bars == 0 || n_years == 0)
    return;
  g_array_append_vals (self->years, years, n_years);
  g_array_append_vals (self->running, running, n_bars * n_years);
}
