/* random-plan.h: plans for tests: made by chance, or row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/plan.h>

G_BEGIN_DECLS

/* A plan that keeps every rule, with awkward text in it. Uses g_test_rand_int(). */
PlwPlan *random_plan (void) G_GNUC_WARN_UNUSED_RESULT;

/* A value a cell of the column may hold. @plan: for references and texts */
PlwValue random_value (PlwPlan *plan, PlwTableId table, size_t column);

/* Adds a row: names and texts of columns, then NULL. Every text must be right. */
size_t add_row (PlwPlan *plan, PlwTableId table, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
