/* forward.h: the forward pass: needs, then money, year by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/result-private.h"

G_BEGIN_DECLS

/**
 * plw_forward:
 * @falls: (array length=n_pots): whose fences fall
 *
 * Fills @result. Each year: the needs that follow from what was funded in
 * earlier years, then the classes in order, each borrowing what it may, then on.
 */
void plw_forward (PlwResult *result, const PlwModel *model, const bool *falls);

G_END_DECLS
