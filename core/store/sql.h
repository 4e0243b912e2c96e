/* sql.h: a SQLite connection that speaks GError.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every step code is looked at: a loop over rows that ends on an error is an
 * error, never the end of the rows.
 */
#pragma once

#include <placewright/error.h>

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *db;
  GHashTable *statements; /* text -> sqlite3_stmt, kept until closing */
  char *what;             /* the clause that errors begin with */
  int bind_result;        /* the first binding since the last run that failed */
} PlwSql;

/**
 * plw_sql_open:
 * @path: (nullable): NULL: a database in memory
 * @what: what has gone wrong when anything does
 */
PlwSql *plw_sql_open (const char *path, const char *what, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_sql_close (PlwSql *sql);

bool plw_sql_exec (PlwSql *sql, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int plw_sql_exec_code (PlwSql *sql, const char *text);

/**
 * plw_sql_prepare:
 * Returns: (transfer none) (nullable): ready to be bound and stepped
 */
sqlite3_stmt *plw_sql_prepare (PlwSql *sql, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void plw_sql_bind_null (PlwSql *sql, sqlite3_stmt *statement, int index);
void plw_sql_bind_number (PlwSql *sql, sqlite3_stmt *statement, int index, int64_t number);
void plw_sql_bind_text (PlwSql *sql, sqlite3_stmt *statement, int index, const char *text);
void plw_sql_bind_bytes (PlwSql *sql, sqlite3_stmt *statement, int index, GBytes *bytes);

/**
 * plw_sql_next:
 * @ret_has_row: (out): false at the end
 * Returns: false on an error
 */
bool plw_sql_next (PlwSql *sql, sqlite3_stmt *statement, bool *ret_has_row, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Runs a statement that gives no rows. */
bool plw_sql_run (PlwSql *sql, sqlite3_stmt *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_do:
 * @types: `n` for an int64_t, `t` for a nullable text: one for each further argument
 *
 * Prepares, binds and runs.
 */
bool plw_sql_do (PlwSql *sql, GError **error, const char *text, const char *types, ...)
    G_GNUC_WARN_UNUSED_RESULT;

/* Prepares and binds a query for plw_sql_next(). */
sqlite3_stmt *plw_sql_query (PlwSql *sql, GError **error, const char *text, const char *types, ...)
    G_GNUC_WARN_UNUSED_RESULT;

/* The one number of the one row of a query without bindings. */
bool plw_sql_number (PlwSql *sql, const char *text, int64_t *ret_number, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_column_text:
 * @ret_text: (out) (transfer none): until the next step
 * Returns: false unless the column holds valid UTF-8 without NUL of a sane length
 */
bool plw_sql_column_text (sqlite3_stmt *statement, int column, const char **ret_text);
bool plw_sql_column_number (sqlite3_stmt *statement, int column, int64_t *ret_number);

/* Sets @error from the connection's last error. Always false. */
bool plw_sql_fail (PlwSql *sql, int code, GError **error);

/* For content that cannot be right: table, row and column are named. Always false. */
bool plw_sql_fail_content (PlwSql *sql, const char *table, int64_t row, const char *column, GError **error);

/* No text in a plan file is longer. */
#define PLW_SQL_TEXT_MOST 100000

bool plw_sql_text_is_sound (const char *text, size_t length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwSql, plw_sql_close)

G_END_DECLS
