/* test-sheet.c: the sheet in a window: moving, names, editing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sheet-fixture.h"

#include <adwaita.h>

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

/* Moving */

#define WIDGETS_MOST 40

static void
resize_window (SheetFixture *fixture, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  for (int i = 0; i < 50 && gtk_widget_get_width (fixture->window) != width; i++)
    sheet_fixture_settle (fixture);
  sheet_fixture_settle (fixture);
}

/* Cells are drawn; only the cursor and the editor are widgets, whatever the size of the table and window. */
static void
test_few_widgets (SheetFixture *fixture, gconstpointer data)
{
  static const guint sizes[][2] = { { 5000, 13 }, { 2000, 32 }, { 50000, 100 } };

  resize_window (fixture, 1366, 768);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (FakeModel) model = fake_model_new (sizes[i][0], sizes[i][1]);
      guint n;

      plwu_sheet_set_model (fixture->sheet, PLWU_SHEET_MODEL (model));
      sheet_fixture_settle (fixture);
      n = count_widgets (GTK_WIDGET (fixture->sheet));
      g_test_message ("%u rows by %u columns: %u widgets", sizes[i][0], sizes[i][1], n);
      g_assert_cmpuint (n, <=, WIDGETS_MOST);

      sheet_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
      for (int j = 0; j < 5; j++)
        sheet_fixture_press (fixture, GDK_KEY_Page_Up, 0);
      sheet_fixture_press (fixture, GDK_KEY_Home, 0);
      g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture->sheet)), <=, WIDGETS_MOST);
    }
  plwu_sheet_set_model (fixture->sheet, PLWU_SHEET_MODEL (fixture->model));
}

static void
test_arrows (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_press (fixture, GDK_KEY_Down, 0);
  sheet_fixture_press (fixture, GDK_KEY_Right, 0);
  sheet_fixture_assert_cursor (fixture, 1, 3);
  sheet_fixture_press (fixture, GDK_KEY_Left, 0);
  sheet_fixture_press (fixture, GDK_KEY_Up, 0);
  sheet_fixture_press (fixture, GDK_KEY_Up, 0);
  sheet_fixture_assert_cursor (fixture, 0, 2);
  sheet_fixture_press (fixture, GDK_KEY_End, 0);
  sheet_fixture_assert_cursor (fixture, 0, 12);
  sheet_fixture_press (fixture, GDK_KEY_Tab, 0);
  sheet_fixture_assert_cursor (fixture, 1, 0);
  sheet_fixture_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  sheet_fixture_assert_cursor (fixture, 0, 12);
  sheet_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 4999, 12);
  sheet_fixture_press (fixture, GDK_KEY_Down, 0);
  sheet_fixture_assert_cursor (fixture, 5000, 12);
  sheet_fixture_press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 0, 0);
}

static void
test_edges (SheetFixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 10, 2, G_MININT64);
  fake_model_put (fixture->model, 11, 2, G_MININT64);

  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 9, 2);
  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 12, 2);
  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 4999, 2);
  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 5000, 2);
  sheet_fixture_press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 4999, 2);
  sheet_fixture_press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 12, 2);
  sheet_fixture_press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 12, 12);
  sheet_fixture_press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  sheet_fixture_assert_cursor (fixture, 12, 0);
}

static void
test_selection (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  sheet_fixture_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  sheet_fixture_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  sheet_fixture_assert_cursor (fixture, 0, 2);
  sheet_fixture_assert_selection (fixture, 0, 2, 2, 3);
  sheet_fixture_press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  sheet_fixture_assert_selection (fixture, 0, 2, 2, 2);
  g_assert_true (sheet_fixture_press (fixture, GDK_KEY_Escape, 0));
  sheet_fixture_assert_selection (fixture, 0, 2, 1, 1);
  g_assert_false (sheet_fixture_press (fixture, GDK_KEY_Escape, 0));
  sheet_fixture_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  sheet_fixture_assert_selection (fixture, 0, 0, 5000, 13);
}

/* The cell moved to has the focus, is another widget than before, and says in
 * full what it is: what a screen reader needs.
 */
static void
test_focus_names (SheetFixture *fixture, gconstpointer data)
{
  GtkWidget *before = sheet_fixture_get_focus (fixture);

  gtk_test_accessible_assert_property (before, GTK_ACCESSIBLE_PROPERTY_LABEL, "Line 0, 2026/27, 2");
  sheet_fixture_press (fixture, GDK_KEY_Down, 0);
  g_assert_true (sheet_fixture_get_focus (fixture) != before);
  gtk_test_accessible_assert_property (sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 1, 2026/27, 102");
  gtk_test_accessible_assert_role (sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_ROLE_GRID_CELL);

  plwu_sheet_set_cursor (fixture->sheet, 6, 2);
  gtk_test_accessible_assert_property (sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 6, 2026/27, 602, overridden, Base case: 1");

  before = sheet_fixture_get_focus (fixture);
  sheet_fixture_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (sheet_fixture_get_focus (fixture) != before);
  gtk_test_accessible_assert_property (
      sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Line 6, 2026/27, 602, overridden, Base case: 1; selected 2 by 1, to Line 7, 2026/27, 702");
}

static void
test_leave (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_press (fixture, GDK_KEY_F6, 0);
  g_assert_true (sheet_fixture_get_focus (fixture) == fixture->button);
}

static void
test_scrolls_to_cursor (SheetFixture *fixture, gconstpointer data)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->sheet));
  GtkAdjustment *horizontal = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->sheet));

  sheet_fixture_press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (vertical),
      gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical), 1);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (horizontal),
      gtk_adjustment_get_upper (horizontal) - gtk_adjustment_get_page_size (horizontal), 1);
}

static void
test_right_to_left (SheetFixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->sheet), GTK_TEXT_DIR_RTL);
  sheet_fixture_settle (fixture);
  sheet_fixture_press (fixture, GDK_KEY_Left, 0);
  sheet_fixture_assert_cursor (fixture, 0, 3);
  sheet_fixture_press (fixture, GDK_KEY_Right, 0);
  sheet_fixture_press (fixture, GDK_KEY_Right, 0);
  sheet_fixture_assert_cursor (fixture, 0, 1);
}

/* Editing */

static void
test_typing_replaces (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_press (fixture, GDK_KEY_7, 0);
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sheet_fixture_get_editor (fixture))), ==, "7");
  sheet_fixture_type_text (fixture, "1.5k");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);

  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 150000);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  sheet_fixture_assert_cursor (fixture, 1, 2);
  g_assert_true (gtk_widget_is_ancestor (sheet_fixture_get_focus (fixture), GTK_WIDGET (fixture->sheet)));
}

static void
test_edit_keeps_text (SheetFixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 0, 2, 123456);
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sheet_fixture_get_editor (fixture))), ==, "1234.56");
  gtk_test_accessible_assert_role (sheet_fixture_get_editor (fixture), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (sheet_fixture_get_editor (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 0, 2026/27, 1,235");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 0);

  plwu_sheet_set_cursor (fixture->sheet, 0, 2);
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  sheet_fixture_type_text (fixture, "9");
  sheet_fixture_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 123456);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 0);
}

static void
test_invalid_stays_open (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  sheet_fixture_type_text (fixture, "lots");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);

  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  sheet_fixture_assert_cursor (fixture, 0, 2);
  g_assert_true (gtk_widget_has_css_class (sheet_fixture_get_editor (fixture), "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (sheet_fixture_get_editor (fixture)));
  gtk_test_accessible_assert_state (sheet_fixture_get_editor (fixture), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (fixture->message);
  g_assert_false (plwu_sheet_finish_editing (fixture->sheet));

  sheet_fixture_type_text (fixture, "12");
  g_assert_false (gtk_widget_has_css_class (sheet_fixture_get_editor (fixture), "error"));
  g_assert_true (plwu_sheet_finish_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 1200);
}

static void
test_failed_save_stays_open (SheetFixture *fixture, gconstpointer data)
{
  fixture->model->is_broken = TRUE;
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  sheet_fixture_type_text (fixture, "12");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpstr (fixture->message, ==, "The plan could not be saved");
  g_assert_cmpuint (fixture->n_messages, ==, 1);
  sheet_fixture_press (fixture, GDK_KEY_Escape, 0);
}

static void
test_locked (SheetFixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 3, 4);
  sheet_fixture_press (fixture, GDK_KEY_5, 0);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_nonnull (fixture->message);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  sheet_fixture_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  sheet_fixture_assert_cursor (fixture, 4, 4);
}

/* Tab, Tab, Enter begins the next row where the run began. */
static void
test_tab_run (SheetFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      sheet_fixture_press (fixture, GDK_KEY_7, 0);
      sheet_fixture_press (fixture, GDK_KEY_Tab, 0);
    }
  sheet_fixture_assert_cursor (fixture, 0, 4);
  sheet_fixture_press (fixture, GDK_KEY_7, 0);
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  sheet_fixture_assert_cursor (fixture, 1, 2);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 3);
}

static void
test_relative_over_selection (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_select_block (fixture, 1, 2, 2, 2);
  sheet_fixture_press (fixture, GDK_KEY_asterisk, 0);
  sheet_fixture_type_text (fixture, "*3");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (fake_model_get (fixture->model, 1, 2), ==, 30600);
  g_assert_cmpint (fake_model_get (fixture->model, 2, 3), ==, 60900);
  g_assert_cmpint (fake_model_get (fixture->model, 3, 3), ==, 30300);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  g_assert_cmpstr (fixture->message, ==, "4 cells changed");
}

static void
test_total_row_follows (SheetFixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 5000, 2);
  gtk_test_accessible_assert_property (sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total, 2026/27, 1,249,760,000, total");
  plwu_sheet_set_cursor (fixture->sheet, 0, 2);
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  sheet_fixture_type_text (fixture, "3");
  sheet_fixture_press (fixture, GDK_KEY_Return, 0);
  plwu_sheet_set_cursor (fixture->sheet, 5000, 2);
  gtk_test_accessible_assert_property (sheet_fixture_get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total, 2026/27, 1,249,760,001, total");
}

static void
test_reset_keeps_cursor_inside (SheetFixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 4000, 8);
  sheet_fixture_press (fixture, GDK_KEY_F2, 0);
  fixture->model->n_rows = 100;
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (fixture->model));
  sheet_fixture_settle (fixture);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  sheet_fixture_assert_cursor (fixture, 100, 8);
  fixture->model->n_rows = 0;
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (fixture->model));
  sheet_fixture_settle (fixture);
  g_assert_false (plwu_sheet_get_cursor (fixture->sheet, NULL, NULL));
}

static void
test_no_model (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sheet = plwu_sheet_new (NULL);

  plwu_sheet_set_empty_text (PLWU_SHEET (sheet), "Add the first pot");
  gtk_window_set_child (GTK_WINDOW (window), sheet);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (gtk_widget_grab_focus (sheet));
  g_assert_false (plwu_sheet_get_cursor (PLWU_SHEET (sheet), NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  SHEET_FIXTURE_ADD ("few-widgets", test_few_widgets);
  SHEET_FIXTURE_ADD ("arrows", test_arrows);
  SHEET_FIXTURE_ADD ("edges", test_edges);
  SHEET_FIXTURE_ADD ("selection", test_selection);
  SHEET_FIXTURE_ADD ("focus-names", test_focus_names);
  SHEET_FIXTURE_ADD ("leave", test_leave);
  SHEET_FIXTURE_ADD ("scrolls-to-cursor", test_scrolls_to_cursor);
  SHEET_FIXTURE_ADD ("right-to-left", test_right_to_left);
  SHEET_FIXTURE_ADD ("typing-replaces", test_typing_replaces);
  SHEET_FIXTURE_ADD ("edit-keeps-text", test_edit_keeps_text);
  SHEET_FIXTURE_ADD ("invalid-stays-open", test_invalid_stays_open);
  SHEET_FIXTURE_ADD ("failed-save-stays-open", test_failed_save_stays_open);
  SHEET_FIXTURE_ADD ("locked", test_locked);
  SHEET_FIXTURE_ADD ("tab-run", test_tab_run);
  SHEET_FIXTURE_ADD ("relative-over-selection", test_relative_over_selection);
  SHEET_FIXTURE_ADD ("total-row-follows", test_total_row_follows);
  SHEET_FIXTURE_ADD ("reset-keeps-cursor-inside", test_reset_keeps_cursor_inside);
  g_test_add_func ("/ui/sheet/no-model", test_no_model);

  return g_test_run ();
}
