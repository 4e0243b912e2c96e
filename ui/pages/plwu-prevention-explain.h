/* plwu-prevention-explain.h: figures of prevention explained.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/prevention.h>

#include "plwu-document.h"
#include "plwu-explanation.h"

G_BEGIN_DECLS

typedef enum
{
  PLWU_PREVENTION_COST,
  PLWU_PREVENTION_SAVED,
  PLWU_PREVENTION_RELEASED,
  PLWU_PREVENTION_NPV,
  PLWU_PREVENTION_RATIO,
  PLWU_PREVENTION_CASH_RATIO,
  PLWU_PREVENTION_PAYBACK,
  PLWU_PREVENTION_DELAY,
  PLWU_PREVENTION_VALLEY,
  PLWU_PREVENTION_N_FIGURES,
} PlwuPreventionFigure;

/**
 * plwu_prevention_explain:
 * @delay: (nullable): what a year's delay costs, where it is known
 */
PlwuExplanation *plwu_prevention_explain (PlwuDocument *document,
                                          size_t programme,
                                          PlwuPreventionFigure figure,
                                          const gint64 *delay) G_GNUC_WARN_UNUSED_RESULT;
PlwuExplanation *plwu_prevention_explain_year (PlwuDocument *document,
                                               size_t programme,
                                               size_t year) G_GNUC_WARN_UNUSED_RESULT;
PlwuExplanation *plwu_prevention_explain_partner (PlwuDocument *document,
                                                  size_t programme,
                                                  size_t partner) G_GNUC_WARN_UNUSED_RESULT;
PlwuExplanation *plwu_prevention_explain_transfer (PlwuDocument *document,
                                                   size_t programme,
                                                   const PlwTransfer *transfer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
