/* test-older.c: a plan file that an older version wrote keeps every figure and all of its past.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "store/sql-plan.h"
#include "store/sql-schema.h"
#include "store/work-base.h"

#include <string.h>

/* Which version's file the test is about. */
typedef struct
{
  int version;
  size_t n_tables; /* but for meta */
  guint n_entries; /* of its log */
  const char *const *undone;
} Older;

static const Older olders[] = {
  { 1, 34, 7,
    (const char *const[]){ "Add an effect", "Add a knock-on effect", "Raise the unit value", NULL } },
  { 2, 40, 8,
    (const char *const[]){ "Bring in parameters", "Add an effect", "Add a knock-on effect",
                           "Raise the unit value", NULL } },
};

static char *
read_script (const Older *older)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", older->version);
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_SOURCE"), "tests", "store", name, NULL);
  char *script = NULL;

  g_assert_true (g_file_get_contents (path, &script, NULL, NULL));
  return script;
}

static PlwSql *
open_sql (const char *path)
{
  g_autoptr (GError) error = NULL;
  PlwSql *sql = plw_sql_open (path, "test", &error);

  g_assert_no_error (error);
  return sql;
}

/* The file as the version wrote it; @find: (nullable): what somebody put @replacement for. */
static PlwSql *
make_base (const Older *older, const char *find, const char *replacement)
{
  g_autofree char *script = read_script (older);
  g_autoptr (GString) text = g_string_new (script);
  PlwSql *sql = open_sql (NULL);

  if (find != NULL)
    g_assert_cmpuint (g_string_replace (text, find, replacement, 0), ==, 1);
  g_assert_true (plw_sql_exec (sql, text->str, NULL));
  return sql;
}

static GBytes *
to_bytes (PlwSql *sql)
{
  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_serialize (sql->db, "main", &size, 0);

  g_assert_nonnull (bytes);
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

static PlwStore *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  PlwStore *store = plw_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

/* The file of the version, opened from disk. */
static PlwStore *
open_older (const Older *older, const char *name, char **ret_path)
{
  g_autoptr (PlwSql) sql = make_base (older, NULL, NULL);
  g_autoptr (GBytes) bytes = to_bytes (sql);

  /* A file of its own, or what another test left unsaved would be found again. */
  g_autofree char *own = g_strdup_printf ("%d-%s", older->version, name);

  *ret_path = fixture_path (own);
  fixture_write (*ret_path, bytes);
  return open_file (*ret_path);
}

static void
test_opens (const void *data)
{
  const Older *older = data;
  g_autofree char *path = NULL;
  g_autoptr (PlwStore) store = open_older (older, "opens.placewright", &path);
  const PlwPlan *plan = plw_store_plan (store);

  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_CODE), ==, "less");
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE), ==, 125050);
  g_assert_cmpint (plw_plan_get (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_COST).is_set, ==,
                   older->version >= 2);
  g_assert_false (plw_plan_get (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_IMPORTED).is_set);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_DROP), ==, INT64_C (2500000000));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_SPILLOVERS, 0, PLW_SPILLOVERS_DURATION), ==, 3);
  g_assert_cmpint (plw_plan_get (plan, PLW_TABLE_SPILLOVERS, 0, PLW_SPILLOVERS_EVIDENCE).is_set, ==,
                   older->version >= 2);
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_SPILLOVERS, 0, PLW_SPILLOVERS_SOURCE), ==, "report");
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_SPILLOVERS, 0, PLW_SPILLOVERS_NOTES), ==, "A note");
  for (int table = PLW_TABLE_EVIDENCE_GRADES; table <= PLW_TABLE_CONTROL_TOTALS; table++)
    g_assert_cmpuint (plw_plan_n_rows (plan, (PlwTableId) table), ==, older->version >= 2 ? 1 : 0);
  for (int table = PLW_TABLE_DECISIONS; table <= PLW_TABLE_COMMENTS; table++)
    g_assert_cmpuint (plw_plan_n_rows (plan, (PlwTableId) table), ==, 0);
  g_assert_false (plw_store_is_dirty (store));
}

static void
add_row_text (PlwSql *sql, sqlite3_stmt *statement, GString *text)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    g_string_append_printf (text, "%s|", (const char *) sqlite3_column_text (statement, i));
  g_string_append_c (text, '\n');
}

/* All there is in the columns that the older version had, row by row in order. Only the
 * numbers that keep rows in order may differ.
 */
static char *
dump_table (PlwSql *sql, PlwSql *shape, const char *table)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *names =
      plw_sql_query (shape, NULL, "SELECT name FROM pragma_table_info(?) ORDER BY cid", "t", table);
  bool has_position = false;
  bool has_row = false;

  for (int i = 0; plw_sql_next (shape, names, &has_row, NULL) && has_row; i++)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);

      if (i == 1 && strcmp (name, "position") == 0)
        has_position = true;
      else
        g_string_append_printf (columns, "%squote(\"%s\")", columns->len > 0 ? ", " : "", name);
    }

  g_autofree char *select = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY %s", columns->str, table,
                                             has_position ? "position" : "1, 2, 3");
  sqlite3_stmt *rows = plw_sql_prepare (sql, select, NULL);

  g_assert_nonnull (rows);
  while (plw_sql_next (sql, rows, &has_row, NULL) && has_row)
    add_row_text (sql, rows, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_keeps_every_figure (const void *data)
{
  const Older *older = data;
  g_autofree char *path = NULL;
  g_autofree char *saved = fixture_path ("saved.placewright");
  g_autoptr (PlwStore) store = open_older (older, "older.placewright", &path);
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_store_save (store, saved, true, &error));
  g_assert_no_error (error);

  g_autoptr (PlwSql) before = make_base (older, NULL, NULL);
  g_autoptr (PlwSql) newer = open_sql (saved);
  sqlite3_stmt *tables = plw_sql_prepare (
      before, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta'", NULL);
  int64_t version = 0;
  size_t n_tables = 0;
  bool has_row = false;

  while (plw_sql_next (before, tables, &has_row, NULL) && has_row)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *was = dump_table (before, before, table);
      g_autofree char *is = dump_table (newer, before, table);

      g_assert_cmpstr (is, ==, was);
      g_assert_cmpstr (was, !=, "");
      n_tables++;
    }
  g_assert_cmpuint (n_tables, ==, older->n_tables);
  g_assert_true (plw_sql_number (newer, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, PLW_SQL_VERSION);
}

/* What was saved is an ordinary file: it opens again, with the same past. */
static void
test_saves_as_this_version (const void *data)
{
  const Older *older = data;
  g_autofree char *path = NULL;
  g_autoptr (PlwStore) store = open_older (older, "again.placewright", &path);
  const PlwPlan *plan = plw_store_plan (store);
  g_autoptr (PlwEdit) edit = plw_edit_new ("Name a unit cost");
  g_autoptr (GError) error = NULL;

  plw_edit_set_cell (edit, plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_COST, plw_value_text ("SS1.0"));
  g_assert_true (plw_store_commit (store, edit, &error));
  g_assert_true (plw_store_save (store, NULL, false, &error));
  g_assert_no_error (error);

  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (PlwStore) again = plw_store_open_bytes (bytes, &error);

  g_assert_no_error (error);
  fixture_assert_same (store, again);
  g_assert_cmpint (((const char *) g_bytes_get_data (bytes, NULL))[63], ==, PLW_SQL_VERSION);
}

/* What was undone last can still be done again. */
static void
assert_redoes (PlwStore *store)
{
  const PlwPlan *plan = plw_store_plan (store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (plw_store_redo_name (store), ==, "Delete an effect");
  g_assert_true (plw_store_redo (store, &error));
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_CODE), ==, "gone");
  g_assert_true (plw_store_undo (store, &error));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_DROP), ==, INT64_C (2500000000));
  g_assert_no_error (error);
}

static void
test_keeps_its_past (const void *data)
{
  const Older *older = data;
  g_autofree char *path = NULL;
  g_autoptr (PlwStore) store = open_older (older, "past.placewright", &path);
  const PlwPlan *plan = plw_store_plan (store);
  g_autoptr (GPtrArray) log = plw_store_history (store, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (log->len, ==, older->n_entries);
  if (older->version == 1)
    assert_redoes (store);
  for (const char *const *name = older->undone; *name != NULL; name++)
    {
      g_assert_cmpstr (plw_store_undo_name (store), ==, *name);
      g_assert_true (plw_store_undo (store, &error));
    }
  g_assert_no_error (error);
  g_assert_null (plw_store_undo_name (store));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE), ==, 120000);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_EFFECTS), ==, 1);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS), ==, 1);
}

/* Named versions hold the plan in bytes of their own version. */
static void
test_keeps_its_versions (const void *data)
{
  const Older *older = data;
  g_autofree char *path = NULL;
  g_autoptr (PlwStore) store = open_older (older, "versions.placewright", &path);
  g_autoptr (GPtrArray) versions = plw_store_versions (store, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (versions->len, ==, (guint) older->version);

  const PlwVersion *version = g_ptr_array_index (versions, versions->len - 1);
  g_autoptr (PlwPlan) plan = plw_store_version_plan (store, version->id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (version->name, ==, "Approved");
  g_assert_cmpstr (version->note, ==, "By full council");
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_EFFECTS), ==, 1);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE), ==, 125050);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_LAG), ==, 1);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_DROP), ==, INT64_C (2500000000));
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_DRIVERS, 0, PLW_DRIVERS_N_COLUMNS), ==,
                   INT64_C (3000000000));
  for (size_t t = 0; t <= PLW_TABLE_POLICY_POTS; t++)
    g_assert_cmpuint (plw_plan_n_rows (plan, (PlwTableId) t), >, 0);
}

/* The version's own digest is still asked for. */
static void
test_damaged (const void *data)
{
  const Older *older = data;
  static const char *const damages[][2] = {
    { "'less','Less care'", "'less','More care'" },
    { "'parks','care',5000000000,1,2", "'parks','care',5000000001,1,2" },
    { "INSERT INTO \"drivers_years\" VALUES(1,2026,3250000000);", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (PlwSql) sql = make_base (older, damages[i][0], damages[i][1]);
      g_autoptr (GBytes) bytes = to_bytes (sql);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwStore) store = plw_store_open_bytes (bytes, &error);

      g_assert_null (store);
      g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "damaged"));
    }
}

/* This version's tables under the old number, and old ones under this version's. */
static void
test_wrong_number (const void *data)
{
  const Older *older = data;
  g_autofree char *its = g_strdup_printf ("PRAGMA user_version = %d", older->version);
  g_autofree char *ours = g_strdup_printf ("PRAGMA user_version = %d", PLW_SQL_VERSION);
  g_autoptr (PlwSql) sql = make_base (older, its, ours);
  g_autoptr (GBytes) bytes = to_bytes (sql);
  g_autoptr (PlwSql) newer = open_sql (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwStore) store = plw_store_open_bytes (bytes, &error);

  g_assert_null (store);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_true (plw_sql_create (newer, false, NULL));
  g_assert_true (plw_sql_exec (newer, its, NULL));

  g_autoptr (GBytes) newer_bytes = to_bytes (newer);
  g_autoptr (PlwStore) other = plw_store_open_bytes (newer_bytes, &error);

  g_assert_null (other);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
}

/* A crash of the older version left a working copy; this version finds it. */
static void
test_working_copy (const void *data)
{
  const Older *older = data;
  g_autofree char *script = read_script (older);
  g_autofree char *name = g_strdup_printf ("work-%d.db", older->version);
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;
  int64_t version = 0;

  {
    g_autoptr (PlwSql) sql = open_sql (path);

    g_assert_true (plw_sql_exec (sql, script, NULL));
    g_assert_true (plw_sql_exec (sql,
                                 "CREATE TABLE \"local\"(\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" TEXT "
                                 "NOT NULL) STRICT, WITHOUT ROWID",
                                 NULL));
  }

  g_autoptr (PlwSql) sql = plw_work_base_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (plw_sql_number (sql, "PRAGMA user_version", &version, &error));
  g_assert_cmpint (version, ==, PLW_SQL_VERSION);

  g_autoptr (PlwPlan) plan = plw_sql_read_plan (sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_EFFECTS, 0, PLW_EFFECTS_UNIT_VALUE), ==, 125050);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS), ==, 2);
}

static void
add_tests (const Older *older)
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = {
    { "opens", test_opens },
    { "keeps-every-figure", test_keeps_every_figure },
    { "saves-as-this-version", test_saves_as_this_version },
    { "keeps-its-past", test_keeps_its_past },
    { "keeps-its-versions", test_keeps_its_versions },
    { "damaged", test_damaged },
    { "wrong-number", test_wrong_number },
    { "working-copy", test_working_copy },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/older/%d/%s", older->version, tests[i].name);

      g_test_add_data_func (path, older, tests[i].test);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  for (size_t i = 0; i < G_N_ELEMENTS (olders); i++)
    add_tests (&olders[i]);
  return g_test_run ();
}
