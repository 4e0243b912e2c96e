/* test-board.c: the board view steps, tries and explains, and changes nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings/plwu-result-figures.h"
#include "pages/plwu-board-private.h"
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
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = create_document ();
  assert_sound (fixture->document);
  fixture->window = plwu_board_window_new (fixture->document, NULL);
  fixture->view = plwu_board_window_get_view (PLWU_BOARD_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->document);
}

static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean is_handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
wait_for_what_if (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (plwu_board_view_is_busy (fixture->view))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static void
test_keys_step (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < PLWU_BOARD_N_SCREENS; i++)
    {
      g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, i);
      g_assert_cmpstr (gtk_label_get_text (fixture->view->question), ==,
                       plwu_board_question ((PlwuBoardScreen) i));
      g_assert_cmpstr (gtk_label_get_text (fixture->view->answer), !=, "");
      g_assert_cmpstr (plwu_drawing_get_title (fixture->view->drawings[i]), !=, "");
      press (fixture, i % 2 == 0 ? GDK_KEY_Right : GDK_KEY_Page_Down);
    }
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, PLWU_BOARD_N_SCREENS - 1);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, PLWU_BOARD_N_SCREENS - 2);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, 0);
  press (fixture, GDK_KEY_4);
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, PLWU_BOARD_ONE_POT);
  press (fixture, GDK_KEY_End);
  g_assert_cmpint (plwu_board_view_get_screen (fixture->view), ==, PLWU_BOARD_DECISIONS);
}

/* The pictures follow the slider; the plan, its log and its results do not. */
static void
test_sliders_leave_the_plan_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (fixture->document));
  const PlwResult *result = plwu_document_get_result (fixture->document, NULL);
  gint64 need = plwu_result_sum_years (result, PLW_SUM_NEED);
  PlwuWhatIf changes[PLWU_WHAT_IF_MOST];

  g_assert_cmpuint (plwu_board_levers_get_changes (fixture->view->levers, changes), ==, 0);
  plwu_board_levers_move (fixture->view->levers, 0, 200);
  g_assert_true (gtk_widget_get_visible (fixture->view->notice));
  wait_for_what_if (fixture);
  g_assert_true (plwu_board_view_is_what_if (fixture->view));
  g_assert_cmpint (plwu_result_sum_years (plwu_board_view_get_result (fixture->view, NULL), PLW_SUM_NEED), >,
                   need);
  g_assert_nonnull (strstr (plwu_drawing_get_context (fixture->view->drawings[0]), "What if: "));
  g_assert_nonnull (
      strstr (gtk_label_get_text (fixture->view->notice_text), "The plan itself is unchanged."));

  g_autofree char *during = plw_plan_fingerprint (plwu_document_get_plan (fixture->document));

  g_assert_cmpstr (before, ==, during);
  g_assert_null (plwu_document_get_undo_name (fixture->document));
  g_assert_true (plwu_document_get_result (fixture->document, NULL) == result);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "board.reset", NULL);
  wait_for_what_if (fixture);
  g_assert_false (plwu_board_view_is_what_if (fixture->view));
  g_assert_false (gtk_widget_get_visible (fixture->view->notice));
  g_assert_true (plwu_board_view_get_result (fixture->view, NULL) == result);
}

/* A slider drawn along is answered for where it stops. */
static void
test_last_place_counts (Fixture *fixture, gconstpointer data)
{
  PlwuWhatIf changes[PLWU_WHAT_IF_MOST];
  g_autofree char *scenario = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  for (int points = 25; points <= 150; points += 25)
    plwu_board_levers_move (fixture->view->levers, 0, points);
  wait_for_what_if (fixture);
  g_assert_cmpuint (plwu_board_levers_get_changes (fixture->view->levers, changes), ==, 1);
  g_assert_cmpint (changes[0].points, ==, PLW_DECIMAL_ONE * 3 / 2);

  g_autoptr (PlwPlan) moved =
      plwu_what_if_apply (plwu_document_get_plan (fixture->document), "", 1, changes, &scenario);
  g_autoptr (PlwResult) expected = plw_evaluate (moved, scenario, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpint (
      plwu_result_sum_years (plwu_board_view_get_result (fixture->view, NULL), PLW_SUM_SHORTFALL), ==,
      plwu_result_sum_years (expected, PLW_SUM_SHORTFALL));
}

/* A screen that compares gets both sides, also where the one before it needed one. */
static void
test_comparing_screens_get_both (Fixture *fixture, gconstpointer data)
{
  plwu_board_levers_move (fixture->view->levers, 0, 100);
  wait_for_what_if (fixture);
  g_assert_null (plwu_board_view_get_result (fixture->view, PLWU_POLICY_PLACEMAKING));
  plwu_board_view_set_screen (fixture->view, PLWU_BOARD_ONE_POT);
  wait_for_what_if (fixture);
  g_assert_nonnull (plwu_board_view_get_result (fixture->view, PLWU_POLICY_TODAY));
  g_assert_nonnull (plwu_board_view_get_result (fixture->view, PLWU_POLICY_PLACEMAKING));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->stack)));
}

/* Moving an assumption is the same as typing it in. */
static void
test_what_if_is_the_plan_moved (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  const PlwPlan *plan = plwu_document_get_plan (document);
  const PlwuWhatIf change = { "wages", 2 * PLW_DECIMAL_ONE };
  size_t row = find_row (document, PLW_TABLE_DRIVERS, "wages");
  g_autoptr (PlwPlan) typed = plw_plan_copy (plan);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *scenario = NULL;
  g_autoptr (PlwPlan) moved = plwu_what_if_apply (plan, "", 1, &change, &scenario);

  for (size_t t = 0; t < plw_plan_n_years (plan); t++)
    {
      size_t column = plw_plan_year_column (plan, PLW_TABLE_DRIVERS, plw_plan_base_year (plan) + 1 + (int) t);

      plw_plan_set (
          typed, PLW_TABLE_DRIVERS, row, column,
          plw_value_number (plw_plan_number (plan, PLW_TABLE_DRIVERS, row, column) + change.points));
    }

  g_autoptr (PlwResult) expected = plw_evaluate (typed, NULL, NULL, problems, NULL);
  g_autoptr (PlwResult) result = plw_evaluate (moved, scenario, NULL, problems, NULL);

  g_assert_nonnull (expected);
  g_assert_nonnull (result);
  for (size_t t = 0; t < plw_result_n_years (expected); t++)
    for (int sum = 0; sum < PLW_N_SUMS; sum++)
      g_assert_cmpint (plw_result_sum (result, (PlwSum) sum, t), ==,
                       plw_result_sum (expected, (PlwSum) sum, t));
}

static void
test_chooses_assumptions (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  const char *drivers[PLWU_WHAT_IF_MOST];
  guint n = plwu_what_if_choose (plwu_document_get_plan (document), drivers);

  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpstr (drivers[0], ==, "wages");
  g_assert_cmpstr (drivers[1], ==, "band-d");
}

static GtkPopover *
find_popover (GtkWidget *button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return GTK_POPOVER (child);
  return NULL;
}

/* Every word is explained while it has the focus. */
static void
test_words_are_explained (Fixture *fixture, gconstpointer data)
{
  for (int screen = 0; screen < PLWU_BOARD_N_SCREENS; screen++)
    {
      guint n_words = 0;

      plwu_board_view_set_screen (fixture->view, (PlwuBoardScreen) screen);
      gtk_test_widget_wait_for_draw (fixture->window);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->words)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          if (!GTK_IS_BUTTON (child))
            continue;
          gtk_widget_grab_focus (child);
          gtk_test_widget_wait_for_draw (fixture->window);
          g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_popover (child))));
          n_words++;
        }
      g_assert_cmpuint (n_words, >=, 3);
    }
}

/* A plan that breaks rules says so instead of an old answer. */
static void
test_failure_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlwEdit) edit = plw_edit_new ("A wrong driver");

  plw_edit_set_cell (edit, plwu_document_get_plan (fixture->document), PLW_TABLE_COSTS, 0,
                     PLW_COSTS_PRICE_DRIVER, plw_value_text ("nowhere"));
  g_assert_true (plwu_document_commit (fixture->document, edit, NULL));
  wait_for_result (fixture->document);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpstr (gtk_label_get_text (fixture->view->answer), ==,
                   plwu_document_get_failure (fixture->document));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->stack)));
}

#define ADD(name, function) g_test_add ("/ui/board/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("keys-step", test_keys_step);
  ADD ("sliders-leave-the-plan-alone", test_sliders_leave_the_plan_alone);
  ADD ("last-place-counts", test_last_place_counts);
  ADD ("comparing-screens-get-both", test_comparing_screens_get_both);
  ADD ("words-are-explained", test_words_are_explained);
  ADD ("failure-is-told", test_failure_is_told);
  g_test_add_func ("/ui/board/what-if", test_what_if_is_the_plan_moved);
  g_test_add_func ("/ui/board/chooses-assumptions", test_chooses_assumptions);

  return g_test_run ();
}
