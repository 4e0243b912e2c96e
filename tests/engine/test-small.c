/* test-small.c: the small example comes out as worked out by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working is in app/examples/small/hand-calculation.md.
 */
#include "../exchange/folder-support.h"

#include <placewright/evaluate.h>

#include <string.h>

static size_t
find_use (const PlwResult *result, const char *kind, const char *code)
{
  for (size_t use = 0; use < plw_result_n_uses (result); use++)
    if (strcmp (plw_use_kind_name (plw_result_use (result, use)->kind), kind) == 0
        && strcmp (plw_result_use (result, use)->code, code) == 0)
      return use;

  g_error ("no use %s %s", kind, code);
}

static int64_t
find_figure (const PlwResult *result, size_t use, const char *measure, size_t year)
{
  if (strcmp (measure, "need") == 0)
    return plw_result_use (result, use)->need[year];
  if (strcmp (measure, "funded") == 0)
    return plw_result_use (result, use)->funded[year];

  g_assert_cmpstr (measure, ==, "shortfall");
  return plw_result_shortfall (result, use, year);
}

/* @row: use_kind,use_code,part,measure,year,value */
static void
check_row (const PlwResult *result, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, ",", -1);

  g_assert_cmpuint (g_strv_length (cells), ==, 6);

  size_t use = find_use (result, cells[0], cells[1]);
  int64_t pence = 0;
  int year = 0;

  g_assert_cmpstr (plw_part_name (plw_result_use (result, use)->part), ==, cells[2]);
  g_assert_true (plw_year_parse (cells[4], &year));
  g_assert_true (plw_pence_parse (cells[5], PLW_PARSE_STRICT, &pence, NULL));

  size_t index = (size_t) (year - plw_result_year (result, 0));
  int64_t found = find_figure (result, use, cells[3], index);

  if (found != pence)
    g_test_message ("%s: found %" G_GINT64_FORMAT " pence", row, found);
  g_assert_cmpint (found, ==, pence);
}

static void
test_policy (gconstpointer data)
{
  const char *policy = data;
  g_autofree char *folder = source_path ("app/examples/small");
  g_autofree char *expected_path = source_path ("tests/data/small-expected");
  g_autofree char *name = g_strconcat ("uses-", policy, ".csv", NULL);
  g_autofree char *expected = get_file (expected_path, name);
  g_auto (GStrv) rows = g_strsplit (expected, "\n", -1);
  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, policy, problems, &error);
  size_t n_rows = 0;

  g_assert_no_error (error);
  g_assert_nonnull (result);

  for (size_t i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++, n_rows++)
    check_row (result, rows[i]);
  g_assert_cmpuint (n_rows, ==, 5 * 3 * 5);
}

static const PlwPotYears *
find_pot (const PlwResult *result, const char *code)
{
  for (size_t pot = 0; pot < plw_result_n_pots (result); pot++)
    if (strcmp (plw_result_pot (result, pot)->code, code) == 0)
      return plw_result_pot (result, pot);

  g_error ("no pot %s", code);
}

/* The reserve's account under today's rules, as the page has it. */
static void
test_reserve (void)
{
  static const int64_t opening[] = { 60500, 50500, 40000, 40000, 13000 };
  static const int64_t moved_in[] = { 0, 2500, 0, 0, 0 };
  static const int64_t spent[] = { 10000, 13000, 0, 27000, 3000 };
  static const int64_t closing[] = { 50500, 40000, 40000, 13000, 10000 };
  g_autofree char *folder = source_path ("app/examples/small");
  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, "today", problems, &error);

  g_assert_no_error (error);

  const PlwPotYears *reserve = find_pot (result, "reserve");

  for (size_t year = 0; year < G_N_ELEMENTS (opening); year++)
    {
      g_assert_cmpint (reserve->opening[year], ==, opening[year] * 100);
      g_assert_cmpint (reserve->moved_in[year], ==, moved_in[year] * 100);
      g_assert_cmpint (reserve->spent[year], ==, spent[year] * 100);
      g_assert_cmpint (reserve->closing[year], ==, closing[year] * 100);
    }
}

/* What fragmentation costs is the road grant that lapses. */
static void
test_fragmentation (void)
{
  g_autofree char *folder = source_path ("app/examples/small");
  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (PlwResult) today = plw_evaluate (plan, NULL, "today", problems, NULL);
  g_autoptr (PlwResult) placemaking = plw_evaluate (plan, NULL, "placemaking", problems, NULL);
  int64_t cost = 0;
  int64_t lapsed = 0;

  g_assert_nonnull (today);
  g_assert_nonnull (placemaking);

  for (size_t year = 0; year < plw_result_n_years (today); year++)
    {
      cost += plw_result_sum (today, PLW_SUM_SHORTFALL, year)
              - plw_result_sum (placemaking, PLW_SUM_SHORTFALL, year);
      lapsed += find_pot (today, "road-grant")->lapsed[year];
    }

  g_assert_cmpint (cost, ==, 3000000);
  g_assert_cmpint (lapsed, ==, 3000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/engine/small/today", "today", test_policy);
  g_test_add_data_func ("/engine/small/placemaking", "placemaking", test_policy);
  g_test_add_func ("/engine/small/reserve", test_reserve);
  g_test_add_func ("/engine/small/fragmentation", test_fragmentation);

  return g_test_run ();
}
