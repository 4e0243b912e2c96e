/* plwu-prevention-page.c: what prevention costs, what it brings and to whom.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-prevention-private.h"

#include "findings/plwu-labels.h"
#include "plwu-explain.h"
#include "plwu-unit-cost-picker.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PlwuPreventionPage, plwu_prevention_page, PLWU_TYPE_PAGE)

static const struct
{
  PlwTableId table;
  const char *empty_text;
} grid_specs[PLWU_PREVENTION_N_GRIDS] = {
  { PLW_TABLE_PROGRAMMES, N_ ("No programmes yet: what costs now and lowers need later belongs here.") },
  { PLW_TABLE_PROGRAMME_YEARS, N_ ("Revenue and capital cost and intake of each programme by year.") },
  { PLW_TABLE_EFFECTS, N_ ("What each programme takes off the need of which line, and when.") },
};

static const PlwResult *
get_result (PlwuPreventionPage *self)
{
  return plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);
}

size_t
plwu_prevention_get_shown (PlwuPreventionPage *self, const PlwResult *result)
{
  for (size_t i = 0; *self->code != '\0' && i < plw_result_n_programmes (result); i++)
    if (strcmp (plw_result_programme (result, i)->code, self->code) == 0)
      return i;
  return SIZE_MAX;
}

/* What is shown */

static void
show_none (PlwuPreventionPage *self, const char *title, const char *description, gboolean has_step)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->nones); i++)
    {
      adw_status_page_set_title (self->nones[i], title);
      adw_status_page_set_description (self->nones[i], description);
      gtk_widget_set_visible (self->firsts[i], has_step);
    }
}

static void
plwu_prevention_page_refresh (PlwuPage *page)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (page);
  const PlwResult *result = get_result (self);
  const char *failure = plwu_document_get_failure (plwu_page_get_document (page));
  gboolean has_any = result != NULL && plw_result_n_programmes (result) > 0;
  const char *shown = has_any ? "figures" : "none";

  if (has_any)
    {
      plwu_prevention_queue_delays (self, result);
      plwu_prevention_fill_picker (self, result);
      plwu_prevention_show_value (self, result);
      plwu_prevention_show_partners (self, result);
      plwu_prevention_show_compare (self, result);
    }
  else if (result != NULL)
    show_none (
        self, _ ("No programmes yet"),
        _ ("What costs now and lowers need later belongs here: add a programme, what it costs by year and "
           "its effects."),
        TRUE);
  else
    show_none (self, failure != NULL ? _ ("No results") : _ ("Working it out…"), failure, FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self->programme), has_any);
  gtk_stack_set_visible_child_name (self->value, shown);
  gtk_stack_set_visible_child_name (self->partner_stack, shown);
  gtk_stack_set_visible_child_name (self->compare, shown);
}

static PlwuGrid *
get_grid (PlwuPreventionPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->tabs);

  return child != NULL && PLWU_IS_GRID (child) ? PLWU_GRID (child) : NULL;
}

/* Explanations */

static PlwuExplanation *
explain_compare (PlwuPreventionPage *self, const PlwResult *result)
{
  PlwuPreventionFigure figure;
  guint row;
  guint column;

  if (!plwu_sheet_get_cursor (self->compare_sheet, &row, &column)
      || !plwu_prevention_compare_figure (column, &figure) || row > plw_result_n_programmes (result))
    return NULL;

  size_t programme = row == plw_result_n_programmes (result) ? SIZE_MAX : row;

  return plwu_prevention_explain (plwu_page_get_document (PLWU_PAGE (self)), programme, figure,
                                  plwu_prevention_get_delay (self, result, programme));
}

static PlwuExplanation *
explain_selection (PlwuPreventionPage *self,
                   const PlwResult *result,
                   PlwuPreventionSelection selection,
                   size_t index)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  size_t shown = plwu_prevention_get_shown (self, result);

  switch (selection)
    {
    case PLWU_PREVENTION_CARD:
      return plwu_prevention_explain (document, shown, (PlwuPreventionFigure) index,
                                      plwu_prevention_get_delay (self, result, shown));
    case PLWU_PREVENTION_YEAR:
      return plwu_prevention_explain_year (document, shown, index);
    case PLWU_PREVENTION_PARTNER:
      return plwu_prevention_explain_partner (document, shown, index);
    case PLWU_PREVENTION_TRANSFER:
      if (self->transfers != NULL && index < self->transfers->len)
        return plwu_prevention_explain_transfer (document, shown,
                                                 &g_array_index (self->transfers, PlwTransfer, index));
      return NULL;
    default:
      return NULL;
    }
}

static PlwuExplanation *
plwu_prevention_page_explain (PlwuPage *page)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (page);
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);
  const PlwResult *result = get_result (self);
  PlwuGrid *grid = get_grid (self);
  guint row;
  guint column;

  if (grid != NULL)
    return plwu_grid_get_cursor (grid, &row, &column)
               ? plwu_explain_cell (plwu_grid_get_model (grid), row, column)
               : NULL;
  if (result == NULL || plw_result_n_programmes (result) == 0)
    return NULL;
  if (strcmp (tab, "value") == 0)
    return explain_selection (self, result, self->value_selection, self->value_index);
  if (strcmp (tab, "partners") == 0)
    return explain_selection (self, result, self->partner_selection, self->partner_index);
  return explain_compare (self, result);
}

static void
select_value (PlwuPreventionPage *self, PlwuPreventionSelection selection, size_t index)
{
  self->value_selection = selection;
  self->value_index = index;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
select_partner (PlwuPreventionPage *self, PlwuPreventionSelection selection, size_t index)
{
  self->partner_selection = selection;
  self->partner_index = index;
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
show_explain (PlwuPreventionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-explain", NULL);
}

/* What people do */

static void
programme_cb (PlwuPreventionPage *self)
{
  const PlwResult *result = get_result (self);
  guint selected = plwu_picker_get_selected (self->programme);

  if (self->is_filling || result == NULL || selected == GTK_INVALID_LIST_POSITION
      || selected > plw_result_n_programmes (result))
    return;

  g_free (self->code);
  self->code = g_strdup (selected == 0 ? "" : plw_result_programme (result, selected - 1)->code);
  self->partner_selection = PLWU_PREVENTION_NOTHING;
  plwu_prevention_show_value (self, result);
  plwu_prevention_show_partners (self, result);
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
card_selected_cb (PlwuPreventionPage *self)
{
  g_autoptr (GList) selected = gtk_flow_box_get_selected_children (self->cards);

  if (selected != NULL)
    select_value (self, PLWU_PREVENTION_CARD, (size_t) gtk_flow_box_child_get_index (selected->data));
}

static void
card_activated_cb (PlwuPreventionPage *self, GtkFlowBoxChild *child)
{
  select_value (self, PLWU_PREVENTION_CARD, (size_t) gtk_flow_box_child_get_index (child));
  show_explain (self);
}

static void
year_activated_cb (PlwuPreventionPage *self, int year)
{
  const PlwResult *result = get_result (self);

  if (result == NULL)
    return;
  gtk_flow_box_unselect_all (self->cards);
  select_value (self, PLWU_PREVENTION_YEAR, (size_t) (year - plw_result_year (result, 0)));
  show_explain (self);
}

static void
bar_activated_cb (PlwuPreventionPage *self, guint index)
{
  if (index >= self->partners->len)
    return;
  gtk_list_box_unselect_all (self->transfer_list);
  select_partner (self, PLWU_PREVENTION_PARTNER, g_array_index (self->partners, size_t, index));
  show_explain (self);
}

static void
transfer_selected_cb (PlwuPreventionPage *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->is_filling)
    select_partner (self, PLWU_PREVENTION_TRANSFER, (size_t) gtk_list_box_row_get_index (row));
}

static void
transfer_activated_cb (PlwuPreventionPage *self)
{
  show_explain (self);
}

static void
tab_cb (PlwuPreventionPage *self)
{
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
first_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (widget);

  gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (self->grids[0]));
  plwu_grid_focus (self->grids[0]);
}

/* Unit costs of effects */

static void
choose_unit_cost (PlwuPreventionPage *self, guint row, const char *search)
{
  PlwuGrid *grid = self->grids[2];

  plwu_unit_cost_picker_present (GTK_WIDGET (grid), plwu_grid_get_model (grid), row, search);
}

static gboolean
edit_wanted_cb (PlwuPreventionPage *self, guint row, guint column, const char *text)
{
  PlwuTableModel *model = plwu_grid_get_model (self->grids[2]);
  size_t plan_row;
  size_t plan_column;

  if (!plwu_table_model_get_plan_row (model, row, &plan_row)
      || !plwu_table_model_get_plan_column (model, column, &plan_column)
      || plan_column != PLW_EFFECTS_UNIT_COST)
    return FALSE;

  choose_unit_cost (self, row, text);
  return TRUE;
}

static void
unit_cost_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (widget);
  size_t plan_row;
  guint row;
  guint column;

  if (plwu_grid_finish_editing (self->grids[2]) && plwu_grid_get_plan_row (self->grids[2], &plan_row)
      && plwu_grid_get_cursor (self->grids[2], &row, &column))
    choose_unit_cost (self, row, NULL);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", _ ("Select the effect that it is for first"));
}

/* As a page */

static gboolean
plwu_prevention_page_finish_editing (PlwuPage *page)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (self->grids); i++)
    if (!plwu_grid_finish_editing (self->grids[i]))
      return FALSE;
  return TRUE;
}

static void
plwu_prevention_page_start_search (PlwuPage *page)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (page);
  PlwuGrid *grid = get_grid (self);

  if (grid != NULL)
    plwu_grid_start_search (grid);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->programme));
}

static gboolean
plwu_prevention_page_show_cell (PlwuPage *page, PlwTableId table, size_t plan_row, const char *column)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (grid_specs); i++)
    if (grid_specs[i].table == table)
      {
        gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (self->grids[i]));
        plwu_grid_show_cell (self->grids[i], plan_row, column);
        return TRUE;
      }
  return FALSE;
}

static gboolean
plwu_prevention_page_grab_focus (GtkWidget *widget)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (widget);
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);
  PlwuGrid *grid = get_grid (self);

  if (grid != NULL)
    {
      plwu_grid_focus (grid);
      return TRUE;
    }
  if (strcmp (gtk_stack_get_visible_child_name (self->value), "none") == 0)
    return gtk_widget_grab_focus (self->firsts[0]);
  return gtk_widget_grab_focus (strcmp (tab, "value") == 0      ? GTK_WIDGET (self->valley_picture)
                                : strcmp (tab, "partners") == 0 ? GTK_WIDGET (self->partner_picture)
                                                                : GTK_WIDGET (self->compare_sheet));
}

static void
add_grids (PlwuPreventionPage *self)
{
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (grid_specs); i++)
    {
      GtkWidget *grid = plwu_grid_new (plwu_table_model_new (document, grid_specs[i].table));
      g_autofree char *empty_text =
          g_strdup_printf ("%s\n%s", _ (grid_specs[i].empty_text), _ ("Add a row with Ctrl+Plus."));

      plwu_grid_set_empty_text (PLWU_GRID (grid), empty_text);
      g_signal_connect_object (grid, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_titled (self->tabs, grid, plw_schema_table (grid_specs[i].table)->name,
                            plwu_label_table (grid_specs[i].table));
      self->grids[i] = PLWU_GRID (grid);
    }
}

static void
plwu_prevention_page_constructed (GObject *object)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (object);

  G_OBJECT_CLASS (plwu_prevention_page_parent_class)->constructed (object);

  add_grids (self);

  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Choose a _unit cost…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "prevention.unit-cost");
  gtk_widget_set_tooltip_text (button, _ ("What one case costs, for the selected effect"));
  plwu_grid_add_control (self->grids[2], button);
  g_signal_connect_object (plwu_grid_get_sheet (self->grids[2]), "edit-wanted", G_CALLBACK (edit_wanted_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
plwu_prevention_page_dispose (GObject *object)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (object);

  plwu_prevention_forget_delays (self);
  self->valley_drawing = NULL;
  self->partner_drawing = NULL;
  self->compare_sheet = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_PREVENTION_PAGE);

  G_OBJECT_CLASS (plwu_prevention_page_parent_class)->dispose (object);
}

static void
plwu_prevention_page_finalize (GObject *object)
{
  PlwuPreventionPage *self = PLWU_PREVENTION_PAGE (object);

  g_free (self->code);
  g_clear_pointer (&self->transfers, g_array_unref);
  g_array_unref (self->partners);
  g_object_unref (self->figures);

  G_OBJECT_CLASS (plwu_prevention_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const cards[PLWU_PREVENTION_N_CARDS] = {
    "cost", "saved", "released", "npv", "ratio", "cash_ratio", "payback", "delay",
  };
  static const char *const states[] = { "value", "partners", "compare" };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s_card", cards[i]);

      gtk_widget_class_bind_template_child_full (widget_class, cards[i], FALSE,
                                                 G_STRUCT_OFFSET (PlwuPreventionPage, headlines)
                                                     + (gssize) (i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (child), FALSE,
                                                 G_STRUCT_OFFSET (PlwuPreventionPage, card_children)
                                                     + (gssize) (i * sizeof (gpointer)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *none = g_strdup_printf ("%s_none", states[i]);
      g_autofree char *first = g_strdup_printf ("%s_first", states[i]);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (none), FALSE,
                                                 G_STRUCT_OFFSET (PlwuPreventionPage, nones)
                                                     + (gssize) (i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (first), FALSE,
                                                 G_STRUCT_OFFSET (PlwuPreventionPage, firsts)
                                                     + (gssize) (i * sizeof (gpointer)));
    }
}

static void
plwu_prevention_page_class_init (PlwuPreventionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  object_class->constructed = plwu_prevention_page_constructed;
  object_class->dispose = plwu_prevention_page_dispose;
  object_class->finalize = plwu_prevention_page_finalize;
  widget_class->grab_focus = plwu_prevention_page_grab_focus;
  page_class->shows_results_only = TRUE;
  page_class->refresh = plwu_prevention_page_refresh;
  page_class->explain = plwu_prevention_page_explain;
  page_class->finish_editing = plwu_prevention_page_finish_editing;
  page_class->start_search = plwu_prevention_page_start_search;
  page_class->show_cell = plwu_prevention_page_show_cell;

  g_type_ensure (PLWU_TYPE_HEADLINE);
  g_type_ensure (PLWU_TYPE_PICTURE);
  g_type_ensure (PLWU_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/uk/placewright/Placewright/ui/pages/plwu-prevention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, programme);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, programmes);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, value);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, partner_stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, compare);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, valley_picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, partner_picture);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, no_transfers);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, transfers_heading);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, transfers_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, transfer_list);
  gtk_widget_class_bind_template_child (widget_class, PlwuPreventionPage, compare_scroller);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, programme_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, transfer_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, transfer_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_install_action (widget_class, "prevention.first-step", NULL, first_step_action);
  gtk_widget_class_install_action (widget_class, "prevention.unit-cost", NULL, unit_cost_action);
}

static void
plwu_prevention_page_init (PlwuPreventionPage *self)
{
  self->code = g_strdup ("");
  self->partners = g_array_new (FALSE, FALSE, sizeof (size_t));
  self->figures = plwu_prevention_figures_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->valley_drawing = plwu_valley_new ();
  g_signal_connect_object (self->valley_drawing, "year-activated", G_CALLBACK (year_activated_cb), self,
                           G_CONNECT_SWAPPED);
  plwu_picture_set_drawing (self->valley_picture, PLWU_DRAWING (self->valley_drawing));

  self->partner_drawing = plwu_partners_new ();
  g_signal_connect_object (self->partner_drawing, "bar-activated", G_CALLBACK (bar_activated_cb), self,
                           G_CONNECT_SWAPPED);
  plwu_picture_set_drawing (self->partner_picture, PLWU_DRAWING (self->partner_drawing));

  self->compare_sheet = PLWU_SHEET (plwu_sheet_new (PLWU_SHEET_MODEL (self->figures)));
  plwu_sheet_set_label (self->compare_sheet, _ ("All programmes side by side"));
  g_signal_connect_object (self->compare_sheet, "selection-changed", G_CALLBACK (plwu_page_queue_explain),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_sheet, "cell-activated", G_CALLBACK (show_explain), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->compare_scroller, GTK_WIDGET (self->compare_sheet));
}

GtkWidget *
plwu_prevention_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_PREVENTION_PAGE, "document", document, NULL);
}
