/* test-format.c: the format of plan files does not change unnoticed, and can change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "store/migrate.h"
#include "store/snapshot.h"
#include "store/sql-copy.h"
#include "store/sql-plan.h"
#include "store/sql-schema.h"

#include <string.h>

/* Of all CREATE statements of a version. Once a version has been released: a new
 * table or column needs a new PLW_SQL_VERSION and a step in migrate.c, and a new
 * line here; no line is ever changed.
 */
#define VERSION_1 "0035a43a3ad9922e6fc7a1f8a6ed358053d50a173032e114c634d217839607e1"
#define VERSION_2 "9d1fc2974fdb7037c57b905b5c20ab5f131b526c08d6a6bbe7b6537551f45afc"
#define VERSION_3 "41b98eaa694f4da6a9e01ff7fed45ed7bb039c6c88595b304f1d6009015254d3"

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
test_schema_is_pinned (void)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const GPtrArray *tables = plw_sql_tables ();

  for (guint i = 0; i < tables->len; i++)
    add_text (sum, ((const PlwSqlTable *) g_ptr_array_index (tables, i))->create);
  g_assert_cmpint (PLW_SQL_VERSION, ==, 3);
  g_assert_cmpstr (g_checksum_get_string (sum), ==, VERSION_3);
}

/* What is frozen of older versions is what they were. */
static void
test_older_schemas_are_pinned (void)
{
  static const char *const sums[] = { VERSION_1, VERSION_2 };
  const GPtrArray *tables = plw_sql_tables ();
  const PlwSqlTable *local = g_ptr_array_index (tables, tables->len - 1);

  G_STATIC_ASSERT (G_N_ELEMENTS (sums) == PLW_SQL_VERSION - 1);
  for (size_t v = 0; v < G_N_ELEMENTS (sums); v++)
    {
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
      const PlwMigration *step = plw_migration_find (plw_migrations (), (int) v + 1);

      g_assert_nonnull (step);
      for (size_t i = 0; step->creates[i] != NULL; i++)
        add_text (sum, step->creates[i]);
      add_text (sum, local->create);
      g_assert_cmpstr (g_checksum_get_string (sum), ==, sums[v]);
    }
}

static PlwSql *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  PlwSql *sql = plw_sql_open (NULL, "test", &error);

  g_assert_no_error (error);
  return sql;
}

/* The version before this one, as it might have been: policies had no name. */
#define OLD_VERSION (PLW_SQL_VERSION - 1)

static const char *const *
make_old_tables (void)
{
  const GPtrArray *tables = plw_sql_tables ();
  GPtrArray *creates = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      const PlwSqlTable *table = g_ptr_array_index (tables, i);

      if (table->is_local)
        continue;
      if (strcmp (table->name, "policies") == 0)
        g_ptr_array_add (creates, (char *) "CREATE TABLE \"policies\"(\"id\" INTEGER NOT NULL PRIMARY KEY, "
                                           "\"position\" INTEGER NOT NULL, \"code\" TEXT) STRICT");
      else
        g_ptr_array_add (creates, table->create);
    }
  g_ptr_array_add (creates, NULL);
  return (const char *const *) g_ptr_array_free (creates, FALSE);
}

static PlwSql *
make_old_base (const char *const *creates)
{
  PlwSql *sql = open_memory ();

  for (size_t i = 0; creates[i] != NULL; i++)
    g_assert_true (plw_sql_exec (sql, creates[i], NULL));
  g_assert_true (plw_sql_exec (sql, "INSERT INTO policies VALUES (1, 1, 'shared')", NULL));
  return sql;
}

static void
test_migration (void)
{
  g_autofree const char **creates = (const char **) make_old_tables ();
  PlwMigration steps[] = { { OLD_VERSION, (const char *const *) creates,
                             "ALTER TABLE policies ADD COLUMN \"name\" TEXT" },
                           { .text = NULL } };
  g_autoptr (PlwSql) sql = make_old_base (steps[0].creates);
  g_autoptr (GError) error = NULL;
  int64_t version = 0;

  g_assert_true (plw_sql_matches (sql, false, steps[0].creates, &error));
  g_assert_false (plw_sql_matches (sql, false, NULL, &error));
  g_clear_error (&error);
  g_assert_true (plw_migrate (sql, steps, OLD_VERSION, false, &error));
  g_assert_no_error (error);
  g_assert_true (plw_sql_number (sql, "PRAGMA user_version", &version, &error));
  g_assert_cmpint (version, ==, PLW_SQL_VERSION);

  g_autoptr (PlwPlan) plan = plw_sql_read_plan (sql, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_POLICIES, 0, PLW_POLICIES_CODE), ==, "shared");
  g_assert_false (plw_plan_get (plan, PLW_TABLE_POLICIES, 0, PLW_POLICIES_NAME).is_set);
}

/* A step that does not lead to this version's tables changes nothing. */
static void
test_wrong_migration (void)
{
  g_autofree const char **creates = (const char **) make_old_tables ();
  PlwMigration steps[] = { { OLD_VERSION, (const char *const *) creates,
                             "ALTER TABLE policies ADD COLUMN \"nmae\" TEXT" },
                           { .text = NULL } };
  g_autoptr (PlwSql) sql = make_old_base (steps[0].creates);
  g_autoptr (GError) error = NULL;

  g_assert_false (plw_migrate (sql, steps, OLD_VERSION, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_true (plw_sql_matches (sql, false, steps[0].creates, &error));

  g_assert_false (plw_migrate (sql, plw_migrations (), -3, false, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
}

/* The file the whole world may keep: what others read in it without this program. */
static void
test_tables_speak_for_themselves (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  g_autoptr (PlwSql) sql = open_memory ();
  g_autoptr (GError) error = NULL;
  PlwValue year[] = { plw_value_text ("base_year"), plw_value_text ("2025/26") };
  PlwValue years[] = { plw_value_text ("years"), plw_value_text ("5") };
  PlwValue pot[] = { plw_value_text ("grant"), plw_value_text ("Grant") };
  int64_t pence = 0;

  plw_plan_append (plan, PLW_TABLE_PLAN, year, G_N_ELEMENTS (year));
  plw_plan_append (plan, PLW_TABLE_PLAN, years, G_N_ELEMENTS (years));
  plw_plan_append (plan, PLW_TABLE_POTS, pot, G_N_ELEMENTS (pot));
  plw_plan_set (plan, PLW_TABLE_POTS, 0, PLW_POTS_KIND, plw_value_number (PLW_POT_CAPITAL));
  plw_plan_set (plan, PLW_TABLE_POTS, 0, plw_plan_year_column (plan, PLW_TABLE_POTS, 2027),
                plw_value_number (150));
  g_assert_true (plw_sql_create (sql, false, &error));
  g_assert_true (plw_sql_write_plan (sql, plan, PLW_SQL_GAP_FILE, &error));
  g_assert_no_error (error);
  g_assert_true (
      plw_sql_number (sql,
                      "SELECT value FROM pots JOIN pots_years ON \"row\" = id WHERE code = 'grant' AND "
                      "kind = 'capital' AND position = 1 AND year = 2027",
                      &pence, &error));
  g_assert_no_error (error);
  g_assert_cmpint (pence, ==, 150);
}

/* Equal plans give equal bytes, and the bytes the plan. */
static void
test_snapshot (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 5);
  g_autoptr (PlwPlan) copy = plw_plan_copy (plan);
  g_autoptr (GBytes) bytes = plw_snapshot_write (plan);
  g_autoptr (GBytes) again = plw_snapshot_write (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) back = plw_snapshot_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (plw_plan_equal (plan, back));

  g_autoptr (PlwPlan) nothing = plw_plan_new ();
  g_autoptr (GBytes) none = plw_snapshot_write (nothing);
  g_autoptr (PlwPlan) nothing_back = plw_snapshot_read (none, &error);
  g_assert_true (plw_plan_equal (nothing, nothing_back));
}

/* Any bytes at all: a plan or an error, never a crash. */
static void
test_damaged_snapshot (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PlwPlan) plan = fixture_plan (rand, 1);
  g_autoptr (GBytes) bytes = plw_snapshot_write (plan);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  size_t n_refused = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize length = g_rand_int_range (rand, 0, 4) == 0 ? (gsize) g_rand_int (rand) % size : size;

      for (int times = g_rand_int_range (rand, 1, 5); times > 0; times--)
        copy[g_rand_int (rand) % size] = (guint8) g_rand_int (rand);
      g_autoptr (GBytes) damaged = g_bytes_new (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwPlan) back = plw_snapshot_read (damaged, &error);

      g_assert_true ((back == NULL) == (error != NULL));
      n_refused += back == NULL;
    }
  g_assert_cmpuint (n_refused, >, 1000);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/store/format/schema-is-pinned", test_schema_is_pinned);
  g_test_add_func ("/store/format/older-schemas-are-pinned", test_older_schemas_are_pinned);
  g_test_add_func ("/store/format/migration", test_migration);
  g_test_add_func ("/store/format/wrong-migration", test_wrong_migration);
  g_test_add_func ("/store/format/tables-speak-for-themselves", test_tables_speak_for_themselves);
  g_test_add_func ("/store/format/snapshot", test_snapshot);
  g_test_add_func ("/store/format/damaged-snapshot", test_damaged_snapshot);
  return g_test_run ();
}
