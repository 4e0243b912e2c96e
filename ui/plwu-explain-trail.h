/* plwu-explain-trail.h: the way from one figure to its parts, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/explain.h>

G_BEGIN_DECLS

/**
 * PlwuTrailStep:
 * @followed: which of its links was followed last; -1: none
 */
typedef struct
{
  PlwFigure figure;
  char *title;
  int followed;
} PlwuTrailStep;

typedef struct _PlwuTrail PlwuTrail;

PlwuTrail *plwu_trail_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plwu_trail_free (PlwuTrail *self);

/* Forgets all steps. */
void plwu_trail_clear (PlwuTrail *self);

/* How many steps lead to the one shown, it included, and how many have been gone back. */
guint plwu_trail_depth (const PlwuTrail *self);
guint plwu_trail_ahead (const PlwuTrail *self);

/**
 * plwu_trail_get:
 * @index: 0: where it starts; the depth less one: the step shown
 */
PlwuTrailStep *plwu_trail_get (const PlwuTrail *self, guint index);

/**
 * plwu_trail_get_shown:
 * Returns: (nullable): NULL where there are no steps
 */
PlwuTrailStep *plwu_trail_get_shown (const PlwuTrail *self);

/**
 * plwu_trail_follow:
 *
 * Goes on to a figure; steps that have been gone back are forgotten.
 */
void plwu_trail_follow (PlwuTrail *self, PlwFigure figure, const char *title);

/**
 * plwu_trail_go:
 * @steps: back where negative, else forward
 *
 * Returns: FALSE where there are not so many
 */
gboolean plwu_trail_go (PlwuTrail *self, int steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuTrail, plwu_trail_free)

G_END_DECLS
