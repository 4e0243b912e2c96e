/* book-support.c: what readers are tried with: workbooks made part by part, as wrong as can be, and a plan to
 * take them. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "book-support.h"

#include <string.h>
#include <zlib.h>

#define MAIN_SPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATION_SPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"

struct _TestZip
{
  GByteArray *file;
  GByteArray *directory;
  guint n;
};

static void
add_number (GByteArray *to, guint64 number, int n_bytes)
{
  for (int i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (to, &byte, 1);
    }
}

TestZip *
test_zip_new (void)
{
  TestZip *self = g_new0 (TestZip, 1);

  self->file = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

static GByteArray *
pack (const char *bytes, size_t size)
{
  GByteArray *packed = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *) bytes, .avail_in = (uInt) size };

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (packed, (guint) deflateBound (&stream, (uLong) size));
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (packed, (guint) stream.total_out);
  deflateEnd (&stream);
  return packed;
}

/* What the two headers of a part have in common. */
static void
add_header (GByteArray *to, guint32 sum, size_t packed, size_t size, const char *name)
{
  add_number (to, 20, 2);
  add_number (to, 0, 2);
  add_number (to, 8, 2);
  add_number (to, 0, 4);
  add_number (to, sum, 4);
  add_number (to, packed, 4);
  add_number (to, size, 4);
  add_number (to, strlen (name), 2);
  add_number (to, 0, 2);
}

void
test_zip_add (TestZip *self, const char *name, const char *bytes, gssize size)
{
  size_t length = size >= 0 ? (size_t) size : strlen (bytes);
  guint32 sum = (guint32) crc32 (crc32 (0, NULL, 0), (const Bytef *) bytes, (uInt) length);
  g_autoptr (GByteArray) packed = pack (bytes, length);
  guint start = self->file->len;

  g_byte_array_append (self->file, (const guint8 *) "PK\3\4", 4);
  add_header (self->file, sum, packed->len, length, name);
  g_byte_array_append (self->file, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->file, packed->data, packed->len);

  g_byte_array_append (self->directory, (const guint8 *) "PK\1\2", 4);
  add_number (self->directory, 20, 2);
  add_header (self->directory, sum, packed->len, length, name);
  for (int i = 0; i < 5; i++)
    add_number (self->directory, 0, 2); /* comment, disk, attributes */
  add_number (self->directory, start, 4);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n++;
}

GBytes *
test_zip_finish (TestZip *self)
{
  guint start = self->file->len;
  GByteArray *file = self->file;

  g_byte_array_append (file, self->directory->data, self->directory->len);
  g_byte_array_append (file, (const guint8 *) "PK\5\6", 4);
  add_number (file, 0, 4);
  add_number (file, self->n, 2);
  add_number (file, self->n, 2);
  add_number (file, self->directory->len, 4);
  add_number (file, start, 4);
  add_number (file, 0, 2);
  g_byte_array_unref (self->directory);
  g_free (self);
  return g_byte_array_free_to_bytes (file);
}

void
test_zip_add_book (TestZip *self, const char *const *sheets, const char *attributes)
{
  g_autoptr (GString) book = g_string_new ("<workbook " MAIN_SPACE " xmlns:r=\"" RELATION_SPACE "\">");
  g_autoptr (GString) relations = g_string_new ("<Relationships xmlns=\"" PACKAGE_SPACE "\">");

  g_string_append_printf (book, "<workbookPr %s/><sheets>", attributes);
  for (int i = 0; sheets[i] != NULL; i++)
    {
      g_string_append_printf (book, "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>", sheets[i], i + 1,
                              i + 1);
      g_string_append_printf (relations,
                              "<Relationship Id=\"rId%d\" Type=\"" RELATION_SPACE
                              "/worksheet\" Target=\"worksheets/sheet%d.xml\"/>",
                              i + 1, i + 1);
    }
  g_string_append (book, "</sheets></workbook>");
  g_string_append (relations,
                   "<Relationship Id=\"a\" Type=\"" RELATION_SPACE "/styles\" Target=\"/xl/styles.xml\"/>"
                   "<Relationship Id=\"b\" Type=\"" RELATION_SPACE
                   "/sharedStrings\" Target=\"../xl/./sharedStrings.xml\"/></Relationships>");

  test_zip_add (self, "_rels/.rels",
                "<Relationships xmlns=\"" PACKAGE_SPACE "\"><Relationship Id=\"x\" Type=\"" RELATION_SPACE
                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                -1);
  test_zip_add (self, "xl/workbook.xml", book->str, -1);
  test_zip_add (self, "xl/_rels/workbook.xml.rels", relations->str, -1);
}

GBytes *
test_book (const char *rows, const char *strings, const char *styles)
{
  static const char *const sheets[] = { "Sheet", NULL };
  TestZip *zip = test_zip_new ();
  g_autofree char *sheet =
      g_strdup_printf ("<worksheet " MAIN_SPACE "><sheetData>%s</sheetData></worksheet>", rows);
  g_autofree char *sst = g_strdup_printf ("<sst " MAIN_SPACE ">%s</sst>", strings != NULL ? strings : "");
  g_autofree char *style_sheet =
      g_strdup_printf ("<styleSheet " MAIN_SPACE ">%s</styleSheet>", styles != NULL ? styles : "");

  test_zip_add_book (zip, sheets, "");
  test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet, -1);
  test_zip_add (zip, "xl/sharedStrings.xml", sst, -1);
  test_zip_add (zip, "xl/styles.xml", style_sheet, -1);
  return test_zip_finish (zip);
}

PlwPlan *
test_plan (const char *base_year)
{
  const char *const settings[][2] = { { "title", "Test" }, { "base_year", base_year }, { "years", "5" } };
  PlwPlan *plan = plw_plan_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const PlwValue values[] = { plw_value_text (settings[i][0]), plw_value_text (settings[i][1]) };

      plw_plan_append (plan, PLW_TABLE_PLAN, values, G_N_ELEMENTS (values));
    }

  return plan;
}
