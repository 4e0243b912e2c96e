/* test-file.c: the file store: saving, restarts, crashes, other people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "plan/plan-private.h"
#include "store/sql-schema.h"

#include <errno.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

static PlwStore *
new_store (GRand *rand)
{
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 3);
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_new_file (plan, NULL, &error);

  g_assert_no_error (error);
  return store;
}

/* Closed with unsaved edits and opened again: nothing is missing, undo included. */
static void
test_restart (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (GRand) rand_a = g_rand_new_with_seed (seed);
  g_autoptr (GRand) rand_b = g_rand_new_with_seed (seed);
  g_autoptr (PlwStore) store = new_store (rand);
  g_autoptr (PlwStore) memory = plw_store_new_memory (plw_store_plan (store));
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10; i++)
    {
      fixture_use (memory, rand_a, 8);
      fixture_use (store, rand_b, 8);
      g_clear_pointer (&store, plw_store_free);

      g_autoptr (GPtrArray) left = plw_store_recoverable ();
      g_assert_cmpuint (left->len, ==, 1);
      store = plw_store_recover (g_ptr_array_index (left, 0), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plw_store_recovered (store), >, 0);
      g_assert_true (plw_store_is_dirty (store));
      fixture_assert_same (memory, store);
    }
}

static void
test_clean_close_leaves_nothing (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("clean.placewright");
  g_autoptr (GError) error = NULL;

  fixture_commit (store, rand);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 1);
  g_assert_true (plw_store_save (store, path, false, &error));
  g_clear_pointer (&store, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);

  store = plw_store_open (path, &error);
  fixture_commit (store, rand);
  plw_store_discard (store);
  g_clear_pointer (&store, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);

  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_assert_cmpuint (left->len, ==, 0);
}

/* Opening the file again finds the edits that were not saved, under any name of the file. */
static void
test_open_finds_unsaved (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("unsaved.placewright");
  g_autofree char *link = fixture_path ("link.placewright");
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_save (store, path, false, &error));
  g_assert_cmpint (symlink (path, link), ==, 0);
  fixture_commit (store, rand);
  fixture_commit (store, rand);
  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (store));
  g_clear_pointer (&store, plw_store_free);

  store = plw_store_open (link, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plw_store_recovered (store), ==, 2);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));

  /* In use by a living window: a second one works on its own copy of the file. */
  g_autoptr (PlwStore) second = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plw_store_recovered (second), ==, 0);
  g_assert_false (plw_plan_equal (plw_store_plan (second), plan));
  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_assert_cmpuint (left->len, ==, 0);

  /* Saved through the link: the link stays one. */
  g_assert_true (plw_store_save (store, link, false, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (plw_store_save (second, NULL, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_unlink (link);
}

static void
test_recover_refuses_a_live_copy (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *root = g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;

  fixture_commit (store, rand);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_uuid_string_is_valid (name))
      {
        g_autofree char *folder = g_build_filename (root, name, NULL);

        g_assert_null (plw_store_recover (folder, &error));
        g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
        g_clear_error (&error);
      }
  fixture_commit (store, rand);
  g_assert_null (plw_store_recover ("/nowhere/at/all", &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
}

static void
test_origin_is_a_remark (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  g_autofree char *path = fixture_path ("origin.placewright");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) store = plw_store_new_file (plan, "Import of budget.xlsx", &error);

  g_assert_true (plw_store_is_dirty (store));
  g_assert_null (plw_store_undo_name (store));
  fixture_commit (store, rand);
  g_assert_true (plw_store_undo (store, &error));
  g_assert_null (plw_store_undo_name (store));
  g_assert_true (plw_store_save (store, path, false, &error));
  g_clear_pointer (&store, plw_store_free);

  store = plw_store_open (path, &error);
  g_autoptr (GPtrArray) log = plw_store_history (store, 0, &error);
  g_assert_cmpuint (log->len, ==, 3);
  const PlwEntry *first = g_ptr_array_index (log, 2);
  g_assert_cmpstr (first->name, ==, "Import of budget.xlsx");
  g_assert_cmpuint (plw_edit_n_steps (first->edit), ==, 0);
  g_assert_null (plw_store_undo_name (store));
  g_assert_nonnull (plw_store_redo_name (store));
}

static void
test_changed_underneath (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("shared.placewright");
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_save (store, path, false, &error));
  g_autoptr (PlwStore) colleague = plw_store_open (path, &error);
  fixture_commit (colleague, rand);
  g_assert_true (plw_store_save (colleague, NULL, false, &error));
  g_autoptr (GBytes) theirs = fixture_read (path);

  fixture_commit (store, rand);
  g_assert_false (plw_store_save (store, NULL, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (plw_store_save (store, path, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (plw_store_is_dirty (store));
  g_autoptr (GBytes) still = fixture_read (path);
  g_assert_true (g_bytes_equal (theirs, still));

  /* Overwritten on purpose, and yet not lost: it is kept as a generation. */
  g_assert_true (plw_store_save (store, NULL, true, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) kept = plw_store_generations (store);
  bool is_kept = false;
  for (guint i = 0; i < kept->len; i++)
    {
      g_autoptr (GBytes) bytes = fixture_read (g_ptr_array_index (kept, i));

      is_kept = is_kept || g_bytes_equal (bytes, theirs);
    }
  g_assert_true (is_kept);

  /* Only touched, or gone: nobody's work is at stake. */
  g_autoptr (GBytes) mine = fixture_read (path);
  g_unlink (path);
  fixture_write (path, mine);
  fixture_commit (store, rand);
  g_assert_true (plw_store_save (store, NULL, false, &error));
  g_unlink (path);
  fixture_commit (store, rand);
  g_assert_true (plw_store_save (store, NULL, false, &error));
  g_assert_no_error (error);
}

static void
test_generations (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("generations.placewright");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 25; i++)
    {
      fixture_commit (store, rand);
      g_assert_true (plw_store_save (store, path, false, &error));
      g_assert_no_error (error);
      /* The same again is no new generation. */
      g_assert_true (plw_store_save (store, path, false, &error));

      g_autoptr (GPtrArray) kept = plw_store_generations (store);
      g_assert_cmpuint (kept->len, ==, (guint) MIN (i + 1, 20));
    }

  g_autoptr (GPtrArray) kept = plw_store_generations (store);
  g_autoptr (GBytes) saved = fixture_read (path);
  g_autoptr (GBytes) newest = fixture_read (g_ptr_array_index (kept, 0));
  g_assert_true (g_bytes_equal (saved, newest));

  /* Each is one undoable gesture behind the next. */
  for (guint i = 0; i < kept->len; i++)
    {
      g_autoptr (GBytes) bytes = fixture_read (g_ptr_array_index (kept, i));
      g_autoptr (PlwStore) old = plw_store_open_bytes (bytes, &error);

      g_assert_no_error (error);
      g_autoptr (GPtrArray) log = plw_store_history (old, 0, &error);
      g_assert_cmpuint (log->len, ==, 25 - i);
    }
}

static void
test_save_as_moves_on (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *first = fixture_path ("first.placewright");
  g_autofree char *second = fixture_path ("second.placewright");
  g_autoptr (GError) error = NULL;

  g_assert_null (plw_store_path (store));
  g_assert_false (plw_store_save (store, NULL, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_clear_error (&error);
  g_assert_true (plw_store_save (store, first, false, &error));
  g_assert_cmpstr (plw_store_path (store), ==, first);
  g_assert_cmpint (g_chmod (first, 0640), ==, 0);
  g_autoptr (GBytes) before = fixture_read (first);
  fixture_commit (store, rand);
  g_assert_true (plw_store_save (store, second, false, &error));
  g_assert_cmpstr (plw_store_path (store), ==, second);
  g_autoptr (GBytes) after = fixture_read (first);
  g_assert_true (g_bytes_equal (before, after));

  /* Back over the first: its mode stays. */
  struct stat status;
  g_assert_true (plw_store_save (store, first, false, &error));
  g_assert_cmpint (stat (first, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);

  g_assert_false (plw_store_save (store, "/nowhere/at/all.placewright", false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_cmpstr (plw_store_path (store), ==, first);
}

/* A crash after the file was replaced and before that was noted. */
static void
test_crash_right_after_saving (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("intent.placewright");
  g_autofree char *root = g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
  g_autoptr (GError) error = NULL;

  fixture_commit (store, rand);
  g_assert_true (plw_store_save (store, path, false, &error));
  fixture_commit (store, rand);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_uuid_string_is_valid (name))
      g_ptr_array_add (held, g_build_filename (root, name, "work.db", NULL));
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_true (plw_store_save (store, path, false, &error));
  fixture_commit (store, rand);
  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (store));
  g_clear_pointer (&store, plw_store_free);

  /* Put the marks back to before the second save, as the crash would have left them. */
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *text =
      g_strdup_printf ("UPDATE local SET value = 1 WHERE key = 'seq';"
                       "UPDATE local SET value = 'old' WHERE key = 'sha256';"
                       "INSERT INTO local VALUES ('next_path', '%s'), ('next_sha256', '%s'), "
                       "('next_seq', '2'), ('next_version', '0')",
                       path, sha256);
  sqlite3 *db;
  g_assert_cmpint (sqlite3_open (g_ptr_array_index (held, 0), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, text, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plw_store_recovered (store), ==, 1);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
  g_assert_true (plw_store_save (store, NULL, false, &error));
  g_assert_no_error (error);
}

/* A crash before the working copy held anything leaves nothing to recover. */
static void
test_blank_copies_are_removed (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *empty = g_build_filename (g_get_user_state_dir (), "placewright", "work", uuid, NULL);
  g_autoptr (PlwStore) store = new_store (rand);

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_autofree char *database = g_build_filename (empty, "work.db", NULL);
  g_autoptr (GBytes) nothing = g_bytes_new ("", 0);
  fixture_write (database, nothing);

  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
  fixture_commit (store, rand);
}

/* What cannot be read is said to be there, and does not bar the way to the file. */
static void
test_damaged_copy_is_not_thrown_away (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("damaged-copy.placewright");
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_save (store, path, false, &error));
  fixture_commit (store, rand);
  g_clear_pointer (&store, plw_store_free);

  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_assert_cmpuint (left->len, ==, 1);
  g_autofree char *database = g_build_filename (g_ptr_array_index (left, 0), "work.db", NULL);
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish, and long enough to look like a file", 40);
  fixture_write (database, rubbish);

  g_assert_null (plw_store_recover (g_ptr_array_index (left, 0), &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_clear_error (&error);
  store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) still = plw_store_recoverable ();
  g_assert_cmpuint (still->len, ==, 1);
}

/* Nothing of a plan that could not be opened again is taken in. */
static void
test_unsound_plan_is_refused (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  g_autoptr (GError) error = NULL;

  plw_plan_set (plan, PLW_TABLE_LINES, 0, PLW_LINES_PRIORITY, plw_value_number (77));
  g_assert_null (plw_store_new_file (plan, NULL, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_RANGE);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);
}

/* Rows keep their order however often they are put between two others. */
static void
test_order_of_rows (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (PlwEdit) edit = plw_edit_new ("Insert");
      size_t n_rows = plw_plan_n_rows (plw_store_plan (store), PLW_TABLE_LINES);
      size_t at = i < 60 ? 1 : (size_t) g_rand_int_range (rand, 0, (int) n_rows + 1);

      plw_edit_insert_row (edit, plw_store_plan (store), PLW_TABLE_LINES, at, NULL, 0);
      if (i % 5 == 0)
        plw_edit_insert_row (edit, plw_store_plan (store), PLW_TABLE_LINES, 0, NULL, 0);
      g_assert_true (plw_store_commit (store, edit, &error));
      g_assert_no_error (error);
    }

  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (store));
  g_clear_pointer (&store, plw_store_free);
  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  store = plw_store_recover (g_ptr_array_index (left, 0), &error);
  g_assert_no_error (error);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
}

/* A full disk under the user's file: the old file stays as it was. */
static void
test_full_disk (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *mount_point = fixture_path ("small");
  g_autofree char *path = g_build_filename (mount_point, "plan.placewright", NULL);
  g_autofree char *ballast = g_build_filename (mount_point, "ballast", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir (mount_point, 0700);
  if (mount ("tmpfs", mount_point, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("mounting a small file system is not allowed here");
      return;
    }

  bool is_saved = plw_store_save (store, path, false, &error);
  g_autoptr (GBytes) before = is_saved ? fixture_read (path) : NULL;
  FILE *file = g_fopen (ballast, "w");
  while (file != NULL && fputc ('x', file) != EOF && fflush (file) == 0)
    ;
  if (file != NULL)
    fclose (file);
  fixture_commit (store, rand);

  bool is_saved_again = plw_store_save (store, NULL, false, &error);
  g_autoptr (GBytes) after = is_saved ? fixture_read (path) : NULL;
  g_autoptr (GDir) dir = g_dir_open (mount_point, 0, NULL);
  size_t n_files = 0;
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_clear_pointer (&dir, g_dir_close);
  g_assert_cmpint (umount (mount_point), ==, 0);

  g_assert_true (is_saved);
  g_assert_false (is_saved_again);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (n_files, ==, 2);
  g_assert_true (plw_store_is_dirty (store));
}

static int n_file_syncs = 0;
static int n_folder_syncs = 0;

/* Takes the place of the C library's, for all that is linked into this program. */
int
fsync (int file)
{
  struct stat status;

  if (fstat (file, &status) == 0 && S_ISDIR (status.st_mode))
    n_folder_syncs++;
  else
    n_file_syncs++;
  return fdatasync (file);
}

/* A rename that is not followed by synchronising the folder can be undone by a loss of power. */
static void
test_saving_synchronises (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autoptr (PlwStore) store = new_store (rand);
  g_autofree char *path = fixture_path ("synchronised.placewright");
  g_autoptr (GError) error = NULL;

  n_file_syncs = 0;
  n_folder_syncs = 0;
  g_assert_true (plw_store_save (store, path, false, &error));
  /* The user's file and its generation; each with its folder. */
  g_assert_cmpint (n_file_syncs, >=, 2);
  g_assert_cmpint (n_folder_syncs, >=, 2);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/store/file/restart", test_restart);
  g_test_add_func ("/store/file/clean-close-leaves-nothing", test_clean_close_leaves_nothing);
  g_test_add_func ("/store/file/open-finds-unsaved", test_open_finds_unsaved);
  g_test_add_func ("/store/file/recover-refuses-a-live-copy", test_recover_refuses_a_live_copy);
  g_test_add_func ("/store/file/origin-is-a-remark", test_origin_is_a_remark);
  g_test_add_func ("/store/file/changed-underneath", test_changed_underneath);
  g_test_add_func ("/store/file/generations", test_generations);
  g_test_add_func ("/store/file/save-as-moves-on", test_save_as_moves_on);
  g_test_add_func ("/store/file/crash-right-after-saving", test_crash_right_after_saving);
  g_test_add_func ("/store/file/blank-copies-are-removed", test_blank_copies_are_removed);
  g_test_add_func ("/store/file/damaged-copy-is-not-thrown-away", test_damaged_copy_is_not_thrown_away);
  g_test_add_func ("/store/file/unsound-plan-is-refused", test_unsound_plan_is_refused);
  g_test_add_func ("/store/file/order-of-rows", test_order_of_rows);
  g_test_add_func ("/store/file/full-disk", test_full_disk);
  g_test_add_func ("/store/file/saving-synchronises", test_saving_synchronises);
  return g_test_run ();
}
