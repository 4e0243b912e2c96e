/* test-explain-panel.c: any figure explained in the side panel, down to what was entered and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-explain.h"
#include "plwu-window-private.h"
#include "sheet/plwu-sheet.h"
#include "test-window-support.h"

#include <string.h>

typedef struct
{
  PlwuDocument *document;
  GtkWidget *window;
  PlwuExplainPanel *panel;
} Fixture;

/* The panel alone in a window, with the results of the small example. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  fixture->panel = g_object_new (PLWU_TYPE_EXPLAIN_PANEL, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  plwu_explain_panel_set_document (fixture->panel, fixture->document);
  wait_for_result (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->document);
}

static const PlwResult *
get_result (Fixture *fixture)
{
  const PlwResult *result = plwu_document_get_result (fixture->document, NULL);

  g_assert_nonnull (result);
  return result;
}

static PlwFigure
figure_of_line (Fixture *fixture, PlwFigureKind kind, const char *code, uint32_t year)
{
  size_t use;

  g_assert_true (plwu_explain_find_use (get_result (fixture), PLW_USE_LINE, PLW_PART_REVENUE, code, &use));
  return (PlwFigure){ kind, (uint32_t) use, 0, year };
}

static void
show (Fixture *fixture, PlwFigure figure)
{
  g_autoptr (PlwuExplanation) explanation = plwu_explain_figure (fixture->document, figure);

  g_assert_nonnull (explanation);
  plwu_explain_panel_show (fixture->panel, explanation);
}

static const PlwuExplanationItem *
get_item (Fixture *fixture, guint index)
{
  return g_ptr_array_index (plwu_explain_panel_get_shown (fixture->panel)->items, index);
}

static gboolean
find_link (Fixture *fixture, PlwFigure figure, guint *ret_index)
{
  const PlwuExplanation *shown = plwu_explain_panel_get_shown (fixture->panel);

  for (guint i = 0; i < shown->items->len; i++)
    if (get_item (fixture, i)->kind == PLWU_EXPLANATION_LINK
        && plwu_figure_equal (get_item (fixture, i)->link, figure))
      {
        *ret_index = i;
        return TRUE;
      }
  return FALSE;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_shows (Fixture *fixture, const char *text)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  if (find_label (GTK_WIDGET (fixture->panel), text) == NULL)
    g_error ("The panel does not show “%s”", text);
}

/* Title, value, formula, and every part with its value and the figure it leads to. */
static void
check_figure (Fixture *fixture, PlwFigure figure)
{
  g_autoptr (PlwReason) reason = plw_explain (get_result (fixture), figure);

  g_assert_nonnull (reason);
  show (fixture, figure);
  assert_shows (fixture, reason->title);
  assert_shows (fixture, reason->text);
  g_assert_nonnull (strstr (get_item (fixture, 0)->text, reason->formula + 1));
  assert_shows (fixture, get_item (fixture, 0)->text);
  assert_shows (fixture, "Base case · Today");
  for (size_t i = 0; i < reason->n_parts; i++)
    {
      g_autoptr (PlwReason) part = plw_explain (get_result (fixture), reason->parts[i].figure);
      guint index;

      g_assert_true (find_link (fixture, reason->parts[i].figure, &index));
      assert_shows (fixture, part->title);
      g_assert_true (g_str_has_suffix (get_item (fixture, index)->figure, part->text));
      g_assert_cmpint (g_str_has_prefix (get_item (fixture, index)->figure, "− "), ==,
                       reason->parts[i].sign < 0);
    }
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  const PlwFigureKind kinds[] = { PLW_FIGURE_NEED, PLW_FIGURE_FUNDED, PLW_FIGURE_SHORTFALL };

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    check_figure (fixture, figure_of_line (fixture, kinds[i], "parks", 2));
  check_figure (fixture, (PlwFigure){ PLW_FIGURE_POT, 0, PLW_POT_CLOSING, 1 });
  check_figure (fixture, (PlwFigure){ PLW_FIGURE_SUM, PLW_SUM_SHORTFALL, 0, 2 });
  check_figure (fixture, (PlwFigure){ PLW_FIGURE_CELL, PLW_TABLE_COSTS, 0, PLW_COSTS_BASE });
}

/* From a shortfall to what somebody typed, and all the way back and forth. */
static void
test_way (Fixture *fixture, gconstpointer data)
{
  PlwFigure start = figure_of_line (fixture, PLW_FIGURE_SHORTFALL, "parks", 2);
  PlwFigure need = figure_of_line (fixture, PLW_FIGURE_NEED, "parks", 2);
  g_autofree char *leaf = NULL;
  guint n_steps = 0;
  guint index = 0;

  show (fixture, start);
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->window, "explain.back")));
  g_assert_true (find_link (fixture, need, &index));
  for (; plwu_explain_panel_get_shown (fixture->panel)->id.kind != PLW_FIGURE_CELL; n_steps++)
    {
      g_assert_cmpuint (n_steps, <, 20);
      if (n_steps > 0)
        for (index = 0; get_item (fixture, index)->kind != PLWU_EXPLANATION_LINK;)
          index++;
      plwu_explain_panel_follow (fixture->panel, index);
    }
  g_assert_cmpuint (n_steps, >=, 4);
  leaf = g_strdup (plwu_explain_panel_get_shown (fixture->panel)->title);
  assert_shows (fixture, "Where it was entered");
  assert_shows (fixture, "Not changed since the plan was made.");
  assert_shows (fixture, "‹ Shortfall of Parks (parks), 2028/29"); /* where one is */

  for (guint i = 0; i < n_steps; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "explain.back", NULL));
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), start));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->window, "explain.back")));
  for (guint i = 0; i < n_steps; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "explain.forward", NULL);
  g_assert_cmpstr (plwu_explain_panel_get_shown (fixture->panel)->title, ==, leaf);
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->window, "explain.forward")));

  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "explain.go-back", "i", (int) n_steps - 1);
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), need));
}

/* What was followed stays in view while results come anew; another selection begins anew. */
static void
test_way_survives_results (Fixture *fixture, gconstpointer data)
{
  PlwFigure start = figure_of_line (fixture, PLW_FIGURE_SHORTFALL, "parks", 2);
  PlwFigure need = figure_of_line (fixture, PLW_FIGURE_NEED, "parks", 2);
  g_autoptr (PlwEdit) edit = plw_edit_new ("More for parks");
  g_autofree char *before = NULL;
  guint index = 0;

  show (fixture, start);
  g_assert_true (find_link (fixture, need, &index));
  plwu_explain_panel_follow (fixture->panel, index);
  before = g_strdup (plwu_explain_panel_get_shown (fixture->panel)->figure);
  plw_edit_set_cell (edit, plwu_document_get_plan (fixture->document), PLW_TABLE_COSTS,
                     find_row (fixture->document, PLW_TABLE_COSTS, "parks/all"), PLW_COSTS_BASE,
                     plw_value_number (5000000));
  g_assert_true (plwu_document_commit (fixture->document, edit, NULL));
  wait_for_result (fixture->document);
  show (fixture, start);
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), need));
  g_assert_cmpstr (plwu_explain_panel_get_shown (fixture->panel)->figure, !=, before);

  show (fixture, figure_of_line (fixture, PLW_FIGURE_NEED, "care", 0));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->window, "explain.back")));
  plwu_explain_panel_show (fixture->panel, NULL);
  g_assert_null (plwu_explain_panel_get_shown (fixture->panel));
}

static guint
count_links_below (Fixture *fixture, const char *heading)
{
  const PlwuExplanation *shown = plwu_explain_panel_get_shown (fixture->panel);
  gboolean is_below = FALSE;
  guint n_links = 0;

  for (guint i = 0; i < shown->items->len; i++)
    if (get_item (fixture, i)->kind == PLWU_EXPLANATION_HEADING)
      is_below = g_str_equal (get_item (fixture, i)->text, heading);
    else if (is_below && get_item (fixture, i)->kind == PLWU_EXPLANATION_LINK)
      n_links++;
  return n_links;
}

/* Every pot that a shortfall has to do with is named with its money and leads on. */
static void
test_causes (Fixture *fixture, gconstpointer data)
{
  const PlwResult *result = get_result (fixture);
  guint n_dry = 0;
  guint n_barred = 0;

  for (uint32_t use = 0; use < plw_result_n_uses (result); use++)
    for (uint32_t year = 0; year < plw_result_n_years (result); year++)
      {
        g_autoptr (GArray) causes = plw_explain_causes (result, use, year);
        guint n_use_dry = 0;

        for (guint i = 0; i < causes->len; i++)
          n_use_dry += g_array_index (causes, PlwCause, i).is_exhausted;
        show (fixture, (PlwFigure){ PLW_FIGURE_SHORTFALL, use, 0, year });
        g_assert_cmpuint (count_links_below (fixture, "Pots that ran dry"), ==, n_use_dry);
        g_assert_cmpuint (count_links_below (fixture, "Money that may not be used for it"), ==,
                          causes->len - n_use_dry);
        n_dry += n_use_dry;
        n_barred += causes->len - n_use_dry;
      }
  g_assert_cmpuint (n_dry, >, 0);
  g_assert_cmpuint (n_barred, >, 0);

  show (fixture, figure_of_line (fixture, PLW_FIGURE_SHORTFALL, "parks", 2));
  assert_shows (fixture,
                "Library grant. Ring-fenced for Libraries. Lifting this rule alone would let money through.");
}

/* Without results what was typed, and by whom, can still be said. */
static void
test_cell_of_broken_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwuSheetModel) model = plwu_table_model_new (fixture->document, PLW_TABLE_COSTS);
  guint row = find_model_row (model, "care/pay");
  guint column = find_column (model, "Price driver");
  g_autoptr (PlwEdit) edit = plw_edit_new ("A wrong driver");

  plw_edit_set_cell (edit, plwu_document_get_plan (fixture->document), PLW_TABLE_COSTS,
                     find_row (fixture->document, PLW_TABLE_COSTS, "care/pay"), PLW_COSTS_PRICE_DRIVER,
                     plw_value_text ("nowhere"));
  g_assert_true (plwu_document_commit (fixture->document, edit, NULL));
  wait_for_result (fixture->document);
  g_assert_null (plwu_document_get_result (fixture->document, NULL));

  g_autoptr (PlwuExplanation) explanation = plwu_explain_cell (PLWU_TABLE_MODEL (model), row, column);
  g_autofree char *text = plwu_explanation_to_text (explanation, NULL, NULL);

  g_assert_nonnull (strstr (text, "nowhere"));
  g_assert_nonnull (strstr (text, "A wrong driver"));
  g_assert_null (plwu_explain_figure (fixture->document, (PlwFigure){ PLW_FIGURE_NEED, 0, 0, 0 }));
}

/* Every cell of a table: what it is, where it was entered, and who changed it. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwuSheetModel) model = plwu_table_model_new (fixture->document, PLW_TABLE_DRIVERS);
  guint row = find_model_row (model, "wages");
  guint column = find_column (model, "2027/28");

  g_assert_cmpuint (type_cell (model, row, column, "4"), ==, 1);
  wait_for_result (fixture->document);

  g_autoptr (PlwuExplanation) explanation = plwu_explain_cell (PLWU_TABLE_MODEL (model), row, column);
  g_autofree char *text = plwu_explanation_to_text (explanation, NULL, NULL);

  g_assert_true (explanation->has_id);
  g_assert_cmpint (explanation->id.kind, ==, PLW_FIGURE_CELL);
  g_assert_nonnull (strstr (explanation->title, "Wages in care (wages), 2027/28"));
  g_assert_cmpstr (explanation->figure, ==, "4%");
  g_assert_nonnull (strstr (text, "Care wages rise for two years"));
  g_assert_nonnull (strstr (text, "Wages in care, 2027/28: 10% to 4%"));
}

/* A scenario's figure is set beside its parent's, once that is worked out. */
static void
test_parent (Fixture *fixture, gconstpointer data)
{
  PlwFigure figure = { PLW_FIGURE_SUM, PLW_SUM_AVAILABLE, 0, 1 };
  g_autofree char *beside = NULL;
  g_autofree char *base = NULL;
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  show (fixture, figure);
  base = g_strdup (plwu_explain_panel_get_shown (fixture->panel)->figure);
  beside = g_strdup_printf ("In “Base case”: %s", base);
  plwu_document_set_scenario (fixture->document, "no-road-grant");
  wait_for_result (fixture->document);
  show (fixture, figure);
  g_assert_cmpstr (plwu_explain_panel_get_shown (fixture->panel)->figure, !=, base);
  while (find_label (fixture->window, beside) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* What the figure was in the version named last stands beside it, cells too. */
static void
test_version (Fixture *fixture, gconstpointer data)
{
  PlwFigure figure = { PLW_FIGURE_SUM, PLW_SUM_AVAILABLE, 0, 2 };
  g_autoptr (PlwuSheetModel) pots = plwu_table_model_new (fixture->document, PLW_TABLE_POTS);
  guint row = find_model_row (pots, "books");
  guint column = find_column (pots, "2028/29");
  g_autoptr (GError) error = NULL;
  g_autofree char *beside = NULL;
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  show (fixture, figure);
  beside = g_strdup_printf ("In version “Draft”: %s", plwu_explain_panel_get_shown (fixture->panel)->figure);
  g_assert_true (plwu_document_name_version (fixture->document, "Draft", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (type_cell (pots, row, column, "90000"), ==, 1);
  wait_for_result (fixture->document);
  show (fixture, figure);
  g_assert_null (strstr (beside, plwu_explain_panel_get_shown (fixture->panel)->figure));
  while (find_label (fixture->window, beside) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }

  show (fixture, (PlwFigure){ PLW_FIGURE_CELL, PLW_TABLE_POTS,
                              (uint32_t) find_row (fixture->document, PLW_TABLE_POTS, "books"),
                              (uint32_t) plw_plan_year_column (plwu_document_get_plan (fixture->document),
                                                               PLW_TABLE_POTS, 2028) });
  g_assert_nonnull (find_label (fixture->window, "In version “Draft”: £40,000.00"));
}

/* A scenario without a pot numbers the others anew. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  const PlwPlan *plan = plwu_document_get_plan (fixture->document);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) base = plw_evaluate (plan, NULL, NULL, problems, NULL);
  g_autoptr (PlwPlan) without = plw_plan_copy (plan);
  g_autoptr (PlwResult) other = NULL;
  PlwFigure figure;

  plw_plan_set (without, PLW_TABLE_POTS, 0, PLW_POTS_ENABLED, plw_value_number (0));
  other = plw_evaluate (without, NULL, NULL, problems, NULL);
  g_assert_nonnull (other);
  g_assert_cmpuint (plw_result_n_pots (other), ==, plw_result_n_pots (base) - 1);
  g_assert_false (
      plwu_explain_find_same (base, other, (PlwFigure){ PLW_FIGURE_POT, 0, PLW_POT_SPENT, 1 }, &figure));
  for (uint32_t pot = 1; pot < plw_result_n_pots (base); pot++)
    {
      g_assert_true (plwu_explain_find_same (base, other,
                                             (PlwFigure){ PLW_FIGURE_POT, pot, PLW_POT_SPENT, 1 }, &figure));
      g_assert_cmpstr (plw_result_pot (other, figure.a)->code, ==, plw_result_pot (base, pot)->code);
    }
  for (uint32_t use = 0; use < plw_result_n_uses (base); use++)
    {
      g_assert_true (
          plwu_explain_find_same (base, other, (PlwFigure){ PLW_FIGURE_NEED, use, 0, 1 }, &figure));
      g_assert_cmpstr (plw_result_use (other, figure.a)->code, ==, plw_result_use (base, use)->code);
    }
}

/* From what a pot gets in a year one comes to what is left of it. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  uint32_t row = (uint32_t) find_row (fixture->document, PLW_TABLE_POTS, "books");
  uint32_t column = (uint32_t) plw_schema_table (PLW_TABLE_POTS)->n_columns + 2;
  guint index = 0;

  show (fixture, (PlwFigure){ PLW_FIGURE_CELL, PLW_TABLE_POTS, row, column });
  assert_shows (fixture, "£40,000.00");
  g_assert_true (find_link (fixture, (PlwFigure){ PLW_FIGURE_POT, row, PLW_POT_CLOSING, 2 }, &index));
  plwu_explain_panel_follow (fixture->panel, index);
  assert_shows (fixture, "Closing balance: pot Library grant (books), 2028/29");
  g_assert_true (find_link (fixture, (PlwFigure){ PLW_FIGURE_POT, row, PLW_POT_CLOSING, 1 }, &index));
}

/* What is copied is the whole tree and what is not in it. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  PlwFigure figure = figure_of_line (fixture, PLW_FIGURE_SHORTFALL, "parks", 2);
  g_autoptr (PlwuExplanation) explanation = plwu_explain_figure (fixture->document, figure);
  g_autofree char *tree = plwu_explain_tree (fixture->document, figure);
  g_autofree char *whole = plw_explain_text (get_result (fixture), figure, 0);
  g_autofree char *text = plwu_explanation_to_text (explanation, NULL, tree);

  g_assert_cmpstr (tree, ==, whole);
  g_assert_nonnull (strstr (text, whole));
  g_assert_nonnull (strstr (text, "Base case · Today"));
  g_assert_nonnull (strstr (text, "Pots that ran dry"));
  g_assert_null (strstr (text, "Follows from"));
}

static guint
check_names (GtkWidget *widget)
{
  guint n_checked = 0;

  if (gtk_widget_get_focusable (widget) && gtk_widget_get_mapped (widget)
      && (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_BOX (widget)
          || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL)))
    {
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n_checked++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_checked += check_names (child);
  return n_checked;
}

static GtkWidget *
find_row_of (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_of (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->panel));
  guint n_pressed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != keyval
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != GDK_ALT_MASK)
            continue;
          g_assert_cmpint (gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)), ==,
                           GTK_SHORTCUT_SCOPE_GLOBAL);
          n_pressed += gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                     GTK_WIDGET (fixture->panel),
                                                     gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_cmpuint (n_pressed, ==, 1);
}

/* The focus goes along: onto the first part, and back onto the one followed. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  PlwFigure start = figure_of_line (fixture, PLW_FIGURE_SHORTFALL, "parks", 2);
  PlwFigure funded = figure_of_line (fixture, PLW_FIGURE_FUNDED, "parks", 2);
  GtkWidget *row;
  GtkWidget *focus;

  show (fixture, start);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpuint (check_names (fixture->window), >=, 6);
  row = gtk_widget_get_next_sibling (find_row_of (fixture->window));
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate (row));
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), funded));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == find_row_of (fixture->window));

  press (fixture, GDK_KEY_Left);
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), start));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == gtk_widget_get_next_sibling (find_row_of (fixture->window)));
  press (fixture, GDK_KEY_Right);
  g_assert_true (plwu_explanation_is_of (plwu_explain_panel_get_shown (fixture->panel), funded));
}

#define ADD(name, func) g_test_add ("/ui/explain/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("figures", test_figures);
  ADD ("way", test_way);
  ADD ("way-survives-results", test_way_survives_results);
  ADD ("causes", test_causes);
  ADD ("cell", test_cell);
  ADD ("cell-of-broken-plan", test_cell_of_broken_plan);
  ADD ("parent", test_parent);
  ADD ("version", test_version);
  ADD ("same", test_same);
  ADD ("beside", test_beside);
  ADD ("text", test_text);
  ADD ("keyboard", test_keyboard);

  return g_test_run ();
}
