/* test-import-window.c: a table of somebody else's into the plan, a question a page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import/plwu-import-open.h"
#include "import/plwu-import-private.h"
#include "import/plwu-return-window.h"
#include "plwu-window-private.h"
#include "test-window-support.h"

#include <string.h>

#include <glib/gstdio.h>

#define SAVINGS                                                                                              \
  "Savings proposals\n\nRef,Service,Proposal,Type,2027/28,2028/29\n"                                         \
  "S1,roads,Dimmer lights,saving,1000,tbc\nS2,care,Fewer hours,saving,500,500\n"

typedef struct
{
  PlwuWindow *window;
  PlwuDocument *document;
  PlwuImportWindow *import;
  guint64 n_log;
} Case;

static void
wait_for_idle (PlwuImportWindow *import)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!plwu_import_window_is_idle (import) || import->rerun_id != 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* A window on Smallshire whose import has read this text; NULL: nothing yet. */
static void
open_case (Case *self, const char *text)
{
  self->document = create_file_document ();
  self->window = PLWU_WINDOW (plwu_window_new (NULL));
  plwu_window_set_document (self->window, self->document);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_for_result (self->document);
  self->import = PLWU_IMPORT_WINDOW (plwu_import_present (self->window, PLW_N_TABLES, NULL));
  if (text != NULL)
    plwu_import_window_read_text (self->import, text);
  wait_for_idle (self->import);
}

static void
close_case (Case *self)
{
  plwu_document_close (self->document, TRUE);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->document);
}

static void
go_on (Case *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->import), "import.next", NULL);
  wait_for_idle (self->import);
}

static size_t
count_changes (Case *self)
{
  return plw_plan_n_rows (plwu_document_get_plan (self->document), PLW_TABLE_CHANGES);
}

/* From rows on the clipboard to rows of the plan, and back in one step. */
static void
test_from_rows_to_plan (void)
{
  Case self = { NULL };
  g_autoptr (GError) error = NULL;

  open_case (&self, SAVINGS);

  size_t n_before = count_changes (&self);
  const PlwImport *import = plwu_import_window_get_source (self.import)->import;

  g_assert_cmpint (plw_import_table (import), ==, PLW_TABLE_CHANGES);
  g_assert_cmpuint (plw_import_header (import), ==, 3);
  assert_cell (plwu_sheet_get_model (self.import->lines), 0, 1, "Savings proposals");

  go_on (&self);
  g_assert_cmpint (plwu_import_window_get_step (self.import), ==, PLWU_IMPORT_COLUMNS);
  g_assert_cmpuint (self.import->choosers->len, ==, 6);
  go_on (&self);
  g_assert_cmpint (plwu_import_window_get_step (self.import), ==, PLWU_IMPORT_FOUND);

  const PlwuImportFindings *findings = plwu_import_window_get_findings (self.import);
  PlwuSheetModel *preview = plwu_sheet_get_model (self.import->preview);

  g_assert_null (findings->failure);
  g_assert_cmpuint (findings->counts.n_inserted, ==, 2);
  assert_cell (preview, 0, 0, "4");
  assert_cell (preview, 0, 1, "new");
  assert_cell (preview, 0, find_column (preview, "F: 2028/29"), "tbc");
  assert_cell (plwu_sheet_get_model (self.import->problems), 0, 1, "the clipboard, cell F4");
  g_assert_cmpuint (count_changes (&self), ==, n_before);

  gtk_check_button_set_active (self.import->remember, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self.import), "import.next", NULL);
  g_assert_cmpuint (count_changes (&self), ==, n_before + 2);
  g_assert_cmpstr (plwu_document_get_undo_name (self.document), ==, "Import from the clipboard");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self.window->pages), ==, "changes");
  assert_sound (self.document);
  g_assert_true (plwu_document_undo (self.document, &error));
  g_assert_cmpuint (count_changes (&self), ==, n_before);
  close_case (&self);
}

/* What the plan's rules have to say about what came in is shown at once. */
static void
test_new_checks_are_shown (void)
{
  Case self = { NULL };

  open_case (&self, "Code\tName\tFunder\tProbability, %\nbid\tA bid\tThe lottery\t60\n");
  go_on (&self);
  go_on (&self);
  g_assert_nonnull (plwu_import_window_get_findings (self.import)->edit);
  gtk_check_button_set_active (self.import->remember, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self.import), "import.next", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self.window->pages), ==, "checks");
  close_case (&self);
}

static GtkWidget *
find_import_button (GtkWidget *widget, const char *table)
{
  GVariant *target =
      GTK_IS_BUTTON (widget) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) : NULL;

  if (target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING)
      && g_str_equal (g_variant_get_string (target, NULL), table)
      && g_str_equal (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.import-table"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_import_button (child, table);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A table's own button leads to an import into that table, whatever the headings say. */
static void
test_from_a_page (void)
{
  static const struct
  {
    const char *page;
    const char *table;
    PlwTableId id;
  } cases[] = { { "pots", "pots", PLW_TABLE_POTS }, { "services", "costs", PLW_TABLE_COSTS } };
  Case self = { NULL };

  open_case (&self, NULL);
  gtk_window_destroy (GTK_WINDOW (self.import));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (plwu_window_show_page (self.window, cases[i].page));

      GtkWidget *button =
          find_import_button (GTK_WIDGET (plwu_window_get_page (self.window)), cases[i].table);
      PlwuImportWindow *import = NULL;

      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");

      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      for (GList *window = windows; window != NULL; window = window->next)
        if (PLWU_IS_IMPORT_WINDOW (window->data) && gtk_widget_get_visible (window->data))
          import = window->data;
      g_assert_nonnull (import);
      plwu_import_window_read_text (import, SAVINGS);
      wait_for_idle (import);
      g_assert_cmpint (plw_import_table (import->source->import), ==, cases[i].id);
      gtk_window_destroy (GTK_WINDOW (import));
    }
  close_case (&self);
}

/* Nothing comes in that is wrong, and the cell that is wrong is marked. */
static void
test_errors_by_cell (void)
{
  Case self = { NULL };

  open_case (&self, "Ref,Service,Type,2027/28\nS1,roads,saving,12x\nTotal,,,12\n");
  go_on (&self);
  go_on (&self);

  const PlwuImportFindings *findings = plwu_import_window_get_findings (self.import);
  PlwuSheetModel *preview = plwu_sheet_get_model (self.import->preview);
  guint column = find_column (preview, "D: 2027/28");
  g_auto (PlwuSheetCell) cell = { 0 };
  g_autofree char *spoken = plwu_sheet_model_describe (preview, 0, column);

  g_assert_null (findings->edit);
  plwu_sheet_model_cell (preview, 0, column, &cell);
  g_assert_true (cell.is_warning && cell.is_negative);
  g_assert_nonnull (strstr (spoken, "Row 2, D: 2027/28, 12x, error: “12x” is not an amount of money"));
  assert_cell (preview, 1, 1, "left out: a total");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (self.import->next)));
  close_case (&self);
}

static void
choose (Case *self, guint column, const char *field)
{
  guint place;

  g_assert_true (g_ptr_array_find_with_equal_func (self->import->fields, field, g_str_equal, &place));
  plwu_picker_set_selected (g_ptr_array_index (self->import->choosers, column), place);
}

/* A field is one column; what the plan needs and no column says is asked for. */
static void
test_columns (void)
{
  Case self = { NULL };

  open_case (&self, "A,B,C,2027/28\nS1,roads,x,100\n");
  plwu_picker_set_selected (self.import->tables, PLW_TABLE_CHANGES);
  go_on (&self);
  go_on (&self);
  g_assert_cmpint (plwu_import_window_get_step (self.import), ==, PLWU_IMPORT_COLUMNS);
  g_assert_nonnull (strstr (plwu_import_window_get_message (self.import), "Code, Line, Kind"));

  choose (&self, 2, "code");
  choose (&self, 0, "code");
  choose (&self, 1, "line");
  g_assert_null (plw_import_mapped (self.import->source->import, 2));
  g_assert_cmpuint (plwu_picker_get_selected (g_ptr_array_index (self.import->choosers, 2)), ==, 0);
  go_on (&self);
  g_assert_nonnull (strstr (plwu_import_window_get_message (self.import), ": Kind."));

  g_assert_true (plw_import_set_constant (self.import->source->import, "kind", "saving", NULL));
  go_on (&self);
  g_assert_nonnull (plwu_import_window_get_findings (self.import)->edit);
  close_case (&self);
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *field)
{
  if (GTK_IS_ENTRY (widget) && g_strcmp0 (g_object_get_data (G_OBJECT (widget), "field"), field) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_total (Case *self, const char *field, const char *text)
{
  GtkWidget *entry = find_entry (GTK_WIDGET (self->import->totals_scroller), field);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  wait_for_idle (self->import);
}

/* What the source says of itself decides whether it comes in. */
static void
test_control_totals (void)
{
  Case self = { NULL };

  open_case (&self, SAVINGS);
  go_on (&self);
  go_on (&self);
  type_total (&self, "2027/28", "1500");
  type_total (&self, NULL, "2");
  g_assert_nonnull (plwu_import_window_get_findings (self.import)->edit);
  type_total (&self, "2027/28", "£1,400");
  g_assert_null (plwu_import_window_get_findings (self.import)->edit);
  type_total (&self, "2027/28", "lots");
  g_assert_null (plwu_import_window_get_findings (self.import));
  g_assert_nonnull (strstr (plwu_import_window_get_message (self.import), "lots"));
  type_total (&self, "2027/28", "");
  g_assert_nonnull (plwu_import_window_get_findings (self.import)->edit);
  type_total (&self, NULL, "3");
  g_assert_null (plwu_import_window_get_findings (self.import)->edit);
  close_case (&self);
}

/* Another row of headings, another scale; what cannot be read is said; reading can be stopped. */
static void
test_source (void)
{
  Case self = { NULL };
  g_autofree char *folder = g_dir_make_tmp ("placewright-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.xlsx", NULL);

  open_case (&self, SAVINGS);
  gtk_spin_button_set_value (self.import->header, 4);
  g_assert_cmpuint (plw_import_n_rows (self.import->source->import), ==, 1);
  gtk_spin_button_set_value (self.import->header, 2);
  g_assert_nonnull (strstr (plwu_import_window_get_message (self.import), "row 2"));
  plwu_picker_set_selected (self.import->scales, 1);
  g_assert_cmpint (plw_import_scale (self.import->source->import), ==, 1000);

  g_assert_true (g_file_set_contents (path, "no workbook", -1, NULL));
  plwu_import_window_read_file (self.import, path);
  wait_for_idle (self.import);
  g_assert_nonnull (strstr (plwu_import_window_get_message (self.import), "broken.xlsx"));
  g_assert_nonnull (plwu_import_window_get_source (self.import));

  plwu_import_window_read_text (self.import, SAVINGS);
  gtk_widget_activate_action (GTK_WIDGET (self.import), "import.cancel", NULL);
  wait_for_idle (self.import);
  g_assert_cmpstr (plwu_import_window_get_message (self.import), ==,
                   "Reading was stopped; nothing was changed.");
  g_remove (path);
  g_rmdir (folder);
  close_case (&self);
}

/* Whoever closes the window while it reads or tries is not waited for. */
static void
test_close_while_busy (void)
{
  Case self = { NULL };

  open_case (&self, SAVINGS);
  plwu_import_window_read_text (self.import, SAVINGS);
  gtk_window_destroy (GTK_WINDOW (self.import));
  self.import = PLWU_IMPORT_WINDOW (plwu_import_present (self.window, PLW_TABLE_POTS, NULL));
  plwu_import_window_read_text (self.import, SAVINGS);
  wait_for_idle (self.import);
  g_assert_cmpint (plw_import_table (self.import->source->import), ==, PLW_TABLE_POTS);
  plwu_picker_set_selected (self.import->tables, PLW_TABLE_CHANGES);
  go_on (&self);
  gtk_widget_activate_action (GTK_WIDGET (self.import), "import.next", NULL);
  g_assert_false (plwu_import_window_is_idle (self.import));
  close_case (&self);
  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
wait_for_return (PlwuReturnWindow *self)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!plwu_return_window_is_idle (self))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* A price index that goes from the return's year to that of the plan: 3.5% more. */
static void
add_price_index (PlwuDocument *document)
{
  const PlwPlan *plan = plwu_document_get_plan (document);
  const PlwValue years[][2] = {
    { plw_value_number (2024), plw_value_number (100 * PLW_DECIMAL_ONE) },
    { plw_value_number (2025), plw_value_number (1035 * PLW_DECIMAL_ONE / 10) },
  };
  g_autoptr (PlwEdit) edit = plw_edit_new ("Price index");
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    (void) plw_edit_insert_row (edit, plan, PLW_TABLE_PRICE_INDEX, 0, years[G_N_ELEMENTS (years) - 1 - i], 2);
  g_assert_true (plwu_document_commit (document, edit, &error));
}

/* Two councils; what the first comes to is 40 more than its lines. */
static const char outturn[] = "# Revenue outturn 2024-25\n"
                              "council,ons_code,form,service_line,measure,gbp_k\n"
                              "Shire,E10,RSX,Social care,employees,1000\n"
                              "Shire,E10,RSX,Social care,net_current_expenditure,1000\n"
                              "Shire,E10,RSX,Roads,running_expenses,60\n"
                              "Shire,E10,RSX,Roads,net_current_expenditure,60\n"
                              "Shire,E10,RSX,Total Service Expenditure,net_current_expenditure,1100\n"
                              "Town,E07,RSX,Parks,employees,5\n"
                              "Town,E07,RS,Parks,employees,5\n";

static void
tick (PlwuReturnWindow *import, const char *option)
{
  GObject *button = gtk_widget_get_template_child (GTK_WIDGET (import), PLWU_TYPE_RETURN_WINDOW, option);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  wait_for_return (import);
}

/* Councils are found in the return; those that are ticked come in with their lines. */
static void
test_revenue_return (void)
{
  Case self = { NULL };
  g_autofree char *folder = g_dir_make_tmp ("placewright-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "return.csv", NULL);

  g_assert_true (g_file_set_contents (path, outturn, -1, NULL));
  open_case (&self, NULL);
  gtk_window_destroy (GTK_WINDOW (self.import));
  add_price_index (self.document);

  PlwuReturnWindow *import = PLWU_RETURN_WINDOW (plwu_import_present_return (self.window));
  const PlwPlan *plan = plwu_document_get_plan (self.document);
  size_t n_lines = plw_plan_n_rows (plan, PLW_TABLE_LINES);
  size_t n_costs = plw_plan_n_rows (plan, PLW_TABLE_COSTS);
  size_t n_partners = plw_plan_n_rows (plan, PLW_TABLE_PARTNERS);

  plwu_return_window_read_file (import, path);
  wait_for_return (import);
  g_assert_null (plwu_return_window_get_findings (import));
  g_assert_false (plwu_return_window_choose (import, "Nowhere"));
  g_assert_true (plwu_return_window_choose (import, "Shire"));
  wait_for_return (import);
  g_assert_cmpuint (plwu_return_window_get_findings (import)->counts.n_inserted, ==, 2);
  g_assert_true (plwu_return_window_choose (import, "E07"));
  wait_for_return (import);
  g_assert_cmpuint (plwu_return_window_get_findings (import)->counts.n_inserted, ==, 3);

  g_assert_null (strstr (plwu_return_window_get_findings (import)->report, "Amounts were raised"));
  tick (import, "is_uprated");
  g_assert_nonnull (strstr (plwu_return_window_get_findings (import)->report,
                            "Amounts were raised to the prices of 2025/26 by the price index."));
  tick (import, "has_remainder");
  g_assert_cmpuint (plwu_return_window_get_findings (import)->counts.n_inserted, ==, 4);

  gtk_widget_activate_action (GTK_WIDGET (import), "return.take", NULL);
  plan = plwu_document_get_plan (self.document);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_LINES), ==, n_lines + 4);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_COSTS, n_costs, PLW_COSTS_BASE), ==, 103500000);
  g_assert_cmpuint (plw_plan_n_rows (plan, PLW_TABLE_PARTNERS), ==, n_partners + 2);
  g_assert_cmpstr (plwu_document_get_undo_name (self.document), ==, "Import from return.csv");

  import = PLWU_RETURN_WINDOW (plwu_import_present_return (self.window));
  g_assert_true (g_file_set_contents (path, SAVINGS, -1, NULL));
  plwu_return_window_read_file (import, path);
  wait_for_return (import);
  g_assert_nonnull (strstr (plwu_return_window_get_message (import), "is not a revenue return"));
  g_remove (path);
  g_rmdir (folder);
  close_case (&self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/import/from-rows-to-plan", test_from_rows_to_plan);
  g_test_add_func ("/ui/import/new-checks-are-shown", test_new_checks_are_shown);
  g_test_add_func ("/ui/import/from-a-page", test_from_a_page);
  g_test_add_func ("/ui/import/errors-by-cell", test_errors_by_cell);
  g_test_add_func ("/ui/import/columns", test_columns);
  g_test_add_func ("/ui/import/control-totals", test_control_totals);
  g_test_add_func ("/ui/import/source", test_source);
  g_test_add_func ("/ui/import/revenue-return", test_revenue_return);
  g_test_add_func ("/ui/import/close-while-busy", test_close_while_busy);

  return g_test_run ();
}
