/* test-kill.c: a program killed at any moment loses no edit it has acknowledged.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A child edits and saves and says so; the parent kills it, recovers, and compares
 * with a store in memory that was given the same gestures. PLACEWRIGHT_KILLS says
 * how often; see kill-long.sh.
 */
#include "store-fixture.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define KILLS 200
#define KILLS_A_PLAN 50
#define LIFE_MOST_US 6000
#define FIRST_WORD_MOST_MS 30000

typedef struct
{
  size_t n_kills;
  size_t n_acknowledged; /* gestures */
  size_t n_unheard;      /* done, but killed before saying so */
  size_t n_early;        /* killed before the first word */
  size_t n_journals;     /* killed in the middle of a transaction */
  size_t n_files;        /* times the user's file was looked at */
} Tally;

static size_t
count_kills (void)
{
  const char *text = g_getenv ("PLACEWRIGHT_KILLS");

  return text != NULL ? (size_t) g_ascii_strtoull (text, NULL, 10) : KILLS;
}

static int64_t
last_seq (PlwStore *store)
{
  g_autoptr (GPtrArray) log = plw_store_history (store, 1, NULL);

  g_assert_nonnull (log);
  return log->len > 0 ? ((const PlwEntry *) g_ptr_array_index (log, 0))->seq : 0;
}

/* Entry @seq: the same for the same plan, whoever makes it. */
static bool
make_gesture (PlwStore *store, guint32 seed, int64_t seq)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + (guint32) seq);
  int gesture = g_rand_int_range (rand, 0, 8);

  if (gesture == 0 && plw_store_undo_name (store) != NULL)
    return plw_store_undo (store, NULL);
  if (gesture == 1 && plw_store_redo_name (store) != NULL)
    return plw_store_redo (store, NULL);

  g_autoptr (PlwEdit) edit = fixture_edit (rand, plw_store_plan (store));
  return plw_store_commit (store, edit, NULL);
}

/* From the working copy that was left, or, where all had been saved, from the file. */
static PlwStore *
recover (const char *path)
{
  g_autoptr (GPtrArray) left = plw_store_recoverable ();
  g_autoptr (GError) error = NULL;
  PlwStore *store;

  g_assert_cmpuint (left->len, <=, 1);
  if (left->len == 1)
    store = plw_store_recover (g_ptr_array_index (left, 0), &error);
  else
    store = plw_store_open (path, &error);
  g_assert_no_error (error);
  return store;
}

/* Never returns. */
static void
live (guint32 seed, const char *path, int out)
{
  PlwStore *store = recover (path);
  g_autoptr (GRand) rand = g_rand_new ();

  for (int64_t seq = last_seq (store) + 1;; seq++)
    {
      if (!make_gesture (store, seed, seq) || write (out, &seq, sizeof seq) != sizeof seq)
        _exit (1);
      if (g_rand_int_range (rand, 0, 6) == 0 && !plw_store_save (store, path, false, NULL))
        _exit (2);
    }
}

/* The last word the child got out. */
static int64_t
read_last (int in)
{
  int64_t last = 0;
  int64_t heard;

  while (read (in, &heard, sizeof heard) == sizeof heard)
    last = heard;
  return last;
}

static bool
has_journal (void)
{
  g_autofree char *root = g_build_filename (g_get_user_state_dir (), "placewright", "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  bool is_found = false;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *journal = g_build_filename (root, name, "work.db-journal", NULL);

      is_found = is_found || g_file_test (journal, G_FILE_TEST_EXISTS);
    }
  return is_found;
}

static int64_t
run_and_kill (GRand *rand, guint32 seed, const char *path)
{
  int ends[2];
  int status;

  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  pid_t child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      live (seed, path, ends[1]);
    }
  close (ends[1]);

  /* Four times out of five while it edits, else while it recovers. */
  struct pollfd first_word = { .fd = ends[0], .events = POLLIN };
  if (g_rand_int_range (rand, 0, 5) > 0)
    g_assert_cmpint (poll (&first_word, 1, FIRST_WORD_MOST_MS), ==, 1);
  g_usleep ((gulong) g_rand_int_range (rand, 0, LIFE_MOST_US * (g_rand_int_range (rand, 0, 4) > 0 ? 1 : 10)));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));

  int64_t acknowledged = read_last (ends[0]);
  close (ends[0]);
  return acknowledged;
}

/* Old or new, but whole. */
static void
check_file (PlwStore *memory, const char *path, Tally *tally)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (PlwStore) saved = plw_store_open_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last_seq (saved), <=, last_seq (memory));
  tally->n_files++;
}

static void
check_after_kill (PlwStore *memory,
                  guint32 seed,
                  int64_t acknowledged,
                  const char *path,
                  bool is_last,
                  Tally *tally)
{
  g_autoptr (PlwStore) store = recover (path);
  int64_t known = last_seq (memory);
  int64_t found = last_seq (store);

  acknowledged = MAX (acknowledged, known);
  g_assert_cmpint (found, >=, acknowledged);
  g_assert_cmpint (found, <=, acknowledged + 1);
  for (int64_t seq = known + 1; seq <= found; seq++)
    g_assert_true (make_gesture (memory, seed, seq));
  g_assert_true (plw_plan_equal (plw_store_plan (store), plw_store_plan (memory)));
  g_assert_cmpstr (plw_store_undo_name (store), ==, plw_store_undo_name (memory));
  g_assert_cmpstr (plw_store_redo_name (store), ==, plw_store_redo_name (memory));
  if (is_last)
    fixture_assert_same (store, memory);
  tally->n_kills++;
  tally->n_acknowledged += (size_t) (acknowledged - known);
  tally->n_unheard += (size_t) (found - acknowledged);
  tally->n_early += acknowledged == known;
}

static void
test_kill_one_plan (GRand *rand, size_t n_kills, Tally *tally)
{
  guint32 seed = g_rand_int (rand);
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 2);
  g_autoptr (PlwStore) store = plw_store_new_file (plan, NULL, NULL);
  g_autoptr (PlwStore) memory = plw_store_new_memory (plan);
  g_autofree char *path = fixture_path ("killed.placewright");

  /* Something unsaved, so that the working copy stays. */
  bool is_done = make_gesture (memory, seed, 1) && make_gesture (store, seed, 1);
  g_assert_true (is_done);
  g_clear_pointer (&store, plw_store_free);
  g_unlink (path);

  for (size_t i = 0; i < n_kills; i++)
    {
      int64_t acknowledged = run_and_kill (rand, seed, path);

      tally->n_journals += has_journal ();
      check_after_kill (memory, seed, acknowledged, path, i + 1 == n_kills, tally);
      check_file (memory, path, tally);
    }
  fixture_forget_state ();
}

static void
test_kill (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  size_t n_kills = count_kills ();
  Tally tally = { 0 };

  fixture_forget_state ();
  while (tally.n_kills < n_kills)
    test_kill_one_plan (rand, MIN (KILLS_A_PLAN, n_kills - tally.n_kills), &tally);
  g_test_message (
      "%zu kills (%zu in a transaction, %zu before the first edit): %zu acknowledged edits, 0 lost; "
      "%zu more were there; the user's file was whole %zu times",
      tally.n_kills, tally.n_journals, tally.n_early, tally.n_acknowledged, tally.n_unheard, tally.n_files);
  g_assert_cmpuint (tally.n_acknowledged, >, 0);
}

/* Killed while the working copy is being made: it is there with all it should hold, or not at all. */
static void
test_kill_while_starting (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 2);
  size_t n_kills = MAX (count_kills () / 10, 10);
  size_t n_there = 0;

  for (size_t i = 0; i < n_kills; i++)
    {
      int status;
      pid_t child;

      fixture_forget_state ();
      child = fork ();
      if (child == 0)
        {
          PlwStore *store = plw_store_new_file (plan, "Start", NULL);

          g_usleep (G_USEC_PER_SEC);
          _exit (store == NULL);
        }
      g_usleep ((gulong) g_rand_int_range (rand, 0, LIFE_MOST_US * 3));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);

      g_autoptr (GPtrArray) left = plw_store_recoverable ();
      g_assert_cmpuint (left->len, <=, 1);
      if (left->len == 0)
        continue;

      g_autoptr (PlwStore) store = recover (NULL);
      g_assert_true (plw_plan_equal (plw_store_plan (store), plan));
      plw_store_discard (store);
      n_there++;
    }
  g_test_message ("%zu kills while starting: a whole working copy %zu times, none at all else", n_kills,
                  n_there);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/store/kill/editing", test_kill);
  g_test_add_func ("/store/kill/starting", test_kill_while_starting);
  return g_test_run ();
}
