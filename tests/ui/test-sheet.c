/* test-sheet.c: the sheet in a window: moving, editing, blocks, names.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sheet-fake.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *button; /* behind the sheet in the focus chain */
  PlwuSheet *sheet;
  FakeModel *model;
  char *message;
  guint n_messages;
  guint n_activated;
} Fixture;

/* Two frames: what the first one begins, layout and drawing, is done at the second. */
static void
settle (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (int i = 0; i < 2; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
message_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->message);
  fixture->message = g_strdup (text);
  fixture->n_messages++;
}

static void
activated_cb (Fixture *fixture, guint row, guint column)
{
  fixture->n_activated++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->model = fake_model_new (5000, 13);
  fixture->sheet = PLWU_SHEET (plwu_sheet_new (PLWU_SHEET_MODEL (fixture->model)));
  g_signal_connect_swapped (fixture->sheet, "message", G_CALLBACK (message_cb), fixture);
  g_signal_connect_swapped (fixture->sheet, "cell-activated", G_CALLBACK (activated_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->sheet));
  gtk_widget_set_vexpand (scrolled, TRUE);
  fixture->button = gtk_button_new_with_label ("Next");
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->button);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  plwu_sheet_set_cursor (fixture->sheet, 0, 2);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  PlwuSheet *sheet = g_object_ref (fixture->sheet);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (sheet);
  g_assert_finalize_object (fixture->model);
  g_free (fixture->message);
}

static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->sheet));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
    }
  settle (fixture);

  return is_handled;
}

static void
assert_cursor (Fixture *fixture, guint row, guint column)
{
  guint at_row = G_MAXUINT;
  guint at_column = G_MAXUINT;

  g_assert_true (plwu_sheet_get_cursor (fixture->sheet, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

static void
assert_selection (Fixture *fixture, guint row, guint column, guint n_rows, guint n_columns)
{
  PlwuSheetBlock block;

  g_assert_true (plwu_sheet_get_selection (fixture->sheet, &block));
  g_assert_cmpuint (block.first_row, ==, row);
  g_assert_cmpuint (block.first_column, ==, column);
  g_assert_cmpuint (block.n_rows, ==, n_rows);
  g_assert_cmpuint (block.n_columns, ==, n_columns);
}

static void
select_block (Fixture *fixture, guint row, guint column, guint n_rows, guint n_columns)
{
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ row, column, n_rows, n_columns });
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static GtkWidget *
get_editor (Fixture *fixture)
{
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_true (GTK_IS_TEXT (get_focus (fixture)));

  return gtk_widget_get_parent (get_focus (fixture));
}

static void
type_text (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_editor (fixture)), text);
  settle (fixture);
}

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

static void
test_few_widgets (Fixture *fixture, gconstpointer data)
{
  guint n_before = count_widgets (fixture->window);

  g_assert_cmpuint (n_before, >, 100);
  g_assert_cmpuint (n_before, <=, 400);

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  for (int i = 0; i < 5; i++)
    press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (count_widgets (fixture->window), <=, 400);
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, 1, 3);
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Up, 0);
  assert_cursor (fixture, 0, 2);
  press (fixture, GDK_KEY_End, 0);
  assert_cursor (fixture, 0, 12);
  press (fixture, GDK_KEY_Tab, 0);
  assert_cursor (fixture, 1, 0);
  press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_cursor (fixture, 0, 12);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, 4999, 12);
  press (fixture, GDK_KEY_Down, 0);
  assert_cursor (fixture, 5000, 12);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (fixture, 0, 0);
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 10, 2, G_MININT64);
  fake_model_put (fixture->model, 11, 2, G_MININT64);

  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 9, 2);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 12, 2);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 4999, 2);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_cursor (fixture, 5000, 2);
  press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_cursor (fixture, 4999, 2);
  press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_cursor (fixture, 12, 2);
  press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_cursor (fixture, 12, 12);
  press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_cursor (fixture, 12, 0);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_cursor (fixture, 0, 2);
  assert_selection (fixture, 0, 2, 2, 3);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_selection (fixture, 0, 2, 2, 2);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  assert_selection (fixture, 0, 2, 1, 1);
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_selection (fixture, 0, 0, 5000, 13);
}

/* The cell moved to has the focus, is another widget than before, and says in
 * full what it is: what a screen reader needs.
 */
static void
test_focus_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *before = get_focus (fixture);

  gtk_test_accessible_assert_property (before, GTK_ACCESSIBLE_PROPERTY_LABEL, "Line 0, 2026/27, 2");
  press (fixture, GDK_KEY_Down, 0);
  g_assert_true (get_focus (fixture) != before);
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 1, 2026/27, 102");
  gtk_test_accessible_assert_role (get_focus (fixture), GTK_ACCESSIBLE_ROLE_GRID_CELL);

  plwu_sheet_set_cursor (fixture->sheet, 6, 2);
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 6, 2026/27, 602, overridden");

  before = get_focus (fixture);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (get_focus (fixture) != before);
  gtk_test_accessible_assert_property (
      get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Line 6, 2026/27, 602, overridden; selected 2 by 1, to Line 7, 2026/27, 702");
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_F6, 0);
  g_assert_true (get_focus (fixture) == fixture->button);
}

static void
test_scrolls_to_cursor (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->sheet));
  GtkAdjustment *horizontal = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->sheet));

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (vertical),
      gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical), 1);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (horizontal),
      gtk_adjustment_get_upper (horizontal) - gtk_adjustment_get_page_size (horizontal), 1);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->sheet), GTK_TEXT_DIR_RTL);
  settle (fixture);
  press (fixture, GDK_KEY_Left, 0);
  assert_cursor (fixture, 0, 3);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, 0, 1);
}

/* Editing */

static void
test_typing_replaces (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_7, 0);
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_editor (fixture))), ==, "7");
  type_text (fixture, "1.5k");
  press (fixture, GDK_KEY_Return, 0);

  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 150000);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  assert_cursor (fixture, 1, 2);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->sheet)));
}

static void
test_edit_keeps_text (Fixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 0, 2, 123456);
  press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_editor (fixture))), ==, "1234.56");
  gtk_test_accessible_assert_role (get_editor (fixture), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (get_editor (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 0, 2026/27, 1,235");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 0);

  plwu_sheet_set_cursor (fixture->sheet, 0, 2);
  press (fixture, GDK_KEY_F2, 0);
  type_text (fixture, "9");
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 123456);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 0);
}

static void
test_invalid_stays_open (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_F2, 0);
  type_text (fixture, "lots");
  press (fixture, GDK_KEY_Return, 0);

  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  assert_cursor (fixture, 0, 2);
  g_assert_true (gtk_widget_has_css_class (get_editor (fixture), "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (get_editor (fixture)));
  gtk_test_accessible_assert_state (get_editor (fixture), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (fixture->message);
  g_assert_false (plwu_sheet_finish_editing (fixture->sheet));

  type_text (fixture, "12");
  g_assert_false (gtk_widget_has_css_class (get_editor (fixture), "error"));
  g_assert_true (plwu_sheet_finish_editing (fixture->sheet));
  g_assert_cmpint (fake_model_get (fixture->model, 0, 2), ==, 1200);
}

static void
test_failed_save_stays_open (Fixture *fixture, gconstpointer data)
{
  fixture->model->is_broken = TRUE;
  press (fixture, GDK_KEY_F2, 0);
  type_text (fixture, "12");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_cmpstr (fixture->message, ==, "The plan could not be saved");
  g_assert_cmpuint (fixture->n_messages, ==, 1);
  press (fixture, GDK_KEY_Escape, 0);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 3, 4);
  press (fixture, GDK_KEY_5, 0);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  g_assert_nonnull (fixture->message);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 4, 4);
}

/* Tab, Tab, Enter begins the next row where the run began. */
static void
test_tab_run (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      press (fixture, GDK_KEY_7, 0);
      press (fixture, GDK_KEY_Tab, 0);
    }
  assert_cursor (fixture, 0, 4);
  press (fixture, GDK_KEY_7, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 1, 2);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 3);
}

static void
test_relative_over_selection (Fixture *fixture, gconstpointer data)
{
  select_block (fixture, 1, 2, 2, 2);
  press (fixture, GDK_KEY_asterisk, 0);
  type_text (fixture, "*3");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (fake_model_get (fixture->model, 1, 2), ==, 30600);
  g_assert_cmpint (fake_model_get (fixture->model, 2, 3), ==, 60900);
  g_assert_cmpint (fake_model_get (fixture->model, 3, 3), ==, 30300);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  g_assert_cmpstr (fixture->message, ==, "4 cells changed");
}

static void
test_total_row_follows (Fixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 5000, 2);
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total, 2026/27, 1,249,760,000, total");
  plwu_sheet_set_cursor (fixture->sheet, 0, 2);
  press (fixture, GDK_KEY_F2, 0);
  type_text (fixture, "3");
  press (fixture, GDK_KEY_Return, 0);
  plwu_sheet_set_cursor (fixture->sheet, 5000, 2);
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total, 2026/27, 1,249,760,001, total");
}

static void
test_reset_keeps_cursor_inside (Fixture *fixture, gconstpointer data)
{
  plwu_sheet_set_cursor (fixture->sheet, 4000, 8);
  press (fixture, GDK_KEY_F2, 0);
  fixture->model->n_rows = 100;
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (fixture->model));
  settle (fixture);
  g_assert_false (plwu_sheet_is_editing (fixture->sheet));
  assert_cursor (fixture, 100, 8);
  fixture->model->n_rows = 0;
  plwu_sheet_model_reset (PLWU_SHEET_MODEL (fixture->model));
  settle (fixture);
  g_assert_false (plwu_sheet_get_cursor (fixture->sheet, NULL, NULL));
}

/* Blocks */

static void
set_clipboard (Fixture *fixture, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

/* Pasting waits for the clipboard; it always ends with a message. */
static void
press_paste (Fixture *fixture)
{
  guint n_messages = fixture->n_messages;

  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  while (fixture->n_messages == n_messages)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

static void
test_copy_and_paste (Fixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 1, 2, 123456789);
  select_block (fixture, 1, 2, 2, 2);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);

  g_autofree char *text = read_clipboard (fixture);

  g_assert_cmpstr (text, ==, "1234567.89\t103\n202\t203\n");

  plwu_sheet_set_cursor (fixture->sheet, 20, 5);
  press_paste (fixture);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 5), ==, 123456789);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 6), ==, 10300);
  g_assert_cmpint (fake_model_get (fixture->model, 21, 5), ==, 20200);
  g_assert_cmpint (fake_model_get (fixture->model, 21, 6), ==, 20300);
  g_assert_cmpint (fake_model_get (fixture->model, 22, 5), ==, 220500);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  g_assert_cmpint (fixture->model->last_gesture, ==, PLWU_SHEET_GESTURE_PASTE);
  assert_selection (fixture, 20, 5, 2, 2);
  g_assert_cmpstr (fixture->message, ==, "4 cells changed");
}

static void
test_paste_tiles (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "1\t2\r\n");
  select_block (fixture, 20, 2, 3, 4);
  press_paste (fixture);
  for (guint i = 20; i < 23; i++)
    for (guint j = 2; j < 6; j++)
      g_assert_cmpint (fake_model_get (fixture->model, i, j), ==, j % 2 == 0 ? 100 : 200);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
}

static void
test_paste_reports (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "£1,000\tbad\n(5)\t7\n");
  plwu_sheet_set_cursor (fixture->sheet, 2, 2);
  press_paste (fixture);
  g_assert_cmpint (fake_model_get (fixture->model, 2, 2), ==, 100000);
  g_assert_cmpint (fake_model_get (fixture->model, 2, 3), ==, 20300);
  g_assert_cmpint (fake_model_get (fixture->model, 3, 2), ==, 30200);
  g_assert_true (
      g_str_has_prefix (fixture->message, "1 cell changed, 2 cannot be changed, 1 not understood: "));
  g_assert_nonnull (strstr (fixture->message, "bad"));
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
}

static void
test_paste_stops_at_the_edge (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "1\t2\n3\t4\n");
  plwu_sheet_set_cursor (fixture->sheet, 4999, 12);
  press_paste (fixture);
  g_assert_cmpint (fake_model_get (fixture->model, 4999, 12), ==, 100);
  g_assert_cmpstr (fixture->message, ==, "1 cell changed, 3 outside the table");
}

static void
test_cut_and_clear (Fixture *fixture, gconstpointer data)
{
  select_block (fixture, 10, 2, 2, 2);
  press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);

  g_autofree char *text = read_clipboard (fixture);

  g_assert_cmpstr (text, ==, "1002\t1003\n1102\t1103\n");
  g_assert_cmpint (fake_model_get (fixture->model, 11, 3), ==, G_MININT64);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  g_assert_cmpint (fixture->model->last_gesture, ==, PLWU_SHEET_GESTURE_CUT);

  select_block (fixture, 20, 2, 1, 5);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 6), ==, G_MININT64);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 2);
  g_assert_cmpint (fixture->model->last_gesture, ==, PLWU_SHEET_GESTURE_CLEAR);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  select_block (fixture, 10, 2, 3, 2);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 12, 2), ==, 100200);
  g_assert_cmpint (fake_model_get (fixture->model, 12, 3), ==, 100300);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);

  select_block (fixture, 20, 2, 1, 6);
  press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 7), ==, 200200);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 8), ==, 200800);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 2);

  plwu_sheet_set_cursor (fixture->sheet, 30, 5);
  press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 30, 5), ==, 300400);

  plwu_sheet_set_cursor (fixture->sheet, 0, 5);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 3);
  g_assert_cmpstr (fixture->message, ==, "There is no row above to fill from");
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

#define ADD(name, function) g_test_add ("/ui/sheet/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("few-widgets", test_few_widgets);
  ADD ("arrows", test_arrows);
  ADD ("edges", test_edges);
  ADD ("selection", test_selection);
  ADD ("focus-names", test_focus_names);
  ADD ("leave", test_leave);
  ADD ("scrolls-to-cursor", test_scrolls_to_cursor);
  ADD ("right-to-left", test_right_to_left);
  ADD ("typing-replaces", test_typing_replaces);
  ADD ("edit-keeps-text", test_edit_keeps_text);
  ADD ("invalid-stays-open", test_invalid_stays_open);
  ADD ("failed-save-stays-open", test_failed_save_stays_open);
  ADD ("locked", test_locked);
  ADD ("tab-run", test_tab_run);
  ADD ("relative-over-selection", test_relative_over_selection);
  ADD ("total-row-follows", test_total_row_follows);
  ADD ("reset-keeps-cursor-inside", test_reset_keeps_cursor_inside);
  ADD ("copy-and-paste", test_copy_and_paste);
  ADD ("paste-tiles", test_paste_tiles);
  ADD ("paste-reports", test_paste_reports);
  ADD ("paste-stops-at-the-edge", test_paste_stops_at_the_edge);
  ADD ("cut-and-clear", test_cut_and_clear);
  ADD ("fill", test_fill);
  g_test_add_func ("/ui/sheet/no-model", test_no_model);

  return g_test_run ();
}
