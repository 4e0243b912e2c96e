/* plwu-heatmap.c: shortfall by line and year: class, scrolling, marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-heatmap-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/year.h>

enum
{
  CELL_ACTIVATED,
  CELL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlwuHeatmap, plwu_heatmap, PLWU_TYPE_DRAWING)

/* Scrolling */

static void
lay_out (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, PlwuDrawingExtent ret_extents[2])
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);

  self->plot = plwu_heatmap_lay_out (self, canvas, top);
  ret_extents[0] = (PlwuDrawingExtent){ self->plot.cell_width * self->years->len, self->plot.cells_width,
                                        self->plot.cell_width };
  ret_extents[1] = (PlwuDrawingExtent){ self->plot.row_height * self->order->len,
                                        MAX (1, self->plot.body_height), self->plot.row_height };
}

static void
plwu_heatmap_get_mark_place (PlwuDrawing *drawing, guint mark, cairo_rectangle_t *ret_place)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  guint n_years = self->years->len;

  *ret_place =
      (cairo_rectangle_t){ self->plot.cell_width * (mark % n_years), self->plot.row_height * (mark / n_years),
                           self->plot.cell_width, self->plot.row_height };
}

/* Marks: one a cell, row by row as shown */

static char *
plwu_heatmap_describe (PlwuDrawing *drawing)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  const PlwuHeatmapLine *worst = NULL;
  guint n_short = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlwuHeatmapLine *line = g_ptr_array_index (self->lines, i);

      n_short += line->total > 0;
      if (line->total > 0 && (worst == NULL || line->total > worst->total))
        worst = line;
    }

  if (worst == NULL)
    return g_strdup (_ ("No line falls short in any year."));

  g_autofree char *total = plw_pence_show_short (self->total);
  g_autofree char *most = plw_pence_show_short (worst->total);

  return g_strdup_printf (ngettext ("%u line of %u falls short, by %s over all years; most of all %s, by %s.",
                                    "%u lines of %u fall short, by %s over all years; most of all %s, by %s.",
                                    n_short),
                          n_short, self->lines->len, total, worst->label, most);
}

static guint
plwu_heatmap_get_n_marks (PlwuDrawing *drawing)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);

  return self->order->len * self->years->len;
}

static char *
plwu_heatmap_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  guint n_years = self->years->len;
  const PlwuHeatmapLine *line = plwu_heatmap_get_shown (self, mark / n_years);
  gint64 pence = line->shortfall[mark % n_years];
  const char *year = plw_year_name (plwu_heatmap_get_year (self, mark % n_years));
  g_autofree char *shortfall = plw_pence_show_short (pence);
  g_autofree char *need = plw_pence_show_short (line->need[mark % n_years]);
  g_autofree char *text = NULL;

  if (pence > 0)
    /* Translators: line, year, missing money, needed money */
    text = g_strdup_printf (_ ("%s, %s, shortfall %s of %s"), line->label, year, shortfall, need);
  else
    /* Translators: line, year, needed money */
    text = g_strdup_printf (_ ("%s, %s, no shortfall, need %s"), line->label, year, need);

  return line->is_statutory ? g_strdup_printf (_ ("%s, statutory"), text) : g_steal_pointer (&text);
}

static gboolean
plwu_heatmap_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  const PlwuHeatmapPlot *plot = &self->plot;
  double x = plot->cells_x - plot->scroll_x + plot->cell_width * (mark % self->years->len);
  double y = plot->body_y - plot->scroll_y + plot->row_height * (mark / self->years->len);

  if (x + plot->cell_width <= plot->cells_x || x >= plot->cells_x + plot->cells_width
      || y + plot->row_height <= plot->body_y || y >= plot->body_y + plot->body_height)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) x, (int) y, (int) plot->cell_width, (int) plot->row_height };

  return TRUE;
}

static guint
plwu_heatmap_find_mark (PlwuDrawing *drawing, double x, double y)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  const PlwuHeatmapPlot *plot = &self->plot;

  if (x < plot->cells_x || x >= plot->cells_x + plot->cells_width || y < plot->body_y
      || y >= plot->body_y + plot->body_height)
    return PLWU_DRAWING_NO_MARK;

  guint year = (guint) ((x - plot->cells_x + plot->scroll_x) / plot->cell_width);
  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  if (year >= self->years->len || row >= self->order->len)
    return PLWU_DRAWING_NO_MARK;

  return row * self->years->len + year;
}

/* Names may be cut short. */
static char *
plwu_heatmap_get_tip (PlwuDrawing *drawing, double x, double y, cairo_rectangle_int_t *ret_area)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  const PlwuHeatmapPlot *plot = &self->plot;

  if (x >= plot->cells_x || y < plot->body_y || y >= plot->body_y + plot->body_height)
    return NULL;

  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  if (row >= self->order->len)
    return NULL;

  *ret_area = (cairo_rectangle_int_t){ 0, (int) (plot->body_y - plot->scroll_y + plot->row_height * row),
                                       (int) plot->cells_x, (int) plot->row_height };
  return g_strdup (plwu_heatmap_get_shown (self, row)->label);
}

static guint
plwu_heatmap_move_mark (PlwuDrawing *drawing, guint mark, PlwuDrawingMove move, gboolean is_far)
{
  PlwuHeatmap *self = PLWU_HEATMAP (drawing);
  guint n_years = self->years->len;
  guint last_row = self->order->len - 1;
  guint year = mark % n_years;
  guint row = mark / n_years;
  guint page = (guint) MAX (1, self->plot.body_height / MAX (1, self->plot.row_height) - 1);

  switch (move)
    {
    case PLWU_MOVE_LEFT:
      year = is_far ? 0 : (year > 0 ? year - 1 : 0);
      break;
    case PLWU_MOVE_RIGHT:
      year = is_far ? n_years - 1 : MIN (year + 1, n_years - 1);
      break;
    case PLWU_MOVE_UP:
      row = is_far ? 0 : (row > 0 ? row - 1 : 0);
      break;
    case PLWU_MOVE_DOWN:
      row = is_far ? last_row : MIN (row + 1, last_row);
      break;
    case PLWU_MOVE_PAGE_UP:
      row -= MIN (row, page);
      break;
    case PLWU_MOVE_PAGE_DOWN:
      row = MIN (row + page, last_row);
      break;
    case PLWU_MOVE_HOME:
      year = 0;
      row = is_far ? 0 : row;
      break;
    case PLWU_MOVE_END:
      year = n_years - 1;
      row = is_far ? last_row : row;
      break;
    default:
      break;
    }

  return row * n_years + year;
}

static void
emit_cell (PlwuHeatmap *self, guint signal, guint mark)
{
  guint n_years = self->years->len;

  g_signal_emit (self, signals[signal], 0, g_array_index (self->order, guint, mark / n_years),
                 plwu_heatmap_get_year (self, mark % n_years));
}

static void
plwu_heatmap_step_to_mark (PlwuDrawing *drawing, guint mark)
{
  emit_cell (PLWU_HEATMAP (drawing), CELL_STEPPED, mark);
}

static void
plwu_heatmap_activate_mark (PlwuDrawing *drawing, guint mark)
{
  emit_cell (PLWU_HEATMAP (drawing), CELL_ACTIVATED, mark);
}

static GPtrArray *
plwu_heatmap_get_table (PlwuDrawing *drawing)
{
  return plwu_heatmap_make_table (PLWU_HEATMAP (drawing));
}

/* Class */

static void
plwu_heatmap_finalize (GObject *object)
{
  PlwuHeatmap *self = PLWU_HEATMAP (object);

  g_ptr_array_unref (self->lines);
  g_array_unref (self->order);
  g_array_unref (self->years);
  g_free (self->year_totals);
  g_free (self->year_steps);

  G_OBJECT_CLASS (plwu_heatmap_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, PLWU_TYPE_HEATMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                       G_TYPE_UINT, G_TYPE_INT);
}

static void
plwu_heatmap_class_init (PlwuHeatmapClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_heatmap_finalize;

  drawing_class->draw = plwu_heatmap_draw;
  drawing_class->describe = plwu_heatmap_describe;
  drawing_class->get_n_marks = plwu_heatmap_get_n_marks;
  drawing_class->describe_mark = plwu_heatmap_describe_mark;
  drawing_class->get_mark_area = plwu_heatmap_get_mark_area;
  drawing_class->find_mark = plwu_heatmap_find_mark;
  drawing_class->move_mark = plwu_heatmap_move_mark;
  drawing_class->get_tip = plwu_heatmap_get_tip;
  drawing_class->lay_out = lay_out;
  drawing_class->get_mark_place = plwu_heatmap_get_mark_place;
  drawing_class->step_to_mark = plwu_heatmap_step_to_mark;
  drawing_class->activate_mark = plwu_heatmap_activate_mark;
  drawing_class->get_table = plwu_heatmap_get_table;
  drawing_class->get_file_size = plwu_heatmap_measure_file;
  drawing_class->get_least_size = plwu_heatmap_measure_file;

  signals[CELL_ACTIVATED] = add_signal ("cell-activated");
  signals[CELL_STEPPED] = add_signal ("cell-stepped");
}

static void
plwu_heatmap_init (PlwuHeatmap *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_heatmap_line_free);
  self->order = g_array_new (FALSE, TRUE, sizeof (guint));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->sort = PLWU_HEATMAP_WORST;
  self->unit = PLW_UNIT_THOUSANDS;
}

/* Public functions */

PlwuHeatmap *
plwu_heatmap_new (void)
{
  return g_object_new (PLWU_TYPE_HEATMAP, NULL);
}

void
plwu_heatmap_set_data (PlwuHeatmap *self,
                       guint n_rows,
                       const PlwuHeatmapRow *rows,
                       guint n_years,
                       const int *years)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));
  g_return_if_fail (n_rows == 0 || rows != NULL);
  g_return_if_fail (n_years == 0 || years != NULL);

  plwu_heatmap_take_rows (self, n_rows, rows, n_years, years);
  plwu_heatmap_order_rows (self);
  plwu_heatmap_round_rows (self);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_heatmap_set_sort (PlwuHeatmap *self, PlwuHeatmapSort sort)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  plwu_heatmap_order_rows (self);
  plwu_drawing_want_focus (PLWU_DRAWING (self), PLWU_DRAWING_NO_MARK);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_heatmap_set_unit (PlwuHeatmap *self, PlwUnit unit)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));

  self->unit = unit;
  plwu_heatmap_round_rows (self);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

void
plwu_heatmap_set_maximum (PlwuHeatmap *self, gint64 maximum_pence)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));
  g_return_if_fail (maximum_pence >= 0);

  self->maximum = maximum_pence;
  plwu_drawing_look_changed (PLWU_DRAWING (self));
}

gint64
plwu_heatmap_get_largest (PlwuHeatmap *self)
{
  g_return_val_if_fail (PLWU_IS_HEATMAP (self), 0);

  return self->largest;
}
