/* migrate.c: plan files of older versions of the format.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/migrate.h"

#include "base/i18n.h"
#include "store/migrate-1.h"
#include "store/migrate-2.h"
#include "store/sql-schema.h"

/* A version's successor freezes its tables in a file migrate-N and says there how
 * to turn them into its own.
 */
static const PlwMigration migrations[] = {
  { 1, plw_creates_1, plw_step_1 },
  { 2, plw_creates_2, plw_step_2 },
  { .text = NULL },
};

const PlwMigration *
plw_migrations (void)
{
  return migrations;
}

const PlwMigration *
plw_migration_find (const PlwMigration *steps, int version)
{
  for (; steps->text != NULL; steps++)
    if (steps->from == version)
      return steps;
  return NULL;
}

static bool
run_steps (PlwSql *sql, const PlwMigration *steps, int version, bool is_working, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", PLW_SQL_VERSION);

  for (; version < PLW_SQL_VERSION; version++)
    {
      const PlwMigration *step = plw_migration_find (steps, version);

      if (step == NULL)
        {
          g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("%s: version %d of the format is not known"),
                       sql->what, version);
          return false;
        }
      if (!plw_sql_exec (sql, step->text, error))
        return false;
    }
  return plw_sql_matches (sql, is_working, NULL, error) && plw_sql_exec (sql, mark, error);
}

bool
plw_migrate (PlwSql *sql, const PlwMigration *steps, int version, bool is_working, GError **error)
{
  if (version == PLW_SQL_VERSION)
    return true;
  if (!plw_sql_exec (sql, "BEGIN IMMEDIATE", error))
    return false;
  if (run_steps (sql, steps, version, is_working, error) && plw_sql_exec (sql, "COMMIT", error))
    return true;
  plw_sql_exec_code (sql, "ROLLBACK");
  return false;
}
