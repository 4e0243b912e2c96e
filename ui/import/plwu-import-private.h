/* plwu-import-private.h: the pages of the import, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * plwu-import-window.c   the window: its pages, reading and trying
 * plwu-import-rows.c     the first page: which rows
 * plwu-import-columns.c  the second: which column is which field
 * plwu-import-found.c    the third: what comes in, and what is wrong with it
 * plwu-import-totals.c   beside that: whether it adds up
 */
#pragma once

#include "plwu-import-models.h"
#include "plwu-import-window.h"
#include "plwu-picker.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

struct _PlwuImportWindow
{
  AdwWindow parent_instance;

  /* Owned */
  PlwuDocument *document;
  PlwuImportSource *source;     /* (nullable) */
  PlwuImportFindings *findings; /* (nullable): of the last run */
  GCancellable *cancellable;    /* of what is being read; (nullable) */
  GtkFileChooserNative *chooser;
  GPtrArray *fields;   /* of the table: their names, "" first, as the lists have them */
  GPtrArray *choosers; /* of PlwuPicker, one for each column; borrowed */
  GHashTable *sums;    /* field to what was typed as its total */
  char *typed_rows;    /* what was typed as the number of rows */
  guint rerun_id;

  PlwTableId table; /* wanted; PLW_N_TABLES: guessed */
  PlwuImportStep step;
  gboolean is_running;
  gboolean is_rerun_wanted;
  gboolean is_filling; /* controls get values that nobody chose */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkLabel *heading;
  GtkLabel *hint;
  GtkStack *pages;
  GtkLabel *message;
  GtkButton *next;
  GtkSpinner *spinner;
  GtkButton *cancel;

  /* The first page */
  GtkButton *choose;
  GtkLabel *file;
  GtkStack *rows_stack;
  PlwuPicker *sheets;
  GtkSpinButton *header;
  PlwuPicker *tables;
  PlwuPicker *scales;
  GtkLabel *notes;
  GtkScrolledWindow *lines_scroller;

  /* The second page */
  GtkScrolledWindow *columns_scroller;
  GtkScrolledWindow *constants_scroller;

  /* The third page */
  GtkLabel *summary;
  GtkScrolledWindow *preview_scroller;
  GtkScrolledWindow *totals_scroller;
  GtkBox *problems_box;
  GtkLabel *problems_heading;
  GtkScrolledWindow *problems_scroller;
  GtkCheckButton *remember;

  PlwuSheet *lines;
  PlwuSheet *preview;
  PlwuSheet *problems;
};

/* plwu-import-window.c */
void plwu_import_window_tell (PlwuImportWindow *self, const char *text, gboolean is_fault);
void plwu_import_window_show_step (PlwuImportWindow *self, PlwuImportStep step);
void plwu_import_window_set_busy (PlwuImportWindow *self, gboolean is_busy, const char *what);

/* Tries the import again; while a run is under way, after it. */
void plwu_import_window_run (PlwuImportWindow *self);

/* plwu-import-rows.c */
void plwu_import_rows_init (PlwuImportWindow *self);
void plwu_import_rows_fill (PlwuImportWindow *self);
void plwu_import_rows_choose (PlwuImportWindow *self);
void plwu_import_rows_paste (PlwuImportWindow *self);

/* plwu-import-columns.c */
void plwu_import_columns_fill (PlwuImportWindow *self);
gboolean plwu_import_columns_focus (PlwuImportWindow *self);

/* Returns: (transfer full) (nullable): what keeps one from going on */
char *plwu_import_columns_find_fault (PlwuImportWindow *self);

/* plwu-import-found.c */
void plwu_import_found_init (PlwuImportWindow *self);
void plwu_import_found_forget (PlwuImportWindow *self);
void plwu_import_found_show (PlwuImportWindow *self);

/* plwu-import-totals.c */
void plwu_import_totals_fill (PlwuImportWindow *self);

/* After a run. */
void plwu_import_totals_show (PlwuImportWindow *self);

/* Tells the import what was typed; sets a message where that is not understood. */
gboolean plwu_import_totals_expect (PlwuImportWindow *self);

G_END_DECLS
