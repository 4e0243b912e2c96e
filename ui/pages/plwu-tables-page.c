/* plwu-tables-page.c: one or several tables of the plan, each on a tab.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-tables-page.h"

#include "models/plwu-pots-model.h"
#include "plwu-cliff-view.h"
#include "plwu-explain.h"
#include "plwu-flow-view.h"
#include "plwu-grid.h"
#include "plwu-labels.h"

#include <glib/gi18n.h>

#define TABS_BESIDE_TITLE_MOST 4

struct _PlwuTablesPage
{
  PlwuPage parent_instance;

  /* Inside the page */
  GtkBox *box;
  GtkStack *stack;
  GtkWidget *switcher;
};

G_DEFINE_FINAL_TYPE (PlwuTablesPage, plwu_tables_page, PLWU_TYPE_PAGE)

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
  PlwuGrid *grid = get_grid (PLWU_TABLES_PAGE (page));
  guint row;
  guint column;

  if (grid == NULL || !plwu_grid_get_cursor (grid, &row, &column))
    return NULL;
  return plwu_explain_cell (plwu_grid_get_model (grid), row, column);
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
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (plwu_page_queue_explain), self,
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

static gboolean
holds_money (PlwTableId table)
{
  const PlwTableSpec *spec = plw_schema_table (table);

  for (size_t i = 0; i < spec->n_columns; i++)
    if (spec->columns[i].type == PLW_TYPE_MONEY)
      return TRUE;
  return spec->years == PLW_TYPE_MONEY;
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
add_table (PlwuTablesPage *self, PlwuDocument *document, const PlwuTableTab *tab)
{
  GtkWidget *grid = plwu_grid_new (create_model (document, tab->table));
  g_autofree char *empty_text =
      g_strdup_printf ("%s\n%s", tab->empty_text != NULL ? _ (tab->empty_text) : _ ("Nothing here yet."),
                       _ ("Add a row with Ctrl+Plus."));

  plwu_grid_set_empty_text (PLWU_GRID (grid), empty_text);
  if (tab->shows_shipped)
    plwu_grid_show_shipped (PLWU_GRID (grid));
  g_signal_connect_object (grid, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
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
  PlwuTablesPage *self =
      g_object_new (PLWU_TYPE_TABLES_PAGE, "document", document, "title", title, "hint", hint, NULL);

  gboolean shows_money = FALSE;

  for (guint i = 0; i < n_tabs; i++)
    {
      if (tabs[i].create_view != NULL)
        gtk_stack_add_titled (self->stack, tabs[i].create_view (document), tabs[i].title, _ (tabs[i].title));
      else
        add_table (self, document, &tabs[i]);
      shows_money |= tabs[i].create_view == NULL && holds_money (tabs[i].table);
    }
  place_switcher (self, n_tabs);
  g_object_set (self, "shows-money", shows_money, NULL);

  return GTK_WIDGET (self);
}

GtkWidget *
plwu_pots_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_POTS,
      N_ ("No pots yet: grants, council tax, reserves and the other money of the place belong here.") },
    { PLW_TABLE_COUNCIL_TAX,
      N_ ("How a pot of the basis “council-tax” is worked out: tax base, Band D and their growth.") },
    { PLW_TABLE_LIMITS,
      N_ ("The most that may be spent from a pot in a year, such as the planned use of a reserve.") },
    { PLW_TABLE_RINGFENCES,
      N_ ("What a pot may pay for. A pot without a row here may pay for anything of its kind.") },
    { .title = N_ ("Flow"), .create_view = plwu_flow_view_new },
    { .title = N_ ("Cliff edges"), .create_view = plwu_cliff_view_new },
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

  return plwu_tables_page_new (
      document, _ ("Capital"),
      _ ("The capital programme: what each project spends by year, and whether it may borrow."),
      G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_assumptions_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_DRIVERS,
      N_ ("No assumptions yet: pay awards, inflation, demand and council tax increases belong here.") },
    { PLW_TABLE_PLAN, NULL },
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
  };

  return plwu_tables_page_new (document, _ ("Outcomes"),
                               _ ("What the plan is to achieve, with a baseline and a target for each year."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_partners_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_PARTNERS, N_ ("No partners yet: the organisations at the board belong here.") },
    { PLW_TABLE_SOURCES, N_ ("No sources yet: the publications that figures come from belong here.") },
    { PLW_TABLE_CONTROL_TOTALS,
      N_ ("What a source says its figures add up to; a check compares that with the plan.") },
  };

  return plwu_tables_page_new (document, _ ("Partners and sources"),
                               _ ("Who sits at the board, and where the plan's figures come from."),
                               G_N_ELEMENTS (tabs), tabs);
}

GtkWidget *
plwu_parameters_page_new (PlwuDocument *document)
{
  static const PlwuTableTab tabs[] = {
    { PLW_TABLE_EVIDENCE_GRADES, N_ ("How far benefits and costs are corrected for each grade of evidence."),
      TRUE },
    { PLW_TABLE_UNIT_COSTS, N_ ("What one case costs, for effects that name a unit cost."), TRUE },
    { PLW_TABLE_PRICE_INDEX, N_ ("The index by which figures at older prices are brought up to date."),
      TRUE },
    { PLW_TABLE_DISCOUNT_RATES, N_ ("The rates by which later years count for less in an appraisal."), TRUE },
    { PLW_TABLE_REFERENDUM_LIMITS,
      N_ ("How much council tax may rise in a year without a referendum, by kind of council."), TRUE },
  };

  return plwu_tables_page_new (document, _ ("Outside parameters"),
                               _ ("National figures come with the program. A row of the plan is used instead "
                                  "of the shipped row of the "
                                  "same key; other rows are added to them."),
                               G_N_ELEMENTS (tabs), tabs);
}
