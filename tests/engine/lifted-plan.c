/* lifted-plan.c: a plan with one rule of one pot struck out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lifted-plan.h"

#include "random-plan.h"

static PlwPlan *
drop_rows (PlwPlan *plan, PlwTableId table, size_t column, const char *code)
{
  for (size_t row = plw_plan_n_rows (plan, table); row-- > 0;)
    if (g_str_equal (plw_plan_text (plan, table, row, column), code))
      {
        PlwPlan *less = random_plan_without (plan, table, row);

        plw_plan_free (plan);
        plan = less;
      }
  return plan;
}

static PlwPlan *
lift_fence_for_use (PlwPlan *plan, const char *pot, const PlwUse *use)
{
  static const PlwFenceKind kinds[] = { [PLW_USE_LINE] = PLW_FENCE_LINE,
                                        [PLW_USE_PROGRAMME] = PLW_FENCE_PROGRAMME,
                                        [PLW_USE_PROJECT] = PLW_FENCE_PROJECT };
  size_t row;

  /* Capital financing cannot be named: all the pot's rows go. */
  if (use->kind == PLW_USE_FINANCING)
    return drop_rows (plan, PLW_TABLE_RINGFENCES, PLW_RINGFENCES_POT, pot);
  row = plw_plan_append (plan, PLW_TABLE_RINGFENCES, NULL, 0);
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT, plw_value_text (pot));
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_KIND,
                plw_value_number (kinds[use->kind]));
  plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_USE_CODE, plw_value_text (use->code));
  return plan;
}

static void
lift_kind_for_use (PlwPlan *plan, size_t pot_row, const PlwUse *use)
{
  if (use->part == PLW_PART_REVENUE)
    plw_plan_set (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_MAY_FUND_REVENUE, plw_value_number (1));
  else if (use->kind == PLW_USE_PROJECT)
    plw_plan_set (plan, PLW_TABLE_PROJECTS, use->row, PLW_PROJECTS_REVENUE_FUNDING, plw_value_number (1));
  else
    plw_plan_set (plan, PLW_TABLE_PROGRAMMES, use->row, PLW_PROGRAMMES_REVENUE_FUNDING, plw_value_number (1));
}

static void
lift_caps (PlwPlan *plan, const char *pot)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_RINGFENCES); row++)
    if (g_str_equal (plw_plan_text (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_POT), pot))
      plw_plan_set (plan, PLW_TABLE_RINGFENCES, row, PLW_RINGFENCES_SHARE_CAP, PLW_VALUE_EMPTY);
}

/* The rules that say nothing of uses. Takes @plan. */
static PlwPlan *
lift_rule_of_money (PlwPlan *plan, PlwRule rule, size_t pot_row)
{
  const char *pot = plw_plan_text (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_CODE);

  switch (rule)
    {
    case PLW_RULE_SHARE_CAP:
      lift_caps (plan, pot);
      return plan;
    case PLW_RULE_LIMIT:
      return drop_rows (plan, PLW_TABLE_LIMITS, PLW_LIMITS_POT, pot);
    case PLW_RULE_YEAR_END:
      plw_plan_set (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_UNSPENT, plw_value_text ("keep"));
      return plan;
    case PLW_RULE_MINIMUM_BALANCE:
      plw_plan_set (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_MINIMUM_BALANCE, plw_value_number (0));
      return plan;
    default:
      g_assert_not_reached ();
    }
}

PlwPlan *
lifted_plan_for_use (const PlwPlan *plan, PlwRule rule, size_t pot_row, const PlwUse *use)
{
  PlwPlan *lifted = plw_plan_copy (plan);

  if (rule == PLW_RULE_RINGFENCE)
    return lift_fence_for_use (lifted, plw_plan_text (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_CODE), use);
  if (rule != PLW_RULE_KIND)
    return lift_rule_of_money (lifted, rule, pot_row);
  lift_kind_for_use (lifted, pot_row, use);
  return lifted;
}

PlwPlan *
lifted_plan_for_all (const PlwPlan *plan, PlwRule rule, size_t pot_row)
{
  PlwPlan *lifted = plw_plan_copy (plan);

  if (rule == PLW_RULE_RINGFENCE)
    return drop_rows (lifted, PLW_TABLE_RINGFENCES, PLW_RINGFENCES_POT,
                      plw_plan_text (plan, PLW_TABLE_POTS, pot_row, PLW_POTS_CODE));
  if (rule != PLW_RULE_KIND)
    return lift_rule_of_money (lifted, rule, pot_row);
  /* Only such a pot may pay for everything. */
  plw_plan_set (lifted, PLW_TABLE_POTS, pot_row, PLW_POTS_KIND, plw_value_number (PLW_POT_CAPITAL));
  plw_plan_set (lifted, PLW_TABLE_POTS, pot_row, PLW_POTS_MAY_FUND_REVENUE, plw_value_number (1));
  return lifted;
}
