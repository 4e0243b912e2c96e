/* test-picker.c: one of a list of names, by code and by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-picker.h"
#include "plwu-picker-list.h"
#include "test-keys-support.h"

#include <adwaita.h>

static const char *const seasons[] = { "Spring", "Summer", "Autumn", "Winter", NULL };

typedef struct
{
  GtkWidget *window;
  PlwuPicker *picker;
  guint n_notified;
} Fixture;

static void
selected_cb (Fixture *self)
{
  self->n_notified++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (seasons);
  GtkWidget *picker = plwu_picker_new (names);

  self->window = gtk_window_new ();
  self->picker = PLWU_PICKER (picker);
  gtk_widget_set_halign (picker, GTK_ALIGN_START);
  gtk_widget_set_valign (picker, GTK_ALIGN_START);
  plwu_picker_set_what (self->picker, "Season");
  plwu_picker_set_enable_search (self->picker, data != NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), picker);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  g_signal_connect_swapped (picker, "notify::selected", G_CALLBACK (selected_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (20);
}

static GtkWidget *
get_button (Fixture *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->picker));
}

/* NULL before it was opened. */
static GtkWidget *
get_list (Fixture *self)
{
  return gtk_widget_get_next_sibling (get_button (self));
}

static gboolean
is_open (Fixture *self)
{
  return get_list (self) != NULL && gtk_widget_get_mapped (get_list (self));
}

static const char *
get_shown (Fixture *self)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (get_button (self)));

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box)));
}

static void
assert_picked (Fixture *self, guint selected, const char *shown, guint n_notified)
{
  g_assert_cmpuint (plwu_picker_get_selected (self->picker), ==, selected);
  g_assert_cmpstr (get_shown (self), ==, shown);
  g_assert_cmpuint (self->n_notified, ==, n_notified);
}

static void
test_by_code (Fixture *self, gconstpointer data)
{
  assert_picked (self, 0, "Spring", 0);
  plwu_picker_set_selected (self->picker, 0);
  assert_picked (self, 0, "Spring", 0);
  plwu_picker_set_selected (self->picker, 3);
  assert_picked (self, 3, "Winter", 1);
  plwu_picker_set_selected (self->picker, 4);
  assert_picked (self, GTK_INVALID_LIST_POSITION, "(None)", 2);
  plwu_picker_set_selected (self->picker, 1);
  assert_picked (self, 1, "Summer", 3);
  g_assert_null (get_list (self));
}

/* The place stays picked while it is there, whatever stands at it. */
static void
test_names_change (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkStringList) names = g_object_ref (plwu_picker_get_model (self->picker));

  plwu_picker_set_selected (self->picker, 3);
  gtk_string_list_splice (names, 3, 1, (const char *const[]){ "Frost", NULL });
  assert_picked (self, 3, "Frost", 1);
  gtk_string_list_splice (names, 2, 2, NULL);
  assert_picked (self, 1, "Summer", 2);
  gtk_string_list_splice (names, 0, 2, NULL);
  assert_picked (self, GTK_INVALID_LIST_POSITION, "(None)", 3);
  gtk_string_list_append (names, "May");
  assert_picked (self, 0, "May", 4);

  g_autoptr (GtkStringList) others = gtk_string_list_new (seasons);

  plwu_picker_set_model (self->picker, others);
  assert_picked (self, 0, "Spring", 4);
  gtk_string_list_append (names, "June");
  g_assert_cmpstr (get_shown (self), ==, "Spring");
  plwu_picker_set_model (self->picker, NULL);
  assert_picked (self, GTK_INVALID_LIST_POSITION, "(None)", 5);
}

/* What a screen reader says of the control that the keyboard is on. */
static void
test_is_named (Fixture *self, gconstpointer data)
{
  plwu_picker_set_selected (self->picker, 2);
  gtk_test_accessible_assert_role (self->picker, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  gtk_test_accessible_assert_property (self->picker, GTK_ACCESSIBLE_PROPERTY_LABEL, "Season");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Season, Autumn");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self)), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP,
                                       TRUE);
}

static void
assert_focus_in (Fixture *self, GtkWidget *place)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_nonnull (focus);
  g_assert_true (focus == place || gtk_widget_is_ancestor (focus, place));
}

static void
test_by_keys (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    {
      g_test_skip ("keys cannot be sent");
      return;
    }
  focus_window (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  assert_focus_in (self, get_button (self));

  press ("space");
  g_assert_true (is_open (self));
  assert_focus_in (self, get_list (self));
  press ("Down Down");
  assert_picked (self, 0, "Spring", 0);
  press ("Return");
  g_assert_false (is_open (self));
  assert_picked (self, 2, "Autumn", 1);
  assert_focus_in (self, get_button (self));

  /* It opens where it was left, and Escape leaves it so. */
  press ("alt+Down");
  g_assert_true (is_open (self));
  press ("Up Escape");
  g_assert_false (is_open (self));
  assert_picked (self, 2, "Autumn", 1);
  assert_focus_in (self, get_button (self));
  press ("space Down Return");
  assert_picked (self, 3, "Winter", 2);
}

/* Any part of a name finds it, whatever its case. */
static void
test_search (Fixture *self, gconstpointer data)
{
  if (!can_press ())
    {
      g_test_skip ("keys cannot be sent");
      return;
    }
  focus_window (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));

  press ("space");
  type_text ("TUM");
  settle (400);
  press ("Return");
  assert_picked (self, 2, "Autumn", 1);

  /* Enter may come before the list was searched, and with nothing to search picks what was picked. */
  press ("space");
  type_text ("spr");
  press ("Return");
  assert_picked (self, 0, "Spring", 2);
  press ("space Return");
  assert_picked (self, 0, "Spring", 2);

  press ("space");
  type_text ("er");
  settle (400);
  press ("Down Down Return");
  assert_picked (self, 3, "Winter", 3);

  /* What nothing matches picks nothing. */
  press ("space");
  type_text ("xyz");
  settle (400);
  press ("Return Escape");
  g_assert_false (is_open (self));
  assert_picked (self, 3, "Winter", 3);
}

/* A picker that goes while its list is open takes it along. */
static void
test_goes_while_open (Fixture *self, gconstpointer data)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self)), TRUE);
  settle (50);
  g_assert_true (is_open (self));
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  settle (50);
}

#define add(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/picker/by-code", NULL, test_by_code);
  add ("/ui/picker/names-change", NULL, test_names_change);
  add ("/ui/picker/is-named", NULL, test_is_named);
  add ("/ui/picker/by-keys", NULL, test_by_keys);
  add ("/ui/picker/search", "search", test_search);
  add ("/ui/picker/goes-while-open", NULL, test_goes_while_open);

  return g_test_run ();
}
