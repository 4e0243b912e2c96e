/* import.h: rows of anybody's spreadsheet as rows of a table of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In this order: open a source, choose its sheet and the row of its headings, say which table its
 * rows are for, say which column is which field, say what the figures must add up to, and run. The
 * result is an edit: the plan is changed by whoever applies it, and can be changed back.
 */
#pragma once

#include <placewright/edit.h>

G_BEGIN_DECLS

typedef struct _PlwImport PlwImport;

/**
 * plw_import_open:
 * @path: an `.xlsx` workbook, or a table whose cells are parted by commas, semicolons or tabs
 *
 * Chooses the first sheet that has rows and the row that looks most like headings.
 *
 * Returns: (transfer full) (nullable): NULL with %PLW_ERROR_IO or %PLW_ERROR_FORMAT
 */
PlwImport *plw_import_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_import_open_text:
 * @name: what sentences call it: “the clipboard”
 * @text: a table whose cells are parted by tabs, commas or semicolons
 *
 * The same of what was copied from a spreadsheet.
 */
PlwImport *plw_import_open_text (const char *name,
                                 const char *text,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_import_free (PlwImport *self);

/**
 * plw_import_notes:
 * Returns: (transfer none): what was taken to be so about the file, a sentence a line; "" where
 *   there was nothing to guess
 */
const char *plw_import_notes (const PlwImport *self);

size_t plw_import_n_sheets (const PlwImport *self);
const char *plw_import_sheet_name (const PlwImport *self, size_t index);

/* Which of them was chosen. */
size_t plw_import_sheet (const PlwImport *self);

/* Fails with %PLW_ERROR_NOT_FOUND, or as plw_import_open() does. */
bool plw_import_choose_sheet (PlwImport *self, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The row of the headings as a spreadsheet counts. */
size_t plw_import_header (const PlwImport *self);
bool plw_import_set_header (PlwImport *self, size_t row, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of the sheet as they stand, headings and what is above them included; blank lines are
 * left out. Lines and columns count from 0; a line's number is as a spreadsheet counts.
 */
size_t plw_import_n_lines (const PlwImport *self);
size_t plw_import_n_line_columns (const PlwImport *self);
size_t plw_import_line_number (const PlwImport *self, size_t line);
const char *plw_import_line_cell (const PlwImport *self, size_t line, size_t column);

/* Returns: (transfer full): A, B … AA: what a spreadsheet calls a column */
char *plw_import_letter (size_t column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwImportKind: what most of a column's cells are, as far as the first thousand rows show.
 */
typedef enum
{
  PLW_IMPORT_EMPTY,
  PLW_IMPORT_TEXT,
  PLW_IMPORT_NUMBER,
  PLW_IMPORT_DATE,
} PlwImportKind;

/* A preview: what stands below the headings. Rows count from 0. */
size_t plw_import_n_columns (const PlwImport *self);
size_t plw_import_n_rows (const PlwImport *self);
size_t plw_import_row_number (const PlwImport *self, size_t row);
const char *plw_import_heading (const PlwImport *self, size_t column);
PlwImportKind plw_import_kind (const PlwImport *self, size_t column);
const char *plw_import_cell (const PlwImport *self, size_t row, size_t column);

/**
 * plw_import_set_table:
 * @plan: must outlive the import's next run
 *
 * Maps each column to the field of the table that has its name or is usually called that, or as it was
 * remembered for a source with the same headings, with the scale that was remembered; else the scale is 1.
 */
void plw_import_set_table (PlwImport *self, const PlwPlan *plan, PlwTableId table);

PlwTableId plw_import_table (const PlwImport *self);

/**
 * plw_import_guess_table:
 *
 * Sets the table that the headings speak of most; `changes` where they speak of none.
 */
PlwTableId plw_import_guess_table (PlwImport *self, const PlwPlan *plan);

/**
 * plw_import_map:
 * @column: a heading, or a letter such as D where no heading is called that
 * @field: a column of the table or a year; "": none
 *
 * Fails with %PLW_ERROR_NOT_FOUND.
 */
bool plw_import_map (PlwImport *self, const char *column, const char *field, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same of a column by its place. */
bool plw_import_map_column (PlwImport *self, size_t column, const char *field, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_import_set_constant:
 * @text: what every row has in the field; `{row}` stands for the row's number; "": nothing
 */
bool plw_import_set_constant (PlwImport *self, const char *field, const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): what every row has in the field */
const char *plw_import_constant (const PlwImport *self, const char *field);

/* Returns: (transfer none) (nullable): the field a column is mapped to */
const char *plw_import_mapped (const PlwImport *self, size_t column);

/* Keeps the mapping, what every row has, and the scale for the next source with these headings. */
bool plw_import_remember (const PlwImport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What one in a money column stands for, in pounds: 1, 1000 or 1000000. */
void plw_import_set_scale (PlwImport *self, int64_t scale);
int64_t plw_import_scale (const PlwImport *self);

void plw_import_expect_rows (PlwImport *self, size_t n_rows);

/* @amount: what the field adds up to, in pounds or the field's unit, after scaling */
bool plw_import_expect_sum (PlwImport *self, const char *field, const char *amount, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Takes back what was said about rows and sums. */
void plw_import_expect_nothing (PlwImport *self);

/**
 * PlwImportCounts: what a run made of the rows.
 * @n_left_out: totals and rows without anything in a mapped column
 */
typedef struct
{
  size_t n_rows;
  size_t n_inserted;
  size_t n_updated;
  size_t n_unchanged;
  size_t n_left_out;
} PlwImportCounts;

/**
 * plw_import_run:
 * @problems: gets every cell that is wrong (error) or missing (warning), by sheet and cell
 *
 * What refers to a row may name it instead of giving its code, where only one row has the name.
 * A row whose key is in the plan updates that row, another is added at the end. An empty cell, or
 * one that says tbc, n/a or a dash, leaves what is there and is never 0. Each row says in its
 * column `imported` where it was read. A row that is a total is left out and must agree with the
 * rows above it.
 *
 * Returns: (transfer full) (nullable): one edit; NULL with %PLW_ERROR_PLAN where the problems hold
 *   an error
 */
PlwEdit *plw_import_run (PlwImport *self, PlwProblems *problems, PlwImportCounts *ret_counts, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * PlwImportFate: what the last run made of a row.
 * @PLW_IMPORT_FATE_NONE: it did not get there, or the row is wrong
 */
typedef enum
{
  PLW_IMPORT_FATE_NONE,
  PLW_IMPORT_FATE_ADDED,
  PLW_IMPORT_FATE_CHANGED,
  PLW_IMPORT_FATE_SAME,
  PLW_IMPORT_FATE_BLANK,
  PLW_IMPORT_FATE_TOTAL,
} PlwImportFate;

PlwImportFate plw_import_fate (const PlwImport *self, size_t row);

/**
 * plw_import_sum:
 * @ret_sum: (out) (transfer full): what the rows of the last run have in the field, added up
 * @ret_total: (out) (transfer full) (nullable): what the source's total row has there; NULL where
 *   there is none
 *
 * Returns: false where the field is not mapped or holds nothing that adds up
 */
bool plw_import_sum (const PlwImport *self, const char *field, char **ret_sum, char **ret_total)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_import_sums:
 * Returns: (transfer full): what each mapped money column of the last run adds up to, a line each
 */
char *plw_import_sums (const PlwImport *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwImport, plw_import_free)

G_END_DECLS
