/* plwu-history-compare.h: two states of a plan side by side, and the way back to one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_HISTORY_COMPARE (plwu_history_compare_get_type ())

/**
 * PlwuHistoryCompare:
 *
 * Which cells and rows differ, table by table, and what that does to the gap of the
 * scenario shown.
 */
G_DECLARE_FINAL_TYPE (PlwuHistoryCompare, plwu_history_compare, PLWU, HISTORY_COMPARE, AdwBin)

void plwu_history_compare_set_document (PlwuHistoryCompare *self, PlwuDocument *document);

/**
 * plwu_history_compare_set_moments:
 * @moments: (element-type PlwuMoment): newest first; kept
 */
void plwu_history_compare_set_moments (PlwuHistoryCompare *self, GPtrArray *moments);

/**
 * plwu_history_compare_show:
 * @before, @after: places among the moments; -1 is the plan as it is now
 */
void plwu_history_compare_show (PlwuHistoryCompare *self, int before, int after);

/**
 * plwu_history_compare_restore:
 *
 * Makes the plan what it was, in one step that can be undone: in the later of the two
 * states, or the earlier where the later is the plan as it is now.
 */
gboolean plwu_history_compare_restore (PlwuHistoryCompare *self, GError **error);

G_END_DECLS
