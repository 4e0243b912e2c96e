/* test-pot-charts.c: pictures of pots and rules: sums, marks, tables, files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "findings/plwu-pot-cliffs.h"
#include "findings/plwu-pot-flows.h"
#include "pictures/plwu-cliffs.h"
#include "pictures/plwu-flows.h"
#include "pictures/plwu-fragmentation.h"
#include "pictures/plwu-rule-costs.h"
#include "test-window-support.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <placewright/exchange.h>
#include <string.h>

#define MILLION G_GINT64_CONSTANT (100000000)

typedef struct
{
  GtkWidget *window;
  PlwuChart *chart;
  PlwuDrawing *drawing;
  guint row;
} Fixture;

static void
settle (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (int i = 0; i < 2; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
show_chart (Fixture *fixture, PlwuDrawing *drawing)
{
  GtkWidget *chart = plwu_chart_new (drawing);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->chart = PLWU_CHART (chart);
  fixture->drawing = drawing;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), chart);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (chart);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  PlwuChart *chart = g_object_ref (fixture->chart);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (chart);
}

static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->chart));
  gboolean is_handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  settle (fixture);
}

static void
assert_focus_name (Fixture *fixture, const char *name)
{
  gtk_test_accessible_assert_property (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_table (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) table = plwu_drawing_get_table (fixture->drawing);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (table, i));

      g_string_append_printf (text, "%s\n", line);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The picture is drawn into a file too, and then still right on the screen. */
static void
assert_saves (Fixture *fixture)
{
  g_autofree char *folder = g_dir_make_tmp ("placewright-pots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.svg", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (plwu_drawing_save (fixture->drawing, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 3000);
  g_assert_nonnull (strstr (contents, "<svg"));
  settle (fixture);
  g_unlink (path);
  g_rmdir (folder);
}

/* Cost of fragmentation by year */

static void
set_up_years (Fixture *fixture, gconstpointer data)
{
  static const PlwuFragmentationYear years[] = {
    { 2026, 10 * MILLION, 4 * MILLION, 7 * MILLION },
    { 2027, 12 * MILLION, 13 * MILLION, 5 * MILLION },
  };
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_fragmentation_new ());

  plwu_fragmentation_set_data (PLWU_FRAGMENTATION (drawing), G_N_ELEMENTS (years), years,
                               "Fragmentation costs £5.0m over 2 years");
  show_chart (fixture, drawing);
}

static void
test_years (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Over all years £22.0m goes unmet under today's rules and £17.0m as "
                                       "one pot, which is not lawful today: "
                                       "fragmentation costs £5.0m.");
  press (fixture, GDK_KEY_Right);
  assert_focus_name (fixture, "2026/27: short by £10.0m today, by £4.0m as one pot; fragmentation costs "
                              "£6.0m; £7.0m stranded today");
  press (fixture, GDK_KEY_Right);
  assert_focus_name (fixture, "2027/28: short by £12.0m today, by £13.0m as one pot; fragmentation costs "
                              "-£1.0m; £5.0m stranded today");
  assert_table (fixture, "Year|Shortfall today|As one pot (not lawful today)|Cost of fragmentation|Stranded "
                         "today\n"
                         "2026/27|10,000,000|4,000,000|6,000,000|7,000,000\n"
                         "2027/28|12,000,000|13,000,000|-1,000,000|5,000,000\n"
                         "All years|22,000,000|17,000,000|5,000,000|\n");
  assert_saves (fixture);
}

/* What each rule costs */

static void
set_up_rules (Fixture *fixture, gconstpointer data)
{
  static const PlwuRuleCost costs[] = {
    { "Kinds", TRUE, 1 * MILLION },    { "Fences", TRUE, 6 * MILLION }, { "Caps", FALSE, 0 },
    { "Limits", FALSE, -2 * MILLION }, { "Year end", FALSE, 1 },
  };
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_rule_costs_new ());

  plwu_rule_costs_set_data (PLWU_RULE_COSTS (drawing), G_N_ELEMENTS (costs), costs, NULL,
                            "Costliest rule: Fences, £6.0m");
  show_chart (fixture, drawing);
}

/* Zero rows have no bar and no mark, but are named. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Fences £6.0m, Kinds £1.0m, Limits -£2.0m. Cost nothing: Caps, Year "
                                       "end.");
  press (fixture, GDK_KEY_Down);
  assert_focus_name (fixture, "Fences: £6.0m, 120% of the £5.0m that all rules cost; lifted by one pot");
  press (fixture, GDK_KEY_End);
  assert_focus_name (fixture, "Limits: -£2.0m, -40% of the £5.0m that all rules cost; stays with one pot");
  g_assert_cmpuint (plwu_chart_get_focus (fixture->chart), ==, 2);
  assert_table (fixture, "Rule|Cost over all years|One pot\n"
                         "Fences|6,000,000|lifted by one pot\n"
                         "Kinds|1,000,000|lifted by one pot\n"
                         "Limits|-2,000,000|stays with one pot\n"
                         "All rules|5,000,000|\n");
  assert_saves (fixture);
}

/* Cliff edges */

static void
row_activated_cb (Fixture *fixture, guint row)
{
  fixture->row = row;
}

static void
set_up_cliffs (Fixture *fixture, gconstpointer data)
{
  static const PlwuCliffRow rows[] = {
    { "Late", "Parks £2.0m", FALSE, FALSE, 0, 3, 2 * MILLION },
    { "Small", "Care £1.0m", TRUE, FALSE, 0, 1, MILLION },
    { "Large", "Roads £4.0m", TRUE, FALSE, 1, 1, 4 * MILLION },
    { "Spent", "", FALSE, TRUE, 0, 2, 0 },
  };
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_cliffs_new ());

  plwu_cliffs_set_data (PLWU_CLIFFS (drawing), G_N_ELEMENTS (rows), rows, 5, 2026, "4 pots end");
  g_signal_connect_swapped (drawing, "row-activated", G_CALLBACK (row_activated_cb), fixture);
  show_chart (fixture, drawing);
}

static void
test_cliffs (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down);
  assert_focus_name (fixture, "Large ends with 2027/28, ring-fenced; it then pays £4.0m: Roads £4.0m");
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->row, ==, 2);
  press (fixture, GDK_KEY_End);
  assert_focus_name (fixture, "Late ends with 2029/30, not ring-fenced; it then pays £2.0m: Parks £2.0m");
  press (fixture, GDK_KEY_Up);
  assert_focus_name (fixture, "Spent ends with 2028/29, not ring-fenced; it pays for nothing in that year");
  assert_table (fixture, "Pot|Last year|Pays in its last year|Ring-fenced|Ends|Holds up\n"
                         "Large|2027/28|4,000,000|yes|money stops|Roads £4.0m\n"
                         "Small|2027/28|1,000,000|yes|money stops|Care £1.0m\n"
                         "Spent|2028/29|0|no|balance spent|\n"
                         "Late|2029/30|2,000,000|no|money stops|Parks £2.0m\n");
  assert_saves (fixture);
}

/* Flows */

static void
set_up_flow (Fixture *fixture, gconstpointer data)
{
  static const PlwuFlowNode left[] = {
    { "Tax", "not ring-fenced", PLWU_FLOW_REVENUE },
    { "Empty", NULL, PLWU_FLOW_REVENUE },
    { "Grant", NULL, PLWU_FLOW_CAPITAL },
    { "Unallocated need", NULL, PLWU_FLOW_UNALLOCATED },
  };
  static const PlwuFlowNode right[] = {
    { "Care", NULL, PLWU_FLOW_USE },
    { "Roads", NULL, PLWU_FLOW_USE },
    { "Stranded", NULL, PLWU_FLOW_UNSPENT },
  };
  static const PlwuFlowLink links[] = {
    { 0, 0, 6 * MILLION, "not ring-fenced" },
    { 2, 1, 1 * MILLION, "by ring-fence row 2 (Roads)" },
    { 2, 2, 1 * MILLION, NULL },
    { 3, 0, 2 * MILLION, NULL },
  };
  PlwuDrawing *drawing = PLWU_DRAWING (plwu_flows_new ());

  plwu_flows_set_data (PLWU_FLOWS (drawing), G_N_ELEMENTS (left), left, G_N_ELEMENTS (right), right,
                       G_N_ELEMENTS (links), links, "Care is short");
  show_chart (fixture, drawing);
}

/* Amount, share and the rule that allows it, from pot to use. */
static void
test_flow (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Tax: £6.0m, 60% of the whole; not ring-fenced",
    "Tax to Care: £6.0m, 100% of the pot, 75% of the need; not ring-fenced",
    "Grant: £2.0m, 20% of the whole",
    "Grant to Roads: £1.0m, 50% of the pot, 100% of the need; by ring-fence row 2 (Roads)",
    "Grant: £1.0m not spent, 50% of its money (Stranded)",
    "Unallocated need: £2.0m, 20% of the whole",
    "Care: £2.0m short, 25% of its need",
    "Care: £8.0m, 80% of the whole",
    "Roads: £1.0m, 10% of the whole",
    "Stranded: £1.0m, 10% of the whole",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      press (fixture, GDK_KEY_Right);
      assert_focus_name (fixture, expected[i]);
    }
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Page_Down);
  assert_focus_name (fixture, expected[2]);
  assert_table (fixture, "From|To|Amount|Allowed\n"
                         "Tax|Care|6,000,000|not ring-fenced\n"
                         "Grant|Roads|1,000,000|by ring-fence row 2 (Roads)\n"
                         "Grant|Stranded|1,000,000|\n"
                         "Unallocated need|Care|2,000,000|\n"
                         "All||10,000,000|\n");
  assert_saves (fixture);
}

/* What the pictures of a plan show */

static PlwResult *
evaluate (const char *example, const char *policy)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_EXAMPLES"), example, NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);

  g_assert_no_error (error);

  PlwResult *result = plw_evaluate (plan, NULL, policy, problems, &error);

  g_assert_no_error (error);
  return result;
}

static const PlwuFlowNode *
get_node (const GArray *nodes, guint i)
{
  return &g_array_index (nodes, PlwuFlowNode, i);
}

static const PlwuFlowLink *
get_link (const PlwuPotFlows *flows, guint i)
{
  return &g_array_index (flows->links, PlwuFlowLink, i);
}

/* Of all payments of one kind of node. */
static gint64
sum_links (const PlwuPotFlows *flows, PlwuFlowKind kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < flows->links->len; i++)
    {
      PlwuFlowKind left = get_node (flows->left, get_link (flows, i)->left)->kind;
      PlwuFlowKind right = get_node (flows->right, get_link (flows, i)->right)->kind;

      if (left == kind || right == kind)
        sum += get_link (flows, i)->pence;
    }
  return sum;
}

static void
check_flows (const PlwResult *result, size_t year, PlwuUsesBy by)
{
  g_autoptr (PlwuPotFlows) flows = plwu_pot_flows_new (result, year, by);
  gint64 spent = 0;

  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    if (plw_result_flow (result, i)->year == year)
      spent += plw_result_flow (result, i)->pence;

  g_assert_cmpint (flows->money + flows->borrowed + flows->unmet, ==, flows->need + flows->unspent);
  g_assert_cmpint (flows->need, ==, plw_result_sum (result, PLW_SUM_NEED, year));
  g_assert_cmpint (flows->unmet, ==, plw_result_sum (result, PLW_SUM_SHORTFALL, year));
  g_assert_cmpint (flows->borrowed, ==, plw_result_sum (result, PLW_SUM_BORROWED, year));
  if (flows->unmet > 0)
    g_assert_cmpint (flows->unspent, ==, plw_result_sum (result, PLW_SUM_STRANDED, year));
  g_assert_cmpint (sum_links (flows, PLWU_FLOW_USE), ==, flows->need);
  g_assert_cmpint (sum_links (flows, PLWU_FLOW_UNSPENT), ==, flows->unspent);
  g_assert_cmpint (sum_links (flows, PLWU_FLOW_UNALLOCATED), ==, flows->unmet);
  g_assert_cmpint (sum_links (flows, PLWU_FLOW_REVENUE) + sum_links (flows, PLWU_FLOW_CAPITAL), ==,
                   flows->money);
  g_assert_cmpint (flows->money - flows->unspent, ==, spent);
  g_assert_cmpuint (flows->left->len, <=, PLWU_POT_FLOWS_MOST + 5);
  g_assert_cmpuint (flows->right->len, <=, PLWU_POT_FLOWS_MOST + 2);
}

static void
test_flows_add_up (void)
{
  static const char *const examples[] = { "small", "lancashire" };
  static const char *const policies[] = { "today", "placemaking" };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PlwResult) result = evaluate (examples[i / 2], policies[i % 2]);

      for (size_t year = 0; year < plw_result_n_years (result); year++)
        {
          check_flows (result, year, PLWU_USES_BY_GROUP);
          check_flows (result, year, PLWU_USES_BY_PARTNER);
        }
    }
}

/* Order and names do not depend on the year. */
static void
test_flows_keep_their_order (void)
{
  g_autoptr (PlwResult) result = evaluate ("lancashire", "today");
  g_autoptr (PlwuPotFlows) first = plwu_pot_flows_new (result, 0, PLWU_USES_BY_GROUP);
  guint n_merged = 0;

  for (size_t year = 1; year < plw_result_n_years (result); year++)
    {
      g_autoptr (PlwuPotFlows) flows = plwu_pot_flows_new (result, year, PLWU_USES_BY_GROUP);

      g_assert_cmpuint (flows->left->len, ==, first->left->len);
      g_assert_cmpuint (flows->right->len, ==, first->right->len);
      for (guint i = 0; i < flows->left->len; i++)
        g_assert_cmpstr (get_node (flows->left, i)->name, ==, get_node (first->left, i)->name);
      for (guint i = 0; i < flows->right->len; i++)
        g_assert_cmpstr (get_node (flows->right, i)->name, ==, get_node (first->right, i)->name);
    }
  for (guint i = 0; i < first->left->len; i++)
    if (strstr (get_node (first->left, i)->name, " others, ") != NULL)
      n_merged += (guint) g_ascii_strtoull (get_node (first->left, i)->name, NULL, 10);
  g_assert_cmpuint (n_merged + PLWU_POT_FLOWS_MOST, ==, plw_result_n_pots (result));
}

static const char *
find_rule (const PlwuPotFlows *flows, const char *left, const char *right)
{
  for (guint i = 0; i < flows->links->len; i++)
    if (strcmp (get_node (flows->left, get_link (flows, i)->left)->name, left) == 0
        && strcmp (get_node (flows->right, get_link (flows, i)->right)->name, right) == 0)
      return get_link (flows, i)->rule;
  return NULL;
}

/* Every payment names what allows it; nothing else does. */
static void
test_flows_name_their_rule (void)
{
  static const char *const policies[] = { "today", "placemaking" };

  for (guint p = 0; p < G_N_ELEMENTS (policies); p++)
    {
      g_autoptr (PlwResult) result = evaluate ("lancashire", policies[p]);
      g_autoptr (PlwuPotFlows) flows = plwu_pot_flows_new (result, 0, PLWU_USES_BY_PARTNER);

      for (guint i = 0; i < flows->links->len; i++)
        {
          PlwuFlowKind left = get_node (flows->left, get_link (flows, i)->left)->kind;
          PlwuFlowKind right = get_node (flows->right, get_link (flows, i)->right)->kind;
          gboolean is_payment =
              right == PLWU_FLOW_USE && (left == PLWU_FLOW_REVENUE || left == PLWU_FLOW_CAPITAL);

          g_assert_cmpint (is_payment, ==, get_link (flows, i)->rule != NULL);
        }
    }

  g_autoptr (PlwResult) today = evaluate ("small", "today");
  g_autoptr (PlwResult) pooled = evaluate ("small", "placemaking");
  g_autoptr (PlwuPotFlows) fenced = plwu_pot_flows_new (today, 0, PLWU_USES_BY_GROUP);
  g_autoptr (PlwuPotFlows) free = plwu_pot_flows_new (pooled, 0, PLWU_USES_BY_GROUP);

  g_assert_cmpstr (find_rule (fenced, "Road grant", "Place"), ==, "by ring-fence row 2 (Roads)");
  g_assert_cmpstr (find_rule (fenced, "Council tax", "People"), ==, "not ring-fenced");
  g_assert_cmpstr (find_rule (free, "Road grant", "Place"), ==, "pooled as one pot");
}

static void
test_cliffs_of_a_plan (void)
{
  g_autoptr (PlwResult) result = evaluate ("small", "today");
  g_autoptr (PlwuPotCliffs) cliffs = plwu_pot_cliffs_new (result);
  guint n_found = 0;

  for (guint i = 0; i < cliffs->rows->len; i++)
    {
      const PlwuCliffRow *row = &g_array_index (cliffs->rows, PlwuCliffRow, i);
      const PlwPotYears *pot = plw_result_pot (result, g_array_index (cliffs->pots, size_t, i));

      g_assert_cmpstr (row->name, ==, pot->name);
      g_assert_cmpint (row->pence, ==, pot->spent[row->last]);
      if (!row->is_run_down)
        g_assert_cmpint (pot->received[row->last], >, 0);
      for (size_t year = row->last + 1; year < plw_result_n_years (result); year++)
        g_assert_cmpint (pot->received[year], ==, 0);
      if (strcmp (row->name, "Road grant") != 0)
        continue;
      g_assert_true (row->is_fenced);
      g_assert_cmpuint (row->last, ==, 3);
      g_assert_cmpstr (row->holds_up, ==, "Roads £60k");
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/chart/fragmentation", Fixture, NULL, set_up_years, test_years, tear_down);
  g_test_add ("/ui/chart/rule-costs", Fixture, NULL, set_up_rules, test_rules, tear_down);
  g_test_add ("/ui/chart/cliffs", Fixture, NULL, set_up_cliffs, test_cliffs, tear_down);
  g_test_add ("/ui/chart/flow", Fixture, NULL, set_up_flow, test_flow, tear_down);
  g_test_add_func ("/ui/pot-flows/add-up", test_flows_add_up);
  g_test_add_func ("/ui/pot-flows/keep-their-order", test_flows_keep_their_order);
  g_test_add_func ("/ui/pot-flows/name-their-rule", test_flows_name_their_rule);
  g_test_add_func ("/ui/pot-cliffs/of-a-plan", test_cliffs_of_a_plan);

  return g_test_run ();
}
