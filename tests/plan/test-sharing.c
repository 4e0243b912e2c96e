/* test-sharing.c: copies of a plan share rows without ever showing it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

#include <placewright/plan.h>

#include <string.h>

/* Changes something in some table: a cell, a row more or a row less. */
static void
change (PlwPlan *plan, GRand *random)
{
  PlwTableId table = (PlwTableId) g_rand_int_range (random, PLW_TABLE_PARTNERS, PLW_N_TABLES);
  size_t n_rows = plw_plan_n_rows (plan, table);
  g_autofree char *text = g_strdup_printf ("x%u", g_rand_int (random) % 1000);

  for (size_t column = 0; n_rows > 0 && column < plw_schema_table (table)->n_columns; column++)
    if (plw_type_is_text (plw_plan_column_type (plan, table, column)))
      {
        plw_plan_set (plan, table, (size_t) g_rand_int_range (random, 0, (gint32) n_rows), column,
                      plw_value_text (text));
        break;
      }
  if (g_rand_boolean (random))
    plw_plan_append (plan, table, NULL, 0);
}

/* Looks every row up by its key and by its identity. */
static void
look_up_all (const PlwPlan *plan)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    for (size_t row = 0; row < plw_plan_n_rows (plan, (PlwTableId) t); row++)
      {
        g_autofree char *key = plw_plan_row_key (plan, (PlwTableId) t, row);
        size_t found;

        g_assert_true (
            plw_plan_find_row (plan, (PlwTableId) t, plw_plan_row_id (plan, (PlwTableId) t, row), &found));
        g_assert_cmpuint (found, ==, row);
        if (key == NULL)
          continue;
        g_assert_true (plw_plan_find_key (plan, (PlwTableId) t, key, &found));

        g_autofree char *first = plw_plan_row_key (plan, (PlwTableId) t, found);
        g_assert_cmpstr (first, ==, key);
        g_assert_cmpuint (found, <=, row);
      }
}

static void
test_independent (void)
{
  GRand *random = g_rand_new_with_seed (g_test_rand_int () & INT32_MAX);

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();
      g_autofree char *before = plw_plan_fingerprint (plan);
      g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
      g_autoptr (PlwPlan) second = plw_plan_copy (copy);

      g_assert_true (plw_plan_equal (plan, copy));
      for (int j = 0; j < 20; j++)
        change (copy, random);

      g_autofree char *after = plw_plan_fingerprint (plan);
      g_autofree char *other = plw_plan_fingerprint (second);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpstr (before, ==, other);
      look_up_all (plan);
      look_up_all (copy);

      g_autofree char *changed = plw_plan_fingerprint (copy);
      for (int j = 0; j < 20; j++)
        change (plan, random);
      g_clear_pointer (&plan, plw_plan_free);

      g_autofree char *still = plw_plan_fingerprint (copy);
      g_assert_cmpstr (changed, ==, still);
      look_up_all (second);
    }
  g_rand_free (random);
}

typedef struct
{
  PlwPlan *plan; /* owned */
  guint32 seed;
} Work;

static gpointer
run_thread (gpointer data)
{
  Work *work = data;
  GRand *random = g_rand_new_with_seed (work->seed);

  for (int i = 0; i < 40; i++)
    {
      PlwPlan *copy = plw_plan_copy (work->plan);

      look_up_all (copy);
      change (i % 2 == 0 ? copy : work->plan, random);
      plw_plan_free (work->plan);
      work->plan = copy;
    }
  look_up_all (work->plan);
  plw_plan_free (work->plan);
  g_rand_free (random);
  return NULL;
}

/* Each thread has a plan of its own; that they share rows is not theirs to see. */
static void
test_threads (void)
{
  g_autoptr (PlwPlan) plan = random_plan ();
  Work work[4];
  GThread *threads[G_N_ELEMENTS (work)];
  GRand *random = g_rand_new_with_seed (1);

  for (size_t i = 0; i < G_N_ELEMENTS (work); i++)
    {
      work[i] = (Work){ plw_plan_copy (plan), (guint32) i };
      threads[i] = g_thread_new ("plans", run_thread, &work[i]);
    }
  for (int i = 0; i < 40; i++)
    {
      change (plan, random);
      look_up_all (plan);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (work); i++)
    g_thread_join (threads[i]);
  look_up_all (plan);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/sharing/independent", test_independent);
  g_test_add_func ("/plan/sharing/threads", test_threads);
  return g_test_run ();
}
