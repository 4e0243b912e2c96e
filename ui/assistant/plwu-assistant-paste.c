/* plwu-assistant-paste.c: service lines pasted from a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-assistant-private.h"

#include <glib/gi18n.h>

static void
show_outcome (PlwuChoose *page, guint n_read, const GPtrArray *rejected)
{
  g_autofree char *read = g_strdup_printf (ngettext ("%u line read", "%u lines read", n_read), n_read);
  g_autofree char *heading = rejected->len > 0
                                 ? g_strdup_printf (ngettext ("%s, %u row not understood",
                                                              "%s, %u rows not understood", rejected->len),
                                                    read, rejected->len)
                                 : g_strdup (read);

  plwu_choose_show_notes (page, heading, rejected);
  g_signal_emit_by_name (page, "message", heading);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlwuChoose) page = PLWU_CHOOSE (user_data);
  PlwuDraft *draft = g_object_get_data (G_OBJECT (page), "draft");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GPtrArray) rejected = NULL;

  /* The window may have gone meanwhile, and the draft with it. */
  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  if (text == NULL)
    {
      g_signal_emit_by_name (page, "message",
                             _ ("There is no text to paste: copy some rows of a spreadsheet first."));
      return;
    }

  guint n_read = plwu_draft_paste_lines (draft, text, &rejected);

  show_outcome (page, n_read, rejected);
}

static gboolean
paste (GtkWidget *page, GVariant *arguments, gpointer user_data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, g_object_ref (page));
  return TRUE;
}

static void
clicked_cb (GtkWidget *page)
{
  paste (page, NULL, NULL);
}

void
plwu_assistant_add_paste (PlwuChoose *page, PlwuDraft *draft)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Paste a table"));
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_object_set_data (G_OBJECT (page), "draft", draft);
  gtk_widget_set_tooltip_text (button, _ ("Reads codes, names, groups and amounts copied from a spreadsheet "
                                          "(Ctrl+Shift+V)"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), page, G_CONNECT_SWAPPED);
  plwu_choose_add_button (page, button);

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>v"),
                        gtk_callback_action_new (paste, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (page), shortcuts);
}
