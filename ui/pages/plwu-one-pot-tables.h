/* plwu-one-pot-tables.h: the freedoms ladder and who gains, as sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "jobs/plwu-rules-job.h"
#include "plwu-explanation.h"
#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

/**
 * plwu_one_pot_create_ladder:
 *
 * Rows are the rungs of the fragmentation, in its order.
 */
PlwuSheetModel *plwu_one_pot_create_ladder (const PlwuRulesFindings *findings,
                                            PlwUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_one_pot_create_partners:
 *
 * A row for each partner with uses, dearest first, and one for uses without; the
 * total row is the cost of fragmentation.
 */
PlwuSheetModel *plwu_one_pot_create_partners (const PlwuRulesFindings *findings,
                                              PlwUnit unit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_one_pot_explain_rung:
 * Returns: (transfer full) (nullable): the pot and the rule in words
 */
PlwuExplanation *plwu_one_pot_explain_rung (const PlwuRulesFindings *findings,
                                            const char *scenario_name,
                                            size_t rung) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
