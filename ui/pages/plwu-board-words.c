/* plwu-board-words.c: what the words of the board view mean.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-words.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#define MEANING_CHARS 44

static const struct
{
  const char *name;
  const char *meaning;
} words[] = {
  [PLWU_WORD_NEED] = { N_ ("Need"),
                       N_ ("What a service must spend to go on as planned, after prices, demand, "
                           "pressures and savings.") },
  [PLWU_WORD_SHORTFALL] = { N_ ("Shortfall"), N_ ("The part of a need that no money reaches.") },
  [PLWU_WORD_POT] = { N_ ("Pot"), N_ ("A source of money: a grant, council tax, a reserve.") },
  [PLWU_WORD_RING_FENCE] = { N_ ("Ring-fence"), N_ ("A rule that lets a pot pay for some things only.") },
  [PLWU_WORD_CERTAINTY] = { N_ ("How sure"),
                            N_ ("Confirmed money is promised, indicative is expected, at risk "
                                "may be lost, and a bid is not yet won.") },
  [PLWU_WORD_PRESSURE] = { N_ ("Pressure"), N_ ("A cost that comes on top and cannot be avoided.") },
  [PLWU_WORD_SAVING] = { N_ ("Saving"), N_ ("A planned cut in what a service costs.") },
  [PLWU_WORD_KNOCK_ON] = { N_ ("Knock-on"),
                           N_ ("What one underfunded service makes another one cost, later.") },
  [PLWU_WORD_STATUTORY] = { N_ ("Statutory"), N_ ("What the law obliges a council to provide. It is paid for "
                                                  "first.") },
  [PLWU_WORD_ONE_POT] = { N_ ("One pot"),
                          N_ ("All pooled money used for whatever the place needs most. Today's "
                              "rules do not allow it.") },
  [PLWU_WORD_STRANDED] = { N_ ("Stranded money"), N_ ("Money left over in a pot while a need went unmet.") },
  [PLWU_WORD_PREVENTION] = { N_ ("Prevention"), N_ ("Spending now so that less is needed later.") },
  [PLWU_WORD_CASHABLE] = { N_ ("Cash back"), N_ ("Savings that lower what has to be paid.") },
  [PLWU_WORD_CAPACITY] = { N_ ("Capacity"),
                           N_ ("Time and places that come free. They help people but bring no "
                               "cash.") },
  [PLWU_WORD_PAYBACK] = { N_ ("Payback"),
                          N_ ("The year in which cash back has caught up with what was spent.") },
  [PLWU_WORD_RESERVE] = { N_ ("Reserve"), N_ ("Savings of the councils. They can be spent once.") },
  [PLWU_WORD_STRUCTURAL_GAP] = { N_ ("Structural gap"),
                                 N_ ("Needs that go on every year less money that comes every year.") },
  [PLWU_WORD_CLIFF_EDGE] = { N_ ("Cliff edge"), N_ ("The end of a pot that services rely on.") },
  [PLWU_WORD_SCENARIO] = { N_ ("Scenario"),
                           N_ ("The same plan with some figures different: what would happen "
                               "if.") },
  [PLWU_WORD_BUDGET] = { N_ ("Placemaking budget"),
                         N_ ("The money of a place joined into one budget for at least five years, decided "
                             "by its partners as equals.") },
  [PLWU_WORD_LAPSE] = { N_ ("Lapse"), N_ ("Money that is not spent in time is lost or paid back.") },
  [PLWU_WORD_REVENUE] = { N_ ("Revenue"), N_ ("Money for running services day by day.") },
  [PLWU_WORD_CAPITAL] = { N_ ("Capital"), N_ ("Money for things that last: roads, schools, vehicles.") },
  [PLWU_WORD_ASSUMPTION] = { N_ ("Assumption"),
                             N_ ("A rate that nobody knows for sure, such as pay or prices next year.") },
  [PLWU_WORD_PARTNER] = { N_ ("Partner"),
                          N_ ("An organisation at the board. Each one that votes has one equal vote.") },
  [PLWU_WORD_QUORUM] = { N_ ("Quorum"),
                         N_ ("How many partners must vote before anything is agreed. Those who abstain "
                             "count.") },
  [PLWU_WORD_ABSTAIN] = { N_ ("Abstain"), N_ ("To vote neither for nor against.") },
  [PLWU_WORD_VERSION] = { N_ ("Version"),
                          N_ ("The plan as it was at a moment, kept so that it can be looked up again.") },
};

const char *
plwu_word_name (PlwuWord word)
{
  g_return_val_if_fail ((unsigned) word < PLWU_N_WORDS, "");

  return _ (words[word].name);
}

const char *
plwu_word_meaning (PlwuWord word)
{
  g_return_val_if_fail ((unsigned) word < PLWU_N_WORDS, "");

  return _ (words[word].meaning);
}

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
