/* test-shares.c: odd pennies go by largest remainder, ties by code.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pot and lines of one class, so that every share can be worked out on paper.
 */
#include <placewright/evaluate.h>

#define MOST_LINES 9

typedef struct
{
  int n_lines;
  int64_t needs[MOST_LINES];
  int64_t money;
} Case;

static void
set_text (PlwPlan *plan, PlwTableId table, size_t row, size_t column, const char *text)
{
  plw_plan_set (plan, table, row, column, plw_value_text (text));
}

static void
add_setting (PlwPlan *plan, const char *key, const char *value)
{
  size_t row = plw_plan_append (plan, PLW_TABLE_PLAN, NULL, 0);

  set_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_KEY, key);
  set_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, value);
}

/* Lines stand last code first, so that the order of rows cannot pass for that of codes. */
static PlwPlan *
make_plan (const Case *it)
{
  PlwPlan *plan = plw_plan_new ();
  size_t pot;

  add_setting (plan, "base_year", "2025/26");
  add_setting (plan, "years", "5");
  for (int i = it->n_lines - 1; i >= 0; i--)
    {
      size_t line = plw_plan_append (plan, PLW_TABLE_LINES, NULL, 0);
      size_t cost = plw_plan_append (plan, PLW_TABLE_COSTS, NULL, 0);
      char code[] = { 'a', (char) ('1' + i), '\0' };

      set_text (plan, PLW_TABLE_LINES, line, PLW_LINES_CODE, code);
      set_text (plan, PLW_TABLE_COSTS, cost, PLW_COSTS_LINE, code);
      set_text (plan, PLW_TABLE_COSTS, cost, PLW_COSTS_ELEMENT, "all");
      plw_plan_set (plan, PLW_TABLE_COSTS, cost, PLW_COSTS_BASE, plw_value_number (it->needs[i]));
    }
  pot = plw_plan_append (plan, PLW_TABLE_POTS, NULL, 0);
  set_text (plan, PLW_TABLE_POTS, pot, PLW_POTS_CODE, "pot");
  plw_plan_set (plan, PLW_TABLE_POTS, pot, plw_plan_year_column (plan, PLW_TABLE_POTS, 2026),
                plw_value_number (it->money));
  return plan;
}

/* Whole parts first; then a penny each to the largest remainders, the first code among equals. */
static void
share_on_paper (const Case *it, int64_t *ret_parts)
{
  __int128 remainders[MOST_LINES];
  int64_t all = 0;
  int64_t left = it->money;

  for (int i = 0; i < it->n_lines; i++)
    all += it->needs[i];
  for (int i = 0; i < it->n_lines; i++)
    {
      ret_parts[i] = (int64_t) ((__int128) it->money * it->needs[i] / all);
      remainders[i] = (__int128) it->money * it->needs[i] % all;
      left -= ret_parts[i];
    }
  for (; left > 0; left--)
    {
      int largest = 0;

      for (int i = 1; i < it->n_lines; i++)
        if (remainders[i] > remainders[largest])
          largest = i;
      ret_parts[largest]++;
      remainders[largest] = -1;
    }
}

static void
check_case (const Case *it)
{
  g_autoptr (PlwPlan) plan = make_plan (it);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, NULL);
  int64_t parts[MOST_LINES];

  g_assert_nonnull (result);
  share_on_paper (it, parts);
  for (int i = 0; i < it->n_lines; i++)
    g_assert_cmpint (plw_result_use (result, (size_t) (it->n_lines - 1 - i))->funded[0], ==, parts[i]);
}

static void
test_known (void)
{
  static const Case cases[] = {
    { .n_lines = 3, .needs = { 100, 100, 100 }, .money = 100 },
    { .n_lines = 3, .needs = { 1, 1, 1 }, .money = 2 },
    { .n_lines = 4, .needs = { 3, 5, 7, 0 }, .money = 8 },
    { .n_lines = 2, .needs = { PLW_PENCE_MAX, PLW_PENCE_MAX - 1 }, .money = PLW_PENCE_MAX - 7 },
    { .n_lines = 2, .needs = { 1, PLW_PENCE_MAX }, .money = PLW_PENCE_MAX },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (1);

  for (int n = 0; n < 3000; n++)
    {
      Case it = { .n_lines = g_rand_int_range (rand, 1, MOST_LINES + 1) };
      int32_t scale = n % 3 == 0 ? 5 : n % 3 == 1 ? 1000 : G_MAXINT32;
      int64_t all = 0;

      for (int i = 0; i < it.n_lines; i++)
        {
          it.needs[i] = g_rand_int_range (rand, i == 0, scale);
          all += it.needs[i];
        }
      it.money = (int64_t) (g_rand_double (rand) * (double) all);
      check_case (&it);
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/shares/known", test_known);
  g_test_add_func ("/engine/shares/random", test_random);
  return g_test_run ();
}
