/* result-private.h: what an evaluation found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/need.h"
#include "engine/prevention.h"
#include "engine/study-private.h"

#include <placewright/prevention.h>

G_BEGIN_DECLS

struct _PlwResult
{
  PlwStudy *study;     /* a reference: uses and pots point into its plan */
  const PlwPlan *plan; /* the study's */
  char *policy;
  uint8_t *freedoms; /* by pot: what the policy frees it from (links.h) */
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
  int64_t *spilled; /* [line][year]: the rise in volume, in PLW_FINE */

  PlwPrevention *prevention; /* NULL where no programme has an effect */
  PlwProgramme *programmes;  /* and all of them together at the end */
  size_t n_programmes;
  PlwEffectYears *effects;
  size_t n_effects;
  PlwPartnerYears *partners; /* [programme, and all of them][partner] */
  size_t n_partners;
  int64_t *programme_figures; /* every array of the three above, one block */
  double *programme_shares;
  double *present_values; /* by year; see plw_present_values() */
};

/* Room for the figures of @study. */
PlwResult *plw_result_new (PlwStudy *study, const char *policy) G_GNUC_WARN_UNUSED_RESULT;

/* Room for what plw_forward_needs() fills: the uses' figures. */
PlwResult *plw_result_new_needs (PlwStudy *study) G_GNUC_WARN_UNUSED_RESULT;

/* Fills the pots' accounts from what was received and spent. */
void plw_result_account (PlwResult *result, const PlwModel *model);

/* Fills the sums; the rest of the result must be there. */
void plw_result_summarise (PlwResult *result, const PlwModel *model);

/* Fills programmes, effects and partners; pots' accounts must be there. */
void plw_result_appraise (PlwResult *result, const PlwModel *model);

/* Fills the arrays of @partners, which has n_partners for each programme and for
 * all of them together; the programmes' effects must be there. */
void plw_result_split (PlwResult *result, const PlwModel *model);

/* Fills the programme's appraisal from its arrays. */
void plw_programme_appraise (const PlwResult *result, PlwProgramme *programme);

/* The number of the first flow that is not before these; flows go by year, pot, use. */
size_t plw_result_find_flow (const PlwResult *result, size_t year, size_t pot, size_t use);

/* What a pot paid for a use in a year. Pence. */
int64_t plw_result_flow_pence (const PlwResult *result, size_t pot, size_t use, size_t year);

/* A line's need in the base year; nothing for other uses. Pence. */
int64_t plw_result_base_need (const PlwResult *result, size_t use);

/* By year, what a pound of it is worth: discounted, at prices of the base year. */
double *plw_present_values (const PlwModel *model) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the warnings that show only in a result. */
void plw_result_warn (const PlwResult *result, const PlwModel *model, PlwProblems *problems);

/* Of opening and received, what is spendable in each year: the first pounds fill
 * the minimum balance and are withheld, unless the pot is free from that.
 */
void plw_pot_inflow (const PlwPot *pot, size_t n_years, bool is_free, int64_t *ret_inflow);

G_END_DECLS
