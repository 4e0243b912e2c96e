/* result-private.h: what an evaluation found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"
#include "engine/need.h"

G_BEGIN_DECLS

struct _PlwResult
{
  PlwPlan *plan; /* owned; uses and pots point into it */
  char *scenario;
  char *policy;
  size_t n_years;
  int first_year;

  PlwUse *uses;
  size_t n_uses;
  PlwPotYears *pots;
  size_t n_pots;
  GArray *flows;    /* of PlwFlow */
  int64_t *figures; /* every array of uses and pots, one block */
  int64_t *sums;    /* [PlwSum][year] */

  /* Movements of the bridge, [line][year][PlwNeedPart]: pence that add up. */
  int64_t *movements;
};

/* Room for the figures of @model. */
PlwResult *plw_result_new (PlwPlan *plan, const PlwModel *model, const char *scenario, const char *policy)
    G_GNUC_WARN_UNUSED_RESULT;

/* Fills the pots' accounts from what was received and spent. */
void plw_result_account (PlwResult *result, const PlwModel *model);

/* Fills the sums; the rest of the result must be there. */
void plw_result_summarise (PlwResult *result, const PlwModel *model);

/* Adds the warnings that show only in a result. */
void plw_result_warn (const PlwResult *result, const PlwModel *model, PlwProblems *problems);

/* Of opening, what is spendable in each year: the first pounds received fill
 * the minimum balance and are withheld.
 */
void plw_pot_inflow (const PlwPot *pot, size_t n_years, int64_t *ret_inflow);

G_END_DECLS
