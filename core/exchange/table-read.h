/* table-read.h: the tables of a plan from records, wherever those come from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

#include "exchange/sheet-cell.h"

G_BEGIN_DECLS

/**
 * PlwTableReader: one table being read.
 * @rows: of size_t: the record each row of the plan came from
 * @columns: of size_t: the plan's column of each heading
 * @sheet: (nullable): the sheet's name, by which its problems are then named; NULL: a file
 */
typedef struct
{
  /* Borrowed */
  PlwPlan *plan;
  const PlwTableSpec *spec;
  PlwProblems *problems;

  /* Owned */
  GArray *rows;
  GArray *columns;
  char *sheet;

  size_t n_problems;
  size_t n_errors_before;
  bool is_there;
  bool has_header;
  bool has_years; /* false where the plan does not say which years it has */
} PlwTableReader;

/**
 * PlwPlanReader: all tables of a plan being read.
 *
 * The `plan` table must be read first: the years of the others depend on it.
 */
typedef struct
{
  PlwPlan *plan;         /* owned */
  PlwProblems *problems; /* borrowed */
  size_t n_errors_before;
  PlwTableReader tables[PLW_N_TABLES];
} PlwPlanReader;

PlwPlanReader *plw_plan_reader_new (PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void plw_plan_reader_free (PlwPlanReader *self);

/**
 * plw_table_reader_begin:
 * @sheet: (nullable): the sheet the table is on; NULL: it is a file
 */
PlwTableReader *plw_table_reader_begin (PlwPlanReader *self, PlwTableId table, const char *sheet);

/**
 * plw_table_reader_take:
 * @row: the record's number; the header is the first to come
 * @cells: (array length=n_cells): bytes without NUL, perhaps not UTF-8
 */
void plw_table_reader_take (PlwTableReader *self, size_t row, char *const *cells, size_t n_cells);

/**
 * plw_table_reader_take_sheet:
 * @cells: (array length=n_cells): as above, but with what a spreadsheet knows about each
 */
void plw_table_reader_take_sheet (PlwTableReader *self,
                                  size_t row,
                                  const PlwSheetCell *cells,
                                  size_t n_cells);

/* Says so where there was no header, or more problems than are listed. */
void plw_table_reader_end (PlwTableReader *self);

/**
 * plw_table_reader_place:
 * @column: (nullable): the column's name
 * Returns: (transfer full) (nullable): “sheet costs, cell D14”; NULL where the table is a file
 */
char *plw_table_reader_place (const PlwTableReader *self,
                              size_t row,
                              const char *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_plan_reader_finish:
 * @path: where the plan was read
 * @is_import: whether rows are to say where they were read, unless they say already where they
 *   came from before
 *
 * Returns: (transfer full) (nullable): the plan, checked; NULL with %PLW_ERROR_PLAN
 */
PlwPlan *plw_plan_reader_finish (PlwPlanReader *self, const char *path, bool is_import, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwPlanReader, plw_plan_reader_free)

G_END_DECLS
