/* test-lancashire.c: the Lancashire example comes out at the county's published figures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Published: Lancashire County Council, budget report to Full Council of 26
 * February 2026 (https://council.lancashire.gov.uk/documents/s272627/Report.pdf):
 * net budget by directorate in thousands of pounds, Band D and tax base. How lines make up
 * directorates is said in app/examples/lancashire-build/README.md.
 */
#include "../exchange/folder-support.h"

#include <placewright/evaluate.h>

#include <string.h>

/* What is added to lines whose income exceeds their cost, so that they are not cut off at zero. */
#define LIFT INT64_C (1000000000)

static const char *const adults[] = { "lcc-adult-social-care", NULL };
static const char *const education[] = { "lcc-childrens-social-care", "lcc-education-services", NULL };
static const char *const place[] = { "lcc-highways",
                                     "lcc-archives",
                                     "lcc-arts",
                                     "lcc-libraries",
                                     "lcc-leisure-parks-balance",
                                     "lcc-trading-standards",
                                     "lcc-health-and-safety",
                                     "lcc-land-drainage",
                                     "lcc-agriculture",
                                     "lcc-waste-disposal",
                                     "lcc-recycling",
                                     "lcc-waste-minimisation",
                                     "lcc-environment-balance",
                                     "lcc-development-control",
                                     "lcc-planning-policy",
                                     "lcc-environmental-initiatives",
                                     "lcc-economic-development",
                                     "lcc-business-support",
                                     "lcc-school-transport",
                                     NULL };
static const char *const resources[] = {
  "lcc-emergency-planning", "lcc-registration",      "lcc-elections",
  "lcc-general-grants",     "lcc-coroners",          "lcc-surplus-assets",
  "lcc-management-support", "lcc-resources-balance", NULL
};
static const char *const executive[] = { "lcc-chief-executive", NULL };
static const char *const corporate[] = { "lcc-democratic-core", "lcc-retirement-benefits",
                                         "lcc-corporate-provisions", NULL };
static const char *const lifted[] = { "lcc-agriculture", "lcc-recycling", "lcc-development-control" };

/* @published: 2027/28 and 2028/29, thousands of pounds */
static const struct
{
  const char *name;
  const char *const *lines;
  int n_lifted;
  bool has_financing;
  int64_t published[2];
} directorates[] = {
  { "adults", adults, 0, false, { 578736, 614086 } },
  { "education and children's", education, 0, false, { 266503, 270011 } },
  { "place", place, G_N_ELEMENTS (lifted), false, { 263251, 281495 } },
  { "resources", resources, 0, false, { 90762, 89133 } },
  { "chief executive", executive, 0, false, { 1299, 1301 } },
  { "corporate", corporate, 0, true, { 183090, 213399 } },
};

static PlwResult *
evaluate (const PlwPlan *plan)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwResult *result = plw_evaluate (plan, NULL, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static PlwPlan *
read_lancashire (void)
{
  g_autofree char *folder = source_path ("app/examples/lancashire");

  return read_folder (folder);
}

static int64_t
find_need (const PlwResult *result, PlwUseKind kind, const char *code, size_t year)
{
  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      if (use->kind == kind && (kind == PLW_USE_FINANCING || strcmp (use->code, code) == 0))
        return use->need[year];
    }
  g_error ("no use %s", code);
}

static void
lift_line (PlwPlan *plan, const char *line)
{
  size_t row = plw_plan_append (plan, PLW_TABLE_CHANGES, NULL, 0);
  g_autofree char *code = g_strconcat ("lift-", line, NULL);

  plw_plan_set (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_CODE, plw_value_text (code));
  plw_plan_set (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_LINE, plw_value_text (line));
  plw_plan_set (plan, PLW_TABLE_CHANGES, row, PLW_CHANGES_KIND, plw_value_number (PLW_CHANGE_PRESSURE));
  plw_plan_set (plan, PLW_TABLE_CHANGES, row, plw_plan_year_column (plan, PLW_TABLE_CHANGES, 2027),
                plw_value_number (LIFT));
}

/* The published budgets are before the plan's own programmes and knock-on effects. */
static void
leave_prevention_out (PlwPlan *plan)
{
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES); row++)
    plw_plan_set (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_ENABLED, plw_value_number (0));
  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS); row++)
    plw_plan_set (plan, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_RISE, plw_value_number (0));
}

/* A penny a line: each need is rounded, and so were the changes that lead to the published sum. */
static void
test_directorates (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (PlwResult) result = NULL;

  leave_prevention_out (plan);
  for (size_t i = 0; i < G_N_ELEMENTS (lifted); i++)
    lift_line (plan, lifted[i]);
  result = evaluate (plan);
  for (size_t i = 0; i < G_N_ELEMENTS (directorates); i++)
    for (size_t year = 0; year < 2; year++)
      {
        int64_t expected = directorates[i].published[year] * 100000 + directorates[i].n_lifted * LIFT;
        int64_t found = 0;

        if (directorates[i].has_financing)
          found += find_need (result, PLW_USE_FINANCING, "", year);
        for (const char *const *line = directorates[i].lines; *line != NULL; line++)
          found += find_need (result, PLW_USE_LINE, *line, year);
        g_test_message ("%s, year %d: %" G_GINT64_FORMAT " pence, %+" G_GINT64_FORMAT, directorates[i].name,
                        plw_result_year (result, year), found, found - expected);
        if (ABS (found - expected) > (int64_t) g_strv_length ((char **) directorates[i].lines))
          g_test_fail_printf ("%s", directorates[i].name);
      }
}

static size_t
add_row (PlwPlan *plan, PlwTableId table, size_t column, const char *text)
{
  size_t row = plw_plan_append (plan, table, NULL, 0);

  plw_plan_set (plan, table, row, column, plw_value_text (text));
  return row;
}

static void
add_setting (PlwPlan *plan, const char *key, const char *value)
{
  size_t row = add_row (plan, PLW_TABLE_PLAN, PLW_PLAN_KEY, key);

  plw_plan_set (plan, PLW_TABLE_PLAN, row, PLW_PLAN_VALUE, plw_value_text (value));
}

/* 397,989.95 homes x 1,801.75, nothing growing: the county's published precept. */
static void
test_council_tax (void)
{
  static const size_t columns[] = { PLW_COUNCIL_TAX_TAX_BASE, PLW_COUNCIL_TAX_BAND_D,
                                    PLW_COUNCIL_TAX_COLLECTION_RATE };
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (PlwPlan) tiny = plw_plan_new ();
  g_autoptr (PlwResult) result = NULL;
  size_t from;
  size_t pot;
  size_t to;

  g_assert_true (plw_plan_find_key (plan, PLW_TABLE_COUNCIL_TAX, "lcc-council-tax", &from));
  add_setting (tiny, "base_year", "2026/27");
  add_setting (tiny, "years", "5");
  add_row (tiny, PLW_TABLE_LINES, PLW_LINES_CODE, "line");
  pot = add_row (tiny, PLW_TABLE_POTS, PLW_POTS_CODE, "tax");
  plw_plan_set (tiny, PLW_TABLE_POTS, pot, PLW_POTS_BASIS, plw_value_number (PLW_POT_COUNCIL_TAX));
  to = add_row (tiny, PLW_TABLE_COUNCIL_TAX, PLW_COUNCIL_TAX_POT, "tax");
  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    plw_plan_set (tiny, PLW_TABLE_COUNCIL_TAX, to, columns[i],
                  plw_plan_get (plan, PLW_TABLE_COUNCIL_TAX, from, columns[i]));
  result = evaluate (tiny);
  for (size_t year = 0; year < 5; year++)
    g_assert_cmpint (plw_result_pot (result, 0)->received[year], ==, INT64_C (71707839241));
}

static void
test_checks (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  bool good = plw_plan_check (plan, problems);

  for (size_t i = 0; i < plw_problems_size (problems); i++)
    if (plw_problems_get (problems, i)->severity == PLW_SEVERITY_ERROR)
      {
        g_autofree char *text = plw_problem_to_text (plw_problems_get (problems, i));

        g_test_message ("%s", text);
      }
  g_assert_true (good);
}

/* Sums of what the plan takes from a source come to what the source says. */
static void
test_control_totals (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_CONTROL_TOTALS);

  g_assert_cmpuint (n_rows, >=, 6);
  for (size_t row = 0; row < n_rows; row++)
    {
      const char *source = plw_plan_text (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_SOURCE);
      int year = (int) plw_plan_number (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_YEAR);
      int64_t difference = -plw_plan_number (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_TOTAL);
      PlwTableId table = PLW_TABLE_PLAN;
      size_t source_column = 0;
      size_t column = 0;
      int64_t unit;

      g_assert_true (plw_schema_find_table (
          plw_plan_text (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_TABLE), &table));
      g_assert_true (plw_schema_find_column (table, "source", &source_column));
      if (year != 0)
        column = plw_plan_year_column (plan, table, year);
      else
        g_assert_true (plw_schema_find_column (
            table, plw_plan_text (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_FIELD), &column));
      unit = plw_plan_column_type (plan, table, column) == PLW_TYPE_MONEY ? PLW_DECIMAL_ONE / 100 : 1;
      for (size_t i = 0; i < plw_plan_n_rows (plan, table); i++)
        if (strcmp (plw_plan_text (plan, table, i, source_column), source) == 0)
          difference += unit * plw_plan_number (plan, table, i, column);
      g_test_message ("%s: %+" G_GINT64_FORMAT " billionths",
                      plw_plan_name (plan, PLW_TABLE_CONTROL_TOTALS, row), difference);
      g_assert_cmpint (ABS (difference), <=,
                       plw_plan_number (plan, PLW_TABLE_CONTROL_TOTALS, row, PLW_CONTROL_TOTALS_TOLERANCE));
    }
}

/* No figure without saying where it comes from, and no assumption without a reason. */
static void
test_standing (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  size_t n_figures = 0;

  for (PlwTableId table = 0; table < PLW_N_TABLES; table++)
    {
      size_t standing;
      size_t source;
      size_t notes;

      /* Partners have a standing of their own, but no figures. */
      if (table == PLW_TABLE_PARTNERS || !plw_schema_find_column (table, "standing", &standing))
        continue;
      g_assert_true (plw_schema_find_column (table, "source", &source));
      g_assert_true (plw_schema_find_column (table, "notes", &notes));
      for (size_t row = 0; row < plw_plan_n_rows (plan, table); row++, n_figures++)
        {
          g_autofree char *key = plw_plan_row_key (plan, table, row);

          if (plw_plan_text (plan, table, row, standing)[0] == '\0'
              || plw_plan_text (plan, table, row, source)[0] == '\0'
              || plw_plan_text (plan, table, row, notes)[0] == '\0')
            g_test_fail_printf ("%s row %" G_GSIZE_FORMAT " (%s) does not say where it comes from",
                                plw_schema_table (table)->name, row, key != NULL ? key : "");
        }
    }
  g_assert_cmpuint (n_figures, >, 2500);
}

static int64_t
sum_years (const PlwPlan *plan, const char *programme, const char *measure)
{
  g_autofree char *key = g_strconcat (programme, "/", measure, NULL);
  int64_t sum = 0;
  size_t row;

  if (!plw_plan_find_key (plan, PLW_TABLE_PROGRAMME_YEARS, key, &row))
    return 0;
  for (size_t year = 0; year < plw_plan_n_years (plan); year++)
    sum += plw_plan_number (
        plan, PLW_TABLE_PROGRAMME_YEARS, row,
        plw_plan_year_column (plan, PLW_TABLE_PROGRAMME_YEARS, plw_plan_base_year (plan) + 1 + (int) year));
  return sum;
}

static size_t
count_effects (const PlwPlan *plan, const char *programme)
{
  size_t n = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    if (strcmp (plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PROGRAMME), programme) == 0)
      n++;
  return n;
}

static bool
cell_is_set (const PlwPlan *plan, PlwTableId table, size_t row, size_t column)
{
  g_autofree char *text = plw_plan_cell_to_text (plan, table, row, column);

  return text[0] != '\0';
}

static void
test_programmes (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_PROGRAMMES);
  bool capital[2] = { false, false }; /* without and with revenue that may pay for it */

  g_assert_cmpuint (n_rows, >=, 8);
  for (size_t row = 0; row < n_rows; row++)
    {
      const char *code = plw_plan_text (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_CODE);

      g_test_message ("%s", code);
      g_assert_true (cell_is_set (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_EVIDENCE));
      g_assert_cmpint (sum_years (plan, code, "intake"), >, 0);
      g_assert_cmpint (sum_years (plan, code, "revenue"), >, 0);
      g_assert_cmpuint (count_effects (plan, code), >, 0);
      if (sum_years (plan, code, "capital") > 0)
        capital[plw_plan_number (plan, PLW_TABLE_PROGRAMMES, row, PLW_PROGRAMMES_REVENUE_FUNDING)] = true;
    }
  g_assert_true (capital[0]);
  g_assert_true (capital[1]);
}

/* An effect acts on a line or belongs to a partner, and has one value. */
static void
test_effects (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (GHashTable) programme_by_line = g_hash_table_new (g_str_hash, g_str_equal);
  size_t n_overlaps = 0;
  size_t n_steps = 0;
  size_t n_partly_cash = 0;

  for (size_t row = 0; row < plw_plan_n_rows (plan, PLW_TABLE_EFFECTS); row++)
    {
      const char *line = plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE);
      const char *programme = plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PROGRAMME);
      const char *other = g_hash_table_lookup (programme_by_line, line);

      g_assert_true (cell_is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_LINE)
                     != cell_is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_PARTNER));
      g_assert_true (cell_is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_COST)
                     != cell_is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_UNIT_VALUE));
      g_assert_cmpstr (plw_plan_text (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_STANDING), ==, "assumed");
      if (line[0] != '\0' && other != NULL && strcmp (other, programme) != 0)
        n_overlaps++;
      if (line[0] != '\0')
        g_hash_table_insert (programme_by_line, (gpointer) line, (gpointer) programme);
      n_steps += cell_is_set (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_RELEASE_STEP);
      n_partly_cash +=
          plw_plan_number (plan, PLW_TABLE_EFFECTS, row, PLW_EFFECTS_CASHABLE) < 100 * PLW_DECIMAL_ONE;
    }
  g_assert_cmpuint (n_overlaps, >, 0);
  g_assert_cmpuint (n_steps, >, 0);
  g_assert_cmpuint (n_partly_cash, >, 0);
}

static void
test_spillovers (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_SPILLOVERS);

  g_assert_cmpuint (n_rows, >=, 6);
  for (size_t row = 0; row < n_rows; row++)
    {
      g_assert_true (cell_is_set (plan, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_EVIDENCE));
      g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_SPILLOVERS, row, PLW_SPILLOVERS_RISE), >, 0);
    }
}

/* The scenarios a board compares all resolve, and each says something of its own. */
static void
test_scenarios (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (GHashTable) fingerprints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  size_t n_rows = plw_plan_n_rows (plan, PLW_TABLE_SCENARIOS);

  g_assert_cmpuint (n_rows, >=, 3);
  for (size_t row = 0; row < n_rows; row++)
    {
      g_autoptr (PlwProblems) problems = plw_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PlwPlan) resolved = plw_plan_resolve (
          plan, plw_plan_text (plan, PLW_TABLE_SCENARIOS, row, PLW_SCENARIOS_CODE), problems, &error);

      g_assert_no_error (error);
      g_assert_true (g_hash_table_add (fingerprints, plw_plan_fingerprint (resolved)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/lancashire/county-directorates-are-the-published", test_directorates);
  g_test_add_func ("/engine/lancashire/council-tax-is-the-published-precept", test_council_tax);
  g_test_add_func ("/engine/lancashire/breaks-no-rule", test_checks);
  g_test_add_func ("/engine/lancashire/sources-add-up", test_control_totals);
  g_test_add_func ("/engine/lancashire/figures-say-where-they-come-from", test_standing);
  g_test_add_func ("/engine/lancashire/programmes-are-whole", test_programmes);
  g_test_add_func ("/engine/lancashire/effects-are-whole", test_effects);
  g_test_add_func ("/engine/lancashire/spillovers-have-a-grade", test_spillovers);
  g_test_add_func ("/engine/lancashire/scenarios-differ", test_scenarios);
  return g_test_run ();
}
