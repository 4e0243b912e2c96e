/* plwu-override.c: figures of a scenario, held as overrides.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-override.h"

#include <string.h>

/* Not a calendar year: the override holds in every year, or is of no year column. */
#define EVERY_YEAR 0

typedef struct
{
  const char *table;
  char *code;
  const char *field;
  int year;
} Place;

gboolean
plwu_override_is_common (PlwTableId table)
{
  return table == PLW_TABLE_SOURCES || table == PLW_TABLE_SCENARIOS || table == PLW_TABLE_OVERRIDES
         || table == PLW_TABLE_POLICIES || table == PLW_TABLE_POLICY_POTS || table >= PLW_TABLE_DECISIONS;
}

gboolean
plwu_override_allows_table (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_KEY)
      return !plwu_override_is_common (table);
  return FALSE;
}

gboolean
plwu_override_allows_column (PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return column >= spec->n_columns
         || !(spec->columns[column].flags & (PLW_COLUMN_KEY | PLW_COLUMN_NAME | PLW_COLUMN_ORIGIN));
}

static void
clear_place (Place *place)
{
  g_free (place->code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

static Place
find_place (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  gboolean is_year = column >= spec->n_columns;

  return (Place){
    .table = spec->name,
    .code = plw_plan_row_key (plan, table, row),
    .field = is_year ? "value" : spec->columns[column].name,
    .year = is_year ? plw_plan_column_year (plan, table, column) : EVERY_YEAR,
  };
}

static const char *
get_text (const PlwPlan *plan, size_t row, size_t column)
{
  return plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, column);
}

static gboolean
touches (const PlwPlan *plan, size_t row, const char *scenario, const Place *place)
{
  return strcmp (get_text (plan, row, PLW_OVERRIDES_SCENARIO), scenario) == 0
         && strcmp (get_text (plan, row, PLW_OVERRIDES_TABLE), place->table) == 0
         && strcmp (get_text (plan, row, PLW_OVERRIDES_CODE), place->code) == 0
         && strcmp (get_text (plan, row, PLW_OVERRIDES_FIELD), place->field) == 0;
}

static int
get_year (const PlwPlan *plan, size_t row)
{
  PlwValue year = plw_plan_get (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_YEAR);

  return year.is_set ? (int) year.number : EVERY_YEAR;
}

static char *
name_cell (const char *code, const char *field, int year)
{
  return g_strdup_printf ("%s\t%s\t%d", code, field, year);
}

GHashTable *
plwu_override_list (const PlwPlan *plan, const char *scenario, PlwTableId table)
{
  GHashTable *overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name = plw_schema_table (table)->name;
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES);

  for (size_t i = 0; i < n_rows; i++)
    if (strcmp (get_text (plan, i, PLW_OVERRIDES_SCENARIO), scenario) == 0
        && strcmp (get_text (plan, i, PLW_OVERRIDES_TABLE), name) == 0)
      g_hash_table_insert (overrides,
                           name_cell (get_text (plan, i, PLW_OVERRIDES_CODE),
                                      get_text (plan, i, PLW_OVERRIDES_FIELD), get_year (plan, i)),
                           GSIZE_TO_POINTER (i));
  return overrides;
}

gboolean
plwu_override_find (GHashTable *overrides,
                    const PlwPlan *plan,
                    PlwTableId table,
                    size_t row,
                    size_t column,
                    size_t *ret_row)
{
  if (g_hash_table_size (overrides) == 0)
    return FALSE;

  g_auto (Place) place = find_place (plan, table, row, column);

  if (place.code == NULL)
    return FALSE;

  g_autofree char *exact = name_cell (place.code, place.field, place.year);
  g_autofree char *every = name_cell (place.code, place.field, EVERY_YEAR);
  gpointer held = NULL;

  if (!g_hash_table_lookup_extended (overrides, exact, NULL, &held)
      && !g_hash_table_lookup_extended (overrides, every, NULL, &held))
    return FALSE;
  if (ret_row != NULL)
    *ret_row = GPOINTER_TO_SIZE (held);
  return TRUE;
}

void
plwu_edit_take (PlwEdit *edit, PlwPlan *scratch, const PlwEdit *part)
{
  bool is_applied = plw_plan_apply (scratch, part, NULL);

  g_assert (is_applied);
  for (size_t i = 0; i < plw_edit_n_steps (part); i++)
    plw_edit_add_step (edit, plw_edit_step (part, i));
}

static void
append_override (PlwEdit *part,
                 const PlwPlan *plan,
                 const char *scenario,
                 const Place *place,
                 const char *text)
{
  PlwValue cells[PLW_OVERRIDES_N_COLUMNS] = { 0 };

  cells[PLW_OVERRIDES_SCENARIO] = plw_value_text (scenario);
  cells[PLW_OVERRIDES_TABLE] = plw_value_text (place->table);
  cells[PLW_OVERRIDES_CODE] = plw_value_text (place->code);
  cells[PLW_OVERRIDES_FIELD] = plw_value_text (place->field);
  if (place->year != EVERY_YEAR)
    cells[PLW_OVERRIDES_YEAR] = plw_value_number (place->year);
  cells[PLW_OVERRIDES_OP] = plw_value_number (PLW_OP_SET);
  cells[PLW_OVERRIDES_VALUE] = plw_value_text (text);

  plw_edit_insert_row (part, plan, PLW_TABLE_OVERRIDES, plw_plan_n_rows (plan, PLW_TABLE_OVERRIDES), cells,
                       G_N_ELEMENTS (cells));
}

/* Overrides apply from the top: the last that touches the cell decides. Where
 * that is one of this very cell it is changed; else a further one goes to the end.
 */
void
plwu_override_set (PlwEdit *edit,
                   PlwPlan *scratch,
                   const char *scenario,
                   PlwTableId table,
                   size_t row,
                   size_t column,
                   const char *text)
{
  g_autoptr (PlwEdit) part = plw_edit_new ("");
  g_auto (Place) place = find_place (scratch, table, row, column);
  size_t i = plw_plan_n_rows (scratch, PLW_TABLE_OVERRIDES);

  while (i > 0)
    {
      int year = get_year (scratch, i - 1);

      if (touches (scratch, i - 1, scenario, &place) && (year == place.year || year == EVERY_YEAR))
        break;
      i--;
    }

  if (i > 0 && get_year (scratch, i - 1) == place.year)
    {
      plw_edit_set_cell (part, scratch, PLW_TABLE_OVERRIDES, i - 1, PLW_OVERRIDES_OP,
                         plw_value_number (PLW_OP_SET));
      plw_edit_set_cell (part, scratch, PLW_TABLE_OVERRIDES, i - 1, PLW_OVERRIDES_VALUE,
                         plw_value_text (text));
    }
  else
    append_override (part, scratch, scenario, &place, text);

  plwu_edit_take (edit, scratch, part);
}

void
plwu_override_add (PlwEdit *edit,
                   PlwPlan *scratch,
                   const char *scenario,
                   PlwTableId table,
                   size_t row,
                   size_t column,
                   const char *text)
{
  g_autoptr (PlwEdit) part = plw_edit_new ("");
  g_auto (Place) place = find_place (scratch, table, row, column);

  append_override (part, scratch, scenario, &place, text);
  plwu_edit_take (edit, scratch, part);
}

gboolean
plwu_override_clear (PlwEdit *edit,
                     PlwPlan *scratch,
                     const char *scenario,
                     PlwTableId table,
                     size_t row,
                     size_t column)
{
  g_auto (Place) place = find_place (scratch, table, row, column);
  gboolean has_any = FALSE;

  for (size_t i = plw_plan_n_rows (scratch, PLW_TABLE_OVERRIDES); i > 0; i--)
    {
      g_autoptr (PlwEdit) part = plw_edit_new ("");

      if (!touches (scratch, i - 1, scenario, &place) || get_year (scratch, i - 1) != place.year)
        continue;
      plw_edit_delete_row (part, scratch, PLW_TABLE_OVERRIDES, i - 1);
      plwu_edit_take (edit, scratch, part);
      has_any = TRUE;
    }
  return has_any;
}
