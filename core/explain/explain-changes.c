/* explain-changes.c: pressures, growth, savings and income on a line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "explain/explain-private.h"

#include <string.h>

static bool
are_changes (const PlwResult *result, PlwFigure figure)
{
  return plw_figure_is_of_line (result, figure) && figure.b <= PLW_CHANGE_INCOME;
}

static double
value_of_changes (const PlwResult *result, PlwFigure figure)
{
  return plw_fine_to_double (
      plw_figure_model (result)->changes[(figure.a * result->n_years + figure.year) * 4 + figure.b]);
}

static bool
is_enabled (const PlwPlan *plan, size_t row)
{
  return plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED) != 0;
}

static void
title_changes (PlwReasoning *reasoning, PlwFigure figure)
{
  const char *use = plw_name_use (reasoning, figure.a);
  const char *year = plw_name_year (reasoning, figure.year);

  switch (figure.b)
    {
    case PLW_CHANGE_PRESSURE:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Pressures on %s, %s"), use, year);
      break;
    case PLW_CHANGE_GROWTH:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Growth of %s, %s"), use, year);
      break;
    case PLW_CHANGE_SAVING:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Savings in %s, %s"), use, year);
      break;
    default:
      plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Extra income of %s, %s"), use, year);
      break;
    }
}

static void
give_changes (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwResult *result = reasoning->result;

  title_changes (reasoning, figure);
  plw_reasoning_say (reasoning, PLW_OP_SUM, _ ("the changes of this kind that are in force in the year"));
  for (size_t r = 0; r < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES); r++)
    if (is_enabled (result->plan, r)
        && plw_plan_number (result->plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_KIND) == (int64_t) figure.b
        && strcmp (plw_plan_text (result->plan, PLW_TABLE_CHANGES, r, PLW_CHANGES_LINE),
                   result->uses[figure.a].code)
               == 0)
      plw_reasoning_add_if_any (reasoning, 1, plw_figure (PLW_FIGURE_CHANGE, r, 0, figure.year));
}

const PlwFigureForm plw_form_changes = { are_changes, value_of_changes, give_changes };

static bool
is_change (const PlwResult *result, PlwFigure figure)
{
  return figure.a < plw_plan_n_rows (result->plan, PLW_TABLE_CHANGES) && figure.b <= 1
         && plw_figure_has_year (result, figure) && is_enabled (result->plan, figure.a);
}

static bool
is_ongoing (const PlwPlan *plan, size_t row)
{
  return plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_BASIS) == PLW_CHANGE_ONGOING;
}

/* Whether only the part that is expected to be delivered counts. */
static bool
is_delivered (const PlwPlan *plan, size_t row)
{
  int64_t kind = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND);

  return kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME;
}

static double
value_of_change (const PlwResult *result, PlwFigure figure)
{
  size_t first = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
  int64_t entered = 0;

  for (size_t t = is_ongoing (result->plan, figure.a) ? 0 : figure.year; t <= figure.year; t++)
    entered += plw_plan_number (result->plan, PLW_TABLE_CHANGES, figure.a, first + t);
  if (figure.b == 1 || !is_delivered (result->plan, figure.a))
    return (double) entered;
  return plw_fine_to_double (
      (PlwWide) entered * plw_plan_number (result->plan, PLW_TABLE_CHANGES, figure.a, PLW_CHANGES_DELIVERY)
      * (PLW_FINE / PLW_WHOLE));
}

static void
add_entries (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwPlan *plan = reasoning->result->plan;
  bool adds_up = is_ongoing (plan, figure.a);

  plw_reasoning_say (reasoning, PLW_OP_SUM,
                     adds_up ? _ ("what was entered for this year and the years before: it goes on")
                             : _ ("what was entered for this year: it is a one-off"));
  for (size_t t = adds_up ? 0 : figure.year; t <= figure.year; t++)
    plw_reasoning_add_if_any (reasoning, 1,
                              plw_figure_of_year (reasoning->result, PLW_TABLE_CHANGES, figure.a, t));
}

static void
give_change (PlwReasoning *reasoning, PlwFigure figure)
{
  const PlwPlan *plan = reasoning->result->plan;
  const char *name = plw_name_row (reasoning, plan, PLW_TABLE_CHANGES, figure.a);
  const char *year = plw_name_year (reasoning, figure.year);

  if (figure.b == 1)
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Change %s as entered, up to %s"), name, year);
  else
    plw_reasoning_title (reasoning, PLW_FIGURE_IN_PENCE, _ ("Change %s, %s"), name, year);
  if (figure.b == 1 || !is_delivered (plan, figure.a))
    {
      add_entries (reasoning, figure);
      return;
    }
  plw_reasoning_say (reasoning, PLW_OP_PRODUCT, _ ("as entered × the part that is expected to be delivered"));
  plw_reasoning_add (reasoning, 1, plw_figure (PLW_FIGURE_CHANGE, figure.a, 1, figure.year));
  plw_reasoning_add (reasoning, 1, plw_figure_of_cell (PLW_TABLE_CHANGES, figure.a, PLW_CHANGES_DELIVERY));
}

const PlwFigureForm plw_form_change = { is_change, value_of_change, give_change };
