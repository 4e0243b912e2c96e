/* workbook-verify.c: a workbook read back before it is put in place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxlsxwriter prints its parts into temporary files and does not notice when
 * one of them is cut short by a full disk; the package that it then closes looks
 * whole. So every part is unpacked, and must be XML from its first to its last tag.
 */
#include "exchange/workbook-private.h"
#include "exchange/xlsx-private.h"

#include "base/i18n.h"

static bool
is_whole (const void *bytes, size_t size)
{
  g_autoptr (GBytes) held = g_bytes_new_static (bytes, size);
  g_autoptr (PlwXlsxPackage) package = plw_xlsx_package_new ("", held, NULL);

  return package != NULL && plw_xlsx_package_check (package, NULL);
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
