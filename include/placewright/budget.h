/* budget.h: a published budget table, read by the arithmetic that holds in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Councils print their medium-term tables in a handful of shapes, with either habit of signs. The sums that
 * hold over rows, columns and years show which it is; where they do not decide, nothing is taken until
 * somebody says.
 */
#pragma once

#include <placewright/import.h>

G_BEGIN_DECLS

/**
 * PlwBudgetShape: what the figures of a table are.
 * @PLW_BUDGET_AUTO: whatever the table's own arithmetic and words say
 * @PLW_BUDGET_LEVELS: every year's budget
 * @PLW_BUDGET_MOVEMENTS: every year's change
 * @PLW_BUDGET_BUILD_UP: from each year's base over its changes to the next year's base
 * @PLW_BUDGET_GAP: base, funding and the cumulative savings requirement, with each year's requirement
 * @PLW_BUDGET_MIXED: the first year's budget, then every year's change
 * @PLW_BUDGET_CAPITAL: what a capital programme spends in each year
 */
typedef enum
{
  PLW_BUDGET_AUTO,
  PLW_BUDGET_LEVELS,
  PLW_BUDGET_MOVEMENTS,
  PLW_BUDGET_BUILD_UP,
  PLW_BUDGET_GAP,
  PLW_BUDGET_MIXED,
  PLW_BUDGET_CAPITAL,
  PLW_BUDGET_N_SHAPES,
} PlwBudgetShape;

/**
 * PlwBudgetSigns: how money that comes in is printed.
 * @PLW_BUDGET_SIGNED: funding, reserves and savings below 0
 * @PLW_BUDGET_UNSIGNED: all above 0
 */
typedef enum
{
  PLW_BUDGET_SIGNS_AUTO,
  PLW_BUDGET_SIGNED,
  PLW_BUDGET_UNSIGNED,
} PlwBudgetSigns;

/**
 * PlwBudgetYears: where the years of a table stand.
 * @PLW_BUDGET_YEARS_AUTO: wherever they are found
 * @PLW_BUDGET_ACROSS: in its headings, a column a year
 * @PLW_BUDGET_DOWN: at the beginning of its rows, a row a year
 */
typedef enum
{
  PLW_BUDGET_YEARS_AUTO,
  PLW_BUDGET_ACROSS,
  PLW_BUDGET_DOWN,
} PlwBudgetYears;

/**
 * PlwBudgetConfidence: how sure the reading is.
 * @PLW_BUDGET_TOLD: somebody said so
 * @PLW_BUDGET_CERTAIN: no other shape fits the arithmetic
 * @PLW_BUDGET_LIKELY: words and sizes decide between shapes that all fit
 * @PLW_BUDGET_UNDECIDED: nothing decides; the table cannot be imported until somebody says
 */
typedef enum
{
  PLW_BUDGET_TOLD,
  PLW_BUDGET_CERTAIN,
  PLW_BUDGET_LIKELY,
  PLW_BUDGET_UNDECIDED,
} PlwBudgetConfidence;

/**
 * PlwBudgetRole: what a row was taken for. Where years stand down the rows, a row here is a column of the
 * file.
 */
typedef enum
{
  PLW_BUDGET_SERVICE,
  PLW_BUDGET_PRESSURE,
  PLW_BUDGET_GROWTH,
  PLW_BUDGET_SAVING,
  PLW_BUDGET_INCOME,
  PLW_BUDGET_FUNDING,
  PLW_BUDGET_RESERVE,
  PLW_BUDGET_BASE,
  PLW_BUDGET_CLOSING,
  PLW_BUDGET_TOTAL,
  PLW_BUDGET_GAP_EACH_YEAR,
  PLW_BUDGET_GAP_CUMULATIVE,
  PLW_BUDGET_BALANCE,
  PLW_BUDGET_HEADING,
  PLW_BUDGET_OTHER,
  PLW_BUDGET_N_ROLES,
} PlwBudgetRole;

/**
 * PlwBudgetOptions: what somebody says about a table. All nothing: the table is asked.
 * @sheet: (nullable): of a workbook; NULL: the first with rows
 * @unit: pounds that one stands for: 1, 1000 or 1000000; 0: as the table says
 * @part: (nullable): which of several tables in one file is to be imported
 * @line: (nullable): code of the plan's line for changes of no service's own
 * @year: of a table with one column of figures and no year; 0: none
 * @is_empty_nothing: an empty cell stands for nothing where its column adds up without it
 * @accepts: to import a table that contradicts itself
 */
typedef struct
{
  const char *sheet;
  int64_t unit;
  PlwBudgetShape shape;
  PlwBudgetSigns signs;
  PlwBudgetYears years;
  const char *part;
  const char *line;
  int year;
  bool is_empty_nothing;
  bool accepts;
} PlwBudgetOptions;

typedef struct _PlwBudget PlwBudget;

/**
 * plw_budget_read:
 * @path: as plw_import_open() takes; with a column for each year, a row for each year, or a figure a row
 *
 * Fails with %PLW_ERROR_IO, %PLW_ERROR_FORMAT (no budget table, or years both across and down) or
 * %PLW_ERROR_NOT_FOUND (no such sheet or part).
 */
PlwBudget *plw_budget_read (const char *path,
                            const PlwBudgetOptions *options,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_budget_free (PlwBudget *self);

/* The shape it was read in; where that is undecided, the likelier of the two. */
PlwBudgetShape plw_budget_shape (const PlwBudget *self);
PlwBudgetSigns plw_budget_signs (const PlwBudget *self);
PlwBudgetConfidence plw_budget_confidence (const PlwBudget *self);

/* The next best shape, where it is undecided; else %PLW_BUDGET_AUTO. */
PlwBudgetShape plw_budget_other_shape (const PlwBudget *self);

size_t plw_budget_n_rows (const PlwBudget *self);
size_t plw_budget_n_years (const PlwBudget *self);
int plw_budget_year (const PlwBudget *self, size_t column);
const char *plw_budget_row_name (const PlwBudget *self, size_t row);
PlwBudgetRole plw_budget_row_role (const PlwBudget *self, size_t row);

/**
 * plw_budget_level:
 * @ret_pence: (out): what the row comes to in the year; in movements, above the year before the first.
 *   Money that comes in counts above 0.
 *
 * Returns: false where the table does not say
 */
bool plw_budget_level (const PlwBudget *self, size_t row, size_t column, int64_t *ret_pence);

/**
 * PlwBudgetFinding: a place where the table does not add up.
 * @row: the row that is wrong, or that the others do not add up to; SIZE_MAX: a balance that should be 0
 * @column: of the year; plw_budget_n_years() for the column of totals
 * @is_rounding: the difference is no more than rounding can make
 * @is_pinned: no other cell can be the wrong one
 * @printed, @expected: in pence
 */
typedef struct
{
  size_t row;
  size_t column;
  bool is_rounding;
  bool is_pinned;
  int64_t printed;
  int64_t expected;
} PlwBudgetFinding;

size_t plw_budget_n_findings (const PlwBudget *self);
const PlwBudgetFinding *plw_budget_finding (const PlwBudget *self, size_t index);
size_t plw_budget_n_contradictions (const PlwBudget *self);

/* How many sums were tried and hold, to the digit or but for rounding. */
size_t plw_budget_n_held (const PlwBudget *self);

/* Returns: (transfer full): which figure, what is printed and what it should be */
char *plw_budget_finding_to_text (const PlwBudget *self,
                                  const PlwBudgetFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the cell of the file, else its row or the file: “budget.csv, cell C4” */
char *plw_budget_finding_place (const PlwBudget *self,
                                const PlwBudgetFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/* The table as it is printed. The columns are the years and then those of totals. */
size_t plw_budget_n_columns (const PlwBudget *self);
const char *plw_budget_column_heading (const PlwBudget *self, size_t column);

/* Returns: (nullable): the heading that the row stands under */
const char *plw_budget_row_section (const PlwBudget *self, size_t row);

/* Returns: (nullable): which of several tables in the file the row is of */
const char *plw_budget_row_part (const PlwBudget *self, size_t row);

/* Returns: (transfer full): which rows add up to it, such as “ = Libraries, Waste”; "" where none do */
char *plw_budget_row_sum (const PlwBudget *self, size_t row) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the figure in the table's unit, with its decimals; NULL: no figure */
char *plw_budget_printed (const PlwBudget *self, size_t row, size_t column) G_GNUC_WARN_UNUSED_RESULT;

/* Pounds that one stands for, and whether the table or somebody says so. */
int64_t plw_budget_unit (const PlwBudget *self);
bool plw_budget_is_unit_said (const PlwBudget *self);

/* Whether the years stand down the rows of the file, so that a row here is one of its columns. */
bool plw_budget_is_down (const PlwBudget *self);

/* Tables that the file holds; none where it is one. */
size_t plw_budget_n_parts (const PlwBudget *self);
const char *plw_budget_part (const PlwBudget *self, size_t index);

/* Why it was read in this shape, and which cells could not be read, a sentence each. */
size_t plw_budget_n_reasons (const PlwBudget *self);
const char *plw_budget_reason (const PlwBudget *self, size_t index);
size_t plw_budget_n_remarks (const PlwBudget *self);
const char *plw_budget_remark (const PlwBudget *self, size_t index);

/* What people call them. */
const char *plw_budget_shape_title (PlwBudgetShape shape);
const char *plw_budget_role_title (PlwBudgetRole role);
const char *plw_budget_confidence_title (PlwBudgetConfidence confidence);
const char *plw_budget_signs_title (PlwBudgetSigns signs);

/**
 * plw_budget_to_text:
 * Returns: (transfer full): how the table was read and why, what each row was taken for, and where it
 * contradicts itself
 */
char *plw_budget_to_text (const PlwBudget *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_budget_run:
 * @problems: gets what was not taken and why (warnings) and what stops it (errors)
 * @ret_counts: (out): rows of the table
 * @ret_ties: (out) (transfer full): the plan's totals beside the table's, a line each
 *
 * Services become lines with a base budget and changes, funding becomes pots, a capital programme projects.
 * Totals, gaps and balances are compared with what the plan then has.
 *
 * Returns: (transfer full) (nullable): one edit; NULL with %PLW_ERROR_PLAN
 */
PlwEdit *plw_budget_run (PlwBudget *self,
                         const PlwPlan *plan,
                         PlwProblems *problems,
                         PlwImportCounts *ret_counts,
                         char **ret_ties,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwBudget, plw_budget_free)

G_END_DECLS
