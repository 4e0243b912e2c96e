/* plwu-answers.h: a sentence and, below it, figures by year that can be explained.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include <placewright/explain.h>

#include "models/plwu-answer-model.h"
#include "sheet/plwu-sheet.h"

G_BEGIN_DECLS

#define PLWU_TYPE_ANSWERS (plwu_answers_get_type ())

/**
 * PlwuAnswers:
 *
 * Signals: "selection-changed": somebody moved the cursor.
 */
G_DECLARE_FINAL_TYPE (PlwuAnswers, plwu_answers, PLWU, ANSWERS, AdwBin)

/**
 * plwu_answers_new:
 * @label: what the figures are, for screen readers
 * @first_year: the column of the plan's first year
 */
GtkWidget *plwu_answers_new (const char *label, guint first_year);

/**
 * plwu_answers_set:
 * @sentence: (transfer full): what the figures say
 * @model: (transfer full)
 * @figures: (transfer full) (element-type PlwFigure): the figure of each row, in the
 *   plan's first year; of the kind %PLW_N_FIGURE_KINDS where there is none to explain
 *
 * The cursor stays where it is.
 */
void plwu_answers_set (PlwuAnswers *self, char *sentence, PlwuAnswerModel *model, GArray *figures);

/**
 * plwu_answers_get_figure:
 * @ret_figure: (out): the figure under the cursor
 */
gboolean plwu_answers_get_figure (PlwuAnswers *self, PlwFigure *ret_figure);

const char *plwu_answers_get_sentence (PlwuAnswers *self);

/**
 * plwu_answers_get_sheet:
 * Returns: (transfer none): the figures themselves
 */
PlwuSheet *plwu_answers_get_sheet (PlwuAnswers *self);

G_END_DECLS
