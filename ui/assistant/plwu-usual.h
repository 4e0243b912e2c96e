/* plwu-usual.h: the lists of what plans usually hold: partners, lines, pots, assumptions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlwuUsual PlwuUsual;

/**
 * plwu_usual_get:
 * @name: `partners`, `lines`, `pots` or `drivers`: a table of ui/assistant/usual
 * Returns: (transfer none): the list; read once and kept
 */
const PlwuUsual *plwu_usual_get (const char *name);

guint plwu_usual_n_rows (const PlwuUsual *self);
gboolean plwu_usual_has_field (const PlwuUsual *self, const char *field);

/**
 * plwu_usual_text:
 * @field: a column of the list
 * Returns: (transfer none): "" for an empty cell
 */
const char *plwu_usual_text (const PlwuUsual *self, guint row, const char *field);

/**
 * plwu_usual_find:
 * @ret_row: (out): the first row with @text in @field, whatever its case
 */
gboolean plwu_usual_find (const PlwuUsual *self, const char *field, const char *text, guint *ret_row);

G_END_DECLS
