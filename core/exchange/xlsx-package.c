/* xlsx-package.c: the parts of a workbook, taken out of its zip file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The directory at the file's end is looked through before anything is expanded: how much there
 * is, and the check sum that each part must have. A general zip reader would take far more kinds of
 * file than spreadsheets write, and does not refuse a part whose check sum is wrong.
 */
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

#include <string.h>
#include <zlib.h>

#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30
#define COMMENT_MAX 65535
#define IS_ENCRYPTED 1
#define PIECE (64 * 1024)

typedef struct
{
  size_t start; /* of its packed bytes in the file */
  size_t packed;
  size_t size;
  guint32 sum;
  bool is_deflated;
} Entry;

/* One part on its way out. */
typedef struct
{
  PlwXlsxBytesFunc func;
  void *data;
  const Entry *entry;
  size_t n_given;
  guint32 sum;
  bool is_refused; /* by the reader, who has said why if there is a reason */
} Expansion;

struct _PlwXlsxPackage
{
  char *name;
  GBytes *bytes;
  GHashTable *entries; /* name to Entry */
};

bool
plw_xlsx_refuse (GError **error, const PlwXlsxPackage *package, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *why = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, PLW_ERROR, PLW_ERROR_FORMAT, _ ("“%s” cannot be read: %s"), package->name, why);
  return false;
}

static guint32
read_number (const guint8 *bytes, int n)
{
  guint32 number = 0;

  for (int i = n; i-- > 0;)
    number = number << 8 | bytes[i];
  return number;
}

static bool
refuse_directory (const PlwXlsxPackage *self, GError **error)
{
  return plw_xlsx_refuse (error, self, _ ("the file is damaged or was not sent whole"));
}

/* Returns: (nullable): the record that says where the directory is */
static const guint8 *
find_end (const guint8 *bytes, size_t size)
{
  for (size_t back = END_SIZE; back <= size && back <= END_SIZE + COMMENT_MAX; back++)
    {
      const guint8 *place = bytes + size - back;

      if (memcmp (place, "PK\5\6", 4) == 0 && read_number (place + 20, 2) == back - END_SIZE)
        return place;
    }

  return NULL;
}

/* Finds the packed bytes of a part; its own header has a name and notes of its own length. */
static bool
find_start (const guint8 *bytes, size_t size, const guint8 *entry, size_t *ret_start)
{
  size_t start = read_number (entry + 42, 4);

  if (start > size || size - start < LOCAL_SIZE || memcmp (bytes + start, "PK\3\4", 4) != 0)
    return false;
  start += LOCAL_SIZE + read_number (bytes + start + 26, 2) + read_number (bytes + start + 28, 2);
  *ret_start = start;
  return start <= size && read_number (entry + 20, 4) <= size - start;
}

static bool
check_entry (const PlwXlsxPackage *self,
             const guint8 *entry,
             const char *name,
             Entry *ret_entry,
             GError **error)
{
  size_t packed = read_number (entry + 20, 4);
  size_t expanded = read_number (entry + 24, 4);
  guint32 method = read_number (entry + 10, 2);
  size_t size;
  const guint8 *bytes = g_bytes_get_data (self->bytes, &size);

  if (read_number (entry + 8, 2) & IS_ENCRYPTED)
    return plw_xlsx_refuse (error, self, _ ("it is protected by a password; save it without one"));
  if (method != 0 && method != 8)
    return plw_xlsx_refuse (error, self, _ ("it is packed in a way that workbooks are not"));
  if (!find_start (bytes, size, entry, &ret_entry->start) || !g_utf8_validate (name, -1, NULL))
    return refuse_directory (self, error);
  if (expanded > PLW_XLSX_RATIO_FLOOR && expanded / PLW_XLSX_RATIO_MAX > packed)
    return plw_xlsx_refuse (error, self,
                            _ ("a part of it grows to more than %d times its size, which no budget does"),
                            PLW_XLSX_RATIO_MAX);
  if (g_hash_table_contains (self->entries, name))
    return plw_xlsx_refuse (error, self, _ ("two of its parts have the same name"));

  ret_entry->packed = packed;
  ret_entry->size = expanded;
  ret_entry->sum = read_number (entry + 16, 4);
  ret_entry->is_deflated = method == 8;
  return true;
}

static bool
add_entries (PlwXlsxPackage *self, const guint8 *entry, const guint8 *end, size_t n, GError **error)
{
  size_t total = 0;

  for (size_t i = 0; i < n; i++)
    {
      if (end - entry < ENTRY_SIZE || memcmp (entry, "PK\1\2", 4) != 0)
        return refuse_directory (self, error);

      size_t length = read_number (entry + 28, 2);
      size_t whole = ENTRY_SIZE + length + read_number (entry + 30, 2) + (size_t) read_number (entry + 32, 2);

      if (whole > (size_t) (end - entry))
        return refuse_directory (self, error);

      g_autofree char *name = g_strndup ((const char *) entry + ENTRY_SIZE, length);

      Entry kept;

      if (!check_entry (self, entry, name, &kept, error))
        return false;

      g_hash_table_insert (self->entries, g_steal_pointer (&name), g_memdup2 (&kept, sizeof kept));
      total += kept.size;
      entry += whole;
    }

  if (total > PLW_XLSX_EXPANDED_MAX)
    return plw_xlsx_refuse (error, self, _ ("it has more than %d MB once it is unpacked"),
                            PLW_XLSX_EXPANDED_MAX / (1024 * 1024));

  return true;
}

static bool
read_directory (PlwXlsxPackage *self, const guint8 *bytes, size_t size, GError **error)
{
  const guint8 *end = find_end (bytes, size);

  if (end == NULL)
    return refuse_directory (self, error);

  size_t n = read_number (end + 10, 2);
  size_t start = read_number (end + 16, 4);

  if (n > PLW_XLSX_PARTS_MAX)
    return plw_xlsx_refuse (error, self, _ ("it has more than %d parts"), PLW_XLSX_PARTS_MAX);
  if (start > (size_t) (end - bytes))
    return refuse_directory (self, error);

  return add_entries (self, bytes + start, end, n, error);
}

static bool
check_magic (const PlwXlsxPackage *self, const guint8 *bytes, size_t size, GError **error)
{
  if (size >= 4 && memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0)
    return plw_xlsx_refuse (
        error, self,
        _ ("it is protected by a password or is an old .xls file; save it as .xlsx without a password"));
  if (size < 4 || memcmp (bytes, "PK\3\4", 4) != 0)
    return plw_xlsx_refuse (error, self, _ ("it is not an .xlsx workbook"));
  if (size > PLW_XLSX_FILE_MAX)
    return plw_xlsx_refuse (error, self, _ ("it has more than %d MB"), PLW_XLSX_FILE_MAX / (1024 * 1024));

  return true;
}

PlwXlsxPackage *
plw_xlsx_package_new (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (PlwXlsxPackage) self = g_new0 (PlwXlsxPackage, 1);
  size_t size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!check_magic (self, data, size, error) || !read_directory (self, data, size, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
plw_xlsx_package_free (PlwXlsxPackage *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

bool
plw_xlsx_package_has (const PlwXlsxPackage *self, const char *part)
{
  return g_hash_table_contains (self->entries, part);
}

const char *
plw_xlsx_package_name (const PlwXlsxPackage *self)
{
  return self->name;
}

static bool
refuse_part (const PlwXlsxPackage *self, const char *part, GError **error)
{
  return plw_xlsx_refuse (error, self, _ ("its part %s is missing or damaged"), part);
}

/* Gives out what was expanded next; false where the reader wants no more or it is too much. */
static bool
give_piece (Expansion *self, const guint8 *piece, size_t n, GError **error)
{
  self->sum = (guint32) crc32 (self->sum, piece, (uInt) n);
  self->n_given += n;
  self->is_refused =
      self->n_given <= self->entry->size && !self->func ((const char *) piece, n, self->data, error);
  return !self->is_refused && self->n_given <= self->entry->size;
}

static void
inflate_part (Expansion *self, const guint8 *packed, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  z_stream stream = { .next_in = (Bytef *) (void *) packed, .avail_in = (uInt) self->entry->packed };
  int status = inflateInit2 (&stream, -MAX_WBITS);

  while (status == Z_OK)
    {
      stream.next_out = piece;
      stream.avail_out = PIECE;
      status = inflate (&stream, Z_NO_FLUSH);
      if ((status == Z_OK || status == Z_STREAM_END)
          && !give_piece (self, piece, PIECE - stream.avail_out, error))
        break;
    }

  inflateEnd (&stream);
}

bool
plw_xlsx_package_read (PlwXlsxPackage *self,
                       const char *part,
                       PlwXlsxBytesFunc func,
                       void *data,
                       GError **error)
{
  const Entry *entry = g_hash_table_lookup (self->entries, part);
  Expansion expansion = { .func = func, .data = data, .entry = entry };

  if (entry == NULL)
    return refuse_part (self, part, error);

  const guint8 *packed = (const guint8 *) g_bytes_get_data (self->bytes, NULL) + entry->start;

  if (entry->is_deflated)
    inflate_part (&expansion, packed, error);
  else
    give_piece (&expansion, packed, entry->packed, error);

  if (expansion.is_refused)
    return false;

  return (expansion.n_given == entry->size && expansion.sum == entry->sum) || refuse_part (self, part, error);
}

bool
plw_xlsx_package_check (PlwXlsxPackage *self, GError **error)
{
  static const PlwXlsxHandler handler = { NULL, NULL, NULL };
  GHashTableIter iter;
  void *part;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    if (!plw_xlsx_markup_read (self, part, &handler, NULL, error))
      return false;
  return g_hash_table_size (self->entries) > 0;
}
