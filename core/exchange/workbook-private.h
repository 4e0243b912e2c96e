/* workbook-private.h: what the makers of the committee workbook's sheets share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A book keeps its first error and does nothing after it, so that the sheets'
 * makers read as a list of what is on the sheet. Nothing is on disk before
 * plw_book_close().
 */
#pragma once

#include <placewright/exchange.h>

#include <xlsxwriter.h>

typedef enum
{
  PLW_STYLE_TITLE,
  PLW_STYLE_SUBTITLE,
  PLW_STYLE_ABOUT,
  PLW_STYLE_SECTION,
  PLW_STYLE_HEAD,
  PLW_STYLE_HEAD_RIGHT,
  PLW_STYLE_BAND,
  PLW_STYLE_HEAD_INSIDE,
  PLW_STYLE_TEXT,
  PLW_STYLE_TEXT_INSIDE,
  PLW_STYLE_STRONG,
  PLW_STYLE_LINK,
  PLW_STYLE_MONEY,
  PLW_STYLE_STRONG_MONEY,
  PLW_STYLE_PENCE,
  PLW_STYLE_PERCENT,
  PLW_STYLE_SHARE,
  PLW_STYLE_NUMBER,
  PLW_STYLE_INTEGER,
  PLW_STYLE_RIGHT,
  PLW_STYLE_SUBTOTAL,
  PLW_STYLE_SUBTOTAL_MONEY,
  PLW_STYLE_TOTAL,
  PLW_STYLE_TOTAL_MONEY,
  PLW_STYLE_TOTAL_SHARE,
  PLW_N_STYLES,
} PlwStyle;

/* In characters, as spreadsheets count widths. */
#define PLW_WIDTH_NAME 42.0

/* The Government Analysis Function's palette. */
#define PLW_INK_BLUE 0x12436D
#define PLW_INK_TEAL 0x28A197
#define PLW_INK_ORANGE 0xF46A25
#define PLW_INK_GREY 0x3D3D3D

typedef struct _PlwSheet PlwSheet;

typedef struct
{
  /* Owned */
  lxw_workbook *workbook;
  GPtrArray *sheets;
  char *title;
  char *strapline;
  char *scenario;
  GDateTime *when;
  GError *error;
  GHashTable *rows[PLW_N_TABLES];

  /* Borrowed: outlive the export */
  const PlwResult *result;
  const PlwResult *other;
  const PlwProblems *problems;
  const PlwPlan *plan;

  /* Borrowed: owned by the workbook */
  lxw_format *styles[PLW_N_STYLES];

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
 * @note: the last note that was written in full
 * @is_annex: whether it holds detail that a reader can do without
 */
struct _PlwSheet
{
  PlwBook *book;
  lxw_worksheet *worksheet;
  char *name;
  char *about;
  lxw_row_t row;
  lxw_row_t head_row;
  lxw_row_t last_row;
  lxw_col_t n_columns;
  GArray *widths;
  size_t n_lines;
  uint16_t pages_tall;
  bool is_annex;

  /* Borrowed: the plan's */
  const char *note;
};

/**
 * plw_book_new:
 * @path: where plw_book_close() writes
 * @tmpdir: a folder for the library's scratch files
 * @when: (transfer none): when the workbook is made
 */
PlwBook *plw_book_new (const PlwResult *result,
                       const PlwResult *other,
                       const PlwProblems *problems,
                       const char *path,
                       const char *tmpdir,
                       GDateTime *when) G_GNUC_WARN_UNUSED_RESULT;

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
void plw_sheet_formula (PlwSheet *sheet,
                        lxw_col_t column,
                        const char *formula,
                        int64_t pence,
                        PlwStyle style);
void plw_sheet_link (PlwSheet *sheet, lxw_col_t column, const PlwSheet *target);

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
char *plw_book_scenario_name (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *plw_book_policy_name (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *plw_book_policy_words (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
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

/* Figures */
typedef struct
{
  size_t n_agree;
  size_t n_differ;
  size_t n_warnings;
} PlwControls;

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

/* The sheets, each in its file. They return nothing: errors are the book's. */
PlwSheet *plw_book_add_cover (PlwBook *book);
void plw_book_fill_cover (PlwBook *book, PlwSheet *sheet, const PlwControls *controls);
void plw_book_add_summary (PlwBook *book);
void plw_book_add_need (PlwBook *book);
void plw_book_add_shortfall (PlwBook *book);
void plw_book_add_pots (PlwBook *book);
void plw_book_add_allocation (PlwBook *book);
void plw_book_add_capital (PlwBook *book);
void plw_book_add_programmes (PlwBook *book);
void plw_book_add_assumptions (PlwBook *book);
void plw_book_add_inputs (PlwBook *book);
void plw_book_add_base_budgets (PlwBook *book);
void plw_book_add_changes (PlwBook *book);
void plw_book_add_sources (PlwBook *book);
PlwControls plw_book_add_checks (PlwBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwBook, plw_book_free)
