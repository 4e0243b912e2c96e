/* test-audit.c: the examiners notice what they are there to notice.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audit.h"
#include "many-plans.h"

#define N_PLANS 300

static guint n_changed;
static guint n_fenced;

/* Whether the examiners see that @use got @pence more in @year than it did. */
static bool
is_noticed (const Reference *reference, RefUse *use, size_t year, int64_t pence)
{
  g_autofree char *flows = NULL;
  g_autofree char *classes = NULL;

  use->funded[year] += pence;
  flows = audit_flows (reference);
  classes = audit_classes (reference);
  use->funded[year] -= pence;
  n_changed++;
  return flows != NULL && classes != NULL;
}

/* A penny too little or too much for any use. */
static char *
ask_penny (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        RefUse *use = &reference->uses[i];

        if (reference_paid (reference, i, year) > 0 && !is_noticed (reference, use, year, -1))
          return g_strdup_printf ("a penny less for %s in year %" G_GSIZE_FORMAT " is not noticed", use->code,
                                  year);
        if (use->funded[year] < use->need[year] && !is_noticed (reference, use, year, 1))
          return g_strdup_printf ("a penny more for %s in year %" G_GSIZE_FORMAT " is not noticed", use->code,
                                  year);
      }
  return NULL;
}

static void
test_penny (void)
{
  n_changed = 0;
  many_plans_ask (ask_penny, RANDOM_PLAN_FIXED_NEEDS, N_PLANS / 10);
  g_assert_cmpuint (n_changed, >, 500);
}

/* Two pence from one use of a class to another of the same priority, where both had some of it. */
static char *
ask_swap (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  for (size_t u = 0; u < reference->n_uses; u++)
    for (size_t v = 0; v < reference->n_uses; v++)
      for (size_t year = 0; year < reference->n_years; year++)
        {
          RefUse *use = &reference->uses[u];
          RefUse *other = &reference->uses[v];
          g_autofree char *wrong = NULL;

          if (u == v || use->priority != other->priority || use->floor[year] + other->floor[year] > 0
              || use->funded[year] < 2 || other->funded[year] + 2 > other->need[year])
            continue;
          use->funded[year] -= 2;
          other->funded[year] += 2;
          wrong = audit_classes (reference);
          use->funded[year] += 2;
          other->funded[year] -= 2;
          n_changed++;
          if (wrong == NULL)
            return g_strdup_printf ("two pence from %s to %s in year %" G_GSIZE_FORMAT " are not noticed",
                                    use->code, other->code, year);
        }
  return NULL;
}

static void
test_swap (void)
{
  n_changed = 0;
  many_plans_ask (ask_swap, RANDOM_PLAN_FIXED_NEEDS, N_PLANS / 10);
  g_assert_cmpuint (n_changed, >, 500);
}

/* The random plans are worth asking: in every class money runs short, for some and for all. */
static char *
count_cases (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      {
        const RefUse *use = &reference->uses[i];

        n_changed += use->funded[year] > 0 && use->funded[year] < use->need[year];
      }
  for (size_t i = 0; i < plw_result_n_flows (reference->result); i++)
    {
      const PlwFlow *flow = plw_result_flow (reference->result, i);

      for (size_t pot = 0; pot < reference->n_pots; pot++)
        for (size_t use = 0; use < reference->n_uses; use++)
          if (reference->pots[pot].number == flow->pot && reference->uses[use].number == flow->use)
            n_fenced += reference_cap (reference, pot, use, flow->year) == flow->pence;
    }
  return NULL;
}

static void
test_cases (void)
{
  n_changed = n_fenced = 0;
  many_plans_ask (count_cases, RANDOM_PLAN_ANY, N_PLANS);
  g_test_message ("%u partly funded, %u share caps met", n_changed, n_fenced);
  g_assert_cmpuint (n_changed, >, N_PLANS * 5);
  g_assert_cmpuint (n_fenced, >, N_PLANS / 5);
}

int
main (int argc, char **argv)
{
  g_unsetenv ("PLACEWRIGHT_PLANS");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/audit/notices-a-penny", test_penny);
  g_test_add_func ("/engine/audit/notices-two-pence-changing-hands", test_swap);
  g_test_add_func ("/engine/audit/the-plans-are-worth-asking", test_cases);
  return g_test_run ();
}
