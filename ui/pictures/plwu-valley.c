/* plwu-valley.c: what prevention costs before it pays back, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-valley-private.h"

#include <glib/gi18n.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 560.0

enum
{
  YEAR_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuValley, plwu_valley, PLWU_TYPE_DRAWING)

const PlwuValleyPoint *
plwu_valley_get_point (PlwuValley *self, guint i)
{
  return &g_array_index (self->points, PlwuValleyPoint, i);
}

const char *
plwu_valley_name_line (PlwuValleyLine line)
{
  switch (line)
    {
    case PLWU_VALLEY_SPENT:
      return _ ("Spent so far");
    case PLWU_VALLEY_SAVED:
      return _ ("Cash back so far");
    case PLWU_VALLEY_RELEASED:
      return _ ("Capacity freed, no cash");
    case PLWU_VALLEY_NET:
      return _ ("Cash back less spent");
    case PLWU_VALLEY_CARRIED:
      return _ ("Reserve could carry");
    case PLWU_VALLEY_N_LINES:
      break;
    }

  g_return_val_if_reached ("");
}

gboolean
plwu_valley_find_deepest (PlwuValley *self, guint *ret_point)
{
  gint64 least = 0;

  for (guint i = 0; i < self->points->len; i++)
    if (plwu_valley_get_point (self, i)->lines[PLWU_VALLEY_NET] < least)
      {
        least = plwu_valley_get_point (self, i)->lines[PLWU_VALLEY_NET];
        *ret_point = i;
      }

  return least < 0;
}

gboolean
plwu_valley_find_close (PlwuValley *self, guint *ret_point)
{
  guint last = self->points->len;

  while (last > 0 && plwu_valley_get_point (self, last - 1)->lines[PLWU_VALLEY_NET] >= 0)
    last--;
  if (last == 0 || last == self->points->len)
    return FALSE;

  *ret_point = last;
  return TRUE;
}

/* Marks: one a year */

static char *
plwu_valley_describe (PlwuDrawing *drawing)
{
  PlwuValley *self = PLWU_VALLEY (drawing);
  guint deepest;
  guint close;

  if (self->points->len == 0)
    return g_strdup (_ ("No years to show yet"));

  const PlwuValleyPoint *last = plwu_valley_get_point (self, self->points->len - 1);
  g_autofree char *spent = plw_pence_show_short (last->lines[PLWU_VALLEY_SPENT]);
  g_autofree char *saved = plw_pence_show_short (last->lines[PLWU_VALLEY_SAVED]);
  g_autofree char *released = plw_pence_show_short (last->lines[PLWU_VALLEY_RELEASED]);
  g_autofree char *ends = g_strdup_printf (
      _ ("By %s, %s has been spent, %s has come back in cash, and capacity worth %s has been "
         "freed that brings no cash."),
      plw_year_name (last->year), spent, saved, released);

  if (!plwu_valley_find_deepest (self, &deepest))
    return g_strdup_printf (_ ("%s Cash back never lies below what was spent."), ends);

  const PlwuValleyPoint *low = plwu_valley_get_point (self, deepest);
  g_autofree char *depth = plw_pence_show_short (-low->lines[PLWU_VALLEY_NET]);

  if (plwu_valley_find_close (self, &close))
    return g_strdup_printf (_ ("%s The valley is deepest in %s, at %s, and closes in %s."), ends,
                            plw_year_name (low->year), depth,
                            plw_year_name (plwu_valley_get_point (self, close)->year));
  return g_strdup_printf (_ ("%s The valley is deepest in %s, at %s, and does not close within the plan."),
                          ends, plw_year_name (low->year), depth);
}

static guint
plwu_valley_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_VALLEY (drawing)->points->len;
}

static char *
plwu_valley_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuValley *self = PLWU_VALLEY (drawing);
  const PlwuValleyPoint *point = plwu_valley_get_point (self, mark);
  g_autofree char *spent = plw_pence_show_short (point->lines[PLWU_VALLEY_SPENT]);
  g_autofree char *saved = plw_pence_show_short (point->lines[PLWU_VALLEY_SAVED]);
  g_autofree char *net = plw_pence_show_short (point->lines[PLWU_VALLEY_NET]);
  g_autofree char *released = plw_pence_show_short (point->lines[PLWU_VALLEY_RELEASED]);
  g_autofree char *carried = plw_pence_show_short (-point->lines[PLWU_VALLEY_CARRIED]);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: year, then what has added up since the first year */
  g_string_printf (text, _ ("%s, so far: spent %s, cash back %s, net %s"), plw_year_name (point->year), spent,
                   saved, net);
  if (self->has_reserve)
    g_string_append_printf (text, _ ("; reserve could carry %s"), carried);
  g_string_append_printf (text, _ ("; capacity freed %s, no cash"), released);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
plwu_valley_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuValley *self = PLWU_VALLEY (drawing);
  const PlwuValleyPlot *plot = &self->plot;
  double slot = plwu_valley_get_slot (self, plot);

  if (plot->width <= 0 || mark >= self->points->len)
    return FALSE;

  *ret_area =
      (cairo_rectangle_int_t){ (int) (plot->left + slot * mark), (int) plot->upper.top, (int) slot,
                               (int) (plot->lower.top + plot->lower.height - plot->upper.top + plot->line) };

  return TRUE;
}

static void
plwu_valley_activate_mark (PlwuDrawing *drawing, guint mark)
{
  g_signal_emit (drawing, signals[YEAR_ACTIVATED], 0,
                 plwu_valley_get_point (PLWU_VALLEY (drawing), mark)->year);
}

static GPtrArray *
plwu_valley_get_table (PlwuDrawing *drawing)
{
  PlwuValley *self = PLWU_VALLEY (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_lines = self->has_reserve ? PLWU_VALLEY_N_LINES : PLWU_VALLEY_CARRIED;
  char **titles = g_new0 (char *, n_lines + 2);

  titles[0] = g_strdup (_ ("Year"));
  for (guint i = 0; i < n_lines; i++)
    titles[1 + i] = g_strdup (plwu_valley_name_line ((PlwuValleyLine) i));
  g_ptr_array_add (table, titles);

  for (guint i = 0; i < self->points->len; i++)
    {
      const PlwuValleyPoint *point = plwu_valley_get_point (self, i);
      char **row = g_new0 (char *, n_lines + 2);

      row[0] = g_strdup (plw_year_name (point->year));
      for (guint j = 0; j < n_lines; j++)
        row[1 + j] =
            plw_pence_show (j == PLWU_VALLEY_CARRIED ? -point->lines[j] : point->lines[j], PLW_UNIT_POUNDS);
      g_ptr_array_add (table, row);
    }

  return table;
}

static void
plwu_valley_get_file_size (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

static void
plwu_valley_finalize (GObject *object)
{
  g_array_unref (PLWU_VALLEY (object)->points);
  G_OBJECT_CLASS (plwu_valley_parent_class)->finalize (object);
}

static void
plwu_valley_class_init (PlwuValleyClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_valley_finalize;
  drawing_class->draw = plwu_valley_draw;
  drawing_class->describe = plwu_valley_describe;
  drawing_class->get_n_marks = plwu_valley_get_n_marks;
  drawing_class->describe_mark = plwu_valley_describe_mark;
  drawing_class->get_mark_area = plwu_valley_get_mark_area;
  drawing_class->activate_mark = plwu_valley_activate_mark;
  drawing_class->get_table = plwu_valley_get_table;
  drawing_class->get_file_size = plwu_valley_get_file_size;

  signals[YEAR_ACTIVATED] = g_signal_new ("year-activated", PLWU_TYPE_VALLEY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
plwu_valley_init (PlwuValley *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (PlwuValleyPoint));
}

PlwuValley *
plwu_valley_new (void)
{
  return g_object_new (PLWU_TYPE_VALLEY, NULL);
}

void
plwu_valley_set_data (PlwuValley *self,
                      guint n_years,
                      const PlwuValleyYear *years,
                      gboolean has_reserve,
                      const char *title)
{
  g_return_if_fail (PLWU_IS_VALLEY (self));
  g_return_if_fail (n_years == 0 || years != NULL);
  g_return_if_fail (title != NULL);

  PlwuValleyPoint point = { 0 };

  self->has_reserve = has_reserve;
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n_years; i++)
    {
      point.year = years[i].year;
      point.lines[PLWU_VALLEY_SPENT] += years[i].cost;
      point.lines[PLWU_VALLEY_SAVED] += years[i].saved;
      point.lines[PLWU_VALLEY_RELEASED] += years[i].released;
      point.lines[PLWU_VALLEY_NET] = point.lines[PLWU_VALLEY_SAVED] - point.lines[PLWU_VALLEY_SPENT];
      point.lines[PLWU_VALLEY_CARRIED] = has_reserve ? -MAX (0, years[i].carried) : 0;
      g_array_append_val (self->points, point);
    }

  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
