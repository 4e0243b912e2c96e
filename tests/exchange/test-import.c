/* test-import.c: rows of anybody's spreadsheet: what is understood, what is refused, what becomes of the
 * plan. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "book-support.h"
#include "folder-support.h"

#include <placewright/import.h>

#include <string.h>

typedef struct
{
  char *folder;
  PlwPlan *plan;
  PlwImport *import;
  PlwProblems *problems;
  PlwImportCounts counts;
  PlwEdit *edit;
} Case;

/* Opens a source of this text, or these bytes, for changes of the plan in broken/base. */
static void
open_source (Case *self, const char *name, const void *bytes, gssize size)
{
  g_autofree char *base = source_path ("tests/exchange/broken/base");
  g_autoptr (GError) error = NULL;

  self->folder = make_folder ();

  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  self->plan = read_folder (base);
  self->problems = plw_problems_new ();
  self->import = plw_import_open (path, &error);
  g_assert_no_error (error);
  plw_import_set_table (self->import, self->plan, PLW_TABLE_CHANGES);
}

static void
close_source (Case *self)
{
  plw_import_free (self->import);
  plw_problems_free (self->problems);
  plw_edit_free (self->edit);
  plw_plan_free (self->plan);
  remove_folder (self->folder);
  g_free (self->folder);
}

static void
map (Case *self, const char *column, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_import_map (self->import, column, field, &error));
}

static void
set (Case *self, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plw_import_set_constant (self->import, field, text, &error));
}

static void
assert_problems (const Case *self, const char *expected)
{
  g_autofree char *found = plw_problems_to_text (self->problems);

  g_assert_cmpstr (found, ==, expected);
}

static void
run_good (Case *self)
{
  g_autoptr (GError) error = NULL;

  self->edit = plw_import_run (self->import, self->problems, &self->counts, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->edit);
}

static void
run_bad (Case *self, const char *expected)
{
  g_autoptr (GError) error = NULL;

  self->edit = plw_import_run (self->import, self->problems, &self->counts, &error);
  g_assert_null (self->edit);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_PLAN);
  assert_problems (self, expected);
}

static const char *
get_text (const Case *self, size_t row, size_t column)
{
  return plw_plan_text (self->plan, PLW_TABLE_CHANGES, row, column);
}

static int64_t
get_year (const Case *self, size_t row, int year)
{
  return plw_plan_number (self->plan, PLW_TABLE_CHANGES, row,
                          plw_plan_year_column (self->plan, PLW_TABLE_CHANGES, year));
}

static void
test_dialects (void)
{
  static const struct
  {
    const char *bytes;
    size_t size;
    const char *notes;
    const char *name;
  } files[] = {
#define TEXT(BYTES, NOTES, NAME) { BYTES, sizeof (BYTES) - 1, NOTES, NAME }
    TEXT ("code,name\nx,Caf\xc3\xa9\n", "", "Café"),
    TEXT ("\xef\xbb\xbf"
          "code,name\r\nx,Caf\xc3\xa9\r\n",
          "", "Café"),
    TEXT ("code,name\nx,Caf\xe9 \x96 \xa3\n", "The text is not UTF-8 and was taken to be Windows-1252.\n",
          "Café – £"),
    TEXT ("# a \"remark, of two\n# lines; no record\ncode,name\nx,Caf\xc3\xa9\n", "", "Café"),
    TEXT ("code;name\nx;\"a, b; c\"\n", "Semicolons part the cells.\n", "a, b; c"),
    TEXT ("code\tname\nx\ta, b\n", "Tabs part the cells.\n", "a, b"),
    TEXT ("\xff\xfe"
          "c\0o\0d\0e\0\t\0n\0a\0m\0e\0\n\0x\0\t\0y\0\n\0",
          "The text is UTF-16.\nTabs part the cells.\n", "y"),
#undef TEXT
  };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++)
    {
      Case self = { NULL };

      open_source (&self, "in.csv", files[i].bytes, (gssize) files[i].size);
      g_assert_cmpstr (plw_import_notes (self.import), ==, files[i].notes);
      g_assert_cmpuint (plw_import_n_rows (self.import), ==, 1);
      g_assert_cmpstr (plw_import_heading (self.import, 1), ==, "name");
      g_assert_cmpstr (plw_import_cell (self.import, 0, 1), ==, files[i].name);
      close_source (&self);
    }
}

static void
test_preview (void)
{
  Case self = { NULL };

  open_source (&self, "in.csv", "Savings,,,\n\nRef,Service,2026/27,Owner\nA,roads,\"1,200\",\nB,care,£5k,\n",
               -1);
  g_assert_cmpuint (plw_import_header (self.import), ==, 3);
  g_assert_cmpuint (plw_import_n_columns (self.import), ==, 4);
  g_assert_cmpuint (plw_import_n_rows (self.import), ==, 2);
  g_assert_cmpint (plw_import_kind (self.import, 1), ==, PLW_IMPORT_TEXT);
  g_assert_cmpint (plw_import_kind (self.import, 2), ==, PLW_IMPORT_NUMBER);
  g_assert_cmpint (plw_import_kind (self.import, 3), ==, PLW_IMPORT_EMPTY);
  g_assert_cmpstr (plw_import_mapped (self.import, 0), ==, "code");
  g_assert_cmpstr (plw_import_mapped (self.import, 1), ==, "line");
  g_assert_cmpstr (plw_import_mapped (self.import, 2), ==, "2026/27");
  g_assert_cmpstr (plw_import_mapped (self.import, 3), ==, "owner");

  g_autoptr (GError) error = NULL;

  g_assert_true (plw_import_set_header (self.import, 4, &error));
  g_assert_cmpuint (plw_import_n_rows (self.import), ==, 1);
  g_assert_false (plw_import_set_header (self.import, 2, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "row 2 of “in.csv” is empty and cannot be the headings");
  close_source (&self);
}

static void
test_headings (void)
{
  Case self = { NULL };

  open_source (&self, "in.csv",
               "Code,Line,NAME,2026-27 £,27/28,2028/2029,2029/30 budget,\"Delivery, %\",2040/41,2026/29\n"
               "a,roads,A,1,2,3,4,90,5,6\n",
               -1);

  static const char *const fields[] = { "code",    "line",    "name",     "2026/27", "2027/28",
                                        "2028/29", "2029/30", "delivery", NULL,      NULL };

  for (size_t i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (plw_import_mapped (self.import, i), ==, fields[i]);

  g_autoptr (GError) error = NULL;

  g_assert_false (plw_import_map (self.import, "Nowhere", "code", &error));
  g_assert_cmpstr (error->message, ==, "row 1 of “in.csv” has no heading “Nowhere”");
  g_clear_error (&error);
  g_assert_false (plw_import_map (self.import, "A", "imported", &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_NOT_FOUND);
  map (&self, "A", "");
  g_assert_null (plw_import_mapped (self.import, 0));
  close_source (&self);
}

/* A row of the plan is updated by its key, a new one is added, and one undo takes all of it back. */
static void
test_update_and_insert (void)
{
  Case self = { NULL };
  g_autoptr (GError) error = NULL;

  open_source (&self, "in.csv",
               "code,line,name,kind,2026/27,2027/28\n"
               "new1,roads,First,Saving,100,tbc\nnew2,care,Second,pressure,-,(5)\n",
               -1);

  g_autofree char *first = g_strdup (get_text (&self, 0, PLW_CHANGES_CODE));
  g_autofree char *before = plw_plan_fingerprint (self.plan);
  int64_t kept = get_year (&self, 0, 2027);
  size_t n = plw_plan_n_rows (self.plan, PLW_TABLE_CHANGES);

  run_good (&self);
  g_assert_cmpuint (self.counts.n_inserted, ==, 2);
  assert_problems (&self,
                   "in.csv, cell F2, column 2027/28: “tbc” is taken as missing, not as 0; put the figure in "
                   "once it is known\n"
                   "in.csv, cell E3, column 2026/27: “-” is taken as missing, not as 0; put the figure in "
                   "once it is known\n");
  g_assert_true (plw_plan_apply (self.plan, self.edit, &error));
  g_assert_cmpuint (plw_plan_n_rows (self.plan, PLW_TABLE_CHANGES), ==, n + 2);
  g_assert_cmpstr (get_text (&self, n, PLW_CHANGES_CODE), ==, "new1");
  g_assert_cmpstr (get_text (&self, n + 1, PLW_CHANGES_NAME), ==, "Second");
  g_assert_cmpint (get_year (&self, n, 2026), ==, 10000);
  g_assert_cmpint (get_year (&self, n + 1, 2027), ==, -500);
  g_assert_cmpstr (get_text (&self, n + 1, PLW_CHANGES_IMPORTED), ==, "in.csv, row 3");
  g_assert_false (plw_plan_get (self.plan, PLW_TABLE_CHANGES, n,
                                plw_plan_year_column (self.plan, PLW_TABLE_CHANGES, 2027))
                      .is_set);

  g_autoptr (PlwEdit) inverse = plw_edit_inverse (self.edit);

  g_assert_true (plw_plan_apply (self.plan, inverse, &error));

  g_autofree char *after = plw_plan_fingerprint (self.plan);

  g_assert_cmpstr (before, ==, after);
  close_source (&self);

  g_autofree char *update = g_strdup_printf ("code,2026/27,2027/28\n%s,77,tbc\n", first);
  Case again = { NULL };

  open_source (&again, "in.csv", update, -1);
  set (&again, "line", get_text (&again, 0, PLW_CHANGES_LINE));
  set (&again, "kind", get_text (&again, 0, PLW_CHANGES_KIND));
  run_good (&again);
  g_assert_cmpuint (again.counts.n_updated, ==, 1);
  g_assert_true (plw_plan_apply (again.plan, again.edit, &error));
  g_assert_cmpint (get_year (&again, 0, 2026), ==, 7700);
  g_assert_cmpint (get_year (&again, 0, 2027), ==, kept);
  g_assert_cmpstr (get_text (&again, 0, PLW_CHANGES_IMPORTED), ==, "in.csv, row 2");
  close_source (&again);
}

static void
test_constants (void)
{
  Case self = { NULL };
  g_autoptr (GError) error = NULL;

  open_source (&self, "in.csv", "name,2026/27\nA,1\n,\nTotal,1\n", -1);
  set (&self, "code", "r{row}");
  set (&self, "line", "roads");
  set (&self, "kind", "saving");

  size_t n = plw_plan_n_rows (self.plan, PLW_TABLE_CHANGES);

  run_good (&self);
  g_assert_cmpuint (self.counts.n_rows, ==, 1);
  g_assert_cmpuint (self.counts.n_left_out, ==, 1);
  g_assert_true (plw_plan_apply (self.plan, self.edit, &error));
  g_assert_cmpstr (get_text (&self, n, PLW_CHANGES_CODE), ==, "r2");
  close_source (&self);
}

static void
test_decimal_comma (void)
{
  Case self = { NULL };

  open_source (&self, "in.csv",
               "code;line;kind;2026/27;2027/28\na;roads;saving;1.234,50;(2,5)\nb;roads;saving;1.000;7\n", -1);
  g_assert_cmpstr (plw_import_notes (self.import), ==,
                   "Semicolons part the cells.\nDecimals are written with a comma, as in 1.234,50.\n");
  run_good (&self);

  g_autofree char *sums = plw_import_sums (self.import);

  g_assert_cmpstr (sums, ==, "2026/27 adds up to £2,234.50\n2027/28 adds up to £4.50\n");
  close_source (&self);
}

static void
test_scale (void)
{
  const char *text = "code,line,kind,2026/27 £000\na,roads,saving,1.5\n";
  Case self = { NULL };
  Case scaled = { NULL };

  open_source (&self, "in.csv", text, -1);
  run_good (&self);
  assert_problems (
      &self, "in.csv, cell D1: it says £000 and the figures were taken as pounds; set the scale to 1000 "
             "or 1000000 if they are not\n");
  close_source (&self);

  open_source (&scaled, "in.csv", text, -1);
  plw_import_set_scale (scaled.import, 1000);
  run_good (&scaled);

  g_autofree char *sums = plw_import_sums (scaled.import);

  g_assert_cmpstr (sums, ==, "2026/27 adds up to £1,500.00\n");
  assert_problems (&scaled, "");
  close_source (&scaled);
}

static void
test_totals (void)
{
  const char *text =
      "code,line,kind,2026/27\na,roads,saving,100\nSubtotal,,,100\nb,roads,saving,50\nTotal,,,150.01\n";
  Case self = { NULL };
  Case expected = { NULL };
  g_autoptr (GError) error = NULL;

  open_source (&self, "in.csv", text, -1);
  run_bad (
      &self,
      "in.csv, cell D5, column 2026/27: the rows add up to £150.00 and should add up to £150.01; find the "
      "difference of -£0.01\n");
  close_source (&self);

  open_source (&expected, "in.csv", "code,line,kind,2026/27\na,roads,saving,100\n", -1);
  plw_import_expect_rows (expected.import, 2);
  g_assert_true (plw_import_expect_sum (expected.import, "2026/27", "£1k", &error));
  g_assert_false (plw_import_expect_sum (expected.import, "line", "1", &error));
  run_bad (&expected,
           "in.csv: there is 1 row, not the 2 expected; look for rows that are missing or too many\n"
           "in.csv, column 2026/27: the rows add up to £100.00 and should add up to £1,000.00; find the "
           "difference of -£900.00\n");
  close_source (&expected);
}

/* What only speaks of a total may be a row, or may count everything twice: somebody must look. */
static void
test_unlike_totals (void)
{
  Case self = { NULL };
  Case percent = { NULL };

  open_source (&self, "in.csv", "name,2026/27\nA,1\nTotal savings,1\n", -1);
  set (&self, "code", "r{row}");
  set (&self, "line", "roads");
  set (&self, "kind", "saving");
  run_good (&self);
  assert_problems (
      &self, "in.csv, row 3: the row speaks of a total and was read like the others; take it out of the "
             "source if it adds up other rows\n");
  close_source (&self);

  open_source (&percent, "in.csv", "code,line,kind,2026/27\na,roads,saving,5%\n", -1);
  plw_import_set_scale (percent.import, 1000);
  run_bad (&percent,
           "in.csv, cell D2, column 2026/27: “5%” is not an amount of money; write a number such as 1250 or "
           "0.75\n");
  close_source (&percent);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *sentences;
  } sources[] = {
    { "code,line,kind,2026/27\na,roads,saving,lots\n",
      "in.csv, cell D2, column 2026/27: “lots” is not an amount of money; write pounds such as 1250000 or "
      "1250000.50\n" },
    { "code,line,kind,2026/27\na,roads,saving,1\na,roads,saving,2\n",
      "in.csv, row 3 (a): row 2 has the same key; give one of the two another, or add them up\n" },
    { "code,line,kind,2026/27\na,nowhere,saving,1\n",
      "in.csv, cell B2 (a), column line: “nowhere” is not in lines; write a code from lines or add the row "
      "there\n" },
    { "code,line,2026/27\na,roads,1\n", "in.csv, row 1, column kind: no column of the source is mapped to "
                                        "it; name a column, or say what every row has\n" },
    { "code,line,kind,2026/27\n,roads,saving,1\n",
      "in.csv, cell A2, column code: 1 cell is empty and stays missing\n"
      "in.csv, cell A2, column code: the cell is empty; write 1 to 32 letters, digits, “-”, “_” or “.”\n" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      Case self = { NULL };

      open_source (&self, "in.csv", sources[i].text, -1);
      run_bad (&self, sources[i].sentences);
      close_source (&self);
    }
}

/* Dates where codes should be, errors and formulas where figures should be. */
static void
test_workbook (void)
{
  g_autoptr (GBytes) book = test_book (
      "<row><c t=\"str\"><v>Savings</v></c></row>"
      "<row r=\"3\"><c t=\"str\"><v>code</v></c><c t=\"str\"><v>line</v></c><c t=\"str\"><v>kind</v></c>"
      "<c t=\"str\"><v>2026/27</v></c></row>"
      "<row><c s=\"1\"><v>46113</v></c><c t=\"str\"><v>roads</v></c><c t=\"str\"><v>saving</v></c>"
      "<c><f>1/3</f><v>0.33333333333333331</v></c></row>"
      "<row><c t=\"str\"><v>b</v></c><c t=\"str\"><v>roads</v></c><c t=\"str\"><v>saving</v></c>"
      "<c t=\"e\"><v>#DIV/0!</v></c></row>",
      NULL, "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
  size_t size;
  const void *bytes = g_bytes_get_data (book, &size);
  g_autoptr (GError) error = NULL;
  Case self = { NULL };

  open_source (&self, "in.xlsx", bytes, (gssize) size);
  g_assert_cmpuint (plw_import_n_sheets (self.import), ==, 1);
  g_assert_cmpuint (plw_import_header (self.import), ==, 3);
  g_assert_false (plw_import_choose_sheet (self.import, "Other", &error));
  g_assert_cmpstr (error->message, ==, "“in.xlsx” has no sheet “Other”; its sheets are Sheet");
  run_bad (&self, "in.xlsx, sheet Sheet, cell A4, column code: the spreadsheet made a date of it, "
                  "2026-04-01; format the cell "
                  "as text and type it again\n"
                  "in.xlsx, sheet Sheet, cell D4, column 2026/27: “0.333333333333333” has parts of a penny; "
                  "write pounds such "
                  "as 1250000 or 1250000.50\n"
                  "in.xlsx, sheet Sheet, cell D5, column 2026/27: the cell shows the error #DIV/0!; put its "
                  "formula right or "
                  "type the figure\n");
  close_source (&self);
}

static void
test_remember (void)
{
  const char *text = "Ref,Where,Sort,2026/27\na,roads,saving,2\n";
  g_autoptr (GError) error = NULL;
  Case self = { NULL };
  Case again = { NULL };

  open_source (&self, "in.csv", text, -1);
  map (&self, "Ref", "code");
  map (&self, "Where", "line");
  map (&self, "C", "kind");
  set (&self, "name", "Saving {row}");
  plw_import_set_scale (self.import, 1000);
  g_assert_true (plw_import_remember (self.import, &error));
  close_source (&self);

  open_source (&again, "other.csv", text, -1);
  g_assert_cmpstr (plw_import_notes (again.import), ==,
                   "The columns are mapped as they were the last time.\n");
  g_assert_cmpstr (plw_import_mapped (again.import, 2), ==, "kind");

  size_t n = plw_plan_n_rows (again.plan, PLW_TABLE_CHANGES);

  run_good (&again);
  g_assert_true (plw_plan_apply (again.plan, again.edit, &error));
  g_assert_cmpstr (get_text (&again, n, PLW_CHANGES_NAME), ==, "Saving 2");
  g_assert_cmpint (get_year (&again, n, 2026), ==, 200000);
  close_source (&again);
}

static void
assert_refused (const char *name, const void *bytes, gssize size, const char *message)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  g_assert_null (plw_import_open (path, &error));
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, message);
  remove_folder (folder);
}

static void
test_hostile (void)
{
  g_autoptr (GString) rows = g_string_new ("code\n");

  for (int i = 0; i < 110000; i++)
    g_string_append (rows, "x\n");

  assert_refused ("in.csv", "", 0, "“in.csv” cannot be read: there is nothing in it");
  assert_refused ("in.csv", ",,,\n\n", -1, "“in.csv” cannot be read: there is nothing in it");
  assert_refused ("in.csv", "a\0b", 3, "“in.csv” cannot be read: it is neither a workbook nor a text");
  assert_refused (
      "in.csv", "a\x81\x8d", 3,
      "“in.csv” cannot be read: its text is neither UTF-8 nor Windows-1252; save it as “CSV UTF-8”");
  assert_refused (
      "in.csv", "a,\"b\nc", -1,
      "in.csv row 1: the quotes of cell 2 do not match; put the whole cell in quotes and write each quote "
      "inside it twice");
  assert_refused ("in.csv", rows->str, -1, "“in.csv” cannot be read: it has more than 100000 rows");
  assert_refused ("in.xlsx", "a,b", -1, "“in.xlsx” cannot be read: it is not an .xlsx workbook");
}

/* What a window shows of a source and of what a run made of each row. */
static void
test_lines_and_fates (void)
{
  static const char text[] = "Savings of the year\n\nCode,Line,Kind,2027/28\nnew,roads,saving,100\n"
                             "r1,roads,saving,tbc\n,,,\nTotal,,,100\nbad,roads,saving,12x\n";
  Case self = { NULL };
  g_autofree char *sum = NULL;
  g_autofree char *total = NULL;
  g_autofree char *letter = plw_import_letter (27);

  open_source (&self, "in.csv", text, -1);
  g_assert_cmpstr (letter, ==, "AB");
  g_assert_cmpuint (plw_import_n_lines (self.import), ==, 6);
  g_assert_cmpuint (plw_import_line_number (self.import, 1), ==, 3);
  g_assert_cmpstr (plw_import_line_cell (self.import, 0, 0), ==, "Savings of the year");
  g_assert_cmpstr (plw_import_line_cell (self.import, 0, 3), ==, "");
  g_assert_cmpuint (plw_import_row_number (self.import, 0), ==, 4);
  g_assert_true (plw_import_map_column (self.import, 3, "2027/28", NULL));

  run_bad (&self, "in.csv, cell D5, column 2027/28: “tbc” is taken as missing, not as 0; "
                  "put the figure in once it is known\n"
                  "in.csv, cell D8, column 2027/28: “12x” is not an amount of money; "
                  "write pounds such as 1250000 or 1250000.50\n");
  g_assert_cmpuint (plw_problems_get (self.problems, 1)->file_row, ==, 8);
  g_assert_cmpuint (plw_problems_get (self.problems, 1)->file_column, ==, 3);
  g_assert_cmpint (plw_import_fate (self.import, 0), ==, PLW_IMPORT_FATE_ADDED);
  g_assert_cmpint (plw_import_fate (self.import, 2), ==, PLW_IMPORT_FATE_TOTAL);
  g_assert_true (plw_import_sum (self.import, "2027/28", &sum, &total));
  g_assert_cmpstr (sum, ==, "£100.00");
  g_assert_cmpstr (total, ==, "£100.00");
  close_source (&self);
}

/* A sheet may name what it speaks of, where only one row of the plan has the name. */
static void
test_names (void)
{
  Case self = { NULL };

  open_source (&self, "in.csv", "Code,Line,Kind\na,ROADS,Savings\n", -1);
  run_good (&self);
  g_assert_true (plw_plan_apply (self.plan, self.edit, NULL));
  g_assert_cmpstr (get_text (&self, 2, PLW_CHANGES_LINE), ==, "roads");
  close_source (&self);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = make_folder ();

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/dialects", test_dialects);
  g_test_add_func ("/exchange/import/preview", test_preview);
  g_test_add_func ("/exchange/import/headings", test_headings);
  g_test_add_func ("/exchange/import/update-and-insert", test_update_and_insert);
  g_test_add_func ("/exchange/import/constants", test_constants);
  g_test_add_func ("/exchange/import/decimal-comma", test_decimal_comma);
  g_test_add_func ("/exchange/import/scale", test_scale);
  g_test_add_func ("/exchange/import/totals", test_totals);
  g_test_add_func ("/exchange/import/unlike-totals", test_unlike_totals);
  g_test_add_func ("/exchange/import/errors", test_errors);
  g_test_add_func ("/exchange/import/workbook", test_workbook);
  g_test_add_func ("/exchange/import/remember", test_remember);
  g_test_add_func ("/exchange/import/lines-and-fates", test_lines_and_fates);
  g_test_add_func ("/exchange/import/names", test_names);
  g_test_add_func ("/exchange/import/hostile", test_hostile);

  int status = g_test_run ();

  remove_folder (state);
  return status;
}
