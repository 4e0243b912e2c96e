/* random-plan-draw.c: drawing random figures and writing them into a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan-private.h"

const char *const maker_partners[N_PARTNERS] = { "county", "health", "police" };

int
maker_draw (Maker *maker, int least, int most)
{
  return g_rand_int_range (maker->rand, least, most + 1);
}

bool
maker_chance (Maker *maker, int percent)
{
  return maker_draw (maker, 1, 100) <= percent;
}

static int64_t
draw_amount_of_scale (Maker *maker, int scale)
{
  switch (scale)
    {
    case 0:
      return maker_draw (maker, 0, 9);
    case 1:
      return maker_draw (maker, 0, 400);
    case 2:
      return INT64_C (100000) * maker_draw (maker, 0, 30);
    case 3:
      return maker_draw (maker, 0, 1000000000);
    default:
      return (int64_t) maker_draw (maker, 0, 2000000000) * 10 + maker_draw (maker, 0, 9);
    }
}

int64_t
maker_draw_amount (Maker *maker)
{
  int64_t amount;

  if (maker_chance (maker, 12))
    return 0;
  if (maker->n_amounts > 0 && maker_chance (maker, 25))
    return maker->amounts[maker_draw (maker, 0, maker->n_amounts - 1)];
  amount = draw_amount_of_scale (
      maker,
      maker->scale < 5 ? maker->scale : maker_draw (maker, 0, maker->kind == RANDOM_PLAN_MODEST ? 2 : 3));
  if (maker->n_amounts < MOST_AMOUNTS)
    maker->amounts[maker->n_amounts++] = amount;
  return amount;
}

void
maker_put_text (Maker *maker, PlwTableId table, size_t row, size_t column, const char *text)
{
  plw_plan_set (maker->plan, table, row, column, plw_value_text (text));
}

void
maker_put_format (Maker *maker, PlwTableId table, size_t row, size_t column, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  maker_put_text (maker, table, row, column, text);
}

void
maker_put_number (Maker *maker, PlwTableId table, size_t row, size_t column, int64_t number)
{
  plw_plan_set (maker->plan, table, row, column, plw_value_number (number));
}

size_t
maker_add_row (Maker *maker, PlwTableId table)
{
  return plw_plan_append (maker->plan, table, NULL, 0);
}

void
maker_put_year (Maker *maker, PlwTableId table, size_t row, int year, int64_t number)
{
  maker_put_number (maker, table, row, plw_plan_year_column (maker->plan, table, BASE_YEAR + 1 + year),
                    number);
}

void
maker_put_driver (Maker *maker, PlwTableId table, size_t row, size_t column, int percent)
{
  if (maker->n_drivers > 0 && maker_chance (maker, percent))
    maker_put_format (maker, table, row, column, "d%d", maker_draw (maker, 1, maker->n_drivers));
}

void
maker_put_partner (Maker *maker, PlwTableId table, size_t row, size_t column)
{
  if (maker->has_partners && maker_chance (maker, 60))
    maker_put_text (maker, table, row, column, maker_partners[maker_draw (maker, 0, N_PARTNERS - 1)]);
}

void
maker_add_setting (Maker *maker, const char *key, const char *value)
{
  size_t row = maker_add_row (maker, PLW_TABLE_PLAN);

  maker_put_text (maker, PLW_TABLE_PLAN, row, PLW_PLAN_KEY, key);
  maker_put_text (maker, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, value);
}

void
maker_add_money_setting (Maker *maker, const char *key, int64_t pence)
{
  g_autofree char *text = plw_pence_to_text (pence);

  maker_add_setting (maker, key, text);
}
