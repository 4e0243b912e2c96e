/* plwu-page.h: what the window's pages share: a heading, the document, the explanation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

#define PLWU_TYPE_PAGE (plwu_page_get_type ())

/**
 * PlwuPage:
 *
 * Properties: "document" (construct only), "title", "hint" (a sentence under
 * it), "controls" (a widget beside it), "shows-money" (whether there is a
 * switch of the unit) and "body".
 *
 * Signals:
 *
 * - "explain" (#PlwuExplanation, nullable): another figure is selected
 *
 * Pages tell people things through the window's actions win.toast (s) and
 * win.error (s), and lead to other pages through win.page (s).
 */
G_DECLARE_DERIVABLE_TYPE (PlwuPage, plwu_page, PLWU, PAGE, AdwBin)

/**
 * PlwuPageClass:
 * @shows_results_only: the page need not be shown anew before there are other results
 * @refresh: shows the plan and results as they are now; called when the page
 *   comes into view and, while it is, whenever they change
 * @finish_editing: takes over what is being typed; FALSE where it was not understood
 * @explain: (transfer full) (nullable): the figure selected, in words
 * @show_cell: puts the cursor on a cell of a table; FALSE where the page does
 *   not have the table
 * @start_search: puts the focus into the page's search
 */
struct _PlwuPageClass
{
  AdwBinClass parent_class;

  gboolean shows_results_only;
  void (*refresh) (PlwuPage *self);
  gboolean (*finish_editing) (PlwuPage *self);
  PlwuExplanation *(*explain) (PlwuPage *self);
  gboolean (*show_cell) (PlwuPage *self, PlwTableId table, size_t plan_row, const char *column);
  void (*start_search) (PlwuPage *self);

  gpointer padding[8];
};

PlwuDocument *plwu_page_get_document (PlwuPage *self);
const char *plwu_page_get_title (PlwuPage *self);
void plwu_page_set_title (PlwuPage *self, const char *title);
void plwu_page_set_hint (PlwuPage *self, const char *hint);
void plwu_page_set_body (PlwuPage *self, GtkWidget *body);

/**
 * plwu_page_set_unit_action:
 * @name: the action of the switch of units; win.unit unless set
 */
void plwu_page_set_unit_action (PlwuPage *self, const char *name);

/**
 * plwu_page_set_explaining:
 *
 * Whether anybody sees explanations; without it pages need not work them out.
 */
void plwu_page_set_explaining (PlwuPage *self, gboolean is_explaining);

/**
 * plwu_page_queue_explain:
 *
 * Another figure is selected: has it explained once the selection rests.
 */
void plwu_page_queue_explain (PlwuPage *self);

gboolean plwu_page_finish_editing (PlwuPage *self);

/**
 * plwu_page_start_search:
 * Returns: FALSE where the page has nothing to search
 */
gboolean plwu_page_start_search (PlwuPage *self);

/**
 * plwu_page_show_cell:
 * @column: (nullable): a column's name
 */
gboolean plwu_page_show_cell (PlwuPage *self, PlwTableId table, size_t plan_row, const char *column);

G_END_DECLS
