/* plwu-board-levers.h: sliders for a few assumptions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "models/plwu-what-if.h"

G_BEGIN_DECLS

#define PLWU_TYPE_BOARD_LEVERS (plwu_board_levers_get_type ())

/**
 * PlwuBoardLevers:
 *
 * Up to three assumptions of a plan, each to be chosen from all, with a slider.
 * They say what to try; they change nothing. Signal "moved": a slider is
 * elsewhere, or another assumption is chosen for one that is moved.
 */
G_DECLARE_FINAL_TYPE (PlwuBoardLevers, plwu_board_levers, PLWU, BOARD_LEVERS, AdwBin)

GtkWidget *plwu_board_levers_new (void);

/**
 * plwu_board_levers_set_plan:
 *
 * Offers the assumptions of @plan; what is chosen and moved stays so.
 */
void plwu_board_levers_set_plan (PlwuBoardLevers *self, const PlwPlan *plan);

/**
 * plwu_board_levers_get_changes:
 * @ret_changes: (out caller-allocates) (transfer none): those that are moved
 * Returns: how many
 */
guint plwu_board_levers_get_changes (PlwuBoardLevers *self, PlwuWhatIf ret_changes[PLWU_WHAT_IF_MOST]);

/**
 * plwu_board_levers_describe:
 * Returns: (transfer full) (nullable): “Pay award +0.5 points a year”; NULL where none is moved
 */
char *plwu_board_levers_describe (PlwuBoardLevers *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_board_levers_move:
 * @points: in hundredths of a percentage point
 */
void plwu_board_levers_move (PlwuBoardLevers *self, guint lever, int points);
void plwu_board_levers_reset (PlwuBoardLevers *self);

G_END_DECLS
