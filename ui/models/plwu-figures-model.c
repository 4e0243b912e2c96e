/* plwu-figures-model.c: a table of figures made from results, to be read and copied.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-figures-model.h"

#include <glib/gi18n.h>

typedef struct
{
  PlwuSheetKind kind;
  char **texts; /* owned; one for each column */
  gboolean *negatives;
} Row;

struct _PlwuFiguresModel
{
  GObject parent_instance;

  /* Owned */
  PlwuFiguresColumn *columns;
  GArray *rows; /* of Row */

  guint n_columns;
  guint n_frozen;
};

static void plwu_figures_model_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuFiguresModel,
                               plwu_figures_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_figures_model_sheet_init))

static Row *
get_row (PlwuFiguresModel *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return PLWU_FIGURES_MODEL (model)->rows->len;
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return PLWU_FIGURES_MODEL (model)->n_columns;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return PLWU_FIGURES_MODEL (model)->n_frozen;
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  return g_strdup (_ (PLWU_FIGURES_MODEL (model)->columns[column].title));
}

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  return PLWU_FIGURES_MODEL (model)->columns[column].width_chars;
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  return PLWU_FIGURES_MODEL (model)->columns[column].is_numeric;
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  const Row *held = get_row (PLWU_FIGURES_MODEL (model), row);

  ret_cell->kind = held->kind;
  ret_cell->text = g_strdup (held->texts[column] != NULL ? held->texts[column] : "");
  ret_cell->is_negative = held->negatives[column];
}

static void
plwu_figures_model_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
}

/* The texts are counted by the number of columns, not by a NULL at the end. */
static void
clear_rows (PlwuFiguresModel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      for (guint j = 0; j < self->n_columns; j++)
        g_free (row->texts[j]);
      g_free (row->texts);
      g_free (row->negatives);
    }
  g_array_set_size (self->rows, 0);
}

static void
plwu_figures_model_finalize (GObject *object)
{
  PlwuFiguresModel *self = PLWU_FIGURES_MODEL (object);

  clear_rows (self);
  g_array_unref (self->rows);
  g_free (self->columns);

  G_OBJECT_CLASS (plwu_figures_model_parent_class)->finalize (object);
}

static void
plwu_figures_model_class_init (PlwuFiguresModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_figures_model_finalize;
}

static void
plwu_figures_model_init (PlwuFiguresModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

PlwuFiguresModel *
plwu_figures_model_new (guint n_columns, const PlwuFiguresColumn *columns, guint n_frozen)
{
  g_return_val_if_fail (n_columns > 0 && columns != NULL, NULL);

  PlwuFiguresModel *self = g_object_new (PLWU_TYPE_FIGURES_MODEL, NULL);

  self->n_columns = n_columns;
  self->n_frozen = n_frozen;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);

  return self;
}

void
plwu_figures_model_clear (PlwuFiguresModel *self)
{
  g_return_if_fail (PLWU_IS_FIGURES_MODEL (self));

  clear_rows (self);
}

guint
plwu_figures_model_add_row (PlwuFiguresModel *self, PlwuSheetKind kind)
{
  g_return_val_if_fail (PLWU_IS_FIGURES_MODEL (self), 0);
  g_return_val_if_fail (!plwu_sheet_kind_can_change (kind), 0);

  Row row = { kind, g_new0 (char *, self->n_columns), g_new0 (gboolean, self->n_columns) };

  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

void
plwu_figures_model_set (PlwuFiguresModel *self, guint row, guint column, char *text, gboolean is_negative)
{
  g_return_if_fail (PLWU_IS_FIGURES_MODEL (self));
  g_return_if_fail (row < self->rows->len && column < self->n_columns);

  Row *held = get_row (self, row);

  g_free (held->texts[column]);
  held->texts[column] = text;
  held->negatives[column] = is_negative;
}

void
plwu_figures_model_done (PlwuFiguresModel *self)
{
  g_return_if_fail (PLWU_IS_FIGURES_MODEL (self));

  plwu_sheet_model_reset (PLWU_SHEET_MODEL (self));
}
