/* test-hostile.c: files that were made to do harm, and files from other times.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "store/digest.h"
#include "store/sql-schema.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A second by itself; more where the machine is busy or the build is slow. */
#define TIME_MOST_US (5 * G_USEC_PER_SEC)

#define NOT_OUR_TABLES "*its tables are not those of a plan*"
#define NOT_OUR_CONTENT "*holds what cannot be there*"
#define DAMAGED "*the file is damaged*"

static GBytes *
good_file (void)
{
  static GBytes *held = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 4);
  g_autoptr (PlwStore) store = plw_store_new_memory (plan);
  g_autofree char *path = fixture_path ("good.placewright");
  g_autoptr (GError) error = NULL;

  if (held == NULL)
    {
      fixture_use (store, rand, 30);
      g_assert_true (plw_store_name_version (store, "v", NULL, &error));
      g_assert_true (plw_store_undo (store, &error));
      g_assert_true (plw_store_save (store, path, true, &error));
      g_assert_no_error (error);
      held = fixture_read (path);
    }
  return held;
}

/* Neither way of opening takes the file; both say so soon, in these words. */
static void
assert_refused (const char *path, PlwError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  int64_t start = g_get_monotonic_time ();

  g_assert_null (plw_store_open (path, &error));
  g_assert_error (error, PLW_ERROR, (gint) code);
  if (!g_pattern_match_simple (words, error->message))
    g_error ("“%s” is not like “%s”", error->message, words);
  g_clear_error (&error);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autoptr (GBytes) bytes = fixture_read (path);

      g_assert_null (plw_store_open_bytes (bytes, &error));
      g_assert_error (error, PLW_ERROR, (gint) code);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, TIME_MOST_US);
}

static void
run_text (const char *path, const char *text)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, text, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* An attacker knows how to make the digest, too. */
static void
seal (const char *path)
{
  g_autoptr (PlwSql) sql = plw_sql_open (path, "test", NULL);
  g_autofree char *digest = plw_digest (sql, NULL);

  if (digest != NULL)
    g_assert_true (plw_sql_do (sql, NULL, "UPDATE meta SET value = ? WHERE key = 'digest'", "t", digest));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
} Tampering;

#define REWRITE(TABLE, FROM, TO)                                                                             \
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '" FROM "', '" TO               \
  "') WHERE name = '" TABLE "'; PRAGMA writable_schema = RESET"

static const Tampering tamperings[] = {
  { "trigger", "CREATE TRIGGER t AFTER UPDATE ON pots BEGIN DELETE FROM pots; END", NOT_OUR_TABLES },
  { "view", "CREATE VIEW v AS SELECT * FROM pots", NOT_OUR_TABLES },
  { "recursive-view",
    "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    NOT_OUR_TABLES },
  { "view-for-a-table", "DROP TABLE spillovers; CREATE VIEW spillovers AS SELECT * FROM pots",
    NOT_OUR_TABLES },
  { "extra-table", "CREATE TABLE extra (x)", NOT_OUR_TABLES },
  { "extra-column", "ALTER TABLE pots ADD COLUMN extra TEXT", NOT_OUR_TABLES },
  { "missing-table", "DROP TABLE debt_years", NOT_OUR_TABLES },
  { "renamed-table", "ALTER TABLE debt RENAME TO dept", NOT_OUR_TABLES },
  { "generated-column",
    "DROP TABLE policies; CREATE TABLE \"policies\"(\"id\" INTEGER NOT NULL PRIMARY KEY, \"position\" "
    "INTEGER NOT "
    "NULL, \"code\" TEXT, \"name\" TEXT AS (upper (code))) STRICT",
    NOT_OUR_TABLES },
  { "check", REWRITE ("pots", "\"funder\" TEXT", "\"funder\" TEXT CHECK (1)"), NOT_OUR_TABLES },
  { "default", REWRITE ("pots", "\"funder\" TEXT", "\"funder\" TEXT DEFAULT (1)"), NOT_OUR_TABLES },
  { "altered-type", REWRITE ("pots", "\"opening\" INTEGER", "\"opening\" TEXT"), NOT_OUR_TABLES },
  { "loose-type", REWRITE ("pots", "\"opening\" INTEGER", "\"opening\" ANY"), NOT_OUR_TABLES },
  { "not-strict", REWRITE ("pots", ") STRICT", ")"), NOT_OUR_TABLES },
  { "other-case", REWRITE ("pots", "CREATE TABLE", "create table"), NOT_OUR_TABLES },
  { "comment", REWRITE ("pots", ") STRICT", ") STRICT /* hello */"), NOT_OUR_TABLES },
  { "index", "CREATE INDEX i ON pots (funder)", NOT_OUR_TABLES },
  { "index-on-expression", "CREATE INDEX i ON pots (abs (opening))", NOT_OUR_TABLES },
  { "virtual-table", "CREATE VIRTUAL TABLE f USING fts5 (x)", NOT_OUR_TABLES },
  { "statistics", "ANALYZE", NOT_OUR_TABLES },
  { "long-text", "UPDATE pots SET name = hex (zeroblob (60000))", NOT_OUR_CONTENT },
  { "huge-text", "UPDATE pots SET name = hex (zeroblob (40000000)) WHERE id = 1", DAMAGED },
  { "invalid-utf8", "UPDATE pots SET name = CAST (x'ff41' AS TEXT)", NOT_OUR_CONTENT },
  { "nul-in-text", "UPDATE pots SET name = CAST (x'410042' AS TEXT)", NOT_OUR_CONTENT },
  { "empty-text", "UPDATE pots SET name = ''", NOT_OUR_CONTENT },
  { "no-such-choice", "UPDATE pots SET kind = 'gold'", NOT_OUR_CONTENT },
  { "no-such-code", "UPDATE pots SET code = 'a b'", NOT_OUR_CONTENT },
  { "no-such-rule", "UPDATE pots SET unspent = 'to:'", NOT_OUR_CONTENT },
  { "neither-yes-nor-no", "UPDATE pots SET pooled = 2", NOT_OUR_CONTENT },
  { "too-much-money", "UPDATE pots SET opening = 9223372036854775807", NOT_OUR_CONTENT },
  { "negative-share", "UPDATE pots SET probability = -1", NOT_OUR_CONTENT },
  { "no-such-year", "UPDATE projects SET operational = 0", NOT_OUR_CONTENT },
  { "year-before-the-plan", "INSERT INTO pots_years VALUES (1, 0, 1)", NOT_OUR_CONTENT },
  { "year-of-nothing", "INSERT INTO pots_years VALUES (999999, 2030, 1)", NOT_OUR_CONTENT },
  { "same-position", "UPDATE lines SET position = 1", NOT_OUR_CONTENT },
  { "negative-identity", "UPDATE debt SET id = -id", NOT_OUR_CONTENT },
  { "endless-identity", "UPDATE debt SET id = 9223372036854775807 WHERE id = (SELECT max (id) FROM debt)",
    NOT_OUR_CONTENT },
  { "gap-in-the-log", "UPDATE log SET seq = seq + 1 WHERE seq = (SELECT max (seq) FROM log)",
    NOT_OUR_CONTENT },
  { "undo-of-another", "UPDATE log SET target = 7777 WHERE kind = 'undo'", NOT_OUR_CONTENT },
  { "edit-with-target", "UPDATE log SET target = 1 WHERE kind = 'edit'", NOT_OUR_CONTENT },
  { "no-such-kind", "UPDATE log SET kind = 'wipe' WHERE seq = 1", NOT_OUR_CONTENT },
  { "no-such-table", "UPDATE log_step SET \"table\" = 'sqlite_schema'", NOT_OUR_CONTENT },
  { "no-such-column", "UPDATE log_step SET \"column\" = 'id' WHERE kind = 'set'", NOT_OUR_CONTENT },
  { "no-such-step", "UPDATE log_step SET kind = 'drop'", NOT_OUR_CONTENT },
  { "negative-row", "UPDATE log_step SET \"row\" = -1", NOT_OUR_CONTENT },
  { "negative-place", "UPDATE log_step SET position = -1 WHERE kind <> 'set'", NOT_OUR_CONTENT },
  { "steps-not-counted", "UPDATE log_step SET n = n + 1000", NOT_OUR_CONTENT },
  { "wrong-version", "UPDATE version SET plan = x'00112233'", "*named version*damaged*" },
  { "random-version", "UPDATE version SET plan = randomblob (5000)", "*named version*damaged*" },
  { "uuid-with-path", "UPDATE meta SET value = '../../x' WHERE key = 'uuid'", NOT_OUR_CONTENT },
  { "no-uuid", "DELETE FROM meta WHERE key = 'uuid'", NOT_OUR_CONTENT },
  { "no-digest", "DELETE FROM meta WHERE key = 'digest'", DAMAGED },
};

static void
test_tampering (gconstpointer data)
{
  const Tampering *tampering = data;
  g_autofree char *path = fixture_path ("tampered.placewright");

  fixture_write (path, good_file ());
  run_text (path, tampering->text);
  seal (path);
  assert_refused (path, PLW_ERROR_FORMAT, tampering->words);
}

/* Another number, and the digest left as it was. */
static void
test_digest (void)
{
  g_autofree char *path = fixture_path ("digest.placewright");

  fixture_write (path, good_file ());
  run_text (path, "UPDATE pots SET opening = coalesce (opening, 0) + 1 WHERE id = 1");
  assert_refused (path, PLW_ERROR_FORMAT, DAMAGED);
  seal (path);
  g_autoptr (PlwStore) store = plw_store_open (path, NULL);
  g_assert_nonnull (store);
}

typedef struct
{
  const char *name;
  size_t at;
  const char *bytes;
  size_t n_bytes;
  PlwError code;
  const char *words;
} Patch;

static const Patch patches[] = {
  { "magic", 0, "SQLite format 4", 15, PLW_ERROR_FORMAT, "*is not a Placewright plan*" },
  { "other-application", 68, "ABCD", 4, PLW_ERROR_FORMAT, "*is not a Placewright plan*" },
  { "next-version", 60, "\0\0\0\4", 4, PLW_ERROR_NEWER, "*newer version of Placewright*" },
  { "version-before", 60, "\0\0\0\2", 4, PLW_ERROR_FORMAT, NOT_OUR_TABLES },
  { "first-version", 60, "\0\0\0\1", 4, PLW_ERROR_FORMAT, NOT_OUR_TABLES },
  { "far-version", 60, "\x7f\xff\xff\xff", 4, PLW_ERROR_NEWER, "*newer version of Placewright*" },
  { "version-none", 60, "\0\0\0\0", 4, PLW_ERROR_FORMAT, "*format, 0, that no version had*" },
  { "version-negative", 60, "\xff\xff\xff\xff", 4, PLW_ERROR_FORMAT, "*that no version had*" },
  { "no-pages", 28, "\0\0\0\0", 4, PLW_ERROR_FORMAT, DAMAGED },
  { "negative-pages", 28, "\xff\xff\xff\xff", 4, PLW_ERROR_FORMAT, DAMAGED },
  { "one-page", 28, "\0\0\0\1", 4, PLW_ERROR_FORMAT, DAMAGED },
  { "page-size", 16, "\x00\x03", 2, PLW_ERROR_FORMAT, DAMAGED },
  { "small-pages", 16, "\x02\x00", 2, PLW_ERROR_FORMAT, DAMAGED },
  { "write-ahead-log", 18, "\2\2", 2, PLW_ERROR_FORMAT, DAMAGED },
  { "utf16", 56, "\0\0\0\2", 4, PLW_ERROR_FORMAT, DAMAGED },
  { "free-pages", 32, "\0\0\0\5\0\0\0\5", 8, PLW_ERROR_FORMAT, DAMAGED },
  { "reserved-bytes", 20, "\xff", 1, PLW_ERROR_FORMAT, DAMAGED },
};

static void
test_header (gconstpointer data)
{
  const Patch *patch = data;
  g_autofree char *path = fixture_path ("patched.placewright");
  gsize size;
  const char *good = g_bytes_get_data (good_file (), &size);
  char *copy = g_memdup2 (good, size);

  memcpy (copy + patch->at, patch->bytes, patch->n_bytes);
  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
  fixture_write (path, bytes);
  assert_refused (path, patch->code, patch->words);
}

static void
test_wrong_length (void)
{
  g_autofree char *path = fixture_path ("length.placewright");
  gsize size;
  const char *good = g_bytes_get_data (good_file (), &size);
  gsize lengths[] = { 0, 1, 15, 99, 100, 512, 4096, size / 2, size - 4096, size - 1 };

  for (size_t i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (good, lengths[i]);

      fixture_write (path, cut);
      assert_refused (path, PLW_ERROR_FORMAT, lengths[i] < 100 ? "*is not a Placewright plan*" : DAMAGED);
    }

  g_autoptr (GString) longer = g_string_new_len (good, (gssize) size);
  g_string_append_len (longer, good, 4096);
  g_autoptr (GBytes) bytes = g_bytes_new (longer->str, longer->len);
  fixture_write (path, bytes);
  assert_refused (path, PLW_ERROR_FORMAT, DAMAGED);
}

/* Two tables on the same page: each would show the other's rows. */
static void
test_shared_page (void)
{
  g_autofree char *path = fixture_path ("pages.placewright");

  fixture_write (path, good_file ());
  run_text (path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
                  "sqlite_schema WHERE name = 'limits_years') WHERE name = 'pots_years'");
  assert_refused (path, PLW_ERROR_FORMAT, DAMAGED);
}

static void
test_not_a_file (void)
{
  g_autofree char *folder = fixture_path ("folder.placewright");
  g_autofree char *pipe_path = fixture_path ("pipe.placewright");
  g_autofree char *large = fixture_path ("large.placewright");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_refused (folder, PLW_ERROR_IO, "*could not be read*");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_path, PLW_ERROR_IO, "*could not be read*");
  assert_refused ("/nowhere/at/all.placewright", PLW_ERROR_IO, "*could not be read*");

  fixture_write (large, good_file ());
  g_assert_cmpint (truncate (large, 300 * 1024 * 1024), ==, 0);
  g_assert_null (plw_store_open (large, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_assert_true (g_pattern_match_simple ("*larger than any plan*", error->message));
  g_unlink (large);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = fixture_read (from);

  fixture_write (to, bytes);
}

static int64_t
sum_openings (const char *path)
{
  g_autoptr (PlwSql) sql = plw_sql_open (path, "test", NULL);
  int64_t sum = 0;

  g_assert_true (plw_sql_number (sql, "SELECT coalesce(sum(opening), 0) FROM pots", &sum, NULL));
  return sum;
}

/* A journal mailed along with a file would put other figures into it. */
static void
test_hot_journal (void)
{
  g_autofree char *path = fixture_path ("mailed.placewright");
  g_autofree char *journal = fixture_path ("mailed.placewright-journal");
  g_autofree char *trial = fixture_path ("trial.db");
  g_autofree char *trial_journal = fixture_path ("trial.db-journal");
  g_autofree char *evil = fixture_path ("evil.db");
  g_autofree char *evil_journal = fixture_path ("evil.db-journal");
  sqlite3 *db;

  fixture_write (path, good_file ());
  fixture_write (evil, good_file ());
  run_text (evil, "UPDATE pots SET opening = 123456789");
  g_assert_cmpint (sqlite3_open (evil, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; UPDATE pots SET opening = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  copy_file (evil_journal, journal);
  sqlite3_close (db);

  /* It is a real one: SQLite itself falls for it. */
  copy_file (path, trial);
  int64_t sum_before = sum_openings (trial);
  copy_file (journal, trial_journal);
  g_assert_cmpint (sum_openings (trial), !=, sum_before);

  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) store = plw_store_open (path, &error);
  g_assert_no_error (error);
  g_autoptr (PlwStore) expected = plw_store_open_bytes (good_file (), &error);
  g_assert_no_error (error);
  fixture_assert_same (store, expected);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  for (size_t i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/hostile/%s", tamperings[i].name);

      g_test_add_data_func (path, &tamperings[i], test_tampering);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (patches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/hostile/header/%s", patches[i].name);

      g_test_add_data_func (path, &patches[i], test_header);
    }
  g_test_add_func ("/store/hostile/digest", test_digest);
  g_test_add_func ("/store/hostile/wrong-length", test_wrong_length);
  g_test_add_func ("/store/hostile/shared-page", test_shared_page);
  g_test_add_func ("/store/hostile/not-a-file", test_not_a_file);
  g_test_add_func ("/store/hostile/hot-journal", test_hot_journal);
  return g_test_run ();
}
