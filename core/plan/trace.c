/* trace.c: what overrides did to a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/trace.h"

#include "plan/plan-private.h"

void
plw_trace_note (GArray *trace, PlwPlan *plan, PlwTableId table, size_t row, size_t column, size_t override)
{
  g_autofree char *text = plw_plan_cell_to_text (plan, table, row, column);
  PlwTraceStep step = {
    .table = table,
    .row = row,
    .column = column,
    .override = override,
    .before = plw_plan_intern (plan, text),
  };

  g_array_append_val (trace, step);
}

static bool
is_of (const PlwTraceStep *step, PlwTableId table, size_t row, size_t column)
{
  return step->table == table && step->row == row && step->column == column;
}

char *
plw_trace_before (const GArray *trace, const PlwPlan *resolved, PlwTableId table, size_t row, size_t column)
{
  for (guint i = 0; trace != NULL && i < trace->len; i++)
    {
      const PlwTraceStep *step = &g_array_index (trace, PlwTraceStep, i);

      if (is_of (step, table, row, column))
        return g_strdup (step->before);
    }
  return plw_plan_cell_to_text (resolved, table, row, column);
}

size_t
plw_trace_override (const GArray *trace, PlwTableId table, size_t row, size_t column)
{
  for (guint i = trace != NULL ? trace->len : 0; i-- > 0;)
    {
      const PlwTraceStep *step = &g_array_index (trace, PlwTraceStep, i);

      if (is_of (step, table, row, column) && step->override != SIZE_MAX)
        return step->override;
    }
  return SIZE_MAX;
}
