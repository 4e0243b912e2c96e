/* schema.h: the one description of a plan's tables and columns.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading, writing, storing, checking, overriding, editing, undoing and showing
 * all walk this description; nothing else knows what columns a table has.
 */
#pragma once

#include <placewright/schema-tables.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
#define PLW_TABLE_AS_ENUM(ID, ...) PLW_TABLE_##ID,
  PLW_TABLES (PLW_TABLE_AS_ENUM)
#undef PLW_TABLE_AS_ENUM
      PLW_N_TABLES,
} PlwTableId;

#define PLW_COLUMN_AS_ENUM(TABLE, ID, ...) PLW_##TABLE##_##ID,
#define PLW_TABLE_AS_COLUMNS(ID, ...)                                                                        \
  enum                                                                                                       \
  {                                                                                                          \
    PLW_##ID##_COLUMNS (PLW_COLUMN_AS_ENUM) PLW_##ID##_N_COLUMNS                                             \
  };
PLW_TABLES (PLW_TABLE_AS_COLUMNS)
#undef PLW_TABLE_AS_COLUMNS
#undef PLW_COLUMN_AS_ENUM

/**
 * PlwType: what a cell holds.
 */
typedef enum
{
  PLW_TYPE_NONE,    /* of the years of a table without year columns */
  PLW_TYPE_TEXT,    /* any text */
  PLW_TYPE_CODE,    /* 1-32 of letters, digits, - _ . */
  PLW_TYPE_REF,     /* the code of a row of another table */
  PLW_TYPE_CHOICE,  /* one of the column's choices; held as its index */
  PLW_TYPE_YESNO,   /* held as 0 or 1 */
  PLW_TYPE_MONEY,   /* pounds; held as pence */
  PLW_TYPE_PERCENT, /* percent; held in billionths of one percent */
  PLW_TYPE_NUMBER,  /* a plain number; held in billionths */
  PLW_TYPE_INTEGER, /* held as it is */
  PLW_TYPE_YEAR,    /* 2026/27; held as 2026 */
  PLW_TYPE_UNSPENT, /* lapse, keep, keep:N or to:POT; held as text */
} PlwType;

typedef enum
{
  PLW_COLUMN_KEY = 1 << 0,      /* part of the row's key */
  PLW_COLUMN_REQUIRED = 1 << 1, /* may not be empty */
  PLW_COLUMN_NAME = 1 << 2,     /* what people call the row */
  PLW_COLUMN_ORIGIN = 1 << 3,   /* says where the row's figures come from */
  PLW_COLUMN_RECORDED = 1 << 4, /* written by the program, not by people: nobody types into it */
} PlwColumnFlags;

/**
 * PlwColumn:
 * @name: the header in folders and workbooks and the column in files
 * @title: the heading people read (translate with gettext)
 * @choices: (nullable): for %PLW_TYPE_CHOICE, NULL-terminated
 * @ref: for %PLW_TYPE_REF, the table referred to
 * @fallback: (nullable): the text an empty cell stands for
 * @least, @most: limits in held units, both 0 where there are none
 */
typedef struct
{
  const char *name;
  const char *title;
  PlwType type;
  unsigned flags;
  const char *const *choices;
  PlwTableId ref;
  const char *fallback;
  int64_t least;
  int64_t most;
} PlwColumn;

/**
 * PlwYearsRule: what an empty year cell means.
 */
typedef enum
{
  PLW_YEARS_ZERO,    /* nothing */
  PLW_YEARS_CARRY,   /* the year before it; before all, nothing */
  PLW_YEARS_NO_LIMIT /* no limit */
} PlwYearsRule;

/**
 * PlwTableSpec:
 * @years: the type of the year columns; %PLW_TYPE_NONE where there are none
 * @years_least: the least a year cell may hold, in held units; INT64_MIN: no limit
 * @required: whether the table must be present in a plan folder
 */
typedef struct
{
  PlwTableId id;
  const char *name;
  const char *title;
  const PlwColumn *columns;
  size_t n_columns;
  PlwType years;
  PlwYearsRule years_rule;
  int64_t years_least;
  bool required;
} PlwTableSpec;

/**
 * plw_schema_table:
 * Returns: (transfer none): the description of table @id
 */
const PlwTableSpec *plw_schema_table (PlwTableId id);

/**
 * plw_schema_find_table:
 * @name: `lines`
 * @ret_id: (out): untouched where there is no such table
 */
bool plw_schema_find_table (const char *name, PlwTableId *ret_id);

/**
 * plw_schema_find_column:
 * @ret_column: (out): index of the column; untouched where there is none
 */
bool plw_schema_find_column (PlwTableId table, const char *name, size_t *ret_column);

/**
 * plw_schema_choice_word:
 * @index: of the column's choices
 * Returns: (transfer none): what people call the choice, in their language
 */
const char *plw_schema_choice_word (const PlwColumn *column, size_t index);

/**
 * plw_schema_find_choice:
 * @text: a choice as the plan has it or as people call it, in small or capital letters, or a
 *   beginning that only one choice has
 * @ret_index: (out): untouched where there is none
 */
bool plw_schema_find_choice (const PlwColumn *column, const char *text, size_t *ret_index);

/**
 * plw_schema_imported_column:
 * Returns: the column that says which file and row a row was read from; SIZE_MAX where
 *   the table has none
 */
size_t plw_schema_imported_column (PlwTableId table);

/**
 * plw_type_is_text:
 * Returns: whether cells of @type hold text; else they hold an integer
 */
bool plw_type_is_text (PlwType type);

/**
 * PlwSetting: one `key` of the `plan` table.
 * @fallback: (nullable): the text an absent or empty setting stands for
 */
typedef struct
{
  const char *key;
  const char *title;
  PlwType type;
  PlwTableId ref;
  bool required;
  const char *fallback;
  int64_t least;
  int64_t most;
} PlwSetting;

/**
 * plw_schema_settings:
 * @ret_n: (out): how many
 * Returns: (transfer none): the settings of a plan, in the order they are shown
 */
const PlwSetting *plw_schema_settings (size_t *ret_n);
const PlwSetting *plw_schema_find_setting (const char *key);

G_END_DECLS
