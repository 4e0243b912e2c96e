/* plwu-one-pot-figures.h: what the rules on money cost, put into pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/fragmentation.h>

#include "pictures/plwu-fragmentation.h"
#include "pictures/plwu-rule-costs.h"

G_BEGIN_DECLS

/**
 * plwu_one_pot_show_years:
 * @today, @pooled: of the two policies
 *
 * What goes unmet today and as one pot, by year.
 */
void plwu_one_pot_show_years (PlwuFragmentation *drawing, const PlwResult *today, const PlwResult *pooled);

/**
 * plwu_one_pot_set_context:
 * @scenario: what people call it
 *
 * Says of a picture that one pot is not lawful today.
 */
void plwu_one_pot_set_context (PlwuDrawing *drawing, const char *scenario);

/**
 * plwu_one_pot_show_rules:
 * @scenario: what people call it, for the context
 *
 * What each kind of rule costs over all years.
 */
void plwu_one_pot_show_rules (PlwuRuleCosts *drawing,
                              const PlwFragmentation *fragmentation,
                              const char *scenario);

G_END_DECLS
