/* plwu-pot-cliffs.h: the pots of a result whose money ends before the plan does.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-cliffs.h"

G_BEGIN_DECLS

/**
 * PlwuPotCliffs:
 * @rows: (element-type PlwuCliffRow)
 * @pots: (element-type size_t): the pot of each row, as in plw_result_pot()
 */
typedef struct
{
  GArray *rows;
  GArray *pots;
} PlwuPotCliffs;

PlwuPotCliffs *plwu_pot_cliffs_new (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;
void plwu_pot_cliffs_free (PlwuPotCliffs *self);

/**
 * plwu_pot_cliffs_show:
 * @ret_pots: (nullable) (element-type size_t): becomes the pot of each row given
 */
void plwu_pot_cliffs_show (PlwuCliffs *drawing, const PlwResult *result, GArray *ret_pots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlwuPotCliffs, plwu_pot_cliffs_free)

G_END_DECLS
