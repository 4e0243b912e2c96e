/* random-plan.c: random valid plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

#define BASE_YEAR 2025
#define MOST_AMOUNTS 64

/* @amounts: drawn before, to be drawn again: ties are where an allocation goes wrong */
typedef struct
{
  PlwPlan *plan;
  GRand *rand;
  RandomPlanKind kind;
  int n_years;
  int n_drivers;
  int n_lines;
  int n_pots;
  int n_projects;
  int n_programmes;
  bool has_partners;
  int scale;
  int64_t amounts[MOST_AMOUNTS];
  int n_amounts;
} Maker;

static int
draw (Maker *maker, int least, int most)
{
  return g_rand_int_range (maker->rand, least, most + 1);
}

static bool
chance (Maker *maker, int percent)
{
  return draw (maker, 1, 100) <= percent;
}

static int64_t
draw_amount_of_scale (Maker *maker, int scale)
{
  switch (scale)
    {
    case 0:
      return draw (maker, 0, 9);
    case 1:
      return draw (maker, 0, 400);
    case 2:
      return INT64_C (100000) * draw (maker, 0, 30);
    case 3:
      return draw (maker, 0, 1000000000);
    default:
      return (int64_t) draw (maker, 0, 2000000000) * 10 + draw (maker, 0, 9);
    }
}

static int64_t
draw_amount (Maker *maker)
{
  int64_t amount;

  if (chance (maker, 12))
    return 0;
  if (maker->n_amounts > 0 && chance (maker, 25))
    return maker->amounts[draw (maker, 0, maker->n_amounts - 1)];
  amount = draw_amount_of_scale (
      maker, maker->scale < 5 ? maker->scale : draw (maker, 0, maker->kind == RANDOM_PLAN_MODEST ? 2 : 3));
  if (maker->n_amounts < MOST_AMOUNTS)
    maker->amounts[maker->n_amounts++] = amount;
  return amount;
}

static void
put_text (Maker *maker, PlwTableId table, size_t row, size_t column, const char *text)
{
  plw_plan_set (maker->plan, table, row, column, plw_value_text (text));
}

G_GNUC_PRINTF (5, 6)
static void
put_format (Maker *maker, PlwTableId table, size_t row, size_t column, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  put_text (maker, table, row, column, text);
}

static void
put_number (Maker *maker, PlwTableId table, size_t row, size_t column, int64_t number)
{
  plw_plan_set (maker->plan, table, row, column, plw_value_number (number));
}

static size_t
add_row (Maker *maker, PlwTableId table)
{
  return plw_plan_append (maker->plan, table, NULL, 0);
}

static void
put_year (Maker *maker, PlwTableId table, size_t row, int year, int64_t number)
{
  put_number (maker, table, row, plw_plan_year_column (maker->plan, table, BASE_YEAR + 1 + year), number);
}

static void
put_driver (Maker *maker, PlwTableId table, size_t row, size_t column, int percent)
{
  if (maker->n_drivers > 0 && chance (maker, percent))
    put_format (maker, table, row, column, "d%d", draw (maker, 1, maker->n_drivers));
}

static void
put_partner (Maker *maker, PlwTableId table, size_t row, size_t column)
{
  if (maker->has_partners && chance (maker, 60))
    put_text (maker, table, row, column, chance (maker, 50) ? "county" : "health");
}

static void
add_setting (Maker *maker, const char *key, const char *value)
{
  size_t row = add_row (maker, PLW_TABLE_PLAN);

  put_text (maker, PLW_TABLE_PLAN, row, PLW_PLAN_KEY, key);
  put_text (maker, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, value);
}

static void
add_money_setting (Maker *maker, const char *key, int64_t pence)
{
  g_autofree char *text = plw_pence_to_text (pence);

  add_setting (maker, key, text);
}

static void
add_partners (Maker *maker)
{
  static const char *const codes[] = { "county", "health" };

  maker->has_partners = chance (maker, 50);
  for (size_t i = 0; maker->has_partners && i < G_N_ELEMENTS (codes); i++)
    put_text (maker, PLW_TABLE_PARTNERS, add_row (maker, PLW_TABLE_PARTNERS), PLW_PARTNERS_CODE, codes[i]);
}

static int64_t
draw_rate (Maker *maker)
{
  if (chance (maker, 25))
    return 0;
  if (chance (maker, 60))
    return draw (maker, -5, 15) * PLW_DECIMAL_ONE;
  return (int64_t) draw (maker, -8000, 20000) * (PLW_DECIMAL_ONE / 1000) + draw (maker, 0, 999999);
}

static void
add_drivers (Maker *maker)
{
  maker->n_drivers = draw (maker, 1, 4);
  for (int i = 1; i <= maker->n_drivers; i++)
    {
      size_t row = add_row (maker, PLW_TABLE_DRIVERS);

      put_format (maker, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_CODE, "d%d", i);
      for (int year = 0; year < maker->n_years; year++)
        if (chance (maker, 75))
          put_year (maker, PLW_TABLE_DRIVERS, row, year, draw_rate (maker));
    }
  size_t row = add_row (maker, PLW_TABLE_DRIVERS);
  put_text (maker, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_CODE, "interest");
  for (int year = 0; year < maker->n_years; year++)
    put_year (maker, PLW_TABLE_DRIVERS, row, year,
              chance (maker, 15) ? 0 : draw (maker, 1, 9000) * (PLW_DECIMAL_ONE / 1000));
}

static void
add_line (Maker *maker, int number)
{
  size_t row = add_row (maker, PLW_TABLE_LINES);

  put_format (maker, PLW_TABLE_LINES, row, PLW_LINES_CODE, "u%d", number);
  if (chance (maker, 60))
    put_format (maker, PLW_TABLE_LINES, row, PLW_LINES_GROUP, "g%d", draw (maker, 1, 2));
  put_partner (maker, PLW_TABLE_LINES, row, PLW_LINES_PARTNER);
  if (chance (maker, 40))
    {
      put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_DUTY, PLW_DUTY_STATUTORY);
      if (chance (maker, 70))
        put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_STATUTORY_MINIMUM,
                    draw (maker, 0, 20) * 5 * PLW_DECIMAL_ONE);
    }
  if (chance (maker, 70))
    put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_PRIORITY, draw (maker, 1, 3));
}

static void
add_costs (Maker *maker, int line)
{
  int n_elements = draw (maker, 1, 3);

  for (int i = 1; i <= n_elements; i++)
    {
      size_t row = add_row (maker, PLW_TABLE_COSTS);

      put_format (maker, PLW_TABLE_COSTS, row, PLW_COSTS_LINE, "u%d", line);
      put_format (maker, PLW_TABLE_COSTS, row, PLW_COSTS_ELEMENT, "e%d", i);
      if (i > 1 && chance (maker, 40))
        put_number (maker, PLW_TABLE_COSTS, row, PLW_COSTS_KIND, PLW_COST_INCOME);
      put_number (maker, PLW_TABLE_COSTS, row, PLW_COSTS_BASE, draw_amount (maker));
      put_driver (maker, PLW_TABLE_COSTS, row, PLW_COSTS_PRICE_DRIVER, 60);
      put_driver (maker, PLW_TABLE_COSTS, row, PLW_COSTS_VOLUME_DRIVER, 40);
    }
}

static void
add_changes (Maker *maker)
{
  int n_changes = draw (maker, 0, 5);

  for (int i = 1; i <= n_changes; i++)
    {
      size_t row = add_row (maker, PLW_TABLE_CHANGES);

      put_format (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_CODE, "c%d", i);
      put_format (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE, "u%d", draw (maker, 1, maker->n_lines));
      put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND,
                  draw (maker, PLW_CHANGE_PRESSURE, PLW_CHANGE_INCOME));
      if (chance (maker, 40))
        put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS, PLW_CHANGE_ONE_OFF);
      if (chance (maker, 40))
        put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY,
                    draw (maker, 0, 1000) * (PLW_DECIMAL_ONE / 10));
      if (chance (maker, 10))
        put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED, 0);
      for (int year = 0; year < maker->n_years; year++)
        if (chance (maker, 40))
          put_year (maker, PLW_TABLE_CHANGES, row, year,
                    draw_amount (maker) / draw (maker, 1, 4) * (chance (maker, 10) ? -1 : 1));
    }
}

static void
put_money_of_pot (Maker *maker, size_t pot, const char *code)
{
  int basis = chance (maker, 65)   ? PLW_POT_PROFILE
              : chance (maker, 50) ? PLW_POT_INDEXED
                                   : PLW_POT_COUNCIL_TAX;

  put_number (maker, PLW_TABLE_POTS, pot, PLW_POTS_BASIS, basis);
  if (basis == PLW_POT_PROFILE)
    for (int year = 0; year < maker->n_years; year++)
      if (chance (maker, 70))
        put_year (maker, PLW_TABLE_POTS, pot, year, draw_amount (maker));
  if (basis == PLW_POT_INDEXED)
    {
      put_number (maker, PLW_TABLE_POTS, pot, PLW_POTS_BASE, draw_amount (maker));
      put_driver (maker, PLW_TABLE_POTS, pot, PLW_POTS_DRIVER, 80);
    }
  if (basis == PLW_POT_COUNCIL_TAX)
    {
      size_t row = add_row (maker, PLW_TABLE_COUNCIL_TAX);

      put_text (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_POT, code);
      put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE,
                  (int64_t) draw (maker, 0, maker->kind == RANDOM_PLAN_MODEST ? 5000 : 500000)
                      * (PLW_DECIMAL_ONE / 100));
      put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D, draw (maker, 0, 200000));
      put_driver (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BASE_DRIVER, 60);
      put_driver (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_INCREASE_DRIVER, 60);
      if (chance (maker, 50))
        put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_COLLECTION_RATE,
                    draw (maker, 900, 1000) * (PLW_DECIMAL_ONE / 10));
    }
}

static void
put_unspent_of_pot (Maker *maker, size_t pot, int number)
{
  int rule = draw (maker, 0, 4);

  if (rule == 1)
    put_text (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "keep");
  if (rule == 2)
    put_format (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "keep:%d", draw (maker, 1, 3));
  if (rule == 3 && number < maker->n_pots)
    put_format (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "to:p%d",
                draw (maker, number + 1, maker->n_pots));
  if (rule == 4)
    put_text (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "lapse");
}

static void
add_limit (Maker *maker, const char *code)
{
  size_t row = add_row (maker, PLW_TABLE_LIMITS);

  put_text (maker, PLW_TABLE_LIMITS, row, PLW_LIMITS_POT, code);
  for (int year = 0; year < maker->n_years; year++)
    if (chance (maker, 60))
      put_year (maker, PLW_TABLE_LIMITS, row, year, chance (maker, 25) ? 0 : draw_amount (maker));
}

static void
add_pot (Maker *maker, int number)
{
  size_t row = add_row (maker, PLW_TABLE_POTS);
  g_autofree char *code = g_strdup_printf ("p%d", number);

  put_text (maker, PLW_TABLE_POTS, row, PLW_POTS_CODE, code);
  put_partner (maker, PLW_TABLE_POTS, row, PLW_POTS_PARTNER);
  if (chance (maker, 30))
    put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_KIND, PLW_POT_CAPITAL);
  put_money_of_pot (maker, row, code);
  put_unspent_of_pot (maker, row, number);
  if (chance (maker, 40))
    put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_OPENING, draw_amount (maker));
  if (chance (maker, 25))
    put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_MINIMUM_BALANCE, draw_amount (maker) / 2);
  if (chance (maker, 40))
    put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_POOLED, 1);
  if (chance (maker, 20))
    put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_MAY_FUND_REVENUE, 1);
  if (chance (maker, 25))
    add_limit (maker, code);
}

static void
add_pots (Maker *maker)
{
  maker->n_pots = draw (maker, 3, 8);
  for (int i = 1; i <= maker->n_pots; i++)
    add_pot (maker, i);
}

/* Off: pots that no other pot's money goes to. */
static void
switch_pots_off (Maker *maker)
{
  for (int i = 0; i < maker->n_pots; i++)
    {
      g_autofree char *rule = g_strdup_printf ("to:p%d", i + 1);
      bool is_target = false;

      for (int k = 0; k < maker->n_pots; k++)
        if (g_str_equal (rule, plw_plan_text (maker->plan, PLW_TABLE_POTS, (size_t) k, PLW_POTS_UNSPENT)))
          is_target = true;
      if (!is_target && chance (maker, 8))
        put_number (maker, PLW_TABLE_POTS, (size_t) i, PLW_POTS_ENABLED, 0);
    }
}

static void
add_project (Maker *maker, int number)
{
  size_t row = add_row (maker, PLW_TABLE_PROJECTS);

  put_format (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_CODE, "u%d", number);
  put_partner (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PARTNER);
  if (chance (maker, 30))
    put_format (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_LINE, "u%d", draw (maker, 1, maker->n_lines));
  if (chance (maker, 70))
    put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PRIORITY, draw (maker, 1, 3));
  if (chance (maker, 30))
    put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_REVENUE_FUNDING, 1);
  if (chance (maker, 8))
    put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ENABLED, 0);
  if (maker->kind != RANDOM_PLAN_FIXED_NEEDS && chance (maker, 50))
    {
      put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING, 1);
      put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ASSET_LIFE, draw (maker, 1, 12));
      if (chance (maker, 70))
        put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_MRP, draw (maker, 0, 2));
      if (chance (maker, 40))
        put_text (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_INTEREST_DRIVER, "interest");
      if (chance (maker, 40))
        put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_OPERATIONAL,
                    BASE_YEAR + draw (maker, 0, maker->n_years));
    }
  for (int year = 0; year < maker->n_years; year++)
    if (chance (maker, 50))
      put_year (maker, PLW_TABLE_PROJECTS, row, year, draw_amount (maker));
}

static void
add_programme_years (Maker *maker, int programme, PlwProgrammeMeasure measure)
{
  size_t row = add_row (maker, PLW_TABLE_PROGRAMME_YEARS);

  put_format (maker, PLW_TABLE_PROGRAMME_YEARS, row, PLW_PROGRAMME_YEARS_PROGRAMME, "u%d", programme);
  put_number (maker, PLW_TABLE_PROGRAMME_YEARS, row, PLW_PROGRAMME_YEARS_MEASURE, measure);
  for (int year = 0; year < maker->n_years; year++)
    if (chance (maker, 60))
      put_year (maker, PLW_TABLE_PROGRAMME_YEARS, row, year,
                draw_amount (maker) * (PLW_DECIMAL_ONE / 100) + (chance (maker, 20) ? 5000000 : 0));
}

static void
add_programme (Maker *maker, int number)
{
  size_t row = add_row (maker, PLW_TABLE_PROGRAMMES);

  put_format (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE, "u%d", number);
  put_partner (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PARTNER);
  if (chance (maker, 70))
    put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_PRIORITY, draw (maker, 1, 3));
  if (chance (maker, 30))
    put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_REVENUE_FUNDING, 1);
  if (chance (maker, 70))
    put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_EVIDENCE, draw (maker, 1, 6));
  if (chance (maker, 30))
    put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_COST_CORRECTION,
                draw (maker, 0, 500) * (PLW_DECIMAL_ONE / 10));
  if (chance (maker, 8))
    put_number (maker, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_ENABLED, 0);
  if (chance (maker, 85))
    add_programme_years (maker, number, PLW_PROGRAMME_REVENUE);
  if (chance (maker, 50))
    add_programme_years (maker, number, PLW_PROGRAMME_CAPITAL);
}

/* Writes the name of something that is there; false where there is none of @kind. */
static bool
put_fenced_use (Maker *maker, size_t row, PlwFenceKind kind)
{
  const PlwTableId table = PLW_TABLE_RINGFENCES;
  const size_t column = PLW_RINGFENCES_USE_CODE;
  const int counts[] = { maker->n_lines, maker->n_lines, maker->n_projects, maker->n_programmes,
                         maker->has_partners };

  if (counts[kind] == 0)
    return false;
  if (kind == PLW_FENCE_PARTNER)
    put_text (maker, table, row, column, chance (maker, 50) ? "county" : "health");
  else if (kind == PLW_FENCE_GROUP)
    {
      const char *group = plw_plan_text (maker->plan, PLW_TABLE_LINES,
                                         (size_t) draw (maker, 0, maker->n_lines - 1), PLW_LINES_GROUP);

      if (*group == '\0')
        return false;
      put_text (maker, table, row, column, group);
    }
  else
    put_format (maker, table, row, column, "u%d", draw (maker, 1, counts[kind]));
  return true;
}

static bool
is_row_doubled (const PlwPlan *plan, PlwTableId table, size_t row)
{
  g_autofree char *key = plw_plan_row_key (plan, table, row);
  size_t first;

  return plw_plan_find_key (plan, table, key, &first) && first != row;
}

static void
add_fence (Maker *maker, int pot)
{
  PlwFenceKind kind = chance (maker, 40) ? PLW_FENCE_LINE : (PlwFenceKind) draw (maker, 0, PLW_FENCE_PARTNER);
  size_t row = add_row (maker, PLW_TABLE_RINGFENCES);

  put_format (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT, "p%d", pot);
  put_number (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND, kind);
  if (chance (maker, 30))
    put_number (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP,
                chance (maker, 15) ? 0 : draw (maker, 1, 1000) * (PLW_DECIMAL_ONE / 10));
  if (!put_fenced_use (maker, row, kind) || is_row_doubled (maker->plan, PLW_TABLE_RINGFENCES, row))
    {
      PlwPlan *less = random_plan_without (maker->plan, PLW_TABLE_RINGFENCES, row);

      plw_plan_free (maker->plan);
      maker->plan = less;
    }
}

static void
add_fences (Maker *maker)
{
  for (int pot = 1; pot <= maker->n_pots; pot++)
    if (chance (maker, 60))
      for (int n = draw (maker, 1, 3); n > 0; n--)
        add_fence (maker, pot);
}

static void
add_spillovers (Maker *maker)
{
  int n_spillovers = chance (maker, 50) ? draw (maker, 1, 3) : 0;

  for (int i = 0; i < n_spillovers; i++)
    {
      size_t row = add_row (maker, PLW_TABLE_SPILLOVERS);
      int from = draw (maker, 1, maker->n_lines);
      int to = from % maker->n_lines + 1;

      put_format (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_FROM_LINE, "u%d", from);
      put_format (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_TO_LINE, "u%d", to);
      put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_RISE,
                  draw (maker, 0, 500) * (PLW_DECIMAL_ONE / 10));
      if (chance (maker, 50))
        put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_LAG, draw (maker, 1, 3));
      if (chance (maker, 50))
        put_number (maker, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_DURATION, draw (maker, 1, 3));
    }
}

static void
add_debt (Maker *maker)
{
  int64_t opening = draw_amount (maker);
  size_t row;

  add_money_setting (maker, "opening_cfr", opening);
  if (chance (maker, 30))
    return;
  row = add_row (maker, PLW_TABLE_DEBT);
  put_number (maker, PLW_TABLE_DEBT, row, PLW_DEBT_MEASURE, 0);
  for (int year = 0; year < maker->n_years; year++)
    put_year (maker, PLW_TABLE_DEBT, row, year, opening / draw (maker, maker->n_years, 40));
}

static void
add_policy (Maker *maker)
{
  put_text (maker, PLW_TABLE_POLICIES, add_row (maker, PLW_TABLE_POLICIES), PLW_POLICIES_CODE,
            RANDOM_PLAN_POLICY);
  for (int pot = 1; pot <= maker->n_pots; pot++)
    if (chance (maker, 50))
      {
        size_t row = add_row (maker, PLW_TABLE_POLICY_POTS);

        put_text (maker, PLW_TABLE_POLICY_POTS, row, PLW_POLICY_POTS_POLICY, RANDOM_PLAN_POLICY);
        put_format (maker, PLW_TABLE_POLICY_POTS, row, PLW_POLICY_POTS_POT, "p%d", pot);
      }
}

static void
add_head (Maker *maker)
{
  g_autofree char *years = NULL;

  maker->n_years = draw (maker, 5, 6);
  years = g_strdup_printf ("%d", maker->n_years);
  add_setting (maker, "base_year", "2025/26");
  add_setting (maker, "years", years);
  add_setting (maker, "interest_driver", "interest");
}

PlwPlan *
random_plan_new (guint32 seed, RandomPlanKind kind)
{
  Maker maker = { .plan = plw_plan_new (), .rand = g_rand_new_with_seed (seed), .kind = kind };

  maker.scale = draw (&maker, 0, 5);
  if (kind == RANDOM_PLAN_MODEST && maker.scale > 2)
    maker.scale = 5;
  add_head (&maker);
  add_partners (&maker);
  add_drivers (&maker);
  maker.n_lines = draw (&maker, 3, 8);
  for (int i = 1; i <= maker.n_lines; i++)
    {
      add_line (&maker, i);
      add_costs (&maker, i);
    }
  add_changes (&maker);
  maker.n_projects = draw (&maker, 0, 3);
  for (int i = 1; i <= maker.n_projects; i++)
    add_project (&maker, i);
  maker.n_programmes = draw (&maker, 0, 2);
  for (int i = 1; i <= maker.n_programmes; i++)
    add_programme (&maker, i);
  add_pots (&maker);
  switch_pots_off (&maker);
  add_setting (&maker, "general_reserve", "p1");
  add_fences (&maker);
  if (kind != RANDOM_PLAN_FIXED_NEEDS)
    {
      add_spillovers (&maker);
      if (chance (&maker, 40))
        add_money_setting (&maker, "borrowing_limit", draw_amount (&maker));
    }
  if (chance (&maker, 30))
    add_debt (&maker);
  add_policy (&maker);
  g_rand_free (maker.rand);
  return maker.plan;
}
