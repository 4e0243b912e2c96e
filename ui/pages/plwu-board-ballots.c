/* plwu-board-ballots.c: one row for each partner that votes, one press a vote.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-board-votes-private.h"

#include <string.h>

#include <glib/gi18n.h>

static const char *const vote_names[PLWU_BOARD_N_VOTES] = {
  [PLW_VOTE_FOR] = N_ ("For"),
  [PLW_VOTE_AGAINST] = N_ ("Against"),
  [PLW_VOTE_ABSTAIN] = N_ ("Abstain"),
};

void
plwu_ballot_free (PlwuBallot *ballot)
{
  g_free (ballot->partner);
  g_free (ballot);
}

/* A press votes; a second press on the same takes the vote back. */
static void
voted_cb (PlwuBoardVotes *self, GtkToggleButton *button)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  const char *code = g_object_get_data (G_OBJECT (button), "partner");
  int vote = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "vote"));
  g_autoptr (GError) error = NULL;
  size_t decision;
  size_t partner;

  if (self->is_filling || !plwu_board_votes_find (self, &decision)
      || !plw_plan_find_key (plan, PLW_TABLE_PARTNERS, code, &partner))
    return;

  gboolean is_done = plwu_board_vote (self->document, decision, partner,
                                      gtk_toggle_button_get_active (button) ? vote : PLWU_VOTE_NONE,
                                      gtk_editable_get_text (GTK_EDITABLE (self->voter)), &error);

  plwu_board_votes_finish (self, is_done, error);
}

static GtkWidget *
create_button (PlwuBoardVotes *self, PlwuBallot *ballot, const char *name, int vote)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (vote_names[vote]));
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), name, _ (vote_names[vote]));

  ballot->buttons[vote] = GTK_TOGGLE_BUTTON (button);
  g_object_set_data (G_OBJECT (button), "vote", GINT_TO_POINTER (vote));
  g_object_set_data_full (G_OBJECT (button), "partner", g_strdup (ballot->partner), g_free);
  gtk_widget_add_css_class (button, "plwu-board-vote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (voted_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_ballot (PlwuBoardVotes *self, const PlwPlan *plan, size_t partner)
{
  PlwuBallot *ballot = g_new0 (PlwuBallot, 1);
  const char *name = plw_plan_name (plan, PLW_TABLE_PARTNERS, partner);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cast = gtk_label_new (NULL);
  int row = (int) self->ballots->len;

  ballot->partner = g_strdup (plw_plan_text (plan, PLW_TABLE_PARTNERS, partner, PLW_PARTNERS_CODE));
  ballot->name = GTK_LABEL (label);
  ballot->cast = GTK_LABEL (cast);
  gtk_label_set_xalign (ballot->name, 0);
  gtk_label_set_ellipsize (ballot->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (ballot->name, 8);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (ballot->cast, 0);
  gtk_label_set_ellipsize (ballot->cast, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (ballot->cast, 10);
  gtk_widget_add_css_class (cast, "dim-label");
  gtk_widget_add_css_class (cast, "caption");
  gtk_widget_add_css_class (buttons, "linked");
  for (int vote = 0; vote < PLWU_BOARD_N_VOTES; vote++)
    gtk_box_append (GTK_BOX (buttons), create_button (self, ballot, name, vote));

  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, buttons, 1, row, 1, 1);
  gtk_grid_attach (self->grid, cast, 2, row, 1, 1);
  g_ptr_array_add (self->ballots, ballot);
}

/* Whether there is a row for every partner that votes, by its name. */
static gboolean
has_ballots (PlwuBoardVotes *self, const PlwPlan *plan)
{
  guint n = 0;

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); i++)
    {
      const PlwuBallot *ballot = n < self->ballots->len ? g_ptr_array_index (self->ballots, n) : NULL;

      if (!plw_board_votes (plan, i))
        continue;
      if (ballot == NULL
          || strcmp (ballot->partner, plw_plan_text (plan, PLW_TABLE_PARTNERS, i, PLW_PARTNERS_CODE)) != 0
          || strcmp (gtk_label_get_text (ballot->name), plw_plan_name (plan, PLW_TABLE_PARTNERS, i)) != 0)
        return FALSE;
      n++;
    }
  return n == self->ballots->len;
}

static void
create_ballots (PlwuBoardVotes *self, const PlwPlan *plan)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->ballots, 0);
  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_PARTNERS); i++)
    if (plw_board_votes (plan, i))
      add_ballot (self, plan, i);
}

static char *
describe_cast (const PlwPlan *plan, size_t row)
{
  const char *voter = plw_plan_text (plan, PLW_TABLE_VOTES, row, PLW_VOTES_VOTER);
  const char *made = plw_plan_text (plan, PLW_TABLE_VOTES, row, PLW_VOTES_MADE);

  return g_strdup_printf ("%s%s%s", made, *voter != '\0' && *made != '\0' ? " · " : "", voter);
}

static void
show_ballot (const PlwuBallot *ballot, const PlwPlan *plan, size_t decision, gboolean is_closed)
{
  size_t partner;
  size_t row;
  gint64 vote = PLWU_VOTE_NONE;
  g_autofree char *cast = NULL;

  if (plw_plan_find_key (plan, PLW_TABLE_PARTNERS, ballot->partner, &partner)
      && plw_board_find_vote (plan, decision, partner, &row))
    {
      vote = plw_plan_number (plan, PLW_TABLE_VOTES, row, PLW_VOTES_VOTE);
      cast = describe_cast (plan, row);
    }
  for (int i = 0; i < PLWU_BOARD_N_VOTES; i++)
    {
      gtk_toggle_button_set_active (ballot->buttons[i], i == vote);
      gtk_widget_set_sensitive (GTK_WIDGET (ballot->buttons[i]), !is_closed);
    }
  gtk_label_set_text (ballot->cast, cast != NULL ? cast : _ ("not yet"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (ballot->cast), cast);
}

void
plwu_board_votes_show_ballots (PlwuBoardVotes *self, size_t decision)
{
  const PlwPlan *plan = plwu_document_get_plan (self->document);
  PlwTally tally = plw_board_tally (plan, decision);

  if (!has_ballots (self, plan))
    create_ballots (self, plan);
  self->is_filling = TRUE;
  for (guint i = 0; i < self->ballots->len; i++)
    show_ballot (g_ptr_array_index (self->ballots, i), plan, decision, tally.is_closed);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->no_partners, self->ballots->len == 0);
}
