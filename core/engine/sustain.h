/* sustain.h: what the figures of sustain.c are made of, for those who explain them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/result-private.h"

#include <placewright/sustain.h>

G_BEGIN_DECLS

/* Whether the row of changes is a one-off in force; @ret_sign: 1 where it raises the need, else -1. */
bool plw_sustain_is_one_off (const PlwResult *result, size_t row, size_t *ret_use, int *ret_sign);

/* One-off pressures and growth less one-off savings and income of a use, pence. */
int64_t plw_sustain_one_offs (const PlwResult *result, size_t use, size_t year);

/* The part of a use's need that does not go on, given its one-off changes. */
int64_t plw_sustain_one_off_need (const PlwResult *result, size_t use, size_t year, int64_t one_offs);

/* Whether the use is a programme whose costs end before the plan does. */
bool plw_sustain_ends (const PlwUse *use, size_t n_years);

/* Whether a pot still receives something in the plan's last year. */
bool plw_sustain_goes_on (const PlwPotYears *pot, size_t n_years);

/* What a pot pays for revenue uses beyond what it received for them in the year. */
int64_t plw_sustain_beyond (const PlwPotYears *pot, int64_t spent_on_revenue, size_t year);

/* Whether the pot belongs to the net revenue stream: no ring-fence, or only to partners. */
bool plw_sustain_is_general (const PlwModel *model, size_t pot);

G_END_DECLS
