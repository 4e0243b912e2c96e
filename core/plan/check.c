/* check.c: whether a plan keeps to the contract.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"

void
plw_check_add (const PlwPlan *plan,
               PlwProblems *problems,
               PlwSeverity severity,
               PlwTableId table,
               size_t row,
               const char *column,
               char *what,
               char *remedy)
{
  g_autofree char *key = plw_plan_row_key (plan, table, row);

  /* The header is row 1. */
  plw_problems_add (problems, severity, plw_schema_table (table)->name, row + 2, key, column, what, remedy);
}

char *
plw_list_tables (bool (*is_listed) (PlwTableId id))
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; i < PLW_N_TABLES; i++)
    if (is_listed == NULL || is_listed ((PlwTableId) i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              plw_schema_table ((PlwTableId) i)->name);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
plw_check_errors (const PlwPlan *plan, PlwProblems *problems)
{
  plw_check_settings (plan, problems);
  plw_check_cells (plan, problems);
  plw_check_rules (plan, problems);
  plw_check_decisions (plan, problems);
  plw_check_loops (plan, problems);
  plw_check_overrides (plan, problems);
  plw_check_totals (plan, problems);
}

void
plw_check_warnings (const PlwPlan *plan, PlwProblems *problems)
{
  plw_check_uses (plan, problems);
  plw_check_effects (plan, problems);
  plw_check_savings (plan, problems);
  plw_check_receipts (plan, problems);
  plw_check_sums (plan, problems);
  plw_check_votes (plan, problems);
}
