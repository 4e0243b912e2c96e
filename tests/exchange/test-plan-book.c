/* test-plan-book.c: plan workbooks come back as they went, and every broken one says what is wrong where.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../plan/random-plan.h"
#include "book-support.h"
#include "folder-support.h"

#include <string.h>

static PlwPlan *
read_book (const char *path, bool is_import)
{
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;
  PlwPlan *plan =
      is_import ? plw_plan_import (path, problems, &error) : plw_plan_load (path, problems, &error);

  if (plan == NULL)
    {
      g_autofree char *found = plw_problems_to_text (problems);

      g_test_message ("%s", found);
    }
  g_assert_no_error (error);
  return plan;
}

static void
assert_same_plan (const PlwPlan *a, const PlwPlan *b)
{
  g_autofree char *of_a = plw_plan_fingerprint (a);
  g_autofree char *of_b = plw_plan_fingerprint (b);

  g_assert_cmpstr (of_a, ==, of_b);
}

static void
assert_round_trip (const PlwPlan *plan)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_template_write (plan, false, path, &error));
  g_assert_no_error (error);

  g_autoptr (PlwPlan) again = read_book (path, false);

  assert_same_plan (plan, again);
  remove_folder (folder);
}

static void
test_examples (void)
{
  static const char *const folders[] = { "app/examples/small", "app/examples/lancashire",
                                         "tests/data/gateshead", "tests/exchange/broken/base" };

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
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (PlwPlan) plan = random_plan ();

      assert_round_trip (plan);
    }
}

static void
test_import (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "first.xlsx", NULL);
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwPlan) plan = read_folder (base);

  g_assert_true (plw_template_write (plan, false, path, NULL));

  g_autoptr (PlwPlan) again = read_book (path, true);
  size_t column = plw_schema_imported_column (PLW_TABLE_COSTS);

  g_assert_cmpstr (plw_plan_text (again, PLW_TABLE_COSTS, 1, column), ==, "first.xlsx, sheet costs, row 3");

  /* What a row says once, it keeps. */
  g_assert_true (plw_template_write (again, false, path, NULL));

  g_autoptr (PlwPlan) third = read_book (path, true);

  assert_same_plan (again, third);
  remove_folder (folder);
}

/* An empty workbook knows the place and its years, and nothing else. */
static void
test_empty (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "empty.xlsx", NULL);
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (PlwPlan) plan = read_folder (base);

  g_assert_true (plw_template_write (plan, true, path, NULL));

  g_autoptr (PlwPlan) empty = read_book (path, false);

  g_assert_cmpint (plw_plan_base_year (empty), ==, plw_plan_base_year (plan));
  g_assert_cmpuint (plw_plan_n_years (empty), ==, plw_plan_n_years (plan));
  g_assert_cmpstr (plw_plan_setting (empty, "title"), ==, plw_plan_setting (plan, "title"));
  for (size_t i = PLW_TABLE_PLAN + 1; i < PLW_N_TABLES; i++)
    g_assert_cmpuint (plw_plan_n_rows (empty, (PlwTableId) i), ==, 0);
  remove_folder (folder);
}

/* A small plan, sheet by sheet; a case puts other rows in the place of one sheet's. */
static const char *const sheet_names[] = { "How to fill in", "plan", "lines", "costs", "pots", NULL };
static const char *const sheet_rows[] = {
  "title\nyes",
  "key\tvalue\nbase_year\t2025/26\nyears\t#5",
  "code\tname\tstatutory_minimum\nroads\tRoads\t%0.8",
  "line\telement\tkind\tbase\nroads\tpay\tpay\t#1000000.1000000001",
  "code\tname\tpooled\t2026/27\t2027/28\t2028/29\t2029/30\t2030/31\nfund\tFund\t!1\t=5\t#1E+3",
};

/* #1: a number, %1: a percentage, @1: a date, !1: a boolean, =1: a formula, ?1: one without a
 * figure, ~#REF!: an error; else a text.
 */
static void
add_cell (GString *rows, const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell[0] != '\0' ? cell + 1 : cell, -1);

  switch (cell[0])
    {
    case '#':
      g_string_append_printf (rows, "<c><v>%s</v></c>", escaped);
      break;
    case '%':
      g_string_append_printf (rows, "<c s=\"2\"><v>%s</v></c>", escaped);
      break;
    case '@':
      g_string_append_printf (rows, "<c s=\"1\"><v>%s</v></c>", escaped);
      break;
    case '!':
      g_string_append_printf (rows, "<c t=\"b\"><v>%s</v></c>", escaped);
      break;
    case '=':
      g_string_append_printf (rows, "<c><f>A1</f><v>%s</v></c>", escaped);
      break;
    case '?':
      g_string_append (rows, "<c><f>A1</f></c>");
      break;
    case '~':
      g_string_append_printf (rows, "<c t=\"e\"><v>%s</v></c>", escaped);
      break;
    case '\0':
      g_string_append (rows, "<c/>");
      break;
    default:
      g_string_append_printf (rows, "<c t=\"str\"><v>%c%s</v></c>", cell[0], escaped);
      break;
    }
}

static char *
make_sheet (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");

  for (size_t i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);

      g_string_append (sheet, "<row>");
      for (size_t j = 0; cells[j] != NULL; j++)
        add_cell (sheet, cells[j]);
      g_string_append (sheet, "</row>");
    }
  g_string_append (sheet, "</sheetData></worksheet>");
  return g_string_free (g_steal_pointer (&sheet), FALSE);
}

/* @sheet: the one that has other @rows; one that is not there is added; rows NULL: it is left out */
static void
write_small_book (const char *path, const char *sheet, const char *rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  TestZip *zip = test_zip_new ();
  bool is_new = sheet != NULL && !g_strv_contains (sheet_names, sheet);

  for (size_t i = 0; sheet_names[i] != NULL; i++)
    if (g_strcmp0 (sheet_names[i], sheet) != 0 || rows != NULL)
      g_ptr_array_add (names, (char *) sheet_names[i]);
  if (is_new)
    g_ptr_array_add (names, (char *) sheet);
  g_ptr_array_add (names, NULL);

  test_zip_add_book (zip, (const char *const *) names->pdata, "");
  for (size_t i = 0; i + 1 < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%zu.xml", i + 1);
      const char *text = g_strcmp0 (name, sheet) == 0 ? rows : NULL;

      for (size_t j = 0; sheet_names[j] != NULL; j++)
        if (text == NULL && strcmp (sheet_names[j], name) == 0)
          text = sheet_rows[j];

      g_autofree char *made = make_sheet (text);

      test_zip_add (zip, part, made, -1);
    }
  test_zip_add (zip, "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>"
                "</styleSheet>",
                -1);
  test_zip_add (zip, "xl/sharedStrings.xml", "<sst/>", -1);

  g_autoptr (GBytes) bytes = test_zip_finish (zip);
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
test_what_spreadsheets_do (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.xlsx", NULL);

  write_small_book (path, "notes of mine", "anything\tat all\n~#REF!");

  g_autoptr (PlwPlan) plan = read_book (path, false);
  size_t first = plw_plan_year_column (plan, PLW_TABLE_POTS, 2026);

  g_assert_cmpuint (plw_plan_n_years (plan), ==, 5);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_LINES, 0, PLW_LINES_STATUTORY_MINIMUM), ==,
                   80 * PLW_DECIMAL_ONE);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_COSTS, 0, PLW_COSTS_BASE), ==, 100000010);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, 0, PLW_POTS_POOLED), ==, 1);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, 0, first), ==, 500);
  g_assert_cmpint (plw_plan_number (plan, PLW_TABLE_POTS, 0, first + 1), ==, 100000);
  g_assert_false (plw_plan_get (plan, PLW_TABLE_POTS, 0, first + 2).is_set);
  remove_folder (folder);
}

typedef struct
{
  const char *name;
  const char *sheet;
  const char *rows;
  const char *sentence;
} BrokenCase;

#define COSTS "line\telement\tkind\tbase\n"
#define POTS "code\tname\t2026/27\n"

static const BrokenCase cases[] = {
  { "no-sheet", "pots", NULL, "sheet pots: the table is missing; add a sheet named pots" },
  { "blank-sheet", "pots", "", "sheet pots: the sheet is empty; its first row must be the header" },
  { "not-money", "costs", COSTS "roads\tpay\tpay\tlots",
    "sheet costs, cell D2 (roads/pay), column base: “lots” is not an amount of money; write pounds such as "
    "1250000 or 1250000.50" },
  { "missing-is-not-zero", "costs", COSTS "\nroads\tpay\tpay\tn/a",
    "sheet costs, cell D3 (roads/pay), column base: “n/a” is not an amount of money; write pounds such as "
    "1250000 or 1250000.50" },
  { "half-a-penny", "costs", COSTS "roads\tpay\tpay\t=10.125",
    "sheet costs, cell D2 (roads/pay), column base: “10.125” has parts of a penny; write pounds such "
    "as "
    "1250000 or 1250000.50" },
  { "date-for-code", "costs", COSTS "roads\t@46113\tpay\t#5",
    "sheet costs, cell B2 (roads/2026-04-01), column element: the spreadsheet made a date of it, 2026-04-01; "
    "format the cell as text and type it again" },
  { "percent-for-money", "costs", COSTS "roads\tpay\tpay\t%0.5",
    "sheet costs, cell D2 (roads/pay), column base: “50%” is not an amount of money; write pounds such as "
    "1250000 or 1250000.50" },
  { "error-value", "costs", COSTS "roads\tpay\tpay\t~#REF!",
    "sheet costs, cell D2 (roads/pay), column base: the cell shows the error #REF!; put its formula right or "
    "type the figure" },
  { "formula-without-figure", "costs", COSTS "roads\tpay\tpay\t?",
    "sheet costs, cell D2 (roads/pay), column base: the formula has no figure stored with it; open the "
    "workbook in a spreadsheet, save it there and try again" },
  { "stray-cell", "costs", COSTS "roads\tpay\tpay\t#5\t#6",
    "sheet costs, cell E2 (roads/pay): the cell stands under no heading; name its column in the header" },
  { "unknown-line", "costs", "base\telement\tline\n#5\tpay\troads\n#6\tpay\tparks",
    "sheet costs, cell C3 (parks/pay), column line: “parks” is not in lines; write a code from lines or add "
    "the row there" },
  { "not-a-year", "pots", POTS "fund\tFund\t#5\nfund2\tFund\tfive",
    "sheet pots, cell C3 (fund2), column 2026/27: “five” is not an amount of money; write pounds such as "
    "1250000 or 1250000.50" },
  { "year-outside", "pots", "code\tname\t2026/27\t2040/41\nfund\tFund\t#5",
    "sheet pots, cell D1, column 2040/41: 2040/41 is not a year of the plan; the plan's years are 2026/27 to "
    "2030/31" },
  { "column-twice", "pots", "code\tname\tname\nfund\tFund\tFund",
    "sheet pots, cell C1, column name: the column is there twice; keep one of the two" },
  { "column-missing", "pots", "name\nFund",
    "sheet pots, row 1, column code: the column is missing; add it to "
    "the header and fill it in" },
};

static void
test_case (gconstpointer data)
{
  const BrokenCase *broken = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "broken.xlsx", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  write_small_book (path, broken->sheet, broken->rows);

  g_autoptr (PlwPlan) plan = plw_plan_load (path, problems, &error);
  g_autofree char *found = plw_problems_to_text (problems);
  g_autofree char *expected = g_strconcat (broken->sentence, "\n", NULL);

  remove_folder (folder);
  g_assert_cmpstr (found, ==, expected);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  g_assert_null (plan);
}

static void
assert_warned (const char *sheet, const char *rows, const char *begin)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();

  write_small_book (path, sheet, rows);

  g_autoptr (PlwPlan) plan = plw_plan_load (path, problems, NULL);
  g_autofree char *found = plw_problems_to_text (problems);

  g_assert_true (g_str_has_prefix (found, begin));
  remove_folder (folder);
}

static void
test_strange_sheets (void)
{
  assert_warned ("lins", "code", "sheet lins: this is not a table of a plan; the tables are plan, sources, ");
  assert_warned ("Lines", "code\nroads", "sheet Lines: the table is there twice; keep one of the two sheets");
  assert_warned ("limits\" state=\"hidden", "pot\t2026/27\nfund\t#1",
                 "sheet limits: the sheet is hidden and was read; show it, or take it out of the workbook");
  assert_warned ("Sheet1", "", "");
}

/* A workbook by its content, whatever its name; and one that is none. */
static void
test_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "nameless", NULL);
  g_autofree char *letter = g_build_filename (folder, "letter.XLSX", NULL);
  g_autoptr (PlwProblems) problems = plw_problems_new ();
  g_autoptr (GError) error = NULL;

  write_small_book (path, NULL, NULL);
  g_autoptr (PlwPlan) plan = read_book (path, false);

  g_assert_nonnull (plan);
  put_file (folder, "letter.XLSX", "Dear Sir or Madam");
  g_assert_null (plw_plan_load (letter, problems, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "“letter.XLSX” cannot be read: it is not an .xlsx workbook");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-book/examples", test_examples);
  g_test_add_func ("/exchange/plan-book/random", test_random);
  g_test_add_func ("/exchange/plan-book/import", test_import);
  g_test_add_func ("/exchange/plan-book/empty", test_empty);
  g_test_add_func ("/exchange/plan-book/what-spreadsheets-do", test_what_spreadsheets_do);
  g_test_add_func ("/exchange/plan-book/strange-sheets", test_strange_sheets);
  g_test_add_func ("/exchange/plan-book/files", test_files);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-book/broken/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
