/* budget-view.c: a budget table as it is printed, for whoever shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/budget-private.h"

size_t
plw_budget_n_columns (const PlwBudget *self)
{
  return self->columns->len;
}

const char *
plw_budget_column_heading (const PlwBudget *self, size_t column)
{
  g_return_val_if_fail (column < self->columns->len, "");

  return plw_budget_column (self, column)->heading;
}

const char *
plw_budget_row_section (const PlwBudget *self, size_t row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return plw_budget_row (self, row)->section;
}

const char *
plw_budget_row_part (const PlwBudget *self, size_t row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return plw_budget_row (self, row)->part;
}

char *
plw_budget_printed (const PlwBudget *self, size_t row, size_t column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  const PlwBudgetCell *cell = &plw_budget_row (self, row)->cells[column];

  if (!plw_budget_is_figure (cell))
    return NULL;

  int64_t size = ABS (cell->value);
  g_autofree char *whole = plw_steps_to_text (size / PLW_DECIMAL_ONE, PLW_UNIT_POUNDS);
  g_autofree char *part = g_strdup_printf ("%09d", (int) (size % PLW_DECIMAL_ONE));
  int n_decimals = CLAMP (cell->decimals, 0, 9);

  return g_strdup_printf ("%s%s%s%.*s", cell->value < 0 ? "-" : "", whole, n_decimals > 0 ? "." : "",
                          n_decimals, part);
}

int64_t
plw_budget_unit (const PlwBudget *self)
{
  return self->unit;
}

bool
plw_budget_is_unit_said (const PlwBudget *self)
{
  return self->is_unit_said;
}

bool
plw_budget_is_down (const PlwBudget *self)
{
  return self->lines != NULL;
}

size_t
plw_budget_n_parts (const PlwBudget *self)
{
  return self->parts->len;
}

const char *
plw_budget_part (const PlwBudget *self, size_t index)
{
  g_return_val_if_fail (index < self->parts->len, "");

  return g_ptr_array_index (self->parts, index);
}

size_t
plw_budget_n_reasons (const PlwBudget *self)
{
  return self->reasons->len;
}

const char *
plw_budget_reason (const PlwBudget *self, size_t index)
{
  g_return_val_if_fail (index < self->reasons->len, "");

  return g_ptr_array_index (self->reasons, index);
}

size_t
plw_budget_n_remarks (const PlwBudget *self)
{
  return self->remarks->len;
}

const char *
plw_budget_remark (const PlwBudget *self, size_t index)
{
  g_return_val_if_fail (index < self->remarks->len, "");

  return g_ptr_array_index (self->remarks, index);
}
