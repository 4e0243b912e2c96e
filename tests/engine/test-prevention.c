/* test-prevention.c: prevention worked out on paper, by the reference and by the engine.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cohort is worked as in the cost benefit analysis of New Economy and the Greater Manchester
 * Combined Authority (supplementary Green Book guidance, HM Treasury 2014): who is engaged, who
 * stays, for whom it works, less deadweight, times a unit cost, less the correction of the grade of
 * evidence (grade 4: 15%). The unit cost is their database's (v1.4) SS1.0, a child taken into care
 * for a year, 51,080 in 2013/14 prices, there brought up to 52,675.64. 3.5% is the Green Book's rate.
 */
#include "by-hand.h"
#include "reference.h"

#include <placewright/prevention.h>

#define N_YEARS 5

/* 400 x 60% x 80% x 25% x (1 - 20%) x 52,675.64 x (1 - 15%) is 1,719,332.89 a year: nothing in the first
 * year, half in the second, then all of it, then a tenth less each year.
 */
static const int64_t cohort_gross[N_YEARS] = { 0, 85966644, 171933289, 154739960, 139265964 };

/* 1,500,000, then 600,000 a year, 10% more for optimism. */
static const int64_t cohort_cost[N_YEARS] = { 165000000, 66000000, 66000000, 66000000, 66000000 };

static PlwPlan *
make_cohort (void)
{
  static const char *const partners[] = { "council", "nhs", "dwp", "justice" };
  PlwPlan *plan = by_hand_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (partners); i++)
    by_hand_add (plan, "partners", "code", partners[i], NULL);
  by_hand_add (plan, "lines", "code", "care", "partner", "council", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", "20000000", NULL);
  by_hand_add (plan, "pots", "code", "budget", "partner", "council", NULL);
  by_hand_fill (plan, "pots", "budget", "25000000");
  by_hand_add (plan, "programmes", "code", "early", "evidence", "4", "cost_correction", "10", NULL);
  by_hand_add (plan, "programme_years", "programme", "early", "measure", "intake", "2026/27", "400", NULL);
  by_hand_add (plan, "programme_years", "programme", "early", "measure", "revenue", NULL);
  by_hand_fill (plan, "programme_years", "early/revenue", "600000");
  plw_plan_set (plan, PLW_TABLE_PROGRAMME_YEARS, 1,
                plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, 2026),
                plw_value_number (1500000 * PLW_DECIMAL_ONE));
  return plan;
}

/* @engaged: 60 for the whole of it, 33 for 55% */
static void
add_effect (PlwPlan *plan, const char *code, const char *line, const char *partner, const char *engaged)
{
  by_hand_add (plan, "effects", "programme", "early", "code", code, "line", line, "partner", partner,
               "engaged", engaged, "retained", "80", "success", "25", "deadweight", "20", "unit_value",
               "52675.64", "lag", "1", "ramp", "2", "drop", "10", NULL);
}

static void
check_near (const char *what, double found, double expected, double allowance)
{
  if (ABS (found - expected) > allowance)
    g_test_fail_printf ("%s: %.6f, on paper %.6f", what, found, expected);
}

/* Pence of every year. */
static void
check_years (const char *what, const RefReal *found, const int64_t *expected)
{
  for (size_t year = 0; year < N_YEARS; year++)
    check_near (what, (double) found[year], (double) expected[year], 0.5);
}

static Reference *
ask_reference (const PlwPlan *plan, const PlwResult *result)
{
  Reference *reference = reference_new (plan, "today", result);

  g_assert_cmpuint (reference->n_programmes, ==, 1);
  return reference;
}

/* All of it cash: present values 4,074,232.28 and 5,044,899.45; paid back in the fourth year. */
static void
test_reference_cohort (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (Reference) reference = NULL;
  const RefAccount *early;
  RefValley valley;

  add_effect (plan, "care", "care", "", "60");
  result = by_hand_evaluate (plan);
  reference = ask_reference (plan, result);
  early = &reference->programmes[0].account;
  check_years ("saved", early->saved, cohort_gross);
  check_near ("present cost", (double) early->pv_cost, 407423228, 0.5);
  check_near ("present benefit", (double) early->pv_saved, 504489945, 0.5);
  check_near ("net present value", (double) ((early->pv_saved + early->pv_released) - early->pv_cost),
              97066717, 0.5);
  check_near ("ratio", (double) ((early->pv_saved + early->pv_released) / early->pv_cost), 1.2382, 0.00005);
  valley = reference_valley (reference, early, 0);
  g_assert_cmpint (valley.payback, ==, 2029);
  for (size_t year = 0; year < N_YEARS; year++)
    {
      g_assert_cmpint (early->cost[year], ==, cohort_cost[year]);
      check_near ("share", (double) reference->programmes[0].share[year], 1, 0);
      check_near ("overlap", (double) early->overlap[year], 0, 0.001);
    }
}

static void
test_reference_half (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (Reference) reference = NULL;
  const RefAccount *half;

  add_effect (plan, "care", "care", "", "60");
  plw_plan_set (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_CASHABLE, plw_value_number (50 * PLW_DECIMAL_ONE));
  result = by_hand_evaluate (plan);
  reference = ask_reference (plan, result);
  half = &reference->programmes[0].account;
  check_near ("cashable ratio", (double) (half->pv_saved / half->pv_cost), 0.6191, 0.00005);
  check_near ("net present value", (double) (half->pv_saved + half->pv_released - half->pv_cost), 97066717,
              0.5);
}

static void
test_reference_partners (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (Reference) reference = NULL;
  RefReal council = 0;
  RefReal others = 0;

  add_effect (plan, "care", "care", "", "33");
  add_effect (plan, "wards", "", "nhs", "15");
  add_effect (plan, "benefits", "", "dwp", "9");
  add_effect (plan, "courts", "", "justice", "3");
  result = by_hand_evaluate (plan);
  reference = ask_reference (plan, result);
  g_assert_cmpuint (reference->n_partners, ==, 4);
  for (size_t i = 0; i < reference->n_partners; i++)
    {
      const RefPartner *position = reference_position (reference, 0, i);

      (i == 0 ? &council : &others)[0] += position->pv_benefit - position->pv_paid;
    }
  check_near ("council", (double) council, -129953758, 0.5);
  check_near ("others", (double) others, 227020475, 0.5);
}

/* Whole pence of every year. */
static void
check_pence (const char *what, const int64_t *found, const int64_t *expected)
{
  for (size_t year = 0; year < N_YEARS; year++)
    if (found[year] != expected[year])
      g_test_fail_printf ("%s, year %" G_GSIZE_FORMAT ": %" G_GINT64_FORMAT ", on paper %" G_GINT64_FORMAT,
                          what, year + 1, found[year], expected[year]);
}

/* The same, from the engine: to the penny, and what the line needs is that much less. */
static void
test_cohort (void)
{
  static const int64_t noughts[N_YEARS] = { 0 };
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  const PlwProgramme *early;

  add_effect (plan, "care", "care", "", "60");
  result = by_hand_evaluate (plan);
  g_assert_cmpuint (plw_result_n_programmes (result), ==, 1);
  early = plw_result_programme (result, 0);
  check_pence ("cost", early->cost, cohort_cost);
  check_pence ("saved", early->saved, cohort_gross);
  check_pence ("released", early->released, noughts);
  check_pence ("overlap", early->overlap, noughts);
  g_assert_cmpint (early->appraisal.pv_cost, ==, 407423228);
  g_assert_cmpint (early->appraisal.pv_saved, ==, 504489945);
  g_assert_cmpint (early->appraisal.npv, ==, 97066717);
  check_near ("ratio", early->appraisal.benefit_cost_ratio, 1.2382, 0.00005);
  check_near ("cashable ratio", early->appraisal.cashable_ratio, 1.2382, 0.00005);
  g_assert_cmpint (early->appraisal.payback_year, ==, 2029);
  for (size_t year = 0; year < N_YEARS; year++)
    {
      check_near ("share", early->funded_share[year], 1, 0);
      g_assert_cmpint (plw_result_use (result, by_hand_use (result, PLW_USE_LINE, "care"))->need[year], ==,
                       2000000000 - cohort_gross[year]);
      g_assert_cmpint (plw_result_bridge (result, SIZE_MAX, PLW_BRIDGE_PREVENTION, year), ==,
                       -(cohort_gross[year] - (year > 0 ? cohort_gross[year - 1] : 0)));
    }
}

/* Spent less saved so far: 1.65m, 1.450m, 0.391m, then 0.496m to the good. */
static void
test_valley (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (PlwResult) carried = NULL;

  add_effect (plan, "care", "care", "", "60");
  result = by_hand_evaluate (plan);
  g_assert_cmpint (plw_result_programme (result, 0)->appraisal.valley_depth, ==, 165000000);
  g_assert_cmpint (plw_result_programme (result, 0)->appraisal.valley_years, ==, 3);
  g_assert_cmpint (plw_result_programme (result, 0)->appraisal.valley_close, ==, 2029);
  g_assert_false (plw_result_programme (result, 0)->appraisal.is_carried);

  /* A reserve that holds exactly the deepest of it above its minimum. */
  by_hand_add (plan, "pots", "code", "reserve", "opening", "1900000", "minimum_balance", "250000", "unspent",
               "keep", NULL);
  by_hand_add (plan, "plan", "key", "general_reserve", "value", "reserve", NULL);
  carried = by_hand_evaluate (plan);
  g_assert_true (plw_result_programme (carried, 0)->appraisal.is_carried);
}

static void
test_half (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;

  add_effect (plan, "care", "care", "", "60");
  plw_plan_set (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_CASHABLE, plw_value_number (50 * PLW_DECIMAL_ONE));
  result = by_hand_evaluate (plan);
  check_near ("cashable ratio", plw_result_programme (result, 0)->appraisal.cashable_ratio, 0.6191, 0.00005);
  check_near ("ratio", plw_result_programme (result, 0)->appraisal.benefit_cost_ratio, 1.2382, 0.00005);
  check_near ("net present value", (double) plw_result_programme (result, 0)->appraisal.npv, 97066717, 1);
}

/* The council pays it all and has 55% of what comes of it: the wrong pockets. */
static void
test_partners (void)
{
  g_autoptr (PlwPlan) plan = make_cohort ();
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (GArray) transfers = NULL;
  int64_t others = 0;
  int64_t paid = 0;

  add_effect (plan, "care", "care", "", "33");
  add_effect (plan, "wards", "", "nhs", "15");
  add_effect (plan, "benefits", "", "dwp", "9");
  add_effect (plan, "courts", "", "justice", "3");
  result = by_hand_evaluate (plan);
  g_assert_cmpuint (plw_result_n_partners (result), ==, 4);
  check_near ("council", (double) plw_result_partner (result, 0, 0)->pv_position, -129953758, 1);
  check_pence ("council paid", plw_result_partner (result, 0, 0)->paid, cohort_cost);
  for (size_t i = 1; i < 4; i++)
    others += plw_result_partner (result, SIZE_MAX, i)->pv_position;
  check_near ("others", (double) others, 227020475, 1);

  /* 25/45 of it is the health service's, and the largest pays first: it has nearly enough alone. */
  g_assert_true (plw_result_transfers (result, SIZE_MAX, &transfers));
  g_assert_cmpuint (transfers->len, ==, 2);
  for (guint i = 0; i < transfers->len; i++)
    {
      g_assert_cmpuint (g_array_index (transfers, PlwTransfer, i).from, ==, i + 1);
      g_assert_cmpuint (g_array_index (transfers, PlwTransfer, i).to, ==, 0);
      paid += g_array_index (transfers, PlwTransfer, i).pence;
    }
  g_assert_cmpint (paid, ==, -plw_result_partner (result, SIZE_MAX, 0)->pv_position);
}

/* A programme that takes in @intake in the first year, costs nothing unless told, and has grade 1. */
static void
add_programme (PlwPlan *plan, const char *code, const char *intake)
{
  by_hand_add (plan, "programmes", "code", code, "evidence", "1", NULL);
  by_hand_add (plan, "programme_years", "programme", code, "measure", "intake", "2026/27", intake, NULL);
}

static PlwPlan *
make_line (const char *base)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", base, NULL);
  by_hand_add (plan, "pots", "code", "budget", NULL);
  return plan;
}

static int64_t
get_need (const PlwResult *result, size_t year)
{
  return plw_result_use (result, by_hand_use (result, PLW_USE_LINE, "care"))->need[year];
}

/* 30% and 50% of 100,000 leave 35%, so 65,000 is saved: 24,375 and 40,625, and 15,000 counted once. */
static void
test_overlap (void)
{
  static const int64_t saved[2][N_YEARS] = { { 0, 2437500, 2437500, 2437500, 2437500 },
                                             { 0, 4062500, 4062500, 4062500, 4062500 } };
  static const int64_t overlap[2][N_YEARS] = { { 0, 562500, 562500, 562500, 562500 },
                                               { 0, 937500, 937500, 937500, 937500 } };
  g_autoptr (PlwPlan) plan = make_line ("100000");
  g_autoptr (PlwResult) result = NULL;

  add_programme (plan, "a", "1");
  add_programme (plan, "b", "10");
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "30000", NULL);
  by_hand_add (plan, "effects", "programme", "b", "code", "e", "line", "care", "unit_value", "5000", NULL);
  result = by_hand_evaluate (plan);
  for (size_t i = 0; i < 2; i++)
    {
      check_pence ("saved", plw_result_programme (result, i)->saved, saved[i]);
      check_pence ("overlap", plw_result_programme (result, i)->overlap, overlap[i]);
    }
  g_assert_cmpint (get_need (result, 0), ==, 10000000);
  g_assert_cmpint (get_need (result, 1), ==, 3500000);
}

/* Twice what the line needs saves all of it and not more. */
static void
test_beyond_need (void)
{
  static const int64_t saved[N_YEARS] = { 0, 10000000, 10000000, 10000000, 10000000 };
  g_autoptr (PlwPlan) plan = make_line ("100000");
  g_autoptr (PlwResult) result = NULL;

  add_programme (plan, "a", "2");
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "100000", NULL);
  result = by_hand_evaluate (plan);
  check_pence ("saved", plw_result_programme (result, 0)->saved, saved);
  check_pence ("overlap", plw_result_programme (result, 0)->overlap, saved);
  g_assert_cmpint (get_need (result, 4), ==, 0);
}

/* A third, two thirds and all of 90,000 a year, of which wards of 30,000 each close: the steps are met
 * exactly, though no third is a decimal. With wards of 40,000 the rest is released.
 */
static void
test_steps (void)
{
  static const int64_t met[N_YEARS] = { 0, 3000000, 6000000, 9000000, 9000000 };
  static const int64_t held[N_YEARS] = { 0, 0, 4000000, 8000000, 8000000 };
  static const int64_t released[N_YEARS] = { 0, 3000000, 2000000, 1000000, 1000000 };
  g_autoptr (PlwPlan) plan = make_line ("1000000");
  g_autoptr (PlwResult) result = NULL;
  g_autoptr (PlwResult) larger = NULL;

  add_programme (plan, "a", "3");
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "30000", "ramp",
               "3", "release_step", "30000", NULL);
  result = by_hand_evaluate (plan);
  check_pence ("saved", plw_result_programme (result, 0)->saved, met);
  plw_plan_set (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_RELEASE_STEP, plw_value_number (4000000));
  larger = by_hand_evaluate (plan);
  check_pence ("saved", plw_result_programme (larger, 0)->saved, held);
  check_pence ("released", plw_result_programme (larger, 0)->released, released);
  g_assert_cmpint (get_need (larger, 2), ==, 100000000 - 4000000);
}

/* @parts of @whole pounds of cost are there, and the effect comes up over @ramp years: each year a whole
 * number of 57 pounds, 57% of 100, though hardly one of the figures is a binary number.
 */
static void
check_steps (int parts, int whole, int ramp)
{
  g_autofree char *intake = g_strdup_printf ("%d", whole * ramp);
  g_autofree char *cost = g_strdup_printf ("%d", whole);
  g_autofree char *money = g_strdup_printf ("%d", parts);
  g_autofree char *years = g_strdup_printf ("%d", ramp);
  g_autofree char *what = g_strdup_printf ("%d/%d funded, %d years", parts, whole, ramp);
  g_autoptr (PlwPlan) plan = make_line ("1000000");
  g_autoptr (PlwResult) result = NULL;
  int64_t saved[N_YEARS];

  add_programme (plan, "a", intake);
  by_hand_add (plan, "programme_years", "programme", "a", "measure", "revenue", "2026/27", cost, NULL);
  by_hand_add (plan, "pots", "code", "grant", "2026/27", money, NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "programme", "use_code", "a", NULL);
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "100", "success",
               "57", "ramp", years, "release_step", "57", NULL);
  for (int year = 0; year < N_YEARS; year++)
    saved[year] = INT64_C (5700) * parts * MIN (year, ramp);
  result = by_hand_evaluate (plan);
  check_pence (what, plw_result_programme (result, 0)->saved, saved);
}

static void
test_exact_steps (void)
{
  for (int ramp = 1; ramp <= 7; ramp++)
    for (int whole = 2; whole <= 9; whole++)
      for (int parts = 1; parts < whole; parts++)
        check_steps (parts, whole, ramp);
}

/* Two thirds of the cost, revenue and capital together, reach two thirds of the people; what needs nothing
 * reaches all.
 */
static void
test_funded_share (void)
{
  static const int64_t saved[N_YEARS] = { 0, 6000000, 15000000, 15000000, 15000000 };
  g_autoptr (PlwPlan) plan = make_line ("1000000");
  g_autoptr (PlwResult) result = NULL;

  add_programme (plan, "a", "3");
  by_hand_add (plan, "programme_years", "programme", "a", "measure", "revenue", "2026/27", "600", NULL);
  by_hand_add (plan, "programme_years", "programme", "a", "measure", "capital", "2026/27", "300", NULL);
  by_hand_add (plan, "pots", "code", "grant", "2026/27", "600", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "programme", "use_code", "a", NULL);
  plw_plan_set (plan, PLW_TABLE_PROGRAMME_YEARS, 0,
                plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, 2027),
                plw_value_number (3 * PLW_DECIMAL_ONE));
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "30000", NULL);
  result = by_hand_evaluate (plan);
  check_near ("share", plw_result_programme (result, 0)->funded_share[0], 2.0 / 3.0, 1e-12);
  check_near ("share", plw_result_programme (result, 0)->funded_share[1], 1, 0);
  check_pence ("saved", plw_result_programme (result, 0)->saved, saved);
}

/* Lag 2, two years of it, prices rising by 10%, a unit cost of 100 at prices of 2020/21, when the index was
 * 80 and is 100 now: 125 a head.
 */
static void
test_prices (void)
{
  static const int64_t saved[N_YEARS] = { 0, 0, 16638, 18301, 0 };
  g_autoptr (PlwPlan) plan = make_line ("1000000");
  g_autoptr (PlwResult) result = NULL;

  by_hand_add (plan, "drivers", "code", "prices", "2026/27", "10", NULL);
  by_hand_add (plan, "unit_costs", "code", "stay", "value", "100", "prices", "2020/21", NULL);
  by_hand_add (plan, "price_index", "year", "2020/21", "value", "80", NULL);
  by_hand_add (plan, "price_index", "year", "2025/26", "value", "100", NULL);
  add_programme (plan, "a", "1");
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_cost", "stay",
               "price_driver", "prices", "lag", "2", "duration", "2", NULL);
  result = by_hand_evaluate (plan);
  check_pence ("saved", plw_result_programme (result, 0)->saved, saved);
}

/* Half of parks unfunded raises care by half of 40%, a year later and for a year; prevention takes its part
 * of what that leaves, not of the base.
 */
static void
test_spillover (void)
{
  g_autoptr (PlwPlan) plan = make_line ("100000");
  g_autoptr (PlwResult) result = NULL;

  by_hand_add (plan, "lines", "code", "parks", NULL);
  by_hand_add (plan, "costs", "line", "parks", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "pots", "code", "parks", "2026/27", "500", "2027/28", "1000", NULL);
  by_hand_add (plan, "ringfences", "pot", "parks", "use_kind", "line", "use_code", "parks", NULL);
  by_hand_add (plan, "ringfences", "pot", "budget", "use_kind", "line", "use_code", "care", NULL);
  by_hand_add (plan, "spillovers", "from_line", "parks", "to_line", "care", "rise", "40", NULL);
  add_programme (plan, "a", "1");
  add_programme (plan, "b", "1");
  by_hand_add (plan, "effects", "programme", "a", "code", "e", "line", "care", "unit_value", "60000", NULL);
  by_hand_add (plan, "effects", "programme", "b", "code", "e", "line", "care", "unit_value", "30000", NULL);
  result = by_hand_evaluate (plan);
  g_assert_cmpint (get_need (result, 0), ==, 10000000);
  /* 120,000 x 50% x 75%; 100,000 x 40% x 70%; then parks has nothing: 140,000 x 4/7 x 11/14. */
  g_assert_cmpint (get_need (result, 1), ==, 4500000);
  g_assert_cmpint (get_need (result, 2), ==, 2800000);
  g_assert_cmpint (get_need (result, 3), ==, 6285714);
  g_assert_cmpint (
      plw_result_bridge (result, by_hand_use (result, PLW_USE_LINE, "care"), PLW_BRIDGE_SPILLOVER, 1), ==,
      2000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/prevention/reference-has-the-cohort", test_reference_cohort);
  g_test_add_func ("/engine/prevention/reference-has-half-in-cash", test_reference_half);
  g_test_add_func ("/engine/prevention/reference-has-the-partners", test_reference_partners);
  g_test_add_func ("/engine/prevention/cohort", test_cohort);
  g_test_add_func ("/engine/prevention/valley", test_valley);
  g_test_add_func ("/engine/prevention/half-in-cash", test_half);
  g_test_add_func ("/engine/prevention/wrong-pockets", test_partners);
  g_test_add_func ("/engine/prevention/overlap", test_overlap);
  g_test_add_func ("/engine/prevention/beyond-need", test_beyond_need);
  g_test_add_func ("/engine/prevention/whole-steps", test_steps);
  g_test_add_func ("/engine/prevention/whole-steps-of-fractions", test_exact_steps);
  g_test_add_func ("/engine/prevention/funded-share", test_funded_share);
  g_test_add_func ("/engine/prevention/prices", test_prices);
  g_test_add_func ("/engine/prevention/spillover", test_spillover);
  return g_test_run ();
}
