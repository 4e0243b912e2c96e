/* plwu-headline.c: one figure in large type with what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-headline.h"
#include "plwu-tooltip.h"

#include <glib/gi18n.h>

struct _PlwuHeadline
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *figure;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (PlwuHeadline, plwu_headline, ADW_TYPE_BIN)

static void
plwu_headline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_HEADLINE);

  G_OBJECT_CLASS (plwu_headline_parent_class)->dispose (object);
}

static void
plwu_headline_class_init (PlwuHeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plwu_headline_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuHeadline, title);
  gtk_widget_class_bind_template_child (widget_class, PlwuHeadline, figure);
  gtk_widget_class_bind_template_child (widget_class, PlwuHeadline, note);
}

static void
plwu_headline_init (PlwuHeadline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plwu_headline_set (PlwuHeadline *self,
                   const char *title,
                   const char *figure,
                   const char *note,
                   gboolean is_bad)
{
  g_return_if_fail (PLWU_IS_HEADLINE (self));

  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s. %s"), title, figure, note);

  if (GTK_IS_BUTTON (parent))
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->note, note);
  plwu_tooltip_set (GTK_WIDGET (self), note);
  if (is_bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->figure), "plwu-gap");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "plwu-gap");
}
