/* test-workbook-sheet.c: what may stand in a workbook, and what may not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "folder-support.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *folder;
  PlwPlan *plan;
  PlwResult *result;
  PlwPaper paper;
  PlwBook *book;
} Fixture;

static void
set_up (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (1790000000);
  g_autofree char *path = NULL;

  fixture->folder = make_folder ();
  put_file (fixture->folder, "plan.csv", "key,value\ntitle,A & B\nbase_year,2025/26\nyears,5\n");
  put_file (fixture->folder, "lines.csv", "code,name\nroads,Roads\n");
  put_file (fixture->folder, "costs.csv", "line,element,base\nroads,all,100.01\n");
  put_file (fixture->folder, "pots.csv", "code,name,2026/27\ntax,Tax,50.5\n");
  fixture->plan = read_folder (fixture->folder);
  fixture->result = plw_evaluate (fixture->plan, NULL, NULL, problems, &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  fixture->paper = (PlwPaper){ .result = fixture->result };
  fixture->book = plw_book_new (&fixture->paper, path, fixture->folder, when);
  g_assert_no_error (fixture->book->error);
}

static void
tear_down (Fixture *fixture, const void *data)
{
  plw_book_free (fixture->book);
  plw_result_free (fixture->result);
  plw_plan_free (fixture->plan);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
test_text (void)
{
  g_autofree char *kept = plw_text_clean ("=1+1 & <b>“x”</b> £");
  g_autofree char *bytes = plw_text_clean ("a\xff\xc3z");
  g_autofree char *control = plw_text_clean ("a\x01\x1f"
                                             "b\nc");
  g_autofree char *none = plw_text_clean ("a\xef\xbf\xbf"
                                          "b");
  g_autofree char *nothing = plw_text_clean (NULL);
  g_autofree char *filler = g_strnfill (40000, 'y');
  g_autofree char *cut = plw_text_clean (filler);

  g_assert_cmpstr (kept, ==, "=1+1 & <b>“x”</b> £");
  g_assert_cmpstr (bytes, ==, "a��z");
  g_assert_cmpstr (control, ==, "a��b\nc");
  g_assert_cmpstr (none, ==, "a�b");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (strlen (cut), <, 32767);
  g_assert_true (strstr (cut, "(cut:") != NULL);
}

static void
test_names (Fixture *fixture, const void *data)
{
  static const struct
  {
    const char *wish;
    const char *name;
  } cases[] = {
    { "Need", "Need" },
    { "need", "need 2" },
    { "NEED", "NEED 3" },
    { "a[b]:c*d?e/f\\g'h", "a b  c d e f g h" },
    { "'quoted'", "quoted" },
    { "", "Sheet" },
    { "  ", "Sheet 2" },
    { "A name that is much longer than a sheet may have", "A name that is much longer than" },
    { "A name that is much longer than a sheet may have", "A name that is much longer th 2" },
    { "Gwariant cyfalaf ŵŷ ŵŷ ŵŷ ŵŷ ŵŷ ŵŷ", "Gwariant cyfalaf ŵŷ ŵŷ ŵŷ ŵŷ ŵŷ" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlwSheet *sheet = plw_book_add_sheet (fixture->book, cases[i].wish, NULL, "");

      g_assert_no_error (fixture->book->error);
      g_assert_cmpstr (sheet->name, ==, cases[i].name);
    }
}

static void
test_not_finite (Fixture *fixture, const void *data)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY };
  PlwSheet *sheet = plw_book_add_sheet (fixture->book, "Sheet", "Title", "About");

  for (size_t i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      plw_sheet_number (sheet, 0, bad[i], PLW_STYLE_RATIO);
      g_assert_error (fixture->book->error, PLW_ERROR, PLW_ERROR_RANGE);
      g_clear_error (&fixture->book->error);
    }
  plw_sheet_number (sheet, 0, 0.5, PLW_STYLE_RATIO);
  g_assert_no_error (fixture->book->error);
}

static void
test_too_large (Fixture *fixture, const void *data)
{
  PlwSheet *sheet = plw_book_add_sheet (fixture->book, "Sheet", "Title", "About");

  plw_sheet_money (sheet, 0, INT64_C (9007199254740992), PLW_STYLE_MONEY);
  g_assert_no_error (fixture->book->error);
  plw_sheet_money (sheet, 0, INT64_C (-9007199254740993), PLW_STYLE_MONEY);
  g_assert_error (fixture->book->error, PLW_ERROR, PLW_ERROR_RANGE);
}

/* The first failure stays, and nothing is written after it. */
static void
test_first_error (Fixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;
  PlwSheet *sheet = plw_book_add_sheet (fixture->book, "Sheet", "Title", "About");
  g_autofree char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);

  plw_book_try (fixture->book, worksheet_write_number (sheet->worksheet, LXW_ROW_MAX, 0, 1, NULL));
  g_assert_error (fixture->book->error, PLW_ERROR, PLW_ERROR_IO);
  plw_sheet_number (sheet, 0, NAN, PLW_STYLE_RATIO);
  g_assert_error (fixture->book->error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_false (plw_book_close (fixture->book, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/text", test_text);
  g_test_add ("/workbook/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/workbook/not-finite", Fixture, NULL, set_up, test_not_finite, tear_down);
  g_test_add ("/workbook/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/workbook/first-error", Fixture, NULL, set_up, test_first_error, tear_down);
  return g_test_run ();
}
