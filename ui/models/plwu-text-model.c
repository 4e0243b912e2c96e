/* plwu-text-model.c: a table of texts that can be read and copied.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plwu-text-model.h"

#include <string.h>

struct _PlwuTextModel
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *table; /* of GStrv; the first holds the titles */
};

static void plwu_text_model_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlwuTextModel,
                               plwu_text_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, plwu_text_model_sheet_init))

static GStrv
get_row (PlwuTextModel *self, guint row)
{
  return g_ptr_array_index (self->table, row);
}

static guint
get_n_rows (PlwuSheetModel *model)
{
  return PLWU_TEXT_MODEL (model)->table->len - 1;
}

static guint
get_n_columns (PlwuSheetModel *model)
{
  return g_strv_length (get_row (PLWU_TEXT_MODEL (model), 0));
}

static guint
get_n_frozen (PlwuSheetModel *model)
{
  return 1;
}

static char *
get_column_title (PlwuSheetModel *model, guint column)
{
  return g_strdup (get_row (PLWU_TEXT_MODEL (model), 0)[column]);
}

/* Columns of sentences may be wide, but not wider than one reads at a glance. */
#define WIDTH_MOST 48

static int
get_column_width_chars (PlwuSheetModel *model, guint column)
{
  PlwuTextModel *self = PLWU_TEXT_MODEL (model);
  glong width = 8;

  for (guint i = 0; i < self->table->len; i++)
    if (column < g_strv_length (get_row (self, i)))
      width = MAX (width, g_utf8_strlen (get_row (self, i)[column], -1));

  /* Letters are narrower than the figures that columns are measured by. */
  return (int) MIN (width * 7 / 8 + 2, WIDTH_MOST);
}

static gboolean
is_figure (const char *text)
{
  if (*text == '-' || *text == '+')
    text++;
  if (g_str_has_prefix (text, "£"))
    text += strlen ("£");
  return g_ascii_isdigit (*text) && text[strspn (text, "0123456789,.%kmbn")] == '\0';
}

static gboolean
is_column_numeric (PlwuSheetModel *model, guint column)
{
  PlwuTextModel *self = PLWU_TEXT_MODEL (model);

  return column > 0 && self->table->len > 1 && is_figure (get_row (self, 1)[column]);
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  GStrv texts = get_row (PLWU_TEXT_MODEL (model), row + 1);

  ret_cell->kind = PLWU_SHEET_DERIVED;
  ret_cell->text = g_strdup (column < g_strv_length (texts) ? texts[column] : "");
  if (g_utf8_strlen (ret_cell->text, -1) > WIDTH_MOST)
    ret_cell->tooltip = g_strdup (ret_cell->text);
}

static void
plwu_text_model_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = get_n_rows;
  iface->n_columns = get_n_columns;
  iface->n_frozen = get_n_frozen;
  iface->column_title = get_column_title;
  iface->column_width_chars = get_column_width_chars;
  iface->column_is_numeric = is_column_numeric;
  iface->cell = get_cell;
}

static void
plwu_text_model_finalize (GObject *object)
{
  g_ptr_array_unref (PLWU_TEXT_MODEL (object)->table);

  G_OBJECT_CLASS (plwu_text_model_parent_class)->finalize (object);
}

static void
plwu_text_model_class_init (PlwuTextModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plwu_text_model_finalize;
}

static void
plwu_text_model_init (PlwuTextModel *self)
{
}

PlwuSheetModel *
plwu_text_model_new (GPtrArray *table)
{
  g_return_val_if_fail (table != NULL && table->len > 0, NULL);

  PlwuTextModel *self = g_object_new (PLWU_TYPE_TEXT_MODEL, NULL);

  self->table = g_ptr_array_ref (table);

  return PLWU_SHEET_MODEL (self);
}
