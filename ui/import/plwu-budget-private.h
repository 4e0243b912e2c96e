/* plwu-budget-private.h: the parts of the import of a budget table, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * plwu-budget-window.c   the window: choosing, reading, taking
 * plwu-budget-options.c  what can be said about a table
 * plwu-budget-found.c    how it was read, what was found and what comes in, in words
 * plwu-budget-rows.c     the table as it was read
 * plwu-budget-news.c     the rows of the plan that come of it
 */
#pragma once

#include "plwu-budget-window.h"
#include "plwu-picker.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

struct _PlwuBudgetWindow
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuDocument *document;
  char *path;                    /* (nullable) */
  PlwuBudgetReading *reading;    /* (nullable) */
  GStrv sheets;                  /* (nullable): of the file */
  GCancellable *cancellable;     /* (nullable): of a file that is read for the first time */
  GtkFileChooserNative *chooser; /* (nullable) */
  GPtrArray *lines;              /* codes of the lines that can be chosen */
  GArray *places;                /* of PlwuBudgetPlace: for each row of the list of findings */

  gboolean is_running;
  gboolean is_rerun_wanted;
  gboolean is_new_table; /* nothing was said about it yet */
  gboolean is_filling;   /* controls get values that nobody chose */

  /* Template widgets */
  GtkButton *choose;
  GtkLabel *file;
  GtkBox *sheet_box;
  PlwuPicker *sheet;
  GtkBox *part_box;
  PlwuPicker *part;
  GtkStack *content;
  GtkStack *views;
  GtkStackPage *found_page;
  GtkBox *figures_box;
  PlwuPicker *figures;
  GtkScrolledWindow *rows_scroller;
  GtkListBox *found;
  GtkLabel *summary;
  GtkScrolledWindow *news_scroller;
  GtkBox *ties_box;
  GtkLabel *ties;
  GtkSpinner *spinner;
  GtkLabel *message;
  GtkButton *cancel;
  GtkButton *take;

  /* What can be said about the table */
  GtkBox *doubt;
  GtkLabel *doubt_text;
  GtkButton *doubt_first;
  GtkButton *doubt_second;
  PlwuPicker *shape;
  GtkLabel *shape_reading;
  PlwuPicker *unit;
  GtkLabel *unit_reading;
  PlwuPicker *signs;
  GtkLabel *signs_reading;
  PlwuPicker *years;
  PlwuPicker *year;
  GtkLabel *year_reading;
  PlwuPicker *line;
  GtkCheckButton *empty_is_nothing;
  GtkCheckButton *accepts;
  GtkLabel *sums_reading;

  PlwuSheet *rows;
  PlwuSheet *news;
};

/* A cell of the table that something was found in; no row: in none. */
typedef struct
{
  size_t row;
  size_t column;
} PlwuBudgetPlace;

/* plwu-budget-window.c: reads the table again; while it is read, after it. */
void plwu_budget_window_run (PlwuBudgetWindow *self);

/* plwu-budget-options.c */
void plwu_budget_options_init (PlwuBudgetWindow *self);

/* Of another file or sheet; @keeps_sheet: of a sheet that was chosen. */
void plwu_budget_options_reset (PlwuBudgetWindow *self, gboolean keeps_sheet);
void plwu_budget_options_get (PlwuBudgetWindow *self, PlwBudgetOptions *ret_options);

/* After a reading. */
void plwu_budget_options_show (PlwuBudgetWindow *self);

/* plwu-budget-found.c */
void plwu_budget_found_init (PlwuBudgetWindow *self);
void plwu_budget_found_show (PlwuBudgetWindow *self);
void plwu_budget_found_forget (PlwuBudgetWindow *self);

/* Returns: (transfer full): what keeps it from coming in, or what is to be known before it does */
char *plwu_budget_found_say (PlwuBudgetWindow *self);

/* Returns: (transfer full): @text with a capital, as it begins a sentence */
char *plwu_budget_found_begin (const char *text) G_GNUC_WARN_UNUSED_RESULT;

#define PLWU_TYPE_BUDGET_ROWS (plwu_budget_rows_get_type ())

G_DECLARE_FINAL_TYPE (PlwuBudgetRows, plwu_budget_rows, PLWU, BUDGET_ROWS, GObject)

/**
 * plwu_budget_rows_new:
 * @budget: (transfer none): outlives the model
 * @part: (nullable): the one of several tables that is wanted
 * @shows_levels: what the rows come to in each year, in pounds; else figures as they are printed
 *
 * The rows of the table, what each was taken for, and figures; those that contradict others are marked.
 */
PlwuSheetModel *plwu_budget_rows_new (const PlwBudget *budget,
                                      const char *part,
                                      gboolean shows_levels) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: FALSE where the model does not show the cell */
gboolean plwu_budget_rows_find (PlwuBudgetRows *self,
                                const PlwuBudgetPlace *place,
                                guint *ret_row,
                                guint *ret_column);

/* Figures of the years that are missing in rows that have others. */
guint plwu_budget_rows_count_missing (const PlwBudget *budget);

/* plwu-budget-news.c: rows that are new or that change, with what they then have. */
PlwuSheetModel *plwu_budget_news_new (const PlwEdit *edit, const PlwPlan *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
