/* plwu-sheet-private.h: what the parts of the sheet share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * plwu-sheet.c           the class, its model and public functions
 * plwu-sheet-face.c      what a cell shows
 * plwu-sheet-cell.c      the widget of the cursor's cell
 * plwu-sheet-layout.c    geometry: columns, panes, the pool of cells
 * plwu-sheet-scroll.c    scrolling, and what lies where
 * plwu-sheet-style.c     colours and drawing
 * plwu-sheet-cursor.c    cursor and selection
 * plwu-sheet-edit.c      the editor of a cell
 * plwu-sheet-spread.c    how a typed total goes to its rows
 * plwu-sheet-clipboard.c blocks: copy, paste, fill, clear
 * plwu-sheet-input.c     keys and pointer
 */
#pragma once

#include "plwu-scrolling.h"
#include "plwu-sheet-block.h"
#include "plwu-sheet-cell.h"
#include "plwu-sheet-face.h"
#include "plwu-sheet-keys.h"
#include "plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_SHEET_PADDING 6

/* Parts of the picture that scroll in their own ways. */
typedef enum
{
  PLWU_SHEET_PANE_BODY,
  PLWU_SHEET_PANE_FROZEN,
  PLWU_SHEET_PANE_TOTAL,
  PLWU_SHEET_PANE_TOTAL_FROZEN,
  PLWU_SHEET_N_PANES,
} PlwuSheetPane;

typedef struct
{
  guint row;
  guint column;
} PlwuSheetPlace;

struct _PlwuSheet
{
  GtkWidget parent_instance;

  /* Owned */
  PlwuSheetModel *model;
  GPtrArray *pool;   /* of PlwuSheetFace, cells of pool_rows + 1 rows (the last: totals) of pool_columns */
  GPtrArray *titles; /* PangoLayout of each column */
  GMenuModel *menu;

  /* Children; the widget tree owns them */
  GtkWidget *cursor_cells[2];
  GtkWidget *editor;
  GtkWidget *empty_label;
  GtkWidget *popover;        /* (nullable) */
  GtkWidget *spread_popover; /* (nullable) */

  /* Shape of the model, read at a reset */
  guint n_rows;
  guint n_columns;
  guint n_frozen_wanted;
  gboolean has_total;

  PlwuScrolling scrolling;

  /* Geometry in pixels */
  int *edges;     /* owned; where columns start, n_columns + 1 of them */
  int last_width; /* what the last column needs */
  guint n_frozen;
  int row_height;
  int char_width;
  int scroll_x; /* in reading direction */
  guint pool_rows;
  guint pool_columns;
  gboolean is_scrolling;    /* to the cursor, by the sheet itself */
  gboolean is_following;    /* the cursor was scrolled to and nobody scrolled since */
  gboolean is_widened;      /* a column grew in this allocation */
  gboolean needs_measuring; /* the columns */

  /* The cursor takes what is typed; the selection stretches from it to the lead */
  PlwuSheetPlace cursor;
  PlwuSheetPlace lead;
  guint front;          /* the cursor cell that shows the cursor */
  guint entry_column;   /* where Enter returns to after a run of Tabs */
  gboolean is_dragging; /* a block is being selected by the pointer */

  PlwuSheetPlace edited;
  char *edited_text; /* owned; what the editor started from */
  gboolean is_editing;
  gboolean is_committing;
  gboolean is_pasting;
};

/* plwu-sheet.c */
void plwu_sheet_emit_message (PlwuSheet *self, const char *text);
void plwu_sheet_emit_activated (PlwuSheet *self, guint row, guint column);
void plwu_sheet_emit_header_activated (PlwuSheet *self, guint column);
gboolean plwu_sheet_emit_edit_wanted (PlwuSheet *self, guint row, guint column, const char *text);
void plwu_sheet_emit_selection_changed (PlwuSheet *self);

/* plwu-sheet-layout.c */
gboolean plwu_sheet_is_rtl (PlwuSheet *self);
int plwu_sheet_get_scroll_y (PlwuSheet *self);
int plwu_sheet_get_frozen_width (PlwuSheet *self);
int plwu_sheet_get_total_top (PlwuSheet *self);
gboolean plwu_sheet_measure_font (PlwuSheet *self);
void plwu_sheet_measure_columns (PlwuSheet *self);
void plwu_sheet_allocate (PlwuSheet *self, int width, int height);
void plwu_sheet_unbind_rows (PlwuSheet *self, guint first_row, guint n_rows);
void plwu_sheet_drop_pool (PlwuSheet *self);
void plwu_sheet_get_pane_area (PlwuSheet *self, PlwuSheetPane pane, GdkRectangle *ret_area);
PlwuSheetPane plwu_sheet_get_pane (PlwuSheet *self, guint row, guint column);
void plwu_sheet_get_cell_area (PlwuSheet *self, guint row, guint column, GdkRectangle *ret_area);
int plwu_sheet_get_header_height (PlwuSheet *self);
int plwu_sheet_get_total_height (PlwuSheet *self);
guint plwu_sheet_get_page_rows (PlwuSheet *self);
guint plwu_sheet_get_last_row (PlwuSheet *self);

/* plwu-sheet-scroll.c */
void plwu_sheet_init_scrolling (PlwuSheet *self);
void plwu_sheet_init_scrollable (GtkScrollableInterface *iface);
int plwu_sheet_find_scroll_x (PlwuSheet *self, guint column, int page);
void plwu_sheet_scroll_to (PlwuSheet *self, guint row, guint column);
gboolean plwu_sheet_find_column (PlwuSheet *self, double x, guint *ret_column);

/* Places outside are moved to the nearest cell that is inside. */
gboolean plwu_sheet_find_place (PlwuSheet *self, double x, double y, PlwuSheetPlace *ret_place);

/* plwu-sheet-style.c */
void plwu_sheet_draw (PlwuSheet *self, GtkSnapshot *snapshot);
void plwu_sheet_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *ret_colour);

/* plwu-sheet-cursor.c */
gboolean plwu_sheet_has_cells (PlwuSheet *self);
void plwu_sheet_show_cursor (PlwuSheet *self);
void plwu_sheet_move_cursor (PlwuSheet *self, guint row, guint column);
void plwu_sheet_move_lead (PlwuSheet *self, guint row, guint column);
void plwu_sheet_move_by_command (PlwuSheet *self, PlwuSheetCommand command, gboolean extends);
void plwu_sheet_clamp_cursor (PlwuSheet *self);
gboolean plwu_sheet_grab_cursor_focus (PlwuSheet *self);

/* plwu-sheet-edit.c */
void plwu_sheet_init_editor (PlwuSheet *self);

/* @text: (nullable): replaces what the cell holds */
void plwu_sheet_begin_edit (PlwuSheet *self, const char *text);
gboolean plwu_sheet_commit_edit (PlwuSheet *self, gboolean is_for_all);
void plwu_sheet_cancel_edit (PlwuSheet *self);

/* Takes what is being typed into a total and closes the editor. */
void plwu_sheet_commit_total (PlwuSheet *self, PlwuSheetSpread way);

/* plwu-sheet-spread.c */

/* @ret_why: (transfer full): set where the total cannot be changed (@text NULL) or not to @text */
gboolean plwu_sheet_takes_total (PlwuSheet *self, guint row, guint column, const char *text, char **ret_why);
void plwu_sheet_ask_spread (PlwuSheet *self, const char *text);
gboolean plwu_sheet_is_asking (PlwuSheet *self);

/* plwu-sheet-clipboard.c */
void plwu_sheet_install_block_actions (GtkWidgetClass *widget_class);
void plwu_sheet_copy (PlwuSheet *self);
void plwu_sheet_cut (PlwuSheet *self);
void plwu_sheet_paste (PlwuSheet *self);
void plwu_sheet_clear (PlwuSheet *self);
void plwu_sheet_fill (PlwuSheet *self, GtkOrientation orientation);
gboolean plwu_sheet_apply (PlwuSheet *self,
                           PlwuSheetGesture gesture,
                           const PlwuSheetBlock *block,
                           const PlwuSheetTexts *texts,
                           PlwuSheetOutcome *ret_outcome);
char *plwu_sheet_describe_outcome (const PlwuSheetOutcome *outcome, guint n_outside);

/* plwu-sheet-input.c */
void plwu_sheet_init_input (PlwuSheet *self);
void plwu_sheet_popup_menu (PlwuSheet *self, const GdkRectangle *area);

G_END_DECLS
