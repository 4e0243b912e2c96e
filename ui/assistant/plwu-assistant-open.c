/* plwu-assistant-open.c: the assistant of a window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-assistant-open.h"

#include "plwu-assistant.h"
#include "plwu-window-private.h"

#define ASSISTANT_KEY "plwu-assistant"

/* The next plan starts from nothing again. */
static void
finished_cb (PlwuWindow *window, const PlwPlan *plan, GtkWidget *assistant)
{
  plwu_window_new_plan (window, plan);
  g_object_set_data (G_OBJECT (window), ASSISTANT_KEY, NULL);
  gtk_window_destroy (GTK_WINDOW (assistant));
}

static void
forget_cb (PlwuWindow *window)
{
  g_object_set_data (G_OBJECT (window), ASSISTANT_KEY, NULL);
}

/* Hidden windows outlive those they stand over unless told. */
static void
window_gone_cb (GtkWidget *window)
{
  GtkWidget *assistant = g_object_steal_data (G_OBJECT (window), ASSISTANT_KEY);

  if (assistant != NULL)
    gtk_window_destroy (GTK_WINDOW (assistant));
}

GtkWidget *
plwu_assistant_present (PlwuWindow *window)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (window), NULL);

  GtkWidget *assistant = g_object_get_data (G_OBJECT (window), ASSISTANT_KEY);

  if (assistant == NULL)
    {
      assistant = plwu_assistant_new (GTK_WINDOW (window));
      g_object_set_data (G_OBJECT (window), ASSISTANT_KEY, assistant);
      g_signal_connect_object (assistant, "finished", G_CALLBACK (finished_cb), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (assistant, "destroy", G_CALLBACK (forget_cb), window, G_CONNECT_SWAPPED);
      g_signal_connect (window, "destroy", G_CALLBACK (window_gone_cb), NULL);
    }
  gtk_window_present (GTK_WINDOW (assistant));
  return assistant;
}
