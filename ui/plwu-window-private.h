/* plwu-window-private.h: the inside of a window, for its own source files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-paper-job.h"
#include "pages/plwu-page.h"
#include "plwu-command-palette.h"
#include "plwu-explain-panel.h"
#include "plwu-picker.h"
#include "plwu-status.h"
#include "plwu-window.h"

G_BEGIN_DECLS

struct _PlwuWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  PlwuDocument *document;        /* (nullable) */
  GSignalGroup *signals;         /* the document's */
  GtkFileChooserNative *chooser; /* (nullable): while a file is chosen */
  PlwuPaperJob paper;            /* that is asked for */
  GCancellable *cancellable;
  GPtrArray *recoverable;  /* (nullable): working copies offered */
  GStrv scenario_codes;    /* of the picker's rows */
  PlwuSessionView *wanted; /* (nullable): to be shown once the plan is open */
  char *policies_listed;   /* (nullable): codes and names in the menu */
  const char *unit;        /* the name of it */
  guint arrival_id;        /* 0: it has been shown */

  PlwuWorkbookOptions export_options;

  gboolean is_updating_pickers;
  gboolean is_closing; /* close once the save under way is done */
  gboolean shows_explain;

  GtkOverlay *overlay;         /* over the content */
  PlwuCommandPalette *palette; /* (nullable): made when it is first wanted */
  PlwuExplainPanel *explain;   /* (nullable): made when it is first wanted */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkBox *pickers;
  PlwuPicker *scenario;
  GtkStringList *scenarios;
  GtkWidget *today_button;
  GtkWidget *placemaking_button;
  GtkMenuButton *policies;
  GtkMenuButton *menu_button;
  GMenu *primary_menu;
  GMenu *recent_menu;
  GMenu *example_menu;
  GtkToggleButton *explain_button;
  GtkToggleButton *sidebar_button;
  GtkRevealer *recovery;
  GtkLabel *recovery_text;
  AdwToastOverlay *toasts;
  GtkStack *content;
  AdwBin *welcome;
  GtkWidget *sidebar;
  GtkListBox *page_list;
  GtkStack *pages;
  GtkBox *explain_box;
  PlwuStatus *status;
  GtkSpinner *spinner;
};

/* plwu-window.c */
void plwu_window_open_palette (PlwuWindow *self);

/* plwu-window-pages.c */
void plwu_window_fill_page_list (PlwuWindow *self);
void plwu_window_forget_pages (PlwuWindow *self);
PlwuPage *plwu_window_get_page (PlwuWindow *self);
const char *plwu_window_get_page_id (guint index);
void plwu_window_list_places (PlwuWindow *self, PlwuPlaces *places);
gboolean plwu_window_show_cell (PlwuWindow *self, PlwTableId table, size_t plan_row, const char *column);

/* plwu-window-pickers.c: title, scenario, policy, undo and redo */
void plwu_window_update_state (PlwuWindow *self);
void plwu_window_update_pickers (PlwuWindow *self);
void plwu_window_scenario_picked (PlwuWindow *self);

/* plwu-window-actions.c */
void plwu_window_install_actions (GtkWidgetClass *widget_class);
void plwu_window_update_actions (PlwuWindow *self);
void plwu_window_update_menus (PlwuWindow *self);
void plwu_window_toast (PlwuWindow *self, const char *text, gboolean has_undo);

/* plwu-window-files.c */
void plwu_window_set_busy (PlwuWindow *self, gboolean is_busy);
void plwu_window_choose_open (PlwuWindow *self, gboolean is_folder);
void plwu_window_new_empty (PlwuWindow *self);
void plwu_window_new_plan (PlwuWindow *self, const PlwPlan *plan);
void plwu_window_drop (PlwuWindow *self, const char *path);
void plwu_window_save (PlwuWindow *self, gboolean is_save_as);
void plwu_window_save_to (PlwuWindow *self, const char *path, gboolean force);

/**
 * plwu_window_export:
 *
 * Asks where to and writes a paper there, of what the window shows.
 */
void plwu_window_export (PlwuWindow *self, PlwuPaperJob paper);
gboolean plwu_window_close_request (PlwuWindow *self);

/* plwu-window-arrival.c */
void plwu_window_end_arriving (PlwuWindow *self);

/* plwu-window-session.c */
void plwu_window_show_wanted (PlwuWindow *self);
void plwu_window_note_view (PlwuWindow *self);

/* plwu-window-dialogs.c */
void plwu_window_show_error (PlwuWindow *self,
                             const char *heading,
                             const char *text,
                             const PlwProblems *problems);
void plwu_window_show_shortcuts (PlwuWindow *self);
void plwu_window_present_over (PlwuWindow *self, GtkWindow *other);

G_END_DECLS
