/* resolve.c: a plan as a scenario has it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/resolve.h"

#include "base/i18n.h"
#include "plan/check.h"
#include "plan/plan-private.h"
#include "plan/trace.h"

#include <string.h>

const char *
plw_plan_root_scenario (const PlwPlan *plan)
{
  g_return_val_if_fail (plan != NULL, "");

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); row++)
    if (!plw_plan_get (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT).is_set)
      return plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE);

  return "";
}

static bool
is_held (const PlwForm *form, __int128 number)
{
  bool is_free = form->least == 0 && form->most == 0;
  __int128 most = form->type == PLW_TYPE_MONEY ? PLW_PENCE_MAX : PLW_DECIMAL_MAX;

  if (number < -most || number > most)
    return false;

  return is_free || (number >= form->least && (form->most <= form->least || number <= form->most));
}

/* @number: where it starts from and what comes of it */
static bool
compute (const PlwOverride *override, const PlwForm *form, int64_t *number)
{
  __int128 result = *number;

  if (override->op == PLW_OP_ADD)
    result += override->value.number;
  else
    {
      __int128 product = result * override->value.number;
      __int128 half = product < 0 ? -(PLW_DECIMAL_ONE / 2) : PLW_DECIMAL_ONE / 2;

      result = (product + half) / PLW_DECIMAL_ONE; /* half away from zero */
    }

  if (!is_held (form, result))
    return false;

  *number = (int64_t) result;
  return true;
}

static bool
refuse_result (const PlwPlan *plan, size_t row, const char *where, PlwProblems *problems)
{
  plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_OVERRIDES, row, "value",
                 g_strdup_printf (_ ("what comes of it for %s is outside the limits of the field"), where),
                 g_strdup (_ ("write a smaller change")));
  return false;
}

static bool
apply_to_setting (PlwPlan *plan,
                  size_t override_row,
                  const PlwOverride *override,
                  GArray *trace,
                  PlwProblems *problems)
{
  const PlwSetting *setting = override->setting;
  const char *text = plw_plan_text (plan, PLW_TABLE_OVERRIDES, override_row, PLW_OVERRIDES_VALUE);
  g_autofree char *computed = NULL;
  size_t row = override->row;

  if (override->op != PLW_OP_SET)
    {
      PlwForm form = plw_setting_form (setting);
      int64_t number = plw_plan_setting_number (plan, setting->key, 0);

      if (!compute (override, &form, &number))
        return refuse_result (plan, override_row, setting->key, problems);
      computed = setting->type == PLW_TYPE_MONEY     ? plw_pence_to_plain_text (number)
                 : setting->type == PLW_TYPE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                                     : plw_decimal_to_text (number);
      text = computed;
    }

  if (!override->has_row)
    {
      PlwValue key = plw_value_text (setting->key);

      row = plw_plan_append (plan, PLW_TABLE_PLAN, &key, 1);
    }

  plw_trace_note (trace, plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, override_row);
  plw_plan_set (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, plw_value_text (text));
  return true;
}

/* Makes what the year after a changed one carries from it explicit: an override
 * of one year changes that year alone. */
static void
pin_next_year (PlwPlan *plan, const PlwOverride *override, GArray *trace)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);
  size_t next = override->last_column + 1;

  if (override->first_column < spec->n_columns || spec->years_rule != PLW_YEARS_CARRY
      || next >= plw_plan_n_columns (plan, override->table)
      || plw_plan_get (plan, override->table, override->row, next).is_set)
    return;

  plw_trace_note (trace, plan, override->table, override->row, next, SIZE_MAX);
  plw_plan_set (plan, override->table, override->row, next,
                plw_value_number (plw_plan_number (plan, override->table, override->row, next)));
}

/* No limit stays none, whatever is added to it. */
static bool
is_unlimited (const PlwPlan *plan, const PlwOverride *override, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (override->table);

  return column >= spec->n_columns && spec->years_rule == PLW_YEARS_NO_LIMIT
         && !plw_plan_get (plan, override->table, override->row, column).is_set;
}

static bool
apply_to_cells (PlwPlan *plan,
                size_t override_row,
                const PlwOverride *override,
                GArray *trace,
                PlwProblems *problems)
{
  PlwForm form = plw_plan_column_form (plan, override->table, override->first_column);

  pin_next_year (plan, override, trace);

  /* From the last year on, since a year may carry what stands in those before. */
  for (size_t column = override->last_column + 1; column-- > override->first_column;)
    {
      PlwValue value = override->value;

      if (override->op != PLW_OP_SET)
        {
          if (is_unlimited (plan, override, column))
            continue;

          int64_t number = plw_plan_number (plan, override->table, override->row, column);

          if (!compute (override, &form, &number))
            return refuse_result (plan, override_row, plw_plan_column_name (plan, override->table, column),
                                  problems);
          value = plw_value_number (number);
        }

      plw_trace_note (trace, plan, override->table, override->row, column, override_row);
      plw_plan_set (plan, override->table, override->row, column, value);
    }

  return true;
}

static void
apply_scenario (PlwPlan *plan, const char *scenario, GArray *trace, PlwProblems *problems)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES); row++)
    {
      PlwOverride override;

      if (strcmp (plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_SCENARIO), scenario) != 0
          || !plw_override_read (plan, row, plan, &override, problems))
        continue;

      if (override.setting != NULL && override.first_column == PLW_PLAN_VALUE)
        (void) apply_to_setting (plan, row, &override, trace, problems);
      else
        (void) apply_to_cells (plan, row, &override, trace, problems);
    }
}

/* The scenario's row and its ancestors', the root last; NULL where they loop. */
static GArray *
find_chain (const PlwPlan *plan, size_t row)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (size_t));

  g_array_append_val (chain, row);

  for (;;)
    {
      PlwValue parent = plw_plan_get (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT);

      if (!parent.is_set || !plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, parent.text, &row))
        return g_steal_pointer (&chain);
      if (chain->len >= plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS))
        return NULL;
      g_array_append_val (chain, row);
    }
}

static bool
apply_chain (PlwPlan *plan, const char *scenario, GArray *trace, PlwProblems *problems, GError **error)
{
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, scenario, &row))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND, _ ("There is no scenario “%s”"), scenario);
      return false;
    }

  g_autoptr (GArray) chain = find_chain (plan, row);
  size_t n_before = plw_problems_count (problems, PLW_SEVERITY_ERROR);

  if (chain == NULL)
    plw_check_loops (plan, problems);
  for (size_t i = chain != NULL ? chain->len : 0; i-- > 0;)
    apply_scenario (
        plan, plw_plan_text (plan, PLW_TABLE_SCENARIOS, g_array_index (chain, size_t, i), PLW_SCENARIOS_CODE),
        trace, problems);

  if (plw_problems_count (problems, PLW_SEVERITY_ERROR) == n_before)
    return true;

  g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN, _ ("The scenario “%s” cannot be applied"), scenario);
  return false;
}

PlwPlan *
plw_plan_resolve (const PlwPlan *plan, const char *scenario, PlwProblems *problems, GError **error)
{
  g_autoptr (GArray) trace = g_array_new (FALSE, FALSE, sizeof (PlwTraceStep));

  return plw_plan_resolve_traced (plan, scenario, trace, problems, error);
}

PlwPlan *
plw_plan_resolve_traced (const PlwPlan *plan,
                         const char *scenario,
                         GArray *trace,
                         PlwProblems *problems,
                         GError **error)
{
  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (PlwPlan) resolved = plw_plan_copy (plan);

  if (scenario == NULL || scenario[0] == '\0')
    scenario = plw_plan_root_scenario (plan);
  if (scenario[0] != '\0' && !apply_chain (resolved, scenario, trace, problems, error))
    return NULL;

  return g_steal_pointer (&resolved);
}
