/* test-fragmentation-by-hand.c: what the rules on money cost in plans small enough to follow.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "by-hand.h"

#include <placewright/fragmentation.h>

#define LAST_YEAR 4
#define MOST_TRIES 1000

static PlwFragmentation *
find_cost (const PlwPlan *plan, PlwProgressFunc progress, void *data, GError **error)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (plan, NULL, problems, NULL);

  g_assert (study != NULL);
  return plw_study_fragmentation (study, progress, data, error);
}

/* Roads need 200 a year and a school 100, and come first; care needs 1,000 and 1,300 in the last year. There
 * are:
 *
 *   general  600 a year for revenue, lapses
 *   grant    500 a year for roads alone, lapses, pooled: 300 over
 *   works    300 a year of capital for the school alone, lapses, pooled: 200 over
 *   reserve  500 to begin with, kept, at least 200 of it always, at most 40 a year: 100 over at the end
 *
 * So care is 1,000 - 600 - 40 = 360 short in each of the first four years and 660 in the last. Of the rules
 * of the two pooled pots, lifting (K is kind, F ring-fence, Y year-end) takes off, in each of the first four
 * years:
 *
 *   F 300 (what grant has over; works is of the wrong kind)    K, Y, KY 0 (no use is named)
 *   FY 300    KF, KFY 360 (all, of 500; 140 is over)
 *
 * and in the last year F 300, FY 300 (nothing has been over), KF 500, KFY all of 660 (of 500 and 4 x 140),
 * others 0. Shapley: K has 1/6 of KF - F and 1/3 of KFY - FY; Y has 1/3 of KFY - KF; F the rest. That is
 *
 *   first years  K 60/6 + 60/3 = 30         Y 0             F 330
 *   last year    K 200/6 + 360/3 = 153.333  Y 160/3 = 53.333  F 660 - K - Y = 453.333
 *
 * in pence 15,333 1/3, 5,333 1/3 and 45,333 1/3: the penny over goes to the first, which is kind. Of the
 * single pot, KF, K has half of KF - F: 30 in the first years, 100 in the last.
 */
static PlwPlan *
new_plan (void)
{
  PlwPlan *plan = by_hand_new ();

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "lines", "code", "roads", "priority", "1", NULL);
  by_hand_add (plan, "costs", "line", "care", "element", "all", "base", "1000", NULL);
  by_hand_add (plan, "costs", "line", "roads", "element", "all", "base", "200", NULL);
  by_hand_add (plan, "changes", "code", "winter", "line", "care", "kind", "pressure", "basis", "one-off",
               "2030/31", "300", NULL);
  by_hand_add (plan, "projects", "code", "school", "priority", "1", NULL);
  by_hand_add (plan, "pots", "code", "general", NULL);
  by_hand_add (plan, "pots", "code", "grant", "pooled", "yes", NULL);
  by_hand_add (plan, "pots", "code", "works", "kind", "capital", "pooled", "yes", NULL);
  by_hand_add (plan, "pots", "code", "reserve", "opening", "500", "minimum_balance", "200", "unspent", "keep",
               NULL);
  by_hand_add (plan, "limits", "pot", "reserve", NULL);
  by_hand_add (plan, "ringfences", "pot", "grant", "use_kind", "line", "use_code", "roads", NULL);
  by_hand_add (plan, "ringfences", "pot", "works", "use_kind", "project", "use_code", "school", NULL);
  by_hand_fill (plan, "projects", "school", "100");
  by_hand_fill (plan, "pots", "general", "600");
  by_hand_fill (plan, "pots", "grant", "500");
  by_hand_fill (plan, "pots", "works", "300");
  by_hand_fill (plan, "limits", "reserve", "40");
  return plan;
}

static void
check_year (const PlwFragmentation *cost, size_t use, size_t year)
{
  bool is_last = year == LAST_YEAR;
  const int64_t parts[PLW_N_RULES] = {
    [PLW_RULE_KIND] = is_last ? 15334 : 3000,
    [PLW_RULE_RINGFENCE] = is_last ? 45333 : 33000,
    [PLW_RULE_YEAR_END] = is_last ? 5333 : 0,
  };

  g_assert_cmpint (plw_fragmentation_cost (cost, use, year), ==, is_last ? 50000 : 36000);
  g_assert_cmpint (plw_fragmentation_pooling_part (cost, PLW_RULE_KIND, use, year), ==,
                   is_last ? 10000 : 3000);
  g_assert_cmpint (plw_fragmentation_pooling_part (cost, PLW_RULE_RINGFENCE, use, year), ==,
                   is_last ? 40000 : 33000);
  g_assert_cmpint (plw_fragmentation_all_rules (cost, use, year), ==, is_last ? 66000 : 36000);
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    g_assert_cmpint (plw_fragmentation_part (cost, (PlwRule) rule, use, year), ==, parts[rule]);
}

static void
test_figures (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  g_autoptr (PlwResult) today = by_hand_evaluate (plan);
  g_autoptr (PlwFragmentation) cost = find_cost (plan, NULL, NULL, NULL);
  size_t care = by_hand_use (today, PLW_USE_LINE, "care");

  for (size_t year = 0; year <= LAST_YEAR; year++)
    {
      g_assert_cmpint (plw_result_sum (today, PLW_SUM_SHORTFALL, year), ==, year < LAST_YEAR ? 36000 : 66000);
      check_year (cost, care, year);
      check_year (cost, SIZE_MAX, year);
    }
  g_assert_cmpint (plw_fragmentation_cost (cost, SIZE_MAX, SIZE_MAX), ==, 4 * 36000 + 50000);
  g_assert_cmpint (plw_fragmentation_all_rules (cost, care, SIZE_MAX), ==, 4 * 36000 + 66000);
  g_assert_cmpint (plw_fragmentation_part (cost, PLW_RULE_KIND, care, SIZE_MAX), ==, 4 * 3000 + 15334);
  g_assert_cmpint (plw_fragmentation_cost (cost, by_hand_use (today, PLW_USE_LINE, "roads"), SIZE_MAX), ==,
                   0);
}

/* Without its fence the grant gives care its 300 in all five years; without its limit the reserve the 100
 * that are over. Its minimum is behind the limit, and nothing is short that works or the year's end could
 * help alone.
 */
static void
test_ladder (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  g_autoptr (PlwFragmentation) cost = find_cost (plan, NULL, NULL, NULL);
  g_autofree char *text = plw_freedoms_to_text (cost, PLW_FORMAT_CSV);

  g_assert_cmpstr (text, ==,
                   "rank,pot,rule,value\n"
                   "1,grant,ring-fence,1500.00\n"
                   "2,reserve,limit,100.00\n");
}

/* Care needs 100 in the first year, roads 100 in the second. What is first's and not spent becomes next's,
 * which is for parks alone. First and keeper could both pay for care; keeper's money would be kept, next's
 * would lapse, so first pays. Without its fence next pays for roads, with first's money, and keeper for care.
 * The same comes of first keeping its own: it has no fence against roads.
 */
static void
test_money_that_would_come (void)
{
  g_autoptr (PlwPlan) plan = by_hand_new ();
  g_autoptr (PlwFragmentation) cost = NULL;
  g_autofree char *text = NULL;

  by_hand_add (plan, "lines", "code", "care", NULL);
  by_hand_add (plan, "lines", "code", "roads", NULL);
  by_hand_add (plan, "lines", "code", "parks", NULL);
  by_hand_add (plan, "changes", "code", "c1", "line", "care", "kind", "pressure", "basis", "one-off",
               "2026/27", "100", NULL);
  by_hand_add (plan, "changes", "code", "c2", "line", "roads", "kind", "pressure", "basis", "one-off",
               "2027/28", "100", NULL);
  by_hand_add (plan, "pots", "code", "first", "unspent", "to:next", "2026/27", "100", NULL);
  by_hand_add (plan, "pots", "code", "keeper", "unspent", "keep", "2026/27", "100", NULL);
  by_hand_add (plan, "pots", "code", "next", NULL);
  by_hand_add (plan, "ringfences", "pot", "first", "use_kind", "line", "use_code", "care", NULL);
  by_hand_add (plan, "ringfences", "pot", "keeper", "use_kind", "line", "use_code", "care", NULL);
  by_hand_add (plan, "ringfences", "pot", "next", "use_kind", "line", "use_code", "parks", NULL);
  cost = find_cost (plan, NULL, NULL, NULL);
  text = plw_freedoms_to_text (cost, PLW_FORMAT_CSV);
  g_assert_cmpstr (text, ==,
                   "rank,pot,rule,value\n"
                   "1,keeper,ring-fence,100.00\n"
                   "2,next,ring-fence,100.00\n");
}

/* @calls: how often; @stop_at: which call asks to stop, 0: none; @last: how far it was */
typedef struct
{
  int calls;
  int stop_at;
  double last;
  GThread *thread;
} Watch;

static bool
watch_cb (double done, void *data)
{
  Watch *watch = data;

  g_assert_cmpfloat (done, >=, watch->last);
  g_assert_cmpfloat (done, <=, 1);
  g_assert_true (g_thread_self () == watch->thread);
  watch->last = done;
  watch->calls++;
  return watch->calls != watch->stop_at;
}

static void
test_progress (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  Watch watch = { .thread = g_thread_self () };

  /* Whether the asking thread gets to answer any question is chance. */
  for (int i = 0; i < MOST_TRIES && watch.calls == 0; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwFragmentation) cost = find_cost (plan, watch_cb, &watch, &error);

      g_assert_no_error (error);
      g_assert_nonnull (cost);
    }
  g_assert_cmpint (watch.calls, >, 0);
  g_assert_cmpfloat (watch.last, >, 0);
}

static void
test_stop (void)
{
  g_autoptr (PlwPlan) plan = new_plan ();
  int calls = 0;

  for (int i = 0; i < MOST_TRIES && calls == 0; i++)
    {
      g_autoptr (GError) error = NULL;
      Watch watch = { .thread = g_thread_self (), .stop_at = 1 };
      g_autoptr (PlwFragmentation) cost = find_cost (plan, watch_cb, &watch, &error);

      calls = watch.calls;
      if (calls == 0)
        continue;
      g_assert_null (cost);
      g_assert_error (error, PLW_ERROR, PLW_ERROR_CANCELLED);
    }
  g_assert_cmpint (calls, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/fragmentation-by-hand/figures", test_figures);
  g_test_add_func ("/engine/fragmentation-by-hand/ladder", test_ladder);
  g_test_add_func ("/engine/fragmentation-by-hand/money-that-would-come", test_money_that_would_come);
  g_test_add_func ("/engine/fragmentation-by-hand/progress-rises", test_progress);
  g_test_add_func ("/engine/fragmentation-by-hand/it-can-be-stopped", test_stop);
  return g_test_run ();
}
