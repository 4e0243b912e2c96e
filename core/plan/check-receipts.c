/* check-receipts.c: whether receipts are there before they are spent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

/* Pots that others' unspent money joins: what they hold depends on the allocation. */
static GHashTable *
collect_targets (const PlwPlan *plan)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_POTS); row++)
    {
      const char *target = plw_unspent_target (plw_plan_text (plan, PLW_TABLE_POTS, row, PLW_POTS_UNSPENT));

      if (target != NULL)
        g_hash_table_add (targets, (char *) target);
    }

  return targets;
}

static void
warn (const PlwPlan *plan, PlwProblems *problems, size_t limit, int year, int64_t planned, int64_t held)
{
  g_autofree char *planned_text = plw_pence_to_plain_text (planned);
  g_autofree char *held_text = plw_pence_to_plain_text (held);

  plw_check_add (plan, problems, PLW_SEVERITY_WARNING, PLW_TABLE_LIMITS, limit, plw_year_name (year),
                 g_strdup_printf (_ ("by %s, %s of the pot is planned to be spent and only %s has come in"),
                                  plw_year_name (year), planned_text, held_text),
                 g_strdup (_ ("lower the limits or add the receipts to pots")));
}

/* A year without a limit says nothing of what is planned. */
static void
check_limit (const PlwPlan *plan, PlwProblems *problems, size_t limit, size_t pot)
{
  int64_t held = plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_OPENING);
  int64_t planned = 0;

  for (size_t i = 0; i < plw_plan_n_years (plan); i++)
    {
      int year = plw_plan_base_year (plan) + 1 + (int) i;

      held += plw_plan_number (plan, PLW_TABLE_POTS, pot, plw_plan_year_column (plan, PLW_TABLE_POTS, year));
      planned += plw_plan_number (plan, PLW_TABLE_LIMITS, limit,
                                  plw_plan_year_column (plan, PLW_TABLE_LIMITS, year));
      if (planned > held)
        {
          warn (plan, problems, limit, year, planned, held);
          return;
        }
    }
}

/* Receipts come year by year; what an indexed pot gets is not entered. */
static bool
holds_receipts (const PlwPlan *plan, size_t pot)
{
  return plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_KIND) == PLW_POT_CAPITAL
         && plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_BASIS) == PLW_POT_PROFILE
         && plw_plan_number (plan, PLW_TABLE_POTS, pot, PLW_POTS_ENABLED) != 0;
}

void
plw_check_receipts (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (GHashTable) targets = collect_targets (plan);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_LIMITS); row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_LIMITS, row, PLW_LIMITS_POT);
      size_t pot;

      if (!g_hash_table_contains (targets, code) && plw_plan_find_key (plan, PLW_TABLE_POTS, code, &pot)
          && holds_receipts (plan, pot))
        check_limit (plan, problems, row, pot);
    }
}
