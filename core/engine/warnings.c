/* warnings.c: what a result should make people look at (model, section 12).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/i18n.h"
#include "engine/result-private.h"

#include <string.h>

static void
warn (PlwProblems *problems,
      PlwTableId table,
      size_t row,
      const char *key,
      int year,
      char *what,
      const char *remedy)
{
  plw_problems_add (problems, PLW_SEVERITY_WARNING, plw_schema_table (table)->name, row + 2, key,
                    plw_year_name (year), what, g_strdup (remedy));
}

/* A line whose savings and income exceed its cost, from the first such year. */
static void
warn_of_clipping (const PlwResult *result, size_t line, PlwProblems *problems)
{
  const PlwUse *use = &result->uses[line];
  int64_t clipped = 0;

  for (size_t t = 0; t < result->n_years; t++)
    {
      clipped += result->movements[(line * result->n_years + t) * PLW_N_NEED_PARTS + PLW_NEED_CLIPPED];
      if (clipped <= 0 || use->need[t] > 0)
        continue;
      warn (problems, PLW_TABLE_LINES, use->row, use->code, result->first_year + (int) t,
            g_strdup (_ ("income and savings exceed what the line costs, so its need is nought")),
            _ ("check its changes, or show the surplus as a pot"));
      return;
    }
}

static void
warn_of_reserve (const PlwResult *result, PlwProblems *problems)
{
  const char *reserve = plw_plan_setting (result->plan, "general_reserve");

  for (size_t k = 0; k < result->n_pots; k++)
    {
      const PlwPotYears *pot = &result->pots[k];
      int64_t minimum = plw_plan_number (result->plan, PLW_TABLE_POTS, pot->row, PLW_POTS_MINIMUM_BALANCE);

      for (size_t t = 0; strcmp (pot->code, reserve) == 0 && t < result->n_years; t++)
        if (pot->closing[t] < minimum)
          {
            g_autofree char *shown = plw_pence_show_short (minimum);

            warn (problems, PLW_TABLE_POTS, pot->row, pot->code, result->first_year + (int) t,
                  g_strdup_printf (_ ("the general reserve is below its minimum of %s"), shown),
                  _ ("add to the reserve or lower what is drawn from it"));
            return;
          }
    }
}

void
plw_result_warn (const PlwResult *result, const PlwModel *model, PlwProblems *problems)
{
  for (size_t i = 0; i < model->n_lines; i++)
    warn_of_clipping (result, i, problems);
  warn_of_reserve (result, problems);
}
