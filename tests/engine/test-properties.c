/* test-properties.c: what must be true of every plan's answer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"
#include "many-plans.h"

#include <placewright/prevention.h>

#include <string.h>

#define N_PLANS 2000

static char *
ask_needs (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_needs (reference);
}

static void
test_needs (void)
{
  many_plans_ask (ask_needs, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_pots (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_pots (reference);
}

static void
test_pots (void)
{
  many_plans_ask (ask_pots, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_flows (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_flows (reference);
}

static void
test_flows (void)
{
  many_plans_ask (ask_flows, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_summary (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_summary (reference);
}

static void
test_summary (void)
{
  many_plans_ask (ask_summary, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_classes (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_classes (reference);
}

static void
test_classes (void)
{
  many_plans_ask (ask_classes, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
ask_borrowing (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return audit_borrowing (reference);
}

static void
test_borrowing (void)
{
  many_plans_ask (ask_borrowing, RANDOM_PLAN_ANY, N_PLANS);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* A line of figures: what they are of, the year, and four of them. */
static void
add_figures (GPtrArray *lines, const char *what, const char *code, size_t year, const int64_t figures[4])
{
  g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                           " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                           what, year, code, figures[0], figures[1], figures[2], figures[3]));
}

static void
describe_prevention (const PlwResult *result, GPtrArray *lines)
{
  size_t n_years = plw_result_n_years (result);

  for (size_t i = 0; i < plw_result_n_programmes (result); i++)
    {
      const PlwProgramme *it = plw_result_programme (result, i);
      const PlwAppraisal *worth = &it->appraisal;

      for (size_t year = 0; year < n_years; year++)
        add_figures (
            lines, "programme", it->code, year,
            (const int64_t[]){ it->cost[year], it->saved[year], it->released[year], it->overlap[year] });
      add_figures (
          lines, "worth", it->code, 0,
          (const int64_t[]){ worth->npv, worth->payback_year, worth->valley_depth, worth->valley_close });
    }
  for (size_t i = 0; i < plw_result_n_partners (result); i++)
    for (size_t year = 0; year < n_years; year++)
      {
        const PlwPartnerYears *it = plw_result_partner (result, SIZE_MAX, i);

        add_figures (lines, "partner", it->code, year,
                     (const int64_t[]){ it->benefit[year], it->paid[year], it->pv_benefit, it->pv_position });
      }
}

/* The figures of a result by code, in the order of the codes. */
static char *
describe (const PlwResult *result)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  size_t n_years = plw_result_n_years (result);

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);
      const PlwUse *use = plw_result_use (result, flow->use);

      g_ptr_array_add (lines, g_strdup_printf ("flow %u %s %d/%d/%s %" G_GINT64_FORMAT, flow->year,
                                               plw_result_pot (result, flow->pot)->code, use->kind, use->part,
                                               use->code, flow->pence));
    }
  for (size_t year = 0; year < n_years; year++)
    {
      for (size_t i = 0; i < plw_result_n_uses (result); i++)
        {
          const PlwUse *use = plw_result_use (result, i);

          g_ptr_array_add (lines, g_strdup_printf ("use %" G_GSIZE_FORMAT " %d/%d/%s %" G_GINT64_FORMAT
                                                   " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                   year, use->kind, use->part, use->code, use->need[year],
                                                   use->funded[year], use->borrowed[year]));
        }
      for (size_t i = 0; i < plw_result_n_pots (result); i++)
        {
          const PlwPotYears *pot = plw_result_pot (result, i);

          g_ptr_array_add (lines, g_strdup_printf ("pot %" G_GSIZE_FORMAT " %s %" G_GINT64_FORMAT
                                                   " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                   year, pot->code, pot->spent[year], pot->lapsed[year],
                                                   pot->closing[year]));
        }
      for (int sum = 0; sum < PLW_N_SUMS; sum++)
        g_ptr_array_add (lines, g_strdup_printf ("sum %" G_GSIZE_FORMAT " %s %" G_GINT64_FORMAT, year,
                                                 plw_sum_name ((PlwSum) sum),
                                                 plw_result_sum (result, (PlwSum) sum, year)));
    }
  describe_prevention (result, lines);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
find_difference (const char *a, const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "\n", -1);
  g_auto (GStrv) right = g_strsplit (b, "\n", -1);
  size_t i = 0;

  while (left[i] != NULL && right[i] != NULL && g_str_equal (left[i], right[i]))
    i++;
  return g_strdup_printf ("with the rows in another order “%s” instead of “%s”", right[i], left[i]);
}

static char *
ask_order (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (PlwPlan) shuffled = random_plan_shuffle (plan, seed);
  g_autoptr (PlwResult) result = many_plans_evaluate (shuffled, reference->policy);
  g_autofree char *before = describe (reference->result);
  g_autofree char *after = result != NULL ? describe (result) : g_strdup ("");

  return g_str_equal (before, after) ? NULL : find_difference (before, after);
}

static void
test_order (void)
{
  many_plans_ask (ask_order, RANDOM_PLAN_ANY, N_PLANS);
}

static int64_t
add_up_shortfall (const PlwResult *result)
{
  int64_t sum = 0;

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    sum += plw_result_sum (result, PLW_SUM_SHORTFALL, year);
  return sum;
}

static char *
ask_most (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  int64_t most = audit_most (reference);
  int64_t paid = audit_paid (reference);

  if (most == paid)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " is funded, %" G_GINT64_FORMAT " could be", paid, most);
}

static void
test_most (void)
{
  many_plans_ask (ask_most, RANDOM_PLAN_FIXED_NEEDS, N_PLANS);
}

static char *
ask_fences (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  g_autoptr (PlwResult) today = many_plans_evaluate (plan, "today");
  int64_t with_fences = add_up_shortfall (today);
  int64_t without = add_up_shortfall (reference->result);

  if (without <= with_fences)
    return NULL;
  return g_strdup_printf ("shortfall %" G_GINT64_FORMAT " with fences, %" G_GINT64_FORMAT " without",
                          with_fences, without);
}

static void
test_fences (void)
{
  many_plans_ask (ask_fences, RANDOM_PLAN_FIXED_NEEDS, N_PLANS);
}

static char *
ask_pound (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  int64_t before = audit_paid (reference);

  for (size_t i = 0; i < reference->n_pots; i++)
    {
      g_autoptr (PlwPlan) richer = plw_plan_copy (plan);
      size_t row = reference->pots[i].row;
      int64_t opening = plw_plan_number (plan, PLW_TABLE_POTS, row, PLW_POTS_OPENING);

      plw_plan_set (richer, PLW_TABLE_POTS, row, PLW_POTS_OPENING, plw_value_number (opening + 100));

      g_autoptr (PlwResult) result = many_plans_evaluate (richer, reference->policy);
      if (result == NULL)
        return g_strdup ("refused with a pound more");

      int64_t after = 0;
      for (size_t year = 0; year < reference->n_years; year++)
        after += plw_result_sum (result, PLW_SUM_FUNDED, year);
      if (after < before || after > before + 100)
        return g_strdup_printf ("a pound more in pot %s: %" G_GINT64_FORMAT
                                " is funded instead of %" G_GINT64_FORMAT,
                                reference->pots[i].code, after, before);
    }
  return NULL;
}

static void
test_pound (void)
{
  many_plans_ask (ask_pound, RANDOM_PLAN_FIXED_NEEDS, N_PLANS / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/properties/needs-are-those-of-the-model", test_needs);
  g_test_add_func ("/engine/properties/every-pound-is-accounted-for", test_pots);
  g_test_add_func ("/engine/properties/no-flow-is-barred", test_flows);
  g_test_add_func ("/engine/properties/the-summary-adds-up", test_summary);
  g_test_add_func ("/engine/properties/classes-are-fair-and-complete", test_classes);
  g_test_add_func ("/engine/properties/borrowing-raises-the-lowest-first", test_borrowing);
  g_test_add_func ("/engine/properties/order-of-rows-does-not-matter", test_order);
  g_test_add_func ("/engine/properties/as-much-is-funded-as-can-be", test_most);
  g_test_add_func ("/engine/properties/fewer-fences-never-fund-less", test_fences);
  g_test_add_func ("/engine/properties/a-pound-more-never-funds-less", test_pound);
  return g_test_run ();
}
