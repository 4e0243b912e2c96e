/* plwu-import-message.c: the line at the foot of an import that says how it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-message.h"

void
plwu_import_message_tell (GtkLabel *label, const char *text, gboolean is_fault)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *text != '\0' ? text : NULL);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
}
