/* plwu-import-preview.c: the rows of a source as they would come in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-import-models.h"

#include "findings/plwu-labels.h"

#include <glib/gi18n.h>

#define MEASURED_ROWS 60
#define WIDTH_MOST 28
#define WIDTH_LEAST 8

/* Before the fields: the row's number and what becomes of it. */
enum
{
  COLUMN_NUMBER,
  COLUMN_FATE,
  N_LEADING,
};

struct _PlwuImportPreview
{
  GObject parent_instance;

  /* Owned */
  PlwuImportSource *source;
  GArray *columns; /* of size_t: columns of the source */
  GArray *fields;  /* of size_t: the column of the table that each is */

  /* Borrowed: outlives us */
  const PlwuImportFindings *findings;
};

static void plwu_import_preview_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuImportPreview,
                               plwu_import_preview,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_import_preview_sheet_init))

static const char *
name_fate (PlwImportFate fate)
{
  switch (fate)
    {
    case PLW_IMPORT_FATE_ADDED:
      return _ ("new");
    case PLW_IMPORT_FATE_CHANGED:
      return _ ("changed");
    case PLW_IMPORT_FATE_SAME:
      return _ ("as it was");
    case PLW_IMPORT_FATE_BLANK:
      return _ ("left out: blank");
    case PLW_IMPORT_FATE_TOTAL:
      return _ ("left out: a total");
    case PLW_IMPORT_FATE_NONE:
    default:
      return _ ("not read");
    }
}

/* From the findings: another run may be under way. */
static PlwImportFate
get_fate (PlwuImportPreview *self, guint row)
{
  return (PlwImportFate) self->findings->fates->data[row];
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return (guint) plw_import_n_rows (PLWU_IMPORT_PREVIEW (model)->source->import);
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return N_LEADING + PLWU_IMPORT_PREVIEW (model)->columns->len;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return N_LEADING;
}

static size_t
get_column (PlwuImportPreview *self, guint column)
{
  return column < N_LEADING ? SIZE_MAX : g_array_index (self->columns, size_t, column - N_LEADING);
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (model);

  if (column < N_LEADING)
    return g_strdup (column == COLUMN_NUMBER ? _ ("Row") : _ ("Comes in"));

  g_autofree char *letter = plw_import_letter (get_column (self, column));

  return g_strdup_printf ("%s: %s", letter,
                          plwu_label_column (self->source->plan, plw_import_table (self->source->import),
                                             g_array_index (self->fields, size_t, column - N_LEADING)));
}

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (model);
  const PlwImport *import = self->source->import;
  g_autofree char *title = get_column_title (model, column);
  glong width = MAX (WIDTH_LEAST, g_utf8_strlen (title, -1));

  if (column == COLUMN_FATE)
    for (int fate = PLW_IMPORT_FATE_NONE; fate <= PLW_IMPORT_FATE_TOTAL; fate++)
      width = MAX (width, g_utf8_strlen (name_fate ((PlwImportFate) fate), -1));
  for (size_t i = 0; column >= N_LEADING && i < MIN (plw_import_n_rows (import), MEASURED_ROWS); i++)
    width = MAX (width, g_utf8_strlen (plw_import_cell (import, i, get_column (self, column)), -1));
  return (int) MIN (width, WIDTH_MOST);
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (model);

  return column >= N_LEADING
         && plw_import_kind (self->source->import, get_column (self, column)) == PLW_IMPORT_NUMBER;
}

static const PlwProblem *
get_problem (PlwuImportPreview *self, guint row, guint column)
{
  size_t number = plw_import_row_number (self->source->import, row);

  if (column == COLUMN_NUMBER)
    return NULL;
  return plwu_import_findings_get_mark (self->findings, number, get_column (self, column));
}

static char *
get_text (PlwuImportPreview *self, guint row, guint column)
{
  const PlwImport *import = self->source->import;

  if (column == COLUMN_NUMBER)
    return g_strdup_printf ("%zu", plw_import_row_number (import, row));
  if (column == COLUMN_FATE)
    return g_strdup (name_fate (get_fate (self, row)));

  char *text = g_strdup (plw_import_cell (import, row, get_column (self, column)));

  return g_strdelimit (text, "\n\r\t", ' ');
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (model);
  const PlwProblem *problem = get_problem (self, row, column);
  PlwImportFate fate = get_fate (self, row);
  gboolean comes_in = fate == PLW_IMPORT_FATE_ADDED || fate == PLW_IMPORT_FATE_CHANGED;

  ret_cell->text = get_text (self, row, column);
  ret_cell->kind = comes_in && column != COLUMN_NUMBER ? PLWU_SHEET_LOCKED : PLWU_SHEET_DERIVED;
  ret_cell->is_warning = problem != NULL;
  ret_cell->is_negative = problem != NULL && problem->severity == PLW_SEVERITY_ERROR;
  if (problem != NULL)
    ret_cell->tooltip = g_strdup (problem->what);
  else if (g_utf8_strlen (ret_cell->text, -1) > WIDTH_MOST)
    ret_cell->tooltip = g_strdup (ret_cell->text);
}

static char *
describe (PlwuSheetModel *model, guint row, guint column)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (model);
  const PlwProblem *problem = get_problem (self, row, column);
  g_autofree char *text = get_text (self, row, column);
  g_autofree char *title = get_column_title (model, column);
  g_autofree char *place = g_strdup_printf (_ ("Row %zu"), plw_import_row_number (self->source->import, row));
  const char *shown = *text != '\0' ? text : _ ("empty");

  if (problem == NULL)
    return g_strdup_printf ("%s, %s, %s", place, title, shown);
  return g_strdup_printf ("%s, %s, %s, %s: %s", place, title, shown,
                          problem->severity == PLW_SEVERITY_ERROR ? _ ("error") : _ ("warning"),
                          problem->what);
}

static void
plwu_import_preview_sheet_init (PlwuSheetModelInterface *iface)
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
plwu_import_preview_finalize (GObject *object)
{
  PlwuImportPreview *self = PLWU_IMPORT_PREVIEW (object);

  plwu_import_source_unref (self->source);
  g_array_unref (self->columns);
  g_array_unref (self->fields);

  G_OBJECT_CLASS (plwu_import_preview_parent_class)->finalize (object);
}

static void
plwu_import_preview_class_init (PlwuImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_import_preview_finalize;
}

static void
plwu_import_preview_init (PlwuImportPreview *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (size_t));
  self->fields = g_array_new (FALSE, FALSE, sizeof (size_t));
}

PlwuSheetModel *
plwu_import_preview_new (PlwuImportSource *source, const PlwuImportFindings *findings)
{
  PlwuImportPreview *self = g_object_new (PLWU_TYPE_IMPORT_PREVIEW, NULL);
  PlwTableId table = plw_import_table (source->import);

  self->source = plwu_import_source_ref (source);
  self->findings = findings;
  for (size_t column = 0; column < plw_import_n_columns (source->import); column++)
    {
      const char *name = plw_import_mapped (source->import, column);

      for (size_t field = 0; name != NULL && field < plw_plan_n_columns (source->plan, table); field++)
        if (g_strcmp0 (plw_plan_column_name (source->plan, table, field), name) == 0)
          {
            g_array_append_val (self->columns, column);
            g_array_append_val (self->fields, field);
          }
    }
  return PLWU_SHEET_MODEL (self);
}

gboolean
plwu_import_preview_find (PlwuImportPreview *self,
                          const PlwProblem *problem,
                          guint *ret_row,
                          guint *ret_column)
{
  const PlwImport *import = self->source->import;

  for (size_t row = 0; row < plw_import_n_rows (import); row++)
    {
      if (plw_import_row_number (import, row) != problem->file_row)
        continue;
      *ret_row = (guint) row;
      *ret_column = COLUMN_FATE;
      for (guint i = 0; i < self->columns->len; i++)
        if (g_array_index (self->columns, size_t, i) == problem->file_column)
          *ret_column = N_LEADING + i;
      return TRUE;
    }
  return FALSE;
}
