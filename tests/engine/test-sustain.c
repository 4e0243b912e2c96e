/* test-sustain.c: structural gap, prudential ratio and false economies, by hand and on random plans.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"
#include "many-plans.h"

#include <placewright/sustain.h>

#include <string.h>

#define N_PLANS 250
#define N_YEARS 5

/* Care needs 1,000, less an ongoing saving of 50 from the third year on. Once only: 200 more in the second
 * year and, half delivered, 30 less in the fourth. Roads need 100, a lasting programme 10, another 40 in two
 * years. Old debt of 100 is provided for at 20 a year and costs 5% of what is left: 25, 24, 23, 22, 21 in
 * all.
 *
 * Tax of 900, roads' own 30 and a levy of 20 for the council's uses go on; a grant of 150 ends after the
 * third year; capital of 60 may pay for revenue; 400 are in reserve. What lapses is spent first, and of that
 * what reaches fewest uses, then capital before tax by its code. So each year needs, and has to take from
 * reserve:
 *
 *   1,175 of 1,160: 15    1,374 of 1,160: 214    1,083 of 1,160: 0    1,067 of 1,010: 57    1,081 of 1,010:
 * 71
 */
static PlwPlan *
new_plan (void)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "plan", "key", "interest_driver", "value", "rate", NULL);
  by_hand_add (plan, "plan", "key", "opening_cfr", "value", "100", NULL);
  by_hand_add (plan, "drivers", "code", "rate", NULL);
  by_hand_fill (plan, "drivers", "rate", "5");
  by_hand_add (plan, "debt", "measure", "mrp", NULL);
  by_hand_fill (plan, "debt", "mrp", "20");
  by_hand_add (plan, "partners", "code", "council", NULL);
  by_hand_add (plan, "lines", "code", "care", "partner", "council", NULL);
  by_hand_add (plan, "lines", "code", "roads", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "costs", "line", "roads", "element", "all", "base", "100", NULL);
  by_hand_add (plan, "changes", "code", "winter", "line", "care", "kind", "pressure", "basis", "one-off",
               "2027/28", "200", NULL);
  by_hand_add (plan, "changes", "code", "rooms", "line", "care", "kind", "saving", "2028/29", "50", NULL);
  by_hand_add (plan, "changes", "code", "sale", "line", "care", "kind", "saving", "basis", "one-off",
               "delivery", "50", "2029/30", "30", NULL);
  by_hand_add (plan, "programmes", "code", "brief", "cost_correction", "0", NULL);
  by_hand_add (plan, "programmes", "code", "lasting", "cost_correction", "0", NULL);
  by_hand_add (plan, "programme_years", "programme", "brief", "measure", "revenue", "2026/27", "40",
               "2027/28", "40", NULL);
  by_hand_add (plan, "programme_years", "programme", "lasting", "measure", "revenue", NULL);
  by_hand_fill (plan, "programme_years", "lasting/revenue", "10");
  by_hand_add (plan, "pots", "code", "tax", NULL);
  by_hand_add (plan, "pots", "code", "own", NULL);
  by_hand_add (plan, "pots", "code", "levy", NULL);
  by_hand_add (plan, "pots", "code", "grant", "2026/27", "150", "2027/28", "150", "2028/29", "150", NULL);
  by_hand_add (plan, "pots", "code", "capital", "kind", "capital", "may_fund_revenue", "yes", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "400", "unspent", "keep", NULL);
  by_hand_add (plan, "ringfences", "pot", "own", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "levy", "use_kind", "partner", "use_code", "council", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "line", "use_code", "care", NULL);
  by_hand_fill (plan, "pots", "tax", "900");
  by_hand_fill (plan, "pots", "own", "30");
  by_hand_fill (plan, "pots", "levy", "20");
  by_hand_fill (plan, "pots", "capital", "60");
  return plan;
}

static void
test_structural_gap (void)
{
  static const int64_t pounds[PLW_N_SUSTAIN_FIGURES][N_YEARS] = {
    /* Care, roads, the lasting programme and financing, without what is once only */
    [PLW_SUSTAIN_ONGOING_NEED] = { 1135, 1134, 1083, 1082, 1081 },
    [PLW_SUSTAIN_ONE_OFF_NEED] = { 40, 240, 0, -15, 0 },
    [PLW_SUSTAIN_ONGOING_MONEY] = { 950, 950, 950, 950, 950 },
    /* The grant, capital and what the reserve gives */
    [PLW_SUSTAIN_ONE_OFF_MONEY] = { 225, 424, 210, 117, 131 },
    [PLW_SUSTAIN_STRUCTURAL_GAP] = { 185, 184, 133, 132, 131 },
    [PLW_SUSTAIN_FINANCING_COST] = { 25, 24, 23, 22, 21 },
    /* Tax and levy */
    [PLW_SUSTAIN_NET_REVENUE] = { 920, 920, 920, 920, 920 },
  };
  g_autoptr (PlwPlan) plan = new_plan ();
  g_autoptr (PlwResult) result = by_hand_evaluate (plan);

  for (int figure = 0; figure < PLW_N_SUSTAIN_FIGURES; figure++)
    for (size_t year = 0; year < N_YEARS; year++)
      {
        int64_t found = plw_result_sustain (result, (PlwSustainFigure) figure, year);

        if (found != pounds[figure][year] * 100)
          g_test_fail_printf ("%s, year %" G_GSIZE_FORMAT ": %" G_GINT64_FORMAT
                              " pence instead of %" G_GINT64_FORMAT " pounds",
                              plw_sustain_name ((PlwSustainFigure) figure), year, found,
                              pounds[figure][year]);
      }
  for (size_t year = 0; year < N_YEARS; year++)
    g_assert_cmpfloat_with_epsilon (plw_result_financing_ratio (result, year), (25.0 - (double) year) / 920,
                                    1e-12);
}

/* No revenue at all: no ratio. */
static void
test_no_revenue (void)
{
  g_autoptr (PlwPlan) plan = by_hand_new ();
  g_autoptr (PlwResult) result = NULL;

  by_hand_add (plan, "plan", "key", "interest_driver", "value", "rate", NULL);
  by_hand_add (plan, "plan", "key", "opening_cfr", "value", "100", NULL);
  by_hand_add (plan, "drivers", "code", "rate", NULL);
  by_hand_fill (plan, "drivers", "rate", "5");
  result = by_hand_evaluate (plan);
  g_assert_cmpint (plw_result_sustain (result, PLW_SUSTAIN_FINANCING_COST, 0), ==, 500);
  g_assert_cmpfloat (plw_result_financing_ratio (result, 0), ==, 0);
}

/* Parks need 1,000 less a saving of 100 that is half delivered: 950, of which 475 is there. A wholly unfunded
 * parks would raise the health service's wards by 20% in each of the two years that follow. Wards cost 500,
 * and 550 from the third year on.
 *
 *   the shortfall  475 a year is not spent   costs 20% x 50% of 500 = 50, then twice 20% x 50% of 550 = 110
 *   the saving     50 a year, of the 1,000 that would be needed without it: 5%
 *                                            costs 20% x 5% of 500 = 5, then twice 20% x 5% of 550 = 11
 */
static PlwPlan *
new_false_economy (void)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "partners", "code", "council", NULL);
  by_hand_add (plan, "partners", "code", "health", NULL);
  by_hand_add (plan, "drivers", "code", "prices", "2026/27", "0", "2027/28", "0", "2028/29", "10", "2029/30",
               "0", "2030/31", "0", NULL);
  by_hand_add (plan, "lines", "code", "parks", "partner", "council", NULL);
  by_hand_add (plan, "lines", "code", "wards", "partner", "health", NULL);
  by_hand_add (plan, "lines", "code", "buses", "partner", "council", NULL);
  by_hand_add (plan, "costs", "line", "parks", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "costs", "line", "wards", "element", "all", "base", "500", "price_driver", "prices",
               NULL);
  by_hand_add (plan, "costs", "line", "buses", "element", "all", "base", "70", NULL);
  by_hand_add (plan, "changes", "code", "mowing", "line", "parks", "kind", "saving", "delivery", "50",
               "2026/27", "100", NULL);
  by_hand_add (plan, "changes", "code", "tickets", "line", "buses", "kind", "saving", "2026/27", "7", NULL);
  by_hand_add (plan, "spillovers", "from_line", "parks", "to_line", "wards", "rise", "20", "lag", "1",
               "duration", "2", NULL);
  by_hand_add (plan, "pots", "code", "green", NULL);
  by_hand_add (plan, "pots", "code", "nhs", NULL);
  by_hand_add (plan, "ringfences", "pot", "green", "use_kind", "line", "use_code", "parks", NULL);
  by_hand_add (plan, "ringfences", "pot", "nhs", "use_kind", "line", "use_code", "wards", NULL);
  by_hand_fill (plan, "pots", "green", "475");
  by_hand_fill (plan, "pots", "nhs", "10000");
  return plan;
}

static void
check_economy (const PlwFalseEconomy *economy, size_t from, size_t to, int64_t gross, const int64_t *costs)
{
  g_assert_cmpuint (economy->use, ==, from);
  g_assert_cmpuint (economy->n_knock_ons, ==, 1);
  g_assert_cmpuint (economy->knock_ons[0].use, ==, to);
  for (size_t year = 0; year < N_YEARS; year++)
    {
      g_assert_cmpint (economy->gross[year], ==, gross);
      g_assert_cmpint (economy->knock_ons[0].cost[year], ==, costs[year]);
      g_assert_cmpint (economy->net[year], ==, gross - costs[year]);
    }
}

static void
test_false_economy (void)
{
  static const int64_t shortfall[N_YEARS] = { 0, 5000, 11000, 11000, 11000 };
  static const int64_t saving[N_YEARS] = { 0, 500, 1100, 1100, 1100 };
  g_autoptr (PlwPlan) plan = new_false_economy ();
  g_autoptr (PlwResult) result = by_hand_evaluate (plan);
  g_autoptr (GPtrArray) economies = plw_result_false_economies (result);
  g_autofree char *text = plw_result_to_text (result, PLW_RESULT_FALSE_ECONOMY, PLW_FORMAT_CSV);
  size_t parks = by_hand_use (result, PLW_USE_LINE, "parks");
  size_t wards = by_hand_use (result, PLW_USE_LINE, "wards");

  g_assert_cmpuint (economies->len, ==, 2);
  check_economy (economies->pdata[0], parks, wards, 47500, shortfall);
  check_economy (economies->pdata[1], parks, wards, 5000, saving);
  g_assert_cmpuint (((const PlwFalseEconomy *) economies->pdata[0])->change, ==, SIZE_MAX);
  g_assert_cmpuint (((const PlwFalseEconomy *) economies->pdata[1])->change, ==, 0);
  for (size_t year = 0; year < N_YEARS; year++)
    g_assert_cmpint (plw_result_use (result, wards)->need[year], ==,
                     (year < 2 ? 50000 : 55000) + shortfall[year]);
  g_assert_nonnull (strstr (text, "\nshortfall,parks,parks,council,gross,2026/27,475.00\n"));
  g_assert_nonnull (strstr (text, "\nshortfall,parks,wards,health,knock_on,2027/28,50.00\n"));
  g_assert_nonnull (strstr (text, "\nsaving,mowing,wards,health,knock_on,2028/29,11.00\n"));
  g_assert_nonnull (strstr (text, "\nsaving,mowing,parks,council,net,2030/31,39.00\n"));
}

static int64_t
find_cost (const GPtrArray *economies, size_t to, size_t year)
{
  int64_t cost = 0;

  for (guint i = 0; i < economies->len; i++)
    {
      const PlwFalseEconomy *economy = economies->pdata[i];

      for (size_t k = 0; k < economy->n_knock_ons && economy->change == SIZE_MAX; k++)
        if (economy->knock_ons[k].use == to)
          cost += economy->knock_ons[k].cost[year];
    }
  return cost;
}

/* What shortfalls cost other lines is what knock-on effects have raised their needs by; each of either is
 * rounded. */
static char *
ask_spillovers (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (GPtrArray) economies = plw_result_false_economies (reference->result);

  for (size_t line = 0; line < plw_plan_n_rows (plan, PLW_TABLE_LINES); line++)
    {
      int64_t raised = 0;

      for (size_t year = 0; year < reference->n_years; year++)
        {
          int64_t allowance = (int64_t) year + 1 + (int64_t) plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS);
          int64_t cost = find_cost (economies, line, year);

          raised += plw_result_bridge (reference->result, line, PLW_BRIDGE_SPILLOVER, year);
          if (ABS (cost - raised) > allowance)
            return g_strdup_printf ("line %s, year %" G_GSIZE_FORMAT ": raised by %" G_GINT64_FORMAT
                                    ", shortfalls elsewhere cost it %" G_GINT64_FORMAT,
                                    plw_result_use (reference->result, line)->code, year, raised, cost);
        }
    }
  return NULL;
}

static void
test_spillovers (void)
{
  many_plans_ask (ask_spillovers, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
check_net (const Reference *reference, const PlwFalseEconomy *economy)
{
  int64_t all = 0;

  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t net = economy->gross[year];

      for (size_t k = 0; k < economy->n_knock_ons; k++)
        {
          net -= economy->knock_ons[k].cost[year];
          all += economy->knock_ons[k].cost[year];
          if (economy->knock_ons[k].cost[year] < 0)
            return g_strdup_printf ("a knock-on effect saves in year %" G_GSIZE_FORMAT, year);
        }
      if (net != economy->net[year])
        return g_strdup_printf ("net of year %" G_GSIZE_FORMAT " is %" G_GINT64_FORMAT, year,
                                economy->net[year]);
      if (economy->change == SIZE_MAX
          && economy->gross[year] != plw_result_shortfall (reference->result, economy->use, year))
        return g_strdup_printf ("gross of year %" G_GSIZE_FORMAT " is not the shortfall", year);
    }
  return all > 0 ? NULL : g_strdup ("an economy that costs nothing elsewhere");
}

static char *
ask_nets (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (GPtrArray) economies = plw_result_false_economies (reference->result);
  char *wrong = NULL;

  for (guint i = 0; i < economies->len && wrong == NULL; i++)
    wrong = check_net (reference, economies->pdata[i]);
  return wrong;
}

static void
test_nets (void)
{
  many_plans_ask (ask_nets, RANDOM_PLAN_ANY, N_PLANS);
}

/* Revenue needs are either ongoing or once only, and so is the money that meets them, with what is left over.
 */
static char *
ask_gap (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  const PlwResult *result = reference->result;

  for (size_t year = 0; year < reference->n_years; year++)
    {
      int64_t ongoing = plw_result_sustain (result, PLW_SUSTAIN_ONGOING_NEED, year);
      int64_t one_off = plw_result_sustain (result, PLW_SUSTAIN_ONE_OFF_NEED, year);
      int64_t money = plw_result_sustain (result, PLW_SUSTAIN_ONGOING_MONEY, year);
      int64_t need = 0;
      int64_t funded = 0;

      for (size_t i = 0; i < plw_result_n_uses (result); i++)
        if (plw_result_use (result, i)->part == PLW_PART_REVENUE)
          {
            need += plw_result_use (result, i)->need[year];
            funded += plw_result_use (result, i)->funded[year];
          }
      if (ongoing + one_off != need)
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": needs of %" G_GINT64_FORMAT
                                " are split into %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT,
                                year, need, ongoing, one_off);
      if (plw_result_sustain (result, PLW_SUSTAIN_STRUCTURAL_GAP, year) != ongoing - money)
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": the gap is not the difference", year);
      if (money + plw_result_sustain (result, PLW_SUSTAIN_ONE_OFF_MONEY, year) < funded)
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": more is funded than there is money", year);
    }
  return NULL;
}

static void
test_gap (void)
{
  many_plans_ask (ask_gap, RANDOM_PLAN_ANY, N_PLANS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/sustain/structural-gap", test_structural_gap);
  g_test_add_func ("/engine/sustain/no-revenue-no-ratio", test_no_revenue);
  g_test_add_func ("/engine/sustain/false-economy", test_false_economy);
  g_test_add_func ("/engine/sustain/needs-and-money-are-split", test_gap);
  g_test_add_func ("/engine/sustain/shortfalls-cost-what-needs-rise-by", test_spillovers);
  g_test_add_func ("/engine/sustain/net-is-gross-less-costs", test_nets);
  return g_test_run ();
}
