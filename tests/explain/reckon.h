/* reckon.h: operations of explanations, worked out again from what their description says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written from the words of explain.h alone, in long doubles: nothing here calls the engine.
 */
#pragma once

#include <placewright/explain.h>

G_BEGIN_DECLS

/**
 * reckon:
 * @values: (array length=reason->n_parts): what the parts are
 * @units: (array length=reason->n_parts): in which units
 * @first_year: the calendar year of the plan's first year
 * @is_rounded: whether to round where the operation does
 */
long double reckon (const PlwReason *reason,
                    const long double *values,
                    const PlwFigureUnit *units,
                    int first_year,
                    bool is_rounded);

/* By how much a figure may differ from what its parts give without @is_rounded. */
long double reckon_tolerance (const PlwReason *reason, const long double *values);

G_END_DECLS
