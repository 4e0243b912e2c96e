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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/prevention/reference-has-the-cohort", test_reference_cohort);
  g_test_add_func ("/engine/prevention/reference-has-half-in-cash", test_reference_half);
  g_test_add_func ("/engine/prevention/reference-has-the-partners", test_reference_partners);
  return g_test_run ();
}
