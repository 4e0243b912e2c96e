/* result-rows.h: a result table read back from its CSV text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/number.h>

G_BEGIN_DECLS

/**
 * result_rows:
 * @header: the columns that must be there, as the first line has them
 *
 * Returns: (transfer full) (element-type GStrv): the cells of the rows. The cells of these tables are codes
 *   and numbers: none is quoted.
 */
GPtrArray *result_rows (const char *text, const char *header) G_GNUC_WARN_UNUSED_RESULT;

/**
 * result_sum:
 * @filter: (array length=n_cells): what the first cells must be; NULL: anything
 *
 * Returns: pence: the sum of the last cells of all rows that fit
 */
int64_t result_sum (const GPtrArray *rows, const char *const *filter, size_t n_cells);

G_END_DECLS
