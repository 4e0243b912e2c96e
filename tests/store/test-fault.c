/* test-fault.c: a disk that fails at any one call, once or for good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An error may come although the transaction was committed, or in the middle of
 * rolling it back. Whatever happens, plan and disk say the same afterwards.
 */
#include "store-fixture.h"

#include <string.h>

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static sqlite3_io_methods faulty_methods;

/* Calls left before the first failure; below zero: none fails. */
static int n_calls_left = -1;
static bool is_for_good = false;
static int failure = SQLITE_IOERR;
static size_t n_failures = 0;

static bool
fails (void)
{
  if (n_calls_left < 0)
    return false;
  if (n_calls_left > 0)
    {
      n_calls_left--;
      return false;
    }
  n_failures++;
  if (!is_for_good)
    n_calls_left = -1;
  return true;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultyFile *) file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  int code = real_of (file)->pMethods->xClose (real_of (file));

  g_free (real_of (file));
  return code;
}

static int
read_cb (sqlite3_file *file, void *data, int amount, sqlite3_int64 at)
{
  return fails () ? SQLITE_IOERR_READ : real_of (file)->pMethods->xRead (real_of (file), data, amount, at);
}

static int
write_cb (sqlite3_file *file, const void *data, int amount, sqlite3_int64 at)
{
  return fails () ? failure : real_of (file)->pMethods->xWrite (real_of (file), data, amount, at);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails () ? SQLITE_IOERR_FSTAT : real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  return fails () ? SQLITE_IOERR_LOCK : real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  int code = real_of (file)->pMethods->xUnlock (real_of (file), level);

  return fails () ? SQLITE_IOERR_UNLOCK : code;
}

static int
check_lock_cb (sqlite3_file *file, int *is_reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is_reserved);
}

static int
control_cb (sqlite3_file *file, int what, void *data)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), what, data);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
characteristics_cb (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
open_cb (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
  FaultyFile *faulty = (FaultyFile *) file;

  file->pMethods = NULL;
  if (fails ())
    return SQLITE_CANTOPEN;
  faulty->real = g_malloc0 ((gsize) real_vfs->szOsFile);

  int code = real_vfs->xOpen (real_vfs, name, faulty->real, flags, ret_flags);
  if (code == SQLITE_OK)
    file->pMethods = &faulty_methods;
  else
    g_free (faulty->real);
  return code;
}

/* Fails after the fact when it comes to synchronising the folder. */
static int
delete_cb (sqlite3_vfs *vfs, const char *name, int is_folder_synced)
{
  if (fails ())
    return SQLITE_IOERR_DELETE;

  int code = real_vfs->xDelete (real_vfs, name, is_folder_synced);
  return fails () ? SQLITE_IOERR_DIR_FSYNC : code;
}

static int
access_cb (sqlite3_vfs *vfs, const char *name, int flags, int *ret_result)
{
  return fails () ? SQLITE_IOERR_ACCESS : real_vfs->xAccess (real_vfs, name, flags, ret_result);
}

static void
install_faulty_vfs (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = sizeof (FaultyFile);
  faulty_vfs.xOpen = open_cb;
  faulty_vfs.xDelete = delete_cb;
  faulty_vfs.xAccess = access_cb;
  faulty_methods = (sqlite3_io_methods){
    .iVersion = 1,
    .xClose = close_cb,
    .xRead = read_cb,
    .xWrite = write_cb,
    .xTruncate = truncate_cb,
    .xSync = sync_cb,
    .xFileSize = file_size_cb,
    .xLock = lock_cb,
    .xUnlock = unlock_cb,
    .xCheckReservedLock = check_lock_cb,
    .xFileControl = control_cb,
    .xSectorSize = sector_size_cb,
    .xDeviceCharacteristics = characteristics_cb,
  };
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, 1), ==, SQLITE_OK);
}

typedef enum
{
  ACT_EDIT,
  ACT_UNDO,
  ACT_VERSION,
  N_ACTS,
} Act;

typedef struct
{
  size_t n_points;
  size_t n_refused;
  size_t n_despite; /* done although there was an error */
  size_t n_unsure;  /* said to have failed, and yet there */
} Tally;

static bool
act (PlwStore *store, Act what, const PlwEdit *edit, GError **error)
{
  switch (what)
    {
    case ACT_EDIT:
      return plw_store_commit (store, edit, error);
    case ACT_UNDO:
      return plw_store_undo (store, error);
    default:
      return plw_store_name_version (store, "v", NULL, error);
    }
}

static guint
count_entries (PlwStore *store)
{
  g_autoptr (GPtrArray) log = plw_store_history (store, 0, NULL);
  g_autoptr (GPtrArray) versions = plw_store_versions (store, NULL);

  g_assert_nonnull (log);
  g_assert_nonnull (versions);
  return log->len + versions->len;
}

/* One failure, at call @n. False when the act needed fewer calls. */
static bool
try_point (PlwStore *store, Act what, int n, const PlwEdit *edit, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) before = plw_plan_copy (plw_store_plan (store));
  guint n_before = count_entries (store);
  size_t n_failures_before = n_failures;

  n_calls_left = n;
  bool is_done = act (store, what, edit, &error);
  bool has_failed = n_failures > n_failures_before;
  n_calls_left = -1;
  g_assert_true (is_done == (error == NULL));

  /* Asking for the log settles what was in doubt. */
  guint n_after = count_entries (store);
  if (is_done)
    g_assert_cmpuint (n_after, ==, n_before + 1);
  if (n_after == n_before)
    g_assert_true (plw_plan_equal (plw_store_plan (store), before));
  tally->n_points += has_failed;
  tally->n_refused += has_failed && n_after == n_before;
  tally->n_despite += has_failed && is_done;
  tally->n_unsure += !is_done && n_after > n_before;
  return has_failed;
}

/* What another program would find. */
static void
assert_disk_agrees (PlwStore **store)
{
  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_store_plan (*store));
  g_autofree char *undo_name = g_strdup (plw_store_undo_name (*store));
  guint n_entries = count_entries (*store);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (store, plw_store_free);
  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_assert_cmpuint (left->len, ==, 1);
  *store = plw_store_recover (g_ptr_array_index (left, 0), &error);
  g_assert_no_error (error);
  g_assert_true (plw_plan_equal (plw_store_plan (*store), plan));
  g_assert_cmpstr (plw_store_undo_name (*store), ==, undo_name);
  g_assert_cmpuint (count_entries (*store), ==, n_entries);
}

/* Always much the same calls, so that every one of them gets its turn. */
static PlwEdit *
simple_edit (PlwStore *store)
{
  g_autoptr (PlwEdit) edit = plw_edit_new ("Simple");
  PlwValue value = plw_plan_get (plw_store_plan (store), PLW_TABLE_PLAN, 1, PLW_PLAN_NOTES);

  plw_edit_set_cell (edit, plw_store_plan (store), PLW_TABLE_PLAN, 1, PLW_PLAN_NOTES,
                     value.is_set ? PLW_VALUE_EMPTY : plw_value_text ("note"));
  return g_steal_pointer (&edit);
}

static void
try_all_points (Act what, Tally *tally)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  g_autoptr (PlwStore) store = plw_store_new_file (plan, "Start", NULL);
  int n_calm = 0;

  for (int n = 0; n_calm < 3; n++)
    {
      g_autoptr (PlwEdit) first = simple_edit (store);
      g_assert_true (plw_store_commit (store, first, NULL));

      g_autoptr (PlwEdit) edit = simple_edit (store);
      n_calm = try_point (store, what, n, edit, tally) ? 0 : n_calm + 1;
      assert_disk_agrees (&store);

      /* And it goes on working. */
      g_autoptr (PlwEdit) next = fixture_edit (rand, plw_store_plan (store));
      g_assert_true (plw_store_commit (store, next, NULL));
    }
  plw_store_discard (store);
}

static void
test_faults (gconstpointer data)
{
  static const char *const names[] = { "edit", "undo", "version" };
  static const struct
  {
    int failure;
    bool is_for_good;
  } kinds[] = { { SQLITE_IOERR_WRITE, false }, { SQLITE_IOERR_WRITE, true }, { SQLITE_FULL, true } };
  Tally tally = { 0 };
  Act what = (Act) GPOINTER_TO_INT (data);

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      fixture_forget_state ();
      is_for_good = kinds[i].is_for_good;
      failure = kinds[i].failure;
      try_all_points (what, &tally);
    }
  g_test_message (
      "%s: %zu faults: %zu refused, %zu carried out all the same, %zu kept but not confirmed; plan and "
      "disk agreed every time",
      names[what], tally.n_points, tally.n_refused, tally.n_despite, tally.n_unsure);
  g_assert_cmpuint (tally.n_points, >, 40);
  g_assert_cmpuint (tally.n_refused, >, 0);
  g_assert_cmpuint (tally.n_despite + tally.n_unsure, >, 0);
}

/* One failure while saving: the file is the old one or the new one, and the plan stays. */
static bool
try_save (PlwStore *store, const char *path, int n, Tally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = fixture_read (path);
  size_t n_failures_before = n_failures;

  n_calls_left = n;
  bool is_done = plw_store_save (store, NULL, false, &error);
  bool has_failed = n_failures > n_failures_before;
  n_calls_left = -1;

  g_autoptr (GBytes) after = fixture_read (path);
  if (is_done)
    {
      g_autoptr (PlwStore) saved = plw_store_open_bytes (after, &error);

      g_assert_no_error (error);
      g_assert_true (plw_plan_equal (plw_store_plan (saved), plw_store_plan (store)));
      g_assert_false (plw_store_is_dirty (store));
    }
  else
    {
      g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_true (plw_store_is_dirty (store));
    }
  tally->n_points += has_failed;
  tally->n_refused += has_failed && !is_done;
  tally->n_despite += has_failed && is_done;
  return has_failed;
}

static void
test_save_faults (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  g_autofree char *path = fixture_path ("faulty.placewright");
  Tally tally = { 0 };

  for (int good = 0; good < 2; good++)
    {
      fixture_forget_state ();
      is_for_good = good;
      failure = SQLITE_FULL;

      g_autoptr (PlwStore) store = plw_store_new_file (plan, "Start", NULL);
      int n_calm = 0;
      g_assert_true (plw_store_save (store, path, true, NULL));
      /* A save makes hundreds of calls: other ones are tried in every run. */
      for (int n = 0; n_calm < 3; n += g_rand_int_range (rand, 1, 12))
        {
          g_autoptr (PlwEdit) edit = fixture_edit (rand, plw_store_plan (store));

          g_assert_true (plw_store_commit (store, edit, NULL));
          n_calm = try_save (store, path, n, &tally) ? 0 : n_calm + 1;

          g_autoptr (PlwEdit) unsaved = fixture_edit (rand, plw_store_plan (store));
          g_assert_true (plw_store_commit (store, unsaved, NULL));
          assert_disk_agrees (&store);
        }
      plw_store_discard (store);
    }
  g_test_message ("save: %zu faults: %zu refused, %zu saved all the same; the file was whole every time",
                  tally.n_points, tally.n_refused, tally.n_despite);
  g_assert_cmpuint (tally.n_points, >, 20);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  install_faulty_vfs ();
  g_test_add_data_func ("/store/fault/edit", GINT_TO_POINTER (ACT_EDIT), test_faults);
  g_test_add_data_func ("/store/fault/undo", GINT_TO_POINTER (ACT_UNDO), test_faults);
  g_test_add_data_func ("/store/fault/version", GINT_TO_POINTER (ACT_VERSION), test_faults);
  g_test_add_func ("/store/fault/save", test_save_faults);
  return g_test_run ();
}
