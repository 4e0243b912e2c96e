/* test-sheet-clipboard.c: blocks of cells copied, pasted, filled and cleared.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sheet-fixture.h"

#include <adwaita.h>
#include <string.h>

static void
set_clipboard (SheetFixture *fixture, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (SheetFixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

/* Pasting waits for the clipboard; it always ends with a message. */
static void
press_paste (SheetFixture *fixture)
{
  guint n_messages = fixture->n_messages;

  sheet_fixture_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  while (fixture->n_messages == n_messages)
    g_main_context_iteration (NULL, TRUE);
  sheet_fixture_settle (fixture);
}

static void
test_copy_and_paste (SheetFixture *fixture, gconstpointer data)
{
  fake_model_put (fixture->model, 1, 2, 123456789);
  sheet_fixture_select_block (fixture, 1, 2, 2, 2);
  sheet_fixture_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);

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
  sheet_fixture_assert_selection (fixture, 20, 5, 2, 2);
  g_assert_cmpstr (fixture->message, ==, "4 cells changed");
}

static void
test_paste_tiles (SheetFixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "1\t2\r\n");
  sheet_fixture_select_block (fixture, 20, 2, 3, 4);
  press_paste (fixture);
  for (guint i = 20; i < 23; i++)
    for (guint j = 2; j < 6; j++)
      g_assert_cmpint (fake_model_get (fixture->model, i, j), ==, j % 2 == 0 ? 100 : 200);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
}

static void
test_paste_reports (SheetFixture *fixture, gconstpointer data)
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
test_paste_stops_at_the_edge (SheetFixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "1\t2\n3\t4\n");
  plwu_sheet_set_cursor (fixture->sheet, 4999, 12);
  press_paste (fixture);
  g_assert_cmpint (fake_model_get (fixture->model, 4999, 12), ==, 100);
  g_assert_cmpstr (fixture->message, ==, "1 cell changed, 3 outside the table");
}

static void
test_cut_and_clear (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_select_block (fixture, 10, 2, 2, 2);
  sheet_fixture_press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);

  g_autofree char *text = read_clipboard (fixture);

  g_assert_cmpstr (text, ==, "1002\t1003\n1102\t1103\n");
  g_assert_cmpint (fake_model_get (fixture->model, 11, 3), ==, G_MININT64);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);
  g_assert_cmpint (fixture->model->last_gesture, ==, PLWU_SHEET_GESTURE_CUT);

  sheet_fixture_select_block (fixture, 20, 2, 1, 5);
  sheet_fixture_press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 6), ==, G_MININT64);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 2);
  g_assert_cmpint (fixture->model->last_gesture, ==, PLWU_SHEET_GESTURE_CLEAR);
}

static void
test_fill (SheetFixture *fixture, gconstpointer data)
{
  sheet_fixture_select_block (fixture, 10, 2, 3, 2);
  sheet_fixture_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 12, 2), ==, 100200);
  g_assert_cmpint (fake_model_get (fixture->model, 12, 3), ==, 100300);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 1);

  sheet_fixture_select_block (fixture, 20, 2, 1, 6);
  sheet_fixture_press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 7), ==, 200200);
  g_assert_cmpint (fake_model_get (fixture->model, 20, 8), ==, 200800);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 2);

  plwu_sheet_set_cursor (fixture->sheet, 30, 5);
  sheet_fixture_press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpint (fake_model_get (fixture->model, 30, 5), ==, 300400);

  plwu_sheet_set_cursor (fixture->sheet, 0, 5);
  sheet_fixture_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->model->n_gestures, ==, 3);
  g_assert_cmpstr (fixture->message, ==, "There is no row above to fill from");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  SHEET_FIXTURE_ADD ("copy-and-paste", test_copy_and_paste);
  SHEET_FIXTURE_ADD ("paste-tiles", test_paste_tiles);
  SHEET_FIXTURE_ADD ("paste-reports", test_paste_reports);
  SHEET_FIXTURE_ADD ("paste-stops-at-the-edge", test_paste_stops_at_the_edge);
  SHEET_FIXTURE_ADD ("cut-and-clear", test_cut_and_clear);
  SHEET_FIXTURE_ADD ("fill", test_fill);

  return g_test_run ();
}
