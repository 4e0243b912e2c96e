/* test-xlsx.c: the cells of workbooks: every kind there is, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx.h"

#include "book-support.h"

#include <string.h>

static bool
print_cb (const PlwXlsxCell *cell, void *data)
{
  static const char *const kinds[] = { "text", "number", "date", "boolean", "error", "nothing" };
  GString *text = data;
  g_autofree char *name = plw_xlsx_cell_name (cell->row, cell->column);

  g_string_append_printf (text, "%s %s%s%s [%s]\n", name, kinds[cell->kind],
                          cell->is_formula ? " formula" : "", cell->is_percent ? " percent" : "", cell->text);
  return true;
}

static char *
print_book (GBytes *bytes, GError **error)
{
  g_autoptr (PlwXlsx) book = plw_xlsx_open_bytes ("in.xlsx", bytes, error);
  g_autoptr (GString) text = g_string_new (NULL);

  for (size_t i = 0; book != NULL && i < plw_xlsx_n_sheets (book); i++)
    if (!plw_xlsx_read_sheet (book, i, print_cb, text, error))
      return NULL;

  return book != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
assert_cells (const char *rows, const char *strings, const char *styles, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = test_book (rows, strings, styles);
  g_autofree char *found = print_book (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

/* @reason: what comes after the name of the file */
static void
assert_refused (GBytes *bytes, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = print_book (bytes, &error);
  g_autofree char *expected = g_strdup_printf ("“in.xlsx” cannot be read: %s", reason);

  g_assert_null (found);
  g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
assert_rows_refused (const char *rows, const char *reason)
{
  g_autoptr (GBytes) bytes = test_book (rows, NULL, NULL);

  assert_refused (bytes, reason);
}

static void
test_kinds (void)
{
  assert_cells ("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>"
                "<c r=\"D2\" t=\"s\"><v>2</v></c></row>"
                "<row r=\"4\"><c r=\"A4\"><v>1.1000000000000001</v></c><c r=\"B4\" t=\"b\"><v>1</v></c>"
                "<c r=\"C4\" t=\"b\"><v>0</v></c><c r=\"D4\" t=\"e\"><v>#REF!</v></c>"
                "<c r=\"E4\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                "<c r=\"F4\" t=\"str\"><f>A1&amp;B1</f><v>a&amp;b</v></c><c r=\"G4\"><f>1+1</f><v>2</v></c>"
                "<c r=\"H4\"><f>1+1</f></c><c r=\"I4\" s=\"3\"/><c r=\"J4\" t=\"d\"><v>2026-04-01</v></c>"
                "<c><v>5</v></c></row><row><c><v>6E-3</v></c></row>",
                "<si><t xml:space=\"preserve\"> plain_x000D_ </t></si>"
                "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r>"
                "<rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si><si><t>_x005F_x0041_</t></si>",
                NULL,
                "B2 text [ plain\r ]\nC2 text [rich text]\nD2 text [_x0041_]\n"
                "A4 number [1.1000000000000001]\nB4 boolean [TRUE]\nC4 boolean [FALSE]\nD4 error [#REF!]\n"
                "E4 text [inline]\nF4 text formula [a&b]\nG4 number formula [2]\nH4 nothing formula []\n"
                "J4 date [2026-04-01]\nK4 number [5]\nA5 number [6E-3]\n");
}

/* A code such as 1-4 becomes a date in a spreadsheet, so a date must be known for one. */
static void
test_formats (void)
{
  assert_cells (
      "<row><c s=\"1\"><v>46113</v></c><c s=\"2\"><v>46113.5</v></c><c s=\"3\"><v>0.035</v></c>"
      "<c s=\"4\"><v>12</v></c><c s=\"5\"><v>46113</v></c><c s=\"1\"><v>60</v></c>"
      "<c s=\"1\"><v>-1</v></c><c s=\"1\"><v>0.25</v></c><c s=\"6\"><v>0.5</v></c>"
      "<c s=\"1\"><v>59</v></c><c s=\"99\"><v>1</v></c></row>",
      NULL,
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"[Red]#,##0&quot; days&quot;;_-\\d0\"/>"
      "<numFmt numFmtId=\"166\" formatCode=\"mmm yy\"/><numFmt numFmtId=\"167\" "
      "formatCode=\"0.0%\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
      "<xf numFmtId=\"10\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>",
      "A1 date [2026-04-01]\nB1 date [2026-04-01T12:00:00]\nC1 number percent [0.035]\n"
      "D1 number [12]\nE1 date [2026-04-01]\nF1 date [1900-02-29]\nG1 number [-1]\n"
      "H1 date [06:00:00]\nI1 number percent [0.5]\nJ1 date [1900-02-28]\nK1 number [1]\n");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    int shift;
    const char *plain;
  } cases[] = {
    { "1.1000000000000001", 0, "1.1" },
    { "12345.670000000002", 0, "12345.67" },
    { "0.99999999999999999", 0, "1" },
    { "99999999999.989998", 0, "99999999999.99" },
    { "-2E-3", 0, "-0.002" },
    { "1.5E+6", 0, "1500000" },
    { "3.5000000000000003E-2", 2, "3.5" },
    { "0.1", 2, "10" },
    { "007", 0, "7" },
    { "0.00", 0, "0" },
    { "5.5511151231257827E-17", 0, "0" },
    { "123456789012345678", 0, "123456789012346000" },
    { "100", 0, "100" },
    { ".5", 0, "0.5" },
    { "1e999", 0, "1e999" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = plw_xlsx_plain_number (cases[i].text, cases[i].shift);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_names (void)
{
  g_autofree char *first = plw_xlsx_cell_name (1, 0);
  g_autofree char *z = plw_xlsx_cell_name (14, 25);
  g_autofree char *aa = plw_xlsx_cell_name (3, 26);
  g_autofree char *last = plw_xlsx_cell_name (1048576, 16383);

  g_assert_cmpstr (first, ==, "A1");
  g_assert_cmpstr (z, ==, "Z14");
  g_assert_cmpstr (aa, ==, "AA3");
  g_assert_cmpstr (last, ==, "XFD1048576");
}

static void
test_sheets (void)
{
  static const char *const names[] = { "Open", "Shut\" state=\"hidden", "Gone\" state=\"veryHidden", NULL };
  TestZip *zip = test_zip_new ();
  g_autoptr (GError) error = NULL;

  test_zip_add_book (zip, names, "date1904=\"1\"");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%d.xml", i);

      test_zip_add (
          zip, part,
          "\xef\xbb\xbf<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c s=\"0\"><x:v>0</x:v></x:c>"
          "</x:row></x:sheetData></x:worksheet>",
          -1);
    }
  test_zip_add (zip, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                -1);
  test_zip_add (zip, "xl/sharedStrings.xml", "<sst/>", -1);

  g_autoptr (GBytes) bytes = test_zip_finish (zip);
  g_autoptr (PlwXlsx) book = plw_xlsx_open_bytes ("in.xlsx", bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plw_xlsx_n_sheets (book), ==, 3);
  g_assert_cmpstr (plw_xlsx_sheet (book, 1)->name, ==, "Shut");
  g_assert_cmpint (plw_xlsx_sheet (book, 0)->visibility, ==, PLW_XLSX_VISIBLE);
  g_assert_cmpint (plw_xlsx_sheet (book, 1)->visibility, ==, PLW_XLSX_HIDDEN);
  g_assert_cmpint (plw_xlsx_sheet (book, 2)->visibility, ==, PLW_XLSX_VERY_HIDDEN);

  g_autofree char *found = print_book (bytes, &error);

  g_assert_cmpstr (found, ==, "A1 date [1904-01-01]\nA1 date [1904-01-01]\nA1 date [1904-01-01]\n");
}

static void
test_cells_out_of_order (void)
{
  const char *place = "its sheet “Sheet” has a cell outside of what a spreadsheet has, or out of order";

  assert_rows_refused ("<row r=\"2\"/><row r=\"1\"/>", place);
  assert_rows_refused ("<row r=\"1048577\"/>", place);
  assert_rows_refused ("<row r=\"0\"/>", place);
  assert_rows_refused ("<row r=\"2\"><c r=\"A3\"/></row>", place);
  assert_rows_refused ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", place);
  assert_rows_refused ("<row><c r=\"XFE1\"/></row>", place);
  assert_rows_refused ("<row><c r=\"AAAAAAAAAAAAAAAAAAA1\"/></row>", place);
  assert_rows_refused ("<c r=\"A1\"/>", place);
  assert_rows_refused ("<row><c><v>ten</v></c></row>", "cell A1 of its sheet “Sheet” is damaged");
  assert_rows_refused ("<row><c><v>NaN</v></c></row>", "cell A1 of its sheet “Sheet” is damaged");
  assert_rows_refused ("<row><c/><c t=\"s\"><v>7</v></c></row>", "cell B1 of its sheet “Sheet” is damaged");
}

static void
test_markup (void)
{
  const char *broken = "its part xl/worksheets/sheet1.xml is not the XML of a workbook";
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *long_text = g_strnfill (200000, 'x');
  g_autofree char *row = g_strdup_printf ("<row><c t=\"str\"><v>%s</v></c></row>", long_text);
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, 'x');

  assert_rows_refused ("<row>", broken);
  assert_rows_refused ("<row>&laughs;</row>", broken);
  assert_rows_refused ("<row><c t=\"str\"><v>\xff</v></c></row>", broken);
  assert_rows_refused (row, "a text in it is longer than a cell can hold");
  assert_rows_refused (huge, "its part xl/worksheets/sheet1.xml has a text without an end");
  for (int i = 0; i < 70; i++)
    g_string_append (deep, "<a>");
  assert_rows_refused (deep->str, "its part xl/worksheets/sheet1.xml is nested too deeply");
}

/* Neither entities that grow nor entities that open files come as far as being declared. */
static void
test_document_types (void)
{
  static const char *const names[] = { "Sheet", NULL };
  static const char *const sheets[] = {
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;\">]><worksheet/>",
    "<!DOCTYPE worksheet SYSTEM \"http://localhost/x.dtd\"><worksheet/>",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      TestZip *zip = test_zip_new ();

      test_zip_add_book (zip, names, "");
      test_zip_add (zip, "xl/worksheets/sheet1.xml", sheets[i], -1);
      test_zip_add (zip, "xl/sharedStrings.xml", "<sst/>", -1);
      test_zip_add (zip, "xl/styles.xml", "<styleSheet/>", -1);

      g_autoptr (GBytes) bytes = test_zip_finish (zip);

      assert_refused (bytes,
                      "its part xl/worksheets/sheet1.xml declares a document type, which no workbook does");
    }
}

static void
test_other_files (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear Sir or Madam", 17);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) old = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autoptr (GBytes) head = g_bytes_new_static ("PK\3\4", 4);
  TestZip *zip = test_zip_new ();

  test_zip_add (zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1);

  g_autoptr (GBytes) ods = test_zip_finish (zip);

  assert_refused (text, "it is not an .xlsx workbook");
  assert_refused (empty, "it is not an .xlsx workbook");
  assert_refused (ods, "it is not an .xlsx workbook");
  assert_refused (
      old, "it is protected by a password or is an old .xls file; save it as .xlsx without a password");
  assert_refused (head, "the file is damaged or was not sent whole");
}

static void
test_bomb (void)
{
  static const char *const names[] = { "Sheet", NULL };
  size_t size = 100 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (size);
  TestZip *zip = test_zip_new ();

  test_zip_add_book (zip, names, "");
  test_zip_add (zip, "xl/worksheets/sheet1.xml", zeros, (gssize) size);

  g_autoptr (GBytes) bytes = test_zip_finish (zip);

  assert_refused (bytes, "a part of it grows to more than 250 times its size, which no budget does");
}

/* Changes the last place in the file where @find stands; the directory comes last. */
static GBytes *
damage (GBytes *bytes, const char *find, size_t size, int offset, guint8 value)
{
  size_t length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  length = g_bytes_get_size (bytes);
  for (size_t i = length - size + 1; i-- > 0;)
    if (memcmp (copy + i, find, size) == 0)
      {
        copy[(gssize) i + offset] = value;
        return g_bytes_new_take (g_steal_pointer (&copy), length);
      }

  g_assert_not_reached ();
}

static void
test_damage (void)
{
  g_autoptr (GBytes) book = test_book ("<row><c><v>1</v></c></row>", NULL, NULL);
  const char *end = "PK\5\6";
  const char *part = "xl/worksheets/sheet1.xml";
  g_autoptr (GBytes) other_sum = damage (book, part, strlen (part), 16 - 46, 0x5a);
  g_autoptr (GBytes) other_size = damage (book, part, strlen (part), 24 - 46, 0);
  g_autoptr (GBytes) huge = damage (book, part, strlen (part), 24 - 46 + 3, 0x70);
  g_autoptr (GBytes) secret = damage (book, part, strlen (part), 8 - 46, 1);
  g_autoptr (GBytes) method = damage (book, part, strlen (part), 10 - 46, 12);
  g_autoptr (GBytes) too_many = damage (book, end, 4, 11, 0x7f);
  g_autoptr (GBytes) far = damage (book, end, 4, 19, 0x7f);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (book, 0, g_bytes_get_size (book) / 2);

  assert_refused (other_sum, "its part xl/worksheets/sheet1.xml is missing or damaged");
  assert_refused (other_size, "its part xl/worksheets/sheet1.xml is missing or damaged");
  assert_refused (huge, "a part of it grows to more than 250 times its size, which no budget does");
  assert_refused (secret, "it is protected by a password; save it without one");
  assert_refused (method, "it is packed in a way that workbooks are not");
  assert_refused (too_many, "it has more than 10000 parts");
  assert_refused (far, "the file is damaged or was not sent whole");
  assert_refused (half, "the file is damaged or was not sent whole");

  TestZip *zip = test_zip_new ();

  test_zip_add (zip, "xl/workbook.xml", "<workbook/>", -1);
  test_zip_add (zip, "xl/workbook.xml", "<workbook/>", -1);

  g_autoptr (GBytes) twice = test_zip_finish (zip);

  assert_refused (twice, "two of its parts have the same name");
}

/* Whatever one byte becomes, the file is read to the same cells or refused. */
static void
test_any_byte (void)
{
  g_autoptr (GBytes) book = test_book ("<row><c><v>1</v></c></row>", "<si><t>a</t></si>", NULL);
  size_t size;
  const guint8 *data = g_bytes_get_data (book, &size);

  for (size_t i = 0; i < size; i++)
    {
      guint8 *copy = g_memdup2 (data, size);

      copy[i] ^= (guint8) (1 << g_test_rand_int_range (0, 8));

      g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
      g_autoptr (GError) error = NULL;
      g_autofree char *found = print_book (changed, &error);

      if (found != NULL)
        g_assert_cmpstr (found, ==, "A1 number [1]\n");
      else
        g_assert_error (error, PLW_ERROR, PLW_ERROR_FORMAT);
    }
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (int i = 0; i < 1100000; i++)
    g_string_append_printf (rows, "<row r=\"%d\"><c><v>%d</v></c><c/></row>", i + 1,
                            g_test_rand_int_range (0, 999999));

  assert_rows_refused (rows->str, "its sheet “Sheet” has more than 2000000 cells");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/xlsx/kinds", test_kinds);
  g_test_add_func ("/exchange/xlsx/formats", test_formats);
  g_test_add_func ("/exchange/xlsx/numbers", test_numbers);
  g_test_add_func ("/exchange/xlsx/names", test_names);
  g_test_add_func ("/exchange/xlsx/sheets", test_sheets);
  g_test_add_func ("/exchange/xlsx/cells-out-of-order", test_cells_out_of_order);
  g_test_add_func ("/exchange/xlsx/markup", test_markup);
  g_test_add_func ("/exchange/xlsx/document-types", test_document_types);
  g_test_add_func ("/exchange/xlsx/other-files", test_other_files);
  g_test_add_func ("/exchange/xlsx/bomb", test_bomb);
  g_test_add_func ("/exchange/xlsx/damage", test_damage);
  g_test_add_func ("/exchange/xlsx/any-byte", test_any_byte);
  g_test_add_func ("/exchange/xlsx/too-many-cells", test_too_many_cells);

  return g_test_run ();
}
