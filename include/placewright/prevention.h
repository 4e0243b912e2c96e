/* prevention.h: what programmes cost and save, and for whom.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 6 of the model. All money is whole pence, arrays are by plan year.
 * What a programme costs is what was spent on it: an unfunded part costs nothing
 * and, through the funded share, saves nothing.
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * PlwAppraisal: what a stream of costs and benefits is worth.
 * Present values are in real terms (prices of the base year, by the plan's
 * deflator) at the plan's discount rate, the first year undiscounted.
 *
 * @pv_cost, @pv_saved, @pv_released: pence
 * @npv: saved and released less cost
 * @benefit_cost_ratio: (saved + released) / cost; 0 where it costs nothing
 * @cashable_ratio: saved / cost; 0 where it costs nothing
 * @payback_year: the first year (2027 for 2027/28) in which what has been saved so far is at
 *   least what has been spent so far, undiscounted; 0 where none is in the plan
 * @valley_depth: pence: the most by which spending so far exceeds what has been saved so far
 * @valley_years: for how many years it does
 * @valley_close: the first year after the valley; 0 where it does not close in the plan
 * @is_carried: whether, in every year of the valley, the general reserve holds that much above its
 *   minimum
 */
typedef struct
{
  int64_t pv_cost;
  int64_t pv_saved;
  int64_t pv_released;
  int64_t npv;
  double benefit_cost_ratio;
  double cashable_ratio;
  int payback_year;
  int64_t valley_depth;
  int valley_years;
  int valley_close;
  bool is_carried;
} PlwAppraisal;

/**
 * PlwProgramme: a programme over the years; row SIZE_MAX is all of them together.
 * @cost: spent on it, revenue and capital
 * @saved: cash that lines and partners no longer need, after overlap
 * @released: capacity freed that brings no cash
 * @overlap: what programmes on the same line would both have claimed
 * @funded_share: of its need, 1 where it needs nothing
 */
typedef struct
{
  size_t row;
  const char *code;
  const char *name;
  const char *partner;
  int64_t *need;
  int64_t *cost;
  int64_t *saved;
  int64_t *released;
  int64_t *overlap;
  double *funded_share;
  PlwAppraisal appraisal;
} PlwProgramme;

/* Enabled programmes in the order of their table. */
size_t plw_result_n_programmes (const PlwResult *result);
const PlwProgramme *plw_result_programme (const PlwResult *result, size_t programme);

/**
 * plw_result_all_programmes:
 * Returns: (transfer none): their sum, appraised as one
 */
const PlwProgramme *plw_result_all_programmes (const PlwResult *result);

/**
 * PlwEffectYears: one effect over the years. gross = saved + overlap + released.
 * @row: of the table `effects`
 * @programme: as in plw_result_programme()
 * @use: the line as in plw_result_use(); SIZE_MAX for a partner's own budget
 * @partner: to whom the benefit falls
 */
typedef struct
{
  size_t row;
  size_t programme;
  size_t use;
  const char *partner;
  int64_t *gross;
  int64_t *saved;
  int64_t *released;
  int64_t *overlap;
} PlwEffectYears;

size_t plw_result_n_effects (const PlwResult *result);
const PlwEffectYears *plw_result_effect (const PlwResult *result, size_t effect);

/**
 * PlwPartnerYears: who pays and who gains.
 * @row: of the table `partners`; SIZE_MAX: what belongs to no partner
 * @benefit: saved and released that falls to the partner
 * @paid: spent on programmes from the partner's pots
 * @position: benefit less paid
 * @pv_benefit, @pv_paid, @pv_position: present values as in PlwAppraisal
 */
typedef struct
{
  size_t row;
  const char *code;
  const char *name;
  int64_t *benefit;
  int64_t *paid;
  int64_t *position;
  int64_t pv_benefit;
  int64_t pv_paid;
  int64_t pv_position;
} PlwPartnerYears;

/* Partners in the order of their table; last, where there is anything, what
 * belongs to none.
 * @programme: as in plw_result_programme(); SIZE_MAX: all of them
 */
size_t plw_result_n_partners (const PlwResult *result);
const PlwPartnerYears *plw_result_partner (const PlwResult *result, size_t programme, size_t partner);

/**
 * PlwTransfer: present value, in pence, that one partner pays another.
 * @from, @to: as in plw_result_partner()
 */
typedef struct
{
  size_t from;
  size_t to;
  int64_t pence;
} PlwTransfer;

/**
 * plw_result_transfers:
 * @programme: SIZE_MAX: all of them
 * @ret_transfers: (out) (transfer full) (element-type PlwTransfer): what evens out
 *   the positions with the least money, in as few payments as largest-to-largest
 *   gives; empty where nobody is worse off
 *
 * Returns: false where no transfers can leave everyone at or above nothing, because
 *   all together lose; @ret_transfers is then NULL
 */
bool plw_result_transfers (const PlwResult *result, size_t programme, GArray **ret_transfers);

/**
 * plw_study_delay_cost:
 * @programme: a row of the table `programmes`
 * @ret_pence: (out): what starting a year later costs: net present value as
 *   planned less that with intake and costs a year later (the plan ends when it
 *   does, so the last year's are lost). The whole plan is evaluated again.
 *
 * Returns: false where the programme is not enabled
 */
bool plw_study_delay_cost (PlwStudy *study, const char *policy, size_t programme, int64_t *ret_pence);

G_END_DECLS
