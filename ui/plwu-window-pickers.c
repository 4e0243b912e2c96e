/* plwu-window-pickers.c: what the header bar says and offers: title, scenario, policy, undo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include "plwu-explain.h"
#include "plwu-menu.h"
#include "plwu-tooltip.h"

#include <string.h>

#include <glib/gi18n.h>

static void
show_title (PlwuWindow *self)
{
  if (self->document == NULL)
    return;

  const char *title = plwu_document_get_title (self->document);
  const char *path = plwu_document_get_path (self->document);
  g_autofree char *context = plwu_explain_context (self->document);
  g_autofree char *file =
      path != NULL ? g_path_get_basename (path) : g_strdup (_ ("not yet saved to a file"));
  gboolean is_edited = path != NULL && plwu_document_is_dirty (self->document);
  g_autofree char *subtitle = g_strdup_printf ("%s%s", file, is_edited ? _ (" – edited") : "");
  g_autofree char *window_title = g_strdup_printf (_ ("%s – %s – Placewright"), title, context);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  plwu_tooltip_set (GTK_WIDGET (self->title), path);
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), window_title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
name_button (GtkButton *button, const char *verb, const char *step)
{
  g_autofree char *text = step != NULL ? g_strdup_printf ("%s: %s", verb, step) : g_strdup (verb);

  if (g_strcmp0 (plwu_tooltip_get (GTK_WIDGET (button)), text) == 0)
    return;

  plwu_tooltip_set (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
plwu_window_update_state (PlwuWindow *self)
{
  const char *undo = self->document != NULL ? plwu_document_get_undo_name (self->document) : NULL;
  const char *redo = self->document != NULL ? plwu_document_get_redo_name (self->document) : NULL;

  name_button (self->undo_button, _ ("Undo"), undo);
  name_button (self->redo_button, _ ("Redo"), redo);
  plwu_window_update_actions (self);
  show_title (self);
  plwu_window_note_view (self);
}

/* The scenarios of the plan; a plan without any has its base case. */
static guint
list_scenarios (PlwuDocument *document, GStrv *ret_codes, GStrv *ret_names)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS);
  const char *shown = plwu_document_get_scenario (document);
  guint selected = 0;

  if (n_rows == 0)
    {
      g_strv_builder_add (codes, "");
      g_strv_builder_add (names, _ ("Base case"));
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_CODE);
      gboolean is_root = strcmp (code, plw_plan_root_scenario (plan)) == 0;

      if (strcmp (is_root ? "" : code, shown) == 0)
        selected = (guint) i;
      g_strv_builder_add (codes, is_root ? "" : code);
      g_strv_builder_add (names, plw_plan_name (plan, PLW_TABLE_SCENARIOS, i));
    }
  *ret_codes = g_strv_builder_end (codes);
  *ret_names = g_strv_builder_end (names);

  return selected;
}

static gboolean
is_list_equal (GtkStringList *list, const char *const *names)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (n_items != g_strv_length ((GStrv) names))
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    if (strcmp (gtk_string_list_get_string (list, i), names[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
show_scenarios (PlwuWindow *self)
{
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) names = NULL;
  guint selected = list_scenarios (self->document, &codes, &names);

  self->is_updating_pickers = TRUE;
  if (!is_list_equal (self->scenarios, (const char *const *) names))
    gtk_string_list_splice (self->scenarios, 0, g_list_model_get_n_items (G_LIST_MODEL (self->scenarios)),
                            (const char *const *) names);
  g_strfreev (self->scenario_codes);
  self->scenario_codes = g_steal_pointer (&codes);
  plwu_picker_set_selected (self->scenario, selected);
  self->is_updating_pickers = FALSE;
}

/* A menu that is filled anew is built anew: not for every edit. */
static void
fill_policy_menu (PlwuWindow *self, const PlwPlan *plan)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GString) listed = g_string_new (NULL);

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_POLICIES); i++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_POLICIES, i, PLW_POLICIES_CODE);
      const char *name = plw_plan_name (plan, PLW_TABLE_POLICIES, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.policy", "s", code);
      g_menu_append_item (menu, item);
      g_string_append_printf (listed, "%s\t%s\n", code, name);
    }
  if (g_strcmp0 (listed->str, self->policies_listed) == 0)
    return;

  g_free (self->policies_listed);
  self->policies_listed = g_string_free (g_steal_pointer (&listed), FALSE);
  plwu_menu_give (self->policies, G_MENU_MODEL (menu));
}

static void
show_policies (PlwuWindow *self)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  const char *shown = plwu_document_get_policy (self->document);
  const char *label = _ ("Other");
  size_t row;

  fill_policy_menu (self, plan);
  if (plw_plan_find_key (plan, PLW_TABLE_POLICIES, shown, &row))
    label = plw_plan_name (plan, PLW_TABLE_POLICIES, row);
  if (g_strcmp0 (gtk_menu_button_get_label (self->policies), label) != 0)
    gtk_menu_button_set_label (self->policies, label);
  gtk_widget_set_visible (GTK_WIDGET (self->policies), plw_plan_n_rows (plan, PLW_TABLE_POLICIES) > 0);
}

void
plwu_window_update_pickers (PlwuWindow *self)
{
  if (self->document == NULL)
    return;

  show_scenarios (self);
  show_policies (self);
  show_title (self);
  plwu_window_note_view (self);
}

void
plwu_window_scenario_picked (PlwuWindow *self)
{
  guint selected = plwu_picker_get_selected (self->scenario);
  PlwuPage *page;

  if (self->is_updating_pickers || self->document == NULL || self->scenario_codes == NULL
      || selected >= g_strv_length (self->scenario_codes))
    return;

  /* What is being typed belongs to the scenario it was begun in. */
  page = plwu_window_get_page (self);
  if (page != NULL && !plwu_page_finish_editing (page))
    {
      show_scenarios (self);
      return;
    }

  g_autofree char *code = g_strdup (self->scenario_codes[selected]);

  plwu_document_set_scenario (self->document, code);
}
