/* plwu-scale.c: axes with round steps.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scale.h"

#include <placewright/number.h>

#define POUND G_GINT64_CONSTANT (100)

static gint64
divide_up (gint64 value, gint64 step)
{
  return value / step + (value % step > 0);
}

static gint64
divide_down (gint64 value, gint64 step)
{
  return value / step - (value % step < 0);
}

PlwuScale
plwu_scale_choose (gint64 low, gint64 high, guint n_steps_most)
{
  static const gint64 tenths[] = { 10, 20, 25, 50 };

  g_return_val_if_fail (n_steps_most >= 2, ((PlwuScale){ 0, POUND, POUND }));

  low = MIN (low, 0);
  high = MAX (high, 0);
  if (low == high)
    high = POUND;

  for (gint64 power = POUND;; power *= 10)
    for (size_t i = 0; i < G_N_ELEMENTS (tenths); i++)
      {
        gint64 step = power / 10 * tenths[i];
        gint64 n_up = divide_up (high, step);
        gint64 n_down = divide_down (low, step);

        if (n_up - n_down <= (gint64) n_steps_most)
          return (PlwuScale){ n_down * step, n_up * step, step };
      }
}

double
plwu_scale_share (const PlwuScale *self, gint64 value)
{
  return (double) (value - self->low) / (double) (self->high - self->low);
}

char *
plwu_scale_label (const PlwuScale *self, gint64 value)
{
  static const struct
  {
    gint64 pounds;
    const char *suffix;
  } units[] = { { G_GINT64_CONSTANT (1000000000), "bn" }, { 1000000, "m" }, { 1000, "k" }, { 1, "" } };
  size_t i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && self->step < units[i].pounds * POUND)
    i++;

  gint64 unit = units[i].pounds * POUND;
  gboolean has_decimals = self->step % unit != 0 && i + 1 < G_N_ELEMENTS (units);
  gint64 magnitude = ABS (value);
  g_autofree char *figure = has_decimals ? plw_steps_to_text (magnitude / (unit / 10), PLW_UNIT_MILLIONS)
                                         : plw_steps_to_text (magnitude / unit, PLW_UNIT_POUNDS);

  return g_strdup_printf ("%s£%s%s", value < 0 ? "-" : "", figure, value == 0 ? "" : units[i].suffix);
}
