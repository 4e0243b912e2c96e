/* test-sheet-fake.c: a model of figures kept in memory, for the tests of sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sheet-fake.h"

#include <placewright/number.h>
#include <placewright/year.h>

static void fake_model_sheet_init (PlwuSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeModel,
                               fake_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLWU_TYPE_SHEET_MODEL, fake_model_sheet_init))

#define CLEARED G_MININT64

static gint64 *
get_place (FakeModel *self, guint row, guint column)
{
  g_assert_cmpuint (row, <, self->n_rows);
  g_assert_cmpuint (column, <, self->n_columns);

  return &self->figures[row * self->n_columns + column];
}

static PlwuSheetKind
get_kind (FakeModel *self, guint row, guint column)
{
  if (row == self->n_rows)
    return PLWU_SHEET_TOTAL;
  if (column <= 1)
    return PLWU_SHEET_LOCKED;
  if (row == 3)
    return PLWU_SHEET_DERIVED;
  if (row == 5)
    return PLWU_SHEET_INHERITED;
  if (row == 6)
    return PLWU_SHEET_OVERRIDDEN;

  return PLWU_SHEET_EDITABLE;
}

static guint
count_rows (PlwuSheetModel *model)
{
  return FAKE_MODEL (model)->n_rows;
}

static guint
count_columns (PlwuSheetModel *model)
{
  return FAKE_MODEL (model)->n_columns;
}

static guint
count_frozen (PlwuSheetModel *model)
{
  return 1;
}

static char *
get_title (PlwuSheetModel *model, guint column)
{
  if (column == 0)
    return g_strdup ("Line");

  return plw_year_to_text (2024 + (int) column);
}

static int
get_width (PlwuSheetModel *model, guint column)
{
  return column == 0 ? 20 : 10;
}

static gboolean
is_numeric (PlwuSheetModel *model, guint column)
{
  return column > 0;
}

static gint64
add_up (FakeModel *self, guint column)
{
  gint64 total = 0;

  for (guint i = 0; i < self->n_rows; i++)
    if (*get_place (self, i, column) != CLEARED)
      total += *get_place (self, i, column);

  return total;
}

static void
get_cell (PlwuSheetModel *model, guint row, guint column, PlwuSheetCell *ret_cell)
{
  FakeModel *self = FAKE_MODEL (model);

  ret_cell->kind = get_kind (self, row, column);
  if (column == 0)
    {
      ret_cell->text = row == self->n_rows ? g_strdup ("Total") : g_strdup_printf ("Line %u", row);
      return;
    }

  gint64 pence = row == self->n_rows ? add_up (self, column) : *get_place (self, row, column);

  ret_cell->text = pence == CLEARED ? NULL : plw_pence_show (pence, PLW_UNIT_POUNDS);
  ret_cell->is_negative = pence != CLEARED && pence < 0;
  if (ret_cell->kind == PLWU_SHEET_OVERRIDDEN)
    ret_cell->tooltip = g_strdup ("Base case: 1");
}

static char *
get_edit_text (PlwuSheetModel *model, guint row, guint column)
{
  FakeModel *self = FAKE_MODEL (model);

  if (column == 0 || row == self->n_rows)
    return NULL;

  gint64 pence = *get_place (self, row, column);

  return pence == CLEARED ? g_strdup ("") : plw_pence_to_plain_text (pence);
}

/* `*3` multiplies what is there; all else is an amount. */
static gboolean
parse (FakeModel *self, guint row, guint column, const char *text, gint64 *ret_pence, GError **error)
{
  if (*text == '*')
    {
      *ret_pence = *get_place (self, row, column) * g_ascii_strtoll (text + 1, NULL, 10);
      return TRUE;
    }

  return plw_pence_parse (text, PLW_PARSE_ENTRY, ret_pence, error);
}

static void
set_cell (FakeModel *self, guint row, guint column, const char *text, PlwuSheetOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  gint64 pence = CLEARED;

  if (!plwu_sheet_kind_can_change (get_kind (self, row, column)))
    outcome->n_read_only++;
  else if (*text != '\0' && !parse (self, row, column, text, &pence, &error))
    {
      outcome->n_not_understood++;
      if (outcome->detail == NULL)
        outcome->detail = g_strdup (error->message);
    }
  else if (*get_place (self, row, column) != pence)
    {
      *get_place (self, row, column) = pence;
      outcome->n_changed++;
    }
}

static gboolean
set_cells (PlwuSheetModel *model,
           PlwuSheetGesture gesture,
           guint first_row,
           guint first_column,
           guint n_rows,
           guint n_columns,
           const char *const *texts,
           PlwuSheetOutcome *ret_outcome,
           GError **error)
{
  FakeModel *self = FAKE_MODEL (model);

  if (self->is_broken)
    {
      g_set_error (error, PLW_ERROR, PLW_ERROR_IO, "The plan could not be saved");
      return FALSE;
    }

  for (guint i = 0; i < n_rows * n_columns; i++)
    if (texts[i] != NULL)
      set_cell (self, first_row + i / n_columns, first_column + i % n_columns, texts[i], ret_outcome);

  if (ret_outcome->n_changed > 0)
    self->n_gestures++;
  self->last_gesture = gesture;
  plwu_sheet_model_changed (model, first_row, n_rows);

  return TRUE;
}

static gboolean
has_total_row (PlwuSheetModel *model)
{
  return TRUE;
}

static void
fake_model_sheet_init (PlwuSheetModelInterface *iface)
{
  iface->n_rows = count_rows;
  iface->n_columns = count_columns;
  iface->n_frozen = count_frozen;
  iface->column_title = get_title;
  iface->column_width_chars = get_width;
  iface->column_is_numeric = is_numeric;
  iface->cell = get_cell;
  iface->edit_text = get_edit_text;
  iface->set_cells = set_cells;
  iface->has_total_row = has_total_row;
}

static void
fake_model_finalize (GObject *object)
{
  g_free (FAKE_MODEL (object)->figures);
  G_OBJECT_CLASS (fake_model_parent_class)->finalize (object);
}

static void
fake_model_class_init (FakeModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fake_model_finalize;
}

static void
fake_model_init (FakeModel *self)
{
}

FakeModel *
fake_model_new (guint n_rows, guint n_columns)
{
  FakeModel *self = g_object_new (FAKE_TYPE_MODEL, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->figures = g_new (gint64, n_rows * n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    self->figures[i] = (i / n_columns * 100 + i % n_columns) * 100;

  return self;
}

gint64
fake_model_get (FakeModel *self, guint row, guint column)
{
  return *get_place (self, row, column);
}

void
fake_model_put (FakeModel *self, guint row, guint column, gint64 pence)
{
  *get_place (self, row, column) = pence;
}
