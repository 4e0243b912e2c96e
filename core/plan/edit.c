/* edit.c: changes to a plan that can be undone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "plan/plan-private.h"

#include <placewright/edit.h>

#include <string.h>

struct _PlwEdit
{
  char *name;
  char *reason;        /* nullable */
  GArray *steps;       /* of PlwStep */
  GStringChunk *texts; /* every text of every step */
};

PlwEdit *
plw_edit_new (const char *name)
{
  PlwEdit *edit = g_new0 (PlwEdit, 1);

  edit->name = g_strdup (name);
  edit->steps = g_array_new (FALSE, FALSE, sizeof (PlwStep));
  edit->texts = g_string_chunk_new (256);
  return edit;
}

void
plw_edit_free (PlwEdit *edit)
{
  if (edit == NULL)
    return;
  for (guint i = 0; i < edit->steps->len; i++)
    g_free (g_array_index (edit->steps, PlwStep, i).cells);
  g_array_unref (edit->steps);
  g_string_chunk_free (edit->texts);
  g_free (edit->name);
  g_free (edit->reason);
  g_free (edit);
}

const char *
plw_edit_name (const PlwEdit *edit)
{
  return edit->name;
}

void
plw_edit_set_name (PlwEdit *edit, const char *name)
{
  char *held = g_strdup (name);

  g_free (edit->name);
  edit->name = held;
}

const char *
plw_edit_reason (const PlwEdit *edit)
{
  return edit->reason;
}

void
plw_edit_set_reason (PlwEdit *edit, const char *reason)
{
  char *held = g_strdup (reason);

  g_free (edit->reason);
  edit->reason = held;
}

size_t
plw_edit_n_steps (const PlwEdit *edit)
{
  return edit->steps->len;
}

const PlwStep *
plw_edit_step (const PlwEdit *edit, size_t index)
{
  g_return_val_if_fail (index < edit->steps->len, NULL);

  return &g_array_index (edit->steps, PlwStep, index);
}

static PlwType
step_type (PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return column < spec->n_columns ? spec->columns[column].type : spec->years;
}

static PlwValue
keep_value (PlwEdit *edit, PlwTableId table, size_t column, PlwValue value)
{
  if (value.is_set && plw_type_is_text (step_type (table, column)))
    value.text = g_string_chunk_insert_const (edit->texts, value.text);
  return value;
}

void
plw_edit_add_step (PlwEdit *edit, const PlwStep *step)
{
  PlwStep held = *step;

  held.cells = NULL;
  if (step->kind == PLW_STEP_SET)
    {
      held.from = keep_value (edit, step->table, step->column, step->from);
      held.to = keep_value (edit, step->table, step->column, step->to);
    }
  else
    {
      held.cells = g_new0 (PlwValue, MAX (step->n_cells, 1));
      for (size_t i = 0; i < step->n_cells; i++)
        held.cells[i] = keep_value (edit, step->table, i, step->cells[i]);
    }
  g_array_append_val (edit->steps, held);
}

PlwEdit *
plw_edit_copy (const PlwEdit *edit)
{
  PlwEdit *copy = plw_edit_new (edit->name);

  copy->reason = g_strdup (edit->reason);
  for (guint i = 0; i < edit->steps->len; i++)
    plw_edit_add_step (copy, &g_array_index (edit->steps, PlwStep, i));
  return copy;
}

void
plw_edit_set_cell (PlwEdit *edit,
                   const PlwPlan *plan,
                   PlwTableId table,
                   size_t row,
                   size_t column,
                   PlwValue value)
{
  PlwStep step = {
    .kind = PLW_STEP_SET,
    .table = table,
    .row = plw_plan_row_id (plan, table, row),
    .column = column,
    .from = plw_plan_get (plan, table, row, column),
    .to = value,
  };

  if (!plw_value_equal (step_type (table, column), step.from, step.to))
    plw_edit_add_step (edit, &step);
}

PlwRowId
plw_edit_insert_row (PlwEdit *edit,
                     const PlwPlan *plan,
                     PlwTableId table,
                     size_t position,
                     const PlwValue *cells,
                     size_t n_cells)
{
  PlwRowId id = plw_plan_next_id (plan, table);

  for (guint i = 0; i < edit->steps->len; i++)
    {
      const PlwStep *earlier = &g_array_index (edit->steps, PlwStep, i);

      if (earlier->kind == PLW_STEP_INSERT && earlier->table == table && earlier->row >= id)
        id = earlier->row + 1;
    }

  PlwStep step = {
    .kind = PLW_STEP_INSERT,
    .table = table,
    .row = id,
    .position = position,
    .cells = (PlwValue *) cells,
    .n_cells = n_cells,
  };
  plw_edit_add_step (edit, &step);
  return id;
}

void
plw_edit_delete_row (PlwEdit *edit, const PlwPlan *plan, PlwTableId table, size_t row)
{
  size_t n_cells = plw_plan_n_cells (table);
  g_autofree PlwValue *cells = g_new (PlwValue, n_cells);

  for (size_t i = 0; i < n_cells; i++)
    cells[i] = plw_plan_raw_cell (plan, table, row, i);

  PlwStep step = {
    .kind = PLW_STEP_DELETE,
    .table = table,
    .row = plw_plan_row_id (plan, table, row),
    .position = row,
    .cells = cells,
    .n_cells = n_cells,
  };
  plw_edit_add_step (edit, &step);
}

PlwEdit *
plw_edit_inverse (const PlwEdit *edit)
{
  PlwEdit *inverse = plw_edit_new (edit->name);

  inverse->reason = g_strdup (edit->reason);
  for (guint i = edit->steps->len; i-- > 0;)
    {
      PlwStep step = g_array_index (edit->steps, PlwStep, i);
      PlwValue from = step.from;

      if (step.kind == PLW_STEP_SET)
        {
          step.from = step.to;
          step.to = from;
        }
      else
        step.kind = step.kind == PLW_STEP_INSERT ? PLW_STEP_DELETE : PLW_STEP_INSERT;
      plw_edit_add_step (inverse, &step);
    }
  return inverse;
}

static bool
row_is_as_found (const PlwPlan *plan, const PlwStep *step, size_t row)
{
  for (size_t i = 0; i < plw_plan_n_cells (step->table); i++)
    {
      PlwValue expected = i < step->n_cells ? step->cells[i] : PLW_VALUE_EMPTY;

      if (!plw_value_equal (step_type (step->table, i), plw_plan_raw_cell (plan, step->table, row, i),
                            expected))
        return false;
    }
  return true;
}

static bool
apply_step (PlwPlan *plan, const PlwStep *step)
{
  size_t row = 0;
  size_t n_cells = plw_plan_n_cells (step->table);

  switch (step->kind)
    {
    case PLW_STEP_SET:
      if (step->column >= n_cells || !plw_plan_find_row (plan, step->table, step->row, &row)
          || !plw_value_equal (step_type (step->table, step->column),
                               plw_plan_raw_cell (plan, step->table, row, step->column), step->from))
        return false;
      plw_plan_set (plan, step->table, row, step->column, step->to);
      return true;
    case PLW_STEP_INSERT:
      return step->row > 0 && step->n_cells <= n_cells
             && step->position <= plw_plan_n_rows (plan, step->table)
             && plw_plan_insert_with_id (plan, step->table, step->position, step->row, step->cells,
                                         step->n_cells);
    case PLW_STEP_DELETE:
    default:
      if (!plw_plan_find_row (plan, step->table, step->row, &row) || row != step->position
          || !row_is_as_found (plan, step, row))
        return false;
      plw_plan_remove_row (plan, step->table, row);
      return true;
    }
}

bool
plw_plan_apply (PlwPlan *plan, const PlwEdit *edit, GError **error)
{
  g_return_val_if_fail (plan != NULL && edit != NULL, false);

  for (guint i = 0; i < edit->steps->len; i++)
    {
      if (apply_step (plan, &g_array_index (edit->steps, PlwStep, i)))
        continue;

      g_autoptr (PlwEdit) done = plw_edit_new (edit->name);
      for (guint j = 0; j < i; j++)
        plw_edit_add_step (done, &g_array_index (edit->steps, PlwStep, j));
      g_autoptr (PlwEdit) back = plw_edit_inverse (done);
      for (guint j = 0; j < back->steps->len; j++)
        {
          bool is_back = apply_step (plan, &g_array_index (back->steps, PlwStep, j));

          g_assert (is_back);
        }
      g_set_error (error, PLW_ERROR, PLW_ERROR_CHANGED,
                   _ ("“%s” cannot be done because the plan is no longer as it was"), edit->name);
      return false;
    }
  return true;
}
