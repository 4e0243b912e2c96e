/* plwu-scrolling.c: what a widget needs to be the child of a scrolled window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-scrolling.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static G_DEFINE_QUARK (plwu - scrolling, scrolling)

    static PlwuScrolling *get_scrolling (gpointer widget)
{
  return g_object_get_qdata (G_OBJECT (widget), scrolling_quark ());
}

static void
value_changed_cb (GtkWidget *widget, GtkAdjustment *adjustment)
{
  PlwuScrolling *self = get_scrolling (widget);

  if (self->is_allocating)
    return;

  self->scrolled (widget, adjustment == self->adjustments[GTK_ORIENTATION_VERTICAL]
                              ? GTK_ORIENTATION_VERTICAL
                              : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_queue_allocate (widget);
}

static void
set_adjustment (GtkWidget *widget, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &get_scrolling (widget)->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, widget);
  g_clear_object (place);
  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), widget);
    }
  gtk_widget_queue_allocate (widget);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlwuScrolling *self = get_scrolling (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (GTK_WIDGET (object), GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (GTK_WIDGET (object), GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlwuScrolling *self = get_scrolling (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
plwu_scrolling_override (GObjectClass *klass)
{
  g_return_if_fail (G_IS_OBJECT_CLASS (klass));

  klass->set_property = set_property;
  klass->get_property = get_property;
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

void
plwu_scrolling_init (PlwuScrolling *self, GtkWidget *widget, PlwuScrolledFunc scrolled)
{
  g_return_if_fail (self != NULL && scrolled != NULL);
  g_return_if_fail (GTK_IS_SCROLLABLE (widget));

  self->scrolled = scrolled;
  g_object_set_qdata (G_OBJECT (widget), scrolling_quark (), self);
}

void
plwu_scrolling_set_extent (PlwuScrolling *self,
                           GtkOrientation orientation,
                           double whole,
                           double in_view,
                           double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  whole = MAX (whole, in_view);
  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, whole - in_view), 0,
                            whole, step, MAX (step, in_view - step), in_view);
}

void
plwu_scrolling_dispose (PlwuScrolling *self, GtkWidget *widget)
{
  g_return_if_fail (self != NULL);

  set_adjustment (widget, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (widget, GTK_ORIENTATION_VERTICAL, NULL);
}
