/* by-hand.h: small plans written down cell by cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <placewright/evaluate.h>

G_BEGIN_DECLS

/**
 * by_hand_new:
 * Returns: (transfer full): a plan of five years from 2026/27 with nothing in it
 */
PlwPlan *by_hand_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A row: names of columns and what they hold, in turn, then NULL. */
void by_hand_add (PlwPlan *plan, const char *table, ...) G_GNUC_NULL_TERMINATED;

/* The same figure in all five years of a row of which some cells are there. */
void by_hand_fill (PlwPlan *plan, const char *table, const char *key, const char *value);

/* Returns: (transfer full): the plan must be good */
PlwResult *by_hand_evaluate (const PlwPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* The use's number in the result. */
size_t by_hand_use (const PlwResult *result, PlwUseKind kind, const char *code);

G_END_DECLS
