/* plwu-amount.c: amounts of a picture in one unit, so that what is printed adds up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-amount.h"

/* Pence: figures have two digits or more before the point, small plans all of them. */
#define THOUSANDS_FROM G_GINT64_CONSTANT (100000000)
#define MILLIONS_FROM G_GINT64_CONSTANT (1000000000)

PlwUnit
plwu_amount_choose_unit (gint64 most)
{
  return most >= MILLIONS_FROM    ? PLW_UNIT_MILLIONS
         : most >= THOUSANDS_FROM ? PLW_UNIT_THOUSANDS
                                  : PLW_UNIT_POUNDS;
}

char *
plwu_amount_show_steps (gint64 steps, PlwUnit unit)
{
  static const char *const endings[] = {
    [PLW_UNIT_POUNDS] = "", [PLW_UNIT_THOUSANDS] = "k", [PLW_UNIT_MILLIONS] = "m"
  };
  g_autofree char *text = plw_steps_to_text (ABS (steps), unit);

  return g_strdup_printf ("%s£%s%s", steps < 0 ? "-" : "", text, endings[unit]);
}

char *
plwu_amount_show_number (double number, int n_decimals)
{
  char format[] = "%.0f";
  char text[G_ASCII_DTOSTR_BUF_SIZE + 320]; /* no double has more digits */

  g_return_val_if_fail (n_decimals >= 0 && n_decimals <= 9, NULL);

  format[2] = (char) ('0' + n_decimals);
  return g_strdup (g_ascii_formatd (text, sizeof text, format, number));
}
