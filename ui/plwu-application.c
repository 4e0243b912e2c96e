/* plwu-application.c: the program: its windows and what belongs to all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-application.h"

#include "plwu-drop-down.h"
#include "plwu-window.h"

#include <glib/gi18n.h>

struct _PlwuApplication
{
  AdwApplication parent_instance;

  gboolean has_offered_recovery;
};

G_DEFINE_FINAL_TYPE (PlwuApplication, plwu_application, ADW_TYPE_APPLICATION)

static PlwuWindow *
create_window (PlwuApplication *self)
{
  return PLWU_WINDOW (plwu_window_new (GTK_APPLICATION (self)));
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

static void
plwu_application_activate (GApplication *application)
{
  PlwuApplication *self = PLWU_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  PlwuWindow *window = active != NULL ? NULL : create_window (self);

  if (window != NULL)
    offer_recovery (self, window);
  gtk_window_present (window != NULL ? GTK_WINDOW (window) : active);
}

static void
plwu_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlwuApplication *self = PLWU_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      PlwuWindow *window = create_window (self);

      gtk_window_present (GTK_WINDOW (window));
      if (path != NULL)
        plwu_window_open (window, PLWU_OPEN_PLAN, path);
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
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *window = windows; window != NULL; window = window->next)
    if (PLWU_IS_WINDOW (window->data))
      gtk_window_close (window->data);
  g_list_free (windows);
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

static void
plwu_application_startup (GApplication *application)
{
  const char *const quit_keys[] = { "<Control>q", NULL };
  const char *const help_keys[] = { "<Control>question", NULL };
  const char *const next_keys[] = { "<Control>Page_Down", NULL };
  const char *const previous_keys[] = { "<Control>Page_Up", NULL };

  G_APPLICATION_CLASS (plwu_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (PLWU_APPLICATION_ID);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.show-help-overlay", help_keys);
  /* Here, as what scrolls would take them before the window. */
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.step-page(1)", next_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.step-page(-1)", previous_keys);
  load_style ();
  plwu_drop_down_watch ();
}

static void
plwu_application_class_init (PlwuApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

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
