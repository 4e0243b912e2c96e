/* plwu-figures-model.h: a table of figures made from results, to be read and copied.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_FIGURES_MODEL (plwu_figures_model_get_type ())

/**
 * PlwuFiguresModel:
 *
 * Pages fill it row by row: clear, add rows, set cells, done. Its columns stay.
 */
G_DECLARE_FINAL_TYPE (PlwuFiguresModel, plwu_figures_model, PLWU, FIGURES_MODEL, GObject)

/**
 * PlwuFiguresColumn:
 * @width_chars: in average characters
 */
typedef struct
{
  const char *title;
  int width_chars;
  gboolean is_numeric;
} PlwuFiguresColumn;

/**
 * plwu_figures_model_new:
 * @columns: (array length=n_columns): titles are translated
 * @n_frozen: leading columns that stay in view
 */
PlwuFiguresModel *plwu_figures_model_new (guint n_columns,
                                          const PlwuFiguresColumn *columns,
                                          guint n_frozen) G_GNUC_WARN_UNUSED_RESULT;

void plwu_figures_model_clear (PlwuFiguresModel *self);

/**
 * plwu_figures_model_add_row:
 * @kind: of all its cells; none can be typed into
 * Returns: its number
 */
guint plwu_figures_model_add_row (PlwuFiguresModel *self, PlwuSheetKind kind);

/**
 * plwu_figures_model_set:
 * @text: (transfer full)
 * @is_negative: shown as negative figures are
 *
 * Sheets see it after plwu_figures_model_done() or plwu_sheet_model_changed().
 */
void plwu_figures_model_set (PlwuFiguresModel *self,
                             guint row,
                             guint column,
                             char *text,
                             gboolean is_negative);
void plwu_figures_model_done (PlwuFiguresModel *self);

G_END_DECLS
