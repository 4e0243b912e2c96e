/* plwu-fragmentation.c: what goes unmet today and as one pot, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-fragmentation.h"
#include "plwu-axis.h"

#include "plwu-drawing.h"
#include "plwu-scale.h"

#include <glib/gi18n.h>
#include <math.h>
#include <placewright/number.h>
#include <placewright/year.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 480.0
#define SWATCH 12.0
#define BAR_WIDTH_MOST 40.0
#define KEY_X (PLWU_DRAWING_MARGIN + SWATCH + 6)
#define N_KEYS 2 /* today, and as one pot */
#define STEPS_LEAST 2
#define STEPS_MOST 8
#define STEP_LINES 3 /* from step to step of the axis, at least */
#define N_TEXTS 3    /* below a year: its name, the difference, what strands */

typedef struct
{
  double key_y[N_KEYS];
  double left;
  double top;
  double width;
  double height;
  double below; /* the plot */
  double line;
  double text_y[N_TEXTS];
  gboolean is_upright;
  PlwuScale scale;
} Plot;

struct _PlwuFragmentation
{
  PlwuDrawing parent_instance;

  GArray *years; /* owned; of PlwuFragmentationYear */
  Plot plot;     /* as last drawn on the screen */
};

G_DEFINE_FINAL_TYPE (PlwuFragmentation, plwu_fragmentation, PLWU_TYPE_DRAWING)

static const PlwuFragmentationYear *
get_year (PlwuFragmentation *self, guint i)
{
  return &g_array_index (self->years, PlwuFragmentationYear, i);
}

static PlwuFragmentationYear
sum_up (PlwuFragmentation *self)
{
  PlwuFragmentationYear sum = { 0 };

  for (guint i = 0; i < self->years->len; i++)
    {
      sum.today += get_year (self, i)->today;
      sum.one_pot += get_year (self, i)->one_pot;
    }
  return sum;
}

/* Texts */

static char *
show_text (const PlwuFragmentationYear *year, guint text)
{
  if (text == 0)
    return g_strdup (plw_year_name (year->year));
  return plw_pence_show_short (text == 1 ? year->today - year->one_pot : year->stranded);
}

static const char *
get_text_title (guint text)
{
  /* Translators: titles of rows of figures below a picture; short */
  const char *const titles[N_TEXTS] = { "", _ ("Cost"), _ ("Stranded") };

  return titles[text];
}

static PlwuTextStyle
get_text_style (guint text)
{
  return text == 1 ? PLWU_TEXT_SMALL_BOLD : PLWU_TEXT_SMALL;
}

static char *
plwu_fragmentation_describe (PlwuDrawing *drawing)
{
  PlwuFragmentation *self = PLWU_FRAGMENTATION (drawing);
  PlwuFragmentationYear sum = sum_up (self);
  g_autofree char *today = plw_pence_show_short (sum.today);
  g_autofree char *one_pot = plw_pence_show_short (sum.one_pot);
  g_autofree char *cost = plw_pence_show_short (sum.today - sum.one_pot);

  return g_strdup_printf (_ ("Over all years %s goes unmet under today's rules and %s as one pot, which is "
                             "not lawful today: fragmentation costs %s."),
                          today, one_pot, cost);
}

static guint
plwu_fragmentation_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_FRAGMENTATION (drawing)->years->len;
}

static char *
plwu_fragmentation_describe_mark (PlwuDrawing *drawing, guint mark)
{
  const PlwuFragmentationYear *year = get_year (PLWU_FRAGMENTATION (drawing), mark);
  g_autofree char *today = plw_pence_show_short (year->today);
  g_autofree char *one_pot = plw_pence_show_short (year->one_pot);
  g_autofree char *cost = plw_pence_show_short (year->today - year->one_pot);
  g_autofree char *stranded = plw_pence_show_short (year->stranded);

  /* Translators: year and four amounts */
  return g_strdup_printf (
      _ ("%s: short by %s today, by %s as one pot; fragmentation costs %s; %s stranded today"),
      plw_year_name (year->year), today, one_pot, cost, stranded);
}

static char **
make_row (const char *name, const PlwuFragmentationYear *year, gboolean has_stranded)
{
  char **row = g_new0 (char *, 6);

  row[0] = g_strdup (name);
  row[1] = plw_pence_show (year->today, PLW_UNIT_POUNDS);
  row[2] = plw_pence_show (year->one_pot, PLW_UNIT_POUNDS);
  row[3] = plw_pence_show (year->today - year->one_pot, PLW_UNIT_POUNDS);
  row[4] = has_stranded ? plw_pence_show (year->stranded, PLW_UNIT_POUNDS) : g_strdup ("");
  return row;
}

/* What strands in one year may be the same money as in the next: it has no total. */
static GPtrArray *
plwu_fragmentation_get_table (PlwuDrawing *drawing)
{
  PlwuFragmentation *self = PLWU_FRAGMENTATION (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Year"),
                           _ ("Shortfall today"),
                           _ ("As one pot (not lawful today)"),
                           _ ("Cost of fragmentation"),
                           _ ("Stranded today"),
                           NULL };
  PlwuFragmentationYear sum = sum_up (self);

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  for (guint i = 0; i < self->years->len; i++)
    g_ptr_array_add (table, make_row (plw_year_name (get_year (self, i)->year), get_year (self, i), TRUE));
  g_ptr_array_add (table, make_row (_ ("All years"), &sum, FALSE));
  return table;
}

/* Layout */

static double
measure_left (PlwuCanvas *canvas, const PlwuScale *scale)
{
  double most = plwu_axis_measure (canvas, scale);

  for (guint i = 0; i < N_TEXTS; i++)
    most = MAX (most, plwu_canvas_measure_width (canvas, get_text_title (i), PLWU_TEXT_SMALL_BOLD));
  return most;
}

static double
measure_text (PlwuFragmentation *self, PlwuCanvas *canvas, guint text)
{
  double most = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *shown = show_text (get_year (self, i), text);

      most = MAX (most, plwu_canvas_measure_width (canvas, shown, get_text_style (text)));
    }
  return most;
}

static char *
show_key (PlwuFragmentation *self, guint key)
{
  PlwuFragmentationYear sum = sum_up (self);
  g_autofree char *amount = plw_pence_show_short (key == 0 ? sum.today : sum.one_pot);

  /* Translators: a name and an amount */
  return g_strdup_printf (_ ("%s: %s over all years"),
                          key == 0 ? _ ("Shortfall today") : _ ("As one pot, not lawful today"), amount);
}

static double
get_key_width (const PlwuCanvas *canvas)
{
  return MAX (1, canvas->width - KEY_X - PLWU_DRAWING_MARGIN);
}

/* Returns where they end. */
static double
place_keys (PlwuFragmentation *self, PlwuCanvas *canvas, Plot *plot, double top)
{
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = show_key (self, i);

      plot->key_y[i] = top;
      top += plwu_canvas_measure_paragraph (canvas, text, PLWU_TEXT_SMALL, get_key_width (canvas)) + 4;
    }
  return top;
}

/* @n_steps: of the axis, at most */
static Plot
lay_out_steps (PlwuFragmentation *self, PlwuCanvas *canvas, double top, guint n_steps)
{
  Plot plot = { 0 };
  gint64 high = 0;
  double widest = 0;

  for (guint i = 0; i < self->years->len; i++)
    high = MAX (high, MAX (get_year (self, i)->today, get_year (self, i)->one_pot));
  plwu_canvas_measure (canvas, "0", PLWU_TEXT_SMALL, NULL, &plot.line);
  plot.top = place_keys (self, canvas, &plot, top) + 8;
  plot.scale = plwu_scale_choose (0, high, n_steps);
  plot.left = PLWU_DRAWING_MARGIN + measure_left (canvas, &plot.scale) + 8;
  plot.width = MAX (20, canvas->width - plot.left - PLWU_DRAWING_MARGIN);

  for (guint i = 0; i < N_TEXTS; i++)
    widest = MAX (widest, measure_text (self, canvas, i));
  plot.is_upright = widest + 4 > plot.width / MAX (1, self->years->len);
  plot.below = PLWU_DRAWING_MARGIN;
  for (guint i = 0; i < N_TEXTS; i++)
    plot.below += plot.is_upright ? measure_text (self, canvas, i) + 8 : plot.line + 4;
  plot.height = MAX (STEPS_LEAST * STEP_LINES * plot.line, canvas->height - plot.top - plot.below);

  plot.text_y[0] = plot.top + plot.height + 6;
  for (guint i = 1; i < N_TEXTS; i++)
    plot.text_y[i] =
        plot.text_y[i - 1] + (plot.is_upright ? measure_text (self, canvas, i - 1) + 8 : plot.line + 4);
  return plot;
}

/* As many steps as leave room between what is written at them. */
static Plot
lay_out (PlwuFragmentation *self, PlwuCanvas *canvas, double top)
{
  Plot plot = lay_out_steps (self, canvas, top, STEPS_LEAST);

  return lay_out_steps (self, canvas, top,
                        (guint) CLAMP (plot.height / (STEP_LINES * plot.line), STEPS_LEAST, STEPS_MOST));
}

static double
get_y (const Plot *plot, gint64 value)
{
  return plot->top + plot->height * (1 - plwu_scale_share (&plot->scale, value));
}

static double
get_slot (PlwuFragmentation *self, const Plot *plot)
{
  return plot->width / MAX (1, self->years->len);
}

/* Drawing */

static void
draw_legend (PlwuFragmentation *self, PlwuCanvas *canvas, const Plot *plot)
{
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = show_key (self, i);

      plwu_canvas_bar (canvas, i == 0 ? PLWU_PATTERN_SOLID : PLWU_PATTERN_HATCHED,
                       i == 0 ? PLWU_COLOUR_SERIES_1 : PLWU_COLOUR_SERIES_4, PLWU_DRAWING_MARGIN,
                       round (plot->key_y[i] + (plot->line - SWATCH) / 2), SWATCH, SWATCH);
      plwu_canvas_use (canvas, PLWU_COLOUR_TEXT);
      plwu_canvas_paragraph (canvas, text, PLWU_TEXT_SMALL, KEY_X, plot->key_y[i], get_key_width (canvas));
    }
}

static void
draw_bars (PlwuFragmentation *self, PlwuCanvas *canvas, const Plot *plot, guint i)
{
  const PlwuFragmentationYear *year = get_year (self, i);
  double slot = get_slot (self, plot);
  double width = round (MIN (slot * 0.38, BAR_WIDTH_MOST));
  double centre = round (plot->left + slot * (i + 0.5));
  double bottom = round (get_y (plot, 0));
  double today = round (get_y (plot, year->today));
  double one_pot = round (get_y (plot, year->one_pot));

  plwu_canvas_bar (canvas, PLWU_PATTERN_SOLID, PLWU_COLOUR_SERIES_1, centre - width - 1, today, width,
                   bottom - today);
  plwu_canvas_bar (canvas, PLWU_PATTERN_HATCHED, PLWU_COLOUR_SERIES_4, centre + 1, one_pot, width,
                   bottom - one_pot);
}

static void
draw_texts (PlwuFragmentation *self, PlwuCanvas *canvas, const Plot *plot)
{
  for (guint text = 0; text < N_TEXTS; text++)
    {
      PlwuTextStyle style = get_text_style (text);

      plwu_canvas_use (canvas, text == 2 ? PLWU_COLOUR_TEXT_DIM : PLWU_COLOUR_TEXT);
      plwu_canvas_text (canvas, get_text_title (text), style, plot->left - 8, plot->text_y[text], 1, 0);
      for (guint i = 0; i < self->years->len; i++)
        {
          g_autofree char *shown = show_text (get_year (self, i), text);
          double x = plot->left + get_slot (self, plot) * (i + 0.5);

          if (plot->is_upright)
            plwu_canvas_upright_text (canvas, shown, style, x, plot->text_y[text]);
          else
            plwu_canvas_text (canvas, shown, style, x, plot->text_y[text], 0.5, 0);
        }
    }
}

static void
plwu_fragmentation_draw (PlwuDrawing *drawing, PlwuCanvas *canvas, double top, guint focus)
{
  PlwuFragmentation *self = PLWU_FRAGMENTATION (drawing);

  if (self->years->len == 0)
    return;

  Plot plot = lay_out (self, canvas, top);

  draw_legend (self, canvas, &plot);
  plwu_axis_draw (canvas, &plot.scale, plot.left, plot.top, plot.width, plot.height);
  for (guint i = 0; i < self->years->len; i++)
    draw_bars (self, canvas, &plot, i);
  draw_texts (self, canvas, &plot);

  if (canvas->is_file)
    return;
  self->plot = plot;
  if (focus < self->years->len)
    {
      double slot = get_slot (self, &plot);

      plwu_canvas_focus_ring (canvas, plot.left + slot * focus + 3, plot.top, slot - 6, plot.height + 2);
    }
}

static gboolean
plwu_fragmentation_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuFragmentation *self = PLWU_FRAGMENTATION (drawing);
  const Plot *plot = &self->plot;
  double slot = get_slot (self, plot);

  if (plot->width <= 0 || mark >= self->years->len)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) (plot->left + slot * mark), (int) plot->top, (int) slot,
                                       (int) (plot->text_y[N_TEXTS - 1] + plot->line - plot->top) };
  return TRUE;
}

static void
plwu_fragmentation_get_file_size (PlwuDrawing *drawing,
                                  PlwuCanvas *canvas,
                                  double *ret_width,
                                  double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

static void
plwu_fragmentation_get_least_size (PlwuDrawing *drawing,
                                   PlwuCanvas *canvas,
                                   double *ret_width,
                                   double *ret_height)
{
  Plot plot = lay_out_steps (PLWU_FRAGMENTATION (drawing), canvas, 0, STEPS_LEAST);

  *ret_width = 0;
  *ret_height = plot.top + STEPS_LEAST * STEP_LINES * plot.line + plot.below;
}

static void
plwu_fragmentation_finalize (GObject *object)
{
  g_array_unref (PLWU_FRAGMENTATION (object)->years);

  G_OBJECT_CLASS (plwu_fragmentation_parent_class)->finalize (object);
}

static void
plwu_fragmentation_class_init (PlwuFragmentationClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_fragmentation_finalize;
  drawing_class->draw = plwu_fragmentation_draw;
  drawing_class->describe = plwu_fragmentation_describe;
  drawing_class->get_n_marks = plwu_fragmentation_get_n_marks;
  drawing_class->describe_mark = plwu_fragmentation_describe_mark;
  drawing_class->get_mark_area = plwu_fragmentation_get_mark_area;
  drawing_class->get_table = plwu_fragmentation_get_table;
  drawing_class->get_file_size = plwu_fragmentation_get_file_size;
  drawing_class->get_least_size = plwu_fragmentation_get_least_size;
}

static void
plwu_fragmentation_init (PlwuFragmentation *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (PlwuFragmentationYear));
}

PlwuFragmentation *
plwu_fragmentation_new (void)
{
  return g_object_new (PLWU_TYPE_FRAGMENTATION, NULL);
}

void
plwu_fragmentation_set_data (PlwuFragmentation *self,
                             guint n_years,
                             const PlwuFragmentationYear *years,
                             const char *title)
{
  g_return_if_fail (PLWU_IS_FRAGMENTATION (self));
  g_return_if_fail (n_years == 0 || years != NULL);
  g_return_if_fail (title != NULL);

  g_array_set_size (self->years, 0);
  if (n_years > 0)
    g_array_append_vals (self->years, years, n_years);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, NULL);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}
