/* plwu-scale.h: axes with round steps.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlwuScale: an axis of money from @low to @high pence in steps of @step;
 * @low and @high are whole steps and include zero.
 */
typedef struct
{
  gint64 low;
  gint64 high;
  gint64 step;
} PlwuScale;

/**
 * plwu_scale_choose:
 * @n_steps_most: steps at most, two or more
 *
 * Steps are 1, 2, 2.5 or 5 times a power of ten pounds.
 */
PlwuScale plwu_scale_choose (gint64 low, gint64 high, guint n_steps_most);

/**
 * plwu_scale_share:
 * Returns: where @value lies, 0 at the low end and 1 at the high end
 */
double plwu_scale_share (const PlwuScale *self, gint64 value);

/**
 * plwu_scale_label:
 * Returns: (transfer full): a tick as text in the unit that suits the step: `£250m`, `£0`
 */
char *plwu_scale_label (const PlwuScale *self, gint64 value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
