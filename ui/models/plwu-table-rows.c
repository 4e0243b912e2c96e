/* plwu-table-rows.c: rows added to and removed from a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"
#include "plwu-override.h"
#include "plwu-removal.h"

#include <string.h>

#include <glib/gi18n.h>

gboolean
plwu_table_model_can_change_rows (PlwuTableModel *self, char **ret_why)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (plwu_document_is_root (priv->document) || plwu_override_is_common (priv->table))
    return TRUE;
  if (ret_why != NULL)
    *ret_why = g_strdup (_ ("Rows belong to every scenario: show the base case to add or remove one"));
  return FALSE;
}

/* A code that is not taken: line-1, line-2 ... */
static char *
make_code (const PlwPlan *plan, PlwTableId table, const char *stem)
{
  for (size_t i = plw_plan_n_rows (plan, table) + 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%" G_GSIZE_FORMAT, stem, i);
      gboolean is_taken = FALSE;
      size_t column;

      if (!plw_schema_find_column (table, "code", &column)
          && !plw_schema_find_column (table, "element", &column))
        return g_steal_pointer (&code);
      for (size_t row = 0; !is_taken && row < plw_plan_n_rows (plan, table); row++)
        is_taken = strcmp (plw_plan_text (plan, table, row, column), code) == 0;
      if (!is_taken)
        return g_steal_pointer (&code);
    }
}

/* A row being made: its key is chosen so that no other row has it. */
typedef struct
{
  PlwuTableModelPrivate *priv;
  const PlwPlan *plan;
  const PlwTableSpec *spec;
  PlwValue *cells;
  char *code;          /* (nullable): made for it */
  const char *missing; /* (nullable): the table that would have to have a row first */
} Filling;

static void
append_key (GString *key, const PlwColumn *column, PlwValue cell)
{
  if (column->type == PLW_TYPE_CHOICE)
    g_string_append (key, column->choices[cell.number]);
  else if (column->type == PLW_TYPE_YEAR)
    g_string_append (key, plw_year_name ((int) cell.number));
  else if (column->type == PLW_TYPE_INTEGER)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, cell.number);
  else
    g_string_append (key, cell.text);
}

static gboolean
is_key_free (Filling *filling)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean has_key = FALSE;
  size_t row;

  for (size_t i = 0; i < filling->spec->n_columns; i++)
    {
      const PlwColumn *column = &filling->spec->columns[i];
      PlwValue cell = filling->cells[i];

      if (!(column->flags & PLW_COLUMN_KEY))
        continue;
      if (has_key)
        g_string_append_c (key, '/');
      append_key (key, column, cell);
      has_key = TRUE;
    }
  return !has_key || !plw_plan_find_key (filling->plan, filling->spec->id, key->str, &row);
}

static gboolean fill_from (Filling *filling, size_t index);

static gboolean
try_references (Filling *filling, size_t index, PlwTableId table)
{
  size_t code_column;

  if (!plw_schema_find_column (table, "code", &code_column))
    return FALSE;
  if (plw_plan_n_rows (filling->plan, table) == 0)
    filling->missing = plwu_label_table (table);
  for (size_t i = 0; i < plw_plan_n_rows (filling->plan, table); i++)
    {
      filling->cells[index] = plw_value_text (plw_plan_text (filling->plan, table, i, code_column));
      if (fill_from (filling, index + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_choices (Filling *filling, size_t index)
{
  const char *const *choices = filling->spec->columns[index].choices;

  for (size_t i = 0; choices[i] != NULL; i++)
    {
      filling->cells[index] = plw_value_number ((int64_t) i);
      if (fill_from (filling, index + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_code (Filling *filling, size_t index)
{
  const char *stem = filling->spec->columns[index].name[0] == 'e' ? "element" : "new";

  g_free (filling->code);
  filling->code = make_code (filling->plan, filling->spec->id, stem);
  filling->cells[index] = plw_value_text (filling->code);
  return fill_from (filling, index + 1);
}

/* A setting that the plan does not name yet. */
static gboolean
try_settings (Filling *filling, size_t index)
{
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  for (size_t i = 0; i < n_settings; i++)
    {
      filling->cells[index] = plw_value_text (settings[i].key);
      if (fill_from (filling, index + 1))
        return TRUE;
    }
  return FALSE;
}

/* How far from the base year a year is looked for that no other row has. */
#define YEARS_TRIED 100

static gboolean
try_numbers (Filling *filling, size_t index, int64_t first, int64_t last)
{
  for (int64_t i = first; i <= last; i++)
    {
      filling->cells[index] = plw_value_number (i);
      if (fill_from (filling, index + 1))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_required_text (PlwTableId table, size_t index)
{
  if (table == PLW_TABLE_CONTROL_TOTALS && index == PLW_CONTROL_TOTALS_TABLE)
    return plw_schema_table (PLW_TABLE_COSTS)->name;
  if (table == PLW_TABLE_CONTROL_TOTALS && index == PLW_CONTROL_TOTALS_FIELD)
    return plw_schema_table (PLW_TABLE_COSTS)->columns[PLW_COSTS_BASE].name;
  return _ ("New");
}

static gboolean
fill_required (Filling *filling, size_t index)
{
  const PlwColumn *column = &filling->spec->columns[index];
  int base_year = plw_plan_base_year (filling->plan);

  switch (column->type)
    {
    case PLW_TYPE_CODE:
      return try_code (filling, index);
    case PLW_TYPE_REF:
      return try_references (filling, index, column->ref);
    case PLW_TYPE_CHOICE:
      return try_choices (filling, index);
    case PLW_TYPE_INTEGER:
      return try_numbers (filling, index, column->least, column->most);
    case PLW_TYPE_YEAR:
      return try_numbers (filling, index, base_year, base_year + YEARS_TRIED);
    case PLW_TYPE_MONEY:
      filling->cells[index] = plw_value_number (MAX (0, column->least));
      return fill_from (filling, index + 1);
    case PLW_TYPE_PERCENT:
    case PLW_TYPE_NUMBER:
      filling->cells[index] = plw_value_number (column->least > 0 ? MAX (PLW_DECIMAL_ONE, column->least) : 0);
      return fill_from (filling, index + 1);
    default:
      filling->cells[index] = plw_value_text (get_required_text (filling->spec->id, index));
      return fill_from (filling, index + 1);
    }
}

/* Fills the columns from @index on; what is required gets a beginning that
 * people then overtype.
 */
static gboolean
fill_from (Filling *filling, size_t index)
{
  PlwuTableModelPrivate *priv = filling->priv;

  if (index == filling->spec->n_columns)
    return is_key_free (filling);

  const PlwColumn *column = &filling->spec->columns[index];

  filling->cells[index] = PLW_VALUE_EMPTY;
  if (priv->filter_text != NULL && index == priv->filter_column)
    filling->cells[index] = plw_value_text (priv->filter_text);
  else if (column->flags & PLW_COLUMN_REQUIRED && priv->table == PLW_TABLE_PLAN)
    return try_settings (filling, index);
  else if (priv->table == PLW_TABLE_RINGFENCES && index == PLW_RINGFENCES_USE_CODE)
    return try_references (filling, index, PLW_TABLE_LINES);
  else if (column->flags & PLW_COLUMN_REQUIRED)
    return fill_required (filling, index);
  else if (column->flags & PLW_COLUMN_NAME)
    filling->cells[index] = plw_value_text (_ ("New"));
  else if (priv->table == PLW_TABLE_SCENARIOS && index == PLW_SCENARIOS_PARENT
           && *plw_plan_root_scenario (filling->plan) != '\0')
    filling->cells[index] = plw_value_text (plw_plan_root_scenario (filling->plan));

  return fill_from (filling, index + 1);
}

static gboolean
fill_row (Filling *filling, GError **error)
{
  const char *title = plwu_label_table (filling->spec->id);

  if (filling->spec->id == PLW_TABLE_OVERRIDES)
    g_set_error_literal (
        error, PLW_ERROR, PLW_ERROR_PLAN,
        _ ("Choose the scenario in the bar above and type over the figure: its override is listed here"));
  else if (fill_from (filling, 0))
    return TRUE;
  else if (filling->missing != NULL)
    g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN, _ ("A row of %s needs one of %s: add that first"), title,
                 filling->missing);
  else
    g_set_error (error, PLW_ERROR, PLW_ERROR_PLAN, _ ("Every row that %s can have is there already"), title);
  return FALSE;
}

gboolean
plwu_table_model_add_row (PlwuTableModel *self, guint below, guint *ret_row, GError **error)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  size_t n_cells = plw_schema_table (priv->table)->n_columns;
  g_autofree PlwValue *cells = g_new0 (PlwValue, n_cells);
  Filling filling = { priv, plan, plw_schema_table (priv->table), cells, NULL, NULL };
  g_autofree char *name = g_strdup_printf (_ ("New row in %s"), plwu_label_table (priv->table));
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  size_t position = plw_plan_n_rows (plan, priv->table);
  size_t held;

  if (plwu_table_model_get_plan_row (self, below, &held))
    position = held + 1;

  if (fill_row (&filling, error))
    plw_edit_insert_row (edit, plan, priv->table, position, cells, n_cells);
  g_free (filling.code);
  if (plw_edit_n_steps (edit) == 0)
    return FALSE;

  g_clear_pointer (&priv->search, g_free);
  if (!plwu_document_commit (priv->document, edit, error))
    return FALSE;

  return plwu_table_model_find_plan_row (self, position, ret_row);
}

gboolean
plwu_table_model_delete_rows (PlwuTableModel *self, guint first, guint n_rows, GError **error)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  g_autoptr (PlwEdit) edit = plw_edit_new ("");
  g_autoptr (PlwPlan) scratch = plw_plan_copy (plan);
  g_autofree char *name = NULL;
  guint end = MIN (first + n_rows, priv->rows->len);
  size_t plan_row;
  guint n_removed = 0;

  for (guint i = first; i < end; i++)
    n_removed += plwu_table_model_get_plan_row (self, i, &plan_row);
  if (n_removed == 0)
    return TRUE;
  if (end - first == 1 && plwu_table_model_get_plan_row (self, first, &plan_row))
    {
      g_autofree char *row = plwu_label_row (plan, priv->table, plan_row);

      name = g_strdup_printf (_ ("Removal of %s from %s"), row, plwu_label_table (priv->table));
    }
  else
    name = g_strdup_printf (_ ("Removal of %u rows from %s"), n_removed, plwu_label_table (priv->table));
  plw_edit_set_name (edit, name);

  /* By identity: what goes with one row may be another of these. */
  for (guint i = first; i < end; i++)
    {
      size_t row;

      if (plwu_table_model_get_plan_row (self, i, &plan_row)
          && plw_plan_find_row (scratch, priv->table, plw_plan_row_id (plan, priv->table, plan_row), &row))
        plwu_removal_record (edit, scratch, priv->table, row);
    }
  return plwu_document_commit (priv->document, edit, error);
}
