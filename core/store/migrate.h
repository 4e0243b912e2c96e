/* migrate.h: plan files of older versions of the format.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * PlwMigration: the step from one version to the next.
 * @from: the version it starts from
 * @creates: (array zero-terminated=1): what made the tables of that version, to the
 *   letter: the frozen output of sql-schema.c at the time
 * @text: what turns them into the next version's
 */
typedef struct
{
  int from;
  const char *const *creates;
  const char *text;
} PlwMigration;

/* The steps in order, ended by one without text. */
const PlwMigration *plw_migrations (void);

/**
 * plw_migration_find:
 * Returns: (nullable): the step that starts from @version
 */
const PlwMigration *plw_migration_find (const PlwMigration *steps, int version);

/**
 * plw_migrate:
 * @is_working: whether it is a working copy
 *
 * Takes a database that has the tables of @version to this version's, in one
 * transaction, and checks that they are.
 */
bool plw_migrate (PlwSql *sql, const PlwMigration *steps, int version, bool is_working, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
