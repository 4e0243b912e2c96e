/* test-knock-on-page.c: knock-on costs, and unit costs chosen for effects.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages/plwu-knock-on-page.h"
#include "pages/plwu-knock-on-text.h"
#include "pages/plwu-unit-cost-picker.h"
#include "test-prevention-support.h"
#include "test-window-support.h"

#include <placewright/reference.h>

#include <string.h>

static GtkWidget *
find_picker (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PLWU_IS_UNIT_COST_PICKER (l->data))
      return l->data;
  return NULL;
}

static GtkSearchEntry *
get_search (GtkWidget *picker)
{
  return GTK_SEARCH_ENTRY (gtk_widget_get_template_child (picker, PLWU_TYPE_UNIT_COST_PICKER, "search"));
}

/* Editing a unit cost opens the list; choosing writes the code as one edit that is undone. */
static void
test_unit_cost_is_chosen (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  PlwuTableModel *model = plwu_grid_get_model (page->grids[2]);
  guint column = find_column (PLWU_SHEET_MODEL (model), "Unit cost");
  g_autofree char *before = read_cell (PLWU_SHEET_MODEL (model), 0, column);
  gboolean is_handled = FALSE;
  const PlwPlan *shipped = plw_reference ();
  const char *code = plw_plan_text (shipped, PLW_TABLE_UNIT_COSTS, 0, PLW_UNIT_COSTS_CODE);

  gtk_stack_set_visible_child (page->tabs, GTK_WIDGET (page->grids[2]));
  g_signal_emit_by_name (plwu_grid_get_sheet (page->grids[2]), "edit-wanted", 0, column - 1, NULL,
                         &is_handled);
  g_assert_false (is_handled);
  g_signal_emit_by_name (plwu_grid_get_sheet (page->grids[2]), "edit-wanted", 0, column, "C", &is_handled);
  g_assert_true (is_handled);

  GtkWidget *picker = find_picker ();

  g_assert_nonnull (picker);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search (picker))), ==, "C");
  gtk_editable_set_text (GTK_EDITABLE (get_search (picker)), code);
  g_signal_emit_by_name (get_search (picker), "activate");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_picker ());
  assert_cell (PLWU_SHEET_MODEL (model), 0, column, code);
  g_assert_cmpstr (before, !=, code);

  g_assert_true (plwu_document_undo (document, NULL));
  assert_cell (PLWU_SHEET_MODEL (model), 0, column, before);
  g_assert_null (plwu_document_get_undo_name (document));
  close_page (PLWU_PAGE (page));
}

/* The list holds the plan's unit costs and every shipped one that the plan does not replace. */
static void
test_unit_costs_are_all_listed (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuPreventionPage *page = open_prevention (document);
  const PlwPlan *plan = plwu_document_get_plan (document);
  size_t n_expected = plw_plan_n_rows (plw_reference (), PLW_TABLE_UNIT_COSTS);
  size_t row;

  for (size_t i = 0; i < plw_plan_n_rows (plan, PLW_TABLE_UNIT_COSTS); i++)
    n_expected +=
        !plw_plan_find_key (plw_reference (), PLW_TABLE_UNIT_COSTS,
                            plw_plan_text (plan, PLW_TABLE_UNIT_COSTS, i, PLW_UNIT_COSTS_CODE), &row);

  GtkWidget *picker = plwu_unit_cost_picker_present (GTK_WIDGET (page->grids[2]),
                                                     plwu_grid_get_model (page->grids[2]), 0, NULL);
  GtkWidget *scroller =
      GTK_WIDGET (gtk_widget_get_template_child (picker, PLWU_TYPE_UNIT_COST_PICKER, "scroller"));
  PlwuSheet *sheet = PLWU_SHEET (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));

  g_assert_cmpuint (plwu_sheet_model_n_rows (plwu_sheet_get_model (sheet)), ==, n_expected);
  gtk_editable_set_text (GTK_EDITABLE (get_search (picker)), "no such thing");
  g_signal_emit_by_name (get_search (picker), "search-changed");
  g_assert_cmpuint (plwu_sheet_model_n_rows (plwu_sheet_get_model (sheet)), ==, 0);
  g_signal_emit_by_name (get_search (picker), "activate");
  g_assert_nonnull (find_picker ());
  gtk_window_destroy (GTK_WINDOW (picker));
  close_page (PLWU_PAGE (page));
}

/* Worst first; what is left is what was not spent less what it costs elsewhere. */
static void
test_knock_on (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  PlwuKnockOnPage *page = PLWU_KNOCK_ON_PAGE (open_page (plwu_knock_on_page_new (document)));
  const PlwResult *result = plwu_document_get_result (document, NULL);
  g_autoptr (GPtrArray) economies = plwu_knock_on_list (result);
  GtkListBox *list =
      GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (page), PLWU_TYPE_KNOCK_ON_PAGE, "list"));
  int64_t before = INT64_MIN;

  g_assert_cmpuint (economies->len, >, 3);
  for (guint i = 0; i < economies->len; i++)
    {
      const PlwFalseEconomy *economy = g_ptr_array_index (economies, i);
      PlwuKnockOnSums sums = plwu_knock_on_sum (result, economy);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);
      g_autofree char *title = plwu_knock_on_title (result, economy);
      g_autofree char *sentence = plwu_knock_on_sentence (result, economy);
      g_autofree char *label = g_strdup_printf ("%s. %s", title, sentence);
      g_autofree char *net = plw_pence_show_short (sums.net);
      GtkWidget *last = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));

      g_assert_cmpint (sums.gross - sums.cost, ==, sums.net);
      g_assert_cmpint (sums.net, >=, before);
      before = sums.net;
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (last)), ==, net);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      gtk_list_box_select_row (list, row);

      g_autoptr (PlwuExplanation) text = PLWU_PAGE_GET_CLASS (page)->explain (PLWU_PAGE (page));

      g_assert_cmpstr (text->title, ==, title);
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) economies->len));
  g_assert_true (plwu_page_show_cell (PLWU_PAGE (page), PLW_TABLE_SPILLOVERS, 0, NULL));
  close_page (PLWU_PAGE (page));
}

static void
test_knock_on_copies_as_a_table (void)
{
  g_autoptr (PlwuDocument) document = create_county ();
  const PlwResult *result = plwu_document_get_result (document, NULL);
  g_autoptr (GPtrArray) economies = plwu_knock_on_list (result);
  g_autofree char *text = plwu_knock_on_to_text (result, economies);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_expected = 1;

  for (guint i = 0; i < economies->len; i++)
    n_expected += 2 + (guint) ((PlwFalseEconomy *) g_ptr_array_index (economies, i))->n_knock_ons;
  g_assert_cmpuint (g_strv_length (lines), ==, n_expected + 1);
  for (guint i = 0; i < n_expected; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 3 + plw_result_n_years (result));
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/unit-cost/is-chosen", test_unit_cost_is_chosen);
  g_test_add_func ("/unit-cost/are-all-listed", test_unit_costs_are_all_listed);
  g_test_add_func ("/knock-on/report", test_knock_on);
  g_test_add_func ("/knock-on/copies-as-a-table", test_knock_on_copies_as_a_table);

  return g_test_run ();
}
