/* problem.h: what is wrong with a plan, said so that it can be put right.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef enum
{
  PLW_SEVERITY_ERROR,   /* stops an evaluation */
  PLW_SEVERITY_WARNING, /* travels with the results */
} PlwSeverity;

/**
 * PlwProblem:
 * @table: (nullable): the table, or the file where there is no table yet
 * @row: the row as a spreadsheet numbers it (the header is row 1); 0: the whole table
 * @key: (nullable): the row's code
 * @column: (nullable): the column's name
 * @place: (nullable): what stands for table and row in a sentence: “sheet costs, cell D14”
 * @file_row, @file_column: the same place as numbers, for a problem of a file that is not a plan:
 *   the row as a spreadsheet numbers it, 0 for none; the column from 0, SIZE_MAX for the whole row
 * @what: what is wrong: a clause without a full stop
 * @remedy: what would be right: a clause without a full stop
 */
typedef struct
{
  PlwSeverity severity;
  char *table;
  size_t row;
  char *key;
  char *column;
  char *place;
  size_t file_row;
  size_t file_column;
  char *what;
  char *remedy;
} PlwProblem;

/**
 * plw_problem_to_text:
 * Returns: (transfer full): one sentence, such as
 *   "costs row 12 (roads/pay), column base: “12,x” is not an amount of money;
 *   write pounds such as 1250000 or 1250000.50"
 */
char *plw_problem_to_text (const PlwProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* A growing list of problems: all of them, not the first. */
typedef struct _PlwProblems PlwProblems;

PlwProblems *plw_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void plw_problems_free (PlwProblems *problems);

/**
 * plw_problems_add:
 * @what: (transfer full): freed by the list
 * @remedy: (transfer full) (nullable)
 */
void plw_problems_add (PlwProblems *problems,
                       PlwSeverity severity,
                       const char *table,
                       size_t row,
                       const char *key,
                       const char *column,
                       char *what,
                       char *remedy);

/* A problem of another list, with its place. */
void plw_problems_add_copy (PlwProblems *problems, const PlwProblem *problem);

/**
 * plw_problems_add_unseen:
 * @known: (nullable): problems that are known beside those of @problems
 *
 * Adds those of @more whose sentences are in neither list.
 */
void plw_problems_add_unseen (PlwProblems *problems, const PlwProblems *known, const PlwProblems *more);

/**
 * plw_problems_set_place:
 * @place: (transfer full) (nullable): of the problem added last: how the file it was found in
 *   calls the place
 */
void plw_problems_set_place (PlwProblems *problems, char *place);

/* The same place as numbers, for those who show the file. */
void plw_problems_set_file_cell (PlwProblems *problems, size_t row, size_t column);

size_t plw_problems_count (const PlwProblems *problems, PlwSeverity severity);
size_t plw_problems_size (const PlwProblems *problems);
const PlwProblem *plw_problems_get (const PlwProblems *problems, size_t index);

/**
 * plw_problems_to_text:
 * Returns: (transfer full): a sentence a line
 */
char *plw_problems_to_text (const PlwProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwProblems, plw_problems_free)

G_END_DECLS
