/* random-plan.c: random valid plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan-private.h"

static void
add_partners (Maker *maker)
{
  maker->has_partners = maker_chance (maker, 60);
  for (int i = 0; maker->has_partners && i < N_PARTNERS; i++)
    maker_put_text (maker, PLW_TABLE_PARTNERS, maker_add_row (maker, PLW_TABLE_PARTNERS), PLW_PARTNERS_CODE,
                    maker_partners[i]);
}

static int64_t
draw_rate (Maker *maker)
{
  if (maker_chance (maker, 25))
    return 0;
  if (maker_chance (maker, 60))
    return maker_draw (maker, -5, 15) * PLW_DECIMAL_ONE;
  return (int64_t) maker_draw (maker, -8000, 20000) * (PLW_DECIMAL_ONE / 1000)
         + maker_draw (maker, 0, 999999);
}

static void
add_drivers (Maker *maker)
{
  maker->n_drivers = maker_draw (maker, 1, 4);
  for (int i = 1; i <= maker->n_drivers; i++)
    {
      size_t row = maker_add_row (maker, PLW_TABLE_DRIVERS);

      maker_put_format (maker, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_CODE, "d%d", i);
      for (int year = 0; year < maker->n_years; year++)
        if (maker_chance (maker, 75))
          maker_put_year (maker, PLW_TABLE_DRIVERS, row, year, draw_rate (maker));
    }
  if (maker_chance (maker, 50))
    maker_add_setting (maker, "deflator", "d1");

  size_t row = maker_add_row (maker, PLW_TABLE_DRIVERS);
  maker_put_text (maker, PLW_TABLE_DRIVERS, row, PLW_DRIVERS_CODE, "interest");
  for (int year = 0; year < maker->n_years; year++)
    maker_put_year (maker, PLW_TABLE_DRIVERS, row, year,
                    maker_chance (maker, 15) ? 0 : maker_draw (maker, 1, 9000) * (PLW_DECIMAL_ONE / 1000));
}

static void
add_line (Maker *maker, int number)
{
  size_t row = maker_add_row (maker, PLW_TABLE_LINES);

  maker_put_format (maker, PLW_TABLE_LINES, row, PLW_LINES_CODE, "u%d", number);
  if (maker_chance (maker, 60))
    maker_put_format (maker, PLW_TABLE_LINES, row, PLW_LINES_GROUP, "g%d", maker_draw (maker, 1, 2));
  maker_put_partner (maker, PLW_TABLE_LINES, row, PLW_LINES_PARTNER);
  if (maker_chance (maker, 40))
    {
      maker_put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_DUTY, PLW_DUTY_STATUTORY);
      if (maker_chance (maker, 70))
        maker_put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_STATUTORY_MINIMUM,
                          maker_draw (maker, 0, 20) * 5 * PLW_DECIMAL_ONE);
    }
  if (maker_chance (maker, 70))
    maker_put_number (maker, PLW_TABLE_LINES, row, PLW_LINES_PRIORITY, maker_draw (maker, 1, 3));
}

static void
add_costs (Maker *maker, int line)
{
  int n_elements = maker_draw (maker, 1, 3);

  for (int i = 1; i <= n_elements; i++)
    {
      size_t row = maker_add_row (maker, PLW_TABLE_COSTS);

      maker_put_format (maker, PLW_TABLE_COSTS, row, PLW_COSTS_LINE, "u%d", line);
      maker_put_format (maker, PLW_TABLE_COSTS, row, PLW_COSTS_ELEMENT, "e%d", i);
      if (i > 1 && maker_chance (maker, 40))
        maker_put_number (maker, PLW_TABLE_COSTS, row, PLW_COSTS_KIND, PLW_COST_INCOME);
      maker_put_number (maker, PLW_TABLE_COSTS, row, PLW_COSTS_BASE, maker_draw_amount (maker));
      maker_put_driver (maker, PLW_TABLE_COSTS, row, PLW_COSTS_PRICE_DRIVER, 60);
      maker_put_driver (maker, PLW_TABLE_COSTS, row, PLW_COSTS_VOLUME_DRIVER, 40);
    }
}

static void
add_changes (Maker *maker)
{
  int n_changes = maker_draw (maker, 0, 5);

  for (int i = 1; i <= n_changes; i++)
    {
      size_t row = maker_add_row (maker, PLW_TABLE_CHANGES);

      maker_put_format (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_CODE, "c%d", i);
      maker_put_format (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE, "u%d",
                        maker_draw (maker, 1, maker->n_lines));
      maker_put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND,
                        maker_draw (maker, PLW_CHANGE_PRESSURE, PLW_CHANGE_INCOME));
      if (maker_chance (maker, 40))
        maker_put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS, PLW_CHANGE_ONE_OFF);
      if (maker_chance (maker, 40))
        maker_put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY,
                          maker_draw (maker, 0, 1000) * (PLW_DECIMAL_ONE / 10));
      if (maker_chance (maker, 10))
        maker_put_number (maker, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED, 0);
      for (int year = 0; year < maker->n_years; year++)
        if (maker_chance (maker, 40))
          maker_put_year (maker, PLW_TABLE_CHANGES, row, year,
                          maker_draw_amount (maker) / maker_draw (maker, 1, 4)
                              * (maker_chance (maker, 10) ? -1 : 1));
    }
}

static void
add_project (Maker *maker, int number)
{
  size_t row = maker_add_row (maker, PLW_TABLE_PROJECTS);

  maker_put_format (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_CODE, "u%d", number);
  maker_put_partner (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PARTNER);
  if (maker_chance (maker, 30))
    maker_put_format (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_LINE, "u%d",
                      maker_draw (maker, 1, maker->n_lines));
  if (maker_chance (maker, 70))
    maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_PRIORITY, maker_draw (maker, 1, 3));
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_REVENUE_FUNDING, 1);
  if (maker_chance (maker, 8))
    maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ENABLED, 0);
  if (maker->kind != RANDOM_PLAN_FIXED_NEEDS && maker_chance (maker, 50))
    {
      maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_BORROWING, 1);
      maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_ASSET_LIFE, maker_draw (maker, 1, 12));
      if (maker_chance (maker, 70))
        maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_MRP, maker_draw (maker, 0, 2));
      if (maker_chance (maker, 40))
        maker_put_text (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_INTEREST_DRIVER, "interest");
      if (maker_chance (maker, 40))
        maker_put_number (maker, PLW_TABLE_PROJECTS, row, PLW_PROJECTS_OPERATIONAL,
                          BASE_YEAR + maker_draw (maker, 0, maker->n_years));
    }
  for (int year = 0; year < maker->n_years; year++)
    if (maker_chance (maker, 50))
      maker_put_year (maker, PLW_TABLE_PROJECTS, row, year, maker_draw_amount (maker));
}

static void
add_debt (Maker *maker)
{
  int64_t opening = maker_draw_amount (maker);
  size_t row;

  maker_add_money_setting (maker, "opening_cfr", opening);
  if (maker_chance (maker, 30))
    return;
  row = maker_add_row (maker, PLW_TABLE_DEBT);
  maker_put_number (maker, PLW_TABLE_DEBT, row, PLW_DEBT_MEASURE, 0);
  for (int year = 0; year < maker->n_years; year++)
    maker_put_year (maker, PLW_TABLE_DEBT, row, year, opening / maker_draw (maker, maker->n_years, 40));
}

static void
add_head (Maker *maker)
{
  g_autofree char *years = NULL;

  maker->n_years = maker_draw (maker, 5, 6);
  years = g_strdup_printf ("%d", maker->n_years);
  maker_add_setting (maker, "base_year", "2025/26");
  maker_add_setting (maker, "years", years);
  maker_add_setting (maker, "interest_driver", "interest");
  if (maker_chance (maker, 50))
    {
      static const char *const rates[] = { "0", "1.5", "6.25" };

      maker_add_setting (maker, "discount_rate", rates[maker_draw (maker, 0, G_N_ELEMENTS (rates) - 1)]);
    }
}

PlwPlan *
random_plan_new (guint32 seed, RandomPlanKind kind)
{
  Maker maker = { .plan = plw_plan_new (), .rand = g_rand_new_with_seed (seed), .kind = kind };

  maker.scale = maker_draw (&maker, 0, 5);
  if (kind == RANDOM_PLAN_MODEST && maker.scale > 2)
    maker.scale = 5;
  add_head (&maker);
  add_partners (&maker);
  add_drivers (&maker);
  maker.n_lines = maker_draw (&maker, 3, 8);
  for (int i = 1; i <= maker.n_lines; i++)
    {
      add_line (&maker, i);
      add_costs (&maker, i);
    }
  add_changes (&maker);
  maker.n_projects = maker_draw (&maker, 0, 3);
  for (int i = 1; i <= maker.n_projects; i++)
    add_project (&maker, i);
  maker_add_prevention (&maker);
  maker_add_pots (&maker);
  maker_add_setting (&maker, "general_reserve", "p1");
  maker_add_fences (&maker);
  if (kind != RANDOM_PLAN_FIXED_NEEDS)
    {
      maker_add_spillovers (&maker);
      if (maker_chance (&maker, 40))
        maker_add_money_setting (&maker, "borrowing_limit", maker_draw_amount (&maker));
    }
  if (maker_chance (&maker, 30))
    add_debt (&maker);
  maker_add_policy (&maker);
  g_rand_free (maker.rand);
  return maker.plan;
}
