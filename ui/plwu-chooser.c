/* plwu-chooser.c: asking which file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-chooser.h"

#include <glib/gi18n.h>

void
plwu_chooser_ask (GtkFileChooserNative **chooser,
                  GtkWidget *asker,
                  const char *title,
                  GtkFileChooserAction action,
                  const char *accept,
                  GCallback response)
{
  g_clear_object (chooser);
  *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (asker)), action, accept,
                                          _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (*chooser), TRUE);
  g_signal_connect_object (*chooser, "response", response, asker, G_CONNECT_SWAPPED);
}

void
plwu_chooser_add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (size_t i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

char *
plwu_chooser_take (GtkFileChooserNative **chooser, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (*chooser)) : NULL;

  g_clear_object (chooser);
  return file != NULL ? g_file_get_path (file) : NULL;
}
