/* plwu-cliffs.c: when the money of pots ends and what it holds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-cliffs-private.h"

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

G_DEFINE_FINAL_TYPE (PlwuCliffs, plwu_cliffs, PLWU_TYPE_DRAWING)

const PlwuCliffRow *
plwu_cliff_get_row (PlwuCliffs *self, guint i)
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
plwu_cliffs_lay_out (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, PlwuDrawingExtent ret_extents[2])
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);

  self->plot = plwu_cliff_lay_out (self, canvas, top);
  ret_extents[0] = (PlwuDrawingExtent){ canvas->width, MAX (1, canvas->width), 1 };
  ret_extents[1] = (PlwuDrawingExtent){ self->plot.row_height * self->rows->len,
                                        MAX (1, self->plot.body_height), self->plot.row_height };
}

static void
plwu_cliffs_get_mark_place (PlwuDrawing *drawing, guint mark, cairo_rectangle_t *ret_place)
{
  double height = PLWU_CLIFFS (drawing)->plot.row_height;

  *ret_place = (cairo_rectangle_t){ 0, height * mark, 0, height };
}

/* Marks: one a row */

static const char *
name_year (PlwuCliffs *self, guint year)
{
  return plw_year_name (self->first_year + (int) year);
}

static char *
plwu_cliffs_describe (PlwuDrawing *drawing)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
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
plwu_cliffs_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_CLIFFS (drawing)->rows->len;
}

static char *
plwu_cliffs_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
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
plwu_cliffs_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
  const PlwuCliffPlot *plot = &self->plot;
  double y = plot->body_y - plot->scroll_y + plot->row_height * mark;

  if (y + plot->row_height <= plot->body_y || y >= plot->body_y + plot->body_height)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) PLWU_DRAWING_MARGIN, (int) y,
                                       (int) (plot->holds_x + plot->holds_width - PLWU_DRAWING_MARGIN),
                                       (int) plot->row_height };
  return TRUE;
}

static guint
plwu_cliffs_find_mark (PlwuDrawing *drawing, double x, double y)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
  const PlwuCliffPlot *plot = &self->plot;

  if (plot->row_height <= 0 || y < plot->body_y || y >= plot->body_y + plot->body_height)
    return PLWU_DRAWING_NO_MARK;

  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  return row < self->rows->len ? row : PLWU_DRAWING_NO_MARK;
}

/* Names and services may be cut short; over the years a tooltip would only hide them. */
static char *
plwu_cliffs_get_tip (PlwuDrawing *drawing, double x, double y, cairo_rectangle_int_t *ret_area)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
  guint row = plwu_cliffs_find_mark (drawing, x, y);

  if (row == PLWU_DRAWING_NO_MARK || (x >= self->plot.years_x && x < self->plot.holds_x))
    return NULL;

  return g_strdup (x < self->plot.years_x ? plwu_cliff_get_row (self, row)->name
                                          : plwu_cliff_get_row (self, row)->holds_up);
}

static void
plwu_cliffs_activate_mark (PlwuDrawing *drawing, guint mark)
{
  g_signal_emit (drawing, signals[ROW_ACTIVATED], 0,
                 g_array_index (PLWU_CLIFFS (drawing)->given, guint, mark));
}

static GPtrArray *
plwu_cliffs_get_table (PlwuDrawing *drawing)
{
  PlwuCliffs *self = PLWU_CLIFFS (drawing);
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
plwu_cliffs_finalize (GObject *object)
{
  g_array_unref (PLWU_CLIFFS (object)->rows);
  g_array_unref (PLWU_CLIFFS (object)->given);

  G_OBJECT_CLASS (plwu_cliffs_parent_class)->finalize (object);
}

static void
plwu_cliffs_class_init (PlwuCliffsClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_cliffs_finalize;

  drawing_class->draw = plwu_cliff_draw;
  drawing_class->describe = plwu_cliffs_describe;
  drawing_class->get_n_marks = plwu_cliffs_get_n_marks;
  drawing_class->describe_mark = plwu_cliffs_describe_mark;
  drawing_class->get_mark_area = plwu_cliffs_get_mark_area;
  drawing_class->find_mark = plwu_cliffs_find_mark;
  drawing_class->get_tip = plwu_cliffs_get_tip;
  drawing_class->lay_out = plwu_cliffs_lay_out;
  drawing_class->get_mark_place = plwu_cliffs_get_mark_place;
  drawing_class->activate_mark = plwu_cliffs_activate_mark;
  drawing_class->get_table = plwu_cliffs_get_table;
  drawing_class->get_file_size = plwu_cliff_measure_file;
  drawing_class->get_least_size = plwu_cliff_measure_least;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", PLWU_TYPE_CLIFFS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plwu_cliffs_init (PlwuCliffs *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlwuCliffRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->given = g_array_new (FALSE, FALSE, sizeof (guint));
}

PlwuCliffs *
plwu_cliffs_new (void)
{
  return g_object_new (PLWU_TYPE_CLIFFS, NULL);
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
plwu_cliffs_set_data (PlwuCliffs *self,
                      guint n_rows,
                      const PlwuCliffRow *rows,
                      guint n_years,
                      int first_year,
                      const char *title)
{
  g_return_if_fail (PLWU_IS_CLIFFS (self));
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
  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
