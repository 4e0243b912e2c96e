/* test-partners.c: who pays for prevention, who gains by it, and what evens it out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"
#include "many-plans.h"

#include <placewright/prevention.h>

#include <string.h>

#define N_PLANS 300

/* Partners that can pay; what belongs to nobody comes after them. */
static size_t
count_partners (const Reference *reference)
{
  return plw_plan_n_rows (reference->plan, PLW_TABLE_PARTNERS);
}

/* Pays @transfers out of @positions. @ret_paid: the sum. */
static char *
pay (const GArray *transfers, int64_t *positions, size_t n_partners, int64_t *ret_paid)
{
  *ret_paid = 0;
  for (guint i = 0; i < transfers->len; i++)
    {
      const PlwTransfer *transfer = &g_array_index (transfers, PlwTransfer, i);

      if (transfer->from >= n_partners || transfer->to >= n_partners || transfer->from == transfer->to)
        return g_strdup_printf ("transfer %u is from %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT, i,
                                transfer->from, transfer->to);
      if (transfer->pence <= 0)
        return g_strdup_printf ("transfer %u is of %" G_GINT64_FORMAT, i, transfer->pence);
      positions[transfer->from] -= transfer->pence;
      positions[transfer->to] += transfer->pence;
      *ret_paid += transfer->pence;
    }
  return NULL;
}

static char *
check_transfers (const GArray *transfers, const int64_t *before, size_t n_partners)
{
  g_autofree int64_t *after = g_memdup2 (before, n_partners * sizeof *before);
  int64_t losses = 0;
  int64_t paid;
  char *wrong = pay (transfers, after, n_partners, &paid);

  if (wrong != NULL)
    return wrong;
  for (size_t i = 0; i < n_partners; i++)
    {
      losses += MAX (0, -before[i]);
      if (after[i] < 0 || (before[i] < 0 && after[i] > 0) || (before[i] >= 0 && after[i] > before[i]))
        return g_strdup_printf ("partner %" G_GSIZE_FORMAT " goes from %" G_GINT64_FORMAT
                                " to %" G_GINT64_FORMAT,
                                i, before[i], after[i]);
    }
  if (paid != losses)
    return g_strdup_printf ("%" G_GINT64_FORMAT " is paid for losses of %" G_GINT64_FORMAT, paid, losses);
  if (transfers->len > 0 && transfers->len >= n_partners)
    return g_strdup_printf ("%u payments among %" G_GSIZE_FORMAT " partners", transfers->len, n_partners);
  return NULL;
}

static char *
check_programme (const Reference *reference, size_t programme)
{
  size_t n_partners = count_partners (reference);
  g_autofree int64_t *positions = g_new0 (int64_t, n_partners + 1);
  g_autoptr (GArray) transfers = NULL;
  int64_t sum = 0;
  bool is_possible;

  for (size_t i = 0; i < n_partners; i++)
    {
      const PlwPartnerYears *partner = plw_result_partner (reference->result, programme, i);

      if (partner->row != i)
        return g_strdup_printf ("partner %" G_GSIZE_FORMAT " is that of row %" G_GSIZE_FORMAT, i,
                                partner->row);
      positions[i] = partner->pv_position;
      sum += partner->pv_position;
    }
  is_possible = plw_result_transfers (reference->result, programme, &transfers);
  if (is_possible != (sum >= 0) || is_possible != (transfers != NULL))
    return g_strdup_printf ("all together have %" G_GINT64_FORMAT ", so it is %s that it can be evened out",
                            sum, is_possible ? "wrong" : "right");
  return is_possible ? check_transfers (transfers, positions, n_partners) : NULL;
}

static char *
ask_transfers (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  char *wrong = check_programme (reference, SIZE_MAX);

  for (size_t i = 0; i < plw_result_n_programmes (reference->result) && wrong == NULL; i++)
    wrong = check_programme (reference, i);
  return wrong;
}

static void
test_transfers (void)
{
  many_plans_ask (ask_transfers, RANDOM_PLAN_ANY, N_PLANS);
}

/* Of one partner: the programmes' figures make those of all; present values are rounded one by one. */
static char *
check_sums (const PlwResult *result, size_t partner)
{
  const PlwPartnerYears *all = plw_result_partner (result, SIZE_MAX, partner);
  int64_t n_programmes = (int64_t) plw_result_n_programmes (result);
  int64_t pv_off = all->pv_position;

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      int64_t benefit = 0;
      int64_t paid = 0;

      for (size_t i = 0; i < plw_result_n_programmes (result); i++)
        {
          const PlwPartnerYears *one = plw_result_partner (result, i, partner);

          benefit += one->benefit[year];
          paid += one->paid[year];
          if (one->position[year] != one->benefit[year] - one->paid[year])
            return g_strdup_printf ("partner %s: the position in year %" G_GSIZE_FORMAT " is wrong",
                                    one->code, year);
        }
      if (benefit != all->benefit[year] || paid != all->paid[year] || benefit - paid != all->position[year])
        return g_strdup_printf (
            "partner %s, year %" G_GSIZE_FORMAT ": programmes add up to a benefit of %" G_GINT64_FORMAT
            " and %" G_GINT64_FORMAT " paid, not %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT,
            all->code, year, benefit, paid, all->benefit[year], all->paid[year]);
    }
  for (size_t i = 0; i < plw_result_n_programmes (result); i++)
    pv_off -= plw_result_partner (result, i, partner)->pv_position;
  if (all->pv_position != all->pv_benefit - all->pv_paid || ABS (pv_off) > n_programmes + 1)
    return g_strdup_printf ("partner %s: present values are %" G_GINT64_FORMAT " off", all->code, pv_off);
  return NULL;
}

static char *
ask_sums (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  char *wrong = NULL;

  for (size_t i = 0; i < plw_result_n_partners (reference->result) && wrong == NULL; i++)
    wrong = check_sums (reference->result, i);
  return wrong;
}

/* Amounts so small that adding up doubles is as good as exact. */
static void
test_sums (void)
{
  many_plans_ask (ask_sums, RANDOM_PLAN_MODEST, N_PLANS);
}

/* To whom an effect falls: who pays for the line, else the partner it names. */
static const char *
find_gainer (const PlwPlan *plan, size_t effect)
{
  const char *line = plw_plan_text (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_LINE);
  size_t row;

  if (*line == '\0')
    return plw_plan_text (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_PARTNER);
  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_LINES, line, &row));
  return plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_PARTNER);
}

static int64_t
find_benefit (const PlwPlan *plan,
              const PlwResult *result,
              size_t programme,
              const char *partner,
              size_t year)
{
  int64_t benefit = 0;

  for (size_t i = 0; i < plw_result_n_effects (result); i++)
    {
      const PlwEffectYears *effect = plw_result_effect (result, i);

      if (effect->programme == programme && g_str_equal (find_gainer (plan, effect->row), partner))
        benefit += effect->saved[year] + effect->released[year];
    }
  return benefit;
}

static int64_t
find_paid (const PlwPlan *plan, const PlwResult *result, size_t programme, const char *partner, size_t year)
{
  int64_t paid = 0;

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);
      const PlwUse *use = plw_result_use (result, flow->use);
      const char *payer =
          plw_plan_text (plan, PLW_TABLE_POTS, plw_result_pot (result, flow->pot)->row, PLW_POTS_PARTNER);

      if (flow->year == year && use->kind == PLW_USE_PROGRAMME
          && g_str_equal (use->code, plw_result_programme (result, programme)->code)
          && g_str_equal (payer, partner))
        paid += flow->pence;
    }
  return paid;
}

static char *
check_partner (const PlwPlan *plan, const PlwResult *result, size_t programme, size_t partner)
{
  const PlwPartnerYears *held = plw_result_partner (result, programme, partner);
  const char *code = held->row == SIZE_MAX ? "" : held->code;

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      int64_t benefit = find_benefit (plan, result, programme, code, year);
      int64_t paid = find_paid (plan, result, programme, code, year);

      if (held->benefit[year] != benefit || held->paid[year] != paid)
        return g_strdup_printf ("programme %" G_GSIZE_FORMAT ", partner “%s”, year %" G_GSIZE_FORMAT
                                ": effects give %" G_GINT64_FORMAT ", pots pay %" G_GINT64_FORMAT
                                ", not %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT,
                                programme, code, year, benefit, paid, held->benefit[year], held->paid[year]);
    }
  return NULL;
}

/* Where nobody is not among the partners, nothing is nobody's. */
static char *
check_nobody (const PlwPlan *plan, const PlwResult *result, size_t programme)
{
  if (plw_result_n_partners (result) > plw_plan_n_rows (plan, PLW_TABLE_PARTNERS))
    return NULL;
  for (size_t year = 0; year < plw_result_n_years (result); year++)
    if (find_benefit (plan, result, programme, "", year) != 0
        || find_paid (plan, result, programme, "", year) != 0)
      return g_strdup_printf ("programme %" G_GSIZE_FORMAT ": what is nobody's is left out", programme);
  return NULL;
}

static char *
ask_partners (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  const PlwResult *result = reference->result;
  char *wrong = NULL;

  for (size_t i = 0; i < plw_result_n_programmes (result) && wrong == NULL; i++)
    {
      wrong = check_nobody (plan, result, i);
      for (size_t k = 0; k < plw_result_n_partners (result) && wrong == NULL; k++)
        wrong = check_partner (plan, result, i, k);
    }
  return wrong;
}

static void
test_partners (void)
{
  many_plans_ask (ask_partners, RANDOM_PLAN_ANY, N_PLANS);
}

/* The council spends 100 in the first year so that wards cost health 60 less in each of the next three; and
 * 50 that come to nothing. Undiscounted: council -150, health +180, police nothing.
 */
static PlwPlan *
new_plan (void)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "plan", "key", "discount_rate", "value", "0", NULL);
  by_hand_add (plan, "partners", "code", "council", NULL);
  by_hand_add (plan, "partners", "code", "health", NULL);
  by_hand_add (plan, "partners", "code", "police", NULL);
  by_hand_add (plan, "lines", "code", "wards", "partner", "health", NULL);
  by_hand_add (plan, "costs", "line", "wards", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "pots", "code", "own", "partner", "council", "2026/27", "150", NULL);
  by_hand_add (plan, "pots", "code", "nhs", "partner", "health", NULL);
  by_hand_add (plan, "ringfences", "pot", "nhs", "use_kind", "line", "use_code", "wards", NULL);
  by_hand_fill (plan, "pots", "nhs", "1000");
  by_hand_add (plan, "programmes", "code", "falls", "cost_correction", "0", "benefit_correction", "0", NULL);
  by_hand_add (plan, "programmes", "code", "idle", "cost_correction", "0", "benefit_correction", "0", NULL);
  by_hand_add (plan, "programme_years", "programme", "falls", "measure", "revenue", "2026/27", "100", NULL);
  by_hand_add (plan, "programme_years", "programme", "falls", "measure", "intake", "2026/27", "1", NULL);
  by_hand_add (plan, "programme_years", "programme", "idle", "measure", "revenue", "2026/27", "50", NULL);
  by_hand_add (plan, "effects", "programme", "falls", "code", "beds", "line", "wards", "unit_value", "60",
               "duration", "3", NULL);
  return plan;
}

static void
test_by_hand (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  g_autoptr (PlwResult) result = by_hand_evaluate (plan);
  g_autofree char *transfers = plw_result_to_text (result, PLW_RESULT_TRANSFERS, PLW_FORMAT_CSV);
  const PlwPartnerYears *council = plw_result_partner (result, SIZE_MAX, 0);
  const PlwPartnerYears *health = plw_result_partner (result, SIZE_MAX, 1);

  g_assert_cmpuint (plw_result_n_partners (result), ==, 3);
  g_assert_cmpint (council->paid[0], ==, 15000);
  g_assert_cmpint (council->pv_position, ==, -15000);
  g_assert_cmpint (health->benefit[0], ==, 0);
  for (size_t year = 1; year < 5; year++)
    g_assert_cmpint (health->benefit[year], ==, year < 4 ? 6000 : 0);
  g_assert_cmpint (health->pv_position, ==, 18000);
  g_assert_cmpint (plw_result_partner (result, SIZE_MAX, 2)->pv_position, ==, 0);
  g_assert_cmpstr (transfers, ==,
                   "programme,from,to,value\n"
                   "falls,health,council,100.00\n"
                   "idle,none-exists,,50.00\n"
                   "*,health,council,150.00\n");
}

/* Police gain 30 in each of the three years, too: nobody's gain alone makes up for the council's loss once
 * health gain but 40 a year. The larger gain pays first.
 */
static void
test_two_gainers (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  g_autoptr (PlwResult) result = NULL;
  g_autofree char *transfers = NULL;

  plw_plan_set (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE, plw_value_number (4000));
  by_hand_add (plan, "effects", "programme", "falls", "code", "calls", "partner", "police", "unit_value",
               "30", "duration", "3", NULL);
  result = by_hand_evaluate (plan);
  transfers = plw_result_to_text (result, PLW_RESULT_TRANSFERS, PLW_FORMAT_CSV);
  g_assert_cmpstr (transfers, ==,
                   "programme,from,to,value\n"
                   "falls,health,council,100.00\n"
                   "idle,none-exists,,50.00\n"
                   "*,health,council,120.00\n"
                   "*,police,council,30.00\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/partners/by-hand", test_by_hand);
  g_test_add_func ("/engine/partners/two-gainers", test_two_gainers);
  g_test_add_func ("/engine/partners/transfers-even-out", test_transfers);
  g_test_add_func ("/engine/partners/programmes-add-up", test_sums);
  g_test_add_func ("/engine/partners/benefits-are-effects-and-paid-is-flows", test_partners);
  return g_test_run ();
}
