/* sheet-cell.c: one cell of a sheet, as a table of a plan takes it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sheet-cell.h"

#include "base/i18n.h"

#include <string.h>

typedef struct
{
  PlwSheetRowFunc func;
  void *data;
  GArray *cells; /* of PlwSheetCell: of the row being read */
  size_t row;
  bool is_stopped;
} Reader;

void
plw_sheet_cell_clear (void *data)
{
  g_free (((PlwSheetCell *) data)->text);
}

static char *
refuse (char **ret_what, char **ret_remedy, char *what, const char *remedy)
{
  *ret_what = what;
  *ret_remedy = g_strdup (remedy);
  return NULL;
}

static char *
number_to_text (const PlwSheetCell *cell, PlwType type)
{
  g_autofree char *plain = plw_xlsx_plain_number (cell->text, cell->is_percent ? 2 : 0);

  /* Elsewhere a percentage is most likely under the wrong heading. */
  if (cell->is_percent && type != PLW_TYPE_PERCENT)
    return g_strconcat (plain, "%", NULL);

  return g_steal_pointer (&plain);
}

char *
plw_sheet_cell_to_text (const PlwSheetCell *cell, PlwType type, char **ret_what, char **ret_remedy)
{
  switch (cell->kind)
    {
    case PLW_XLSX_TEXT:
      return g_strdup (cell->text);
    case PLW_XLSX_NUMBER:
      return number_to_text (cell, type);
    case PLW_XLSX_BOOLEAN:
      if (type == PLW_TYPE_YESNO)
        return g_strdup (strcmp (cell->text, "TRUE") == 0 ? "yes" : "no");
      return g_strdup (cell->text);
    case PLW_XLSX_DATE:
      if (type == PLW_TYPE_TEXT)
        return g_strdup (cell->text);
      return refuse (ret_what, ret_remedy,
                     g_strdup_printf (_ ("the spreadsheet made a date of it, %s"), cell->text),
                     _ ("format the cell as text and type it again"));
    case PLW_XLSX_ERROR:
      return refuse (ret_what, ret_remedy, g_strdup_printf (_ ("the cell shows the error %s"), cell->text),
                     _ ("put its formula right or type the figure"));
    case PLW_XLSX_NOTHING:
      return refuse (ret_what, ret_remedy, g_strdup (_ ("the formula has no figure stored with it")),
                     _ ("open the workbook in a spreadsheet, save it there and try again"));
    }

  g_assert_not_reached ();
}

static void
give_row (Reader *self)
{
  if (self->cells->len > 0 && !self->is_stopped)
    self->is_stopped = !self->func (self->row, (const PlwSheetCell *) (void *) self->cells->data,
                                    self->cells->len, self->data);
  g_array_set_size (self->cells, 0);
}

static bool
take_cell_cb (const PlwXlsxCell *cell, void *data)
{
  Reader *self = data;

  if (cell->row != self->row)
    give_row (self);
  if (self->is_stopped)
    return false;
  self->row = cell->row;

  while (self->cells->len < cell->column)
    {
      const PlwSheetCell empty = { PLW_XLSX_TEXT, false, g_strdup ("") };

      g_array_append_val (self->cells, empty);
    }

  const PlwSheetCell taken = { cell->kind, cell->is_percent, g_strdup (cell->text) };

  g_array_append_val (self->cells, taken);
  return true;
}

bool
plw_sheet_read_rows (PlwXlsx *book, size_t sheet, PlwSheetRowFunc func, void *data, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (PlwSheetCell));
  Reader self = { func, data, cells, 0, false };

  g_array_set_clear_func (cells, plw_sheet_cell_clear);
  if (!plw_xlsx_read_sheet (book, sheet, take_cell_cb, &self, error))
    return false;

  give_row (&self);
  return true;
}
