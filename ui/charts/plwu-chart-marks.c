/* plwu-chart-marks.c: stepping through the marks of a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-chart-private.h"
#include "plwu-tooltip.h"

#include <glib/gi18n.h>

/* The focused mark: nothing to see, something to say */

#define PLWU_TYPE_CHART_MARK (plwu_chart_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlwuChartMark, plwu_chart_mark, PLWU, CHART_MARK, GtkWidget)

struct _PlwuChartMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlwuChartMark, plwu_chart_mark, GTK_TYPE_WIDGET)

static void
plwu_chart_mark_class_init (PlwuChartMarkClass *class)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "plwuchartmark");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
plwu_chart_mark_init (PlwuChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("No mark selected"), -1);
}

GtkWidget *
plwu_chart_mark_new (void)
{
  return g_object_new (PLWU_TYPE_CHART_MARK, NULL);
}

/* Marks */

void
plwu_chart_update_readout (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  guint mark = priv->hover != PLWU_DRAWING_NO_MARK ? priv->hover : priv->focus;
  g_autofree char *text = NULL;

  if (mark < plwu_drawing_get_n_marks (priv->drawing))
    text = plwu_drawing_describe_mark (priv->drawing, mark);
  else if (plwu_drawing_get_n_marks (priv->drawing) > 0 && gtk_widget_is_focus (GTK_WIDGET (self)))
    text = g_strdup (_ ("Step through the picture with the arrow keys, or point at it."));
  gtk_label_set_text (GTK_LABEL (priv->readout), text != NULL ? text : "");
  plwu_tooltip_set (priv->readout, text);
}

gboolean
plwu_chart_has_mark_focus (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  return gtk_widget_is_focus (priv->mark_widgets[0]) || gtk_widget_is_focus (priv->mark_widgets[1]);
}

void
plwu_chart_show_mark (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (priv->focus >= plwu_drawing_get_n_marks (priv->drawing))
    return;

  g_autofree char *text = plwu_drawing_describe_mark (priv->drawing, priv->focus);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->mark_widgets[priv->front]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
plwu_chart_step_to (PlwuChart *self, guint mark, gboolean takes_focus)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (mark >= plwu_drawing_get_n_marks (priv->drawing))
    mark = PLWU_DRAWING_NO_MARK;

  priv->focus = mark;
  priv->hover = PLWU_DRAWING_NO_MARK;
  if (mark != PLWU_DRAWING_NO_MARK)
    {
      if (PLWU_CHART_GET_CLASS (self)->scroll_to_mark != NULL)
        PLWU_CHART_GET_CLASS (self)->scroll_to_mark (self, mark);
      priv->front = 1 - priv->front;
      plwu_chart_show_mark (self);
      if (takes_focus)
        gtk_widget_grab_focus (priv->mark_widgets[priv->front]);
      if (takes_focus)
        plwu_drawing_step_to_mark (priv->drawing, mark);
    }
  else if (plwu_chart_has_mark_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  plwu_chart_update_readout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Keys and pointer */

static guint
drop_keypad (guint keyval)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },    { GDK_KEY_space, GDK_KEY_Return },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (keyval == pairs[i][0])
      return pairs[i][1];

  return keyval;
}

static gboolean
find_move (guint keyval, PlwuDrawingMove *ret_move)
{
  static const guint keyvals[] = {
    [PLWU_MOVE_LEFT] = GDK_KEY_Left,       [PLWU_MOVE_RIGHT] = GDK_KEY_Right,
    [PLWU_MOVE_UP] = GDK_KEY_Up,           [PLWU_MOVE_DOWN] = GDK_KEY_Down,
    [PLWU_MOVE_HOME] = GDK_KEY_Home,       [PLWU_MOVE_END] = GDK_KEY_End,
    [PLWU_MOVE_PAGE_UP] = GDK_KEY_Page_Up, [PLWU_MOVE_PAGE_DOWN] = GDK_KEY_Page_Down,
  };

  for (size_t i = 0; i < G_N_ELEMENTS (keyvals); i++)
    if (keyval == keyvals[i])
      {
        *ret_move = (PlwuDrawingMove) i;
        return TRUE;
      }

  return FALSE;
}

/* The keyboard comes in at the first mark, or from the other end at the last. */
static guint
find_next (PlwuChart *self, PlwuDrawingMove move, gboolean is_control)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (priv->focus != PLWU_DRAWING_NO_MARK)
    return plwu_drawing_move_mark (priv->drawing, priv->focus, move, is_control);
  if (move == PLWU_MOVE_END || move == PLWU_MOVE_LEFT)
    return plwu_drawing_get_n_marks (priv->drawing) - 1;
  return 0;
}

static gboolean
key_pressed_cb (PlwuChart *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  gboolean is_control = (modifiers & GDK_CONTROL_MASK) != 0;
  PlwuDrawingMove move;

  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (is_control && gdk_keyval_to_lower (keyval) == GDK_KEY_c)
    {
      plwu_chart_copy (self);
      return GDK_EVENT_STOP;
    }

  keyval = drop_keypad (keyval);
  if (find_move (keyval, &move) && plwu_drawing_get_n_marks (priv->drawing) > 0)
    {
      plwu_chart_step_to (self, find_next (self, move, is_control), TRUE);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && plwu_chart_has_mark_focus (self))
    {
      plwu_chart_step_to (self, PLWU_DRAWING_NO_MARK, TRUE);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Return && priv->focus != PLWU_DRAWING_NO_MARK)
    {
      plwu_drawing_activate_mark (priv->drawing, priv->focus);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (PlwuChart *self, int n_press, double x, double y)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  guint mark = plwu_drawing_find_mark (priv->drawing, x, y);

  if (mark == PLWU_DRAWING_NO_MARK)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }

  plwu_chart_step_to (self, mark, TRUE);
  if (n_press == 1)
    plwu_drawing_activate_mark (priv->drawing, mark);
}

static void
set_hover (PlwuChart *self, guint mark)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (priv->hover == mark)
    return;

  priv->hover = mark;
  plwu_chart_update_readout (self);
}

static void
motion_cb (PlwuChart *self, double x, double y)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (x == priv->pointer_x && y == priv->pointer_y)
    return;

  priv->pointer_x = x;
  priv->pointer_y = y;
  set_hover (self, plwu_drawing_find_mark (priv->drawing, x, y));
}

static void
leave_cb (PlwuChart *self)
{
  set_hover (self, PLWU_DRAWING_NO_MARK);
}

void
plwu_chart_init_controllers (PlwuChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
}
