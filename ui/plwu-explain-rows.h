/* plwu-explain-rows.h: what the explain panel is made of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plwu-explanation.h"

G_BEGIN_DECLS

/**
 * plwu_explain_row_new_text:
 * Returns: (transfer floating): a heading, a sentence, or a label with its figure
 */
GtkWidget *plwu_explain_row_new_text (const PlwuExplanationItem *item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_row_new_link:
 * @is_shown: whether it is the figure explained already
 *
 * Returns: (transfer floating): a row of a list that leads to another figure
 */
GtkWidget *plwu_explain_row_new_link (const PlwuExplanationItem *item,
                                      gboolean is_shown) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_explain_row_new_place:
 * Returns: (transfer floating): a button that leads to a cell of a table of @plan
 */
GtkWidget *plwu_explain_row_new_place (const PlwuExplanationItem *item,
                                       const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
