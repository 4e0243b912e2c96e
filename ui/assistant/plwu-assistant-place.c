/* plwu-assistant-place.c: the assistant's first page: place, area, base year, years.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-assistant-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
changed_cb (GtkEditable *entry, gpointer user_data)
{
  plwu_draft_set (user_data, gtk_editable_get_text (entry));
}

/* Not AdwEntryRow: the one of libadwaita 1.2 does not tell a screen reader that
 * the keyboard is in it. @field: of the draft, which outlives the page.
 */
static void
add_entry (GtkWidget *group, const char *title, char **field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_editable_set_text (GTK_EDITABLE (entry), *field);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

GtkWidget *
plwu_assistant_place_new (PlwuDraft *draft)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 620);
  gtk_widget_set_margin_top (group, 24);
  gtk_widget_set_margin_start (group, 12);
  gtk_widget_set_margin_end (group, 12);
  add_entry (group, _ ("Name of the place, such as Lancashire"), &draft->place);
  add_entry (group, _ ("Area it covers (may stay empty)"), &draft->area);
  add_entry (group, _ ("Base year: the approved budget, such as 2026/27"), &draft->base_year);
  add_entry (group, _ ("Years after it, five or more"), &draft->years);
  adw_clamp_set_child (ADW_CLAMP (clamp), group);

  return clamp;
}
