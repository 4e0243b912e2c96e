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

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuHeatmap,
                               plwu_heatmap,
                               PLWU_TYPE_CHART,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Scrolling */

static void
scrolled_cb (GtkWidget *widget, GtkOrientation orientation)
{
  gtk_widget_queue_draw (widget);
}

static void
plwu_heatmap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlwuHeatmap *self = PLWU_HEATMAP (widget);
  PlwuChart *chart = PLWU_CHART (widget);
  PlwuCanvas canvas = {
    .pango = gtk_widget_get_pango_context (widget),
    .layouts = plwu_chart_get_private (chart)->layouts,
    .width = width,
    .height = height - plwu_chart_get_readout_height (chart),
  };

  self->scrolling.is_allocating = TRUE;
  self->plot = plwu_heatmap_lay_out (self, &canvas, plwu_chart_measure_top (chart, &canvas));
  plwu_scrolling_set_extent (&self->scrolling, GTK_ORIENTATION_HORIZONTAL,
                             self->plot.cell_width * self->years->len, self->plot.cells_width,
                             self->plot.cell_width);
  plwu_scrolling_set_extent (&self->scrolling, GTK_ORIENTATION_VERTICAL,
                             self->plot.row_height * self->order->len, MAX (1, self->plot.body_height),
                             self->plot.row_height);
  self->plot = plwu_heatmap_lay_out (self, &canvas, plwu_chart_measure_top (chart, &canvas));
  self->scrolling.is_allocating = FALSE;

  GTK_WIDGET_CLASS (plwu_heatmap_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Marks: one a cell, row by row as shown */

static char *
plwu_heatmap_describe (PlwuChart *chart)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
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
plwu_heatmap_get_n_marks (PlwuChart *chart)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);

  return self->order->len * self->years->len;
}

static char *
plwu_heatmap_describe_mark (PlwuChart *chart, guint mark)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
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
plwu_heatmap_get_mark_area (PlwuChart *chart, guint mark, GdkRectangle *ret_area)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
  const PlwuHeatmapPlot *plot = &self->plot;
  double x = plot->cells_x - plot->scroll_x + plot->cell_width * (mark % self->years->len);
  double y = plot->body_y - plot->scroll_y + plot->row_height * (mark / self->years->len);

  if (x + plot->cell_width <= plot->cells_x || x >= plot->cells_x + plot->cells_width
      || y + plot->row_height <= plot->body_y || y >= plot->body_y + plot->body_height)
    return FALSE;

  *ret_area = (GdkRectangle){ (int) x, (int) y, (int) plot->cell_width, (int) plot->row_height };

  return TRUE;
}

static guint
plwu_heatmap_find_mark (PlwuChart *chart, double x, double y)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
  const PlwuHeatmapPlot *plot = &self->plot;

  if (x < plot->cells_x || x >= plot->cells_x + plot->cells_width || y < plot->body_y
      || y >= plot->body_y + plot->body_height)
    return PLWU_CHART_NO_MARK;

  guint year = (guint) ((x - plot->cells_x + plot->scroll_x) / plot->cell_width);
  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  if (year >= self->years->len || row >= self->order->len)
    return PLWU_CHART_NO_MARK;

  return row * self->years->len + year;
}

/* Names may be cut short. */
static gboolean
query_tooltip_cb (PlwuHeatmap *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const PlwuHeatmapPlot *plot = &self->plot;

  if (is_keyboard || x >= plot->cells_x || y < plot->body_y || y >= plot->body_y + plot->body_height)
    return FALSE;

  guint row = (guint) ((y - plot->body_y + plot->scroll_y) / plot->row_height);

  if (row >= self->order->len)
    return FALSE;

  gtk_tooltip_set_text (tooltip, plwu_heatmap_get_shown (self, row)->label);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ 0, (int) (plot->body_y - plot->scroll_y + plot->row_height * row),
                                (int) plot->cells_x, (int) plot->row_height });

  return TRUE;
}

static guint
plwu_heatmap_move_mark (PlwuChart *chart, guint mark, guint keyval, gboolean is_control)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
  guint n_years = self->years->len;
  guint last_row = self->order->len - 1;
  guint year = mark % n_years;
  guint row = mark / n_years;
  guint page = (guint) MAX (1, self->plot.body_height / MAX (1, self->plot.row_height) - 1);

  switch (keyval)
    {
    case GDK_KEY_Left:
      year = is_control ? 0 : (year > 0 ? year - 1 : 0);
      break;
    case GDK_KEY_Right:
      year = is_control ? n_years - 1 : MIN (year + 1, n_years - 1);
      break;
    case GDK_KEY_Up:
      row = is_control ? 0 : (row > 0 ? row - 1 : 0);
      break;
    case GDK_KEY_Down:
      row = is_control ? last_row : MIN (row + 1, last_row);
      break;
    case GDK_KEY_Page_Up:
      row -= MIN (row, page);
      break;
    case GDK_KEY_Page_Down:
      row = MIN (row + page, last_row);
      break;
    case GDK_KEY_Home:
      year = 0;
      row = is_control ? 0 : row;
      break;
    case GDK_KEY_End:
      year = n_years - 1;
      row = is_control ? last_row : row;
      break;
    default:
      break;
    }

  return row * n_years + year;
}

static void
plwu_heatmap_scroll_to_mark (PlwuChart *chart, guint mark)
{
  PlwuHeatmap *self = PLWU_HEATMAP (chart);
  GtkAdjustment *horizontal = self->scrolling.adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->scrolling.adjustments[GTK_ORIENTATION_VERTICAL];
  double x = self->plot.cell_width * (mark % self->years->len);
  double y = self->plot.row_height * (mark / self->years->len);

  if (horizontal != NULL)
    gtk_adjustment_clamp_page (horizontal, x, x + self->plot.cell_width);
  if (vertical != NULL)
    gtk_adjustment_clamp_page (vertical, y, y + self->plot.row_height);
}

static void
emit_cell (PlwuHeatmap *self, guint signal, guint mark)
{
  guint n_years = self->years->len;

  g_signal_emit (self, signals[signal], 0, g_array_index (self->order, guint, mark / n_years),
                 plwu_heatmap_get_year (self, mark % n_years));
}

static void
plwu_heatmap_step_to_mark (PlwuChart *chart, guint mark)
{
  emit_cell (PLWU_HEATMAP (chart), CELL_STEPPED, mark);
}

static void
plwu_heatmap_activate_mark (PlwuChart *chart, guint mark)
{
  emit_cell (PLWU_HEATMAP (chart), CELL_ACTIVATED, mark);
}

static GPtrArray *
plwu_heatmap_get_table (PlwuChart *chart)
{
  return plwu_heatmap_make_table (PLWU_HEATMAP (chart));
}

/* Class */

static void
plwu_heatmap_dispose (GObject *object)
{
  PlwuHeatmap *self = PLWU_HEATMAP (object);

  plwu_scrolling_dispose (&self->scrolling, GTK_WIDGET (object));

  G_OBJECT_CLASS (plwu_heatmap_parent_class)->dispose (object);
}

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
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  PlwuChartClass *chart_class = PLWU_CHART_CLASS (class);

  plwu_scrolling_override (object_class);
  object_class->dispose = plwu_heatmap_dispose;
  object_class->finalize = plwu_heatmap_finalize;
  GTK_WIDGET_CLASS (class)->size_allocate = plwu_heatmap_size_allocate;

  chart_class->draw = plwu_heatmap_draw;
  chart_class->describe = plwu_heatmap_describe;
  chart_class->get_n_marks = plwu_heatmap_get_n_marks;
  chart_class->describe_mark = plwu_heatmap_describe_mark;
  chart_class->get_mark_area = plwu_heatmap_get_mark_area;
  chart_class->find_mark = plwu_heatmap_find_mark;
  chart_class->move_mark = plwu_heatmap_move_mark;
  chart_class->scroll_to_mark = plwu_heatmap_scroll_to_mark;
  chart_class->step_to_mark = plwu_heatmap_step_to_mark;
  chart_class->activate_mark = plwu_heatmap_activate_mark;
  chart_class->get_table = plwu_heatmap_get_table;
  chart_class->get_file_size = plwu_heatmap_measure_file;

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

  plwu_scrolling_init (&self->scrolling, GTK_WIDGET (self), scrolled_cb);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Public functions */

GtkWidget *
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
  plwu_chart_data_changed (PLWU_CHART (self));
}

void
plwu_heatmap_set_sort (PlwuHeatmap *self, PlwuHeatmapSort sort)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  plwu_heatmap_order_rows (self);
  plwu_chart_set_focus (PLWU_CHART (self), PLWU_CHART_NO_MARK);
  plwu_chart_data_changed (PLWU_CHART (self));
}

void
plwu_heatmap_set_unit (PlwuHeatmap *self, PlwUnit unit)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));

  self->unit = unit;
  plwu_heatmap_round_rows (self);
  plwu_chart_data_changed (PLWU_CHART (self));
}

void
plwu_heatmap_set_maximum (PlwuHeatmap *self, gint64 maximum_pence)
{
  g_return_if_fail (PLWU_IS_HEATMAP (self));
  g_return_if_fail (maximum_pence >= 0);

  self->maximum = maximum_pence;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
plwu_heatmap_get_largest (PlwuHeatmap *self)
{
  g_return_val_if_fail (PLWU_IS_HEATMAP (self), 0);

  return self->largest;
}
