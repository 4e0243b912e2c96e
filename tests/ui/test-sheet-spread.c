/* test-sheet-spread.c: a total that is typed goes to the figures it adds up, to the penny.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-pots-model.h"
#include "sheet/plwu-sheet.h"
#include "test-window-support.h"

#include <adwaita.h>

typedef struct
{
  PlwuDocument *document;
  PlwuSheetModel *model;
  guint total; /* its row */
  guint year;  /* the second */
} Fixture;

/* 2027/28: council tax and the reserve are worked out or empty; 70,000, 30,000, 0, 20,000 typed. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  fixture->model = plwu_table_model_new (fixture->document, PLW_TABLE_POTS);
  fixture->total = plwu_sheet_model_n_rows (fixture->model);
  fixture->year = find_column (fixture->model, "2027/28");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->model);
  g_object_unref (fixture->document);
}

static gint64
add_up (Fixture *fixture, guint column)
{
  const PlwPlan *plan = plwu_document_get_shown (fixture->document);
  size_t plan_column;
  gint64 sum = 0;

  g_assert_true (plwu_table_model_get_plan_column (PLWU_TABLE_MODEL (fixture->model), column, &plan_column));
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_POTS); i++)
    sum += plw_plan_number (plan, PLW_TABLE_POTS, i, plan_column);
  return sum;
}

static void
spread (Fixture *fixture, PlwuSheetSpread way, const char *text, guint n_changed)
{
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plwu_sheet_model_spread (fixture->model, fixture->total, fixture->year, way, text, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_changed, ==, n_changed);
}

static void
assert_pots (Fixture *fixture, const char *const *expected)
{
  static const char *const names[] = { "Road grant", "Care match funding", "Library grant", "Capital grant" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint row = 0; row < fixture->total; row++)
      {
        g_autofree char *name = read_cell (fixture->model, row, 0);
        g_autofree char *text = plwu_sheet_model_edit_text (fixture->model, row, fixture->year);

        if (g_str_equal (name, names[i]))
          g_assert_cmpstr (text, ==, expected[i]);
      }
}

static void
assert_refused (Fixture *fixture,
                guint row,
                guint column,
                PlwuSheetSpread way,
                const char *text,
                const char *like)
{
  g_autofree char *why = NULL;

  g_assert_false (plwu_sheet_model_can_spread (fixture->model, row, column, way, text, &why));
  if (!g_pattern_match_simple (like, why))
    g_test_fail_printf ("“%s” is not like “%s”", why, like);
}

static void
test_in_proportion (Fixture *fixture, gconstpointer data)
{
  const char *const expected[] = { "140000", "60000", "0", "40000" };

  spread (fixture, PLWU_SHEET_SPREAD_IN_PROPORTION, "240k", 3);
  assert_pots (fixture, expected);
  assert_cell (fixture->model, fixture->total, fixture->year, "240,000");

  /* One step, named. */
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==,
                   "Spread of a total over 3 cells in Pots");
  g_assert_true (plwu_document_undo (fixture->document, NULL));
  g_assert_cmpint (add_up (fixture, fixture->year), ==, 12000000);
  g_assert_null (plwu_document_get_undo_name (fixture->document));
}

static void
test_relative_total (Fixture *fixture, gconstpointer data)
{
  const char *const expected[] = { "72100", "30900", "0", "20600" };

  spread (fixture, PLWU_SHEET_SPREAD_IN_PROPORTION, "+3%", 3);
  assert_pots (fixture, expected);
}

static void
test_equally (Fixture *fixture, gconstpointer data)
{
  /* Council tax is worked out; of what was typed in, six hundred in six parts less one. */
  guint row = find_model_row (fixture->model, "council-tax");

  type_cell (fixture->model, row, find_column (fixture->model, "Basis"), "profile");
  spread (fixture, PLWU_SHEET_SPREAD_EQUALLY, "600.05", 6);
  g_assert_cmpint (add_up (fixture, fixture->year), ==, 60005);
  for (guint i = 0; i < fixture->total; i++)
    {
      g_autofree char *text = plwu_sheet_model_edit_text (fixture->model, i, fixture->year);

      g_assert_true (g_str_equal (text, "100") || g_str_equal (text, "100.01"));
    }
}

static void
test_as_last_year (Fixture *fixture, gconstpointer data)
{
  /* 2026/27: 70,000, 30,000, 30,000, 20,000 */
  const char *const expected[] = { "700.01", "300", "300", "200" };

  spread (fixture, PLWU_SHEET_SPREAD_AS_LAST_YEAR, "1500.01", 4);
  assert_pots (fixture, expected);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  guint first_year = find_column (fixture->model, "2026/27");

  assert_refused (fixture, fixture->total, first_year, PLWU_SHEET_SPREAD_AS_LAST_YEAR, NULL,
                  "There is no year before*");
  assert_refused (fixture, fixture->total, fixture->year, PLWU_SHEET_SPREAD_EQUALLY, "12,x",
                  "*not an amount*");
  assert_refused (fixture, fixture->total, fixture->year, PLWU_SHEET_SPREAD_IN_PROPORTION, "-5",
                  "That would turn*");
  assert_refused (fixture, fixture->total, 0, PLWU_SHEET_SPREAD_EQUALLY, NULL, "*cannot be changed*");
  assert_refused (fixture, 0, fixture->year, PLWU_SHEET_SPREAD_EQUALLY, NULL, "*cannot be changed*");
}

/* A row that does not take its share leaves all of them as they were. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (plwu_sheet_model_spread (fixture->model, fixture->total, fixture->year,
                                           PLWU_SHEET_SPREAD_IN_PROPORTION, "£300000m", &outcome, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (add_up (fixture, fixture->year), ==, 12000000);
  g_assert_null (plwu_document_get_undo_name (fixture->document));
}

/* Whatever is asked for: the rows add up to it, to the penny. */
static void
test_random_totals (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      gint64 pence = (gint64) g_test_rand_int_range (1, G_MAXINT) * g_test_rand_int_range (1, 500);
      g_autofree char *text = plw_pence_to_plain_text (pence);
      PlwuSheetSpread way = (PlwuSheetSpread) g_test_rand_int_range (0, PLWU_SHEET_N_SPREADS);
      g_auto (PlwuSheetOutcome) outcome = { 0 };
      g_autoptr (GError) error = NULL;

      plwu_sheet_model_spread (fixture->model, fixture->total, fixture->year, way, text, &outcome, &error);
      g_assert_no_error (error);
      g_assert_cmpint (add_up (fixture, fixture->year), ==, pence);
    }
}

/* A subtotal goes to the rows of its group alone; fees count against it. */
static void
test_subtotal (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) model = plwu_table_model_new (document, PLW_TABLE_COSTS);
  guint base = find_column (model, "Base, £ a year");
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_auto (PlwuSheetOutcome) second = { 0 };
  g_autoptr (GError) error = NULL;

  plwu_table_model_set_grouping (PLWU_TABLE_MODEL (model), PLWU_TABLE_BY_LINE);
  assert_cell (model, 6, 0, "Libraries (2)");
  g_assert_true (
      plwu_sheet_model_spread (model, 6, base, PLWU_SHEET_SPREAD_IN_PROPORTION, "30000", &outcome, &error));
  assert_cell (model, 7, base, "36,000");
  assert_cell (model, 8, base, "6,000");
  assert_cell (model, 6, base, "30,000");
  assert_cell (model, 5, base, "40,000");

  g_assert_true (
      plwu_sheet_model_spread (model, 6, base, PLWU_SHEET_SPREAD_EQUALLY, "10000", &second, &error));
  assert_cell (model, 7, base, "16,000");
  assert_cell (model, 8, base, "6,000");
}

/* In a scenario the shares are overrides, and no others. */
static void
test_in_scenario (Fixture *fixture, gconstpointer data)
{
  size_t n = plw_plan_n_rows (plwu_document_get_plan (fixture->document), PLW_TABLE_OVERRIDES);
  guint row = find_model_row (fixture->model, "care-match");

  plwu_document_set_scenario (fixture->document, "no-road-grant");
  spread (fixture, PLWU_SHEET_SPREAD_IN_PROPORTION, "60000", 3);
  g_assert_cmpuint (plw_plan_n_rows (plwu_document_get_plan (fixture->document), PLW_TABLE_OVERRIDES), ==,
                    n + 3);
  g_assert_cmpint (read_kind (fixture->model, row, fixture->year), ==, PLWU_SHEET_OVERRIDDEN);
  assert_cell (fixture->model, row, fixture->year, "15,000");
  plwu_document_set_scenario (fixture->document, "base");
  assert_cell (fixture->model, row, fixture->year, "30,000");
}

/* The window's side: what is typed is not taken before a way is chosen. */

static gboolean
press (GtkWidget *sheet, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (sheet);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  return is_handled;
}

static GtkWidget *
find_labelled_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_asks_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *sheet = plwu_sheet_new (fixture->model);
  GtkWidget *button;
  guint row;
  guint column;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), sheet);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_grab_focus (sheet);
  plwu_sheet_set_cursor (PLWU_SHEET (sheet), fixture->total, fixture->year);

  press (sheet, GDK_KEY_2);
  g_assert_true (plwu_sheet_is_editing (PLWU_SHEET (sheet)));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (window)))),
                         "240000");
  press (sheet, GDK_KEY_Return);
  g_assert_true (plwu_sheet_is_editing (PLWU_SHEET (sheet)));
  g_assert_cmpint (add_up (fixture, fixture->year), ==, 12000000);
  g_assert_false (plwu_sheet_finish_editing (PLWU_SHEET (sheet)));

  button = find_labelled_button (sheet, "In _proportion to the figures");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_widget_activate (button);
  for (int i = 0; i < 200 && plwu_sheet_is_editing (PLWU_SHEET (sheet)); i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_false (plwu_sheet_is_editing (PLWU_SHEET (sheet)));
  g_assert_cmpint (add_up (fixture, fixture->year), ==, 24000000);
  g_assert_true (plwu_sheet_get_cursor (PLWU_SHEET (sheet), &row, &column));
  g_assert_cmpuint (row, ==, fixture->total);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Totals of what is worked out are not asked about. */
static void
test_computed_total_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwuSheetModel) pots = plwu_pots_model_new (fixture->document);
  g_autofree char *why = NULL;

  for (guint i = 0; i < fixture->total; i++)
    type_cell (pots, i, find_column (pots, "Basis"), "indexed");
  g_assert_false (plwu_sheet_model_can_spread (pots, fixture->total, find_column (pots, "2027/28"),
                                               PLWU_SHEET_SPREAD_EQUALLY, NULL, &why));
  g_assert_true (g_pattern_match_simple ("*computed*", why));
}

#define ADD(name, function) g_test_add ("/ui/sheet/spread/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("in-proportion", test_in_proportion);
  ADD ("relative", test_relative_total);
  ADD ("equally", test_equally);
  ADD ("as-last-year", test_as_last_year);
  ADD ("refusals", test_refusals);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("random-totals", test_random_totals);
  ADD ("in-scenario", test_in_scenario);
  ADD ("asks-first", test_asks_first);
  ADD ("computed", test_computed_total_refuses);
  g_test_add_func ("/ui/sheet/spread/subtotal", test_subtotal);

  return g_test_run ();
}
