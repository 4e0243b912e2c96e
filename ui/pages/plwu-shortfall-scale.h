/* plwu-shortfall-scale.h: the largest shortfall of any scenario, for one scale of colours.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-document.h"

G_BEGIN_DECLS

#define PLWU_TYPE_SHORTFALL_SCALE (plwu_shortfall_scale_get_type ())

/**
 * PlwuShortfallScale:
 *
 * Signals: "changed": plwu_shortfall_scale_get_largest() returns something else.
 */
G_DECLARE_FINAL_TYPE (PlwuShortfallScale, plwu_shortfall_scale, PLWU, SHORTFALL_SCALE, GObject)

PlwuShortfallScale *plwu_shortfall_scale_new (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/**
 * plwu_shortfall_scale_get_largest:
 * Returns: pence, of one use in one year, in any scenario, today and as one pot. What was
 *   found last while the plan is newer than that: it is being worked out. 0: not known yet
 */
gint64 plwu_shortfall_scale_get_largest (PlwuShortfallScale *self);

G_END_DECLS
