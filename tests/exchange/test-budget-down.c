/* test-budget-down.c: budget tables whose years stand down the rows: when they are, and where things are
 * then. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "book-support.h"
#include "budget-case.h"
#include "folder-support.h"

#include <string.h>

static const PlwBudgetOptions auto_options = { .unit = 0 };
static char *folder;

static bool
is_down (const Case *self)
{
  g_autofree char *reading = plw_budget_to_text (self->budget);

  return strstr (reading, "\nYears: down the rows of the file; each of its columns is called a row here\n")
         != NULL;
}

/* Titles, what the items stand under, and units above the items; a total and a remark below the years. Rows
 * of the file that are blank count as a spreadsheet counts them.
 */
static const char *const layout = "Medium Term Financial Plan 2025/26,,,,,,,,\n"
                                  "\n"
                                  ",Spending,,,,Funded by,,,\n"
                                  "Year,Adults,,Roads,Net budget,Council tax,Grants,Total,Cumulative gap\n"
                                  ",£000,£000,£000,£000,£000,£000,£000,£000\n"
                                  "2025/26,55,,22,%s,(50),(25),(75),2\n"
                                  "\n"
                                  "2026/27,57,,23,80,(52),(25),(77),3\n"
                                  "2027/28,59,,24,83,(53),%s,(78),5\n"
                                  "Change,4,,2,6,(3),,(3),\n"
                                  "Figures are before the settlement.\n";

static char *
print_layout (const char *net_budget, const char *grants)
{
  g_auto (GStrv) parts = g_strsplit (layout, "%s", -1);

  return g_strconcat (parts[0], net_budget, parts[1], grants, parts[2], NULL);
}

static void
test_layout (void)
{
  static const PlwBudgetRole roles[] = { PLW_BUDGET_SERVICE,       PLW_BUDGET_SERVICE, PLW_BUDGET_TOTAL,
                                         PLW_BUDGET_FUNDING,       PLW_BUDGET_FUNDING, PLW_BUDGET_TOTAL,
                                         PLW_BUDGET_GAP_CUMULATIVE };
  g_autofree char *text = print_layout ("77", "(25)");
  g_auto (Case) self = { NULL };

  case_open_text (&self, folder, text, &auto_options);
  g_assert_true (is_down (&self));
  g_assert_cmpuint (plw_budget_n_years (self.budget), ==, 3);
  g_assert_cmpuint (plw_budget_n_rows (self.budget), ==, G_N_ELEMENTS (roles));
  for (size_t i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (plw_budget_row_role (self.budget, i), ==, roles[i]);
  g_assert_cmpuint (plw_budget_n_findings (self.budget), ==, 0);

  g_autofree char *reading = plw_budget_to_text (self.budget);

  g_assert_nonnull (strstr (reading, "\nUnit: £1000\n"));
  g_assert_nonnull (strstr (reading, "row “Change” is left out"));
  case_run_good (&self);
  g_assert_nonnull (strstr (self.ties, "Net budget: the plan agrees in 3 of 3 years"));
  g_assert_cmpint (case_number (&self, PLW_TABLE_COSTS, "roads/budget", PLW_COSTS_BASE), ==, 2200000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "adults", 2027), ==, 200000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_POTS, "council-tax", 2027), ==, 5300000);
  g_assert_cmpstr (case_imported (&self, PLW_TABLE_LINES, "roads"), ==, "table.csv, column D");
}

/* A wrong sum, and a figure that is missing, by the cell that the file has them in. */
static void
test_places (void)
{
  g_autofree char *wrong = print_layout ("70", "(25)");
  g_autofree char *unknown = print_layout ("77", "perhaps");
  g_autofree char *missing = print_layout ("77", "tbc");
  g_auto (Case) self = { NULL };
  g_auto (Case) unread = { NULL };
  g_auto (Case) open = { NULL };

  case_open_text (&self, folder, wrong, &auto_options);
  case_run_bad (&self, "table.csv, cell E6: Spending, Net budget, 2025/26: printed £70,000.00, should be "
                       "£77,000.00: a difference of -£7,000.00");

  case_open_text (&unread, folder, unknown, &auto_options);

  g_autofree char *reading = plw_budget_to_text (unread.budget);

  g_assert_nonnull (
      strstr (reading, "table.csv, cell G9 (Grants): “perhaps” is not a figure and stays missing"));

  case_open_text (&open, folder, missing, &auto_options);
  case_run_good (&open);
  g_assert_nonnull (strstr (open.sentences, "table.csv, cell G9 (Grants): the figure is missing"));
}

/* Of a table that was taken although it is wrong, the plan does not agree with the wrong total. */
static void
test_workbook (void)
{
  static const char *const rows =
      "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>£m</t></is></c>"
      "<c r=\"C2\" t=\"inlineStr\"><is><t>Care</t></is></c>"
      "<c r=\"D2\" t=\"inlineStr\"><is><t>Roads</t></is></c>"
      "<c r=\"E2\" t=\"inlineStr\"><is><t>Net budget</t></is></c></row>"
      "<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>2025/26</t></is></c><c r=\"C4\"><v>10.5</v></c>"
      "<c r=\"D4\"><v>3</v></c><c r=\"E4\"><v>13.5</v></c></row>"
      "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>2026/27</t></is></c><c r=\"C5\"><v>11</v></c>"
      "<c r=\"D5\"><v>3</v></c><c r=\"E5\"><v>18</v></c></row>"
      "<row r=\"6\"><c r=\"B6\" t=\"inlineStr\"><is><t>2027/28</t></is></c><c r=\"C6\"><v>11.2</v></c>"
      "<c r=\"D6\"><v>3.1</v></c><c r=\"E6\"><v>14.3</v></c></row>";
  g_autoptr (GBytes) book = test_book (rows, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  static const PlwBudgetOptions accepted = { .accepts = true };
  g_auto (Case) self = { NULL };
  g_auto (Case) taken = { NULL };

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));
  case_open (&self, path, "2025/26", &auto_options);
  g_assert_true (is_down (&self));
  case_run_bad (&self, "table.xlsx, sheet Sheet, cell E5: Net budget, 2026/27: printed £18,000,000.00");

  case_open (&taken, path, "2025/26", &accepted);
  case_run_good (&taken);
  g_assert_nonnull (strstr (taken.sentences,
                            "table.xlsx, sheet Sheet, cell E5 (Net budget, 2026/27): the plan "
                            "comes to £14,000,000.00"));
  g_assert_nonnull (strstr (taken.ties, "Net budget: the plan agrees in 2 of 3 years"));
}

/* A year with words beside it may be the name of an item, above the table or beside it. */
static void
test_names (void)
{
  static const struct
  {
    const char *text;
    bool is_down;
  } tables[] = {
    { "£k,2025/26,2026/27\nSavings of 2023/24,1,2\nSavings of 2024/25,3,4\n", false },
    { "£k,Base 2024/25,Council tax\n2025/26,1,-2\n2026/27,3,-4\n", true },
    { "£k,Roads,Base 2024/25\nBudget 2025/26,1,2\nForecast 2026/27,3,4\n", true },
    { "£k,2025/26,2026/27\nRoads,1,2\n2024/25,3,4\n", false },
    { "£k,Net budget\n2025/26 £k,1\n2026/27 £k,2\n", true },
    { "2025/26,1\n2026/27,2\n", true },
    { "£k,Roads,Parks\n2025/26,1,2\n2026/27,3,4\n2025/26 to 2026/27,4,6\n", true },
    { "kind,item,£k\nyear,2025/26,1\nyear,2026/27,2\ntotal,total,3\n", false },
    { "item,£k\ntotal,3\n2025/26,1\n2026/27,2\n", false },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (Case) self = { NULL };

      case_open_text (&self, folder, tables[i].text, &auto_options);
      g_test_message ("%s", tables[i].text);
      g_assert_true (is_down (&self) == tables[i].is_down);
      g_assert_cmpuint (plw_budget_n_years (self.budget), ==, 2);
    }
}

/* Where years stand both ways, whoever says decides. */
static void
test_either (void)
{
  static const char *const text = "£k,2025/26,2026/27\n2023/24,1,2\n2024/25,3,4\n2025/26,5,6\n";
  static const PlwBudgetOptions across = { .years = PLW_BUDGET_ACROSS, .shape = PLW_BUDGET_LEVELS };
  static const PlwBudgetOptions down = { .years = PLW_BUDGET_DOWN, .shape = PLW_BUDGET_LEVELS };
  g_auto (Case) self = { NULL };
  g_auto (Case) other = { NULL };
  int64_t level;

  case_refused (folder, text, &auto_options,
                "“table.csv” has financial years both across and down, and nothing shows which are those "
                "of its figures: say whether its years stand across or down");

  case_open_text (&self, folder, text, &across);
  g_assert_cmpstr (plw_budget_row_name (self.budget, 1), ==, "2024/25");
  g_assert_true (plw_budget_level (self.budget, 1, 0, &level));
  g_assert_cmpint (level, ==, 300000);

  case_open_text (&other, folder, text, &down);
  g_assert_true (is_down (&other));
  g_assert_cmpstr (plw_budget_row_name (other.budget, 1), ==, "2026/27");
  g_assert_true (plw_budget_level (other.budget, 1, 0, &level));
  g_assert_cmpint (level, ==, 200000);
}

static void
test_refused (void)
{
  static const PlwBudgetOptions down = { .years = PLW_BUDGET_DOWN };
  g_autoptr (GString) wide = g_string_new ("£k");
  g_autoptr (GString) tall = g_string_new ("£k,Roads\n2025/26,1\n");

  for (int i = 0; i < 401; i++)
    g_string_append (wide, ",item");
  g_string_append (wide, "\n2025/26,1\n");
  for (int i = 0; i < 129; i++)
    g_string_append (tall, "Total,1\n");

  case_refused (folder, "£k,Roads\n2026/27,1\n2025/26,2\n", &auto_options,
                "“table.csv” is not a budget table: its years are not in their order");
  case_refused (folder, wide->str, &auto_options,
                "“table.csv” is not a budget table: it has more than 400 columns");
  case_refused (folder, tall->str, &auto_options,
                "“table.csv” is not a budget table: it has too many rows of figures");
  case_refused (folder, "£k,2025/26\nRoads,1\n", &down,
                "“table.csv” is not a budget table: no row begins with a financial year such as 2026/27");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();

  g_test_add_func ("/exchange/budget/down/layout", test_layout);
  g_test_add_func ("/exchange/budget/down/places", test_places);
  g_test_add_func ("/exchange/budget/down/workbook", test_workbook);
  g_test_add_func ("/exchange/budget/down/names", test_names);
  g_test_add_func ("/exchange/budget/down/either", test_either);
  g_test_add_func ("/exchange/budget/down/refused", test_refused);

  int status = g_test_run ();

  remove_folder (folder);
  g_free (folder);
  return status;
}
