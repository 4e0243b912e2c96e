/* test-keys-support.c: real keys, for tests of what a hand at the keyboard can do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-keys-support.h"

#include <string.h>

#include <gdk/x11/gdkx.h>

static guint n_presses;

gboolean
can_press (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  return program != NULL && GDK_IS_X11_DISPLAY (gdk_display_get_default ());
}

void
settle (guint milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The window lives in this process, so the main loop must run meanwhile. */
static void
run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean has_ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);
  settle (100);
}

void
focus_window (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  const char *arguments[] = { "xdotool", "windowfocus", id, NULL };

  settle (200);
  run_xdotool (arguments);
  settle (100);
}

void
press (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer) "xdotool");
  g_ptr_array_add (arguments, (gpointer) "key");
  g_ptr_array_add (arguments, (gpointer) "--delay");
  g_ptr_array_add (arguments, (gpointer) "15");
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (arguments, names[i]);
  g_ptr_array_add (arguments, NULL);
  n_presses += g_strv_length (names);
  run_xdotool ((const char *const *) arguments->pdata);
}

void
type_text (const char *text)
{
  const char *arguments[] = { "xdotool", "type", "--delay", "15", text, NULL };

  n_presses += (guint) g_utf8_strlen (text, -1);
  run_xdotool (arguments);
}

guint
count_presses (void)
{
  guint n = n_presses;

  n_presses = 0;
  return n;
}
