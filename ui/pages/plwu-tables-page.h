/* plwu-tables-page.h: one or several tables of the plan, each on a tab.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-answers.h"
#include "plwu-page.h"

G_BEGIN_DECLS

/**
 * PlwuTableTab:
 * @table: what is shown
 * @empty_text: (nullable): what belongs there and the first step
 * @shows_shipped: whether the rows that come with the program are listed below
 * @title: (nullable): of a tab that is a picture
 * @create_view: (nullable): makes that picture; the tab shows no table then
 * @hint: (nullable): a sentence on what the tab is for, instead of the page's
 */
typedef struct
{
  PlwTableId table;
  const char *empty_text;
  gboolean shows_shipped;
  const char *title;
  GtkWidget *(*create_view) (PlwuDocument *document);
  const char *hint;
} PlwuTableTab;

#define PLWU_TYPE_TABLES_PAGE (plwu_tables_page_get_type ())

G_DECLARE_FINAL_TYPE (PlwuTablesPage, plwu_tables_page, PLWU, TABLES_PAGE, PlwuPage)

/**
 * plwu_tables_page_new:
 * @hint: a sentence on what the page is for
 */
GtkWidget *plwu_tables_page_new (PlwuDocument *document,
                                 const char *title,
                                 const char *hint,
                                 guint n_tabs,
                                 const PlwuTableTab *tabs);

/**
 * plwu_tables_page_set_below:
 * @view: (transfer floating): what the tables lead to
 * @answers: the figures inside it that can be explained
 * @table_height: pixels of the page that the tables get at first
 */
void plwu_tables_page_set_below (PlwuTablesPage *self,
                                 GtkWidget *view,
                                 PlwuAnswers *answers,
                                 int table_height);

/* The pages of the window that are tables. */
GtkWidget *plwu_pots_page_new (PlwuDocument *document);
GtkWidget *plwu_capital_page_new (PlwuDocument *document);
GtkWidget *plwu_changes_page_new (PlwuDocument *document);
GtkWidget *plwu_assumptions_page_new (PlwuDocument *document);
GtkWidget *plwu_outcomes_page_new (PlwuDocument *document);
GtkWidget *plwu_partners_page_new (PlwuDocument *document);
GtkWidget *plwu_parameters_page_new (PlwuDocument *document);

G_END_DECLS
