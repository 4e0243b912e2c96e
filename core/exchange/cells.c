/* cells.c: what stands in the cells of a committee workbook, read back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/cells.h"
#include "exchange/archive.h"

#include <placewright/error.h>

#include "base/i18n.h"

#include <string.h>

/* No sheet of a spreadsheet has more. */
#define ROWS_MOST 1048576
#define COLUMNS_MOST 16384

/* What is being read, wherever in the workbook. */
typedef struct
{
  PlwCellBook *book;
  PlwCellSheet *sheet;
  GPtrArray *strings;
  GPtrArray *parts;  /* of the sheets, in their order */
  GHashTable *links; /* of parts by their link's name */
  GString *text;     /* of the element being read */
  char *kind;        /* of the cell being read */
  char *name;        /* of the property being read */
  uint64_t key;
  size_t n_unpacked;
  bool has_formula;
  bool in_value;
} Reader;

static void
free_cell (void *data)
{
  PlwCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
free_sheet (void *data)
{
  PlwCellSheet *sheet = data;

  g_free (sheet->name);
  g_hash_table_unref (sheet->cells);
  g_free (sheet);
}

void
plw_cells_free (PlwCellBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->sheets);
  g_hash_table_unref (book->properties);
  g_free (book);
}

PlwCellSheet *
plw_cells_sheet (const PlwCellBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      PlwCellSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (g_str_equal (sheet->name, name))
        return sheet;
    }
  return NULL;
}

/* A name without the namespace's prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
find_attribute (const char *wanted, const char **names, const char **values)
{
  for (size_t i = 0; names[i] != NULL; i++)
    if (g_str_equal (local_name (names[i]), wanted))
      return values[i];
  return NULL;
}

/* "B12" */
static bool
parse_place (const char *place, uint64_t *ret_key)
{
  uint64_t column = 0;
  uint64_t row = 0;

  for (; g_ascii_isupper (*place) && column <= COLUMNS_MOST; place++)
    column = column * 26 + (uint64_t) (*place - 'A') + 1;
  for (; g_ascii_isdigit (*place) && row <= ROWS_MOST; place++)
    row = row * 10 + (uint64_t) (*place - '0');
  if (*place != '\0' || row == 0 || row > ROWS_MOST || column == 0 || column > COLUMNS_MOST)
    return false;
  *ret_key = plw_cell_key ((uint32_t) row - 1, (uint32_t) column - 1);
  return true;
}

static void
fail (GError **error)
{
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "not as a workbook has it");
}

/* Shared texts: an item's runs are one text. */
static void
start_string (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              void *data,
              GError **error)
{
  Reader *reader = data;

  reader->in_value = g_str_equal (local_name (element), "t");
  if (g_str_equal (local_name (element), "si"))
    g_string_truncate (reader->text, 0);
}

static void
end_string (GMarkupParseContext *context, const char *element, void *data, GError **error)
{
  Reader *reader = data;

  reader->in_value = false;
  if (g_str_equal (local_name (element), "si"))
    g_ptr_array_add (reader->strings, g_strdup (reader->text->str));
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize size, void *data, GError **error)
{
  Reader *reader = data;

  if (reader->in_value)
    g_string_append_len (reader->text, text, (gssize) size);
}

static void
start_link (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            void *data,
            GError **error)
{
  Reader *reader = data;
  const char *id = find_attribute ("Id", names, values);
  const char *target = find_attribute ("Target", names, values);

  if (id != NULL && target != NULL)
    g_hash_table_replace (reader->links, g_strdup (id),
                          target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
}

/* A sheet and the part it is in, which is read later. */
static void
start_sheet (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             void *data,
             GError **error)
{
  Reader *reader = data;
  const char *name = find_attribute ("name", names, values);
  const char *id = find_attribute ("id", names, values);
  PlwCellSheet *sheet;

  if (!g_str_equal (local_name (element), "sheet"))
    return;
  if (name == NULL || id == NULL || !g_hash_table_contains (reader->links, id))
    {
      fail (error);
      return;
    }
  sheet = g_new0 (PlwCellSheet, 1);
  sheet->name = g_strdup (name);
  sheet->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_cell);
  g_ptr_array_add (reader->book->sheets, sheet);
  g_ptr_array_add (reader->parts, g_strdup (g_hash_table_lookup (reader->links, id)));
}

static void
start_cell (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            void *data,
            GError **error)
{
  Reader *reader = data;
  const char *name = local_name (element);

  if (g_str_equal (name, "c"))
    {
      const char *place = find_attribute ("r", names, values);

      if (place == NULL || !parse_place (place, &reader->key))
        {
          fail (error);
          return;
        }
      g_free (reader->kind);
      reader->kind = g_strdup (find_attribute ("t", names, values));
      reader->has_formula = false;
      g_string_truncate (reader->text, 0);
    }
  else if (g_str_equal (name, "f"))
    reader->has_formula = true;
  reader->in_value = g_str_equal (name, "v") || g_str_equal (name, "t");
}

/* Returns: the text of a cell of texts; NULL for a number */
static const char *
find_text (const Reader *reader)
{
  const char *kind = reader->kind != NULL ? reader->kind : "n";

  if (g_str_equal (kind, "s"))
    {
      guint64 index = g_ascii_strtoull (reader->text->str, NULL, 10);

      return index < reader->strings->len ? g_ptr_array_index (reader->strings, index) : "";
    }
  return g_str_equal (kind, "n") ? NULL : reader->text->str;
}

static void
end_cell (GMarkupParseContext *context, const char *element, void *data, GError **error)
{
  Reader *reader = data;
  PlwCell *cell;

  reader->in_value = false;
  if (!g_str_equal (local_name (element), "c") || (reader->text->len == 0 && !reader->has_formula))
    return;
  cell = g_new0 (PlwCell, 1);
  cell->text = g_strdup (find_text (reader));
  cell->number = cell->text == NULL ? g_ascii_strtod (reader->text->str, NULL) : 0;
  cell->has_formula = reader->has_formula;
  g_hash_table_replace (reader->sheet->cells, g_memdup2 (&reader->key, sizeof reader->key), cell);
}

static void
start_property (GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                void *data,
                GError **error)
{
  Reader *reader = data;

  if (g_str_equal (local_name (element), "property"))
    {
      g_free (reader->name);
      reader->name = g_strdup (find_attribute ("name", names, values));
    }
  g_string_truncate (reader->text, 0);
  reader->in_value = reader->name != NULL;
}

static void
end_property (GMarkupParseContext *context, const char *element, void *data, GError **error)
{
  Reader *reader = data;

  if (reader->name != NULL && !g_str_equal (local_name (element), "property"))
    g_hash_table_replace (reader->book->properties, g_steal_pointer (&reader->name),
                          g_strdup (reader->text->str));
  reader->in_value = false;
}

static bool
parse_part (const PlwArchive *archive, const char *name, const GMarkupParser *parser, Reader *reader)
{
  PlwArchivePart part;

  if (!plw_archive_find (archive, name, &part))
    return false;
  reader->n_unpacked += part.size;
  if (reader->n_unpacked > PLW_PART_SIZE_MOST)
    return false;

  g_autofree char *text = plw_part_unpack (&part);

  if (text == NULL)
    return false;

  GMarkupParseContext *context =
      g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reader, NULL);
  bool is_good = g_markup_parse_context_parse (context, text, (gssize) part.size, NULL)
                 && g_markup_parse_context_end_parse (context, NULL);

  g_markup_parse_context_free (context);
  return is_good;
}

static bool
parse_sheets (const PlwArchive *archive, Reader *reader)
{
  static const GMarkupParser links = { .start_element = start_link };
  static const GMarkupParser sheets = { .start_element = start_sheet };
  static const GMarkupParser strings = { .start_element = start_string,
                                         .end_element = end_string,
                                         .text = add_text };
  static const GMarkupParser cells = { .start_element = start_cell,
                                       .end_element = end_cell,
                                       .text = add_text };
  static const GMarkupParser properties = { .start_element = start_property,
                                            .end_element = end_property,
                                            .text = add_text };
  PlwArchivePart part;

  if (!parse_part (archive, "xl/_rels/workbook.xml.rels", &links, reader)
      || !parse_part (archive, "xl/workbook.xml", &sheets, reader))
    return false;
  if (plw_archive_find (archive, "xl/sharedStrings.xml", &part)
      && !parse_part (archive, "xl/sharedStrings.xml", &strings, reader))
    return false;
  for (guint i = 0; i < reader->parts->len; i++)
    {
      reader->sheet = g_ptr_array_index (reader->book->sheets, i);
      if (!parse_part (archive, g_ptr_array_index (reader->parts, i), &cells, reader))
        return false;
    }
  return !plw_archive_find (archive, "docProps/custom.xml", &part)
         || parse_part (archive, "docProps/custom.xml", &properties, reader);
}

static PlwCellBook *
parse (const char *bytes, size_t size)
{
  g_autoptr (PlwCellBook) book = g_new0 (PlwCellBook, 1);
  Reader reader = { .book = book };
  PlwArchive archive;
  bool is_good;

  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.strings = g_ptr_array_new_with_free_func (g_free);
  reader.parts = g_ptr_array_new_with_free_func (g_free);
  reader.links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.text = g_string_new (NULL);
  is_good = plw_archive_open (&archive, bytes, size) && parse_sheets (&archive, &reader);
  g_ptr_array_unref (reader.strings);
  g_ptr_array_unref (reader.parts);
  g_hash_table_unref (reader.links);
  g_string_free (reader.text, TRUE);
  g_free (reader.kind);
  g_free (reader.name);
  return is_good ? g_steal_pointer (&book) : NULL;
}

PlwCellBook *
plw_cells_read (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) cause = NULL;
  PlwCellBook *book;
  size_t size;

  if (!g_file_get_contents (path, &bytes, &size, &cause))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("“%s” could not be read: %s"), path, cause->message);
      return NULL;
    }
  book = parse (bytes, size);
  if (book == NULL)
    g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” is not a workbook, or it is damaged"), path);
  return book;
}
