/* random-plan-copy.c: a plan with its rows in another order, or without one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

/* @orders: by table, the rows to take */
static PlwPlan *
copy_rows (const PlwPlan *plan, GArray *const *orders)
{
  PlwPlan *copy = plw_plan_new ();

  for (int table = 0; table < PLW_N_TABLES; table++)
    for (guint i = 0; i < orders[table]->len; i++)
      {
        size_t from = g_array_index (orders[table], size_t, i);
        size_t to = plw_plan_append (copy, (PlwTableId) table, NULL, 0);

        for (size_t column = 0; column < plw_plan_n_columns (plan, (PlwTableId) table); column++)
          {
            PlwValue value = plw_plan_get (plan, (PlwTableId) table, from, column);

            if (value.is_set)
              plw_plan_set (copy, (PlwTableId) table, to, column, value);
          }
      }
  return copy;
}

static void
list_rows (const PlwPlan *plan, GArray **ret_orders)
{
  for (int table = 0; table < PLW_N_TABLES; table++)
    {
      ret_orders[table] = g_array_new (false, false, sizeof (size_t));
      for (size_t row = 0; row < plw_plan_n_rows (plan, (PlwTableId) table); row++)
        g_array_append_val (ret_orders[table], row);
    }
}

static PlwPlan *
copy_and_free (const PlwPlan *plan, GArray **orders)
{
  PlwPlan *copy = copy_rows (plan, orders);

  for (int table = 0; table < PLW_N_TABLES; table++)
    g_array_unref (orders[table]);
  return copy;
}

PlwPlan *
random_plan_shuffle (const PlwPlan *plan, guint32 seed)
{
  GArray *orders[PLW_N_TABLES];
  GRand *rand = g_rand_new_with_seed (seed);

  list_rows (plan, orders);
  for (int table = 0; table < PLW_N_TABLES; table++)
    for (guint i = orders[table]->len; i > 1; i--)
      {
        size_t *rows = (size_t *) (gpointer) orders[table]->data;
        guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
        size_t row = rows[i - 1];

        rows[i - 1] = rows[other];
        rows[other] = row;
      }
  g_rand_free (rand);
  return copy_and_free (plan, orders);
}

PlwPlan *
random_plan_without (const PlwPlan *plan, PlwTableId table, size_t row)
{
  GArray *orders[PLW_N_TABLES];

  list_rows (plan, orders);
  g_array_remove_index (orders[table], (guint) row);
  return copy_and_free (plan, orders);
}
