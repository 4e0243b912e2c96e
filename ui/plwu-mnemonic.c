/* plwu-mnemonic.c: buttons that say their name once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-mnemonic.h"

#include <gtk/gtk.h>

static void
say_once (GtkButton *button)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  gpointer widget = g_value_get_object (&values[0]);

  if (!GTK_IS_BUTTON (widget) || !gtk_button_get_use_underline (widget)
      || gtk_button_get_label (widget) == NULL)
    return TRUE;

  say_once (widget);
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, say_once, NULL) == 0)
    g_signal_connect (widget, "notify::label", G_CALLBACK (say_once), NULL);
  return TRUE;
}

void
plwu_mnemonic_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
