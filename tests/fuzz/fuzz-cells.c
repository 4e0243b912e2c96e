/* fuzz-cells.c: any text as the rows, the texts and the styles of a workbook that is right otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part's check sum is right, so that what is tried gets past the package. Lines of a form feed
 * part the three.
 */
#include "exchange/sheet-cell.h"
#include "exchange/xlsx.h"
#include "fuzz.h"

#include "../exchange/book-support.h"

static bool
take_row_cb (size_t row, const PlwSheetCell *cells, size_t n_cells, void *data)
{
  for (size_t i = 0; i < n_cells; i++)
    {
      g_autofree char *what = NULL;
      g_autofree char *remedy = NULL;
      g_autofree char *text = plw_sheet_cell_to_text (&cells[i], PLW_TYPE_PERCENT, &what, &remedy);

      if (text != NULL)
        g_assert_null (what);
    }

  return true;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\f", 3);
  const char *strings = parts[0] != NULL ? parts[1] : NULL;
  g_autoptr (GBytes) bytes =
      test_book (parts[0] != NULL ? parts[0] : "", strings, strings != NULL ? parts[2] : NULL);
  g_autoptr (PlwXlsx) book = plw_xlsx_open_bytes ("in.xlsx", bytes, NULL);

  if (book != NULL && !plw_sheet_read_rows (book, 0, take_row_cb, NULL, NULL))
    return 0;

  return 0;
}
