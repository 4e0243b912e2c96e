/* forward.h: the forward pass: needs, then money, year by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/result-private.h"

G_BEGIN_DECLS

/**
 * plw_forward:
 * @freedoms: (array length=n_pots): by pot, the rules it is free from
 *
 * Fills @result. Each year: the needs that follow from what was funded in
 * earlier years, then the classes in order, each borrowing what it may, then on.
 */
void plw_forward (PlwResult *result, const PlwModel *model, const uint8_t *freedoms);

/**
 * plw_forward_needs:
 *
 * The same, but only for the uses' figures: what is needed and what is funded of
 * it, and not which pot paid. For questions that are asked hundreds of times.
 */
void plw_forward_needs (PlwResult *result, const PlwModel *model, const uint8_t *freedoms);

G_END_DECLS
