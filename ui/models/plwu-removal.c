/* plwu-removal.c: rows removed together with what speaks of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-removal.h"

#include "plwu-override.h"

#include <string.h>

typedef struct
{
  PlwEdit *edit;
  PlwPlan *scratch;
  size_t n_removed;
} Removal;

static void remove_row (Removal *removal, PlwTableId table, size_t row);

static void
clear_cell (Removal *removal, PlwTableId table, size_t row, size_t column)
{
  g_autoptr (PlwEdit) part = plw_edit_new ("");

  plw_edit_set_cell (part, removal->scratch, table, row, column, PLW_VALUE_EMPTY);
  plwu_edit_take (removal->edit, removal->scratch, part);
}

static void
remove_references (Removal *removal, PlwTableId table, const char *code)
{
  for (size_t t = 0; t < PLW_N_TABLES; t++)
    {
      const PlwTableSpec *spec = plw_schema_table ((PlwTableId) t);

      for (size_t c = 0; c < spec->n_columns; c++)
        {
          if (spec->columns[c].type != PLW_TYPE_REF || spec->columns[c].ref != table)
            continue;
          for (size_t r = plw_plan_n_rows (removal->scratch, spec->id); r > 0; r--)
            if (r <= plw_plan_n_rows (removal->scratch, spec->id)
                && strcmp (plw_plan_text (removal->scratch, spec->id, r - 1, c), code) == 0)
              {
                if (spec->columns[c].flags & PLW_COLUMN_REQUIRED)
                  remove_row (removal, spec->id, r - 1);
                else
                  clear_cell (removal, spec->id, r - 1, c);
              }
        }
    }
}

static gboolean
names_fence (PlwTableId table, int64_t kind)
{
  switch (kind)
    {
    case PLW_FENCE_LINE:
      return table == PLW_TABLE_LINES;
    case PLW_FENCE_PROJECT:
      return table == PLW_TABLE_PROJECTS;
    case PLW_FENCE_PROGRAMME:
      return table == PLW_TABLE_PROGRAMMES;
    case PLW_FENCE_PARTNER:
      return table == PLW_TABLE_PARTNERS;
    default:
      return FALSE;
    }
}

static void
remove_fences (Removal *removal, PlwTableId table, const char *code)
{
  for (size_t r = plw_plan_n_rows (removal->scratch, PLW_TABLE_RINGFENCES); r > 0; r--)
    if (names_fence (table,
                     plw_plan_number (removal->scratch, PLW_TABLE_RINGFENCES, r - 1, PLW_RINGFENCES_USE_KIND))
        && strcmp (plw_plan_text (removal->scratch, PLW_TABLE_RINGFENCES, r - 1, PLW_RINGFENCES_USE_CODE),
                   code)
               == 0)
      remove_row (removal, PLW_TABLE_RINGFENCES, r - 1);
}

static void
clear_rules (Removal *removal, PlwTableId table, const char *code)
{
  g_autofree char *rule = g_strconcat ("to:", code, NULL);

  for (size_t r = 0; table == PLW_TABLE_POTS && r < plw_plan_n_rows (removal->scratch, table); r++)
    if (strcmp (plw_plan_text (removal->scratch, table, r, PLW_POTS_UNSPENT), rule) == 0)
      clear_cell (removal, table, r, PLW_POTS_UNSPENT);

  for (size_t r = 0; r < plw_plan_n_rows (removal->scratch, PLW_TABLE_PLAN); r++)
    {
      const char *key = plw_plan_text (removal->scratch, PLW_TABLE_PLAN, r, PLW_PLAN_KEY);
      const PlwSetting *setting = plw_schema_find_setting (key);

      if (setting != NULL && setting->type == PLW_TYPE_REF && setting->ref == table
          && strcmp (plw_plan_text (removal->scratch, PLW_TABLE_PLAN, r, PLW_PLAN_VALUE), code) == 0)
        clear_cell (removal, PLW_TABLE_PLAN, r, PLW_PLAN_VALUE);
    }
}

static void
remove_overrides (Removal *removal, PlwTableId table, const char *key)
{
  const char *name = plw_schema_table (table)->name;

  for (size_t r = plw_plan_n_rows (removal->scratch, PLW_TABLE_OVERRIDES); r > 0; r--)
    if (strcmp (plw_plan_text (removal->scratch, PLW_TABLE_OVERRIDES, r - 1, PLW_OVERRIDES_TABLE), name) == 0
        && strcmp (plw_plan_text (removal->scratch, PLW_TABLE_OVERRIDES, r - 1, PLW_OVERRIDES_CODE), key)
               == 0)
      remove_row (removal, PLW_TABLE_OVERRIDES, r - 1);
}

static void
remove_row (Removal *removal, PlwTableId table, size_t row)
{
  g_autoptr (PlwEdit) part = plw_edit_new ("");
  g_autofree char *key = plw_plan_row_key (removal->scratch, table, row);
  g_autofree char *code = NULL;
  size_t column;

  if (plw_schema_find_column (table, "code", &column) && table != PLW_TABLE_EFFECTS
      && table != PLW_TABLE_OVERRIDES)
    code = g_strdup (plw_plan_text (removal->scratch, table, row, column));

  plw_edit_delete_row (part, removal->scratch, table, row);
  plwu_edit_take (removal->edit, removal->scratch, part);
  removal->n_removed++;

  if (key != NULL && *key != '\0')
    remove_overrides (removal, table, key);
  if (code == NULL || *code == '\0')
    return;
  remove_references (removal, table, code);
  remove_fences (removal, table, code);
  clear_rules (removal, table, code);
}

size_t
plwu_removal_record (PlwEdit *edit, PlwPlan *scratch, PlwTableId table, size_t row)
{
  g_return_val_if_fail (edit != NULL && scratch != NULL, 0);

  Removal removal = { edit, scratch, 0 };

  remove_row (&removal, table, row);

  return removal.n_removed;
}
