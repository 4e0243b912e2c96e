/* plwu-window-actions.c: what a window can be asked to do, and by which keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are written down here and shown by plwu-shortcuts.ui; a test compares
 * the two.
 */
#include "plwu-window-private.h"

#include "pages/plwu-board-window.h"
#include "assistant/plwu-assistant-open.h"
#include "import/plwu-import-open.h"
#include "committee/plwu-paper-open.h"
#include "plwu-plans.h"

#include <string.h>

#include <glib/gi18n.h>

#define RECENT_MOST 10
#define TOAST_SECONDS 5

static void
undone_cb (AdwToast *toast, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.undo", NULL);
}

void
plwu_window_toast (PlwuWindow *self, const char *text, gboolean has_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (has_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undone_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_toast (PLWU_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
toast_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);
  const char *step = self->document != NULL ? plwu_document_get_undo_name (self->document) : NULL;

  if (step != NULL)
    plwu_window_toast (self, step, TRUE);
}

static void
error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_show_error (PLWU_WINDOW (widget), _ ("That could not be done"),
                          g_variant_get_string (parameter, NULL), NULL);
}

static void
step (PlwuWindow *self, gboolean (*take_step) (PlwuDocument *, GError **))
{
  g_autoptr (GError) error = NULL;

  if (self->document != NULL && !take_step (self->document, &error))
    plwu_window_show_error (self, _ ("That could not be done"), error->message, NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (PLWU_WINDOW (widget), plwu_document_undo);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (PLWU_WINDOW (widget), plwu_document_redo);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_choose_open (PLWU_WINDOW (widget), FALSE);
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_choose_open (PLWU_WINDOW (widget), TRUE);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_open (PLWU_WINDOW (widget), PLWU_OPEN_PLAN, g_variant_get_string (parameter, NULL));
}

static void
new_from_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_open (PLWU_WINDOW (widget), PLWU_OPEN_COPY, g_variant_get_string (parameter, NULL));
}

static void
new_empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_new_empty (PLWU_WINDOW (widget));
}

static void
new_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_assistant_present (PLWU_WINDOW (widget));
}

static void
palette_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_open_palette (PLWU_WINDOW (widget));
}

static void
show_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  if (self->document == NULL)
    return;
  if (strcmp (code, plw_plan_root_scenario (plwu_document_get_plan (self->document))) == 0)
    code = "";
  plwu_document_set_scenario (self->document, code);
}

static void
new_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);

  if (plwu_window_show_page (self, "scenarios"))
    gtk_widget_activate_action (GTK_WIDGET (plwu_window_get_page (self)), "scenarios.begin", NULL);
}

static void
new_window_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (plwu_window_new (gtk_window_get_application (GTK_WINDOW (widget)))));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_save (PLWU_WINDOW (widget), FALSE);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_save (PLWU_WINDOW (widget), TRUE);
}

static void
export_workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_export (PLWU_WINDOW (widget), PLWU_PAPER_JOB_WORKBOOK);
}

static void
export_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_export (PLWU_WINDOW (widget), PLWU_PAPER_JOB_REPORT);
}

static void
export_summary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_export (PLWU_WINDOW (widget), PLWU_PAPER_JOB_SUMMARY);
}

/* @parameter: a table's name; "": as the headings of the source say */
static void
import_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwTableId table = PLW_N_TABLES;

  if (!plw_schema_find_table (g_variant_get_string (parameter, NULL), &table))
    table = PLW_N_TABLES;
  plwu_import_present (PLWU_WINDOW (widget), table, NULL);
}

static void
import_return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_import_present_return (PLWU_WINDOW (widget));
}

static void
import_budget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_import_present_budget (PLWU_WINDOW (widget));
}

static void
check_paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_paper_present (PLWU_WINDOW (widget), NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);

  if (plwu_window_show_page (self, g_variant_get_string (parameter, NULL)))
    gtk_widget_grab_focus (GTK_WIDGET (plwu_window_get_page (self)));
}

/* To the page before or after the one in view. */
static void
step_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *shown = gtk_stack_get_visible_child_name (PLWU_WINDOW (widget)->pages);
  int page = 0;

  if (shown == NULL)
    return;

  while (strcmp (plwu_window_get_page_id ((guint) page), shown) != 0)
    page++;
  page += g_variant_get_int32 (parameter);

  const char *id = page >= 0 ? plwu_window_get_page_id ((guint) page) : NULL;

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.page", "s", id);
}

static void
nth_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = plwu_window_get_page_id (g_variant_get_uint32 (parameter));

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.page", "s", id);
}

static void
show_cell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *table_name;
  const char *column;
  guint32 row;
  PlwTableId table;

  g_variant_get (parameter, "(&su&s)", &table_name, &row, &column);
  if (plw_schema_find_table (table_name, &table))
    plwu_window_show_cell (PLWU_WINDOW (widget), table, row, column);
}

static void
show_explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "explain", TRUE, NULL);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plwu_window_show_shortcuts (PLWU_WINDOW (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuPage *page = plwu_window_get_page (PLWU_WINDOW (widget));

  if (page != NULL)
    plwu_page_start_search (page);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = PLWU_WINDOW (widget)->sidebar_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);
  PlwuPage *page = plwu_window_get_page (self);

  /* What is being typed belongs to the plan before it is shown to a board. */
  if (self->document != NULL && (page == NULL || plwu_page_finish_editing (page)))
    gtk_window_present (GTK_WINDOW (plwu_board_window_new (self->document, GTK_WINDOW (self))));
}

static void
recover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuWindow *self = PLWU_WINDOW (widget);
  g_autoptr (GPtrArray) paths = g_steal_pointer (&self->recoverable);

  gtk_revealer_set_reveal_child (self->recovery, FALSE);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    plwu_window_open (self, PLWU_OPEN_RECOVER, g_ptr_array_index (paths, i));
}

static void
recover_later_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (PLWU_WINDOW (widget)->recovery, FALSE);
}

static void
add_places (GMenu *menu, const GPtrArray *places, const char *action)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PlwuPlanPlace *place = g_ptr_array_index (places, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (place->name, NULL);

      g_menu_item_set_action_and_target (item, action, "s", place->path);
      g_menu_append_item (menu, item);
    }
}

/* Reads folders: not for every edit. */
void
plwu_window_update_menus (PlwuWindow *self)
{
  g_autoptr (GPtrArray) recent = plwu_plans_list_recent (RECENT_MOST);
  g_autoptr (GPtrArray) examples = plwu_plans_list_examples ();

  g_menu_remove_all (self->recent_menu);
  add_places (self->recent_menu, recent, "win.open-path");
  g_menu_remove_all (self->example_menu);
  g_menu_append (self->example_menu, _ ("_Plan, step by step…"), "win.new-plan");
  g_menu_append (self->example_menu, _ ("_Empty plan"), "win.new-empty");
  add_places (self->example_menu, examples, "win.new-from");
}

void
plwu_window_update_actions (PlwuWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_plan = self->document != NULL;

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 has_plan && plwu_document_get_undo_name (self->document) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 has_plan && plwu_document_get_redo_name (self->document) != NULL);
  gtk_widget_action_set_enabled (widget, "win.save", has_plan && !plwu_document_is_saving (self->document));
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 has_plan && !plwu_document_is_saving (self->document));
  gtk_widget_action_set_enabled (widget, "win.export-workbook", has_plan);
  gtk_widget_action_set_enabled (widget, "win.export-report", has_plan);
  gtk_widget_action_set_enabled (widget, "win.export-summary", has_plan);
  gtk_widget_action_set_enabled (widget, "win.import-table", has_plan);
  gtk_widget_action_set_enabled (widget, "win.import-return", has_plan);
  gtk_widget_action_set_enabled (widget, "win.import-budget", has_plan);
  gtk_widget_action_set_enabled (widget, "win.check-paper", has_plan);
  gtk_widget_action_set_enabled (widget, "win.new-scenario", has_plan);
  gtk_widget_action_set_enabled (widget, "win.explain", has_plan);
  gtk_widget_action_set_enabled (widget, "win.board", has_plan);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.toast", "s", toast_action },
  { "win.toast-undo", NULL, toast_undo_action },
  { "win.error", "s", error_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.open", NULL, open_action },
  { "win.open-folder", NULL, open_folder_action },
  { "win.open-path", "s", open_path_action },
  { "win.new-from", "s", new_from_action },
  { "win.new-empty", NULL, new_empty_action },
  { "win.new-plan", NULL, new_plan_action },
  { "win.palette", NULL, palette_action },
  { "win.show-scenario", "s", show_scenario_action },
  { "win.new-scenario", NULL, new_scenario_action },
  { "win.new-window", NULL, new_window_action },
  { "win.save", NULL, save_action },
  { "win.save-as", NULL, save_as_action },
  { "win.export-workbook", NULL, export_workbook_action },
  { "win.export-report", NULL, export_report_action },
  { "win.export-summary", NULL, export_summary_action },
  { "win.import-table", "s", import_table_action },
  { "win.import-return", NULL, import_return_action },
  { "win.import-budget", NULL, import_budget_action },
  { "win.check-paper", NULL, check_paper_action },
  { "win.close-plan", NULL, close_action },
  { "win.page", "s", page_action },
  { "win.nth-page", "u", nth_page_action },
  { "win.step-page", "i", step_page_action },
  { "win.show-cell", "(sus)", show_cell_action },
  { "win.show-explain", NULL, show_explain_action },
  { "win.find", NULL, find_action },
  { "win.sidebar", NULL, sidebar_action },
  { "win.board", NULL, board_action },
  { "win.show-help-overlay", NULL, shortcuts_action },
  { "win.recover", NULL, recover_action },
  { "win.recover-later", NULL, recover_later_action },
};

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-window" },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-plan" },
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.open" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "win.save" },
  { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-as" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "win.export-workbook" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.find" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "win.palette" },
  { GDK_KEY_w, GDK_CONTROL_MASK, "win.close-plan" },
  { GDK_KEY_F8, 0, "win.explain" },
  { GDK_KEY_F9, 0, "win.sidebar" },
  { GDK_KEY_F11, 0, "win.board" },
};

/* Alt+1 to Alt+9 lead to the first nine pages. */
static void
add_page_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.nth-page", "u", i);
}

void
plwu_window_install_actions (GtkWidgetClass *widget_class)
{
  for (size_t i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.policy", "policy");
  gtk_widget_class_install_property_action (widget_class, "win.unit", "unit");
  gtk_widget_class_install_property_action (widget_class, "win.explain", "explain");
  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                         NULL);
  add_page_keys (widget_class);
}
