/* number-show.c: exact amounts and decimals, written.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"

#include <placewright/number.h>

#include <string.h>

/* @digits: without a sign. Puts a comma before each group of three. */
static char *
group_digits (const char *digits)
{
  size_t length = strlen (digits);
  GString *text = g_string_sized_new (length + length / 3);

  for (size_t i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static uint64_t
magnitude (int64_t value)
{
  return value < 0 ? (uint64_t) - (value + 1) + 1 : (uint64_t) value;
}

char *
plw_pence_to_text (int64_t pence)
{
  uint64_t size = magnitude (pence);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", pence < 0 ? "-" : "", size / 100,
                          (unsigned) (size % 100));
}

char *
plw_pence_to_plain_text (int64_t pence)
{
  if (pence % 100 != 0)
    return plw_pence_to_text (pence);
  return g_strdup_printf ("%" G_GINT64_FORMAT, pence / 100);
}

char *
plw_decimal_to_text (int64_t billionths)
{
  uint64_t size = magnitude (billionths);
  char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%09u", billionths < 0 ? "-" : "",
                                size / PLW_DECIMAL_ONE, (unsigned) (size % PLW_DECIMAL_ONE));
  size_t length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return text;
}

int64_t
plw_unit_pence (PlwUnit unit)
{
  switch (unit)
    {
    case PLW_UNIT_THOUSANDS:
      return 100000;
    case PLW_UNIT_MILLIONS:
      return 10000000;
    case PLW_UNIT_POUNDS:
    default:
      return 100;
    }
}

const char *
plw_unit_suffix (PlwUnit unit)
{
  switch (unit)
    {
    case PLW_UNIT_THOUSANDS:
      return "£k";
    case PLW_UNIT_MILLIONS:
      return "£m";
    case PLW_UNIT_POUNDS:
    default:
      return "£";
    }
}

char *
plw_steps_to_text (int64_t steps, PlwUnit unit)
{
  uint64_t size = magnitude (steps);
  bool has_tenths = unit == PLW_UNIT_MILLIONS;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, has_tenths ? size / 10 : size);
  g_autofree char *grouped = group_digits (digits);

  if (has_tenths)
    return g_strdup_printf ("%s%s.%u", steps < 0 ? "-" : "", grouped, (unsigned) (size % 10));
  return g_strdup_printf ("%s%s", steps < 0 ? "-" : "", grouped);
}

char *
plw_pence_show (int64_t pence, PlwUnit unit)
{
  return plw_steps_to_text (plw_divide_round (pence, plw_unit_pence (unit)), unit);
}

/* @tenths: print one decimal; @unit_pence: of the unit named by @suffix. */
static char *
show_in (int64_t pence, int64_t unit_pence, int decimals, const char *suffix)
{
  int64_t scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
  uint64_t steps = magnitude (plw_divide_round ((__int128) pence * scale, unit_pence));
  const char *sign = pence < 0 ? "-" : "";

  if (decimals == 0)
    return g_strdup_printf ("%s£%" G_GUINT64_FORMAT "%s", sign, steps, suffix);
  return g_strdup_printf ("%s£%" G_GUINT64_FORMAT ".%0*u%s", sign, steps / (uint64_t) scale, decimals,
                          (unsigned) (steps % (uint64_t) scale), suffix);
}

char *
plw_pence_show_short (int64_t pence)
{
  uint64_t size = magnitude (pence);

  /* The limits lie where rounding would reach the next unit. */
  if (size >= UINT64_C (99950000000))
    return show_in (pence, INT64_C (100000000000), 2, "bn");
  if (size >= UINT64_C (99950000))
    return show_in (pence, 100000000, 1, "m");
  if (size >= UINT64_C (100000))
    return show_in (pence, 100000, 0, "k");
  return show_in (pence, 100, 0, "");
}

typedef struct
{
  int64_t remainder;
  size_t row;
} Claim;

static int
compare_claims (const void *a, const void *b)
{
  const Claim *claim_a = a;
  const Claim *claim_b = b;

  if (claim_a->remainder != claim_b->remainder)
    return claim_a->remainder > claim_b->remainder ? -1 : 1;
  return claim_a->row < claim_b->row ? -1 : 1;
}

int64_t
plw_pence_round_rows (const int64_t *rows, size_t n_rows, PlwUnit unit, int64_t *ret_steps)
{
  int64_t step = plw_unit_pence (unit);
  int64_t floors = 0;
  int64_t sum = 0;

  if (n_rows == 0)
    return 0;

  g_autofree Claim *claims = g_new (Claim, n_rows);
  for (size_t i = 0; i < n_rows; i++)
    {
      int64_t remainder = rows[i] % step;

      if (remainder < 0)
        remainder += step;
      ret_steps[i] = (rows[i] - remainder) / step;
      claims[i] = (Claim){ remainder, i };
      floors += ret_steps[i];
      sum += rows[i];
    }

  int64_t total = plw_divide_round (sum, step);
  size_t missing = (size_t) (total - floors);

  g_assert (total >= floors && missing <= n_rows);
  qsort (claims, n_rows, sizeof *claims, compare_claims);
  for (size_t i = 0; i < missing; i++)
    ret_steps[claims[i].row]++;
  return total;
}

char *
plw_pence_show_exact (int64_t pence)
{
  uint64_t size = pence < 0 ? -(uint64_t) pence : (uint64_t) pence;
  g_autofree char *pounds = plw_steps_to_text ((int64_t) (size / 100), PLW_UNIT_POUNDS);

  return g_strdup_printf ("%s£%s.%02d", pence < 0 ? "-" : "", pounds, (int) (size % 100));
}
