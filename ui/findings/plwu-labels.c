/* plwu-labels.c: what people call tables, columns, cells and amounts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-labels.h"

#include <string.h>

#include <glib/gi18n.h>

const char *
plwu_label_table (PlwTableId table)
{
  return _ (plw_schema_table (table)->title);
}

const char *
plwu_label_column (const PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (column < spec->n_columns)
    return _ (spec->columns[column].title);
  return plw_plan_column_name (plan, table, column);
}

const char *
plwu_label_ref (const PlwPlan *plan, PlwTableId table, const char *code)
{
  size_t row;

  return plw_plan_find_key (plan, table, code, &row) ? plw_plan_name (plan, table, row) : code;
}

const char *
plwu_label_scenario (const PlwPlan *plan, const char *code)
{
  size_t row;

  if (plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, *code != '\0' ? code : plw_plan_root_scenario (plan),
                         &row))
    return plw_plan_name (plan, PLW_TABLE_SCENARIOS, row);
  return _ ("Base case");
}

const char *
plwu_label_policy (const PlwPlan *plan, const char *code)
{
  if (strcmp (code, "today") == 0)
    return _ ("Today");
  if (strcmp (code, "placemaking") == 0)
    return _ ("Placemaking");
  return plwu_label_ref (plan, PLW_TABLE_POLICIES, code);
}

static char *
label_keys (const PlwPlan *plan, const PlwTableSpec *spec, size_t row)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      if (!(spec->columns[i].flags & (PLW_COLUMN_KEY | PLW_COLUMN_REQUIRED)))
        continue;

      g_autofree char *part = plwu_label_cell (plan, spec->id, row, i);

      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  if (text->len == 0)
    g_string_append_printf (text, _ ("row %zu"), row + 1);

  return g_string_free (text, FALSE);
}

char *
plwu_label_row (const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  if (table == PLW_TABLE_PLAN)
    {
      const char *key = plw_plan_text (plan, table, row, PLW_PLAN_KEY);
      const PlwSetting *setting = plw_schema_find_setting (key);

      return g_strdup (setting != NULL ? _ (setting->title) : key);
    }

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].flags & PLW_COLUMN_NAME)
      return g_strdup (plw_plan_name (plan, table, row));
  return label_keys (plan, spec, row);
}

static char *
group_thousands (char *plain)
{
  const char *digits = plain + (*plain == '-');
  const char *point = strchr (digits, '.');
  size_t n_whole = point != NULL ? (size_t) (point - digits) : strlen (digits);
  GString *text = g_string_new (*plain == '-' ? "-" : "");

  for (size_t i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  if (point != NULL)
    g_string_append (text, point);
  g_free (plain);

  return g_string_free (text, FALSE);
}

char *
plwu_label_pence (int64_t pence)
{
  char *text = group_thousands (plw_pence_to_plain_text (pence));
  gboolean is_negative = *text == '-';
  char *label = g_strdup_printf ("%s£%s", is_negative ? "-" : "", text + is_negative);

  g_free (text);
  return label;
}

char *
plwu_label_decimal (int64_t billionths)
{
  return group_thousands (plw_decimal_to_text (billionths));
}

static char *
label_text (const PlwPlan *plan, PlwTableId table, size_t column, const char *text)
{
  const PlwColumn *held = &plw_schema_table (table)->columns[column];
  const PlwSetting *setting =
      table == PLW_TABLE_PLAN && column == PLW_PLAN_KEY ? plw_schema_find_setting (text) : NULL;

  if (setting != NULL)
    return g_strdup (_ (setting->title));
  return g_strdup (held->type == PLW_TYPE_REF ? plwu_label_ref (plan, held->ref, text) : text);
}

/* Without a % sign where the column's title has it. */
static char *
label_percent (const PlwPlan *plan, PlwTableId table, size_t column, int64_t billionths)
{
  g_autofree char *number = plwu_label_decimal (billionths);

  if (strchr (plwu_label_column (plan, table, column), '%') != NULL)
    return g_steal_pointer (&number);
  return g_strconcat (number, "%", NULL);
}

static char *
label_number (const PlwPlan *plan, PlwTableId table, size_t column, int64_t number)
{
  switch (plw_plan_column_type (plan, table, column))
    {
    case PLW_TYPE_CHOICE:
      return g_strdup (plw_schema_choice_word (&plw_schema_table (table)->columns[column], (size_t) number));
    case PLW_TYPE_YESNO:
      return g_strdup (number != 0 ? _ ("yes") : _ ("no"));
    case PLW_TYPE_MONEY:
      return plwu_label_pence (number);
    case PLW_TYPE_PERCENT:
      return label_percent (plan, table, column, number);
    case PLW_TYPE_YEAR:
      return plw_year_to_text ((int) number);
    case PLW_TYPE_NUMBER:
      return plwu_label_decimal (number);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

static char *
label_held (const PlwPlan *plan, PlwTableId table, size_t column, PlwValue value)
{
  if (plw_type_is_text (plw_plan_column_type (plan, table, column)))
    return label_text (plan, table, column, value.text);
  return label_number (plan, table, column, value.number);
}

char *
plwu_label_value (const PlwPlan *plan, PlwTableId table, size_t column, PlwValue value)
{
  return value.is_set ? label_held (plan, table, column, value) : g_strdup (_ ("empty"));
}

char *
plwu_label_cell (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  PlwValue value = plw_plan_get (plan, table, row, column);

  return value.is_set ? label_held (plan, table, column, value) : g_strdup ("");
}

char *
plwu_label_use (const PlwUse *use)
{
  if (use->kind == PLW_USE_FINANCING)
    return g_strdup (_ ("Capital financing"));
  if (use->kind == PLW_USE_PROGRAMME && use->part == PLW_PART_CAPITAL)
    return g_strdup_printf (_ ("%s (capital)"), use->name);
  return g_strdup (*use->name != '\0' ? use->name : use->code);
}

static const char *const unit_names[] = {
  [PLW_UNIT_POUNDS] = "pounds",
  [PLW_UNIT_THOUSANDS] = "thousands",
  [PLW_UNIT_MILLIONS] = "millions",
};

const char *
plwu_unit_to_name (PlwUnit unit)
{
  g_return_val_if_fail ((size_t) unit < G_N_ELEMENTS (unit_names), NULL);

  return unit_names[unit];
}

gboolean
plwu_unit_from_name (const char *name, PlwUnit *ret_unit)
{
  for (size_t i = 0; i < G_N_ELEMENTS (unit_names); i++)
    if (g_strcmp0 (name, unit_names[i]) == 0)
      {
        *ret_unit = (PlwUnit) i;
        return TRUE;
      }
  return FALSE;
}
