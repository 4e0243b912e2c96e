/* plwu-scenarios-page.c: the tree of scenarios, side by side, with all overrides.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scenarios-private.h"

#include "models/plwu-scenario-edits.h"
#include "plwu-explain.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuScenariosPage, plwu_scenarios_page, PLWU_TYPE_PAGE)

static PlwuDocument *
get_document (PlwuScenariosPage *self)
{
  return plwu_page_get_document (PLWU_PAGE (self));
}

static const char *
get_tab (PlwuScenariosPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "";
}

/* The table on the tab in view; of two the one with the focus. */
static PlwuGrid *
get_grid (PlwuScenariosPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  if (child == self->policy_tab)
    return gtk_widget_get_focus_child (child) == GTK_WIDGET (self->policy_pots) ? self->policy_pots
                                                                                : self->policy_table;
  return child != NULL && PLWU_IS_GRID (child) ? PLWU_GRID (child) : NULL;
}

static PlwuGrid *
find_grid (PlwuScenariosPage *self, PlwTableId table)
{
  PlwuGrid *grids[] = { self->scenarios, self->overrides, self->policy_table, self->policy_pots };

  for (size_t i = 0; i < G_N_ELEMENTS (grids); i++)
    if (plwu_table_model_get_table (plwu_grid_get_model (grids[i])) == table)
      return grids[i];
  return NULL;
}

static gboolean
is_root (PlwuScenariosPage *self, const char *code)
{
  return *code == '\0'
         || strcmp (code, plw_plan_root_scenario (plwu_document_get_plan (get_document (self)))) == 0;
}

static void
update_filter (PlwuScenariosPage *self)
{
  const char *selected = plwu_scenario_tree_get_selected (self->tree);
  gboolean is_all = gtk_check_button_get_active (self->all_overrides);

  plwu_table_model_set_filter (plwu_grid_get_model (self->overrides), PLW_OVERRIDES_SCENARIO,
                               is_all ? NULL : selected);
}

static gboolean
has_children (const PlwPlan *plan, const char *code)
{
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS); i++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_SCENARIOS, i, PLW_SCENARIOS_PARENT), code) == 0)
      return TRUE;
  return FALSE;
}

static void
update_actions (PlwuScenariosPage *self)
{
  const PlwPlan *plan = plwu_document_get_plan (get_document (self));
  const char *selected = plwu_scenario_tree_get_selected (self->tree);
  gboolean is_listed = selected != NULL && *selected != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.duplicate", is_listed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.delete",
                                 is_listed && !(is_root (self, selected) && has_children (plan, selected)));
}

static void
update_controls (PlwuScenariosPage *self)
{
  gboolean is_bridge = strcmp (get_tab (self), "bridge") == 0;
  gboolean is_lines = strcmp (get_tab (self), "lines") == 0;
  gboolean is_years = strcmp (get_tab (self), "years") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->controls), is_bridge || is_lines || is_years);
  gtk_widget_set_visible (GTK_WIDGET (self->year), is_bridge || is_lines);
  gtk_widget_set_visible (GTK_WIDGET (self->other), is_bridge);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), is_lines || is_years);
  gtk_widget_set_visible (self->override_bar, strcmp (get_tab (self), "overrides") == 0);
}

/* Callbacks */

static void
compare_cb (PlwuScenariosPage *self)
{
  if (self->is_updating || self->tree == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  plwu_scenarios_ask (self);
  plwu_scenarios_show (self);
}

static void
tab_cb (PlwuScenariosPage *self)
{
  if (self->tree == NULL)
    return;

  update_controls (self);
  compare_cb (self);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
selected_cb (PlwuScenariosPage *self)
{
  update_filter (self);
  update_actions (self);
}

static void
filter_cb (PlwuScenariosPage *self)
{
  if (self->tree != NULL)
    update_filter (self);
}

static void
show_in_window (PlwuScenariosPage *self)
{
  const char *selected = plwu_scenario_tree_get_selected (self->tree);

  if (selected != NULL)
    plwu_document_set_scenario (get_document (self), is_root (self, selected) ? "" : selected);
}

/* Actions */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_in_window (PLWU_SCENARIOS_PAGE (widget));
}

static gboolean
commit (PlwuScenariosPage *self, const PlwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (plwu_document_commit (get_document (self), edit, &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
  return FALSE;
}

/* A new scenario is selected, compared, and its name is there to be typed over. */
static void
show_new (PlwuScenariosPage *self, const char *code)
{
  size_t row;

  plwu_scenario_tree_set_plan (self->tree, plwu_document_get_plan (get_document (self)));
  plwu_scenario_tree_select (self->tree, code);
  plwu_scenario_tree_tick (self->tree, code, TRUE);
  if (plw_plan_find_key (plwu_document_get_plan (get_document (self)), PLW_TABLE_SCENARIOS, code, &row))
    plwu_page_show_cell (PLWU_PAGE (self), PLW_TABLE_SCENARIOS, row, "name");
}

/* Returns: (nullable) (transfer full): the code of the new scenario */
static char *
add_below (PlwuScenariosPage *self, const char *parent)
{
  g_autofree char *code = NULL;
  g_autoptr (PlwEdit) edit = plwu_scenario_add (plwu_document_get_plan (get_document (self)), parent, &code);

  if (!commit (self, edit))
    return NULL;
  show_new (self, code);
  return g_steal_pointer (&code);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *selected = plwu_scenario_tree_get_selected (PLWU_SCENARIOS_PAGE (widget)->tree);

  g_free (add_below (PLWU_SCENARIOS_PAGE (widget), selected != NULL ? selected : ""));
}

/* Below the scenario shown, and shown at once: what is typed next belongs to it. */
static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (widget);
  g_autofree char *code = add_below (self, plwu_document_get_scenario (get_document (self)));

  if (code != NULL)
    plwu_document_set_scenario (get_document (self), code);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (widget);
  const char *selected = plwu_scenario_tree_get_selected (self->tree);
  g_autofree char *code = NULL;
  g_autoptr (PlwEdit) edit = NULL;

  if (selected == NULL)
    return;
  edit = plwu_scenario_duplicate (plwu_document_get_plan (get_document (self)), selected, &code);
  if (commit (self, edit))
    show_new (self, code);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (widget);
  const char *selected = plwu_scenario_tree_get_selected (self->tree);
  g_autoptr (PlwEdit) edit = NULL;

  if (selected == NULL)
    return;
  edit = plwu_scenario_delete (plwu_document_get_plan (get_document (self)), selected);
  if (edit != NULL && commit (self, edit))
    gtk_widget_activate_action (widget, "win.toast-undo", NULL);
}

/* Page */

static void
plwu_scenarios_page_refresh (PlwuPage *page)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (page);

  plwu_scenario_tree_set_plan (self->tree, plwu_document_get_plan (get_document (self)));
  update_actions (self);
  update_controls (self);
  plwu_scenarios_ask (self);
  if (!plwu_document_is_stale (get_document (self)))
    plwu_scenarios_show (self);
}

static PlwuExplanation *
plwu_scenarios_page_explain (PlwuPage *page)
{
  PlwuGrid *grid = get_grid (PLWU_SCENARIOS_PAGE (page));
  guint row;
  guint column;

  if (grid == NULL)
    return plwu_scenarios_explain (PLWU_SCENARIOS_PAGE (page));
  if (!plwu_grid_get_cursor (grid, &row, &column))
    return NULL;
  return plwu_explain_cell (plwu_grid_get_model (grid), row, column);
}

static gboolean
plwu_scenarios_page_finish_editing (PlwuPage *page)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (page);

  return plwu_grid_finish_editing (self->scenarios) && plwu_grid_finish_editing (self->overrides)
         && plwu_grid_finish_editing (self->policy_table) && plwu_grid_finish_editing (self->policy_pots);
}

static gboolean
plwu_scenarios_page_show_cell (PlwuPage *page, PlwTableId table, size_t plan_row, const char *column)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (page);
  PlwuGrid *grid = find_grid (self, table);

  if (grid == NULL)
    return FALSE;

  gtk_check_button_set_active (self->all_overrides, TRUE);
  gtk_stack_set_visible_child (self->stack, grid == self->policy_table || grid == self->policy_pots
                                                ? self->policy_tab
                                                : GTK_WIDGET (grid));
  plwu_grid_show_cell (grid, plan_row, column);
  return TRUE;
}

static void
plwu_scenarios_page_start_search (PlwuPage *page)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (page);

  if (get_grid (self) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "overrides");
  plwu_grid_start_search (get_grid (self));
}

static gboolean
plwu_scenarios_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (PLWU_SCENARIOS_PAGE (widget)->tree), GTK_DIR_TAB_FORWARD);
}

static void
set_up_grid (PlwuScenariosPage *self, PlwuGrid *grid, PlwTableId table, const char *empty_text)
{
  PlwuSheetModel *model = plwu_table_model_new (get_document (self), table);
  g_autofree char *text = g_strdup_printf ("%s\n%s", empty_text, _ ("Add a row with Ctrl+Plus."));

  plwu_grid_set_model (grid, model);
  plwu_grid_set_empty_text (grid, text);
  g_signal_connect_object (grid, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (model);
}

static void
plwu_scenarios_page_constructed (GObject *object)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (object);

  G_OBJECT_CLASS (plwu_scenarios_page_parent_class)->constructed (object);

  set_up_grid (
      self, self->overrides, PLW_TABLE_OVERRIDES,
      _ ("No overrides here: every figure in which a scenario differs from its parent is listed, with "
         "its reason. Choose a scenario in the bar above and type over figures."));
  set_up_grid (self, self->scenarios, PLW_TABLE_SCENARIOS,
               _ ("No scenarios yet: named sets of differences from a parent belong here."));
  set_up_grid (self, self->policy_table, PLW_TABLE_POLICIES,
               _ ("Sets of rules beside “today” and “placemaking”."));
  set_up_grid (self, self->policy_pots, PLW_TABLE_POLICY_POTS,
               _ ("The pots whose ring-fences fall under a policy."));
  plwu_scenario_tree_set_plan (self->tree, plwu_document_get_plan (get_document (self)));
  update_controls (self);
}

static void
plwu_scenarios_page_dispose (GObject *object)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  self->tree = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_SCENARIOS_PAGE);

  G_OBJECT_CLASS (plwu_scenarios_page_parent_class)->dispose (object);
}

static void
plwu_scenarios_page_finalize (GObject *object)
{
  PlwuScenariosPage *self = PLWU_SCENARIOS_PAGE (object);

  g_clear_pointer (&self->asked, plw_plan_free);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->results);
  g_hash_table_unref (self->answers);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (plwu_scenarios_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-scenarios-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, tree_place);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, tree_note);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, controls);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, policies);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, year);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, years);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, other);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, others);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, differences);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, all_overrides);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, override_bar);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, state);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, year_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, line_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, bridge_picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, overrides);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, scenarios);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, policy_tab);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, policy_table);
  gtk_widget_class_bind_template_child (widget_class, PlwuScenariosPage, policy_pots);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
}

static void
plwu_scenarios_page_class_init (PlwuScenariosPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  object_class->constructed = plwu_scenarios_page_constructed;
  object_class->dispose = plwu_scenarios_page_dispose;
  object_class->finalize = plwu_scenarios_page_finalize;
  widget_class->grab_focus = plwu_scenarios_page_grab_focus;
  page_class->refresh = plwu_scenarios_page_refresh;
  page_class->explain = plwu_scenarios_page_explain;
  page_class->finish_editing = plwu_scenarios_page_finish_editing;
  page_class->show_cell = plwu_scenarios_page_show_cell;
  page_class->start_search = plwu_scenarios_page_start_search;

  gtk_widget_class_install_action (widget_class, "scenarios.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "scenarios.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "scenarios.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "scenarios.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "scenarios.show", NULL, show_action);

  g_type_ensure (PLWU_TYPE_GRID);
  g_type_ensure (PLWU_TYPE_PICTURE);
  bind_template (widget_class);
}

static void
plwu_scenarios_page_init (PlwuScenariosPage *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plwu_answer_free);
  self->cancellable = g_cancellable_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->results = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->by_year = PLWU_SHEET (plwu_sheet_new (NULL));
  self->by_line = PLWU_SHEET (plwu_sheet_new (NULL));
  plwu_sheet_set_empty_text (self->by_year, _ ("Nothing differs between the scenarios ticked."));
  gtk_scrolled_window_set_child (self->year_scroller, GTK_WIDGET (self->by_year));
  gtk_scrolled_window_set_child (self->line_scroller, GTK_WIDGET (self->by_line));
  g_signal_connect_object (self->by_year, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->by_line, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                           G_CONNECT_SWAPPED);
  self->bridge = plwu_bridge_new ();
  plwu_picture_set_drawing (self->bridge_picture, PLWU_DRAWING (self->bridge));

  self->tree = PLWU_SCENARIO_TREE (plwu_scenario_tree_new ());
  adw_bin_set_child (self->tree_place, GTK_WIDGET (self->tree));
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "ticked", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "activated", G_CALLBACK (show_in_window), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plwu_scenarios_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_SCENARIOS_PAGE, "document", document, NULL);
}
