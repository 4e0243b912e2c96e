/* need.h: what service lines need (model, section 3).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/model.h"

G_BEGIN_DECLS

/* The parts of a need, in the order of the bridge. */
typedef enum
{
  PLW_NEED_PRICED,
  PLW_NEED_DEMAND,
  PLW_NEED_SPILLOVER,
  PLW_NEED_PRESSURES,
  PLW_NEED_GROWTH,
  PLW_NEED_SAVINGS,
  PLW_NEED_INCOME,
  PLW_NEED_PREVENTION,
  PLW_NEED_CLIPPED, /* what the rule "never below zero" adds */
  PLW_N_NEED_PARTS,
} PlwNeedPart;

/**
 * plw_need_before_prevention:
 * @spilled: by how much other lines' shortfalls raise this line's volume: a
 *   share in PLW_FINE
 * @ret_parts: (array length=PLW_N_NEED_PARTS) (nullable): signed parts in pence
 *   of PLW_FINE: savings and income are below zero, prevention is nought
 *
 * Returns: N of section 6: pence of PLW_FINE, never below zero
 */
PlwWide plw_need_before_prevention (const PlwModel *model,
                                    size_t line,
                                    size_t year,
                                    int64_t spilled,
                                    PlwWide *ret_parts);

/**
 * plw_need_spilled:
 * @shares: [line][year]: funded shares of earlier years in PLW_FINE
 *
 * K of section 7 for every line: how much underfunding in earlier years raises
 * its volume this year.
 */
void plw_need_spilled (const PlwModel *model, size_t year, const int64_t *shares, int64_t *ret_spilled);

G_END_DECLS
