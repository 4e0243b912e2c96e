/* workbook-verify.c: a workbook read back before it is put in place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxlsxwriter prints its parts into temporary files and does not notice when
 * one of them is cut short by a full disk; the package that it then closes looks
 * whole. So every part is unpacked, and must be XML from its first to its last tag.
 */
#include "exchange/archive.h"
#include "exchange/workbook-private.h"

#include "base/i18n.h"

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
is_whole (const void *bytes, size_t size)
{
  PlwArchive archive;
  size_t offset;

  if (!plw_archive_open (&archive, bytes, size))
    return false;
  offset = archive.first;
  for (size_t i = 0; i < archive.n_parts; i++)
    {
      PlwArchivePart part;

      offset = plw_archive_next (&archive, offset, &part);
      if (offset == 0)
        return false;
      g_autofree char *text = plw_part_unpack (&part);

      if (text == NULL || !is_xml (text, part.size))
        return false;
    }
  return archive.n_parts > 0;
}

bool
plw_book_verify (const void *bytes, size_t size, GError **error)
{
  if (is_whole (bytes, size))
    return true;
  g_set_error_literal (
      error, PLW_ERROR, PLW_ERROR_IO,
      _ ("The workbook could not be made: it was cut short; the disk for temporary files may be full"));
  return false;
}
