/* workbook.c: the committee workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

static void
fill_book (PlwBook *book, PlwPaperForm form)
{
  if (form == PLW_PAPER_PUBLICATION)
    plw_book_fill_publication (book);
  else
    plw_book_fill_working (book);
}

static bool
write_cb (const char *scratch, const char *tmpdir, GDateTime *when, void *data, GError **error)
{
  const PlwPaper *paper = data;
  g_autoptr (GDateTime) asked = paper->when != 0 ? g_date_time_new_from_unix_utc (paper->when) : NULL;
  PlwBook *book = plw_book_new (paper, scratch, tmpdir, asked != NULL ? asked : when);

  if (book->error == NULL)
    fill_book (book, paper->form);

  bool is_done = plw_book_close (book, error);

  plw_book_free (book);
  return is_done;
}

bool
plw_workbook_write (const PlwPaper *paper, const char *path, GError **error)
{
  g_return_val_if_fail (paper != NULL && paper->result != NULL, false);
  g_return_val_if_fail (path != NULL, false);
  g_return_val_if_fail (error == NULL || *error == NULL, false);

  return plw_scratch_write (path, write_cb, (void *) paper, error);
}
