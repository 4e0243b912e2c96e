/* test-one-pot-page.c: what rules cost: the job, the page and its sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/plwu-chart.h"
#include "findings/plwu-labels.h"
#include "findings/plwu-rules.h"
#include "jobs/plwu-rules-job.h"
#include "pages/plwu-one-pot-page.h"
#include "pages/plwu-one-pot-tables.h"
#include "plwu-window-private.h"
#include "sheet/plwu-sheet.h"
#include "test-window-support.h"

#include <string.h>

#define WAIT_MOST (20 * G_TIME_SPAN_SECOND)

static void
wait_for_findings (PlwuRulesJob *job)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_MOST;

  while (plwu_rules_job_is_stale (job) || plwu_rules_job_is_running (job))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static void
let_run (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
commit_number (PlwuDocument *document, PlwTableId table, size_t row, size_t column, gint64 number)
{
  g_autoptr (PlwEdit) edit = plw_edit_new ("Another figure");
  g_autoptr (GError) error = NULL;

  plw_edit_set_cell (edit, plwu_document_get_plan (document), table, row, column, plw_value_number (number));
  g_assert_true (plwu_document_commit (document, edit, &error));
  g_assert_no_error (error);
}

/* Care costs more: more goes unmet. */
static void
raise_need (PlwuDocument *document)
{
  commit_number (document, PLW_TABLE_COSTS, 0, PLW_COSTS_BASE, G_GINT64_CONSTANT (50000000));
}

static PlwFragmentation *
reckon (PlwuDocument *document)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStudy) study = plw_study_new (plwu_document_get_plan (document),
                                              plwu_document_get_scenario (document), problems, &error);

  g_assert_no_error (error);

  PlwFragmentation *fragmentation = plw_study_fragmentation (study, NULL, NULL, &error);

  g_assert_no_error (error);
  return fragmentation;
}

static void
assert_findings (PlwuDocument *document, const PlwuRulesFindings *findings)
{
  g_autoptr (PlwFragmentation) own = reckon (document);

  g_assert_nonnull (findings);
  g_assert_null (findings->failure);
  for (size_t year = 0; year < plw_result_n_years (findings->today); year++)
    {
      g_assert_cmpint (plw_fragmentation_cost (findings->fragmentation, SIZE_MAX, year), ==,
                       plw_fragmentation_cost (own, SIZE_MAX, year));
      g_assert_cmpint (plw_result_sum (findings->today, PLW_SUM_SHORTFALL, year)
                           - plw_result_sum (findings->pooled, PLW_SUM_SHORTFALL, year),
                       ==, plw_fragmentation_cost (own, SIZE_MAX, year));
    }
  for (int rule = 0; rule < PLW_N_RULES; rule++)
    g_assert_cmpint (plw_fragmentation_part (findings->fragmentation, (PlwRule) rule, SIZE_MAX, SIZE_MAX), ==,
                     plw_fragmentation_part (own, (PlwRule) rule, SIZE_MAX, SIZE_MAX));
  g_assert_cmpuint (plw_fragmentation_n_rungs (findings->fragmentation), ==, plw_fragmentation_n_rungs (own));
}

/* The job */

static void
test_job_finds (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  g_assert_true (plwu_rules_job_of (document) == job);
  plwu_rules_job_hold (job);
  wait_for_findings (job);
  assert_findings (document, plwu_rules_job_get_findings (job));
  plwu_rules_job_release (job);
}

static void
test_job_waits_to_be_wanted (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  wait_for_result (document);
  let_run (G_TIME_SPAN_SECOND / 5);
  g_assert_false (plwu_rules_job_is_running (job));
  g_assert_null (plwu_rules_job_get_findings (job));
}

static void
test_job_cancels (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  wait_for_result (document);
  plwu_rules_job_hold (job);
  g_assert_true (plwu_rules_job_is_running (job));
  plwu_rules_job_cancel (job);
  g_assert_false (plwu_rules_job_is_running (job));
  g_assert_true (plwu_rules_job_is_cancelled (job));
  let_run (G_TIME_SPAN_SECOND);
  g_assert_null (plwu_rules_job_get_findings (job));
  g_assert_false (plwu_rules_job_is_running (job));

  plwu_rules_job_restart (job);
  wait_for_findings (job);
  assert_findings (document, plwu_rules_job_get_findings (job));
  plwu_rules_job_release (job);
}

static void
never_stale_cb (PlwuRulesJob *job, guint *n_fresh)
{
  if (plwu_rules_job_get_findings (job) == NULL)
    return;
  g_assert_false (plwu_rules_job_is_stale (job));
  (*n_fresh)++;
}

/* What was begun before an edit is not shown after it. */
static void
test_job_drops_what_is_stale (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);
  guint n_fresh = 0;

  wait_for_result (document);
  g_signal_connect (job, "changed", G_CALLBACK (never_stale_cb), &n_fresh);
  plwu_rules_job_hold (job);
  g_assert_true (plwu_rules_job_is_running (job));
  raise_need (document);
  g_assert_false (plwu_rules_job_is_running (job));
  wait_for_findings (job);
  assert_findings (document, plwu_rules_job_get_findings (job));
  g_assert_cmpuint (n_fresh, >, 0);
  g_signal_handlers_disconnect_by_func (job, never_stale_cb, &n_fresh);
  plwu_rules_job_release (job);
}

static void
test_job_follows_edits (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);
  gint64 before;

  plwu_rules_job_hold (job);
  wait_for_findings (job);
  before = plw_result_sum (plwu_rules_job_get_findings (job)->today, PLW_SUM_SHORTFALL, 0);
  raise_need (document);
  g_assert_true (plwu_rules_job_is_stale (job));
  g_assert_cmpint (plw_result_sum (plwu_rules_job_get_findings (job)->today, PLW_SUM_SHORTFALL, 0), ==,
                   before);
  wait_for_findings (job);
  assert_findings (document, plwu_rules_job_get_findings (job));
  g_assert_cmpint (plw_result_sum (plwu_rules_job_get_findings (job)->today, PLW_SUM_SHORTFALL, 0), >,
                   before);

  /* Another scenario's figures are not shown as this one's. */
  plwu_document_set_scenario (document, "no-road-grant");
  g_assert_null (plwu_rules_job_get_findings (job));
  wait_for_findings (job);
  g_assert_cmpstr (plwu_rules_job_get_findings (job)->scenario, ==, "no-road-grant");
  assert_findings (document, plwu_rules_job_get_findings (job));
  plwu_rules_job_release (job);
}

static void
test_job_says_why_not (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);
  g_autoptr (PlwEdit) edit = plw_edit_new ("A wrong driver");

  plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS, 0, PLW_COSTS_PRICE_DRIVER,
                     plw_value_text ("nowhere"));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  plwu_rules_job_hold (job);
  wait_for_findings (job);
  g_assert_nonnull (plwu_rules_job_get_findings (job)->failure);
  g_assert_null (plwu_rules_job_get_findings (job)->fragmentation);
  plwu_rules_job_release (job);
}

/* A job that runs does not keep its document. */
static void
test_job_lets_go (void)
{
  PlwuDocument *document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  wait_for_result (document);
  plwu_rules_job_hold (job);
  g_assert_true (plwu_rules_job_is_running (job));
  g_assert_finalize_object (document);
  let_run (G_TIME_SPAN_SECOND / 5);
}

/* Sheets */

static gint64
read_pence (PlwuSheetModel *model, guint row, guint column)
{
  g_autofree char *text = read_cell (model, row, column);
  gint64 pence = 0;

  g_assert_true (plw_pence_parse (text, PLW_PARSE_ENTRY, &pence, NULL));
  return pence;
}

static void
test_ladder_has_every_rung (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  plwu_rules_job_hold (job);
  wait_for_findings (job);

  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (job);
  g_autoptr (PlwuSheetModel) ladder = plwu_one_pot_create_ladder (findings, PLW_UNIT_POUNDS);
  guint n_rungs = (guint) plw_fragmentation_n_rungs (findings->fragmentation);
  guint removed = find_column (ladder, "Off the shortfall, £");

  g_assert_cmpuint (n_rungs, ==, 3);
  g_assert_cmpuint (plwu_sheet_model_n_rows (ladder), ==, n_rungs);
  for (guint i = 0; i < n_rungs; i++)
    {
      const PlwRung *rung = plw_fragmentation_rung (findings->fragmentation, i);

      assert_cell (ladder, i, 1, plw_result_pot (findings->today, rung->pot)->name);
      g_assert_cmpint (read_pence (ladder, i, removed), ==, rung->removed);
    }
  assert_cell (ladder, 0, find_column (ladder, "If one rule were lifted"), "May pay for more than Roads");
  assert_cell (ladder, 0, find_column (ladder, "Against the top rung"), "████████████");
  assert_cell (ladder, 2, find_column (ladder, "Against the top rung"), "████");

  g_autofree char *spoken = plwu_sheet_model_describe (ladder, 0, removed);
  g_autoptr (PlwuExplanation) explanation = plwu_one_pot_explain_rung (findings, "Base case", 0);

  g_assert_nonnull (strstr (spoken, "May pay for more than Roads; takes £30k off the shortfall"));
  g_assert_null (strstr (spoken, "█"));
  g_assert_cmpstr (explanation->figure, ==, "£30,000 off the shortfall");
  g_assert_null (plwu_one_pot_explain_rung (findings, "Base case", n_rungs));
  plwu_rules_job_release (job);
}

static gint64
sum_partner (const PlwuRulesFindings *findings, const char *code, size_t year)
{
  gint64 sum = 0;

  for (size_t use = 0; use < plw_result_n_uses (findings->today); use++)
    if (strcmp (plw_result_use (findings->today, use)->partner, code) == 0)
      sum += plw_fragmentation_cost (findings->fragmentation, use, year);
  return sum;
}

/* The rows add up to the cost of fragmentation, in every unit. */
static void
test_partners_add_up (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuRulesJob *job = plwu_rules_job_of (document);

  raise_need (document);
  plwu_rules_job_hold (job);
  wait_for_findings (job);

  const PlwuRulesFindings *findings = plwu_rules_job_get_findings (job);
  g_autoptr (PlwuSheetModel) exact = plwu_one_pot_create_partners (findings, PLW_UNIT_POUNDS);
  guint n_rows = plwu_sheet_model_n_rows (exact);
  size_t n_years = plw_result_n_years (findings->today);

  g_assert_cmpuint (plwu_sheet_model_n_columns (exact), ==, n_years + 2);
  g_assert_true (plwu_sheet_model_has_total_row (exact));
  for (size_t year = 0; year < n_years; year++)
    g_assert_cmpint (ABS (read_pence (exact, n_rows, (guint) year + 1)
                          - plw_fragmentation_cost (findings->fragmentation, SIZE_MAX, year)),
                     <=, 100);
  assert_cell (exact, n_rows - 1, 0, "Without a partner");
  g_assert_cmpint (ABS (read_pence (exact, n_rows - 1, 1) - sum_partner (findings, "", 0)), <=, 100);

  for (int unit = PLW_UNIT_POUNDS; unit <= PLW_UNIT_MILLIONS; unit++)
    {
      g_autoptr (PlwuSheetModel) model = plwu_one_pot_create_partners (findings, (PlwUnit) unit);

      for (guint column = 1; column < n_years + 2; column++)
        {
          gint64 sum = 0;

          for (guint row = 0; row < n_rows; row++)
            sum += read_pence (model, row, column);
          g_assert_cmpint (sum, ==, read_pence (model, n_rows, column));
        }
    }
  plwu_rules_job_release (job);
}

/* The page */

static PlwuWindow *
open_window (PlwuDocument *document)
{
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (plwu_window_show_page (window, "one-pot"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static void
close_window (PlwuWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static PlwuDrawing *
find_drawing (GtkWidget *widget, const char *type)
{
  PlwuDrawing *found = PLWU_IS_CHART (widget) ? plwu_chart_get_drawing (PLWU_CHART (widget)) : NULL;

  if (found != NULL)
    return g_str_equal (G_OBJECT_TYPE_NAME (found), type) ? found : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drawing (child, type);
  return found;
}

static void
press_button (PlwuWindow *window, const char *label)
{
  GtkWidget *text = find_text (GTK_WIDGET (window), label);

  g_assert_nonnull (text);
  if (GTK_IS_TOGGLE_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON)))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON)), TRUE);
  else
    g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

static void
assert_shows_amount (PlwuWindow *window, gint64 pence)
{
  g_autofree char *text = plw_pence_show_short (pence);

  g_assert_nonnull (find_text (GTK_WIDGET (window), text));
}

static void
test_page_shows_the_figures (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);
  g_autoptr (PlwFragmentation) own = reckon (document);
  gint64 cost = plw_fragmentation_cost (own, SIZE_MAX, SIZE_MAX);
  gint64 today = 0;

  wait_for_findings (plwu_rules_job_of (document));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (size_t i = 0; i < 5; i++)
    today += plw_result_sum (plwu_document_get_result (document, PLWU_POLICY_TODAY), PLW_SUM_SHORTFALL, i);
  assert_shows_amount (window, today);
  assert_shows_amount (window, today - cost);
  assert_shows_amount (window, cost);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Not lawful today"));

  PlwuDrawing *drawing = find_drawing (GTK_WIDGET (window), "PlwuFragmentation");

  g_assert_nonnull (drawing);
  g_assert_cmpstr (plwu_drawing_get_title (drawing), ==, "Fragmentation costs £30k in 5 years");
  g_assert_cmpstr (plwu_drawing_get_context (drawing), ==, "Base case · one pot is not lawful today");
  g_assert_nonnull (find_drawing (GTK_WIDGET (window), "PlwuRuleCosts"));
  close_window (window);
}

static void
test_page_says_what_is_stale (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);
  GtkWidget *widget = GTK_WIDGET (window);

  wait_for_findings (plwu_rules_job_of (document));
  gtk_test_widget_wait_for_draw (widget);
  g_assert_null (find_text (widget, "Cancel"));

  raise_need (document);
  g_assert_nonnull (find_text (widget, "Last reckoned before the last edit; reckoning anew…"));
  press_button (window, "Cancel");
  g_assert_nonnull (find_text (widget, "Last reckoned before the last edit"));
  let_run (G_TIME_SPAN_SECOND);
  g_assert_true (plwu_rules_job_is_stale (plwu_rules_job_of (document)));

  press_button (window, "Reckon");
  wait_for_findings (plwu_rules_job_of (document));
  gtk_test_widget_wait_for_draw (widget);
  g_assert_null (find_text (widget, "Last reckoned before the last edit"));
  g_assert_null (find_text (widget, "Reckon"));
  close_window (window);
}

static void
test_page_without_shortfall (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);
  size_t row = find_row (document, PLW_TABLE_POTS, "reserve");

  for (size_t table = 0; table < plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_COSTS);
       table++)
    commit_number (document, PLW_TABLE_COSTS, table, PLW_COSTS_BASE, 0);
  for (size_t i = 0; i < plw_plan_n_years (plwu_document_get_plan (document)); i++)
    {
      int year = plw_plan_base_year (plwu_document_get_plan (document)) + 1 + (int) i;

      commit_number (document, PLW_TABLE_LIMITS, 0,
                     plw_plan_year_column (plwu_document_get_plan (document), PLW_TABLE_LIMITS, year),
                     G_GINT64_CONSTANT (1000000000));
    }
  commit_number (document, PLW_TABLE_POTS, row, PLW_POTS_OPENING, G_GINT64_CONSTANT (1000000000));
  for (size_t i = 0; i < plw_plan_n_rows (plwu_document_get_plan (document), PLW_TABLE_PROJECTS); i++)
    commit_number (document, PLW_TABLE_PROJECTS, i, PLW_PROJECTS_ENABLED, 0);
  assert_sound (document);
  wait_for_findings (plwu_rules_job_of (document));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Nothing falls short"));
  g_assert_null (find_type (GTK_WIDGET (window), "PlwuFragmentation"));
  close_window (window);
}

/* Enter on a rung goes to its pot. */
static void
test_rungs_lead_to_pots (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = open_window (document);
  guint row = G_MAXUINT;
  guint column = 0;

  wait_for_findings (plwu_rules_job_of (document));
  press_button (window, "Freedoms");
  for (int i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  GtkWidget *sheet = find_type (GTK_WIDGET (window), "PlwuSheet");

  g_assert_nonnull (sheet);
  g_signal_emit_by_name (sheet, "cell-activated", 2, 0);
  for (int i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "pots");
  sheet = find_type (GTK_WIDGET (window), "PlwuSheet");
  g_assert_nonnull (sheet);
  g_assert_true (plwu_sheet_get_cursor (PLWU_SHEET (sheet), &row, &column));
  g_assert_cmpuint (row, ==, find_row (document, PLW_TABLE_POTS, "reserve"));
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/rules-job/finds", test_job_finds);
  g_test_add_func ("/ui/rules-job/waits-to-be-wanted", test_job_waits_to_be_wanted);
  g_test_add_func ("/ui/rules-job/cancels", test_job_cancels);
  g_test_add_func ("/ui/rules-job/drops-what-is-stale", test_job_drops_what_is_stale);
  g_test_add_func ("/ui/rules-job/follows-edits", test_job_follows_edits);
  g_test_add_func ("/ui/rules-job/says-why-not", test_job_says_why_not);
  g_test_add_func ("/ui/rules-job/lets-go", test_job_lets_go);
  g_test_add_func ("/ui/one-pot/ladder", test_ladder_has_every_rung);
  g_test_add_func ("/ui/one-pot/partners", test_partners_add_up);
  g_test_add_func ("/ui/one-pot/figures", test_page_shows_the_figures);
  g_test_add_func ("/ui/one-pot/stale", test_page_says_what_is_stale);
  g_test_add_func ("/ui/one-pot/without-shortfall", test_page_without_shortfall);
  g_test_add_func ("/ui/one-pot/rungs-lead-to-pots", test_rungs_lead_to_pots);

  return g_test_run ();
}
