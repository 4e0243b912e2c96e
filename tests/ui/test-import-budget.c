/* test-import-budget.c: a published budget table into the plan, in the window as on the command line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import/plwu-budget-private.h"
#include "import/plwu-import-open.h"
#include "plwu-window-private.h"
#include "test-window-support.h"

#include <string.h>

#include <glib/gstdio.h>

#include <placewright/exchange.h>

/* Waste is 11 more than the total of its year has. */
#define CONTRADICTORY                                                                                        \
  "£000,2025/26,2026/27,2027/28\nLibraries,100,110,120\nWaste,200,231,240\nNet budget,300,330,360\n"        \
  "Council tax,(250),(260),(270)\nBusiness rates,(40),(50),(60)\nTotal funding,(290),(310),(330)\n"          \
  "Cumulative gap,10,20,30\nAnnual gap,10,10,10\n"

#define DOWN                                                                                                 \
  "£000,Libraries,Waste,Net budget\n2025/26,100,200,300\n2026/27,110,220,330\n2027/28,120,240,360\n"

#define EITHER "£k,2025/26,2026/27,2027/28\nNorth,10,11,12\nSouth,20,21,22\nTotal,30,32,34\n"

typedef struct
{
  PlwuWindow *window;
  PlwuDocument *document;
  PlwuBudgetWindow *import;
  char *folder;
  char *path; /* (nullable): what was written there */
} Case;

static void
wait_for_idle (PlwuBudgetWindow *import)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!plwu_budget_window_is_idle (import))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* A plan of five years with nothing in it. */
static PlwuDocument *
create_empty (const char *base_year)
{
  const char *const settings[][2] = { { "title", "Burnley" }, { "base_year", base_year }, { "years", "5" } };
  g_autoptr (PlwPlan) plan = plw_plan_new ();
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const PlwValue values[] = { plw_value_text (settings[i][0]), plw_value_text (settings[i][1]) };

      plw_plan_append (plan, PLW_TABLE_PLAN, values, G_N_ELEMENTS (values));
    }

  PlwStore *store = plw_store_new_file (plan, "Burnley", &error);

  g_assert_no_error (error);
  return plwu_document_new (store);
}

/* A window with the import of a budget over it: on Smallshire, or on an empty plan from @base_year on. */
static void
open_case (Case *self, const char *base_year)
{
  self->folder = g_dir_make_tmp ("placewright-XXXXXX", NULL);
  self->document = base_year != NULL ? create_empty (base_year) : create_file_document ();
  self->window = PLWU_WINDOW (plwu_window_new (NULL));
  plwu_window_set_document (self->window, self->document);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for_result (self->document);
  self->import = PLWU_BUDGET_WINDOW (plwu_import_present_budget (self->window));
}

static void
close_case (Case *self)
{
  plwu_document_close (self->document, TRUE);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->document);
  if (self->path != NULL)
    g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
read_path (Case *self, const char *path)
{
  plwu_budget_window_read_file (self->import, path);
  wait_for_idle (self->import);
}

static char *
build_data_path (const char *name)
{
  return g_build_filename (g_getenv ("PLACEWRIGHT_SOURCE"), "tests", "data", "budget", name, NULL);
}

static void
read_text (Case *self, const char *name, const char *text)
{
  self->path = g_build_filename (self->folder, name, NULL);
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  read_path (self, self->path);
}

static const PlwuImportFindings *
get_findings (Case *self)
{
  return plwu_budget_window_get_reading (self->import)->findings;
}

static gboolean
can_take (Case *self)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (self->import->take));
}

static void
take (Case *self)
{
  g_assert_true (can_take (self));
  gtk_widget_activate_action (GTK_WIDGET (self->import), "budget.take", NULL);
}

static const char *
get_found (Case *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->import->found, index);
  GtkWidget *box = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  return box != NULL ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box))) : NULL;
}

static int
get_n_found (Case *self)
{
  return (int) self->import->places->len;
}

/* What the command line makes of it. */
static PlwPlan *
create_expected (const PlwPlan *plan, const char *path, const PlwBudgetOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwBudget) budget = plw_budget_read (path, options, &error);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *ties = NULL;
  PlwImportCounts counts;

  g_assert_no_error (error);

  g_autoptr (PlwEdit) edit = plw_budget_run (budget, plan, problems, &counts, &ties, &error);
  PlwPlan *expected = plw_plan_copy (plan);

  g_assert_no_error (error);
  g_assert_true (plw_plan_apply (expected, edit, &error));
  return expected;
}

static void
test_gateshead (void)
{
  Case self = { NULL };
  g_autofree char *path = build_data_path ("gateshead-2025-26.csv");
  g_autoptr (GError) error = NULL;
  const PlwBudgetOptions plain = { NULL };

  open_case (&self, NULL);
  g_assert_false (can_take (&self));
  read_path (&self, path);

  const PlwuBudgetReading *reading = plwu_budget_window_get_reading (self.import);
  PlwuSheetModel *rows = plwu_sheet_get_model (self.import->rows);
  g_autoptr (PlwPlan) before = plw_plan_copy (plwu_document_get_plan (self.document));
  g_autoptr (PlwPlan) expected = create_expected (before, path, &plain);

  g_assert_cmpint (plw_budget_shape (reading->budget), ==, PLW_BUDGET_GAP);
  g_assert_nonnull (strstr (gtk_label_get_text (self.import->shape_reading), "Gap: base, funding"));
  g_assert_cmpstr (gtk_label_get_text (self.import->unit_reading), ==, "One stands for £1,000,000");
  g_assert_cmpstr (gtk_label_get_text (self.import->year_reading), ==, "2025/26 to 2029/30");
  g_assert_nonnull (strstr (gtk_label_get_text (self.import->sums_reading), "stay missing and are never 0"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.import->year)));
  assert_cell (rows, 0, 0, "estimated_base");
  assert_cell (rows, 0, 1, "base");
  assert_cell (rows, 0, 2, "320.647");
  assert_cell (rows, 3, 2, "-8.500");
  assert_cell (rows, 8, 5, "missing");
  plwu_picker_set_selected (self.import->figures, 1);
  assert_cell (plwu_sheet_get_model (self.import->rows), 0, 2, "320,647,000");
  g_assert_cmpuint (plwu_sheet_model_n_rows (plwu_sheet_get_model (self.import->news)), >, 0);
  g_assert_nonnull (strstr (gtk_label_get_text (self.import->ties), "the plan agrees in"));

  take (&self);
  g_assert_true (plw_plan_equal (plwu_document_get_plan (self.document), expected));
  g_assert_cmpstr (plwu_document_get_undo_name (self.document), ==, "Import from gateshead-2025-26.csv");
  g_assert_true (plwu_document_undo (self.document, &error));
  g_assert_true (plw_plan_equal (plwu_document_get_plan (self.document), before));
  close_case (&self);
}

/* Empty cells are nothing to whoever says so; the one pound too much of a year is rounding. */
static void
test_burnley (void)
{
  Case self = { NULL };
  g_autofree char *path = build_data_path ("burnley-2020-26.csv");
  const PlwBudgetOptions told = { .is_empty_nothing = true };

  open_case (&self, "2020/21");
  read_path (&self, path);
  assert_cell (plwu_sheet_get_model (self.import->rows), 16, 2, "missing");

  gtk_check_button_set_active (self.import->empty_is_nothing, TRUE);
  g_assert_false (plwu_budget_window_is_idle (self.import));
  wait_for_idle (self.import);
  assert_cell (plwu_sheet_get_model (self.import->rows), 16, 2, "0");
  g_assert_nonnull (
      strstr (gtk_label_get_text (self.import->sums_reading), "1 but for rounding; 0 contradictions"));
  g_assert_true (
      g_str_has_prefix (get_found (&self, get_n_found (&self) - 1), "Rounding: burnley-2020-26.csv"));

  g_autoptr (PlwPlan) expected = create_expected (plwu_document_get_plan (self.document), path, &told);

  take (&self);
  g_assert_true (plw_plan_equal (plwu_document_get_plan (self.document), expected));
  close_case (&self);
}

/* Several tables in one file: one is chosen, and its projects come in. */
static void
test_capital (void)
{
  Case self = { NULL };
  g_autofree char *path = build_data_path ("burnley-capital.csv");
  const PlwBudgetOptions told = { .part = "2025/26" };

  open_case (&self, "2024/25");
  read_path (&self, path);
  g_assert_false (can_take (&self));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.import->part_box)));
  g_assert_nonnull (strstr (plwu_budget_window_get_message (self.import), "it holds several tables"));

  guint n_rows = plwu_sheet_model_n_rows (plwu_sheet_get_model (self.import->rows));

  plwu_picker_set_selected (self.import->part, 4);
  wait_for_idle (self.import);
  g_assert_cmpuint (plwu_picker_get_selected (self.import->part), ==, 4);
  g_assert_cmpuint (plwu_sheet_model_n_rows (plwu_sheet_get_model (self.import->rows)), <, n_rows);

  g_autoptr (PlwPlan) expected = create_expected (plwu_document_get_plan (self.document), path, &told);

  take (&self);
  g_assert_true (plw_plan_equal (plwu_document_get_plan (self.document), expected));
  close_case (&self);
}

/* The cell is marked in the table and leads there from the list. */
static void
test_contradiction (void)
{
  Case self = { NULL };
  g_auto (PlwuSheetCell) cell = { 0 };
  guint row;
  guint column;

  open_case (&self, NULL);
  read_text (&self, "wrong.csv", CONTRADICTORY);
  g_assert_false (can_take (&self));
  g_assert_null (get_findings (&self)->edit);

  PlwuSheetModel *rows = plwu_sheet_get_model (self.import->rows);

  g_assert_cmpstr (get_found (&self, 0), ==, "Contradiction: wrong.csv, cell C4");
  g_assert_cmpstr (gtk_stack_page_get_title (self.import->found_page), ==, "What was foun_d (1)");
  gtk_stack_set_visible_child_name (self.import->views, "found");
  g_signal_emit_by_name (self.import->found, "row-activated",
                         gtk_list_box_get_row_at_index (self.import->found, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self.import->views), ==, "rows");
  g_assert_true (plwu_sheet_get_cursor (self.import->rows, &row, &column));
  assert_cell (rows, row, 0, "Net budget");
  assert_cell (rows, row, column, "330");
  plwu_sheet_model_cell (rows, row, column, &cell);
  g_assert_true (cell.is_warning);
  g_assert_nonnull (strstr (cell.tooltip, "printed £330,000.00"));

  g_autofree char *spoken = plwu_sheet_model_describe (rows, row, column);

  g_assert_nonnull (strstr (spoken, "contradiction: Net budget, 2026/27"));
  gtk_check_button_set_active (self.import->accepts, TRUE);
  wait_for_idle (self.import);
  g_assert_true (can_take (&self));
  close_case (&self);
}

/* What can be read in two ways is not taken in until somebody says which. */
static void
test_undecided (void)
{
  Case self = { NULL };

  open_case (&self, NULL);
  read_text (&self, "either.csv", EITHER);
  g_assert_false (can_take (&self));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.import->doubt)));
  g_assert_nonnull (strstr (plwu_budget_window_get_message (self.import), "say which shape it has"));

  gtk_widget_activate_action (GTK_WIDGET (self.import), "budget.read-as", "i", (int) PLW_BUDGET_MOVEMENTS);
  wait_for_idle (self.import);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self.import->doubt)));
  g_assert_cmpint (plw_budget_shape (plwu_budget_window_get_reading (self.import)->budget), ==,
                   PLW_BUDGET_MOVEMENTS);
  g_assert_true (can_take (&self));

  plwu_picker_set_selected (self.import->unit, 3);
  plwu_picker_set_selected (self.import->line, 1);
  wait_for_idle (self.import);
  g_assert_cmpint (plw_budget_unit (plwu_budget_window_get_reading (self.import)->budget), ==, 1000000);
  g_assert_true (can_take (&self));
  close_case (&self);
}

/* Years down the rows are found; whoever says that they are across has no table. */
static void
test_down (void)
{
  Case self = { NULL };

  open_case (&self, NULL);
  read_text (&self, "down.csv", DOWN);

  PlwuSheetModel *rows = plwu_sheet_get_model (self.import->rows);
  g_autofree char *title = plwu_sheet_model_column_title (rows, 0);

  g_assert_cmpstr (gtk_label_get_text (self.import->year_reading), ==,
                   "2025/26 to 2027/28, down the rows of the file");
  g_assert_cmpstr (title, ==, "Column of the file");
  assert_cell (rows, 1, 0, "Waste");
  assert_cell (rows, 1, 3, "220");
  plwu_picker_set_selected (self.import->years, PLW_BUDGET_ACROSS);
  wait_for_idle (self.import);
  g_assert_null (plwu_budget_window_get_reading (self.import)->budget);
  g_assert_false (can_take (&self));
  plwu_picker_set_selected (self.import->years, PLW_BUDGET_DOWN);
  wait_for_idle (self.import);
  g_assert_nonnull (plwu_budget_window_get_reading (self.import)->budget);
  close_case (&self);
}

/* Another sheet of a workbook is another table. */
static void
test_sheets (void)
{
  Case self = { NULL };
  g_autoptr (GError) error = NULL;
  guint pots = 0;

  open_case (&self, NULL);
  self.path = g_build_filename (self.folder, "book.xlsx", NULL);
  g_assert_true (plw_template_write (plwu_document_get_plan (self.document), false, self.path, &error));
  read_path (&self, self.path);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.import->sheet_box)));
  g_assert_nonnull (strstr (plwu_budget_window_get_message (self.import), "is not a budget table"));
  while (self.import->sheets[pots] != NULL && !g_str_equal (self.import->sheets[pots], "pots"))
    pots++;
  g_assert_nonnull (self.import->sheets[pots]);

  gtk_check_button_set_active (self.import->accepts, TRUE);
  plwu_picker_set_selected (self.import->sheet, pots);
  wait_for_idle (self.import);
  g_assert_false (gtk_check_button_get_active (self.import->accepts));
  g_assert_cmpuint (plwu_picker_get_selected (self.import->sheet), ==, pots);
  g_assert_nonnull (plwu_budget_window_get_reading (self.import)->budget);
  g_assert_cmpstr (gtk_label_get_text (self.import->year_reading), ==, "2026/27 to 2030/31");
  close_case (&self);
}

/* What is no budget table says so; reading can be stopped, and the window closed meanwhile. */
static void
test_faults (void)
{
  Case self = { NULL };
  g_autofree char *path = build_data_path ("gateshead-2025-26.csv");

  open_case (&self, NULL);
  read_text (&self, "words.csv", "Name,Colour\nRoads,grey\n");
  g_assert_nonnull (
      strstr (plwu_budget_window_get_message (self.import), "“words.csv” is not a budget table"));
  g_assert_false (can_take (&self));

  plwu_budget_window_read_file (self.import, path);
  gtk_widget_activate_action (GTK_WIDGET (self.import), "budget.cancel", NULL);
  wait_for_idle (self.import);
  g_assert_cmpstr (plwu_budget_window_get_message (self.import), ==,
                   "Reading was stopped; nothing was changed.");
  g_assert_null (plwu_budget_window_get_reading (self.import));

  plwu_budget_window_read_file (self.import, path);
  close_case (&self);
  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/import-budget/gateshead", test_gateshead);
  g_test_add_func ("/ui/import-budget/burnley", test_burnley);
  g_test_add_func ("/ui/import-budget/capital", test_capital);
  g_test_add_func ("/ui/import-budget/contradiction", test_contradiction);
  g_test_add_func ("/ui/import-budget/undecided", test_undecided);
  g_test_add_func ("/ui/import-budget/down", test_down);
  g_test_add_func ("/ui/import-budget/sheets", test_sheets);
  g_test_add_func ("/ui/import-budget/faults", test_faults);

  return g_test_run ();
}
