/* plwu-prose.c: sentences in a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prose.h"

GtkWidget *
plwu_prose_new (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}
