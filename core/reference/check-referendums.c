/* check-referendums.c: council tax rises that need a referendum.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference/check-reference.h"

#include "base/i18n.h"
#include "plan/check.h"

/* The limit in force for a kind of partner in a year. */
typedef struct
{
  const PlwPlan *plan;
  size_t row;
} Limit;

/* The latest that is not later than @year; of two of the same year the plan's own. */
static bool
find_limit (const PlwPlan *plan, int64_t kind, int year, Limit *ret_limit)
{
  const PlwPlan *plans[] = { plan, plw_reference () };
  int64_t latest = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    for (size_t row = 0; row < plw_plan_n_rows (plans[i], PLW_TABLE_REFERENDUM_LIMITS); row++)
      {
        int64_t from =
            plw_plan_number (plans[i], PLW_TABLE_REFERENDUM_LIMITS, row, PLW_REFERENDUM_LIMITS_FROM_YEAR);

        if (plw_plan_number (plans[i], PLW_TABLE_REFERENDUM_LIMITS, row, PLW_REFERENDUM_LIMITS_KIND) == kind
            && from <= year && from > latest)
          {
            latest = from;
            *ret_limit = (Limit){ plans[i], row };
          }
      }

  return latest > 0;
}

static PlwValue
get (const Limit *limit, size_t column)
{
  return plw_plan_get (limit->plan, PLW_TABLE_REFERENDUM_LIMITS, limit->row, column);
}

/* @band_d: of the year before, in pence. The greater of two limits counts, so both must be passed. */
static bool
is_excessive (const Limit *limit, int64_t rate, int64_t band_d)
{
  PlwValue percent = get (limit, PLW_REFERENDUM_LIMITS_PERCENT);
  PlwValue pounds = get (limit, PLW_REFERENDUM_LIMITS_POUNDS);
  bool is_reached =
      plw_plan_number (limit->plan, PLW_TABLE_REFERENDUM_LIMITS, limit->row, PLW_REFERENDUM_LIMITS_REACHED)
      != 0;
  __int128 rise = (__int128) band_d * rate; /* in pence, times a hundred billion */
  __int128 allowed = (__int128) pounds.number * 100 * PLW_DECIMAL_ONE;

  if (!percent.is_set && !pounds.is_set)
    return false;
  if (percent.is_set && (is_reached ? rate < percent.number : rate <= percent.number))
    return false;
  if (pounds.is_set && (is_reached ? rise < allowed : rise <= allowed))
    return false;

  return true;
}

/* `5% or more`, `more than 3% and £5`. */
static char *
describe (const Limit *limit)
{
  PlwValue percent = get (limit, PLW_REFERENDUM_LIMITS_PERCENT);
  PlwValue pounds = get (limit, PLW_REFERENDUM_LIMITS_POUNDS);
  bool is_reached =
      plw_plan_number (limit->plan, PLW_TABLE_REFERENDUM_LIMITS, limit->row, PLW_REFERENDUM_LIMITS_REACHED)
      != 0;
  g_autofree char *percent_text = percent.is_set ? plw_decimal_to_text (percent.number) : NULL;
  g_autofree char *pounds_text = pounds.is_set ? plw_pence_to_plain_text (pounds.number) : NULL;
  g_autofree char *both = percent.is_set && pounds.is_set
                              ? g_strdup_printf (_ ("%s%% and £%s"), percent_text, pounds_text)
                          : percent.is_set ? g_strdup_printf ("%s%%", percent_text)
                                           : g_strdup_printf ("£%s", pounds_text);

  return is_reached ? g_strdup_printf (_ ("%s or more"), both) : g_strdup_printf (_ ("more than %s"), both);
}

static void
warn (const PlwPlan *plan, PlwProblems *problems, size_t tax, const Limit *limit, int year, int64_t rate)
{
  g_autofree char *rate_text = plw_decimal_to_text (rate);
  g_autofree char *limit_text = describe (limit);

  plw_check_add (plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_COUNCIL_TAX, tax, "increase_driver",
                 g_strdup_printf (_ ("Band D rises by %s%% in %s, and a rise of %s needs a referendum"),
                                  rate_text, plw_year_name (year), limit_text),
                 g_strdup (_ ("lower the rate, or allow for the referendum")));
}

/* The first year is told: others often follow from it. */
static void
check_rises (const PlwPlan *plan, PlwProblems *problems, size_t tax, size_t driver, int64_t kind)
{
  int64_t band_d = plw_plan_number (plan, PLW_TABLE_COUNCIL_TAX, tax, PLW_COUNCIL_TAX_BAND_D);

  for (size_t i = 1; i <= plw_plan_n_years (plan); i++)
    {
      int year = plw_plan_base_year (plan) + (int) i;
      int64_t rate = plw_plan_number (plan, PLW_TABLE_DRIVERS, driver,
                                      plw_plan_year_column (plan, PLW_TABLE_DRIVERS, year));
      Limit limit;

      if (rate > 0 && find_limit (plan, kind, year, &limit) && is_excessive (&limit, rate, band_d))
        {
          warn (plan, problems, tax, &limit, year, rate);
          return;
        }

      __int128 next = (__int128) band_d * (100 * PLW_DECIMAL_ONE + rate);

      if (next > (__int128) PLW_PENCE_MAX * 100 * PLW_DECIMAL_ONE) /* the engine refuses it */
        return;
      band_d = plw_divide_round (next, 100 * PLW_DECIMAL_ONE);
    }
}

void
plw_check_referendums (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_COUNCIL_TAX); row++)
    {
      const char *driver_code =
          plw_plan_text (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_INCREASE_DRIVER);
      const char *pot_code = plw_plan_text (plan, PLW_TABLE_COUNCIL_TAX, row, PLW_COUNCIL_TAX_POT);
      size_t driver;
      size_t pot;
      size_t partner;

      if (!plw_plan_find_key (plan, PLW_TABLE_DRIVERS, driver_code, &driver)
          || !plw_plan_find_key (plan, PLW_TABLE_POTS, pot_code, &pot)
          || plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_ENABLED) == 0
          || !plw_plan_find_key (plan, PLW_TABLE_PARTNERS,
                                 plw_plan_text (plan, PLW_TABLE_POTS, pot, PLW_POTS_PARTNER), &partner))
        continue;

      check_rises (plan, problems, row, driver,
                   plw_plan_number (plan, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_KIND));
    }
}
