/* plwu-bridge.c: what takes one need to another, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-bridge-private.h"

#include "plwu-round-table.h"

#include <glib/gi18n.h>

#define FILE_WIDTH 960.0
#define FILE_HEIGHT 480.0

/* Steps of less than this share of the largest are small. */
#define SMALL_SHARE 20

#define POUND G_GINT64_CONSTANT (100)

G_DEFINE_FINAL_TYPE (PlwuBridge, plwu_bridge, PLWU_TYPE_DRAWING)

const PlwuBridgeBar *
plwu_bridge_get_bar (PlwuBridge *self, guint i)
{
  return &g_array_index (self->bars, PlwuBridgeBar, i);
}

static PlwuBridgePart *
get_part (PlwuBridge *self, guint i)
{
  return &g_array_index (self->parts, PlwuBridgePart, i);
}

char *
plwu_bridge_show (PlwuBridge *self, gint64 printed, gboolean has_sign)
{
  static const char *const suffixes[] = { "", "k", "m" };
  g_autofree char *figure = plw_steps_to_text (ABS (printed), self->unit);
  const char *sign = printed < 0 ? "-" : has_sign && printed > 0 ? "+" : "";

  return g_strdup_printf ("%s£%s%s", sign, figure, suffixes[self->unit]);
}

/* Figures */

static gint64
get_largest (PlwuBridge *self)
{
  gint64 largest = 0;

  for (guint i = 0; i < self->parts->len; i++)
    largest = MAX (largest, ABS (get_part (self, i)->pence));
  return largest;
}

static void
choose_unit (PlwuBridge *self)
{
  gint64 largest = self->parts->len > 0 ? get_largest (self) : MAX (self->opening, self->closing);

  self->unit = largest >= 1000000 * POUND ? PLW_UNIT_MILLIONS
               : largest >= 10000 * POUND ? PLW_UNIT_THOUSANDS
                                          : PLW_UNIT_POUNDS;
}

/* One small step alone is not worth hiding. */
static void
find_small (PlwuBridge *self)
{
  gint64 largest = get_largest (self);
  guint n_small = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      PlwuBridgePart *part = get_part (self, i);

      part->is_small = ABS (part->pence) < largest / SMALL_SHARE;
      n_small += part->is_small;
    }
  for (guint i = 0; n_small == 1 && i < self->parts->len; i++)
    get_part (self, i)->is_small = FALSE;
}

/* Small steps in a column of their own, so that their sum is rounded once and
 * stays the same whether they stand together or apart.
 */
static void
round_parts (PlwuBridge *self)
{
  guint n_rows = self->parts->len + 1;
  g_autofree gint64 *pence = g_new0 (gint64, n_rows * 2);
  g_autofree gint64 *printed = g_new0 (gint64, n_rows * 2);

  pence[0] = self->opening;
  for (guint i = 0; i < self->parts->len; i++)
    pence[(i + 1) * 2 + (get_part (self, i)->is_small ? 1 : 0)] = get_part (self, i)->pence;
  plwu_round_table (pence, n_rows, 2, plw_unit_pence (self->unit), printed);

  self->printed_opening = printed[0];
  self->printed_closing = printed[0];
  for (guint i = 0; i < self->parts->len; i++)
    {
      PlwuBridgePart *part = get_part (self, i);

      part->printed = printed[(i + 1) * 2 + (part->is_small ? 1 : 0)];
      self->printed_closing += part->printed;
    }
}

static void
add_total (PlwuBridge *self, const char *name, gint64 pence, gint64 printed)
{
  PlwuBridgeBar bar = { .name = name, .is_total = TRUE, .to = pence, .printed = printed };

  g_array_append_val (self->bars, bar);
}

static void
add_step (PlwuBridge *self, PlwuBridgeBar bar, gint64 *level, gint64 pence)
{
  bar.from = *level;
  *level += pence;
  bar.to = *level;
  g_array_append_val (self->bars, bar);
}

/* Totals at the ends, large steps in their order, then the small ones. */
static void
make_bars (PlwuBridge *self)
{
  gint64 level = self->opening;
  PlwuBridgeBar other = { .name = _ ("Other"), .is_small = TRUE };
  gint64 other_pence = 0;

  g_array_set_size (self->bars, 0);
  if (self->opening_name == NULL)
    return;

  add_total (self, self->opening_name, self->opening, self->printed_opening);
  for (int is_small = 0; is_small < 2; is_small++)
    for (guint i = 0; i < self->parts->len; i++)
      {
        const PlwuBridgePart *part = get_part (self, i);
        PlwuBridgeBar bar = { part->name, FALSE, part->is_small, 1, 0, 0, part->printed };

        if (part->is_small != is_small)
          continue;
        if (!part->is_small || self->is_expanded)
          {
            add_step (self, bar, &level, part->pence);
            continue;
          }
        other.n_parts++;
        other.printed += part->printed;
        other_pence += part->pence;
      }
  if (other.n_parts > 0)
    add_step (self, other, &level, other_pence);
  g_assert (level == self->closing);
  add_total (self, self->closing_name, self->closing, self->printed_closing);
}

/* Marks: one a bar */

static char *
plwu_bridge_describe (PlwuDrawing *drawing)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);

  if (self->opening_name == NULL)
    return g_strdup (_ ("Nothing to show yet"));

  g_autofree char *opening = plwu_bridge_show (self, self->printed_opening, FALSE);
  g_autofree char *closing = plwu_bridge_show (self, self->printed_closing, FALSE);
  g_autofree char *change = plwu_bridge_show (self, self->printed_closing - self->printed_opening, TRUE);
  const PlwuBridgePart *largest = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    if (largest == NULL || ABS (get_part (self, i)->pence) > ABS (largest->pence))
      largest = get_part (self, i);
  if (largest == NULL)
    return g_strdup_printf (_ ("%s is %s and %s is the same."), self->opening_name, opening,
                            self->closing_name);

  g_autofree char *step = plwu_bridge_show (self, largest->printed, TRUE);

  return g_strdup_printf (_ ("From %s in %s to %s in %s, %s; the largest step is %s, %s."), opening,
                          self->opening_name, closing, self->closing_name, change, largest->name, step);
}

static guint
plwu_bridge_get_n_marks (PlwuDrawing *drawing)
{
  return PLWU_BRIDGE (drawing)->bars->len;
}

static char *
list_small (PlwuBridge *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const PlwuBridgePart *part = get_part (self, i);
      g_autofree char *figure = plwu_bridge_show (self, part->printed, TRUE);

      if (part->is_small)
        g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", part->name, figure);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
plwu_bridge_describe_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);
  const PlwuBridgeBar *bar = plwu_bridge_get_bar (self, mark);
  g_autofree char *figure = plwu_bridge_show (self, bar->printed, !bar->is_total);
  const char *meaning = bar->to > bar->from ? self->more : self->less;

  if (bar->is_total)
    return g_strdup_printf (_ ("%s: %s"), bar->name, figure);
  if (bar->n_parts > 1)
    {
      g_autofree char *list = list_small (self);

      /* Translators: amount, number of small steps, the steps */
      return g_strdup_printf (ngettext ("Other: %s, %u small step (%s); Enter shows it",
                                        "Other: %s, %u small steps (%s); Enter shows each", bar->n_parts),
                              figure, bar->n_parts, list);
    }
  /* Translators: step, amount, "More need" or "Less need" */
  return g_strdup_printf (_ ("%s: %s. %s"), bar->name, figure, meaning);
}

static gboolean
plwu_bridge_get_mark_area (PlwuDrawing *drawing, guint mark, cairo_rectangle_int_t *ret_area)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);
  const PlwuBridgePlot *plot = &self->plot;
  double slot = plwu_bridge_get_slot (self, plot);

  if (plot->width <= 0 || mark >= self->bars->len)
    return FALSE;

  *ret_area = (cairo_rectangle_int_t){ (int) (plot->left + slot * mark), (int) plot->top, (int) slot,
                                       (int) (plot->height + 2 * plot->line) };

  return TRUE;
}

/* Enter on what stands together takes it apart, on one of its parts puts it together again. */
static void
plwu_bridge_activate_mark (PlwuDrawing *drawing, guint mark)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);

  if (!plwu_bridge_get_bar (self, mark)->is_small)
    return;
  while (mark > 0 && plwu_bridge_get_bar (self, mark - 1)->is_small)
    mark--;
  plwu_drawing_want_focus (drawing, mark);
  plwu_bridge_set_expanded (self, !self->is_expanded);
}

static void
add_row (GPtrArray *table, const char *name, gint64 pounds, gboolean is_step, gint64 level)
{
  char **row = g_new0 (char *, 4);

  row[0] = g_strdup (name);
  row[1] = is_step ? plw_steps_to_text (pounds, PLW_UNIT_POUNDS) : g_strdup ("");
  row[2] = plw_steps_to_text (level, PLW_UNIT_POUNDS);
  g_ptr_array_add (table, row);
}

/* Every step on its own, in pounds that add up. */
static GPtrArray *
plwu_bridge_get_table (PlwuDrawing *drawing)
{
  PlwuBridge *self = PLWU_BRIDGE (drawing);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *titles[] = { _ ("Step"), _ ("Change"), _ ("Result"), NULL };
  guint n_rows = self->parts->len + 1;
  g_autofree gint64 *pence = g_new (gint64, n_rows);
  g_autofree gint64 *pounds = g_new (gint64, n_rows);
  gint64 level;

  g_ptr_array_add (table, g_strdupv ((char **) titles));
  if (self->opening_name == NULL)
    return table;

  pence[0] = self->opening;
  for (guint i = 0; i < self->parts->len; i++)
    pence[i + 1] = get_part (self, i)->pence;
  plwu_round_table (pence, n_rows, 1, POUND, pounds);

  level = pounds[0];
  add_row (table, self->opening_name, 0, FALSE, level);
  for (guint i = 0; i < self->parts->len; i++)
    {
      level += pounds[i + 1];
      add_row (table, get_part (self, i)->name, pounds[i + 1], TRUE, level);
    }
  add_row (table, self->closing_name, 0, FALSE, level);

  return table;
}

static void
plwu_bridge_get_file_size (PlwuDrawing *drawing, PlwuCanvas *canvas, double *ret_width, double *ret_height)
{
  *ret_width = FILE_WIDTH;
  *ret_height = FILE_HEIGHT;
}

static void
clear_part (gpointer data)
{
  g_free (((PlwuBridgePart *) data)->name);
}

static void
plwu_bridge_finalize (GObject *object)
{
  PlwuBridge *self = PLWU_BRIDGE (object);

  g_free (self->opening_name);
  g_free (self->closing_name);
  g_free (self->more);
  g_free (self->less);
  g_array_unref (self->parts);
  g_array_unref (self->bars);

  G_OBJECT_CLASS (plwu_bridge_parent_class)->finalize (object);
}

static void
plwu_bridge_class_init (PlwuBridgeClass *class)
{
  PlwuDrawingClass *drawing_class = PLWU_DRAWING_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = plwu_bridge_finalize;
  drawing_class->draw = plwu_bridge_draw;
  drawing_class->describe = plwu_bridge_describe;
  drawing_class->get_n_marks = plwu_bridge_get_n_marks;
  drawing_class->describe_mark = plwu_bridge_describe_mark;
  drawing_class->get_mark_area = plwu_bridge_get_mark_area;
  drawing_class->activate_mark = plwu_bridge_activate_mark;
  drawing_class->get_table = plwu_bridge_get_table;
  drawing_class->get_file_size = plwu_bridge_get_file_size;
}

static void
plwu_bridge_init (PlwuBridge *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (PlwuBridgePart));
  g_array_set_clear_func (self->parts, clear_part);
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlwuBridgeBar));
  plwu_bridge_set_words (self, _ ("More need"), _ ("Less need"));
}

/* Public functions */

PlwuBridge *
plwu_bridge_new (void)
{
  return g_object_new (PLWU_TYPE_BRIDGE, NULL);
}

void
plwu_bridge_set_words (PlwuBridge *self, const char *more, const char *less)
{
  g_return_if_fail (PLWU_IS_BRIDGE (self));
  g_return_if_fail (more != NULL && less != NULL);

  g_autofree char *old_more = self->more;
  g_autofree char *old_less = self->less;

  self->more = g_strdup (more);
  self->less = g_strdup (less);
  plwu_drawing_look_changed (PLWU_DRAWING (self));
}

void
plwu_bridge_set_data (PlwuBridge *self,
                      const char *opening_name,
                      gint64 opening_pence,
                      guint n_steps,
                      const PlwuBridgeStep *steps,
                      const char *closing_name,
                      const char *title,
                      const char *description)
{
  g_return_if_fail (PLWU_IS_BRIDGE (self));
  g_return_if_fail (opening_name != NULL && closing_name != NULL && title != NULL);
  g_return_if_fail (n_steps == 0 || steps != NULL);

  g_autofree char *old_opening = self->opening_name;
  g_autofree char *old_closing = self->closing_name;

  self->opening_name = g_strdup (opening_name);
  self->closing_name = g_strdup (closing_name);
  self->opening = opening_pence;
  self->closing = opening_pence;
  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < n_steps; i++)
    {
      PlwuBridgePart part = { .name = g_strdup (steps[i].name), .pence = steps[i].pence };

      self->closing += part.pence;
      if (part.pence != 0)
        g_array_append_val (self->parts, part);
      else
        g_free (part.name);
    }

  choose_unit (self);
  find_small (self);
  round_parts (self);
  make_bars (self);
  plwu_drawing_set_title (PLWU_DRAWING (self), title, description);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

gint64
plwu_bridge_get_closing (PlwuBridge *self)
{
  g_return_val_if_fail (PLWU_IS_BRIDGE (self), 0);

  return self->closing;
}

void
plwu_bridge_set_expanded (PlwuBridge *self, gboolean is_expanded)
{
  g_return_if_fail (PLWU_IS_BRIDGE (self));

  self->is_expanded = is_expanded;
  make_bars (self);
  plwu_drawing_figures_changed (PLWU_DRAWING (self));
}

gboolean
plwu_bridge_get_expanded (PlwuBridge *self)
{
  g_return_val_if_fail (PLWU_IS_BRIDGE (self), FALSE);

  return self->is_expanded;
}
