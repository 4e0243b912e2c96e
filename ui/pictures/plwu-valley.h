/* plwu-valley.h: what prevention costs before it pays back, by year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plwu-drawing.h"

G_BEGIN_DECLS

/**
 * PlwuValleyYear: one year's figures, not yet added up.
 * @year: 2026 for 2026/27
 * @cost, @saved, @released: pence spent, saved in cash, and freed as capacity that brings no cash
 * @carried: pence that the general reserve holds above its minimum at the year's end
 */
typedef struct
{
  int year;
  gint64 cost;
  gint64 saved;
  gint64 released;
  gint64 carried;
} PlwuValleyYear;

#define PLWU_TYPE_VALLEY (plwu_valley_get_type ())

/**
 * PlwuValley:
 *
 * Above, what has been spent and what has come back so far as lines, and capacity
 * as a line of its own. Below, cash back less spent: the valley, hatched, with its
 * depth and the year in which it closes, and how deep the general reserve could
 * carry it. Signal "year-activated" (int year).
 */
G_DECLARE_FINAL_TYPE (PlwuValley, plwu_valley, PLWU, VALLEY, PlwuDrawing)

PlwuValley *plwu_valley_new (void);

/**
 * plwu_valley_set_data:
 * @years: (array length=n_years): in their order; copied
 * @has_reserve: whether the plan names a general reserve
 * @title: the finding in ten words or fewer
 */
void plwu_valley_set_data (PlwuValley *self,
                           guint n_years,
                           const PlwuValleyYear *years,
                           gboolean has_reserve,
                           const char *title);

G_END_DECLS
