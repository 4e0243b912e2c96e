/* workbook-publication.c: the workbook for everybody: values only, one table a sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/workbook-private.h"

void
plw_book_fill_publication (PlwBook *book)
{
  plw_book_fill_working (book);
}
