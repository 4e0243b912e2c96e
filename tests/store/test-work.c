/* test-work.c: the working copy of a file that was opened, made when it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>

static char *
get_work_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
}

/* A saved plan with a past, opened again. */
static PlwStore *
open_file (GRand *rand, const char *path)
{
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) store = plw_store_new_file (plan, NULL, &error);

  g_assert_no_error (error);
  fixture_use (store, rand, 6);
  g_assert_true (plw_store_save (store, path, false, &error));
  g_clear_pointer (&store, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);

  store = plw_store_open (path, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&store);
}

static void
test_reading_makes_none (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *path = fixture_path ("read.placewright");
  g_autoptr (PlwStore) store = open_file (rand, path);

  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);
  g_assert_false (plw_store_is_dirty (store));
  g_clear_pointer (&store, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);
}

/* Made beforehand or not, the first edit is as safe as any. */
static void
test_first_edit (gconstpointer data)
{
  bool is_prepared = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *path = fixture_path ("edit.placewright");
  g_autoptr (PlwStore) store = open_file (rand, path);
  g_autoptr (PlwStore) twin = plw_store_open (path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (twin);
  if (is_prepared)
    plw_store_prepare (store);
  fixture_assert_same (store, twin);
  fixture_commit (store, rand);

  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (store));

  g_clear_pointer (&store, plw_store_free);
  g_clear_pointer (&twin, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 1);
  store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plw_store_recovered (store), ==, 1);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
  plw_store_discard (store);
}

static void
test_prepared_for_nothing (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *path = fixture_path ("nothing.placewright");
  g_autoptr (PlwStore) store = open_file (rand, path);

  plw_store_prepare (store);
  plw_store_prepare (store);
  g_clear_pointer (&store, plw_store_free);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 0);
}

/* Where no copy can be made the edit is refused, nothing is changed, and the next one is tried again. */
static void
test_no_room (gconstpointer data)
{
  bool is_prepared = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *path = fixture_path ("room.placewright");
  g_autofree char *root = get_work_root ();
  g_autoptr (PlwStore) store = open_file (rand, path);
  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (store));
  g_autoptr (GError) error = NULL;

  fixture_remove_tree (root);
  g_assert_true (g_file_set_contents (root, "no folder", -1, NULL));
  if (is_prepared)
    plw_store_prepare (store);
  g_autoptr (PlwEdit) edit = fixture_edit (rand, plw_store_plan (store));

  g_assert_false (plw_store_commit (store, edit, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_nonnull (g_strstr_len (error->message, -1, "working copy"));
  g_clear_error (&error);
  g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
  g_assert_false (plw_store_is_dirty (store));

  g_assert_cmpint (g_unlink (root), ==, 0);
  fixture_commit (store, rand);
  g_assert_cmpuint (fixture_count_work_copies (), ==, 1);
  plw_store_discard (store);
}

/* The hash of what was opened is known in time to see that somebody else has changed the file. */
static void
test_changed_meanwhile (void)
{
  g_autoptr (GRand) rand = fixture_rand ();
  g_autofree char *path = fixture_path ("changed.placewright");
  g_autofree char *other = fixture_path ("other.placewright");
  g_autoptr (PlwStore) store = open_file (rand, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) second = plw_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (plw_store_save (second, NULL, false, &error));
  g_assert_no_error (error);
  fixture_commit (second, rand);
  g_assert_true (plw_store_save (second, NULL, false, &error));
  g_assert_false (plw_store_save (store, NULL, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (plw_store_save (store, other, false, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/store/work/reading-makes-none", test_reading_makes_none);
  g_test_add_data_func ("/store/work/first-edit", GINT_TO_POINTER (0), test_first_edit);
  g_test_add_data_func ("/store/work/first-edit-prepared", GINT_TO_POINTER (1), test_first_edit);
  g_test_add_func ("/store/work/prepared-for-nothing", test_prepared_for_nothing);
  g_test_add_data_func ("/store/work/no-room", GINT_TO_POINTER (0), test_no_room);
  g_test_add_data_func ("/store/work/no-room-prepared", GINT_TO_POINTER (1), test_no_room);
  g_test_add_func ("/store/work/changed-meanwhile", test_changed_meanwhile);

  return g_test_run ();
}
