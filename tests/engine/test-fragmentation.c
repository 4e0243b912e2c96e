/* test-fragmentation.c: what the rules on money cost, split among the rules and pots.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every question is asked again, one by one: by freeing pots, and by striking rules out of the plan.
 * Shapley's value is found as he defines it, by going through all orders.
 */
#include "lifted-plan.h"
#include "many-plans.h"

#include "engine/forward.h"
#include "engine/fragmentation.h"

#include <sched.h>
#include <string.h>

#define N_PLANS 40
#define N_SETS (1u << PLW_N_RULES)
#define N_ORDERS 720

/* A plan, what its rules cost, and how to ask again. */
typedef struct
{
  PlwStudy *study;
  PlwFragmentation *found;
  size_t n_cells;
} Question;

static void
begin (Question *question, const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  question->study = plw_study_new (plan, NULL, problems, NULL);
  g_assert (question->study != NULL);
  question->found = plw_study_fragmentation (question->study, NULL, NULL, NULL);
  question->n_cells = question->study->model->n_uses * question->study->model->n_years;
}

static void
end (Question *question)
{
  plw_fragmentation_free (question->found);
  plw_study_unref (question->study);
}

/* By use and year, what is short where pots are free as @freedoms says. */
static int64_t *
ask_again (const Question *question, const uint8_t *freedoms)
{
  const PlwModel *model = question->study->model;
  g_autoptr (PlwResult) result = plw_result_new (question->study, "");
  int64_t *shortfalls = g_new (int64_t, question->n_cells + 1);

  plw_forward_needs (result, model, freedoms);
  for (size_t use = 0; use < model->n_uses; use++)
    for (size_t year = 0; year < model->n_years; year++)
      shortfalls[use * model->n_years + year] = plw_result_shortfall (result, use, year);
  return shortfalls;
}

static int64_t *
ask_set (const Question *question, unsigned set)
{
  const PlwModel *model = question->study->model;
  g_autofree uint8_t *freedoms = g_new0 (uint8_t, model->n_pots + 1);

  for (size_t pot = 0; pot < model->n_pots; pot++)
    if (plw_plan_number (model->plan, PLW_TABLE_POTS, model->pots[pot].row, PLW_POTS_POOLED) != 0)
      freedoms[pot] = (uint8_t) set;
  return ask_again (question, freedoms);
}

static int64_t
add_up (const int64_t *figures, size_t n)
{
  int64_t sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += figures[i];
  return sum;
}

/* The next of all orders; false after the last. */
static bool
next_order (int *order, int n)
{
  int from = n - 2;
  int with = n - 1;

  while (from >= 0 && order[from] > order[from + 1])
    from--;
  if (from < 0)
    return false;
  while (order[with] < order[from])
    with--;

  int held = order[from];
  order[from] = order[with];
  order[with] = held;
  for (int i = from + 1, j = n - 1; i < j; i++, j--)
    {
      held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
  return true;
}

/* What lifting each rule takes off, added up over all orders of lifting. @short_of: by set of rules */
static void
go_through_orders (const int64_t *short_of, __int128 *ret_sums)
{
  int order[PLW_N_RULES];
  int n_orders = 0;

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    {
      order[rule] = rule;
      ret_sums[rule] = 0;
    }
  do
    {
      unsigned lifted = 0;

      for (int i = 0; i < PLW_N_RULES; i++)
        {
          ret_sums[order[i]] += short_of[lifted] - short_of[lifted | 1u << order[i]];
          lifted |= 1u << order[i];
        }
      n_orders++;
    }
  while (next_order (order, PLW_N_RULES));
  g_assert_cmpint (n_orders, ==, N_ORDERS);
}

/* Whole pence by largest remainder; the earlier of equal ones first. */
static void
round_sums (const __int128 *sums, int64_t *ret_parts)
{
  __int128 left = 0;
  __int128 remainders[PLW_N_RULES];

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    {
      remainders[rule] = (sums[rule] % N_ORDERS + N_ORDERS) % N_ORDERS;
      ret_parts[rule] = (int64_t) ((sums[rule] - remainders[rule]) / N_ORDERS);
      left += remainders[rule];
    }
  for (left /= N_ORDERS; left > 0; left--)
    {
      int largest = -1;

      for (int rule = 0; rule < PLW_N_RULES; rule++)
        if (remainders[rule] >= 0 && (largest < 0 || remainders[rule] > remainders[largest]))
          largest = rule;
      ret_parts[largest]++;
      remainders[largest] = -1;
    }
}

static char *
compare_cell (const Question *question, size_t use, size_t year, const int64_t *short_of)
{
  __int128 sums[PLW_N_RULES];
  int64_t parts[PLW_N_RULES];
  int64_t sum = 0;
  int64_t kind =
      short_of[0] - short_of[PLW_FREE_KIND] + short_of[PLW_FREE_RINGFENCE] - short_of[PLW_FREE_OF_FENCES];
  int64_t pooled = plw_fragmentation_pooling_part (question->found, PLW_RULE_KIND, use, year);
  int64_t cost = plw_fragmentation_cost (question->found, use, year);

  go_through_orders (short_of, sums);
  round_sums (sums, parts);
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    {
      int64_t part = plw_fragmentation_part (question->found, (PlwRule) rule, use, year);

      sum += part;
      if (part != parts[rule])
        return g_strdup_printf ("use %" G_GSIZE_FORMAT ", year %" G_GSIZE_FORMAT
                                ": the part of %s is %" G_GINT64_FORMAT ", by all orders %" G_GINT64_FORMAT,
                                use, year, plw_rule_name ((PlwRule) rule), part, parts[rule]);
    }
  if (sum != short_of[0] - short_of[N_SETS - 1]
      || sum != plw_fragmentation_all_rules (question->found, use, year))
    return g_strdup_printf ("use %" G_GSIZE_FORMAT ", year %" G_GSIZE_FORMAT
                            ": parts add up to %" G_GINT64_FORMAT,
                            use, year, sum);
  if (cost != short_of[0] - short_of[PLW_FREE_OF_FENCES]
      || cost != pooled + plw_fragmentation_pooling_part (question->found, PLW_RULE_RINGFENCE, use, year)
      || pooled * 2 < kind || pooled * 2 > kind + 1)
    return g_strdup_printf ("use %" G_GSIZE_FORMAT ", year %" G_GSIZE_FORMAT
                            ": pooling gives %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT " of it by kind",
                            use, year, cost, pooled);
  return NULL;
}

static char *
ask_shapley (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  int64_t *shortfalls[N_SETS];
  char *wrong = NULL;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;
  begin (&question, plan);
  for (unsigned set = 0; set < N_SETS; set++)
    shortfalls[set] = ask_set (&question, set);
  for (size_t cell = 0; cell < question.n_cells && wrong == NULL; cell++)
    {
      int64_t short_of[N_SETS];

      for (unsigned set = 0; set < N_SETS; set++)
        short_of[set] = shortfalls[set][cell];
      wrong = compare_cell (&question, cell / reference->n_years, cell % reference->n_years, short_of);
    }
  for (unsigned set = 0; set < N_SETS; set++)
    g_free (shortfalls[set]);
  end (&question);
  return wrong;
}

static void
test_shapley (void)
{
  many_plans_ask (ask_shapley, RANDOM_PLAN_ANY, N_PLANS);
}

/* Totals are the sums of their cells; and the answer is that of the two policies. */
static char *
compare_totals (const PlwFragmentation *found, const PlwResult *today, const PlwResult *placemaking)
{
  int64_t all = 0;

  for (size_t year = 0; year < plw_result_n_years (today); year++)
    {
      int64_t in_year = 0;

      for (size_t use = 0; use < plw_result_n_uses (today); use++)
        {
          int64_t cost =
              plw_result_shortfall (today, use, year) - plw_result_shortfall (placemaking, use, year);

          if (plw_fragmentation_cost (found, use, year) != cost)
            return g_strdup_printf ("use %" G_GSIZE_FORMAT ", year %" G_GSIZE_FORMAT
                                    ": it is not what the policies differ by",
                                    use, year);
          in_year += cost;
        }
      if (plw_fragmentation_cost (found, SIZE_MAX, year) != in_year)
        return g_strdup_printf ("year %" G_GSIZE_FORMAT ": the total is not that of the uses", year);
      all += in_year;
    }
  return plw_fragmentation_cost (found, SIZE_MAX, SIZE_MAX) == all ? NULL : g_strdup ("the total is wrong");
}

static char *
compare_parts_of_totals (const PlwFragmentation *found)
{
  int64_t parts = 0;

  for (int rule = 0; rule < PLW_N_RULES; rule++)
    parts += plw_fragmentation_part (found, (PlwRule) rule, SIZE_MAX, SIZE_MAX);
  if (parts != plw_fragmentation_all_rules (found, SIZE_MAX, SIZE_MAX))
    return g_strdup ("the parts of all rules do not add up");
  if (plw_fragmentation_pooling_part (found, PLW_RULE_KIND, SIZE_MAX, SIZE_MAX)
          + plw_fragmentation_pooling_part (found, PLW_RULE_RINGFENCE, SIZE_MAX, SIZE_MAX)
      != plw_fragmentation_cost (found, SIZE_MAX, SIZE_MAX))
    return g_strdup ("the parts of pooling do not add up");
  return NULL;
}

static char *
ask_policies (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  char *wrong;

  if (!g_str_equal (reference->policy, "placemaking"))
    return NULL;
  begin (&question, plan);

  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) today = plw_study_evaluate (question.study, "today", problems, NULL);
  wrong = compare_totals (question.found, today, reference->result);
  if (wrong == NULL)
    wrong = compare_parts_of_totals (question.found);
  end (&question);
  return wrong;
}

static void
test_policies (void)
{
  many_plans_ask (ask_policies, RANDOM_PLAN_ANY, N_PLANS);
}

static int64_t
shortfall_of (const PlwResult *result)
{
  int64_t sum = 0;

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    sum += plw_result_sum (result, PLW_SUM_SHORTFALL, year);
  return sum;
}

static PlwPlan *
free_pooled_pots (const PlwPlan *plan, const Reference *reference)
{
  PlwPlan *freed = plw_plan_copy (plan);

  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (int rule = 0; rule < PLW_N_RULES; rule++)
      {
        size_t row = reference->pots[pot].row;
        PlwPlan *more;

        if (reference_number (reference, PLW_TABLE_POTS, row, PLW_POTS_POOLED) == 0)
          continue;
        more = lifted_plan_for_all (freed, (PlwRule) rule, row);
        plw_plan_free (freed);
        freed = more;
      }
  return freed;
}

static char *
ask_freed_plan (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  int64_t found;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;
  begin (&question, plan);
  found = plw_fragmentation_all_rules (question.found, SIZE_MAX, SIZE_MAX);
  end (&question);

  g_autoptr (PlwPlan) freed = free_pooled_pots (plan, reference);
  g_autoptr (PlwResult) result = many_plans_evaluate (freed, "today");
  if (result == NULL)
    return g_strdup ("refused without rules");

  int64_t expected = shortfall_of (reference->result) - shortfall_of (result);
  return found == expected ? NULL
                           : g_strdup_printf ("all rules cost %" G_GINT64_FORMAT
                                              ", striking them out gives %" G_GINT64_FORMAT,
                                              found, expected);
}

static void
test_freed_plan (void)
{
  many_plans_ask (ask_freed_plan, RANDOM_PLAN_ANY, N_PLANS);
}

/* What a rung removes; nothing where there is none. */
static int64_t
find_removed (const PlwFragmentation *found, size_t pot, PlwRule rule)
{
  int64_t removed = 0;

  for (size_t i = 0; i < plw_fragmentation_n_rungs (found); i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (found, i);

      if (rung->pot == pot && rung->rule == rule)
        removed += rung->removed;
    }
  return removed;
}

static char *
compare_rung (const PlwFragmentation *found, size_t pot, const char *code, PlwRule rule, int64_t expected)
{
  int64_t removed = find_removed (found, pot, rule);

  if (removed == expected)
    return NULL;
  return g_strdup_printf ("%s of pot %s: %" G_GINT64_FORMAT
                          " would go without it, the ladder says %" G_GINT64_FORMAT,
                          plw_rule_name (rule), code, expected, removed);
}

/* Every rule of every pot, also of those that no rung is for. */
static char *
ask_rungs (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  char *wrong = NULL;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;
  begin (&question, plan);

  const PlwModel *model = question.study->model;
  g_autofree uint8_t *freedoms = g_new0 (uint8_t, model->n_pots + 1);
  g_autofree int64_t *today = ask_again (&question, freedoms);
  for (size_t pot = 0; pot < model->n_pots; pot++)
    for (int rule = 0; rule < PLW_N_RULES && wrong == NULL; rule++)
      {
        freedoms[pot] = (uint8_t) (1u << rule);

        g_autofree int64_t *freed = ask_again (&question, freedoms);
        freedoms[pot] = 0;
        wrong = compare_rung (question.found, pot, model->pots[pot].code, (PlwRule) rule,
                              add_up (today, question.n_cells) - add_up (freed, question.n_cells));
      }
  end (&question);
  return wrong;
}

static void
test_rungs (void)
{
  many_plans_ask (ask_rungs, RANDOM_PLAN_ANY, N_PLANS);
}

static bool
has_caps (const PlwPlan *plan, const char *pot)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); row++)
    if (g_str_equal (plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot)
        && plw_plan_get (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP).is_set)
      return true;
  return false;
}

/* No plan can say that a ring-fence falls and its share caps stay. */
static char *
ask_rungs_of_plans (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  char *wrong = NULL;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;
  begin (&question, plan);
  for (size_t pot = 0; pot < reference->n_pots; pot++)
    for (int rule = 0; rule < PLW_N_RULES && wrong == NULL; rule++)
      {
        const RefPot *held = &reference->pots[pot];

        if (rule == PLW_RULE_RINGFENCE && has_caps (plan, held->code))
          continue;

        g_autoptr (PlwPlan) lifted = lifted_plan_for_all (plan, (PlwRule) rule, held->row);
        g_autoptr (PlwResult) result = many_plans_evaluate (lifted, "today");
        if (result == NULL)
          wrong =
              g_strdup_printf ("refused without %s of pot %s", plw_rule_name ((PlwRule) rule), held->code);
        else
          wrong = compare_rung (question.found, held->number, held->code, (PlwRule) rule,
                                shortfall_of (reference->result) - shortfall_of (result));
      }
  end (&question);
  return wrong;
}

static void
test_rungs_of_plans (void)
{
  many_plans_ask (ask_rungs_of_plans, RANDOM_PLAN_ANY, N_PLANS);
}

static bool
is_in_order (const PlwModel *model, const PlwRung *first, const PlwRung *second)
{
  int order = strcmp (model->pots[first->pot].code, model->pots[second->pot].code);

  if (first->removed != second->removed)
    return first->removed > second->removed;
  return order != 0 ? order < 0 : first->rule < second->rule;
}

/* Codes decide, not rows. */
static char *
ask_ranks (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  Question question;
  char *wrong = NULL;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;

  g_autoptr (PlwPlan) shuffled = random_plan_shuffle (plan, seed);
  begin (&question, shuffled);
  for (size_t i = 0; i < plw_fragmentation_n_rungs (question.found); i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (question.found, i);

      if (rung->removed == 0)
        wrong = g_strdup_printf ("rung %" G_GSIZE_FORMAT " removes nothing", i);
      else if (i > 0
               && !is_in_order (question.study->model, plw_fragmentation_rung (question.found, i - 1), rung))
        wrong = g_strdup_printf ("rung %" G_GSIZE_FORMAT " should stand higher", i);
      if (wrong != NULL)
        break;
    }
  end (&question);
  return wrong;
}

static void
test_ranks (void)
{
  many_plans_ask (ask_ranks, RANDOM_PLAN_ANY, N_PLANS);
}

static char *
describe (PlwFragmentation *found)
{
  g_autofree char *parts = plw_fragmentation_to_text (found, PLW_FORMAT_CSV);
  g_autofree char *rungs = plw_freedoms_to_text (found, PLW_FORMAT_CSV);

  return g_strconcat (parts, rungs, NULL);
}

static char *
describe_on (const PlwPlan *plan, const cpu_set_t *processors)
{
  Question question;
  char *text;

  g_assert (sched_setaffinity (0, sizeof *processors, processors) == 0);
  begin (&question, plan);
  text = describe (question.found);
  end (&question);
  return text;
}

static char *
ask_threads (const PlwPlan *plan, const Reference *reference, guint32 seed)
{
  cpu_set_t all;
  cpu_set_t one;
  int first = 0;

  if (!g_str_equal (reference->policy, "today"))
    return NULL;
  g_assert (sched_getaffinity (0, sizeof all, &all) == 0);
  while (!CPU_ISSET (first, &all))
    first++;
  CPU_ZERO (&one);
  CPU_SET (first, &one);

  g_autofree char *alone = describe_on (plan, &one);
  g_autofree char *together = describe_on (plan, &all);
  g_autofree char *again = describe_on (plan, &all);
  return g_str_equal (alone, together) && g_str_equal (together, again)
             ? NULL
             : g_strdup ("more processors, another answer");
}

static void
test_threads (void)
{
  many_plans_ask (ask_threads, RANDOM_PLAN_ANY, N_PLANS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/fragmentation/parts-are-the-average-over-all-orders", test_shapley);
  g_test_add_func ("/engine/fragmentation/the-cost-is-what-policies-differ-by", test_policies);
  g_test_add_func ("/engine/fragmentation/all-rules-are-those-struck-out", test_freed_plan);
  g_test_add_func ("/engine/fragmentation/no-rule-that-matters-is-left-out", test_rungs);
  g_test_add_func ("/engine/fragmentation/rungs-are-rules-struck-out", test_rungs_of_plans);
  g_test_add_func ("/engine/fragmentation/rungs-are-ranked", test_ranks);
  g_test_add_func ("/engine/fragmentation/processors-do-not-matter", test_threads);
  return g_test_run ();
}
