/* test-contract.c: what every store promises, tried on each of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "plan/plan-private.h"
#include "store/sql-schema.h"

#include <string.h>

typedef PlwStore *(*MakeStore) (const PlwPlan *plan);

static PlwStore *
make_memory (const PlwPlan *plan)
{
  return plw_store_new_memory (plan);
}

static PlwStore *
make_file (const PlwPlan *plan)
{
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_new_file (plan, NULL, &error);

  g_assert_no_error (error);
  return store;
}

/* Saved and opened again before it is used. */
static PlwStore *
make_opened (const PlwPlan *plan)
{
  static int n_made = 0;
  g_autofree char *name = g_strdup_printf ("opened-%d.placewright", n_made++);
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) first = make_file (plan);

  g_assert_true (plw_store_save (first, path, true, &error));
  g_assert_no_error (error);
  g_clear_pointer (&first, plw_store_free);

  PlwStore *store = plw_store_open (path, &error);
  g_assert_no_error (error);
  return store;
}

static GRand *
new_rand (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static PlwStore *
make_with_line (MakeStore make)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  PlwValue row[] = { plw_value_text ("roads"), plw_value_text ("Roads") };

  plw_plan_append (plan, PLW_TABLE_LINES, row, G_N_ELEMENTS (row));
  return make (plan);
}

static void
rename_line (PlwStore *store, const char *name, GError **error)
{
  g_autofree char *title = g_strdup_printf ("Name it %s", name);
  g_autoptr (PlwEdit) edit = plw_edit_new (title);
  bool is_done;

  plw_edit_set_cell (edit, plw_store_plan (store), PLW_TABLE_LINES, 0, PLW_LINES_NAME, plw_value_text (name));
  is_done = plw_store_commit (store, edit, error);
  g_assert_true (is_done == (error == NULL || *error == NULL));
}

static void
test_copies_the_plan (gconstpointer make)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 4);
  g_autoptr (PlwStore) store = ((MakeStore) make) (plan);

  g_assert_true (plw_store_plan (store) != plan);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
  g_assert_null (plw_store_undo_name (store));
  g_assert_null (plw_store_redo_name (store));
  g_assert_false (plw_store_is_dirty (store));
}

static void
test_commit_undo_redo (gconstpointer make)
{
  g_autoptr (PlwStore) store = make_with_line ((MakeStore) make);
  g_autoptr (GError) error = NULL;

  rename_line (store, "Streets", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plw_plan_text (plw_store_plan (store), PLW_TABLE_LINES, 0, PLW_LINES_NAME), ==, "Streets");
  g_assert_cmpstr (plw_store_undo_name (store), ==, "Name it Streets");
  g_assert_true (plw_store_is_dirty (store));

  g_assert_true (plw_store_undo (store, &error));
  g_assert_cmpstr (plw_plan_text (plw_store_plan (store), PLW_TABLE_LINES, 0, PLW_LINES_NAME), ==, "Roads");
  g_assert_null (plw_store_undo_name (store));
  g_assert_cmpstr (plw_store_redo_name (store), ==, "Name it Streets");

  g_assert_true (plw_store_redo (store, &error));
  g_assert_cmpstr (plw_plan_text (plw_store_plan (store), PLW_TABLE_LINES, 0, PLW_LINES_NAME), ==, "Streets");

  g_assert_true (plw_store_undo (store, &error));
  rename_line (store, "Ways", &error);
  g_assert_null (plw_store_redo_name (store));
  g_assert_false (plw_store_redo (store, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
}

static void
test_nothing_to_undo (gconstpointer make)
{
  g_autoptr (PlwStore) store = make_with_line ((MakeStore) make);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwEdit) nothing = plw_edit_new ("Nothing");

  g_assert_true (plw_store_commit (store, nothing, &error));
  g_assert_null (plw_store_undo_name (store));
  g_assert_false (plw_store_undo (store, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
}

/* An edit made for another plan, or one no file could hold, changes nothing. */
static void
test_refused_edits (gconstpointer make)
{
  g_autoptr (PlwStore) store = make_with_line ((MakeStore) make);
  g_autoptr (PlwPlan) before = plw_plan_copy (plw_store_plan (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwEdit) stale = plw_edit_new ("Stale");
  g_autoptr (PlwEdit) wrong = plw_edit_new ("Wrong");
  PlwStep ok = { .kind = PLW_STEP_SET, .table = PLW_TABLE_LINES, .row = 1, .column = PLW_LINES_NAME };
  PlwStep old = ok;
  PlwStep bad = ok;

  ok.from = plw_value_text ("Roads");
  ok.to = plw_value_text ("Streets");
  old.from = plw_value_text ("Rivers");
  old.to = plw_value_text ("Lakes");
  plw_edit_add_step (stale, &ok);
  plw_edit_add_step (stale, &old);
  g_assert_false (plw_store_commit (store, stale, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_clear_error (&error);

  bad.column = PLW_LINES_PRIORITY;
  bad.to = plw_value_number (9);
  plw_edit_add_step (wrong, &ok);
  plw_edit_add_step (wrong, &bad);
  g_assert_false (plw_store_commit (store, wrong, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_RANGE);
  g_clear_error (&error);

  g_autofree char *endless = g_strnfill (200000, 'x');
  rename_line (store, endless, &error);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_RANGE);

  g_assert_true (plw_plan_equal (plw_store_plan (store), before));
  g_assert_false (plw_store_is_dirty (store));
}

/* Whatever was done: all of it undone gives the plan there was, done again the plan there is. */
static void
test_undo_all_redo_all (gconstpointer make)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (PlwPlan) before = fixture_plan (rand, 3);
  g_autofree char *print_before = plw_plan_fingerprint (before);
  g_autoptr (PlwStore) store = ((MakeStore) make) (before);
  g_autoptr (GError) error = NULL;

  fixture_use (store, rand, 60);
  while (plw_store_redo_name (store) != NULL)
    g_assert_true (plw_store_redo (store, &error));

  g_autoptr (PlwPlan) after = plw_plan_copy (plw_store_plan (store));
  g_autofree char *print_after = plw_plan_fingerprint (after);
  while (plw_store_undo_name (store) != NULL)
    g_assert_true (plw_store_undo (store, &error));
  g_autofree char *print_undone = plw_plan_fingerprint (plw_store_plan (store));
  g_assert_cmpstr (print_undone, ==, print_before);
  g_assert_true (plw_plan_equal (plw_store_plan (store), before));

  while (plw_store_redo_name (store) != NULL)
    g_assert_true (plw_store_redo (store, &error));
  g_autofree char *print_redone = plw_plan_fingerprint (plw_store_plan (store));
  g_assert_cmpstr (print_redone, ==, print_after);
  g_assert_true (plw_plan_equal (plw_store_plan (store), after));
}

static void
test_history (gconstpointer make)
{
  g_autoptr (PlwStore) store = make_with_line ((MakeStore) make);
  g_autoptr (GError) error = NULL;

  plw_store_set_author (store, "A. Treasurer");
  rename_line (store, "Streets", &error);
  g_assert_true (plw_store_undo (store, &error));
  g_assert_true (plw_store_redo (store, &error));

  g_autoptr (GPtrArray) log = plw_store_history (store, 0, &error);
  g_assert_cmpuint (log->len, ==, 3);

  const PlwEntry *redo = g_ptr_array_index (log, 0);
  const PlwEntry *undo = g_ptr_array_index (log, 1);
  const PlwEntry *edit = g_ptr_array_index (log, 2);
  g_assert_cmpint (redo->seq, ==, 3);
  g_assert_true (redo->kind == PLW_ENTRY_REDO && redo->target == 1);
  g_assert_true (undo->kind == PLW_ENTRY_UNDO && undo->target == 1);
  g_assert_true (edit->kind == PLW_ENTRY_EDIT && edit->target == 0);
  g_assert_cmpstr (edit->who, ==, "A. Treasurer");
  g_assert_cmpstr (undo->name, ==, "Name it Streets");
  g_assert_cmpint (ABS (edit->when - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpstr (plw_edit_step (undo->edit, 0)->to.text, ==, "Roads");
  g_assert_cmpstr (plw_edit_step (redo->edit, 0)->to.text, ==, "Streets");

  g_autoptr (GPtrArray) last = plw_store_history (store, 1, &error);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpint (((const PlwEntry *) g_ptr_array_index (last, 0))->seq, ==, 3);
}

static void
test_versions (gconstpointer make)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 3);
  g_autoptr (PlwStore) store = ((MakeStore) make) (plan);
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_name_version (store, "For cabinet", "v7", &error));
  fixture_use (store, rand, 10);
  g_autoptr (PlwPlan) later = plw_plan_copy (plw_store_plan (store));
  g_assert_true (plw_store_name_version (store, "After cabinet", NULL, &error));
  fixture_use (store, rand, 10);

  g_autoptr (GPtrArray) versions = plw_store_versions (store, &error);
  g_assert_cmpuint (versions->len, >=, 2);

  const PlwVersion *first = g_ptr_array_index (versions, versions->len - 1);
  g_assert_cmpstr (first->name, ==, "For cabinet");
  g_assert_cmpstr (first->note, ==, "v7");
  g_autoptr (PlwPlan) restored = plw_store_version_plan (store, first->id, &error);
  g_assert_true (plw_plan_equal (restored, plan));

  for (guint i = 0; i < versions->len; i++)
    {
      const PlwVersion *version = g_ptr_array_index (versions, i);

      if (strcmp (version->name, "After cabinet") == 0)
        {
          g_autoptr (PlwPlan) held = plw_store_version_plan (store, version->id, &error);

          g_assert_null (version->note);
          g_assert_true (plw_plan_equal (held, later));
        }
    }
  g_assert_null (plw_store_version_plan (store, 999, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
}

/* The memory store is the oracle: given the same gestures every store says the same. */
static void
test_like_memory (gconstpointer make)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GRand) rand_a = g_rand_new_with_seed (seed + 1);
  g_autoptr (GRand) rand_b = g_rand_new_with_seed (seed + 1);
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 3);
  g_autoptr (PlwStore) memory = plw_store_new_memory (plan);
  g_autoptr (PlwStore) store = ((MakeStore) make) (plan);

  for (int i = 0; i < 5; i++)
    {
      fixture_use (memory, rand_a, 20);
      fixture_use (store, rand_b, 20);
      fixture_assert_same (memory, store);
    }
}

/* Saving takes everything along, to the last cell of the log. */
static void
test_save_and_open (gconstpointer make)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 3);
  g_autoptr (PlwStore) store = ((MakeStore) make) (plan);
  g_autofree char *path = fixture_path ("saved.placewright");
  g_autoptr (GError) error = NULL;

  fixture_use (store, rand, 40);
  g_assert_true (plw_store_is_dirty (store));
  g_assert_true (plw_store_save (store, path, true, &error));
  g_assert_no_error (error);
  g_assert_false (plw_store_is_dirty (store));

  g_autoptr (PlwStore) opened = plw_store_open (path, &error);
  g_assert_no_error (error);
  fixture_assert_same (store, opened);
  g_assert_false (plw_store_is_dirty (opened));

  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (PlwStore) read = plw_store_open_bytes (bytes, &error);
  g_assert_no_error (error);
  fixture_assert_same (store, read);
  g_assert_false (plw_store_is_dirty (read));
  g_assert_null (plw_store_path (read));
}

/* New rows never get the number a deleted row had, not even in another session. */
static void
test_identities_are_never_used_again (gconstpointer make)
{
  g_autoptr (PlwStore) store = make_with_line ((MakeStore) make);
  g_autofree char *path = fixture_path ("identities.placewright");
  g_autoptr (PlwEdit) insert = plw_edit_new ("Add");
  g_autoptr (PlwEdit) delete = plw_edit_new ("Delete");
  g_autoptr (GError) error = NULL;
  PlwRowId id = plw_edit_insert_row (insert, plw_store_plan (store), PLW_TABLE_LINES, 1, NULL, 0);

  g_assert_true (plw_store_commit (store, insert, &error));
  plw_edit_delete_row (delete, plw_store_plan (store), PLW_TABLE_LINES, 1);
  g_assert_true (plw_store_commit (store, delete, &error));
  g_assert_true (plw_store_save (store, path, true, &error));
  g_clear_pointer (&store, plw_store_free);

  store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plw_plan_next_id (plw_store_plan (store), PLW_TABLE_LINES), >, id);
}

static void
add_suite (const char *name, MakeStore make)
{
  static const struct
  {
    const char *name;
    void (*run) (gconstpointer make);
  } tests[] = {
    { "copies-the-plan", test_copies_the_plan },
    { "commit-undo-redo", test_commit_undo_redo },
    { "nothing-to-undo", test_nothing_to_undo },
    { "refused-edits-change-nothing", test_refused_edits },
    { "undo-all-redo-all", test_undo_all_redo_all },
    { "history", test_history },
    { "versions", test_versions },
    { "like-memory", test_like_memory },
    { "save-and-open", test_save_and_open },
    { "identities-are-never-used-again", test_identities_are_never_used_again },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/%s/%s", name, tests[i].name);

      g_test_add_data_func (path, (gconstpointer) make, tests[i].run);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  add_suite ("memory", make_memory);
  add_suite ("file", make_file);
  add_suite ("opened", make_opened);
  return g_test_run ();
}
