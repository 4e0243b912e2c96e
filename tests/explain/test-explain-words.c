/* test-explain-words.c: what people read, and where an entered figure is said to come from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../exchange/folder-support.h"

#include <placewright/explain.h>

#include <string.h>

static const char *const parks_in_2028 =
    "£27,000.00  Shortfall of Parks (parks), 2028/29 = need − money that reaches it\n"
    "  £36,000.00  Need of Parks (parks), 2028/29 = need before prevention − what prevention saves, to the "
    "penny\n"
    "    £36,000.00  Need of Parks (parks) before prevention, 2028/29 = prices and volumes + knock-on + "
    "changes, "
    "never below nothing\n"
    "      £40,000.00  Parks (parks) at the prices and volumes of 2028/29 = cost elements − income, at the "
    "year's "
    "prices and volumes\n"
    "        £40,000.00  Cost element parks/all at the prices and volumes of 2028/29 = as in the base year: "
    "it "
    "follows no driver\n"
    "          £40,000.00  Base, £ a year: parks/all — entered: “40000” in costs, parks/all, base\n"
    "      − £4,000.00  Savings in Parks (parks), 2028/29 = the changes of this kind that are in force in "
    "the "
    "year\n"
    "        £4,000.00  Change Mow less often (mowing), 2028/29 = as entered × the part that is expected to "
    "be "
    "delivered\n"
    "          £5,000.00  Change Mow less often (mowing) as entered, up to 2028/29 = what was entered for "
    "this "
    "year and the years before: it goes on\n"
    "            £5,000.00  Changes: Mow less often (mowing), 2027/28 — entered: “5000” in changes, mowing, "
    "2027/28\n"
    "          80%  Delivery, %: Mow less often (mowing) — entered: “80” in changes, mowing, delivery\n"
    "  − £9,000.00  Money that reaches Parks (parks), 2028/29 = what each pot pays + borrowed\n"
    "    £9,000.00  Paid from Council tax (council-tax) for Parks (parks), 2028/29 = shared out: floors and "
    "debt "
    "first, then by priority, shortfall spread evenly; as little as possible lapses\n";

static PlwPlan *
read_small (void)
{
  g_autofree char *folder = source_path ("app/examples/small");

  return read_folder (folder);
}

static PlwResult *
evaluate (const PlwPlan *plan, const char *scenario)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, scenario, NULL, problems, &error);

  if (result == NULL)
    {
      g_autofree char *text = plw_problems_to_text (problems);

      g_test_message ("%s", text);
    }
  g_assert_no_error (error);
  return result;
}

static size_t
find_row (const PlwPlan *plan, PlwTableId table, const char *key)
{
  size_t row = 0;

  g_assert_true (plw_plan_find_key (plan, table, key, &row));
  return row;
}

static void
set_cell (PlwPlan *plan, PlwTableId table, size_t row, size_t column, const char *text)
{
  g_autoptr (GError) error = NULL;
  PlwValue value = PLW_VALUE_EMPTY;
  bool is_read = plw_plan_parse_cell (plan, table, column, text, PLW_PARSE_STRICT, &value, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (is_read);
  plw_plan_set (plan, table, row, column, value);
}

/* @cells: in the order of the table's columns, NULL-terminated */
static void
add_row (PlwPlan *plan, PlwTableId table, const char *const *cells)
{
  size_t row = plw_plan_append (plan, table, NULL, 0);

  for (size_t column = 0; cells[column] != NULL; column++)
    set_cell (plan, table, row, column, cells[column]);
}

#define ADD_ROW(PLAN, TABLE, ...) add_row (PLAN, TABLE, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_tree (void)
{
  g_autoptr (PlwPlan) plan = read_small ();
  g_autoptr (PlwResult) result = evaluate (plan, NULL);
  PlwFigure figure = { PLW_FIGURE_SHORTFALL, (uint32_t) find_row (plan, PLW_TABLE_LINES, "parks"), 0, 2 };
  g_autofree char *text = plw_explain_text (result, figure, 0);
  g_autofree char *shallow = plw_explain_text (result, figure, 1);
  g_auto (GStrv) lines = g_strsplit (shallow, "\n", -1);

  g_assert_cmpstr (text, ==, parks_in_2028);
  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* with the empty one at the end */
}

/* A figure that several others follow from is told once. */
static void
test_above (void)
{
  g_autoptr (PlwPlan) plan = read_small ();
  g_autoptr (PlwResult) result = evaluate (plan, NULL);
  PlwFigure figure = { PLW_FIGURE_BRIDGE, (uint32_t) find_row (plan, PLW_TABLE_LINES, "care"),
                       PLW_BRIDGE_PRICE, 2 };
  g_autofree char *text = plw_explain_text (result, figure, 0);
  g_auto (GStrv) tellings = g_strsplit (text, "Index of Wages in care (wages), 2027/28 = ", -1);

  g_assert_cmpuint (g_strv_length (tellings), ==, 2);
  g_assert_nonnull (strstr (tellings[1], "Index of Wages in care (wages), 2027/28 (see above)"));
}

/* A scenario of a scenario: what it changes, what its parent changes, and what is
 * left alone though it had to be written out.
 */
static PlwPlan *
make_scenarios (void)
{
  PlwPlan *plan = read_small ();
  size_t wages = find_row (plan, PLW_TABLE_DRIVERS, "wages");
  size_t pay = find_row (plan, PLW_TABLE_COSTS, "care/pay");

  plw_plan_set (plan, PLW_TABLE_DRIVERS, wages, plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2028),
                PLW_VALUE_EMPTY);
  ADD_ROW (plan, PLW_TABLE_SOURCES, "outturn", "Revenue outturn");
  set_cell (plan, PLW_TABLE_COSTS, pay, PLW_COSTS_SOURCE, "outturn");
  set_cell (plan, PLW_TABLE_COSTS, pay, PLW_COSTS_STANDING, "published");
  ADD_ROW (plan, PLW_TABLE_SCENARIOS, "low", "Low wages", "no-road-grant");
  ADD_ROW (plan, PLW_TABLE_OVERRIDES, "no-road-grant", "costs", "care/pay", "base", "", "multiply", "1.1",
           "A recount");
  ADD_ROW (plan, PLW_TABLE_OVERRIDES, "no-road-grant", "drivers", "wages", "value", "2027/28", "add", "1",
           "Overtaken");
  ADD_ROW (plan, PLW_TABLE_OVERRIDES, "low", "drivers", "wages", "value", "2027/28", "set", "4",
           "A lower settlement");
  ADD_ROW (plan, PLW_TABLE_OVERRIDES, "low", "plan", "discount_rate", "value", "", "set", "3", "As revised");
  return plan;
}

static void
check_origin (const PlwResult *result, PlwFigure figure, double value, const char *const *words)
{
  g_autoptr (PlwReason) reason = plw_explain (result, figure);

  g_assert_nonnull (reason);
  g_assert_nonnull (reason->origin);
  g_assert_cmpfloat_with_epsilon (reason->value, value, 1e-12);
  g_assert_cmpstr (reason->origin->table, ==, words[0]);
  g_assert_cmpstr (reason->origin->key, ==, words[1]);
  g_assert_cmpstr (reason->origin->column, ==, words[2]);
  g_assert_cmpstr (reason->origin->entered, ==, words[3]);
  g_assert_cmpstr (reason->origin->scenario, ==, words[4]);
  g_assert_cmpstr (reason->origin->override_reason, ==, words[5]);
  g_assert_cmpstr (reason->origin->source, ==, words[6]);
  g_assert_cmpstr (reason->origin->standing, ==, words[7]);
}

#define CHECK_ORIGIN(FIGURE, VALUE, ...)                                                                     \
  check_origin (result, FIGURE, VALUE, (const char *const[]){ __VA_ARGS__ })

static PlwFigure
cell (PlwTableId table, size_t row, size_t column)
{
  return (PlwFigure){ PLW_FIGURE_CELL, (uint32_t) table, (uint32_t) row, (uint32_t) column };
}

static PlwFigure
setting (const char *key)
{
  size_t n_settings;
  const PlwSetting *settings = plw_schema_settings (&n_settings);

  return (PlwFigure){ PLW_FIGURE_SETTING, (uint32_t) (plw_schema_find_setting (key) - settings), 0,
                      PLW_FIGURE_ALL_YEARS };
}

static void
test_origins (void)
{
  g_autoptr (PlwPlan) plan = make_scenarios ();
  g_autoptr (PlwResult) result = evaluate (plan, "low");
  size_t wages = find_row (plan, PLW_TABLE_DRIVERS, "wages");
  size_t pay = find_row (plan, PLW_TABLE_COSTS, "care/pay");
  size_t first = plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2026);

  CHECK_ORIGIN (cell (PLW_TABLE_COSTS, pay, PLW_COSTS_BASE), 11000000, "costs", "care/pay", "base", "100000",
                "No road grant", "A recount", "Revenue outturn", "published");
  CHECK_ORIGIN (cell (PLW_TABLE_DRIVERS, wages, first), 0.1, "drivers", "wages", "2026/27", "10", "", "", "",
                "");
  CHECK_ORIGIN (cell (PLW_TABLE_DRIVERS, wages, first + 1), 0.04, "drivers", "wages", "2027/28", "10",
                "Low wages", "A lower settlement", "", "");
  /* Written out for the scenario, but entered a year before and never changed. */
  CHECK_ORIGIN (cell (PLW_TABLE_DRIVERS, wages, first + 2), 0.1, "drivers", "wages", "2027/28", "10", "", "",
                "", "");
  CHECK_ORIGIN (setting ("discount_rate"), 0.03, "plan", "discount_rate", "value", "", "Low wages",
                "As revised", "", "");
  CHECK_ORIGIN (setting ("opening_cfr"), 0, "plan", "opening_cfr", "value", "", "", "", "", "");
}

static void
test_override_line (void)
{
  g_autoptr (PlwPlan) plan = make_scenarios ();
  g_autoptr (PlwResult) result = evaluate (plan, "low");
  size_t pay = find_row (plan, PLW_TABLE_COSTS, "care/pay");
  g_autofree char *text = plw_explain_text (result, cell (PLW_TABLE_COSTS, pay, PLW_COSTS_BASE), 0);

  g_assert_cmpstr (
      text, ==,
      "£110,000.00  Base, £ a year: care/pay — entered: “100000” in costs, care/pay, base; source: "
      "Revenue outturn (published); set by scenario No road grant: A recount\n");
}

/* What ships says so, and what a plan leaves empty is not called entered. */
static void
test_not_entered (void)
{
  g_autoptr (PlwPlan) plan = read_small ();
  g_autoptr (PlwResult) result = evaluate (plan, NULL);
  g_autoptr (PlwReason) rate = plw_explain (result, setting ("discount_rate"));
  g_autoptr (PlwReason) grade =
      plw_explain (result, (PlwFigure){ PLW_FIGURE_PARAMETER, PLW_TABLE_EVIDENCE_GRADES, 5,
                                        PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION });

  g_assert_cmpstr (rate->text, ==, "3.5%");
  g_assert_cmpstr (rate->origin->entered, ==, "");
  g_assert_nonnull (strstr (rate->formula, "left empty"));
  g_assert_cmpstr (grade->text, ==, "40%");
  g_assert_nonnull (strstr (grade->formula, "comes with the program"));
  g_assert_cmpstr (grade->origin->key, ==, "6");
  g_assert_nonnull (strstr (grade->origin->source, "cost benefit analysis"));
}

/* A year that carries on from an earlier one leads to the cell that says so. */
static void
test_carried (void)
{
  g_autoptr (PlwPlan) plan = read_small ();
  size_t wages = find_row (plan, PLW_TABLE_DRIVERS, "wages");
  size_t first = plw_plan_year_column (plan, PLW_TABLE_DRIVERS, 2026);

  for (size_t column = first + 2; column < plw_plan_n_columns (plan, PLW_TABLE_DRIVERS); column++)
    plw_plan_set (plan, PLW_TABLE_DRIVERS, wages, column, PLW_VALUE_EMPTY);

  g_autoptr (PlwResult) result = evaluate (plan, NULL);
  g_autoptr (PlwReason) index = plw_explain (result, (PlwFigure){ PLW_FIGURE_INDEX, (uint32_t) wages, 0, 4 });

  g_assert_cmpstr (index->text, ==, "1.610510");
  g_assert_cmpuint (index->n_parts, ==, 2);
  g_assert_cmpint (index->parts[1].figure.kind, ==, PLW_FIGURE_CELL);
  g_assert_cmpuint (index->parts[1].figure.year, ==, first + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/words/tree", test_tree);
  g_test_add_func ("/explain/words/above", test_above);
  g_test_add_func ("/explain/words/origins", test_origins);
  g_test_add_func ("/explain/words/override", test_override_line);
  g_test_add_func ("/explain/words/carried", test_carried);
  g_test_add_func ("/explain/words/not-entered", test_not_entered);
  return g_test_run ();
}
