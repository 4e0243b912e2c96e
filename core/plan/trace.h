/* trace.h: what overrides did to a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept beside a resolved plan, so that a figure can be followed to what was
 * entered before a scenario changed it. As long as there are overridden cells,
 * not as long as the plan.
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * PlwTraceStep: a cell of a resolved plan that was set.
 * @override: the row of `overrides`; SIZE_MAX where the cell holds what it always
 *   stood for, written out because the year before it was overridden
 * @before: the cell's text before; owned by the resolved plan
 */
typedef struct
{
  PlwTableId table;
  size_t row;
  size_t column;
  size_t override;
  const char *before;
} PlwTraceStep;

/**
 * plw_plan_resolve_traced:
 * @trace: (element-type PlwTraceStep): gets the steps in their order
 *
 * As plw_plan_resolve().
 */
PlwPlan *plw_plan_resolve_traced (const PlwPlan *plan,
                                  const char *scenario,
                                  GArray *trace,
                                  PlwProblems *problems,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes the cell of @plan as it is before it is set. */
void plw_trace_note (GArray *trace,
                     PlwPlan *plan,
                     PlwTableId table,
                     size_t row,
                     size_t column,
                     size_t override);

/**
 * plw_trace_before:
 * @trace: (nullable)
 * Returns: (transfer full): the cell's text in the base plan
 */
char *plw_trace_before (const GArray *trace,
                        const PlwPlan *resolved,
                        PlwTableId table,
                        size_t row,
                        size_t column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_trace_override:
 * @trace: (nullable)
 * Returns: the row of the last override that changed the cell; SIZE_MAX: none did
 */
size_t plw_trace_override (const GArray *trace, PlwTableId table, size_t row, size_t column);

G_END_DECLS
