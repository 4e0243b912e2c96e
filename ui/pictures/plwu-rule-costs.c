/* plwu-rule-costs.c: what each kind of rule on money costs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-rule-costs.h"

#include "plwu-drawing.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 360.0
#define SWATCH 12.0
#define ROW_HEIGHT_MOST 64.0
#define BAR_HEIGHT_MOST 30.0
#define BAR_GAP 8.0
#define NOTE_GAP 10.0

typedef struct
{
  double line;
  double legend_y;
  double left; /* of the bars */
  double width;
  double zero; /* x */
  double scale;
  double top;
  double row_height;
  double note_y;
  gboolean names_above; /* narrow: names stand above the bars */
} Plot;

struct _PlwuRuleCosts
{
  PlwuDrawing parent_instance;

  GArray *costs; /* owned; of PlwuRuleCost that costs anything, dearest first */
  char *note;    /* (nullable): below the bars: rules that cost nothing, and more */
  gint64 sum;    /* of all rules */
  Plot plot;     /* as last drawn on the screen */
};

G_DEFINE_FINAL_TYPE (PlwuRuleCosts, plwu_rule_costs, PLWU_TYPE_DRAWING)

static const PlwuRuleCost *
get_cost (PlwuRuleCosts *self, guint i)
{
  return &g_array_index (self->costs, PlwuRuleCost, i);
}

static void
clear_cost (gpointer data)
{
  PlwuRuleCost *cost = data;

  g_free ((char *) cost->name);
}

/* Less than is shown is nothing. */
static gboolean
costs_anything (const PlwuRuleCost *cost)
{
  return cost->pence >= 50 || cost->pence <= -50;
}

static const char *
get_fate (const PlwuRuleCost *cost)
{
  return cost->is_lifted ? _ ("lifted by one pot") : _ ("stays with one pot");
}

/* What is said of it */

static char *
plwu_rule_costs_describe (PlwuDrawing *drawing)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->costs->len; i++)
    {
      g_autofree char *amount = plw_pence_show_short (get_cost (self, i)->pence);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", get_cost (self, i)->name, amount);
    }
  if (self->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", self->note);
  return g_string_free (text, FALSE);
}

static guint
plwu_rule_costs_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_RULE_COSTS (drawing)->costs->len;
}

static char *
plwu_rule_costs_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  const PlwuRuleCost *cost = get_cost (self, mark);
  g_autofree char *amount = plw_pence_show_short (cost->pence);
  g_autofree char *all = plw_pence_show_short (self->sum);

  if (self->sum <= 0)
    return g_strdup_printf ("%s: %s; %s", cost->name, amount, get_fate (cost));
  /* Translators: rule, amount, share, amount, whether one pot lifts the rule */
  return g_strdup_printf (_ ("%s: %s, %.0f%% of the %s that all rules cost; %s"), cost->name, amount,
                          100.0 * (double) cost->pence / (double) self->sum, all, get_fate (cost));
}

static void
add_row (GPtrArray *table, const char *name, const char *fate, gint64 pence)
{
  char **row = g_new0 (char *, 4);

  row[0] = g_strdup (name);
  row[1] = plw_pence_show (pence, PLW_UNIT_POUNDS);
  row[2] = g_strdup (fate);
  g_ptr_array_add (table, row);
}

static GPtrArray *
plwu_rule_costs_get_table (PlwuDrawing *drawing)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Rule"), _ ("Cost over all years"), _ ("One pot"), NULL };

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->costs->len; i++)
    add_row (table, get_cost (self, i)->name, get_fate (get_cost (self, i)), get_cost (self, i)->pence);
  add_row (table, _ ("All rules"), "", self->sum);
  return table;
}

/* Layout */

static double
measure_amounts (PlwuRuleCosts *self, PlwuCanvas *canvas)
{
  double most = 0;

  for (guint i = 0; i < self->costs->len; i++)
    {
      g_autofree char *amount = plw_pence_show_short (get_cost (self, i)->pence);

      most = MAX (most, plwu_canvas_measure_width (canvas, amount, PLWU_TEXT_BOLD));
    }
  return most + 8;
}

static double
measure_note (PlwuRuleCosts *self, PlwuCanvas *canvas)
{
  if (self->note == NULL)
    return 0;
  return plwu_canvas_measure_paragraph (canvas, self->note, PLWU_TEXT_SMALL,
                                        MAX (1, canvas->width - 2 * PLWU_DRAWING_MARGIN))
         + NOTE_GAP;
}

static void
place_bars (PlwuRuleCosts *self, PlwuCanvas *canvas, Plot *plot)
{
  double amounts = measure_amounts (self, canvas);
  gint64 low = 0;
  gint64 high = 0;

  for (guint i = 0; i < self->costs->len; i++)
    {
      low = MIN (low, get_cost (self, i)->pence);
      high = MAX (high, get_cost (self, i)->pence);
    }
  plot->width = canvas->width - plot->left - PLWU_DRAWING_MARGIN;

  double space = plot->width - (high > 0 ? amounts : 0) - (low < 0 ? amounts : 0);

  plot->scale = MAX (10, space) / (double) MAX (1, high - low);
  plot->zero = plot->left + (low < 0 ? amounts : 0) - (double) low * plot->scale;
}

/* With large text a row needs more room. */
static double
measure_row (PlwuCanvas *canvas, const Plot *plot)
{
  double text;

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_BOLD, NULL, &text);
  return text + BAR_GAP + (plot->names_above ? plot->line + 2 : 0);
}

static Plot
lay_out (PlwuRuleCosts *self, PlwuCanvas *canvas, double top)
{
  Plot plot = { .legend_y = top, .left = PLWU_DRAWING_MARGIN };
  double names = 0;
  double room;

  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);
  for (guint i = 0; i < self->costs->len; i++)
    names = MAX (names, plwu_canvas_measure_width (canvas, get_cost (self, i)->name, PLWU_TEXT_NORMAL));
  plot.names_above = names > canvas->width * 0.36;
  if (!plot.names_above)
    plot.left += names + 10;
  place_bars (self, canvas, &plot);

  plot.top = top + 2 * (plot.line + 4) + 8;
  room = canvas->height - PLWU_DRAWING_MARGIN - measure_note (self, canvas) - plot.top;
  plot.row_height =
      MAX (measure_row (canvas, &plot), MIN (ROW_HEIGHT_MOST, room / MAX (1, self->costs->len)));
  plot.note_y = plot.top + plot.row_height * self->costs->len + NOTE_GAP;
  return plot;
}

/* Drawing */

static PlwuPattern
get_pattern (gboolean is_lifted)
{
  return is_lifted ? PLWU_PATTERN_SOLID : PLWU_PATTERN_HATCHED;
}

static void
draw_legend (PlwuCanvas *canvas, const Plot *plot)
{
  for (guint i = 0; i < 2; i++)
    {
      double y = plot->legend_y + i * (plot->line + 4);

      plwu_canvas_bar (canvas, get_pattern (i == 0), PLWU_COLOUR_SERIES_1, PLWU_DRAWING_MARGIN,
                       round (y + (plot->line - SWATCH) / 2), SWATCH, SWATCH);
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      plwu_canvas_text (
          canvas, i == 0 ? _ ("Lifted by one pot (not lawful today)") : _ ("Would still bind with one pot"),
          PLWU_TEXT_SMALL, PLWU_DRAWING_MARGIN + SWATCH + 6, y, 0,
          MAX (1, canvas->width - 2 * PLWU_DRAWING_MARGIN - SWATCH - 6));
    }
}

static void
draw_row (PlwuRuleCosts *self, PlwuCanvas *canvas, const Plot *plot, guint i)
{
  const PlwuRuleCost *cost = get_cost (self, i);
  g_autofree char *amount = plw_pence_show_short (cost->pence);
  double y = plot->top + plot->row_height * i;
  double name_height = plot->names_above ? plot->line + 2 : 0;
  double height = round (CLAMP (plot->row_height - name_height - BAR_GAP, 6, BAR_HEIGHT_MOST));
  double bar_y = round (plot->names_above ? y + name_height : y + (plot->row_height - height) / 2);
  double width = MAX (1, round (fabs ((double) cost->pence) * plot->scale));
  double x = cost->pence >= 0 ? plot->zero : plot->zero - width;
  double text_y = bar_y + (height - plot->line) / 2 - 1;

  plwu_canvas_bar (canvas, get_pattern (cost->is_lifted), PLWU_COLOUR_SERIES_1, round (x), bar_y, width,
                   height);
  plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
  if (plot->names_above)
    plwu_canvas_text (canvas, cost->name, PLWU_TEXT_SMALL, plot->left, y, 0, plot->width);
  else
    plwu_canvas_text (canvas, cost->name, PLWU_TEXT_NORMAL, plot->left - 10, text_y, 1, 0);
  if (cost->pence >= 0)
    plwu_canvas_text (canvas, amount, PLWU_TEXT_BOLD, x + width + 6, text_y, 0, 0);
  else
    plwu_canvas_text (canvas, amount, PLWU_TEXT_BOLD, x - 6, text_y, 1, 0);
}

static void
plwu_rule_costs_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  Plot plot = lay_out (self, canvas, top);

  draw_legend (canvas, &plot);
  for (guint i = 0; i < self->costs->len; i++)
    draw_row (self, canvas, &plot, i);
  if (self->costs->len > 0)
    {
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      cairo_rectangle (canvas->cr, round (plot.zero) - 1, plot.top, 1, plot.row_height * self->costs->len);
      cairo_fill (canvas->cr);
    }
  if (self->note != NULL)
    {
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT_DIM);
      plwu_canvas_paragraph (canvas, self->note, PLWU_TEXT_SMALL, PLWU_DRAWING_MARGIN, plot.note_y,
                             MAX (1, canvas->width - 2 * PLWU_DRAWING_MARGIN));
    }

  if (canvas->is_file)
    return;
  self->plot = plot;
  if (focus < self->costs->len)
    plwu_canvas_focus_ring (canvas, PLWU_DRAWING_MARGIN - 4, plot.top + plot.row_height * focus + 2,
                            canvas->width - 2 * PLWU_DRAWING_MARGIN + 8, plot.row_height - 4);
}

static gboolean
plwu_rule_costs_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  const Plot *plot = &self->plot;

  if (plot->width <= 0 || mark >= self->costs->len)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) PLWU_DRAWING_MARGIN, (int) (plot->top + plot->row_height * mark),
                                       (int) (plot->left + plot->width - PLWU_DRAWING_MARGIN),
                                       (int) plot->row_height };
  return TRUE;
}

static void
plwu_rule_costs_get_file_size (PlwuDrawing *drawing,
                               PlwuCanvas *canvas,
                               double *ret_width,
                               double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

/* All rows with their texts, and the note beneath them. */
static void
plwu_rule_costs_get_least_size (PlwuDrawing *drawing,
                                PlwuCanvas *canvas,
                                double *ret_width,
                                double *ret_height)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (drawing);
  Plot plot = lay_out (self, canvas, 0);

  *ret_width = 0;
  *ret_height = plot.top + measure_row (canvas, &plot) * self->costs->len + measure_note (self, canvas)
                + PLWU_DRAWING_MARGIN;
}

static void
plwu_rule_costs_finalize (GObject *object)
{
  PlwuRuleCosts *self = PLWU_RULE_COSTS (object);

  g_array_unref (self->costs);
  g_free (self->note);

  G_OBJECT_CLASS (plwu_rule_costs_parent_class)->finalize (object);
}

static void
plwu_rule_costs_class_init (PlwuRuleCostsClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_rule_costs_finalize;
  drawing_class->draw = plwu_rule_costs_draw;
  drawing_class->describe = plwu_rule_costs_describe;
  drawing_class->get_n_marks = plwu_rule_costs_get_n_marks;
  drawing_class->describe_mark = plwu_rule_costs_describe_mark;
  drawing_class->get_mark_area = plwu_rule_costs_get_mark_area;
  drawing_class->get_table = plwu_rule_costs_get_table;
  drawing_class->get_file_size = plwu_rule_costs_get_file_size;
  drawing_class->get_least_size = plwu_rule_costs_get_least_size;
}

static void
plwu_rule_costs_init (PlwuRuleCosts *self)
{
  self->costs = g_array_new (FALSE, FALSE, sizeof (PlwuRuleCost));
  g_array_set_clear_func (self->costs, clear_cost);
}

PlwuRuleCosts *
plwu_rule_costs_new (void)
{
  return g_object_new (PLWU_TYPE_RULE_COSTS, NULL);
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const PlwuRuleCost *one = a;
  const PlwuRuleCost *other = b;

  return (one->pence < other->pence) - (one->pence > other->pence);
}

/* Rules without a bar are named, so that they are not missed. */
static char *
make_note (guint n_costs, const PlwuRuleCost *costs, const char *note)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *nothing = NULL;

  for (guint i = 0; i < n_costs; i++)
    if (!costs_anything (&costs[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", costs[i].name);
  if (names->len == 0)
    return g_strdup (note);

  /* Translators: a list of rules */
  nothing = g_strdup_printf (_ ("Cost nothing: %s."), names->str);
  return note != NULL ? g_strdup_printf ("%s %s", nothing, note) : g_steal_pointer (&nothing);
}

void
plwu_rule_costs_set_data (PlwuRuleCosts *self,
                          guint n_costs,
                          const PlwuRuleCost *costs,
                          const char *note,
                          const char *title)
{
  g_return_if_fail (PLWU_IS_RULE_COSTS (self));
  g_return_if_fail (n_costs == 0 || costs != NULL);
  g_return_if_fail (title != NULL);

  g_array_set_size (self->costs, 0);
  self->sum = 0;
  for (guint i = 0; i < n_costs; i++)
    self->sum += costs[i].pence;
  for (guint i = 0; i < n_costs; i++)
    if (costs_anything (&costs[i]))
      {
        PlwuRuleCost cost = { g_strdup (costs[i].name), costs[i].is_lifted, costs[i].pence };

        g_array_append_val (self->costs, cost);
      }
  g_array_sort (self->costs, compare_costs);

  g_free (self->note);
  self->note = make_note (n_costs, costs, note);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
