/* plwu-answer-model.h: a table of answers that can be read and copied, with totals and signs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

/**
 * PlwuAnswerColumn:
 * @is_figure: set flush with the end
 */
typedef struct
{
  const char *title;
  int width_chars;
  gboolean is_figure;
} PlwuAnswerColumn;

#define PLWU_TYPE_ANSWER_MODEL (plwu_answer_model_get_type ())

G_DECLARE_FINAL_TYPE (PlwuAnswerModel, plwu_answer_model, PLWU, ANSWER_MODEL, GObject)

/**
 * plwu_answer_model_new:
 * @columns: copied
 * @n_frozen: leading columns that stay in view
 */
PlwuAnswerModel *plwu_answer_model_new (guint n_columns,
                                        const PlwuAnswerColumn *columns,
                                        guint n_frozen) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_answer_model_add_row:
 * @texts: (transfer full): one for each column
 * @spoken: (transfer full) (nullable): the row in a sentence, for screen readers
 */
void plwu_answer_model_add_row (PlwuAnswerModel *self, GStrv texts, char *spoken);

/**
 * plwu_answer_model_set_total:
 * @texts: (transfer full): pinned at the bottom
 */
void plwu_answer_model_set_total (PlwuAnswerModel *self, GStrv texts);

G_END_DECLS
