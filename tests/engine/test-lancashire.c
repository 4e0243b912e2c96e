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

/* A penny a line: each need is rounded, and so were the changes that lead to the published sum. */
static void
test_directorates (void)
{
  g_autoptr (PlwPlan) plan = read_lancashire ();
  g_autoptr (PlwResult) result = NULL;

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/engine/lancashire/county-directorates-are-the-published", test_directorates);
  g_test_add_func ("/engine/lancashire/council-tax-is-the-published-precept", test_council_tax);
  return g_test_run ();
}
