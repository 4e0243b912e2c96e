/* test-budget.c: published budget tables: what is understood, what is refused, what becomes of the plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-case.h"
#include "book-support.h"
#include "folder-support.h"

#include <placewright/evaluate.h>

#include <string.h>

static char *folder;

static void
open_data (Case *self, const char *name, const char *base_year, const PlwBudgetOptions *options)
{
  g_autofree char *inside = g_build_filename ("tests/data/budget", name, NULL);
  g_autofree char *path = source_path (inside);

  case_open (self, path, base_year, options);
}

/* What the plan needs, or has, in a year. */
static int64_t
get_result (const Case *self, PlwSum sum, int year)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result = plw_evaluate (self->plan, NULL, NULL, problems, &error);

  g_assert_no_error (error);
  return plw_result_sum (result, sum, (size_t) (year - plw_plan_base_year (self->plan) - 1));
}

static void
test_gateshead (void)
{
  static const PlwBudgetOptions options = { .is_empty_nothing = true };
  g_auto (Case) self = { NULL };

  open_data (&self, "gateshead-2025-26.csv", "2024/25", &options);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_GAP);
  g_assert_cmpint (plw_budget_confidence (self.budget), ==, PLW_BUDGET_CERTAIN);
  g_assert_cmpint (plw_budget_signs (self.budget), ==, PLW_BUDGET_SIGNED);
  g_assert_cmpuint (plw_budget_n_findings (self.budget), ==, 0);
  g_assert_cmpuint (plw_budget_n_held (self.budget), ==, 20);
  case_run_good (&self);
  g_assert_cmpstr (self.ties, ==,
                   "gap_before_reserves: the plan agrees in 5 of 5 years that can be compared\n"
                   "cum_savings_req: the plan agrees in 5 of 5 years that can be compared\n"
                   "annual_savings_req: the plan agrees in 5 of 5 years that can be compared\n"
                   "balanced_budget: the plan agrees in 5 of 5 years that can be compared\n");
  g_assert_cmpint (case_number (&self, PLW_TABLE_COSTS, "estimated-base/budget", PLW_COSTS_BASE), ==,
                   32064700000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "asc-interventions", 2026), ==, 227000000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "unidentified-cuts", 2028), ==, -6200000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_POTS, "planned-reserves", 2025), ==, 850000000);
  g_assert_cmpstr (case_imported (&self, PLW_TABLE_POTS, "planned-reserves"), ==,
                   "gateshead-2025-26.csv, row 7");

  /* The budget balances in every year, as published. */
  for (int year = 2025; year <= 2029; year++)
    g_assert_cmpint (get_result (&self, PLW_SUM_SHORTFALL, year), ==, 0);
}

/* Empty cells are not 0: what they are in is not claimed, and no change is made of them. */
static void
test_missing (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  g_auto (Case) self = { NULL };
  int64_t level;

  open_data (&self, "gateshead-2025-26.csv", "2024/25", &options);
  g_assert_cmpuint (plw_budget_n_held (self.budget), ==, 17);
  g_assert_cmpstr (plw_budget_row_name (self.budget, 8), ==, "budget_efficiencies");
  g_assert_true (plw_budget_level (self.budget, 8, 2, &level));
  g_assert_false (plw_budget_level (self.budget, 8, 3, &level));
  case_run_good (&self);
  g_assert_nonnull (strstr (self.sentences, "cell E12 (budget_efficiencies): the figure is missing"));
  g_assert_nonnull (strstr (self.ties, "balanced_budget: the plan agrees in 2 of 2 years"));
}

static void
test_burnley (void)
{
  static const PlwBudgetOptions options = { .is_empty_nothing = true };
  g_auto (Case) self = { NULL };

  open_data (&self, "burnley-2020-26.csv", "2020/21", &options);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_LEVELS);
  g_assert_cmpuint (plw_budget_n_contradictions (self.budget), ==, 0);

  /* The one pound of 2021/22, which rounding explains. */
  g_assert_cmpuint (plw_budget_n_findings (self.budget), ==, 1);

  const PlwBudgetFinding *finding = plw_budget_finding (self.budget, 0);

  g_assert_true (finding->is_rounding);
  g_assert_cmpuint (finding->row, ==, 0);
  g_assert_cmpuint (finding->column, ==, 1);
  g_assert_cmpint (finding->expected - finding->printed, ==, 100);

  case_run_good (&self);
  g_assert_cmpstr (self.ties, ==,
                   "net_revenue_budget: the plan agrees in 5 of 5 years that can be compared\n");
  for (int year = 2021; year <= 2025; year++)
    g_assert_cmpint (get_result (&self, PLW_SUM_NEED, year) - get_result (&self, PLW_SUM_AVAILABLE, year), ==,
                     year == 2021 ? 100 : 0);
}

static void
test_burnley_capital (void)
{
  static const PlwBudgetOptions options = { .part = "2025/26" };
  static const PlwBudgetOptions all = { .unit = 0 };
  g_auto (Case) self = { NULL };
  g_auto (Case) refused = { NULL };

  open_data (&self, "burnley-capital.csv", "2024/25", &options);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_CAPITAL);
  g_assert_cmpuint (plw_budget_n_contradictions (self.budget), ==, 0);
  case_run_good (&self);
  g_assert_cmpstr (self.ties, ==, "all_schemes: the plan's years come to the total of £42,537,748.00\n");
  g_assert_cmpint (case_year (&self, PLW_TABLE_PROJECTS, "all-schemes", 2025), ==, 1761094300);
  g_assert_cmpint (case_year (&self, PLW_TABLE_PROJECTS, "all-schemes", 2029), ==, 493362600);

  open_data (&refused, "burnley-capital.csv", "2024/25", &all);
  case_run_bad (&refused,
                "it holds several tables: 2021/22, 2022/23, 2024/25, 2025/26; say which one is wanted");
}

static void
test_lancashire (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  static const PlwBudgetOptions told = { .shape = PLW_BUDGET_MOVEMENTS, .year = 2026 };
  static const PlwBudgetOptions accepted = { .shape = PLW_BUDGET_MOVEMENTS, .year = 2026, .accepts = true };
  g_auto (Case) levels = { NULL };
  g_auto (Case) self = { NULL };
  g_auto (Case) taken = { NULL };

  open_data (&levels, "lancashire-2026-27.csv", "2025/26", &options);
  g_assert_cmpint (plw_budget_signs (levels.budget), ==, PLW_BUDGET_UNSIGNED);
  case_run_good (&levels);
  g_assert_nonnull (strstr (levels.ties, "net_budget: the plan agrees in 3 of 3"));
  g_assert_nonnull (strstr (levels.ties, "funding_gap: the plan agrees in 1 of 1"));

  /* Demand is 105,000 pounds short of its total. */
  open_data (&self, "lancashire-2026-27-detail.csv", "2025/26", &told);
  g_assert_cmpuint (plw_budget_n_contradictions (self.budget), ==, 1);
  case_run_bad (
      &self,
      "demand, TOTAL, 2026/27: printed £59,471,000.00, its parts come to £59,366,000.00: a difference of "
      "£105,000.00; one of these is wrong: ");

  open_data (&taken, "lancashire-2026-27-detail.csv", "2025/26", &accepted);
  case_run_good (&taken);
  g_assert_cmpint (case_year (&taken, PLW_TABLE_CHANGES, "programme", 2026), ==, 4292700000);
  g_assert_cmpint (case_year (&taken, PLW_TABLE_CHANGES, "reprofiled-sign-reduces", 2026), ==, -264400000);
}

/* Sums that hold in budgets and in changes alike, under names that say nothing. */
static void
test_undecided (void)
{
  static const char *const text =
      "£k,2025/26,2026/27,2027/28\nNorth,100,102,104\nSouth,50,51,53\nTotal,150,153,157\n";
  static const PlwBudgetOptions options = { .unit = 0 };
  static const PlwBudgetOptions levels = { .shape = PLW_BUDGET_LEVELS };
  static const PlwBudgetOptions movements = { .shape = PLW_BUDGET_MOVEMENTS };
  g_auto (Case) self = { NULL };
  g_auto (Case) told = { NULL };
  g_auto (Case) other = { NULL };

  case_open_text (&self, folder, text, &options);
  g_assert_cmpint (plw_budget_confidence (self.budget), ==, PLW_BUDGET_UNDECIDED);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_LEVELS);
  g_assert_cmpint (plw_budget_other_shape (self.budget), ==, PLW_BUDGET_MOVEMENTS);
  case_run_bad (
      &self, "it can be read as “levels: every year's budget” and as “movements: every year's changes”; say "
             "which shape it has");

  case_open_text (&told, folder, text, &levels);
  g_assert_cmpint (plw_budget_confidence (told.budget), ==, PLW_BUDGET_TOLD);
  case_run_good (&told);
  g_assert_cmpint (case_number (&told, PLW_TABLE_COSTS, "north/budget", PLW_COSTS_BASE), ==, 10000000);
  g_assert_cmpint (case_year (&told, PLW_TABLE_CHANGES, "north", 2026), ==, 200000);

  case_open_text (&other, folder, text, &movements);
  case_run_good (&other);
  g_assert_cmpuint (plw_plan_n_rows (other.plan, PLW_TABLE_COSTS), ==, 0);
  g_assert_cmpint (case_year (&other, PLW_TABLE_CHANGES, "north", 2026), ==, 10200000);
}

/* A table without a unit is taken for pounds, unless it cannot be. */
static void
test_unit (void)
{
  static const PlwBudgetOptions options = { .shape = PLW_BUDGET_LEVELS };
  static const PlwBudgetOptions millions = { .shape = PLW_BUDGET_LEVELS, .unit = 1000000 };
  g_auto (Case) self = { NULL };
  g_auto (Case) fraction = { NULL };
  g_auto (Case) told = { NULL };

  case_open_text (&self, folder, ",2025/26,2026/27\nNorth,100,102\nSouth,50,51\n", &options);
  case_run_good (&self);
  g_assert_nonnull (strstr (self.sentences, "nothing says what one stands for, so it was taken for pounds"));

  case_open_text (&fraction, folder, ",2025/26,2026/27\nNorth,1.234,1.235\n", &options);
  case_run_bad (&fraction, "nothing says what one stands for, and it cannot be pounds; say the unit");

  case_open_text (&told, folder, ",2025/26,2026/27\nNorth,1.234,1.235\n", &millions);
  case_run_good (&told);
  g_assert_cmpint (case_number (&told, PLW_TABLE_COSTS, "north/budget", PLW_COSTS_BASE), ==, 123400000);
}

/* Rows that take in some years and bring in others, and figures that are not known. */
static void
test_signs_and_gaps (void)
{
  static const PlwBudgetOptions options = { .shape = PLW_BUDGET_LEVELS };
  g_auto (Case) self = { NULL };

  case_open_text (&self, folder,
                  "£000,2025/26,2026/27,2027/28,2028/29\n"
                  "Car parks,100,(40),20,tbc\n"
                  "Roads,500,510,n/a,530\n"
                  "Grants received,(30),(35),10,-\n",
                  &options);
  case_run_good (&self);
  g_assert_cmpint (case_number (&self, PLW_TABLE_COSTS, "car-parks/budget", PLW_COSTS_BASE), ==, 10000000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "car-parks", 2026), ==, 10000000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "car-parks", 2027), ==, -2000000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_POTS, "car-parks", 2026), ==, 4000000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_POTS, "grants-received", 2026), ==, 3500000);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "grants-received", 2027), ==, 1000000);

  /* What was not known for a year is caught up with in the next. */
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "roads", 2027), ==, 0);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "roads", 2028), ==, 2000000);
  g_assert_nonnull (
      strstr (self.sentences, "cell D3 (Roads): the figure is missing, so no change was taken"));
}

/* The same file again changes nothing; rows of the plan from elsewhere are left alone. */
static void
test_again (void)
{
  static const PlwBudgetOptions options = { .shape = PLW_BUDGET_LEVELS };
  g_auto (Case) self = { NULL };
  const PlwValue line[] = { plw_value_text ("roads"), plw_value_text ("Roads of others") };
  PlwImportCounts counts;
  g_autofree char *ties = NULL;

  case_open_text (&self, folder, "£,2025/26,2026/27\nRoads,500,510\nCouncil tax,-400,-410\n", &options);
  plw_plan_append (self.plan, PLW_TABLE_LINES, line, G_N_ELEMENTS (line));
  case_run_good (&self);
  g_assert_cmpuint (self.counts.n_inserted, ==, 2);
  g_assert_cmpint (case_number (&self, PLW_TABLE_COSTS, "roads-2/budget", PLW_COSTS_BASE), ==, 50000);

  g_autoptr (PlwEdit) again =
      plw_budget_run (self.budget, self.plan, self.problems, &counts, &ties, &self.error);

  g_assert_no_error (self.error);
  g_assert_cmpuint (plw_edit_n_steps (again), ==, 0);
  g_assert_cmpuint (counts.n_unchanged, ==, 2);
}

static void
test_workbook (void)
{
  static const char *const rows =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Net budget, £m</t></is></c></row>"
      "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>2025/26</t></is></c>"
      "<c r=\"C3\" t=\"inlineStr\"><is><t>2026/27</t></is></c></row>"
      "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Care</t></is></c><c r=\"B4\"><v>10.5</v></c>"
      "<c r=\"C4\"><v>11.100000000000001</v></c></row>"
      "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Roads</t></is></c><c r=\"B5\"><v>3.25</v></c>"
      "<c r=\"C5\"><v>3.5</v></c></row>"
      "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>Net budget</t></is></c><c r=\"B6\"><v>13.75</v></c>"
      "<c r=\"C6\"><v>14.6</v></c></row>";
  static const PlwBudgetOptions options = { .sheet = "Sheet" };
  static const PlwBudgetOptions other = { .sheet = "Other" };
  g_autoptr (GBytes) book = test_book (rows, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Case) self = { NULL };

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));
  case_open (&self, path, "2025/26", &options);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_LEVELS);
  case_run_good (&self);
  g_assert_cmpint (case_year (&self, PLW_TABLE_CHANGES, "care", 2026), ==, 60000000);
  g_assert_cmpstr (case_imported (&self, PLW_TABLE_LINES, "roads"), ==, "table.xlsx, sheet Sheet, row 5");

  g_assert_null (plw_budget_read (path, &other, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
}

/* As finance teams lay tables out: units in a row of their own, headings, subtotals of subtotals, a gap that
 * is printed below 0, and a total above its rows.
 */
static void
test_layout (void)
{
  static const char *const text = "Medium Term Financial Plan 2025/26\n"
                                  ",2025/26,2026/27,2027/28\n"
                                  ",£000,£000,£000\n"
                                  "Adults,,,\n"
                                  "Residential care,\"40,000\",\"41,000\",\"42,500\"\n"
                                  "Home care,\"20,000\",\"20,800\",\"21,400\"\n"
                                  "Client income,\"(5,000)\",\"(5,100)\",\"(5,200)\"\n"
                                  "Adults sub-total,\"55,000\",\"56,700\",\"58,700\"\n"
                                  "Place total,\"22,000\",\"22,600\",\"23,001\"\n"
                                  "Highways,\"10,000\",\"10,300\",\"10,500\"\n"
                                  "Waste,\"12,000\",\"12,300\",\"12,501\"\n"
                                  "Net budget requirement,\"77,000\",\"79,300\",\"81,701\"\n"
                                  "Funded by,,,\n"
                                  "Council tax,\"(50,000)\",\"(51,500)\",\"(53,000)\"\n"
                                  "Grants,\"(25,000)\",\"(25,000)\",\"(25,000)\"\n"
                                  "Total,\"(75,000)\",\"(76,500)\",\"(78,000)\"\n"
                                  "Budget gap,\"(2,000)\",\"(2,800)\",\"(3,701)\"\n";
  static const PlwBudgetRole roles[] = { PLW_BUDGET_HEADING, PLW_BUDGET_SERVICE,       PLW_BUDGET_SERVICE,
                                         PLW_BUDGET_INCOME,  PLW_BUDGET_TOTAL,         PLW_BUDGET_TOTAL,
                                         PLW_BUDGET_SERVICE, PLW_BUDGET_SERVICE,       PLW_BUDGET_TOTAL,
                                         PLW_BUDGET_HEADING, PLW_BUDGET_FUNDING,       PLW_BUDGET_FUNDING,
                                         PLW_BUDGET_TOTAL,   PLW_BUDGET_GAP_CUMULATIVE };
  static const PlwBudgetOptions options = { .unit = 0 };
  g_auto (Case) self = { NULL };
  size_t first = 0;

  case_open_text (&self, folder, text, &options);
  while (strcmp (plw_budget_row_name (self.budget, first), "Adults") != 0)
    first++;
  for (size_t i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (plw_budget_row_role (self.budget, first + i), ==, roles[i]);
  g_assert_cmpuint (plw_budget_n_findings (self.budget), ==, 0);
  case_run_good (&self);
  g_assert_nonnull (strstr (self.ties, "Budget gap: the plan agrees in 2 of 2"));
  g_assert_cmpint (case_year (&self, PLW_TABLE_POTS, "client-income", 2026), ==, 510000000);
}

/* What the field says in other words. */
static void
test_words (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  g_auto (Case) self = { NULL };
  g_auto (Case) titled = { NULL };

  case_open_text (
      &self, folder,
      "£k,2025/26,% change,2026/27,2027/28\nRoads,100,5%,105,110\nParks,50,2%,51,52\nNet "
      "expenditure,150,4%,156,"
      "162\nCollection fund deficit,-5,,-6,-4\nPrecept,-120,,-125,-130\nUse of balances,-10,,-12,-8\n"
      "Surplus/(deficit),-15,,-13,-20\n",
      &options);
  g_assert_cmpint (plw_budget_shape (self.budget), ==, PLW_BUDGET_LEVELS);
  g_assert_cmpint (plw_budget_row_role (self.budget, 3), ==, PLW_BUDGET_FUNDING);
  g_assert_cmpint (plw_budget_row_role (self.budget, 5), ==, PLW_BUDGET_RESERVE);
  g_assert_cmpint (plw_budget_row_role (self.budget, 6), ==, PLW_BUDGET_GAP_CUMULATIVE);
  g_assert_cmpuint (plw_budget_n_held (self.budget), ==, 6);

  g_autofree char *reading = plw_budget_to_text (self.budget);

  g_assert_nonnull (strstr (reading, "column “% change” is left out"));
  case_run_good (&self);
  g_assert_nonnull (strstr (self.ties, "Surplus/(deficit): the plan agrees in 2 of 2"));

  case_open_text (&titled, folder,
                  "Budget pressures £k\n,2026/27,2027/28\nAdult care,100,102\nRoads,50,51\nTotal,150,153\n",
                  &options);
  g_assert_cmpint (plw_budget_shape (titled.budget), ==, PLW_BUDGET_MOVEMENTS);
  g_assert_cmpint (plw_budget_confidence (titled.budget), ==, PLW_BUDGET_LIKELY);
}

/* Where one of a few figures must be wrong, these are named. */
static void
test_suspects (void)
{
  static const PlwBudgetOptions options = { .shape = PLW_BUDGET_LEVELS };
  g_auto (Case) self = { NULL };

  case_open_text (
      &self, folder,
      "£k,2025/26,2026/27,2027/28\nRoads,100,110,120\nParks,50,95,60\nTotal services,150,165,180\n"
      "Council tax,-140,-150,-160\nCumulative gap,10,15,20\n",
      &options);
  case_run_bad (
      &self,
      "table.csv, cell C4: Total services, 2026/27: printed £165,000.00, its parts come to £205,000.00: a "
      "difference of -£40,000.00; one of these is wrong: Roads, 2026/27; Parks, 2026/27");
}

static void
test_refused (void)
{
  static const PlwBudgetOptions options = { .unit = 0 };
  g_autoptr (GString) rows = g_string_new ("a,2025/26\n");

  for (int i = 0; i < 401; i++)
    g_string_append (rows, "row,1\n");

  case_refused (folder, "code,name\na,b\n", &options,
                "“table.csv” is not a budget table: no column and no row has a financial year such as "
                "2026/27");
  case_refused (folder, "a,2026/27,2025/26\nb,1,2\n", &options,
                "“table.csv” is not a budget table: its years are not in their order");
  case_refused (folder, rows->str, &options, "“table.csv” is not a budget table: it has more than 400 rows");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();

  g_test_add_func ("/exchange/budget/gateshead", test_gateshead);
  g_test_add_func ("/exchange/budget/missing", test_missing);
  g_test_add_func ("/exchange/budget/burnley", test_burnley);
  g_test_add_func ("/exchange/budget/burnley-capital", test_burnley_capital);
  g_test_add_func ("/exchange/budget/lancashire", test_lancashire);
  g_test_add_func ("/exchange/budget/undecided", test_undecided);
  g_test_add_func ("/exchange/budget/unit", test_unit);
  g_test_add_func ("/exchange/budget/signs-and-gaps", test_signs_and_gaps);
  g_test_add_func ("/exchange/budget/again", test_again);
  g_test_add_func ("/exchange/budget/workbook", test_workbook);
  g_test_add_func ("/exchange/budget/layout", test_layout);
  g_test_add_func ("/exchange/budget/words", test_words);
  g_test_add_func ("/exchange/budget/suspects", test_suspects);
  g_test_add_func ("/exchange/budget/refused", test_refused);

  int status = g_test_run ();

  remove_folder (folder);
  g_free (folder);
  return status;
}
