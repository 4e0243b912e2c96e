/* test-appraisal.c: prevention and the bridge on many random plans, against the reference.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"
#include "census.h"
#include "many-plans.h"

#include <placewright/prevention.h>

#define N_PLANS 1000

static guint n_transfers;

static char *
ask_programmes (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_programmes (reference);
}

static void
test_programmes (void)
{
  many_plans_ask (ask_programmes, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_effects (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_effects (reference);
}

static void
test_effects (void)
{
  many_plans_ask (ask_effects, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_partners (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_partners (reference);
}

static void
test_partners (void)
{
  many_plans_ask (ask_partners, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_bridge (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_bridge (reference);
}

static void
test_bridge (void)
{
  many_plans_ask (ask_bridge, RANDOM_PLAN_ANY, N_PLANS);
}

/* From today's answer to this one. */
static char *
ask_two (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (PlwResult) result = many_plans_evaluate (plan, "today");
  g_autoptr (Reference) today = reference_new (plan, "today", result);

  return audit_two (today, reference);
}

static void
test_two (void)
{
  many_plans_ask (ask_two, RANDOM_PLAN_ANY, N_PLANS);
}

/* The programme's people and costs come a year later; the last year's are lost. */
static PlwPlan *
delay (const PlwPlan *plan, const char *programme)
{
  const PlwTableId table = PLW_TABLE_PROGRAMME_YEARS;
  PlwPlan *later = plw_plan_copy (plan);
  int first = plw_plan_base_year (plan) + 1;

  for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++)
    if (g_str_equal (plw_plan_text (plan, table, row, PLW_PROGRAMME_YEARS_PROGRAMME), programme))
      for (int year = first; year < first + (int) plw_plan_n_years (plan); year++)
        plw_plan_set (later, table, row, plw_plan_year_column (plan, table, year),
                      year == first
                          ? PLW_VALUE_EMPTY
                          : plw_plan_get (plan, table, row, plw_plan_year_column (plan, table, year - 1)));
  return later;
}

static char *
ask_delay (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  for (size_t i = 0; i < reference->n_programmes; i++)
    {
      const PlwProgramme *programme = plw_result_programme (reference->result, i);
      g_autoptr (PlwPlan) later = delay (plan, programme->code);
      g_autoptr (PlwResult) result = many_plans_evaluate (later, reference->policy);
      int64_t expected = programme->appraisal.npv - plw_result_programme (result, i)->appraisal.npv;
      int64_t found = INT64_MIN;

      if (!plw_study_delay_cost (plw_result_study (reference->result), reference->policy, programme->row,
                                 &found)
          || found != expected)
        return g_strdup_printf ("%s: a year's delay is told to cost %" G_GINT64_FORMAT
                                ", the later plan says %" G_GINT64_FORMAT,
                                programme->code, found, expected);
    }
  return NULL;
}

static void
test_delay (void)
{
  many_plans_ask (ask_delay, RANDOM_PLAN_ANY, N_PLANS / 4);
}

/* Only partners pay and are paid; what belongs to nobody stays so. */
static size_t
count_payers (const Reference *reference)
{
  size_t n = plw_result_n_partners (reference->result);

  while (n > 0 && plw_result_partner (reference->result, SIZE_MAX, n - 1)->row == SIZE_MAX)
    n--;
  return n;
}

/* Makes the payments. No pound is paid in vain or by one who lacks. */
static char *
make_transfers (const GArray *transfers, int64_t *left, size_t n_partners, int64_t *ret_paid)
{
  for (guint i = 0; i < transfers->len; i++)
    {
      const PlwTransfer *transfer = &g_array_index (transfers, PlwTransfer, i);

      if (transfer->from >= n_partners || transfer->to >= n_partners || transfer->pence <= 0
          || left[transfer->from] <= 0 || left[transfer->to] >= 0)
        return g_strdup_printf ("payment %u is in vain or from one who lacks", i + 1);
      left[transfer->from] -= transfer->pence;
      left[transfer->to] += transfer->pence;
      *ret_paid += transfer->pence;
    }
  for (size_t i = 0; i < n_partners; i++)
    if (left[i] < 0)
      return g_strdup_printf ("partner %" G_GSIZE_FORMAT " is still %" G_GINT64_FORMAT " short", i, -left[i]);
  return NULL;
}

/* After all payments nobody is below nothing, with no more than what was lacking. */
static char *
audit_transfers (const Reference *reference, size_t programme)
{
  size_t n_partners = count_payers (reference);
  g_autofree int64_t *left = g_new0 (int64_t, n_partners + 1);
  g_autoptr (GArray) transfers = NULL;
  int64_t lacking = 0;
  int64_t all = 0;
  int64_t paid = 0;
  bool is_possible = plw_result_transfers (reference->result, programme, &transfers);
  char *wrong;

  for (size_t i = 0; i < n_partners; i++)
    {
      left[i] = plw_result_partner (reference->result, programme, i)->pv_position;
      all += left[i];
      lacking += left[i] < 0 ? -left[i] : 0;
    }
  if (is_possible != (all >= 0) || is_possible != (transfers != NULL))
    return g_strdup_printf ("all together have %" G_GINT64_FORMAT, all);
  if (!is_possible)
    return NULL;
  wrong = make_transfers (transfers, left, n_partners, &paid);
  if (wrong == NULL && (paid != lacking || (n_partners > 0 && transfers->len + 1 > n_partners)))
    wrong = g_strdup_printf ("%u payments of %" G_GINT64_FORMAT " for %" G_GINT64_FORMAT, transfers->len,
                             paid, lacking);
  n_transfers += transfers->len;
  return wrong;
}

static char *
ask_transfers (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  char *wrong = audit_transfers (reference, SIZE_MAX);

  for (size_t i = 0; i < reference->n_programmes && wrong == NULL; i++)
    wrong = audit_transfers (reference, i);
  return wrong;
}

static void
test_transfers (void)
{
  n_transfers = 0;
  many_plans_ask (ask_transfers, RANDOM_PLAN_ANY, N_PLANS);
  g_test_message ("%u transfers", n_transfers);
  g_assert_cmpuint (n_transfers, >, 0);
}

static char *
ask_census (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  census_add (reference);
  return NULL;
}

/* The plans are worth asking. */
static void
test_census (void)
{
  many_plans_ask (ask_census, RANDOM_PLAN_ANY, N_PLANS);
  census_print ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/appraisal/plans-are-worth-asking", test_census);
  g_test_add_func ("/engine/appraisal/programmes-are-those-of-the-model", test_programmes);
  g_test_add_func ("/engine/appraisal/effects-are-those-of-the-model", test_effects);
  g_test_add_func ("/engine/appraisal/partners-are-those-of-the-model", test_partners);
  g_test_add_func ("/engine/appraisal/bridge-is-that-of-the-model", test_bridge);
  g_test_add_func ("/engine/appraisal/bridge-between-answers-is-that-of-the-model", test_two);
  g_test_add_func ("/engine/appraisal/delay-costs-what-the-later-plan-lacks", test_delay);
  g_test_add_func ("/engine/appraisal/transfers-leave-nobody-short", test_transfers);
  return g_test_run ();
}
