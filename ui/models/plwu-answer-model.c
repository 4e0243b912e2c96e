/* plwu-answer-model.c: a table of answers that can be read and copied, with totals and signs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-answer-model.h"

struct _PlwuAnswerModel
{
  GObject parent_instance;

  /* Owned */
  GArray *columns; /* of PlwuAnswerColumn, titles owned */
  GPtrArray *rows; /* of GStrv */
  GPtrArray *spoken;
  GStrv total; /* (nullable) */

  guint n_frozen;
};

static void plwu_answer_model_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuAnswerModel,
                               plwu_answer_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_answer_model_sheet_init))

static const PlwuAnswerColumn *
get_column (PlwuSheetModel *model, guint column)
{
  return &g_array_index (PLWU_ANSWER_MODEL (model)->columns, PlwuAnswerColumn, column);
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return PLWU_ANSWER_MODEL (model)->rows->len;
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return PLWU_ANSWER_MODEL (model)->columns->len;
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return PLWU_ANSWER_MODEL (model)->n_frozen;
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  return g_strdup (get_column (model, column)->title);
}

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  return get_column (model, column)->width_chars;
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  return get_column (model, column)->is_figure;
}

static gboolean
has_total_row (PlwuSheetModel *model)
{
  return PLWU_ANSWER_MODEL (model)->total != NULL;
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  PlwuAnswerModel *self = PLWU_ANSWER_MODEL (model);
  gboolean is_total = row >= self->rows->len;
  GStrv texts = is_total ? self->total : g_ptr_array_index (self->rows, row);
  const char *text = texts[column];

  ret_cell->kind = is_total ? PLWU_SHEET_TOTAL : PLWU_SHEET_DERIVED;
  ret_cell->text = g_strdup (text);
  ret_cell->is_negative = get_column (model, column)->is_figure && *text == '-';
  if (g_utf8_strlen (text, -1) > get_column (model, column)->width_chars)
    ret_cell->tooltip = g_strdup (text);
}

static char *
describe (PlwuSheetModel *model, guint row, guint column)
{
  PlwuAnswerModel *self = PLWU_ANSWER_MODEL (model);
  gboolean is_total = row >= self->rows->len;
  GStrv texts = is_total ? self->total : g_ptr_array_index (self->rows, row);
  const char *spoken = is_total ? NULL : g_ptr_array_index (self->spoken, row);

  if (spoken != NULL)
    return g_strdup (spoken);
  return g_strdup_printf ("%s, %s, %s", texts[0], get_column (model, column)->title, texts[column]);
}

static void
plwu_answer_model_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
  iface->has_total_row = has_total_row;
  iface->describe = describe;
}

static void
plwu_answer_model_finalize (GObject *object)
{
  PlwuAnswerModel *self = PLWU_ANSWER_MODEL (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spoken);
  g_strfreev (self->total);

  G_OBJECT_CLASS (plwu_answer_model_parent_class)->finalize (object);
}

static void
plwu_answer_model_class_init (PlwuAnswerModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_answer_model_finalize;
}

static void
clear_column (gpointer data)
{
  PlwuAnswerColumn *column = data;

  g_free ((char *) column->title);
}

static void
plwu_answer_model_init (PlwuAnswerModel *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlwuAnswerColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->spoken = g_ptr_array_new_with_free_func (g_free);
}

PlwuAnswerModel *
plwu_answer_model_new (guint n_columns, const PlwuAnswerColumn *columns, guint n_frozen)
{
  g_return_val_if_fail (n_columns > 0 && columns != NULL, NULL);

  PlwuAnswerModel *self = g_object_new (PLWU_TYPE_ANSWER_MODEL, NULL);

  self->n_frozen = n_frozen;
  for (guint i = 0; i < n_columns; i++)
    {
      PlwuAnswerColumn column = columns[i];

      column.title = g_strdup (columns[i].title);
      g_array_append_val (self->columns, column);
    }
  return self;
}

void
plwu_answer_model_add_row (PlwuAnswerModel *self, GStrv texts, char *spoken)
{
  g_return_if_fail (PLWU_IS_ANSWER_MODEL (self));
  g_return_if_fail (g_strv_length (texts) == self->columns->len);

  g_ptr_array_add (self->rows, texts);
  g_ptr_array_add (self->spoken, spoken);
}

void
plwu_answer_model_set_total (PlwuAnswerModel *self, GStrv texts)
{
  g_return_if_fail (PLWU_IS_ANSWER_MODEL (self));
  g_return_if_fail (g_strv_length (texts) == self->columns->len);

  g_strfreev (self->total);
  self->total = texts;
}
