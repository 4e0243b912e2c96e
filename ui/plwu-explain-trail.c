/* plwu-explain-trail.c: the way from one figure to its parts, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-trail.h"

struct _PlwuTrail
{
  GArray *steps; /* of PlwuTrailStep */
  guint depth;
};

static void
clear_step (gpointer data)
{
  g_free (((PlwuTrailStep *) data)->title);
}

PlwuTrail *
plwu_trail_new (void)
{
  PlwuTrail *self = g_new0 (PlwuTrail, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (PlwuTrailStep));
  g_array_set_clear_func (self->steps, clear_step);

  return self;
}

void
plwu_trail_free (PlwuTrail *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->steps);
  g_free (self);
}

void
plwu_trail_clear (PlwuTrail *self)
{
  g_array_set_size (self->steps, 0);
  self->depth = 0;
}

guint
plwu_trail_depth (const PlwuTrail *self)
{
  return self->depth;
}

guint
plwu_trail_ahead (const PlwuTrail *self)
{
  return self->steps->len - self->depth;
}

PlwuTrailStep *
plwu_trail_get (const PlwuTrail *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, PlwuTrailStep, index);
}

PlwuTrailStep *
plwu_trail_get_shown (const PlwuTrail *self)
{
  return self->depth > 0 ? plwu_trail_get (self, self->depth - 1) : NULL;
}

void
plwu_trail_follow (PlwuTrail *self, PlwFigure figure, const char *title)
{
  PlwuTrailStep step = { figure, g_strdup (title), -1 };

  g_array_set_size (self->steps, self->depth);
  g_array_append_val (self->steps, step);
  self->depth++;
}

gboolean
plwu_trail_go (PlwuTrail *self, int steps)
{
  int depth = (int) self->depth + steps;

  if (depth < 1 || depth > (int) self->steps->len)
    return FALSE;
  self->depth = (guint) depth;
  return TRUE;
}
