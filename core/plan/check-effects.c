/* check-effects.c: who gains from an effect.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"

#include <string.h>

/* The partner whose line it is; "" where nobody is named. */
static const char *
find_holder (const PlwPlan *plan, size_t effect)
{
  const char *line = plw_plan_text (plan, PLW_TABLE_EFFECTS, effect, PLW_EFFECTS_LINE);
  size_t row;

  return plw_plan_find_key (plan, PLW_TABLE_LINES, line, &row)
             ? plw_plan_text (plan, PLW_TABLE_LINES, row, PLW_LINES_PARTNER)
             : "";
}

void
plw_check_effects (const PlwPlan *plan, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    {
      const char *partner = plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER);
      const char *holder = find_holder (plan, row);

      if (partner[0] != '\0' && holder[0] != '\0' && strcmp (partner, holder) != 0)
        plw_check_add (
            plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_EFFECTS, row, "partner",
            g_strdup_printf (_ ("the line is “%s”'s, so the benefit falls to “%s” and not to “%s”"), holder,
                             holder, partner),
            g_strdup (_ ("empty the partner, or the line if the benefit is not the line's")));
    }
}
