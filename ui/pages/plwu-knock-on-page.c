/* plwu-knock-on-page.c: what shortfalls and savings cost elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-knock-on-page.h"

#include "findings/plwu-labels.h"
#include "plwu-explain.h"
#include "plwu-grid.h"
#include "plwu-knock-on-text.h"
#include "plwu-prose.h"

#include <string.h>

#include <glib/gi18n.h>

struct _PlwuKnockOnPage
{
  PlwuPage parent_instance;

  /* Owned */
  GPtrArray *economies; /* (nullable): of the results shown, in the order of the rows */

  gboolean is_filling;

  /* Inside */
  PlwuGrid *grid;

  /* Template widgets */
  GtkWidget *copy;
  GtkStack *tabs;
  GtkStack *stack;
  GtkLabel *finding;
  GtkListBox *list;
  AdwStatusPage *none;
  GtkWidget *first;
};

G_DEFINE_FINAL_TYPE (PlwuKnockOnPage, plwu_knock_on_page, PLWU_TYPE_PAGE)

static const PlwResult *
get_result (PlwuKnockOnPage *self)
{
  return plwu_document_get_result (plwu_page_get_document (PLWU_PAGE (self)), NULL);
}

static GtkWidget *
create_figure (int64_t pence)
{
  g_autofree char *text = plw_pence_show_short (pence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  if (pence < 0)
    gtk_widget_add_css_class (label, "plwu-gap");

  return label;
}

static GtkWidget *
create_words (const char *title, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *words = plwu_prose_new (sentence, NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, title);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
add_row (PlwuKnockOnPage *self,
         const PlwResult *result,
         const PlwFalseEconomy *economy,
         GtkSizeGroup **groups)
{
  PlwuKnockOnSums sums = plwu_knock_on_sum (result, economy);
  const int64_t figures[] = { sums.gross, sums.cost, sums.net };
  g_autofree char *title = plwu_knock_on_title (result, economy);
  g_autofree char *sentence = plwu_knock_on_sentence (result, economy);
  g_autofree char *label = g_strdup_printf ("%s. %s", title, sentence);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), create_words (title, sentence));
  for (size_t i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *figure = create_figure (figures[i]);

      gtk_size_group_add_widget (groups[i], figure);
      gtk_box_append (GTK_BOX (box), figure);
    }
  gtk_list_box_append (self->list, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
show_none (PlwuKnockOnPage *self, const char *title, const char *description, gboolean has_step)
{
  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, description);
  gtk_widget_set_visible (self->first, has_step);
}

/* Figures stand below their headings. */
static void
fill_list (PlwuKnockOnPage *self, const PlwResult *result)
{
  g_autoptr (GtkSizeGroup) gross = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) cost = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) net = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkSizeGroup *groups[] = { gross, cost, net };
  GtkWidget *titles = gtk_widget_get_next_sibling (GTK_WIDGET (self->finding));
  GtkWidget *title = gtk_widget_get_last_child (titles);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  g_autofree char *finding = plwu_knock_on_finding (result, self->economies);
  GtkWidget *row;

  for (size_t i = G_N_ELEMENTS (groups); i-- > 0; title = gtk_widget_get_prev_sibling (title))
    gtk_size_group_add_widget (groups[i], title);
  self->is_filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->economies->len; i++)
    add_row (self, result, g_ptr_array_index (self->economies, i), groups);
  if (index >= 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  self->is_filling = FALSE;
  gtk_label_set_text (self->finding, finding);
}

static void
plwu_knock_on_page_refresh (PlwuPage *page)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (page);
  PlwuDocument *document = plwu_page_get_document (page);
  const PlwResult *result = get_result (self);
  const char *failure = plwu_document_get_failure (document);
  gboolean has_any;

  g_clear_pointer (&self->economies, g_ptr_array_unref);
  if (result != NULL)
    self->economies = plwu_knock_on_list (result);
  has_any = self->economies != NULL && self->economies->len > 0;

  if (has_any)
    fill_list (self, result);
  else if (result == NULL)
    show_none (self, failure != NULL ? _ ("No results") : _ ("Working it out…"), failure, FALSE);
  else if (plw_plan_n_rows (plw_result_plan (result), PLW_TABLE_SPILLOVERS) == 0)
    show_none (self, _ ("No knock-on effects yet"),
               _ ("How underfunding one line raises the need of another, later, belongs here."), TRUE);
  else
    show_none (self, _ ("Nothing costs more elsewhere"),
               _ ("No line with knock-on effects falls short or is cut in this scenario under this policy."),
               FALSE);

  gtk_stack_set_visible_child_name (self->stack, has_any ? "figures" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "knock-on.copy", has_any);
}

static gboolean
shows_grid (PlwuKnockOnPage *self)
{
  return gtk_stack_get_visible_child (self->tabs) == GTK_WIDGET (self->grid);
}

static PlwuExplanation *
plwu_knock_on_page_explain (PlwuPage *page)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const PlwResult *result = get_result (self);
  guint cell_row;
  guint column;

  if (shows_grid (self))
    return plwu_grid_get_cursor (self->grid, &cell_row, &column)
               ? plwu_explain_cell (plwu_grid_get_model (self->grid), cell_row, column)
               : NULL;
  if (row == NULL || result == NULL || self->economies == NULL
      || (guint) gtk_list_box_row_get_index (row) >= self->economies->len)
    return NULL;

  return plwu_knock_on_explain (plwu_page_get_document (page), result,
                                g_ptr_array_index (self->economies, gtk_list_box_row_get_index (row)));
}

static void
row_selected_cb (PlwuKnockOnPage *self)
{
  if (!self->is_filling)
    plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
row_activated_cb (PlwuKnockOnPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-explain", NULL);
}

static void
tab_cb (PlwuKnockOnPage *self)
{
  plwu_page_queue_explain (PLWU_PAGE (self));
}

static void
first_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (widget);

  gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (self->grid));
  plwu_grid_focus (self->grid);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (widget);
  const PlwResult *result = get_result (self);

  if (result == NULL || self->economies == NULL)
    return;

  g_autofree char *text = plwu_knock_on_to_text (result, self->economies);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Table copied"));
}

static gboolean
plwu_knock_on_page_finish_editing (PlwuPage *page)
{
  return plwu_grid_finish_editing (PLWU_KNOCK_ON_PAGE (page)->grid);
}

static void
plwu_knock_on_page_start_search (PlwuPage *page)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (page);

  gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (self->grid));
  plwu_grid_start_search (self->grid);
}

static gboolean
plwu_knock_on_page_show_cell (PlwuPage *page, PlwTableId table, size_t plan_row, const char *column)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (page);

  if (table != PLW_TABLE_SPILLOVERS)
    return FALSE;

  gtk_stack_set_visible_child (self->tabs, GTK_WIDGET (self->grid));
  plwu_grid_show_cell (self->grid, plan_row, column);
  return TRUE;
}

static gboolean
plwu_knock_on_page_grab_focus (GtkWidget *widget)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (shows_grid (self) || row == NULL)
    {
      if (!shows_grid (self))
        return gtk_widget_grab_focus (self->first);
      plwu_grid_focus (self->grid);
      return TRUE;
    }
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
plwu_knock_on_page_constructed (GObject *object)
{
  PlwuKnockOnPage *self = PLWU_KNOCK_ON_PAGE (object);
  PlwuDocument *document = plwu_page_get_document (PLWU_PAGE (self));
  g_autofree char *empty_text =
      g_strdup_printf ("%s\n%s", _ ("How underfunding one line raises the need of another, later."),
                       _ ("Add a row with Ctrl+Plus."));

  G_OBJECT_CLASS (plwu_knock_on_page_parent_class)->constructed (object);

  self->grid = PLWU_GRID (plwu_grid_new (plwu_table_model_new (document, PLW_TABLE_SPILLOVERS)));
  plwu_grid_set_empty_text (self->grid, empty_text);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (plwu_page_queue_explain), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->tabs, GTK_WIDGET (self->grid), "spillovers",
                        plwu_label_table (PLW_TABLE_SPILLOVERS));
}

static void
plwu_knock_on_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLWU_TYPE_KNOCK_ON_PAGE);

  G_OBJECT_CLASS (plwu_knock_on_page_parent_class)->dispose (object);
}

static void
plwu_knock_on_page_finalize (GObject *object)
{
  g_clear_pointer (&PLWU_KNOCK_ON_PAGE (object)->economies, g_ptr_array_unref);

  G_OBJECT_CLASS (plwu_knock_on_page_parent_class)->finalize (object);
}

static void
plwu_knock_on_page_class_init (PlwuKnockOnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlwuPageClass *page_class = PLWU_PAGE_CLASS (klass);

  object_class->constructed = plwu_knock_on_page_constructed;
  object_class->dispose = plwu_knock_on_page_dispose;
  object_class->finalize = plwu_knock_on_page_finalize;
  widget_class->grab_focus = plwu_knock_on_page_grab_focus;
  page_class->shows_results_only = TRUE;
  page_class->refresh = plwu_knock_on_page_refresh;
  page_class->explain = plwu_knock_on_page_explain;
  page_class->finish_editing = plwu_knock_on_page_finish_editing;
  page_class->start_search = plwu_knock_on_page_start_search;
  page_class->show_cell = plwu_knock_on_page_show_cell;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/uk/placewright/Placewright/ui/pages/plwu-knock-on-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, copy);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, finding);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, none);
  gtk_widget_class_bind_template_child (widget_class, PlwuKnockOnPage, first);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_install_action (widget_class, "knock-on.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "knock-on.first-step", NULL, first_step_action);
}

static void
plwu_knock_on_page_init (PlwuKnockOnPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plwu_knock_on_page_new (PlwuDocument *document)
{
  return g_object_new (PLWU_TYPE_KNOCK_ON_PAGE, "document", document, NULL);
}
