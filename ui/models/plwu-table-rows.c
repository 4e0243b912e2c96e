/* plwu-table-rows.c: rows added to and removed from a table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "plwu-labels.h"
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

      if (!plw_schema_find_column (table, "code", &column) && !plw_schema_find_column (table, "element", &column))
        return g_steal_pointer (&code);
      for (size_t row = 0; !is_taken && row < plw_plan_n_rows (plan, table); row++)
        is_taken = strcmp (plw_plan_text (plan, table, row, column), code) == 0;
      if (!is_taken)
        return g_steal_pointer (&code);
    }
}

/* The first row of the table referred to that no row of this one names yet,
 * where this very column makes the key; else the first.
 */
static const char *
choose_reference (const PlwPlan *plan, PlwTableId table, size_t column)
{
  const PlwColumn *held = &plw_schema_table (table)->columns[column];
  size_t code_column;
  size_t row;

  if (!plw_schema_find_column (held->ref, "code", &code_column) || plw_plan_n_rows (plan, held->ref) == 0)
    return NULL;
  for (size_t i = 0; i < plw_plan_n_rows (plan, held->ref); i++)
    {
      const char *code = plw_plan_text (plan, held->ref, i, code_column);

      if (!plw_plan_find_key (plan, table, code, &row))
        return code;
    }
  return plw_plan_text (plan, held->ref, 0, code_column);
}

static PlwValue
make_required (const PlwPlan *plan, PlwTableId table, size_t column, char **ret_code)
{
  const PlwColumn *held = &plw_schema_table (table)->columns[column];
  const char *reference;

  switch (held->type)
    {
    case PLW_TYPE_CODE:
      *ret_code = make_code (plan, table, held->name[0] == 'e' ? "element" : "new");
      return plw_value_text (*ret_code);
    case PLW_TYPE_REF:
      reference = choose_reference (plan, table, column);
      return reference != NULL ? plw_value_text (reference) : PLW_VALUE_EMPTY;
    case PLW_TYPE_CHOICE:
      return plw_value_number (0);
    default:
      return PLW_VALUE_EMPTY;
    }
}

/* A new row must not make the plan one that cannot be worked out: what is
 * required gets a beginning that people then overtype.
 */
static void
fill_row (PlwuTableModelPrivate *priv, PlwValue *cells, char **ret_code)
{
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  const PlwTableSpec *spec = plw_schema_table (priv->table);

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      if (priv->filter_text != NULL && i == priv->filter_column)
        cells[i] = plw_value_text (priv->filter_text);
      else if (spec->columns[i].flags & PLW_COLUMN_REQUIRED)
        cells[i] = make_required (plan, priv->table, i, ret_code);
      else if (spec->columns[i].flags & PLW_COLUMN_NAME)
        cells[i] = plw_value_text (_ ("New"));
    }

  /* Only one scenario may be without a parent. */
  if (priv->table == PLW_TABLE_SCENARIOS && *plw_plan_root_scenario (plan) != '\0')
    cells[PLW_SCENARIOS_PARENT] = plw_value_text (plw_plan_root_scenario (plan));
}

gboolean
plwu_table_model_add_row (PlwuTableModel *self, guint below, guint *ret_row, GError **error)
{
  g_return_val_if_fail (PLWU_IS_TABLE_MODEL (self), FALSE);

  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  size_t n_cells = plw_schema_table (priv->table)->n_columns;
  g_autofree PlwValue *cells = g_new0 (PlwValue, n_cells);
  g_autofree char *code = NULL;
  g_autofree char *name = g_strdup_printf (_ ("New row in %s"), plwu_label_table (priv->table));
  g_autoptr (PlwEdit) edit = plw_edit_new (name);
  size_t position = plw_plan_n_rows (plan, priv->table);
  size_t held;

  if (plwu_table_model_get_plan_row (self, below, &held))
    position = held + 1;

  fill_row (priv, cells, &code);
  plw_edit_insert_row (edit, plan, priv->table, position, cells, n_cells);
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

  if (first >= end)
    return TRUE;
  if (end - first == 1)
    {
      g_autofree char *row = plwu_label_row (plan, priv->table, g_array_index (priv->rows, size_t, first));

      name = g_strdup_printf (_ ("Removal of %s from %s"), row, plwu_label_table (priv->table));
    }
  else
    name = g_strdup_printf (_ ("Removal of %u rows from %s"), end - first, plwu_label_table (priv->table));
  plw_edit_set_name (edit, name);

  /* By identity: what goes with one row may be another of these. */
  for (guint i = first; i < end; i++)
    {
      PlwRowId id = plw_plan_row_id (plan, priv->table, g_array_index (priv->rows, size_t, i));
      size_t row;

      if (plw_plan_find_row (scratch, priv->table, id, &row))
        plwu_removal_record (edit, scratch, priv->table, row);
    }
  return plwu_document_commit (priv->document, edit, error);
}
