/* test-sheet-fixture.c: a sheet in a window, with keys to press.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sheet-fixture.h"

/* Two frames: what the first one begins, layout and drawing, is done at the second. */
void
sheet_fixture_settle (SheetFixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (int i = 0; i < 2; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
}

static void
message_cb (SheetFixture *fixture, const char *text)
{
  g_free (fixture->message);
  fixture->message = g_strdup (text);
  fixture->n_messages++;
}

static void
activated_cb (SheetFixture *fixture, guint row, guint column)
{
  fixture->n_activated++;
}

void
sheet_fixture_set_up (SheetFixture *fixture, gconstpointer data)
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
  sheet_fixture_settle (fixture);
}

void
sheet_fixture_tear_down (SheetFixture *fixture, gconstpointer data)
{
  PlwuSheet *sheet = g_object_ref (fixture->sheet);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (sheet);
  g_assert_finalize_object (fixture->model);
  g_free (fixture->message);
}

gboolean
sheet_fixture_press (SheetFixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->sheet));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
    }
  sheet_fixture_settle (fixture);

  return is_handled;
}

void
sheet_fixture_assert_cursor (SheetFixture *fixture, guint row, guint column)
{
  guint at_row = G_MAXUINT;
  guint at_column = G_MAXUINT;

  g_assert_true (plwu_sheet_get_cursor (fixture->sheet, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
}

void
sheet_fixture_assert_selection (SheetFixture *fixture, guint row, guint column, guint n_rows, guint n_columns)
{
  PlwuSheetBlock block;

  g_assert_true (plwu_sheet_get_selection (fixture->sheet, &block));
  g_assert_cmpuint (block.first_row, ==, row);
  g_assert_cmpuint (block.first_column, ==, column);
  g_assert_cmpuint (block.n_rows, ==, n_rows);
  g_assert_cmpuint (block.n_columns, ==, n_columns);
}

void
sheet_fixture_select_block (SheetFixture *fixture, guint row, guint column, guint n_rows, guint n_columns)
{
  plwu_sheet_select (fixture->sheet, &(PlwuSheetBlock){ row, column, n_rows, n_columns });
}

GtkWidget *
sheet_fixture_get_focus (SheetFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

GtkWidget *
sheet_fixture_get_editor (SheetFixture *fixture)
{
  g_assert_true (plwu_sheet_is_editing (fixture->sheet));
  g_assert_true (GTK_IS_TEXT (sheet_fixture_get_focus (fixture)));

  return gtk_widget_get_parent (sheet_fixture_get_focus (fixture));
}

void
sheet_fixture_type_text (SheetFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sheet_fixture_get_editor (fixture)), text);
  sheet_fixture_settle (fixture);
}
