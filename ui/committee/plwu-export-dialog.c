/* plwu-export-dialog.c: asks how a committee workbook is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-export-dialog.h"

#include <glib/gi18n.h>

#define PUBLICATION_KEY "publication"
#define MINUS_KEY "minus"
#define LOG_KEY "log"

/* @group: (nullable): the first of those of which one is chosen */
static GtkWidget *
add_choice (GtkWidget *box, GtkWidget *group, const char *label, const char *why)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group != NULL ? GTK_CHECK_BUTTON (group) : NULL);
  gtk_widget_set_tooltip_text (button, why);
  gtk_box_append (GTK_BOX (box), button);
  if (why != NULL)
    {
      GtkWidget *text = gtk_label_new (why);

      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_widget_set_margin_start (text, 30);
      gtk_widget_set_margin_bottom (text, 6);
      gtk_widget_add_css_class (text, "dim-label");
      gtk_widget_add_css_class (text, "caption");
      gtk_box_append (GTK_BOX (box), text);
    }
  return button;
}

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_choices (GtkWidget *dialog, const PlwuWorkbookOptions *options)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *working;
  GtkWidget *publication;
  GtkWidget *brackets;
  GtkWidget *minus;
  GtkWidget *log;

  add_heading (box, _ ("Who is it for?"));
  working =
      add_choice (box, NULL, _ ("_Those who work on the plan"),
                  _ ("Live formulas: an assumption may be changed in a spreadsheet and figures follow."));
  publication = add_choice (box, working, _ ("_Everybody: for publication"),
                            _ ("Figures only, by the rules for accessible spreadsheets."));
  add_heading (box, _ ("Amounts below nothing"));
  brackets = add_choice (box, NULL, _ ("In _brackets: (1,250)"), NULL);
  minus = add_choice (box, brackets, _ ("With a _minus: -1,250"), NULL);
  add_heading (box, _ ("Beside the tables"));
  log = add_choice (box, NULL, _ ("The _log of changes since the last version"), NULL);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (options->form == PLW_PAPER_PUBLICATION ? publication : working), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (options->has_minus ? minus : brackets), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (log), options->has_log);
  g_object_set_data (G_OBJECT (dialog), PUBLICATION_KEY, publication);
  g_object_set_data (G_OBJECT (dialog), MINUS_KEY, minus);
  g_object_set_data (G_OBJECT (dialog), LOG_KEY, log);
  return box;
}

/* Enter goes on with what was chosen the last time. */
static void
mapped_cb (GtkWindow *dialog)
{
  gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
}

GtkWidget *
plwu_export_dialog_new (GtkWindow *parent, const PlwuWorkbookOptions *options)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Export a workbook"), NULL);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), create_choices (dialog, options));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    PLWU_EXPORT_RESPONSE, _ ("C_hoose where…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), PLWU_EXPORT_RESPONSE,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), PLWU_EXPORT_RESPONSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_after (dialog, "map", G_CALLBACK (mapped_cb), NULL);
  return dialog;
}

static gboolean
is_chosen (GtkWidget *dialog, const char *key)
{
  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (dialog), key));
}

void
plwu_export_dialog_get_options (GtkWidget *dialog, PlwuWorkbookOptions *ret_options)
{
  ret_options->form = is_chosen (dialog, PUBLICATION_KEY) ? PLW_PAPER_PUBLICATION : PLW_PAPER_WORKING;
  ret_options->has_minus = is_chosen (dialog, MINUS_KEY);
  ret_options->has_log = is_chosen (dialog, LOG_KEY);
}
