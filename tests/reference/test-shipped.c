/* test-shipped.c: the tables that come with the program are whole and are what their sources say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-plan.h"

#include <placewright/reference.h>

#include <string.h>

/* How many there are, counted apart from what embed.py and the reading do. */
static size_t
count_records (const char *table)
{
  g_autofree char *file = g_strconcat (table, ".csv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("PLACEWRIGHT_SOURCE"), "core", "reference", file, NULL);
  g_autofree char *text = NULL;
  size_t n_lines = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n'; /* no shipped cell holds a line's end */
  return n_lines - 1;
}

static void
test_all_rows_are_there (void)
{
  static const PlwTableId shipped[] = { PLW_TABLE_SOURCES,     PLW_TABLE_EVIDENCE_GRADES,
                                        PLW_TABLE_UNIT_COSTS,  PLW_TABLE_DISCOUNT_RATES,
                                        PLW_TABLE_PRICE_INDEX, PLW_TABLE_REFERENDUM_LIMITS };
  size_t n_expected = 0;
  size_t n_rows = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      const char *name = plw_schema_table (shipped[i])->name;

      g_assert_cmpuint (plw_plan_n_rows (plw_reference (), shipped[i]), ==, count_records (name));
      n_expected += count_records (name);
    }
  for (size_t i = 0; i < PLW_N_TABLES; i++)
    n_rows += plw_plan_n_rows (plw_reference (), (PlwTableId) i);

  g_assert_cmpuint (n_rows, ==, n_expected);
  g_assert_cmpuint (plw_plan_n_rows (plw_reference (), PLW_TABLE_UNIT_COSTS), ==, 674);
}

/* The sum of the fiscal costs of the database, rounded to the penny each. */
static void
test_unit_costs_add_up (void)
{
  const PlwPlan *reference = plw_reference ();
  int64_t sum = 0;

  for (size_t row = 0; row < plw_plan_n_rows (reference, PLW_TABLE_UNIT_COSTS); row++)
    sum += plw_plan_number (reference, PLW_TABLE_UNIT_COSTS, row, PLW_UNIT_COSTS_VALUE);

  g_assert_cmpint (sum, ==, 327612167);
}

static void
test_every_row_has_a_source (void)
{
  const PlwPlan *reference = plw_reference ();

  for (size_t t = 0; t < PLW_N_TABLES; t++)
    for (size_t row = 0; row < plw_plan_n_rows (reference, (PlwTableId) t); row++)
      {
        size_t source;
        size_t standing;
        size_t found;

        if (t == PLW_TABLE_SOURCES)
          continue;
        g_assert_true (plw_schema_find_column ((PlwTableId) t, "source", &source));
        g_assert_true (plw_schema_find_column ((PlwTableId) t, "standing", &standing));
        g_assert_true (plw_plan_find_key (reference, PLW_TABLE_SOURCES,
                                          plw_plan_text (reference, (PlwTableId) t, row, source), &found));
        g_assert_true (plw_plan_get (reference, (PlwTableId) t, row, standing).is_set);
      }
}

static void
test_sources_name_their_licence (void)
{
  const PlwPlan *reference = plw_reference ();
  size_t row;

  for (row = 0; row < plw_plan_n_rows (reference, PLW_TABLE_SOURCES); row++)
    {
      g_assert_cmpstr (plw_plan_text (reference, PLW_TABLE_SOURCES, row, PLW_SOURCES_PUBLISHER), !=, "");
      g_assert_cmpstr (plw_plan_text (reference, PLW_TABLE_SOURCES, row, PLW_SOURCES_LICENCE), !=, "");
    }

  g_assert_true (plw_plan_find_key (reference, PLW_TABLE_SOURCES, "gmca-unit-costs", &row));
  g_assert_cmpstr (plw_plan_text (reference, PLW_TABLE_SOURCES, row, PLW_SOURCES_LICENCE), ==, "CC BY 4.0");
}

/* A plan that holds the shipped rows as its own keeps every rule: no key twice,
 * no cell empty that may not be. */
static void
test_shipped_rows_keep_the_rules (void)
{
  g_autoptr (PlwPlan) plan = plw_plan_copy (plw_reference ());
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  add_row (plan, PLW_TABLE_PLAN, "key", "base_year", "value", "2023/24", NULL);
  add_row (plan, PLW_TABLE_PLAN, "key", "years", "value", "5", NULL);

  bool is_good = plw_plan_check (plan, problems);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_cmpstr (found, ==, "");
  g_assert_true (is_good);
}

static void
test_evidence_grades (void)
{
  static const int percent[] = { 0, 5, 10, 15, 25, 40 };
  const PlwPlan *reference = plw_reference ();

  g_assert_cmpuint (plw_plan_n_rows (reference, PLW_TABLE_EVIDENCE_GRADES), ==, 6);
  for (size_t row = 0; row < 6; row++)
    {
      g_assert_cmpint (plw_plan_number (reference, PLW_TABLE_EVIDENCE_GRADES, row, PLW_EVIDENCE_GRADES_GRADE),
                       ==, (int64_t) row + 1);
      g_assert_cmpint (
          plw_plan_number (reference, PLW_TABLE_EVIDENCE_GRADES, row, PLW_EVIDENCE_GRADES_BENEFIT_CORRECTION),
          ==, percent[row] * PLW_DECIMAL_ONE);
      g_assert_cmpint (
          plw_plan_number (reference, PLW_TABLE_EVIDENCE_GRADES, row, PLW_EVIDENCE_GRADES_COST_CORRECTION),
          ==, percent[row] * PLW_DECIMAL_ONE);
    }
}

static char *
look_up (PlwTableId table, const char *key, size_t column)
{
  size_t row = 0;

  g_assert_true (plw_plan_find_key (plw_reference (), table, key, &row));
  return plw_plan_cell_to_text (plw_reference (), table, row, column);
}

/* Three quarters of 96.2507 and one of 100; a year without both is not shipped. */
static void
test_price_index (void)
{
  g_autofree char *last = look_up (PLW_TABLE_PRICE_INDEX, "2023/24", PLW_PRICE_INDEX_VALUE);
  g_autofree char *first = look_up (PLW_TABLE_PRICE_INDEX, "1990/91", PLW_PRICE_INDEX_VALUE);
  const PlwPlan *reference = plw_reference ();
  int64_t before = 0;
  size_t row;

  g_assert_cmpstr (last, ==, "97.188025");
  g_assert_cmpstr (first, ==, "43.47035");
  g_assert_false (plw_plan_find_key (reference, PLW_TABLE_PRICE_INDEX, "2024/25", &row));

  for (row = 0; row < plw_plan_n_rows (reference, PLW_TABLE_PRICE_INDEX); row++)
    {
      int64_t value = plw_plan_number (reference, PLW_TABLE_PRICE_INDEX, row, PLW_PRICE_INDEX_VALUE);

      g_assert_cmpint (plw_plan_number (reference, PLW_TABLE_PRICE_INDEX, row, PLW_PRICE_INDEX_YEAR), ==,
                       1990 + (int64_t) row);
      g_assert_cmpint (value, >, before);
      before = value;
    }
}

/* One of each kind of awkwardness: a letter no code has, four decimals, quotes. */
static void
test_unit_costs (void)
{
  static const struct
  {
    const char *code;
    size_t column;
    const char *text;
  } cells[] = {
    { "SS1.0", PLW_UNIT_COSTS_VALUE, "51080" },
    { "SS1.0", PLW_UNIT_COSTS_PRICES, "2013/14" },
    { "SS1.0", PLW_UNIT_COSTS_UNIT, "Per year" },
    { "SS1.0", PLW_UNIT_COSTS_BEARER, "Local Authority, Social Services" },
    { "SS1.0", PLW_UNIT_COSTS_CATEGORY, "Social Services: Looked after children" },
    { "CR1.0", PLW_UNIT_COSTS_VALUE, "500" },
    { "CR1.0", PLW_UNIT_COSTS_PRICES, "2002/03" },
    { "ES2.0.3", PLW_UNIT_COSTS_VALUE, "970.44" },
    { "ES2.0.3", PLW_UNIT_COSTS_PRICES, "2005/06" },
    { "EE1.7", PLW_UNIT_COSTS_NAME, "Job Seeker's Allowance Cost of maintaining claims" },
    { "EE3.6", PLW_UNIT_COSTS_VALUE, "72.40" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *found = look_up (PLW_TABLE_UNIT_COSTS, cells[i].code, cells[i].column);

      g_assert_cmpstr (found, ==, cells[i].text);
    }
}

static void
test_referendum_limits (void)
{
  g_autofree char *county =
      look_up (PLW_TABLE_REFERENDUM_LIMITS, "county/2025/26", PLW_REFERENDUM_LIMITS_PERCENT);
  g_autofree char *reached =
      look_up (PLW_TABLE_REFERENDUM_LIMITS, "unitary/2025/26", PLW_REFERENDUM_LIMITS_REACHED);
  g_autofree char *percent =
      look_up (PLW_TABLE_REFERENDUM_LIMITS, "district/2025/26", PLW_REFERENDUM_LIMITS_PERCENT);
  g_autofree char *pounds =
      look_up (PLW_TABLE_REFERENDUM_LIMITS, "district/2025/26", PLW_REFERENDUM_LIMITS_POUNDS);
  g_autofree char *passed =
      look_up (PLW_TABLE_REFERENDUM_LIMITS, "district/2025/26", PLW_REFERENDUM_LIMITS_REACHED);

  g_assert_cmpstr (county, ==, "5");
  g_assert_cmpstr (reached, ==, "yes");
  g_assert_cmpstr (percent, ==, "3");
  g_assert_cmpstr (pounds, ==, "5");
  g_assert_cmpstr (passed, ==, "no");
}

static gpointer
read_all_cb (gpointer data)
{
  const PlwPlan *plan = plw_reference ();
  size_t n_found = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_UNIT_COSTS); row++)
    {
      g_autofree char *key = plw_plan_row_key (plan, PLW_TABLE_UNIT_COSTS, row);
      size_t by_key;
      size_t by_id;

      n_found += plw_plan_find_key (plan, PLW_TABLE_UNIT_COSTS, key, &by_key)
                 && plw_plan_find_row (plan, PLW_TABLE_UNIT_COSTS,
                                       plw_plan_row_id (plan, PLW_TABLE_UNIT_COSTS, row), &by_id)
                 && by_key == row && by_id == row;
    }
  return GSIZE_TO_POINTER (n_found);
}

/* First of all, so that the threads meet it before anybody else did. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_all_cb, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, 674);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/shipped/threads", test_threads);
  g_test_add_func ("/reference/shipped/all-rows-are-there", test_all_rows_are_there);
  g_test_add_func ("/reference/shipped/unit-costs-add-up", test_unit_costs_add_up);
  g_test_add_func ("/reference/shipped/every-row-has-a-source", test_every_row_has_a_source);
  g_test_add_func ("/reference/shipped/sources-name-their-licence", test_sources_name_their_licence);
  g_test_add_func ("/reference/shipped/rows-keep-the-rules", test_shipped_rows_keep_the_rules);
  g_test_add_func ("/reference/shipped/evidence-grades", test_evidence_grades);
  g_test_add_func ("/reference/shipped/price-index", test_price_index);
  g_test_add_func ("/reference/shipped/unit-costs", test_unit_costs);
  g_test_add_func ("/reference/shipped/referendum-limits", test_referendum_limits);

  return g_test_run ();
}
