/* plwu-pots-model.h: pots with what they receive by year, typed or worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-table-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_POTS_MODEL (plwu_pots_model_get_type ())

/**
 * PlwuPotsModel:
 *
 * Years of pots that follow a driver or council tax show what they receive and
 * cannot be typed over; those of others are the plan's own cells.
 */
G_DECLARE_FINAL_TYPE (PlwuPotsModel, plwu_pots_model, PLWU, POTS_MODEL, PlwuTableModel)

PlwuSheetModel *plwu_pots_model_new (PlwuDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
