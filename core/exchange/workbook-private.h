/* workbook-private.h: what the makers of the committee workbook's sheets share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A book keeps its first error and does nothing after it, so that the sheets'
 * makers read as a list of what is on the sheet. Nothing is on disk before
 * plw_book_close().
 */
#pragma once

#include "engine/result-private.h"
#include "exchange/workbook-layout.h"
#include "exchange/workbook-style.h"

#include <placewright/exchange.h>

#include <xlsxwriter.h>

/* The sheets of the working workbook, in the order of their tabs. */
typedef enum
{
  PLW_TAB_COVER,
  PLW_TAB_CONTENTS,
  PLW_TAB_GUIDE,
  PLW_TAB_SUMMARY,
  PLW_TAB_NEED,
  PLW_TAB_FUNDED,
  PLW_TAB_SHORTFALL,
  PLW_TAB_ONE_POT,
  PLW_TAB_POTS,
  PLW_TAB_BRIDGE,
  PLW_TAB_CHANGES,
  PLW_TAB_CAPITAL,
  PLW_TAB_PREVENTION,
  PLW_TAB_PARTNERS,
  PLW_TAB_SCENARIOS,
  PLW_TAB_CHECKS,
  PLW_TAB_RECONCILIATION,
  PLW_TAB_LOG,
  PLW_TAB_ASSUMPTIONS,
  PLW_TAB_BASE,
  PLW_TAB_POT_INPUTS,
  PLW_TAB_PROJECT_INPUTS,
  PLW_TAB_PROGRAMME_INPUTS,
  PLW_TAB_EFFECTS,
  PLW_TAB_SETTINGS,
  PLW_TAB_SOURCES,
  PLW_TAB_INDICES,
  PLW_TAB_COSTS,
  PLW_TAB_KNOCK_ON,
  PLW_TAB_NEED_WORKING,
  PLW_TAB_BENEFITS,
  PLW_TAB_LOANS,
  PLW_TAB_ALLOCATION,
  PLW_N_TABS,
} PlwTab;

/* What a sheet holds, which its tab's colour says too. */
typedef enum
{
  PLW_ROLE_OUTPUT,
  PLW_ROLE_INPUT,
  PLW_ROLE_WORKING,
} PlwRole;

/* The document's properties in which a paper says what it was made of. */
#define PLW_PROPERTY_FORM "Placewright form"
#define PLW_PROPERTY_NEGATIVES "Placewright negatives"
#define PLW_PROPERTY_SCENARIO "Placewright scenario"
#define PLW_PROPERTY_POLICY "Placewright policy"
#define PLW_PROPERTY_FINGERPRINT "Placewright fingerprint"
#define PLW_PROPERTY_VERSION "Placewright version"
#define PLW_PROPERTY_MADE "Placewright made"
#define PLW_PROPERTY_LOG "Placewright log"
#define PLW_PROPERTY_LANGUAGE "Placewright language"

/* In characters, as spreadsheets count widths. */
#define PLW_WIDTH_NAME 42.0

/* The Government Analysis Function's palette. */
#define PLW_INK_BLUE 0x12436D
#define PLW_INK_TEAL 0x28A197
#define PLW_INK_ORANGE 0xF46A25
#define PLW_INK_GREY 0x3D3D3D

typedef struct
{
  /* Owned */
  lxw_workbook *workbook;
  GPtrArray *sheets;
  PlwLayout *layout;
  char *title;
  char *strapline;
  char *scenario;
  char *fingerprint;
  GDateTime *when;
  GError *error;
  GHashTable *rows[PLW_N_TABLES];

  /* Borrowed: outlive the export */
  const PlwPaper *paper;
  const PlwResult *result;
  const PlwResult *other;
  const PlwProblems *problems;
  const PlwPlan *plan;
  const PlwModel *model;

  /* Borrowed: owned by the workbook */
  lxw_format *styles[PLW_N_STYLES];

  /* NULL where the plan has nothing for the sheet */
  PlwSheet *tabs[PLW_N_TABS];

  size_t n_years;

  /* The largest amount of a year, for the widths of columns. */
  int64_t most;
} PlwBook;

/**
 * PlwSheet: a sheet being filled from the top down.
 * @about: what the sheet answers, one sentence; on the sheet and on the cover
 * @row: the row that is being written
 * @head_row: the row of the column headings
 * @n_columns: how many columns have a heading
 * @last_row: the last row that is printed
 * @n_lines: how many lines the texts of the row being written need
 * @pages_tall: 0: as many as it takes
 * @scale: how much larger than usual its letters are
 * @note: the last note that was written in full
 * @title: (nullable): as it may stand above a printed page
 * @prefix: the name as it begins a reference from another sheet
 */
struct _PlwSheet
{
  PlwBook *book;
  lxw_worksheet *worksheet;
  char *name;
  char *prefix;
  char *title;
  char *about;
  PlwRole role;
  lxw_row_t row;
  lxw_row_t head_row;
  lxw_row_t last_row;
  lxw_col_t n_columns;
  GArray *widths;
  size_t n_lines;
  uint16_t pages_tall;
  double scale;

  /* Borrowed: the plan's */
  const char *note;
};

/**
 * PlwScratchFunc:
 * @scratch: the file to write
 * @tmpdir: a folder for the library's scratch files
 * @when: when the workbook is made
 */
typedef bool (
    *PlwScratchFunc) (const char *scratch, const char *tmpdir, GDateTime *when, void *data, GError **error);

/**
 * plw_scratch_write:
 *
 * Has a workbook written beside, looks through it, and puts it in place durably or not at all.
 */
bool plw_scratch_write (const char *path, PlwScratchFunc func, void *data, GError **error);

/**
 * plw_book_new:
 * @path: where plw_book_close() writes
 * @tmpdir: a folder for the library's scratch files
 * @when: (transfer none): when the workbook is made
 */
PlwBook *plw_book_new (const PlwPaper *paper, const char *path, const char *tmpdir, GDateTime *when)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_book_close:
 *
 * Writes the file. The book may only be freed after that.
 */
bool plw_book_close (PlwBook *book, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void plw_book_free (PlwBook *book);

/**
 * plw_book_verify:
 * Returns: whether the bytes are a workbook all of whose parts are whole
 */
bool plw_book_verify (const void *bytes, size_t size, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_book_try:
 *
 * Keeps the first failure of a call into the library.
 */
void plw_book_try (PlwBook *book, lxw_error code);

/**
 * plw_book_add_sheet:
 * @name: made safe and unique
 * @title: (nullable): NULL: the sheet writes its own heading
 *
 * Returns: (transfer none): a sheet with its heading written
 */
PlwSheet *plw_book_add_sheet (PlwBook *book, const char *name, const char *title, const char *about);

/**
 * plw_text_clean:
 * Returns: (transfer full): @text as a workbook can hold it: valid UTF-8 without
 *   control characters, cut (and saying so) where it is longer than a cell
 */
char *plw_text_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Column headings, left to right, then plw_sheet_open_body(). */
void plw_sheet_head (PlwSheet *sheet, const char *text, double width, PlwStyle style);
void plw_sheet_width (PlwSheet *sheet, double width);

/**
 * plw_sheet_head_years:
 * @most: the largest amount below; the columns are as wide as it needs
 */
void plw_sheet_head_years (PlwSheet *sheet, int64_t most, bool with_total);
double plw_money_width (int64_t pence);

/**
 * plw_sheet_open_body:
 * @n_still: how many columns stay in view and are repeated on every page
 */
void plw_sheet_open_body (PlwSheet *sheet, lxw_col_t n_still);

/**
 * plw_sheet_next:
 *
 * Ends the row being written, as high as its texts need.
 */
void plw_sheet_next (PlwSheet *sheet);

/* A low row of nothing. */
void plw_sheet_gap (PlwSheet *sheet);

/* Cells of the row being written. Text never becomes a formula. */
void plw_sheet_text (PlwSheet *sheet, lxw_col_t column, const char *text, PlwStyle style);
void plw_sheet_money (PlwSheet *sheet, lxw_col_t column, int64_t pence, PlwStyle style);
void plw_sheet_number (PlwSheet *sheet, lxw_col_t column, double number, PlwStyle style);

/**
 * plw_sheet_calc:
 * @value: what the formula comes to, by the engine
 * @format: a formula, with references
 */
void plw_sheet_calc (PlwSheet *sheet, lxw_col_t column, double value, PlwStyle style, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* The same of a text. */
void plw_sheet_calc_text (PlwSheet *sheet,
                          lxw_col_t column,
                          const char *value,
                          PlwStyle style,
                          const char *format,
                          ...) G_GNUC_PRINTF (5, 6);

/**
 * plw_sheet_sum_years:
 * @column: of the total; the years stand before it
 * @total: pence
 */
void plw_sheet_sum_years (PlwSheet *sheet, lxw_col_t column, int64_t total, PlwStyle style);

/* The same of figures that are not whole pence. Pounds. */
void plw_sheet_sum_values (PlwSheet *sheet, lxw_col_t column, double total, PlwStyle style);

void plw_sheet_link (PlwSheet *sheet, lxw_col_t column, const PlwSheet *target);

/**
 * plw_sheet_filter:
 *
 * Lets people filter the rows between the headings and here.
 */
void plw_sheet_filter (PlwSheet *sheet);

/* Blank cells in @style from @column to the last one. */
void plw_sheet_fill (PlwSheet *sheet, lxw_col_t column, PlwStyle style);

/**
 * plw_sheet_years:
 * @pence: (array): a figure for each year
 * @with_total: add the sum across, as a formula
 */
void plw_sheet_years (PlwSheet *sheet,
                      lxw_col_t column,
                      const int64_t *pence,
                      bool with_total,
                      PlwStyle style);

/**
 * plw_sheet_subtotal:
 * @sum: of the column from @first_row to the row above; what are subtotals
 *   themselves does not count
 */
void plw_sheet_subtotal (PlwSheet *sheet, lxw_col_t column, lxw_row_t first_row, int64_t sum, PlwStyle style);

/**
 * plw_sheet_subtotals:
 * @sums: (array): the same for each year's column
 */
void plw_sheet_subtotals (PlwSheet *sheet,
                          lxw_col_t column,
                          lxw_row_t first_row,
                          const int64_t *sums,
                          bool with_total,
                          PlwStyle style);

/* A whole row of one text, in @style to the last column. */
void plw_sheet_band (PlwSheet *sheet, const char *text, PlwStyle style);

/**
 * plw_sheet_pages_wide:
 * Returns: how many pages beside each other the sheet is printed on
 */
uint16_t plw_sheet_pages_wide (const PlwSheet *sheet);

/**
 * plw_sheet_close:
 *
 * Sets up the printed page, once everything is written.
 */
void plw_sheet_close (PlwSheet *sheet);

/* Words */
bool plw_book_is_today (const PlwResult *result);
char *plw_book_use_name (const PlwUse *use) G_GNUC_WARN_UNUSED_RESULT;
const char *plw_book_use_kind (const PlwUse *use);
char *plw_book_money (int64_t pence) G_GNUC_WARN_UNUSED_RESULT;
const char *plw_book_year (const PlwBook *book, size_t year);

/**
 * plw_book_find_row:
 * @code: of a row of one of the tables that are referred to
 */
bool plw_book_find_row (const PlwBook *book, PlwTableId table, const char *code, size_t *ret_row);

/**
 * plw_book_row_name:
 * Returns: (transfer none): what people call the row; @code where there is none
 */
const char *plw_book_row_name (const PlwBook *book, PlwTableId table, const char *code);

/* The pot that is the general reserve. */
bool plw_book_find_reserve (const PlwBook *book, size_t *ret_pot);

/* Figures */
int64_t plw_book_total (const PlwResult *result, PlwSum sum);
int64_t plw_book_years_total (const PlwBook *book, const int64_t *pence);
void plw_book_add_years (const PlwBook *book, int64_t *sums, const int64_t *pence);
int64_t *plw_book_use_shortfall (const PlwBook *book, size_t use) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_book_other_shortfall:
 * Returns: the shortfall over all years of the same use in the other result;
 *   0 where it has no such use
 */
int64_t plw_book_other_shortfall (const PlwBook *book, size_t use);

/**
 * plw_book_fence_cost:
 * @ours, @theirs: shortfalls in the result and in the other
 * Returns: what the ring-fences cost: the stricter policy's less the freer one's
 */
int64_t plw_book_fence_cost (const PlwBook *book, int64_t ours, int64_t theirs);

/* Pounds of an exact amount of pence in PLW_FINE. */
double plw_book_pounds (PlwWide fine);

/* Writing a table of inputs */

/* A column of a plan's table and its width; @column -1 ends a list. */
typedef struct
{
  int column;
  double width;
} PlwPick;

/**
 * plw_inputs_table:
 * @rows: (array length=n_rows): of the plan's table
 * @picks: columns before the years
 * @after: columns after the years
 *
 * Writes headings and rows, one below the other.
 *
 * Returns: the row of the first
 */
lxw_row_t plw_inputs_table (PlwSheet *sheet,
                            PlwTableId table,
                            const size_t *rows,
                            size_t n_rows,
                            const PlwPick *picks,
                            const PlwPick *after);

/* A cell of the plan as it counts: its fallback where it is empty. */
void plw_inputs_cell (PlwSheet *sheet, lxw_col_t at, PlwTableId table, size_t row, size_t column);
double plw_book_decimal (int64_t billionths);

/* Headings of a sheet of calculations: two of text, the base year, the years. */
void plw_working_heads (PlwSheet *sheet, const char *first, const char *second);

/* "Wages: pay", in two cells of text. */
void plw_working_labels (PlwSheet *sheet, const char *first, const char *second);

/**
 * plw_book_cost_rows:
 * Returns: (transfer full): rows of the table of costs in the order of the model's elements
 */
size_t *plw_book_cost_rows (const PlwBook *book) G_GNUC_WARN_UNUSED_RESULT;

/* The rows of the sheet of changes: enabled ones by line, then kind. */
typedef struct
{
  size_t row;
  size_t line;
  PlwChangeKind kind;
} PlwChangeRow;

GArray *plw_book_change_rows (const PlwBook *book) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_book_knock_on_order:
 * Returns: (transfer full): the model's spillovers by the line they reach
 */
size_t *plw_book_knock_on_order (const PlwBook *book) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plw_book_effect_order:
 * Returns: (transfer full): the model's effects as the sheets have them: by line,
 *   those without a line last
 */
size_t *plw_book_effect_order (const PlwBook *book) G_GNUC_WARN_UNUSED_RESULT;
size_t plw_book_n_line_effects (const PlwBook *book);

/* What is referred to before it is written gets its place first. */
void plw_book_reserve_benefits (PlwBook *book);
void plw_book_reserve_knock_on (PlwBook *book);
void plw_book_reserve_shortfall (PlwBook *book);

/* Uses under one heading on the sheets of need and of what is funded. */
typedef struct
{
  const char *title;
  PlwUseKind kind;
  const char *partner; /* (nullable): NULL: every partner */
} PlwSection;

GArray *plw_book_sections (const PlwBook *book) G_GNUC_WARN_UNUSED_RESULT;
const char *plw_book_duty (const PlwUse *use);
bool plw_section_has (const PlwSection *section, const PlwUse *use);

/* A need's parts by line and year, exact, as the engine adds them up. */
void plw_book_need_parts (const PlwBook *book, size_t line, int year, PlwWide *ret_parts);
const char *plw_book_part_label (PlwNeedPart part);
int64_t plw_book_base_need (const PlwBook *book, size_t line);

/* By which a part of lines' needs moved, in pounds. */
double plw_book_movement (const PlwBook *book, size_t part, int year);
size_t plw_book_worst_year (const PlwBook *book);

/* A use under a band of its own: need, what pays for it, shortfall. */
void plw_book_write_use (PlwSheet *sheet, size_t index);

/* Tables of the publication workbook */
typedef struct
{
  PlwSheet *sheet;
  GPtrArray *heads;
  GArray *is_right;
  lxw_row_t first_row;
  lxw_col_t column;
} PlwTable;

/**
 * plw_table_begin:
 * @name: of the sheet, and of the table but for its spaces
 * @about: what the table holds, one sentence
 *
 * A sheet with one table. Columns come first, then rows, cell by cell.
 */
PlwTable *plw_table_begin (PlwBook *book, const char *name, const char *title, const char *about);
void plw_table_column (PlwTable *table, const char *head, double width, bool is_right);
void plw_table_years (PlwTable *table, const char *format, bool with_total);

/* An empty text is printed as the mark for “not applicable”. */
void plw_table_text (PlwTable *table, const char *text);
void plw_table_money (PlwTable *table, int64_t pence);
void plw_table_percent (PlwTable *table, int64_t percent);
void plw_table_ratio (PlwTable *table, double ratio);
void plw_table_pence (PlwTable *table, const int64_t *years, bool with_total);
void plw_table_next (PlwTable *table);
void plw_table_end (PlwTable *table);
void plw_book_add_plain_tables (PlwBook *book);
void plw_book_add_plain_inputs (PlwBook *book);

/* "Cost elements, row 12 (roads/pay), base" */
char *plw_book_place (const PlwProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* Charts */
typedef struct
{
  lxw_row_t row;
  lxw_color_t ink;
  bool is_hatched;
} PlwSeries;

/**
 * plw_chart_add:
 * @type: of the library's charts
 * @series: (array length=n_series): rows of the sheet; the years start in @column
 * @place: 0, 1 ...: beside each other
 * @words: what the chart shows, for those who do not see it
 */
void plw_chart_add (PlwSheet *sheet,
                    lxw_chart_type type,
                    const char *title,
                    const PlwSeries *series,
                    size_t n_series,
                    lxw_col_t column,
                    size_t place,
                    const char *words);

/* Rows that a chart takes. */
#define PLW_CHART_ROWS 17

/* The sheets of the working workbook, each in its file. They return nothing: errors
 * are the book's. Each does nothing where its tab is not there.
 */
void plw_book_fill_working (PlwBook *book);
void plw_book_fill_publication (PlwBook *book);
void plw_book_fill_cover (PlwBook *book);
void plw_book_fill_contents (PlwBook *book);
void plw_book_fill_guide (PlwBook *book);
void plw_book_fill_summary (PlwBook *book);
void plw_book_fill_need (PlwBook *book);
void plw_book_fill_funded (PlwBook *book);
void plw_book_fill_shortfall (PlwBook *book);
void plw_book_fill_one_pot (PlwBook *book);
void plw_book_fill_pots (PlwBook *book);
void plw_book_fill_bridge (PlwBook *book);
void plw_book_fill_changes (PlwBook *book);
void plw_book_fill_capital (PlwBook *book);
void plw_book_fill_prevention (PlwBook *book);
void plw_book_fill_partners (PlwBook *book);
void plw_book_fill_scenarios (PlwBook *book);
void plw_book_fill_checks (PlwBook *book);
void plw_book_fill_reconciliation (PlwBook *book);
void plw_book_fill_log (PlwBook *book);
void plw_book_fill_assumptions (PlwBook *book);
void plw_book_fill_base (PlwBook *book);
void plw_book_fill_pot_inputs (PlwBook *book);
void plw_book_fill_project_inputs (PlwBook *book);
void plw_book_fill_programme_inputs (PlwBook *book);
void plw_book_fill_effects (PlwBook *book);
void plw_book_fill_settings (PlwBook *book);
void plw_book_fill_sources (PlwBook *book);
void plw_book_fill_indices (PlwBook *book);
void plw_book_fill_costs (PlwBook *book);
void plw_book_fill_knock_on (PlwBook *book);
void plw_book_fill_need_working (PlwBook *book);
void plw_book_fill_benefits (PlwBook *book);
void plw_book_fill_loans (PlwBook *book);
void plw_book_fill_allocation (PlwBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwBook, plw_book_free)
