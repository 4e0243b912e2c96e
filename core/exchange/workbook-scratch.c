/* workbook-scratch.c: a workbook written whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <locale.h>

#include <glib/gstdio.h>

/* The library prints numbers with the locale's decimal point, which must be a full stop. */
static bool
write_scratch (const char *scratch, const char *tmpdir, PlwScratchFunc func, void *data, GError **error)
{
  g_autoptr (GDateTime) when = NULL;
  int64_t seconds;
  locale_t copy;
  locale_t plain;
  bool is_done;

  if (!plw_paper_time (0, &seconds, error))
    return false;
  when = g_date_time_new_from_unix_utc (seconds);
  copy = duplocale (uselocale ((locale_t) 0));
  plain = copy != (locale_t) 0 ? newlocale (LC_NUMERIC_MASK, "C", copy) : (locale_t) 0;
  if (plain == (locale_t) 0)
    {
      if (copy != (locale_t) 0)
        freelocale (copy);
      g_set_error_literal (error, PLW_ERROR, PLW_ERROR_IO,
                           _ ("The workbook could not be made: no plain number format"));
      return false;
    }

  locale_t before = uselocale (plain);

  is_done = func (scratch, tmpdir, when, data, error);
  uselocale (before);
  freelocale (plain);
  return is_done;
}

/* Nothing is put in place that is not a whole workbook. */
static bool
place_scratch (const char *scratch, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;
  size_t size;

  if (!g_file_get_contents (scratch, &data, &size, &local))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"), local->message);
      return false;
    }
  return plw_book_verify (data, size, error) && plw_file_replace (path, data, size, error);
}

bool
plw_scratch_write (const char *path, PlwScratchFunc func, void *data, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *tmpdir = g_dir_make_tmp ("placewright-XXXXXX", &local);

  if (tmpdir == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"), local->message);
      return false;
    }

  g_autofree char *scratch = g_build_filename (tmpdir, "book.xlsx", NULL);
  bool is_done = write_scratch (scratch, tmpdir, func, data, error) && place_scratch (scratch, path, error);

  g_unlink (scratch);
  g_rmdir (tmpdir);
  return is_done;
}
