/* fair-lp.h: the allocation rule of section 5 as linear programmes, solved by GLPK.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Class by class, with what earlier classes got held fixed: raise the common
 * share of all uses of the class as far as it goes; those with a price on their
 * row can get no more, so they stay there; go on with the others.
 */
#pragma once

#include "reference.h"

G_BEGIN_DECLS

/* Pence. */
#define FAIR_LP_BOUND 1.01

/**
 * fair_lp_compare:
 * @ret_worst: (inout): raised to the largest difference met, in pence
 *
 * Compares what each use got in each class with its exact fair share. The
 * engine pays whole pence; inside a level of fairness the exact shares add up to
 * whole pence, for a level is cut off by whole amounts; so each use is less than one
 * penny from its exact share. GLPK works in doubles, hence a little more.
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *fair_lp_compare (const Reference *reference, double *ret_worst) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
