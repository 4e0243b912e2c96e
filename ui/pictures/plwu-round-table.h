/* plwu-round-table.h: tables rounded so that rows and columns both add up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plwu_round_table:
 * @pence: @n_rows times @n_columns figures, row by row
 * @step: pence in one step of the printed unit
 * @ret_steps: (out caller-allocates): the same figures in steps
 *
 * Controlled rounding: each figure goes to a whole step next to it, and so do
 * the sums of every row, of every column and of the whole; whole steps stay as
 * they are. As there is a choice, the sum of the whole goes to the nearest,
 * then the sums of columns and of rows, then the figures, as far as they can.
 */
void plwu_round_table (const gint64 *pence, guint n_rows, guint n_columns, gint64 step, gint64 *ret_steps);

G_END_DECLS
