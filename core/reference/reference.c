/* reference.c: the tables that come with the program, as a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference/reference-data.h"

#include "plan/plan-private.h"

#include <placewright/reference.h>

/* What ships was tested: a cell that cannot be read is the program's fault. */
static PlwValue
read_cell (PlwPlan *plan, PlwTableId table, size_t column, const char *text)
{
  g_autoptr (GError) error = NULL;
  PlwValue value = PLW_VALUE_EMPTY;
  bool is_read = plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, &error);

  g_assert_no_error (error);
  g_assert (is_read);
  return value;
}

static void
add_table (PlwPlan *plan, const PlwReferenceTable *from)
{
  PlwTableId table = PLW_TABLE_PLAN;
  bool is_table = plw_schema_find_table (from->name, &table);
  g_autofree size_t *columns = g_new (size_t, from->n_columns);

  g_assert (is_table);
  for (size_t i = 0; i < from->n_columns; i++)
    {
      bool is_column = plw_schema_find_column (table, from->cells[i], &columns[i]);

      g_assert (is_column);
    }

  for (size_t r = 1; r <= from->n_rows; r++)
    {
      size_t row = plw_plan_append (plan, table, NULL, 0);

      for (size_t i = 0; i < from->n_columns; i++)
        plw_plan_set (plan, table, row, columns[i],
                      read_cell (plan, table, columns[i], from->cells[r * from->n_columns + i]));
    }
}

static PlwPlan *
make_reference (void)
{
  PlwPlan *plan = plw_plan_new ();

  for (const PlwReferenceTable *table = plw_reference_tables; table->name != NULL; table++)
    add_table (plan, table);
  plw_plan_index_all (plan);
  return plan;
}

const PlwPlan *
plw_reference (void)
{
  static gsize held = 0;

  if (g_once_init_enter (&held))
    g_once_init_leave (&held, (gsize) make_reference ());
  return (const PlwPlan *) held;
}

bool
plw_reference_find (const PlwPlan *plan,
                    PlwTableId table,
                    const char *key,
                    const PlwPlan **ret_plan,
                    size_t *ret_row)
{
  const PlwPlan *plans[] = { plan, plw_reference () };

  g_return_val_if_fail (plan != NULL, false);
  g_return_val_if_fail (key != NULL, false);

  for (size_t i = 0; i < G_N_ELEMENTS (plans); i++)
    if (plw_plan_find_key (plans[i], table, key, ret_row))
      {
        *ret_plan = plans[i];
        return true;
      }

  return false;
}
