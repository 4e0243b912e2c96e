/* test-movements.c: each year's need is last year's and what moved it (model, section 9).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "many-plans.h"

#define N_PLANS 2000

static guint n_asked;

/* Base budgets as they stand; what is not a line costs nothing in the base year. */
static int64_t
find_base (const PlwPlan *plan, bool *ret_is_clipped)
{
  int64_t sum = 0;

  for (size_t line = 0; line < plw_plan_n_rows (plan, PLW_TABLE_LINES); line++)
    {
      int64_t net = 0;

      for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_COSTS); row++)
        if (g_str_equal (plw_plan_text (plan, PLW_TABLE_COSTS, row, PLW_COSTS_LINE),
                         plw_plan_text (plan, PLW_TABLE_LINES, line, PLW_LINES_CODE)))
          {
            bool is_income = plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_KIND) == PLW_COST_INCOME;

            net += plw_plan_number (plan, PLW_TABLE_COSTS, row, PLW_COSTS_BASE) * (is_income ? -1 : 1);
          }
      if (net < 0)
        *ret_is_clipped = true;
      sum += net;
    }
  return sum;
}

static bool
is_a_line_at_zero (const Reference *reference)
{
  for (size_t i = 0; i < reference->n_uses; i++)
    for (size_t year = 0; year < reference->n_years; year++)
      if (reference->uses[i].kind == PLW_USE_LINE && reference->uses[i].need[year] == 0)
        return true;
  return false;
}

static int64_t
get_sum (const Reference *reference, PlwSum sum, size_t year)
{
  return plw_result_sum (reference->result, sum, year);
}

/* Programmes and projects are told by what they cost, so they move by the difference. */
static int64_t
get_movement (const Reference *reference, PlwSum sum, size_t year)
{
  return get_sum (reference, sum, year) - (year > 0 ? get_sum (reference, sum, year - 1) : 0);
}

static char *
ask_movements (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  bool is_clipped = is_a_line_at_zero (reference);
  int64_t need = find_base (plan, &is_clipped);

  if (is_clipped)
    return NULL;
  n_asked++;
  for (size_t year = 0; year < reference->n_years; year++)
    {
      need += get_sum (reference, PLW_SUM_PRICE, year) + get_sum (reference, PLW_SUM_DEMAND, year)
              + get_sum (reference, PLW_SUM_PRESSURES, year) + get_sum (reference, PLW_SUM_GROWTH, year)
              - get_sum (reference, PLW_SUM_SAVINGS, year) - get_sum (reference, PLW_SUM_INCOME, year)
              - get_sum (reference, PLW_SUM_PREVENTION, year) + get_sum (reference, PLW_SUM_SPILLOVER, year)
              + get_sum (reference, PLW_SUM_FINANCING, year)
              + get_movement (reference, PLW_SUM_PROGRAMME_REVENUE, year)
              + get_movement (reference, PLW_SUM_PROGRAMME_CAPITAL, year)
              + get_movement (reference, PLW_SUM_PROJECT_SPEND, year);
      if (need != get_sum (reference, PLW_SUM_NEED, year))
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": the movements lead to %" G_GINT64_FORMAT
                                ", the need is %" G_GINT64_FORMAT,
                                year, need, get_sum (reference, PLW_SUM_NEED, year));
    }
  return NULL;
}

static void
test_movements (void)
{
  n_asked = 0;
  many_plans_ask (ask_movements, RANDOM_PLAN_ANY, N_PLANS);
  g_test_message ("%u answers in which no line is at zero", n_asked);
  g_assert_cmpuint (n_asked, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/movements/lead-from-year-to-year", test_movements);
  return g_test_run ();
}
