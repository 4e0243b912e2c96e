/* plwu-table-cells.c: what the cells of a table show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"
#include "plwu-override.h"

#include <string.h>

#include <glib/gi18n.h>

static gboolean
is_money (PlwuTableModelPrivate *priv, const PlwuTableColumn *column)
{
  return column->is_derived
         || plw_plan_column_type (plwu_document_get_shown (priv->document), priv->table, column->index)
                == PLW_TYPE_MONEY;
}

gboolean
plwu_table_cells_scales (PlwuTableModel *self, const PlwuTableColumn *column)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (!is_money (priv, column))
    return FALSE;
  if (column->is_derived || column->index >= plw_schema_table (priv->table)->n_columns)
    return TRUE;
  if (priv->table == PLW_TABLE_POTS)
    return TRUE;
  return priv->table == PLW_TABLE_COSTS && column->index == PLW_COSTS_BASE;
}

gboolean
plwu_table_cells_has_total (PlwuTableModel *self)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (priv->n_plan_rows < 2)
    return FALSE;

  switch (priv->table)
    {
    case PLW_TABLE_COSTS:
    case PLW_TABLE_CHANGES:
    case PLW_TABLE_POTS:
    case PLW_TABLE_PROJECTS:
      return TRUE;
    case PLW_TABLE_LINES:
      return PLWU_TABLE_MODEL_GET_CLASS (self)->n_derived != NULL;
    default:
      return FALSE;
    }
}

/* Income, and savings among the changes, lower a total. */
int
plwu_table_cells_sign (PlwuTableModel *self, size_t plan_row)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_shown (priv->document);

  if (priv->table == PLW_TABLE_COSTS
      && plw_plan_number (plan, priv->table, plan_row, PLW_COSTS_KIND) == PLW_COST_INCOME)
    return -1;
  if (priv->table == PLW_TABLE_CHANGES)
    {
      int64_t kind = plw_plan_number (plan, priv->table, plan_row, PLW_CHANGES_KIND);

      return kind == PLW_CHANGE_SAVING || kind == PLW_CHANGE_INCOME ? -1 : 1;
    }
  return 1;
}

static gboolean
is_derived (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  PlwuTableModelClass *klass = PLWU_TABLE_MODEL_GET_CLASS (self);

  if (column->is_derived)
    return TRUE;
  return column->index >= plw_schema_table (priv->table)->n_columns && klass->year_is_derived != NULL
         && klass->year_is_derived (self, plan_row);
}

gboolean
plwu_table_cells_pence (PlwuTableModel *self,
                        size_t plan_row,
                        const PlwuTableColumn *column,
                        gint64 *ret_pence)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  PlwuTableModelClass *klass = PLWU_TABLE_MODEL_GET_CLASS (self);

  if (column->is_derived)
    return klass->derived_pence (self, plan_row, (guint) column->index, ret_pence);
  if (is_derived (self, plan_row, column))
    return klass->year_pence (self, plan_row, column->index - plw_schema_table (priv->table)->n_columns,
                              ret_pence);

  PlwValue value =
      plw_plan_get (plwu_document_get_shown (priv->document), priv->table, plan_row, column->index);

  if (value.is_set)
    *ret_pence = value.number;
  return value.is_set;
}

static gboolean
is_number (PlwType type)
{
  return !plw_type_is_text (type) && type != PLW_TYPE_CHOICE && type != PLW_TYPE_YESNO;
}

gboolean
plwu_table_cells_number (PlwuTableModel *self,
                         size_t plan_row,
                         const PlwuTableColumn *column,
                         gint64 *ret_number)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  const PlwTableSpec *spec = plw_schema_table (priv->table);
  PlwValue value = PLW_VALUE_EMPTY;

  if (is_money (priv, column))
    return plwu_table_cells_pence (self, plan_row, column, ret_number);
  if (!is_number (plw_plan_column_type (plan, priv->table, column->index)))
    return FALSE;

  value = plw_plan_get (plan, priv->table, plan_row, column->index);
  if (column->index < spec->n_columns && !value.is_set && spec->columns[column->index].fallback != NULL
      && !plwu_document_parse_cell (priv->document, priv->table, column->index,
                                    spec->columns[column->index].fallback, &value, NULL, NULL))
    return FALSE;
  if (spec->years_rule == PLW_YEARS_CARRY)
    for (size_t i = column->index; !value.is_set && i > spec->n_columns; i--)
      value = plw_plan_get (plan, priv->table, plan_row, i - 1);
  if (value.is_set)
    *ret_number = value.number;
  return value.is_set;
}

static const PlwuRounded *
get_rounded (PlwuTableModel *self, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  PlwuRounded *rounded = g_hash_table_lookup (priv->rounded, GUINT_TO_POINTER (index + 1));

  if (rounded == NULL)
    {
      rounded = plwu_table_totals_round (self, &g_array_index (priv->columns, PlwuTableColumn, index));
      g_hash_table_insert (priv->rounded, GUINT_TO_POINTER (index + 1), rounded);
    }

  return rounded;
}

PlwuSheetKind
plwu_table_cells_kind (PlwuTableModel *self, size_t plan_row, const PlwuTableColumn *column)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);

  if (is_derived (self, plan_row, column))
    return PLWU_SHEET_DERIVED;
  if (priv->table == PLW_TABLE_PLAN && column->index == PLW_PLAN_KEY)
    return PLWU_SHEET_LOCKED;
  if (plwu_document_is_root (priv->document) || plwu_override_is_common (priv->table))
    return PLWU_SHEET_EDITABLE;
  if (!plwu_override_allows_table (priv->table) || !plwu_override_allows_column (priv->table, column->index))
    return PLWU_SHEET_LOCKED;
  if (plwu_override_find (priv->overrides, plwu_document_get_plan (priv->document), priv->table, plan_row,
                          column->index, NULL))
    return PLWU_SHEET_OVERRIDDEN;
  return PLWU_SHEET_INHERITED;
}

/* Returns: (transfer full) (nullable) */
static char *
name_fallback (const PlwColumn *column)
{
  size_t index;

  if (column->fallback == NULL)
    return NULL;
  if (column->type == PLW_TYPE_CHOICE && plw_schema_find_choice (column, column->fallback, &index))
    return g_strdup (plw_schema_choice_word (column, index));
  if (column->type == PLW_TYPE_YESNO)
    return g_strdup (strcmp (column->fallback, "yes") == 0 ? _ ("yes") : _ ("no"));
  return g_strdup (column->fallback);
}

/* What an empty cell stands for, as people read it; NULL where for nothing. */
static char *
read_fallback (PlwuTableModelPrivate *priv, size_t plan_row, size_t column, char **ret_tooltip)
{
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  const PlwTableSpec *spec = plw_schema_table (priv->table);

  if (column < spec->n_columns)
    {
      char *fallback = name_fallback (&spec->columns[column]);

      if (fallback != NULL)
        *ret_tooltip = g_strdup_printf (_ ("Not given: %s is assumed"), fallback);
      return fallback;
    }
  if (spec->years_rule != PLW_YEARS_CARRY)
    return NULL;

  for (size_t i = column; i > spec->n_columns; i--)
    if (plw_plan_get (plan, priv->table, plan_row, i - 1).is_set)
      {
        *ret_tooltip =
            g_strdup_printf (_ ("Not given: as in %s"), plw_plan_column_name (plan, priv->table, i - 1));
        return plwu_label_cell (plan, priv->table, plan_row, i - 1);
      }
  return NULL;
}

static char *
tell_override (PlwuTableModelPrivate *priv, size_t plan_row, size_t column)
{
  const PlwPlan *plan = plwu_document_get_plan (priv->document);
  const PlwPlan *parent = plwu_document_get_parent (priv->document);
  g_autofree char *figure =
      plwu_label_value (parent != NULL ? parent : plan, priv->table, column,
                        plw_plan_get (parent != NULL ? parent : plan, priv->table, plan_row, column));
  const char *reason = "";
  size_t row;

  if (plwu_override_find (priv->overrides, plan, priv->table, plan_row, column, &row))
    reason = plw_plan_text (plan, PLW_TABLE_OVERRIDES, row, PLW_OVERRIDES_REASON);
  if (*reason != '\0')
    return g_strdup_printf (_ ("%s: %s. Reason: %s"), plwu_document_get_parent_name (priv->document), figure,
                            reason);
  return g_strdup_printf (_ ("%s: %s"), plwu_document_get_parent_name (priv->document), figure);
}

static void
read_held (PlwuTableModel *self, size_t plan_row, size_t column, PlwuSheetCell *cell)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  PlwValue value = plw_plan_get (plan, priv->table, plan_row, column);

  if (value.is_set)
    {
      PlwType type = plw_plan_column_type (plan, priv->table, column);

      cell->text = plwu_label_cell (plan, priv->table, plan_row, column);
      cell->is_negative = !plw_type_is_text (type) && type != PLW_TYPE_CHOICE && value.number < 0;
      if (type == PLW_TYPE_REF)
        cell->tooltip = g_strdup (value.text);
    }
  else
    {
      cell->text = read_fallback (priv, plan_row, column, &cell->tooltip);
      if (cell->text != NULL && cell->kind == PLWU_SHEET_EDITABLE)
        cell->kind = PLWU_SHEET_INHERITED;
    }
}

static void
mark_problem (PlwuTableModelPrivate *priv, size_t plan_row, guint index, PlwuSheetCell *cell)
{
  const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, index);
  const PlwTableSpec *spec = plw_schema_table (priv->table);

  if (column->is_derived || g_hash_table_size (priv->problems) == 0)
    return;

  const char *name =
      plw_plan_column_name (plwu_document_get_shown (priv->document), priv->table, column->index);
  g_autofree char *exact = g_strdup_printf ("%" G_GSIZE_FORMAT ":%s", plan_row, name);
  g_autofree char *whole = g_strdup_printf ("%" G_GSIZE_FORMAT ":", plan_row);
  const char *problem = g_hash_table_lookup (priv->problems, exact);

  /* A problem of the whole row is marked at its start. */
  if (problem == NULL && index == 0 && spec->n_columns > 0)
    problem = g_hash_table_lookup (priv->problems, whole);
  if (problem == NULL)
    return;

  cell->is_warning = TRUE;
  g_free (cell->tooltip);
  cell->tooltip = g_strdup (problem);
}

static char *
name_total (PlwuTableModelPrivate *priv, const PlwuTableGroup *group)
{
  if (group != NULL)
    return g_strdup_printf ("%s (%u)", group->name, group->n_rows);
  if (priv->table == PLW_TABLE_CHANGES)
    return g_strdup (_ ("Net effect on need"));
  /* Income is written without a sign but lowers it. */
  return g_strdup (priv->table == PLW_TABLE_COSTS ? _ ("Total net of income") : _ ("Total"));
}

/* The total, or a group's subtotal. */
static void
read_total (PlwuTableModel *self, guint row, guint index, PlwuSheetCell *cell)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, index);
  const PlwuTableGroup *group = plwu_table_view_find_group (priv, row);

  cell->kind = PLWU_SHEET_TOTAL;
  if (index == 0)
    cell->text = name_total (priv, group);
  else if (plwu_table_cells_scales (self, column))
    {
      const PlwuRounded *rounded = get_rounded (self, index);
      gint64 steps = group != NULL ? rounded->steps[row] : rounded->total;
      gint64 pence = group != NULL ? rounded->pence[row] : rounded->total_pence;

      cell->text = plw_steps_to_text (steps, rounded->unit);
      cell->is_negative = steps < 0;
      cell->tooltip = pence % 100 != 0 || rounded->unit != PLW_UNIT_POUNDS ? plwu_label_pence (pence) : NULL;
    }
  else
    cell->text = g_strdup ("");
}

void
plwu_table_cells_read (PlwuTableModel *self, guint row, guint index, PlwuSheetCell *ret_cell)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, index);
  size_t plan_row;
  gint64 pence;

  if (!plwu_table_model_get_plan_row (self, row, &plan_row))
    {
      read_total (self, row, index, ret_cell);
      return;
    }

  ret_cell->kind = plwu_table_cells_kind (self, plan_row, column);
  if (plwu_table_cells_scales (self, column) && plwu_table_cells_pence (self, plan_row, column, &pence))
    {
      const PlwuRounded *rounded = get_rounded (self, index);
      gint64 steps = rounded->steps[row] * plwu_table_cells_sign (self, plan_row);

      ret_cell->text = plw_steps_to_text (steps, rounded->unit);
      ret_cell->is_negative = steps < 0;
      ret_cell->tooltip =
          pence % 100 != 0 || rounded->unit != PLW_UNIT_POUNDS ? plwu_label_pence (pence) : NULL;
    }
  else if (!is_derived (self, plan_row, column))
    read_held (self, plan_row, column->index, ret_cell);

  if (ret_cell->text == NULL)
    ret_cell->text = g_strdup ("");
  if (ret_cell->kind == PLWU_SHEET_OVERRIDDEN)
    {
      g_free (ret_cell->tooltip);
      ret_cell->tooltip = tell_override (priv, plan_row, column->index);
    }
  mark_problem (priv, plan_row, index, ret_cell);
}

/* A bare number is in the unit shown; with a pound sign it is pounds. */
static char *
write_pence (PlwuTableModelPrivate *priv, gint64 pence)
{
  g_autofree char *plain = plw_pence_to_plain_text (ABS (pence));
  gboolean is_pounds = plwu_document_get_unit (priv->document) == PLW_UNIT_POUNDS;

  return g_strdup_printf ("%s%s%s", pence < 0 ? "-" : "", is_pounds ? "" : "£", plain);
}

char *
plwu_table_cells_edit_text (PlwuTableModel *self, guint row, guint index)
{
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  const PlwuTableColumn *column = &g_array_index (priv->columns, PlwuTableColumn, index);
  size_t plan_row;
  gint64 pence;

  if (!plwu_table_model_get_plan_row (self, row, &plan_row))
    {
      if (index == 0)
        return name_total (priv, plwu_table_view_find_group (priv, row));
      return plwu_table_cells_scales (self, column)
                 ? write_pence (priv, plwu_table_totals_pence (self, row, column))
                 : g_strdup ("");
    }
  if (plwu_table_cells_scales (self, column))
    return plwu_table_cells_pence (self, plan_row, column, &pence) ? write_pence (priv, pence)
                                                                   : g_strdup ("");

  /* A spreadsheet is given the words and names that are shown, and gives them back. */
  const PlwPlan *plan = plwu_document_get_shown (priv->document);
  PlwType type = plw_plan_column_type (plan, priv->table, column->index);

  if (type == PLW_TYPE_CHOICE || type == PLW_TYPE_YESNO)
    return plwu_label_cell (plan, priv->table, plan_row, column->index);
  if (type == PLW_TYPE_REF && plw_plan_get (plan, priv->table, plan_row, column->index).is_set)
    return plwu_table_refs_write (priv, plw_schema_table (priv->table)->columns[column->index].ref,
                                  plw_plan_text (plan, priv->table, plan_row, column->index));
  return plw_plan_cell_to_text (plan, priv->table, plan_row, column->index);
}
