/* workbook-verify.c: a workbook read back before it is put in place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxlsxwriter prints its parts into temporary files and does not notice when
 * one of them is cut short by a full disk; the package that it then closes looks
 * whole. So every part is unpacked, and must be XML from its first to its last tag.
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <string.h>

#include <zlib.h>

/* The sizes and marks of a ZIP archive's records, without their names and extras. */
#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30

static const char end_mark[4] = { 'P', 'K', 5, 6 };
static const char entry_mark[4] = { 'P', 'K', 1, 2 };
static const char local_mark[4] = { 'P', 'K', 3, 4 };

typedef struct
{
  const uint8_t *bytes;
  size_t size;
} Archive;

typedef struct
{
  uint32_t crc;
  uint32_t packed_size;
  uint32_t size;
  const uint8_t *packed;
} Part;

static uint32_t
get_number (const uint8_t *at, size_t n_bytes)
{
  uint32_t number = 0;

  while (n_bytes-- > 0)
    number = (number << 8) | at[n_bytes];
  return number;
}

/* Returns: the record at @offset, or NULL where there is none */
static const uint8_t *
find_record (const Archive *archive, size_t offset, const char mark[4], size_t size)
{
  if (archive->size < size || offset > archive->size - size || memcmp (archive->bytes + offset, mark, 4) != 0)
    return NULL;
  return archive->bytes + offset;
}

/* Reads the entry at @offset; returns the offset of the next, or 0. */
static size_t
read_entry (const Archive *archive, size_t offset, Part *part)
{
  const uint8_t *entry = find_record (archive, offset, entry_mark, ENTRY_SIZE);
  const uint8_t *local =
      entry != NULL ? find_record (archive, get_number (entry + 42, 4), local_mark, LOCAL_SIZE) : NULL;

  if (local == NULL || get_number (entry + 10, 2) != Z_DEFLATED)
    return 0;
  part->crc = get_number (entry + 16, 4);
  part->packed_size = get_number (entry + 20, 4);
  part->size = get_number (entry + 24, 4);
  part->packed = local + LOCAL_SIZE + get_number (local + 26, 2) + get_number (local + 28, 2);
  if (part->packed > archive->bytes + archive->size
      || part->packed_size > (size_t) (archive->bytes + archive->size - part->packed))
    return 0;
  return offset + ENTRY_SIZE + get_number (entry + 28, 2) + get_number (entry + 30, 2)
         + get_number (entry + 32, 2);
}

static char *
unpack (const Part *part)
{
  g_autofree char *text = g_malloc ((size_t) part->size + 1);
  z_stream stream = {
    .next_in = (Bytef *) part->packed,
    .avail_in = part->packed_size,
    .next_out = (Bytef *) text,
    .avail_out = part->size + 1,
  };
  bool is_whole;

  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return NULL;
  is_whole = inflate (&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == part->size
             && crc32 (0, (const Bytef *) text, part->size) == part->crc;
  inflateEnd (&stream);
  return is_whole ? g_steal_pointer (&text) : NULL;
}

static bool
is_xml (const char *text, size_t size)
{
  static const GMarkupParser parser = { NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  bool is_good = g_markup_parse_context_parse (context, text, (gssize) size, NULL)
                 && g_markup_parse_context_end_parse (context, NULL);

  g_markup_parse_context_free (context);
  return is_good;
}

static bool
is_whole (const Archive *archive)
{
  const uint8_t *end =
      archive->size >= END_SIZE ? find_record (archive, archive->size - END_SIZE, end_mark, END_SIZE) : NULL;

  if (end == NULL)
    return false;

  size_t n_parts = get_number (end + 10, 2);
  size_t offset = get_number (end + 16, 4);

  for (size_t i = 0; i < n_parts; i++)
    {
      Part part;

      offset = read_entry (archive, offset, &part);
      if (offset == 0)
        return false;
      g_autofree char *text = unpack (&part);

      if (text == NULL || !is_xml (text, part.size))
        return false;
    }
  return n_parts > 0;
}

bool
plw_book_verify (const void *bytes, size_t size, GError **error)
{
  const Archive archive = { bytes, size };

  if (is_whole (&archive))
    return true;
  g_set_error_literal (
      error, PLW_ERROR, PLW_ERROR_IO,
      _ ("The workbook could not be made: it was cut short; the disk for temporary files may be full"));
  return false;
}
