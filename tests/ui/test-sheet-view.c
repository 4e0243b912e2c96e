/* test-sheet-view.c: tables sorted, grouped and searched: only views; edits land in the right rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "models/plwu-pots-model.h"
#include "models/plwu-services-model.h"
#include "test-window-support.h"

#include <gtk/gtk.h>

#define YEAR_2027 "2027/28"

static PlwuSheetModel *
create_model (PlwuDocument **ret_document, PlwTableId table)
{
  *ret_document = create_document ();
  return plwu_table_model_new (*ret_document, table);
}

static void
assert_names (PlwuSheetModel *model, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < plwu_sheet_model_n_rows (model); i++)
    {
      g_autofree char *name = read_cell (model, i, 0);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static gint64
get_pot_pence (PlwuDocument *document, const char *code)
{
  const PlwPlan *plan = plwu_document_get_plan (document);

  return plw_plan_number (plan, PLW_TABLE_POTS, find_row (document, PLW_TABLE_POTS, code),
                          plw_plan_year_column (plan, PLW_TABLE_POTS, 2027));
}

static void
set_block (PlwuSheetModel *model,
           PlwuSheetGesture gesture,
           guint row,
           guint column,
           guint n_rows,
           const char *const *texts,
           PlwuSheetOutcome *ret_outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plwu_sheet_model_set_cells (model, gesture, row, column, n_rows, 1, texts, ret_outcome, &error));
  g_assert_no_error (error);
}

static void
test_sorts_figures_and_texts (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  PlwuTableModel *table = PLWU_TABLE_MODEL (model);
  guint year = find_column (model, YEAR_2027);

  plwu_table_model_set_sort (table, year, PLWU_SHEET_SORT_DOWN);
  assert_names (model,
                "Road grant|Care match funding|Capital grant|Library grant|Council tax|General reserve");
  g_assert_cmpint (plwu_sheet_model_column_sort (model, year), ==, PLWU_SHEET_SORT_DOWN);
  g_assert_cmpint (plwu_sheet_model_column_sort (model, 0), ==, PLWU_SHEET_UNSORTED);

  /* What is empty comes last either way. */
  plwu_table_model_set_sort (table, year, PLWU_SHEET_SORT_UP);
  assert_names (model,
                "Library grant|Capital grant|Care match funding|Road grant|Council tax|General reserve");

  plwu_table_model_set_sort (table, 0, PLWU_SHEET_SORT_UP);
  assert_names (model,
                "Capital grant|Care match funding|Council tax|General reserve|Library grant|Road grant");

  plwu_table_model_set_sort (table, 0, PLWU_SHEET_UNSORTED);
  assert_names (model,
                "Council tax|Road grant|Care match funding|Library grant|General reserve|Capital grant");
}

/* The plan's rows stay where they are, and what is typed goes to the row that shows it. */
static void
test_edits_land_in_sorted_rows (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  guint year = find_column (model, YEAR_2027);
  const char *const texts[] = { "1", "2", "3" };
  g_auto (PlwuSheetOutcome) outcome = { 0 };

  plwu_table_model_set_sort (PLWU_TABLE_MODEL (model), year, PLWU_SHEET_SORT_DOWN);
  set_block (model, PLWU_SHEET_GESTURE_PASTE, 0, year, 3, texts, &outcome);
  g_assert_cmpuint (outcome.n_changed, ==, 3);
  g_assert_cmpint (get_pot_pence (document, "road-grant"), ==, 100);
  g_assert_cmpint (get_pot_pence (document, "care-match"), ==, 200);
  g_assert_cmpint (get_pot_pence (document, "capital-grant"), ==, 300);

  /* Rows do not run away from who types into them. */
  assert_names (model,
                "Road grant|Care match funding|Capital grant|Library grant|Council tax|General reserve");

  /* One step, and the plan is as it was, in its own order. */
  g_assert_true (plwu_document_undo (document, NULL));
  g_assert_cmpint (get_pot_pence (document, "road-grant"), ==, 7000000);
  g_assert_cmpuint (find_row (document, PLW_TABLE_POTS, "council-tax"), ==, 0);
}

static void
test_new_row_in_sorted_view (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  g_autoptr (GError) error = NULL;
  guint row;

  plwu_table_model_set_sort (PLWU_TABLE_MODEL (model), 0, PLWU_SHEET_SORT_UP);
  g_assert_true (plwu_table_model_add_row (PLWU_TABLE_MODEL (model), 0, &row, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (row, ==, 6);
  assert_names (model,
                "Capital grant|Care match funding|Council tax|General reserve|Library grant|Road grant|New");
}

static void
test_groups_have_subtotals (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  PlwuTableModel *table = PLWU_TABLE_MODEL (model);
  guint base = find_column (model, "Base, £ a year");
  guint element = find_column (model, "Element");

  g_assert_true (plwu_table_model_can_group (table, PLWU_TABLE_BY_SERVICE_GROUP));
  g_assert_false (plwu_table_model_can_group (table, PLWU_TABLE_BY_FUNDER));
  plwu_table_model_set_grouping (table, PLWU_TABLE_BY_SERVICE_GROUP);
  assert_names (model, "people (1)|Care|place (4)|Roads|Parks|Libraries|Libraries");
  g_assert_cmpint (read_kind (model, 0, base), ==, PLWU_SHEET_TOTAL);
  assert_cell (model, 0, base, "100,000");
  assert_cell (model, 2, base, "120,000"); /* fees lower it */
  assert_cell (model, 7, base, "220,000");
  assert_cell (model, 2, element, "");
  g_assert_cmpuint (plwu_table_model_get_n_plan_rows (table, NULL), ==, 5);

  plwu_table_model_set_grouping (table, PLWU_TABLE_BY_LINE);
  assert_names (model, "Care (1)|Care|Roads (1)|Roads|Parks (1)|Parks|Libraries (2)|Libraries|Libraries");
  assert_cell (model, 6, base, "20,000");

  plwu_table_model_set_grouping (table, PLWU_TABLE_UNGROUPED);
  assert_names (model, "Care|Roads|Parks|Libraries|Libraries");
}

/* Rows add up to their subtotals and these to the total, in every unit. */
static void
test_rounded_groups_add_up (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  PlwuTableModel *table = PLWU_TABLE_MODEL (model);
  guint year = find_column (model, YEAR_2027);
  static const char *const pots[] = { "Road grant", "Care match funding", "Library grant", "Capital grant" };

  for (guint i = 0; i < G_N_ELEMENTS (pots); i++)
    for (guint row = 0; row < plwu_sheet_model_n_rows (model); row++)
      {
        g_autofree char *name = read_cell (model, row, 0);

        if (g_str_equal (name, pots[i]))
          type_cell (model, row, year, i % 2 == 0 ? "10,400.40" : "20,500.50");
      }

  plwu_document_set_unit (document, PLW_UNIT_THOUSANDS);
  plwu_table_model_set_grouping (table, PLWU_TABLE_BY_FUNDER);

  gint64 total = 0;
  gint64 in_group = 0;
  gint64 subtotal = 0;
  guint n_groups = 0;

  for (guint row = 0; row <= plwu_sheet_model_n_rows (model); row++)
    {
      g_autofree char *text = read_cell (model, row, year);
      gint64 figure = g_ascii_strtoll (text, NULL, 10);

      if (read_kind (model, row, year) == PLWU_SHEET_TOTAL)
        {
          g_assert_cmpint (in_group, ==, subtotal);
          n_groups++;
          if (row == plwu_sheet_model_n_rows (model))
            g_assert_cmpint (figure, ==, total);
          total += figure;
          subtotal = figure;
          in_group = 0;
        }
      else
        in_group += figure;
    }
  g_assert_cmpuint (n_groups, ==, 5);
}

static void
test_group_heads_take_nothing (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  guint base = find_column (model, "Base, £ a year");
  const char *const texts[] = { "11", "12", "13", "14" };
  g_auto (PlwuSheetOutcome) outcome = { 0 };

  plwu_table_model_set_grouping (PLWU_TABLE_MODEL (model), PLWU_TABLE_BY_SERVICE_GROUP);
  set_block (model, PLWU_SHEET_GESTURE_PASTE, 0, base, 4, texts, &outcome);
  g_assert_cmpuint (outcome.n_changed, ==, 2);
  g_assert_cmpuint (outcome.n_read_only, ==, 2);
  assert_cell (model, 1, base, "12");
  assert_cell (model, 3, base, "14");
}

static void
test_removal_in_groups (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_COSTS);
  g_autoptr (GError) error = NULL;

  plwu_table_model_set_grouping (PLWU_TABLE_MODEL (model), PLWU_TABLE_BY_SERVICE_GROUP);
  g_assert_true (plwu_table_model_delete_rows (PLWU_TABLE_MODEL (model), 2, 1, &error));
  g_assert_null (plwu_document_get_undo_name (document));
  g_assert_true (plwu_table_model_delete_rows (PLWU_TABLE_MODEL (model), 0, 2, &error));
  g_assert_no_error (error);
  assert_names (model, "place (4)|Roads|Parks|Libraries|Libraries");
  g_assert_true (plwu_document_undo (document, NULL));
  assert_names (model, "people (1)|Care|place (4)|Roads|Parks|Libraries|Libraries");
}

/* What a search hides is not touched, and that is said. */
static void
test_paste_spares_hidden_rows (void)
{
  g_autoptr (PlwuDocument) document = NULL;
  g_autoptr (PlwuSheetModel) model = create_model (&document, PLW_TABLE_POTS);
  guint year = find_column (model, YEAR_2027);
  const char *const texts[] = { "5", "6", "7" };
  g_auto (PlwuSheetOutcome) outcome = { 0 };
  g_auto (PlwuSheetOutcome) one = { 0 };

  plwu_table_model_set_search (PLWU_TABLE_MODEL (model), "grant");
  assert_names (model, "Road grant|Library grant|Capital grant");
  set_block (model, PLWU_SHEET_GESTURE_PASTE, 0, year, 3, texts, &outcome);
  g_assert_cmpuint (outcome.n_changed, ==, 3);
  g_assert_cmpstr (outcome.note, ==, "only rows shown were touched: the search hides 3 rows");
  g_assert_cmpint (get_pot_pence (document, "road-grant"), ==, 500);
  g_assert_cmpint (get_pot_pence (document, "care-match"), ==, 3000000);
  g_assert_cmpint (get_pot_pence (document, "books"), ==, 600);

  set_block (model, PLWU_SHEET_GESTURE_TYPE, 0, year, 1, texts + 1, &one);
  g_assert_null (one.note);
}

static void
test_services_sort_by_results (void)
{
  g_autoptr (PlwuDocument) document = create_document ();
  g_autoptr (PlwuSheetModel) model = plwu_services_model_new (document);

  wait_for_result (document);
  plwu_table_model_set_sort (PLWU_TABLE_MODEL (model), find_column (model, YEAR_2027), PLWU_SHEET_SORT_UP);
  assert_names (model, "Libraries|Parks|Roads|Care");
  plwu_table_model_set_grouping (PLWU_TABLE_MODEL (model), PLWU_TABLE_BY_SERVICE_GROUP);
  assert_names (model, "people (1)|Care|place (3)|Libraries|Parks|Roads");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/sheet/view/sorts", test_sorts_figures_and_texts);
  g_test_add_func ("/ui/sheet/view/edits-land-in-sorted-rows", test_edits_land_in_sorted_rows);
  g_test_add_func ("/ui/sheet/view/new-row-in-sorted-view", test_new_row_in_sorted_view);
  g_test_add_func ("/ui/sheet/view/groups", test_groups_have_subtotals);
  g_test_add_func ("/ui/sheet/view/rounded-groups-add-up", test_rounded_groups_add_up);
  g_test_add_func ("/ui/sheet/view/group-heads-take-nothing", test_group_heads_take_nothing);
  g_test_add_func ("/ui/sheet/view/removal-in-groups", test_removal_in_groups);
  g_test_add_func ("/ui/sheet/view/paste-spares-hidden-rows", test_paste_spares_hidden_rows);
  g_test_add_func ("/ui/sheet/view/services-sort-by-results", test_services_sort_by_results);

  return g_test_run ();
}
