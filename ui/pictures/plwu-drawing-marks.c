/* plwu-drawing-marks.c: the marks of a picture, one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-drawing-private.h"

gboolean
plwu_drawing_is_inside (const cairo_rectangle_int_t *area, double x, double y)
{
  return (int) x >= area->x && (int) x < area->x + area->width && (int) y >= area->y
         && (int) y < area->y + area->height;
}

static guint
move_mark (PlwuDrawing *self, guint mark, PlwuDrawingMove move, gboolean is_far)
{
  guint last = plwu_drawing_get_n_marks (self) - 1;

  switch (move)
    {
    case PLWU_MOVE_LEFT:
    case PLWU_MOVE_UP:
      return mark > 0 ? mark - 1 : 0;
    case PLWU_MOVE_RIGHT:
    case PLWU_MOVE_DOWN:
      return MIN (mark + 1, last);
    case PLWU_MOVE_HOME:
      return 0;
    case PLWU_MOVE_END:
      return last;
    default:
      return mark;
    }
}

static guint
find_mark (PlwuDrawing *self, double x, double y)
{
  guint n_marks = plwu_drawing_get_n_marks (self);

  for (guint i = 0; i < n_marks; i++)
    {
      cairo_rectangle_int_t area;

      if (plwu_drawing_get_mark_area (self, i, &area) && plwu_drawing_is_inside (&area, x, y))
        return i;
    }

  return PLWU_DRAWING_NO_MARK;
}

static void
activate_mark (PlwuDrawing *self, guint mark)
{
}

void
plwu_drawing_init_mark_class (PlwuDrawingClass *class)
{
  class->move_mark = move_mark;
  class->find_mark = find_mark;
  class->activate_mark = activate_mark;
}

guint
plwu_drawing_get_n_marks (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), 0);

  return PLWU_DRAWING_GET_CLASS (self)->get_n_marks (self);
}

char *
plwu_drawing_describe_mark (PlwuDrawing *self, guint mark)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);
  g_return_val_if_fail (mark < plwu_drawing_get_n_marks (self), NULL);

  return PLWU_DRAWING_GET_CLASS (self)->describe_mark (self, mark);
}

gboolean
plwu_drawing_get_mark_area (PlwuDrawing *self, guint mark, cairo_rectangle_int_t *ret_area)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), FALSE);

  return PLWU_DRAWING_GET_CLASS (self)->get_mark_area (self, mark, ret_area);
}

guint
plwu_drawing_find_mark (PlwuDrawing *self, double x, double y)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), PLWU_DRAWING_NO_MARK);

  return PLWU_DRAWING_GET_CLASS (self)->find_mark (self, x, y);
}

guint
plwu_drawing_move_mark (PlwuDrawing *self, guint mark, PlwuDrawingMove move, gboolean is_far)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), mark);

  return PLWU_DRAWING_GET_CLASS (self)->move_mark (self, mark, move, is_far);
}

void
plwu_drawing_step_to_mark (PlwuDrawing *self, guint mark)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  if (PLWU_DRAWING_GET_CLASS (self)->step_to_mark != NULL)
    PLWU_DRAWING_GET_CLASS (self)->step_to_mark (self, mark);
}

void
plwu_drawing_activate_mark (PlwuDrawing *self, guint mark)
{
  g_return_if_fail (PLWU_IS_DRAWING (self));

  PLWU_DRAWING_GET_CLASS (self)->activate_mark (self, mark);
}

GPtrArray *
plwu_drawing_get_table (PlwuDrawing *self)
{
  g_return_val_if_fail (PLWU_IS_DRAWING (self), NULL);

  return PLWU_DRAWING_GET_CLASS (self)->get_table (self);
}

char *
plwu_drawing_write_table (PlwuDrawing *self)
{
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (table, i));

      g_string_append_printf (text, "%s\n", line);
    }
  if (plwu_drawing_get_context (self) != NULL)
    g_string_append_printf (text, "%s: %s\n", plwu_drawing_get_title (self), plwu_drawing_get_context (self));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
