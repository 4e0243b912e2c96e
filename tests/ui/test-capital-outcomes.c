/* test-capital-outcomes.c: what is shown below the capital programme and the outcomes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings/plwu-capital-funding.h"
#include "pages/plwu-capital-view.h"
#include "pages/plwu-frameworks-view.h"
#include "pages/plwu-outcome-money.h"
#include "pages/plwu-outcomes-view.h"
#include "pages/plwu-tables-page.h"
#include "test-window-support.h"

#include <placewright/exchange.h>

#include <string.h>

static PlwResult *
evaluate (const char *example)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_EXAMPLES"), example, NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);
  PlwResult *result;

  g_assert_no_error (error);
  result = plw_evaluate (plan, NULL, "today", problems, &error);
  g_assert_no_error (error);
  return result;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 640);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Every pound that reaches capital is in one series; as much is short as the result says. */
static void
test_funding_adds_up (void)
{
  static const char *const examples[] = { "small", "lancashire" };

  for (size_t e = 0; e < G_N_ELEMENTS (examples); e++)
    {
      g_autoptr (PlwResult) result = evaluate (examples[e]);
      g_autoptr (PlwuCapitalFunding) funding = plwu_capital_funding_new (result);

      for (guint year = 0; year < funding->n_years; year++)
        {
          gint64 money = 0;
          gint64 short_of = 0;

          for (guint i = 0; i < funding->n_series; i++)
            money += funding->money[year * funding->n_series + i];
          for (size_t i = 0; i < plw_result_n_uses (result); i++)
            if (plw_result_use (result, i)->part == PLW_PART_CAPITAL)
              short_of += plw_result_shortfall (result, i, year);
          g_assert_cmpint (funding->need[year] - money, ==, short_of);
        }
    }
}

/* hand-calculation.md: the capital grant pays 40,000 of the footbridge's 54,000. */
static void
test_funding_of_small (void)
{
  g_autoptr (PlwResult) result = evaluate ("small");
  g_autoptr (PlwuCapitalFunding) funding = plwu_capital_funding_new (result);

  g_assert_cmpuint (funding->n_series, ==, 3);
  g_assert_cmpstr (funding->series[0].name, ==, "Capital grant");
  g_assert_cmpstr (funding->series[1].name, ==, "Revenue pots");
  g_assert_cmpstr (funding->series[2].name, ==, "Borrowing");
  g_assert_cmpint (funding->total_need, ==, 5400000);
  g_assert_cmpint (funding->total_money, ==, 4000000);
  g_assert_cmpint (funding->money[1 * 3 + 0], ==, 4000000);
}

static void
test_many_pots_are_merged (void)
{
  g_autoptr (PlwResult) result = evaluate ("lancashire");
  g_autoptr (PlwuCapitalFunding) funding = plwu_capital_funding_new (result);

  g_assert_cmpuint (funding->n_series, ==, 6);
  g_assert_true (g_str_has_suffix (funding->series[3].name, "other capital pots"));
}

static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static PlwuAnswers *
open_page (PlwuDocument *document,
           GtkWidget *(*create) (PlwuDocument *document),
           GtkWidget **ret_window,
           GType view_type)
{
  GtkWidget *page = create (document);
  GtkWidget *view;

  wait_for_result (document);
  *ret_window = show (page);
  view = find_inside (page, view_type);
  g_assert_nonnull (view);
  return view_type == PLWU_TYPE_CAPITAL_VIEW ? plwu_capital_view_get_answers (PLWU_CAPITAL_VIEW (view))
                                             : plwu_outcomes_view_get_answers (PLWU_OUTCOMES_VIEW (view));
}

static void
test_borrowing_is_explained (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  GtkWidget *window;
  PlwuAnswers *answers = open_page (document, plwu_capital_page_new, &window, PLWU_TYPE_CAPITAL_VIEW);
  PlwuSheet *sheet = plwu_answers_get_sheet (answers);
  PlwFigure figure;

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (GTK_WIDGET (answers))),
                               GTK_WIDGET (answers));
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (g_str_has_prefix (plwu_answers_get_sentence (answers), "Nothing is borrowed"));
  plwu_sheet_set_cursor (sheet, 1, 3);
  g_assert_true (plwu_answers_get_figure (answers, &figure));
  g_assert_cmpint (figure.kind, ==, PLW_FIGURE_SUM);
  g_assert_cmpuint (figure.a, ==, PLW_SUM_CFR);
  g_assert_cmpuint (figure.year, ==, 2);
  plwu_sheet_set_cursor (sheet, 1, 0);
  g_assert_false (plwu_answers_get_figure (answers, &figure));

  plwu_sheet_set_cursor (sheet, 2, 4);
  plwu_document_set_unit (document, PLW_UNIT_MILLIONS);

  guint row = 0;
  guint column = 0;

  g_assert_true (plwu_sheet_get_cursor (sheet, &row, &column));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (column, ==, 4);
  close_window (window);
}

static GtkWidget *
find_stack (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_STACK (child) ? child : find_stack (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *prefix)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), prefix))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, prefix))
      return TRUE;
  return FALSE;
}

/* A unit of money is offered, and a sentence said, as the tab shown needs it. */
static void
test_tabs (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  GtkWidget *page = plwu_pots_page_new (document);
  GtkWidget *window = show (page);
  GtkStack *stack = GTK_STACK (find_stack (page));
  GtkWidget *unit = find_button (page, "win.unit");

  g_assert_true (gtk_widget_get_mapped (unit));
  g_assert_true (says (page, "The money of the place"));
  gtk_stack_set_visible_child_name (stack, "Flow");
  g_assert_false (gtk_widget_get_mapped (unit));
  g_assert_true (says (page, "Where the money of each pot goes"));
  gtk_stack_set_visible_child_name (stack, "limits");
  g_assert_true (gtk_widget_get_mapped (unit));
  g_assert_true (says (page, "The money of the place"));
  close_window (window);
}

static void
test_outcome_money (void)
{
  g_autoptr (PlwResult) result = evaluate ("lancashire");
  g_autoptr (GArray) programmes = plwu_outcome_list_programmes (result, "falls");
  g_autoptr (GArray) lines = plwu_outcome_list_lines (result, "falls");
  g_autoptr (GArray) none = plwu_outcome_list_programmes (result, "roads");
  gint64 sum = 0;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (programmes->len, ==, 2); /* its revenue and its capital part */
  for (guint i = 0; i < programmes->len; i++)
    {
      const PlwUse *use = plw_result_use (result, g_array_index (programmes, size_t, i));

      g_assert_cmpstr (use->code, ==, "prog-falls");
      sum += use->funded[0];
    }
  g_assert_cmpint (plwu_outcome_sum_funded (result, programmes, 0), ==, sum);
  g_assert_cmpint (sum, >, 0);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (plw_result_use (result, g_array_index (lines, size_t, 0))->code, ==,
                   "lcc-adult-social-care");
}

static void
add_outcome (PlwuDocument *document, const char *code, const char *framework, const char *tag)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  PlwEdit *edit = plw_edit_new ("Add outcome");
  g_autoptr (GError) error = NULL;
  PlwValue cells[] = { plw_value_text (code), plw_value_text (code), plw_value_text (framework),
                       plw_value_text (tag) };

  plw_edit_insert_row (edit, plan, PLW_TABLE_OUTCOMES, plw_plan_n_rows (plan, PLW_TABLE_OUTCOMES), cells,
                       G_N_ELEMENTS (cells));
  plwu_document_commit (document, edit, &error);
  plw_edit_free (edit);
  g_assert_no_error (error);
}

static void
test_outcomes_without_money (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  GtkWidget *window;
  PlwuAnswers *answers = open_page (document, plwu_outcomes_page_new, &window, PLWU_TYPE_OUTCOMES_VIEW);

  g_assert_true (g_str_has_prefix (plwu_answers_get_sentence (answers), "Once outcomes are in the table"));
  add_outcome (document, "happiness", "Levelling-up missions", "well-being");
  wait_for_result (document);
  g_assert_true (
      g_str_has_prefix (plwu_answers_get_sentence (answers), "1 outcome; programmes of the plan serve 0."));
  close_window (window);
}

static void
test_frameworks (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuAnswers *answers;
  GtkWidget *window;
  PlwuSheetModel *model;

  add_outcome (document, "happiness", "Levelling-up missions", "well-being");
  add_outcome (document, "bins", "Local Outcomes Framework", "environment");
  answers = PLWU_ANSWERS (plwu_frameworks_view_new (document));
  window = show (GTK_WIDGET (answers));
  model = plwu_sheet_get_model (plwu_answers_get_sheet (answers));
  g_assert_true (
      g_str_has_prefix (plwu_answers_get_sentence (answers), "The plan has outcomes for 1 of the 12"));
  g_assert_cmpuint (plwu_sheet_model_n_rows (model), ==, 13);
  assert_cell (model, 7, 2, "happiness");
  assert_cell (model, 6, 2, "none in this plan");
  assert_cell (model, 12, 1, "environment");
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/capital/funding/adds-up", test_funding_adds_up);
  g_test_add_func ("/capital/funding/small", test_funding_of_small);
  g_test_add_func ("/capital/funding/merged", test_many_pots_are_merged);
  g_test_add_func ("/capital/borrowing/explained", test_borrowing_is_explained);
  g_test_add_func ("/pots/tabs", test_tabs);
  g_test_add_func ("/outcomes/money", test_outcome_money);
  g_test_add_func ("/outcomes/without-money", test_outcomes_without_money);
  g_test_add_func ("/outcomes/frameworks", test_frameworks);

  return g_test_run ();
}
