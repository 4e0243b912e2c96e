/* cells.c: what stands in the cells of a committee workbook, read back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/cells.h"
#include "exchange/xlsx.h"

static void
free_cell (void *data)
{
  PlwCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
free_sheet (void *data)
{
  PlwCellSheet *sheet = data;

  g_free (sheet->name);
  g_hash_table_unref (sheet->cells);
  g_free (sheet);
}

void
plw_cells_free (PlwCellBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->sheets);
  g_clear_pointer (&book->properties, g_hash_table_unref);
  g_free (book);
}

PlwCellSheet *
plw_cells_sheet (const PlwCellBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      PlwCellSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (g_str_equal (sheet->name, name))
        return sheet;
    }
  return NULL;
}

static bool
take_cell_cb (const PlwXlsxCell *found, void *data)
{
  GHashTable *cells = data;
  PlwCell *cell = g_new0 (PlwCell, 1);
  uint64_t key = plw_cell_key ((uint32_t) found->row - 1, (uint32_t) found->column);

  cell->has_formula = found->is_formula;
  if (found->kind == PLW_XLSX_NUMBER)
    cell->number = g_ascii_strtod (found->text, NULL);
  else if (found->kind != PLW_XLSX_NOTHING)
    cell->text = g_strdup (found->text);
  g_hash_table_replace (cells, g_memdup2 (&key, sizeof key), cell);
  return true;
}

static bool
take_sheet (PlwCellBook *book, PlwXlsx *source, size_t index, GError **error)
{
  PlwCellSheet *sheet = g_new0 (PlwCellSheet, 1);

  sheet->name = g_strdup (plw_xlsx_sheet (source, index)->name);
  sheet->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_cell);
  g_ptr_array_add (book->sheets, sheet);
  return plw_xlsx_read_sheet (source, index, take_cell_cb, sheet->cells, error);
}

PlwCellBook *
plw_cells_read (const char *path, GError **error)
{
  g_autoptr (PlwXlsx) source = plw_xlsx_open (path, error);
  g_autoptr (PlwCellBook) book = g_new0 (PlwCellBook, 1);

  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->properties = source != NULL ? plw_xlsx_read_properties (source, error) : NULL;
  if (book->properties == NULL)
    return NULL;
  for (size_t i = 0; i < plw_xlsx_n_sheets (source); i++)
    if (!take_sheet (book, source, i, error))
      return NULL;
  return g_steal_pointer (&book);
}
