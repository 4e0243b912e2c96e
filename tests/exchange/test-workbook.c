/* test-workbook.c: the committee workbook, read back and compared to the penny.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * workbook-check.py reads the file without the library that wrote it.
 */
#include "exchange/workbook-private.h"

#include "folder-support.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Names that would be formulas, markup or commands anywhere else. */
#define LINES_CSV                                                                                            \
  "code,name,group,partner,duty\n"                                                                           \
  "roads,=1+1,highways,county,statutory\n"                                                                   \
  "care,\"+cmd|' /C calc'!A0\",adults,county,statutory\n"                                                    \
  "homes,@SUM(A1:A9),homes,district,discretionary\n"                                                         \
  "parks,\"{=1} <b>&amp; \"\"parks\"\"</b> £\",culture,district,discretionary\n"                            \
  "clubs,\"http://example.org/ a name that is long enough to need a second line or a third\",culture,,\n"

static const char *const files[][2] = {
  { "plan.csv", "key,value,standing,source\n"
                "title,Vale & Downs: a plan,assumed,book\n"
                "area,\"Vale, & Downs\",,\n"
                "base_year,2025/26,,\n"
                "years,6,,\n"
                "opening_cfr,1234567.89,published,book\n"
                "interest_driver,rate,,\n"
                "general_reserve,reserve,,\n" },
  { "sources.csv", "code,name,publisher\nbook,\"=HYPERLINK(\"\"x\"\")\",Vale\n" },
  { "partners.csv",
    "code,name,kind\ncounty,Vale County Council,county\ndistrict,Downs District Council,district\n" },
  { "drivers.csv", "code,name,low,high,source,standing,notes,2026/27,2027/28\n"
                   "pay,Pay award,-1,2,book,published,\"a long, long note\",3.3,2.75\n"
                   "rate,Interest,-0.5,0.5,book,assumed,,4,4\n" },
  { "lines.csv", LINES_CSV },
  { "costs.csv", "line,element,kind,base,price_driver\n"
                 "roads,pay,pay,1234567.89,pay\n"
                 "roads,fees,income,4567.01,\n"
                 "care,contracts,contracts,98765432.10,pay\n"
                 "homes,all,other,0.07,pay\n"
                 "parks,all,other,333333.33,pay\n"
                 "clubs,all,other,100000,\n" },
  { "changes.csv", "code,line,name,kind,2026/27,2027/28\n"
                   "c1,care,-2+3 fewer beds,saving,1000.01,2000.02\n" },
  { "pots.csv",
    "code,name,kind,basis,base,opening,unspent,pooled,2026/27,2027/28,2028/29,2029/30,2030/31,2031/32\n"
    "tax,Council tax,revenue,indexed,90000000.55,,to:reserve,,,,,,,\n"
    "reserve,General reserve,revenue,profile,,2000000.01,keep,,,,,,,\n"
    "health,\"Health, "
    "grant\",revenue,profile,,,lapse,yes,9000000.99,9000000,9000000,9000000,9000000,9000000\n"
    "works,Works grant,capital,profile,,,lapse,,50000.5,50000.5,,,,\n" },
  { "ringfences.csv", "pot,use_kind,use_code\nhealth,group,culture\n" },
  { "projects.csv", "code,name,partner,borrowing,asset_life,2026/27,2027/28,2028/29\n"
                    "hall,Town hall,district,yes,25,70000.1,60000,50000\n"
                    "quay,Quay,county,no,25,70000.1,60000,50000\n" },
  { "programmes.csv", "code,name,partner,evidence\nfalls,Falls prevention,county,2\n" },
  { "programme_years.csv",
    "programme,measure,2026/27,2027/28\nfalls,revenue,25000,25000.5\nfalls,intake,40,41\n" },
  { "scenarios.csv", "code,name\nbase,Base & first case\n" },
};

/* The C library itself loses a few bytes when LOCPATH is set. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:__argz_add_sep";
}

typedef struct
{
  char *folder;
  char *scratch;
  char *path;
  PlwPlan *plan;
  PlwProblems *problems;
  PlwResult *today;
  PlwResult *one_pot;
} Fixture;

static void
set_up (Fixture *fixture, const void *data)
{
  g_autoptr (PlwProblems) again = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = make_folder ();
  fixture->scratch = make_folder ();
  fixture->path = g_build_filename (fixture->scratch, "book.xlsx", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (files); i++)
    put_file (fixture->folder, files[i][0], files[i][1]);
  fixture->plan = read_folder (fixture->folder);
  fixture->problems = plw_problems_new ();
  fixture->today = plw_evaluate (fixture->plan, NULL, "today", fixture->problems, &error);
  g_assert_no_error (error);
  fixture->one_pot = plw_evaluate (fixture->plan, NULL, "placemaking", again, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  plw_result_free (fixture->today);
  plw_result_free (fixture->one_pot);
  plw_problems_free (fixture->problems);
  plw_plan_free (fixture->plan);
  remove_folder (fixture->folder);
  remove_folder (fixture->scratch);
  g_free (fixture->folder);
  g_free (fixture->scratch);
  g_free (fixture->path);
}

static void
expect (GString *lines,
        const PlwResult *result,
        const char *sheet,
        const char *band,
        const char *label,
        size_t year,
        int64_t pence)
{
  g_string_append_printf (lines, "%s\t%s\t%s\t%s £\t%" G_GINT64_FORMAT "\n", sheet, band, label,
                          plw_year_name (plw_result_year (result, year)), (gint64) pence);
}

static void
expect_year (GString *lines, const PlwResult *result, size_t year)
{
  static const struct
  {
    const char *label;
    PlwSum sum;
  } sums[] = {
    { "Need", PLW_SUM_NEED },
    { "Money available", PLW_SUM_AVAILABLE },
    { "Funded", PLW_SUM_FUNDED },
    { "Shortfall", PLW_SUM_SHORTFALL },
    { "Minimum revenue provision", PLW_SUM_MRP },
    { "Capital financing requirement at the year's end", PLW_SUM_CFR },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sums); i++)
    expect (lines, result, "Summary", "", sums[i].label, year, plw_result_sum (result, sums[i].sum, year));
  expect (lines, result, "Need", "", "All need", year, plw_result_sum (result, PLW_SUM_NEED, year));
  expect (lines, result, "Shortfall", "", "All shortfall", year,
          plw_result_sum (result, PLW_SUM_SHORTFALL, year));
  expect (lines, result, "Allocation", "", "All money that reaches a use", year,
          plw_result_sum (result, PLW_SUM_FUNDED, year));

  for (size_t i = 0; i < plw_result_n_uses (result); i++)
    {
      const PlwUse *use = plw_result_use (result, i);

      if (use->kind != PLW_USE_FINANCING)
        expect (lines, result, "Need", "", use->name, year, use->need[year]);
      if (use->kind == PLW_USE_PROJECT && use->borrowed[year] > 0)
        expect (lines, result, "Capital", "Downs District Council", "Borrowed", year, use->borrowed[year]);
      if (plw_result_shortfall (result, i, year) > 0)
        expect (lines, result, "Shortfall", "", use->name, year, plw_result_shortfall (result, i, year));
    }
}

/* What the workbook must hold, from the engine's own figures. */
static void
put_expected (const Fixture *fixture)
{
  const PlwResult *result = fixture->today;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (size_t year = 0; year < plw_result_n_years (result); year++)
    {
      expect_year (lines, result, year);
      expect (lines, result, "One pot or many", "", "Shortfall: One pot (not lawful today)", year,
              plw_result_sum (fixture->one_pot, PLW_SUM_SHORTFALL, year));
      for (size_t i = 0; i < plw_result_n_uses (result); i++)
        if (plw_result_use (result, i)->kind != PLW_USE_FINANCING)
          expect (lines, result, "Funded", "", plw_result_use (result, i)->name, year,
                  plw_result_use (result, i)->funded[year]);
      for (size_t i = 0; i < plw_result_n_pots (result); i++)
        expect (lines, result, "Pots", plw_result_pot (result, i)->name, "Received", year,
                plw_result_pot (result, i)->received[year]);
    }
  for (size_t i = 0; i < plw_result_n_flows (result); i++)
    {
      const PlwFlow *flow = plw_result_flow (result, i);
      const PlwUse *use = plw_result_use (result, flow->use);

      if (use->kind != PLW_USE_FINANCING)
        expect (lines, result, "Allocation", plw_result_pot (result, flow->pot)->name, use->name, flow->year,
                flow->pence);
    }
  put_file (fixture->scratch, "expected.tsv", lines->str);
}

static bool
check_book (const char *path, const char *expected)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *script = source_path ("tests/exchange/workbook-check.py");
  const char *argv[] = { python, "-B", script, path, expected, NULL };
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (python == NULL)
    {
      g_test_skip ("python3 is not installed");
      return true;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaints,
                               &status, &error));
  g_assert_no_error (error);
  if (complaints[0] != '\0')
    g_test_message ("%s", complaints);
  return g_spawn_check_wait_status (status, NULL);
}

static bool
try_book (const PlwResult *result,
          const PlwResult *other,
          const PlwProblems *problems,
          const char *path,
          GError **error)
{
  const PlwPaper paper = { .result = result, .other = other, .problems = problems };

  return plw_workbook_write (&paper, path, error);
}

static void
write_book (const Fixture *fixture, const PlwResult *other, const PlwProblems *problems)
{
  g_autoptr (GError) error = NULL;
  bool is_written = try_book (fixture->today, other, problems, fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (is_written);
}

static void
check_figures (const Fixture *fixture)
{
  g_autofree char *expected = g_build_filename (fixture->scratch, "expected.tsv", NULL);

  write_book (fixture, fixture->one_pot, fixture->problems);
  put_expected (fixture);
  g_assert_true (check_book (fixture->path, expected));
}

static void
test_figures (Fixture *fixture, const void *data)
{
  int64_t shortfall = 0;

  for (size_t year = 0; year < plw_result_n_years (fixture->today); year++)
    shortfall += plw_result_sum (fixture->today, PLW_SUM_SHORTFALL, year);
  g_assert_cmpint (shortfall, >, 0);
  check_figures (fixture);
}

/* The ring-fences cost the same whichever policy is set beside which. */
static void
test_swapped (Fixture *fixture, const void *data)
{
  g_autofree char *expected = g_build_filename (fixture->scratch, "expected.tsv", NULL);
  const PlwResult *pairs[2][2] = { { fixture->today, fixture->one_pot },
                                   { fixture->one_pot, fixture->today } };

  for (size_t i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (size_t year = 0; year < plw_result_n_years (fixture->today); year++)
        {
          int64_t today = plw_result_sum (fixture->today, PLW_SUM_SHORTFALL, year);
          int64_t one_pot = plw_result_sum (fixture->one_pot, PLW_SUM_SHORTFALL, year);

          expect (lines, fixture->today, "One pot or many", "", "Shortfall: Today", year, today);
          expect (lines, fixture->today, "One pot or many", "", "Shortfall: One pot (not lawful today)", year,
                  one_pot);
          expect (lines, fixture->today, "One pot or many", "", "Difference: what the ring-fences cost", year,
                  today - one_pot);
        }
      g_assert_true (try_book (pairs[i][0], pairs[i][1], NULL, fixture->path, &error));
      g_assert_no_error (error);
      put_file (fixture->scratch, "expected.tsv", lines->str);
      g_assert_true (check_book (fixture->path, expected));
    }
}

/* Wrong figures must not pass: the reader is tested as well. */
static void
test_reader (Fixture *fixture, const void *data)
{
  g_autofree char *expected = g_build_filename (fixture->scratch, "expected.tsv", NULL);
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *line = g_strdup_printf ("Summary\t\tNeed\t2026/27 £\t%" G_GINT64_FORMAT "\n",
                                           (gint64) plw_result_sum (fixture->today, PLW_SUM_NEED, 0) + 1);

  if (python == NULL)
    {
      g_test_skip ("python3 is not installed");
      return;
    }
  write_book (fixture, NULL, NULL);
  put_file (fixture->scratch, "expected.tsv", line);
  g_assert_false (check_book (fixture->path, expected));
  g_assert_true (check_book (fixture->path, NULL));
}

/* What was written is read back as it was, in either form. */
static void
check_forms (const Fixture *fixture)
{
  for (PlwPaperForm form = PLW_PAPER_WORKING; form <= PLW_PAPER_PUBLICATION; form++)
    {
      const PlwPaper paper = {
        .form = form, .result = fixture->today, .other = fixture->one_pot, .when = 1790000000
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) differences = NULL;

      g_assert_true (plw_workbook_write (&paper, fixture->path, &error));
      g_assert_no_error (error);
      differences = plw_workbook_compare (fixture->path, &paper, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (differences->len, ==, 0);
    }
}

/* The library prints numbers by the locale; the workbook must not. */
static void
test_decimal_comma (Fixture *fixture, const void *data)
{
  g_autofree char *localedef = g_find_program_in_path ("localedef");
  g_autofree char *folder = make_folder ();
  g_autofree char *target = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *argv[] = { localedef, "-i", "de_DE", "-f", "UTF-8", target, NULL };

  if (localedef != NULL)
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                  NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_skip ("no locale with a decimal comma can be made");
  else
    {
      locale_t before = uselocale ((locale_t) 0);

      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      check_figures (fixture);
      check_forms (fixture);
      g_assert_true (uselocale ((locale_t) 0) == before);
      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
    }
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("LOCPATH");
  remove_folder (folder);
}

static void
test_same_bytes (Fixture *fixture, const void *data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  size_t first_size, second_size;

  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  write_book (fixture, fixture->one_pot, fixture->problems);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_size, NULL));
  g_usleep (1100000);
  write_book (fixture, fixture->one_pot, fixture->problems);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_size, NULL));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpuint (first_size, ==, second_size);
  g_assert_true (memcmp (first, second, first_size) == 0);
}

static void
test_bad_date (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "yesterday", TRUE);
  g_assert_false (try_book (fixture->today, NULL, NULL, fixture->path, &error));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_error (error, PLW_ERROR, PLW_ERROR_SYNTAX);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Whatever fails on the way, the old workbook stays and nothing else is left. */
static void
assert_failure_changes_nothing (const Fixture *fixture, const char *path)
{
  g_autofree char *before = print_folder (fixture->scratch);
  g_autofree char *tmp_before = print_folder (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;
  bool is_written = try_book (fixture->today, fixture->one_pot, fixture->problems, path, &error);

  limit_file_size (0);
  g_autofree char *after = print_folder (fixture->scratch);
  g_autofree char *tmp_after = print_folder (g_get_tmp_dir ());

  g_assert_false (is_written);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (tmp_before, ==, tmp_after);
}

/* Parts that are larger than the whole package: a disk that is full only for
 * temporary files must be noticed too.
 */
static void
add_many_lines (Fixture *fixture)
{
  g_autoptr (GString) lines = g_string_new ("code,name\n");
  g_autoptr (GString) costs = g_string_new ("line,element,base\n");
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < 300; i++)
    {
      g_string_append_printf (lines, "line%zu,Line %zu\n", i, i);
      g_string_append_printf (costs, "line%zu,all,300000\n", i);
    }
  put_file (fixture->folder, "lines.csv", lines->str);
  put_file (fixture->folder, "costs.csv", costs->str);
  put_file (fixture->folder, "changes.csv", "code,line,kind\n");
  put_file (fixture->folder, "ringfences.csv", "pot,use_kind,use_code\n");
  plw_plan_free (fixture->plan);
  plw_result_free (fixture->today);
  fixture->plan = read_folder (fixture->folder);
  fixture->today = plw_evaluate (fixture->plan, NULL, "today", fixture->problems, &error);
  g_assert_no_error (error);
}

static void
test_full_disk (Fixture *fixture, const void *data)
{
  g_autofree char *old = NULL;
  size_t n_failed = 0;
  bool is_written = false;

  add_many_lines (fixture);
  put_file (fixture->scratch, "book.xlsx", "the workbook of last year");
  old = print_folder (fixture->scratch);
  for (size_t size = 1; !is_written; size += 20000)
    {
      g_autofree char *tmp_before = print_folder (g_get_tmp_dir ());
      g_autoptr (GError) error = NULL;

      limit_file_size (size);
      is_written = try_book (fixture->today, NULL, fixture->problems, fixture->path, &error);
      limit_file_size (0);

      g_autofree char *tmp_after = print_folder (g_get_tmp_dir ());
      g_autofree char *now = print_folder (fixture->scratch);

      g_assert_cmpstr (tmp_before, ==, tmp_after);
      if (is_written)
        break;
      n_failed++;
      g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
      g_assert_cmpstr (old, ==, now);
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_true (check_book (fixture->path, NULL));
}

static void
test_damaged (Fixture *fixture, const void *data)
{
  g_autofree char *bytes = NULL;
  size_t size;

  write_book (fixture, NULL, NULL);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (plw_book_verify (bytes, size, NULL));
  for (size_t at = 0; at < size; at += 307)
    {
      g_autoptr (GError) error = NULL;
      char kept = bytes[at];

      bytes[at] = (char) (kept ^ 0x55);
      if (!plw_book_verify (bytes, size, &error))
        g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
      bytes[at] = kept;
      if (at % 3070 == 0)
        g_assert_false (plw_book_verify (bytes, at, NULL));
    }
}

static void
test_no_folder (Fixture *fixture, const void *data)
{
  g_autofree char *path = g_build_filename (fixture->scratch, "no-such-folder", "book.xlsx", NULL);

  assert_failure_changes_nothing (fixture, path);
}

static void
test_folder_in_the_way (Fixture *fixture, const void *data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0777), ==, 0);
  assert_failure_changes_nothing (fixture, fixture->path);
}

/* One line, no partner, no shortfall, nothing beside it. */
static void
test_smallest (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  put_file (folder, "plan.csv", "key,value\nbase_year,2025/26\nyears,5\n");
  put_file (folder, "lines.csv", "code\nroads\n");
  put_file (folder, "costs.csv", "line,element,base\nroads,all,1\n");
  put_file (folder, "pots.csv", "code,basis,base\ntax,indexed,2\n");

  g_autoptr (PlwPlan) plan = read_folder (folder);
  g_autoptr (PlwResult) result = plw_evaluate (plan, NULL, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_true (try_book (result, NULL, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (check_book (path, NULL));
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  const char *root = g_getenv ("TMPDIR");
  g_autofree char *tmp = g_build_filename (root != NULL ? root : P_tmpdir, "placewright-test-XXXXXX", NULL);
  int status;

  /* A place for temporary files that nobody else uses, set before GLib asks where they go. */
  g_assert_nonnull (g_mkdtemp (tmp));
  g_setenv ("TMPDIR", tmp, TRUE);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workbook/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/workbook/swapped", Fixture, NULL, set_up, test_swapped, tear_down);
  g_test_add ("/workbook/reader", Fixture, NULL, set_up, test_reader, tear_down);
  g_test_add ("/workbook/decimal-comma", Fixture, NULL, set_up, test_decimal_comma, tear_down);
  g_test_add ("/workbook/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/workbook/bad-date", Fixture, NULL, set_up, test_bad_date, tear_down);
  g_test_add ("/workbook/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/workbook/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/workbook/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/workbook/folder-in-the-way", Fixture, NULL, set_up, test_folder_in_the_way, tear_down);
  g_test_add_func ("/workbook/smallest", test_smallest);
  status = g_test_run ();
  remove_folder (tmp);
  return status;
}
