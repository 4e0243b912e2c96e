/* bench-start.c: from the start of a process to its first frame.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run, then it ends: `bench-start bare` shows an empty window, `bench-start PLAN`
 * a plan's Overview with its results. Prints when the first frame was painted, in microseconds of the
 * clock that only goes forward: what the system does with a process that has ended is no part of it.
 * start.py runs both in turn and compares.
 */
#include "plwu-application.h"
#include "plwu-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
end_cb (void)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _Exit (0);
}

/* Results are there: the next frame shows them. */
static void
result_changed_cb (PlwuDocument *document, gpointer data)
{
  if (!plwu_document_is_stale (document))
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (data)), "after-paint", end_cb, NULL);
}

static gboolean
look_for_document_cb (gpointer data)
{
  PlwuDocument *document = plwu_window_get_document (PLWU_WINDOW (data));

  if (document == NULL)
    return G_SOURCE_CONTINUE;
  g_signal_connect (document, "result-changed", G_CALLBACK (result_changed_cb), data);
  result_changed_cb (document, data);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  /* Often enough that no frame is missed, and never in the way of what opens the plan. */
  g_timeout_add (1, look_for_document_cb, window);
}

static void
show_bare_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  /* As large as ours opens. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", end_cb, NULL);
}

static int
run_bare (char *program)
{
  char *arguments[] = { program, NULL };
  g_autoptr (AdwApplication) application =
      adw_application_new ("uk.placewright.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (show_bare_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, arguments);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: bench-start bare | PLAN\n");
      return 2;
    }
  if (strcmp (argv[1], "bare") == 0)
    return run_bare (argv[0]);

  g_autoptr (PlwuApplication) application = plwu_application_new ();

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
