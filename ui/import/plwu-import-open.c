/* plwu-import-open.c: the import of a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-open.h"

#include "plwu-budget-window.h"
#include "plwu-import-window.h"
#include "plwu-return-window.h"
#include "plwu-window-private.h"

#include <glib/gi18n.h>

gboolean
plwu_import_can_read (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".csv", ".tsv", ".txt" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (size_t i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Rules of the plan that the import breaks; what is missing in the source is no problem of the plan. */
static gboolean
has_new_checks (const PlwProblems *problems)
{
  for (size_t i = 0; i < plw_problems_size (problems); i++)
    if (plw_problems_get (problems, i)->table != NULL)
      return TRUE;
  return FALSE;
}

/* On the page that is the table's own, where it has one. */
static void
show_row (PlwuWindow *window, PlwTableId table, size_t row)
{
  if (!plwu_window_show_page (window, plw_schema_table (table)->name)
      || !plwu_page_show_cell (plwu_window_get_page (window), table, row, ""))
    plwu_window_show_cell (window, table, row, "");
}

/* The first row of the table that came in or was changed. */
static void
show_first (PlwuWindow *window, const PlwEdit *edit, PlwTableId table)
{
  const PlwPlan *plan = plwu_document_get_plan (window->document);
  size_t row;

  for (size_t i = 0; i < plw_edit_n_steps (edit); i++)
    if (plw_edit_step (edit, i)->table == table
        && plw_plan_find_row (plan, table, plw_edit_step (edit, i)->row, &row))
      {
        show_row (window, table, row);
        return;
      }
}

gboolean
plwu_import_take (PlwuWindow *window, const PlwEdit *edit, const PlwProblems *problems, PlwTableId table)
{
  g_autoptr (GError) error = NULL;

  if (!plwu_document_commit (window->document, edit, &error))
    {
      plwu_window_show_error (window, _ ("Nothing was imported"), error->message, NULL);
      return FALSE;
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", NULL);
  if (has_new_checks (problems))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "checks");
  else
    show_first (window, edit, table);
  return TRUE;
}

static void
finished_cb (PlwuWindow *window, const PlwuImportFindings *findings, int table, GtkWidget *import)
{
  plwu_import_take (window, findings->edit, findings->problems, (PlwTableId) table);
  gtk_window_destroy (GTK_WINDOW (import));
}

static void
return_finished_cb (PlwuWindow *window, const PlwuImportFindings *findings, GtkWidget *import)
{
  plwu_import_take (window, findings->edit, findings->problems, PLW_TABLE_LINES);
  gtk_window_destroy (GTK_WINDOW (import));
}

/* Services first, where it has any; else what came in first. */
static void
budget_finished_cb (PlwuWindow *window, const PlwuImportFindings *findings, GtkWidget *import)
{
  PlwTableId table = plw_edit_step (findings->edit, 0)->table;

  for (size_t i = 0; i < plw_edit_n_steps (findings->edit); i++)
    if (plw_edit_step (findings->edit, i)->table == PLW_TABLE_LINES)
      table = PLW_TABLE_LINES;
  plwu_import_take (window, findings->edit, findings->problems, table);
  gtk_window_destroy (GTK_WINDOW (import));
}

/* What is being typed belongs to the plan before more comes in. */
static gboolean
is_ready (PlwuWindow *window)
{
  PlwuPage *page = plwu_window_get_page (window);

  return window->document != NULL && (page == NULL || plwu_page_finish_editing (page));
}

GtkWidget *
plwu_import_present_return (PlwuWindow *window)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (window), NULL);

  if (!is_ready (window))
    return NULL;

  GtkWidget *import = plwu_return_window_new (window->document);

  g_signal_connect_object (import, "finished", G_CALLBACK (return_finished_cb), window, G_CONNECT_SWAPPED);
  plwu_window_present_over (window, GTK_WINDOW (import));
  return import;
}

GtkWidget *
plwu_import_present_budget (PlwuWindow *window)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (window), NULL);

  if (!is_ready (window))
    return NULL;

  GtkWidget *import = plwu_budget_window_new (window->document);

  g_signal_connect_object (import, "finished", G_CALLBACK (budget_finished_cb), window, G_CONNECT_SWAPPED);
  plwu_window_present_over (window, GTK_WINDOW (import));
  return import;
}

GtkWidget *
plwu_import_present (PlwuWindow *window, PlwTableId table, const char *path)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (window), NULL);

  if (!is_ready (window))
    return NULL;

  GtkWidget *import = plwu_import_window_new (window->document, table);

  g_signal_connect_object (import, "finished", G_CALLBACK (finished_cb), window, G_CONNECT_SWAPPED);
  if (path != NULL)
    plwu_import_window_read_file (PLWU_IMPORT_WINDOW (import), path);
  plwu_window_present_over (window, GTK_WINDOW (import));
  return import;
}
