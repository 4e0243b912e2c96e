/* plwu-width-first.c: one child whose width never hangs on its height.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-width-first.h"

struct _PlwuWidthFirst
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlwuWidthFirst, plwu_width_first, GTK_TYPE_LAYOUT_MANAGER)

static void
plwu_width_first_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, minimum,
                        natural, minimum_baseline, natural_baseline);
}

static void
plwu_width_first_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
plwu_width_first_class_init (PlwuWidthFirstClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = plwu_width_first_measure;
  layout_class->allocate = plwu_width_first_allocate;
}

static void
plwu_width_first_init (PlwuWidthFirst *self)
{
}
