/* edit-rename.c: a new code for a row, everywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan/plan-private.h"

#include <placewright/edit.h>

#include <string.h>

typedef struct
{
  PlwEdit *edit;
  const PlwPlan *plan;
  PlwTableId table;
  const char *old_code;
  const char *new_code;
} Renaming;

static void
rename_cell (const Renaming *renaming, PlwTableId table, size_t row, size_t column)
{
  PlwValue value = plw_plan_get (renaming->plan, table, row, column);

  if (value.is_set && strcmp (value.text, renaming->old_code) == 0)
    plw_edit_set_cell (renaming->edit, renaming->plan, table, row, column,
                       plw_value_text (renaming->new_code));
}

static void
rename_references (const Renaming *renaming)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) t);

      for (size_t c = 0; c < spec->n_columns; c++)
        if (spec->columns[c].type == PLW_TYPE_REF && spec->columns[c].ref == renaming->table)
          for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, spec->id); r++)
            rename_cell (renaming, spec->id, r, c);
    }
}

static void
rename_fences (const Renaming *renaming)
{
  static const struct
  {
    PlwFenceKind kind;
    PlwTableId table;
  } kinds[] = {
    { PLW_FENCE_LINE, PLW_TABLE_LINES },
    { PLW_FENCE_PROJECT, PLW_TABLE_PROJECTS },
    { PLW_FENCE_PROGRAMME, PLW_TABLE_PROGRAMMES },
    { PLW_FENCE_PARTNER, PLW_TABLE_PARTNERS },
  };

  for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, PLW_TABLE_RINGFENCES); r++)
    for (size_t k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (kinds[k].table == renaming->table
          && plw_plan_number (renaming->plan, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_USE_KIND)
                 == (int64_t) kinds[k].kind)
        rename_cell (renaming, PLW_TABLE_RINGFENCES, r, PLW_RINGFENCES_USE_CODE);
}

/* Not a reference, since it may name a unit cost that ships with the program. */
static void
rename_unit_costs (const Renaming *renaming)
{
  if (renaming->table != PLW_TABLE_UNIT_COSTS)
    return;
  for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, PLW_TABLE_EFFECTS); r++)
    rename_cell (renaming, PLW_TABLE_EFFECTS, r, PLW_EFFECTS_UNIT_COST);
}

static void
rename_unspent (const Renaming *renaming)
{
  g_autofree char *rule = g_strconcat ("to:", renaming->new_code, NULL);

  if (renaming->table != PLW_TABLE_POTS)
    return;
  for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, PLW_TABLE_POTS); r++)
    {
      const char *target =
          plw_unspent_target (plw_plan_text (renaming->plan, PLW_TABLE_POTS, r, PLW_POTS_UNSPENT));

      if (target != NULL && strcmp (target, renaming->old_code) == 0)
        plw_edit_set_cell (renaming->edit, renaming->plan, PLW_TABLE_POTS, r, PLW_POTS_UNSPENT,
                           plw_value_text (rule));
    }
}

static void
rename_settings (const Renaming *renaming)
{
  for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, PLW_TABLE_PLAN); r++)
    {
      const char *key = plw_plan_text (renaming->plan, PLW_TABLE_PLAN, r, PLW_PLAN_KEY);
      const PlwSetting *setting = plw_schema_find_setting (key);

      if (setting != NULL && setting->type == PLW_TYPE_REF && setting->ref == renaming->table)
        rename_cell (renaming, PLW_TABLE_PLAN, r, PLW_PLAN_VALUE);
    }
}

/* Overrides name rows by key; the renamed code is the whole key or, in tables
 * whose first key column refers to the renamed table, its first part.
 */
static void
rename_overrides (const Renaming *renaming)
{
  g_autofree char *old_part = g_strconcat (renaming->old_code, "/", NULL);

  for (size_t r = 0; r < plw_plan_n_rows (renaming->plan, PLW_TABLE_OVERRIDES); r++)
    {
      const char *code = plw_plan_text (renaming->plan, PLW_TABLE_OVERRIDES, r, PLW_OVERRIDES_CODE);
      PlwTableId table;

      if (!plw_schema_find_table (plw_plan_text (renaming->plan, PLW_TABLE_OVERRIDES, r, PLW_OVERRIDES_TABLE),
                                  &table))
        continue;

      const PlwColumn *first = &plw_schema_table (table)->columns[0];
      bool refers = first->type == PLW_TYPE_REF && first->ref == renaming->table;
      g_autofree char *renamed = NULL;

      if ((table == renaming->table || refers) && strcmp (code, renaming->old_code) == 0)
        renamed = g_strdup (renaming->new_code);
      else if (refers && g_str_has_prefix (code, old_part))
        renamed = g_strconcat (renaming->new_code, code + strlen (renaming->old_code), NULL);
      if (renamed != NULL)
        plw_edit_set_cell (renaming->edit, renaming->plan, PLW_TABLE_OVERRIDES, r, PLW_OVERRIDES_CODE,
                           plw_value_text (renamed));
    }
}

void
plw_edit_rename_code (PlwEdit *edit, const PlwPlan *plan, PlwTableId table, size_t row, const char *code)
{
  size_t column;

  g_return_if_fail (plw_schema_find_column (table, "code", &column));

  g_autofree char *old_code = g_strdup (plw_plan_text (plan, table, row, column));
  Renaming renaming = { edit, plan, table, old_code, code };

  plw_edit_set_cell (edit, plan, table, row, column, plw_value_text (code));
  if (old_code[0] == '\0')
    return;
  rename_references (&renaming);
  rename_fences (&renaming);
  rename_unit_costs (&renaming);
  rename_unspent (&renaming);
  rename_settings (&renaming);
  rename_overrides (&renaming);
}
