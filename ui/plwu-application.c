/* plwu-application.c: the program: its windows and what belongs to all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-application.h"

#include "plwu-mnemonic.h"
#include "plwu-no-theme.h"
#include "plwu-session.h"
#include "plwu-window.h"

#include <glib/gi18n.h>
#include <placewright/memory.h>

/* While people go from page to page nothing is written. */
#define SESSION_MS 800

struct _PlwuApplication
{
  AdwApplication parent_instance;

  gboolean has_offered_recovery;
  gboolean is_quitting; /* windows that close now still belong to the session */
  guint session_id;     /* 0: nothing to be kept */

  /* The plan named on the command line, read while GTK gets ready */
  char *early_path;         /* (nullable): owned */
  PlwuWindow *early_window; /* (nullable): weak; where it will be shown */
};

G_DEFINE_FINAL_TYPE (PlwuApplication, plwu_application, ADW_TYPE_APPLICATION)

static PlwuWindow *
create_window (PlwuApplication *self)
{
  return PLWU_WINDOW (plwu_window_new (GTK_APPLICATION (self)));
}

/* The main loop runs only after the window was made, so what was read waits for it. */
static void
opened_early_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuApplication) self = PLWU_APPLICATION (user_data);
  g_autoptr (PlwProblems) problems = NULL;

  if (self->early_window != NULL)
    plwu_window_take_opened (self->early_window, result);
  else
    plw_store_free (plwu_open_job_finish (result, &problems, NULL));
  g_clear_weak_pointer (&self->early_window);
}

/* Whether @path is what is being read already; then it is shown in @window. */
static gboolean
take_early (PlwuApplication *self, const char *path, PlwuWindow *window)
{
  g_autofree char *early = g_steal_pointer (&self->early_path);

  if (g_strcmp0 (early, path) != 0)
    {
      self->early_path = g_steal_pointer (&early);
      return FALSE;
    }
  g_set_weak_pointer (&self->early_window, window);
  return TRUE;
}

/* Once, when the program starts: later, working copies are those of open windows. */
static void
offer_recovery (PlwuApplication *self, PlwuWindow *window)
{
  if (self->has_offered_recovery)
    return;

  g_autoptr (GPtrArray) paths = plw_store_recoverable ();

  self->has_offered_recovery = TRUE;
  plwu_window_offer_recovery (window, paths);
}

static GPtrArray *
list_views (PlwuApplication *self)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) plwu_session_view_free);

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = window->next)
    {
      PlwuSessionView *view = PLWU_IS_WINDOW (window->data) ? plwu_window_describe_view (window->data) : NULL;

      if (view != NULL)
        g_ptr_array_add (views, view);
    }
  return views;
}

/* A session without a plan is none: what was open last is what is opened again. */
void
plwu_application_keep_session (PlwuApplication *self)
{
  g_return_if_fail (PLWU_IS_APPLICATION (self));

  g_autoptr (GPtrArray) views = self->is_quitting ? NULL : list_views (self);

  g_clear_handle_id (&self->session_id, g_source_remove);
  if (views != NULL && views->len > 0)
    plwu_session_write (views);
}

static gboolean
keep_session_cb (gpointer user_data)
{
  PlwuApplication *self = PLWU_APPLICATION (user_data);

  self->session_id = 0;
  plwu_application_keep_session (self);
  return G_SOURCE_REMOVE;
}

void
plwu_application_note_session (PlwuApplication *self)
{
  g_return_if_fail (PLWU_IS_APPLICATION (self));

  if (self->session_id == 0 && !self->is_quitting)
    self->session_id = g_timeout_add_full (G_PRIORITY_LOW, SESSION_MS, keep_session_cb, self, NULL);
}

/* One window closed of several is no longer wanted; with the last of them the session ends. */
static void
plwu_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (plwu_application_parent_class)->window_removed (application, window);

  if (PLWU_IS_WINDOW (window))
    plwu_application_keep_session (PLWU_APPLICATION (application));
}

static gboolean
restore_session (PlwuApplication *self)
{
  g_autoptr (GPtrArray) views = plwu_session_read ();

  for (guint i = 0; i < views->len; i++)
    {
      PlwuWindow *window = create_window (self);

      if (i == 0)
        offer_recovery (self, window);
      plwu_window_open_view (window, g_ptr_array_index (views, i));
      plwu_window_arrive (window, TRUE);
    }
  return views->len > 0;
}

static void
plwu_application_activate (GApplication *application)
{
  PlwuApplication *self = PLWU_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  PlwuWindow *window;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  if (restore_session (self))
    return;

  window = create_window (self);
  offer_recovery (self, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
plwu_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlwuApplication *self = PLWU_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      PlwuWindow *window = create_window (self);

      if (path == NULL || take_early (self, path, window) || plwu_window_open (window, PLWU_OPEN_PLAN, path))
        plwu_window_arrive (window, path != NULL);
      else
        gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (window, "application-name", _ ("Placewright"), "application-icon",
                         PLWU_APPLICATION_ID, "version", PLW_VERSION, "comments",
                         _ ("Plans the budget of a place over several years."), "license-type",
                         GTK_LICENSE_GPL_3_0, "developer-name", _ ("The Placewright contributors"), NULL);
}

/* Each window asks about its own plan; the program ends with the last of them. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlwuApplication *self = PLWU_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  plwu_application_keep_session (self);
  self->is_quitting = TRUE;
  for (GList *window = windows; window != NULL; window = window->next)
    if (PLWU_IS_WINDOW (window->data))
      gtk_window_close (window->data);
  g_list_free (windows);
  /* A window that asks first may stay. */
  self->is_quitting = FALSE;
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "quit", quit_action },
};

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/uk/placewright/Placewright/ui/plwu-style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What else is to be opened waits until there is a window. Only names: in a program that runs
 * already, the files are opened there.
 */
static gboolean
plwu_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  PlwuApplication *self = PLWU_APPLICATION (application);

  if (g_strv_length (*arguments) == 2 && (*arguments)[1][0] != '-')
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg ((*arguments)[1]);

      self->early_path = g_file_get_path (file);
    }
  return G_APPLICATION_CLASS (plwu_application_parent_class)
      ->local_command_line (application, arguments, exit_status);
}

/* Not before: until the display has answered, reading would only take its place. From here on GTK reads
 * style sheets.
 */
static void
display_opened_cb (PlwuApplication *self)
{
  plwu_no_theme_use ();
  if (self->early_path != NULL)
    plwu_open_job_start (PLWU_OPEN_PLAN, self->early_path, NULL, opened_early_cb, g_object_ref (self));
}

static void
plwu_application_startup (GApplication *application)
{
  PlwuApplication *self = PLWU_APPLICATION (application);

  const char *const quit_keys[] = { "<Control>q", NULL };
  const char *const help_keys[] = { "<Control>question", NULL };
  const char *const next_keys[] = { "<Control>Page_Down", NULL };
  const char *const previous_keys[] = { "<Control>Page_Up", NULL };

  plw_keep_memory ();
  g_signal_connect_object (gdk_display_manager_get (), "display-opened", G_CALLBACK (display_opened_cb), self,
                           G_CONNECT_SWAPPED);
  /* GTK begins to read the icons in a thread when they are first asked for, and reads them again, with the
   * window waiting, for each folder that is added later. Done here, libadwaita's is added at once; and what
   * GTK would look for under a path of the application's own, it has not.
   */
  g_application_set_resource_base_path (application, NULL);
  adw_init ();
  G_APPLICATION_CLASS (plwu_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PLWU_APPLICATION_ID);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.show-help-overlay", help_keys);
  /* Here, as what scrolls would take them before the window. */
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.step-page(1)", next_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.step-page(-1)", previous_keys);
  load_style ();
  plwu_mnemonic_watch ();
}

static void
plwu_application_shutdown (GApplication *application)
{
  PlwuApplication *self = PLWU_APPLICATION (application);

  g_clear_handle_id (&self->session_id, g_source_remove);
  g_clear_weak_pointer (&self->early_window);
  g_clear_pointer (&self->early_path, g_free);

  G_APPLICATION_CLASS (plwu_application_parent_class)->shutdown (application);
}

static void
plwu_application_class_init (PlwuApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  GTK_APPLICATION_CLASS (klass)->window_removed = plwu_application_window_removed;
  application_class->shutdown = plwu_application_shutdown;
  application_class->local_command_line = plwu_application_local_command_line;
  application_class->startup = plwu_application_startup;
  application_class->activate = plwu_application_activate;
  application_class->open = plwu_application_open;
}

static void
plwu_application_init (PlwuApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

PlwuApplication *
plwu_application_new (void)
{
  return g_object_new (PLWU_TYPE_APPLICATION, "application-id", PLWU_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
