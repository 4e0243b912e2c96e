/* plwu-table-edit.c: a gesture in a table as one edit of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-table-model-private.h"

#include "findings/plwu-labels.h"
#include "plwu-override.h"

#include <string.h>

#include <glib/gi18n.h>

/* How many texts that were not understood are told of. */
#define DETAILS_MOST 3

typedef struct
{
  PlwuTableModel *model;
  PlwuTableModelPrivate *priv;
  PlwEdit *edit;
  PlwPlan *scratch;
  PlwuSheetOutcome outcome;
  GString *details;  /* one line each */
  gboolean is_block; /* more than one cell */
  char *only_change; /* (nullable): the first cell changed, in words */
} Gesture;

static void
note_misunderstood (Gesture *gesture, size_t row, size_t column, char *why)
{
  PlwTableId table = gesture->priv->table;
  const PlwPlan *plan = plwu_document_get_plan (gesture->priv->document);

  if (gesture->outcome.n_not_understood++ < DETAILS_MOST)
    {
      if (gesture->details->len > 0)
        g_string_append_c (gesture->details, '\n');
      if (gesture->is_block)
        {
          g_autofree char *row_name = plwu_label_row (plan, table, row);

          /* Translators: the row, the column and what is wrong with what was written there. */
          g_string_append_printf (gesture->details, _ ("%s, %s: %s"), row_name,
                                  plwu_label_column (plan, table, column), why);
        }
      else
        g_string_append (gesture->details, why);
    }
  g_free (why);
}

static void
note_change (Gesture *gesture, size_t row, size_t column, PlwValue from, PlwValue to)
{
  PlwTableId table = gesture->priv->table;
  const PlwPlan *plan = plwu_document_get_plan (gesture->priv->document);

  /* Only a change that is alone is told of in words. */
  if (gesture->outcome.n_changed++ > 0)
    return;

  g_autofree char *row_name = plwu_label_row (plan, table, row);
  g_autofree char *was = plwu_label_value (plan, table, column, from);
  g_autofree char *is = plwu_label_value (plan, table, column, to);

  gesture->only_change =
      g_strdup_printf (_ ("%s, %s: %s to %s"), row_name, plwu_label_column (plan, table, column), was, is);
}

static gboolean
is_renaming (PlwTableId table, size_t column, PlwValue value)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  return value.is_set && column < spec->n_columns && strcmp (spec->columns[column].name, "code") == 0
         && spec->columns[column].type == PLW_TYPE_CODE;
}

static void
set_in_plan (Gesture *gesture, size_t row, size_t column, PlwValue value)
{
  PlwTableId table = gesture->priv->table;
  PlwValue from = plw_plan_get (gesture->scratch, table, row, column);
  g_autoptr (PlwEdit) part = plw_edit_new ("");

  if (is_renaming (table, column, value))
    plw_edit_rename_code (part, gesture->scratch, table, row, value.text);
  else
    plw_edit_set_cell (part, gesture->scratch, table, row, column, value);
  if (plw_edit_n_steps (part) == 0)
    return;

  note_change (gesture, row, column, from, value);
  plwu_edit_take (gesture->edit, gesture->scratch, part);
}

static void
set_in_scenario (Gesture *gesture, size_t row, size_t column, PlwValue value, PlwuSheetKind kind)
{
  PlwuDocument *document = gesture->priv->document;
  PlwTableId table = gesture->priv->table;
  const char *scenario = plwu_document_get_scenario (document);
  PlwValue from = plw_plan_get (plwu_document_get_shown (document), table, row, column);

  if (value.is_set)
    {
      g_autofree char *text = plwu_document_value_to_text (document, table, row, column, value);
      size_t n_steps = plw_edit_n_steps (gesture->edit);

      /* A block has each cell once, so what it adds need not be looked through for the next. */
      if (kind == PLWU_SHEET_OVERRIDDEN)
        plwu_override_set (gesture->edit, gesture->scratch, scenario, table, row, column, text);
      else
        plwu_override_add (gesture->edit, gesture->scratch, scenario, table, row, column, text);
      if (plw_edit_n_steps (gesture->edit) > n_steps)
        note_change (gesture, row, column, from, value);
      return;
    }
  if (kind != PLWU_SHEET_OVERRIDDEN)
    return;
  if (plwu_override_clear (gesture->edit, gesture->scratch, scenario, table, row, column))
    {
      const PlwPlan *parent = plwu_document_get_parent (document);

      note_change (
          gesture, row, column, from,
          plw_plan_get (parent != NULL ? parent : plwu_document_get_plan (document), table, row, column));
    }
  else
    note_misunderstood (gesture, row, column,
                        g_strdup (_ ("This figure is overridden in every year at once; remove that "
                                     "override on the Scenarios page")));
}

static void
set_cell (Gesture *gesture, guint row, guint index, const char *text)
{
  const PlwuTableColumn *column = &g_array_index (gesture->priv->columns, PlwuTableColumn, index);
  size_t plan_row;
  PlwValue value;
  char *why = NULL;

  if (!plwu_table_model_get_plan_row (gesture->model, row, &plan_row))
    {
      gesture->outcome.n_read_only++;
      return;
    }

  PlwuSheetKind kind = plwu_table_cells_kind (gesture->model, plan_row, column);
  gboolean is_override =
      !plwu_document_is_root (gesture->priv->document) && !plwu_override_is_common (gesture->priv->table);

  if (!plwu_sheet_kind_can_change (kind))
    gesture->outcome.n_read_only++;
  else if (!is_override && !plwu_table_parse (gesture->model, plan_row, column->index, text, &value, &why))
    note_misunderstood (gesture, plan_row, column->index, why);
  else if (!is_override)
    set_in_plan (gesture, plan_row, column->index, value);
  else if (*text == '\0')
    set_in_scenario (gesture, plan_row, column->index, PLW_VALUE_EMPTY, kind);
  else if (!plwu_table_parse (gesture->model, plan_row, column->index, text, &value, &why))
    note_misunderstood (gesture, plan_row, column->index, why);
  else
    set_in_scenario (gesture, plan_row, column->index, value, kind);
}

static char *
name_gesture (Gesture *gesture, PlwuSheetGesture kind)
{
  const char *table = plwu_label_table (gesture->priv->table);
  guint n = gesture->outcome.n_changed;

  if (n == 1 && kind != PLWU_SHEET_GESTURE_SPREAD && gesture->only_change != NULL)
    return g_strdup (gesture->only_change);

  switch (kind)
    {
    case PLWU_SHEET_GESTURE_PASTE:
      return g_strdup_printf (ngettext ("Paste of %u cell in %s", "Paste of %u cells in %s", n), n, table);
    case PLWU_SHEET_GESTURE_CUT:
      return g_strdup_printf (ngettext ("Cut of %u cell in %s", "Cut of %u cells in %s", n), n, table);
    case PLWU_SHEET_GESTURE_CLEAR:
      return g_strdup_printf (ngettext ("Clearing of %u cell in %s", "Clearing of %u cells in %s", n), n,
                              table);
    case PLWU_SHEET_GESTURE_FILL:
      return g_strdup_printf (ngettext ("Fill of %u cell in %s", "Fill of %u cells in %s", n), n, table);
    case PLWU_SHEET_GESTURE_SPREAD:
      return g_strdup_printf (
          ngettext ("Spread of a total over %u cell in %s", "Spread of a total over %u cells in %s", n), n,
          table);
    case PLWU_SHEET_GESTURE_TYPE:
    default:
      return g_strdup_printf (ngettext ("Change of %u cell in %s", "Change of %u cells in %s", n), n, table);
    }
}

/* Blocks reach over the rows shown, not over those between them that a search hides. */
static void
note_hidden (Gesture *gesture, guint n_rows)
{
  guint n_hidden;

  plwu_table_model_get_n_plan_rows (gesture->model, &n_hidden);
  if (n_rows > 1 && n_hidden > 0)
    gesture->outcome.note =
        g_strdup_printf (ngettext ("only rows shown were touched: the search hides %u row",
                                   "only rows shown were touched: the search hides %u rows", n_hidden),
                         n_hidden);
}

static gboolean
commit_gesture (Gesture *gesture, PlwuSheetGesture kind, GError **error)
{
  g_autofree char *name = name_gesture (gesture, kind);

  plw_edit_set_name (gesture->edit, name);
  if (!plwu_document_commit (gesture->priv->document, gesture->edit, error))
    return FALSE;
  if (gesture->details->len > 0)
    gesture->outcome.detail = g_strdup (gesture->details->str);
  return TRUE;
}

gboolean
plwu_table_edit_set_cells (PlwuSheetModel *model,
                           PlwuSheetGesture gesture_kind,
                           guint first_row,
                           guint first_column,
                           guint n_rows,
                           guint n_columns,
                           const char *const *texts,
                           PlwuSheetOutcome *ret_outcome,
                           GError **error)
{
  PlwuTableModel *self = PLWU_TABLE_MODEL (model);
  PlwuTableModelPrivate *priv = plwu_table_model_private (self);
  g_autoptr (PlwEdit) edit = plw_edit_new ("");
  g_autoptr (PlwPlan) scratch = plw_plan_copy (plwu_document_get_plan (priv->document));
  Gesture gesture = { .model = self,
                      .priv = priv,
                      .edit = edit,
                      .scratch = scratch,
                      .details = g_string_new (NULL),
                      .is_block = n_rows * n_columns > 1 };
  gboolean is_done = FALSE;

  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      if (texts[r * n_columns + c] != NULL && first_column + c < priv->columns->len)
        set_cell (&gesture, first_row + r, first_column + c, texts[r * n_columns + c]);

  /* A total that only some of its rows took would not add up. */
  if (gesture_kind == PLWU_SHEET_GESTURE_SPREAD && gesture.outcome.n_not_understood > 0)
    g_set_error_literal (error, PLW_ERROR, PLW_ERROR_RANGE, gesture.details->str);
  else if (commit_gesture (&gesture, gesture_kind, error))
    {
      note_hidden (&gesture, n_rows);
      *ret_outcome = gesture.outcome;
      is_done = TRUE;
    }
  g_free (gesture.only_change);
  g_string_free (gesture.details, TRUE);
  return is_done;
}
