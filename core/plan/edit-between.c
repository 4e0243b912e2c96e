/* edit-between.c: the edit that turns one plan into another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"

#include <placewright/edit.h>

#include <string.h>

/* One table on its way from one plan to the other. */
typedef struct
{
  PlwEdit *edit;
  const PlwPlan *from;
  const PlwPlan *to;
  PlwTableId table;
  GArray *order; /* of PlwRowId: the rows as the steps so far leave them */
} Way;

static PlwRowId
get_id (const GArray *order, size_t position)
{
  return g_array_index (order, PlwRowId, position);
}

static void
read_order (Way *way)
{
  for (size_t i = 0; i < plw_plan_n_rows (way->from, way->table); i++)
    {
      PlwRowId id = plw_plan_row_id (way->from, way->table, i);

      g_array_append_val (way->order, id);
    }
}

static void
add_row_step (Way *way, PlwStepKind kind, const PlwPlan *plan, size_t row, size_t position)
{
  size_t n_cells = plw_plan_n_cells (way->table);
  g_autofree PlwValue *cells = g_new (PlwValue, n_cells);
  PlwStep step = {
    .kind = kind,
    .table = way->table,
    .row = plw_plan_row_id (plan, way->table, row),
    .position = position,
    .cells = cells,
    .n_cells = n_cells,
  };

  for (size_t i = 0; i < n_cells; i++)
    cells[i] = plw_plan_raw_cell (plan, way->table, row, i);
  plw_edit_add_step (way->edit, &step);
  if (kind == PLW_STEP_INSERT)
    g_array_insert_val (way->order, (guint) position, step.row);
  else
    g_array_remove_index (way->order, (guint) position);
}

/* From the last to the first, so that positions before stay what they are. */
static void
delete_gone (Way *way)
{
  size_t row;

  for (size_t i = way->order->len; i-- > 0;)
    if (!plw_plan_find_row (way->to, way->table, get_id (way->order, i), &row))
      add_row_step (way, PLW_STEP_DELETE, way->from, i, i);
}

static void
change_cells (Way *way, size_t from_row, size_t to_row)
{
  PlwStep step = {
    .kind = PLW_STEP_SET,
    .table = way->table,
    .row = plw_plan_row_id (way->from, way->table, from_row),
  };
  const PlwTableSpec *spec = plw_schema_table (way->table);

  for (size_t i = 0; i < plw_plan_n_cells (way->table); i++)
    {
      step.column = i;
      step.from = plw_plan_raw_cell (way->from, way->table, from_row, i);
      step.to = plw_plan_raw_cell (way->to, way->table, to_row, i);
      if (!plw_value_equal (i < spec->n_columns ? spec->columns[i].type : spec->years, step.from, step.to))
        plw_edit_add_step (way->edit, &step);
    }
}

static size_t
find_position (const GArray *order, PlwRowId id, size_t first)
{
  while (get_id (order, first) != id)
    first++;
  return first;
}

/* A row that stands elsewhere is taken out and put back: there is no step that moves. */
static void
place_rows (Way *way)
{
  for (size_t i = 0; i < plw_plan_n_rows (way->to, way->table); i++)
    {
      PlwRowId id = plw_plan_row_id (way->to, way->table, i);
      size_t row;

      if (i < way->order->len && get_id (way->order, i) == id)
        {
          if (plw_plan_find_row (way->from, way->table, id, &row))
            change_cells (way, row, i);
          continue;
        }
      if (plw_plan_find_row (way->from, way->table, id, &row))
        add_row_step (way, PLW_STEP_DELETE, way->from, row, find_position (way->order, id, i));
      add_row_step (way, PLW_STEP_INSERT, way->to, i, i);
    }
}

PlwEdit *
plw_edit_between (const PlwPlan *from, const PlwPlan *to, const char *name)
{
  g_return_val_if_fail (from != NULL && to != NULL && name != NULL, NULL);

  PlwEdit *edit = plw_edit_new (name);

  for (int i = 0; i < PLW_N_TABLES; i++)
    {
      g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (PlwRowId));
      Way way = { edit, from, to, (PlwTableId) i, order };

      read_order (&way);
      delete_gone (&way);
      place_rows (&way);
    }
  return edit;
}
