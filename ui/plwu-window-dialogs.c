/* plwu-window-dialogs.c: telling people what could not be done and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include <glib/gi18n.h>

static GtkWidget *
create_problem_list (const PlwProblems *problems)
{
  g_autofree char *text = plw_problems_to_text (problems);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is wrong"),
                                  -1);
  gtk_widget_set_size_request (scroller, 480, 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "card");

  return scroller;
}

/**
 * plwu_window_show_error:
 * @text: one sentence
 * @problems: (nullable): all that is wrong with a plan
 */
void
plwu_window_show_error (PlwuWindow *self, const char *heading, const char *text, const PlwProblems *problems)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (problems != NULL && plw_problems_size (problems) > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), create_problem_list (problems));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Hundreds of widgets, made when they are first asked for. */
void
plwu_window_show_shortcuts (PlwuWindow *self)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/uk/placewright/Placewright/ui/plwu-shortcuts.ui");

      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* A job may hold the other window longer than this one lives. */
static void
gone_cb (GtkWindow *other)
{
  gtk_window_set_transient_for (other, NULL);
  gtk_window_destroy (other);
}

/**
 * plwu_window_present_over:
 *
 * Shows a window that stands over this one and goes with it.
 */
void
plwu_window_present_over (PlwuWindow *self, GtkWindow *other)
{
  gtk_window_set_transient_for (other, GTK_WINDOW (self));
  g_signal_connect_object (self, "destroy", G_CALLBACK (gone_cb), other, G_CONNECT_SWAPPED);
  gtk_window_present (other);
}
