/* test-scenarios.c: scenarios compared, added, copied and removed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-compare-table.h"
#include "models/plwu-scenario-edits.h"
#include "pages/plwu-scenarios-private.h"
#include "plwu-window-private.h"
#include "test-window-support.h"

#include <placewright/number.h>
#include <string.h>

static PlwResult *
evaluate (PlwuDocument *document, const char *scenario, const char *policy)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plwu_document_get_plan (document), scenario, policy, problems, &error);

  g_assert_no_error (error);
  return result;
}

static GStrv
find_text_row (GPtrArray *table, const char *first, const char *second)
{
  for (guint i = 1; i < table->len; i++)
    {
      GStrv row = g_ptr_array_index (table, i);

      if (strcmp (row[0], first) == 0 && (second == NULL || strcmp (row[1], second) == 0))
        return row;
    }
  return NULL;
}

/* What a cell of the table prints, in pounds: within a pound of the exact figure. */
static void
assert_near (const char *text, gint64 pence)
{
  gint64 shown = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_pence_parse (*text == '+' ? text + 1 : text, PLW_PARSE_STRICT, &shown, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ABS (shown - pence), <, 2 * 100);
}

static void
test_years_are_those_of_the_results (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwResult) base = evaluate (document, NULL, NULL);
  g_autoptr (PlwResult) other = evaluate (document, "no-road-grant", NULL);
  const PlwResult *results[] = { base, other };
  const char *names[] = { "Base case", "No road grant" };
  const PlwuCompared compared = { 2, results, names, PLW_UNIT_POUNDS };
  g_autoptr (GPtrArray) table = plwu_compare_years (&compared, FALSE);
  GStrv short_base = find_text_row (table, "Shortfall", "Base case");
  GStrv short_other = find_text_row (table, "Shortfall", "No road grant");
  gint64 total = 0;

  for (size_t t = 0; t < plw_result_n_years (base); t++)
    {
      assert_near (short_base[2 + t], plw_result_sum (base, PLW_SUM_SHORTFALL, t));
      assert_near (short_other[2 + t], plw_result_sum (other, PLW_SUM_SHORTFALL, t));
      total += plw_result_sum (other, PLW_SUM_SHORTFALL, t);
    }
  assert_near (short_other[2 + plw_result_n_years (base)], total);
  g_assert_nonnull (find_text_row (table, "Need", "No road grant"));
}

/* The grant's end changes money and shortfall, but no need. */
static void
test_only_differences (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwResult) base = evaluate (document, NULL, NULL);
  g_autoptr (PlwResult) other = evaluate (document, "no-road-grant", NULL);
  const PlwResult *results[] = { base, other };
  const char *names[] = { "Base case", "No road grant" };
  const PlwuCompared compared = { 2, results, names, PLW_UNIT_POUNDS };
  const PlwuCompared same = { 2, (const PlwResult *[]){ base, base }, names, PLW_UNIT_POUNDS };
  g_autoptr (GPtrArray) years = plwu_compare_years (&compared, TRUE);
  g_autoptr (GPtrArray) all = plwu_compare_lines (&compared, SIZE_MAX, FALSE);
  g_autoptr (GPtrArray) lines = plwu_compare_lines (&compared, SIZE_MAX, TRUE);
  g_autoptr (GPtrArray) no_years = plwu_compare_years (&same, TRUE);
  g_autoptr (GPtrArray) no_lines = plwu_compare_lines (&same, SIZE_MAX, TRUE);

  g_assert_nonnull (find_text_row (years, "Shortfall", "No road grant"));
  g_assert_nonnull (find_text_row (years, "Money available", "less Base case"));
  g_assert_cmpuint (no_years->len, ==, 1);

  g_assert_cmpuint (all->len, ==, plw_result_n_uses (base) + 2);
  g_assert_cmpuint (no_lines->len, ==, 2);
  for (size_t use = 0; use < plw_result_n_uses (base); use++)
    {
      gboolean differs = FALSE;

      for (size_t t = 0; t < plw_result_n_years (base); t++)
        differs |= plw_result_use (base, use)->need[t] != plw_result_use (other, use)->need[t]
                   || plw_result_shortfall (base, use, t) != plw_result_shortfall (other, use, t);
      g_assert_true (differs == (find_text_row (lines, plw_result_use (base, use)->name, NULL) != NULL));
    }
}

static gint64
read_steps (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c != ',' && *c != '+' && *c != '.')
      g_string_append_c (digits, *c);
  return g_ascii_strtoll (digits->str, NULL, 10);
}

/* In whatever unit, lines add up to the whole plan and differences to the figures. */
static void
test_lines_add_up (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwResult) base = evaluate (document, NULL, NULL);
  g_autoptr (PlwResult) other = evaluate (document, "no-road-grant", PLWU_POLICY_PLACEMAKING);
  const PlwResult *results[] = { base, other };
  const char *names[] = { "A", "B" };

  for (int unit = 0; unit <= PLW_UNIT_MILLIONS; unit++)
    for (size_t t = 0; t < plw_result_n_years (base); t++)
      {
        const PlwuCompared compared = { 2, results, names, (PlwUnit) unit };
        g_autoptr (GPtrArray) table = plwu_compare_lines (&compared, t, FALSE);
        GStrv total = g_ptr_array_index (table, table->len - 1);

        for (guint column = 1; column < g_strv_length (total); column++)
          {
            gint64 sum = 0;

            for (guint i = 1; i + 1 < table->len; i++)
              sum += read_steps (((GStrv) g_ptr_array_index (table, i))[column]);
            g_assert_cmpint (sum, ==, read_steps (total[column]));
          }
        for (guint i = 1; i < table->len; i++)
          {
            GStrv row = g_ptr_array_index (table, i);

            g_assert_cmpint (read_steps (row[1]) + read_steps (row[3]), ==, read_steps (row[2]));
            g_assert_cmpint (read_steps (row[4]) + read_steps (row[6]), ==, read_steps (row[5]));
          }
      }
}

static char *
get_parent (PlwuDocument *document, const char *scenario)
{
  size_t row = find_row (document, PLW_TABLE_SCENARIOS, scenario);

  return g_strdup (
      plw_plan_text (plwu_document_get_plan (document), PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_PARENT));
}

static void
commit (PlwuDocument *document, PlwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwEdit) owned = edit;

  g_assert_nonnull (edit);
  g_assert_true (plwu_document_commit (document, owned, &error));
  g_assert_no_error (error);
}

/* Each is one step back. */
static void
test_scenarios_come_and_go (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_autofree char *added = NULL;
  g_autofree char *copied = NULL;

  commit (document, plwu_scenario_add (plwu_document_get_plan (document), "no-road-grant", &added));
  commit (document, plwu_scenario_duplicate (plwu_document_get_plan (document), "no-road-grant", &copied));

  g_autofree char *parent = get_parent (document, added);
  g_autofree char *copy_parent = get_parent (document, copied);

  g_assert_cmpstr (parent, ==, "no-road-grant");
  g_assert_cmpstr (copy_parent, ==, "base");
  g_assert_cmpuint (plwu_scenario_count_overrides (plwu_document_get_plan (document), copied), ==, 1);
  for (int i = 0; i < 2; i++)
    g_assert_true (plwu_document_undo (document, NULL));

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));

  g_assert_cmpstr (before, ==, after);
}

/* A child keeps its figures when its parent goes. */
static void
test_children_keep_their_figures (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *child = NULL;
  size_t row;

  commit (document, plwu_scenario_add (plwu_document_get_plan (document), "no-road-grant", &child));

  g_autoptr (PlwResult) before = evaluate (document, child, NULL);

  commit (document, plwu_scenario_delete (plwu_document_get_plan (document), "no-road-grant"));
  g_assert_false (
      plw_plan_find_key (plwu_document_get_plan (document), PLW_TABLE_SCENARIOS, "no-road-grant", &row));

  g_autofree char *parent = get_parent (document, child);
  g_autoptr (PlwResult) after = evaluate (document, child, NULL);

  g_assert_cmpstr (parent, ==, "base");
  for (size_t t = 0; t < plw_result_n_years (before); t++)
    g_assert_cmpint (plw_result_sum (before, PLW_SUM_SHORTFALL, t), ==,
                     plw_result_sum (after, PLW_SUM_SHORTFALL, t));
  g_assert_null (plwu_scenario_delete (plwu_document_get_plan (document), "base"));
}

static PlwuScenariosPage *
show_page (PlwuWindow *window)
{
  g_assert_true (plwu_window_show_page (window, "scenarios"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return PLWU_SCENARIOS_PAGE (plwu_window_get_page (window));
}

static void
wait_for_answers (PlwuScenariosPage *page, guint n_wanted)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (page->is_asking || page->results->len < n_wanted)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* The page's answers come from a thread and are those of an evaluation. */
static void
test_page_compares (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  PlwuScenariosPage *page;
  g_autoptr (PlwResult) expected = evaluate (document, "no-road-grant", PLWU_POLICY_PLACEMAKING);
  const PlwResult *shown;

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_result (document);
  page = show_page (window);
  wait_for_answers (page, 2);
  g_assert_cmpstr (g_ptr_array_index (page->names, 0), ==, "Base case");
  plwu_picker_set_selected (page->policies, 1);
  wait_for_answers (page, 4);
  g_assert_cmpstr (g_ptr_array_index (page->names, 3), ==, "No road grant · Placemaking");
  shown = g_ptr_array_index (page->results, 3);
  for (size_t t = 0; t < plw_result_n_years (expected); t++)
    for (int sum = 0; sum < PLW_N_SUMS; sum++)
      g_assert_cmpint (plw_result_sum (shown, (PlwSum) sum, t), ==,
                       plw_result_sum (expected, (PlwSum) sum, t));

  plwu_scenario_tree_tick (page->tree, "base", FALSE);
  wait_for_answers (page, 2);
  g_assert_cmpuint (page->results->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_explains (PlwuScenariosPage *page, const char *const *words)
{
  g_autoptr (PlwuExplanation) explanation = plwu_scenarios_explain (page);

  g_assert_nonnull (explanation);

  g_autofree char *text = plwu_explanation_to_text (explanation, NULL, NULL);

  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      g_error ("“%s” is not in “%s”", *words, text);
}

/* Figures side by side say what each scenario has and why needs differ. */
static void
test_page_explains (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  PlwuScenariosPage *page;

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_result (document);
  page = show_page (window);
  wait_for_answers (page, 2);

  plwu_sheet_set_cursor (page->by_year, 0, 1);
  g_assert_null (plwu_scenarios_explain (page));
  plwu_sheet_set_cursor (page->by_year, 0, 2);
  assert_explains (page, (const char *const[]){ "Need, 2026/27", "Base case", "No road grant",
                                                "Why the need of “No road grant” differs", NULL });

  gtk_stack_set_visible_child_name (page->stack, "lines");
  wait_for_answers (page, 2);
  g_assert_null (plwu_scenarios_explain (page));
  plwu_picker_set_selected (page->year, 2);
  wait_for_answers (page, 2);
  plwu_sheet_set_cursor (page->by_line, 0, 4);
  assert_explains (page, (const char *const[]){ "Shortfall: ", ", 2027/28", "Base case", NULL });
  gtk_stack_set_visible_child_name (page->stack, "bridge");
  assert_explains (page, (const char *const[]){ "Need, 2027/28", "Base case", NULL });
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* New, duplicate and delete on the page, and an edit elsewhere. */
static void
test_page_edits (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  PlwuWindow *window = PLWU_WINDOW (plwu_window_new (NULL));
  PlwuScenariosPage *page;

  plwu_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_result (document);
  page = show_page (window);
  wait_for_answers (page, 2);

  plwu_scenario_tree_select (page->tree, "no-road-grant");
  gtk_widget_activate_action (GTK_WIDGET (page), "scenarios.duplicate", NULL);
  g_assert_cmpstr (plwu_scenario_tree_get_selected (page->tree), ==, "no-road-grant-copy");
  wait_for_result (document);
  wait_for_answers (page, 3);
  gtk_widget_activate_action (GTK_WIDGET (page), "scenarios.delete", NULL);
  wait_for_result (document);
  wait_for_answers (page, 2);
  g_assert_cmpuint (page->results->len, ==, 2);
  g_assert_cmpstr (plwu_document_get_undo_name (document), ==, "Removal of scenario “Copy of No road grant”");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/scenarios/years", test_years_are_those_of_the_results);
  g_test_add_func ("/ui/scenarios/only-differences", test_only_differences);
  g_test_add_func ("/ui/scenarios/lines-add-up", test_lines_add_up);
  g_test_add_func ("/ui/scenarios/come-and-go", test_scenarios_come_and_go);
  g_test_add_func ("/ui/scenarios/children-keep-their-figures", test_children_keep_their_figures);
  g_test_add_func ("/ui/scenarios/page-compares", test_page_compares);
  g_test_add_func ("/ui/scenarios/page-explains", test_page_explains);
  g_test_add_func ("/ui/scenarios/page-edits", test_page_edits);

  return g_test_run ();
}
