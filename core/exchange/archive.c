/* archive.c: the parts of a ZIP archive, which is what a workbook is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/archive.h"

#include <string.h>

#include <zlib.h>

/* The sizes and marks of a ZIP archive's records, without their names and extras. */
#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30

/* A remark may follow the last record. */
#define REMARK_MOST 65535

#define STORED 0

static const char end_mark[4] = { 'P', 'K', 5, 6 };
static const char entry_mark[4] = { 'P', 'K', 1, 2 };
static const char local_mark[4] = { 'P', 'K', 3, 4 };

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
find_record (const PlwArchive *archive, size_t offset, const char mark[4], size_t size)
{
  if (archive->size < size || offset > archive->size - size || memcmp (archive->bytes + offset, mark, 4) != 0)
    return NULL;
  return archive->bytes + offset;
}

bool
plw_archive_open (PlwArchive *archive, const void *bytes, size_t size)
{
  *archive = (PlwArchive){ .bytes = bytes, .size = size };
  for (size_t back = END_SIZE; back <= size && back <= END_SIZE + REMARK_MOST; back++)
    {
      const uint8_t *end = find_record (archive, size - back, end_mark, END_SIZE);

      if (end == NULL)
        continue;
      archive->n_parts = get_number (end + 10, 2);
      archive->first = get_number (end + 16, 4);
      return true;
    }
  return false;
}

size_t
plw_archive_next (const PlwArchive *archive, size_t offset, PlwArchivePart *ret_part)
{
  const uint8_t *entry = find_record (archive, offset, entry_mark, ENTRY_SIZE);
  const uint8_t *local =
      entry != NULL ? find_record (archive, get_number (entry + 42, 4), local_mark, LOCAL_SIZE) : NULL;
  const uint8_t *end = archive->bytes + archive->size;

  if (local == NULL)
    return 0;
  *ret_part = (PlwArchivePart){
    .name = (const char *) entry + ENTRY_SIZE,
    .name_size = get_number (entry + 28, 2),
    .method = get_number (entry + 10, 2),
    .crc = get_number (entry + 16, 4),
    .packed_size = get_number (entry + 20, 4),
    .size = get_number (entry + 24, 4),
    .packed = local + LOCAL_SIZE + get_number (local + 26, 2) + get_number (local + 28, 2),
  };
  if (ret_part->name_size > (size_t) (end - entry) - ENTRY_SIZE || ret_part->packed > end
      || ret_part->packed_size > (size_t) (end - ret_part->packed))
    return 0;
  return offset + ENTRY_SIZE + ret_part->name_size + get_number (entry + 30, 2) + get_number (entry + 32, 2);
}

bool
plw_archive_find (const PlwArchive *archive, const char *name, PlwArchivePart *ret_part)
{
  size_t offset = archive->first;

  for (size_t i = 0; i < archive->n_parts; i++)
    {
      PlwArchivePart part;

      offset = plw_archive_next (archive, offset, &part);
      if (offset == 0)
        return false;
      if (part.name_size == strlen (name) && memcmp (part.name, name, part.name_size) == 0)
        {
          *ret_part = part;
          return true;
        }
    }
  return false;
}

static bool
inflate_part (const PlwArchivePart *part, char *text)
{
  z_stream stream = {
    .next_in = (Bytef *) part->packed,
    .avail_in = part->packed_size,
    .next_out = (Bytef *) text,
    .avail_out = part->size + 1,
  };
  bool is_whole;

  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return false;
  is_whole = inflate (&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == part->size;
  inflateEnd (&stream);
  return is_whole;
}

char *
plw_part_unpack (const PlwArchivePart *part)
{
  g_autofree char *text = NULL;

  /* Nothing packs better than about a thousandfold: more is a trap. */
  if (part->size > PLW_PART_SIZE_MOST || part->size / 1100 > part->packed_size)
    return NULL;
  text = g_malloc ((size_t) part->size + 1);
  if (part->method == STORED && part->packed_size == part->size)
    memcpy (text, part->packed, part->size);
  else if (part->method != Z_DEFLATED || !inflate_part (part, text))
    return NULL;
  if (crc32 (0, (const Bytef *) text, part->size) != part->crc)
    return NULL;
  text[part->size] = '\0';
  return g_steal_pointer (&text);
}
