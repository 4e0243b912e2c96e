/* plwu-window-arrival.c: when a new window is shown first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

/* A plan that takes longer to open is waited for in a window with a spinner. */
#define ARRIVAL_MS 500

static gboolean
late_cb (gpointer user_data)
{
  plwu_window_end_arriving (PLWU_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

void
plwu_window_arrive (PlwuWindow *self, gboolean opens)
{
  g_return_if_fail (PLWU_IS_WINDOW (self));

  if (!opens)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  plwu_window_set_busy (self, TRUE);
  if (self->arrival_id == 0)
    self->arrival_id = g_timeout_add (ARRIVAL_MS, late_cb, self);
}

void
plwu_window_end_arriving (PlwuWindow *self)
{
  g_clear_handle_id (&self->arrival_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}
