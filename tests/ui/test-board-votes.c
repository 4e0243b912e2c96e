/* test-board-votes.c: decisions, votes and comments, and that figures stay as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-board-acts.h"
#include "pages/plwu-board-private.h"
#include "pages/plwu-board-votes-private.h"
#include "pages/plwu-board-window.h"
#include "test-window-support.h"

#include <string.h>

typedef struct
{
  PlwuDocument *document;
  GtkWidget *window;
  PlwuBoardView *view;
} Fixture;

static void
add_partner (PlwuDocument *document, const char *code, const char *name, gboolean is_voting)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  g_autoptr (PlwEdit) edit = plw_edit_new ("New partner");
  PlwValue cells[PLW_PARTNERS_N_COLUMNS] = { 0 };

  cells[PLW_PARTNERS_CODE] = plw_value_text (code);
  cells[PLW_PARTNERS_NAME] = plw_value_text (name);
  cells[PLW_PARTNERS_VOTING] = plw_value_number (is_voting);
  plw_edit_insert_row (edit, plan, PLW_TABLE_PARTNERS, plw_plan_n_rows (plan, PLW_TABLE_PARTNERS), cells,
                       G_N_ELEMENTS (cells));
  g_assert_true (plwu_document_commit (document, edit, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  add_partner (fixture->document, "county-hall", "The county", TRUE);
  add_partner (fixture->document, "nhs", "NHS", TRUE);
  add_partner (fixture->document, "police", "Police", TRUE);
  add_partner (fixture->document, "ministry", "Ministry", FALSE);
  assert_sound (fixture->document);
  fixture->window = plwu_board_window_new (fixture->document, NULL);
  fixture->view = plwu_board_window_get_view (PLWU_BOARD_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  plwu_board_view_set_screen (fixture->view, PLWU_BOARD_DECISIONS);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_result (fixture->document);
  g_assert_finalize_object (fixture->document);
}

static const PlwPlan *
get_plan (Fixture *fixture)
{
  return plwu_document_get_plan (fixture->document);
}

static const char *
read_text (Fixture *fixture, PlwTableId table, size_t column)
{
  return plw_plan_text (get_plan (fixture), table, 0, column);
}

static void
put_decision (Fixture *fixture)
{
  PlwuBoardVotes *votes = fixture->view->votes;

  gtk_toggle_button_set_active (votes->put, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (votes->name), "Agree the plan");
  gtk_editable_set_text (GTK_EDITABLE (votes->proposal), "To plan on the base case");
  g_signal_emit_by_name (votes->proposal, "activate");
}

static const PlwuBallot *
get_ballot (Fixture *fixture, guint index)
{
  g_assert_cmpuint (index, <, fixture->view->votes->ballots->len);
  return g_ptr_array_index (fixture->view->votes->ballots, index);
}

static void
press_vote (Fixture *fixture, guint partner, PlwVote vote)
{
  g_signal_emit_by_name (get_ballot (fixture, partner)->buttons[vote], "clicked");
}

static void
assert_outcome (Fixture *fixture, const char *outcome, const char *count)
{
  g_assert_cmpstr (gtk_label_get_text (fixture->view->votes->outcome), ==, outcome);
  g_assert_cmpstr (gtk_label_get_text (fixture->view->votes->count), ==, count);
}

/* A decision is put for what is shown and names the version that was made of the plan. */
static void
test_put (Fixture *fixture, gconstpointer data)
{
  const PlwVersion *version;
  g_autoptr (PlwPlan) kept = NULL;

  g_assert_true (gtk_widget_get_visible (fixture->view->votes->none));
  plwu_document_set_policy (fixture->document, PLWU_POLICY_PLACEMAKING);
  put_decision (fixture);

  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_DECISIONS), ==, 1);
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_NAME), ==, "Agree the plan");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_PROPOSAL), ==,
                   "To plan on the base case");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_POLICY), ==, "placemaking");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_MADE), !=, "");
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==, "Decision “Agree the plan”");

  version = plwu_document_get_last_version (fixture->document);
  g_assert_nonnull (version);
  kept = plwu_document_read_version (fixture->document, version->id, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_VERSION), ==, version->name);
  g_assert_cmpuint (plw_plan_n_rows (kept, PLW_TABLE_DECISIONS), ==, 0);
  g_assert_false (gtk_widget_get_visible (fixture->view->votes->none));
  g_assert_false (gtk_widget_get_visible (fixture->view->votes->form));
  assert_outcome (fixture, "Open. Too few have voted so far",
                  "0 for, 0 against, 0 abstained, 3 not yet. 2 of 3 must vote: not enough have.");
}

static void
test_untitled_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plwu_board_put (fixture->document, "  ", "Something", &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_DECISIONS), ==, 0);
}

/* One press a vote, changeable, each one step of undo; who does not vote has no row. */
static void
test_vote (Fixture *fixture, gconstpointer data)
{
  put_decision (fixture);
  g_assert_cmpuint (fixture->view->votes->ballots->len, ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (fixture->view->votes->voter), "The chair");
  press_vote (fixture, 1, PLW_VOTE_AGAINST);
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==, "Vote of NHS on “Agree the plan”");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_VOTES, PLW_VOTES_PARTNER), ==, "nhs");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_VOTES, PLW_VOTES_VOTER), ==, "The chair");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_VOTES, PLW_VOTES_MADE), !=, "");
  press_vote (fixture, 1, PLW_VOTE_ABSTAIN);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_VOTES), ==, 1);
  g_assert_false (gtk_toggle_button_get_active (get_ballot (fixture, 1)->buttons[PLW_VOTE_AGAINST]));
  g_assert_true (gtk_toggle_button_get_active (get_ballot (fixture, 1)->buttons[PLW_VOTE_ABSTAIN]));
  press_vote (fixture, 0, PLW_VOTE_FOR);
  assert_outcome (fixture, "Open. As it stands: agreed",
                  "1 for, 0 against, 1 abstained, 1 not yet. 2 of 3 must vote: enough have.");

  /* The same again takes it back. */
  press_vote (fixture, 0, PLW_VOTE_FOR);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_VOTES), ==, 1);
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==,
                   "Vote of The county on “Agree the plan” taken back");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put_decision (fixture);
  press_vote (fixture, 0, PLW_VOTE_FOR);
  press_vote (fixture, 1, PLW_VOTE_FOR);
  press_vote (fixture, 2, PLW_VOTE_AGAINST);
  g_signal_emit_by_name (fixture->view->votes->close, "clicked");
  assert_outcome (fixture, "Agreed",
                  "2 for, 1 against, 0 abstained, 0 not yet. 2 of 3 must vote: enough have.");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_ballot (fixture, 0)->buttons[PLW_VOTE_FOR])));
  g_assert_false (plwu_board_vote (fixture->document, 0, 0, PLW_VOTE_AGAINST, "", &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_signal_emit_by_name (fixture->view->votes->close, "clicked");
  assert_outcome (fixture, "Open. As it stands: agreed",
                  "2 for, 1 against, 0 abstained, 0 not yet. 2 of 3 must vote: enough have.");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_DECISIONS, PLW_DECISIONS_CLOSED), ==, "");
}

/* Undo here takes back what was done here, and never an edit of the plan. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  put_decision (fixture);
  press_vote (fixture, 0, PLW_VOTE_FOR);
  plwu_board_view_undo (fixture->view);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_VOTES), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (get_ballot (fixture, 0)->buttons[PLW_VOTE_FOR]));
  plwu_board_view_undo (fixture->view);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_DECISIONS), ==, 0);
  plwu_board_view_undo (fixture->view);
  g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), PLW_TABLE_PARTNERS), ==, 4);
}

/* Comments belong to their screen, and to one version while no figure changes. */
static void
test_comment (Fixture *fixture, gconstpointer data)
{
  PlwuBoardComments *comments = fixture->view->comments;
  g_autofree char *first = NULL;
  g_autoptr (PlwEdit) edit = plw_edit_new ("Another figure");
  const char *about = plwu_board_about (PLWU_BOARD_ONE_POT);

  plwu_board_view_set_screen (fixture->view, PLWU_BOARD_ONE_POT);
  g_assert_true (plwu_board_comment (fixture->document, about, NULL, "Which rule costs most?", "nhs",
                                     "The chair", NULL));
  g_assert_cmpuint (plwu_board_comments_get_n (comments), ==, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (fixture->view->comment_button)), ==, "_Comments (1)");
  g_assert_cmpstr (plwu_document_get_undo_name (fixture->document), ==,
                   "Comment on “What would one pot change?”");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_COMMENTS, PLW_COMMENTS_PARTNER), ==, "nhs");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_COMMENTS, PLW_COMMENTS_AUTHOR), ==, "The chair");
  g_assert_cmpstr (read_text (fixture, PLW_TABLE_COMMENTS, PLW_COMMENTS_MADE), !=, "");
  first = g_strdup (read_text (fixture, PLW_TABLE_COMMENTS, PLW_COMMENTS_VERSION));
  g_assert_cmpstr (first, !=, "");

  g_assert_true (plwu_board_comment (fixture->document, about, NULL, "And when?", "", "", NULL));
  g_assert_cmpstr (plw_plan_text (get_plan (fixture), PLW_TABLE_COMMENTS, 1, PLW_COMMENTS_VERSION), ==,
                   first);
  plwu_board_view_set_screen (fixture->view, PLWU_BOARD_RISKS);
  g_assert_cmpuint (plwu_board_comments_get_n (comments), ==, 0);

  plw_edit_set_cell (edit, get_plan (fixture), PLW_TABLE_COSTS, 0, PLW_COSTS_BASE, plw_value_number (12345));
  g_assert_true (plwu_document_commit (fixture->document, edit, NULL));
  g_usleep (1100 * G_TIME_SPAN_MILLISECOND); /* versions are named by the second */
  g_assert_true (plwu_board_comment (fixture->document, about, NULL, "And now?", "", "", NULL));
  g_assert_cmpstr (plw_plan_text (get_plan (fixture), PLW_TABLE_COMMENTS, 2, PLW_COMMENTS_VERSION), !=,
                   first);
}

/* Digits and letters typed into an entry are text, and lead nowhere. */
static void
test_typing_steps_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean is_handled = TRUE;

  gtk_toggle_button_set_active (fixture->view->comment_button, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_1, 0, 0, &is_handled);
    }
  g_assert_false (is_handled);
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, PLWU_BOARD_DECISIONS);
}

/* Whatever the board does, no table but its own is touched. */
static void
test_figures_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwPlan) before = plw_plan_copy (get_plan (fixture));

  put_decision (fixture);
  press_vote (fixture, 0, PLW_VOTE_FOR);
  g_assert_true (plwu_board_comment (fixture->document, "Where are we?", NULL, "Well", "", "", NULL));
  g_signal_emit_by_name (fixture->view->votes->close, "clicked");
  plwu_board_levers_move (fixture->view->levers, 0, 100);
  for (int table = 0; table < PLW_TABLE_DECISIONS; table++)
    {
      size_t n_rows = plw_plan_n_rows (before, (PlwTableId) table);

      g_assert_cmpuint (plw_plan_n_rows (get_plan (fixture), (PlwTableId) table), ==, n_rows);
      for (size_t row = 0; row < n_rows; row++)
        for (size_t i = 0; i < plw_plan_n_columns (before, (PlwTableId) table); i++)
          {
            g_autofree char *was = plw_plan_cell_to_text (before, (PlwTableId) table, row, i);
            g_autofree char *is = plw_plan_cell_to_text (get_plan (fixture), (PlwTableId) table, row, i);

            g_assert_cmpstr (was, ==, is);
          }
    }
}

/* The list of words is shown instead of the picture, and stepping leaves it. */
static void
test_all_words (Fixture *fixture, gconstpointer data)
{
  gtk_toggle_button_set_active (fixture->view->glossary_button, TRUE);
  g_assert_true (gtk_stack_get_visible_child (fixture->view->stack) == fixture->view->glossary);
  plwu_board_view_set_screen (fixture->view, PLWU_BOARD_RISKS);
  g_assert_false (gtk_toggle_button_get_active (fixture->view->glossary_button));
  g_assert_true (gtk_stack_get_visible_child (fixture->view->stack)
                 == fixture->view->screens[PLWU_BOARD_RISKS]);
  for (int word = 0; word < PLWU_N_WORDS; word++)
    {
      g_assert_cmpstr (plwu_word_name ((PlwuWord) word), !=, "");
      g_assert_cmpstr (plwu_word_meaning ((PlwuWord) word), !=, "");
    }
}

/* The vote is said with its partner, as nobody sees the row who hears it. */
static void
test_votes_are_named (Fixture *fixture, gconstpointer data)
{
  put_decision (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_ballot (fixture, 1)->buttons[PLW_VOTE_AGAINST]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "NHS: Against");
}

#define ADD(name, function) g_test_add ("/ui/board-votes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("put", test_put);
  ADD ("untitled-is-refused", test_untitled_is_refused);
  ADD ("vote", test_vote);
  ADD ("close", test_close);
  ADD ("undo", test_undo);
  ADD ("comment", test_comment);
  ADD ("typing-steps-nowhere", test_typing_steps_nowhere);
  ADD ("figures-stay", test_figures_stay);
  ADD ("all-words", test_all_words);
  ADD ("votes-are-named", test_votes_are_named);

  return g_test_run ();
}
