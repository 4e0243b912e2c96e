/* bench-engine.c: how long the answers take. Prints, never fails on time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each figure is the least of several runs, with the median beside it: the
 * least is what the code costs, the median what the machine was like.
 */
#include "bench.h"

#include "engine/forward.h"
#include "engine/links.h"

#include <placewright/exchange.h>
#include <placewright/fragmentation.h>
#include <placewright/memory.h>

#include <math.h>
#include <string.h>

typedef struct
{
  const PlwModel *model;
  PlwStudy *study;
  const PlwPlan *plan;
  const char *policy;
  int64_t sink;
} Subject;

static void
needs_alone (void *data)
{
  Subject *subject = data;
  const PlwModel *model = subject->model;

  for (size_t t = 0; t < model->n_years; t++)
    for (size_t i = 0; i < model->n_lines; i++)
      subject->sink += plw_fine_round (plw_need_before_prevention (model, i, t, 0, NULL));
}

/* One policy of a plan that is laid out already. */
static void
money (void *data)
{
  Subject *subject = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) result = plw_study_evaluate (subject->study, subject->policy, problems, NULL);

  subject->sink += plw_result_sum (result, PLW_SUM_SHORTFALL, 0);
}

/* The same without asking which pot paid: what rules cost is asked like this. */
static void
shortfall_alone (void *data)
{
  Subject *subject = data;
  g_autofree uint8_t *freedoms = g_new (uint8_t, subject->model->n_pots);
  g_autoptr (PlwResult) result = plw_result_new_needs (subject->study);

  plw_policy_freedoms (subject->model, subject->policy, freedoms);
  plw_forward_needs (result, subject->model, freedoms);
  subject->sink += plw_result_shortfall (result, 0, 0);
}

/* Everything from a plan that was just edited, both policies one after the other. */
static void
both_policies (void *data)
{
  Subject *subject = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (subject->plan, NULL, problems, NULL);
  g_autoptr (PlwResult) today = plw_study_evaluate (study, "today", problems, NULL);
  g_autoptr (PlwResult) placemaking = plw_study_evaluate (study, "placemaking", problems, NULL);

  subject->sink += plw_result_shortfall (today, 0, 0) - plw_result_shortfall (placemaking, 0, 0);
}

static void
prepare (void *data)
{
  Subject *subject = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (subject->plan, NULL, problems, NULL);

  g_assert_nonnull (study);
}

static void
what_rules_cost (void *data)
{
  Subject *subject = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (subject->plan, NULL, problems, NULL);
  g_autoptr (PlwFragmentation) fragmentation = plw_study_fragmentation (study, NULL, NULL, NULL);

  subject->sink += plw_fragmentation_cost (fragmentation, SIZE_MAX, SIZE_MAX);
}

static void
load (void *data)
{
  const char *folder = data;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) plan = plw_plan_load (folder, problems, NULL);

  g_assert_nonnull (plan);
}

/* Reading the same bytes and doing nothing with them. */
static void
read_only (void *data)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      g_autofree char *name = g_strconcat (plw_schema_table ((PlwTableId) t)->name, ".csv", NULL);
      g_autofree char *path = g_build_filename (data, name, NULL);
      g_autofree char *text = NULL;

      g_file_get_contents (path, &text, NULL, NULL);
    }
}

static void
bench_plan (const char *name, const PlwPlan *plan, gboolean has_rules)
{
  static const char *const policies[] = { "today", "placemaking" };
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwStudy) study = plw_study_new (plan, NULL, problems, NULL);

  g_assert_nonnull (study);

  const PlwModel *model = study->model;
  Subject subject = { model, study, plan, NULL, 0 };

  g_print ("# %s: %zu lines, %zu uses, %zu pots, %zu years\n", name, model->n_lines, model->n_uses,
           model->n_pots, model->n_years);
  bench_run ("needs alone", 200, needs_alone, &subject);
  bench_run ("resolve, check and lay out", 15, prepare, &subject);
  for (size_t p = 0; p < G_N_ELEMENTS (policies); p++)
    {
      g_autofree char *whole = g_strdup_printf ("needs, money and accounts, %s", policies[p]);
      g_autofree char *alone = g_strdup_printf ("shortfall alone, %s", policies[p]);

      subject.policy = policies[p];
      bench_run (whole, 15, money, &subject);
      bench_run (alone, 15, shortfall_alone, &subject);
    }
  bench_run ("all of it, both policies in turn", 15, both_policies, &subject);
  if (has_rules)
    bench_run ("what rules cost, with the freedoms ladder", 1, what_rules_cost, &subject);
}

int
main (int argc, char **argv)
{
  const char *source = g_getenv ("PLACEWRIGHT_SOURCE");
  g_autofree char *folder = g_build_filename (source != NULL ? source : ".", "app/examples/lancashire", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwPlan) lancashire = plw_plan_load (folder, problems, NULL);
  g_autoptr (PlwPlan) council = bench_plan_new (200, 40, 10, 3, 0.3);
  g_autoptr (PlwPlan) large = bench_plan_new (500, 100, 15, 3, 0.17);
  g_autoptr (PlwPlan) largest = bench_plan_new (2000, 60, 30, 3, 0.02);

  plw_keep_memory (); /* as the programs do */
  g_assert_nonnull (lancashire);
  bench_run ("load Lancashire's folder, checked", 7, load, folder);
  bench_run ("the same bytes only read", 7, read_only, folder);
  bench_plan ("Lancashire", lancashire, TRUE);
  bench_plan ("a council", council, TRUE);
  bench_plan ("a large place", large, TRUE);
  bench_plan ("the largest place", largest, FALSE);
  return 0;
}
