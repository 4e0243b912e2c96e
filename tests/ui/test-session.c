/* test-session.c: a program started again shows what it showed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-application.h"
#include "plwu-window.h"
#include "test-window-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_document_save_finish (PLWU_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A plan in a file of its own. */
static char *
save_plan (PlwuDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("placewright-session-XXXXXX", NULL);
  char *path = g_build_filename (folder, "smallshire.placewright", NULL);
  gboolean is_saved = FALSE;

  plwu_document_save_async (document, path, TRUE, saved_cb, &is_saved);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  return path;
}

static void
remove_plan (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static PlwuSessionView *
create_view (const char *path, const char *page)
{
  PlwuSessionView *view = g_new0 (PlwuSessionView, 1);

  view->path = g_strdup (path);
  view->page = g_strdup (page);
  view->scenario = g_strdup ("no-road-grant");
  view->policy = g_strdup (PLWU_POLICY_PLACEMAKING);
  view->unit = g_strdup ("thousands");
  view->explains = TRUE;
  view->width = 1200;
  view->height = 700;
  return view;
}

static void
assert_view (const PlwuSessionView *view, const PlwuSessionView *expected)
{
  g_assert_cmpstr (view->path, ==, expected->path);
  g_assert_cmpstr (view->page, ==, expected->page);
  g_assert_cmpstr (view->scenario, ==, expected->scenario);
  g_assert_cmpstr (view->policy, ==, expected->policy);
  g_assert_cmpstr (view->unit, ==, expected->unit);
  g_assert_cmpint (view->explains, ==, expected->explains);
}

/* What is written is read; plans that are gone meanwhile are not asked for. */
static void
test_file (void)
{
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autofree char *path = save_plan (document);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_session_view_free);
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (views, create_view ("/nowhere/gone.placewright", "pots"));
  g_ptr_array_add (views, create_view (path, "history"));
  plwu_session_write (views);
  found = plwu_session_read ();
  g_assert_cmpuint (found->len, ==, 1);
  assert_view (g_ptr_array_index (found, 0), g_ptr_array_index (views, 1));
  plwu_document_close (document, TRUE);
  remove_plan (path);
}

/* A window opened for a view shows it: page, scenario, policy, unit, panel. */
static void
test_window (void)
{
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autofree char *path = save_plan (document);
  g_autoptr (PlwuSessionView) wanted = create_view (path, "scenarios");
  g_autoptr (PlwuSessionView) shown = NULL;
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  plwu_document_close (document, FALSE);
  plwu_window_open_view (window, wanted);
  gtk_window_present (GTK_WINDOW (window));
  while (plwu_window_get_document (window) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  wait_for_result (plwu_window_get_document (window));
  shown = plwu_window_describe_view (window);
  g_assert_nonnull (shown);
  assert_view (shown, wanted);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_plan (path);
}

/* A plan that a window has already is shown there, and no empty window comes beside it. */
static void
test_opened_twice (void)
{
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autofree char *path = save_plan (document);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PlwuApplication) application = plwu_application_new ();
  g_autoptr (GError) error = NULL;
  GList *windows;

  plwu_document_close (document, FALSE);
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  g_assert_false (gtk_widget_get_visible (windows->data));
  while (plwu_window_get_document (windows->data) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (windows->data));
  g_application_open (G_APPLICATION (application), &file, 1, "");
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  gtk_window_destroy (windows->data);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_plan (path);
}

/* What a plan no longer has does no harm. */
static void
test_gone (void)
{
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autofree char *path = save_plan (document);
  g_autoptr (PlwuSessionView) wanted = create_view (path, "no-such-page");
  g_autoptr (PlwuSessionView) shown = NULL;
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));

  g_free (wanted->scenario);
  wanted->scenario = g_strdup ("no-such-scenario");
  g_free (wanted->policy);
  wanted->policy = g_strdup ("no-such-policy");
  plwu_document_close (document, FALSE);
  plwu_window_open_view (window, wanted);
  while (plwu_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  shown = plwu_window_describe_view (window);
  g_assert_cmpstr (shown->page, ==, "overview");
  g_assert_cmpstr (shown->scenario, ==, "");
  g_assert_cmpstr (shown->policy, ==, PLWU_POLICY_TODAY);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_plan (path);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/session/file", test_file);
  g_test_add_func ("/ui/session/window", test_window);
  g_test_add_func ("/ui/session/gone", test_gone);
  g_test_add_func ("/ui/session/opened-twice", test_opened_twice);

  return g_test_run ();
}
