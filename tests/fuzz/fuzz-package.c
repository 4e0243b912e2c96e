/* fuzz-package.c: any bytes as a workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/xlsx.h"
#include "fuzz.h"

static bool
take_cell_cb (const PlwXlsxCell *cell, void *data)
{
  return true;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (PlwXlsx) book = plw_xlsx_open_bytes ("in.xlsx", bytes, NULL);

  for (size_t i = 0; book != NULL && i < plw_xlsx_n_sheets (book); i++)
    if (!plw_xlsx_read_sheet (book, i, take_cell_cb, NULL, NULL))
      break;

  return 0;
}
