/* plwu-board-risks.h: what could go wrong, and what is to be decided.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

#include "pictures/plwu-bridge.h"

G_BEGIN_DECLS

/**
 * plwu_board_show_risks:
 * Returns: (transfer full): risks, a line each
 */
char *plwu_board_show_risks (PlwuBridge *drawing, const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_board_show_decisions:
 * Returns: (transfer full): what is to be decided, a line each
 */
char *plwu_board_show_decisions (PlwuBridge *drawing,
                                 const PlwResult *today,
                                 const PlwResult *pooled) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
