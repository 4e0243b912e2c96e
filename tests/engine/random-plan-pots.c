/* random-plan-pots.c: random pots, what they may pay for and whose fences fall.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan-private.h"

static void
put_money_of_pot (Maker *maker, size_t pot, const char *code)
{
  int basis = maker_chance (maker, 65)   ? PLW_POT_PROFILE
              : maker_chance (maker, 50) ? PLW_POT_INDEXED
                                         : PLW_POT_COUNCIL_TAX;

  maker_put_number (maker, PLW_TABLE_POTS, pot, PLW_POTS_BASIS, basis);
  if (basis == PLW_POT_PROFILE)
    for (int year = 0; year < maker->n_years; year++)
      if (maker_chance (maker, 70))
        maker_put_year (maker, PLW_TABLE_POTS, pot, year, maker_draw_amount (maker));
  if (basis == PLW_POT_INDEXED)
    {
      maker_put_number (maker, PLW_TABLE_POTS, pot, PLW_POTS_BASE, maker_draw_amount (maker));
      maker_put_driver (maker, PLW_TABLE_POTS, pot, PLW_POTS_DRIVER, 80);
    }
  if (basis == PLW_POT_COUNCIL_TAX)
    {
      size_t row = maker_add_row (maker, PLW_TABLE_COUNCIL_TAX);

      maker_put_text (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_POT, code);
      maker_put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_TAX_BASE,
                        (int64_t) maker_draw (maker, 0, maker->kind == RANDOM_PLAN_MODEST ? 5000 : 500000)
                            * (PLW_DECIMAL_ONE / 100));
      maker_put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BAND_D,
                        maker_draw (maker, 0, 200000));
      maker_put_driver (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_BASE_DRIVER, 60);
      maker_put_driver (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_INCREASE_DRIVER, 60);
      if (maker_chance (maker, 50))
        maker_put_number (maker, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_COLLECTION_RATE,
                          maker_draw (maker, 900, 1000) * (PLW_DECIMAL_ONE / 10));
    }
}

static void
put_unspent_of_pot (Maker *maker, size_t pot, int number)
{
  int rule = maker_draw (maker, 0, 4);

  if (rule == 1)
    maker_put_text (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "keep");
  if (rule == 2)
    maker_put_format (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "keep:%d", maker_draw (maker, 1, 3));
  if (rule == 3 && number < maker->n_pots)
    maker_put_format (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "to:p%d",
                      maker_draw (maker, number + 1, maker->n_pots));
  if (rule == 4)
    maker_put_text (maker, PLW_TABLE_POTS, pot, PLW_POTS_UNSPENT, "lapse");
}

static void
add_limit (Maker *maker, const char *code)
{
  size_t row = maker_add_row (maker, PLW_TABLE_LIMITS);

  maker_put_text (maker, PLW_TABLE_LIMITS, row, PLW_LIMITS_POT, code);
  for (int year = 0; year < maker->n_years; year++)
    if (maker_chance (maker, 60))
      maker_put_year (maker, PLW_TABLE_LIMITS, row, year,
                      maker_chance (maker, 25) ? 0 : maker_draw_amount (maker));
}

static void
add_pot (Maker *maker, int number)
{
  size_t row = maker_add_row (maker, PLW_TABLE_POTS);
  g_autofree char *code = g_strdup_printf ("p%d", number);

  maker_put_text (maker, PLW_TABLE_POTS, row, PLW_POTS_CODE, code);
  maker_put_partner (maker, PLW_TABLE_POTS, row, PLW_POTS_PARTNER);
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_KIND, PLW_POT_CAPITAL);
  put_money_of_pot (maker, row, code);
  put_unspent_of_pot (maker, row, number);
  if (maker_chance (maker, 40))
    maker_put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_OPENING, maker_draw_amount (maker));
  if (maker_chance (maker, 25))
    maker_put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_MINIMUM_BALANCE, maker_draw_amount (maker) / 2);
  if (maker_chance (maker, 40))
    maker_put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_POOLED, 1);
  if (maker_chance (maker, 20))
    maker_put_number (maker, PLW_TABLE_POTS, row, PLW_POTS_MAY_FUND_REVENUE, 1);
  if (maker_chance (maker, 25))
    add_limit (maker, code);
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
      if (!is_target && maker_chance (maker, 8))
        maker_put_number (maker, PLW_TABLE_POTS, (size_t) i, PLW_POTS_ENABLED, 0);
    }
}

void
maker_add_pots (Maker *maker)
{
  maker->n_pots = maker_draw (maker, 3, 8);
  for (int i = 1; i <= maker->n_pots; i++)
    add_pot (maker, i);
  switch_pots_off (maker);
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
    maker_put_text (maker, table, row, column, maker_partners[maker_draw (maker, 0, N_PARTNERS - 1)]);
  else if (kind == PLW_FENCE_GROUP)
    {
      const char *group = plw_plan_text (maker->plan, PLW_TABLE_LINES,
                                         (size_t) maker_draw (maker, 0, maker->n_lines - 1), PLW_LINES_GROUP);

      if (*group == '\0')
        return false;
      maker_put_text (maker, table, row, column, group);
    }
  else
    maker_put_format (maker, table, row, column, "u%d", maker_draw (maker, 1, counts[kind]));
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
  PlwFenceKind kind =
      maker_chance (maker, 40) ? PLW_FENCE_LINE : (PlwFenceKind) maker_draw (maker, 0, PLW_FENCE_PARTNER);
  size_t row = maker_add_row (maker, PLW_TABLE_RINGFENCES);

  maker_put_format (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT, "p%d", pot);
  maker_put_number (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND, kind);
  if (maker_chance (maker, 30))
    maker_put_number (maker, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP,
                      maker_chance (maker, 15) ? 0 : maker_draw (maker, 1, 1000) * (PLW_DECIMAL_ONE / 10));
  if (!put_fenced_use (maker, row, kind) || is_row_doubled (maker->plan, PLW_TABLE_RINGFENCES, row))
    {
      PlwPlan *less = random_plan_without (maker->plan, PLW_TABLE_RINGFENCES, row);

      plw_plan_free (maker->plan);
      maker->plan = less;
    }
}

void
maker_add_fences (Maker *maker)
{
  for (int pot = 1; pot <= maker->n_pots; pot++)
    if (maker_chance (maker, 60))
      for (int n = maker_draw (maker, 1, 3); n > 0; n--)
        add_fence (maker, pot);
}

void
maker_add_policy (Maker *maker)
{
  maker_put_text (maker, PLW_TABLE_POLICIES, maker_add_row (maker, PLW_TABLE_POLICIES), PLW_POLICIES_CODE,
                  RANDOM_PLAN_POLICY);
  for (int pot = 1; pot <= maker->n_pots; pot++)
    if (maker_chance (maker, 50))
      {
        size_t row = maker_add_row (maker, PLW_TABLE_POLICY_POTS);

        maker_put_text (maker, PLW_TABLE_POLICY_POTS, row, PLW_POLICY_POTS_POLICY, RANDOM_PLAN_POLICY);
        maker_put_format (maker, PLW_TABLE_POLICY_POTS, row, PLW_POLICY_POTS_POT, "p%d", pot);
      }
}
