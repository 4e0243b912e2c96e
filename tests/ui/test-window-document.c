/* test-window-document.c: edits, results, undo, scenarios and saving of an open plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "jobs/plwu-paper-job.h"
#include "test-window-support.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

static PlwEdit *
edit_base (PlwuDocument *document, const char *key, gint64 pence)
{
  PlwEdit *edit = plw_edit_new ("A new base");

  plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS,
                     find_row (document, PLW_TABLE_COSTS, key), PLW_COSTS_BASE, plw_value_number (pence));
  return edit;
}

static gint64
get_need (PlwuDocument *document, size_t year)
{
  const PlwResult *result = plwu_document_get_result (document, NULL);

  g_assert_nonnull (result);
  return plw_result_sum (result, PLW_SUM_NEED, year);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_edit_changes_results (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (GError) error = NULL;
  guint n_results = 0;
  guint n_turns = 0;
  gint64 before;

  wait_for_result (document);
  g_signal_connect_swapped (document, "result-changed", G_CALLBACK (count_cb), &n_results);
  g_signal_connect_swapped (document, "notify::is-stale", G_CALLBACK (count_cb), &n_turns);
  before = get_need (document, 4);

  g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 7000000);

  g_assert_true (plwu_document_commit (document, edit, &error));
  g_assert_true (plwu_document_is_stale (document));
  wait_for_result (document);

  /* Roads have no drivers: £10,000 more of base is £10,000 more of need. */
  g_assert_cmpint (get_need (document, 4) - before, ==, 1000000);

  /* Drawing anew what did not change would hold up what does. */
  g_assert_cmpuint (n_results, ==, 1);
  g_assert_cmpuint (n_turns, ==, 2);
}

/* Many edits at once need not be worked out one by one, but the last must be. */
static void
test_edits_coalesce (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  guint n_results = 0;
  gint64 before;

  wait_for_result (document);
  before = get_need (document, 4);
  g_signal_connect_swapped (document, "result-changed", G_CALLBACK (count_cb), &n_results);
  for (gint64 i = 1; i <= 200; i++)
    {
      g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 6000000 + i * 100);

      g_assert_true (plwu_document_commit (document, edit, NULL));
    }
  wait_for_result (document);

  g_assert_cmpint (get_need (document, 4) - before, ==, 20000);
  g_assert_cmpuint (n_results, <, 100);
}

static void
test_undo_has_names (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 1);

  g_assert_null (plwu_document_get_undo_name (document));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  g_assert_cmpstr (plwu_document_get_undo_name (document), ==, "A new base");
  g_assert_null (plwu_document_get_redo_name (document));

  g_assert_true (plwu_document_undo (document, NULL));
  g_assert_null (plwu_document_get_undo_name (document));
  g_assert_cmpstr (plwu_document_get_redo_name (document), ==, "A new base");

  g_autofree char *undone = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_assert_cmpstr (undone, ==, before);

  g_assert_true (plwu_document_redo (document, NULL));
  g_assert_cmpint (plw_plan_number (plwu_document_get_plan (document), PLW_TABLE_COSTS,
                                    find_row (document, PLW_TABLE_COSTS, "roads/contracts"), PLW_COSTS_BASE),
                   ==, 1);
}

static void
test_edit_that_does_not_fit_changes_nothing (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwEdit) first = edit_base (document, "roads/contracts", 1);
  g_autoptr (PlwEdit) second = edit_base (document, "roads/contracts", 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (plwu_document_commit (document, first, NULL));

  g_autofree char *before = plw_plan_fingerprint (plwu_document_get_plan (document));

  g_assert_false (plwu_document_commit (document, second, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);

  g_autofree char *after = plw_plan_fingerprint (plwu_document_get_plan (document));
  g_assert_cmpstr (after, ==, before);
}

static void
test_broken_plan_says_why (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwEdit) edit = plw_edit_new ("A wrong driver");

  wait_for_result (document);
  plw_edit_set_cell (edit, plwu_document_get_plan (document), PLW_TABLE_COSTS, 0, PLW_COSTS_PRICE_DRIVER,
                     plw_value_text ("nowhere"));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  wait_for_result (document);

  g_assert_null (plwu_document_get_result (document, NULL));
  g_assert_nonnull (plwu_document_get_failure (document));
  g_assert_cmpuint (plw_problems_count (plwu_document_get_problems (document), PLW_SEVERITY_ERROR), >, 0);

  g_assert_true (plwu_document_undo (document, NULL));
  wait_for_result (document);
  g_assert_nonnull (plwu_document_get_result (document, NULL));
  g_assert_null (plwu_document_get_failure (document));
}

static void
test_policies_are_both_there (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  const PlwResult *today;
  const PlwResult *pooled;
  gint64 today_short = 0;
  gint64 pooled_short = 0;

  wait_for_result (document);
  today = plwu_document_get_result (document, PLWU_POLICY_TODAY);
  pooled = plwu_document_get_result (document, PLWU_POLICY_PLACEMAKING);
  g_assert_nonnull (today);
  g_assert_nonnull (pooled);
  for (size_t i = 0; i < plw_result_n_years (today); i++)
    {
      today_short += plw_result_sum (today, PLW_SUM_SHORTFALL, i);
      pooled_short += plw_result_sum (pooled, PLW_SUM_SHORTFALL, i);
    }
  g_assert_cmpint (today_short, >, pooled_short);

  plwu_document_set_policy (document, PLWU_POLICY_PLACEMAKING);
  g_assert_true (plwu_document_get_result (document, NULL) == pooled);
  g_assert_cmpstr (plwu_document_get_policy_name (document), ==, "Placemaking");
}

static void
test_scenario_shows_its_figures (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  size_t row = find_row (document, PLW_TABLE_POTS, "road-grant");

  wait_for_result (document);
  g_assert_cmpstr (plwu_document_get_scenario_name (document), ==, "Base case");
  plwu_document_set_scenario (document, "no-road-grant");
  g_assert_false (plwu_document_is_root (document));
  g_assert_cmpstr (plwu_document_get_parent_name (document), ==, "Base case");
  g_assert_cmpint (
      plw_plan_number (plwu_document_get_shown (document), PLW_TABLE_POTS, row, PLW_POTS_ENABLED), ==, 0);
  g_assert_cmpint (plw_plan_number (plwu_document_get_plan (document), PLW_TABLE_POTS, row, PLW_POTS_ENABLED),
                   ==, 1);
  g_assert_null (plwu_document_get_result (document, NULL));
  wait_for_result (document);
  g_assert_cmpstr (plw_result_scenario (plwu_document_get_result (document, NULL)), ==, "no-road-grant");

  plwu_document_set_scenario (document, "base");
  g_assert_true (plwu_document_is_root (document));
}

/* What is shown is always something the plan has. */
static void
test_removed_scenario_and_policy_are_left (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwEdit) policy = plw_edit_new ("A policy");
  g_autoptr (PlwEdit) removal = plw_edit_new ("No scenario");
  PlwValue cells[] = { plw_value_text ("half"), plw_value_text ("Half way") };
  size_t row = find_row (document, PLW_TABLE_SCENARIOS, "no-road-grant");

  plw_edit_insert_row (policy, plwu_document_get_plan (document), PLW_TABLE_POLICIES, 0, cells, 2);
  g_assert_true (plwu_document_commit (document, policy, NULL));
  plwu_document_set_policy (document, "half");
  g_assert_cmpstr (plwu_document_get_policy_name (document), ==, "Half way");
  wait_for_result (document);
  g_assert_nonnull (plwu_document_get_result (document, NULL));
  g_assert_true (plwu_document_undo (document, NULL));
  g_assert_cmpstr (plwu_document_get_policy (document), ==, PLWU_POLICY_TODAY);

  plwu_document_set_scenario (document, "no-road-grant");
  plw_edit_delete_row (removal, plwu_document_get_plan (document), PLW_TABLE_SCENARIOS, row);
  g_assert_true (plwu_document_commit (document, removal, NULL));
  g_assert_true (plwu_document_is_root (document));
}

typedef struct
{
  gboolean is_done;
  gboolean is_saved;
  GError *error;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;

  saving->is_saved = plwu_document_save_finish (PLWU_DOCUMENT (source), result, &saving->error);
  saving->is_done = TRUE;
}

static void
save (PlwuDocument *document, const char *path)
{
  Saving saving = { 0 };

  plwu_document_save_async (document, path, FALSE, saved_cb, &saving);
  while (!saving.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (saving.error);
  g_assert_true (saving.is_saved);
}

static void
test_saved_plan_is_the_plan (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plwu-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.placewright", NULL);
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 12345);
  g_autoptr (GError) error = NULL;

  g_assert_null (plwu_document_get_path (document));
  g_assert_true (plwu_document_commit (document, edit, NULL));
  g_assert_true (plwu_document_is_dirty (document));
  save (document, path);
  g_assert_false (plwu_document_is_dirty (document));
  g_assert_cmpstr (plwu_document_get_path (document), ==, path);

  g_autofree char *held = plw_plan_fingerprint (plwu_document_get_plan (document));
  plwu_document_close (document, FALSE);

  g_autoptr (PlwStore) store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_autofree char *read = plw_plan_fingerprint (plw_store_plan (store));

  g_assert_cmpstr (read, ==, held);
  g_assert_cmpstr (plw_store_undo_name (store), ==, "A new base");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* An edit while a save is under way is either taken or refused, never lost. */
static void
test_edits_while_saving (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plwu-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.placewright", NULL);
  g_autoptr (PlwuDocument) document = create_file_document ();
  size_t row = find_row (document, PLW_TABLE_COSTS, "roads/contracts");
  gint64 expected = 6000000;

  for (gint64 i = 1; i <= 20; i++)
    {
      g_autoptr (PlwEdit) edit = NULL;
      g_autoptr (GError) error = NULL;
      Saving saving = { 0 };
      gboolean is_taken;

      plwu_document_save_async (document, path, TRUE, saved_cb, &saving);
      g_assert_true (plwu_document_is_saving (document));
      edit = edit_base (document, "roads/contracts", i);
      is_taken = plwu_document_commit (document, edit, &error);
      while (!saving.is_done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (saving.error);
      g_assert_cmpint (is_taken, ==, error == NULL);
      g_assert_cmpint (is_taken, ==, plwu_document_is_dirty (document));
      if (is_taken)
        expected = i;
      g_assert_cmpint (
          plw_plan_number (plwu_document_get_plan (document), PLW_TABLE_COSTS, row, PLW_COSTS_BASE), ==,
          expected);
    }
  plwu_document_close (document, TRUE);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_closed_document_refuses (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 12345);
  g_autoptr (GError) error = NULL;

  plwu_document_close (document, TRUE);
  g_assert_false (plwu_document_commit (document, edit, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
}

typedef struct
{
  gboolean is_done;
  PlwuPaperJob kind;
  GError *error;
} Written;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Written *written = user_data;

  written->kind = plwu_paper_job_get_kind (result);
  plwu_paper_job_finish (result, &written->error);
  written->is_done = TRUE;
}

static void
write_paper (PlwuDocument *document,
             PlwuPaperJob kind,
             const PlwuWorkbookOptions *options,
             const char *path,
             Written *written)
{
  *written = (Written){ .kind = PLWU_PAPER_N_JOBS };
  plwu_paper_job_start (document, kind, options, path, NULL, written_cb, written);
  while (!written->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (written->kind, ==, kind);
}

static void
test_papers_are_written (void)
{
  static const char *const beginnings[] = {
    [PLWU_PAPER_JOB_WORKBOOK] = "PK",
    [PLWU_PAPER_JOB_REPORT] = "%PDF-",
    [PLWU_PAPER_JOB_SUMMARY] = "%PDF-",
  };
  g_autoptr (PlwuDocument) document = create_document ();
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper", NULL);

  wait_for_result (document);
  for (PlwuPaperJob kind = 0; kind < PLWU_PAPER_N_JOBS; kind++)
    {
      Written written;
      g_autofree char *contents = NULL;

      write_paper (document, kind, NULL, path, &written);
      g_assert_no_error (written.error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, beginnings[kind]));
      g_assert_cmpint (g_remove (path), ==, 0);

      write_paper (document, kind, NULL, "/nowhere/paper", &written);
      g_assert_error (written.error, PLW_ERROR, PLW_ERROR_IO);
      g_clear_error (&written.error);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The change log goes with a workbook where it is wanted, whether the plan is saved or not. */
static void
test_paper_has_the_log (void)
{
  g_autoptr (PlwuDocument) document = create_file_document ();
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.xlsx", NULL);
  g_autoptr (PlwEdit) edit = edit_base (document, "roads/contracts", 7000000);
  gsize sizes[2];

  g_assert_true (plwu_document_commit (document, edit, NULL));
  wait_for_result (document);
  for (int has_log = 0; has_log < 2; has_log++)
    {
      const PlwuWorkbookOptions options = { .has_log = has_log };
      g_autofree char *contents = NULL;
      Written written;

      write_paper (document, PLWU_PAPER_JOB_WORKBOOK, &options, path, &written);
      g_assert_no_error (written.error);
      g_assert_true (g_file_get_contents (path, &contents, &sizes[has_log], NULL));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpuint (sizes[1], >, sizes[0]);
  plwu_document_close (document, FALSE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/document/edit-changes-results", test_edit_changes_results);
  g_test_add_func ("/ui/document/edits-coalesce", test_edits_coalesce);
  g_test_add_func ("/ui/document/undo-has-names", test_undo_has_names);
  g_test_add_func ("/ui/document/edit-that-does-not-fit", test_edit_that_does_not_fit_changes_nothing);
  g_test_add_func ("/ui/document/broken-plan-says-why", test_broken_plan_says_why);
  g_test_add_func ("/ui/document/policies-are-both-there", test_policies_are_both_there);
  g_test_add_func ("/ui/document/scenario-shows-its-figures", test_scenario_shows_its_figures);
  g_test_add_func ("/ui/document/removed-scenario-and-policy", test_removed_scenario_and_policy_are_left);
  g_test_add_func ("/ui/document/saved-plan-is-the-plan", test_saved_plan_is_the_plan);
  g_test_add_func ("/ui/document/edits-while-saving", test_edits_while_saving);
  g_test_add_func ("/ui/document/papers-are-written", test_papers_are_written);
  g_test_add_func ("/ui/document/paper-has-the-log", test_paper_has_the_log);
  g_test_add_func ("/ui/document/closed-document-refuses", test_closed_document_refuses);

  return g_test_run ();
}
