/* plwu-board-words.c: the words of the board view, each to be asked what it means.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-words.h"

#include <stdlib.h>

#define MEANING_CHARS 44

/* The popover takes neither focus nor clicks from what is around it. */
static void
show_cb (GtkPopover *popover)
{
  gtk_popover_popup (popover);
}

static void
hide_cb (GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

static void
free_popover_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static GtkWidget *
create_popover (PlwuWord word)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (plwu_word_meaning (word));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MEANING_CHARS);
  gtk_widget_add_css_class (label, "plwu-board-meaning");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  gtk_widget_set_can_target (popover, FALSE);
  gtk_widget_set_can_focus (popover, FALSE);

  return popover;
}

GtkWidget *
plwu_word_button_new (PlwuWord word)
{
  g_return_val_if_fail ((unsigned) word < PLWU_N_WORDS, NULL);

  GtkWidget *button = gtk_button_new_with_label (plwu_word_name (word));
  GtkWidget *popover = create_popover (word);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_add_css_class (button, "plwu-board-word");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  plwu_word_meaning (word), -1);
  gtk_widget_set_parent (popover, button);
  g_signal_connect_object (button, "destroy", G_CALLBACK (free_popover_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (show_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (hide_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (show_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (hide_cb), popover, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, focus);
  gtk_widget_add_controller (button, motion);

  return button;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (plwu_word_name (*(const PlwuWord *) a), plwu_word_name (*(const PlwuWord *) b));
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
plwu_word_list_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();
  PlwuWord sorted[PLWU_N_WORDS];

  for (int i = 0; i < PLWU_N_WORDS; i++)
    sorted[i] = (PlwuWord) i;
  qsort (sorted, PLWU_N_WORDS, sizeof *sorted, compare_words);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_start (grid, 18);
  gtk_widget_set_margin_end (grid, 18);
  for (int i = 0; i < PLWU_N_WORDS; i++)
    {
      GtkWidget *meaning = create_label (plwu_word_meaning (sorted[i]), "plwu-board-meaning");

      gtk_widget_set_hexpand (meaning, TRUE);
      gtk_grid_attach (GTK_GRID (grid), create_label (plwu_word_name (sorted[i]), "heading"), 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), meaning, 1, i, 1, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);

  return scroller;
}
