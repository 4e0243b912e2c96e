/* plwu-draft-plan.h: rows of a plan made from a draft, for the files that make them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-draft.h"

G_BEGIN_DECLS

/**
 * PlwuDraftMaker:
 * @first: the first plan year
 */
typedef struct
{
  PlwuDraft *draft;
  PlwPlan *plan;
  int first;
  int n_years;
} PlwuDraftMaker;

size_t plwu_draft_maker_add (PlwuDraftMaker *self, PlwTableId table);

/**
 * plwu_draft_maker_put:
 * @text: as plan folders hold it; "" leaves the cell empty
 */
void plwu_draft_maker_put (PlwuDraftMaker *self,
                           PlwTableId table,
                           size_t row,
                           size_t column,
                           const char *text);

/**
 * plwu_draft_maker_assume:
 *
 * Says of a row that its figures are assumed, and why.
 */
void plwu_draft_maker_assume (PlwuDraftMaker *self, PlwTableId table, size_t row, const char *note);

/* plwu-draft-plan-pots.c */
void plwu_draft_maker_add_pots (PlwuDraftMaker *self);

G_END_DECLS
