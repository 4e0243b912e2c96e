/* plwu-drop-down.c: drop-down lists that say what they are and give way where room is short.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 the keyboard goes to a button inside the list that has no name, and
 * a screen reader says its type; and a list takes the whole width of what is
 * selected, which with large text or a long name pushes others off the window.
 */
#include "plwu-drop-down.h"

#include <glib/gi18n.h>

#define LEAST_CHARS 9

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

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GObject *selected = gtk_list_item_get_item (item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  if (!GTK_IS_STRING_OBJECT (selected))
    return;

  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (selected));

  gtk_label_set_text (label, text);
  gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (text, -1), LEAST_CHARS));
}

/* Only the button: the list below it has room for whole names. */
static void
let_shrink (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (self, gtk_drop_down_get_factory (self));
  gtk_drop_down_set_factory (self, factory);
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
      if (gtk_drop_down_get_list_factory (widget) == NULL)
        let_shrink (widget);
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
