/* test-window-support.c: plans and waiting, for tests of the window's parts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-window-support.h"

#include <placewright/exchange.h>

static PlwPlan *
read_plan (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("PLACEWRIGHT_SOURCE"), "app", "examples", "small", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwPlan *plan = plw_folder_read (path, problems, &error);

  g_assert_no_error (error);
  return plan;
}

PlwuDocument *
create_document (void)
{
  g_autoptr (PlwPlan) plan = read_plan ();

  return plwu_document_new (plw_store_new_memory (plan));
}

PlwuDocument *
create_file_document (void)
{
  g_autoptr (PlwPlan) plan = read_plan ();
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_new_file (plan, "Smallshire", &error);

  g_assert_no_error (error);
  return plwu_document_new (store);
}

void
wait_for_result (PlwuDocument *document)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (plwu_document_is_stale (document))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

void
assert_sound (PlwuDocument *document)
{
  wait_for_result (document);
  if (plwu_document_get_failure (document) == NULL)
    return;

  g_autofree char *problems = plw_problems_to_text (plwu_document_get_problems (document));

  g_error ("%s\n%s", plwu_document_get_failure (document), problems);
}

size_t
find_row (PlwuDocument *document, PlwTableId table, const char *key)
{
  size_t row = 0;

  g_assert_true (plw_plan_find_key (plwu_document_get_plan (document), table, key, &row));
  return row;
}

guint
find_column (PlwuSheetModel *model, const char *title)
{
  for (guint i = 0; i < plwu_sheet_model_n_columns (model); i++)
    {
      g_autofree char *shown = plwu_sheet_model_column_title (model, i);

      if (g_str_equal (shown, title))
        return i;
    }
  g_error ("There is no column %s", title);
}

guint
find_model_row (PlwuSheetModel *model, const char *key)
{
  PlwuTableModel *table = PLWU_TABLE_MODEL (model);
  size_t plan_row = find_row (plwu_table_model_get_document (table), plwu_table_model_get_table (table), key);
  guint row = 0;

  g_assert_true (plwu_table_model_find_plan_row (table, plan_row, &row));
  return row;
}

char *
read_cell (PlwuSheetModel *model, guint row, guint column)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (model, row, column, &cell);
  return g_steal_pointer (&cell.text);
}

PlwuSheetKind
read_kind (PlwuSheetModel *model, guint row, guint column)
{
  g_auto (PlwuSheetCell) cell = { 0 };

  plwu_sheet_model_cell (model, row, column, &cell);
  return cell.kind;
}

guint
type_cell (PlwuSheetModel *model, guint row, guint column, const char *text)
{
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_sheet_model_set_cells (model, PLWU_SHEET_GESTURE_TYPE, row, column, 1, 1, &text,
                                             &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_changed + outcome.n_not_understood + outcome.n_read_only, <=, 1);
  return outcome.n_changed;
}

GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}
