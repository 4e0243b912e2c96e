/* plwu-window-pages.c: the pages of a window and the list that leads to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-window-private.h"

#include "pages/plwu-checks-page.h"
#include "pages/plwu-history-page.h"
#include "pages/plwu-knock-on-page.h"
#include "pages/plwu-one-pot-page.h"
#include "pages/plwu-overview-page.h"
#include "pages/plwu-prevention-page.h"
#include "pages/plwu-review-page.h"
#include "pages/plwu-scenarios-page.h"
#include "pages/plwu-services-page.h"
#include "pages/plwu-shortfall-page.h"
#include "pages/plwu-tables-page.h"
#include "plwu-focus.h"

#include <string.h>

#include <glib/gi18n.h>

/* @section: (nullable): a heading above the page */
typedef struct
{
  const char *id;
  const char *section;
  const char *title;
  GtkWidget *(*create) (PlwuDocument *document);
} PageSpec;

static const PageSpec page_specs[] = {
  { "overview", NULL, N_ ("Overview"), plwu_overview_page_new },
  { "pots", N_ ("Money"), N_ ("Pots"), plwu_pots_page_new },
  { "capital", NULL, N_ ("Capital"), plwu_capital_page_new },
  { "services", N_ ("Need"), N_ ("Services"), plwu_services_page_new },
  { "assumptions", NULL, N_ ("Assumptions"), plwu_assumptions_page_new },
  { "changes", NULL, N_ ("Changes"), plwu_changes_page_new },
  { "prevention", N_ ("Upstream"), N_ ("Prevention"), plwu_prevention_page_new },
  { "knock-on", NULL, N_ ("Knock-on"), plwu_knock_on_page_new },
  { "outcomes", NULL, N_ ("Outcomes"), plwu_outcomes_page_new },
  { "shortfall", N_ ("Answers"), N_ ("Shortfall"), plwu_shortfall_page_new },
  { "one-pot", NULL, N_ ("One pot?"), plwu_one_pot_page_new },
  { "scenarios", NULL, N_ ("Scenarios"), plwu_scenarios_page_new },
  { "review", N_ ("Board"), N_ ("Review"), plwu_review_page_new },
  { "checks", N_ ("Plan"), N_ ("Checks"), plwu_checks_page_new },
  { "partners", NULL, N_ ("Partners"), plwu_partners_page_new },
  { "parameters", NULL, N_ ("Parameters"), plwu_parameters_page_new },
  { "history", NULL, N_ ("History"), plwu_history_page_new },
};

static const PageSpec *
get_row_spec (GtkListBoxRow *row)
{
  return &page_specs[gtk_list_box_row_get_index (row)];
}

static void
show_section (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const PageSpec *spec = get_row_spec (row);
  GtkWidget *label;

  if (spec->section == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;

  label = gtk_label_new (_ (spec->section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

static void
page_selected_cb (PlwuWindow *self, GtkListBoxRow *row)
{
  if (row == NULL || self->document == NULL)
    return;

  const char *id = get_row_spec (row)->id;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), id) == 0)
    return;
  if (!plwu_window_show_page (self, id))
    plwu_window_show_page (self, gtk_stack_get_visible_child_name (self->pages));
}

void
plwu_window_fill_page_list (PlwuWindow *self)
{
  /* On its way through the rows Tab would show one page after the other. */
  plwu_focus_let_tab_leave (self->page_list);
  gtk_list_box_set_header_func (self->page_list, show_section, NULL, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (page_specs); i++)
    {
      GtkWidget *label = gtk_label_new (_ (page_specs[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->page_list, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page_specs[i].title), -1);
    }
  g_signal_connect_object (self->page_list, "row-selected", G_CALLBACK (page_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
plwu_window_forget_pages (PlwuWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

PlwuPage *
plwu_window_get_page (PlwuWindow *self)
{
  GtkWidget *page = self->pages != NULL ? gtk_stack_get_visible_child (self->pages) : NULL;

  return page != NULL ? PLWU_PAGE (page) : NULL;
}

/**
 * plwu_window_get_page_id:
 * Returns: (nullable): the name of the page at this place of the list
 */
const char *
plwu_window_get_page_id (guint index)
{
  return index < G_N_ELEMENTS (page_specs) ? page_specs[index].id : NULL;
}

/**
 * plwu_window_list_places:
 *
 * Adds what can be gone to in this window.
 */
void
plwu_window_list_places (PlwuWindow *self, PlwuPlaces *places)
{
  for (size_t i = 0; self->document != NULL && i < G_N_ELEMENTS (page_specs); i++)
    plwu_places_add_page (places, page_specs[i].id, _ (page_specs[i].title));
  plwu_places_add_actions (places);
  if (self->document != NULL)
    plwu_places_add_plan (places, plwu_document_get_plan (self->document));
}

static void
explain_cb (PlwuWindow *self, const PlwuExplanation *explanation, PlwuPage *page)
{
  if (page == plwu_window_get_page (self) && self->explain != NULL)
    plwu_explain_panel_show (self->explain, explanation);
}

/* Pages are made when they are first wanted. */
static GtkWidget *
ensure_page (PlwuWindow *self, const PageSpec *spec)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, spec->id);

  if (page != NULL)
    return page;

  page = spec->create (self->document);
  g_signal_connect_object (page, "explain", G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, page, spec->id);

  return page;
}

static const PageSpec *
find_spec (const char *id)
{
  for (size_t i = 0; i < G_N_ELEMENTS (page_specs); i++)
    if (strcmp (page_specs[i].id, id) == 0)
      return &page_specs[i];
  return NULL;
}

gboolean
plwu_window_show_page (PlwuWindow *self, const char *id)
{
  g_return_val_if_fail (PLWU_IS_WINDOW (self), FALSE);

  const PageSpec *spec = find_spec (id);
  PlwuPage *current = plwu_window_get_page (self);
  GtkWidget *page;

  if (spec == NULL || self->document == NULL)
    return FALSE;
  if (current != NULL && !plwu_page_finish_editing (current))
    return FALSE;
  if (current != NULL)
    plwu_page_set_explaining (current, FALSE);

  page = ensure_page (self, spec);
  gtk_stack_set_visible_child (self->pages, page);
  gtk_list_box_select_row (self->page_list,
                           gtk_list_box_get_row_at_index (self->page_list, (int) (spec - page_specs)));
  plwu_page_set_explaining (PLWU_PAGE (page), self->shows_explain);
  plwu_window_note_view (self);

  return TRUE;
}

gboolean
plwu_window_show_cell (PlwuWindow *self, PlwTableId table, size_t plan_row, const char *column)
{
  for (size_t i = 0; i < G_N_ELEMENTS (page_specs); i++)
    {
      GtkWidget *page = ensure_page (self, &page_specs[i]);

      if (plwu_page_show_cell (PLWU_PAGE (page), table, plan_row, column))
        return plwu_window_show_page (self, page_specs[i].id);
    }
  return FALSE;
}
