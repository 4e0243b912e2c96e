/* xlsx-values.c: numbers, dates and names of cells, as people write them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx-private.h"

#include <math.h>
#include <string.h>

/* What a spreadsheet means by a number, although it writes two digits more. */
#define DIGITS 15

/* Smaller than anything a plan holds: what is left where a formula should have come to nothing. */
#define PLACES_MOST 300
#define PLACES_LEAST -9

#define DAYS_1904 1462
#define DAYS_LAST 2958465.0 /* 9999-12-31 */
#define SECONDS_A_DAY 86400

char *
plw_xlsx_cell_name (size_t row, size_t column)
{
  char letters[16];
  size_t i = sizeof letters - 1;

  letters[i] = '\0';
  for (size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--i] = (char) ('A' + (rest - 1) % 26);

  return g_strdup_printf ("%s%zu", letters + i, row);
}

/* Rounds the digits half up to @DIGITS; one more may come in front. */
static void
round_digits (GString *digits, long *point)
{
  if (digits->len <= DIGITS)
    return;

  bool is_up = digits->str[DIGITS] >= '5';

  g_string_truncate (digits, DIGITS);
  for (size_t i = DIGITS; is_up && i-- > 0;)
    {
      is_up = digits->str[i] == '9';
      digits->str[i] = is_up ? '0' : (char) (digits->str[i] + 1);
    }
  if (is_up)
    {
      g_string_prepend_c (digits, '1');
      (*point)++;
    }
}

/* Gathers the digits from the first that is not 0 on; @ret_point: how many stand before the point. */
static bool
read_digits (const char *p, GString *digits, long *ret_point)
{
  bool has_point = false;
  bool has_digit = false;
  long point = 0;

  for (; g_ascii_isdigit (*p) || (*p == '.' && !has_point); p++)
    if (*p == '.')
      has_point = true;
    else
      {
        has_digit = true;
        if (digits->len > 0 || *p != '0')
          {
            g_string_append_c (digits, *p);
            point += has_point ? 0 : 1;
          }
        else if (has_point)
          point--;
      }

  if (has_digit && (*p == 'e' || *p == 'E'))
    {
      char *end;
      gint64 exponent = g_ascii_strtoll (p + 1, &end, 10);

      if (end == p + 1 || exponent < -PLACES_MOST - 50 || exponent > PLACES_MOST + 50)
        return false;
      point += (long) exponent;
      p = end;
    }

  *ret_point = point;
  return has_digit && *p == '\0';
}

static char *
print_digits (GString *digits, long point, bool is_negative)
{
  GString *text = g_string_new (is_negative ? "-" : "");

  while (digits->len > 0 && digits->str[digits->len - 1] == '0' && (long) digits->len > MAX (point, 0))
    g_string_truncate (digits, digits->len - 1);

  if (point <= 0)
    g_string_append_c (text, '0');
  for (long i = 0; i < point; i++)
    g_string_append_c (text, i < (long) digits->len ? digits->str[i] : '0');
  if ((long) digits->len > point)
    g_string_append_c (text, '.');
  for (long i = MIN (point, 0); i < (long) digits->len; i++)
    if (i >= point)
      g_string_append_c (text, i < 0 ? '0' : digits->str[i]);

  return g_string_free (text, FALSE);
}

char *
plw_xlsx_plain_number (const char *text, int shift)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text + (text[0] == '-' || text[0] == '+' ? 1 : 0);
  long point;

  if (!read_digits (p, digits, &point))
    return g_strdup (text);
  if (digits->len == 0 || point < PLACES_LEAST)
    return g_strdup ("0");

  round_digits (digits, &point);
  return print_digits (digits, point + shift, text[0] == '-');
}

/* 1900 was no leap year, but the first spreadsheet thought so and all others after it. */
char *
plw_xlsx_date_to_text (const char *serial, bool is_1904)
{
  double whole = g_ascii_strtod (serial, NULL) + (is_1904 ? DAYS_1904 : 0);

  if (!(whole >= 0 && whole < DAYS_LAST + 1))
    return NULL;

  int days = (int) whole;
  int seconds = (int) lround ((whole - days) * SECONDS_A_DAY);

  if (seconds == SECONDS_A_DAY)
    {
      days++;
      seconds = 0;
    }

  g_autofree char *time = seconds > 0 || days == 0 ? g_strdup_printf ("T%02d:%02d:%02d", seconds / 3600,
                                                                      seconds / 60 % 60, seconds % 60)
                                                   : g_strdup ("");

  if (days == 0) /* a time of day */
    return g_strdup (time + 1);
  if (days == 60)
    return g_strconcat ("1900-02-29", time, NULL);

  g_autoptr (GDateTime) first = g_date_time_new_utc (1899, 12, days < 60 ? 31 : 30, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (first, days);

  if (date == NULL)
    return NULL;

  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  return g_strconcat (day, time, NULL);
}
