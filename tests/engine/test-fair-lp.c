/* test-fair-lp.c: the engine's allocation against linear programmes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fair-lp.h"
#include "many-plans.h"

#define N_PLANS 2000

static double worst = 0;

static char *
ask_shares (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  return fair_lp_compare (reference, &worst);
}

static void
test_shares (void)
{
  many_plans_ask (ask_shares, RANDOM_PLAN_MODEST, N_PLANS);
  g_test_message ("largest difference: %.6f pence", worst);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/fair-lp/shares-are-those-of-linear-programmes", test_shares);
  return g_test_run ();
}
