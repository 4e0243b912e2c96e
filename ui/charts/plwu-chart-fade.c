/* plwu-chart-fade.c: from the picture before a change to the one after it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The new picture fades in over the old one, so that the eye sees what has become of
 * a bar or a line. Not where the system asks for less motion, nor while changes come
 * faster than a fade: a slider's pictures follow it at once.
 */
#include "plwu-chart-private.h"

#include <adwaita.h>

#define FADE_MS 200
#define QUICK_MS 500

static void
step_cb (double progress, gpointer user_data)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (user_data);

  priv->progress = progress;
  priv->is_fade_frame = TRUE;
  gtk_widget_queue_draw (user_data);
}

static void
done_cb (PlwuChart *self)
{
  g_clear_pointer (&plwu_chart_get_private (self)->before, gsk_render_node_unref);
}

void
plwu_chart_fade_begin (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gint64 now = g_get_monotonic_time ();
  gboolean is_quick = now - priv->changed < QUICK_MS * G_TIME_SPAN_MILLISECOND;

  priv->changed = now;
  if (priv->fade != NULL)
    adw_animation_skip (priv->fade);
  if (is_quick || priv->shown == NULL || !gtk_widget_get_mapped (widget)
      || !adw_get_enable_animations (widget))
    return;

  if (priv->fade == NULL)
    {
      priv->fade = adw_timed_animation_new (widget, 0, 1, FADE_MS,
                                            adw_callback_animation_target_new (step_cb, self, NULL));
      g_signal_connect_object (priv->fade, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
    }
  g_clear_pointer (&priv->before, gsk_render_node_unref);
  priv->before = gsk_render_node_ref (priv->shown);
  priv->progress = 0;
  adw_animation_play (priv->fade);
}

gboolean
plwu_chart_is_fading (PlwuChart *self)
{
  g_return_val_if_fail (PLWU_IS_CHART (self), FALSE);

  return plwu_chart_get_private (self)->before != NULL;
}

/* Takes what was drawn; while it fades in, over what was there before. */
void
plwu_chart_fade_append (PlwuChart *self, GtkSnapshot *snapshot, GskRenderNode *drawn)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (drawn != NULL)
    {
      g_clear_pointer (&priv->shown, gsk_render_node_unref);
      priv->shown = drawn;
    }
  priv->is_fade_frame = FALSE;
  if (priv->shown == NULL)
    return;
  if (priv->before == NULL)
    {
      gtk_snapshot_append_node (snapshot, priv->shown);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, priv->progress);
  gtk_snapshot_append_node (snapshot, priv->before);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_node (snapshot, priv->shown);
  gtk_snapshot_pop (snapshot);
}

void
plwu_chart_fade_dispose (PlwuChart *self)
{
  PlwuChartPrivate *priv = plwu_chart_get_private (self);

  if (priv->fade != NULL)
    adw_animation_reset (priv->fade);
  g_clear_object (&priv->fade);
  g_clear_pointer (&priv->before, gsk_render_node_unref);
  g_clear_pointer (&priv->shown, gsk_render_node_unref);
}
