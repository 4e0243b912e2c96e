/* plwu-drop-down.c: drop-down lists that say what they are when the keyboard comes to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 the keyboard goes to a button inside the list that has no name, and
 * a screen reader says its type.
 */
#include "plwu-drop-down.h"

#include <glib/gi18n.h>

static void
name_button (GtkDropDown *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));
  const char *what = gtk_widget_get_tooltip_text (GTK_WIDGET (self));
  GObject *selected = gtk_drop_down_get_selected_item (self);
  const char *value =
      GTK_IS_STRING_OBJECT (selected) ? gtk_string_object_get_string (GTK_STRING_OBJECT (selected)) : "";
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), what != NULL ? what : "", value);

  if (button != NULL && what != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  gpointer widget = g_value_get_object (&values[0]);

  if (!GTK_IS_DROP_DOWN (widget))
    return TRUE;

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, name_button, NULL) == 0)
    {
      g_signal_connect (widget, "notify::selected-item", G_CALLBACK (name_button), NULL);
      g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (name_button), NULL);
    }
  name_button (widget);
  return TRUE;
}

void
plwu_drop_down_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
