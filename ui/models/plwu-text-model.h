/* plwu-text-model.h: a table of texts that can be read and copied.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sheet/plwu-sheet-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_TEXT_MODEL (plwu_text_model_get_type ())

G_DECLARE_FINAL_TYPE (PlwuTextModel, plwu_text_model, PLWU, TEXT_MODEL, GObject)

/**
 * plwu_text_model_new:
 * @table: (element-type GStrv): rows of texts, titles first; as charts give them
 */
PlwuSheetModel *plwu_text_model_new (GPtrArray *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
