/* plwu-import-lines.c: a sheet of a source as it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-models.h"

#include <glib/gi18n.h>

/* How many lines say how wide a column is, and how wide one may be. */
#define MEASURED_LINES 60
#define WIDTH_MOST 28
#define WIDTH_LEAST 6

struct _PlwuImportLines
{
  GObject parent_instance;

  /* Owned */
  PlwuImportSource *source;

  guint n_columns; /* the number of the row not counted */
};

static void plwu_import_lines_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuImportLines,
                               plwu_import_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_import_lines_sheet_init))

static const PlwImport *
get_import (PlwuSheetModel *model)
{
  return PLWU_IMPORT_LINES (model)->source->import;
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return (guint) plw_import_n_lines (get_import (model));
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return PLWU_IMPORT_LINES (model)->n_columns + 1;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return 1;
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  return column == 0 ? g_strdup (_ ("Row")) : plw_import_letter (column - 1);
}

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  const PlwImport *import = get_import (model);
  glong width = WIDTH_LEAST;

  for (size_t i = 0; column > 0 && i < MIN (plw_import_n_lines (import), MEASURED_LINES); i++)
    width = MAX (width, g_utf8_strlen (plw_import_line_cell (import, i, column - 1), -1));
  return (int) MIN (width, WIDTH_MOST);
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  const PlwImport *import = get_import (model);

  return column > 0 && column - 1 < plw_import_n_columns (import)
         && plw_import_kind (import, column - 1) == PLW_IMPORT_NUMBER;
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  const PlwImport *import = get_import (model);
  size_t number = plw_import_line_number (import, row);

  ret_cell->text = column == 0 ? g_strdup_printf ("%zu", number)
                               : g_strdup (plw_import_line_cell (import, row, column - 1));
  g_strdelimit (ret_cell->text, "\n\r\t", ' ');
  if (number == plw_import_header (import))
    ret_cell->kind = PLWU_SHEET_HEADING;
  else
    ret_cell->kind =
        column == 0 || number < plw_import_header (import) ? PLWU_SHEET_DERIVED : PLWU_SHEET_LOCKED;
  if (g_utf8_strlen (ret_cell->text, -1) > WIDTH_MOST)
    ret_cell->tooltip = g_strdup (ret_cell->text);
}

static char *
describe (PlwuSheetModel *model, guint row, guint column)
{
  const PlwImport *import = get_import (model);
  size_t number = plw_import_line_number (import, row);
  g_autofree char *letter = column > 0 ? plw_import_letter (column - 1) : NULL;
  g_autofree char *place =
      column > 0 ? g_strdup_printf ("%s%zu", letter, number) : g_strdup_printf (_ ("Row %zu"), number);
  const char *text = column > 0 ? plw_import_line_cell (import, row, column - 1) : "";

  if (number == plw_import_header (import))
    return g_strdup_printf (_ ("%s, %s, one of the headings"), place, text);
  return g_strdup_printf ("%s, %s", place, *text != '\0' || column == 0 ? text : _ ("empty"));
}

static void
plwu_import_lines_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
  iface->describe = describe;
}

static void
plwu_import_lines_finalize (GObject *object)
{
  plwu_import_source_unref (PLWU_IMPORT_LINES (object)->source);

  G_OBJECT_CLASS (plwu_import_lines_parent_class)->finalize (object);
}

static void
plwu_import_lines_class_init (PlwuImportLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_import_lines_finalize;
}

static void
plwu_import_lines_init (PlwuImportLines *self)
{
}

PlwuSheetModel *
plwu_import_lines_new (PlwuImportSource *source)
{
  PlwuImportLines *self = g_object_new (PLWU_TYPE_IMPORT_LINES, NULL);

  self->source = plwu_import_source_ref (source);
  self->n_columns = (guint) plw_import_n_line_columns (source->import);
  return PLWU_SHEET_MODEL (self);
}

gboolean
plwu_import_lines_find (PlwuImportLines *self, size_t number, guint *ret_row)
{
  const PlwImport *import = self->source->import;

  for (size_t i = 0; i < plw_import_n_lines (import); i++)
    if (plw_import_line_number (import, i) == number)
      {
        *ret_row = (guint) i;
        return TRUE;
      }
  return FALSE;
}
