/* sql-copy.h: one database built anew from another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * plw_sql_copy:
 * @from: a database whose tables were checked
 * @to: an empty database with our tables
 * @gap: between positions in @to
 *
 * Copies every row of every table but the local ones, each value by its type.
 */
bool plw_sql_copy (PlwSql *from, PlwSql *to, int64_t gap, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_seal:
 *
 * Writes the program's version and the digest into `meta` and gives the bytes of
 * the plan file.
 */
GBytes *plw_sql_seal (PlwSql *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_get_key:
 * @table: `meta` or `local`
 * Returns: (transfer full) (nullable): the value; NULL, without an error, where there is none
 */
char *plw_sql_get_key (PlwSql *sql, const char *table, const char *key, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* @value: (nullable): NULL removes the key */
bool plw_sql_set_key (PlwSql *sql, const char *table, const char *key, const char *value, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
