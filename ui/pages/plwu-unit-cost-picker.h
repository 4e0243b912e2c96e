/* plwu-unit-cost-picker.h: a unit cost chosen for an effect.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "models/plwu-table-model.h"

G_BEGIN_DECLS

#define PLWU_TYPE_UNIT_COST_PICKER (plwu_unit_cost_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlwuUnitCostPicker, plwu_unit_cost_picker, PLWU, UNIT_COST_PICKER, AdwWindow)

/**
 * plwu_unit_cost_picker_present:
 * @parent: whose window it stands over
 * @effects: the table of effects
 * @row: the row of the effect in it
 * @search: (nullable): what to look for at first
 *
 * Lists the unit costs of the plan and those that come with the program. Choosing
 * one writes its code into the effect, as typing it would.
 *
 * Returns: (transfer none): the window shown
 */
GtkWidget *plwu_unit_cost_picker_present (GtkWidget *parent,
                                          PlwuTableModel *effects,
                                          guint row,
                                          const char *search);

G_END_DECLS
