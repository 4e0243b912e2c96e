/* test-window-pages.c: the window, its pages, names and keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "pages/plwu-page.h"
#include "plwu-window-private.h"
#include "sheet/plwu-sheet.h"
#include "test-window-support.h"

#include <string.h>

static const char *const page_ids[] = {
  "overview",   "pots",     "capital",  "services",   "assumptions", "changes",
  "prevention", "knock-on", "outcomes", "shortfall",  "one-pot",     "scenarios",
  "review",     "checks",   "partners", "parameters", "history",
};

static PlwuWindow *
open_window (PlwuDocument *document)
{
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));

  if (document != NULL)
    plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

static void
close_window (PlwuWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Warnings are fatal: every page draws in every state without one. */
static void
test_pages_draw (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  for (int round = 0; round < 4; round++)
    {
      plwu_document_set_scenario (document, round % 2 == 1 ? "no-road-grant" : "");
      plwu_document_set_unit (document, (PlwUnit) (round % 3));
      plwu_document_set_policy (document, round > 1 ? PLWU_POLICY_PLACEMAKING : PLWU_POLICY_TODAY);
      for (size_t i = 0; i < G_N_ELEMENTS (page_ids); i++)
        {
          g_assert_true (plwu_window_show_page (window, page_ids[i]));
          gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
          wait_for_result (document);
        }
      g_object_set (window, "explain", round % 2 == 0, NULL);
    }
  g_assert_false (plwu_window_show_page (window, "nowhere"));
  close_window (window);
}

/* Pages follow edits that are made elsewhere, also into a plan that breaks rules. */
static void
test_pages_follow_edits (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  for (size_t i = 0; i < G_N_ELEMENTS (page_ids); i++)
    {
      g_autoptr (PlwEdit) edit = plw_edit_new ("A wrong driver");

      g_assert_true (plwu_window_show_page (window, page_ids[i]));
      plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS, 0, PLW_COSTS_PRICE_DRIVER,
                         plw_value_text ("nowhere"));
      g_assert_true (plwu_document_commit (document, edit, NULL));
      wait_for_result (document);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      g_assert_null (plwu_document_get_undo_name (document));
      wait_for_result (document);
    }
  close_window (window);
}

/* Whatever a check names can be gone to. */
static void
test_every_table_has_a_page (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  for (int table = 0; table < PLW_N_TABLES; table++)
    {
      g_test_message ("%s", plw_schema_table ((PlwTableId) table)->name);
      g_assert_true (plwu_window_show_cell (window, (PlwTableId) table, 0, NULL));
    }
  close_window (window);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

/* The figures used are in view although the plan has no row of its own. */
static void
test_parameters_show_what_is_shipped (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  g_assert_cmpuint (plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_EVIDENCE_GRADES), ==, 0);
  g_assert_true (plwu_window_show_page (window, "parameters"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (shows_text (GTK_WIDGET (window), "Shipped with the program: 6 rows"));
  close_window (window);
}

static void
assert_shortfall_unit (PlwuWindow *window, const char *unit)
{
  g_autofree char *shown = NULL;

  g_assert_true (plwu_window_show_page (window, "shortfall"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_object_get (plwu_window_get_page (window), "unit", &shown, NULL);
  g_assert_cmpstr (shown, ==, unit);
}

/* Large gaps are shown in thousands; tables, which are typed into, stay in pounds. */
static void
test_shortfall_chooses_its_unit (void)
{
  for (int is_large = 0; is_large <= 1; is_large++)
    {
      g_autoptr (PlwuDocument) document = create_document ();
      g_autoptr (PlwEdit) edit = plw_edit_new ("A large need");
      PlwuWindow *window = open_window (document);

      plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS, 0, PLW_COSTS_BASE,
                         plw_value_number (G_GINT64_CONSTANT (5000000000)));
      if (is_large)
        g_assert_true (plwu_document_commit (document, edit, NULL));
      wait_for_result (document);
      assert_shortfall_unit (window, is_large ? "thousands" : "pounds");
      gtk_widget_activate_action (GTK_WIDGET (plwu_window_get_page (window)), "shortfall.unit", "s",
                                  "millions");
      assert_shortfall_unit (window, "millions");
      g_assert_cmpint (plwu_document_get_unit (document), ==, PLW_UNIT_POUNDS);
      close_window (window);
    }
}

static void
test_title_names_scenario_and_policy (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Smallshire – Base case · Today – Placewright");
  plwu_document_set_scenario (document, "no-road-grant");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.policy", "s", PLWU_POLICY_PLACEMAKING);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   "Smallshire – No road grant · Placemaking – Placewright");
  close_window (window);
}

/* Parts of widgets that carry the name for them. */
static gboolean
is_part_of_named (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (GTK_IS_MENU_BUTTON (parent) || PLWU_IS_PICKER (parent) || GTK_IS_SEARCH_ENTRY (parent)
        || GTK_IS_CHECK_BUTTON (parent) || GTK_IS_STACK_SWITCHER (parent) || GTK_IS_WINDOW_CONTROLS (parent)
        || PLWU_IS_CHART (parent) || g_str_equal (G_OBJECT_TYPE_NAME (parent), "PlwuSheet"))
      return TRUE;
  return FALSE;
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_LABEL (widget))
         && has_text (widget);
}

static guint
check_names (GtkWidget *widget)
{
  guint n_checked = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (gtk_widget_get_focusable (widget) && !is_part_of_named (widget) && !GTK_IS_WINDOW (widget)
      && !GTK_IS_SCROLLED_WINDOW (widget))
    {
      if (!is_named (widget))
        g_error ("A %s (%s) has no accessible name", G_OBJECT_TYPE_NAME (widget),
                 gtk_widget_get_css_name (widget));
      n_checked++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_checked += check_names (child);
  return n_checked;
}

static void
test_welcome (void)
{
  PlwuWindow *window = open_window (NULL);

  g_assert_null (plwu_window_get_document (window));
  g_assert_cmpuint (check_names (GTK_WIDGET (window)), >=, 5);
  g_assert_false (plwu_window_show_page (window, "overview"));
  close_window (window);
}

static void
test_everything_focusable_has_a_name (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);

  g_object_set (window, "explain", TRUE, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (page_ids); i++)
    {
      g_assert_true (plwu_window_show_page (window, page_ids[i]));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_cmpuint (check_names (GTK_WIDGET (window)), >, 15);
    }
  close_window (window);
}

static void
add_accelerator (GHashTable *keys, const char *text)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (text, &keyval, &modifiers));
  g_hash_table_add (keys, gtk_accelerator_name (keyval, modifiers));
}

/* "<Alt>1...9" stands for nine keys. */
static void
add_shown_accelerator (GHashTable *keys, const char *text)
{
  const char *dots = strstr (text, "...");

  if (dots == NULL)
    {
      add_accelerator (keys, text);
      return;
    }
  for (char digit = dots[-1]; digit <= dots[3]; digit++)
    {
      g_autofree char *one = g_strdup_printf ("%.*s%c", (int) (dots - text) - 1, text, digit);

      add_accelerator (keys, one);
    }
}

static void
list_accelerators (GtkWidget *widget, GHashTable *ret_keys)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkShortcutsShortcut"))
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &text, NULL);
      parts = g_strsplit (text, " ", -1);
      for (int i = 0; parts[i] != NULL; i++)
        add_shown_accelerator (ret_keys, parts[i]);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_accelerators (child, ret_keys);
}

static guint
compare_shortcuts (GListModel *shortcuts, GHashTable *shown)
{
  guint n_compared = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (!GTK_IS_NAMED_ACTION (action)
          || !g_str_has_prefix (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)), "win."))
        continue;
      if (!g_hash_table_contains (shown, trigger))
        g_error ("%s is not in the shortcuts window", trigger);
      n_compared++;
    }
  return n_compared;
}

/* Every key of the window is shown in the shortcuts window. */
static void
test_keys_are_shown (void)
{
  PlwuWindow *window = open_window (NULL);
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/uk/placewright/Placewright/ui/plwu-shortcuts.ui");
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  guint n_compared = 0;

  list_accelerators (GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts")), shown);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        n_compared += compare_shortcuts (G_LIST_MODEL (controller), shown);
    }
  g_assert_cmpuint (n_compared, >=, 21);
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  close_window (window);
}

static GtkWidget *
find_sheet (GtkWidget *widget)
{
  GtkWidget *found = PLWU_IS_SHEET (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_sheet (child);
  return found;
}

/* The cell is under the cursor, has the focus and is in view, however far down it is. */
static void
test_checks_lead_to_cells (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) pots = plwu_table_model_new (document, PLW_TABLE_POTS);
  guint row = 0;
  guint column = 0;

  for (int i = 0; i < 80; i++)
    g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (pots), G_MAXUINT, &row, NULL));

  PlwuWindow *window = open_window (document);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-cell", "(sus)", "pots", row, "2028/29");
  for (int i = 0; i < 10; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *sheet = find_sheet (GTK_WIDGET (window));
  guint shown_row = 0;

  g_assert_nonnull (focus);
  g_assert_nonnull (sheet);
  g_assert_true (gtk_widget_is_ancestor (focus, sheet));
  g_assert_true (plwu_sheet_get_cursor (PLWU_SHEET (sheet), &shown_row, &column));
  g_assert_cmpuint (shown_row, ==, row);
  g_assert_cmpuint (column, ==, find_column (pots, "2028/29"));
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (sheet))), >,
                     0);
  close_window (window);
}

static void
test_window_lets_go (void)
{
  PlwuDocument *document = create_document ();
  PlwuWindow *window = open_window (document);

  for (size_t i = 0; i < G_N_ELEMENTS (page_ids); i++)
    plwu_window_show_page (window, page_ids[i]);
  wait_for_result (document);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/window/welcome", test_welcome);
  g_test_add_func ("/ui/window/pages-draw", test_pages_draw);
  g_test_add_func ("/ui/window/pages-follow-edits", test_pages_follow_edits);
  g_test_add_func ("/ui/window/every-table", test_every_table_has_a_page);
  g_test_add_func ("/ui/window/shipped-parameters", test_parameters_show_what_is_shipped);
  g_test_add_func ("/ui/window/shortfall-unit", test_shortfall_chooses_its_unit);
  g_test_add_func ("/ui/window/title", test_title_names_scenario_and_policy);
  g_test_add_func ("/ui/window/names", test_everything_focusable_has_a_name);
  g_test_add_func ("/ui/window/keys-are-shown", test_keys_are_shown);
  g_test_add_func ("/ui/window/checks-lead-to-cells", test_checks_lead_to_cells);
  g_test_add_func ("/ui/window/lets-go", test_window_lets_go);

  return g_test_run ();
}
