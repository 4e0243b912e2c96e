/* reckon.c: operations of explanations, worked out again from what their description says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reckon.h"

#include <math.h>

typedef struct
{
  const PlwReason *reason;
  const long double *values;
  const PlwFigureUnit *units;
  int first_year;
  bool is_rounded;
} Step;

static long double
add_up (const Step *step, size_t first, size_t end)
{
  long double sum = 0;

  for (size_t i = first; i < end; i++)
    sum += (long double) step->reason->parts[i].sign * step->values[i];
  return sum;
}

static long double
multiply (const Step *step)
{
  long double product = 1;

  for (size_t i = 0; i < step->reason->n_parts; i++)
    product *= step->reason->parts[i].sign < 0 ? 1 - step->values[i] : step->values[i];
  return product;
}

static long double
power (long double base, long exponent)
{
  long double product = 1;

  for (; exponent > 0; exponent--)
    product *= base;
  return product;
}

static long double
take_steps (const Step *step)
{
  long double whole = step->values[0];
  long double size = step->values[1];

  return size > 0 ? floorl (whole / size * (1 + 1e-12L)) * size : whole;
}

static long double
take_left (const Step *step)
{
  long double need = step->values[0];
  long double left = 1;

  if (need <= 0)
    return 0;
  for (size_t i = 1; i < step->reason->n_parts; i++)
    left *= 1 - fminl (1, step->values[i] / need);
  return need * (1 - left);
}

static long double
credit (const Step *step)
{
  long double all = 0;

  for (size_t i = 2; i < step->reason->n_parts; i++)
    all += step->values[i];
  return all > 0 ? step->values[1] * step->values[0] / all : 0;
}

/* g of section 6. */
static long double
ramp (const Step *step)
{
  long age = (long) step->reason->figure.b;
  long lag = (long) step->values[0];
  long up = (long) step->values[1];
  long duration = (long) step->values[2];

  if (age < lag || (duration > 0 && age >= lag + duration))
    return 0;
  return fminl (1, (long double) (age - lag + 1) / (long double) up)
         * power (1 - step->values[3], MAX (0, age - lag - up + 1));
}

static long double
pay_back (const Step *step)
{
  const PlwReason *reason = step->reason;
  uint32_t last = 0;

  for (size_t i = 0; i < reason->n_parts; i++)
    last = MAX (last, reason->parts[i].figure.year);
  for (uint32_t year = 0; year <= last; year++)
    {
      long double saved = 0;
      long double spent = 0;

      for (size_t i = 0; i < reason->n_parts; i++)
        if (reason->parts[i].figure.year <= year)
          *(reason->parts[i].sign > 0 ? &saved : &spent) += step->values[i];
      if (spent > 0 && saved >= spent)
        return (long double) step->first_year + year;
    }
  return 0;
}

static long double
find_greatest (const Step *step)
{
  long double greatest = 0;

  for (size_t i = 0; i < step->reason->n_parts; i++)
    greatest = fmaxl (greatest, step->values[i]);
  return greatest;
}

static size_t
count_positive (const Step *step)
{
  size_t n_positive = 0;

  for (size_t i = 0; i < step->reason->n_parts; i++)
    n_positive += step->values[i] > 0;
  return n_positive;
}

static long double
close_after (const Step *step)
{
  const PlwReason *reason = step->reason;

  for (size_t i = reason->n_parts; i-- > 0;)
    if (step->values[i] > 0)
      return i + 1 < reason->n_parts ? (long double) step->first_year + reason->parts[i].figure.year + 1 : 0;
  return 0;
}

/* What is provided by the end of the @n-th year. */
static long double
provided (long double principal, long life, long double rate, long n)
{
  if (n <= 0)
    return 0;
  if (n >= life)
    return principal;
  if (rate == 0)
    return roundl (principal * (long double) n / (long double) life);
  return roundl (principal * (power (1 + rate, n) - 1) / (power (1 + rate, life) - 1));
}

static long double
provide (const Step *step)
{
  const PlwReason *reason = step->reason;
  long from = (long) reason->parts[0].figure.year;
  long double rate = 0;
  long n;

  for (size_t i = 2; i < reason->n_parts; i++)
    if (step->units[i] == PLW_FIGURE_IN_SHARE)
      rate = step->values[i];
    else
      from = MAX (from, (long) step->values[i] - step->first_year);
  n = (long) reason->figure.year - from;
  return provided (step->values[0], (long) step->values[1], rate, n)
         - provided (step->values[0], (long) step->values[1], rate, n - 1);
}

static size_t
count_bits (uint32_t set)
{
  size_t n_bits = 0;

  for (; set > 0; set >>= 1)
    n_bits += set & 1;
  return n_bits;
}

static long double
factorial (size_t n)
{
  return n <= 1 ? 1 : (long double) n * factorial (n - 1);
}

/* Pairs of shortfalls, before and after, one pair for every set of the n - 1 others. */
static long double
average_orders (const Step *step)
{
  const PlwReason *reason = step->reason;
  size_t n = 1;
  long double sum = 0;

  while ((size_t) 2 << (n - 1) < reason->n_parts)
    n++;
  for (size_t i = 0; i + 1 < reason->n_parts; i += 2)
    {
      size_t s = count_bits (reason->parts[i].figure.b);

      g_assert_cmpint (reason->parts[i].sign, ==, 1);
      g_assert_cmpint (reason->parts[i + 1].sign, ==, -1);
      g_assert_cmpuint (count_bits (reason->parts[i + 1].figure.b), ==, s + 1);
      sum += factorial (s) * factorial (n - 1 - s) / factorial (n) * (step->values[i] - step->values[i + 1]);
    }
  return sum;
}

static long double
discount (const Step *step)
{
  const PlwReason *reason = step->reason;

  if (reason->n_parts == 1)
    return 1 / power (1 + step->values[0], reason->figure.year);
  return step->values[0]
         / power (1 + step->values[1], (long) reason->figure.year - (long) reason->parts[0].figure.year);
}

/* To the penny, half away from zero. A hair is added, because decimal fractions
 * that make exactly half a penny may make a little less in binary ones.
 */
static long double
round_half_up (long double value)
{
  return roundl (value + copysignl (1e-9L, value));
}

/* What does not merely add, multiply or divide; leaves are what they are. */
static long double
take_special (const Step *step)
{
  switch (step->reason->operation)
    {
    case PLW_OP_STEPS:
      return take_steps (step);
    case PLW_OP_LEFT:
      return take_left (step);
    case PLW_OP_CREDIT:
      return credit (step);
    case PLW_OP_RAMP:
      return ramp (step);
    case PLW_OP_PAYBACK:
      return pay_back (step);
    case PLW_OP_LOAN:
      return provide (step);
    case PLW_OP_DISCOUNT:
      return discount (step);
    case PLW_OP_GREATEST:
      return find_greatest (step);
    case PLW_OP_COUNT:
      return (long double) count_positive (step);
    case PLW_OP_CLOSE:
      return close_after (step);
    case PLW_OP_NONE:
      return count_positive (step) == 0 ? 1 : 0;
    case PLW_OP_SHAPLEY:
      return average_orders (step);
    case PLW_OP_ENTERED:
    case PLW_OP_FUNDED:
    case PLW_OP_DELAYED:
    case PLW_OP_FREED:
    default:
      return (long double) step->reason->value;
    }
}

static long double
take (const Step *step)
{
  const long double *p = step->values;
  size_t n = step->reason->n_parts;

  switch (step->reason->operation)
    {
    case PLW_OP_SUM:
    case PLW_OP_ROUND:
    case PLW_OP_SHARED_OUT:
      return add_up (step, 0, n);
    case PLW_OP_POSITIVE:
      return fmaxl (0, add_up (step, 0, n));
    case PLW_OP_NEGATIVE:
      return -fminl (0, add_up (step, 0, n));
    case PLW_OP_PRODUCT:
    case PLW_OP_ROUNDED_PRODUCT:
      return multiply (step);
    case PLW_OP_TIMES:
      return p[0] * add_up (step, 1, n);
    case PLW_OP_RATIO:
      return p[1] != 0 ? p[0] / p[1] : 1;
    case PLW_OP_QUOTIENT:
      return p[n - 1] != 0 ? add_up (step, 0, n - 1) / p[n - 1] : 0;
    case PLW_OP_GROW:
      return n == 1 ? 1 + p[0] : p[0] * (1 + p[1]);
    case PLW_OP_UPRATE:
      return p[0] * p[1] / p[2];
    case PLW_OP_AT_LEAST:
      return fmaxl (step->is_rounded ? round_half_up (p[0]) : p[0], p[1]);
    case PLW_OP_LESSER:
      return fminl (p[0], add_up (step, 1, n));
    default:
      return take_special (step);
    }
}

static bool
does_round (PlwOperation operation)
{
  return operation == PLW_OP_ROUND || operation == PLW_OP_ROUNDED_PRODUCT || operation == PLW_OP_UPRATE
         || operation == PLW_OP_AT_LEAST;
}

long double
reckon (const PlwReason *reason,
        const long double *values,
        const PlwFigureUnit *units,
        int first_year,
        bool is_rounded)
{
  Step step = { reason, values, units, first_year, is_rounded };
  long double value = take (&step);

  return is_rounded && does_round (reason->operation) ? round_half_up (value) : value;
}

long double
reckon_tolerance (const PlwReason *reason, const long double *values)
{
  long double scale = fabsl ((long double) reason->value);
  long double penny = reason->operation == PLW_OP_SHARED_OUT ? 1 : does_round (reason->operation) ? 0.5L : 0;

  if (reason->unit != PLW_FIGURE_IN_PENCE)
    return 1e-9L * fmaxl (1, scale);
  for (size_t i = 0; i < reason->n_parts; i++)
    scale = fmaxl (scale, fabsl (values[i]));
  /* Of a knock-on the engine keeps a hundred-thousandth of a penny. */
  return penny + 1e-4L + 1e-12L * scale;
}
