/* evidence.h: corrections for optimism by grade of evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stdint.h>

/**
 * plw_evidence_cost_correction:
 * @grade: 1 (best) to 6
 *
 * What is added to a programme's costs; New Economy / GMCA cost benefit
 * analysis, supplementary Green Book guidance, 2014. A programme's own
 * `cost_correction` replaces it.
 *
 * Returns: billionths of a percent
 */
int64_t plw_evidence_cost_correction (int grade);
