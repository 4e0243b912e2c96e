/* number.c: exact amounts and decimals: reading, rounding, sharing out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"

#include <placewright/number.h>

#include <string.h>

/* More digits than this cannot be within any limit. */
#define DIGITS_MOST 27

typedef struct
{
  __int128 digits;
  int n_digits;
  int n_decimals;
  int power; /* of the suffix: 3 for k */
  bool is_negative;
} Reading;

static void
trim (const char **start, const char **end)
{
  while (*start < *end && g_ascii_isspace (**start))
    (*start)++;
  while (*start < *end && g_ascii_isspace ((*end)[-1]))
    (*end)--;
}

/* Brackets or a sign before the figure; a pound sign after either. */
static bool
read_sign (const char **start, const char **end, PlwParseStyle style, Reading *reading)
{
  trim (start, end);
  if (*start < *end && **start == '(')
    {
      if ((*end)[-1] != ')')
        return false;
      reading->is_negative = true;
      (*start)++;
      (*end)--;
    }
  else if (*start < *end && **start == '-')
    {
      reading->is_negative = true;
      (*start)++;
    }
  trim (start, end);
  if (style == PLW_PARSE_ENTRY && g_str_has_prefix (*start, "£"))
    {
      *start += strlen ("£");
      if (!reading->is_negative && *start < *end && **start == '-')
        {
          reading->is_negative = true;
          (*start)++;
        }
    }
  return true;
}

static void
read_suffix (const char *start, const char **end, PlwParseStyle style, Reading *reading)
{
  if (style != PLW_PARSE_ENTRY || *end - start < 2)
    return;
  if (*end - start > 2 && g_ascii_strncasecmp (*end - 2, "bn", 2) == 0)
    {
      reading->power = 9;
      *end -= 2;
    }
  else if (g_ascii_tolower ((*end)[-1]) == 'm')
    {
      reading->power = 6;
      *end -= 1;
    }
  else if (g_ascii_tolower ((*end)[-1]) == 'k')
    {
      reading->power = 3;
      *end -= 1;
    }
  while (*end > start && g_ascii_isspace ((*end)[-1]))
    (*end)--;
}

/* Commas must part groups of three, or `1,25` from a decimal-comma country
 * would silently be 125.
 */
static bool
read_digits (const char *start, const char *end, Reading *reading)
{
  bool has_point = false;
  int since_comma = -1; /* no comma yet */
  int before_comma = 0;

  for (const char *p = start; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (++reading->n_digits > DIGITS_MOST)
            return false;
          reading->digits = reading->digits * 10 + (*p - '0');
          reading->n_decimals += has_point;
          if (!has_point)
            {
              since_comma += since_comma >= 0;
              before_comma += since_comma < 0;
            }
        }
      else if (*p == ',' && !has_point)
        {
          if (since_comma < 0 ? before_comma < 1 || before_comma > 3 : since_comma != 3)
            return false;
          since_comma = 0;
        }
      else if (*p == '.' && !has_point)
        {
          if (since_comma >= 0 && since_comma != 3)
            return false;
          has_point = true;
        }
      else
        return false;
    }
  return reading->n_digits > 0 && (has_point || since_comma < 0 || since_comma == 3);
}

/* Decimals that are all noughts are no decimals. */
static void
drop_trailing_noughts (Reading *reading)
{
  while (reading->n_decimals > 0 && reading->digits % 10 == 0)
    {
      reading->digits /= 10;
      reading->n_decimals--;
    }
}

static bool
read_number (const char *text, PlwParseStyle style, Reading *reading)
{
  const char *start = text;
  const char *end = text + strlen (text);

  memset (reading, 0, sizeof *reading);
  if (!read_sign (&start, &end, style, reading))
    return false;
  read_suffix (start, &end, style, reading);
  if (!read_digits (start, end, reading))
    return false;
  drop_trailing_noughts (reading);
  return true;
}

/* @decimals: how many the held unit has. False where the figure has more. */
static bool
scale_reading (const Reading *reading, int decimals, int64_t most, int64_t *ret_value, bool *ret_too_large)
{
  int shift = decimals + reading->power - reading->n_decimals;
  __int128 value = reading->digits;

  *ret_too_large = false;
  if (shift < 0)
    return false;
  for (; shift > 0 && value <= most; shift--)
    value *= 10;
  *ret_too_large = value > most;
  if (*ret_too_large)
    return false;
  *ret_value = (int64_t) (reading->is_negative ? -value : value);
  return true;
}

bool
plw_pence_parse (const char *text, PlwParseStyle style, int64_t *ret_pence, GError **error)
{
  Reading reading;
  bool too_large = false;

  g_return_val_if_fail (text != NULL && ret_pence != NULL, false);

  if (!read_number (text, style, &reading))
    g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX, _ ("“%s” is not an amount of money"), text);
  else if (scale_reading (&reading, 2, PLW_PENCE_MAX, ret_pence, &too_large))
    return true;
  else if (too_large)
    g_set_error (error, PLW_ERROR, PLW_ERROR_RANGE, _ ("“%s” is more than £100 billion"), text);
  else
    g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX, _ ("“%s” has parts of a penny"), text);
  return false;
}

bool
plw_decimal_parse (const char *text, PlwParseStyle style, int64_t *ret_billionths, GError **error)
{
  Reading reading;
  bool too_large = false;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL && ret_billionths != NULL, false);

  if (style == PLW_PARSE_ENTRY && g_str_has_suffix (text, "%"))
    bare = g_strndup (text, strlen (text) - 1);
  if (!read_number (bare != NULL ? bare : text, style, &reading))
    g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX, _ ("“%s” is not a number"), text);
  else if (scale_reading (&reading, 9, PLW_DECIMAL_MAX, ret_billionths, &too_large))
    return true;
  else if (too_large)
    g_set_error (error, PLW_ERROR, PLW_ERROR_RANGE, _ ("“%s” is more than nine billion"), text);
  else
    g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX, _ ("“%s” has more than nine decimals"), text);
  return false;
}

int64_t
plw_divide_round (__int128 numerator, int64_t denominator)
{
  g_assert (denominator > 0);

  /* Half of an odd denominator is no whole number, so there is no exact half to round. */
  unsigned __int128 size = (unsigned __int128) (numerator < 0 ? -numerator : numerator);
  unsigned __int128 quotient = (size + (unsigned __int128) denominator / 2) / (unsigned __int128) denominator;

  return numerator < 0 ? -(int64_t) quotient : (int64_t) quotient;
}

typedef struct
{
  __int128 remainder;
  size_t index;
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *claim_a = a;
  const Claim *claim_b = b;

  if (claim_a->remainder != claim_b->remainder)
    return claim_a->remainder > claim_b->remainder ? -1 : 1;
  return claim_a->index < claim_b->index ? -1 : 1;
}

void
plw_share_out (int64_t total, const int64_t *claims, size_t n_claims, int64_t *ret_parts)
{
  __int128 all = 0;
  int64_t left = total;

  for (size_t i = 0; i < n_claims; i++)
    {
      g_assert (claims[i] >= 0);
      all += claims[i];
    }
  g_assert (total >= 0 && total <= all);
  if (total == all)
    {
      memcpy (ret_parts, claims, n_claims * sizeof *claims);
      return;
    }

  g_autofree Claim *order = g_new (Claim, n_claims);
  for (size_t i = 0; i < n_claims; i++)
    {
      __int128 product = (__int128) total * claims[i];

      ret_parts[i] = (int64_t) (product / all);
      left -= ret_parts[i];
      order[i] = (Claim){ product % all, i };
    }
  if (left == 0)
    return;
  qsort (order, n_claims, sizeof *order, compare_claims);
  for (size_t i = 0; i < (size_t) left; i++)
    ret_parts[order[i].index]++;
}
