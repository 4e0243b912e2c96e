/* test-folder.c: plan folders come back as they went.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../plan/random-plan.h"
#include "folder-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_same_plan (const PlwPlan *a, const PlwPlan *b)
{
  g_autofree char *of_a = plw_plan_fingerprint (a);
  g_autofree char *of_b = plw_plan_fingerprint (b);

  g_assert_cmpstr (of_a, ==, of_b);
}

/* Folder to plan to folder to plan; and writing again changes no byte. */
static void
assert_round_trip (const PlwPlan *plan)
{
  g_autofree char *parent = make_folder ();
  g_autofree char *path = g_build_filename (parent, "plan", NULL);

  write_folder (plan, path);

  g_autofree char *first = print_folder (path);
  g_autoptr (PlwPlan) again = read_folder (path);

  assert_same_plan (plan, again);
  write_folder (again, path);

  g_autofree char *second = print_folder (path);
  g_autofree char *beside = print_folder (parent);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (beside, ==, "== plan\n");
  remove_folder (parent);
}

static void
test_examples (void)
{
  static const char *const folders[] = { "app/examples/small", "tests/data/gateshead",
                                         "tests/exchange/broken/base" };

  for (size_t i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = source_path (folders[i]);
      g_autoptr (PlwPlan) plan = read_folder (path);

      assert_round_trip (plan);
    }
}

static void
test_random (void)
{
  for (int i = 0; i < 25; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();

      assert_round_trip (plan);
    }
}

/* Names that a spreadsheet would run are harmless in the file and themselves again in the plan. */
static void
test_formulas (void)
{
  static const char *const names[][2] = {
    { "=1+1", "'=1+1" },   { "+cmd", "'+cmd" }, { "-A1", "'-A1" },          { "@SUM(A1)", "'@SUM(A1)" },
    { "'=1+1", "''=1+1" }, { "''@", "'''@" },   { "'quoted'", "'quoted'" }, { "-5", "-5" },
    { "+12.5", "+12.5" },  { "a=b", "a=b" },
  };
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autofree char *copy = copy_folder (base);
  g_autoptr (PlwPlan) plan = read_folder (base);

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *code = g_strdup_printf ("line-%zu", i);
      PlwValue cells[] = { plw_value_text (code), plw_value_text (names[i][0]) };

      plw_plan_append (plan, PLW_TABLE_LINES, cells, G_N_ELEMENTS (cells));
    }
  assert_round_trip (plan);
  write_folder (plan, copy);

  g_autofree char *lines = get_file (copy, "lines.csv");

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *wanted = g_strdup_printf ("\nline-%zu,%s,", i, names[i][1]);

      g_assert_nonnull (strstr (lines, wanted));
    }
  remove_folder (copy);
}

static void
test_plain_files (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autofree char *copy = copy_folder (base);
  g_autoptr (PlwPlan) plan = read_folder (base);

  write_folder (plan, copy);

  /* Only what needs quotes has them, no empty columns about the origin, and all years. */
  g_autofree char *costs = get_file (copy, "costs.csv");
  g_autofree char *limits = get_file (copy, "limits.csv");
  g_autofree char *overrides = get_file (copy, "overrides.csv");

  g_assert_cmpstr (costs, ==,
                   "line,element,kind,base,price_driver,volume_driver\n"
                   "care,pay,pay,1000000,pay,\n"
                   "roads,pay,pay,500000,pay,\n"
                   "parks,pay,pay,200000,pay,\n"
                   "parks,hire,income,20000.50,,\n");
  g_assert_cmpstr (limits, ==, "pot,2026/27,2027/28,2028/29,2029/30,2030/31\nreserve,10000,10000,,,\n");
  g_assert_cmpstr (overrides, ==,
                   "scenario,table,code,field,year,op,value,reason\n"
                   "low,drivers,pay,value,2027/28,add,-1,Lower awards\n"
                   "low,costs,roads/pay,base,,multiply,0.95,A smaller depot\n");
  remove_folder (copy);
}

/* The same tables as other programs write them. */
static void
test_dialects (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwPlan) plan = read_folder (base);
  static const char *const lines[] = {
    /* byte-order mark, CR LF, every cell in quotes, blank rows at the end */
    "\xef\xbb\xbf\"code\",\"name\",\"group\",\"partner\",\"duty\",\"priority\",\"statutory_minimum\","
    "\"tier\"\r\n"
    "\"care\",\"Care\",\"people\",\"county\",\"statutory\",\"1\",\"80\",\"acute\"\r\n"
    "\"roads\",\"Roads\",\"place\",\"county\",\"discretionary\",\"2\",\"\",\"\"\r\n"
    "\"parks\",\"Parks\",\"place\",\"county\",\"discretionary\",\"3\",\"\",\"\"\r\n\r\n,,,,,,,\r\n\r\n",
    /* another order of columns, no line end at the end */
    "tier,partner,group,code,name,priority,duty,statutory_minimum\n"
    "acute,county,people,care,Care,1,statutory,80\n"
    ",county,place,roads,Roads,2,discretionary,\n"
    ",county,place,parks,Parks,3,discretionary,",
    /* empty columns to the right, CR alone, blanks around cells */
    "code,name,group,partner,duty,priority,statutory_minimum,tier,,\r"
    "care , Care,people,county,statutory, 1,80.0,acute,,\r"
    "roads,Roads,place,county,discretionary,2,,,,\r"
    "parks,Parks,place,county,discretionary,3,,,,,,\r",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *copy = copy_folder (base);

      put_file (copy, "lines.csv", lines[i]);

      g_autoptr (PlwPlan) other = read_folder (copy);

      assert_same_plan (plan, other);
      remove_folder (copy);
    }
}

static void
test_other_files_are_ignored (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autofree char *copy = copy_folder (base);
  g_autoptr (PlwPlan) plan = read_folder (base);

  put_file (copy, "README.md", "about this plan");
  put_file (copy, "notes.txt", "code,name\n");

  g_autoptr (PlwPlan) other = read_folder (copy);

  assert_same_plan (plan, other);
  remove_folder (copy);
}

/* A table the plan no longer has must not come back. */
static void
test_stale_tables_go (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autofree char *small = source_path ("tests/data/gateshead");
  g_autofree char *target = copy_folder (base);
  g_autofree char *fresh = make_folder ();
  g_autoptr (PlwPlan) plan = read_folder (small);

  write_folder (plan, target);
  write_folder (plan, fresh);

  g_autofree char *over = print_folder (target);
  g_autofree char *alone = print_folder (fresh);

  g_assert_cmpstr (over, ==, alone);
  remove_folder (target);
  remove_folder (fresh);
}

static void
assert_not_read (const char *path, const char *message)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwPlan) plan = plw_folder_read (path, problems, &error);

  g_assert_null (plan);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_not_readable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "lines.csv", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *no_folder = g_strdup_printf ("“%s” is not a folder", file);
  g_autofree char *no_file = g_strdup_printf ("“%s” is not a file", file);
  g_autofree char *not_there = g_strdup_printf (
      "The folder could not be read: Error opening directory “%s”: No such file or directory", missing);

  assert_not_read (missing, not_there);

  put_file (folder, "lines.csv", "code\n");
  assert_not_read (file, no_folder);

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_mkdir (file, 0777), ==, 0);
  assert_not_read (folder, no_file);

  /* Nothing ever comes out of this; it must not be waited for. */
  g_assert_cmpint (g_rmdir (file), ==, 0);
  g_assert_cmpint (mkfifo (file, 0666), ==, 0);
  assert_not_read (folder, no_file);
  remove_folder (folder);
}

static void
test_too_large (void)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autofree char *copy = copy_folder (base);
  g_autofree char *path = g_build_filename (copy, "lines.csv", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (path, 65 * 1024 * 1024), ==, 0);

  g_autoptr (PlwPlan) plan = plw_folder_read (copy, problems, &error);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_null (plan);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_assert_cmpstr (found, ==, "lines: the file has 65 MB; a table has at most 64 MB\n");
  remove_folder (copy);
}

static const char *
imported (const PlwPlan *plan, PlwTableId table, size_t row)
{
  return plw_plan_text (plan, table, row, plw_schema_imported_column (table));
}

/* An imported row says where it was read, also once it went through another folder. */
static void
test_import (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *first = g_build_filename (folder, "first", NULL);
  g_autofree char *second = g_build_filename (folder, "second", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwPlan) plain = read_folder (base);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (imported (plain, PLW_TABLE_COSTS, 0), ==, "");
  write_folder (plain, first);

  /* A blank line is a row too where a spreadsheet counts. */
  g_autofree char *costs = get_file (first, "costs.csv");
  g_autoptr (GString) gap = g_string_new (costs);

  g_string_replace (gap, "\n", "\n\n", 1);
  put_file (first, "costs.csv", gap->str);

  g_autoptr (PlwPlan) plan = plw_folder_import (first, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (imported (plan, PLW_TABLE_COSTS, 0), ==, "first/costs.csv, row 3");
  g_assert_cmpstr (imported (plan, PLW_TABLE_CHANGES, 1), ==, "first/changes.csv, row 3");
  g_assert_cmpuint (plw_schema_imported_column (PLW_TABLE_SCENARIOS), ==, SIZE_MAX);

  write_folder (plan, second);
  g_autoptr (PlwPlan) again = plw_folder_import (second, problems, &error);
  g_assert_no_error (error);
  assert_same_plan (plan, again);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/folder/examples", test_examples);
  g_test_add_func ("/exchange/folder/random", test_random);
  g_test_add_func ("/exchange/folder/plain-files", test_plain_files);
  g_test_add_func ("/exchange/folder/formulas", test_formulas);
  g_test_add_func ("/exchange/folder/dialects", test_dialects);
  g_test_add_func ("/exchange/folder/other-files-are-ignored", test_other_files_are_ignored);
  g_test_add_func ("/exchange/folder/stale-tables-go", test_stale_tables_go);
  g_test_add_func ("/exchange/folder/import", test_import);
  g_test_add_func ("/exchange/folder/not-readable", test_not_readable);
  g_test_add_func ("/exchange/folder/too-large", test_too_large);

  return g_test_run ();
}
