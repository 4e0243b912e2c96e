/* test-sheet-grid.c: a table with its bar: finding, sorting, grouping, and what is told of a selection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages/plwu-grid-view.h"
#include "pages/plwu-grid.h"
#include "test-window-support.h"

#include <adwaita.h>

typedef struct
{
  PlwuDocument *document;
  GtkWidget *window;
  PlwuGrid *grid;
  PlwuTableModel *model;
  PlwuSheet *sheet;
  guint year;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  fixture->window = gtk_window_new ();
  fixture->grid = PLWU_GRID (plwu_grid_new (plwu_table_model_new (fixture->document, PLW_TABLE_POTS)));
  fixture->model = plwu_grid_get_model (fixture->grid);
  fixture->sheet = plwu_grid_get_sheet (fixture->grid);
  fixture->year = find_column (PLWU_SHEET_MODEL (fixture->model), "2027/28");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_object_unref (fixture->document);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_row (Fixture *fixture, const char *code)
{
  size_t plan_row;

  g_assert_true (plwu_grid_get_plan_row (fixture->grid, &plan_row));
  g_assert_cmpstr (
      plw_plan_text (plwu_document_get_plan (fixture->document), PLW_TABLE_POTS, plan_row, PLW_POTS_CODE), ==,
      code);
}

static void
go_to (Fixture *fixture, const char *code, guint column)
{
  plwu_sheet_set_cursor (fixture->sheet, find_model_row (PLWU_SHEET_MODEL (fixture->model), code), column);
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  g_autofree char *told = plwu_grid_view_describe (fixture->model, fixture->sheet);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_find_goes_round (Fixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 0, 0);
  g_assert_true (plwu_grid_view_find (fixture->model, fixture->sheet, "GRANT", 1));
  assert_row (fixture, "road-grant");
  g_assert_true (plwu_grid_view_find (fixture->model, fixture->sheet, "library grant", 1));
  assert_row (fixture, "books");
  g_assert_true (plwu_grid_view_find (fixture->model, fixture->sheet, "70,000", 1));
  assert_row (fixture, "road-grant");
  g_assert_true (plwu_grid_view_find (fixture->model, fixture->sheet, "capital grant", -1));
  assert_row (fixture, "capital-grant");
  g_assert_false (plwu_grid_view_find (fixture->model, fixture->sheet, "nowhere", 1));
  assert_row (fixture, "capital-grant");
}

/* The cursor stays on its row while the rows around it are arranged. */
static void
test_cursor_keeps_its_row (Fixture *fixture, gconstpointer data)
{
  go_to (fixture, "books", fixture->year);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort", "s", "down");
  assert_row (fixture, "books");
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.group", "s", "funder");
  assert_row (fixture, "books");
  g_assert_cmpint (plwu_table_model_get_grouping (fixture->model), ==, PLWU_TABLE_BY_FUNDER);
  plwu_grid_view_search (fixture->model, fixture->sheet, "grant");
  assert_row (fixture, "books");
  plwu_grid_view_search (fixture->model, fixture->sheet, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.group", "s", "none");
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort", "s", "none");
  assert_row (fixture, "books");
  assert_cell (PLWU_SHEET_MODEL (fixture->model), 0, 0, "Council tax");
}

/* A double click on a heading: figures largest first, smallest first, not at all. */
static void
test_heading_sorts (Fixture *fixture, gconstpointer data)
{
  static const PlwuSheetSort figures[] = { PLWU_SHEET_SORT_DOWN, PLWU_SHEET_SORT_UP, PLWU_SHEET_UNSORTED };
  static const PlwuSheetSort texts[] = { PLWU_SHEET_SORT_UP, PLWU_SHEET_SORT_DOWN, PLWU_SHEET_UNSORTED };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_signal_emit_by_name (fixture->sheet, "header-activated", fixture->year);
      g_assert_cmpint (plwu_sheet_model_column_sort (PLWU_SHEET_MODEL (fixture->model), fixture->year), ==,
                       figures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_signal_emit_by_name (fixture->sheet, "header-activated", 0);
      g_assert_cmpint (plwu_sheet_model_column_sort (PLWU_SHEET_MODEL (fixture->model), 0), ==, texts[i]);
    }
}

static void
test_tells_sum (Fixture *fixture, gconstpointer data)
{
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ 1, fixture->year, 2, 1 });
  assert_told (fixture, "Sum £100,000, mean £50,000 of 2 figures");

  /* Totals do not count twice, empty cells not at all. */
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ 0, fixture->year, 7, 1 });
  assert_told (fixture, "Sum £120,000, mean £30,000 of 4 figures");
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ 1, 0, 2, 1 });
  assert_told (fixture, NULL);
}

/* With the cursor on a figure of the scenario, the parent's is beside it. */
static void
test_tells_parents_figure (Fixture *fixture, gconstpointer data)
{
  plwu_document_set_scenario (fixture->document, "no-road-grant");
  go_to (fixture, "care-match", fixture->year);
  assert_told (fixture, "As in Base case");
  type_cell (PLWU_SHEET_MODEL (fixture->model),
             find_model_row (PLWU_SHEET_MODEL (fixture->model), "care-match"), fixture->year, "0");
  assert_told (fixture, "Base case: £30,000");

  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.use-parent", NULL);
  assert_told (fixture, "As in Base case");
}

/* What was not understood is shown in full and stays until it is closed or another message comes. */
static void
test_reports_what_was_not_understood (Fixture *fixture, gconstpointer data)
{
  GtkRevealer *report = GTK_REVEALER (find_child (GTK_WIDGET (fixture->grid), GTK_TYPE_REVEALER));
  GtkLabel *label = GTK_LABEL (find_child (GTK_WIDGET (report), GTK_TYPE_LABEL));

  go_to (fixture, "road-grant", fixture->year);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet)),
                          "1\tfirst\n2\tsecond\n3\tthird\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.paste", NULL);
  for (int i = 0; i < 400 && !gtk_revealer_get_reveal_child (report); i++)
    {
      g_usleep (5000);
      settle ();
    }
  g_assert_true (gtk_revealer_get_reveal_child (report));

  g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (label), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "3 cells changed, 3 not understood:");
  g_assert_true (g_str_has_prefix (lines[1], "Road grant, 2028/29: “first”"));
  g_assert_true (g_str_has_prefix (lines[2], "Care match funding, 2028/29: “second”"));
  g_assert_true (g_str_has_prefix (lines[3], "Library grant, 2028/29: “third”"));
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==, "Paste of 3 cells in Pots");

  g_signal_emit_by_name (fixture->sheet, "message", "2 cells copied");
  g_assert_false (gtk_revealer_get_reveal_child (report));
}

static void
type_over (Fixture *fixture, const char *text)
{
  GtkWidget *editor;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "sheet.edit", NULL);
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  editor = gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  gtk_editable_set_text (GTK_EDITABLE (editor), text);
  g_assert_true (plwu_sheet_finish_editing (fixture->sheet));
}

/* All that is selected, as one step; a plain figure only goes into its cell. */
static void
test_relative_over_selection (Fixture *fixture, gconstpointer data)
{
  PlwuSheetModel *model = PLWU_SHEET_MODEL (fixture->model);

  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ 1, fixture->year, 2, 1 });
  type_over (fixture, "-10%");
  assert_cell (model, 1, fixture->year, "63,000");
  assert_cell (model, 2, fixture->year, "27,000");
  type_over (fixture, "+10%");
  assert_cell (model, 2, fixture->year, "29,700");
  type_over (fixture, "*2");
  assert_cell (model, 1, fixture->year, "138,600");
  assert_cell (model, 2, fixture->year, "59,400");
  type_over (fixture, "5");
  assert_cell (model, 1, fixture->year, "5");
  assert_cell (model, 2, fixture->year, "59,400");
  for (int i = 0; i < 4; i++)
    g_assert_true (plwu_document_undo (fixture->document, NULL));
  g_assert_null (plwu_document_get_undo_name (fixture->document));
  assert_cell (model, 2, fixture->year, "30,000");
}

/* Among rates `-3%` is a rate, for one cell. */
static void
test_rates_are_not_relative (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwuSheetModel) drivers = plwu_table_model_new (fixture->document, PLW_TABLE_DRIVERS);
  guint year = find_column (drivers, "2027/28");

  plwu_sheet_set_model (fixture->sheet, drivers);
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ 0, year, 1, 2 });
  type_cell (drivers, 0, year, "2%");
  type_cell (drivers, 0, year + 1, "2.5%");
  type_over (fixture, "-3%");
  assert_cell (drivers, 0, year, "-3%");
  assert_cell (drivers, 0, year + 1, "2.5%");
  plwu_sheet_set_model (fixture->sheet, PLWU_SHEET_MODEL (fixture->model));
}

#define ADD(name, function) g_test_add ("/ui/sheet/grid/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("find", test_find_goes_round);
  ADD ("cursor-keeps-its-row", test_cursor_keeps_its_row);
  ADD ("heading-sorts", test_heading_sorts);
  ADD ("sum", test_tells_sum);
  ADD ("parents-figure", test_tells_parents_figure);
  ADD ("relative", test_relative_over_selection);
  ADD ("rates", test_rates_are_not_relative);
  ADD ("report", test_reports_what_was_not_understood);

  return g_test_run ();
}
