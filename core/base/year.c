/* year.c: financial years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <placewright/year.h>

bool
plw_year_parse (const char *text, int *ret_year)
{
  g_return_val_if_fail (text != NULL, false);

  for (int i = 0; i < 7; i++)
    if (i == 4 ? text[i] != '/' : !g_ascii_isdigit (text[i]))
      return false;
  if (text[7] != '\0')
    return false;

  int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  int next = (text[5] - '0') * 10 + (text[6] - '0');

  if (year < PLW_YEAR_MIN || year > PLW_YEAR_MAX || next != (year + 1) % 100)
    return false;

  *ret_year = year;
  return true;
}

char *
plw_year_to_text (int year)
{
  return g_strdup_printf ("%04d/%02d", year, (year + 1) % 100);
}

const char *
plw_year_name (int year)
{
  g_autofree char *text = plw_year_to_text (year);

  return g_intern_string (text);
}
