/* workbook.c: the committee workbook, written whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

#include "base/i18n.h"

#include <errno.h>
#include <locale.h>

#include <glib/gstdio.h>

/* When the workbook says it was made: now, or what is asked for. Always told in UTC, so
 * that it reads the same wherever it is made again.
 */
static GDateTime *
choose_time (const PlwPaper *paper, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (paper->when != 0)
    {
      GDateTime *when = g_date_time_new_from_unix_utc (paper->when);

      return when != NULL ? when : g_date_time_new_now_utc ();
    }
  if (epoch == NULL || epoch[0] == '\0')
    return g_date_time_new_now_utc ();
  if (!g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_SYNTAX,
                   _ ("SOURCE_DATE_EPOCH is “%s”, not a number of seconds since 1970"), epoch);
      return NULL;
    }
  return g_date_time_new_from_unix_utc (seconds);
}

static void
fill_book (PlwBook *book, PlwPaperForm form)
{
  if (form == PLW_PAPER_PUBLICATION)
    plw_book_fill_publication (book);
  else
    plw_book_fill_working (book);
}

/* The library prints numbers with the locale's decimal point, which must be a full stop. */
static bool
write_scratch (const PlwPaper *paper, const char *scratch, const char *tmpdir, GError **error)
{
  g_autoptr (GDateTime) when = choose_time (paper, error);
  locale_t copy;
  locale_t plain;
  bool is_done;

  if (when == NULL)
    return false;
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
  PlwBook *book = plw_book_new (paper, scratch, tmpdir, when);

  if (book->error == NULL)
    fill_book (book, paper->form);
  is_done = plw_book_close (book, error);
  plw_book_free (book);
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
plw_workbook_write (const PlwPaper *paper, const char *path, GError **error)
{
  g_return_val_if_fail (paper != NULL && paper->result != NULL, false);
  g_return_val_if_fail (path != NULL, false);
  g_return_val_if_fail (error == NULL || *error == NULL, false);

  g_autoptr (GError) local = NULL;
  g_autofree char *tmpdir = g_dir_make_tmp ("placewright-XXXXXX", &local);

  if (tmpdir == NULL)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, _ ("The workbook could not be made: %s"), local->message);
      return false;
    }

  g_autofree char *scratch = g_build_filename (tmpdir, "book.xlsx", NULL);
  bool is_done = write_scratch (paper, scratch, tmpdir, error) && place_scratch (scratch, path, error);

  g_unlink (scratch);
  g_rmdir (tmpdir);
  return is_done;
}
