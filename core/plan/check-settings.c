/* check-settings.c: the `plan` table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/check.h"

#include "base/i18n.h"
#include "plan/plan-private.h"

#include <string.h>

char *
plw_list_settings (void)
{
  g_autoptr (GString) text = g_string_new (_ ("the settings are "));
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  for (size_t i = 0; i < n_settings; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", settings[i].key);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_reference (const PlwPlan *plan,
                 PlwProblems *problems,
                 size_t row,
                 const PlwSetting *setting,
                 const char *code)
{
  const char *table = plw_schema_table (setting->ref)->name;
  size_t found;

  if (!plw_plan_find_key (plan, setting->ref, code, &found))
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_PLAN, row, "value",
                   g_strdup_printf (_ ("“%s” is not in %s"), code, table),
                   g_strdup_printf (_ ("write a code from %s or add the row there"), table));
}

static void
check_setting (const PlwPlan *plan, PlwPlan *scratch, PlwProblems *problems, size_t row)
{
  PlwValue key = plw_plan_get (plan, PLW_TABLE_PLAN, row, PLW_PLAN_KEY);
  const char *text = plw_plan_text (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE);
  const PlwSetting *setting = key.is_set ? plw_schema_find_setting (key.text) : NULL;
  g_autofree char *remedy = NULL;
  g_autoptr (GError) cause = NULL;
  PlwValue value;

  if (!key.is_set) /* said of every empty key */
    return;
  if (setting == NULL)
    {
      plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_PLAN, row, "key",
                     g_strdup_printf (_ ("“%s” is not a setting"), key.text), plw_list_settings ());
      return;
    }
  if (text[0] == '\0')
    return;

  PlwForm form = plw_setting_form (setting);

  if (!plw_form_parse (scratch, &form, text, PLW_PARSE_STRICT, &value, &remedy, &cause))
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_PLAN, row, "value",
                   g_strdup (cause->message), g_steal_pointer (&remedy));
  else if (setting->type == PLW_TYPE_REF)
    check_reference (plan, problems, row, setting, text);
}

static void
check_present (const PlwPlan *plan, PlwProblems *problems, const PlwSetting *setting)
{
  size_t row;

  if (!setting->required || plw_plan_setting (plan, setting->key)[0] != '\0')
    return;

  if (plw_plan_find_key (plan, PLW_TABLE_PLAN, setting->key, &row))
    plw_check_add (plan, problems, PLW_SEVERITY_ERROR, PLW_TABLE_PLAN, row, "value",
                   g_strdup_printf (_ ("%s is empty"), setting->key), g_strdup (_ ("fill it in")));
  else
    plw_problems_add (problems, PLW_SEVERITY_ERROR, plw_schema_table (PLW_TABLE_PLAN)->name, 0, NULL, NULL,
                      g_strdup_printf (_ ("%s is missing"), setting->key),
                      g_strdup_printf (_ ("add a row with the key %s"), setting->key));
}

void
plw_check_settings (const PlwPlan *plan, PlwProblems *problems)
{
  g_autoptr (PlwPlan) scratch = plw_plan_new ();
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PLAN); row++)
    check_setting (plan, scratch, problems, row);
  for (size_t i = 0; i < n_settings; i++)
    check_present (plan, problems, &settings[i]);
}

bool
plw_settings_have_years (const PlwPlan *plan)
{
  int64_t n_years = plw_plan_setting_number (plan, "years", 0);

  return plw_plan_base_year (plan) > 0 && n_years >= PLW_YEARS_LEAST && n_years <= PLW_YEARS_MOST;
}
