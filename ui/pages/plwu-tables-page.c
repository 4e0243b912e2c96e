/* plwu-tables-page.c: one or several tables of the plan, each on a tab.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-tables-page.h"

#include "findings/plwu-labels.h"
#include "models/plwu-pots-model.h"
#include "plwu-capital-view.h"
#include "plwu-cliff-view.h"
#include "plwu-explain.h"
#include "plwu-flow-view.h"
#include "plwu-frameworks-view.h"
#include "plwu-grid.h"
#include "plwu-outcomes-view.h"

#include <glib/gi18n.h>

#define HINT_KEY "plwu-hint"
#define TABS_BESIDE_TITLE_MOST 4
#define TABLE_HEIGHT_LEAST 170
#define CAPITAL_HEIGHT 210
#define OUTCOMES_HEIGHT 290

struct _PlwuTablesPage
{
  PlwuPage parent_instance;

  /* Inside the page */
  GtkBox *box;
  GtkStack *stack;
  GtkWidget *switcher;
  PlwuAnswers *answers; /* (nullable) */

  const char *hint; /* of the page; static */

  gboolean is_below; /* the selection made last is among the answers */
};

G_DEFINE_FINAL_TYPE (PlwuTablesPage, plwu_tables_page, PLWU_TYPE_PAGE)

static gboolean
holds_money (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].type == PLW_TYPE_MONEY)
      return TRUE;
  return spec->years == PLW_TYPE_MONEY;
}

/* NULL where the tab is a picture. */
static PlwuGrid *
get_grid (PlwuTablesPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return child != NULL && PLWU_IS_GRID (child) ? PLWU_GRID (child) : NULL;
}

static PlwuExplanation *
plwu_tables_page_explain (PlwuPage *page)
{
  PlwuTablesPage *self = PLWU_TABLES_PAGE (page);
  PlwuGrid *grid = get_grid (self);
  PlwFigure figure;
  guint row;
  guint column;

  if (self->is_below)
    return plwu_answers_get_figure (self->answers, &figure)
               ? plwu_explain_figure (plwu_page_get_document (page), figure)
               : NULL;
  if (grid == NULL || !plwu_grid_get_cursor (grid, &row, &column))
    return NULL;
  return plwu_explain_cell (plwu_grid_get_model (grid), row, column);
}

/* The unit of money is chosen where a table or the figures below it show money. */
static void
tab_changed_cb (PlwuTablesPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);
  PlwuGrid *grid = get_grid (self);
  gboolean shows_money =
      self->answers != NULL
      || (grid != NULL && holds_money (plwu_table_model_get_table (plwu_grid_get_model (grid))));

  const char *hint = child != NULL ? g_object_get_data (G_OBJECT (child), HINT_KEY) : NULL;

  self->is_below = FALSE;
  g_object_set (self, "shows-money", shows_money, NULL);
  plwu_page_set_hint (PLWU_PAGE (self), hint != NULL ? _ (hint) : self->hint);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
selected_above_cb (PlwuTablesPage *self)
{
  self->is_below = FALSE;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
selected_below_cb (PlwuTablesPage *self)
{
  self->is_below = TRUE;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static gboolean
plwu_tables_page_finish_editing (PlwuPage *page)
{
  PlwuGrid *grid = get_grid (PLWU_TABLES_PAGE (page));

  return grid == NULL || plwu_grid_finish_editing (grid);
}

static void
plwu_tables_page_start_search (PlwuPage *page)
{
  PlwuGrid *grid = get_grid (PLWU_TABLES_PAGE (page));

  if (grid != NULL)
    plwu_grid_start_search (grid);
}

static gboolean
plwu_tables_page_show_cell (PlwuPage *page, PlwTableId table, size_t plan_row, const char *column)
{
  PlwuTablesPage *self = PLWU_TABLES_PAGE (page);
  const char *name = plw_schema_table (table)->name;

  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, name);
  plwu_grid_show_cell (get_grid (self), plan_row, column);
  return TRUE;
}

static gboolean
plwu_tables_page_grab_focus (GtkWidget *widget)
{
  PlwuTablesPage *self = PLWU_TABLES_PAGE (widget);
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  if (get_grid (self) == NULL)
    return child != NULL && gtk_widget_grab_focus (child);
  plwu_grid_focus (get_grid (self));
  return TRUE;
}

static void
plwu_tables_page_class_init (PlwuTablesPageClass *klass)
{
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = plwu_tables_page_grab_focus;
  page_class->explain = plwu_tables_page_explain;
  page_class->finish_editing = plwu_tables_page_finish_editing;
  page_class->show_cell = plwu_tables_page_show_cell;
  page_class->start_search = plwu_tables_page_start_search;
}

static void
plwu_tables_page_init (PlwuTablesPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->stack);
  gtk_widget_set_valign (self->switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->switcher, "plwu-tabs");
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->box, GTK_WIDGET (self->stack));
  plwu_page_set_body (PLWU_PAGE (self), GTK_WIDGET (self->box));
}

static PlwuSheetModel *
create_model (PlwuDocument *document, PlwTableId table)
{
  if (table == PLW_TABLE_POTS)
    return plwu_pots_model_new (document);
  return plwu_table_model_new (document, table);
}

/* The switcher stands beside the title where there is room for it, else above the table. */
static void
place_switcher (PlwuTablesPage *self, guint n_tabs)
{
  if (n_tabs > 1 && n_tabs <= TABS_BESIDE_TITLE_MOST)
    g_object_set (self, "controls", self->switcher, NULL);
  else if (n_tabs > 1)
    {
      gtk_widget_set_halign (self->switcher, GTK_ALIGN_START);
      gtk_widget_set_margin_start (self->switcher, 18);
      gtk_widget_set_margin_bottom (self->switcher, 8);
      gtk_box_prepend (self->box, self->switcher);
    }
  else
    g_object_ref_sink (self->switcher), g_object_unref (self->switcher);
}

static void
add_view (PlwuTablesPage *self, PlwuDocument *document, const PlwuTableTab *tab)
{
  gtk_stack_add_titled (self->stack, tab->create_view (document), tab->title, _ (tab->title));
}

static void
add_table (PlwuTablesPage *self, PlwuDocument *document, const PlwuTableTab *tab)
{
  GtkWidget *grid = plwu_grid_new (create_model (document, tab->table));
  g_autofree char *empty_text =
      g_strdup_printf ("%s\n%s", tab->empty_text != NULL ? _ (tab->empty_text) : _ ("Nothing here yet."),
                       _ ("Add a row with Ctrl+Plus."));

  plwu_grid_set_empty_text (PLWU_GRID (grid), empty_text);
  if (tab->shows_shipped)
    plwu_grid_show_shipped (PLWU_GRID (grid));
  plwu_grid_add_import (PLWU_GRID (grid));
  g_signal_connect_object (grid, "selection-changed", G_CALLBACK (selected_above_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->stack, grid, plw_schema_table (tab->table)->name,
                        plwu_label_table (tab->table));
}

GtkWidget *
plwu_tables_page_new (PlwuDocument *document,
                      const char *title,
                      const char *hint,
                      guint n_tabs,
                      const PlwuTableTab *tabs)
{
  PlwuTablesPage *self = g_object_new (PLWU_TYPE_TABLES_PAGE, "document", document, "title", title, NULL);

  for (guint i = 0; i < n_tabs; i++)
    {
      if (tabs[i].create_view != NULL)
        add_view (self, document, &tabs[i]);
      else
        add_table (self, document, &tabs[i]);
      g_object_set_data (G_OBJECT (gtk_widget_get_last_child (GTK_WIDGET (self->stack))), HINT_KEY,
                         (gpointer) tabs[i].hint);
    }
  self->hint = hint;
  place_switcher (self, n_tabs);
  tab_changed_cb (self);

  return GTK_WIDGET (self);
}

void
plwu_tables_page_set_below (PlwuTablesPage *self, GtkWidget *view, PlwuAnswers *answers, int table_height)
{
  g_return_if_fail (PLWU_IS_TABLES_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (view) && PLWU_IS_ANSWERS (answers));
  g_return_if_fail (self->answers == NULL);

  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->answers = answers;
  tab_changed_cb (self);
  g_signal_connect_object (answers, "selection-changed", G_CALLBACK (selected_below_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_ref (self->box);
  plwu_page_set_body (PLWU_PAGE (self), paned);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->box));
  gtk_paned_set_end_child (GTK_PANED (paned), view);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), table_height);
  gtk_widget_set_size_request (GTK_WIDGET (self->box), -1, TABLE_HEIGHT_LEAST);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paned), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Divider between the table and what it leads to"), -1);
  g_object_unref (self->box);
}

GtkWidget *
plwu_pots_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_POTS,
      N_ ("No pots yet: grants, council tax, reserves and the other money of the place belong here.") },
    { PLW_TABLE_COUNCIL_TAX,
      N_ ("How a pot of the basis “Council tax” is worked out: tax base, Band D and their growth.") },
    { PLW_TABLE_LIMITS,
      N_ ("The most that may be spent from a pot in a year, such as the planned use of a reserve.") },
    { PLW_TABLE_RINGFENCES,
      N_ ("What a pot may pay for. A pot without a row here may pay for anything of its kind.") },
    { .title = N_ ("Flow"),
      .create_view = plwu_flow_view_new,
      .hint = N_ ("Where the money of each pot goes in a year: the wider the band, the more money.") },
    { .title = N_ ("Cliff edges"),
      .create_view = plwu_cliff_view_new,
      .hint = N_ (
          "Pots whose money ends before the plan does, and the services they pay for in their last year.") },
  };

  return plwu_tables_page_new (document, _ ("Pots"),
                               _ ("The money of the place: what comes in each year, what it may pay for and "
                                  "what happens if it is not spent."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_capital_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_PROJECTS, N_ ("No projects yet: the items of the capital programme belong here.") },
    { PLW_TABLE_DEBT, N_ ("The provision on debt from before the plan.") },
  };

  GtkWidget *page = plwu_tables_page_new (document, _ ("Capital"),
                                          _ ("What each project spends by year; below it, the money that "
                                             "pays for that and what borrowing costs."),
                                          G_N_ELEMENTS (tabs), tabs);
  GtkWidget *view = plwu_capital_view_new (document);

  plwu_tables_page_set_below (PLWU_TABLES_PAGE (page), view,
                              plwu_capital_view_get_answers (PLWU_CAPITAL_VIEW (view)), CAPITAL_HEIGHT);
  return page;
}

GtkWidget *
plwu_changes_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_CHANGES, N_ ("No changes yet: the pressures, growth, savings and extra income of the budget "
                             "reports belong here.") },
  };

  return plwu_tables_page_new (document, _ ("Changes"),
                               _ ("Pressures and growth raise what a service needs, savings and extra income "
                                  "lower it; figures are entered as positive amounts."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_assumptions_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_DRIVERS,
      N_ ("No assumptions yet: pay awards, inflation, demand and council tax increases belong here.") },
    { PLW_TABLE_PLAN, NULL,
      .hint = N_ ("The plan's own settings: its years, its reserve, its interest and discount rate.") },
  };

  return plwu_tables_page_new (document, _ ("Assumptions"),
                               _ ("Rates a year. An empty year takes the year before it; low and high are "
                                  "percentage points around the rate."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_outcomes_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_OUTCOMES, N_ ("No outcomes yet: what the money is to achieve, measured, belongs here.") },
    { .title = N_ ("Frameworks"),
      .create_view = plwu_frameworks_view_new,
      .hint = N_ ("How the plan's outcomes stand in the national frameworks of outcomes.") },
  };
  GtkWidget *page = plwu_tables_page_new (
      document, _ ("Outcomes"),
      _ ("What the plan is to achieve, with a target for each year; below it, the money "
         "that serves each outcome."),
      G_N_ELEMENTS (tabs), tabs);
  GtkWidget *view = plwu_outcomes_view_new (document);

  plwu_tables_page_set_below (PLWU_TABLES_PAGE (page), view,
                              plwu_outcomes_view_get_answers (PLWU_OUTCOMES_VIEW (view)), OUTCOMES_HEIGHT);
  return page;
}

GtkWidget *
plwu_partners_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_PARTNERS, N_ ("No partners yet: the organisations at the board belong here.") },
    { PLW_TABLE_SOURCES, N_ ("No sources yet: the publications that figures come from belong here.") },
    { PLW_TABLE_CONTROL_TOTALS,
      N_ ("What a source says its figures add up to; a check compares that with the plan.") },
    { PLW_TABLE_DECISIONS,
      N_ ("No decisions yet: what is put to the board, on the page Review, stands here.") },
    { PLW_TABLE_VOTES, N_ ("No votes yet: how each partner votes, on the page Review, stands here.") },
    { PLW_TABLE_COMMENTS, N_ ("No comments yet: what is said about the board view stands here.") },
  };

  return plwu_tables_page_new (document, _ ("Partners and sources"),
                               _ ("Who sits at the board, and where the plan's figures come from."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_parameters_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_EVIDENCE_GRADES,
      N_ ("This plan corrects benefits and costs as the shipped grades below say.\nA row with the same grade "
          "is used instead."),
      TRUE },
    { PLW_TABLE_UNIT_COSTS,
      N_ ("This plan takes what one case costs from the shipped list below.\nA row with the same code is "
          "used instead; others join the list."),
      TRUE },
    { PLW_TABLE_PRICE_INDEX,
      N_ ("Figures at older prices are brought up to date by the shipped index below.\nA row of the same "
          "year is used instead."),
      TRUE },
    { PLW_TABLE_DISCOUNT_RATES,
      N_ ("Later years count for less by the shipped rates below.\nA row with the same first year is used "
          "instead."),
      TRUE },
    { PLW_TABLE_REFERENDUM_LIMITS,
      N_ ("Council tax may rise without a referendum as the shipped limits below say.\nA row of the same "
          "kind and year is used instead."),
      TRUE },
  };

  return plwu_tables_page_new (document, _ ("Outside parameters"),
                               _ ("National figures come with the program. A row of the plan is used instead "
                                  "of the shipped row of the "
                                  "same key; other rows are added to them."),
                               G_N_ELEMENTS (tabs), tabs);
}
