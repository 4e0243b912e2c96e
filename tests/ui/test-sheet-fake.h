/* test-sheet-fake.h: a model of figures kept in memory, for the tests of sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define FAKE_TYPE_MODEL (fake_model_get_type ())

G_DECLARE_FINAL_TYPE (FakeModel, fake_model, FAKE, MODEL, GObject)

struct _FakeModel
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;  /* the first holds names */
  gint64 *figures;  /* owned; pence; n_rows times n_columns */
  guint n_gestures; /* calls of set_cells that changed something: one undo step each */
  PlwuSheetGesture last_gesture;
  gboolean is_broken; /* refuse every gesture */
};

/* Row r, column c holds r * 100 + c pounds. Column 1 is locked; row 3 is computed. */
FakeModel *fake_model_new (guint n_rows, guint n_columns);
gint64 fake_model_get (FakeModel *self, guint row, guint column);
void fake_model_put (FakeModel *self, guint row, guint column, gint64 pence);

G_END_DECLS
