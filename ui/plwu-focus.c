/* plwu-focus.c: Tab from control to control.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-focus.h"

gboolean
plwu_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
leave_row (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  gboolean has_left;

  if (row != NULL && gtk_widget_child_focus (row, direction))
    return TRUE;

  gtk_widget_set_can_focus (list, FALSE);
  has_left = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return has_left;
}

static gboolean
key_cb (GtkWidget *list, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    return leave_row (list, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return leave_row (list, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

void
plwu_focus_let_tab_leave (GtkListBox *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
