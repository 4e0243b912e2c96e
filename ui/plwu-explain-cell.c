/* plwu-explain-cell.c: where an entered figure comes from and who changed it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain-private.h"

#include "findings/plwu-labels.h"
#include "plwu-override.h"

#include <string.h>

#include <glib/gi18n.h>

/* How far back changes of a cell are looked for. */
#define HISTORY_MOST 500
#define CHANGES_MOST 5

static void
tell_row_origin (PlwuExplanation *text, const PlwPlan *plan, PlwTableId table, size_t row)
{
  const PlwTableSpec *spec = plw_schema_table (table);
  gboolean has_heading = FALSE;

  for (size_t i = 0; i < spec->n_columns; i++)
    {
      g_autofree char *value = plwu_label_cell (plan, table, row, i);

      if (!(spec->columns[i].flags & PLW_COLUMN_ORIGIN) || *value == '\0')
        continue;
      if (!has_heading)
        plwu_explanation_add_heading (text, _ ("Where the row comes from"));
      has_heading = TRUE;
      if (spec->columns[i].type == PLW_TYPE_TEXT && !(spec->columns[i].flags & PLW_COLUMN_RECORDED))
        plwu_explanation_add_text (text, g_steal_pointer (&value));
      else
        plwu_explanation_add_pair (text, _ (spec->columns[i].title), g_steal_pointer (&value));
    }
}

static gboolean
touches_cell (const PlwEntry *entry, PlwTableId table, PlwRowId row, size_t column)
{
  for (size_t i = 0; i < plw_edit_n_steps (entry->edit); i++)
    {
      const PlwStep *step = plw_edit_step (entry->edit, i);

      if (step->table == table && step->row == row && (step->kind != PLW_STEP_SET || step->column == column))
        return TRUE;
    }
  return FALSE;
}

static void
tell_changes (PlwuExplanation *text, PlwuDocument *document, PlwTableId table, size_t row, size_t column)
{
  g_autoptr (GPtrArray) entries = plwu_document_get_history (document, HISTORY_MOST, NULL);
  PlwRowId id = plw_plan_row_id (plwu_document_get_plan (document), table, row);
  guint n_told = 0;

  plwu_explanation_add_heading (text, _ ("Changes"));
  for (guint i = 0; entries != NULL && i < entries->len && n_told < CHANGES_MOST; i++)
    {
      const PlwEntry *entry = g_ptr_array_index (entries, i);

      if (entry->edit == NULL || !touches_cell (entry, table, id, column))
        continue;

      g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (entry->when);
      g_autofree char *date = g_date_time_format (when, "%-d %b %Y %H:%M");
      const char *verb = entry->kind == PLW_ENTRY_UNDO ? _ ("Undone: ") : "";

      plwu_explanation_add_text (text, g_strdup_printf ("%s, %s: %s%s", date, entry->who, verb, entry->name));
      n_told++;
    }
  if (n_told == 0)
    plwu_explanation_add_text (text, g_strdup (_ ("Not changed since the plan was made.")));
}

/* The scenario shown, or the nearest above it, that sets the cell. */
static gboolean
find_override (PlwuDocument *document,
               PlwTableId table,
               size_t row,
               size_t column,
               size_t *ret_override,
               size_t *ret_scenario)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  const char *code = plwu_document_get_scenario (document);

  for (size_t depth = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); depth > 0 && *code != '\0'; depth--)
    {
      g_autoptr (GHashTable) overrides = plwu_override_list (plan, code, table);

      if (!plw_plan_find_key (plan, PLW_TABLE_SCENARIOS, code, ret_scenario))
        return FALSE;
      if (plwu_override_find (overrides, plan, table, row, column, ret_override))
        return TRUE;
      code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, *ret_scenario, PLW_SCENARIOS_PARENT);
    }
  return FALSE;
}

static void
tell_override (PlwuExplanation *text, PlwuDocument *document, size_t override, size_t scenario)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autofree char *reason = plwu_label_cell (plan, PLW_TABLE_OVERRIDES, override, PLW_OVERRIDES_REASON);

  plwu_explanation_add_text (text, g_strdup_printf (_ ("Set by scenario “%s”. %s"),
                                                    plw_plan_name (plan, PLW_TABLE_SCENARIOS, scenario),
                                                    *reason != '\0' ? reason : _ ("No reason is given.")));
}

static void
tell_parent (PlwuExplanation *text, PlwuDocument *document, PlwTableId table, size_t row, size_t column)
{
  const PlwPlan *parent = plwu_document_get_parent (document);

  if (parent != NULL && plwu_override_allows_table (table) && plwu_override_allows_column (table, column))
    plwu_explanation_add_pair (
        text, plwu_document_get_parent_name (document),
        plwu_label_value (parent, table, column, plw_plan_get (parent, table, row, column)));
}

/* A year that carries on was entered in an earlier column. */
static size_t
find_entered (const PlwPlan *plan, PlwTableId table, size_t column, const PlwOrigin *origin)
{
  for (size_t i = 0; origin != NULL && i < plw_plan_n_columns (plan, table); i++)
    if (strcmp (plw_plan_column_name (plan, table, i), origin->column) == 0)
      return i;
  return column;
}

static char *
describe_place (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  g_autofree char *name = plwu_label_row (plan, table, row);
  g_autofree char *key = plw_plan_row_key (plan, table, row);
  g_autofree char *number = g_strdup_printf (_ ("row %zu"), row + 2);

  return g_strdup_printf (_ ("%s: %s (%s), %s"), plwu_label_table (table), name, key != NULL ? key : number,
                          plwu_label_column (plan, table, column));
}

void
plwu_explain_tell_cell (PlwuExplanation *text,
                        PlwuDocument *document,
                        PlwTableId table,
                        size_t row,
                        size_t column,
                        const PlwOrigin *origin)
{
  const PlwPlan *plan = plwu_document_get_shown (document);
  PlwFigure cell = { PLW_FIGURE_CELL, (uint32_t) table, (uint32_t) row, 0 };
  size_t override;
  size_t scenario;

  if (row >= plw_plan_n_rows (plan, table) || column >= plw_plan_n_columns (plan, table))
    return;

  column = find_entered (plan, table, column, origin);
  cell.year = (uint32_t) column;

  gboolean is_overridden = find_override (document, table, row, column, &override, &scenario);

  plwu_explanation_add_heading (text, _ ("Where it was entered"));
  plwu_explanation_add_text (text, describe_place (plan, table, row, column));
  if (is_overridden)
    tell_override (text, document, override, scenario);
  if (origin != NULL && *origin->scenario != '\0' && *origin->entered != '\0')
    plwu_explanation_add_pair (text, _ ("Before any scenario"), g_strdup (origin->entered));
  tell_parent (text, document, table, row, column);
  plwu_explanation_add_place (text, cell, _ ("Go to cell"));
  tell_row_origin (text, plan, table, row);
  if (is_overridden)
    tell_changes (text, document, PLW_TABLE_OVERRIDES, override, PLW_OVERRIDES_VALUE);
  else
    tell_changes (text, document, table, row, column);
}

void
plwu_explain_tell_setting (PlwuExplanation *text,
                           PlwuDocument *document,
                           const char *key,
                           const PlwOrigin *origin)
{
  size_t row;

  if (plw_plan_find_key (plwu_document_get_shown (document), PLW_TABLE_PLAN, key, &row))
    plwu_explain_tell_cell (text, document, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, origin);
  else
    plwu_explanation_add_text (
        text, g_strdup_printf (_ ("The table “%s” has no row %s."), plwu_label_table (PLW_TABLE_PLAN), key));
}

void
plwu_explain_tell_shipped (PlwuExplanation *text, const PlwOrigin *origin)
{
  plwu_explanation_add_heading (text, _ ("Where it comes from"));
  plwu_explanation_add_text (text,
                             g_strdup_printf ("%s, %s, %s", origin->table, origin->key, origin->column));
  if (*origin->source != '\0')
    plwu_explanation_add_text (text, g_strdup (origin->source));
  if (*origin->standing != '\0')
    plwu_explanation_add_pair (text, _ ("Standing"), g_strdup (origin->standing));
}
