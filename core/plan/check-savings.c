/* check-savings.c: whether savings are as sure as the council's own record says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"

static bool
has_amount (const PlwPlan *plan, size_t change)
{
  for (size_t column = plw_schema_table (PLW_TABLE_CHANGES)->n_columns;
       column < plw_plan_n_columns (plan, PLW_TABLE_CHANGES); column++)
    if (plw_plan_number (plan, PLW_TABLE_CHANGES, change, column) != 0)
      return true;

  return false;
}

void
plw_check_savings (const PlwPlan *plan, PlwProblems *problems)
{
  int64_t record = plw_plan_setting_number (plan, "savings_record", 100 * PLW_DECIMAL_ONE);
  g_autofree char *record_text = plw_decimal_to_text (record);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_CHANGES); row++)
    {
      int64_t delivery = plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_DELIVERY);

      if (delivery <= record
          || plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND) != PLW_CHANGE_SAVING
          || plw_plan_number (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_ENABLED) == 0
          || !has_amount (plan, row))
        continue;

      g_autofree char *text = plw_decimal_to_text (delivery);

      plw_check_add (plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_CHANGES, row, "delivery",
                     g_strdup_printf (_ ("%s%% of the saving is counted on, but only %s%% of past savings "
                                         "were delivered"),
                                      text, record_text),
                     g_strdup_printf (_ ("see a scenario with %s%%"), record_text));
    }
}
