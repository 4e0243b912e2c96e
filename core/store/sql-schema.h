/* sql-schema.h: the tables of a plan file, made from the description of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sql.h"

#include <placewright/schema.h>

G_BEGIN_DECLS

/* At bytes 68 and 60 of the file; `PLWR` in ASCII. */
#define PLW_SQL_APPLICATION_ID 0x504C5752

/* To be raised, with a step in migrate.c, whenever a released schema changes. */
#define PLW_SQL_VERSION 3

typedef enum
{
  PLW_SQL_INTEGER,
  PLW_SQL_TEXT,
  PLW_SQL_BLOB,
  PLW_SQL_ANY, /* an integer or a text */
} PlwSqlKind;

typedef struct
{
  const char *name;
  PlwSqlKind kind;
  bool is_nullable;
  const char *suffix; /* what follows the type, such as `PRIMARY KEY` */
} PlwSqlColumn;

/**
 * PlwSqlTable:
 * @order: the columns that rows are ordered by
 * @has_position: whether the second column numbers the rows
 * @is_local: only in working copies
 */
typedef struct
{
  char *name;
  GArray *columns; /* of PlwSqlColumn */
  const char *order;
  bool has_position;
  bool is_local;
  char *create;
  char *select;
  char *insert;
} PlwSqlTable;

/* All tables; a table only refers to tables before it. */
const GPtrArray *plw_sql_tables (void);

/* The table of plan table @id, and of its years: NULL where there are none. */
const PlwSqlTable *plw_sql_plan_table (PlwTableId id);
const PlwSqlTable *plw_sql_years_table (PlwTableId id);

/**
 * plw_sql_create:
 * @is_working: with the tables only a working copy has
 *
 * Makes the tables of this version in an empty database.
 */
bool plw_sql_create (PlwSql *sql, bool is_working, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_sql_matches:
 * @creates: (nullable) (array zero-terminated=1): what made the tables; NULL: this version
 *
 * Whether the database holds exactly these tables, to the letter, and nothing else.
 */
bool plw_sql_matches (PlwSql *sql, bool is_working, const char *const *creates, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
