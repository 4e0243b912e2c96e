/* random-plan-prevention.c: random programmes, what they give back, and knock-on effects.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan-private.h"

#define FIRST_PRICES 2019

/* @size: how many people it takes in a year, or so */
typedef struct
{
  int number;
  int size;
} Programme;

static int64_t
draw_intake (Maker *maker, const Programme *programme)
{
  int64_t people = (int64_t) programme->size * maker_draw (maker, 50, 150) * (PLW_DECIMAL_ONE / 100);

  return maker_chance (maker, 30) ? people + maker_draw (maker, 1, 999999999)
                                  : people / PLW_DECIMAL_ONE * PLW_DECIMAL_ONE;
}

static void
add_programme_years (Maker *maker, const Programme *programme, PlwProgrammeMeasure measure)
{
  const PlwTableId table = PLW_TABLE_PROGRAMME_YEARS;
  size_t row = maker_add_row (maker, table);

  maker_put_format (maker, table, row, PLW_PROGRAMME_YEARS_PROGRAMME, "u%d", programme->number);
  maker_put_number (maker, table, row, PLW_PROGRAMME_YEARS_MEASURE, measure);
  for (int year = 0; year < maker->n_years; year++)
    if (measure == PLW_PROGRAMME_INTAKE && maker_chance (maker, 60))
      maker_put_year (maker, table, row, year, draw_intake (maker, programme));
    else if (measure != PLW_PROGRAMME_INTAKE && maker_chance (maker, 60))
      maker_put_year (maker, table, row, year,
                      maker_draw_amount (maker) * (PLW_DECIMAL_ONE / 100)
                          + (maker_chance (maker, 20) ? 5000000 : 0));
}

/* The base budget of a line without its income. */
static int64_t
find_base (const Maker *maker, const char *line)
{
  int64_t base = 0;

  for (size_t row = 0; row < plw_plan_n_rows (maker->plan, PLW_TABLE_COSTS); row++)
    if (g_str_equal (plw_plan_text (maker->plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE), line)
        && plw_plan_number (maker->plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) != PLW_COST_INCOME)
      base += plw_plan_number (maker->plan, PLW_TABLE_COSTS, row, PLW_COSTS_BASE);
  return base;
}

/* Whether the next effect acts on a line. An effect must fall on somebody. */
static bool
does_act_on_line (Maker *maker)
{
  if (maker->kind == RANDOM_PLAN_FIXED_NEEDS)
    return false;
  return !maker->has_partners || maker_chance (maker, 75);
}

/* Half of all effects meet on one line. Returns what the effect may give back a year at most: mostly a
 * part of what it acts on, now and then many times that.
 */
static int64_t
put_where_it_acts (Maker *maker, size_t row)
{
  int percent = maker_chance (maker, 12) ? maker_draw (maker, 200, 2000) : maker_draw (maker, 1, 80);
  int64_t base = 0;

  if (does_act_on_line (maker))
    {
      int line = maker_chance (maker, 50) ? maker->hot_line : maker_draw (maker, 1, maker->n_lines);
      g_autofree char *code = g_strdup_printf ("u%d", line);

      maker_put_text (maker, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE, code);
      base = find_base (maker, code);
    }
  else
    maker_put_text (maker, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER,
                    maker_partners[maker_draw (maker, 0, N_PARTNERS - 1)]);
  return (base > 0 ? base : maker_draw_amount (maker)) * percent / 100;
}

/* A unit cost of the plan's own, at prices of some earlier year. */
static void
put_unit_cost (Maker *maker, size_t effect, int64_t pence)
{
  size_t row = maker_add_row (maker, PLW_TABLE_UNIT_COSTS);

  maker->n_unit_costs++;
  maker_put_format (maker, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_CODE, "v%d", maker->n_unit_costs);
  maker_put_number (maker, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE, pence);
  maker_put_number (maker, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_PRICES,
                    maker_chance (maker, 20) ? BASE_YEAR : FIRST_PRICES);
  maker_put_format (maker, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_UNIT_COST, "v%d", maker->n_unit_costs);
  for (int year = FIRST_PRICES; maker->n_unit_costs == 1 && year <= BASE_YEAR; year++)
    {
      size_t price = maker_add_row (maker, PLW_TABLE_PRICE_INDEX);

      maker_put_number (maker, PLW_TABLE_PRICE_INDEX, price, PLW_PRICE_INDEX_YEAR, year);
      maker_put_number (maker, PLW_TABLE_PRICE_INDEX, price, PLW_PRICE_INDEX_VALUE,
                        (int64_t) maker_draw (maker, 70000, 110000) * (PLW_DECIMAL_ONE / 1000));
    }
}

static void
put_share (Maker *maker, size_t row, size_t column, int percent, int least, int most)
{
  if (maker_chance (maker, percent))
    maker_put_number (maker, PLW_TABLE_EFFECTS, row, column,
                      maker_draw (maker, least * 10, most * 10) * (PLW_DECIMAL_ONE / 10));
}

static void
put_shape (Maker *maker, size_t row)
{
  const PlwTableId table = PLW_TABLE_EFFECTS;

  if (maker_chance (maker, 50))
    maker_put_number (maker, table, row, PLW_EFFECTS_LAG, maker_draw (maker, 1, 3));
  if (maker_chance (maker, 50))
    maker_put_number (maker, table, row, PLW_EFFECTS_RAMP, maker_draw (maker, 1, 4));
  if (maker_chance (maker, 40))
    maker_put_number (maker, table, row, PLW_EFFECTS_DURATION, maker_draw (maker, 1, 4));
  put_share (maker, row, PLW_EFFECTS_DROP, 45, 0, 60);
  if (maker_chance (maker, 3))
    maker_put_number (maker, table, row, PLW_EFFECTS_DROP, 100 * PLW_DECIMAL_ONE);
}

static void
add_effect (Maker *maker, const Programme *programme, int number)
{
  const PlwTableId table = PLW_TABLE_EFFECTS;
  size_t row = maker_add_row (maker, table);
  int64_t most = put_where_it_acts (maker, row);

  maker_put_format (maker, table, row, PLW_EFFECTS_PROGRAMME, "u%d", programme->number);
  maker_put_format (maker, table, row, PLW_EFFECTS_CODE, "e%d", number);
  put_share (maker, row, PLW_EFFECTS_ENGAGED, 40, 30, 100);
  put_share (maker, row, PLW_EFFECTS_RETAINED, 40, 30, 100);
  put_share (maker, row, PLW_EFFECTS_SUCCESS, 60, 5, 100);
  put_share (maker, row, PLW_EFFECTS_DEADWEIGHT, 40, 0, 60);
  put_share (maker, row, PLW_EFFECTS_CASHABLE, 50, 0, 100);
  if (maker_chance (maker, 15))
    put_unit_cost (maker, row, most / programme->size);
  else
    maker_put_number (maker, table, row, PLW_EFFECTS_UNIT_VALUE, most / programme->size);
  if (maker_chance (maker, 25))
    maker_put_number (maker, table, row, PLW_EFFECTS_RELEASE_STEP,
                      maker_chance (maker, 20) ? maker_draw (maker, 0, 1) : most / maker_draw (maker, 3, 20));
  maker_put_driver (maker, table, row, PLW_EFFECTS_PRICE_DRIVER, 50);
  put_shape (maker, row);
}

static void
add_programme (Maker *maker, int number)
{
  const Programme programme = { .number = number,
                                .size = maker_chance (maker, 30) ? 1 : maker_draw (maker, 2, 400) };
  bool can_have_effects = maker->has_partners || maker->kind != RANDOM_PLAN_FIXED_NEEDS;
  size_t row = maker_add_row (maker, PLW_TABLE_PROGRAMMES);

  maker_put_format (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE, "u%d", number);
  maker_put_partner (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PARTNER);
  if (maker_chance (maker, 70))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PRIORITY, maker_draw (maker, 1, 3));
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_REVENUE_FUNDING, 1);
  if (maker_chance (maker, 70))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_EVIDENCE, maker_draw (maker, 1, 6));
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_COST_CORRECTION,
                      maker_draw (maker, 0, 500) * (PLW_DECIMAL_ONE / 10));
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_BENEFIT_CORRECTION,
                      maker_draw (maker, 0, 500) * (PLW_DECIMAL_ONE / 10));
  if (maker_chance (maker, 8))
    maker_put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_ENABLED, 0);
  if (maker_chance (maker, 85))
    add_programme_years (maker, &programme, PLW_PROGRAMME_REVENUE);
  if (maker_chance (maker, 50))
    add_programme_years (maker, &programme, PLW_PROGRAMME_CAPITAL);
  if (maker_chance (maker, 90))
    add_programme_years (maker, &programme, PLW_PROGRAMME_INTAKE);
  for (int i = maker_draw (maker, 0, 3); i > 0 && can_have_effects; i--)
    add_effect (maker, &programme, i);
}

/* A grade that the plan corrects in its own way. */
static void
add_grade (Maker *maker)
{
  const PlwTableId table = PLW_TABLE_EVIDENCE_GRADES;
  size_t row = maker_add_row (maker, table);

  maker_put_number (maker, table, row, PLW_EVIDENCE_GRADES_GRADE, maker_draw (maker, 1, 6));
  maker_put_number (maker, table, row, PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION,
                    maker_draw (maker, 0, 60) * PLW_DECIMAL_ONE);
  maker_put_number (maker, table, row, PLW_EVIDENCE_GRADES_COST_CORRECTION,
                    maker_draw (maker, 0, 60) * PLW_DECIMAL_ONE);
}

void
maker_add_prevention (Maker *maker)
{
  maker->hot_line = maker_draw (maker, 1, maker->n_lines);
  maker->n_programmes = maker_draw (maker, 0, 3);
  for (int i = 1; i <= maker->n_programmes; i++)
    add_programme (maker, i);
  if (maker_chance (maker, 15))
    add_grade (maker);
}

void
maker_add_spillovers (Maker *maker)
{
  int n_spillovers = maker_chance (maker, 50) ? maker_draw (maker, 1, 3) : 0;

  for (int i = 0; i < n_spillovers; i++)
    {
      size_t row = maker_add_row (maker, PLW_TABLE_SPILLOVERS);
      int from = maker_draw (maker, 1, maker->n_lines);
      int to = from % maker->n_lines + 1;

      maker_put_format (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_FROM_LINE, "u%d", from);
      maker_put_format (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_TO_LINE, "u%d", to);
      maker_put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_RISE,
                        maker_draw (maker, 0, 500) * (PLW_DECIMAL_ONE / 10));
      if (maker_chance (maker, 50))
        maker_put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_LAG, maker_draw (maker, 1, 3));
      if (maker_chance (maker, 50))
        maker_put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_DURATION,
                          maker_draw (maker, 1, 3));
    }
}
