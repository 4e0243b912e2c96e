/* import-private.h: what the steps of an import share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/import.h>

#include "exchange/sheet-cell.h"

G_BEGIN_DECLS

#define PLW_IMPORT_ROWS_MAX 100000

/* One row of the source. */
typedef struct
{
  size_t number; /* as a spreadsheet counts */
  size_t n_cells;
  PlwSheetCell *cells;
  PlwImportFate fate; /* in the last run */
} PlwImportRow;

/* What a field of the table is made of. */
typedef struct
{
  size_t column;  /* of the source; SIZE_MAX: none */
  char *constant; /* NULL: none */
  bool has_expected;
  int64_t expected; /* in the units the field is held in */
  __int128 sum;
  size_t n_empty;
  size_t first_empty; /* the row's number */
  bool has_total;
  int64_t total; /* of the source's total row */
} PlwImportField;

struct _PlwImport
{
  char *name;    /* what sentences call the file */
  PlwXlsx *book; /* NULL: a file of one table */
  GBytes *bytes; /* of such a file, in UTF-8 */
  char separator;
  bool has_decimal_comma;
  GString *notes;
  GString *remarks; /* lines that begin with # above the table */
  size_t n_notes;   /* how much of the notes is about the file */
  char *sheet;      /* NULL in a file of one table */
  size_t sheet_index;

  GPtrArray *rows; /* of PlwImportRow: all that are not blank */
  size_t header;   /* index of the row of the headings */
  size_t n_columns;
  GPtrArray *headings;

  const PlwPlan *plan; /* borrowed */
  PlwTableId table;
  GArray *fields;                  /* of PlwImportField: one for each column of the table and each year */
  GHashTable *names[PLW_N_TABLES]; /* of tables that are referred to: folded names to codes; NULL: none */
  int64_t scale;
  bool expects_rows;
  size_t n_expected;
};

PlwImportRow *plw_import_row (const PlwImport *self, size_t index);

/* Adds a row; frees nothing of @cells, which it takes over. */
void plw_import_add_row (PlwImport *self, size_t number, PlwSheetCell *cells, size_t n_cells);

/* Reads a file of one table: how it is encoded, how its cells and decimals are parted. */
bool plw_import_read_text (PlwImport *self, GError **error);
bool plw_import_decode (PlwImport *self, const char *bytes, size_t size, GError **error);

/* Finds what was remembered for these headings; false where there is nothing. */
bool plw_import_recall (PlwImport *self);

/* 2026/27, 2026-27, 26/27, 2026/2027, also with words and pounds around it. */
bool plw_import_read_year (const char *text, int *ret_year);

/* Makes 1234.50 of 1.234,50 where nothing but a figure is there. */
void plw_import_use_decimal_point (char *text);
/* Learns the names of the rows that fields of the table refer to. */
void plw_import_learn_names (PlwImport *self);
void plw_import_forget_names (PlwImport *self);

/* Whether a text says that the figure is not known. */
bool plw_import_is_missing (const char *text);

/* Whether a row is a total of the rows above it; and of all of them. */
bool plw_import_is_total (const PlwImportRow *row, bool *ret_is_grand);

/* Whether a row that is not a plain total speaks of one. */
bool plw_import_may_be_total (const PlwImportRow *row);

/**
 * plw_import_read_cell:
 * @plan: whose texts are interned
 * @ret_value: (out): the value, empty where the cell is
 * @ret_what, @ret_remedy: (out): where false is returned
 */
bool plw_import_read_cell (const PlwImport *self,
                           PlwPlan *plan,
                           const PlwSheetCell *cell,
                           size_t field,
                           PlwValue *ret_value,
                           char **ret_what,
                           char **ret_remedy);

/* Returns: (transfer full): “savings.xlsx, sheet Savings, cell D14” or “savings.csv, cell D14” */
char *plw_import_place (const PlwImport *self, size_t row, size_t column);

/* Returns: (transfer full): the same for a whole row: “savings.csv, row 14” */
char *plw_import_row_place (const PlwImport *self, size_t row);

/* Returns: (transfer full): the same for a whole column: “savings.csv, column D” */
char *plw_import_column_place (const PlwImport *self, size_t column);

/* Says of the problem added last where in the source it is. @column: SIZE_MAX: the whole row */
void plw_import_set_place (const PlwImport *self, PlwProblems *problems, size_t row, size_t column);

/* Adds what the plan's own rules say of @after that they did not say of @before. */
void plw_import_find_news (const PlwPlan *before, const PlwPlan *after, PlwProblems *problems);

/* Whether there are no more errors than @n_before; else says that nothing was taken. */
bool plw_import_found_no_error (const PlwImport *self,
                                const PlwProblems *problems,
                                size_t n_before,
                                GError **error);

/* Compares rows and sums with what they must be; every difference is an error. */
void plw_import_check_totals (const PlwImport *self, size_t n_rows, PlwProblems *problems);

/* A sum as its field's unit is written. */
char *plw_import_sum_to_text (const PlwImport *self, size_t field, __int128 sum);

G_END_DECLS
