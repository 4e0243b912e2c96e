/* false-economy.h: what the figures of false-economy.c are made of, for those who explain them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/result-private.h"

#include <placewright/sustain.h>

G_BEGIN_DECLS

/**
 * PlwForgone: what is not spent on a line.
 * @change: the row of a saving; SIZE_MAX for the line's shortfall
 */
typedef struct
{
  size_t line;
  size_t change;
} PlwForgone;

/* All that could have an effect elsewhere: shortfalls by line, then savings by row. (element-type PlwForgone)
 */
GArray *plw_forgone_list (const PlwResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is such a one: as in the list. */
bool plw_forgone_is_there (const PlwResult *result, PlwForgone forgone);

/* Pence; below zero where a saving is taken back. */
int64_t plw_forgone_pence (const PlwResult *result, PlwForgone forgone, size_t year);

/* The share of what the line needs, or would need, that is not spent; never below zero. */
double plw_forgone_share (const PlwResult *result, PlwForgone forgone, size_t year);

/* By how much the spillover raises its other line's volume; its cost, pence, not rounded. */
double plw_forgone_rise (const PlwResult *result, PlwForgone forgone, size_t spillover, size_t year);
double plw_forgone_cost (const PlwResult *result, PlwForgone forgone, size_t spillover, size_t year);

/* What all spillovers from the line cost line @to, to the penny. */
int64_t plw_forgone_cost_on (const PlwResult *result, PlwForgone forgone, size_t to, size_t year);

G_END_DECLS
