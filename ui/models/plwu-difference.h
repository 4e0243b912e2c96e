/* plwu-difference.h: which rows and cells tell two states of a plan apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include <placewright/plan.h>

G_BEGIN_DECLS

/**
 * PlwuDifference:
 * @table: (element-type GStrv): for people, titles first: table, row, column, before, after
 * @places: of #PlwuDifferencePlace: where each row of it leads to
 * @n_cells, @n_added, @n_removed: how many there are in all, whatever is listed
 */
typedef struct
{
  GPtrArray *table;
  GArray *places;
  guint n_cells;
  guint n_added;
  guint n_removed;
} PlwuDifference;

/**
 * PlwuDifferencePlace:
 * @row: of a plan: its identity
 */
typedef struct
{
  PlwTableId table;
  PlwRowId row;
  size_t column;
} PlwuDifferencePlace;

/**
 * plwu_difference_new:
 *
 * Rows are the same where their identities are; that some stand in another order
 * is no difference for people.
 */
PlwuDifference *plwu_difference_new (const PlwPlan *before, const PlwPlan *after) G_GNUC_WARN_UNUSED_RESULT;
void plwu_difference_free (PlwuDifference *self);

/**
 * plwu_difference_describe:
 * Returns: (transfer full): `12 cells changed, 1 row added: Pots 8, Services 5`
 */
char *plwu_difference_describe (const PlwuDifference *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuDifference, plwu_difference_free)

G_END_DECLS
